package symbolic_test

import (
	"fmt"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Methods build expressions; == compares them.
func ExampleExpr() {
	s := symbolic.NewStore()
	w, x, b := s.Symbol("w"), s.Symbol("x"), s.Symbol("b")
	v := w.Mul(x).Add(b)
	fmt.Println(present.Text(v.Mul(v).Sub(v.Pow(s.Rational(rational.Int(2))))))
	fmt.Println(v == b.Add(x.Mul(w)))
	row, err := function.Default().Lookup("sigmoid", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	y := s.Call(row, v)
	fmt.Println(present.LaTeX(y.Mul(s.Rational(rational.New(1, 2)))))
	fmt.Println(present.Text(y.Subs(b, w.Mul(x))))
	// Output:
	// 0 <nil>
	// true
	// \frac{1}{2} \sigma(w x + b) <nil>
	// sigmoid(2*w*x) <nil>
}

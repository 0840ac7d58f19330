package algebra_test

import (
	"fmt"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// example reads a formula and its variable x.
func example(text string) (s *symbolic.Store, id, x symbolic.ID) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := c.Formula(text)
	if err != nil {
		panic(err)
	}
	return c.Store, f.Expr.ID(), c.Store.Symbol("x").ID()
}

func ExampleExpand() {
	s, id, _ := example("(x+1)^2/(y*(z+1))")
	z, _ := algebra.Expand(s, id, nil)
	fmt.Println(present.Text(s.Expr(z)))
	// Output: x^2/(y*z+y)+2*x/(y*z+y)+1/(y*z+y) <nil>
}

func ExampleFactorize() {
	s, id, _ := example("(6*x^3-6*x)/(x^2+2*x+1)")
	z, _ := algebra.Factorize(s, id, algebra.Options{})
	fmt.Println(present.Text(s.Expr(z.Node)))
	// Output: 6*x*(x-1)/(x+1) <nil>
}

func ExampleTogether() {
	s, id, _ := example("1/(x-1)-1/(x+1)")
	z, _ := algebra.Together(s, id, algebra.Options{})
	fmt.Println(present.Text(s.Expr(z.Node)))
	// Output: 2/((x-1)*(x+1)) <nil>
}

func ExampleCollect() {
	s, id, x := example("a*x^2+b*x+c*x^2+d*x-a")
	z, _ := algebra.Collect(s, id, []symbolic.ID{x}, algebra.Options{})
	for _, p := range z.Order[0].Parts {
		fmt.Println(present.Text(s.Expr(p.Node)))
	}
	// Output:
	// x^2*(a+c) <nil>
	// x*(b+d) <nil>
	// -a <nil>
}

func ExampleApart() {
	s, id, x := example("1/((x-a)*(x-b))")
	z, _ := algebra.Apart(s, id, x, algebra.Options{})
	fmt.Println(present.Text(s.Expr(z.Node)))
	for _, d := range z.NonZero {
		fmt.Println(present.Text(s.Expr(d)))
	}
	// Output:
	// 1/((x-a)*(a-b))-1/((x-b)*(a-b)) <nil>
	// a-b <nil>
}

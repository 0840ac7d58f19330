package taylor_test

import (
	"fmt"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// formula reads a formula in x.
func formula(text string) (*read.Scope, read.Formula, symbolic.Expr) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		panic(err)
	}
	return scope, f, scope.Store.Symbol("x")
}

func print(e symbolic.Expr) string {
	text, err := present.Text(e)
	if err != nil {
		panic(err)
	}
	return text
}

func ExampleExpand() {
	scope, f, x := formula("elu(x)")
	z, err := taylor.Expand(scope, f, x, 3, taylor.Options{})
	if err != nil {
		panic(err)
	}
	for _, s := range z.Series {
		fmt.Print(s.Side, ":")
		for _, t := range s.Terms {
			fmt.Print("  ", print(t.Expr()))
		}
		fmt.Println()
	}
	fmt.Println(z.Smoothness)
	// Output:
	// left:  x  1/2*x^2  1/6*x^3
	// right:  x
	// C^1
}

// The remainder is enclosed on an interval.
func ExampleExpand_remainder() {
	scope, f, x := formula("tanh(x)")
	end := scope.Store.Expr(scope.Store.Int(1))
	z, err := taylor.Expand(scope, f, x, 4, taylor.Options{Remainder: &taylor.Range{Lower: end.Neg(), Upper: end}})
	if err != nil {
		panic(err)
	}
	most, _ := interval.Abs(*z.Series[0].Remainder).Upper().Float64()
	fmt.Printf("%.3f\n", most)
	// Output: 0.095
}

func ExampleExpandAll() {
	scope, f, x := formula("exp(x*y)*(1+y)")
	z, err := taylor.ExpandAll(scope, f, []symbolic.Expr{x, scope.Store.Symbol("y")}, 2, nil)
	if err != nil {
		panic(err)
	}
	for _, m := range z.Terms {
		fmt.Println(print(m.Coef), m.Powers)
	}
	// Output:
	// 1 [0 0]
	// 1 [0 1]
	// 1 [1 1]
}

func ExampleLimit() {
	scope, f, x := formula("(1+2/x)^x")
	z, err := taylor.Limit(scope, f, x, taylor.Options{At: taylor.Point{Infinity: 1}})
	if err != nil {
		panic(err)
	}
	fmt.Println(print(z.Value.Expr))
	// Output: exp(2)
}

func ExampleDraw() {
	scope, f, x := formula("sigmoid(x)")
	end := scope.Store.Expr(scope.Store.Int(4))
	p, err := taylor.Draw(scope, f, x, 3, taylor.Options{}, taylor.Range{Lower: end.Neg(), Upper: end})
	if err != nil {
		panic(err)
	}
	for _, s := range p.Series {
		fmt.Println("order", s.Order, "at", len(s.Y), "points")
	}
	// Output:
	// order 0 at 361 points
	// order 1 at 361 points
	// order 3 at 361 points
}

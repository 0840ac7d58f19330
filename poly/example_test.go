package poly_test

import (
	"fmt"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
)

func ExampleNewRing() {
	r := poly.NewRing("x", "y")
	x, y := r.Var(0), r.Var(1)
	p := x.Add(y).Sub(r.Const(rational.New(1, 2)))
	fmt.Println(p)
	// Output: x + y - 1/2
}

func ExampleRing_FromTerms() {
	r := poly.NewRing("x", "y")
	p, err := r.FromTerms([]poly.Term{
		{Coef: rational.Int(3), Exps: []int64{0, 1}},
		{Coef: rational.New(-1, 2), Exps: []int64{2, 0}},
	})
	fmt.Println(p, err)
	// Output: -1/2*x^2 + 3*y <nil>
}

func ExamplePoly_Pow() {
	r := poly.NewRing("a", "b", "c", "d")
	p := r.Var(0).Add(r.Var(1))
	cube, _ := p.Pow(3, nil)
	fmt.Println(cube)
	_, err := p.Add(r.Var(2)).Add(r.Var(3)).Pow(1000, nil)
	fmt.Println(err)
	// Output:
	// a^3 + 3*a^2*b + 3*a*b^2 + b^3
	// poly: the limit of 1000000 terms was reached
}

func ExamplePoly_Divide() {
	r := poly.NewRing("x", "y")
	x, y := r.Var(0), r.Var(1)
	p, _ := x.Add(y).Mul(x.Sub(y), nil)
	q, ok, _ := p.Divide(x.Sub(y), nil)
	fmt.Println(q, ok)
	// Output: x + y true
}

func ExamplePoly_Reduce() {
	r := poly.NewRing("x", "y")
	x, y := r.Var(0), r.Var(1)
	p, _ := x.Add(y).Pow(2, nil)
	quo, rem, _ := p.Reduce(x.Add(r.One()), nil)
	fmt.Println(quo, "remainder", rem)
	// Output: x + 2*y - 1 remainder y^2 - 2*y + 1
}

func ExamplePoly_DivRem() {
	r := poly.NewRing("x")
	q, rem, _ := must(r, "x^3+2").DivRem(must(r, "2*x-1"), 0, nil)
	fmt.Println(q, "remainder", rem)
	// Output: 1/2*x^2 + 1/4*x + 1/8 remainder 17/8
}

func ExamplePoly_GCD() {
	r := poly.NewRing("x", "y")
	g, _ := must(r, "x^2-y^2").GCD(must(r, "x^2+2*x*y+y^2"), nil)
	fmt.Println(g)
	// Output: x + y
}

func ExamplePoly_Factor() {
	r := poly.NewRing("x", "y")
	for _, text := range []string{"x^4+4", "(x^2+y^2-1)*(x+y+3)^2"} {
		f, err := must(r, text).Factor(nil)
		for _, x := range f.Factors {
			fmt.Println(x.Poly, x.Multiplicity, x.Irreducible)
		}
		fmt.Println(err)
	}
	// Output:
	// x^2 - 2*x + 2 1 true
	// x^2 + 2*x + 2 1 true
	// <nil>
	// x + y + 3 2 true
	// x^2 + y^2 - 1 1 true
	// <nil>
}

func ExamplePoly_SquareFree() {
	r := poly.NewRing("x", "y")
	f, _ := must(r, "(x^2-y^2)^3*(x+1)").SquareFree(nil)
	for _, x := range f.Factors {
		fmt.Println(x.Poly, x.Multiplicity)
	}
	// Output:
	// x + 1 1
	// x^2 - y^2 3
}

func ExamplePoly_Substitute() {
	r := poly.NewRing("x", "y")
	p, _ := must(r, "x^2-x").Substitute(0, must(r, "y+1"), nil)
	fmt.Println(p)
	// Output: y^2 + y
}

func ExamplePoly_Eval() {
	r := poly.NewRing("x", "y")
	v, _ := must(r, "x^2*y-1").Eval([]rational.Rat{rational.New(1, 2), rational.Int(3)}, nil)
	fmt.Println(v)
	// Output: -1/4
}

func ExampleNewFraction() {
	r := poly.NewRing("x", "y")
	f, _ := poly.NewFraction(must(r, "x^2-y^2"), must(r, "2*x+2*y"), nil)
	fmt.Println(f)
	g, _ := poly.NewFraction(r.One(), must(r, "x-1"), nil)
	d, _ := g.Derivative(0, nil)
	fmt.Println(d)
	// Output:
	// 1/2*x - 1/2*y
	// (-1)/(x^2 - 2*x + 1)
}

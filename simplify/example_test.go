package simplify_test

import (
	"fmt"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

func ExampleSimplify() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range []string{"exp(-v)/(1+exp(-v))^2", "(x^2-1)/(x-1)"} {
		f, err := scope.Formula(text)
		if err != nil {
			panic(err)
		}
		z, err := simplify.Simplify(scope, f, simplify.Options{})
		if err != nil {
			panic(err)
		}
		fmt.Println(infix(z.Expr))
		for _, c := range z.Conditions {
			fmt.Println("where", infix(c))
		}
	}
	// Output:
	// sigmoid(v)*(1-sigmoid(v))
	// x+1
	// where x != 1
}

func ExampleSeveral() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	list, err := scope.Formulas("[x/sqrt(x^2), y*x/y]")
	if err != nil {
		panic(err)
	}
	s := scope.Store
	domain := s.Expr(s.And(list[0].Domain.ID(), list[1].Domain.ID()))
	z, err := simplify.Several(scope, domain, simplify.Options{Steps: true}, list[0].Expr, list[1].Expr)
	if err != nil {
		panic(err)
	}
	for _, step := range z.Steps {
		fmt.Println(infix(step.Before), "=", infix(step.After), "by", step.Rule)
	}
	fmt.Println(infix(z.Exprs[0]), infix(z.Exprs[1]))
	// Output:
	// sqrt(x^2) = abs(x) by root-of-square
	// x/abs(x) = sign(x) by term-over-absolute
	// sign(x) x
}

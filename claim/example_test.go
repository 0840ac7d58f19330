package claim_test

import (
	"fmt"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// infix writes an expression as it is typed.
func infix(e symbolic.Expr) string {
	text, err := present.Text(e)
	if err != nil {
		panic(err)
	}
	return text
}

// Equations are proved, proved under conditions, or refuted at a point.
func ExampleEqual() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range []string{"[sqrt(x^2), abs(x)]", "[log(x^2), 2*log(x)]", "[sqrt(x^2), x]"} {
		sides, err := scope.Formulas(text)
		if err != nil {
			panic(err)
		}
		v, err := claim.Equal(scope, sides[0], sides[1])
		if err != nil {
			panic(err)
		}
		fmt.Println(infix(sides[0].Expr), "=", infix(sides[1].Expr), "is", v.Kind)
		for _, c := range v.Conditions {
			fmt.Println("  where", infix(c))
		}
		for _, c := range v.Witness {
			fmt.Println("  at", infix(c.Variable), "=", infix(c.Value), "the sides are", v.Left, "and", v.Right)
		}
		for _, c := range v.HoldsIf {
			fmt.Println("  it holds if", infix(c))
		}
	}
	// Output:
	// sqrt(x^2) = abs(x) is proved
	// log(x^2) = 2*log(x) is conditional
	//   where x > 0
	// sqrt(x^2) = x is refuted
	//   at x = -1 the sides are [1, 1] and [-1, -1]
	//   it holds if x >= 0
}

// Inequalities hold on the region of the assumptions.
func ExampleProve() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	if err := scope.Assume("x > 0"); err != nil {
		panic(err)
	}
	claims, err := scope.Claim("x/(1+x) < 1")
	if err != nil {
		panic(err)
	}
	v, err := claim.Prove(scope, claims[0].Left, claims[0].Rel, claims[0].Right)
	if err != nil {
		panic(err)
	}
	fmt.Println(v.Kind)
	// Output:
	// proved
}

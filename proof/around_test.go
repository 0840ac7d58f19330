package proof_test

import (
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A derivative has values at interior points of the domain of its body only. What
// follows must not say more: minima of what stands below a root are such points.
func TestInteriorPointsOfDomains(t *testing.T) {
	part := func(name, domain string) function.Row {
		return function.Row{
			Name: name, Family: "own", Source: "definition", LaTeX: `\operatorname{own}`, Params: []function.Param{{Name: "u"}},
			Domain: domain, Deriv: []string{"0"}, Float: func([]float64) float64 { return 0 },
		}
	}
	vee := part("vee", "") // the absolute value
	vee.Deriv, vee.Smooth = []string{"1"}, "u != 0"
	table, err := function.NewTable(nil, part("covered", "u <= 1 or u >= 1"), part("apart", "u <= 0 or u >= 1"), part("jumping", "u <= 0 or ceil(u) > 0"), part("all", "u <= 0 or u > 0"), part("punctured", "u <= 0 or u^2 != 0"), vee)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		body, cond string
		holds      bool
	}{
		{"sqrt(x)", "x > 0", true},
		{"sqrt(1-1/x^2)", "x^2 > 1", true},
		{"sqrt(x^2-1)", "x^2 > 1", true},
		{"sqrt((x-a)/(x+a))", "(x-a)/(x+a) > 0", false}, // a may be 0
		{"sqrt(c*x)", "c*x > 0", false},                 // c may be 0
		{"sqrt(c*x)/c", "c*x > 0", true},
		{"sqrt(x^2)*x", "x^2 > 0", false},
		{"sqrt(x^2*(x-1))", "x^2*(x-1) > 0", false},
		{"(1+cos(x))^(3/2)", "1+cos(x) > 0", false},
		{"sqrt(vee(x))*x", "vee(x) > 0", false},
		{"sqrt(x*abs(x))*x^2", "x != 0", false},
		{"acsc(x)", "x < -1 or x > 1", true},
		{"acsc(x+a)", "x+a < -1 or x+a > 1", true},
		{"acsc(a*x)", "a*x < -1 or a*x > 1", true},
		{"acsc(1+x^4)", "1+x^4 < -1 or 1+x^4 > 1", false},
		{"acsc(y)*x", "y < -1 or y > 1", false}, // no condition on x
		{"if(x > 0, sqrt(x-1), 0)", "x > 1", false},
		{"apart(x)*x", "x < 0 or x > 1", true},
		{"covered(x)*x", "x < 1 or x > 1", false},
		{"all(x)*x", "x < 0 or x > 0", false},
		{"punctured(x)*x", "x != 0", false},
		{"jumping(x)*x", "x < 0 or ceil(x) > 0", false},
	} {
		scope := read.NewScope(symbolic.NewStore(), read.NewLibrary(table))
		f, err := scope.Formula("diff(" + c.body + ", x)")
		if err != nil {
			t.Fatal(err)
		}
		cond, err := scope.Condition(c.cond)
		if err != nil {
			t.Fatal(err)
		}
		if got := proof.NewChecker(scope, f.Domain, f.Expr).Holds(cond.ID()); got != c.holds {
			t.Errorf("%s: %s is known to hold: %v", c.body, c.cond, got)
		}
	}
}

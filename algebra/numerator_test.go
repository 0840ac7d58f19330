package algebra_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// polynomials writes what Numerator or Zeros say of a formula in x: each polynomial
// with its generator and coefficients.
func polynomials(t testing.TB, text, facts string, zeros bool) string {
	t.Helper()
	var assumptions []string
	if facts != "" {
		assumptions = append(assumptions, facts)
	}
	c, f := parse(t, text, assumptions...)
	x := c.Store.Sym("x")
	known := assume.New(c)
	d := algebra.Dependence{
		On:    func(id symbolic.ID) bool { return c.Store.Depends(id, x) },
		Holds: func(cond symbolic.ID) bool { return known.Holds(c.Store.Expr(cond)) == assume.Yes },
	}
	var list []algebra.Polynomial
	var ok bool
	var err error
	if zeros {
		list, ok, err = algebra.Zeros(c.Store, f.Expr.ID(), d)
	} else {
		var z algebra.Quotient
		z, ok, err = algebra.Numerator(c.Store, f.Expr.ID(), d)
		list = z.Numerator
	}
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return "two generators"
	}
	var out []string
	for _, p := range list {
		line := write(c.Store, p.Generator) + ":"
		for _, k := range p.Coefs {
			line += " " + write(c.Store, k)
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestPolynomialsOfFormulas(t *testing.T) {
	for _, c := range []struct{ text, facts, numerator, zeros string }{
		{"a*x^2-b", "", "x: a -b", "x: a -b"},
		{"x*(a*x+1)", "", "x: 1 0, x: a 1", "x: 1 0, x: a 1"},
		{"c*x^n", "", "1: c, x^n: 1 0", "1: c, x^n: 1 0"},
		{"d+b/sqrt(x)", "", "sqrt(x): 1 0, sqrt(x): d b", "sqrt(x): 1 0, sqrt(x): d b"},
		{"a^2+2*a*b/sqrt(x)+b^2/x", "", "sqrt(x): a b", "sqrt(x): a b"},
		{"x+sqrt(x^2+a)", "", "two generators", "1: a"},
		{"x-sqrt(x+1)", "", "two generators", "x: 1 -1 -1"},
		{"sqrt(x)-sqrt(x+1)+1", "", "two generators", "sqrt(x): 1 0"},
		{"x+sqrt(x^2)", "", "two generators", "1: 0"},
		{"x-x", "", "1: 0", "1: 0"},
		{"b*x+c*x^(n+1)", "", "two generators", "two generators"},
		{"b*x+c*x^(n+1)", "x != 0", "x: 1 0, x^n: c b", "x: 1 0, x^n: c b"},
		{"x+exp(x)", "", "two generators", "two generators"},
	} {
		if got := polynomials(t, c.text, c.facts, false); got != c.numerator {
			t.Errorf("numerator of %s: %s, want %s", c.text, got, c.numerator)
		}
		if got := polynomials(t, c.text, c.facts, true); got != c.zeros {
			t.Errorf("zeros of %s: %s, want %s", c.text, got, c.zeros)
		}
	}
}

func ExampleZeros() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	e, _ := c.Formula("x+sqrt(x^2+a)")
	x := c.Store.Sym("x")
	list, ok, _ := algebra.Zeros(c.Store, e.Expr.ID(), algebra.Dependence{On: func(id symbolic.ID) bool { return c.Store.Depends(id, x) }})
	z, _ := present.Text(c.Store.Expr(list[0].Coefs[0]))
	fmt.Println(z, ok)
	// Output: a true
}

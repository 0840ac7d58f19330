package taylor

import (
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Programs know denominators with primes up to MaxOrder only. A series that needs more
// terms, as one in sqrt(x), is computed in another way.
func TestProgramsEndWithTheirPrimes(t *testing.T) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("tanh(x)")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		terms int
		ok    bool
	}{{longSeries - 1, false}, {longSeries, true}, {MaxOrder + 1, true}, {MaxOrder + 2, false}} {
		p, err := newPlan(scope, f, scope.Store.Symbol("x"), Point{})
		if err != nil {
			t.Fatal(err)
		}
		g := p.germ(Right, 1, c.terms)
		g.at = &series{val: 1, c: g.at.c, prec: c.terms}
		if _, err := g.expand(p.x); err != nil {
			t.Fatal(err)
		}
		if z := g.byProgram(p.root); (z != nil) != c.ok {
			t.Errorf("%d terms: %v", c.terms, z != nil)
		}
	}
}

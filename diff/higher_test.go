package diff_test

import (
	"errors"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/symbolic"
)

// TestHigherOrdersOfRandomFormulas compares the derivative of order n with the
// second derivative, by hyperdual numbers, of the one of order n-2, beginning
// with the formula and its first derivative.
func TestHigherOrdersOfRandomFormulas(t *testing.T) {
	const highest = 5
	compared := map[int]int{}
	for _, size := range []int{3, 6, 9} {
		g := exprgen.New(uint64(40+size), exprgen.Options{Size: size, Variables: wrt})
		o := newOracle()
		for range randomFormulas() / 15 {
			text := g.Real().String()
			c, f := formula(t, text)
			x := c.Store.Symbol("x")
			orders := []symbolic.Expr{f.Expr}
			var conds []symbolic.Expr
			for n := 1; n <= highest; n++ {
				d, err := diff.Derivative(f, x, n, diff.Options{})
				var limit *symbolic.LimitError
				if errors.As(err, &limit) {
					break
				}
				if err != nil {
					t.Fatalf("%s, order %d: %v", text, n, err)
				}
				orders, conds = append(orders, d.Partials[0]), append(conds, d.Conditions)
			}
			p := g.Point(false)
			for n := 2; n < len(orders); n++ {
				if !o.holds(conds[n-1], p) {
					break
				}
				ok, why := o.agrees(orders[n], p, func(q point) (float64, error) {
					z, err := o.tangents(orders[n-2], q, "x", "x")
					return z.E1E2mag, err
				})
				if why != "" {
					t.Errorf("%s at %v, order %d: %s", text, p, n, why)
				}
				if ok {
					compared[n]++
				}
			}
		}
	}
	for n := 2; n <= highest; n++ {
		if compared[n] < randomFormulas()/20 {
			t.Errorf("order %d: only %d formulas could be compared", n, compared[n])
		}
	}
}

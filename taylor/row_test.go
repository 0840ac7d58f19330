package taylor_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// candidates are points at which functions are expanded, as far as they are
// smooth there.
var candidates = []string{"0", "1/2", "-1/3", "2", "-2", "1", "-1", "1/5", "7/3", "-5/2", "-7/3", "-9/4", "3/4", "pi/5", "7", "5/4", "2/3", "1/7", "4/3", "9/5"}

// others are values for the other parameters of a function.
var others = []string{"2", "1/2", "3/2", "3"}

// Every function of the table, as a function of each of its parameters, at five
// points or more at which it is smooth: the coefficients are those of Taylor's
// formula, with the derivatives of package diff.
func TestRowsAgreeWithRepeatedDifferentiation(t *testing.T) {
	const order = 4
	for _, row := range function.Default().All() {
		if row.Expand != "" {
			continue
		}
		for i := range row.Params {
			if row.Deriv[i] == "" {
				continue
			}
			count := 0
			for _, at := range candidates {
				if count == 5 {
					break
				}
				scope := read.NewScope(symbolic.NewStore(), read.Default())
				args := ""
				for j := range row.Params {
					if j > 0 {
						args += ", "
					}
					if j == i {
						args += "x"
					} else {
						args += others[j%len(others)]
					}
				}
				ok, err := agrees(scope, fmt.Sprintf("%s(%s)", row.Name, args), at, order)
				if err != nil {
					t.Errorf("%s(%s) at %s: %v", row.Name, args, at, err)
				}
				if ok {
					count++
				}
			}
			if count < 5 {
				t.Errorf("%s, parameter %d: only %d points", row.Signature(), i+1, count)
			}
		}
	}
}

// agrees compares an expansion with repeated differentiation. It is false where
// the formula is not smooth at the point.
func agrees(scope *read.Scope, formula, at string, order int) (bool, error) {
	s := scope.Store
	f, err := scope.Formula(formula)
	if err != nil {
		return false, err
	}
	a, err := scope.Formula(at)
	if err != nil {
		return false, err
	}
	x := s.Symbol("x")
	d, err := diff.Derivative(f, x, order+1, diff.Options{})
	if err != nil {
		return false, err
	}
	point := certify.Point{x.ID(): a.Expr.ID()}
	if z, _ := certify.Compile(scope.Library, s, d.Conditions.ID()).Holds(0, point, certify.Options{MaxPrec: 512}); z != certify.Yes {
		return false, nil
	}
	z, err := taylor.Expand(scope, f, x, order, taylor.Options{At: taylor.Point{Value: a.Expr}})
	if err != nil {
		return false, err
	}
	if len(z.Series) != 1 || z.Series[0].Side != taylor.Both || z.Smoothness.Class != taylor.Analytic || z.Smoothness.Gap || len(z.Series[0].Conditions) > 0 {
		return false, fmt.Errorf("%d series, %v", len(z.Series), z.Smoothness)
	}
	coefs := make([]symbolic.ID, order+1)
	for _, term := range z.Series[0].Terms {
		n, ok := term.Power.Number().Int64()
		if !ok || n < 0 || term.Log != 0 || term.Base != x.Sub(a.Expr) {
			return false, errors.New("a term is no power")
		}
		coefs[n] = term.Coef.ID()
	}
	factorial := rational.One
	for n, c := range coefs {
		if n > 0 {
			factorial = factorial.Mul(rational.Int(int64(n)))
		}
		d, err := diff.Derivative(f, x, n, diff.Options{})
		if err != nil {
			return false, err
		}
		p := certify.Compile(scope.Library, s, s.Scale(c, factorial), d.Partials[0].ID())
		v := p.At(point, 256)
		if !near(v[0].Real, v[1].Real) {
			return false, fmt.Errorf("coefficient %d is %s; times %d! in %v, but the derivative is in %v", n, text(s.Expr(c)), n, v[0].Real, v[1].Real)
		}
	}
	return true, nil
}

// near tells whether two enclosures are narrow and have points in common.
func near(x, y interval.Interval) bool {
	if x.IsEmpty() || y.IsEmpty() || interval.Separated(x, y) {
		return false
	}
	size := interval.Add(64, interval.Int(1), interval.Abs(x))
	small := interval.Mul(64, size, interval.FromRat(64, rational.New(1, 1<<62)))
	return interval.Less(interval.Abs(interval.Sub(256, x, y)), small)
}

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
				ok, err := agrees(parseProblem(t, fmt.Sprintf("%s(%s) | at %s | order %d", row.Name, args, at, order)))
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

// errDisagrees says that an expansion is certainly not that of Taylor's formula.
// Other errors of agrees say that the comparison was not possible.
var errDisagrees = errors.New("not Taylor's formula")

// agrees compares an expansion with repeated differentiation. It is false where
// the formula is not smooth at the point.
func agrees(p problem) (ok bool, err error) {
	defer symbolic.Catch(&err)
	s, order := p.scope.Store, p.order
	x, a := p.variables[0], p.options.At.Value
	d, err := diff.Derivative(p.formula, x, order+1, diff.Options{})
	if err != nil {
		return false, err
	}
	point := certify.Point{x.ID(): a.ID()}
	for _, cond := range []symbolic.Expr{p.formula.Domain, d.Conditions} {
		if z, _ := certify.Compile(p.scope.Library, s, cond.ID()).Holds(0, point, certify.Options{MaxPrec: 512}); z != certify.Yes {
			return false, nil
		}
	}
	z, err := taylor.Expand(p.scope, p.formula, x, order, p.options)
	if err != nil {
		return false, err
	}
	if len(z.Series) != 1 || z.Series[0].Side != taylor.Both || z.Smoothness.Class != taylor.Analytic || z.Smoothness.Gap || len(z.Series[0].Conditions) > 0 {
		return false, fmt.Errorf("%d series, %v", len(z.Series), z.Smoothness)
	}
	coefs := make([]symbolic.ID, order+1)
	for _, term := range z.Series[0].Terms {
		n, ok := term.Power.Number().Int64()
		if !ok || n < 0 || term.Log != 0 || term.Base != x.Sub(a) {
			return false, fmt.Errorf("%w: a term is no power", errDisagrees)
		}
		coefs[n] = term.Coef.ID()
	}
	factorial := rational.One
	for n, c := range coefs {
		if n > 0 {
			factorial = factorial.Mul(rational.Int(int64(n)))
		}
		d, err := diff.Derivative(p.formula, x, n, diff.Options{})
		if err != nil {
			return false, err
		}
		v := certify.Compile(p.scope.Library, s, s.Scale(c, factorial), d.Partials[0].ID()).At(point, 256)
		if x, y := v[0].Real, v[1].Real; interval.Separated(x, y) && !x.IsEmpty() && !y.IsEmpty() {
			return false, fmt.Errorf("%w: coefficient %d is %s; times %d! in %v, but the derivative is in %v", errDisagrees, n, text(s.Expr(c)), n, x, y)
		} else if !near(x, y) {
			return false, fmt.Errorf("coefficient %d is %s; times %d! in %v, the derivative is in %v", n, text(s.Expr(c)), n, x, y)
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

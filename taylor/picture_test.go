package taylor_test

import (
	"errors"
	"math"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/taylor"
)

func draw(t *testing.T, line string, lower, upper rational.Rat) (taylor.Picture, error) {
	t.Helper()
	p := parseProblem(t, line)
	s := p.scope.Store
	return taylor.Draw(p.scope, p.formula, p.variables[0], p.order, p.options, taylor.Range{Lower: s.Rational(lower), Upper: s.Rational(upper)})
}

// The band has the function in it, up to rounding, and begins with no width.
func TestBandsOfPicturesHaveTheFunction(t *testing.T) {
	for _, line := range []string{"mish(x) | order 4", "elu(x) | order 3", "log(1+x) | order 2", "floor(x)+x/2 | order 1", "tan(x) | at 1 | order 3", "sqrt(x) | order 2"} {
		z, err := draw(t, line, rational.Int(-2), rational.Int(2))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		inside, least := 0, math.Inf(1)
		for k, x := range z.X {
			f, low, high := z.Function[k], z.Low[k], z.High[k]
			if math.IsNaN(f) || math.IsNaN(low) {
				continue
			}
			inside++
			least = min(least, high-low)
			if f < low-1e-12 || f > high+1e-12 {
				t.Errorf("%s: at %v the value is %v, the band [%v, %v]", line, x, f, low, high)
			}
		}
		if inside < len(z.X)/4 || least > 1e-3 {
			t.Errorf("%s: %d of %d points have a band, its least width is %v", line, inside, len(z.X), least)
		}
		for _, s := range z.Series {
			if len(s.Y) != len(z.X) {
				t.Errorf("%s: order %d has %d points of %d", line, s.Order, len(s.Y), len(z.X))
			}
		}
	}
}

func TestPicturesNeedNumbers(t *testing.T) {
	for _, line := range []string{"exp(a*x)", "1/x | at inf"} {
		var e *taylor.Error
		if _, err := draw(t, line, rational.Int(-1), rational.One); !errors.As(err, &e) || e.Kind != taylor.Unsupported {
			t.Errorf("%s: %v", line, err)
		}
	}
}

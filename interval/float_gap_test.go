package interval

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestGammaBetweenPoles takes boxes between two poles: every value at a point is
// inside, and the enclosure is not much wider than the one of big.Float.
func TestGammaBetweenPoles(t *testing.T) {
	for _, x := range []Float{NewFloat(-2.5, -1.5), NewFloat(-0.5, 0.5), NewFloat(-3, -2), NewFloat(-0.5, 0)} {
		if z := x.LogGamma(); z.lo != math.Inf(-1) || z.hi != math.Inf(1) || z.Decoration() != Maybe {
			t.Errorf("log |Γ|%v = %v %v", x, z, z.Decoration())
		}
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		n := math.Floor(-1 - 8*rng.Float64()*rng.Float64())
		a, b := n+rng.Float64(), n+rng.Float64()
		x := NewFloat(min(a, b), max(a, b))
		if rng.IntN(8) == 0 {
			x = NewFloat(n, x.hi)
		}
		for _, f := range []struct {
			name  string
			float func(Float) Float
			big   func(uint, Interval) Interval
		}{{"Γ", Float.Gamma, Gamma}, {"log |Γ|", Float.LogGamma, LogGamma}} {
			z := f.float(x)
			if pole := x.lo == n; (z.Decoration() == Maybe) != pole {
				t.Errorf("%s%v is decorated %v", f.name, x, z.Decoration())
			}
			for range 5 {
				at := min(x.hi, x.lo+rng.Float64()*(x.hi-x.lo))
				v := f.big(64, Point(big.NewFloat(at)))
				if v.IsEmpty() {
					continue
				}
				if y := v.Float(); y.hi < z.lo || y.lo > z.hi {
					t.Errorf("%s%v = %v, but it is %v at %v", f.name, x, z, v, at)
				}
			}
			w := f.big(64, x.Interval()).Float()
			if slack := 1e-6 * (1 + math.Abs(w.lo) + math.Abs(w.hi)); w.lo-z.lo > slack || z.hi-w.hi > slack {
				t.Errorf("%s%v = %v, which is wider than %v", f.name, x, z, w)
			}
		}
	}
}

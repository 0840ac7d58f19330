package poly_test

import (
	"testing"

	"github.com/symgrad/symgrad/poly"
)

// x^n-1 has a factor for each divisor of n, and hundreds modulo a prime.
func TestPolynomialsInPowersAreFactoredStepByStep(t *testing.T) {
	r := poly.NewRing("x", "y", "z")
	for _, c := range []struct {
		text    string
		factors int
	}{
		{"x^60-1", 12},
		{"x^105-1", 8},
		{"x^360-1", 24},
		{"x^128+x^64+1", 7},
		{"x^64-y^64", 7},
		{"x^12*y^12-z^12", 6},
		{"x^6*y^4-z^2", 2},
		{"x^6+y^4", 1},
		{"x^12+y^18", 2},
		{"(x^6-2)*(y^9-3)*(x^6*y^9-5)", 3},
		{"x^8-2*x^4*y^4+y^8-z^2", 2},
		{"x^1048577-2", 0}, // too large, and said to be
	} {
		p := must(r, c.text)
		f, err := p.Factor(nil)
		if c.factors == 0 {
			if err == nil {
				t.Errorf("%s: no limit", c.text)
			}
			continue
		}
		if err != nil || len(f.Factors) != c.factors {
			t.Errorf("%s has %d factors, not %d; %v", c.text, len(f.Factors), c.factors, err)
		}
		checkFactors(t, p, f)
		for _, x := range f.Factors {
			if !x.Irreducible {
				t.Errorf("%s: %v is not proved irreducible", c.text, x.Poly)
			}
		}
	}
}

package poly_test

import (
	"testing"

	"github.com/symgrad/symgrad/poly"
	"pgregory.net/rapid"
)

// FuzzFactor factors random products within a small budget: what comes out
// multiplies back, and the known factors are found again in full.
func FuzzFactor(f *testing.F) {
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) {
		r := rapid.SampledFrom(rings[:2]).Draw(t, "ring")
		s := rapid.SampledFrom([]shape{{4, 3, 9}, {6, 2, 1 << 33}, {3, 8, 3}}).Draw(t, "shape")
		p := r.One()
		var known []poly.Poly
		for range rapid.IntRange(1, 4).Draw(t, "factors") {
			x := draw(t, r, s, "factor")
			if x.IsZero() {
				continue
			}
			known = append(known, x)
			p = ok[poly.Poly](t)(p.Mul(x, nil))
		}
		b := poly.Budget{Steps: 100_000_000}
		found, err := p.Factor(&b)
		if !ok[poly.Poly](t)(found.Expand(r, nil)).Equal(p) {
			t.Fatalf("the factors %v do not multiply to %v", found, p)
		}
		if err != nil {
			return
		}
		// An irreducible factor divides a known one or is coprime to it.
		for _, x := range found.Factors {
			for _, k := range known {
				g := ok[poly.Poly](t)(x.Poly.GCD(k, nil))
				if !x.Irreducible || !g.IsOne() && !g.Equal(x.Poly) {
					t.Fatalf("%v of %v is not irreducible: %v divides it", x, p, g)
				}
			}
		}
	}))
}

package poly_test

import (
	"testing"

	"github.com/symgrad/symgrad/poly"
)

// BenchmarkExpand is (1+x+y+z)^20*((1+x+y+z)^20+1), expanded: 12341 terms.
func BenchmarkExpand(b *testing.B) {
	r := poly.NewRing("x", "y", "z")
	s := r.One().Add(r.Var(0)).Add(r.Var(1)).Add(r.Var(2))
	for b.Loop() {
		p, err := s.Pow(20, nil)
		if err != nil {
			b.Fatal(err)
		}
		q, err := p.Mul(p.Add(r.One()), nil)
		if err != nil {
			b.Fatal(err)
		}
		if q.Len() != 12341 {
			b.Fatal(q.Len())
		}
	}
}

package function

import (
	"math"
	"testing"
)

func TestShiftsAgreeWithKernel(t *testing.T) {
	count := map[*Row]int{}
	for _, s := range samples(t) {
		y := s.row.Float(s.args)
		if s.row.Shift == "" || !modest(s.args) || math.IsNaN(y) || math.IsInf(y, 0) || math.Abs(y) > 1e12 {
			continue
		}
		if z := evaluate(s.row.Shift, bind(s.row, s.args), 0); !(math.Abs(y-z) <= 1e-8*max(1, math.Abs(y))) {
			t.Errorf("%s%v = %v, but %s = %v", s.row.Name, s.args, y, s.row.Shift, z)
		}
		count[s.row]++
	}
	for _, r := range Default().All() {
		if r.Shift != "" && count[r] < 5 {
			t.Errorf("%s: shift tried at %d points only", r.Signature(), count[r])
		}
	}
}

func TestLimitsAtInfinityAgreeWithKernel(t *testing.T) {
	for _, r := range Default().All() {
		for i, text := range r.AtInfinity {
			limit := evaluate(text, nil, 0)
			for _, u := range []float64{1e8, 1e12, 1e300} {
				if y := r.Float([]float64{math.Copysign(u, float64(2*i-1))}); math.Abs(y-limit) > 2/u {
					t.Errorf("%s(%v) = %v, far from its limit %s", r.Name, u, y, text)
				}
			}
		}
	}
}

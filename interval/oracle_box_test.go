package interval

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

// On boxes of two arguments: the hull of two points, a half-line or the plane
// now and then; with all oracle points that lie inside.
func TestOracleBoxes(t *testing.T) {
	eachFunction(t, func(t *testing.T, key oracleKey, cases []oracleCase) (checks int) {
		if key.args != 2 {
			return 0
		}
		k, _ := Lookup(key.name, 2)
		f, _ := LookupFloat(key.name, 2)
		rng := rand.New(rand.NewPCG(1, 2))
		var doubles []oracleCase
		for _, c := range cases {
			if _, ok := c.isFloat64(); ok {
				doubles = append(doubles, c)
			}
		}
		boxes := 1500
		if slices.Contains(slowNames, key.name) {
			boxes = 300
		}
		for range boxes {
			p, q := doubles[rng.IntN(len(doubles))], doubles[rng.IntN(len(doubles))]
			var box []Interval
			var floats []Float
			for i := range 2 {
				lo, hi := minFloat(p.args[i], q.args[i]), maxFloat(p.args[i], q.args[i])
				switch rng.IntN(8) {
				case 0:
					lo = minusInf
				case 1:
					hi = plusInf
				case 2:
					hi = lo
				}
				x := New(lo, hi)
				if lo.Cmp(hi) != 0 {
					x = x.withGaps(gaps(rng.IntN(4)))
				}
				if rng.IntN(4) == 0 {
					x = x.puncture()
				}
				box, floats = append(box, x), append(floats, x.Float())
			}
			if key.name == "polygamma" && box[0].IsEmpty() {
				continue
			}
			for prec := range 2 {
				var z Interval
				if prec == 0 {
					z = k(53, box)
				} else {
					z = f(floats).Interval()
				}
				for _, c := range cases {
					if !box[0].ContainsFloat(c.args[0]) || !box[1].ContainsFloat(c.args[1]) {
						continue
					}
					checks++
					switch {
					case c.lo == nil && z.Decoration() >= Defined:
						t.Errorf("%v: %v, but undefined at %v", box, z.dec, c.args)
					case c.lo != nil && !c.holds(z):
						t.Errorf("%v: %v does not contain %.25g at %v", box, z, c.lo, c.args)
					}
				}
			}
		}
		return checks
	})
}

func TestPowersOfZero(t *testing.T) {
	zero := FloatPoint(0)
	for _, c := range []struct {
		v    Float
		has  []float64 // values
		dec  Decoration
		none bool
	}{
		{NewFloat(0, 1), []float64{0, 1}, Defined, false},
		{NewFloat(-1, 1), []float64{0, 1}, Maybe, false},
		{NewFloat(-1, 0), []float64{1}, Maybe, false},
		{NewFloat(0.5, 1), []float64{0}, Continuous, false},
		{NewFloat(0, 0), []float64{1}, Continuous, false},
		{NewFloat(-1, -0.5), nil, Nowhere, true},
		{NewFloat(-0.5, -0.5), nil, Nowhere, true},
	} {
		for i, z := range []Interval{zero.Pow(c.v).Interval(), Pow(60, zero.Interval(), c.v.Interval())} {
			if z.IsEmpty() && c.none {
				continue
			}
			if z.Decoration() > c.dec {
				t.Errorf("0^%v (%d): %v, want %v", c.v, i, z.Decoration(), c.dec)
			}
			for _, x := range c.has {
				if !z.ContainsFloat(big.NewFloat(x)) {
					t.Errorf("0^%v (%d) = %v does not contain %v", c.v, i, z, x)
				}
			}
		}
	}
}

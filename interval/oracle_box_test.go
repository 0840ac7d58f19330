package interval

import (
	"math/rand/v2"
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
		for range 1500 {
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

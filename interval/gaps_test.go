package interval

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// grid are the numbers around the endpoints of the intervals of gridSets, in
// quarters and a bit beside.
func grid() (points []*big.Float) {
	for i := -12; i <= 12; i++ {
		for _, e := range []float64{0, 0x1p-30, -0x1p-30} {
			points = append(points, big.NewFloat(float64(i)/4+e))
		}
	}
	return points
}

// gridSets are intervals with small endpoints and all kinds of gaps.
func gridSets() (sets []Interval) {
	ends := []float64{-3, -2, -1, 0, 1, 2, 3}
	for i, lo := range ends {
		for _, hi := range ends[i:] {
			x := FromFloats(lo, hi)
			if lo == hi {
				sets = append(sets, x)
				continue
			}
			for g := range gaps(4) {
				sets = append(sets, x.withGaps(g), x.withGaps(g).puncture())
			}
		}
	}
	return append(sets, New(minusInf, big.NewFloat(1)), New(big.NewFloat(-1), plusInf), New(zeroFloat, plusInf).puncture(), Entire(Continuous).puncture())
}

// Every operation keeps every value, whatever the endpoints that are left out,
// and an end is left out of the result only if no value is there.
func TestGapsLeaveOutNoValue(t *testing.T) {
	type operation struct {
		name  string
		exact func(x, y *big.Float) *big.Float // nil: undefined
		wide  func(x, y Interval) Interval
		float func(x, y Float) Float
	}
	value := func(f func(z, x, y *big.Float) *big.Float) func(x, y *big.Float) *big.Float {
		return func(x, y *big.Float) *big.Float { return f(new(big.Float).SetPrec(500), x, y) }
	}
	operations := []operation{
		{"add", value((*big.Float).Add), func(x, y Interval) Interval { return Add(53, x, y) }, Float.Add},
		{"sub", value((*big.Float).Sub), func(x, y Interval) Interval { return Sub(53, x, y) }, Float.Sub},
		{"mul", value((*big.Float).Mul), func(x, y Interval) Interval { return Mul(53, x, y) }, Float.Mul},
		{"quo", func(x, y *big.Float) *big.Float {
			if y.Sign() == 0 {
				return nil
			}
			return new(big.Float).SetPrec(500).Quo(x, y)
		}, func(x, y Interval) Interval { return Quo(53, x, y) }, Float.Quo},
		{"max", maxFloat, Max, Float.Max},
		{"min", minFloat, Min, Float.Min},
		{"hull", func(x, _ *big.Float) *big.Float { return x }, Hull, Float.Hull},
		{"abs", func(x, _ *big.Float) *big.Float { return new(big.Float).Abs(x) },
			func(x, _ Interval) Interval { return Abs(x) }, func(x, _ Float) Float { return x.Abs() }},
		{"cube", func(x, _ *big.Float) *big.Float {
			z := new(big.Float).SetPrec(500).Mul(x, x)
			return z.Mul(z, x)
		}, func(x, _ Interval) Interval { return PowInt(53, x, 3) }, func(x, _ Float) Float { return x.PowInt(3) }},
		{"fourth", func(x, _ *big.Float) *big.Float {
			z := new(big.Float).SetPrec(500).Mul(x, x)
			return z.Mul(z, z)
		}, func(x, _ Interval) Interval { return PowInt(53, x, 4) }, func(x, _ Float) Float { return x.PowInt(4) }},
		{"floor", func(x, _ *big.Float) *big.Float { return new(big.Float).SetInt(floorInt(x)) },
			func(x, _ Interval) Interval { return Floor(53, x) }, func(x, _ Float) Float { return x.Floor() }},
		{"ceil", func(x, _ *big.Float) *big.Float { return new(big.Float).SetInt(ceilInt(x)) },
			func(x, _ Interval) Interval { return Ceil(53, x) }, func(x, _ Float) Float { return x.Ceil() }},
		{"sign", func(x, _ *big.Float) *big.Float { return big.NewFloat(float64(x.Sign())) },
			func(x, _ Interval) Interval { return Sign(x) }, func(x, _ Float) Float { return x.signum() }},
		{"step", func(x, _ *big.Float) *big.Float { return big.NewFloat(float64(max(x.Sign(), 0))) },
			func(x, _ Interval) Interval { return Step(x) }, func(x, _ Float) Float { return x.step() }},
		{"delta", func(x, y *big.Float) *big.Float {
			if x.Cmp(y) == 0 {
				return oneFloat
			}
			return zeroFloat
		}, Delta, Float.Delta},
	}
	points, sets := grid(), gridSets()
	inside := make([][]*big.Float, len(sets))
	for i, x := range sets {
		for _, p := range points {
			if x.ContainsFloat(p) {
				inside[i] = append(inside[i], p)
			}
		}
	}
	for _, op := range operations {
		t.Run(op.name, func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(3, 4))
			for i, x := range sets {
				for range 12 {
					j := rng.IntN(len(sets))
					y := sets[j]
					wide, float := op.wide(x, y), op.float(x.Float(), y.Float()).Interval()
					for _, p := range inside[i] {
						for n := 0; n < len(inside[j]); n += 1 + rng.IntN(5) {
							q := inside[j][n]
							v := op.exact(p, q)
							for _, z := range []Interval{wide, float} {
								switch {
								case v == nil && z.dec >= Defined:
									t.Fatalf("%v, %v: %v, but undefined at %v, %v", x, y, z.dec, p, q)
								case v != nil && !z.ContainsFloat(v):
									t.Fatalf("%v, %v: %v does not contain %v from %v, %v", x, y, z, v, p, q)
								}
							}
						}
					}
				}
			}
		})
	}
}

func TestEndsThatNoValueReachesAreLeftOut(t *testing.T) {
	one, huge := Int(1), Int(1000)
	for _, c := range []struct {
		name  string
		wide  bool
		float bool
	}{
		{"tanh 1000 < 1", Less(Tanh(53, huge), one), FloatPoint(1000).Tanh().Less(FloatPoint(1))},
		{"tanh -1000 > -1", Less(Int(-1), Tanh(53, Neg(huge))), FloatPoint(-1).Less(FloatPoint(-1000).Tanh())},
		{"1 - tanh 1000 > 0", Sub(53, one, Tanh(53, huge)).NonZero(), FloatPoint(1).Sub(FloatPoint(1000).Tanh()).NonZero()},
		{"exp(-exp 100) > 0", Exp(53, Neg(Exp(53, Int(100)))).NonZero(), FloatPoint(100).Exp().Neg().Exp().NonZero()},
		{"sigmoid 1000 < 1", Less(Sigmoid(53, huge), one), FloatPoint(1000).Sigmoid().Less(FloatPoint(1))},
		{"erf 1000 < 1", Less(Erf(53, huge), one), FloatPoint(1000).Erf().Less(FloatPoint(1))},
		{"erfc 1000 > 0", Erfc(53, huge).NonZero(), FloatPoint(1000).Erfc().NonZero()},
		{"tanh of everything < 1", Less(Tanh(53, Entire(Continuous)), one), EntireFloat(Continuous).Tanh().Less(FloatPoint(1))},
		{"cosh of what is not 0 > 1", Less(one, Cosh(53, Entire(Continuous).puncture())), FloatPoint(1).Less(EntireFloat(Continuous).puncture().Cosh())},
		{"sin 1e20 < 1", Less(Sin(53, FromFloats(1e20, 1e20)), one), FloatPoint(1e20).Sin().Less(FloatPoint(1))},
		{"exp 1e-300 > 1", Less(one, Exp(53, FromFloats(1e-300, 1e-300))), FloatPoint(1).Less(FloatPoint(1e-300).Exp())},
		{"1 + exp -40 > 1", Less(one, Add(80, one, Exp(80, Int(-40)))), FloatPoint(1).Less(FloatPoint(1).Add(FloatPoint(-40).Exp()))},
		{"sqrt of (1, 4) > 1", Less(one, Sqrt(53, FromFloats(1, 4).withGaps(noLo))), FloatPoint(1).Less(NewFloat(1, 4).withGaps(noLo).Sqrt())},
		{"floor of [2, 3) = 2", Equal(Floor(53, FromFloats(2, 3).withGaps(noHi)), Int(2)), NewFloat(2, 3).withGaps(noHi).Floor().Equal(FloatPoint(2))},
	} {
		if !c.wide {
			t.Errorf("%s is not known of Intervals", c.name)
		}
		if !c.float {
			t.Errorf("%s is not known of Floats", c.name)
		}
	}
}

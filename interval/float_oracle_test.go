package interval

import (
	"math"
	"math/big"
	"testing"
)

// isFloat64 returns the arguments of c as float64, false where one is none.
func (c oracleCase) isFloat64() (args []float64, ok bool) {
	for _, x := range c.args {
		f, acc := x.Float64()
		if acc != big.Exact {
			return nil, false
		}
		args = append(args, f)
	}
	return args, true
}

// holdsFloat is holds for a Float.
func (c oracleCase) holdsFloat(z Float) bool {
	if z.lo < c.below && c.above < z.hi {
		return true // by far
	}
	return c.holds(z.Interval())
}

// ulps returns the width of x in units in the last place of its larger
// endpoint.
func (x Float) ulps() float64 {
	m := max(math.Abs(x.lo), math.Abs(x.hi))
	if x.lo == x.hi || math.IsInf(m, 0) {
		return 0
	}
	return (x.hi - x.lo) / (next(m) - m)
}

// maxUlps bounds the widths at points; the largest one seen is logged.
func maxUlps(key oracleKey) float64 {
	switch key.name {
	case "gamma", "factorial":
		return 1 << 13 // exp(log Γ)
	case "pow":
		return 1 << 13 // exp(v·log u), and exponents up to 1024 multiplied out
	case "log":
		if key.args == 2 {
			return 64
		}
	case "lgamma", "digamma":
		return 1 << 13 // sharp
	case "binomial":
		return math.Inf(1)
	case "erfi":
		return 1 << 16 // up to 2000 terms
	}
	return 32
}

func TestFloatOraclePoints(t *testing.T) {
	eachFunction(t, func(t *testing.T, key oracleKey, cases []oracleCase) (checks int) {
		k, ok := LookupFloat(key.name, key.args)
		if !ok {
			t.Fatal("no kernel")
		}
		widest := 0.0
		for _, c := range cases {
			args, ok := c.isFloat64()
			if !ok {
				continue
			}
			var points []Float
			for _, x := range args {
				points = append(points, FloatPoint(x))
			}
			z := k(points)
			checks++
			if c.lo == nil {
				if z.Decoration() != Nowhere && !inexactArgument(key) {
					t.Errorf("%v: %v %v, want undefined", args, z, z.dec)
				}
				continue
			}
			if z.Decoration() < Defined && !inexactArgument(key) {
				t.Errorf("%v: decoration %v, want defined", args, z.dec)
			}
			if !c.holdsFloat(z) {
				t.Errorf("%v: %v does not contain %.30g", args, z, c.lo)
				continue
			}
			widest = max(widest, z.ulps())
			if w := z.ulps(); w > maxUlps(key) {
				t.Errorf("%v: %v is %g units wide", args, z, w)
			}
		}
		t.Logf("%d cases, at most %g units", checks, widest)
		return checks
	})
}

func TestFloatOracleIntervals(t *testing.T) {
	eachFunction(t, func(t *testing.T, key oracleKey, all []oracleCase) (checks int) {
		if key.args != 1 {
			return 0
		}
		k, _ := LookupFloat(key.name, 1)
		inside := func(x Float, part []oracleCase) {
			checks += len(part)
			z := k([]Float{x})
			for _, c := range part {
				switch {
				case c.lo == nil && z.Decoration() >= Defined:
					t.Errorf("%v: %v, but undefined at %v", x, z.dec, c.args[0])
				case c.lo != nil && !c.holdsFloat(z):
					t.Errorf("%v: %v does not contain %.25g at %v", x, z, c.lo, c.args[0])
				}
			}
		}
		var cases []oracleCase
		for _, c := range fewer(key, all) {
			if _, ok := c.isFloat64(); ok {
				cases = append(cases, c)
			}
		}
		sortCases(cases)
		at := func(c oracleCase) float64 { x, _ := c.args[0].Float64(); return x }
		for _, size := range []int{2, 8, 30} {
			for i := 0; i+size <= len(cases); i += 1 + size/5 {
				part := cases[i : i+size]
				inside(NewFloat(at(part[0]), at(part[size-1])), part)
			}
		}
		// Narrow and half-open intervals around each point.
		for i, c := range cases {
			v := at(c)
			for _, w := range []float64{0, 0x1p-40, 0x1p-4} {
				d := math.Abs(v) * w
				lo, hi := max(prev(v)-d, -math.MaxFloat64), min(next(v)+d, math.MaxFloat64)
				for _, x := range []Float{NewFloat(lo, v), NewFloat(v, hi), {lo, hi, noLo | noHi, Continuous}} {
					inside(x, cases[i:i+1])
				}
			}
			inside(NewFloat(math.Inf(-1), v), cases[i:i+1])
			inside(NewFloat(v, math.Inf(1)), cases[i:i+1])
		}
		return checks
	})
}

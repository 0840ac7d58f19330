package interval

import (
	"maps"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/symgrad/symgrad/rational"
)

// slowNames are functions whose big.Float kernels take long; they get fewer
// random points.
var slowNames = []string{"gamma", "lgamma", "digamma", "factorial", "erfi", "polygamma", "binomial"}

// randomFloat returns numbers of all sizes, more often of moderate ones.
func randomFloat(rng *rand.Rand) float64 {
	switch rng.IntN(6) {
	case 0:
		return float64(rng.IntN(41) - 20)
	case 1:
		return math.Float64frombits(rng.Uint64()&^(0x7FF<<52) | uint64(rng.IntN(2046))<<52)
	case 2:
		return (rng.Float64() - 0.5) * 4
	}
	return math.Copysign(math.Exp2(rng.Float64()*60-40), rng.Float64()-0.5)
}

// agrees fails unless the two kinds can be enclosures of the same value, and
// say the same about where it is defined.
func agrees(t *testing.T, name string, args []Float, z Float, wide Interval) {
	t.Helper()
	if d := wide.Decoration(); (d == Nowhere) != (z.Decoration() == Nowhere) || (d >= Defined) != (z.Decoration() >= Defined) {
		t.Errorf("%s%v: Float is %v, Interval is %v", name, args, z.Decoration(), d)
		return
	}
	if !wide.IsEmpty() && Intersect(z.Interval(), wide).IsEmpty() {
		t.Errorf("%s%v: %v and %v have nothing in common", name, args, z, wide)
	}
}

// At random points of all sizes the two kinds agree.
func TestFloatAgreesWithInterval(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(unaryFloat)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, _ := LookupFloat(name, 1)
			k, ok := Lookup(name, 1)
			if !ok {
				t.Fatal("no kernel for Intervals")
			}
			rng := rand.New(rand.NewPCG(5, 6))
			n := 1500
			if slices.Contains(slowNames, name) {
				n = 100
			}
			for range n {
				x := FloatPoint(randomFloat(rng))
				if (name == "gamma" || name == "factorial") && math.Abs(x.lo) > 1e4 {
					continue
				}
				agrees(t, name, []Float{x}, f([]Float{x}), k(80, []Interval{x.Interval()}))
			}
		})
	}
	for _, name := range slices.Sorted(maps.Keys(binaryFloat)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, _ := LookupFloat(name, 2)
			k, ok := Lookup(name, 2)
			if !ok {
				t.Fatal("no kernel for Intervals")
			}
			if name == "polygamma" {
				return // the same kernel
			}
			rng := rand.New(rand.NewPCG(7, 8))
			for range 1500 {
				x, y := FloatPoint(randomFloat(rng)), FloatPoint(randomFloat(rng))
				if size := math.Abs(x.lo) + math.Abs(y.lo); name == "binomial" && (size > 1e3 || math.Abs(x.lo)+1 == 1 || math.Abs(y.lo)+1 == 1) {
					continue // Γ of large numbers takes long; n-k is rounded next to poles
				}
				agrees(t, name, []Float{x, y}, f([]Float{x, y}), k(80, []Interval{x.Interval(), y.Interval()}))
			}
		})
	}
	for name := range unary {
		if _, ok := LookupFloat(name, 1); !ok {
			t.Errorf("%s has no kernel for Floats", name)
		}
	}
	for name := range binary {
		if _, ok := LookupFloat(name, 2); !ok {
			t.Errorf("%s of two arguments has no kernel for Floats", name)
		}
	}
}

// The enclosure on a box contains those on the boxes inside, and is decorated
// no better.
func TestFloatEnclosuresAreMonotone(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(unaryFloat)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, _ := LookupFloat(name, 1)
			rng := rand.New(rand.NewPCG(9, 10))
			n := 2000
			if slices.Contains(slowNames, name) {
				n = 100
			}
			for range n {
				a, b := randomFloat(rng), randomFloat(rng)
				if rng.IntN(2) == 0 {
					b = a + math.Abs(a)*math.Exp2(-rng.Float64()*50)
				}
				x := NewFloat(min(a, b), max(a, b))
				z := f([]Float{x})
				for range 3 {
					p := x.lo + (x.hi-x.lo)*rng.Float64()
					if !x.Contains(p) {
						continue
					}
					y := f([]Float{FloatPoint(p)})
					switch {
					case z.Decoration() >= Defined && y.Decoration() < Defined:
						t.Errorf("%s: %v on %v, %v at %v", name, z.Decoration(), x, y.Decoration(), p)
					case z.Separated(y) && !y.IsEmpty():
						t.Errorf("%s: %v on %v, %v at %v", name, z, x, y, p)
					}
				}
			}
		})
	}
}

func TestFromRatFloatIsTight(t *testing.T) {
	big400, _ := rational.Int(10).Pow(400, 1<<12)
	for _, c := range []struct {
		x    rational.Rat
		want string
	}{
		{rational.New(1, 2), "[0.5, 0.5]"},
		{rational.New(1, 3), "(0.3333333333333333, 0.33333333333333337)"},
		{rational.New(-1, 3), "(-0.33333333333333337, -0.3333333333333333)"},
		{big400, "(1.7976931348623157e+308, +Inf)"},
		{big400.Neg(), "(-Inf, -1.7976931348623157e+308)"},
		{big400.Inv(), "(0, 5e-324)"},
		{big400.Inv().Neg(), "(-5e-324, 0)"},
		{rational.Int(1<<53 + 1), "(9.007199254740992e+15, 9.007199254740994e+15)"},
		{rational.Int(1 << 60), "[1.152921504606847e+18, 1.152921504606847e+18]"},
	} {
		if got := FromRatFloat(c.x).String(); got != c.want {
			t.Errorf("%v: %s, want %s", c.x, got, c.want)
		}
		if !FromRatFloat(c.x).Interval().Contains(c.x) {
			t.Errorf("%v is not in %v", c.x, FromRatFloat(c.x))
		}
	}
	if s, ok := FromRatFloat(big400.Inv()).Sign(); !ok || s != 1 {
		t.Error("10^-400 is not known to be positive")
	}
}

// Conversions keep every point and are exact where they can be.
func TestFloatConversions(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 3000 {
		a, b := randomFloat(rng), randomFloat(rng)
		x := NewFloat(min(a, b), max(a, b)).withGaps(gaps(rng.IntN(4)))
		if y := x.Interval().Float(); y != x {
			t.Fatalf("%v became %v", x, y)
		}
		third := Quo(150, x.Interval(), Int(3))
		if y := third.Float(); !y.Interval().ContainsInterval(third) {
			t.Fatalf("%v does not contain %v", y, third)
		}
	}
	tiny := Exp(64, Neg(Exp(64, Int(100))))
	if s, ok := tiny.Float().Sign(); !ok || s != 1 {
		t.Errorf("%v became %v", tiny, tiny.Float())
	}
}

// FuzzFloat compares the two kinds at points and on boxes.
func FuzzFloat(f *testing.F) {
	names := slices.Sorted(maps.Keys(unaryFloat))
	for i := range names {
		f.Add(uint8(i), 0.7, 2.5)
		f.Add(uint8(i), -1e-310, 1e300)
	}
	f.Fuzz(func(t *testing.T, i uint8, a, b float64) {
		name := names[int(i)%len(names)]
		if math.IsNaN(a) || math.IsInf(a, 0) || math.IsNaN(b) || math.IsInf(b, 0) {
			return
		}
		if (name == "gamma" || name == "factorial") && max(math.Abs(a), math.Abs(b)) > 1e4 {
			return
		}
		k, _ := Lookup(name, 1)
		fk, _ := LookupFloat(name, 1)
		x := FloatPoint(a)
		agrees(t, name, []Float{x}, fk([]Float{x}), k(80, []Interval{x.Interval()}))
		box := NewFloat(min(a, b), max(a, b))
		z, wide := fk([]Float{box}), k(80, []Interval{x.Interval()})
		if z.Decoration() >= Defined && wide.Decoration() < Defined || !wide.IsEmpty() && Intersect(z.Interval(), wide).IsEmpty() {
			t.Errorf("%s: %v %v on %v, %v %v at %v", name, z, z.Decoration(), box, wide, wide.Decoration(), a)
		}
	})
}

// Quotients of numbers that are float64 are enclosed without big numbers, and as
// tightly.
func TestSmallRationals(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		n, d := rng.Int64N(1<<53)>>rng.IntN(53), 1+rng.Int64N(1<<53)>>rng.IntN(53)
		if rng.IntN(2) == 0 {
			n = -n
		}
		x := rational.New(n, d)
		f, exact := x.Big().Float64()
		got := FromRatFloat(x)
		lo, hi := new(big.Rat).SetFloat64(got.lo), new(big.Rat).SetFloat64(got.hi)
		switch {
		case exact != got.IsPoint() || exact && got.lo != f:
			t.Fatalf("%v is %v", x, got)
		case !exact && (next(got.lo) != got.hi || lo.Cmp(x.Big()) >= 0 || hi.Cmp(x.Big()) <= 0):
			t.Fatalf("%v is in %v", x, got)
		}
	}
}

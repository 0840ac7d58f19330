package certify

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/interval"
)

func TestSidesAreWrittenApart(t *testing.T) {
	for _, c := range []struct {
		left, right string
		at          map[string]string
		wantLeft    string
		wantRight   string
	}{
		{"sin(x)", "x", map[string]string{"x": "1"}, "[0.8414709848, 0.8414709849]", "[1, 1]"},
		{"1/x", "1/3-1e-13", map[string]string{"x": "3"}, "[0.333333333333333, 0.333333333333334]", "[0.333333333333233, 0.333333333333234]"},
		{"x", "0", map[string]string{"x": "-5/2"}, "[-2.5, -2.5]", "[0, 0]"},
		{"exp(x)", "0", map[string]string{"x": "-100"}, "[3.720075976e-44, 3.720075977e-44]", "[0, 0]"},
		{"x^30", "0", map[string]string{"x": "10"}, "[9.999999999e29, 1.000000001e30]", "[0, 0]"},
		{"tanh(x)", "1", map[string]string{"x": "100"}, "[0.9999999999, 1)", "[1, 1]"},
		{"tanh(x)", "-1", map[string]string{"x": "-100"}, "(-1, -0.9999999999]", "[-1, -1]"},
		{"x/1000", "1", map[string]string{"x": "1"}, "[0.0009999999999, 0.001000000001]", "[1, 1]"},
		{"pi*x", "0", map[string]string{"x": "10^7"}, "[31415926.53, 31415926.54]", "[0, 0]"},
		{"log(x)", "0", map[string]string{"x": "-1"}, "[]", "[0, 0]"},
		{"x^2", "-1", nil, "[0, inf)", "[-1, -1]"},
	} {
		s, p := program(t, c.left, c.right)
		l, r := p.Compare(0, 1, point(t, s, c.at), Options{}).Sides()
		if l != c.wantLeft || r != c.wantRight {
			t.Errorf("%s, %s at %v: %s and %s, want %s and %s", c.left, c.right, c.at, l, r, c.wantLeft, c.wantRight)
		}
	}
}

// What is written contains what is meant.
func TestDecimalsAreRoundedOutward(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		x := new(big.Float).SetPrec(80).SetMantExp(big.NewFloat(rng.Float64()-0.5), rng.IntN(400)-200)
		if rng.IntN(4) == 0 {
			x = big.NewFloat(float64(rng.IntN(2001)-1000) / 10)
		}
		for _, digits := range []int{1, 2, 10, 17} {
			for _, up := range []bool{false, true} {
				d, exact := toDecimal(x, digits, up)
				r, _ := x.Rat(nil)
				c := d.rat().Cmp(r)
				if c != 0 && (c > 0) != up || exact != (c == 0) {
					t.Fatalf("%v to %d digits, up %v: %v", x, digits, up, d)
				}
				back, ok := new(big.Rat).SetString(d.String())
				if !ok || back.Cmp(d.rat()) != 0 {
					t.Fatalf("%v is written %s", d.rat(), d)
				}
				if n := len(strings.TrimLeft(strings.NewReplacer(".", "", "-", "").Replace(strings.Split(d.String(), "e")[0]), "0")); n > max(digits+1, 20) {
					t.Fatalf("%v to %d digits has %d", x, digits, n)
				}
			}
		}
	}
}

func TestSeparatedIntervalsAreWrittenApart(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		a := rng.NormFloat64()
		e := a * 1e-13 * rng.Float64()
		x, y := interval.FromFloats(min(a, a+e), max(a, a+e)), interval.FromFloats(min(a+2*e, a+3*e), max(a+2*e, a+3*e))
		if !interval.Separated(x, y) {
			continue
		}
		l, r := disjointTexts(x, y)
		digits := 10
		for ; !outward(x, digits).disjoint(outward(y, digits)); digits += 5 {
		}
		if l != outward(x, digits).String() || r != outward(y, digits).String() {
			t.Fatalf("%s and %s", l, r)
		}
	}
}

// Numbers with large exponents are rounded outward by their logarithms, to one unit
// of the last digit, and compare as they are.
func TestHugeDecimals(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var before decimal
	var beforeValue *big.Float
	for range 60 {
		e := maxDecimalExponent + rng.IntN(3*maxDecimalExponent)
		if rng.IntN(2) == 0 {
			e = -e
		}
		x := new(big.Float).SetPrec(80).SetMantExp(big.NewFloat(rng.Float64()-0.5), e)
		r, _ := x.Rat(nil)
		for _, digits := range []int{1, 10, 40} {
			lo, _ := toDecimal(x, digits, false)
			hi, exact := toDecimal(x, digits, true)
			if lo.rat().Cmp(r) > 0 || hi.rat().Cmp(r) < 0 || exact || lo.cmp(hi) >= 0 {
				t.Fatalf("%v is not between %s and %s", x, lo, hi)
			}
			one := decimal{digits: big.NewInt(2), exp: max(lo.exp, hi.exp)}
			if new(big.Rat).Sub(hi.rat(), lo.rat()).Cmp(one.rat()) > 0 {
				t.Fatalf("%s and %s are far apart", lo, hi)
			}
		}
		d, _ := toDecimal(x, 10, true)
		if beforeValue != nil && d.cmp(before) != x.Cmp(beforeValue) {
			t.Fatalf("%s and %s", d, before)
		}
		before, beforeValue = d, x
	}
	if a, b := disjointTexts(interval.Exp(64, interval.Exp(64, interval.Int(20))), interval.Int(0)); a != "[1.506554338e210704567, 1.506554339e210704567]" || b != "[0, 0]" {
		t.Error(a, b)
	}
}

package activation

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/interval"
)

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		digits int
		want   string
	}{
		{0.5, 0.5, 8, "0.5"},
		{0, 0, 8, "0"},
		{-3, -3, 8, "-3"},
		{math.Pi, math.Pi, 6, "3.14159..."},
		{3.14159, 3.14160, 12, "3.1415..."},
		{-3.14160, -3.14159, 12, "-3.1415..."},
		{3.1, 3.2, 12, "[3.10, 3.21]"},
		{-1e-3, 1e-3, 12, "[-0.0011, 0.0011]"},
		{1.2344e-9, 1.2345e-9, 12, "1.234e-9..."},
		{123456.25, 123456.5, 4, "123400..."},
		{0.99999999, 1.0000001, 12, "[0.99999998, 1.00000011]"},
	} {
		if got := Digits(interval.NewFloat(c.lo, c.hi), c.digits); got != c.want {
			t.Errorf("[%v, %v] with %d digits is %q, not %q", c.lo, c.hi, c.digits, got, c.want)
		}
	}
}

// What is written contains the interval, and digits are those of both ends.
func TestDecimalsAreRight(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	number := func(s string) *big.Rat {
		v, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q is no number", s)
		}
		return v
	}
	for range 3000 {
		lo := (r.Float64() - 0.3) * math.Pow(10, 20*r.Float64()-10)
		hi := lo + math.Abs(lo)*math.Pow(10, -16*r.Float64())
		x := interval.NewFloat(lo, max(lo, hi))
		a, b := new(big.Rat).SetFloat64(x.Lower()), new(big.Rat).SetFloat64(x.Upper())
		low, high, ok := strings.Cut(strings.Trim(Bracket(x), "[]"), ", ")
		if !ok || number(low).Cmp(a) > 0 || number(high).Cmp(b) < 0 {
			t.Fatalf("%v is written as %s", x, Bracket(x))
		}
		s := Digits(x, 10)
		if strings.HasPrefix(s, "[") || !strings.HasSuffix(s, "...") {
			continue
		}
		// Cut off towards 0: the number written is nearer to 0 than both ends, by
		// less than a unit of its last digit.
		s = strings.TrimSuffix(s, "...")
		cut := number(s)
		for _, v := range []*big.Rat{a, b} {
			if new(big.Rat).Abs(cut).Cmp(new(big.Rat).Abs(v)) > 0 {
				t.Fatalf("%v is written as %s...", x, s)
			}
			d := new(big.Rat).Sub(v, cut)
			if f, _ := d.Abs(d).Float64(); f > 2e-3*math.Abs(lo) {
				t.Fatalf("%v is written as %s...", x, s)
			}
		}
	}
}

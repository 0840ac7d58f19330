package activation

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/interval"
)

// Digits writes a number in an interval by the digits that all numbers in it have in
// common, at most so many, with three points behind them if they are not all of
// it: 1.0507009873... . Where there are less than four it is the interval, rounded
// outward.
func Digits(x interval.Float, most int) string {
	lo, hi := x.Lower(), x.Upper()
	switch {
	case lo == hi && exactIn(lo, most):
		return strconv.FormatFloat(lo, 'g', -1, 64)
	case lo <= 0 && hi >= 0 || !x.IsBounded():
		return Bracket(x)
	case hi < 0:
		if t := Digits(x.Neg(), most); t[0] != '[' {
			return "-" + t
		}
		return Bracket(x)
	}
	first := int(math.Floor(math.Log10(hi)))
	for n := most; n >= 4; n-- {
		places := n - 1 - first
		if a, b := scaled(lo, places, false), scaled(hi, places, false); a.Cmp(b) == 0 {
			return pointed(a, places) + "..."
		}
	}
	return Bracket(x)
}

// exactIn tells whether a number is exactly one of so many digits.
func exactIn(x float64, most int) bool {
	t := strconv.FormatFloat(x, 'e', max(0, most-1), 64)
	r, ok := new(big.Rat).SetString(t)
	return ok && r.Cmp(new(big.Rat).SetFloat64(x)) == 0
}

// Bracket writes an interval as [lo, hi], rounded outward, with as many digits as it
// takes to see how narrow it is.
func Bracket(x interval.Float) string {
	lo, hi := x.Lower(), x.Upper()
	if !x.IsBounded() {
		return x.String()
	}
	width := hi - lo
	if width == 0 {
		if exactIn(lo, 17) {
			t := strconv.FormatFloat(lo, 'g', -1, 64)
			return "[" + t + ", " + t + "]"
		}
		width = max(math.Abs(lo)*0x1p-52, math.SmallestNonzeroFloat64)
	}
	places := 1 - int(math.Floor(math.Log10(width)))
	digits := func(z *big.Int) string {
		return pointed(z, places)
	}
	return "[" + digits(scaled(lo, places, false)) + ", " + digits(scaled(hi, places, true)) + "]"
}

// scaled returns x·10^places, rounded down or up.
func scaled(x float64, places int, up bool) *big.Int {
	r := new(big.Rat).SetFloat64(x)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil)
	if places >= 0 {
		r.Mul(r, new(big.Rat).SetInt(ten))
	} else {
		r.Quo(r, new(big.Rat).SetInt(ten))
	}
	if up {
		r.Neg(r)
	}
	z := new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: rounds down
	if up {
		z.Neg(z)
	}
	return z
}

// pointed writes z/10^places; small and large numbers by a power of
// 10.
func pointed(z *big.Int, places int) string {
	sign, t := "", z.Text(10)
	if t[0] == '-' {
		sign, t = "-", t[1:]
	}
	if t == "0" {
		return "0"
	}
	exponent := len(t) - 1 - places
	switch {
	case exponent < -4 || exponent > 15:
		s := t[:1]
		if len(t) > 1 {
			s += "." + t[1:]
		}
		return sign + s + "e" + strconv.Itoa(exponent)
	case places <= 0:
		return sign + t + strings.Repeat("0", -places)
	case len(t) > places:
		return sign + t[:len(t)-places] + "." + t[len(t)-places:]
	}
	return sign + "0." + strings.Repeat("0", places-len(t)) + t
}

package protocol

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
)

// floatDigits are the digits of a number that has no double: as many as tell
// doubles apart.
const floatDigits = 17

// nearest writes the double nearest to a number of which an enclosure is known,
// in the shortest form that reads back to it, and false if the enclosure is not
// narrow enough to say which one it is. What is too large or too small for a
// double gets the digits of one: 1.97007111401704699e434.
func nearest(v interval.Interval) (string, bool) {
	lo, _ := v.Lower().Float64()
	hi, _ := v.Upper().Float64()
	switch {
	case lo != hi:
		return "", false
	case lo != 0 && !math.IsInf(lo, 0):
		return floatText(lo), true
	}
	text, ok := rounded(v, floatDigits)
	return withoutZeros(text), ok
}

// withoutZeros takes zeros at the end of the digits away that say nothing.
func withoutZeros(text string) string {
	digits, exponent, found := strings.Cut(text, "e")
	if !found || !strings.Contains(digits, ".") {
		return text
	}
	return strings.TrimRight(strings.TrimRight(digits, "0"), ".") + "e" + exponent
}

// floatText is the shortest text that reads back to a finite x.
func floatText(x float64) string {
	if x == 0 {
		return "0"
	}
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(math.Abs(x), 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	return decimalText(x < 0, strings.Replace(digits, ".", "", 1), e, true)
}

// maxShift bounds the binary exponents that big.Float converts to decimal in
// reasonable time.
const maxShift = 1 << 14

// rounded writes a number of which an enclosure is known with n significant
// digits, rounded to nearest, and false if the enclosure does not say which
// these are.
func rounded(v interval.Interval, n int) (string, bool) {
	if v.Lower().Sign()*v.Upper().Sign() <= 0 {
		return "0", v.IsPoint() && v.Lower().Sign() == 0
	}
	negative := v.Lower().Sign() < 0
	v = interval.Abs(v)
	shift := 0
	if e := v.Lower().MantExp(nil); e > maxShift || e < -maxShift {
		// v = 10^shift·10^part
		prec := v.Lower().Prec()
		log := interval.Log10(prec, v)
		whole, _ := log.Lower().Int64()
		shift = int(whole)
		part := interval.Sub(prec, log, interval.Int(whole))
		v = interval.Pow(prec, interval.Int(10), part)
	}
	lo, hi := v.Lower().Text('e', n-1), v.Upper().Text('e', n-1)
	if lo != hi {
		return "", false
	}
	digits, exponent, _ := strings.Cut(lo, "e")
	e, _ := strconv.Atoi(exponent)
	return decimalText(negative, strings.Replace(digits, ".", "", 1), e+shift, false), true
}

// maxExact bounds the bits of the rational numbers that exactText writes.
const maxExact = 1 << 17

// exactText writes a rational number with n significant digits, rounded to
// nearest and ties to even, but with fewer where these are all that it has; for
// n = 0 as nearest does. It is false for a number that is too long.
func exactText(x rational.Rat, n int) (string, bool) {
	if x.BitLen() > maxExact {
		return "", false
	}
	if x.IsZero() {
		return "0", true
	}
	if n == 0 {
		if z, _ := x.Big().Float64(); z != 0 && !math.IsInf(z, 0) {
			return floatText(z), true
		}
		text, ok := exactText(x, floatDigits)
		return withoutZeros(text), ok
	}
	r := x.Abs().Big()
	_, exponent, _ := strings.Cut(new(big.Float).SetPrec(64).SetRat(r).Text('e', 15), "e")
	e, _ := strconv.Atoi(exponent)
	if r.Cmp(powerOfTen(e)) < 0 { // rounded up to it
		e--
	}
	r.Mul(r, powerOfTen(n-1-e))
	q, rest := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if half := rest.Lsh(rest, 1).Cmp(r.Denom()); half > 0 || half == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	digits := q.String()
	if len(digits) > n { // 999.6 is 1000
		digits, e = digits[:n], e+1
	}
	if rest.Sign() == 0 {
		digits = strings.TrimRight(digits, "0")
	}
	return decimalText(x.Sign() < 0, digits, e, rest.Sign() == 0), true
}

func powerOfTen(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil)
	if n < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// decimalText writes d.ddd·10^e: plainly where that is not long and, unless the
// number is exact, needs no zeros that are no digits.
func decimalText(negative bool, digits string, e int, exact bool) string {
	sign := ""
	if negative {
		sign = "-"
	}
	n := len(digits)
	switch {
	case 0 <= e && e < n-1:
		return sign + digits[:e+1] + "." + digits[e+1:]
	case e == n-1 || 0 <= e && e < 21 && exact:
		return sign + digits + strings.Repeat("0", e+1-n)
	case -7 < e && e < 0:
		return sign + "0." + strings.Repeat("0", -e-1) + digits
	case n > 1:
		digits = digits[:1] + "." + digits[1:]
	}
	return sign + digits + "e" + strconv.Itoa(e)
}

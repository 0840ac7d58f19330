package certify

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/interval"
)

// readable tells whether two enclosures are so narrow, compared with the larger
// of the two values, that 10 digits show what there is to see.
func readable(x, y interval.Interval) bool {
	size := new(big.Float)
	for _, z := range []interval.Interval{x, y} {
		for _, v := range []*big.Float{z.Lower(), z.Upper()} {
			if v.IsInf() {
				return false
			}
			if v.Abs(v).Cmp(size) > 0 {
				size = v
			}
		}
	}
	size.SetMantExp(size, -34)
	return x.Width(53).Cmp(size) <= 0 && y.Width(53).Cmp(size) <= 0
}

// Digits of texts: from the first to the last number in steps.
const (
	minDigits = 10
	maxDigits = 60
)

// disjointTexts writes two intervals, with as many digits as it takes to keep
// them disjoint if they are.
func disjointTexts(x, y interval.Interval) (string, string) {
	apart := interval.Separated(x, y) && !x.IsEmpty() && !y.IsEmpty()
	for digits := minDigits; ; digits += 5 {
		a, b := outward(x, digits), outward(y, digits)
		if !apart || digits >= maxDigits || a.disjoint(b) {
			return a.String(), b.String()
		}
	}
}

// Text writes an interval as [lo, hi], with the given number of digits, rounded
// outward; endpoints that are exact and left out have round brackets.
func Text(x interval.Interval, digits int) string { return outward(x, digits).String() }

// An outerText is an interval with its endpoints in decimal digits, rounded
// outward.
type outerText struct {
	lo, hi         decimal
	openLo, openHi bool // endpoints that are exact and left out
	text           string
}

// A decimal is digits·10^exp, or an infinity.
type decimal struct {
	digits *big.Int
	exp    int
	text   string
}

// outward writes x with the given number of digits.
func outward(x interval.Interval, digits int) outerText {
	if x.IsEmpty() {
		return outerText{text: "[]"}
	}
	lo, hi := x.Lower(), x.Upper()
	a, aExact := toDecimal(lo, digits, false)
	b, bExact := toDecimal(hi, digits, true)
	return outerText{lo: a, hi: b,
		openLo: lo.IsInf() || aExact && !x.ContainsFloat(lo),
		openHi: hi.IsInf() || bExact && !x.ContainsFloat(hi)}
}

// maxDecimalExponent is the largest binary exponent of numbers that are converted
// digit by digit.
const maxDecimalExponent = 1 << 14

func inDecimalRange(x *big.Float) bool {
	if x.IsInf() || x.Sign() == 0 {
		return true
	}
	e := x.MantExp(nil)
	return -maxDecimalExponent <= e && e <= maxDecimalExponent
}

// hugeDecimal rounds x, whose exponent is large, to so many digits, up or down, by
// way of its logarithm: |x| = 10^(n+r) with an integer n.
func hugeDecimal(x *big.Float, digits int, up bool) decimal {
	prec := uint(4*digits + 128)
	ten := interval.Log(prec, interval.Int(10))
	size := interval.Quo(prec, interval.Log(prec, interval.Abs(interval.Point(x))), ten)
	n, _ := size.Lower().Int(nil)
	r := interval.Sub(prec, size, interval.Point(new(big.Float).SetInt(n)))
	m := interval.Exp(prec, interval.Mul(prec, r, ten))
	end := m.Upper()
	if up == x.Signbit() { // nearer to 0
		end = m.Lower()
	}
	if x.Signbit() {
		end = new(big.Float).Neg(end)
	}
	d, _ := toDecimal(end, digits, up)
	d.exp += int(n.Int64())
	return d
}

// toDecimal rounds x to so many digits, up or down, and tells whether that is
// exact.
func toDecimal(x *big.Float, digits int, up bool) (decimal, bool) {
	if x.IsInf() {
		if x.Signbit() {
			return decimal{text: "-inf"}, true
		}
		return decimal{text: "inf"}, true
	}
	if !inDecimalRange(x) {
		return hugeDecimal(x, digits, up), false
	}
	mantissa, exp, _ := strings.Cut(x.Text('e', digits-1), "e")
	e, err := strconv.Atoi(exp)
	if err != nil {
		panic(err)
	}
	m, ok := new(big.Int).SetString(strings.Replace(mantissa, ".", "", 1), 10)
	if !ok {
		panic("certify: no number: " + mantissa)
	}
	d := decimal{digits: m, exp: e - digits + 1}
	r, _ := x.Rat(nil)
	if x.Sign() == 0 {
		r = new(big.Rat)
	}
	// Text rounds to the nearest, so one unit more or less is on the other side.
	c := d.rat().Cmp(r)
	step := int64(0)
	if up && c < 0 {
		step = 1
	}
	if !up && c > 0 {
		step = -1
	}
	if step == -int64(m.Sign()) && isPowerOfTen(m) {
		// 1000 becomes 9999 and not 999.
		m.Mul(m, big.NewInt(10))
		d.exp--
	}
	m.Add(m, big.NewInt(step))
	return d, c == 0
}

func isPowerOfTen(m *big.Int) bool {
	s := new(big.Int).Abs(m).String()
	return s[0] == '1' && strings.Trim(s[1:], "0") == ""
}

// rat returns the value of a finite decimal.
func (d decimal) rat() *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.exp, -d.exp))), nil)
	if d.exp < 0 {
		return new(big.Rat).SetFrac(d.digits, ten)
	}
	return new(big.Rat).SetInt(ten.Mul(ten, d.digits))
}

// lead returns the exponent of the first digit of a number that is not 0.
func (d decimal) lead() int { return d.exp + len(new(big.Int).Abs(d.digits).String()) - 1 }

// cmp compares two decimals, of which at most one is infinite.
func (d decimal) cmp(e decimal) int {
	switch {
	case d.text == "inf" || e.text == "-inf":
		return 1
	case d.text == "-inf" || e.text == "inf":
		return -1
	}
	sign := d.digits.Sign()
	if other := e.digits.Sign(); sign != other || sign == 0 {
		return cmp.Compare(sign, other)
	}
	if a, b := d.lead(), e.lead(); a != b { // the exponents may be huge
		return sign * cmp.Compare(a, b)
	}
	low := min(d.exp, e.exp)
	return decimal{digits: d.digits, exp: d.exp - low}.rat().Cmp(decimal{digits: e.digits, exp: e.exp - low}.rat())
}

// disjoint tells whether the intervals as written have no point in common.
func (a outerText) disjoint(b outerText) bool {
	if a.text != "" || b.text != "" {
		return true
	}
	apart := func(hi, lo decimal, open bool) bool {
		c := hi.cmp(lo)
		return c < 0 || c == 0 && open
	}
	return apart(a.hi, b.lo, a.openHi || b.openLo) || apart(b.hi, a.lo, b.openHi || a.openLo)
}

// String returns [lo, hi], with round brackets where the endpoint is left out.
func (a outerText) String() string {
	if a.text != "" {
		return a.text
	}
	open, end := "[", "]"
	if a.openLo {
		open = "("
	}
	if a.openHi {
		end = ")"
	}
	return open + a.lo.String() + ", " + a.hi.String() + end
}

// String writes d without superfluous zeros, with an exponent where it would
// be long otherwise.
func (d decimal) String() string {
	if d.text != "" {
		return d.text
	}
	s := new(big.Int).Abs(d.digits).String()
	exp := d.lead()
	s = strings.TrimRight(s, "0")
	sign := ""
	if d.digits.Sign() < 0 {
		sign = "-"
	}
	switch {
	case s == "":
		return "0"
	case 0 <= exp && exp < 20:
		if n := exp + 1 - len(s); n >= 0 {
			return sign + s + strings.Repeat("0", n)
		}
		return sign + s[:exp+1] + "." + s[exp+1:]
	case -5 <= exp && exp < 0:
		return sign + "0." + strings.Repeat("0", -exp-1) + s
	}
	if len(s) > 1 {
		s = s[:1] + "." + s[1:]
	}
	return sign + s + "e" + strconv.Itoa(exp)
}

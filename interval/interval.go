package interval

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// An Interval is an interval with big.Float endpoints and a decoration,
// possibly without an endpoint or without the point 0. Intervals are immutable.
// The zero value is the empty interval, which is the value of an expression
// that is nowhere defined.
type Interval struct {
	lo, hi *big.Float // nil where the interval is empty
	gaps   gaps       // none where lo = hi
	dec    Decoration
}

// Empty returns the value of what is nowhere defined.
func Empty() Interval { return Interval{} }

// Entire returns the real line with decoration d, which must not be Nowhere.
func Entire(d Decoration) Interval {
	return Interval{lo: infinity(true), hi: infinity(false), dec: d}
}

// newInterval returns [lo, hi], or the empty interval where d is Nowhere.
func newInterval(lo, hi *big.Float, d Decoration) Interval {
	if d == Nowhere {
		return Interval{}
	}
	return Interval{lo: lo, hi: hi, dec: d}
}

// withGaps returns x without the endpoints that g names.
func (x Interval) withGaps(g gaps) Interval {
	if x.IsEmpty() {
		return x
	}
	x.gaps |= g & (noLo | noHi)
	return x.nonempty()
}

// New returns [lo, hi], Continuous. The endpoints must not change afterwards.
// It panics if lo > hi, lo is +Inf or hi is -Inf.
func New(lo, hi *big.Float) Interval {
	if lo.Cmp(hi) > 0 || lo.IsInf() && !lo.Signbit() || hi.IsInf() && hi.Signbit() {
		panic("interval: no such interval")
	}
	return newInterval(lo, hi, Continuous)
}

// Point returns [x, x] for a finite x, which must not change afterwards.
func Point(x *big.Float) Interval { return New(x, x) }

// Int returns [n, n].
func Int(n int64) Interval { return Point(new(big.Float).SetInt64(n)) }

// FromRat returns the tightest interval of prec bits that contains x.
func FromRat(prec uint, x rational.Rat) Interval {
	r := x.Big()
	lo := settle(newFloat(prec, down).SetRat(r), down)
	if lo.Acc() == big.Exact {
		return Point(lo)
	}
	return New(lo, settle(newFloat(prec, up).SetRat(r), up))
}

// FromFloats returns [lo, hi], where an infinite endpoint means unbounded. It
// panics as New does, and for NaN.
func FromFloats(lo, hi float64) Interval {
	if math.IsNaN(lo) || math.IsNaN(hi) {
		panic("interval: NaN is no endpoint")
	}
	return New(big.NewFloat(lo), big.NewFloat(hi))
}

// Lower returns a copy of the lower endpoint, or nil if x is empty.
func (x Interval) Lower() *big.Float { return clone(x.lo) }

// Upper returns a copy of the upper endpoint, or nil if x is empty.
func (x Interval) Upper() *big.Float { return clone(x.hi) }

func clone(x *big.Float) *big.Float {
	if x == nil {
		return nil
	}
	return new(big.Float).Copy(x)
}

// Decoration returns the decoration of x.
func (x Interval) Decoration() Decoration { return x.dec }

// WithDecoration returns x with the smaller one of its decoration and d.
func (x Interval) WithDecoration(d Decoration) Interval {
	d = min(d, x.dec)
	if d == Nowhere {
		return Interval{}
	}
	x.dec = d
	return x
}

// IsEmpty tells whether x has no point.
func (x Interval) IsEmpty() bool { return x.dec == Nowhere }

// IsPoint tells whether x is a single number.
func (x Interval) IsPoint() bool { return !x.IsEmpty() && x.lo.Cmp(x.hi) == 0 }

// IsBounded tells whether both endpoints are finite, or x is empty.
func (x Interval) IsBounded() bool {
	return x.IsEmpty() || !x.lo.IsInf() && !x.hi.IsInf()
}

// NonZero tells whether 0 is certainly not in x.
func (x Interval) NonZero() bool {
	return x.IsEmpty() || x.gaps&noZero != 0 ||
		x.lo.Sign() > 0 || x.lo.Sign() == 0 && x.gaps&noLo != 0 ||
		x.hi.Sign() < 0 || x.hi.Sign() == 0 && x.gaps&noHi != 0
}

// puncture returns x without the point 0.
func (x Interval) puncture() Interval {
	if x.IsEmpty() || x.lo.Sign() > 0 || x.hi.Sign() < 0 {
		return x
	}
	if x.lo.Sign() == 0 {
		x.gaps |= noLo
	}
	if x.hi.Sign() == 0 {
		x.gaps |= noHi
	}
	if x.lo.Sign() < 0 && x.hi.Sign() > 0 {
		x.gaps |= noZero
	}
	return x.nonempty()
}

// nonempty returns x, or the empty interval where the gaps leave nothing.
func (x Interval) nonempty() Interval {
	if x.gaps != 0 && x.lo.Cmp(x.hi) == 0 {
		return Interval{}
	}
	return x
}

// below returns x without its upper endpoint where that is limit, which the
// values approach and do not reach.
func (x Interval) below(limit *big.Float) Interval {
	if !x.IsEmpty() && x.hi.Cmp(limit) == 0 {
		x.gaps |= noHi
	}
	return x
}

// above is below for the lower endpoint.
func (x Interval) above(limit *big.Float) Interval {
	if !x.IsEmpty() && x.lo.Cmp(limit) == 0 {
		x.gaps |= noLo
	}
	return x
}

// lower and upper describe the endpoints.
func (x Interval) lower() bound {
	return bound{x.lo.Sign() == 0, x.gaps&noLo != 0 || x.lo.IsInf()}
}

func (x Interval) upper() bound {
	return bound{x.hi.Sign() == 0, x.gaps&noHi != 0 || x.hi.IsInf()}
}

// Sign returns the sign that all points of x have in common, and false where
// they do not or x is empty.
func (x Interval) Sign() (sign int, ok bool) {
	switch {
	case x.IsEmpty():
		return 0, false
	case x.lo.Sign() > 0 || x.lo.Sign() == 0 && x.gaps&noLo != 0:
		return 1, true
	case x.hi.Sign() < 0 || x.hi.Sign() == 0 && x.gaps&noHi != 0:
		return -1, true
	case x.lo.Sign() == 0 && x.hi.Sign() == 0:
		return 0, true
	}
	return 0, false
}

// maxRatExponent bounds the size of the rationals that are written out: 2^16
// bits are 20,000 digits.
const maxRatExponent = 1 << 16

// Rats returns the endpoints exactly, or false if x is empty or unbounded or an
// endpoint has an exponent beyond ±2^16.
func (x Interval) Rats() (lo, hi rational.Rat, ok bool) {
	lo, ok1 := exact(x.lo)
	hi, ok2 := exact(x.hi)
	return lo, hi, ok1 && ok2
}

func exact(x *big.Float) (rational.Rat, bool) {
	if x == nil || x.IsInf() {
		return rational.Rat{}, false
	}
	if x.Sign() == 0 {
		return rational.Rat{}, true
	}
	if e := exponent(x); e > maxRatExponent || e < -maxRatExponent {
		return rational.Rat{}, false
	}
	r, _ := x.Rat(nil)
	return rational.FromBig(r), true
}

// Width returns hi - lo, rounded up to prec bits; +Inf if x is unbounded, 0 if
// it is empty.
func (x Interval) Width(prec uint) *big.Float {
	if x.IsEmpty() {
		return new(big.Float).SetPrec(prec)
	}
	if !x.IsBounded() {
		return infinity(false)
	}
	return clone(sub(prec, up, x.hi, x.lo))
}

// Round returns x with endpoints of at most prec bits, rounded outward.
func (x Interval) Round(prec uint) Interval {
	if x.IsEmpty() {
		return x
	}
	x.lo, x.hi = roundTo(prec, down, x.lo), roundTo(prec, up, x.hi)
	return x
}

// decimalExponent is the largest binary exponent that String writes in
// decimal: beyond it the conversion takes seconds and more.
const decimalExponent = 1 << 14

// String returns [lo, hi] with the endpoints rounded outward to 20 digits, or
// as hexadecimal mantissa and binary exponent where they are huge or tiny; a
// round bracket shows that the endpoint is left out.
func (x Interval) String() string {
	if x.IsEmpty() {
		return "[]"
	}
	return ends(x.lower(), x.upper()).brackets(text(x.lo, down) + ", " + text(x.hi, up))
}

func (g gaps) brackets(s string) string {
	open, end := "[", "]"
	if g&noLo != 0 {
		open = "("
	}
	if g&noHi != 0 {
		end = ")"
	}
	return open + s + end
}

// text writes x with 20 digits. The conversion rounds to nearest, so where the
// digits read back as the wrong side of x the value is moved by its 2^-64 part
// first, which is more than the error of 20 digits.
func text(x *big.Float, d dir) string {
	switch {
	case x.Sign() == 0:
		return "0"
	case x.IsInf():
		return x.Text('g', 20)
	}
	if e := exponent(x); e > decimalExponent || e < -decimalExponent {
		return roundTo(64, d, x).Text('p', 0)
	}
	s := x.Text('g', 20)
	back, _, err := big.ParseFloat(s, 10, x.Prec()+200, d)
	if err == nil && (back.Cmp(x) == 0 || (back.Cmp(x) < 0) == (d == down)) {
		return s
	}
	t := new(big.Float).Abs(x)
	t = scale(up, t, -62)
	if d == down {
		t.Neg(t)
	}
	return add(x.Prec()+64, d, x, t).Text('g', 20)
}

package interval

import (
	"math"
	"math/big"
	"strconv"

	"github.com/symgrad/symgrad/rational"
)

// A Float is an interval with float64 endpoints, else like Interval: it has a
// decoration, and endpoints or 0 may be left out. It is a small value, and its
// operations allocate nothing but where they say so. The zero value is the
// empty interval.
type Float struct {
	lo, hi float64 // 0 where the interval is empty
	gaps   gaps
	dec    Decoration
}

// EntireFloat returns the real line with decoration d, which must not be
// Nowhere.
func EntireFloat(d Decoration) Float { return Float{math.Inf(-1), math.Inf(1), 0, d} }

// NewFloat returns [lo, hi], Continuous, where an infinite endpoint means
// unbounded. It panics if lo > hi, lo is +Inf, hi is -Inf, or for NaN.
func NewFloat(lo, hi float64) Float {
	if !(lo <= hi) || lo > math.MaxFloat64 || hi < -math.MaxFloat64 {
		panic("interval: no such interval")
	}
	return Float{lo, hi, 0, Continuous}
}

// FloatPoint returns [x, x] for a finite x.
func FloatPoint(x float64) Float { return NewFloat(x, x) }

// FromRatFloat returns the tightest interval that contains x. Where x is no
// float64 the endpoints are left out: 10^-400 is in (0, 5e-324].
func FromRatFloat(x rational.Rat) Float {
	if n, d, ok := x.Small(); ok && -1<<53 <= n && n <= 1<<53 && d <= 1<<53 {
		f := float64(n) / float64(d)
		switch rest := math.FMA(-f, float64(d), float64(n)); { // exact
		case rest == 0:
			return FloatPoint(f)
		case rest < 0:
			return Float{prev(f), f, noLo | noHi, Continuous}
		}
		return Float{f, next(f), noLo | noHi, Continuous}
	}
	f, exact := x.Big().Float64()
	switch {
	case exact:
		return FloatPoint(f)
	case math.IsInf(f, 1) || !math.IsInf(f, -1) && new(big.Rat).SetFloat64(f).Cmp(x.Big()) > 0:
		return Float{prev(f), f, noLo | noHi, Continuous}
	}
	return Float{f, next(f), noLo | noHi, Continuous}
}

// Float returns an interval that contains x, with its decoration: the tightest
// one with float64 endpoints. It allocates.
func (x Interval) Float() Float {
	if x.IsEmpty() {
		return Float{}
	}
	lo, lowExact := nearestBelow(x.lo)
	hi, highExact := nearestBelow(new(big.Float).Neg(x.hi))
	z := Float{lo, -hi, x.gaps, x.dec}
	if !lowExact {
		z.gaps |= noLo
	}
	if !highExact {
		z.gaps |= noHi
	}
	if !(z.lo < 0 && z.hi > 0) {
		z.gaps &^= noZero
	}
	return z
}

// nearestBelow returns the greatest float64 that is at most v.
func nearestBelow(v *big.Float) (f float64, exact bool) {
	f, acc := v.Float64()
	if acc == big.Above {
		f = prev(f)
	}
	return f, acc == big.Exact
}

// Interval returns x with big.Float endpoints of 53 bits. It allocates.
func (x Float) Interval() Interval {
	if x.IsEmpty() {
		return Interval{}
	}
	return Interval{big.NewFloat(x.lo), big.NewFloat(x.hi), x.gaps, x.dec}
}

// Lower returns the lower endpoint, 0 if x is empty.
func (x Float) Lower() float64 { return x.lo }

// Upper returns the upper endpoint, 0 if x is empty.
func (x Float) Upper() float64 { return x.hi }

// Decoration returns the decoration of x.
func (x Float) Decoration() Decoration { return x.dec }

// WithDecoration returns x with the smaller one of its decoration and d.
func (x Float) WithDecoration(d Decoration) Float {
	if d = min(d, x.dec); d == Nowhere {
		return Float{}
	}
	x.dec = d
	return x
}

// IsEmpty tells whether x has no point.
func (x Float) IsEmpty() bool { return x.dec == Nowhere }

// IsPoint tells whether x is a single number.
func (x Float) IsPoint() bool { return x.dec != Nowhere && x.lo == x.hi }

// IsBounded tells whether both endpoints are finite, or x is empty.
func (x Float) IsBounded() bool {
	return x.IsEmpty() || x.lo >= -math.MaxFloat64 && x.hi <= math.MaxFloat64
}

// NonZero tells whether 0 is certainly not in x.
func (x Float) NonZero() bool {
	return x.dec == Nowhere || x.gaps&noZero != 0 ||
		x.lo > 0 || x.lo == 0 && x.gaps&noLo != 0 ||
		x.hi < 0 || x.hi == 0 && x.gaps&noHi != 0
}

// Sign returns the sign that all points of x have in common, and false where
// they do not or x is empty.
func (x Float) Sign() (sign int, ok bool) {
	switch {
	case x.IsEmpty():
		return 0, false
	case x.lo > 0 || x.lo == 0 && x.gaps&noLo != 0:
		return 1, true
	case x.hi < 0 || x.hi == 0 && x.gaps&noHi != 0:
		return -1, true
	case x.lo == 0 && x.hi == 0:
		return 0, true
	}
	return 0, false
}

// String returns [lo, hi] with the shortest digits that read back as the
// endpoints; a round bracket shows that the endpoint is left out.
func (x Float) String() string {
	if x.IsEmpty() {
		return "[]"
	}
	text := func(v float64) string { return strconv.FormatFloat(v+0, 'g', -1, 64) }
	return ends(x.lower(), x.upper()).brackets(text(x.lo) + ", " + text(x.hi))
}

// puncture returns x without the point 0.
func (x Float) puncture() Float {
	if x.dec == Nowhere || x.lo > 0 || x.hi < 0 {
		return x
	}
	if x.lo == 0 {
		x.gaps |= noLo
	}
	if x.hi == 0 {
		x.gaps |= noHi
	}
	if x.lo < 0 && x.hi > 0 {
		x.gaps |= noZero
	}
	return x.nonempty()
}

// withGaps returns x without the endpoints that g names.
func (x Float) withGaps(g gaps) Float {
	x.gaps |= g & (noLo | noHi)
	return x.nonempty()
}

// nonempty returns x, or the empty interval where the gaps leave nothing.
func (x Float) nonempty() Float {
	if x.gaps != 0 && x.lo == x.hi {
		return Float{}
	}
	return x
}

// below returns x without its upper endpoint where that is limit, which the
// values approach and do not reach.
func (x Float) below(limit float64) Float {
	if x.hi == limit {
		x.gaps |= noHi
	}
	return x.nonempty()
}

// above is below for the lower endpoint.
func (x Float) above(limit float64) Float {
	if x.lo == limit {
		x.gaps |= noLo
	}
	return x.nonempty()
}

// lower and upper describe the endpoints.
func (x Float) lower() bound { return bound{x.lo == 0, x.gaps&noLo != 0 || x.lo < -math.MaxFloat64} }
func (x Float) upper() bound { return bound{x.hi == 0, x.gaps&noHi != 0 || x.hi > math.MaxFloat64} }

package assume

import (
	"fmt"

	"github.com/symgrad/symgrad/rational"
)

// A bound is an end of an interval: a rational, or an infinity.
type bound struct {
	value rational.Rat
	inf   int  // -1, 0 or 1
	open  bool // the end itself is outside; infinities are
}

var (
	minusInf = bound{inf: -1, open: true}
	plusInf  = bound{inf: 1, open: true}
)

// An Interval is a range of reals with exact rational ends that belong to it
// or not. It is never empty.
type Interval struct{ lo, hi bound }

// Reals is the whole line.
var Reals = Interval{minusInf, plusInf}

// Contains tells whether x is in the interval.
func (i Interval) Contains(x rational.Rat) bool {
	_, ok := i.intersect(point(x))
	return ok
}

// String writes the interval with brackets where an end belongs to it and
// parentheses where it does not: (0, 1/2], (-inf, inf).
func (i Interval) String() string {
	left, right := "[", "]"
	if i.lo.open {
		left = "("
	}
	if i.hi.open {
		right = ")"
	}
	return fmt.Sprintf("%s%s, %s%s", left, i.lo, i.hi, right)
}

// String writes the end without saying whether it belongs to the interval.
func (b bound) String() string {
	if b.inf != 0 {
		return [...]string{"-inf", "", "inf"}[b.inf+1]
	}
	return b.value.String()
}

func point(x rational.Rat) Interval { return Interval{bound{value: x}, bound{value: x}} }

// isZero tells whether the interval is 0 alone.
func (i Interval) isZero() bool {
	return i.lo.inf == 0 && i.hi.inf == 0 && i.lo.value.IsZero() && i.hi.value.IsZero()
}

func (b bound) sign() int {
	if b.inf != 0 {
		return b.inf
	}
	return b.value.Sign()
}

// compare orders the ends as extended reals.
func compare(a, b bound) int {
	if a.inf != 0 || b.inf != 0 {
		return a.inf - b.inf
	}
	return a.value.Cmp(b.value)
}

// lower tells whether a, as a lower end, lets more in than b.
func lower(a, b bound) bool {
	c := compare(a, b)
	return c < 0 || c == 0 && !a.open && b.open
}

// higher tells whether a, as an upper end, lets more in than b.
func higher(a, b bound) bool {
	c := compare(a, b)
	return c > 0 || c == 0 && !a.open && b.open
}

func (i Interval) valid() bool {
	c := compare(i.lo, i.hi)
	return c < 0 || c == 0 && !i.lo.open && !i.hi.open
}

// intersect returns false where the intersection is empty.
func (i Interval) intersect(j Interval) (Interval, bool) {
	if lower(i.lo, j.lo) {
		i.lo = j.lo
	}
	if higher(i.hi, j.hi) {
		i.hi = j.hi
	}
	return i, i.valid()
}

func (i Interval) hull(j Interval) Interval {
	if lower(j.lo, i.lo) {
		i.lo = j.lo
	}
	if higher(j.hi, i.hi) {
		i.hi = j.hi
	}
	return i
}

func (b bound) neg() bound { return bound{b.value.Neg(), -b.inf, b.open} }

func (i Interval) neg() Interval { return Interval{i.hi.neg(), i.lo.neg()} }

// abs is the range of |x|.
func (i Interval) abs() Interval {
	switch {
	case i.lo.sign() >= 0:
		return i
	case i.hi.sign() <= 0:
		return i.neg()
	}
	z := Interval{bound{}, i.hi}
	if left := i.lo.neg(); higher(left, z.hi) {
		z.hi = left
	}
	return z
}

// maxBits limits the ends of intervals, which arithmetic makes longer and
// longer; what is beyond it is replaced by the next of 0 and the infinities.
const maxBits = 4096

func below(sign int) bound {
	if sign > 0 {
		return bound{open: true}
	}
	return minusInf
}

func above(sign int) bound { return below(-sign).neg() }

// fit replaces ends that have grown too long.
func (i Interval) fit() Interval {
	if i.lo.inf == 0 && i.lo.value.BitLen() > maxBits {
		i.lo = below(i.lo.sign())
	}
	if i.hi.inf == 0 && i.hi.value.BitLen() > maxBits {
		i.hi = above(i.hi.sign())
	}
	return i
}

func addBounds(a, b bound) bound {
	switch {
	case a.inf != 0:
		return a
	case b.inf != 0:
		return b
	}
	return bound{value: a.value.Add(b.value), open: a.open || b.open}
}

func (i Interval) add(j Interval) Interval {
	return Interval{addBounds(i.lo, j.lo), addBounds(i.hi, j.hi)}.fit()
}

// mulBounds is the product of two ends; 0 times an infinite end is 0.
func mulBounds(a, b bound) bound {
	switch s := a.sign() * b.sign(); {
	case s == 0:
		closed := a.sign() == 0 && !a.open || b.sign() == 0 && !b.open
		return bound{open: !closed}
	case a.inf != 0 || b.inf != 0:
		return bound{inf: s, open: true}
	}
	return bound{value: a.value.Mul(b.value), open: a.open || b.open}
}

func (i Interval) mul(j Interval) Interval {
	z := Interval{plusInf, minusInf}
	for _, a := range [2]bound{i.lo, i.hi} {
		for _, b := range [2]bound{j.lo, j.hi} {
			p := mulBounds(a, b)
			if lower(p, z.lo) {
				z.lo = p
			}
			if higher(p, z.hi) {
				z.hi = p
			}
		}
	}
	return z.fit()
}

func (i Interval) scale(k rational.Rat) Interval { return i.mul(point(k)) }

// pow is the range of x^n for an integer n > 0: that of |x|^n for even n, so
// that the power increases.
func (i Interval) pow(n int64) Interval {
	if n%2 == 0 {
		i = i.abs()
	}
	end := func(b bound, tooLong func(sign int) bound) bound {
		if b.inf != 0 {
			return b
		}
		z, ok := b.value.Pow(n, maxBits)
		if !ok {
			return tooLong(b.sign())
		}
		return bound{value: z, open: b.open}
	}
	return Interval{end(i.lo, below), end(i.hi, above)}.fit()
}

// inverse is the range of 1/x, which leaves out x = 0.
func (i Interval) inverse() Interval {
	inv := func(b bound, zero bound) bound {
		switch {
		case b.inf != 0:
			return bound{open: true}
		case b.value.IsZero():
			return zero
		}
		return bound{value: b.value.Inv(), open: b.open}
	}
	switch {
	case i.isZero():
		return Reals
	case i.lo.inf == 0 && i.lo.sign() >= 0:
		return Interval{inv(i.hi, plusInf), inv(i.lo, plusInf)}
	case i.hi.inf == 0 && i.hi.sign() <= 0:
		return Interval{inv(i.hi, minusInf), inv(i.lo, minusInf)}
	}
	return Reals
}

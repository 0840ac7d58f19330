package interval

import (
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// The comparisons speak of the points of the intervals; where the decoration
// is Maybe these are the values at those points where the expression is
// defined. On an empty interval every "certainly" holds, as it does for every
// statement about all elements of an empty set.

// Less tells whether x < y certainly: every point of x is less than every
// point of y.
func Less(x, y Interval) bool {
	if x.IsEmpty() || y.IsEmpty() {
		return true
	}
	c := x.hi.Cmp(y.lo)
	return c < 0 || c == 0 && (x.gaps&noHi != 0 || y.gaps&noLo != 0)
}

// LessEqual tells whether x <= y certainly.
func LessEqual(x, y Interval) bool {
	return x.IsEmpty() || y.IsEmpty() || x.hi.Cmp(y.lo) <= 0
}

// Separated tells whether x and y have no point in common.
func Separated(x, y Interval) bool { return Intersect(x, y).IsEmpty() }

// Equal tells whether x and y are the same number certainly.
func Equal(x, y Interval) bool {
	return x.IsEmpty() || y.IsEmpty() || x.IsPoint() && y.IsPoint() && x.lo.Cmp(y.lo) == 0
}

// Contains tells whether v is in x. It is exact.
func (x Interval) Contains(v rational.Rat) bool {
	if x.IsEmpty() || v.IsZero() && x.NonZero() {
		return false
	}
	r := v.Big()
	return x.holds(cmpRat(x.lo, r), cmpRat(x.hi, r))
}

// holds tells whether a point other than 0 is in x, from the comparisons of
// the endpoints with it.
func (x Interval) holds(lo, hi int) bool {
	return (lo < 0 || lo == 0 && x.gaps&noLo == 0) && (hi > 0 || hi == 0 && x.gaps&noHi == 0)
}

// ContainsFloat tells whether the finite number v is in x.
func (x Interval) ContainsFloat(v *big.Float) bool {
	if x.IsEmpty() || v.Sign() == 0 && x.NonZero() {
		return false
	}
	return x.holds(x.lo.Cmp(v), x.hi.Cmp(v))
}

// cmpRat compares x with r without writing x out: the enclosure of r of more
// bits than x has decides, or r is x.
func cmpRat(x *big.Float, r *big.Rat) int {
	if x.IsInf() {
		return x.Sign()
	}
	prec := max(x.MinPrec(), 1) + 1
	lo := newFloat(prec, down).SetRat(r)
	c := x.Cmp(lo)
	if c == 0 && lo.Acc() == big.Below {
		return -1
	}
	return c
}

// ContainsInterval tells whether every point of y is in x.
func (x Interval) ContainsInterval(y Interval) bool {
	switch {
	case y.IsEmpty():
		return true
	case x.IsEmpty(), x.NonZero() && !y.NonZero():
		return false
	}
	lo, hi := x.lo.Cmp(y.lo), x.hi.Cmp(y.hi)
	extra := ends(x.lower(), x.upper()) &^ ends(y.lower(), y.upper())
	return (lo < 0 || lo == 0 && extra&noLo == 0) && (hi > 0 || hi == 0 && extra&noHi == 0)
}

// Hull returns the smallest interval that contains x and y, with the smaller
// decoration of those that are not empty, or Maybe where one of two is empty:
// the value of a choice between the two.
func Hull(x, y Interval) Interval {
	switch {
	case x.IsEmpty():
		return y.WithDecoration(Maybe)
	case y.IsEmpty():
		return x.WithDecoration(Maybe)
	}
	z := newInterval(minFloat(x.lo, y.lo), maxFloat(x.hi, y.hi), min(x.dec, y.dec))
	z = z.withGaps(outer(x.lo.Cmp(y.lo), x.gaps, y.gaps)&noLo | outer(y.hi.Cmp(x.hi), x.gaps, y.gaps)&noHi)
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

// outer returns the gaps at the end of a hull that comes from x (c < 0), from y
// (c > 0) or from both: then it is left out where both leave it out.
func outer(c int, x, y gaps) gaps {
	switch {
	case c < 0:
		return x
	case c > 0:
		return y
	}
	return x & y
}

// inner is outer for the end of an intersection: what one leaves out is left
// out.
func inner(c int, x, y gaps) gaps {
	switch {
	case c < 0:
		return y
	case c > 0:
		return x
	}
	return x | y
}

// Intersect returns the interval of the points that x and y have in common.
// Both must enclose the same value for the result to do so; it keeps the
// larger decoration then, and is empty where they are separated.
func Intersect(x, y Interval) Interval {
	if x.IsEmpty() || y.IsEmpty() {
		return Interval{}
	}
	lo, hi := maxFloat(x.lo, y.lo), minFloat(x.hi, y.hi)
	if lo.Cmp(hi) > 0 {
		return Interval{}
	}
	z := newInterval(lo, hi, max(x.dec, y.dec))
	z = z.withGaps(inner(x.lo.Cmp(y.lo), x.gaps, y.gaps)&noLo | inner(y.hi.Cmp(x.hi), x.gaps, y.gaps)&noHi)
	if x.NonZero() || y.NonZero() {
		z = z.puncture()
	}
	return z
}

func minFloat(x, y *big.Float) *big.Float {
	if x.Cmp(y) <= 0 {
		return x
	}
	return y
}

func maxFloat(x, y *big.Float) *big.Float {
	if x.Cmp(y) >= 0 {
		return x
	}
	return y
}

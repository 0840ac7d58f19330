package interval

import (
	"cmp"
	"math"
)

// Max returns the larger of x and y.
func (x Float) Max(y Float) Float {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Float{}
	}
	z := Float{max(x.lo, y.lo), max(x.hi, y.hi), 0, d}
	z.gaps = inner(cmp.Compare(x.lo, y.lo), x.gaps, y.gaps)&noLo | outer(cmp.Compare(y.hi, x.hi), x.gaps, y.gaps)&noHi
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

// Min returns the smaller of x and y.
func (x Float) Min(y Float) Float { return x.Neg().Max(y.Neg()).Neg() }

// signum returns -1, 0 or 1 as x < 0, x = 0 or x > 0; it jumps at 0.
func (x Float) signum() Float {
	if x.IsEmpty() {
		return x
	}
	if s, ok := x.Sign(); ok {
		return Float{float64(s), float64(s), 0, x.dec}
	}
	z := Float{signOf(x.lo), signOf(x.hi), 0, min(x.dec, Defined)}
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

func signOf(v float64) float64 {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// step returns 1 for x > 0 and 0 for x <= 0; it jumps at 0.
func (x Float) step() Float {
	switch s, ok := x.Sign(); {
	case x.IsEmpty():
		return x
	case ok && s > 0:
		return Float{1, 1, 0, x.dec}
	case x.hi <= 0:
		return Float{0, 0, 0, x.dec}
	}
	return Float{0, 1, 0, min(x.dec, Defined)}
}

// Floor returns the largest integer that is at most x; it jumps at integers.
func (x Float) Floor() Float {
	if x.IsEmpty() {
		return x
	}
	lo, hi := math.Floor(x.lo), math.Floor(x.hi)
	if x.gaps&noHi != 0 && hi == x.hi && hi < 1<<53 && hi > -1<<53 {
		hi-- // the values at numbers below an integer hi
	}
	z := Float{lo, hi, 0, x.dec}
	if lo != hi {
		z.dec = min(z.dec, Defined)
	}
	return z
}

// Ceil returns the smallest integer that is at least x; it jumps at integers.
func (x Float) Ceil() Float { return x.Neg().Floor().Neg() }

// Delta returns 1 where x = y and else 0.
func (x Float) Delta(y Float) Float {
	d := min(x.dec, y.dec)
	switch {
	case d == Nowhere:
		return Float{}
	case x.Equal(y):
		return Float{1, 1, 0, d}
	case x.Separated(y):
		return Float{0, 0, 0, d}
	}
	return Float{0, 1, 0, min(d, Defined)}
}

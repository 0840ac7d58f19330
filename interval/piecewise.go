package interval

import "math/big"

// Max returns the larger of x and y.
func Max(x, y Interval) Interval {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Interval{}
	}
	z := newInterval(maxFloat(x.lo, y.lo), maxFloat(x.hi, y.hi), d)
	z = z.withGaps(inner(x.lo.Cmp(y.lo), x.gaps, y.gaps)&noLo | outer(y.hi.Cmp(x.hi), x.gaps, y.gaps)&noHi)
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

// Min returns the smaller of x and y.
func Min(x, y Interval) Interval { return Neg(Max(Neg(x), Neg(y))) }

// Sign returns -1, 0 or 1 as x < 0, x = 0 or x > 0; it jumps at 0.
func Sign(x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	if s, ok := x.Sign(); ok {
		return Int(int64(s)).WithDecoration(x.dec)
	}
	z := jump(big.NewFloat(float64(x.lo.Sign())), big.NewFloat(float64(x.hi.Sign())), x.dec)
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

// Step returns 1 for x > 0 and 0 for x <= 0; it jumps at 0.
func Step(x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	switch s, ok := x.Sign(); {
	case ok && s > 0:
		return Int(1).WithDecoration(x.dec)
	case x.hi.Sign() <= 0:
		return Int(0).WithDecoration(x.dec)
	}
	return jump(zeroFloat, oneFloat, x.dec)
}

// jump returns the values between lo and hi of a function of integer values,
// which is continuous where there is one.
func jump(lo, hi *big.Float, d Decoration) Interval {
	if lo.Cmp(hi) != 0 {
		d = min(d, Defined)
	}
	return newInterval(lo, hi, d)
}

// maxWhole is the largest exponent of an integer from which 1 is subtracted:
// the result has as many bits. Beyond it the bound is less tight.
const maxWhole = 1 << 12

// Floor returns the largest integer that is at most x; it jumps at integers.
func Floor(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	lo, hi := wholeFloor(x.lo), wholeFloor(x.hi)
	if x.gaps&noHi != 0 && !hi.IsInf() && x.hi.IsInt() && (hi.Sign() == 0 || exponent(hi) < maxWhole) {
		// The values at numbers below an integer hi are hi - 1 at most.
		hi = sub(maxWhole+1, up, hi, oneFloat)
	}
	return jump(lo, hi, x.dec).Round(prec)
}

// Ceil returns the smallest integer that is at least x; it jumps at integers.
func Ceil(prec uint, x Interval) Interval { return Neg(Floor(prec, Neg(x))) }

func wholeFloor(v *big.Float) *big.Float {
	if v.IsInf() || v.IsInt() {
		return v
	}
	// v is no integer, so its exponent is less than its number of bits.
	return new(big.Float).SetInt(floorInt(v))
}

// Delta returns 1 where u = v and else 0.
func Delta(u, v Interval) Interval {
	d := min(u.dec, v.dec)
	switch {
	case d == Nowhere:
		return Interval{}
	case Equal(u, v):
		return Int(1).WithDecoration(d)
	case Separated(u, v):
		return Point(zeroFloat).WithDecoration(d)
	}
	return newInterval(zeroFloat, oneFloat, min(d, Defined))
}

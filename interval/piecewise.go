package interval

import "math/big"

// Max returns the larger of x and y.
func Max(x, y Interval) Interval {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Interval{}
	}
	z := newInterval(maxFloat(x.lo, y.lo), maxFloat(x.hi, y.hi), d)
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
	z := jump(x, func(v *big.Float) *big.Float { return new(big.Float).SetInt64(int64(v.Sign())) })
	if x.NonZero() {
		// At an end 0 that is left out the value is that of the other side.
		if x.lo.Sign() == 0 {
			z = Int(1).WithDecoration(x.dec)
		} else if x.hi.Sign() == 0 {
			z = Int(-1).WithDecoration(x.dec)
		}
		z = z.puncture()
	}
	return z
}

// Step returns 1 for x > 0 and 0 for x <= 0; it jumps at 0.
func Step(x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	if s, ok := x.Sign(); ok && s > 0 {
		return Int(1).WithDecoration(x.dec)
	}
	return jump(x, func(v *big.Float) *big.Float { return new(big.Float).SetInt64(int64(max(v.Sign(), 0))) })
}

// jump encloses a function of integer values that rises with v. It is
// continuous on x where it has one value.
func jump(x Interval, f func(*big.Float) *big.Float) Interval {
	z := newInterval(f(x.lo), f(x.hi), x.dec)
	if !z.IsPoint() || z.lo.IsInf() {
		z.dec = min(z.dec, Defined)
	}
	return z
}

// Floor returns the largest integer that is at most x; it jumps at integers.
func Floor(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	return jump(x, wholeFloor).Round(prec)
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

package interval

import "math/big"

// Neg returns -x, exactly.
func Neg(x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	x.lo, x.hi, x.gaps = new(big.Float).Neg(x.hi), new(big.Float).Neg(x.lo), x.gaps.mirror()
	return x
}

// Add returns x + y; each endpoint is correctly rounded.
func Add(prec uint, x, y Interval) Interval {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Interval{}
	}
	z := newInterval(add(prec, down, x.lo, y.lo), add(prec, up, x.hi, y.hi), d)
	return z.withGaps(x.gaps | y.gaps)
}

// Sub returns x - y; each endpoint is correctly rounded.
func Sub(prec uint, x, y Interval) Interval { return Add(prec, x, Neg(y)) }

// Mul returns x·y; each endpoint is correctly rounded.
func Mul(prec uint, x, y Interval) Interval {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Interval{}
	}
	// The sign of each operand: 1 if >= 0, -1 if <= 0, 0 if mixed.
	sx, sy := side(x), side(y)
	if sx == 0 && sy != 0 {
		x, y, sx, sy = y, x, sy, sx
	}
	if sx < 0 {
		z := Mul(prec, Neg(x), y)
		return Neg(z)
	}
	var z Interval
	switch {
	case sx > 0 && sy > 0:
		z = newInterval(mul(prec, down, x.lo, y.lo), mul(prec, up, x.hi, y.hi), d)
		z = z.withGaps(ends(x.lower().times(y.lower()), x.upper().times(y.upper())))
	case sx > 0 && sy < 0:
		z = newInterval(mul(prec, down, x.hi, y.lo), mul(prec, up, x.lo, y.hi), d)
		z = z.withGaps(ends(x.upper().times(y.lower()), x.lower().times(y.upper())))
	case sx > 0:
		z = newInterval(mul(prec, down, x.hi, y.lo), mul(prec, up, x.hi, y.hi), d)
		z = z.withGaps(ends(x.upper().times(y.lower()), x.upper().times(y.upper())))
	default:
		z = newInterval(
			minFloat(mul(prec, down, x.lo, y.hi), mul(prec, down, x.hi, y.lo)),
			maxFloat(mul(prec, up, x.lo, y.lo), mul(prec, up, x.hi, y.hi)), d)
	}
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

func side(x Interval) int {
	switch {
	case x.lo.Sign() >= 0:
		return 1
	case x.hi.Sign() <= 0:
		return -1
	}
	return 0
}

// Quo returns x/y; each endpoint is correctly rounded. It is undefined at
// y = 0: then the result is Maybe, or Nowhere where y is the point 0.
func Quo(prec uint, x, y Interval) Interval {
	d := min(x.dec, y.dec)
	if d == Nowhere || y.lo.Sign() == 0 && y.hi.Sign() == 0 {
		return Interval{}
	}
	if !y.NonZero() {
		d = min(d, Maybe)
	}
	if y.hi.Sign() <= 0 {
		return Quo(prec, Neg(x), Neg(y)).WithDecoration(d)
	}
	var z Interval
	if y.lo.Sign() < 0 {
		z = Entire(d)
		if x.lo.Sign() == 0 && x.hi.Sign() == 0 {
			z = newInterval(x.lo, x.hi, d)
		}
	} else {
		lo, low := quoPositive(prec, down, x.lo, x.lower(), y)
		hi, high := quoPositive(prec, up, x.hi, x.upper(), y)
		z = newInterval(lo, hi, d).withGaps(ends(low, high))
	}
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

// quoPositive returns the bound of v/y in direction d, for y >= 0: the divisor
// is the endpoint that moves the quotient in that direction.
func quoPositive(prec uint, d dir, v *big.Float, b bound, y Interval) (*big.Float, bound) {
	by, inverse := y.hi, bound{y.hi.IsInf(), y.upper().open}
	if v.Signbit() == (d == down) {
		by, inverse = y.lo, bound{false, y.lower().open}
	}
	if by.Sign() == 0 && v.Sign() != 0 {
		return infinity(v.Signbit()), bound{}
	}
	if v.Sign() == 0 {
		return new(big.Float), b
	}
	return quo(prec, d, v, by), b.times(inverse)
}

// Inv returns 1/x, under the conditions of Quo.
func Inv(prec uint, x Interval) Interval { return Quo(prec, Int(1), x) }

// Abs returns |x|, exactly.
func Abs(x Interval) Interval {
	if x.IsEmpty() || x.lo.Sign() >= 0 {
		return x
	}
	if x.hi.Sign() <= 0 {
		return Neg(x)
	}
	z := Hull(Neg(newInterval(x.lo, zeroFloat, x.dec).withGaps(x.gaps&noLo)),
		newInterval(zeroFloat, x.hi, x.dec).withGaps(x.gaps&noHi))
	if x.gaps&noZero != 0 {
		z = z.puncture()
	}
	return z
}

// Sqr returns x².
func Sqr(prec uint, x Interval) Interval {
	x = Abs(x)
	return Mul(prec, x, x)
}

// scaleBy returns x·2^n.
func scaleBy(x Interval, n int64) Interval {
	if x.IsEmpty() {
		return x
	}
	z := newInterval(scale(down, x.lo, n), scale(up, x.hi, n), x.dec).withGaps(x.gaps)
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

// PowInt returns xⁿ as repeated product; x^0 is 1, 0^0 too. It is undefined
// at x = 0 where n < 0. The relative error of each endpoint is less than
// 2^-prec·(1 + 2^-10) in the direction of the rounding.
func PowInt(prec uint, x Interval, n int64) Interval {
	if x.IsEmpty() {
		return x
	}
	if n == 0 {
		return Int(1).WithDecoration(x.dec)
	}
	if n < 0 {
		// The error of the power must not show after the division.
		return Inv(prec, powUint(prec+16, x, uint64(-n))).Round(prec)
	}
	return powUint(prec, x, uint64(n)).Round(prec)
}

// powUint multiplies at most 128 times, each with an error of 2^-(prec+64)
// that the later squarings multiply by at most n.
func powUint(prec uint, x Interval, n uint64) Interval {
	if n%2 == 0 {
		x = Abs(x)
	}
	work := prec + 20 + uint(len64(n))
	z := newInterval(powBound(work, down, x.lo, n), powBound(work, up, x.hi, n), x.dec).withGaps(x.gaps)
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

func len64(n uint64) int {
	l := 0
	for ; n > 0; n >>= 1 {
		l++
	}
	return l
}

// powBound returns the bound of vⁿ in direction d, for v of any sign; for even
// n it is only used with v >= 0.
func powBound(prec uint, d dir, v *big.Float, n uint64) *big.Float {
	if v.Sign() == 0 || v.IsInf() {
		return v
	}
	if v.Signbit() {
		turned := up
		if d == up {
			turned = down
		}
		return new(big.Float).Neg(powBound(prec, turned, new(big.Float).Neg(v), n))
	}
	z := roundTo(prec, d, v)
	for i := len64(n) - 2; i >= 0; i-- {
		z = mul(prec, d, z, z)
		if n>>uint(i)&1 == 1 {
			z = mul(prec, d, z, v)
		}
	}
	return z
}

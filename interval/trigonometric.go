package interval

import "math/big"

// Sin returns sin x. The argument is reduced with as many bits of π as it
// needs, up to 2^32768; beyond that the result is [-1, 1].
func Sin(prec uint, x Interval) Interval { return wave(prec, x, sinPoint, 1) }

// Cos returns cos x, with the limit of Sin.
func Cos(prec uint, x Interval) Interval { return wave(prec, x, cosPoint, 0) }

// wave encloses sin or cos on x: the endpoints, and 1 and -1 where x may
// contain a point jπ/2 with j = top, or top + 2, modulo 4.
func wave(prec uint, x Interval, k pointKernel, top int64) Interval {
	if x.IsEmpty() {
		return x
	}
	if x.IsPoint() {
		z := k(prec, x.lo).WithDecoration(x.dec)
		if x.lo.Sign() != 0 {
			// No other number of finitely many digits is a multiple of π/2.
			z = z.above(minusOneFloat).below(oneFloat)
		}
		return z
	}
	z := newInterval(minusOneFloat, oneFloat, x.dec)
	first, last, ok := criticalPoints(prec, x)
	if !ok {
		return z
	}
	ends := Hull(k(prec, x.lo), k(prec, x.hi))
	if !hits(first, last, top) {
		z.hi = ends.hi
	}
	if !hits(first, last, top+2) {
		z.lo = ends.lo
	}
	return z
}

// quarterTurn returns sine and cosine of x as intervals whose absolute error
// is about 2^-prec, relative to x where that is below 1.
func quarterTurn(prec uint, x *big.Float) (sin, cos Interval) {
	p := unit(prec + 16 + uint(max(-exponent(x), 0)))
	n, r := p.quarter(x)
	s, c := p.sinCos(r)
	switch n {
	case 1:
		s, c = c, s.neg()
	case 2:
		s, c = s.neg(), c.neg()
	case 3:
		s, c = c.neg(), s
	}
	return inUnit(p.interval(prec, s)), inUnit(p.interval(prec, c))
}

func inUnit(x Interval) Interval {
	return New(maxFloat(x.lo, minusOneFloat), minFloat(x.hi, oneFloat))
}

func sinPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case tooLarge(x):
		return New(minusOneFloat, oneFloat)
	case isTiny(prec, x):
		// x - x³/6 < sin x < x for x > 0.
		return besideX(prec, x, -1)
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		s, _ := quarterTurn(p, x)
		return s
	})
}

func cosPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Int(1)
	case tooLarge(x):
		return New(minusOneFloat, oneFloat)
	case isTiny(prec, x):
		// 1 - x²/2 < cos x < 1.
		return New(sub(prec, down, oneFloat, mul(32, up, x, x)), oneFloat)
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		_, c := quarterTurn(p, x)
		return c
	})
}

// isTiny tells whether x² < 2^-(prec+4).
func isTiny(prec uint, x *big.Float) bool { return 2*int64(exponent(x)) < -int64(prec)-4 }

// besideX returns the interval between x and x + side·x³, side = ±1, for x > 0,
// and its mirror image for x < 0.
func besideX(prec uint, x *big.Float, side int) Interval {
	a := new(big.Float).Abs(x)
	t := mul(32, up, a, mul(32, up, a, a))
	z := Interval{dec: Continuous}
	if side < 0 {
		z.lo, z.hi = sub(prec, down, a, t), roundTo(prec, up, a)
	} else {
		z.lo, z.hi = roundTo(prec, down, a), add(prec, up, a, t)
	}
	if x.Signbit() {
		return Neg(z)
	}
	return z
}

// Tan returns tan x, undefined at odd multiples of π/2.
func Tan(prec uint, x Interval) Interval { return branch(prec, x, tanPoint, false, 1) }

// Cot returns cot x, undefined at multiples of π.
func Cot(prec uint, x Interval) Interval {
	if x.IsPoint() && x.lo.Sign() == 0 {
		return Interval{}
	}
	return branch(prec, x, cotPoint, true, 0)
}

// branch encloses tan or cot, which are monotone between their poles at jπ/2
// for j = pole or pole + 2 modulo 4.
func branch(prec uint, x Interval, k pointKernel, decreasing bool, pole int64) Interval {
	if x.IsEmpty() {
		return x
	}
	if x.IsPoint() {
		// A finite number other than 0 is no multiple of π/2.
		return k(prec, x.lo).WithDecoration(x.dec)
	}
	first, last, ok := criticalPoints(prec, x)
	if !ok || hits(first, last, pole) || hits(first, last, pole+2) {
		return Entire(min(x.dec, Maybe))
	}
	return monotoneKernel{at: k, decreasing: decreasing}.over(prec, x, x.dec)
}

func tanPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case tooLarge(x):
		return Entire(Continuous)
	case isTiny(prec, x):
		// x < tan x < x + x³ for 0 < x < 1.
		return besideX(prec, x, 1)
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		s, c := quarterTurn(p, x)
		return Quo(p, s, c).certain()
	})
}

func cotPoint(prec uint, x *big.Float) Interval {
	if tooLarge(x) {
		return Entire(Continuous)
	}
	if isTiny(prec, x) {
		return Inv(prec, tanPoint(prec+4, x))
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		s, c := quarterTurn(p, x)
		return Quo(p, c, s).certain()
	})
}

// certain returns x as the enclosure of a value that is known to exist, though
// the enclosures that it was computed from were too wide to show it.
func (x Interval) certain() Interval {
	x.dec = Continuous
	return x
}

// Sec returns 1/cos x, undefined at odd multiples of π/2.
func Sec(prec uint, x Interval) Interval {
	return pointDefined(Inv(prec, Cos(prec+8, x)), x)
}

// Csc returns 1/sin x, undefined at multiples of π.
func Csc(prec uint, x Interval) Interval {
	return pointDefined(Inv(prec, Sin(prec+8, x)), x)
}

// pointDefined returns z with the decoration of x where x is a point at which
// a function with poles at multiples of π/2 has the value z.
func pointDefined(z, x Interval) Interval {
	if x.IsPoint() && !z.IsEmpty() {
		z.dec = x.dec
	}
	return z.puncture()
}

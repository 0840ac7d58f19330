package interval

import "math/big"

// A convex function on an interval without poles, except perhaps at the lower
// end, where it is +Inf.
type convex struct {
	value, slope pointKernel
	// turn is near the minimum for x > 0, or nil where the function falls
	// there; the minimum is below 2.
	turn *big.Float
}

// over returns the enclosure of f on x, which is not a point at a pole.
func (f convex) over(prec uint, x Interval, d Decoration) Interval {
	if x.IsPoint() {
		return f.value(prec, x.lo).WithDecoration(d)
	}
	pole := atPole(x.lo)
	z := newInterval(minusInf, plusInf, d)
	if f.turn == nil && x.lo.Sign() >= 0 {
		z.lo = zeroFloat
		if !x.hi.IsInf() {
			z.lo = f.value(prec, x.hi).lo
		}
		if !pole {
			z.hi = f.value(prec, x.lo).hi
		}
		return z
	}
	if !pole && !x.hi.IsInf() {
		z.hi = maxFloat(f.value(prec, x.lo).hi, f.value(prec, x.hi).hi)
	}
	switch {
	case !pole && f.slope(32, x.lo).lo.Sign() >= 0:
		z.lo = f.value(prec, x.lo).lo
		if x.hi.IsInf() {
			z.hi = plusInf
		}
	case !x.hi.IsInf() && f.slope(32, x.hi).hi.Sign() <= 0:
		z.lo = f.value(prec, x.hi).lo
	default:
		z.lo = f.least(prec, x)
	}
	return z
}

// least returns a lower bound of f on x, inside which f may have its minimum:
// that of the tangent at a point c near the minimum.
func (f convex) least(prec uint, x Interval) *big.Float {
	if x.lo.Sign() >= 0 {
		x = clip(x, zeroFloat, big.NewFloat(2))
	}
	c := f.turn
	if x.lo.Signbit() {
		c = f.bisect(x)
	}
	p := prec + 8
	t := Mul(p, f.slope(p, c), Sub(p, x, Point(c)))
	return Add(prec, f.value(p, c), t).lo
}

// bisect returns a point of x near the zero of the slope: 40 steps give a
// tangent that is flat to 12 digits.
func (f convex) bisect(x Interval) *big.Float {
	lo, hi := x.lo, x.hi
	c := new(big.Float)
	for range 40 {
		c = add(max(lo.MinPrec(), hi.MinPrec())+64, down, lo, hi)
		c = scale(down, c, -1)
		s := f.slope(16, c)
		switch {
		case s.lo.Sign() > 0:
			hi = c
		case s.hi.Sign() < 0:
			lo = c
		default:
			return c
		}
	}
	return c
}

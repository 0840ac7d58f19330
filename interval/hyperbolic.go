package interval

import "math/big"

// Sinh returns the hyperbolic sine.
func Sinh(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: sinhPoint, atMinus: minusInf, atPlus: plusInf}
	return signed(k.over(prec, x, x.dec), x)
}

func sinhPoint(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	if isTiny(prec, x) {
		// x < sinh x < x + x³ for 0 < x < 1.
		return besideX(prec, x, 1)
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		e := expPoint(p, x)
		return scaleBy(Sub(p, e, Inv(p, e)), -1)
	})
}

// Cosh returns the hyperbolic cosine.
func Cosh(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: coshPoint, atPlus: plusInf}
	z := k.over(prec, Abs(x), x.dec)
	if x.NonZero() {
		z = z.above(oneFloat)
	}
	return z
}

func coshPoint(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Int(1)
	}
	e := expPoint(prec+8, x)
	z := scaleBy(Add(prec+8, e, Inv(prec+8, e)), -1)
	return New(maxFloat(z.lo, oneFloat), z.hi).Round(prec)
}

// Tanh returns the hyperbolic tangent, between -1 and 1.
func Tanh(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: tanhPoint, atMinus: minusOneFloat, atPlus: oneFloat}
	return signed(k.over(prec, x, x.dec), x).above(minusOneFloat).below(oneFloat)
}

func tanhPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case isTiny(prec, x):
		// x - x³/3 < tanh x < x for x > 0.
		return besideX(prec, x, -1)
	case x.Signbit():
		return Neg(tanhPoint(prec, new(big.Float).Neg(x)))
	}
	// tanh x = 1 - 2/(e^2x + 1).
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		e := Add(p, expPoint(p, scale(up, x, 1)), Int(1))
		return Sub(p, Int(1), Quo(p, Int(2), e))
	})
}

// Sech returns 1/cosh x.
func Sech(prec uint, x Interval) Interval { return Inv(prec, Cosh(prec+8, x)) }

// Csch returns 1/sinh x, undefined at 0.
func Csch(prec uint, x Interval) Interval { return Inv(prec, Sinh(prec+8, x)) }

// Coth returns 1/tanh x, undefined at 0.
func Coth(prec uint, x Interval) Interval { return Inv(prec, Tanh(prec+8, x)) }

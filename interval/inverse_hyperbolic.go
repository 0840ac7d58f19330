package interval

import "math/big"

// Asinh returns the inverse hyperbolic sine.
func Asinh(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: asinhPoint, atMinus: minusInf, atPlus: plusInf}
	return signed(k.over(prec, x, x.dec), x)
}

func asinhPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case isTiny(prec, x):
		// x - x³/6 < asinh x < x for x > 0.
		return besideX(prec, x, -1)
	case x.Signbit():
		return Neg(asinhPoint(prec, new(big.Float).Neg(x)))
	case exponent(x) > int(prec)+8:
		// log 2x < asinh x < log 2x + 1/(4x²), and x > 2^prec.
		return logTwice(prec, x, up)
	}
	// asinh x = log(x + sqrt(x² + 1)).
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		v := Point(x)
		return Log(p, Add(p, v, Sqrt(p, Add(p, Sqr(p, v), Int(1)))))
	})
}

// logTwice returns an enclosure of log 2x and of everything within 2^-2prec of
// it in direction d.
func logTwice(prec uint, x *big.Float, d dir) Interval {
	z := Add(prec+8, logPoint(prec+8, x), ln2(prec+8))
	t := scale(up, oneFloat, -2*int64(prec))
	if d == up {
		return New(z.lo, add(prec+8, up, z.hi, t)).Round(prec)
	}
	return New(sub(prec+8, down, z.lo, t), z.hi).Round(prec)
}

// Acosh returns the inverse hyperbolic cosine, undefined below 1.
func Acosh(prec uint, x Interval) Interval {
	y := clip(x, oneFloat, plusInf)
	if y.IsEmpty() {
		return y
	}
	return monotoneKernel{at: acoshPoint, atPlus: plusInf}.over(prec, y, y.dec)
}

func acoshPoint(prec uint, x *big.Float) Interval {
	if x.Cmp(oneFloat) == 0 {
		return Point(zeroFloat)
	}
	if exponent(x) > int(prec)+8 {
		// log 2x - 1/(2x²) < acosh x < log 2x.
		return logTwice(prec, x, down)
	}
	// acosh x = log1p(t + sqrt(t·(t+2))) with t = x - 1.
	p := prec + 16
	t := Sub(p, Point(x), Int(1))
	s := Sqrt(p, Mul(p, t, Add(p, t, Int(2))))
	return Log1p(p, Add(p, t, s)).Round(prec)
}

// Atanh returns the inverse hyperbolic tangent, undefined outside (-1, 1).
func Atanh(prec uint, x Interval) Interval {
	y := clip(x, minusOneFloat, oneFloat)
	if y.IsEmpty() {
		return y
	}
	z := newInterval(minusInf, plusInf, y.dec)
	atLow, atHigh := y.lo.Cmp(minusOneFloat) == 0, y.hi.Cmp(oneFloat) == 0
	if atLow || atHigh {
		if y.IsPoint() {
			return Interval{}
		}
		z.dec = min(z.dec, Maybe)
	}
	if !atLow {
		z.lo = atanhPoint(prec, y.lo).lo
	}
	if !atHigh {
		z.hi = atanhPoint(prec, y.hi).hi
	}
	return signed(z, x)
}

func atanhPoint(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	if isTiny(prec, x) {
		// x < atanh x < x + x³ for 0 < x < 1/2.
		return besideX(prec, x, 1)
	}
	if x.Signbit() {
		// log1p below would lose digits near -1.
		return Neg(atanhPoint(prec, new(big.Float).Neg(x)))
	}
	// atanh x = log1p(2x/(1-x))/2.
	p := prec + 16
	v := Point(x)
	t := Quo(p, scaleBy(v, 1), Sub(p, Int(1), v))
	return scaleBy(Log1p(p, t), -1).Round(prec)
}

// Acoth returns atanh(1/x), undefined in [-1, 1].
func Acoth(prec uint, x Interval) Interval {
	z := outside(x, func(x Interval) Interval {
		p := prec + 16
		if x.hi.Sign() < 0 {
			return Neg(acothRight(p, Neg(x))).Round(prec)
		}
		return acothRight(p, x).Round(prec)
	})
	return z.puncture()
}

// acothRight returns log1p(2/(x-1))/2 for x >= 1.
func acothRight(prec uint, x Interval) Interval {
	return scaleBy(Log1p(prec, Quo(prec, Int(2), Sub(prec, x, Int(1)))), -1)
}

// Asech returns acosh(1/x), undefined outside (0, 1].
func Asech(prec uint, x Interval) Interval {
	y := clip(x, zeroFloat, oneFloat)
	if y.IsEmpty() || y.hi.Sign() == 0 {
		return Interval{}
	}
	d := y.dec
	if !y.NonZero() {
		d = min(d, Maybe)
	}
	z := newInterval(zeroFloat, plusInf, d)
	z.lo = asechPoint(prec, y.hi).lo
	if y.lo.Sign() > 0 {
		z.hi = asechPoint(prec, y.lo).hi
	}
	return z
}

// asechPoint uses asech x = log1p(t + sqrt(t·(t+2))) with t = (1-x)/x.
func asechPoint(prec uint, x *big.Float) Interval {
	p := prec + 16
	t := Quo(p, Sub(p, Int(1), Point(x)), Point(x))
	s := Sqrt(p, Mul(p, t, Add(p, t, Int(2))))
	return Log1p(p, Add(p, t, s)).Round(prec)
}

// Acsch returns asinh(1/x), undefined at 0.
func Acsch(prec uint, x Interval) Interval {
	return Asinh(prec, Inv(prec+8, x))
}

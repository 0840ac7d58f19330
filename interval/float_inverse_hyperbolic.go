package interval

import "math"

// Asinh returns the inverse hyperbolic sine.
func (x Float) Asinh() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(asinhAt, math.Inf(-1), math.Inf(1)).signed(x)
}

// farFloat is where asinh x and acosh x are log 2x up to 1/(4x²) or 1/(2x²),
// that is 2^-61.
const farFloat = 0x1p30

// asinhAt uses asinh x = log1p(x + x²/(1 + sqrt(1+x²))).
func asinhAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, -1)
	case x < 0:
		return asinhAt(-x).Neg()
	case m > farFloat:
		return logAt(x).Add(ln2Float).Add(Float{0, 0x1p-60, 0, Continuous})
	}
	v, one := FloatPoint(x), FloatPoint(1)
	sq := v.Sqr()
	return v.Add(sq.Quo(one.Add(one.Add(sq).Sqrt()))).Log1p()
}

// Acosh returns the inverse hyperbolic cosine, undefined below 1.
func (x Float) Acosh() Float {
	y := x.clip(1, math.Inf(1))
	if y.IsEmpty() {
		return y
	}
	return y.rising(acoshAt, 0, math.Inf(1))
}

// acoshAt uses acosh x = log1p(t + sqrt(t·(t+2))) with t = x - 1.
func acoshAt(x float64) Float {
	if x > farFloat {
		return logAt(x).Add(ln2Float).Add(Float{-0x1p-60, 0, 0, Continuous})
	}
	t := FloatPoint(x).Sub(FloatPoint(1))
	return t.Add(t.Mul(t.Add(FloatPoint(2))).Sqrt()).Log1p()
}

// Atanh returns the inverse hyperbolic tangent, undefined outside (-1, 1).
func (x Float) Atanh() Float {
	y := x.clip(-1, 1)
	if y.IsEmpty() || y.lo == 1 || y.hi == -1 {
		return Float{}
	}
	if y.lo == -1 && y.gaps&noLo == 0 || y.hi == 1 && y.gaps&noHi == 0 {
		y.dec = min(y.dec, Maybe)
	}
	if y.lo == y.hi {
		z := atanhAt(y.lo)
		z.dec = y.dec
		return z
	}
	z := Float{math.Inf(-1), math.Inf(1), y.gaps & (noLo | noHi), y.dec}
	if y.lo > -1 {
		z.lo = atanhAt(y.lo).lo
	}
	if y.hi < 1 {
		z.hi = atanhAt(y.hi).hi
	}
	return z.signed(x)
}

// atanhAt uses atanh x = log1p(2x/(1-x))/2.
func atanhAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, 1)
	case x < 0:
		return atanhAt(-x).Neg()
	}
	return FloatPoint(2 * x).Quo(FloatPoint(1).Sub(FloatPoint(x))).Log1p().scale(-1)
}

// Acoth returns atanh(1/x), undefined in [-1, 1].
func (x Float) Acoth() Float {
	return x.outside(func(x Float) Float {
		if x.hi < 0 {
			return x.Neg().acothRight().Neg()
		}
		return x.acothRight()
	}).puncture()
}

// acothRight returns log1p(2/(x-1))/2 for x >= 1.
func (x Float) acothRight() Float {
	return FloatPoint(2).Quo(x.Sub(FloatPoint(1))).Log1p().scale(-1)
}

// Asech returns acosh(1/x), undefined outside (0, 1].
func (x Float) Asech() Float {
	y := x.clip(0, 1)
	if y.IsEmpty() || y.hi == 0 {
		return Float{}
	}
	if !y.NonZero() {
		y.dec = min(y.dec, Maybe)
	}
	z := Float{asechAt(y.hi).lo, math.Inf(1), 0, y.dec}
	if y.lo > 0 {
		z.hi = asechAt(y.lo).hi
	}
	return z
}

// asechAt uses asech x = log1p(t + sqrt(t)·sqrt(t+2)) with t = (1-x)/x, which
// is below 2^1023 for x > 2^-1022.
func asechAt(x float64) Float {
	if x < 0x1p-500 {
		// log(2/x) - x² < asech x < log(2/x).
		return ln2Float.Sub(logAt(x)).Add(Float{-0x1p-60, 0, 0, Continuous})
	}
	t := FloatPoint(1).Sub(FloatPoint(x)).Quo(FloatPoint(x))
	return t.Add(t.Sqrt().Mul(t.Add(FloatPoint(2)).Sqrt())).Log1p()
}

// Acsch returns asinh(1/x), undefined at 0.
func (x Float) Acsch() Float {
	z := x.Inv().Asinh()
	if !z.IsBounded() && x.IsBounded() && x.lo != 0 && x.hi != 0 && x.NonZero() && z.dec >= Defined {
		return x.slow(Acsch) // 1/x overflows
	}
	return z
}

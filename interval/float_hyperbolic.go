package interval

import "math"

// Sinh returns the hyperbolic sine.
func (x Float) Sinh() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(sinhAt, math.Inf(-1), math.Inf(1)).signed(x)
}

// sinhAt uses sinh x = (E + E/(E+1))/2 with E = e^x - 1.
func sinhAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, 1)
	case x < 0:
		return sinhAt(-x).Neg()
	case m > 40:
		// e^x/2 > sinh x > e^x/2·(1 - 2^-100).
		z := halfExpFloat(x)
		return Float{prev(z.lo), z.hi, 0, Continuous}
	}
	e := expm1At(x)
	return e.Add(e.Quo(e.Add(FloatPoint(1)))).scale(-1)
}

// halfExpFloat returns e^x/2, without overflow where only e^x is too large.
func halfExpFloat(x float64) Float {
	h := expAt(x / 2)
	return h.scale(-1).Mul(h)
}

// Cosh returns the hyperbolic cosine.
func (x Float) Cosh() Float {
	if x.IsEmpty() {
		return x
	}
	z := x.Abs().rising(coshAt, 1, math.Inf(1))
	if x.NonZero() {
		z = z.above(1)
	}
	return z
}

// coshAt encloses cosh at x >= 0.
func coshAt(x float64) Float {
	if x > 40 {
		// e^x/2 < cosh x < e^x/2·(1 + 2^-100).
		z := halfExpFloat(x)
		return Float{z.lo, next(z.hi), 0, Continuous}
	}
	e := expAt(x)
	z := e.Add(e.Inv()).scale(-1)
	z.lo = max(z.lo, 1)
	return z
}

// Tanh returns the hyperbolic tangent, between -1 and 1.
func (x Float) Tanh() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(tanhAt, -1, 1).signed(x).above(-1).below(1)
}

// tanhAt uses tanh x = E/(E+2) with E = e^2x - 1.
func tanhAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, -1)
	case x < 0:
		return tanhAt(-x).Neg()
	case m > 40:
		return Float{prev(1), 1, noHi, Continuous}
	}
	e := expm1At(2 * x)
	z := e.Quo(e.Add(FloatPoint(2)))
	z.hi = min(z.hi, 1)
	return z
}

// Sech returns 1/cosh x.
func (x Float) Sech() Float {
	if y := x.Abs(); y.lo > 40 {
		// 2e^-x·(1 - 2^-100) < sech x < 2e^-x.
		z := y.Neg().Exp().scale(1)
		z.lo = max(prev(z.lo), 0)
		return z
	}
	return x.Cosh().Inv()
}

// Csch returns 1/sinh x, undefined at 0.
func (x Float) Csch() Float {
	switch {
	case x.hi < -40:
		return x.Neg().Csch().Neg()
	case x.lo > 40:
		// 2e^-x < csch x < 2e^-x·(1 + 2^-100).
		z := x.Neg().Exp().scale(1)
		z.hi = next(z.hi)
		return z
	}
	return x.Sinh().Inv()
}

// Coth returns 1/tanh x, undefined at 0.
func (x Float) Coth() Float { return x.Tanh().Inv() }

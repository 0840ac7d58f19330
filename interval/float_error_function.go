package interval

import "math"

// Erf returns the error function 2/sqrt(π)·∫₀ˣ exp(-t²) dt.
func (x Float) Erf() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(erfAt, -1, 1).signed(x).above(-1).below(1)
}

// Erfc returns 1 - erf x.
func (x Float) Erfc() Float {
	if x.IsEmpty() {
		return x
	}
	return x.falling(erfcAt, 2, 0).above(0).below(2)
}

// erfAt sums the Maclaurin series below 1/2, up to x^27, which leaves out
// 2^-62·x; rounding costs four units.
func erfAt(x float64) Float {
	switch {
	case x == 0:
		return FloatPoint(0)
	case x < 0:
		return erfAt(-x).Neg()
	case x > 6:
		// erfc x < exp(-36) < 2^-51 and falls; it is below 2^-53 from 6 on.
		return Float{prev(1), 1, noHi, Continuous}
	case x < 0x1p-27:
		return besideXFloat(x, -1).Mul(twoOverSqrtPiFloat)
	case x < 0.5:
		z, s := float64(x*x), 0.0
		for k := len(erfSeries64) - 1; k >= 0; k-- {
			s = float64(s*z) + erfSeries64[k]
		}
		s *= x
		return double{s, 0, s * 0x1p-50}.interval()
	}
	return FloatPoint(1).Sub(erfcAt(x))
}

// erfcAt encloses erfc. From 1/2 on it is exp(-x²)·g(x), where the Taylor
// polynomial of degree 14 of g around the centre c of an interval of length
// 1/4 is within 2^-56 of g: all derivatives of g(x) = 2/sqrt(π)·∫ exp(-t²-2xt)
// dt alternate in sign and fall in size, so what is left out is at most the
// term of degree 15 taken at the left end. The terms fall by more than 1/4;
// their rounding costs three units.
func erfcAt(x float64) Float {
	switch {
	case x < 0.5:
		return FloatPoint(1).Sub(erfAt(x))
	case x >= 8:
		return erfcFar(x)
	}
	i := int(4 * x)
	row := &erfcTable[i-2]
	t := x - float64(2*i+1)/8
	g := row[14]
	for k := 13; k >= 0; k-- {
		g = float64(g*t) + row[k]
	}
	return expSquare(x).Mul(double{g, 0, g * 0x1p-50}.interval())
}

// expSquare returns exp(-x²) for |x| < 27.5, with the square in two parts.
func expSquare(x float64) Float {
	sq, low := twoProduct(x, x)
	if sq > -expUnderFloat {
		return Float{0, tiny, noLo, Continuous}
	}
	z, m := expPair(-sq, -low)
	return z.scaled(m)
}

// erfcFar is erfcAsymptotic for x >= 8. The remainder lies between 0 and term
// 20 of the series, which is below 2^-61.
func erfcFar(x float64) Float {
	if x > 27.5 {
		return Float{0, tiny, noLo, Continuous} // exp(-x²) is below
	}
	v := FloatPoint(x)
	inv := v.Sqr().scale(1).Inv()
	s := Float{0, 1, 0, Continuous}
	for k := 20.0; k >= 1; k-- {
		// 1 - (2k-1)/(2x²)·(…)
		s = FloatPoint(1).Sub(s.Mul(inv).Mul(FloatPoint(2*k - 1)))
	}
	return expSquare(x).Mul(s).Quo(v.Mul(sqrtPiFloat))
}

// sqrtPiFloat encloses the root of π.
var (
	sqrtPiFloat        = piFloat.Sqrt()
	twoOverSqrtPiFloat = FloatPoint(2).Quo(sqrtPiFloat)
)

// Erfi returns 2/sqrt(π)·∫₀ˣ exp(t²) dt.
func (x Float) Erfi() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(erfiAt, math.Inf(-1), math.Inf(1)).signed(x)
}

// erfiAt sums x^2k/(k!·(2k+1)) for |x| <= 26. All terms are positive; term n is
// rounded by 3n+1 half units and each addition by one, so the sum is off by
// less than 8n half units. What follows a term is less than it once x² < k/2.
func erfiAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, 1).Mul(twoOverSqrtPiFloat)
	case x < 0:
		return erfiAt(-x).Neg()
	case m > 26:
		return FloatPoint(x).slow(Erfi)
	}
	sq := float64(x * x)
	power, sum, k := 1.0, 1.0, 1.0
	for ; power > sum*0x1p-54 || sq > k/2; k++ {
		power = float64(power*sq) / k
		sum += power / (2*k + 1)
	}
	z := double{sum, 0, float64(sum*(k*0x1p-50)) + power}
	return z.interval().Mul(FloatPoint(x)).Mul(twoOverSqrtPiFloat)
}

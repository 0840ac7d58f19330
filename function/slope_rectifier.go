package function

import "math"

// At kinks these are the conventions of the machine-learning libraries, as in
// the column Deriv.

func reluSlope(a []float64, _ float64) float64  { return indicator(a[0] > 0) }
func relu6Slope(a []float64, _ float64) float64 { return indicator(0 < a[0] && a[0] < 6) }

// leftOfZero is z, and 0 where u > 0.
func leftOfZero(u, z float64) float64 {
	if u > 0 {
		return 0
	}
	return z
}

func leakyReluSlopeU(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 1
	}
	return a[1]
}
func leakyReluSlopeA(a []float64, _ float64) float64  { return leftOfZero(a[0], a[0]) }
func leakyReluCurveUA(a []float64, _ float64) float64 { return leftOfZero(a[0], 1) }

func eluSlopeU(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 1
	}
	return a[1] * exp(a[0])
}
func eluSlopeA(a []float64, _ float64) float64  { return leftOfZero(a[0], expm1(a[0])) }
func eluCurveUU(a []float64, _ float64) float64 { return leftOfZero(a[0], a[1]*exp(a[0])) }
func eluCurveUA(a []float64, _ float64) float64 { return leftOfZero(a[0], exp(a[0])) }

func seluSlope(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return seluScale
	}
	return seluScale * seluAlpha * exp(a[0])
}
func seluCurve(a []float64, _ float64) float64 {
	return leftOfZero(a[0], seluScale*seluAlpha*exp(a[0]))
}

func shrinkSlopeU(a []float64, _ float64) float64 { return indicator(math.Abs(a[0]) > a[1]) }
func softshrinkSlopeL(a []float64, _ float64) float64 {
	return indicator(a[0] < -a[1]) - indicator(a[0] > a[1])
}

func hardtanhSlopeU(a []float64, _ float64) float64  { return indicator(a[1] < a[0] && a[0] < a[2]) }
func hardtanhSlopeLo(a []float64, _ float64) float64 { return indicator(a[0] < a[1]) }
func hardtanhSlopeHi(a []float64, _ float64) float64 { return indicator(a[0] > a[2]) }

func hardsigmoidSlope(a []float64, _ float64) float64 {
	return indicator(-3 < a[0] && a[0] < 3) / 6
}

func hardswishSlope(a []float64, _ float64) float64 {
	switch u := a[0]; {
	case u <= -3:
		return 0
	case u < 3:
		return (2*u + 3) / 6
	}
	return 1
}
func hardswishCurve(a []float64, _ float64) float64 {
	return indicator(-3 < a[0] && a[0] < 3) / 3
}

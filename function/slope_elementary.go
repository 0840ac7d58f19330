package function

import "math"

// A Partial is a partial derivative in float64, as a function of the arguments
// and of the value of the function there. It is NaN where the derivative does
// not exist or grows without bound, but for the points at which the table has
// a convention.
type Partial func(a []float64, y float64) float64

// flat is the derivative of functions made of constant pieces.
func flat([]float64, float64) float64 { return 0 }

// indicator is 1 where the condition holds, else 0.
func indicator(c bool) float64 {
	if c {
		return 1
	}
	return 0
}

// valueSlope is the derivative of exp, which is its value, and that of sinh,
// cosh and exp for the second time.
func valueSlope(_ []float64, y float64) float64 { return y }

// minusValueSlope is the second derivative of sin and cos.
func minusValueSlope(_ []float64, y float64) float64 { return -y }

func expSlope(a []float64, _ float64) float64 { return exp(a[0]) }

func logSlope(a []float64, _ float64) float64 { return reciprocal(a[0]) }
func logCurve(a []float64, _ float64) float64 { return -square(reciprocal(a[0])) }

func square(x float64) float64 { return x * x }

func logBaseSlopeU(a []float64, _ float64) float64 { return reciprocal(a[0]) / logarithm(a[1]) }
func logBaseSlopeB(a []float64, y float64) float64 { return -y * reciprocal(a[1]) / logarithm(a[1]) }
func logBaseCurveUU(a []float64, _ float64) float64 {
	return -square(reciprocal(a[0])) / logarithm(a[1])
}
func logBaseCurveUB(a []float64, _ float64) float64 {
	return -reciprocal(a[0]) * reciprocal(a[1]) / square(logarithm(a[1]))
}
func logBaseCurveBB(a []float64, y float64) float64 {
	l := logarithm(a[1])
	return y * square(reciprocal(a[1])) * (1 + 2/l) / l
}

func log2Slope(a []float64, _ float64) float64  { return math.Log2E * reciprocal(a[0]) }
func log2Curve(a []float64, _ float64) float64  { return -math.Log2E * square(reciprocal(a[0])) }
func log10Slope(a []float64, _ float64) float64 { return math.Log10E * reciprocal(a[0]) }
func log10Curve(a []float64, _ float64) float64 { return -math.Log10E * square(reciprocal(a[0])) }

func log1pSlope(a []float64, _ float64) float64 { return reciprocal(1 + a[0]) }
func log1pCurve(a []float64, _ float64) float64 { return -square(reciprocal(1 + a[0])) }

func sqrtSlope(_ []float64, y float64) float64 { return 0.5 * reciprocal(y) }
func sqrtCurve(a []float64, y float64) float64 { return -0.25 * reciprocal(y) * reciprocal(a[0]) }

func cbrtSlope(a []float64, y float64) float64 { return y * reciprocal(3*a[0]) }
func cbrtCurve(a []float64, y float64) float64 {
	return -2 * y * reciprocal(3*a[0]) * reciprocal(3*a[0])
}

// lowered is u^(v-n) from y = u^v. The quotient is more precise than a power
// with the rounded exponent v-n, but y may be beyond the floats where it is not.
func lowered(u, v, y float64, n int) float64 {
	if !(math.Abs(y) > 1e-280 && math.Abs(y) < 1e280) || !(math.Abs(u) > 1e-140 && math.Abs(u) < 1e140) {
		return pow(u, v-float64(n))
	}
	for range n {
		y /= u
	}
	return y
}

// powSlopeU is v·u^(v-1), which is 0 for v = 0 at u = 0 too.
func powSlopeU(a []float64, y float64) float64 {
	if a[1] == 0 {
		return 0
	}
	return a[1] * lowered(a[0], a[1], y, 1)
}

// powSlopeV exists for positive bases only: beside an integer exponent there is
// no value at others.
func powSlopeV(a []float64, y float64) float64 { return y * logarithm(a[0]) }

func powCurveUU(a []float64, y float64) float64 {
	u, v := a[0], a[1]
	if v == 0 || v == 1 {
		return 0
	}
	return v * (v - 1) * lowered(u, v, y, 2)
}

func powCurveUV(a []float64, y float64) float64 {
	u, v := a[0], a[1]
	return lowered(u, v, y, 1) * (1 + v*logarithm(u))
}

func powCurveVV(a []float64, y float64) float64 { return y * square(logarithm(a[0])) }

func hypotSlopeU(a []float64, y float64) float64 { return a[0] * reciprocal(y) }
func hypotSlopeV(a []float64, y float64) float64 { return a[1] * reciprocal(y) }
func hypotCurveUU(a []float64, y float64) float64 {
	return square(a[1]*reciprocal(y)) * reciprocal(y)
}
func hypotCurveUV(a []float64, y float64) float64 {
	return -(a[0] * reciprocal(y)) * (a[1] * reciprocal(y)) * reciprocal(y)
}
func hypotCurveVV(a []float64, y float64) float64 {
	return square(a[0]*reciprocal(y)) * reciprocal(y)
}

func absSlope(a []float64, _ float64) float64 { return sign(a[0]) }

func maxSlopeU(a []float64, _ float64) float64 { return indicator(a[0] > a[1]) }
func maxSlopeV(a []float64, _ float64) float64 { return indicator(a[1] > a[0]) }
func minSlopeU(a []float64, _ float64) float64 { return indicator(a[0] < a[1]) }
func minSlopeV(a []float64, _ float64) float64 { return indicator(a[1] < a[0]) }

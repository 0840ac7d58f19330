package function

import "math"

const twoOverSqrtPi = 2 / math.SqrtPi

// expSquare is exp(s·u²) for s = ±1, in which the rounding error of u² is made
// good.
func expSquare(s, u float64) float64 {
	hi := u * u
	if hi > 1500 {
		return exp(s * hi)
	}
	z := exp(s * hi / 2)
	return z * (1 + s*math.FMA(u, u, -hi)) * z
}

func erfSlope(a []float64, _ float64) float64  { return twoOverSqrtPi * expSquare(-1, a[0]) }
func erfCurve(a []float64, y float64) float64  { return -2 * a[0] * erfSlope(a, y) }
func erfcSlope(a []float64, y float64) float64 { return -erfSlope(a, y) }
func erfcCurve(a []float64, y float64) float64 { return -erfCurve(a, y) }
func erfiSlope(a []float64, _ float64) float64 { return twoOverSqrtPi * expSquare(1, a[0]) }
func erfiCurve(a []float64, y float64) float64 { return 2 * a[0] * erfiSlope(a, y) }

func gammaSlope(a []float64, y float64) float64 { return y * digamma(a[0]) }
func gammaCurve(a []float64, y float64) float64 {
	return y * (square(digamma(a[0])) + polygamma(1, a[0]))
}

func lgammaSlope(a []float64, _ float64) float64  { return digamma(a[0]) }
func lgammaCurve(a []float64, _ float64) float64  { return polygamma(1, a[0]) }
func digammaSlope(a []float64, _ float64) float64 { return polygamma(1, a[0]) }
func digammaCurve(a []float64, _ float64) float64 { return polygamma(2, a[0]) }

func polygammaSlope(a []float64, _ float64) float64 { return polygamma(a[0]+1, a[1]) }
func polygammaCurve(a []float64, _ float64) float64 { return polygamma(a[0]+2, a[1]) }

func factorialSlope(a []float64, y float64) float64 { return y * digamma(a[0]+1) }
func factorialCurve(a []float64, y float64) float64 {
	return y * (square(digamma(a[0]+1)) + polygamma(1, a[0]+1))
}

// binomialLogs are the derivatives of log|binomial(n, k)| by n and k.
func binomialLogs(n, k float64) (byN, byK float64) {
	m := digamma(n - k + 1)
	return digamma(n+1) - m, m - digamma(k+1)
}

func binomialSlopeN(a []float64, y float64) float64 {
	byN, _ := binomialLogs(a[0], a[1])
	return y * byN
}
func binomialSlopeK(a []float64, y float64) float64 {
	_, byK := binomialLogs(a[0], a[1])
	return y * byK
}
func binomialCurveNN(a []float64, y float64) float64 {
	byN, _ := binomialLogs(a[0], a[1])
	return y * (byN*byN + (polygamma(1, a[0]+1) - polygamma(1, a[0]-a[1]+1)))
}
func binomialCurveNK(a []float64, y float64) float64 {
	byN, byK := binomialLogs(a[0], a[1])
	return y * (byN*byK + polygamma(1, a[0]-a[1]+1))
}
func binomialCurveKK(a []float64, y float64) float64 {
	_, byK := binomialLogs(a[0], a[1])
	return y * (byK*byK - polygamma(1, a[0]-a[1]+1) - polygamma(1, a[1]+1))
}

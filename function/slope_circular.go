package function

import "math"

func sinSlope(a []float64, _ float64) float64 { return cos(a[0]) }
func cosSlope(a []float64, _ float64) float64 { return -sin(a[0]) }

func tanSlope(_ []float64, y float64) float64 { return 1 + y*y }
func tanCurve(_ []float64, y float64) float64 { return 2 * y * (1 + y*y) }

func secSlope(a []float64, y float64) float64 { return y * tan(a[0]) }
func secCurve(a []float64, y float64) float64 { return y * (1 + 2*square(tan(a[0]))) }

func cscSlope(a []float64, y float64) float64 { return -y * cot(a[0]) }
func cscCurve(a []float64, y float64) float64 { return y * (1 + 2*square(cot(a[0]))) }

func cotSlope(_ []float64, y float64) float64 { return -(1 + y*y) }
func cotCurve(_ []float64, y float64) float64 { return 2 * y * (1 + y*y) }

// asinSlope is 1/sqrt(1-u²).
func asinSlope(a []float64, _ float64) float64 { return reciprocal(math.Sqrt((1 - a[0]) * (1 + a[0]))) }
func asinCurve(a []float64, y float64) float64 {
	s := asinSlope(a, y)
	return a[0] * s * s * s
}

func acosSlope(a []float64, y float64) float64 { return -asinSlope(a, y) }
func acosCurve(a []float64, y float64) float64 { return -asinCurve(a, y) }

// atanSlope is 1/(1+u²), where u² may overflow before the value is 0.
func atanSlope(a []float64, _ float64) float64 {
	u := a[0]
	if math.Abs(u) > 1e9 {
		return 1 / u / u
	}
	return 1 / (1 + u*u)
}
func atanCurve(a []float64, y float64) float64 {
	s := atanSlope(a, y)
	return -2 * (a[0] * s) * s
}

func acotSlope(a []float64, y float64) float64 { return -atanSlope(a, y) + 0*reciprocal(a[0]) }
func acotCurve(a []float64, y float64) float64 { return -atanCurve(a, y) + 0*reciprocal(a[0]) }

// asecSlope is 1/(|u|·r) with r = sqrt(u²-1).
func asecSlope(a []float64, _ float64) float64 {
	x := math.Abs(a[0])
	return reciprocal(x) * reciprocal(math.Sqrt(x-1)*math.Sqrt(x+1))
}

// asecCurve is -sign(u)·(1/(u²·r) + 1/r³).
func asecCurve(a []float64, _ float64) float64 {
	x := math.Abs(a[0])
	r := reciprocal(math.Sqrt(x-1) * math.Sqrt(x+1))
	return -math.Copysign(r*(square(1/x)+r*r), a[0])
}

func acscSlope(a []float64, y float64) float64 { return -asecSlope(a, y) }
func acscCurve(a []float64, y float64) float64 { return -asecCurve(a, y) }

// The derivatives of atan2(u, v) are those of the angle of the vector (v, u).
func atan2SlopeU(a []float64, _ float64) float64 {
	h := hypot(a[0], a[1])
	return a[1] * reciprocal(h) / h
}
func atan2SlopeV(a []float64, _ float64) float64 {
	h := hypot(a[0], a[1])
	return -a[0] * reciprocal(h) / h
}
func atan2CurveUU(a []float64, _ float64) float64 {
	h := hypot(a[0], a[1])
	return -2 * (a[0] * reciprocal(h)) * (a[1] * reciprocal(h)) / h / h
}
func atan2CurveUV(a []float64, _ float64) float64 {
	h := hypot(a[0], a[1])
	s, c := a[0]*reciprocal(h), a[1]*reciprocal(h)
	return (s - c) * (s + c) / h / h
}
func atan2CurveVV(a []float64, y float64) float64 { return -atan2CurveUU(a, y) }

package function

import "math"

func sinhSlope(a []float64, _ float64) float64 { return cosh(a[0]) }
func coshSlope(a []float64, _ float64) float64 { return sinh(a[0]) }

// oneMinusSquare is 1-y² for the value y = tanh(u) of which the distance to
// ±1 has lost digits if |y| is near 1; sech(u)² has them.
func oneMinusSquare(u, y float64) float64 {
	if math.Abs(y) < tanhSteep {
		return (1 - y) * (1 + y)
	}
	return square(sech(u))
}

// tanhSteep is where 1-y² has lost three bits.
const tanhSteep = 0.875

func tanhSlope(a []float64, y float64) float64 { return oneMinusSquare(a[0], y) }
func tanhCurve(a []float64, y float64) float64 { return -2 * y * oneMinusSquare(a[0], y) }

func sechSlope(a []float64, y float64) float64 { return -y * tanh(a[0]) }
func sechCurve(a []float64, y float64) float64 { return y * (1 - 2*y*y) }

func cschSlope(a []float64, y float64) float64 { return -y * coth(a[0]) }
func cschCurve(a []float64, y float64) float64 { return y + 2*y*y*y }

func cothSlope(a []float64, _ float64) float64 { return -square(csch(a[0])) }
func cothCurve(a []float64, y float64) float64 { return 2 * y * square(csch(a[0])) }

// asinhSlope is 1/sqrt(1+u²).
func asinhSlope(a []float64, _ float64) float64 { return 1 / hypot(1, a[0]) }
func asinhCurve(a []float64, y float64) float64 {
	s := asinhSlope(a, y)
	return -(a[0] * s) * s * s
}

// acoshSlope is 1/sqrt(u²-1).
func acoshSlope(a []float64, _ float64) float64 {
	return reciprocal(math.Sqrt(a[0]-1) * math.Sqrt(a[0]+1))
}
func acoshCurve(a []float64, y float64) float64 {
	s := acoshSlope(a, y)
	return -(a[0] * s) * s * s
}

// atanhSlope is 1/(1-u²), on its domain and on that of acoth.
func atanhSlope(a []float64, _ float64) float64 {
	u := a[0]
	return reciprocal(1-u) / (1 + u)
}
func atanhCurve(a []float64, y float64) float64 {
	s := atanhSlope(a, y)
	return 2 * (a[0] * s) * s
}

// asechSlope is -1/(u·r) with r = sqrt(1-u²).
func asechSlope(a []float64, _ float64) float64 {
	u := a[0]
	return -reciprocal(u) * reciprocal(math.Sqrt((1-u)*(1+u)))
}

// asechCurve is (1-2u²)/(u²·r³).
func asechCurve(a []float64, _ float64) float64 {
	u := a[0]
	r := reciprocal(math.Sqrt((1 - u) * (1 + u)))
	return (1 - 2*u*u) * r * r * r * reciprocal(u) / u
}

// acschSlope is -1/(|u|·r) with r = sqrt(1+u²).
func acschSlope(a []float64, _ float64) float64 {
	return -reciprocal(math.Abs(a[0])) / hypot(1, a[0])
}

// acschCurve is sign(u)·(1/(u²·r) + 1/r³).
func acschCurve(a []float64, _ float64) float64 {
	u := a[0]
	r := 1 / hypot(1, u)
	return r*reciprocal(u)/math.Abs(u) + math.Copysign(r*r*r, u)
}

package function

import "math"

// In this file p and q are sigmoid(u) and sigmoid(-u) = 1-p, of which neither
// loses digits to the other.

// sigmoidSlope is y·(1-y), where y is not so near 1 that 1-y has lost digits.
func sigmoidSlope(a []float64, y float64) float64 {
	if y < 0.875 {
		return y * (1 - y)
	}
	return y * sigmoid(-a[0])
}

func sigmoidSlopeBlock(z, u, y []float64) {
	u, y = u[:len(z)], y[:len(z)]
	for i, p := range y {
		if !(p < 0.875) {
			z[i] = p * sigmoid(-u[i])
			continue
		}
		z[i] = p * (1 - p)
	}
}

// sigmoidCurve is p·q·(q-p).
func sigmoidCurve(a []float64, y float64) float64 {
	return -y * sigmoid(-a[0]) * tanh(a[0]/2)
}

func logsigmoidSlope(a []float64, _ float64) float64 { return sigmoid(-a[0]) }
func logsigmoidCurve(a []float64, _ float64) float64 { return -sigmoid(a[0]) * sigmoid(-a[0]) }

func softplusSlopeU(a []float64, _ float64) float64 { return sigmoid(a[1] * a[0]) }

// softplusSlopeB is (u·sigmoid(t) - y)/beta with t = beta·u; the difference is
// that of even functions of t, and without cancellation in t <= 0.
func softplusSlopeB(a []float64, _ float64) float64 {
	u, beta := a[0], a[1]
	t := math.Abs(beta * u)
	return -(t*sigmoid(-t) + math.Log1p(exp(-t))) * reciprocal(beta) / beta
}
func softplusCurveUU(a []float64, _ float64) float64 {
	t := a[1] * a[0]
	return a[1] * sigmoid(t) * sigmoid(-t)
}
func softplusCurveUB(a []float64, _ float64) float64 {
	t := a[1] * a[0]
	return a[0] * sigmoid(t) * sigmoid(-t)
}
func softplusCurveBB(a []float64, y float64) float64 {
	u, beta := a[0], a[1]
	t := beta * u
	return (u*u*sigmoid(t)*sigmoid(-t) - 2*softplusSlopeB(a, y)) * reciprocal(beta)
}

func siluSlope(a []float64, _ float64) float64 {
	p, q := sigmoid(a[0]), sigmoid(-a[0])
	return p * (1 + a[0]*q)
}
func siluCurve(a []float64, _ float64) float64 {
	p, q := sigmoid(a[0]), sigmoid(-a[0])
	return p * q * (2 + a[0]*(q-p))
}

// tanhSoftplus returns T = tanh(softplus(u)) and 1-T².
func tanhSoftplus(u float64) (t, sech2 float64) {
	e := exp(-math.Abs(u))
	if u >= 0 {
		d := 1 + 2*e + 2*e*e
		return (1 + 2*e) / d, square(2 * e * (1 + e) / d)
	}
	d := e*(e+2) + 2
	return e * (e + 2) / d, square(2 * (1 + e) / d)
}

func mishSlope(a []float64, _ float64) float64 {
	t, s := tanhSoftplus(a[0])
	return t + a[0]*sigmoid(a[0])*s
}
func mishCurve(a []float64, _ float64) float64 {
	t, s := tanhSoftplus(a[0])
	p, q := sigmoid(a[0]), sigmoid(-a[0])
	return p * s * (2 + a[0]*(q-2*t*p))
}

// density is that of the normal distribution.
func density(u float64) float64 { return expSquare(-1, u/math.Sqrt2) / (math.Sqrt2 * math.SqrtPi) }

func geluSlope(a []float64, _ float64) float64 {
	u := a[0]
	return math.Erfc(-u/math.Sqrt2)/2 + u*density(u)
}
func geluCurve(a []float64, _ float64) float64 {
	u := a[0]
	return density(u) * (2 - u*u)
}

// gelu_tanh is u·sigmoid(w) with a polynomial w of degree 3.
const (
	geluTanhScale = 1.5957691216057308 // 2·sqrt(2/pi)
	geluTanhCubic = 0.044715
)

func geluTanhInner(u float64) (w, w1, w2 float64) {
	c := geluTanhScale * geluTanhCubic
	return u * (geluTanhScale + c*u*u), geluTanhScale + 3*c*u*u, 6 * c * u
}

func geluTanhSlope(a []float64, _ float64) float64 {
	w, w1, _ := geluTanhInner(a[0])
	p, q := sigmoid(w), sigmoid(-w)
	if p*q == 0 {
		return p
	}
	return p * (1 + a[0]*q*w1)
}
func geluTanhCurve(a []float64, _ float64) float64 {
	w, w1, w2 := geluTanhInner(a[0])
	p, q := sigmoid(w), sigmoid(-w)
	if p*q == 0 {
		return 0
	}
	return p * q * (2*w1 + a[0]*(w1*w1*(q-p)+w2))
}

func celuSlopeU(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 1
	}
	return exp(a[0] / a[1])
}

// celuSlopeA is (1-t)·exp(t) - 1 with t = u/alpha; near 0 by the series
//
//	-Σ_k (k-1)/k! · t^k
func celuSlopeA(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 0
	}
	t := a[0] / a[1]
	if math.Abs(t) > 0.5 {
		return expm1(t) - t*exp(t)
	}
	sum, power := 0.0, t
	for k := 2.0; k <= 18; k++ {
		power *= t / k
		sum += (k - 1) * power
	}
	return -sum
}
func celuCurveUU(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 0
	}
	return exp(a[0]/a[1]) / a[1]
}
func celuCurveUA(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 0
	}
	t := a[0] / a[1]
	return -t * exp(t) / a[1]
}
func celuCurveAA(a []float64, _ float64) float64 {
	if a[0] > 0 {
		return 0
	}
	t := a[0] / a[1]
	return t * t * exp(t) / a[1]
}

func softsignSlope(a []float64, _ float64) float64 { return square(1 / (1 + math.Abs(a[0]))) }
func softsignCurve(a []float64, _ float64) float64 {
	s := 1 / (1 + math.Abs(a[0]))
	return -2 * sign(a[0]) * s * s * s
}

func tanhshrinkSlope(a []float64, _ float64) float64 { return square(tanh(a[0])) }
func tanhshrinkCurve(a []float64, _ float64) float64 {
	y := tanh(a[0])
	return 2 * y * oneMinusSquare(a[0], y)
}

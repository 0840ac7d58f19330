package function

import "math"

// softplus is log(1+exp(u)) without overflow.
func softplus(u float64) float64 {
	return max(u, 0) + math.Log1p(exp(-math.Abs(u)))
}

// softplusBeta is log(1+exp(t))/beta with t = beta·u, of which the rounding
// error counts where exp(t) is small, and log(1+exp(t)) is like it.
func softplusBeta(u, beta float64) float64 {
	if beta == 0 {
		return math.NaN()
	}
	t := beta * u
	switch {
	case beta == 1 || math.Abs(t) < 1:
		return softplus(t) / beta
	case t > 0: // log(1+exp(t)) is t + log(1+exp(-t)); t itself may overflow
		return u + math.Log1p(exp(-t))/beta
	case t > -37:
		return math.Log1p(exp(t)*(1+math.FMA(beta, u, -t))) / beta
	}
	return expTimes(t, math.FMA(beta, u, -t), 1/beta)
}

// expTimes is c·exp(t+e) for a small e, without an overflow or underflow of
// exp(t) that is not one of the value.
func expTimes(t, e, c float64) float64 {
	if math.Abs(t) < 700 {
		return exp(t) * (1 + with0(e)) * c
	}
	z := exp(t / 2)
	return z * (z * (c * (1 + with0(e))))
}

// with0 is e where it is a number: the rounding error of an infinite product is
// none.
func with0(e float64) float64 {
	if e != e {
		return 0
	}
	return e
}

func silu(u float64) float64 { return gated(u, u) }

// mish is u*tanh(log(1+e)) with e = exp(u), where tanh(log(1+e)) is
// (e²+2e)/(e²+2e+2), written in exp(-|u|).
func mish(u float64) float64 {
	e := exp(-math.Abs(u))
	if u >= 0 {
		return u * ((1 + 2*e) / (1 + 2*e + 2*e*e))
	}
	if u < -40 { // tanh(log(1+e)) is e
		return silu(u)
	}
	return u * (e * (e + 2) / (e*(e+2) + 2))
}

// gelu is u/2*erfc(z) with z = -u/sqrt(2). erfc magnifies a relative error
// of z by 2z², so the rounding error d of z is corrected by the derivative.
func gelu(u float64) float64 {
	const (
		r   = math.Sqrt2 / 2
		rLo = -4.833646656726458e-17 // sqrt(1/2) less its nearest float64
	)
	z := -u * r
	d := math.FMA(-u, r, -z) - u*rLo
	if z > 26 { // erfc may be subnormal
		return geluTail(u)
	}
	return u / 2 * (erfc(z) - 2/math.SqrtPi*exp(-z*z)*d)
}

// geluTail is -exp(-u²/2)/sqrt(2π) times the asymptotic series of erfc (DLMF
// 7.12.1), for u < -36.
func geluTail(u float64) float64 {
	s := u * u
	v := 1 / s
	series := 1 - v*(1-3*v*(1-5*v*(1-7*v*(1-9*v*(1-11*v*(1-13*v))))))
	z := expSum(-s/4, -with0(math.FMA(u, u, -s))/4)
	return -(z * (series / math.Sqrt(2*math.Pi))) * z
}

// geluTanh uses (1+tanh(w))/2 = sigmoid(2w), which does not cancel, with
//
//	2w = 2·sqrt(2/pi)·u·(1 + 0.044715·u²)
//
// sigmoid magnifies a relative error of 2w by 2w, so the rounding errors of
// the product (e2, eb, et, ep, ew) are carried along.
func geluTanh(u float64) float64 {
	const (
		b, bLo    = 0.044715, 2.1960211427085595e-18          // bLo: 0.044715 less its nearest float64
		c, cLo    = 1.5957691216057308, -9.96930880911092e-17 // 2*sqrt(2/pi)
		low, high = -30, 10                                   // beyond: 0, and u to the last bit
	)
	switch {
	case u < low:
		return 0
	case u > high:
		return u
	}
	u2 := u * u
	e2 := math.FMA(u, u, -u2)
	bu2 := b * u2
	eb := math.FMA(b, u2, -bu2) + b*e2 + bLo*u2
	t, et := twoSum(1, bu2)
	et += eb
	p := u * t
	ep := math.FMA(u, t, -p) + u*et
	w := c * p
	ew := math.FMA(c, p, -w) + c*ep + cLo*p
	return gated(u, w) * (1 + ew*sigmoid(-w))
}

// gated is u*sigmoid(w), which is not subnormal before its time: exp(w) is subnormal
// for some w where u*exp(w) is not.
func gated(u, w float64) float64 {
	if w < -700 {
		h := exp(w / 2)
		return u * h * h
	}
	return u * sigmoid(w)
}

func celu(u, alpha float64) float64 {
	switch {
	case alpha == 0:
		return math.NaN()
	case u > 0:
		return with(alpha, u)
	}
	t := u / alpha
	e := -math.FMA(t, alpha, -u) / alpha // u/alpha is t+e
	switch {
	case t < -1000: // it may be infinite
		return -alpha
	case math.Abs(t) < 0x1p-54: // u/alpha may have no digits left
		return u
	case t < 1:
		return alpha * (expm1(t) + with0(e)*exp(t))
	}
	return expTimes(t, e, alpha) - alpha
}

// tanhshrink is (u*cosh(u) - sinh(u))/cosh(u); near 0, where the difference
// cancels, the numerator is the series of positive terms
//
//	Σ_k 2k/(2k+1)! · u^(2k+1)
func tanhshrink(u float64) float64 {
	if math.Abs(u) > 1 {
		return u - tanh(u)
	}
	sum, power := 0.0, u
	for k := 2.0; k <= 22; k += 2 {
		power *= u * u / (k * (k + 1))
		sum += k * power
	}
	return sum / math.Cosh(u)
}

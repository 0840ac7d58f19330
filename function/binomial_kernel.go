package function

import "math"

// binomial is symmetric in k and m = n-k; the smaller one is called k. Where
// it is a small integer the value is a finite product. Elsewhere it is a
// beta function of positive arguments, by Γ(x+1) = x·Γ(x) and, for negative
// arguments of gamma, the reflection Γ(x)·Γ(1-x) = π/sin(πx).
func binomial(n, k float64) float64 {
	m := n - k
	if m != m {
		return math.NaN()
	}
	for _, x := range []float64{n, k, m} {
		if x <= -1 && x == math.Floor(x) {
			return math.NaN()
		}
	}
	sinK, sinM := sinPi(k, 0), sinPi(n, k)
	if k > m {
		k, m, sinK, sinM = m, k, sinM, sinK
	}
	switch {
	case k >= 0 && k <= 30 && k == math.Floor(k):
		z := 1.0
		for i := 1.0; i <= k; i++ {
			z *= (m + i) / i
		}
		return z
	case k > -1:
		return 1 / beta(m+1, k+1, n+1)
	case n > -1:
		return -sinK / math.Pi * beta(n+1, -k, 1)
	case m > -1:
		return sinK / sinPi(n, 0) / beta(m+1, -n, -k)
	}
	return -sinK * sinM / (math.Pi * sinPi(n, 0)) * beta(-k, -m, 1)
}

// sinPi is sin(π(x-y)), with the periods taken out before the difference.
func sinPi(x, y float64) float64 {
	return math.Sin(math.Pi * math.Remainder(math.Remainder(x, 2)-math.Remainder(y, 2), 2))
}

// beta is scale·B(a, b) for a, b > 0. Small arguments are shifted up by
// B(a, b) = B(a+1, b)·(a+b)/a. The scale is in the product so that it does not
// overflow before the result does.
func beta(a, b, scale float64) float64 {
	for a < stirlingFrom {
		scale *= (a + b) / a
		a++
	}
	for b < stirlingFrom {
		scale *= (a + b) / b
		b++
	}
	e := exp(logBeta(a, b) / 2)
	return e * (e * scale)
}

// logBeta is log B(a, b) for a, b >= stirlingFrom. The Stirling formula
// (DLMF 5.11.1) of the three logarithms of gamma in it is put together so
// that all the large terms have one sign.
func logBeta(a, b float64) float64 {
	a, b = max(a, b), min(a, b)
	ratio := b / a
	large := -(a-0.5)*math.Log1p(ratio) + b*math.Log(ratio/(1+ratio))
	return large + 0.5*math.Log(2*math.Pi/b) + (stirling(a) + stirling(b) - stirling(a+b))
}

// stirling is lgamma(x) - ((x-1/2)·log(x) - x + log(2π)/2).
func stirling(x float64) float64 {
	z := 1 / (x * x)
	return (1./12 - z*(1./360-z*(1./1260-z*(1./1680-z*(1./1188-z*(691./360360-z/156)))))) / x
}

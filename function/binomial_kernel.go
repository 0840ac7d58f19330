package function

import "math"

// binomial is symmetric in k and m = n-k; the smaller one is called k. Where
// it is a small integer the value is a finite product. Elsewhere it is a
// beta function of positive arguments, by Γ(x+1) = x·Γ(x) and, for negative
// arguments of gamma, the reflection Γ(x)·Γ(1-x) = π/sin(πx).
func binomial(n, k float64) float64 {
	m := exactly(n, -k)
	kk := exact{k, 0}
	if m.hi != m.hi {
		return math.NaN()
	}
	for _, x := range []exact{{n, 0}, kk, m} {
		if x.hi <= -1 && x.hi == math.Floor(x.hi) && x.lo == 0 {
			return math.NaN()
		}
	}
	if k > m.hi || k == m.hi && m.lo < 0 {
		kk, m = m, kk
	}
	nn := exact{n, 0}
	sinN, sinK, sinM := sinPi(n, 0), sinPi(kk.hi, kk.lo), sinPi(m.hi, m.lo)
	switch {
	case kk.hi >= 0 && kk.hi <= 30 && kk.hi == math.Floor(kk.hi) && kk.lo == 0:
		z := 1.0
		for i := 1.0; i <= kk.hi; i++ {
			z *= m.plus(i).hi / i
		}
		return z
	case kk.hi > -1:
		return 1 / beta(m.plus(1), kk.plus(1), nn.plus(2), n+1)
	case n > -1: // Γ(-k)/Γ(m+1) is B(n+1, -k)/Γ(n+1)
		return -sinK / math.Pi * beta(nn.plus(1), kk.minus(), m.plus(1), 1)
	case m.hi > -1:
		return sinK / sinN / beta(m.plus(1), nn.minus(), kk.minus().plus(1), -kk.hi)
	}
	return -sinK * sinM / (math.Pi * sinN) * beta(kk.minus(), m.minus(), nn.minus(), 1)
}

// An exact is a sum that was not rounded.
type exact struct{ hi, lo float64 }

func exactly(x, y float64) exact {
	hi, lo := twoSum(x, y)
	return exact{hi, lo}
}

func (x exact) minus() exact { return exact{-x.hi, -x.lo} }

func (x exact) plus(y float64) exact {
	s, e := twoSum(x.hi, y)
	hi, lo := fastTwoSum(s, e+x.lo)
	return exact{hi, lo}
}

// sinPi is sin(π(x+lo)) for a small lo; the nearest integer is taken out before
// the product.
func sinPi(x, lo float64) float64 {
	n := math.RoundToEven(x)
	r := (x - n) + lo
	z := sin(math.Pi * r)
	if math.Mod(n, 2) != 0 {
		return -z
	}
	return z
}

// beta is scale·B(a, b) for a, b > 0, and sum = a+b. Small arguments are shifted
// up by B(a, b) = B(a+1, b)·(a+b)/a. The scale is in the product so that it does
// not overflow before the result does.
func beta(a, b, sum exact, scale float64) float64 {
	for _, x := range []*exact{&a, &b} {
		for x.hi < stirlingFrom {
			scale *= sum.hi / x.hi
			*x, sum = x.plus(1), sum.plus(1)
		}
	}
	hi, lo := logBeta(a, b)
	z := expSum(hi/2, lo/2)
	return z * (z * scale)
}

// pairsUpTo is the largest a+b for which logBeta computes pairs: the logarithm of
// a pair has an error of 2^-64, and the large terms are a+b times that.
const pairsUpTo = 1e5

// logBeta is log B(a, b) for a, b >= stirlingFrom as an unevaluated sum, by the
// Stirling formula (DLMF 5.11.1) for the three gammas in it. Large arguments would
// cancel too many digits; then the large terms are put together so that all have
// one sign. The rounding errors of arguments are made good by the derivative.
func logBeta(a, b exact) (hi, lo float64) {
	if a.hi < b.hi {
		a, b = b, a
	}
	sum, e := twoSum(a.hi, b.hi)
	lo = stirling(a.hi) + stirling(b.hi) - stirling(sum)
	lo += a.lo*(digamma(a.hi)-digamma(sum)) + b.lo*(digamma(b.hi)-digamma(sum))
	if sum > pairsUpTo {
		ratio := b.hi / a.hi
		large := -(a.hi-0.5)*math.Log1p(ratio) + b.hi*logarithm(ratio/(1+ratio))
		return large + 0.5*logarithm(2*math.Pi/b.hi), lo
	}
	lo -= e * (digamma(sum) + 1) // 1: the linear terms of a, b and sum
	for _, t := range []struct{ x, sign float64 }{{a.hi, 1}, {b.hi, 1}, {sum, -1}} {
		l, lLo := logPair(t.x)
		y := t.sign * (t.x - 0.5)
		p := y * l
		s, err := twoSum(hi, p)
		hi, lo = s, lo+(err+math.FMA(y, l, -p)+y*lLo)
	}
	const c, cLo = 0.9189385332046728, -3.8782941580672414e-17 // log(2π)/2
	hi, e = twoSum(hi, c)
	return fastTwoSum(hi, lo+e+cLo)
}

// stirling is lgamma(x) - ((x-1/2)·log(x) - x + log(2π)/2).
func stirling(x float64) float64 {
	z := 1 / (x * x)
	return (1./12 - z*(1./360-z*(1./1260-z*(1./1680-z*(1./1188-z*(691./360360-z/156)))))) / x
}

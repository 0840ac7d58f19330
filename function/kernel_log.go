package function

import "math"

// splitLog writes a normal number x > 0 as m·2^n with m from sqrt(1/2) to
// sqrt(2).
func splitLog(x float64) (n, m float64) {
	const sqrtHalf = 0x3FE6A09E667F3BCD
	bits := math.Float64bits(x)
	k := int64(bits-sqrtHalf) >> 52
	return float64(k), math.Float64frombits(bits - uint64(k)<<52)
}

// logTail is R(z) in
//
//	log((1+s)/(1-s)) = 2s + s³·R(s²),  |s| < 0.1716
//
// up to 2^-66 of 2s, an approximation of least maximal error.
func logTail(z float64) float64 { return float64(logRest(z)*z) + 0.6666666666666666 }

func logRest(z float64) float64 {
	p := 0.1325147961196954
	p = float64(p*z) + 0.13250101625289842
	p = float64(p*z) + 0.15387091487884436
	p = float64(p*z) + 0.18181775648836684
	p = float64(p*z) + 0.22222222647005066
	p = float64(p*z) + 0.28571428569084495
	return float64(p*z) + 0.40000000000006253
}

// logInside tells whether log takes the normal way: x is positive, normal and
// finite.
func logInside(x float64) bool { return x >= 0x1p-1022 && x <= math.MaxFloat64 }

// logarithm is log(x) for x > 0, with an error below 0.9 ulp: with f = m-1 and
// s = f/(2+f), 2s is f - s·f, of which the first part is exact.
func logarithm(x float64) float64 {
	if !logInside(x) {
		return logOutside(x)
	}
	n, m := splitLog(x)
	f := m - 1
	s := f / (2 + f)
	z := s * s
	half := 0.5 * f * f
	return float64(n*ln2Hi) - ((half - (float64(s*(half+float64(z*logTail(z)))) + float64(n*ln2Lo))) - f)
}

func logOutside(x float64) float64 {
	switch {
	case !(x > 0):
		return math.NaN()
	case x > math.MaxFloat64:
		return x
	}
	return logarithm(x*0x1p54) - 54*math.Ln2
}

func logBlock(z []float64, a [][]float64) {
	u := a[0][:len(z)]
	for i, x := range u {
		if !logInside(x) {
			z[i] = logOutside(x)
			continue
		}
		n, m := splitLog(x)
		f := m - 1
		s := f / (2 + f)
		w := s * s
		half := 0.5 * f * f
		z[i] = float64(n*ln2Hi) - ((half - (float64(s*(half+float64(w*logTail(w)))) + float64(n*ln2Lo))) - f)
	}
}

func logSlopeBlock(z, u, _ []float64) {
	u = u[:len(z)]
	for i, x := range u {
		z[i] = reciprocal(x)
	}
}

// logSeries is (R(z) - 2/3)/z by its Taylor series, up to 2^-66 of the logarithm
// where logRest leaves 2^-60.
func logSeries(z float64) float64 {
	p := 0.0
	for k := 14.0; k >= 1; k-- {
		p = float64(p*z) + 2/(2*k+3)
	}
	return p
}

// logPair is log(x) for a finite x > 0 as an unevaluated sum, with an error
// below 2^-64 of the value. Of the series in s the first two terms are computed
// with twice the precision; the others are at most 2^-12 of them.
func logPair(x float64) (hi, lo float64) {
	shift := 0.0
	if x < 0x1p-1022 {
		x *= 0x1p54
		shift = -54
	}
	n, m := splitLog(x)
	n += shift
	f := m - 1
	d, dLo := twoSum(m, 1)
	s := f / d
	sLo := (math.FMA(-s, d, f) - s*dLo) / d
	z := s * s
	zLo := math.FMA(s, s, -z) + 2*s*sLo
	cube := s * z
	cubeLo := math.FMA(s, z, -cube) + s*zLo + sLo*z
	const third, thirdLo = 0.6666666666666666, 3.7007434154171886e-17
	t := cube * third
	tLo := math.FMA(cube, third, -t) + cube*thirdLo + cubeLo*third
	rest := cube * (z * logSeries(z))
	a, e1 := twoSum(n*ln2Hi, 2*s)
	b, e2 := twoSum(a, t)
	return twoSum(b, (e1+e2)+((n*ln2Lo+2*sLo)+(tLo+rest)))
}

// expSum is exp(x+e) for a small e, with an error below 0.9 ulp.
func expSum(x, e float64) float64 {
	if !(math.Abs(x) < expInside) {
		return expScaled(x, e, 0)
	}
	k, r, c := reduceExp(x)
	r, c = fastTwoSum(r, c+e)
	w := r * r
	tail := w * (expEven(w) + float64(expOdd(w)*r))
	return (1 + (r + (tail + c))) * twoTo(k)
}

// log1p has an error below 1 ulp, after HP-15C: log of the rounded 1+u, and the
// rounding error relative to it.
func log1p(u float64) float64 {
	if !(u > -1) {
		return math.NaN()
	}
	return math.Log1p(u)
}

// quotientOfPairs is (a+aLo)/(b+bLo), rounded.
func quotientOfPairs(a, aLo, b, bLo float64) float64 {
	q := a / b
	return q + (math.FMA(-q, b, a)+aLo-q*bLo)/b
}

// log2 and log10 divide pairs, so that they are exact at powers of 2 and 10.
func log2(u float64) float64 {
	if !logInside(u) {
		return logOutside(u) / math.Ln2
	}
	n, m := splitLog(u)
	hi, lo := logPair(m)
	const ln2, rest = math.Ln2, 2.3190468138462996e-17
	q := hi / ln2
	qLo := (math.FMA(-q, ln2, hi) + lo - q*rest) / ln2
	s, e := twoSum(n, q)
	return s + (e + qLo)
}

func log10(u float64) float64 {
	if !(u > 0) || u > math.MaxFloat64 {
		return logOutside(u)
	}
	hi, lo := logPair(u)
	return quotientOfPairs(hi, lo, math.Ln10, -2.1707562233822494e-16)
}

func logBase(u, b float64) float64 {
	if !(u > 0 && b > 0) || b == 1 {
		return math.NaN()
	}
	if u > math.MaxFloat64 || b > math.MaxFloat64 {
		return logarithm(u) / logarithm(b)
	}
	uHi, uLo := logPair(u)
	bHi, bLo := logPair(b)
	return quotientOfPairs(uHi, uLo, bHi, bLo)
}

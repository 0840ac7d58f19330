package function

import "math"

// power has roots, the named power and the length of a vector of two
// components.
var power = []Row{
	{
		Name:       "sqrt",
		Family:     "power",
		Params:     []Param{{Name: "u"}},
		Expand:     "u^(1/2)",
		Domain:     "u >= 0",
		Deriv:      []string{"1/(2*sqrt(u))"},
		DerivValue: "1/(2*y)",
		Smooth:     "u > 0",
		Range:      "y >= 0",
		Float:      func(a []float64) float64 { return math.Sqrt(a[0]) },
		Slope:      []Partial{sqrtSlope},
		Curve:      []Partial{sqrtCurve},
		LaTeX:      `\sqrt{#1}`,
		Source:     "DLMF 4.2(iv)",
	},
	{
		Name:       "cbrt",
		Family:     "power",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1/(3*cbrt(u)^2)"},
		DerivValue: "1/(3*y^2)",
		Smooth:     "u != 0",
		Parity:     Odd,
		Definition: "sign(u)*abs(u)^(1/3)",
		Exact:      exactCbrt,
		Float:      func(a []float64) float64 { return math.Cbrt(a[0]) },
		Slope:      []Partial{cbrtSlope},
		Curve:      []Partial{cbrtCurve},
		LaTeX:      `\sqrt[3]{#1}`,
		Source:     "definition",
	},
	{
		Name:       "pow",
		Family:     "power",
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Expand:     "u^v",
		Domain:     "u > 0 or (u == 0 and v >= 0) or (u != 0 and v == floor(v))",
		Deriv:      []string{"v*u^(v-1)", "u^v*log(u)"},
		Smooth:     "u > 0",
		Continuous: "u != 0 or v != 0",
		Float:      func(a []float64) float64 { return pow(a[0], a[1]) },
		Slope:      []Partial{powSlopeU, powSlopeV},
		Curve:      []Partial{powCurveUU, powCurveUV, powCurveVV},
		LaTeX:      `\left(#1\right)^{#2}`,
		Source:     "DLMF 4.2(iv)",
	},
	{
		Name:       "hypot",
		Family:     "power",
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Symmetric:  true,
		Deriv:      []string{"u/hypot(u,v)", "v/hypot(u,v)"},
		Smooth:     "u != 0 or v != 0",
		Range:      "y >= 0",
		Parity:     Even,
		Definition: "sqrt(u^2+v^2)",
		Exact:      exactHypot,
		Float:      func(a []float64) float64 { return hypot(a[0], a[1]) },
		Slope:      []Partial{hypotSlopeU, hypotSlopeV},
		Curve:      []Partial{hypotCurveUU, hypotCurveUV, hypotCurveVV},
		LaTeX:      `\operatorname{hypot}`,
		Source:     "definition",
	},
}

func hypot(u, v float64) float64 { return math.Hypot(u, v) }

// pow is accurate for large exponents too, where repeated squaring would
// double the rounding error in each step: |u|^v is exp(v*log|u|) with the
// logarithm and the product in pairs of floats.
func pow(u, v float64) float64 {
	isInt := v == math.Floor(v)
	switch {
	case u != u || v != v:
		return math.NaN()
	case v == 0 || u == 1:
		return 1
	case u == 0 && v < 0, u < 0 && !isInt:
		return math.NaN()
	case u == 0 || isInt && math.Abs(v) <= 16:
		return math.Pow(u, v)
	}
	hi, lo := logPair(math.Abs(u))
	p := v * hi
	z := exp(p) // infinite or 0 where the value is beyond float64
	if z != 0 && !math.IsInf(z, 0) {
		z += z * (math.FMA(v, hi, -p) + v*lo)
	}
	if u < 0 && math.Mod(v, 2) != 0 {
		return -z
	}
	return z
}

// logPair returns log(u) as an unevaluated sum, with an error of about
// 2^-60 of the value, for u > 0. With u = m·2^e and s = (m-1)/(m+1),
//
//	log(u) = e·log(2) + 2·(s + s³/3 + s⁵/5 + ...)
//
// only the leading terms of the two sums need the extra precision, since
// |s| < 0.172.
func logPair(u float64) (hi, lo float64) {
	m, e := math.Frexp(u)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	f := m - 1
	d, dLo := twoSum(m, 1)
	s := f / d
	sLo := (math.FMA(-s, d, f) - s*dLo) / d
	s2, tail := s*s, 0.0
	for k := 21.0; k >= 3; k -= 2 {
		tail = (tail + 1/k) * s2
	}
	// The terms after s sum to s·tail, at most a hundredth of s.
	n := float64(e)
	hi, lo = twoSum(n*ln2Hi, 2*s)
	lo += n*ln2Lo + 2*(sLo+s*tail)
	return twoSum(hi, lo)
}

// twoSum returns the rounded sum and its exact error (Knuth 4.2.2).
func twoSum(a, b float64) (s, err float64) {
	s = a + b
	c := s - a
	return s, (a - (s - c)) + (b - c)
}

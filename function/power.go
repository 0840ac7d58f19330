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
		Monotone:   Increasing,
		DerivValue: "1/(3*y^2)",
		Smooth:     "u != 0",
		Parity:     Odd,
		Definition: "sign(u)*abs(u)^(1/3)",
		Exact:      exactCbrt,
		Sign:       "u",
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

// hypot corrects the root of the rounded sum of squares by the error of that.
func hypot(u, v float64) float64 {
	x, y := math.Abs(u), math.Abs(v)
	if x < y {
		x, y = y, x
	}
	switch {
	case u != u || v != v:
		return math.NaN()
	case math.IsInf(x, 0) || y < x*0x1p-60:
		return x
	case x > 0x1p500:
		return hypot(x*0x1p-600, y*0x1p-600) * 0x1p600
	case x < 0x1p-400:
		if x == 0 {
			return 0
		}
		return hypot(x*0x1p600, y*0x1p600) * 0x1p-600
	}
	p, q := x*x, y*y
	s, e := fastTwoSum(p, q)
	h := math.Sqrt(s)
	e += math.FMA(x, x, -p) + math.FMA(y, y, -q)
	return h + (math.FMA(-h, h, s)+e)/(2*h)
}

// pow is exp(v·log|u|) with the logarithm and the product in pairs of floats,
// whose errors exp does not magnify to more than a tenth of an ulp.
func pow(u, v float64) float64 {
	isInt := v == math.Floor(v)
	switch {
	case u != u || v != v:
		return math.NaN()
	case v == 0 || u == 1:
		return 1
	case u == 0 && v < 0, u < 0 && !isInt:
		return math.NaN()
	case u == 0 || math.IsInf(u, 0) || math.IsInf(v, 0) || math.Abs(v) > 0x1p64:
		return math.Pow(u, v)
	case v == 1:
		return u
	}
	hi, lo := logPair(math.Abs(u))
	p := v * hi
	z := expSum(p, with0(math.FMA(v, hi, -p)+v*lo))
	if u < 0 && math.Mod(v, 2) != 0 {
		return -z
	}
	return z
}

// twoSum returns the rounded sum and its exact error (Knuth 4.2.2).
func twoSum(a, b float64) (s, err float64) {
	s = a + b
	c := s - a
	return s, (a - (s - c)) + (b - c)
}

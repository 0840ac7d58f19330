package function

import "math"

// exponential has the exponential function, the logarithms and their forms
// that stay accurate near 0 and 1.
var exponential = []Row{
	{
		Name:       "exp",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"exp(u)"},
		DerivValue: "y",
		Range:      "y > 0",
		Values:     []Value{{"0", "1"}},
		Float:      func(a []float64) float64 { return exp(a[0]) },
		Block:      expBlock,
		Slope:      []Partial{valueSlope},
		Curve:      []Partial{valueSlope},
		LaTeX:      "e^{#1}",
		Source:     "DLMF 4.2(iii)",
	},
	{
		Name:       "log",
		Aliases:    []string{"ln"},
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Domain:     "u > 0",
		Deriv:      []string{"1/u"},
		DerivValue: "exp(-y)",
		Values:     []Value{{"1", "0"}, {"exp(1)", "1"}},
		Float:      func(a []float64) float64 { return logarithm(a[0]) },
		Slope:      []Partial{logSlope},
		Curve:      []Partial{logCurve},
		LaTeX:      `\log`,
		Source:     "DLMF 4.2(i)",
	},
	{
		Name:       "log",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}, {Name: "b"}},
		Domain:     "u > 0, b > 0, b != 1",
		Deriv:      []string{"1/(u*log(b))", "-log(u)/(b*log(b)^2)"},
		DerivValue: "b^(-y)/log(b)",
		Definition: "log(u)/log(b)",
		Exact:      exactLog,
		Float:      func(a []float64) float64 { return logBase(a[0], a[1]) },
		Slope:      []Partial{logBaseSlopeU, logBaseSlopeB},
		Curve:      []Partial{logBaseCurveUU, logBaseCurveUB, logBaseCurveBB},
		LaTeX:      `\log_{#2}\left(#1\right)`,
		Source:     "DLMF 4.2(ii)",
	},
	{
		Name:       "log2",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Domain:     "u > 0",
		Deriv:      []string{"1/(u*log(2))"},
		DerivValue: "2^(-y)/log(2)",
		Definition: "log(u)/log(2)",
		Exact:      exactLog2,
		Float:      func(a []float64) float64 { return log2(a[0]) },
		Slope:      []Partial{log2Slope},
		Curve:      []Partial{log2Curve},
		LaTeX:      `\log_{2}`,
		Source:     "DLMF 4.2(ii)",
	},
	{
		Name:       "log10",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Domain:     "u > 0",
		Deriv:      []string{"1/(u*log(10))"},
		DerivValue: "10^(-y)/log(10)",
		Definition: "log(u)/log(10)",
		Exact:      exactLog10,
		Float:      func(a []float64) float64 { return logBase(a[0], 10) },
		Slope:      []Partial{log10Slope},
		Curve:      []Partial{log10Curve},
		LaTeX:      `\log_{10}`,
		Source:     "DLMF 4.2(ii)",
	},
	{
		Name:       "log1p",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Domain:     "u > -1",
		Deriv:      []string{"1/(1+u)"},
		DerivValue: "exp(-y)",
		Values:     []Value{{"0", "0"}},
		Definition: "log(1+u)",
		Float:      func(a []float64) float64 { return log1p(a[0]) },
		Slope:      []Partial{log1pSlope},
		Curve:      []Partial{log1pCurve},
		LaTeX:      `\operatorname{log1p}`,
		Source:     "definition",
	},
	{
		Name:       "expm1",
		Family:     "exponential",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"exp(u)"},
		DerivValue: "1+y",
		Range:      "y > -1",
		Values:     []Value{{"0", "0"}},
		Definition: "exp(u)-1",
		Float:      func(a []float64) float64 { return expm1(a[0]) },
		Slope:      []Partial{expSlope},
		Curve:      []Partial{expSlope},
		LaTeX:      `\operatorname{expm1}`,
		Source:     "definition",
	},
}

// logarithm scales subnormal arguments, which math.Log on amd64 takes for
// the least normal number.
func logarithm(u float64) float64 {
	const leastNormal = 0x1p-1022
	switch {
	case !(u > 0):
		return math.NaN()
	case u < leastNormal:
		return math.Log(u*0x1p54) - 54*math.Ln2
	}
	return math.Log(u)
}

func log1p(u float64) float64 {
	if !(u > -1) {
		return math.NaN()
	}
	return math.Log1p(u)
}

// log2 takes the binary exponent out only where it can not cancel: near 1
// the quotient of logarithms is accurate.
func log2(u float64) float64 {
	if !(u > 0) {
		return math.NaN()
	}
	m, e := math.Frexp(u)
	if m == 0.5 {
		return float64(e - 1)
	}
	if 0.5 < u && u < 2 {
		return math.Log(u) / math.Ln2
	}
	return float64(e) + math.Log(m)/math.Ln2
}

// logBase rounds to the integer n where the quotient is within rounding
// errors of it and b^n is u: log(1000)/log(10) is 2.9999999999999996.
func logBase(u, b float64) float64 {
	if !(u > 0 && b > 0) || b == 1 {
		return math.NaN()
	}
	q := logarithm(u) / logarithm(b)
	if n := math.Round(q); math.Abs(q-n) < 1e-12*math.Abs(n) && math.Pow(b, n) == u {
		return n
	}
	return q
}

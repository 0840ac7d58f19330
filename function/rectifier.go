package function

import "math"

// rectifier has the activation functions with kinks, with the definitions
// and defaults of PyTorch. At a kink the derivative is PyTorch's.
var rectifier = []Row{
	{
		Name:       "relu",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"step(u)"},
		DerivValue: "step(y)",
		Smooth:     "u != 0",
		Range:      "y >= 0",
		Definition: "if(u > 0, u, 0)",
		Exact:      exactRelu,
		Float:      func(a []float64) float64 { return max(a[0], 0) },
		Slope:      []Partial{reluSlope},
		Curve:      []Partial{flat},
		LaTeX:      `\operatorname{relu}`,
		Source:     "PyTorch nn.ReLU",
	},
	{
		Name:       "relu6",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"if(0 < u and u < 6, 1, 0)"},
		DerivValue: "if(0 < y and y < 6, 1, 0)",
		Smooth:     "u != 0, u != 6",
		Range:      "0 <= y, y <= 6",
		Definition: "if(u < 0, 0, if(u > 6, 6, u))",
		Exact:      exactRelu6,
		Float:      func(a []float64) float64 { return relu6(a[0]) },
		Slope:      []Partial{relu6Slope},
		Curve:      []Partial{flat},
		LaTeX:      `\operatorname{relu6}`,
		Source:     "PyTorch nn.ReLU6",
	},
	{
		Name:       "leaky_relu",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "a", Default: "1/100"}},
		Deriv:      []string{"if(u > 0, 1, a)", "if(u > 0, 0, u)"},
		Smooth:     "u != 0 or a == 1",
		Definition: "if(u > 0, u, a*u)",
		Exact:      exactLeakyRelu,
		Float:      func(a []float64) float64 { return leakyRelu(a[0], a[1]) },
		Slope:      []Partial{leakyReluSlopeU, leakyReluSlopeA},
		Curve:      []Partial{flat, leakyReluCurveUA, flat},
		LaTeX:      `\operatorname{leaky\_relu}`,
		Source:     "PyTorch nn.LeakyReLU",
	},
	{
		Name:       "elu",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "alpha", Default: "1"}},
		Deriv:      []string{"if(u > 0, 1, alpha*exp(u))", "if(u > 0, 0, exp(u)-1)"},
		Smooth:     "u != 0 or alpha == 1",
		Range:      "y >= min(-alpha, 0)",
		Definition: "if(u > 0, u, alpha*(exp(u)-1))",
		Exact:      exactElu,
		Float:      func(a []float64) float64 { return elu(a[0], a[1]) },
		Slope:      []Partial{eluSlopeU, eluSlopeA},
		Curve:      []Partial{eluCurveUU, eluCurveUA, flat},
		LaTeX:      `\operatorname{elu}`,
		Source:     "PyTorch nn.ELU",
	},
	{
		Name:   "selu",
		Family: "rectifier",
		Params: []Param{{Name: "u"}},
		Deriv: []string{
			"1.0507009873554804934193349852946*if(u > 0, 1, 1.6732632423543772848170429916717*exp(u))",
		},
		DerivValue: "if(y > 0, 1.0507009873554804934193349852946, " +
			"y+1.0507009873554804934193349852946*1.6732632423543772848170429916717)",
		Smooth:     "u != 0",
		Range:      "y > -44/25",
		Values:     []Value{{"0", "0"}},
		Definition: "1.0507009873554804934193349852946*if(u > 0, u, 1.6732632423543772848170429916717*(exp(u)-1))",
		Sign:       "u",
		Float:      func(a []float64) float64 { return seluScale * elu(a[0], seluAlpha) },
		Slope:      []Partial{seluSlope},
		Curve:      []Partial{seluCurve},
		LaTeX:      `\operatorname{selu}`,
		Source:     "PyTorch nn.SELU",
	},
	{
		Name:       "celu",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "alpha", Default: "1"}},
		Domain:     "alpha != 0",
		Deriv:      []string{"if(u > 0, 1, exp(u/alpha))", "if(u > 0, 0, (1-u/alpha)*exp(u/alpha)-1)"},
		DerivValue: "if(y > 0, 1, 1+y/alpha)",
		Range:      "y > -alpha or alpha < 0",
		Definition: "if(u > 0, u, alpha*(exp(u/alpha)-1))",
		Exact:      exactCelu,
		Float:      func(a []float64) float64 { return celu(a[0], a[1]) },
		Slope:      []Partial{celuSlopeU, celuSlopeA},
		Curve:      []Partial{celuCurveUU, celuCurveUA, celuCurveAA},
		LaTeX:      `\operatorname{celu}`,
		Source:     "PyTorch nn.CELU",
	},
	{
		Name:       "softshrink",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "lambda", Default: "1/2"}},
		Domain:     "lambda >= 0",
		Deriv:      []string{"if(abs(u) > lambda, 1, 0)", "if(u > lambda, -1, if(u < -lambda, 1, 0))"},
		Smooth:     "abs(u) != lambda",
		Parity:     Odd,
		Definition: "if(u > lambda, u-lambda, if(u < -lambda, u+lambda, 0))",
		Exact:      exactSoftshrink,
		Float:      func(a []float64) float64 { return softshrink(a[0], a[1]) },
		Slope:      []Partial{shrinkSlopeU, softshrinkSlopeL},
		Curve:      []Partial{flat, flat, flat},
		LaTeX:      `\operatorname{softshrink}`,
		Source:     "PyTorch nn.Softshrink",
	},
	{
		Name:       "hardshrink",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "lambda", Default: "1/2"}},
		Deriv:      []string{"if(abs(u) > lambda, 1, 0)", "0"},
		Smooth:     "abs(u) != lambda",
		Continuous: "abs(u) != lambda or lambda == 0",
		Parity:     Odd,
		Definition: "if(abs(u) > lambda, u, 0)",
		Exact:      exactHardshrink,
		Float:      func(a []float64) float64 { return hardshrink(a[0], a[1]) },
		Slope:      []Partial{shrinkSlopeU, flat},
		Curve:      []Partial{flat, flat, flat},
		LaTeX:      `\operatorname{hardshrink}`,
		Source:     "PyTorch nn.Hardshrink",
	},
	{
		Name:       "hardtanh",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}, {Name: "lo", Default: "-1"}, {Name: "hi", Default: "1"}},
		Domain:     "lo <= hi",
		Deriv:      []string{"if(lo < u and u < hi, 1, 0)", "if(u < lo, 1, 0)", "if(u > hi, 1, 0)"},
		Smooth:     "u != lo, u != hi",
		Range:      "lo <= y, y <= hi",
		Definition: "if(u < lo, lo, if(u > hi, hi, u))",
		Exact:      exactHardtanh,
		Float:      func(a []float64) float64 { return hardtanh(a[0], a[1], a[2]) },
		Slope:      []Partial{hardtanhSlopeU, hardtanhSlopeLo, hardtanhSlopeHi},
		Curve:      []Partial{flat, flat, flat, flat, flat, flat},
		LaTeX:      `\operatorname{hardtanh}`,
		Source:     "PyTorch nn.Hardtanh",
	},
	{
		Name:       "hardsigmoid",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"if(-3 < u and u < 3, 1/6, 0)"},
		DerivValue: "if(0 < y and y < 1, 1/6, 0)",
		Smooth:     "u != -3, u != 3",
		Range:      "0 <= y, y <= 1",
		Definition: "if(u < -3, 0, if(u > 3, 1, (u+3)/6))",
		Exact:      exactHardsigmoid,
		Float:      func(a []float64) float64 { return relu6(a[0]+3) / 6 },
		Slope:      []Partial{hardsigmoidSlope},
		Curve:      []Partial{flat},
		LaTeX:      `\operatorname{hardsigmoid}`,
		Source:     "PyTorch nn.Hardsigmoid",
	},
	{
		Name:       "hardswish",
		Family:     "rectifier",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"if(u <= -3, 0, if(u < 3, u/3+1/2, 1))"},
		Smooth:     "u != -3, u != 3",
		Range:      "y >= -3/8",
		Definition: "if(u <= -3, 0, if(u < 3, u*(u+3)/6, u))",
		Exact:      exactHardswish,
		Float:      func(a []float64) float64 { return hardswish(a[0]) },
		Slope:      []Partial{hardswishSlope},
		Curve:      []Partial{hardswishCurve},
		LaTeX:      `\operatorname{hardswish}`,
		Source:     "PyTorch nn.Hardswish",
	},
}

const (
	seluAlpha = 1.6732632423543772848170429916717
	seluScale = 1.0507009873554804934193349852946
)

func relu6(u float64) float64 { return min(max(u, 0), 6) }

// with is z where x is a number: an argument of which the value does not depend
// has to exist nevertheless.
func with(x, z float64) float64 {
	if x != x {
		return x
	}
	return z
}

func leakyRelu(u, a float64) float64 {
	if u > 0 {
		return with(a, u)
	}
	return a * u
}

func elu(u, alpha float64) float64 {
	if u > 0 {
		return with(alpha, u)
	}
	return alpha * expm1(u)
}

func softshrink(u, lambda float64) float64 {
	switch {
	case !(lambda >= 0):
		return math.NaN()
	case u > lambda:
		return u - lambda
	case u < -lambda:
		return u + lambda
	}
	return with(u, 0)
}

func hardshrink(u, lambda float64) float64 {
	if math.Abs(u) > lambda {
		return u
	}
	return with(u, with(lambda, 0))
}

func hardtanh(u, lo, hi float64) float64 {
	if !(lo <= hi) {
		return math.NaN()
	}
	return min(max(u, lo), hi)
}

func hardswish(u float64) float64 {
	switch {
	case u <= -3:
		return 0
	case u < 3:
		return u * (u + 3) / 6
	}
	return u
}

package function

import "math"

// piecewise has the functions that are made of pieces and are not activation
// functions.
var piecewise = []Row{
	{
		Name:       "abs",
		Family:     "piecewise",
		Known:      Everyday,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"sign(u)"},
		Smooth:     "u != 0",
		Range:      "y >= 0",
		Parity:     Even,
		Definition: "if(u >= 0, u, -u)",
		Exact:      exactAbs,
		Sign:       "u^2",
		Float:      func(a []float64) float64 { return math.Abs(a[0]) },
		Slope:      []Partial{absSlope},
		Curve:      []Partial{flat},
		LaTeX:      `\left|#1\right|`,
		Source:     "definition",
	},
	{
		Name:       "sign",
		Aliases:    []string{"sgn"},
		Family:     "piecewise",
		Known:      Everyday,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"0"},
		Smooth:     "u != 0",
		Continuous: "u != 0",
		Range:      "-1 <= y, y <= 1",
		Parity:     Odd,
		Definition: "if(u > 0, 1, if(u < 0, -1, 0))",
		Exact:      exactSign,
		Sign:       "u",
		Float:      func(a []float64) float64 { return sign(a[0]) },
		Slope:      []Partial{flat},
		Curve:      []Partial{flat},
		LaTeX:      `\operatorname{sign}`,
		Source:     "definition",
	},
	{
		Name:       "step",
		Family:     "piecewise",
		Known:      Everyday,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"0"},
		Smooth:     "u != 0",
		Continuous: "u != 0",
		Range:      "0 <= y, y <= 1",
		Definition: "if(u > 0, 1, 0)",
		Exact:      exactStep,
		Float:      func(a []float64) float64 { return max(sign(a[0]), 0) },
		Slope:      []Partial{flat},
		Curve:      []Partial{flat},
		LaTeX:      `\operatorname{step}`,
		Source:     "definition",
	},
	{
		Name:       "max",
		Family:     "piecewise",
		Known:      Everyday,
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Variadic:   true,
		Symmetric:  true,
		Deriv:      []string{"if(u > v, 1, 0)", "if(v > u, 1, 0)"},
		Smooth:     "u != v",
		Range:      "y >= u, y >= v",
		Definition: "if(u > v, u, v)",
		Exact:      exactMax,
		Float:      maxFloat,
		Slope:      []Partial{maxSlopeU, maxSlopeV},
		Curve:      []Partial{flat, flat, flat},
		LaTeX:      `\max`,
		Source:     "definition",
	},
	{
		Name:       "min",
		Family:     "piecewise",
		Known:      Everyday,
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Variadic:   true,
		Symmetric:  true,
		Deriv:      []string{"if(u < v, 1, 0)", "if(v < u, 1, 0)"},
		Smooth:     "u != v",
		Range:      "y <= u, y <= v",
		Definition: "if(u < v, u, v)",
		Exact:      exactMin,
		Float:      minFloat,
		Slope:      []Partial{minSlopeU, minSlopeV},
		Curve:      []Partial{flat, flat, flat},
		LaTeX:      `\min`,
		Source:     "definition",
	},
	{
		Name:       "floor",
		Family:     "piecewise",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"0"},
		Smooth:     "u != floor(u)",
		Continuous: "u != floor(u)",
		Range:      "u-1 < y, y <= u",
		Exact:      exactFloor,
		Float:      func(a []float64) float64 { return math.Floor(a[0]) },
		Slope:      []Partial{flat},
		Curve:      []Partial{flat},
		LaTeX:      `\left\lfloor #1\right\rfloor`,
		Source:     "definition",
	},
	{
		Name:       "ceil",
		Family:     "piecewise",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"0"},
		Smooth:     "u != floor(u)",
		Continuous: "u != floor(u)",
		Range:      "u <= y, y < u+1",
		Definition: "-floor(-u)",
		Exact:      exactCeil,
		Float:      func(a []float64) float64 { return math.Ceil(a[0]) },
		Slope:      []Partial{flat},
		Curve:      []Partial{flat},
		LaTeX:      `\left\lceil #1\right\rceil`,
		Source:     "definition",
	},
	{
		Name:       "delta",
		Family:     "piecewise",
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Symmetric:  true,
		Deriv:      []string{"0", "0"},
		Smooth:     "u != v",
		Continuous: "u != v",
		Range:      "0 <= y, y <= 1",
		Definition: "if(u == v, 1, 0)",
		Exact:      exactDelta,
		Float:      func(a []float64) float64 { return delta(a[0], a[1]) },
		Slope:      []Partial{flat, flat},
		Curve:      []Partial{flat, flat, flat},
		LaTeX:      `\delta_{#1,#2}`,
		Source:     "definition",
	},
}

func sign(u float64) float64 {
	switch {
	case u > 0:
		return 1
	case u < 0:
		return -1
	}
	return u
}

func delta(u, v float64) float64 {
	if u == v {
		return 1
	}
	return with(u, with(v, 0))
}

func maxFloat(a []float64) float64 {
	m := a[0]
	for _, x := range a[1:] {
		m = max(m, x)
	}
	return m
}

func minFloat(a []float64) float64 {
	m := a[0]
	for _, x := range a[1:] {
		m = min(m, x)
	}
	return m
}

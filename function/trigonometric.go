package function

import "math"

// trigonometric has the circular functions; arguments are in radians.
var trigonometric = []Row{
	{
		Name:   "sin",
		Family: "trigonometric",
		Params: []Param{{Name: "u"}},
		Deriv:  []string{"cos(u)"},
		Range:  "-1 <= y, y <= 1",
		Parity: Odd,
		Values: []Value{
			{"0", "0"}, {"pi/6", "1/2"}, {"pi/4", "sqrt(2)/2"}, {"pi/3", "sqrt(3)/2"}, {"pi/2", "1"},
			{"2*pi/3", "sqrt(3)/2"}, {"3*pi/4", "sqrt(2)/2"}, {"5*pi/6", "1/2"}, {"pi", "0"},
			{"3*pi/2", "-1"}, {"2*pi", "0"},
		},
		Float:      func(a []float64) float64 { return sin(a[0]) },
		Block:      sinBlock,
		SlopeBlock: sinSlopeBlock,
		Slope:      []Partial{sinSlope},
		Curve:      []Partial{minusValueSlope},
		LaTeX:      `\sin`,
		Source:     "DLMF 4.14",
	},
	{
		Name:   "cos",
		Family: "trigonometric",
		Params: []Param{{Name: "u"}},
		Deriv:  []string{"-sin(u)"},
		Range:  "-1 <= y, y <= 1",
		Parity: Even,
		Values: []Value{
			{"0", "1"}, {"pi/6", "sqrt(3)/2"}, {"pi/4", "sqrt(2)/2"}, {"pi/3", "1/2"}, {"pi/2", "0"},
			{"2*pi/3", "-1/2"}, {"3*pi/4", "-sqrt(2)/2"}, {"5*pi/6", "-sqrt(3)/2"}, {"pi", "-1"},
			{"3*pi/2", "0"}, {"2*pi", "1"},
		},
		Float:      func(a []float64) float64 { return cos(a[0]) },
		Block:      cosBlock,
		SlopeBlock: cosSlopeBlock,
		Slope:      []Partial{cosSlope},
		Curve:      []Partial{minusValueSlope},
		LaTeX:      `\cos`,
		Source:     "DLMF 4.14",
	},
	{
		Name:       "tan",
		Family:     "trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "cos(u) != 0",
		Deriv:      []string{"1+tan(u)^2"},
		DerivValue: "1+y^2",
		Parity:     Odd,
		Values: []Value{
			{"0", "0"}, {"pi/6", "sqrt(3)/3"}, {"pi/4", "1"}, {"pi/3", "sqrt(3)"},
			{"2*pi/3", "-sqrt(3)"}, {"3*pi/4", "-1"}, {"5*pi/6", "-sqrt(3)/3"}, {"pi", "0"},
		},
		Definition: "sin(u)/cos(u)",
		Float:      func(a []float64) float64 { return tan(a[0]) },
		Slope:      []Partial{tanSlope},
		Curve:      []Partial{tanCurve},
		LaTeX:      `\tan`,
		Source:     "DLMF 4.14",
	},
	{
		Name:       "sec",
		Family:     "trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "cos(u) != 0",
		Deriv:      []string{"sec(u)*tan(u)"},
		Range:      "y <= -1 or y >= 1",
		Parity:     Even,
		Values:     []Value{{"0", "1"}, {"pi/6", "2*sqrt(3)/3"}, {"pi/4", "sqrt(2)"}, {"pi/3", "2"}, {"pi", "-1"}},
		Definition: "1/cos(u)",
		Float:      func(a []float64) float64 { return sec(a[0]) },
		Slope:      []Partial{secSlope},
		Curve:      []Partial{secCurve},
		LaTeX:      `\sec`,
		Source:     "DLMF 4.14",
	},
	{
		Name:       "csc",
		Aliases:    []string{"cosec"},
		Family:     "trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "sin(u) != 0",
		Deriv:      []string{"-csc(u)*cot(u)"},
		Range:      "y <= -1 or y >= 1",
		Parity:     Odd,
		Values:     []Value{{"pi/6", "2"}, {"pi/4", "sqrt(2)"}, {"pi/3", "2*sqrt(3)/3"}, {"pi/2", "1"}, {"3*pi/2", "-1"}},
		Definition: "1/sin(u)",
		Float:      func(a []float64) float64 { return csc(a[0]) },
		Slope:      []Partial{cscSlope},
		Curve:      []Partial{cscCurve},
		LaTeX:      `\csc`,
		Source:     "DLMF 4.14",
	},
	{
		Name:       "cot",
		Family:     "trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "sin(u) != 0",
		Deriv:      []string{"-(1+cot(u)^2)"},
		DerivValue: "-(1+y^2)",
		Parity:     Odd,
		Values:     []Value{{"pi/6", "sqrt(3)"}, {"pi/4", "1"}, {"pi/3", "sqrt(3)/3"}, {"pi/2", "0"}, {"3*pi/4", "-1"}},
		Definition: "cos(u)/sin(u)",
		Float:      func(a []float64) float64 { return cot(a[0]) },
		Slope:      []Partial{cotSlope},
		Curve:      []Partial{cotCurve},
		LaTeX:      `\cot`,
		Source:     "DLMF 4.14",
	},
}

// reciprocal is 1/x, undefined at 0.
func reciprocal(x float64) float64 {
	if x == 0 {
		return math.NaN()
	}
	return 1 / x
}

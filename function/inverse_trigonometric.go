package function

import "math"

// inverseTrigonometric has the principal values. acot, asec and acsc are the
// functions of the reciprocal, so acot jumps at 0 and is undefined there.
var inverseTrigonometric = []Row{
	{
		Name:       "asin",
		Aliases:    []string{"arcsin"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "-1 <= u, u <= 1",
		Deriv:      []string{"1/sqrt(1-u^2)"},
		DerivValue: "1/cos(y)",
		Smooth:     "-1 < u, u < 1",
		Range:      "-pi/2 <= y, y <= pi/2",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}, {"1/2", "pi/6"}, {"sqrt(2)/2", "pi/4"}, {"sqrt(3)/2", "pi/3"}, {"1", "pi/2"}},
		Float:      func(a []float64) float64 { return asin(a[0]) },
		Slope:      []Partial{asinSlope},
		Curve:      []Partial{asinCurve},
		LaTeX:      `\arcsin`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "acos",
		Aliases:    []string{"arccos"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "-1 <= u, u <= 1",
		Deriv:      []string{"-1/sqrt(1-u^2)"},
		DerivValue: "-1/sin(y)",
		Smooth:     "-1 < u, u < 1",
		Range:      "0 <= y, y <= pi",
		Values: []Value{
			{"-1", "pi"}, {"-sqrt(3)/2", "5*pi/6"}, {"-sqrt(2)/2", "3*pi/4"}, {"-1/2", "2*pi/3"}, {"0", "pi/2"},
			{"1/2", "pi/3"}, {"sqrt(2)/2", "pi/4"}, {"sqrt(3)/2", "pi/6"}, {"1", "0"},
		},
		Definition: "pi/2-asin(u)",
		Float:      func(a []float64) float64 { return acos(a[0]) },
		Slope:      []Partial{acosSlope},
		Curve:      []Partial{acosCurve},
		LaTeX:      `\arccos`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "atan",
		Aliases:    []string{"arctan"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1/(1+u^2)"},
		DerivValue: "cos(y)^2",
		Range:      "-pi/2 < y, y < pi/2",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}, {"sqrt(3)/3", "pi/6"}, {"1", "pi/4"}, {"sqrt(3)", "pi/3"}},
		AtInfinity: []string{"-pi/2", "pi/2"},
		Float:      func(a []float64) float64 { return math.Atan(a[0]) },
		Slope:      []Partial{atanSlope},
		Curve:      []Partial{atanCurve},
		LaTeX:      `\arctan`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "acot",
		Aliases:    []string{"arccot"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"-1/(1+u^2)"},
		DerivValue: "-sin(y)^2",
		Range:      "-pi/2 < y, y < pi/2, y != 0",
		Parity:     Odd,
		Values:     []Value{{"sqrt(3)/3", "pi/3"}, {"1", "pi/4"}, {"sqrt(3)", "pi/6"}},
		Definition: "atan(1/u)",
		Float:      func(a []float64) float64 { return math.Atan(reciprocal(a[0])) },
		Slope:      []Partial{acotSlope},
		Curve:      []Partial{acotCurve},
		LaTeX:      `\operatorname{arccot}`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "asec",
		Aliases:    []string{"arcsec"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "u <= -1 or u >= 1",
		Deriv:      []string{"1/(abs(u)*sqrt(u^2-1))"},
		DerivValue: "cos(y)^2/sin(y)",
		Smooth:     "u < -1 or u > 1",
		Range:      "0 <= y, y <= pi, y != pi/2",
		Values:     []Value{{"-2", "2*pi/3"}, {"-1", "pi"}, {"1", "0"}, {"sqrt(2)", "pi/4"}, {"2", "pi/3"}},
		Definition: "acos(1/u)",
		Float:      func(a []float64) float64 { return asec(a[0]) },
		Slope:      []Partial{asecSlope},
		Curve:      []Partial{asecCurve},
		LaTeX:      `\operatorname{arcsec}`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "acsc",
		Aliases:    []string{"arccsc"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}},
		Domain:     "u <= -1 or u >= 1",
		Deriv:      []string{"-1/(abs(u)*sqrt(u^2-1))"},
		DerivValue: "-sin(y)^2/cos(y)",
		Smooth:     "u < -1 or u > 1",
		Range:      "-pi/2 <= y, y <= pi/2, y != 0",
		Parity:     Odd,
		Values:     []Value{{"1", "pi/2"}, {"sqrt(2)", "pi/4"}, {"2", "pi/6"}},
		Definition: "asin(1/u)",
		Float:      func(a []float64) float64 { return acsc(a[0]) },
		Slope:      []Partial{acscSlope},
		Curve:      []Partial{acscCurve},
		LaTeX:      `\operatorname{arccsc}`,
		Source:     "DLMF 4.23",
	},
	{
		Name:       "atan2",
		Aliases:    []string{"arctan2"},
		Family:     "inverse trigonometric",
		Params:     []Param{{Name: "u"}, {Name: "v"}},
		Domain:     "u != 0 or v != 0",
		Deriv:      []string{"v/(u^2+v^2)", "-u/(u^2+v^2)"},
		Smooth:     "u != 0 or v > 0",
		Continuous: "u != 0 or v > 0",
		Range:      "-pi < y, y <= pi",
		Values:     []Value{{"0, 1", "0"}, {"1, 1", "pi/4"}, {"1, 0", "pi/2"}, {"0, -1", "pi"}, {"-1, 0", "-pi/2"}},
		Definition: "if(v > 0, atan(u/v), if(u > 0, pi/2-atan(v/u), if(u < 0, -pi/2-atan(v/u), pi)))",
		Float:      func(a []float64) float64 { return atan2(a[0], a[1]) },
		Slope:      []Partial{atan2SlopeU, atan2SlopeV},
		Curve:      []Partial{atan2CurveUU, atan2CurveUV, atan2CurveVV},
		LaTeX:      `\operatorname{atan2}`,
		Source:     "definition",
	},
}

func asin(u float64) float64 {
	if !(-1 <= u && u <= 1) {
		return math.NaN()
	}
	return math.Atan2(u, math.Sqrt((1-u)*(1+u)))
}

// acos keeps its relative accuracy near 1, where pi/2 - asin(u) cancels.
func acos(u float64) float64 {
	if !(-1 <= u && u <= 1) {
		return math.NaN()
	}
	return 2 * math.Atan2(math.Sqrt(1-u), math.Sqrt(1+u))
}

// asec and acsc avoid 1/u, whose rounding the square roots at ±1 magnify.
func asec(u float64) float64 {
	if !(math.Abs(u) >= 1) {
		return math.NaN()
	}
	z := math.Abs(u)
	z = 2 * math.Atan2(math.Sqrt(z-1), math.Sqrt(z+1))
	if u < 0 {
		return math.Pi - z
	}
	return z
}

func acsc(u float64) float64 {
	z := math.Abs(u)
	if !(z >= 1) {
		return math.NaN()
	}
	return math.Copysign(math.Atan2(1, math.Sqrt(z-1)*math.Sqrt(z+1)), u)
}

// atan2 knows no signed zeros: atan2(-0, -1) is pi.
func atan2(u, v float64) float64 {
	if u == 0 && v == 0 {
		return math.NaN()
	}
	return math.Atan2(u+0, v+0)
}

package function

import "math"

// inverseTrigonometric has the principal values. acot, asec and acsc are the
// functions of the reciprocal, so acot jumps at 0 and is undefined there.
var inverseTrigonometric = []Row{
	{
		Name:       "asin",
		Aliases:    []string{"arcsin"},
		Family:     "inverse trigonometric",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Domain:     "-1 <= u, u <= 1",
		Deriv:      []string{"1/sqrt(1-u^2)"},
		Monotone:   Increasing,
		DerivValue: "1/cos(y)",
		Smooth:     "-1 < u, u < 1",
		Range:      "-pi/2 <= y, y <= pi/2",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}, {"1/2", "pi/6"}, {"sqrt(2)/2", "pi/4"}, {"sqrt(3)/2", "pi/3"}, {"1", "pi/2"}},
		Sign:       "u",
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
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Domain:     "-1 <= u, u <= 1",
		Deriv:      []string{"-1/sqrt(1-u^2)"},
		Monotone:   Decreasing,
		DerivValue: "-1/sin(y)",
		Smooth:     "-1 < u, u < 1",
		Range:      "0 <= y, y <= pi",
		Values: []Value{
			{"-1", "pi"}, {"-sqrt(3)/2", "5*pi/6"}, {"-sqrt(2)/2", "3*pi/4"}, {"-1/2", "2*pi/3"}, {"0", "pi/2"},
			{"1/2", "pi/3"}, {"sqrt(2)/2", "pi/4"}, {"sqrt(3)/2", "pi/6"}, {"1", "0"},
		},
		Definition: "pi/2-asin(u)",
		Sign:       "1-u",
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
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1/(1+u^2)"},
		Monotone:   Increasing,
		DerivValue: "cos(y)^2",
		Range:      "-pi/2 < y, y < pi/2",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}, {"sqrt(3)/3", "pi/6"}, {"1", "pi/4"}, {"sqrt(3)", "pi/3"}},
		AtInfinity: []string{"-pi/2", "pi/2"},
		Sign:       "u",
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
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"-1/(1+u^2)"},
		DerivValue: "-sin(y)^2",
		Range:      "-pi/2 < y, y < pi/2, y != 0",
		Parity:     Odd,
		Values:     []Value{{"sqrt(3)/3", "pi/3"}, {"1", "pi/4"}, {"sqrt(3)", "pi/6"}},
		Definition: "atan(1/u)",
		Sign:       "u",
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
		Known:      Rare,
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
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u <= -1 or u >= 1",
		Deriv:      []string{"-1/(abs(u)*sqrt(u^2-1))"},
		DerivValue: "-sin(y)^2/cos(y)",
		Smooth:     "u < -1 or u > 1",
		Range:      "-pi/2 <= y, y <= pi/2, y != 0",
		Parity:     Odd,
		Values:     []Value{{"1", "pi/2"}, {"sqrt(2)", "pi/4"}, {"2", "pi/6"}},
		Definition: "asin(1/u)",
		Sign:       "u",
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

// atanOfPairs is atan((y+yLo)/(x+xLo)) for positive x and y.
func atanOfPairs(y, yLo, x, xLo float64) float64 {
	if y > x {
		q := x / y
		qLo := (math.FMA(-q, y, x) + xLo - q*yLo) / y
		return halfPiHi - (math.Atan(q) + (qLo/(1+q*q) - halfPiLo))
	}
	q := y / x
	qLo := (math.FMA(-q, x, y) + yLo - q*xLo) / x
	return math.Atan(q) + qLo/(1+q*q)
}

// legOf is sqrt(|1-u²|) as an unevaluated sum.
func legOf(u float64) (hi, lo float64) {
	p := u * u
	d, dLo := twoSum(1, -p)
	dLo -= math.FMA(u, u, -p)
	if d < 0 || d == 0 && dLo < 0 {
		d, dLo = -d, -dLo
	}
	d, dLo = fastTwoSum(d, dLo)
	if d == 0 {
		return 0, 0
	}
	hi = math.Sqrt(d)
	return hi, (math.FMA(-hi, hi, d) + dLo) / (2 * hi)
}

// asin is the angle of a triangle with hypotenuse 1.
func asin(u float64) float64 {
	x := math.Abs(u)
	switch {
	case !(x <= 1):
		return math.NaN()
	case x < 0x1p-28:
		return u
	}
	leg, legLo := legOf(x)
	return math.Copysign(atanOfPairs(x, 0, leg, legLo), u)
}

// supplement is π less an angle.
func supplement(angle float64) float64 { return piHi - (angle - piLo) }

// acos keeps its relative accuracy near 1, where pi/2 - asin(u) cancels.
func acos(u float64) float64 {
	x := math.Abs(u)
	if !(x <= 1) {
		return math.NaN()
	}
	leg, legLo := legOf(x)
	angle := atanOfPairs(leg, legLo, x, 0)
	if u < 0 {
		return supplement(angle)
	}
	return angle
}

// asec and acsc avoid 1/u, whose rounding is magnified near ±1.
func asec(u float64) float64 {
	z := math.Abs(u)
	if !(z >= 1) {
		return math.NaN()
	}
	leg, legLo := z, 0.0
	if z < 0x1p28 {
		leg, legLo = legOf(z)
	}
	angle := atanOfPairs(leg, legLo, 1, 0)
	if u < 0 {
		return supplement(angle)
	}
	return angle
}

func acsc(u float64) float64 {
	z := math.Abs(u)
	switch {
	case !(z >= 1):
		return math.NaN()
	case z > 0x1p28:
		return 1 / u
	}
	leg, legLo := legOf(z)
	return math.Copysign(atanOfPairs(1, 0, leg, legLo), u)
}

// atan2 knows no signed zeros: atan2(-0, -1) is pi. Where one of the numbers is
// 2^60 times the other, the smaller one is no more than the last bit.
func atan2(u, v float64) float64 {
	y, x := math.Abs(u), math.Abs(v)
	switch {
	case u != u || v != v || u == 0 && v == 0:
		return math.NaN()
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Atan2(u, v)
	case y == 0 && v < 0:
		return math.Pi
	}
	var angle float64
	switch r := y / x; {
	case r > 0x1p60:
		angle = math.Pi / 2
	case r < 0x1p-60:
		angle = r
	default:
		if x+y < 0x1p-900 { // for exact remainders
			x, y = x*0x1p500, y*0x1p500
		} else if x > 0x1p900 {
			x, y = x*0x1p-500, y*0x1p-500
		}
		angle = atanOfPairs(y, 0, x, 0)
	}
	if v < 0 {
		angle = supplement(angle)
	}
	return math.Copysign(angle, u)
}

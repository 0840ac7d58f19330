package function

import "math"

// inverseHyperbolic has the principal values; acoth, asech and acsch are the
// functions of the reciprocal.
var inverseHyperbolic = []Row{
	{
		Name:       "asinh",
		Aliases:    []string{"arsinh", "arcsinh"},
		Family:     "inverse hyperbolic",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1/sqrt(1+u^2)"},
		Monotone:   Increasing,
		DerivValue: "1/cosh(y)",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "log(u+sqrt(u^2+1))",
		Sign:       "u",
		Float:      func(a []float64) float64 { return math.Asinh(a[0]) },
		Slope:      []Partial{asinhSlope},
		Curve:      []Partial{asinhCurve},
		LaTeX:      `\operatorname{arsinh}`,
		Source:     "DLMF 4.37",
	},
	{
		Name:       "acosh",
		Aliases:    []string{"arcosh", "arccosh"},
		Family:     "inverse hyperbolic",
		Params:     []Param{{Name: "u"}},
		Domain:     "u >= 1",
		Deriv:      []string{"1/sqrt(u^2-1)"},
		Monotone:   Increasing,
		DerivValue: "1/sinh(y)",
		Smooth:     "u > 1",
		Range:      "y >= 0",
		Values:     []Value{{"1", "0"}},
		Definition: "log(u+sqrt(u^2-1))",
		Sign:       "u-1",
		Float:      func(a []float64) float64 { return math.Acosh(a[0]) },
		Slope:      []Partial{acoshSlope},
		Curve:      []Partial{acoshCurve},
		LaTeX:      `\operatorname{arcosh}`,
		Source:     "DLMF 4.37",
	},
	{
		Name:       "atanh",
		Aliases:    []string{"artanh", "arctanh"},
		Family:     "inverse hyperbolic",
		Params:     []Param{{Name: "u"}},
		Domain:     "-1 < u, u < 1",
		Deriv:      []string{"1/(1-u^2)"},
		Monotone:   Increasing,
		DerivValue: "cosh(y)^2",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "log((1+u)/(1-u))/2",
		Sign:       "u",
		Float:      func(a []float64) float64 { return atanh(a[0]) },
		Slope:      []Partial{atanhSlope},
		Curve:      []Partial{atanhCurve},
		LaTeX:      `\operatorname{artanh}`,
		Source:     "DLMF 4.37",
	},
	{
		Name:       "acoth",
		Aliases:    []string{"arcoth", "arccoth"},
		Family:     "inverse hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u < -1 or u > 1",
		Deriv:      []string{"1/(1-u^2)"},
		DerivValue: "-sinh(y)^2",
		Range:      "y != 0",
		Parity:     Odd,
		Definition: "atanh(1/u)",
		Sign:       "u",
		Float:      func(a []float64) float64 { return acoth(a[0]) },
		Slope:      []Partial{atanhSlope},
		Curve:      []Partial{atanhCurve},
		LaTeX:      `\operatorname{arcoth}`,
		Source:     "DLMF 4.37",
	},
	{
		Name:       "asech",
		Aliases:    []string{"arsech", "arcsech"},
		Family:     "inverse hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "0 < u, u <= 1",
		Deriv:      []string{"-1/(u*sqrt(1-u^2))"},
		DerivValue: "-cosh(y)^2/sinh(y)",
		Smooth:     "u < 1",
		Range:      "y >= 0",
		Values:     []Value{{"1", "0"}},
		Definition: "acosh(1/u)",
		Sign:       "1-u",
		Float:      func(a []float64) float64 { return asech(a[0]) },
		Slope:      []Partial{asechSlope},
		Curve:      []Partial{asechCurve},
		LaTeX:      `\operatorname{arsech}`,
		Source:     "DLMF 4.37",
	},
	{
		Name:       "acsch",
		Aliases:    []string{"arcsch", "arccsch"},
		Family:     "inverse hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"-1/(abs(u)*sqrt(1+u^2))"},
		DerivValue: "-sinh(y)^2/cosh(y)",
		Range:      "y != 0",
		Parity:     Odd,
		Definition: "asinh(1/u)",
		Sign:       "u",
		Float:      func(a []float64) float64 { return acsch(a[0]) },
		Slope:      []Partial{acschSlope},
		Curve:      []Partial{acschCurve},
		LaTeX:      `\operatorname{arcsch}`,
		Source:     "DLMF 4.37",
	},
}

func atanh(u float64) float64 {
	if !(-1 < u && u < 1) {
		return math.NaN()
	}
	return math.Atanh(u)
}

// acoth avoids 1/u, whose rounding atanh magnifies near ±1.
func acoth(u float64) float64 {
	x := math.Abs(u)
	if !(x > 1) {
		return math.NaN()
	}
	return math.Copysign(0.5*math.Log1p(2/(x-1)), u)
}

// asech is log1p(t + sqrt(2t+t²)) with t = 1/u - 1 computed without
// cancellation, and log(2/u) where u² does not count.
func asech(u float64) float64 {
	if !(0 < u && u <= 1) {
		return math.NaN()
	}
	if u < 1e-9 {
		return math.Ln2 - logarithm(u)
	}
	t := (1 - u) / u
	return math.Log1p(t + math.Sqrt(2*t+t*t))
}

func acsch(u float64) float64 {
	if x := math.Abs(u); x != 0 && x < 1e-9 {
		return math.Copysign(math.Ln2-logarithm(x), u) // 1/u may overflow
	}
	q := reciprocal(u) // the slope of asinh makes its rounding error good
	return math.Asinh(q) + math.FMA(-q, u, 1)/u/hypot(1, q)
}

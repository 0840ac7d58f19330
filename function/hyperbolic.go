package function

import "math"

var hyperbolic = []Row{
	{
		Name:       "sinh",
		Family:     "hyperbolic",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"cosh(u)"},
		Monotone:   Increasing,
		DerivValue: "sqrt(1+y^2)",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "(exp(u)-exp(-u))/2",
		Sign:       "u",
		Float:      func(a []float64) float64 { return sinh(a[0]) },
		Slope:      []Partial{sinhSlope},
		Curve:      []Partial{valueSlope},
		LaTeX:      `\sinh`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "cosh",
		Family:     "hyperbolic",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"sinh(u)"},
		Range:      "y >= 1",
		Parity:     Even,
		Values:     []Value{{"0", "1"}},
		Definition: "(exp(u)+exp(-u))/2",
		Float:      func(a []float64) float64 { return cosh(a[0]) },
		Slope:      []Partial{coshSlope},
		Curve:      []Partial{valueSlope},
		LaTeX:      `\cosh`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "tanh",
		Family:     "hyperbolic",
		Known:      Common,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1-tanh(u)^2"},
		Monotone:   Increasing,
		DerivValue: "1-y^2",
		Range:      "-1 < y, y < 1",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "(exp(u)-exp(-u))/(exp(u)+exp(-u))",
		Sign:       "u",
		Float:      func(a []float64) float64 { return tanh(a[0]) },
		Block:      tanhBlock,
		SlopeBlock: tanhSlopeBlock,
		Slope:      []Partial{tanhSlope},
		Curve:      []Partial{tanhCurve},
		LaTeX:      `\tanh`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "sech",
		Family:     "hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"-sech(u)*tanh(u)"},
		Range:      "0 < y, y <= 1",
		Parity:     Even,
		Values:     []Value{{"0", "1"}},
		Definition: "1/cosh(u)",
		Float:      func(a []float64) float64 { return sech(a[0]) },
		Slope:      []Partial{sechSlope},
		Curve:      []Partial{sechCurve},
		LaTeX:      `\operatorname{sech}`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "csch",
		Aliases:    []string{"cosech"},
		Family:     "hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"-csch(u)*coth(u)"},
		DerivValue: "-abs(y)*sqrt(1+y^2)",
		Range:      "y != 0",
		Parity:     Odd,
		Definition: "1/sinh(u)",
		Sign:       "u",
		Float:      func(a []float64) float64 { return csch(a[0]) },
		Slope:      []Partial{cschSlope},
		Curve:      []Partial{cschCurve},
		LaTeX:      `\operatorname{csch}`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "coth",
		Family:     "hyperbolic",
		Known:      Rare,
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"1-coth(u)^2"},
		DerivValue: "1-y^2",
		Range:      "y < -1 or y > 1",
		Parity:     Odd,
		Definition: "cosh(u)/sinh(u)",
		Sign:       "u",
		Float:      func(a []float64) float64 { return coth(a[0]) },
		Slope:      []Partial{cothSlope},
		Curve:      []Partial{cothCurve},
		LaTeX:      `\coth`,
		Source:     "DLMF 4.28",
	},
}

// wide is where exp(-2x) is below a quarter of an ulp of 1.
const wide = 20

// twiceSinh is 2·sinh(x) as an unevaluated sum, for 0 <= x < wide: with
// e = exp(x)-1 it is e + e/(e+1).
func twiceSinh(x float64) (hi, lo float64) {
	e, eLo := expm1Pair(x)
	d, dLo := twoSum(1, e)
	q := e / d
	qLo := (math.FMA(-q, d, e) + eLo - q*(dLo+eLo)) / d
	hi, lo = twoSum(e, q)
	return hi, lo + (eLo + qLo)
}

// twiceCosh is 2·cosh(x) as an unevaluated sum, for 0 <= x < wide.
func twiceCosh(x float64) (hi, lo float64) {
	e, eLo := expPair(x)
	i := 1 / e
	iLo := (math.FMA(-i, e, 1) - i*eLo) / e
	hi, lo = twoSum(e, i)
	return hi, lo + (eLo + iLo)
}

func sinh(u float64) float64 {
	x := math.Abs(u)
	switch {
	case !(x < wide):
		return math.Copysign(expScaled(x, 0, -1), u)
	case x < 0x1p-28:
		return u
	}
	hi, lo := twiceSinh(x)
	return math.Copysign(0.5*(hi+lo), u)
}

func cosh(u float64) float64 {
	x := math.Abs(u)
	if !(x < wide) {
		return expScaled(x, 0, -1)
	}
	hi, lo := twiceCosh(x)
	return 0.5 * (hi + lo)
}

func sech(u float64) float64 {
	x := math.Abs(u)
	if !(x < wide) {
		return expScaled(-x, 0, 1)
	}
	hi, lo := twiceCosh(x)
	return quotientOfPairs(2, 0, hi, lo)
}

func csch(u float64) float64 {
	x := math.Abs(u)
	switch {
	case x == 0:
		return math.NaN()
	case !(x < wide):
		return math.Copysign(expScaled(-x, 0, 1), u)
	case x < 0x1p-28:
		return 1 / u
	}
	hi, lo := twiceSinh(x)
	return math.Copysign(quotientOfPairs(2, 0, hi, lo), u)
}

// coth is (e+2)/e with e = exp(2|u|)-1.
func coth(u float64) float64 {
	x := math.Abs(u)
	switch {
	case x == 0:
		return math.NaN()
	case !(x < wide):
		return tanh(u)
	case x < 0x1p-28:
		return 1 / u
	}
	e, eLo := expm1Pair(2 * x)
	d, dLo := twoSum(2, e)
	return math.Copysign(quotientOfPairs(d, dLo+eLo, e, eLo), u)
}

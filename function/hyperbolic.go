package function

import "math"

var hyperbolic = []Row{
	{
		Name:       "sinh",
		Family:     "hyperbolic",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"cosh(u)"},
		DerivValue: "sqrt(1+y^2)",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "(exp(u)-exp(-u))/2",
		Float:      func(a []float64) float64 { return sinh(a[0]) },
		Slope:      []Partial{sinhSlope},
		Curve:      []Partial{valueSlope},
		LaTeX:      `\sinh`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "cosh",
		Family:     "hyperbolic",
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
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"1-tanh(u)^2"},
		DerivValue: "1-y^2",
		Range:      "-1 < y, y < 1",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		Definition: "(exp(u)-exp(-u))/(exp(u)+exp(-u))",
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
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"-csch(u)*coth(u)"},
		DerivValue: "-abs(y)*sqrt(1+y^2)",
		Range:      "y != 0",
		Parity:     Odd,
		Definition: "1/sinh(u)",
		Float:      func(a []float64) float64 { return csch(a[0]) },
		Slope:      []Partial{cschSlope},
		Curve:      []Partial{cschCurve},
		LaTeX:      `\operatorname{csch}`,
		Source:     "DLMF 4.28",
	},
	{
		Name:       "coth",
		Family:     "hyperbolic",
		Params:     []Param{{Name: "u"}},
		Domain:     "u != 0",
		Deriv:      []string{"1-coth(u)^2"},
		DerivValue: "1-y^2",
		Range:      "y < -1 or y > 1",
		Parity:     Odd,
		Definition: "cosh(u)/sinh(u)",
		Float:      func(a []float64) float64 { return reciprocal(tanh(a[0])) },
		Slope:      []Partial{cothSlope},
		Curve:      []Partial{cothCurve},
		LaTeX:      `\coth`,
		Source:     "DLMF 4.28",
	},
}

// halfExpBeyond is where math.Sinh and math.Cosh would take exp(x), which
// overflows before exp(x)/2 does.
const halfExpBeyond = 700

func sinh(u float64) float64 {
	if x := math.Abs(u); x > halfExpBeyond {
		return math.Copysign(halfExp(x), u)
	}
	return math.Sinh(u)
}

func cosh(u float64) float64 {
	if x := math.Abs(u); x > halfExpBeyond {
		return halfExp(x)
	}
	return math.Cosh(u)
}

// halfExp is exp(x)/2.
func halfExp(x float64) float64 {
	e := exp(x / 2)
	return 0.5 * e * e
}

func sech(u float64) float64 {
	if x := math.Abs(u); x > 20 { // exp(-2x) is below half an ulp of 1
		return twiceExpNeg(x)
	}
	return 1 / math.Cosh(u)
}

func csch(u float64) float64 {
	if x := math.Abs(u); x > 20 {
		return math.Copysign(twiceExpNeg(x), u)
	}
	return reciprocal(math.Sinh(u))
}

// twiceExpNeg is 2*exp(-x); doubling before the last product keeps the bits
// that exp(-x) loses where it is subnormal and its double is not.
func twiceExpNeg(x float64) float64 {
	e := exp(-x / 2)
	return 2 * e * e
}

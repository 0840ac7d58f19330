package function

import "math"

var errorFunction = []Row{
	{
		Name:       "erf",
		Family:     "error function",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"2/sqrt(pi)*exp(-u^2)"},
		Range:      "-1 < y, y < 1",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		AtInfinity: []string{"-1", "1"},
		Float:      func(a []float64) float64 { return math.Erf(a[0]) },
		Slope:      []Partial{erfSlope},
		Curve:      []Partial{erfCurve},
		LaTeX:      `\operatorname{erf}`,
		Source:     "DLMF 7.2(i)",
	},
	{
		Name:       "erfc",
		Family:     "error function",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"-2/sqrt(pi)*exp(-u^2)"},
		Range:      "0 < y, y < 2",
		Values:     []Value{{"0", "1"}},
		Definition: "1-erf(u)",
		Float:      func(a []float64) float64 { return math.Erfc(a[0]) },
		Slope:      []Partial{erfcSlope},
		Curve:      []Partial{erfcCurve},
		LaTeX:      `\operatorname{erfc}`,
		Source:     "DLMF 7.2(i)",
	},
	{
		Name:   "erfi",
		Family: "error function",
		Params: []Param{{Name: "u"}},
		Deriv:  []string{"2/sqrt(pi)*exp(u^2)"},
		Parity: Odd,
		Values: []Value{{"0", "0"}},
		Float:  func(a []float64) float64 { return erfi(a[0]) },
		Slope:  []Partial{erfiSlope},
		Curve:  []Partial{erfiCurve},
		LaTeX:  `\operatorname{erfi}`,
		Source: "DLMF 7.2(i), erf on the imaginary axis: -i*erf(i*u)",
	},
}

// erfi sums the power series, whose terms have one sign,
//
//	erfi(u) = 2/sqrt(pi) · (u + u³/3 + u⁵/(5·2!) + u⁷/(7·3!) + ...)
//
// and from 6.5 on the asymptotic series, whose least term is below 1e-18
// there (DLMF 7.12(i) for the function on the imaginary axis):
//
//	erfi(u) ~ exp(u²)/(u·sqrt(pi)) · (1 + 1/(2u²) + 3/(2u²)² + 15/(2u²)³ + ...)
func erfi(u float64) float64 {
	x := math.Abs(u)
	if x < 6.5 {
		sum, power := u, u
		for k := 1.0; ; k++ {
			power *= u * u / k
			term := power / (2*k + 1)
			if !(math.Abs(term) > 1e-17*math.Abs(sum)) {
				return sum * (2 / math.SqrtPi)
			}
			sum += term
		}
	}
	hi := u * u
	sum, term := 1.0, 1.0
	for k := 1.0; term > 1e-17; k++ {
		term *= (2*k - 1) / (2 * hi)
		sum += term
	}
	e := exp(hi / 2) // exp(u²) itself overflows earlier than the value
	return e * (e * (1 + math.FMA(u, u, -hi)) * sum / (u * math.SqrtPi))
}

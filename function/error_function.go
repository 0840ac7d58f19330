package function

import "math"

var errorFunction = []Row{
	{
		Name:       "erf",
		Family:     "error function",
		Params:     []Param{{Name: "u"}},
		Deriv:      []string{"2/sqrt(pi)*exp(-u^2)"},
		Monotone:   Increasing,
		Range:      "-1 < y, y < 1",
		Parity:     Odd,
		Values:     []Value{{"0", "0"}},
		AtInfinity: []string{"-1", "1"},
		Sign:       "u",
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
		Monotone:   Decreasing,
		Range:      "0 < y, y < 2",
		Values:     []Value{{"0", "1"}},
		Definition: "1-erf(u)",
		Float:      func(a []float64) float64 { return erfc(a[0]) },
		Slope:      []Partial{erfcSlope},
		Curve:      []Partial{erfcCurve},
		LaTeX:      `\operatorname{erfc}`,
		Source:     "DLMF 7.2(i)",
	},
	{
		Name:     "erfi",
		Family:   "error function",
		Params:   []Param{{Name: "u"}},
		Deriv:    []string{"2/sqrt(pi)*exp(u^2)"},
		Monotone: Increasing,
		Parity:   Odd,
		Values:   []Value{{"0", "0"}},
		Sign:     "u",
		Float:    func(a []float64) float64 { return erfi(a[0]) },
		Slope:    []Partial{erfiSlope},
		Curve:    []Partial{erfiCurve},
		LaTeX:    `\operatorname{erfi}`,
		Source:   "DLMF 7.2(i), erf on the imaginary axis: -i*erf(i*u)",
	},
}

// erfi sums the power series, whose terms have one sign, in pairs,
//
//	erfi(u) = 2/sqrt(pi) · (u + u³/3 + u⁵/(5·2!) + u⁷/(7·3!) + ...)
//
// and from 6.5 on the asymptotic series, whose least term is below 1e-18
// there (DLMF 7.12(i) for the function on the imaginary axis):
//
//	erfi(u) ~ exp(u²)/(u·sqrt(pi)) · (1 + 1/(2u²) + 3/(2u²)² + 15/(2u²)³ + ...)
func erfi(u float64) float64 {
	x := math.Abs(u)
	hi := u * u
	lo := math.FMA(u, u, -hi)
	switch {
	case x < 1e-9:
		return u * (2 / math.SqrtPi)
	case x < 6.5:
		sum, sumLo, power, powerLo := u, 0.0, u, 0.0
		for k := 1.0; ; k++ {
			power, powerLo = timesPair(power, powerLo, hi, lo)
			power, powerLo = overFloat(power, powerLo, k)
			term, termLo := overFloat(power, powerLo, 2*k+1)
			s, e := twoSum(sum, term)
			sum, sumLo = s, sumLo+(e+termLo)
			if !(math.Abs(term) > 1e-20*math.Abs(sum)) {
				break
			}
		}
		const c, cLo = 1.1283791670955126, 1.533545961316588e-17 // 2/sqrt(pi)
		z, zLo := timesPair(sum, sumLo, c, cLo)
		return z + zLo
	case !(x < 30):
		return math.Copysign(math.Inf(1), u) + with(u, 0)
	}
	sum, term := 0.0, 1.0
	for k := 1.0; term > 1e-18; k++ {
		term *= (2*k - 1) / (2 * hi)
		sum += term
	}
	s, sLo := fastTwoSum(1, sum)
	const rootPi, rootPiLo = 1.772453850905516, -7.666586499825799e-17
	d := u * rootPi
	q := quotientOfPairs(s, sLo, d, math.FMA(u, rootPi, -d)+u*rootPiLo)
	if hi < expInside {
		e, eLo := expPair(hi)
		return e*q + (eLo+e*lo)*q
	}
	return expScaled(hi, lo, -16) * (0x1p16 * q) // exp(u²) itself overflows earlier than the value
}

// timesPair is the product of two pairs, and overFloat a pair divided by a
// float.
func timesPair(a, aLo, b, bLo float64) (hi, lo float64) {
	p := a * b
	return fastTwoSum(p, math.FMA(a, b, -p)+(a*bLo+aLo*b))
}

func overFloat(a, aLo, b float64) (hi, lo float64) {
	q := a / b
	return fastTwoSum(q, (math.FMA(-q, b, a)+aLo)/b)
}

// fastTwoSum is twoSum for |a| >= |b|.
func fastTwoSum(a, b float64) (s, err float64) {
	s = a + b
	return s, (a - s) + b
}

package function

import "math"

// gammaFamily has the gamma function and what is made of it. Everything is
// undefined at the poles 0, -1, -2, ... of gamma.
var gammaFamily = []Row{
	{
		Name:   "gamma",
		Family: "gamma",
		Params: []Param{{Name: "u"}},
		Domain: "u > 0 or u != floor(u)",
		Deriv:  []string{"gamma(u)*digamma(u)"},
		Range:  "y != 0",
		Values: []Value{{"1/2", "sqrt(pi)"}, {"3/2", "sqrt(pi)/2"}, {"-1/2", "-2*sqrt(pi)"}},
		Shift:  "gamma(u+1)/u",
		Exact:  exactGamma,
		Float:  func(a []float64) float64 { return gamma(a[0]) },
		Slope:  []Partial{gammaSlope},
		Curve:  []Partial{gammaCurve},
		LaTeX:  `\Gamma`,
		Source: "DLMF 5.2(i)",
	},
	{
		Name:       "lgamma",
		Aliases:    []string{"loggamma", "gammaln"},
		Family:     "gamma",
		Params:     []Param{{Name: "u"}},
		Domain:     "u > 0 or u != floor(u)",
		Deriv:      []string{"digamma(u)"},
		Values:     []Value{{"1", "0"}, {"2", "0"}, {"1/2", "log(pi)/2"}},
		Definition: "log(abs(gamma(u)))",
		Float:      func(a []float64) float64 { return lgamma(a[0]) },
		Slope:      []Partial{lgammaSlope},
		Curve:      []Partial{lgammaCurve},
		LaTeX:      `\log\left|\Gamma\left(#1\right)\right|`,
		Source:     "definition",
	},
	{
		Name:   "digamma",
		Family: "gamma",
		Params: []Param{{Name: "u"}},
		Domain: "u > 0 or u != floor(u)",
		Deriv:  []string{"polygamma(1,u)"},
		Shift:  "digamma(u+1)-1/u",
		Float:  func(a []float64) float64 { return digamma(a[0]) },
		Slope:  []Partial{digammaSlope},
		Curve:  []Partial{digammaCurve},
		LaTeX:  `\psi`,
		Source: "DLMF 5.2(i)",
	},
	{
		Name:   "polygamma",
		Family: "gamma",
		Params: []Param{{Name: "n"}, {Name: "u"}},
		Domain: "n >= 0, n == floor(n), (u > 0 or u != floor(u))",
		Deriv:  []string{"", "polygamma(n+1,u)"}, // n is an integer
		Range:  "y > 0 or n == 2*floor(n/2)",
		Values: []Value{{"1, 1", "pi^2/6"}, {"1, 1/2", "pi^2/2"}, {"3, 1", "pi^4/15"}},
		Shift:  "polygamma(n,u+1)-(-1)^n*factorial(n)/u^(n+1)",
		Float:  func(a []float64) float64 { return polygamma(a[0], a[1]) },
		Slope:  []Partial{nil, polygammaSlope},
		Curve:  []Partial{nil, nil, polygammaCurve},
		LaTeX:  `\psi^{\left(#1\right)}\left(#2\right)`,
		Source: "DLMF 5.15",
	},
	{
		Name:       "factorial",
		Family:     "gamma",
		Params:     []Param{{Name: "n"}},
		Domain:     "n > -1 or n != floor(n)",
		Deriv:      []string{"factorial(n)*digamma(n+1)"},
		Range:      "y != 0",
		Values:     []Value{{"1/2", "sqrt(pi)/2"}, {"-1/2", "sqrt(pi)"}},
		Definition: "gamma(n+1)",
		Exact:      exactFactorial,
		Float:      func(a []float64) float64 { return factorial(a[0]) },
		Slope:      []Partial{factorialSlope},
		Curve:      []Partial{factorialCurve},
		LaTeX:      `\left(#1\right)!`,
		Source:     "DLMF 5.4(i)",
	},
	{
		Name:    "binomial",
		Aliases: []string{"binom"},
		Family:  "gamma",
		Params:  []Param{{Name: "n"}, {Name: "k"}},
		Domain:  "(n > -1 or n != floor(n)), (k > -1 or k != floor(k)), (n-k > -1 or n-k != floor(n-k))",
		Deriv: []string{
			"binomial(n,k)*(digamma(n+1)-digamma(n-k+1))",
			"binomial(n,k)*(digamma(n-k+1)-digamma(k+1))",
		},
		Range:      "y != 0",
		Definition: "gamma(n+1)/(gamma(k+1)*gamma(n-k+1))",
		Exact:      exactBinomial,
		Float:      func(a []float64) float64 { return binomial(a[0], a[1]) },
		Slope:      []Partial{binomialSlopeN, binomialSlopeK},
		Curve:      []Partial{binomialCurveNN, binomialCurveNK, binomialCurveKK},
		LaTeX:      `\binom{#1}{#2}`,
		Source:     "DLMF 1.2(i), 5.2(i)",
	},
}

// isPole tells whether gamma has a pole at u.
func isPole(u float64) bool { return u <= 0 && u == math.Floor(u) }

func gamma(u float64) float64 {
	if isPole(u) {
		return math.NaN()
	}
	return math.Gamma(u)
}

func lgamma(u float64) float64 {
	if isPole(u) {
		return math.NaN()
	}
	z, _ := math.Lgamma(u)
	return z
}

// factorial tests n itself, since n+1 may round to a pole.
func factorial(n float64) float64 {
	if n <= -1 && n == math.Floor(n) {
		return math.NaN()
	}
	return math.Gamma(n + 1)
}

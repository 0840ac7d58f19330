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

// smallGamma is where package math is within 10 ulp; beyond, the rounding errors
// of 1-u and of the powers in it are magnified.
const smallGamma = 12

func gamma(u float64) float64 {
	switch {
	case isPole(u):
		return math.NaN()
	case math.Abs(u) < smallGamma || u != u:
		return math.Gamma(u)
	case u > 180:
		return math.Inf(1)
	case u > 0:
		return expSum(logGammaPair(u))
	}
	// By reflection, Γ(u) = -π/(u·sin(πu)·Γ(-u)), where -u is exact.
	return reflected(-u) / u
}

// reflected is -π/(sin(πu)·Γ(-u)) = Γ(1+u) at u = -x, for x >= smallGamma.
func reflected(x float64) float64 {
	if x > 200 {
		return 0
	}
	hi, lo := logGammaPair(x)
	c := math.Pi / sinPi(x, 0)
	if hi < 600 {
		return c / expSum(hi, lo)
	}
	z := expSum(-hi/2, -lo/2)
	return z * (z * c)
}

// logGammaPair is log Γ(x) for x >= smallGamma as an unevaluated sum, by the
// Stirling formula (DLMF 5.11.1).
func logGammaPair(x float64) (hi, lo float64) {
	const c, cLo = 0.9189385332046728, -3.8782941580672414e-17 // log(2π)/2
	l, lLo := logPair(x)
	p := (x - 0.5) * l
	e := math.FMA(x-0.5, l, -p) + (x-0.5)*lLo
	s, e1 := twoSum(p, -x)
	s, e2 := twoSum(s, c)
	return fastTwoSum(s, (e1+e2)+(e+cLo)+stirling(x))
}

func lgamma(u float64) float64 {
	x := math.Abs(u)
	switch {
	case isPole(u):
		return math.NaN()
	case x < 1e-17: // Γ(u) is 1/u
		return -logarithm(x)
	}
	z, _ := math.Lgamma(u)
	return z
}

// factorial tests n itself, since n+1 may round to a pole, and where n+1 is not
// exact takes n·Γ(n).
func factorial(n float64) float64 {
	switch {
	case n <= -1 && n == math.Floor(n):
		return math.NaN()
	case n <= -smallGamma:
		return reflected(-n)
	case n > 1 && n != math.Floor(n):
		return n * gamma(n)
	}
	return gamma(n + 1)
}

package function

import "math"

// stirlingFrom is the argument from which the asymptotic series below, cut
// after seven terms, are accurate to float64.
const stirlingFrom = 12

// digamma shifts the argument up by ψ(x) = ψ(x+1) - 1/x to the asymptotic
// series (DLMF 5.11.2), and reflects negative arguments:
//
//	ψ(x) = ψ(1-x) - π/tan(πx)
//
// where tan takes the exact distance to the nearest integer.
func digamma(x float64) float64 {
	switch {
	case isPole(x):
		return math.NaN()
	case x < 0:
		return digamma(1-x) - math.Pi/math.Tan(math.Pi*(x-math.Round(x)))
	case x < 1e-9:
		return -1/x - eulerGamma
	}
	shift := 0.0
	for ; x < stirlingFrom; x++ {
		shift += 1 / x
	}
	z := 1 / (x * x)
	series := z * (1./12 - z*(1./120-z*(1./252-z*(1./240-z*(1./132-z*(691./32760-z/12))))))
	return math.Log(x) - 0.5/x - series - shift
}

// eulerGamma is Euler's constant.
const eulerGamma = 0.57721566490153286060651209008240243104215933593992

// polygamma is the sum over all k of (-1)^(n+1)·n!/(u+k)^(n+1) (DLMF 5.15.1),
// for a positive argument n! times the Hurwitz zeta function. For a negative
// argument the terms are two such sums going away from 0 on both sides,
// less the tail that is beyond u.
func polygamma(n, u float64) float64 {
	switch {
	case !(n >= 0) || n != math.Floor(n) || isPole(u):
		return math.NaN()
	case n == 0:
		return digamma(u)
	}
	odd := math.Mod(n, 2) == 1
	var z float64
	if u > 0 {
		z = scaledZeta(n, u)
	} else {
		below, above := math.Ceil(u)-u, u-math.Floor(u) // distances to the integers on both sides
		tail := scaledZeta(n, 1-u)
		if odd {
			z, tail = scaledZeta(n, above)+scaledZeta(n, below), -tail
		} else {
			z = difference(scaledZeta(n, above), scaledZeta(n, below), below-above)
		}
		if !math.IsInf(z, 0) { // the tail is the smaller part
			z += tail
		}
	}
	if odd {
		return z
	}
	return -z
}

// difference is x - y, and an infinity of the given sign where both have
// overflowed, or 0 for a sign of 0.
func difference(x, y, sign float64) float64 {
	if math.IsInf(x, 0) && math.IsInf(y, 0) {
		if sign == 0 {
			return 0
		}
		return math.Copysign(x, sign)
	}
	return x - y
}

// scaledZeta is n!·ζ(n+1, x) for x > 0 and an integer n >= 1: the sum of
// n!/(x+k)^s over k with s = n+1, by terms up to N = x+k where the
// Euler-Maclaurin formula is accurate, and by the formula from there on (DLMF
// 25.11(iii)):
//
//	N^(1-s)/(s-1) + N^-s/2 + Σ_j B_2j/(2j)!·s(s+1)...(s+2j-2)·N^(1-s-2j)
//
// All of it is relative to the first term, which takes the overflow out.
func scaledZeta(n, x float64) float64 {
	s := n + 1
	lead := factorial(n) / x * math.Pow(1/x, n)
	if n > 20 {
		lead = exp((s-0.5)*logarithm(s/x) - s + 0.5*logarithm(2*math.Pi/x) + stirling(s))
	}
	sum, N := 1.0, x+1
	for k := 1.0; N < stirlingFrom+s; N++ {
		term := exp(-s * math.Log1p(k/x))
		sum += term
		if term < 1e-19*sum {
			return lead * sum
		}
		k++
	}
	tail := N/(s-1) + 0.5
	factor := s / N
	for j, c := range eulerMaclaurin {
		tail += c * factor
		m := 2*float64(j) + 1
		factor *= (s + m) / N * ((s + m + 1) / N)
	}
	return lead * (sum + tail*exp(-s*math.Log1p((N-x)/x)))
}

// eulerMaclaurin has B_2j/(2j)! for j = 1, 2, ...
var eulerMaclaurin = [...]float64{
	1. / 12, -1. / 720, 1. / 30240, -1. / 1209600, 1. / 47900160, -691. / 1307674368000,
	1. / 74724249600, -3617. / 10670622842880000, 43867. / 5109094217170944000,
}

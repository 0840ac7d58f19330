package interval

import "math/big"

// maxOrder is the largest order of a polygamma function that is computed; the
// result beyond it is the whole line. The reflection formula takes that many
// derivatives of the cotangent, in quadratic time.
const maxOrder = 512

// Digamma returns ψ(x) = Γ'(x)/Γ(x), undefined at 0, -1, -2, ….
func Digamma(prec uint, x Interval) Interval {
	return rising(prec, x, psiPoint)
}

// rising encloses a function with the poles of Γ that rises from -Inf between
// them, and to 0 or +Inf for large x.
func rising(prec uint, x Interval, k pointKernel) Interval {
	y, d, ok := betweenPoles(x)
	if !ok {
		return Entire(d).emptyIfNowhere()
	}
	if y.IsPoint() {
		return k(prec, y.lo).WithDecoration(d)
	}
	z := newInterval(minusInf, plusInf, d)
	if !atPole(y.lo) {
		z.lo = k(prec, y.lo).lo
	}
	if !y.hi.IsInf() {
		z.hi = k(prec, y.hi).hi
	}
	return z
}

func psiPoint(prec uint, x *big.Float) Interval {
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		if x.Sign() > 0 {
			return psi(p, Point(x))
		}
		// ψ(1-x) - π·cot(πx), DLMF 5.5.4.
		z := psi(p, Sub(p, Int(1), Point(x)))
		return Sub(p, z, Mul(p, Pi(p), cotPi(p, x))).certain()
	})
}

// cotPi returns cot(πx) for an x that is not an integer.
func cotPi(prec uint, x *big.Float) Interval {
	_, r := nearest(x)
	if new(big.Float).Abs(r).Cmp(big.NewFloat(0.5)) == 0 {
		return Point(zeroFloat)
	}
	return Cot(prec, Mul(prec+8, Pi(prec+8), Point(r)))
}

// Polygamma returns the n-th derivative of ψ at x, undefined at 0, -1, -2, …
// and where n is not one of 0, 1, 2, …. For an n that is not a point the
// result is the whole line.
func Polygamma(prec uint, n, x Interval) Interval {
	d := min(n.dec, x.dec)
	if d == Nowhere {
		return Interval{}
	}
	if !n.IsPoint() {
		if n.hi.Sign() < 0 || !containsInteger(n) {
			return Interval{}
		}
		return Entire(min(d, Maybe))
	}
	if n.lo.Sign() < 0 || !n.lo.IsInt() {
		return Interval{}
	}
	order, acc := n.lo.Int64()
	switch {
	case order == 0 && acc == big.Exact:
		return Digamma(prec, x).WithDecoration(d)
	case order > maxOrder:
		_, pd, _ := betweenPoles(x)
		return Entire(min(d, pd)).emptyIfNowhere()
	}
	return polygamma(prec, int(order), x).WithDecoration(d)
}

// polygamma uses ψ⁽ⁿ⁾(x) = (-1)^(n+1)·n!·Σ 1/(x+k)^(n+1), DLMF 5.15.1: it is
// positive and convex between poles for odd n, and rising for even n.
func polygamma(prec uint, n int, x Interval) Interval {
	at := func(n int) pointKernel {
		return func(prec uint, x *big.Float) Interval { return psiNPoint(prec, n, x) }
	}
	if n%2 == 0 {
		z := rising(prec, x, at(n))
		if !z.IsEmpty() && x.lo.Sign() >= 0 {
			z.hi = minFloat(z.hi, zeroFloat)
			z = z.puncture()
		}
		return z
	}
	y, d, ok := betweenPoles(x)
	if !ok {
		z := Entire(d).emptyIfNowhere()
		if !z.IsEmpty() {
			z.lo = zeroFloat
		}
		return z.puncture()
	}
	z := convex{value: at(n), slope: at(n + 1)}.over(prec, y, d)
	if z.lo.Sign() < 0 {
		z.lo = zeroFloat
	}
	return z.puncture()
}

func psiNPoint(prec uint, n int, x *big.Float) Interval {
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		if x.Sign() > 0 {
			z := absPsiN(p, n, Point(x))
			if n%2 == 0 {
				return Neg(z)
			}
			return z
		}
		// ψ⁽ⁿ⁾(x) = (-1)ⁿ·ψ⁽ⁿ⁾(1-x) - π·dⁿcot(πx)/dxⁿ, DLMF 5.15.6. Since
		// (-1)^(n+1)·ψ⁽ⁿ⁾(1-x) is positive, the first summand is its negative.
		z := Neg(absPsiN(p, n, Sub(p, Int(1), Point(x))))
		d := cotDerivative(p, n, cotPi(p, x))
		return Sub(p, z, Mul(p, PowInt(p, Pi(p), int64(n)+1), d)).certain()
	})
}

// cotDerivative returns P(c), where the n-th derivative of cot is P(cot):
// P becomes -(1+c²)·P' with each derivative.
func cotDerivative(prec uint, n int, c Interval) Interval {
	poly := []*big.Int{big.NewInt(0), big.NewInt(1)}
	for range n {
		next := make([]*big.Int, len(poly)+1)
		for i := range next {
			next[i] = new(big.Int)
		}
		for i := 1; i < len(poly); i++ {
			t := new(big.Int).Mul(poly[i], big.NewInt(int64(-i)))
			next[i-1].Add(next[i-1], t)
			next[i+1].Add(next[i+1], t)
		}
		poly = next
	}
	z := fromBigInt(prec, poly[len(poly)-1])
	for i := len(poly) - 2; i >= 0; i-- {
		z = Add(prec, Mul(prec, z, c), fromBigInt(prec, poly[i]))
	}
	return z
}

package interval

import "math/big"

// Factorial returns Γ(x+1), undefined at -1, -2, ….
func Factorial(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	// Where x + 1 is not rounded it meets a pole only if x does.
	p := 2*prec + 64
	for _, v := range []*big.Float{x.lo, x.hi} {
		if !v.IsInf() && v.Sign() != 0 && exponent(v) < 1<<12 && exponent(v) > -1<<12 {
			last := min(exponent(v)-int(v.MinPrec()), 0)
			p = max(p, uint(max(exponent(v), 1)-last+1))
		}
	}
	return Gamma(prec, Add(p, x, Int(1)))
}

// Binomial returns Γ(n+1)/(Γ(k+1)·Γ(n-k+1)), undefined where one of the three
// is; for integers 0 <= k <= n <= 256 it is correctly rounded.
func Binomial(prec uint, n, k Interval) Interval {
	if n.IsPoint() && k.IsPoint() && n.lo.IsInt() && k.lo.IsInt() {
		a, acc := n.lo.Int64()
		b, _ := k.lo.Int64()
		if acc == big.Exact && 0 <= b && b <= a && a <= exactFactorial {
			z := fromBigInt(prec, new(big.Int).Binomial(a, b))
			return z.WithDecoration(min(n.dec, k.dec))
		}
	}
	p := prec + 8
	q := 2*prec + 64
	den := Mul(p, Factorial(p, k), Factorial(p, Sub(q, n, k)))
	return Quo(prec, Factorial(p, n), den)
}

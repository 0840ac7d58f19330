package function

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// Functions of exact arguments: the value where it is rational, false where
// it is irrational, too large or undefined.

// maxExactFactorial bounds the arguments of factorial, gamma and binomial
// that are computed exactly: 1000! has 8,530 bits. Beyond it they stay
// function applications.
const maxExactFactorial = 1000

func exactAbs(a []rational.Rat) (rational.Rat, bool) { return a[0].Abs(), true }

func exactSign(a []rational.Rat) (rational.Rat, bool) {
	return rational.Int(int64(a[0].Sign())), true
}

func exactStep(a []rational.Rat) (rational.Rat, bool) { return truth(a[0].Sign() > 0), true }

func exactDelta(a []rational.Rat) (rational.Rat, bool) { return truth(a[0].Equal(a[1])), true }

// truth is the indicator 1 or 0.
func truth(c bool) rational.Rat {
	if c {
		return rational.One
	}
	return rational.Rat{}
}

func exactMax(a []rational.Rat) (rational.Rat, bool) {
	m := a[0]
	for _, x := range a[1:] {
		m = larger(m, x)
	}
	return m, true
}

func exactMin(a []rational.Rat) (rational.Rat, bool) {
	m := a[0]
	for _, x := range a[1:] {
		m = smaller(m, x)
	}
	return m, true
}

func larger(x, y rational.Rat) rational.Rat {
	if x.Cmp(y) < 0 {
		return y
	}
	return x
}

func smaller(x, y rational.Rat) rational.Rat {
	if x.Cmp(y) > 0 {
		return y
	}
	return x
}

// clamp is the point of [lo, hi] next to x.
func clamp(x, lo, hi rational.Rat) rational.Rat { return smaller(larger(x, lo), hi) }

func clampTo6(x rational.Rat) rational.Rat { return clamp(x, rational.Rat{}, rational.Int(6)) }

func exactFloor(a []rational.Rat) (rational.Rat, bool) { return a[0].Floor(), true }

func exactCeil(a []rational.Rat) (rational.Rat, bool) { return a[0].Neg().Floor().Neg(), true }

func exactRelu(a []rational.Rat) (rational.Rat, bool) {
	return larger(a[0], rational.Rat{}), true
}

func exactRelu6(a []rational.Rat) (rational.Rat, bool) {
	return clampTo6(a[0]), true
}

func exactLeakyRelu(a []rational.Rat) (rational.Rat, bool) {
	if a[0].Sign() > 0 {
		return a[0], true
	}
	return a[0].Mul(a[1]), true
}

// exactElu and exactCelu are rational from 0 on, where they are the identity.
func exactElu(a []rational.Rat) (rational.Rat, bool) { return a[0], a[0].Sign() >= 0 }

func exactCelu(a []rational.Rat) (rational.Rat, bool) {
	return a[0], a[0].Sign() >= 0 && !a[1].IsZero()
}

func exactSoftshrink(a []rational.Rat) (rational.Rat, bool) {
	u, lambda := a[0], a[1]
	switch {
	case lambda.Sign() < 0:
		return rational.Rat{}, false
	case u.Cmp(lambda) > 0:
		return u.Sub(lambda), true
	case u.Cmp(lambda.Neg()) < 0:
		return u.Add(lambda), true
	}
	return rational.Rat{}, true
}

func exactHardshrink(a []rational.Rat) (rational.Rat, bool) {
	if a[0].Abs().Cmp(a[1]) > 0 {
		return a[0], true
	}
	return rational.Rat{}, true
}

func exactHardtanh(a []rational.Rat) (rational.Rat, bool) {
	if a[1].Cmp(a[2]) > 0 {
		return rational.Rat{}, false
	}
	return clamp(a[0], a[1], a[2]), true
}

func exactHardsigmoid(a []rational.Rat) (rational.Rat, bool) {
	return clampTo6(a[0].Add(rational.Int(3))).Div(rational.Int(6)), true
}

func exactHardswish(a []rational.Rat) (rational.Rat, bool) {
	return a[0].Mul(clampTo6(a[0].Add(rational.Int(3)))).Div(rational.Int(6)), true
}

func exactSoftsign(a []rational.Rat) (rational.Rat, bool) {
	return a[0].Div(rational.One.Add(a[0].Abs())), true
}

func exactCbrt(a []rational.Rat) (rational.Rat, bool) {
	z, ok := a[0].Abs().Root(3)
	if a[0].Sign() < 0 {
		z = z.Neg()
	}
	return z, ok
}

func exactHypot(a []rational.Rat) (rational.Rat, bool) {
	return a[0].Mul(a[0]).Add(a[1].Mul(a[1])).Root(2)
}

func exactFactorial(a []rational.Rat) (rational.Rat, bool) {
	n, ok := a[0].Int64()
	if !ok || n < 0 || n > maxExactFactorial {
		return rational.Rat{}, false
	}
	return rational.FromBigInt(new(big.Int).MulRange(1, n)), true
}

func exactGamma(a []rational.Rat) (rational.Rat, bool) {
	return exactFactorial([]rational.Rat{a[0].Sub(rational.One)})
}

func exactBinomial(a []rational.Rat) (rational.Rat, bool) {
	n, ok1 := a[0].Int64()
	k, ok2 := a[1].Int64()
	if !ok1 || !ok2 || k < 0 || k > n || n > maxExactFactorial {
		return rational.Rat{}, false
	}
	return rational.FromBigInt(new(big.Int).Binomial(n, k)), true
}

func exactLog2(a []rational.Rat) (rational.Rat, bool) {
	return exactLog([]rational.Rat{a[0], rational.Int(2)})
}

func exactLog10(a []rational.Rat) (rational.Rat, bool) {
	return exactLog([]rational.Rat{a[0], rational.Int(10)})
}

// exactLog finds the integer n with b^n = u: floats suggest it, and the exact
// power decides.
func exactLog(a []rational.Rat) (rational.Rat, bool) {
	u, b := a[0], a[1]
	if u.Sign() <= 0 || b.Sign() <= 0 || b.IsOne() {
		return rational.Rat{}, false
	}
	n := math.Round(logOf(u) / logOf(b))
	if !(math.Abs(n) < 1<<53) {
		return rational.Rat{}, false
	}
	z, ok := b.Pow(int64(n), 2*u.BitLen()+64) // Pow's estimate is at most twice the size of the power
	if !ok || !z.Equal(u) {
		return rational.Rat{}, false
	}
	return rational.Int(int64(n)), true
}

// logOf is log(x) for x > 0 of any size, also next to 1.
func logOf(x rational.Rat) float64 {
	if d := x.Sub(rational.One).Float64(); math.Abs(d) < 0.5 {
		return math.Log1p(d)
	}
	r := x.Big()
	return logOfInt(r.Num()) - logOfInt(r.Denom())
}

func logOfInt(x *big.Int) float64 {
	mant := new(big.Float)
	exp := new(big.Float).SetInt(x).MantExp(mant)
	m, _ := mant.Float64()
	return math.Log(m) + float64(exp)*math.Ln2
}

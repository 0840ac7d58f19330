package interval

import (
	"math/big"
)

// A dir is a direction of rounding. math/big rounds correctly in every
// direction, but turns an exponent below its range into 0 and one above into
// an infinity whatever the direction is; the functions of this file repair
// that, so their results are bounds without exception.
type dir = big.RoundingMode

const (
	down dir = big.ToNegativeInf
	up   dir = big.ToPositiveInf
)

func newFloat(prec uint, d dir) *big.Float {
	return new(big.Float).SetPrec(prec).SetMode(d)
}

// smallest returns the smallest positive number.
func smallest(prec uint, neg bool) *big.Float {
	z := big.NewFloat(0.5).SetPrec(prec)
	z.SetMantExp(z, big.MinExp)
	if neg {
		z.Neg(z)
	}
	return z
}

// largest returns the largest finite number of prec bits.
func largest(prec uint, neg bool) *big.Float {
	m := new(big.Int).Lsh(big.NewInt(1), prec)
	m.Sub(m, big.NewInt(1))
	z := new(big.Float).SetPrec(prec).SetInt(m)
	z.SetMantExp(z, big.MaxExp-int(prec))
	if neg {
		z.Neg(z)
	}
	return z
}

func infinity(neg bool) *big.Float { return new(big.Float).SetInf(neg) }

// settle returns the bound in direction d that belongs to z, the rounded
// result of an operation on finite operands.
func settle(z *big.Float, d dir) *big.Float {
	switch {
	case z.IsInf() && z.Signbit() == (d == up):
		return largest(z.Prec(), z.Signbit())
	case z.Sign() == 0 && z.Acc() == big.Below && d == up:
		return smallest(z.Prec(), false)
	case z.Sign() == 0 && z.Acc() == big.Above && d == down:
		return smallest(z.Prec(), true)
	}
	return z
}

// roundTo returns x rounded to prec bits.
func roundTo(prec uint, d dir, x *big.Float) *big.Float {
	if x.IsInf() || x.Sign() == 0 || x.MinPrec() <= prec {
		return x
	}
	return settle(newFloat(prec, d).Set(x), d)
}

// exponent returns e with 2^(e-1) <= |x| < 2^e for a finite x that is not 0.
func exponent(x *big.Float) int { return x.MantExp(nil) }

// add returns x + y. At most one of them is infinite, or both alike.
//
// math/big aligns the operands, which takes memory for the whole gap between
// their exponents. Where the gap is wide the smaller operand is replaced by
// one of its sign that is still less than a quarter of a unit in the last
// place of both the larger operand and the result: a directed rounding of
// x + t is the same for all such t.
func add(prec uint, d dir, x, y *big.Float) *big.Float {
	if x.IsInf() {
		return x
	}
	if y.IsInf() {
		return y
	}
	if x.Sign() == 0 {
		return roundTo(prec, d, y)
	}
	if y.Sign() == 0 {
		return roundTo(prec, d, x)
	}
	if exponent(x) < exponent(y) {
		x, y = y, x
	}
	gap := int(max(prec, x.MinPrec())) + 4
	if ex := exponent(x); ex-exponent(y) > gap+1 {
		t := big.NewFloat(0.5)
		if y.Signbit() {
			t.Neg(t)
		}
		y = t.SetMantExp(t, ex-gap)
	}
	return settle(newFloat(prec, d).Add(x, y), d)
}

func sub(prec uint, d dir, x, y *big.Float) *big.Float {
	return add(prec, d, x, new(big.Float).Neg(y))
}

// mul returns x·y, where 0 times an unbounded endpoint is 0.
func mul(prec uint, d dir, x, y *big.Float) *big.Float {
	switch {
	case x.Sign() == 0 || y.Sign() == 0:
		return new(big.Float)
	case x.IsInf() || y.IsInf():
		return infinity(x.Signbit() != y.Signbit())
	}
	return settle(newFloat(prec, d).Mul(x, y), d)
}

// quo returns x/y for y != 0, not both infinite.
func quo(prec uint, d dir, x, y *big.Float) *big.Float {
	switch {
	case x.Sign() == 0 || y.IsInf():
		return new(big.Float)
	case x.IsInf():
		return infinity(x.Signbit() != y.Signbit())
	}
	return settle(newFloat(prec, d).Quo(x, y), d)
}

// scale returns x·2^n.
func scale(d dir, x *big.Float, n int64) *big.Float {
	if x.IsInf() || x.Sign() == 0 || n == 0 {
		return x
	}
	neg := x.Signbit()
	switch e := int64(exponent(x)) + n; {
	case e > big.MaxExp && neg == (d == up):
		return largest(x.Prec(), neg)
	case e > big.MaxExp:
		return infinity(neg)
	case e < big.MinExp && neg == (d == down):
		return smallest(x.Prec(), neg)
	case e < big.MinExp:
		return new(big.Float)
	}
	// The exponent may lie at one end of the range and n be twice as wide.
	z := new(big.Float)
	m := n / 2
	z.SetMantExp(x, int(m))
	return z.SetMantExp(z, int(n-m))
}

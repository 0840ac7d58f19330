package rational

import (
	"math/big"
	"math/bits"
)

// Pow returns x^n for an integer n; 0^0 is 1. It returns false, having built
// nothing, if x is 0 and n negative, or if the result could have more than
// maxBits bits.
func (x Rat) Pow(n int64, maxBits int) (Rat, bool) {
	switch {
	case n == 0:
		return One, true
	case n == 1 || x.IsOne():
		return x, true
	case x.IsZero():
		return Rat{}, n > 0
	case x.Equal(NegOne):
		return Int(1 - 2*(n&1)), true
	}
	m := abs(n)
	if hi, lo := bits.Mul64(m, uint64(x.BitLen())); hi != 0 || lo > uint64(maxBits) {
		return Rat{}, false
	}
	if n < 0 {
		x = x.Inv()
	}
	if z, ok := powSmall(x, m); ok {
		return z, true
	}
	b, e := x.view(), new(big.Int).SetUint64(m)
	z := new(big.Rat).SetFrac(new(big.Int).Exp(b.Num(), e, nil), new(big.Int).Exp(b.Denom(), e, nil))
	return fromBig(z), true
}

func powSmall(x Rat, m uint64) (Rat, bool) {
	if x.big != nil {
		return Rat{}, false
	}
	num, den, bn, bd := int64(1), int64(1), x.num, x.den1+1
	for ok := true; ; {
		if m&1 == 1 {
			if num, ok = mul(num, bn); !ok {
				return Rat{}, false
			}
			if den, ok = mul(den, bd); !ok {
				return Rat{}, false
			}
		}
		if m >>= 1; m == 0 {
			return Rat{num: num, den1: den - 1}, true
		}
		if bn, ok = mul(bn, bn); !ok {
			return Rat{}, false
		}
		if bd, ok = mul(bd, bd); !ok {
			return Rat{}, false
		}
	}
}

// Root returns the exact k-th root of x where x >= 0 and the root is
// rational.
func (x Rat) Root(k int64) (Rat, bool) {
	if x.Sign() < 0 || k < 1 {
		return Rat{}, false
	}
	if k == 1 || x.IsZero() || x.IsOne() {
		return x, true
	}
	v := x.view()
	if k >= int64(x.BitLen()) { // 2^k > x: no integer but 0 and 1 has so small a k-th power
		return Rat{}, false
	}
	n, ok := intRoot(v.Num(), k)
	if !ok {
		return Rat{}, false
	}
	d, ok := intRoot(v.Denom(), k)
	if !ok {
		return Rat{}, false
	}
	return fromBig(new(big.Rat).SetFrac(n, d)), true
}

// intRoot returns the exact k-th root of n > 0, by Newton's iteration from
// above.
func intRoot(n *big.Int, k int64) (*big.Int, bool) {
	if n.IsInt64() && n.Int64() == 1 {
		return n, true
	}
	if k == 2 {
		r := new(big.Int).Sqrt(n)
		return r, new(big.Int).Mul(r, r).Cmp(n) == 0
	}
	r := new(big.Int).Lsh(big.NewInt(1), uint((int64(n.BitLen())+k-1)/k))
	bk, bk1 := big.NewInt(k), big.NewInt(k-1)
	for {
		// s = ((k-1)·r + n/r^(k-1)) / k
		s := new(big.Int).Exp(r, bk1, nil)
		s.Quo(n, s)
		s.Add(s, new(big.Int).Mul(r, bk1))
		s.Quo(s, bk)
		if s.Cmp(r) >= 0 {
			return r, new(big.Int).Exp(r, bk, nil).Cmp(n) == 0
		}
		r = s
	}
}

package interval

import (
	"math/big"
	"sync"
)

var bernoulliTable struct {
	mu     sync.Mutex
	values []*big.Rat
}

// bernoulli returns B(2k) for k >= 1, from the tangent numbers:
// T(n) = (-1)^(n-1)·4^n·(4^n-1)·B(2n)/(2n), by Algorithm TangentNumbers of
// Brent and Harvey, Fast computation of Bernoulli, tangent and secant numbers
// (2013), in quadratically many steps.
func bernoulli(k int) *big.Rat {
	t := &bernoulliTable
	t.mu.Lock()
	defer t.mu.Unlock()
	if k > len(t.values) {
		t.values = bernoulliNumbers(max(2*k, 32))
	}
	return t.values[k-1]
}

func bernoulliNumbers(n int) []*big.Rat {
	t := make([]*big.Int, n+1)
	t[1] = big.NewInt(1)
	for k := 2; k <= n; k++ {
		t[k] = new(big.Int).Mul(t[k-1], big.NewInt(int64(k-1)))
	}
	u := new(big.Int)
	for k := 2; k <= n; k++ {
		for j := k; j <= n; j++ {
			u.Mul(t[j-1], big.NewInt(int64(j-k)))
			t[j].Mul(t[j], big.NewInt(int64(j-k+2))).Add(t[j], u)
		}
	}
	values := make([]*big.Rat, n)
	for k := 1; k <= n; k++ {
		den := new(big.Int).Lsh(big.NewInt(1), uint(2*k))
		den.Mul(den, new(big.Int).Sub(den, big.NewInt(1)))
		num := new(big.Int).Mul(t[k], big.NewInt(int64(2*k)))
		if k%2 == 0 {
			num.Neg(num)
		}
		values[k-1] = new(big.Rat).SetFrac(num, den)
	}
	return values
}

// fromBigRat returns an enclosure of r.
func fromBigRat(prec uint, r *big.Rat) Interval {
	lo := newFloat(prec, down).SetRat(r)
	if lo.Acc() == big.Exact {
		return Point(lo)
	}
	return New(lo, newFloat(prec, up).SetRat(r))
}

package interval

import (
	"math/big"
	"sync"
)

// A constant is a real number that is computed to a larger precision than any
// asked for, and shortened from there; the result has a radius of some units.
type constant struct {
	compute func(p unit) fixed

	mu sync.Mutex
	p  unit
	x  fixed
}

// at returns the ball of c at scale p.
func (c *constant) at(p unit) fixed {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.x.m == nil || c.p < p+32 {
		// The series lose a dozen bits or so.
		c.p = (p + p/4 + 127) &^ 63
		c.x = c.compute(c.p)
	}
	return c.x.half(uint(c.p - p))
}

// inverseSeries returns the sum of s^k/((2k+1)·n^(2k+1)) over k >= 0: atanh(1/n)
// for s = 1, atan(1/n) for s = -1, n >= 2. The terms fall by more than a
// factor 4, so that what follows the last one, which is 0 in whole units, is
// less than 1 unit.
func inverseSeries(p unit, n uint64, s int) fixed {
	power := p.int(1).quoInt(n)
	sum := fixed{new(big.Int).Set(power.m), power.r}
	for k := uint64(1); power.m.Sign() != 0; k++ {
		power = power.quoInt(n * n)
		term := power.quoInt(2*k + 1)
		if s < 0 && k%2 == 1 {
			sum = sum.sub(term)
		} else {
			sum = sum.add(term)
		}
	}
	return sum.widen(1)
}

// piConstant is π = 16·atan(1/5) - 4·atan(1/239) (Machin 1706).
var piConstant = constant{compute: func(p unit) fixed {
	return inverseSeries(p, 5, -1).mulInt(16).sub(inverseSeries(p, 239, -1).mulInt(4))
}}

// ln2Constant is log 2 = 18·atanh(1/26) - 2·atanh(1/4801) + 8·atanh(1/8749)
// (Gourdon and Sebah, The logarithmic constant log 2, 2004).
var ln2Constant = constant{compute: func(p unit) fixed {
	return inverseSeries(p, 26, 1).mulInt(18).
		sub(inverseSeries(p, 4801, 1).mulInt(2)).
		add(inverseSeries(p, 8749, 1).mulInt(8))
}}

// Pi returns an enclosure of π of width at most 2^(3-prec).
func Pi(prec uint) Interval {
	p := unit(prec + 16)
	return p.interval(prec, piConstant.at(p))
}

// ln2 returns an enclosure of log 2.
func ln2(prec uint) Interval {
	p := unit(prec + 16)
	return p.interval(prec, ln2Constant.at(p))
}

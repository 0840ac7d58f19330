package poly

import (
	"math"
	"math/big"
	"math/bits"
)

// coeffs is a list of integers: int64 where all fit, big otherwise. Exactly one
// of the two is set (neither for the empty list). The small ones are never
// MinInt64, so that every one can be negated. Big ones are shared and never
// written to.
type coeffs struct {
	small []int64
	big   []*big.Int
}

func (c coeffs) len() int { return max(len(c.small), len(c.big)) }

// at returns a value that must not be written to.
func (c coeffs) at(i int) *big.Int {
	if c.big != nil {
		return c.big[i]
	}
	return big.NewInt(c.small[i])
}

func (c coeffs) sign(i int) int {
	if c.big != nil {
		return c.big[i].Sign()
	}
	switch x := c.small[i]; {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

// isUnit tells whether the i-th one is 1 or -1.
func (c coeffs) isUnit(i int) bool {
	return c.big == nil && (c.small[i] == 1 || c.small[i] == -1)
}

// bits returns the largest bit length.
func (c coeffs) bits() int {
	n := 0
	if c.big != nil {
		for _, x := range c.big {
			n = max(n, x.BitLen())
		}
		return n
	}
	var all uint64
	for _, x := range c.small {
		all |= magnitude(x)
	}
	return bits.Len64(all)
}

// widened returns the values as big ones.
func (c coeffs) widened() []*big.Int {
	if c.big != nil {
		return c.big
	}
	block := make([]big.Int, len(c.small))
	out := make([]*big.Int, len(c.small))
	for i, x := range c.small {
		out[i] = block[i].SetInt64(x)
	}
	return out
}

// pick returns the values at the given places.
func (c coeffs) pick(at []int) coeffs {
	if c.big != nil {
		out := make([]*big.Int, len(at))
		for i, k := range at {
			out[i] = c.big[k]
		}
		return shrink(out)
	}
	out := make([]int64, len(at))
	for i, k := range at {
		out[i] = c.small[k]
	}
	return coeffs{small: out}
}

// shrink returns the list with small values where all fit.
func shrink(b []*big.Int) coeffs {
	for _, x := range b {
		if !fitsSmall(x) {
			return coeffs{big: b}
		}
	}
	s := make([]int64, len(b))
	for i, x := range b {
		s[i] = x.Int64()
	}
	return coeffs{small: s}
}

func fitsSmall(x *big.Int) bool { return x.IsInt64() && x.Int64() != math.MinInt64 }

func magnitude(x int64) uint64 {
	if x < 0 {
		return uint64(-x)
	}
	return uint64(x)
}

// content returns the greatest common divisor of the values, positive, or 0
// for an empty list. It stops at 1.
func (c coeffs) content() *big.Int {
	if c.big == nil {
		var g uint64
		for _, x := range c.small {
			if g = gcdWord(g, magnitude(x)); g == 1 {
				break
			}
		}
		return new(big.Int).SetUint64(g)
	}
	g := new(big.Int)
	one := big.NewInt(1)
	for _, x := range c.big {
		if g.GCD(nil, nil, g, new(big.Int).Abs(x)); g.Cmp(one) == 0 {
			break
		}
	}
	return g
}

func gcdWord(x, y uint64) uint64 {
	for y != 0 {
		x, y = y, x%y
	}
	return x
}

// quo returns the list divided by d, which divides all of it.
func (c coeffs) quo(d *big.Int) coeffs {
	if c.big == nil && fitsSmall(d) {
		k := d.Int64()
		out := make([]int64, len(c.small))
		for i, x := range c.small {
			out[i] = x / k
		}
		return coeffs{small: out}
	}
	out := make([]*big.Int, c.len())
	for i := range out {
		out[i] = new(big.Int).Quo(c.at(i), d)
	}
	return shrink(out)
}

// times returns the list multiplied by k, which is not 0.
func (c coeffs) times(k *big.Int) coeffs {
	if c.big == nil && c.bits()+k.BitLen() <= 63 {
		m := k.Int64()
		out := make([]int64, len(c.small))
		for i, x := range c.small {
			out[i] = x * m
		}
		return coeffs{small: out}
	}
	out := make([]*big.Int, c.len())
	for i := range out {
		out[i] = new(big.Int).Mul(c.at(i), k)
	}
	return shrink(out)
}

// A wide is a signed number of 128 bits in two's complement.
type wide struct{ lo, hi uint64 }

// addProduct adds x·y; the caller makes sure that nothing overflows.
func (w *wide) addProduct(x, y int64) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	hi -= uint64(x>>63)&uint64(y) + uint64(y>>63)&uint64(x)
	var carry uint64
	w.lo, carry = bits.Add64(w.lo, lo, 0)
	w.hi += hi + carry
}

func (w wide) isZero() bool { return w.lo|w.hi == 0 }

// isSmall tells whether w is an int64 other than MinInt64.
func (w wide) isSmall() bool {
	return w.hi == uint64(int64(w.lo)>>63) && w.lo != 1<<63
}

// setBig sets z to w and returns it.
func (w wide) setBig(z *big.Int) *big.Int {
	neg := int64(w.hi) < 0
	if neg {
		var borrow uint64
		w.lo, borrow = bits.Sub64(0, w.lo, 0)
		w.hi = -w.hi - borrow
	}
	if bits.UintSize == 64 {
		z.SetBits([]big.Word{big.Word(w.lo), big.Word(w.hi)})
	} else {
		z.Lsh(z.SetUint64(w.hi), 64)
		z.Or(z, new(big.Int).SetUint64(w.lo))
	}
	if neg {
		z.Neg(z)
	}
	return z
}

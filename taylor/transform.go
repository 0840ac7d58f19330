package taylor

import (
	"math/big"
	"math/bits"
)

// Package math/big multiplies by Karatsuba's method. Beyond some thousand words a
// product of integers is a product of polynomials in 2^64, computed by number-
// theoretic transforms modulo three primes, in about linear time.

// transformWords is the number of words in the shorter factor from which on
// transforms are faster, and maxTransform what the primes have roots of unity for.
const transformWords, maxTransform = 3000, 1 << 20

// multiplied returns x·y.
func multiplied(x, y *big.Int) *big.Int {
	a, b := x.Bits(), y.Bits()
	size := len(a) + len(b)
	if bits.UintSize != 64 || min(len(a), len(b)) < transformWords || size > maxTransform {
		return new(big.Int).Mul(x, y)
	}
	length := 1 << bits.Len(uint(size-1))
	var parts [3][]uint64
	for i := range parts {
		parts[i] = convolution(a, b, length, prime(i))
	}
	z := new(big.Int).SetBits(joined(parts, size))
	if x.Sign()*y.Sign() < 0 {
		z.Neg(z)
	}
	return z
}

// convolution returns the products of words a and b as polynomials modulo p and
// x^length-1.
func convolution(a, b []big.Word, length int, p uint64) []uint64 {
	t := newTransform(length, p)
	x := t.forward(a)
	y := x
	if len(a) != len(b) || &a[0] != &b[0] {
		y = t.forward(b)
	}
	for i := range x {
		x[i] = mulMod(x[i]%p, y[i]%p, p)
	}
	t.inverse(x)
	return x
}

// A transform has the twiddle factors of one length and prime.
type transform struct {
	p               uint64
	length          int
	twiddles, backs []twiddle // in the order in which they are used
}

// A twiddle is a residue w with floor(w·2^64/p), by which it is multiplied without
// a division (Shoup).
type twiddle struct{ w, quotient uint64 }

func newTwiddle(w, p uint64) twiddle {
	q, _ := bits.Div64(w, 0, p)
	return twiddle{w, q}
}

// times returns a·w modulo p, less than 2p, for every a.
func (t twiddle) times(a, p uint64) uint64 {
	q, _ := bits.Mul64(a, t.quotient)
	return a*t.w - q*p
}

// newTransform returns the transform of a length that is a power of 2. Block i of
// 2^k blocks is the remainder modulo x^m-c²; its factors are x^(m/2)-c and x^(m/2)+c,
// where c is twiddle i. These are products of 2^(j+2)-th roots of unity for the bits
// j of i.
func newTransform(length int, p uint64) *transform {
	t := &transform{p: p, length: length}
	half := max(1, length/2)
	t.twiddles, t.backs = make([]twiddle, half), make([]twiddle, half)
	t.twiddles[0], t.backs[0] = newTwiddle(1, p), newTwiddle(1, p)
	for n := 1; n < half; n *= 2 {
		w := rootOfUnity(4*n, p)
		back := inverseMod(w, p)
		for i := range n {
			t.twiddles[n+i] = newTwiddle(mulMod(t.twiddles[i].w, w, p), p)
			t.backs[n+i] = newTwiddle(mulMod(t.backs[i].w, back, p), p)
		}
	}
	return t
}

// rootOfUnity returns a primitive n-th root modulo a prime; each is the square of
// that of 2n.
func rootOfUnity(n int, p uint64) uint64 {
	for g := uint64(2); ; g++ {
		w := powerMod(g, (p-1)/maxTransform, p)
		if powerMod(w, maxTransform/2, p) == p-1 {
			return powerMod(w, uint64(maxTransform/n), p)
		}
	}
}

func powerMod(a, n, p uint64) uint64 {
	z := uint64(1)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			z = mulMod(z, a, p)
		}
		a = mulMod(a, a, p)
	}
	return z
}

// forward returns the transform of words. Numbers are less than 4p on the way.
func (t *transform) forward(words []big.Word) []uint64 {
	p := t.p
	z := make([]uint64, t.length)
	for i, w := range words {
		z[i] = uint64(w) % p
	}
	for blocks, size := 1, t.length/2; size > 0; blocks, size = 2*blocks, size/2 {
		for i := range blocks {
			c := t.twiddles[i]
			x := z[2*i*size:][:size]
			y := z[(2*i+1)*size:][:size]
			for j, a := range x {
				if a >= 2*p {
					a -= 2 * p
				}
				b := c.times(y[j], p)
				x[j], y[j] = a+b, a+2*p-b
			}
		}
	}
	return z
}

// inverse takes a transform back. Numbers are less than 2p on the way.
func (t *transform) inverse(z []uint64) {
	p := t.p
	for blocks, size := t.length/2, 1; blocks > 0; blocks, size = blocks/2, 2*size {
		for i := range blocks {
			c := t.backs[i]
			x := z[2*i*size:][:size]
			y := z[(2*i+1)*size:][:size]
			for j, a := range x {
				b := y[j]
				y[j] = c.times(a+2*p-b, p)
				if a += b; a >= 2*p {
					a -= 2 * p
				}
				x[j] = a
			}
		}
	}
	c := newTwiddle(inverseMod(uint64(t.length), p), p)
	for i, a := range z {
		if a = c.times(a, p); a >= p {
			a -= p
		}
		z[i] = a
	}
}

// joined returns the words of the number whose digits in base 2^64 have given
// residues modulo the first three primes. A digit is less than their product: it is
// a sum of no more than 2^20 products of two words.
func joined(parts [3][]uint64, size int) []big.Word {
	p, q, r := prime(0), prime(1), prime(2)
	inverses := chinese()
	pqHigh, pqLow := bits.Mul64(p, q)
	z := make([]big.Word, size)
	var c0, c1 uint64 // carried
	for i := range z {
		// x + y·p + v·p·q
		x := parts[0][i]
		y := mulMod(addMod(parts[1][i], q-x%q, q), inverses[1], q)
		sum := addMod(x%r, mulMod(y%r, p%r, r), r)
		v := mulMod(addMod(parts[2][i], r-sum, r), inverses[2], r)
		d1, d0 := bits.Mul64(y, p)
		var carry uint64
		d0, carry = bits.Add64(d0, x, 0)
		d1 += carry
		h1, l1 := bits.Mul64(v, pqHigh)
		h0, l0 := bits.Mul64(v, pqLow)
		d0, carry = bits.Add64(d0, l0, 0)
		d1, carry = bits.Add64(d1, h0, carry)
		d2 := h1 + carry
		d1, carry = bits.Add64(d1, l1, 0)
		d2 += carry
		d0, carry = bits.Add64(d0, c0, 0)
		d1, carry = bits.Add64(d1, c1, carry)
		z[i], c0, c1 = big.Word(d0), d1, d2+carry
	}
	return z
}

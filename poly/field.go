package poly

import (
	"math/big"
	"math/bits"
)

// A field is the integers modulo an odd prime p < 2^63, in Montgomery's
// representation: the residue x is stored as x·2^64 mod p. Source: Montgomery,
// "Modular multiplication without trial division", Math. Comp. 44 (1985).
type field struct {
	p, neg  uint64 // neg is -1/p mod 2^64
	one, r2 uint64 // 2^64 and 2^128 mod p
}

func newField(p uint64) field {
	inv := p // correct to 3 bits, doubled with each step
	for range 5 {
		inv *= 2 - p*inv
	}
	_, one := bits.Div64(1, 0, p)
	_, r2 := bits.Div64(one, 0, p)
	return field{p, -inv, one, r2}
}

func (f field) mul(x, y uint64) uint64 {
	hi, lo := bits.Mul64(x, y)
	mh, ml := bits.Mul64(lo*f.neg, f.p)
	_, carry := bits.Add64(lo, ml, 0)
	z := hi + mh + carry
	if z >= f.p {
		z -= f.p
	}
	return z
}

func (f field) add(x, y uint64) uint64 {
	z := x + y
	if z >= f.p {
		z -= f.p
	}
	return z
}

func (f field) sub(x, y uint64) uint64 {
	z := x - y
	if x < y {
		z += f.p
	}
	return z
}

func (f field) neg1(x uint64) uint64 { return f.sub(0, x) }

// from returns the residue of x < p, and value its inverse.
func (f field) from(x uint64) uint64  { return f.mul(x, f.r2) }
func (f field) value(x uint64) uint64 { return f.mul(x, 1) }

func (f field) fromInt64(x int64) uint64 {
	z := f.from(magnitude(x) % f.p)
	if x < 0 {
		z = f.neg1(z)
	}
	return z
}

func (f field) fromBig(x *big.Int) uint64 {
	m := new(big.Int).Mod(x, new(big.Int).SetUint64(f.p))
	return f.from(m.Uint64())
}

// fromCoeffs returns the residues of all.
func (f field) fromCoeffs(c coeffs) []uint64 {
	out := make([]uint64, c.len())
	for i := range out {
		if c.big == nil {
			out[i] = f.fromInt64(c.small[i])
		} else {
			out[i] = f.fromBig(c.big[i])
		}
	}
	return out
}

func (f field) pow(x, n uint64) uint64 {
	z := f.one
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			z = f.mul(z, x)
		}
		x = f.mul(x, x)
	}
	return z
}

// inv returns 1/x for x not 0, by Fermat's theorem.
func (f field) inv(x uint64) uint64 { return f.pow(x, f.p-2) }

// largest are the largest primes below 2^62, as differences from it: nearly all
// computations need one or two, and to find one takes longer than most of them.
var largest = [...]uint64{57, 87, 117, 143, 153, 167, 171, 195, 203, 273, 287, 317, 443, 483, 495, 575}

// primesBelow returns a function that returns the primes below 2^62 in
// descending order. ProbablyPrime is exact for numbers below 2^64.
func primesBelow() func() uint64 {
	n, p := 0, uint64(0)
	return func() uint64 {
		if n < len(largest) {
			p = 1<<62 - largest[n]
			n++
			return p
		}
		for {
			p -= 2
			if new(big.Int).SetUint64(p).ProbablyPrime(0) {
				return p
			}
		}
	}
}

// A source is a sequence of pseudo-random numbers, the same in every run
// (splitmix64). Answers do not depend on it, only the time to find them.
type source uint64

func (s *source) next(p uint64) uint64 {
	*s += 0x9E3779B97F4A7C15
	z := uint64(*s)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return (z ^ z>>31) % p
}

package taylor

import (
	"math/big"
	"math/bits"

	"github.com/symgrad/symgrad/rational"
)

// A numbers is a series with rational coefficients, the first one that of t^0.
type numbers []rational.Rat

// head returns the first n coefficients.
func (x numbers) head(n int) numbers { return x[:min(n, len(x))] }

// at returns a coefficient.
func (x numbers) at(i int) rational.Rat {
	if i < len(x) {
		return x[i]
	}
	return rational.Rat{}
}

// wordsPerStep is how many words of large integers count as much as one product of
// rationals.
const wordsPerStep = 8

// multiply returns the first n coefficients of x·y, through one product of
// integers (Kronecker's substitution): a series with integer coefficients is put
// together as its value at a power of 2 so large that the coefficients of the product
// can be read off. A series is integers over a common denominator.
func (r *ring) multiply(x, y numbers, n int) numbers {
	x, y = x.head(n), y.head(n)
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	a, da := x.integers()
	b, db := a, da
	if !x.is(y) {
		b, db = y.integers()
	}
	size := largest(a) + largest(b) + bits.Len(uint(min(len(a), len(b)))) + 1
	words := (size + bits.UintSize - 1) / bits.UintSize
	r.spend((len(a) + len(b)) * words / wordsPerStep)
	p := packed(a, words)
	q := p
	if !x.is(y) {
		q = packed(b, words)
	}
	list := unpacked(multiplied(p, q), words, min(n, len(x)+len(y)-1))
	return quotients(list, da.Mul(da, db))
}

// is tells whether two series are the same one.
func (x numbers) is(y numbers) bool { return len(x) == len(y) && &x[0] == &y[0] }

// integers returns the coefficients times their least common denominator.
func (x numbers) integers() (list []*big.Int, den *big.Int) {
	den = big.NewInt(1)
	fractions := make([]*big.Rat, len(x))
	var rest, factor big.Int
	// The last ones mostly have the largest denominators.
	for i := len(x) - 1; i >= 0; i-- {
		if x[i].IsZero() {
			continue
		}
		fractions[i] = x[i].Big()
		if d := fractions[i].Denom(); factor.Rem(den, d).Sign() != 0 {
			den.Mul(den, rest.Quo(d, factor.GCD(nil, nil, den, d)))
		}
	}
	list = make([]*big.Int, len(x))
	for i, f := range fractions {
		list[i] = new(big.Int)
		if f != nil {
			list[i].Mul(f.Num(), rest.Quo(den, f.Denom()))
		}
	}
	return list, den
}

// largest returns the bits of the largest number.
func largest(list []*big.Int) (n int) {
	for _, x := range list {
		n = max(n, x.BitLen())
	}
	return n
}

// packed returns the sum of x[i]·2^(i·w), where w are the bits of so many words.
func packed(list []*big.Int, words int) *big.Int {
	var parts [2][]big.Word // of the positive and negative numbers
	for i, x := range list {
		if x.Sign() == 0 {
			continue
		}
		k := (1 - x.Sign()) / 2
		if parts[k] == nil {
			parts[k] = make([]big.Word, len(list)*words)
		}
		copy(parts[k][i*words:], x.Bits())
	}
	z := new(big.Int).SetBits(parts[0])
	if parts[1] != nil {
		z.Sub(z, new(big.Int).SetBits(parts[1]))
	}
	return z
}

// unpacked returns the first n numbers that are packed, each of less than so many
// words with a sign.
func unpacked(x *big.Int, words, n int) []*big.Int {
	all := x.Bits()
	list := make([]*big.Int, n)
	one := big.NewInt(1)
	full := new(big.Int).Lsh(one, uint(words*bits.UintSize))
	borrowed := false // by a negative number before
	for i := range list {
		part := all[min(i*words, len(all)):min((i+1)*words, len(all))]
		z := new(big.Int).SetBits(append([]big.Word(nil), part...))
		if borrowed {
			z.Add(z, one)
		}
		if borrowed = z.BitLen() >= words*bits.UintSize; borrowed {
			z.Sub(z, full)
		}
		if x.Sign() < 0 {
			z.Neg(z)
		}
		list[i] = z
	}
	return list
}

// quotients returns numbers over a common denominator.
func quotients(list []*big.Int, den *big.Int) numbers {
	z := make(numbers, len(list))
	for i, x := range list {
		if x.Sign() != 0 {
			z[i] = rational.FromBig(new(big.Rat).SetFrac(x, den))
		}
	}
	return z
}

package symbolic

import (
	"math/big"
	"sync"

	"github.com/symgrad/symgrad/rational"
)

// numberPower returns c^e for exact numbers. Integer powers are computed if
// they fit the limit. For c > 0 and a fraction e the canonical form is a
// rational coefficient times powers m^f of integers m > 1 with 0 < f < 1, in
// which small prime factors are taken out of the root: 12^(1/2) is 2·3^(1/2),
// (1/2)^(1/2) is 1/2·2^(1/2). Negative bases with fractions are undefined and
// stay.
func (s *Store) numberPower(base, exponent ID) ID {
	c, e := s.Number(base), s.Number(exponent)
	if e.IsInt() {
		if n, ok := e.Int64(); ok {
			if z, ok := c.Pow(n, s.limits.NumberBits); ok {
				return s.Num(z)
			}
		}
		return s.rawPower(base, exponent)
	}
	if c.IsZero() && e.Sign() > 0 {
		return Zero
	}
	if c.Sign() <= 0 {
		return s.rawPower(base, exponent)
	}
	r := radical{s: s, c: rational.One}
	if !r.mul(c, e) {
		return s.rawPower(base, exponent)
	}
	return r.product()
}

// Roots of integers beyond this many bits are left as they are: taking out
// factors would cost more than it tells.
const radicalBits = 4096

// trialPrimes are divided out of radicands; their squares cover every integer
// below 10^6 completely.
var trialPrimes = sync.OnceValue(func() (p []int64) {
	for n := int64(2); n < 1000; n++ {
		prime := true
		for _, q := range p {
			if q*q > n {
				break
			}
			if n%q == 0 {
				prime = false
				break
			}
		}
		if prime {
			p = append(p, n)
		}
	}
	return p
})

// A radical is a product of fractional powers of positive numbers: a
// coefficient and prime-like factors with exponents between 0 and 1.
type radical struct {
	s      *Store
	c      rational.Rat
	primes []rational.Rat
	exps   []rational.Rat
}

// mul multiplies by x^e for x > 0. It returns false where x is beyond the
// limits.
func (r *radical) mul(x, e rational.Rat) bool {
	if x.BitLen() > radicalBits {
		return false
	}
	if x.IsInt() {
		return r.mulInt(x, e)
	}
	return r.mulInt(x.Num(), e) && r.mulInt(x.Denom(), e.Neg())
}

func (r *radical) mulInt(m, e rational.Rat) bool {
	rest := m.Big().Num()
	q := new(big.Int)
	for _, p := range trialPrimes() {
		if rest.IsInt64() && rest.Int64() < p*p {
			break
		}
		bp, rem, v := big.NewInt(p), new(big.Int), int64(0)
		for {
			if q.QuoRem(rest, bp, rem); rem.Sign() != 0 {
				break
			}
			rest, q = q, rest
			v++
		}
		if v > 0 && !r.factor(rational.Int(p), e.Mul(rational.Int(v))) {
			return false
		}
	}
	cofactor := rational.FromBigInt(rest)
	if cofactor.IsOne() {
		return true
	}
	for k := int64(7); k > 1; k-- { // a cofactor without small primes may still be a perfect power
		if root, ok := cofactor.Root(k); ok {
			cofactor, e = root, e.Mul(rational.Int(k))
			k++
		}
	}
	return r.factor(cofactor, e)
}

// factor multiplies by p^e, merging with what is there.
func (r *radical) factor(p, e rational.Rat) bool {
	at := len(r.primes)
	for i, q := range r.primes {
		if q.Equal(p) {
			e, at = e.Add(r.exps[i]), i
		}
	}
	whole := e.Floor()
	n, ok := whole.Int64()
	if !ok {
		return false
	}
	z, ok := p.Pow(n, r.s.limits.NumberBits)
	if !ok {
		return false
	}
	r.c = r.c.Mul(z)
	if at == len(r.primes) {
		r.primes, r.exps = append(r.primes, p), append(r.exps, rational.Rat{})
	}
	r.exps[at] = e.Sub(whole)
	return true
}

// powers groups the factors by exponent: 2^(1/2)·3^(1/2) is 6^(1/2).
func (r *radical) powers() (pairs []pair) {
	for i, e := range r.exps {
		if e.IsZero() {
			continue
		}
		m := r.primes[i]
		for j := i + 1; j < len(r.exps); j++ {
			if r.exps[j].Equal(e) {
				m, r.exps[j] = m.Mul(r.primes[j]), rational.Rat{}
			}
		}
		pairs = append(pairs, r.s.pairOf(r.s.Num(m), r.s.Num(e)))
	}
	return pairs
}

func (r *radical) product() ID {
	pairs := r.powers()
	r.s.sortPairs(pairs)
	rest := One
	switch len(pairs) {
	case 0:
	case 1:
		rest = r.s.rawPower(pairs[0].id, pairs[0].k)
	default:
		rest = r.s.internPairs(Product, rational.One, pairs)
	}
	return r.s.Scale(rest, r.c)
}

// mergeRadicals brings the numeric radicals of a product into the canonical
// form together. It returns true where that changed them.
func (b *ProductBuilder) mergeRadicals() bool {
	s := b.s
	r := radical{s: s, c: rational.One}
	var rest, old []pair
	for _, x := range b.pairs {
		if s.isNumber(x.id) && s.isNumber(x.k) && !s.Number(x.k).IsInt() && s.Number(x.id).Sign() > 0 && s.Number(x.id).BitLen() <= radicalBits {
			old = append(old, x)
			if !r.mul(s.Number(x.id), s.Number(x.k)) {
				return false
			}
		} else {
			rest = append(rest, x)
		}
	}
	if len(old) < 2 {
		return false
	}
	merged := r.powers()
	s.sortPairs(merged)
	same := r.c.IsOne() && len(merged) == len(old)
	for i := 0; same && i < len(merged); i++ {
		same = merged[i] == old[i]
	}
	if same {
		return false
	}
	b.c = b.c.Mul(r.c)
	b.pairs = append(append(b.pairs[:0], rest...), merged...)
	return true
}

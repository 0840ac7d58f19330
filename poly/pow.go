package poly

import (
	"math/big"
	"math/bits"
)

// Pow returns p^n; 0^0 is 1. The size of the result is estimated before
// anything is built, from the number of terms and the degrees, and refused
// with a *LimitError if it can exceed the budget. A negative n panics.
func (p Poly) Pow(n int64, b *Budget) (Poly, error) {
	b = b.orNew()
	switch {
	case n < 0:
		panic("poly: negative power")
	case n == 0:
		return p.ring.One(), nil
	case n == 1 || p.IsZero() || p.IsOne():
		return p, nil
	}
	if err := p.powSize(uint64(n), b); err != nil {
		return Poly{}, err
	}
	limit := b.Bits
	if limit == 0 {
		limit = defaultBits
	}
	scale, ok := p.scale.Pow(n, int(limit))
	if !ok {
		return Poly{}, &LimitError{"bits", limit}
	}
	t, err := powTerms(p.t, n, b)
	if err != nil {
		return Poly{}, err
	}
	return Poly{p.ring, scale, t}, nil
}

// powSize asks the budget for the size of p^n, n >= 2.
func (p Poly) powSize(n uint64, b *Budget) error {
	count, box := uint64(p.Len()), uint64(1)
	var total uint64 // the total degree
	vars := uint64(0)
	for _, d := range p.t.degrees() {
		e := mulSat(d, n)
		if e > maxExponent {
			return &LimitError{"exponent", maxExponent}
		}
		if d > 0 {
			vars++
			box = mulSat(box, e+1)
		}
		total = addSat(total, e)
	}
	terms := min(box, binomial(n+count-1, count-1), binomial(addSat(total, vars), vars))
	if err := b.terms(terms); err != nil {
		return err
	}
	// A coefficient is at most the n-th power of the sum of all.
	each := mulSat(uint64(p.t.c.bits()+bits.Len64(count-1)), n)
	if p.t.c.bits() == 1 {
		each = mulSat(uint64(bits.Len64(count-1)), n)
	}
	if err := b.bits(each); err != nil {
		return err
	}
	return b.words(mulSat(terms, each/64+1))
}

// binomial returns n over k, or the largest uint64 where that does not fit.
func binomial(n, k uint64) uint64 {
	if k > n {
		return 0
	}
	k = min(k, n-k)
	z := uint64(1)
	for i := uint64(1); i <= k; i++ {
		// z·(n-k+i)/i is exact.
		hi, lo := bits.Mul64(z, n-k+i)
		if hi >= i {
			return 1<<64 - 1
		}
		z, _ = bits.Div64(hi, lo, i)
	}
	return z
}

// powTerms returns t^n, n >= 1: monomials at once, sums of two terms by the
// binomial theorem, others by repeated squaring.
func powTerms(t terms, n int64, b *Budget) (terms, error) {
	if t.len() <= 2 && n > 1 {
		return powBinomial(t, n, b)
	}
	z := t
	for i := bits.Len64(uint64(n)) - 2; i >= 0; i-- {
		var err error
		if z, err = mulTerms(z, z, b); err != nil {
			return terms{}, err
		}
		if n>>i&1 == 1 {
			if z, err = mulTerms(z, t, b); err != nil {
				return terms{}, err
			}
		}
	}
	return z, nil
}

// powBinomial returns t^n for one or two terms; the exponents and sizes were
// asked for before.
func powBinomial(t terms, n int64, b *Budget) (terms, error) {
	var top uint64
	for _, d := range t.degrees() {
		top = max(top, d)
	}
	if hi, lo := bits.Mul64(top, uint64(n)); hi != 0 || lo > maxExponent {
		return terms{}, &LimitError{"exponent", maxExponent}
	}
	t = t.repack(widthFor(top * uint64(n)))
	if t.len() == 1 {
		exps := make([]uint64, t.lay.nw)
		for w := range exps {
			exps[w] = t.exps[w] * uint64(n)
		}
		c := new(big.Int).Exp(t.c.at(0), big.NewInt(n), nil)
		return terms{t.lay, exps, shrink([]*big.Int{c})}, nil
	}
	if err := b.terms(uint64(n) + 1); err != nil {
		return terms{}, err
	}
	words := mulSat(uint64(n), uint64(t.c.bits()+1))/64 + 1
	if err := b.spend(mulSat(mulSat(uint64(n), words), 4)); err != nil {
		return terms{}, err
	}
	// The powers of the second coefficient from the first to the last, then
	// binomial coefficients and powers of the first on the way back.
	c := make([]*big.Int, n+1)
	exps := make([]uint64, 0, (int(n)+1)*t.lay.nw)
	second := big.NewInt(1)
	for i := range c {
		c[i] = second
		second = new(big.Int).Mul(second, t.c.at(1))
		for w := range t.lay.nw {
			exps = append(exps, uint64(n-int64(i))*t.exps[w]+uint64(i)*t.exps[t.lay.nw+w])
		}
	}
	first, choose := big.NewInt(1), big.NewInt(1)
	for i := n; i >= 0; i-- {
		c[i] = new(big.Int).Mul(c[i], new(big.Int).Mul(choose, first))
		first.Mul(first, t.c.at(0))
		choose.Mul(choose, big.NewInt(i))
		choose.Quo(choose, big.NewInt(n-i+1))
	}
	return terms{t.lay, exps, shrink(c)}, nil
}

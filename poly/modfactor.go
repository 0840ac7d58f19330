package poly

import "math/big"

// A distinct is the product of all factors of one degree of a polynomial over
// a field.
type distinct struct {
	product dense
	degree  int
}

// distinctDegrees splits a square-free monic f into products of factors of one
// degree. The cost is cubic in the degree. Source: von zur Gathen and Gerhard,
// algorithm 14.3.
func (f field) distinctDegrees(x dense, b *Budget) ([]distinct, error) {
	var out []distinct
	h := dense{0, f.one}
	for d := 1; 2*d <= x.deg(); d++ {
		if err := b.spend(mulSat(uint64(len(x)*len(x)), 140)); err != nil {
			return nil, err
		}
		h = f.powMod(h, []uint64{f.p}, x)
		g := f.gcdDense(x, f.subDense(h, dense{0, f.one}))
		if g.deg() > 0 {
			out = append(out, distinct{g, d})
			x, _ = f.divRem(x, g)
			h = f.rem(h, x)
		}
	}
	if x.deg() > 0 {
		out = append(out, distinct{x, x.deg()})
	}
	return out, nil
}

// equalDegrees splits a product of factors of one degree. Source: Cantor and
// Zassenhaus (1981); von zur Gathen and Gerhard, algorithm 14.8.
func (f field) equalDegrees(x distinct, src *source, b *Budget) ([]dense, error) {
	// A random element to the power of (p^d-1)/2 is 1 modulo about half of the
	// factors, and -1 modulo the others.
	e := new(big.Int).SetUint64(f.p)
	e.Exp(e, big.NewInt(int64(x.degree)), nil)
	e.Rsh(e, 1)
	var words []uint64
	for low := new(big.Int); e.Sign() > 0; e.Rsh(e, 64) {
		words = append(words, low.And(e, new(big.Int).SetUint64(1<<64-1)).Uint64())
	}
	var out []dense
	for work := []dense{x.product}; len(work) > 0; {
		g := work[len(work)-1]
		if g.deg() == x.degree {
			out, work = append(out, g), work[:len(work)-1]
			continue
		}
		if err := b.spend(mulSat(uint64(len(g)*len(g)), uint64(140*len(words)))); err != nil {
			return nil, err
		}
		a := make(dense, g.deg())
		for i := range a {
			a[i] = f.from(src.next(f.p))
		}
		a = f.powMod(a.trim(), words, g)
		h := f.gcdDense(g, f.subDense(a, dense{f.one}))
		if h.deg() > 0 && h.deg() < g.deg() {
			rest, _ := f.divRem(g, h)
			work[len(work)-1] = h
			work = append(work, rest)
		}
	}
	return out, nil
}

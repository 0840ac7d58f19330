package poly

import (
	"math/big"
	"math/bits"
	"slices"
)

// Mul returns p·q. It fails with a *LimitError if the budget does not allow
// the product, or if an exponent would exceed 2^63-1. The cost is the product
// of the numbers of terms.
//
// The coefficients are collected in a dense array of keys where that is not
// much larger than the number of products, else in a hash table that is sorted
// at the end. (A heap, as in Monagan and Pearce, "Sparse polynomial
// multiplication and division in Maple 14", needs less memory; division here
// uses it.)
func (p Poly) Mul(q Poly, b *Budget) (Poly, error) {
	p.same(q)
	if p.IsZero() || q.IsZero() {
		return p.ring.Zero(), nil
	}
	t, err := mulTerms(p.t, q.t, b.orNew())
	if err != nil {
		return Poly{}, err
	}
	return Poly{p.ring, p.scale.Mul(q.scale), t}, nil
}

// denseFactor is how many times more cells than term products a dense array
// may have. Clearing and scanning a cell costs about a tenth of finding a key
// in a hash table.
const denseFactor = 4

// denseCells is the largest dense array, 256 MB.
const denseCells = 1 << 24

func mulTerms(x, y terms, b *Budget) (terms, error) {
	if x.len() == 0 || y.len() == 0 {
		return terms{lay: layoutOf(x.lay.n, 8)}, nil
	}
	if x.len() > y.len() {
		x, y = y, x
	}
	products := mulSat(uint64(x.len()), uint64(y.len()))
	xb, yb := x.c.bits(), y.c.bits()
	size := xb + yb + bits.Len(uint(x.len()))
	if err := b.bits(uint64(xb + yb)); err != nil {
		return terms{}, err
	}
	if err := b.spend(mulSat(products, mulSat(uint64(xb/64+1), uint64(yb/64+1)))); err != nil {
		return terms{}, err
	}
	deg, top := x.degrees(), uint64(0)
	for v, d := range y.degrees() {
		deg[v] += d
		top = max(top, deg[v])
	}
	if top > maxExponent {
		return terms{}, &LimitError{"exponent", maxExponent}
	}
	lay := layoutOf(x.lay.n, widthFor(top))
	if x.len() == 1 {
		return mulMonomial(x, y, lay), nil
	}
	k, ok := newKron(lay, deg)
	switch {
	case !ok:
		return mulHashWide(x.repack(lay.width), y.repack(lay.width), size, b)
	case k.volume <= denseCells && k.volume/denseFactor <= products:
		return mulDense(x, y, k, size, b)
	}
	return mulHash(x, y, k, size, b)
}

// mulMonomial returns the product with the single term x.
func mulMonomial(x, y terms, lay layout) terms {
	x, y = x.repack(lay.width), y.repack(lay.width)
	if isZeroWords(x.exps) && x.c.isUnit(0) && x.c.sign(0) > 0 {
		return y.fit()
	}
	exps := make([]uint64, len(y.exps))
	for i := range exps {
		exps[i] = y.exps[i] + x.exps[i%lay.nw]
	}
	return terms{lay, exps, y.c.times(x.c.at(0))}
}

// mulDense collects the product in an array indexed by keys. The coefficients
// have at most size bits.
func mulDense(x, y terms, k kron, size int, b *Budget) (terms, error) {
	kx, ky := k.keys(x), k.keys(y)
	var acc accumulators
	if size < 128 && x.c.big == nil && y.c.big == nil {
		acc.wide = make([]wide, k.volume)
		for i, a := range x.c.small {
			cells := acc.wide[kx[i]:]
			for j, c := range y.c.small {
				cells[ky[j]].addProduct(a, c)
			}
		}
	} else {
		acc.big = make([]*big.Int, k.volume)
		bx, by := x.c.widened(), y.c.widened()
		for i, a := range bx {
			for j, c := range by {
				acc.addBig(int(kx[i]+ky[j]), a, c)
			}
			if err := b.words(mulSat(acc.used, uint64(size/64+1))); err != nil {
				return terms{}, err
			}
		}
	}
	at := make([]int, 0, max(x.len(), y.len()))
	for i := int(k.volume) - 1; i >= 0; i-- {
		if !acc.isZero(i) {
			at = append(at, i)
		}
	}
	if err := b.terms(uint64(len(at))); err != nil {
		return terms{}, err
	}
	exps := make([]uint64, 0, len(at)*k.lay.nw)
	for _, i := range at {
		exps = k.monomial(exps, uint64(i))
	}
	return acc.finish(k.lay, exps, at), nil
}

// mulHash collects the product in a hash table of keys.
func mulHash(x, y terms, k kron, size int, b *Budget) (terms, error) {
	kx, ky := k.keys(x), k.keys(y)
	table := newTable(max(x.len(), y.len()))
	var acc accumulators
	if size < 128 && x.c.big == nil && y.c.big == nil {
		for i, a := range x.c.small {
			for j, c := range y.c.small {
				s := table.slot(kx[i] + ky[j])
				if s == len(acc.wide) {
					acc.wide = append(acc.wide, wide{})
				}
				acc.wide[s].addProduct(a, c)
			}
			if err := b.terms(uint64(len(acc.wide))); err != nil {
				return terms{}, err
			}
		}
	} else {
		bx, by := x.c.widened(), y.c.widened()
		for i, a := range bx {
			for j, c := range by {
				s := table.slot(kx[i] + ky[j])
				if s == len(acc.big) {
					acc.big = append(acc.big, nil)
				}
				acc.addBig(s, a, c)
			}
			if err := b.terms(acc.used); err != nil {
				return terms{}, err
			}
			if err := b.words(mulSat(acc.used, uint64(size/64+1))); err != nil {
				return terms{}, err
			}
		}
	}
	at := make([]int, 0, len(table.keys))
	for s := range table.keys {
		if !acc.isZero(s) {
			at = append(at, s)
		}
	}
	slices.SortFunc(at, func(i, j int) int {
		if table.keys[i] > table.keys[j] {
			return -1
		}
		return 1
	})
	exps := make([]uint64, 0, len(at)*k.lay.nw)
	for _, s := range at {
		exps = k.monomial(exps, table.keys[s])
	}
	return acc.finish(k.lay, exps, at), nil
}

// mulHashWide is mulHash for monomials whose keys do not fit in a word: the
// packed words themselves are the keys, as strings of bytes.
func mulHashWide(x, y terms, size int, b *Budget) (terms, error) {
	nw := x.lay.nw
	table := make(map[string]int, max(x.len(), y.len()))
	var exps []uint64
	var acc accumulators
	key := make([]byte, 8*nw)
	bx, by := x.c.widened(), y.c.widened()
	for i, a := range bx {
		mx := x.mono(i)
		for j, c := range by {
			my := y.mono(j)
			for w := range nw {
				putWord(key[8*w:], mx[w]+my[w])
			}
			s, ok := table[string(key)]
			if !ok {
				s = len(acc.big)
				table[string(key)] = s
				acc.big = append(acc.big, nil)
				for w := range nw {
					exps = append(exps, mx[w]+my[w])
				}
			}
			acc.addBig(s, a, c)
		}
		if err := b.terms(acc.used); err != nil {
			return terms{}, err
		}
		if err := b.words(mulSat(acc.used, uint64(size/64+1))); err != nil {
			return terms{}, err
		}
	}
	at := make([]int, 0, len(acc.big))
	for s := range acc.big {
		if !acc.isZero(s) {
			at = append(at, s)
		}
	}
	slices.SortFunc(at, func(i, j int) int {
		return compareWords(exps[j*nw:j*nw+nw], exps[i*nw:i*nw+nw])
	})
	sorted := make([]uint64, 0, len(at)*nw)
	for _, s := range at {
		sorted = append(sorted, exps[s*nw:s*nw+nw]...)
	}
	return acc.finish(x.lay, sorted, at), nil
}

func putWord(to []byte, w uint64) {
	for i := range 8 {
		to[i] = byte(w >> (8 * i))
	}
}

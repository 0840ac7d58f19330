package poly

import (
	"math/big"
	"slices"
)

// terms is a polynomial with integer coefficients: monomials in descending
// order, flat, with their non-zero coefficients. It is never written to once
// made. The zero polynomial has no terms.
type terms struct {
	lay  layout
	exps []uint64
	c    coeffs
}

func (t terms) len() int { return t.c.len() }

// mono returns the packed monomial of term i.
func (t terms) mono(i int) []uint64 { return t.exps[i*t.lay.nw : (i+1)*t.lay.nw] }

func (t terms) isConst() bool { return t.len() == 0 || t.len() == 1 && isZeroWords(t.exps) }

// isOne tells whether t is 1 or -1.
func (t terms) isUnit() bool { return t.len() == 1 && isZeroWords(t.exps) && t.c.isUnit(0) }

func isZeroWords(m []uint64) bool {
	for _, w := range m {
		if w != 0 {
			return false
		}
	}
	return true
}

// constTerms returns the constant k.
func constTerms(n int, k *big.Int) terms {
	lay := layoutOf(n, 8)
	if k.Sign() == 0 {
		return terms{lay: lay}
	}
	return terms{lay: lay, exps: make([]uint64, lay.nw), c: shrink([]*big.Int{k})}
}

// degrees returns the degree in each variable.
func (t terms) degrees() []uint64 {
	d, e := make([]uint64, t.lay.n), make([]uint64, t.lay.n)
	for i := range t.len() {
		t.lay.unpack(t.mono(i), e)
		for v, x := range e {
			d[v] = max(d[v], x)
		}
	}
	return d
}

// degree returns the degree in variable v.
func (t terms) degree(v int) uint64 {
	var d uint64
	for i := range t.len() {
		d = max(d, t.lay.get(t.mono(i), v))
	}
	return d
}

// repack returns t with fields of the given width, which hold its exponents.
func (t terms) repack(width int) terms {
	if width == t.lay.width {
		return t
	}
	lay := layoutOf(t.lay.n, width)
	exps := make([]uint64, 0, t.len()*lay.nw)
	e := make([]uint64, lay.n)
	for i := range t.len() {
		t.lay.unpack(t.mono(i), e)
		exps = lay.pack(exps, e)
	}
	return terms{lay, exps, t.c}
}

// fit returns t with the narrowest fields that hold its exponents. Every
// result goes through it, so that equal polynomials have equal layouts.
func (t terms) fit() terms {
	if t.lay.width == 8 {
		return t
	}
	var all uint64
	for _, w := range t.exps {
		mask := uint64(1)<<(t.lay.width-1)*2 - 1
		for s := 0; s < 64; s += t.lay.width {
			all |= w >> s & mask
		}
	}
	return t.repack(widthFor(all))
}

func (t terms) equal(u terms) bool {
	if t.lay != u.lay || t.len() != u.len() || !slices.Equal(t.exps, u.exps) || !slices.Equal(t.c.small, u.c.small) {
		return false
	}
	for i, x := range t.c.big {
		if x.Cmp(u.c.big[i]) != 0 {
			return false
		}
	}
	return true
}

// primitive returns the content of t, with the sign of its leading
// coefficient, and its primitive part. The content of 0 is 0.
func (t terms) primitive() (*big.Int, terms) {
	if t.len() == 0 {
		return new(big.Int), t
	}
	g := t.c.content()
	if t.c.sign(0) < 0 {
		g.Neg(g)
	}
	if g.IsInt64() && g.Int64() == 1 {
		return g, t
	}
	return g, terms{t.lay, t.exps, t.c.quo(g)}
}

// part returns the polynomial of the terms at the given places, in order.
func (t terms) part(at []int) terms {
	exps := make([]uint64, 0, len(at)*t.lay.nw)
	for _, i := range at {
		exps = append(exps, t.mono(i)...)
	}
	return terms{t.lay, exps, t.c.pick(at)}.fit()
}

// fromUnsorted sorts the monomials, adds the coefficients of equal ones and
// drops zeros.
func fromUnsorted(lay layout, exps []uint64, c []*big.Int) terms {
	nw := lay.nw
	order := make([]int, len(c))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return compareWords(exps[j*nw:j*nw+nw], exps[i*nw:i*nw+nw])
	})
	var outE []uint64
	var outC []*big.Int
	for k := 0; k < len(order); {
		m := exps[order[k]*nw : order[k]*nw+nw]
		sum := new(big.Int).Set(c[order[k]])
		for k++; k < len(order) && slices.Equal(m, exps[order[k]*nw:order[k]*nw+nw]); k++ {
			sum.Add(sum, c[order[k]])
		}
		if sum.Sign() != 0 {
			outE = append(outE, m...)
			outC = append(outC, sum)
		}
	}
	return terms{lay, outE, shrink(outC)}.fit()
}

// combine returns a·x + b·y by merging, with a and b not 0. The cost is the
// number of terms.
func combine(x, y terms, a, b *big.Int) terms {
	if x.len() == 0 {
		return terms{y.lay, y.exps, y.c.times(b)}
	}
	if y.len() == 0 {
		return terms{x.lay, x.exps, x.c.times(a)}
	}
	w := max(x.lay.width, y.lay.width)
	x, y = x.repack(w), y.repack(w)
	small := x.c.big == nil && y.c.big == nil && x.c.bits()+a.BitLen() <= 62 && y.c.bits()+b.BitLen() <= 62
	out := terms{lay: x.lay, exps: make([]uint64, 0, len(x.exps)+len(y.exps))}
	if small {
		out.c.small = make([]int64, 0, x.len()+y.len())
	} else {
		out.c.big = make([]*big.Int, 0, x.len()+y.len())
	}
	var ka, kb int64
	if small {
		ka, kb = a.Int64(), b.Int64()
	}
	for i, j := 0, 0; i < x.len() || j < y.len(); {
		d := 1
		if i == x.len() {
			d = -1
		} else if j < y.len() {
			d = compareWords(x.mono(i), y.mono(j))
		}
		var m []uint64
		if d >= 0 {
			m = x.mono(i)
		} else {
			m = y.mono(j)
		}
		if small {
			s := int64(0)
			if d >= 0 {
				s = ka * x.c.small[i]
			}
			if d <= 0 {
				s += kb * y.c.small[j]
			}
			if s != 0 {
				out.exps, out.c.small = append(out.exps, m...), append(out.c.small, s)
			}
		} else {
			s := new(big.Int)
			if d >= 0 {
				s.Mul(a, x.c.at(i))
			}
			if d <= 0 {
				s.Add(s, new(big.Int).Mul(b, y.c.at(j)))
			}
			if s.Sign() != 0 {
				out.exps, out.c.big = append(out.exps, m...), append(out.c.big, s)
			}
		}
		if d >= 0 {
			i++
		}
		if d <= 0 {
			j++
		}
	}
	if !small {
		out.c = shrink(out.c.big)
	}
	return out.fit()
}

package poly

import (
	"encoding/binary"
	"math/big"
	"slices"
)

// withoutVars returns the packed monomials of t with the exponents of the
// variables in drop set to 0.
func (t terms) withoutVars(drop []int) []uint64 {
	mask := make([]uint64, t.lay.nw)
	for i := range mask {
		mask[i] = ^uint64(0)
	}
	field := uint64(1)<<(t.lay.width-1)*2 - 1
	for _, v := range drop {
		mask[v/t.lay.per] &^= field << (64 - t.lay.width*(v%t.lay.per+1))
	}
	out := make([]uint64, len(t.exps))
	for i, w := range t.exps {
		out[i] = w & mask[i%t.lay.nw]
	}
	return out
}

// groups splits t into its coefficients as a polynomial in the variables vs:
// the returned polynomials have none of vs, and t is the sum of their products
// with the monomials in vs that are returned beside them (exponents in the
// order of vs), in descending lexicographic order of those.
func (t terms) groups(vs []int) (list []terms, monos [][]uint64) {
	rest := t.withoutVars(vs)
	index := map[string]int{}
	var members [][]int
	key := make([]byte, 8*len(vs))
	for i := range t.len() {
		for k, v := range vs {
			binary.BigEndian.PutUint64(key[8*k:], t.lay.get(t.mono(i), v))
		}
		g, ok := index[string(key)]
		if !ok {
			g = len(members)
			index[string(key)] = g
			members = append(members, nil)
			e := make([]uint64, len(vs))
			for k := range e {
				e[k] = binary.BigEndian.Uint64(key[8*k:])
			}
			monos = append(monos, e)
		}
		members[g] = append(members[g], i)
	}
	whole := terms{t.lay, rest, t.c}
	order := make([]int, len(members))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return slices.Compare(monos[j], monos[i]) })
	sorted := make([][]uint64, len(order))
	for i, g := range order {
		list = append(list, whole.part(members[g]))
		sorted[i] = monos[g]
	}
	return list, sorted
}

// leading returns the leading coefficient of t as a polynomial in variable v,
// and the degree.
func (t terms) leading(v int) (terms, uint64) {
	d := t.degree(v)
	return t.coefficient(v, d), d
}

// coefficient returns the coefficient of x_v^e.
func (t terms) coefficient(v int, e uint64) terms {
	var at []int
	for i := range t.len() {
		if t.lay.get(t.mono(i), v) == e {
			at = append(at, i)
		}
	}
	return terms{t.lay, t.withoutVars([]int{v}), t.c}.part(at)
}

// lowest returns the smallest exponent of each variable in t.
func (t terms) lowest() []uint64 {
	low, e := make([]uint64, t.lay.n), make([]uint64, t.lay.n)
	for i := range t.len() {
		t.lay.unpack(t.mono(i), e)
		for v, x := range e {
			if i == 0 || x < low[v] {
				low[v] = x
			}
		}
	}
	return low
}

// mapExps returns t with the exponents changed by f, which keeps the order and
// the number of different monomials.
func (t terms) mapExps(f func(e []uint64)) terms {
	if t.len() == 0 {
		return t
	}
	all := make([][]uint64, t.len())
	var top uint64
	for i := range all {
		all[i] = make([]uint64, t.lay.n)
		t.lay.unpack(t.mono(i), all[i])
		f(all[i])
		for _, x := range all[i] {
			top = max(top, x)
		}
	}
	lay := layoutOf(t.lay.n, widthFor(top))
	exps := make([]uint64, 0, len(all)*lay.nw)
	for _, e := range all {
		exps = lay.pack(exps, e)
	}
	return terms{lay, exps, t.c}
}

// lowered returns t with low subtracted from all exponents.
func (t terms) lowered(low []uint64) terms {
	return t.mapExps(func(e []uint64) {
		for v := range e {
			e[v] -= low[v]
		}
	})
}

// derivative returns the derivative with respect to variable v.
func (t terms) derivative(v int) terms {
	var at []int
	var c []*big.Int
	for i := range t.len() {
		if e := t.lay.get(t.mono(i), v); e > 0 {
			at = append(at, i)
			c = append(c, new(big.Int).Mul(t.c.at(i), new(big.Int).SetUint64(e)))
		}
	}
	z := t.part(at)
	z.c = shrink(c)
	return z.mapExps(func(e []uint64) { e[v]-- })
}

// Derivative returns the derivative of p with respect to variable v.
func (p Poly) Derivative(v int) Poly { return p.ring.make(p.scale, p.t.derivative(v)) }

// Coefficients returns the coefficients of p as a polynomial in variable v,
// with their exponents in descending order: p is the sum of the coefficients
// times x_v to the exponents. They have no x_v.
func (p Poly) Coefficients(v int) (list []Poly, exponents []int64) {
	groups, monos := p.t.groups([]int{v})
	for i, g := range groups {
		list = append(list, p.ring.make(p.scale, g))
		exponents = append(exponents, int64(monos[i][0]))
	}
	return list, exponents
}

// Leading returns the leading coefficient of p as a polynomial in variable v,
// and its exponent. That of 0 is 0.
func (p Poly) Leading(v int) (Poly, int64) {
	c, d := p.t.leading(v)
	return p.ring.make(p.scale, c), int64(d)
}

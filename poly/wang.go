package poly

import (
	"math/big"
)

const (
	// maxPoints is how many points are tried for one at which the image keeps
	// its degree and is square-free. The bad ones are the zeros of a
	// polynomial, so that a few random points are enough.
	maxPoints = 60
	// goodPoints is how many images are factored; the one with fewest factors
	// is lifted. An image that is irreducible proves that t is.
	goodPoints = 4
)

// factorMultivariate factors t, square-free and primitive as a polynomial in
// variable v, of degree at least 2 in it, with other variables. With an error
// the product of what is returned is still t.
func factorMultivariate(t terms, v int, b *Budget) ([]power, error) {
	var others []int
	for _, w := range t.vars() {
		if w != v {
			others = append(others, w)
		}
	}
	var best []power
	var point []int64
	src := source(3)
	for tries, seen := 0, 0; tries < maxPoints && seen < goodPoints; tries++ {
		at := make([]int64, len(others))
		for i := range at {
			if tries > 0 {
				at[i] = int64(src.next(uint64(2*tries+1))) - int64(tries)
			}
		}
		u, err := t.imageAt(v, others, at, b)
		if err != nil {
			return []power{{t: t}}, err
		}
		if u.len() == 0 {
			continue
		}
		seen++
		list, err := factorUnivariate(u, v, b)
		if err != nil {
			return []power{{t: t}}, err
		}
		if len(list) == 1 {
			return []power{{t: t, irreducible: true}}, nil
		}
		if best == nil || len(list) < len(best) {
			best, point = list, at
		}
	}
	if best == nil {
		return []power{{t: t}}, &LimitError{"points for a factorisation", maxPoints}
	}
	shifted, err := t.translate(others, point, b)
	if err != nil {
		return []power{{t: t}}, err
	}
	for i := range point {
		point[i] = -point[i]
	}
	l := lifter{f: shifted, v: v, others: others, b: b}
	for _, x := range best {
		l.factors = append(l.factors, x.t)
	}
	found, failed := l.run()
	rest := t
	for i := range found {
		back, err := found[i].t.translate(others, point, b)
		if err != nil {
			return []power{{t: t}}, err
		}
		_, found[i].t = back.primitive()
		if rest, err = mustDivide(rest, found[i].t, b); err != nil {
			return []power{{t: t}}, err
		}
	}
	if !rest.isUnit() {
		panic("poly: factors do not multiply to the polynomial")
	}
	return found, failed
}

// imageAt returns the primitive part of t at the point, a polynomial in v, or
// 0 if its degree is smaller or it has multiple factors.
func (t terms) imageAt(v int, others []int, point []int64, b *Budget) (terms, error) {
	d := t.degree(v)
	if err := b.degree(d); err != nil {
		return terms{}, err
	}
	none := terms{lay: layoutOf(t.lay.n, 8)}
	out := make(ints, d+1)
	for i := range out {
		out[i] = new(big.Int)
	}
	e := make([]uint64, t.lay.n)
	for i := range t.len() {
		t.lay.unpack(t.mono(i), e)
		c := new(big.Int).Set(t.c.at(i))
		for k, w := range others {
			n := e[w]
			if n == 0 || point[k] == 1 {
				continue
			}
			if point[k] == 0 {
				c.SetInt64(0)
				break
			}
			if err := b.bits(mulSat(n, 8)); err != nil {
				return terms{}, err
			}
			c.Mul(c, new(big.Int).Exp(big.NewInt(point[k]), new(big.Int).SetUint64(n), nil))
		}
		if err := b.spend(uint64(t.lay.n + len(c.Bits()) + 1)); err != nil {
			return terms{}, err
		}
		out[e[v]].Add(out[e[v]], c)
	}
	if out[d].Sign() == 0 {
		return none, nil
	}
	_, u := fromInts(t.lay.n, v, out).primitive()
	g, err := gcdTerms(u, u.derivative(v), b)
	if err != nil || !g.isConst() {
		return none, err
	}
	return u, nil
}

// translate returns t with x_w + point[w] for each of the variables.
func (t terms) translate(vars []int, point []int64, b *Budget) (terms, error) {
	for k, w := range vars {
		if point[k] == 0 {
			continue
		}
		x := fromInts(t.lay.n, w, ints{big.NewInt(point[k]), bigOne()})
		list, monos := t.groups([]int{w})
		sum := list[0]
		for i := range list {
			if i > 0 {
				sum = combine(sum, list[i], bigOne(), bigOne())
			}
			below := uint64(0)
			if i+1 < len(monos) {
				below = monos[i+1][0]
			}
			if monos[i][0] == below {
				continue
			}
			if err := b.terms(monos[i][0] - below); err != nil {
				return terms{}, err
			}
			step, err := powTerms(x, int64(monos[i][0]-below), b)
			if err != nil {
				return terms{}, err
			}
			if sum, err = mulTerms(sum, step, b); err != nil {
				return terms{}, err
			}
			if err := b.terms(uint64(sum.len())); err != nil {
				return terms{}, err
			}
		}
		t = sum
	}
	return t, nil
}

// A lifter factors f, square-free and primitive as a polynomial in v, from the
// factors of its image at the origin of the others.
type lifter struct {
	f       terms
	v       int
	others  []int
	factors []terms // primitive, univariate; their product is a multiple of the image
	b       *Budget
}

// run tries all subsets of the factors, small ones first, as recombine does.
func (l *lifter) run() (out []power, err error) {
	for size := 1; 2*size <= len(l.factors); {
		s, err := l.prepare()
		if err != nil {
			return append(out, power{t: l.f}), err
		}
		found := false
		for c, more := newChooser(len(l.factors), size), true; more; more = c.next() {
			g, ok, err := l.try(s, c.at)
			if err != nil {
				return append(out, power{t: l.f}), err
			}
			if !ok {
				continue
			}
			if l.f, err = mustDivide(l.f, g, l.b); err != nil {
				return nil, err
			}
			out = append(out, power{t: g, irreducible: true})
			l.factors = without(l.factors, c.at)
			found = true
			break
		}
		if !found {
			size++
		}
	}
	return append(out, power{t: l.f, irreducible: true}), nil
}

// try lifts the product of the chosen factors and that of the others, and
// returns the factor of f that belongs to the first, if there is one.
func (l *lifter) try(s *lift, at []int) (terms, bool, error) {
	one := constTerms(l.f.lay.n, bigOne())
	g, h := one, one
	for i, x := range l.factors {
		var err error
		chosen := false
		for _, k := range at {
			chosen = chosen || k == i
		}
		if chosen {
			g, err = mulTerms(g, x, l.b)
		} else {
			h, err = mulTerms(h, x, l.b)
		}
		if err != nil {
			return terms{}, false, err
		}
	}
	found, ok, err := s.lift(g, h, l.b)
	if err != nil || !ok {
		return terms{}, false, err
	}
	_, found = found.primitive()
	_, found, err = found.primitiveIn(l.v, l.b)
	if err != nil {
		return terms{}, false, err
	}
	_, ok, err = divideTerms(l.f, found, l.b)
	return found, ok, err
}

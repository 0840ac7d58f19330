package poly

import (
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/rational"
)

// GCD returns the greatest common divisor of p and q: primitive, with integer
// coefficients and positive leading coefficient (1 for coprime polynomials, 0
// if both are 0). It fails with a *LimitError if the budget does not suffice.
//
// Images modulo primes below 2^62 are interpolated variable by variable by
// Zippel's sparse algorithm, combined by the Chinese remainder theorem, and
// the result is verified by dividing both p and q by it; a common divisor of
// the degree that the images allow is the greatest one. Source: Zippel,
// "Probabilistic algorithms for sparse polynomials" (1979); von zur Gathen and
// Gerhard, Modern Computer Algebra, ch. 6.
func (p Poly) GCD(q Poly, b *Budget) (Poly, error) {
	p.same(q)
	t, err := gcdTerms(p.t, q.t, b.orNew())
	if err != nil || t.len() == 0 {
		return p.ring.Zero(), err
	}
	return Poly{p.ring, rational.One, t}, nil
}

// maxGCDVars bounds the depth of the recursion of gcdTerms, which drops a
// variable that both polynomials have with each level.
const maxGCDVars = 64

// gcdTerms returns the primitive greatest common divisor of x and y, whatever
// their contents.
func gcdTerms(x, y terms, b *Budget) (terms, error) {
	_, x = x.primitive()
	_, y = y.primitive()
	switch {
	case x.len() == 0:
		return y, nil
	case y.len() == 0 || x.equal(y):
		return x, nil
	}
	lowX, lowY := x.lowest(), y.lowest()
	x, y = x.lowered(lowX), y.lowered(lowY)
	for v := range lowX {
		lowX[v] = min(lowX[v], lowY[v])
	}
	stride := strides(x, y)
	x, y = x.deflated(stride), y.deflated(stride)
	g, err := gcdPrimitive(x, y, b)
	if err != nil {
		return terms{}, err
	}
	return g.mapExps(func(e []uint64) {
		for v := range e {
			e[v] = e[v]*max(stride[v], 1) + lowX[v]
		}
	}), nil
}

// strides returns the greatest common divisor of all exponents of each
// variable in x and y. gcd(x(v^k), y(v^k)) is gcd(x, y)(v^k).
func strides(x, y terms) []uint64 {
	g, e := make([]uint64, x.lay.n), make([]uint64, x.lay.n)
	for _, t := range []terms{x, y} {
		for i := range t.len() {
			t.lay.unpack(t.mono(i), e)
			for v, k := range e {
				g[v] = gcdWord(g[v], k)
			}
		}
	}
	return g
}

// deflated returns t with the exponents divided by stride, where that is not 0.
func (t terms) deflated(stride []uint64) terms {
	return t.mapExps(func(e []uint64) {
		for v := range e {
			e[v] /= max(stride[v], 1)
		}
	})
}

// gcdPrimitive is gcdTerms for primitive polynomials that are not 0 and have
// no monomial as a divisor.
func gcdPrimitive(x, y terms, b *Budget) (terms, error) {
	one := constTerms(x.lay.n, big.NewInt(1))
	if x.isConst() || y.isConst() {
		return one, nil
	}
	if x.len() > y.len() {
		x, y = y, x
	}
	if _, ok, err := divideTerms(y, x, b); err != nil || ok {
		return x, err
	}
	bound, err := gcdDegrees(x, y, b)
	if err != nil {
		return terms{}, err
	}
	var shared, outer []int
	vars := append(x.vars(), y.vars()...)
	slices.Sort(vars)
	for _, v := range slices.Compact(vars) {
		if bound[v] == 0 {
			outer = append(outer, v)
		} else {
			shared = append(shared, v)
		}
	}
	switch {
	case len(shared) == 0:
		return one, nil
	case len(shared) > maxGCDVars:
		return terms{}, &LimitError{"variables of a gcd", maxGCDVars}
	case len(outer) > 0:
		// The divisor has none of the outer variables: it divides every
		// coefficient of x and y as polynomials in them.
		list, _ := x.groups(outer)
		more, _ := y.groups(outer)
		return gcdList(append(list, more...), b)
	}
	return gcdShared(x, y, shared, bound, b)
}

// gcdList returns the primitive greatest common divisor of several
// polynomials.
func gcdList(list []terms, b *Budget) (terms, error) {
	slices.SortStableFunc(list, func(x, y terms) int { return x.len() - y.len() })
	var g terms
	for i, t := range list {
		if i == 0 {
			_, g = t.primitive()
			continue
		}
		if g.isUnit() {
			break
		}
		var err error
		if g, err = gcdTerms(g, t, b); err != nil {
			return terms{}, err
		}
	}
	return g, nil
}

// contentIn returns the primitive greatest common divisor of the coefficients
// of t as a polynomial in variable v.
func (t terms) contentIn(v int, b *Budget) (terms, error) {
	list, _ := t.groups([]int{v})
	return gcdList(list, b)
}

// primitiveIn returns the content of t as a polynomial in variable v and the
// quotient of t by it.
func (t terms) primitiveIn(v int, b *Budget) (content, part terms, err error) {
	if content, err = t.contentIn(v, b); err != nil {
		return
	}
	if content.isUnit() {
		return content, t, nil
	}
	part, ok, err := divideTerms(t, content, b)
	if err == nil && !ok {
		panic("poly: the content does not divide")
	}
	return content, part, err
}

// gcdDegrees returns upper bounds for the degrees of the gcd of x and y: the
// degrees of the gcd of images in one variable each, at a random point modulo
// a prime.
func gcdDegrees(x, y terms, b *Budget) ([]uint64, error) {
	bound, dy := x.degrees(), y.degrees()
	f := newField(primesBelow()())
	src := source(1)
	for v := range bound {
		bound[v] = min(bound[v], dy[v])
		if bound[v] == 0 {
			continue
		}
		point := make([]uint64, len(bound))
		for i := range point {
			point[i] = src.next(f.p)
		}
		ix, ok1, err := f.image(x, v, point, b)
		if err != nil {
			return nil, err
		}
		iy, ok2, err := f.image(y, v, point, b)
		if err != nil {
			return nil, err
		}
		if !ok1 && !ok2 { // both leading coefficients vanish: nothing is known
			continue
		}
		if err := b.spend(mulSat(uint64(len(ix)), uint64(len(iy)))); err != nil {
			return nil, err
		}
		bound[v] = min(bound[v], uint64(max(0, f.gcdDense(ix, iy).deg())))
	}
	return bound, nil
}

// image returns t modulo p at the point, as a polynomial in variable v, and
// whether its degree is that of t.
func (f field) image(t terms, v int, point []uint64, b *Budget) (dense, bool, error) {
	d := t.degree(v)
	if err := b.degree(d); err != nil {
		return nil, false, err
	}
	if err := b.spend(mulSat(uint64(t.len()), uint64(2*t.lay.n+4))); err != nil {
		return nil, false, err
	}
	out := make(dense, d+1)
	e := make([]uint64, t.lay.n)
	for i, c := range f.fromCoeffs(t.c) {
		t.lay.unpack(t.mono(i), e)
		for w, k := range e {
			if k > 0 && w != v {
				c = f.mul(c, f.pow(point[w], k))
			}
		}
		out[e[v]] = f.add(out[e[v]], c)
	}
	return out.trim(), out[d] != 0, nil
}

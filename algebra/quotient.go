package algebra

import (
	"cmp"
	"errors"
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A quotient is a number times powers of polynomials, those with negative
// exponents below the line.
type quotient struct {
	f     *Field
	c     rational.Rat
	list  []piece
	signs map[int]int // with which the known polynomials were written
}

// A piece is a power of a polynomial: a generator, or a primitive polynomial
// with positive leading coefficient that no generator divides. The exponent
// is not 0.
type piece struct {
	p   poly.Poly
	exp int64
}

func (x piece) isGenerator() bool { return x.p.Len() == 1 }

// quotient returns the normal form of a node below the roots.
func (f *Field) quotient(id symbolic.ID) (quotient, error) {
	v, err := f.value(id)
	if err != nil {
		return quotient{}, err
	}
	q := quotient{f: f, c: v.c, signs: f.writtenSigns()}
	for _, x := range v.fac {
		if x.index < len(f.gens) {
			q.list = append(q.list, piece{f.ring.Var(x.index), x.exp})
		} else {
			q.list = append(q.list, piece{f.polys[x.index-len(f.gens)].p, x.exp})
		}
	}
	return q, nil
}

// add multiplies by p^exp.
func (q *quotient) add(p poly.Poly, exp int64) {
	if k, ok := p.Constant(); ok && k.IsOne() || exp == 0 {
		return
	}
	for i := range q.list {
		if q.list[i].p.Equal(p) {
			if q.list[i].exp += exp; q.list[i].exp == 0 {
				q.list = slices.Delete(q.list, i, i+1)
			}
			return
		}
	}
	q.list = append(q.list, piece{p, exp})
}

// reduce brings the quotient into lowest terms: it cancels what factors above
// and below the line have in common.
func (q *quotient) reduce() error {
	return q.separate(func(x, y piece) bool { return x.exp > 0 && y.exp < 0 })
}

// coprime reduces a quotient, and makes the factors below the line that are not all
// irreducible coprime to each other.
func (q *quotient) coprime() error {
	if err := q.reduce(); err != nil {
		return err
	}
	return q.separate(func(x, y piece) bool { return x.exp < 0 && y.exp < 0 && !x.p.Equal(y.p) })
}

// separate takes out of pairs of factors what they have in common.
func (q *quotient) separate(pair func(x, y piece) bool) error {
	for again := true; again; {
		again = false
		for i := 0; i < len(q.list) && !again; i++ {
			for j := 0; j < len(q.list) && !again; j++ {
				x, y := q.list[i], q.list[j]
				if !pair(x, y) || x.isGenerator() || y.isGenerator() {
					continue
				}
				g, err := x.p.GCD(y.p, q.f.budget)
				if err != nil {
					return err
				}
				if g.IsOne() {
					continue
				}
				q.list = slices.DeleteFunc(q.list, func(z piece) bool { return z.p.Equal(x.p) || z.p.Equal(y.p) })
				for _, z := range []piece{x, y} {
					q.add(g, z.exp)
					rest, _, err := z.p.Divide(g, q.f.budget)
					if err != nil {
						return err
					}
					q.add(rest, z.exp)
				}
				again = true
			}
		}
	}
	return nil
}

// factoredQuotient is a quotient with irreducible factors. Where the budget ends before, it
// is as good as what was found, brought into order by another way, and the limit is
// named.
func (f *Field) factoredQuotient(id symbolic.ID, otherwise func(q *quotient) error) (q quotient, limit string, err error) {
	if q, err = f.quotient(id); err != nil {
		return q, "", err
	}
	err = q.factor(f.budget)
	if limit, _ = limitOf(err); limit != "" {
		err = otherwise(&q)
	}
	return q, limit, err
}

// factor splits the polynomials into irreducible factors. It returns the
// error of the budget where that has ended before, and then q is as good as
// what was found.
func (q *quotient) factor(b *poly.Budget) (err error) {
	list := q.list
	q.list = nil
	for _, x := range list {
		if x.isGenerator() {
			q.add(x.p, x.exp)
			continue
		}
		z, e := x.p.Factor(b)
		k, ok := z.Unit.Pow(x.exp, q.f.bits())
		if e != nil {
			err = e
		}
		if !ok || len(z.Factors) == 0 {
			q.add(x.p, x.exp)
			continue
		}
		q.c = q.c.Mul(k)
		for _, y := range z.Factors {
			if n, ok := mulExp(y.Multiplicity, x.exp); ok {
				q.add(y.Poly, n)
			} else {
				return ErrExponent
			}
		}
	}
	return err
}

// multiplied returns the product of the pieces that are chosen, to their
// exponents or what is opposite to them.
func (q *quotient) multiplied(chosen func(piece) bool) (poly.Poly, error) {
	z := q.f.ring.One()
	for _, x := range q.list {
		if !chosen(x) {
			continue
		}
		p, err := x.p.Pow(max(x.exp, -x.exp), q.f.budget)
		if err != nil {
			return poly.Poly{}, err
		}
		if z, err = z.Mul(p, q.f.budget); err != nil {
			return poly.Poly{}, err
		}
	}
	return z, nil
}

// node returns the quotient as an expression. The signs of its sums are as
// they were written, or such that they begin with a plus when they are read.
func (q *quotient) node() symbolic.ID {
	f, c := q.f, q.c
	b := f.s.NewProduct()
	signed := make([]poly.Poly, len(q.list))
	for i, x := range q.list {
		if signed[i] = x.p; q.sign(x.p) < 0 {
			signed[i] = x.p.Neg()
			if x.exp%2 != 0 {
				c = c.Neg()
			}
		}
	}
	if c.Sign() < 0 {
		// 1-x is better than -(x-1).
		i := slices.IndexFunc(q.list, func(x piece) bool { return x.exp > 0 && x.exp%2 != 0 && hasBothSigns(x.p) })
		if i >= 0 {
			signed[i], c = signed[i].Neg(), c.Neg()
		}
	}
	b.MulNumber(c)
	for i, x := range q.list {
		b.MulPow(f.polynomial(signed[i]), f.s.Int(x.exp))
	}
	return b.Product()
}

func hasBothSigns(p poly.Poly) bool {
	plus, minus := false, false
	for i := range p.Len() {
		if p.Term(i).Coef.Sign() < 0 {
			minus = true
		} else {
			plus = true
		}
	}
	return plus && minus
}

// sign tells whether a person would rather read p or -p, by 1 or -1.
func (q *quotient) sign(p poly.Poly) int {
	if p.Len() == 1 {
		return 1
	}
	for i, s := range q.signs {
		if s != 0 && q.f.polys[i].p.Equal(p) {
			return s
		}
	}
	return q.f.readingSign(p)
}

// writtenSigns returns the signs with which the known polynomials were
// written; 0 for both.
func (f *Field) writtenSigns() map[int]int {
	signs := map[int]int{}
	for _, id := range f.plan[:f.done] {
		v := f.memo[id]
		if f.s.Kind(id) != symbolic.Sum || len(v.fac) != 1 || v.fac[0].index < len(f.gens) || v.fac[0].exp != 1 {
			continue
		}
		i, s := v.fac[0].index-len(f.gens), v.c.Sign()
		if old, ok := signs[i]; ok && old != s {
			s = 0
		}
		signs[i] = s
	}
	return signs
}

// readingSign is the sign of the term that is read first.
func (f *Field) readingSign(p poly.Poly) int { return f.inReadingOrder(p)[0].Coef.Sign() }

// inReadingOrder returns the terms of a polynomial by falling degree, and then
// in the order of the input.
func (f *Field) inReadingOrder(p poly.Poly) []termOfDegree {
	order := f.inInputOrder(p.Vars())
	list := make([]termOfDegree, p.Len())
	for i := range list {
		t := p.Term(i)
		list[i] = termOfDegree{t, f.degree(t)}
	}
	slices.SortStableFunc(list, func(x, y termOfDegree) int {
		c := cmp.Compare(y.degree, x.degree)
		for i := 0; c == 0 && i < len(order); i++ {
			c = cmp.Compare(y.Exps[order[i]], x.Exps[order[i]])
		}
		return c
	})
	return list
}

// inInputOrder sorts generators.
func (f *Field) inInputOrder(list []int) []int {
	slices.SortFunc(list, func(i, j int) int {
		return cmp.Or(cmp.Compare(f.gens[i].node, f.gens[j].node), cmp.Compare(i, j))
	})
	return list
}

// A termOfDegree is a term with its degree as package present sees it.
type termOfDegree struct {
	poly.Term
	degree float64
}

// compare orders polynomials for people: x-1, x+1, x-2, x^2+1.
func (f *Field) compare(p, q poly.Poly) int {
	x, y := f.inReadingOrder(p), f.inReadingOrder(q)
	c := cmp.Or(cmp.Compare(x[0].degree, y[0].degree), cmp.Compare(len(x), len(y)))
	order := f.inInputOrder(f.all())
	for i := 0; c == 0 && i < len(x); i++ {
		for j := 0; c == 0 && j < len(order); j++ {
			c = cmp.Compare(y[i].Exps[order[j]], x[i].Exps[order[j]])
		}
		a, b := x[i].Coef, y[i].Coef
		c = cmp.Or(c, a.Abs().Cmp(b.Abs()), a.Cmp(b))
	}
	return c
}

func (f *Field) degree(t poly.Term) (d float64) {
	for i, e := range t.Exps {
		switch g := &f.gens[i]; {
		case e == 0 || g.kind == prime || f.s.Kind(g.node) == symbolic.Constant:
		case g.kind == root:
			d += float64(e) / float64(g.order)
		case g.kind == exponential:
			d++
		default:
			d += float64(e)
		}
	}
	return d
}

// limitOf returns the name of the limit that an error tells of.
func limitOf(err error) (string, bool) {
	var l *poly.LimitError
	switch {
	case errors.As(err, &l):
		return l.Limit, true
	case errors.Is(err, ErrExponent):
		return "exponent", true
	}
	return "", false
}

package algebra

import (
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Factored returns the normal form of a node below the roots as an expression:
// a number times powers of generators and sums.
func (f *Field) Factored(id symbolic.ID) (symbolic.ID, error) {
	v, err := f.value(id)
	if err != nil {
		return 0, err
	}
	return f.expr(v), nil
}

func (f *Field) expr(v value) symbolic.ID {
	b := f.s.NewProduct()
	b.MulNumber(v.c)
	for _, x := range v.fac {
		if x.index < len(f.gens) {
			b.Mul(f.generatorPower(x.index, x.exp))
		} else {
			b.MulPow(f.polynomial(f.polys[x.index-len(f.gens)].p), f.s.Int(x.exp))
		}
	}
	return b.Product()
}

// generatorPower is the expression of a power of a generator.
func (f *Field) generatorPower(i int, e int64) symbolic.ID {
	g := &f.gens[i]
	if g.inverse {
		e = -e
	}
	switch g.kind {
	case atom:
		return f.s.Pow(g.node, f.s.Int(e))
	case exponential:
		return f.s.Pow(g.node, f.s.Scale(g.exponent, rational.New(e, g.den)))
	}
	return f.s.Pow(g.node, f.s.Num(rational.New(e, g.order)))
}

// polynomial is the expression of a polynomial, expanded.
func (f *Field) polynomial(p poly.Poly) symbolic.ID {
	sum := f.s.NewSum()
	for i := range p.Len() {
		t := p.Term(i)
		b := f.s.NewProduct()
		for v, e := range t.Exps {
			if e > 0 {
				b.Mul(f.generatorPower(v, e))
			}
		}
		c, rest := b.Split()
		sum.AddScaled(rest, t.Coef.Mul(c))
	}
	return sum.Sum()
}

// A Term is a number times an expression.
type Term struct {
	Coef rational.Rat
	Node symbolic.ID
}

// Terms returns the normal form of a node below the roots as a sum: the
// numerator multiplied out, each term over the denominator. The term of a
// number has the node 1.
func (f *Field) Terms(id symbolic.ID) ([]Term, error) {
	v, err := f.value(id)
	if err != nil {
		return nil, err
	}
	numerator, rest := split(v)
	p, err := f.multiplyOut(term{f.ring.Const(v.c), numerator}, nil)
	if err != nil {
		return nil, err
	}
	return f.termsOver(p, f.expr(value{rational.One, rest})), nil
}

// ProperTerms returns the normal form of a node below the roots as a sum, like
// [Field.Terms], of a polynomial and a proper fraction: no term of the
// numerator is divisible by the leading term of the denominator. Expressions
// that differ by a polynomial have the same proper fraction.
func (f *Field) ProperTerms(id symbolic.ID) ([]Term, error) {
	v, err := f.value(id)
	if err != nil {
		return nil, err
	}
	numerator, rest := split(v)
	p, err := f.multiplyOut(term{f.ring.Const(v.c), numerator}, nil)
	if err != nil {
		return nil, err
	}
	below := make([]factor, len(rest))
	for i, x := range rest {
		below[i] = factor{x.index, -x.exp}
	}
	q, err := f.multiplyOut(term{f.ring.One(), below}, nil)
	if err != nil {
		return nil, err
	}
	whole, proper, err := p.Reduce(q, f.budget)
	if err != nil {
		return nil, err
	}
	return append(f.termsOver(whole, symbolic.One), f.termsOver(proper, f.expr(value{rational.One, rest}))...), nil
}

// termsOver returns the terms of p, each times a node.
func (f *Field) termsOver(p poly.Poly, by symbolic.ID) []Term {
	out := make([]Term, p.Len())
	for i := range out {
		t := p.Term(i)
		b := f.s.NewProduct()
		for v, e := range t.Exps {
			if e > 0 {
				b.Mul(f.generatorPower(v, e))
			}
		}
		b.Mul(by)
		c, node := b.Split()
		out[i] = Term{t.Coef.Mul(c), node}
	}
	return out
}

// split separates the factors with positive and with negative exponents.
func split(v value) (numerator, denominator []factor) {
	for _, x := range v.fac {
		if x.exp > 0 {
			numerator = append(numerator, x)
		} else {
			denominator = append(denominator, x)
		}
	}
	return numerator, denominator
}

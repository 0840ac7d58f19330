package algebra

import (
	"slices"

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

// Coefficients returns the coefficients of the numerator of e as a polynomial
// in the symbol x, as nodes that do not depend on x, the highest first, and
// false if e is no rational function of x. Where one of them is not 0, e is 0
// at isolated values of x only. The error is that of a budget.
func Coefficients(s *symbolic.Store, e, x symbolic.ID) ([]symbolic.ID, bool, error) {
	f, err := New(s, Options{}, e, x)
	if err != nil {
		return nil, false, err
	}
	v, err := f.value(e)
	if err != nil {
		return nil, false, err
	}
	numerator, _ := split(v)
	p, err := f.multiplyOut(term{f.ring.Const(v.c), numerator}, nil)
	if err != nil {
		return nil, false, err
	}
	at := f.opaque[x]
	for _, i := range p.Vars() {
		if i != at && s.Depends(f.gens[i].node, x) {
			return nil, false, nil
		}
	}
	coefs, _ := p.Coefficients(at)
	out := make([]symbolic.ID, len(coefs))
	for i, k := range coefs {
		out[i] = f.polynomial(k)
	}
	return out, true, nil
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
	denominator := f.expr(value{rational.One, rest})
	out := make([]Term, p.Len())
	for i := range out {
		t := p.Term(i)
		b := f.s.NewProduct()
		for v, e := range t.Exps {
			if e > 0 {
				b.Mul(f.generatorPower(v, e))
			}
		}
		b.Mul(denominator)
		c, node := b.Split()
		out[i] = Term{t.Coef.Mul(c), node}
	}
	return out, nil
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

// factorSteps bounds the factorisation of one polynomial. What is not factored
// within it counts as irreducible, which loses dependencies and nothing else.
const factorSteps = 2_000_000

// Factors returns the normal form of a node below the roots as a number and
// irreducible factors with integer exponents, as far as a small budget
// allows. Equal factors are the same node.
func (f *Field) Factors(id symbolic.ID) (c rational.Rat, factors []Factor, err error) {
	v, err := f.value(id)
	if err != nil {
		return c, nil, err
	}
	c = v.c
	at := map[symbolic.ID]int{}
	add := func(base symbolic.ID, e int64) {
		if i, ok := at[base]; ok {
			factors[i].Exp += e
			return
		}
		at[base] = len(factors)
		factors = append(factors, Factor{base, e})
	}
	for _, x := range v.fac {
		if x.index < len(f.gens) {
			add(f.generatorPower(x.index, 1), x.exp)
			continue
		}
		p := f.polys[x.index-len(f.gens)].p
		z, err := p.Factor(&poly.Budget{Steps: factorSteps})
		k, ok := z.Unit.Pow(x.exp, f.bits())
		if err != nil || !ok {
			add(f.polynomial(p), x.exp)
			continue
		}
		c = c.Mul(k)
		for _, y := range z.Factors {
			add(f.polynomial(y.Poly), x.exp*y.Multiplicity)
		}
	}
	return c, slices.DeleteFunc(factors, func(x Factor) bool { return x.Exp == 0 }), nil
}

// A Factor is a power of a node.
type Factor struct {
	Base symbolic.ID
	Exp  int64
}

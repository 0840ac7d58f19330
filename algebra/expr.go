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

// A Polynomial is a factor of an expression as a polynomial in one generator:
// coefficients for falling powers, in which the generator does not occur.
type Polynomial struct {
	Generator symbolic.ID // 1 where there is none; then there is one coefficient
	Coefs     []symbolic.ID
}

// Numerator returns the factors of the numerator of e, each as a polynomial in
// the one generator that depends on something, and false if one of them has
// two such generators. Where e is 0, one of the polynomials is.
func Numerator(s *symbolic.Store, e symbolic.ID, depends func(symbolic.ID) bool) (list []Polynomial, ok bool, err error) {
	f, err := New(s, Options{}, e)
	if err != nil {
		return nil, false, err
	}
	v, err := f.value(e)
	if err != nil {
		return nil, false, err
	}
	if v.isZero() {
		return []Polynomial{{symbolic.One, []symbolic.ID{symbolic.Zero}}}, true, nil
	}
	numerator, _ := split(v)
	for _, x := range numerator {
		if x.index < len(f.gens) {
			g := f.generatorPower(x.index, 1)
			if depends(g) {
				list = append(list, Polynomial{g, []symbolic.ID{symbolic.One, symbolic.Zero}})
			} else {
				list = append(list, Polynomial{symbolic.One, []symbolic.ID{g}})
			}
			continue
		}
		for _, p := range irreducible(f.polys[x.index-len(f.gens)].p) {
			q, ok := f.inOneGenerator(p, depends)
			if !ok {
				return nil, false, nil
			}
			list = append(list, q)
		}
	}
	return list, true, nil
}

// irreducible returns the irreducible factors of p, as far as a small budget
// allows.
func irreducible(p poly.Poly) []poly.Poly {
	z, err := p.Factor(&poly.Budget{Steps: factorSteps})
	if err != nil {
		return []poly.Poly{p}
	}
	out := make([]poly.Poly, len(z.Factors))
	for i, x := range z.Factors {
		out[i] = x.Poly
	}
	return out
}

// inOneGenerator writes p as a polynomial in the one generator that depends on
// something.
func (f *Field) inOneGenerator(p poly.Poly, depends func(symbolic.ID) bool) (Polynomial, bool) {
	at := -1
	for _, i := range p.Vars() {
		if !depends(f.generatorPower(i, 1)) {
			continue
		}
		if at >= 0 {
			return Polynomial{}, false
		}
		at = i
	}
	if at < 0 {
		return Polynomial{symbolic.One, []symbolic.ID{f.polynomial(p)}}, true
	}
	coefs, exps := p.Coefficients(at)
	q := Polynomial{Generator: f.generatorPower(at, 1)}
	for _, k := range coefs {
		q.Coefs = append(q.Coefs, f.polynomial(k))
	}
	if exps[len(exps)-1] > 0 {
		q.Coefs = append(q.Coefs, symbolic.Zero)
	}
	return q, true
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

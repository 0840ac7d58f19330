package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

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
	add := func(x Factor) {
		if i, ok := at[x.Base]; ok {
			factors[i].Exp += x.Exp
			return
		}
		at[x.Base] = len(factors)
		factors = append(factors, x)
	}
	for _, x := range v.fac {
		if x.index < len(f.gens) {
			add(Factor{Base: f.generatorPower(x.index, 1), Exp: x.exp})
			continue
		}
		p := f.polys[x.index-len(f.gens)].p
		z, err := p.Factor(&poly.Budget{Steps: factorSteps})
		k, ok := z.Unit.Pow(x.exp, f.bits())
		if err != nil || !ok {
			add(Factor{Base: f.polynomial(p), Exp: x.exp})
			continue
		}
		c = c.Mul(k)
		for _, y := range z.Factors {
			w := Factor{Base: f.polynomial(y.Poly), Exp: x.exp * y.Multiplicity}
			if y.Irreducible {
				f.univariate(&w, y.Poly)
			}
			add(w)
		}
	}
	return c, slices.DeleteFunc(factors, func(x Factor) bool { return x.Exp == 0 }), nil
}

// A Factor is a power of a node. One that is an irreducible polynomial in a
// single generator, or in a product of powers of generators as 1-a^2*x^2 is in
// a*x, has that polynomial.
type Factor struct {
	Base symbolic.ID
	Exp  int64

	Generator symbolic.ID
	Poly      poly.Poly
	Var       int // of Poly; there is none where Generator is 0
}

// univariate finds the product of powers of which all terms of an irreducible
// polynomial are powers.
func (f *Field) univariate(w *Factor, p poly.Poly) {
	vars := p.Vars()
	var unit int64 // the exponent of the first variable in the product
	for i := range p.Len() {
		unit = gcd(unit, p.Term(i).Exps[vars[0]])
	}
	if unit == 0 {
		return
	}
	if len(vars) == 1 {
		unit = 1
	}
	top := p.Term(0).Exps // the product to the power top[vars[0]]/unit
	power := top[vars[0]] / unit
	if power == 0 {
		return
	}
	list := make([]poly.Term, p.Len())
	for i := range list {
		t := p.Term(i)
		n := t.Exps[vars[0]] / unit
		for _, v := range vars {
			if top[v]%power != 0 || t.Exps[v] != top[v]/power*n {
				return
			}
		}
		exps := make([]int64, len(t.Exps))
		exps[vars[0]] = n
		list[i] = poly.Term{Coef: t.Coef, Exps: exps}
	}
	q, err := f.ring.FromTerms(list)
	if err != nil {
		return
	}
	b := f.s.NewProduct()
	for _, v := range vars {
		b.Mul(f.generatorPower(v, top[v]/power))
	}
	w.Generator, w.Poly, w.Var = b.Product(), q, vars[0]
}

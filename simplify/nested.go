package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxPairs bounds the radicands that are looked at in pairs.
const maxPairs = 20

// nestedRoot looks for an equation for a square root of what has roots in it:
// without these, or by such a radicand before.
func (p *Prover) nestedRoot(r radicand, before []radicand) bool {
	if p.nesting(r) == 0 {
		return false
	}
	if i, ok := p.withoutNesting(r.base); ok {
		p.equation[p.c.Step(i).From] = i
		return true
	}
	if len(before) > maxPairs {
		return false
	}
	return slices.ContainsFunc(before, func(x radicand) bool { return p.nesting(x) > 0 && p.rootByProduct(r, x, before) })
}

// nesting is 1 for a square root of what has roots in it, else 0.
func (p *Prover) nesting(r radicand) int {
	s := p.s
	if r.q == 2 && slices.ContainsFunc(s.Postorder(r.base), func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Power && s.Kind(s.Operands(id)[1]) == symbolic.Number && !s.Number(s.Operands(id)[1]).IsInt()
	}) {
		return 1
	}
	return 0
}

// withoutNesting makes a step that says what the square root of a+c·√b is, if
// that has no roots in roots: sqrt(2+sqrt(3)) is sqrt(3/2)+sqrt(1/2).
func (p *Prover) withoutNesting(base symbolic.ID) (step int, ok bool) {
	s := p.s
	a, c, b, ok := quadratic(s, base)
	if !ok {
		return 0, false
	}
	i, ok := p.denest(a, c, b)
	if !ok || p.c.Step(i).From != s.Pow(base, s.Num(rational.Half)) {
		return 0, false
	}
	to := p.c.Step(i).To
	return i, !slices.ContainsFunc(s.Postorder(to), func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Power && s.Kind(s.Operands(id)[0]) != symbolic.Number
	})
}

// rootByProduct makes the equation r^(1/2) = c^(1/2)·|h|·Π others^(1/2)/x^(1/2) where the
// product of two radicands is c·h^2·Π others by the relations of the roots in them:
// sqrt(2-sqrt(2)) times sqrt(2+sqrt(2)) is sqrt(2).
func (p *Prover) rootByProduct(r, x radicand, before []radicand) bool {
	s := p.s
	product, err := algebra.Expand(s, s.Mul(r.base, x.base), &poly.Budget{Steps: partSteps, Terms: partTerms})
	if err != nil {
		return false
	}
	if i, ok := p.withoutNesting(product); ok {
		return p.rootIs(r, s.Div(p.c.Step(i).To, s.Pow(x.base, s.Num(rational.Half))))
	}
	f, err := p.field(product)
	if err != nil {
		return false
	}
	both := r
	if both.c, both.factors, err = f.Factors(product); err != nil {
		return false
	}
	if h, ok := quotientRoot(both, nil); ok {
		return p.rootOf(both, nil, h, x)
	}
	for i, o := range before {
		if p.nesting(o) > 0 || o.q != 2 {
			continue
		}
		if h, ok := quotientRoot(both, before[i:i+1]); ok {
			return p.rootOf(both, before[i:i+1], h, x)
		}
	}
	return false
}

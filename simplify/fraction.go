package simplify

import (
	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

// asFraction writes the base of a root that is a sum with denominators as one
// fraction, whose parts are the bases of others: 1+2/x^2 is (x^2+2)/x^2.
func (p *Prover) asFraction(id symbolic.ID) bool {
	s := p.s
	base, e := s.Operands(id)[0], s.Operands(id)[1]
	if s.Kind(base) != symbolic.Sum || s.Kind(e) != symbolic.Number {
		return false
	}
	form, err := algebra.Together(s, base, algebra.Options{Budget: &poly.Budget{Steps: partSteps, Terms: partTerms}})
	if err != nil || form.Node == base {
		return false
	}
	to := form.Node
	i, ok := p.accept(proof.Step{Kind: proof.ByRing, From: base, To: to, Uses: p.uses(base, to)})
	if !ok {
		return false
	}
	z := s.Pow(to, e)
	if z == id || p.refers(z, id) {
		return false
	}
	j, ok := p.accept(proof.Step{Kind: proof.ByParts, From: id, To: z, Bind: []symbolic.ID{to, e}, Uses: []int{i}})
	if ok {
		p.equation[id] = j
	}
	return ok
}

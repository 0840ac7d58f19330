package simplify

import (
	"strconv"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

// over brings a sum or product of symbolic length into a form that is the same for more
// of those that are equal: bodies are multiplied out, sums taken apart, and indices named
// by how many sums are inside.
func (p *Prover) over(id symbolic.ID) bool {
	if p.indices == nil {
		p.indices = freeNames(p.s)
	}
	i, ok := p.ofLength(p.c, id, 0)
	if !ok || p.refers(id, p.c.Step(i).To) {
		return false
	}
	p.equation[id] = i
	return true
}

// maxNesting bounds the sums within sums that are looked at, and maxBodySteps the work
// for one body.
const maxNesting, maxBodySteps = 3, 20000

// ofLength makes steps about a sum or product on the region of a checker, and returns the
// last one, which is about all.
func (p *Prover) ofLength(c *proof.Checker, id symbolic.ID, depth int) (int, bool) {
	s := p.s
	var uses []int
	at := id
	step := func(i int, err error) {
		if err == nil && c.Step(i).To != at {
			uses, at = append(uses, i), c.Step(i).To
		}
	}
	if in := c.Inside(id); depth < maxNesting && !in.Empty() {
		if body, ok := p.multipliedOut(in, depth); ok {
			step(c.Over(in, body))
		}
	}
	if s.Kind(at) == symbolic.SumOver {
		to, _ := s.SumsOfTerms(at)
		step(c.Accept(proof.Step{Kind: proof.ByLinearity, From: at, To: to}))
	}
	step(c.Accept(proof.Step{Kind: proof.ByIndex, From: at, To: s.RenameIndices(at, p.indices)}))
	switch len(uses) {
	case 0:
		return 0, false
	case 1:
		return uses[0], true
	}
	i, err := c.Accept(proof.Step{Kind: proof.ByChain, From: id, To: at, Uses: uses})
	return i, err == nil
}

// multipliedOut makes a step about the body of a sum or product.
func (p *Prover) multipliedOut(in *proof.Inner, depth int) (symbolic.ID, bool) {
	s := p.s
	var uses []int
	replace := map[symbolic.ID]symbolic.ID{}
	outside := func(id symbolic.ID) bool { return !s.Kind(id).Binds() }
	for _, id := range s.PostorderWithin([]symbolic.ID{in.Body}, outside) {
		if k := s.Kind(id); k == symbolic.SumOver || k == symbolic.ProductOver {
			if i, ok := p.ofLength(in.Checker, id, depth+1); ok {
				uses = append(uses, i)
				replace[id] = in.Step(i).To
			}
		}
	}
	to, err := algebra.Expand(s, s.Substitute(in.Body, replace), &poly.Budget{Steps: maxBodySteps})
	if err != nil || to == in.Body {
		return 0, false
	}
	_, err = in.Accept(proof.Step{Kind: proof.ByRing, From: in.Body, To: to, Uses: uses})
	return to, err == nil
}

// freeNames returns a function for names of indices that do not occur yet.
func freeNames(s *symbolic.Store) func(int) symbolic.ID {
	var list []symbolic.ID
	next := 0
	return func(height int) symbolic.ID {
		for ; len(list) < height; next++ {
			name := "ijklmpqrs"[next%9 : next%9+1]
			if round := next / 9; round > 0 {
				name += "_" + strconv.Itoa(round)
			}
			if _, taken := s.HasSym(name); !taken {
				list = append(list, s.Sym(name))
			}
		}
		return list[height-1]
	}
}

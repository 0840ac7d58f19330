package simplify

import (
	"sync"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// everything is the strategy of all rules.
var everything = sync.OnceValue(func() *rewrite.Strategy {
	t, err := rewrite.NewStrategy(rules.All()...)
	if err != nil {
		panic(err)
	}
	return t
})

const (
	// saturationSize is the number of nodes of a claim up to which equalities
	// are searched for by all rules; what is larger has too many.
	saturationSize = 60
)

// saturation bounds a search by all rules, some hundredths of a second.
var saturation = rewrite.Budget{Steps: 2000, Nodes: 8_000, Work: 1_000_000, Iterations: 6}

// bySaturation searches for the equation by all rules at once.
func (p *Prover) bySaturation(x, y symbolic.ID) (bool, error) {
	if p.depth > 0 || len(p.s.Postorder(x, y)) > saturationSize || p.s.HasKind(x, symbolic.Derivative) || p.s.HasKind(y, symbolic.Derivative) {
		return false, nil
	}
	g := rewrite.NewGraph(p.s, nil)
	report, err := g.Saturate(everything(), rewrite.Search{Guard: p.c.Holds, Budget: saturation, Until: [2]symbolic.ID{x, y}})
	if err != nil || report.Stop != rewrite.Reached {
		return false, err
	}
	e, err := g.Explain(x, y)
	if err != nil {
		return false, err
	}
	return p.replay(e) && p.c.Concludes(x, y), nil
}

// replay makes steps of a proof by rules. It tells whether the checker accepts
// all of them.
func (p *Prover) replay(e *rewrite.Proof) bool {
	steps := make([]int, len(e.Equations))
	for i, q := range e.Equations {
		st := proof.Step{From: q.Left, To: q.Right}
		for _, u := range q.Uses {
			st.Uses = append(st.Uses, steps[u.Equation])
		}
		switch q.Reason {
		case rewrite.ByRule:
			r := q.Step
			st.Kind, st.Name, st.Bind, st.From, st.To = proof.ByRule, r.Rule.Name, r.Bindings, r.Before, r.After
			if r.Node != r.Before || r.Result != r.After {
				j, ok := p.accept(st)
				if !ok {
					return false
				}
				st = proof.Step{Kind: proof.ByContext, From: r.Node, To: r.Result, Uses: []int{j}, Bind: []symbolic.ID{p.s.Num(r.Scale), r.Rest}}
			}
		case rewrite.ByParts:
			st.Kind = proof.ByParts
			st.Bind = p.exchanged(q.Left, st.Uses)
		case rewrite.ByScale:
			st.Kind, st.Bind = proof.ByScale, []symbolic.ID{p.s.Num(q.Factor)}
		case rewrite.ByChain:
			st.Kind = proof.ByChain
		default:
			return false
		}
		var ok bool
		if steps[i], ok = p.accept(st); !ok {
			return false
		}
	}
	return true
}

// exchanged returns the parts of a node, exchanged by equations.
func (p *Prover) exchanged(id symbolic.ID, uses []int) []symbolic.ID {
	parts := rewrite.Parts(p.s, nil, id)
	for i, x := range parts {
		for _, j := range uses {
			if st := p.c.Step(j); st.From == x {
				parts[i] = st.To
				break
			} else if st.To == x {
				parts[i] = st.From
				break
			}
		}
	}
	return parts
}

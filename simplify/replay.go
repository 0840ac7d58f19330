package simplify

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// replay makes the steps of a proof by rules with a checker and returns the
// number of the last one. It returns false where the checker rejects one.
func replay(c *proof.Checker, p *rewrite.Proof) (last int, ok bool) {
	s := c.Store()
	steps := make([]int, len(p.Equations))
	for i, q := range p.Equations {
		s.CheckStopped()
		st := proof.Step{From: q.Left, To: q.Right}
		for _, u := range q.Uses {
			st.Uses = append(st.Uses, steps[u.Equation])
		}
		switch q.Reason {
		case rewrite.ByRule:
			r := q.Step
			st.Kind, st.Name, st.Bind, st.From, st.To = proof.ByRule, r.Rule.Name, r.Bindings, r.Before, r.After
			if r.Node != r.Before || r.Result != r.After {
				j, err := c.Accept(st)
				if err != nil {
					return 0, false
				}
				st = proof.Step{Kind: proof.ByContext, From: r.Node, To: r.Result, Uses: []int{j}, Bind: []symbolic.ID{s.Num(r.Scale), r.Rest}}
			}
		case rewrite.ByParts:
			st.Kind, st.Bind = proof.ByParts, exchanged(s, q.Left, p, q.Uses)
		case rewrite.ByScale:
			st.Kind, st.Bind = proof.ByScale, []symbolic.ID{s.Num(q.Factor)}
		case rewrite.ByChain:
			st.Kind = proof.ByChain
		default: // what was assumed
			return 0, false
		}
		var err error
		if steps[i], err = c.Accept(st); err != nil {
			return 0, false
		}
	}
	return steps[len(steps)-1], true
}

// exchanged returns the parts of a node, exchanged by equations.
func exchanged(s *symbolic.Store, id symbolic.ID, p *rewrite.Proof, uses []rewrite.Use) []symbolic.ID {
	to := make(map[symbolic.ID]symbolic.ID, len(uses))
	for _, u := range uses {
		q := p.Equations[u.Equation]
		if u.Reversed {
			q.Left, q.Right = q.Right, q.Left
		}
		to[q.Left] = q.Right
	}
	parts := rewrite.Parts(s, nil, id)
	for i, x := range parts {
		if y, ok := to[x]; ok {
			parts[i] = y
		}
	}
	return parts
}

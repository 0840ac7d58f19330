package simplify

import (
	"sync"

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
var saturation = rewrite.Budget{Steps: 2000, Nodes: 8_000, Work: 600_000, Iterations: 6}

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
	_, ok := replay(p.c, e)
	return ok && p.c.Concludes(x, y), nil
}

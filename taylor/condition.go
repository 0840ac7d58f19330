package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/symbolic"
)

// holds tells whether a condition certainly holds at the point and around it.
func (p *program) holds(cond symbolic.ID) bool {
	s := p.s
	switch s.Kind(cond) {
	case symbolic.Boolean:
		return cond == symbolic.True
	case symbolic.And:
		return !slices.ContainsFunc(s.Operands(cond), func(c symbolic.ID) bool { return !p.relation(c) })
	}
	return p.relation(cond)
}

func (p *program) relation(cond symbolic.ID) bool {
	s := p.s
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) == symbolic.Equal {
		return false
	}
	var sides [2]symbolic.ID
	for i, o := range s.Operands(cond) {
		r, err := p.node(o)
		if err != nil {
			return false
		}
		sides[i] = p.valueOf(r)
	}
	rel := symbolic.Less
	if s.Rel(cond) == symbolic.NotEqual {
		rel = symbolic.NotEqual
	}
	return p.surely(s.Relate(rel, sides[0], sides[1]))
}

// surely tells whether a condition on constants is known to hold.
func (p *program) surely(cond symbolic.ID) bool {
	if p.s.Kind(cond) == symbolic.Boolean || len(p.s.FreeSymbols(cond)) > 0 {
		return cond == symbolic.True
	}
	truth, _ := certify.Compile(p.lib, p.s, cond).Holds(0, nil, quick)
	return truth == certify.Yes
}

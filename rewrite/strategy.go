package rewrite

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A Strategy is a list of rules, found by the head of their left sides. Where
// several could be applied to a node, the first of the list is. It is immutable
// and safe for concurrent use.
type Strategy struct {
	patterns   []*Pattern
	byKind     [symbolic.Derivative + 1][]*Pattern // all but Apply
	byFunction map[*function.Row][]*Pattern
}

// NewStrategy makes a strategy of rules. It returns an error for a rule whose
// left side is no pattern (see Compile).
func NewStrategy(list ...*rules.Rule) (*Strategy, error) {
	patterns := make([]*Pattern, len(list))
	for i, r := range list {
		p, err := Compile(r)
		if err != nil {
			return nil, err
		}
		patterns[i] = p
	}
	return StrategyOf(patterns...), nil
}

// StrategyOf makes a strategy of rules that were compiled before.
func StrategyOf(patterns ...*Pattern) *Strategy {
	t := &Strategy{patterns: patterns, byFunction: map[*function.Row][]*Pattern{}}
	for _, p := range patterns {
		if k := p.root.kind; k != symbolic.Apply {
			t.byKind[k] = append(t.byKind[k], p)
			continue
		}
		t.byFunction[p.root.row] = append(t.byFunction[p.root.row], p)
	}
	return t
}

// Rules returns the rules in order.
func (t *Strategy) Rules() []*rules.Rule {
	var list []*rules.Rule
	for _, p := range t.patterns {
		list = append(list, p.rule)
	}
	return list
}

// An index finds the patterns for the nodes of one store.
type index struct {
	*Strategy
	s         *symbolic.Store
	bits      bits
	functions [][]*Pattern // by function
	resolved  []bool
}

func newIndex(t *Strategy, s *symbolic.Store) *index {
	return &index{Strategy: t, s: s, bits: bits{s: s}}
}

// at returns the patterns whose root has the head of a node.
func (x *index) at(id symbolic.ID) []*Pattern {
	k := x.s.Kind(id)
	if k != symbolic.Apply {
		return x.byKind[k]
	}
	f := int(x.s.FuncOf(id))
	for f >= len(x.functions) {
		x.functions = append(x.functions, nil)
		x.resolved = append(x.resolved, false)
	}
	if !x.resolved[f] {
		x.functions[f], x.resolved[f] = x.byFunction[x.s.Function(id)], true
	}
	return x.functions[f]
}

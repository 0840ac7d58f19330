package assume

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// mutualParts is the largest number of conditions among which each is compared
// with all the others.
const mutualParts = 40

// mutual drops conditions of a conjunction that follow from the others.
func (f *Facts) mutual(parts []symbolic.ID) symbolic.ID {
	s := f.s
	if len(parts) > mutualParts {
		return s.And(parts...)
	}
	kept := slices.Clone(parts)
	m := implication{f, maxComparisons}
	for i := len(kept) - 1; i >= 0; i-- {
		var others []atom
		for j, p := range kept {
			if j == i || p == symbolic.True {
				continue
			}
			if m.implies(p, kept[i], nesting) {
				kept[i] = symbolic.True
				break
			}
			if a, ok := f.setOf(p); ok {
				others = append(others, a)
			}
			if s.Kind(p) == symbolic.Relation {
				if a, ok := f.solved(p); ok {
					others = append(others, a)
				}
			}
		}
		if kept[i] == symbolic.True || len(others) == 0 {
			continue
		}
		switch z := f.with(others).again(kept[i]); z {
		case symbolic.True:
			kept[i] = z
		case symbolic.False:
			return z
		}
	}
	return s.And(kept...)
}

// again reduces a condition without comparing its parts mutually.
func (f *Facts) again(cond symbolic.ID) symbolic.ID {
	s := f.s
	if k := s.Kind(cond); k != symbolic.And && k != symbolic.Or {
		if k == symbolic.Relation {
			return f.relation(cond)
		}
		return cond
	}
	parts := make([]symbolic.ID, 0, len(s.Operands(cond)))
	for _, o := range s.Operands(cond) {
		if s.Kind(o) != symbolic.Relation {
			return cond
		}
		parts = append(parts, f.relation(o))
	}
	return f.connect(s.Kind(cond), parts)
}

const (
	// nesting is how deep an implication looks into and and or: as deep as
	// the conditions of powers and branches are nested.
	nesting = 4
	// maxComparisons bounds those of one conjunction. Conditions of people
	// need some hundred; beyond it nothing more is dropped.
	maxComparisons = 20_000
)

// An implication compares conditions as long as comparisons are left.
type implication struct {
	f    *Facts
	left int
}

// implies tells whether q follows from p by their form: alternatives one by
// one, and relations about one term. depth bounds the nesting that is looked
// into.
func (m *implication) implies(p, q symbolic.ID, depth int) bool {
	if p == q {
		return true
	}
	if m.left--; m.left < 0 {
		return false
	}
	a, ok1 := m.f.setOf(p)
	b, ok2 := m.f.setOf(q)
	if ok1 && ok2 && a.term == b.term {
		return a.in.intersect(b.in).equal(a.in)
	}
	if depth == 0 {
		return false
	}
	s := m.f.s
	fromP := func(o symbolic.ID) bool { return m.implies(o, q, depth-1) }
	toQ := func(o symbolic.ID) bool { return m.implies(p, o, depth-1) }
	fails := func(o symbolic.ID) bool { return !fromP(o) }
	missed := func(o symbolic.ID) bool { return !toQ(o) }
	switch {
	case s.Kind(p) == symbolic.Or:
		return !slices.ContainsFunc(s.Operands(p), fails)
	case s.Kind(q) == symbolic.And:
		return !slices.ContainsFunc(s.Operands(q), missed)
	case s.Kind(p) == symbolic.And && slices.ContainsFunc(s.Operands(p), fromP):
		return true
	case s.Kind(q) == symbolic.Or:
		return slices.ContainsFunc(s.Operands(q), toQ)
	}
	return false
}

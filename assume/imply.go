package assume

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// mutualParts is the largest number of conditions among which each is compared
// with all the others.
const mutualParts = 40

// mutual drops conditions of a conjunction, and parts of alternatives in it,
// that follow from the others.
func (f *Facts) mutual(parts []symbolic.ID) symbolic.ID {
	s := f.s
	if len(parts) > mutualParts {
		return s.And(parts...)
	}
	kept := slices.Clone(parts)
	partial := make([]bool, len(parts))
	for i, p := range parts {
		partial[i] = f.isPartial(p)
	}
	m := implication{f, maxComparisons}
	for i := len(kept) - 1; i >= 0; i-- {
		var others []atom
		for j, p := range kept {
			// That 1/x != 2 has a value says x != 0 as well. But it may be dropped itself,
			// since it says nothing more, and then x != 0 has to be there.
			if j == i || p == symbolic.True || partial[j] && !partial[i] {
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
		if kept[i] == symbolic.True || len(others) == 0 || !m.affords(kept[i]) {
			continue
		}
		z := f.with(others).connected(kept[i], true)
		if z == symbolic.False {
			return z
		}
		if z == symbolic.True || s.Kind(kept[i]) == symbolic.Or && len(s.Postorder(z)) < len(s.Postorder(kept[i])) {
			kept[i] = z
		}
	}
	return s.And(kept...)
}

// isPartial tells whether a condition has parts that may have no value.
func (f *Facts) isPartial(cond symbolic.ID) bool {
	s := f.s
	natural := func(e symbolic.ID) bool {
		return s.Kind(e) == symbolic.Number && s.Number(e).IsInt() && s.Number(e).Sign() > 0
	}
	return slices.ContainsFunc(s.Postorder(cond), func(id symbolic.ID) bool {
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Power:
			return !natural(ops[1])
		case symbolic.Product:
			for i := 2; i < len(ops); i += 2 {
				if !natural(ops[i]) {
					return true
				}
			}
		case symbolic.Apply:
			return s.Function(id) == nil || s.Function(id).Domain != ""
		case symbolic.Derivative, symbolic.Index:
			return true
		}
		return false
	})
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

// affords tells whether a condition may be reduced once more, and counts its
// parts: each is compared with others.
func (m *implication) affords(cond symbolic.ID) bool {
	s := m.f.s
	parts := len(s.PostorderWithin([]symbolic.ID{cond}, func(id symbolic.ID) bool { return s.Kind(id) != symbolic.Relation }))
	if parts > mutualParts {
		return false
	}
	m.left -= parts * parts
	return m.left >= 0
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

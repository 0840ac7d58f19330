// Package assume knows facts about the variables of a formula and answers what
// follows from them: Yes, No or Unknown. Its means are ranges: exact rational
// intervals of every part of a formula, from the facts, the function table and
// arithmetic. Unknown is not Yes.
package assume

import (
	"maps"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// An Answer to the question whether a condition holds at every point at which
// the facts hold and its parts have values.
type Answer uint8

// The answers. No means that it fails at every such point.
const (
	Unknown Answer = iota
	Yes
	No
)

// String returns the answer in words.
func (a Answer) String() string { return [...]string{"unknown", "yes", "no"}[a] }

// Facts are what is known about the variables of one store.
type Facts struct {
	s       *symbolic.Store
	lib     *read.Library
	ranges  map[symbolic.ID]set // of symbols and of other terms, from relations
	integer symbolic.Set        // symbols
	memo    map[symbolic.ID]Interval
}

// New returns the facts that a scope declares: the types of its variables, of
// those that a formula of its store has, and the relations assumed. Facts that
// contradict others are left out.
func New(c *read.Scope) *Facts {
	f := &Facts{s: c.Store, lib: c.Library, ranges: map[symbolic.ID]set{}}
	zero := bound{open: true}
	for name, t := range c.Types {
		x, used := c.Store.HasSym(name)
		if !used {
			continue
		}
		switch t {
		case read.Positive:
			f.restrict(x, set{{zero, plusInf}})
		case read.Negative:
			f.restrict(x, set{{minusInf, zero}})
		case read.Nonnegative:
			f.restrict(x, set{{bound{}, plusInf}})
		case read.Nonzero:
			f.restrict(x, set{{minusInf, zero}, {zero, plusInf}})
		case read.Integer:
			f.integer.Add(x)
		}
	}
	for _, r := range c.Relations {
		f.assume(r.Expr.ID())
	}
	return f
}

// assume adds a condition.
func (f *Facts) assume(cond symbolic.ID) {
	parts := []symbolic.ID{cond}
	if f.s.Kind(cond) == symbolic.And {
		parts = f.s.Operands(cond)
	}
	for _, p := range parts {
		if x, ok := f.floored(p); ok && f.s.Rel(p) == symbolic.Equal && f.s.Kind(x) == symbolic.Symbol {
			f.integer.Add(x)
		}
		if a, ok := f.atom(p); ok {
			f.restrict(a.term, a.in)
		}
	}
}

func (f *Facts) restrict(term symbolic.ID, in set) {
	old, ok := f.ranges[term]
	if !ok {
		old = everything
	}
	if z := old.intersect(in); len(z) > 0 && len(z) <= maxPieces {
		f.ranges[term] = z
	}
	f.memo = nil
}

// with returns the facts and those of more atoms.
func (f *Facts) with(more []atom) *Facts {
	g := *f
	g.ranges = maps.Clone(f.ranges)
	for _, a := range more {
		g.restrict(a.term, a.in)
	}
	return &g
}

// isInteger tells whether a node is an integer by its form and the facts.
func (f *Facts) isInteger(id symbolic.ID) bool {
	s := f.s
	leaf := func(id symbolic.ID) bool {
		return f.integer.Has(id) || s.Kind(id) == symbolic.Number && s.Number(id).IsInt()
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for _, o := range ops { // constant, terms and coefficients
			if !leaf(o) && !f.integerProduct(o, leaf) {
				return false
			}
		}
		return true
	case symbolic.Product, symbolic.Power:
		return f.integerProduct(id, leaf)
	}
	return leaf(id)
}

func (f *Facts) integerProduct(id symbolic.ID, leaf func(symbolic.ID) bool) bool {
	s := f.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Power:
		return leaf(ops[0]) && leaf(ops[1]) && s.Kind(ops[1]) == symbolic.Number && s.Number(ops[1]).Sign() >= 0
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if !leaf(ops[i]) || s.Kind(ops[i+1]) != symbolic.Number || !leaf(ops[i+1]) || s.Number(ops[i+1]).Sign() < 0 {
				return false
			}
		}
		return leaf(ops[0])
	}
	return false
}

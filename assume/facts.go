// Package assume knows facts about the variables of a formula and answers what
// follows from them: Yes, No or Unknown. Its means are ranges: exact rational
// intervals of every part of a formula, from the facts, the function table and
// arithmetic. Unknown is not Yes.
package assume

import (
	"maps"
	"slices"

	"github.com/symgrad/symgrad/rational"
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
	given   symbolic.Set        // conditions, as they were given
	clauses []symbolic.ID       // alternatives of which it is not known which one holds
	partial []symbolic.ID       // products among the terms of ranges
	empty   bool                // the facts contradict each other
	memo    map[symbolic.ID]Interval
	answers map[symbolic.ID]Answer
	always  *known
}

// What is known of expressions does not depend on facts. All Facts about a store
// share it.
type known struct {
	products  map[symbolic.ID]factored // differences as products
	solutions map[symbolic.ID]atom     // relations, solved
}

// knownFor is the key of a store for a library.
type knownFor struct{ lib *read.Library }

// New returns the facts that a scope declares: the types of its variables, of
// those that a formula of its store has, and the relations assumed. Facts that
// contradict others are left out.
func New(c *read.Scope) *Facts {
	always := c.Store.Keep(knownFor{c.Library}, func() any {
		return &known{map[symbolic.ID]factored{}, map[symbolic.ID]atom{}}
	})
	f := &Facts{s: c.Store, lib: c.Library, ranges: map[symbolic.ID]set{}, always: always.(*known)}
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
	f.resolve()
	return f
}

// With returns the facts and more conditions. Alternatives are used as far as
// all but one of them are known to fail.
func (f *Facts) With(conds ...symbolic.Expr) *Facts {
	g := f.clone()
	for _, c := range conds {
		g.assume(c.ID())
	}
	g.resolve()
	return g
}

// Contradictory tells whether the facts are known to exclude each other, so
// that there is no point at which they hold.
func (f *Facts) Contradictory() bool { return f.empty }

func (f *Facts) clone() *Facts {
	g := *f
	g.ranges = maps.Clone(f.ranges)
	g.integer = f.integer.Clone()
	g.given = f.given.Clone()
	g.clauses = slices.Clone(f.clauses)
	g.memo, g.answers = nil, nil
	return &g
}

// assume adds a condition.
func (f *Facts) assume(cond symbolic.ID) {
	s := f.s
	for todo := []symbolic.ID{cond}; len(todo) > 0; {
		c := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if s.Kind(c) == symbolic.Boolean {
			f.empty = f.empty || c == symbolic.False
			continue
		}
		if !f.given.Add(c) {
			continue
		}
		switch s.Kind(c) {
		case symbolic.And:
			todo = append(todo, s.Operands(c)...)
		case symbolic.Or:
			f.clauses = append(f.clauses, c)
		case symbolic.Relation:
			f.relate(c)
		}
	}
}

// relate adds a relation, and what follows for the factors of a product that
// is not 0.
func (f *Facts) relate(cond symbolic.ID) {
	s := f.s
	if x, ok := f.floored(cond); ok && s.Rel(cond) == symbolic.Equal && s.Kind(x) == symbolic.Symbol {
		f.integer.Add(x)
	}
	a, ok := f.atom(cond)
	if !ok {
		f.empty = f.empty || s.Relate(s.Rel(cond), s.Sub(s.Operands(cond)[0], s.Operands(cond)[1]), symbolic.Zero) == symbolic.False
		return
	}
	f.empty = f.empty || f.isNeverZero(a)
	f.note(a)
	if b, ok := f.solved(cond); ok {
		f.note(b)
	}
}

// note adds that a term is in a set.
func (f *Facts) note(a atom) {
	s := f.s
	f.restrict(a.term, a.in)
	f.argument(a)
	if len(a.in.intersect(set{point(rational.Rat{})})) > 0 {
		return
	}
	var factors []symbolic.ID
	switch ops := s.Operands(a.term); s.Kind(a.term) {
	case symbolic.Product:
		factors = ops[1:]
	case symbolic.Power:
		factors = ops
	}
	for i := 0; i < len(factors); i += 2 {
		switch {
		case factors[i] == symbolic.Zero: // 0^u is 0 but where u is
			f.assume(s.Relate(symbolic.Equal, factors[i+1], symbolic.Zero))
		case s.Kind(factors[i+1]) == symbolic.Number:
			f.assume(s.Relate(symbolic.NotEqual, factors[i], symbolic.Zero))
		}
	}
}

// argument uses the sign of f(u), and that f(u) is not f(c): then u is not c.
// log(u) > 2 makes u > 1, and cos(u) != 1 makes u != 0.
func (f *Facts) argument(a atom) {
	s := f.s
	if s.Kind(a.term) != symbolic.Apply || s.Function(a.term) == nil {
		return
	}
	if t := f.lib.Forms(s.Function(a.term)).Sign; t != nil {
		for _, want := range []signs{greater, less, nonzero} {
			if len(a.in.intersect(signSets[want].complement())) == 0 {
				f.assume(want.of(s, t.Build(s, s.Operands(a.term)...)))
				break
			}
		}
	}
	if len(s.Operands(a.term)) != 1 {
		return
	}
	for _, v := range s.SpecialValues(a.term) {
		if s.Kind(v.Result) == symbolic.Number && len(a.in.intersect(set{point(s.Number(v.Result))})) == 0 {
			f.assume(s.Relate(symbolic.NotEqual, s.Operands(a.term)[0], v.Args[0]))
		}
	}
}

// maxPartial bounds the products that are looked for in others.
const maxPartial = 16

// maxClauses bounds the alternatives that are looked at again and again.
const maxClauses = 64

// resolve uses alternatives of which all but one fail, and sees that a function in
// pieces cannot have the values that it is said to have.
func (f *Facts) resolve() {
	f.alternatives()
	for term, in := range f.ranges {
		if f.s.Kind(term) == symbolic.Apply && f.s.Function(term).IsPiecewise() && len(set{f.Range(term)}.intersect(in)) == 0 {
			f.empty = true
		}
	}
}

func (f *Facts) alternatives() {
	if len(f.clauses) > maxClauses {
		return
	}
	for changed := true; changed; {
		changed = false
		clauses := f.clauses
		f.clauses = nil
		for _, c := range clauses {
			switch z := f.simplified(c); {
			case z == symbolic.True:
			case z == symbolic.False:
				f.empty = true
			case f.s.Kind(z) == symbolic.Or:
				f.clauses = append(f.clauses, z)
				f.given.Add(z)
			default:
				f.assume(z)
				changed = true
			}
		}
	}
}

func (f *Facts) restrict(term symbolic.ID, in set) {
	old, ok := f.ranges[term]
	if !ok {
		old = everything
	}
	z := old.intersect(in)
	if len(z) > 0 && len(z) <= maxPieces {
		if !ok && f.s.Kind(term) == symbolic.Product && len(f.partial) < maxPartial {
			f.partial = append(f.partial[:len(f.partial):len(f.partial)], term)
		}
		f.ranges[term] = z
	}
	f.empty = f.empty || len(z) == 0
	f.memo, f.answers = nil, nil
}

// with returns the facts and those of more atoms.
func (f *Facts) with(more []atom) *Facts {
	g := *f
	g.answers = nil
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

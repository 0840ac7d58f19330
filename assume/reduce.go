package assume

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// An atom is a relation in the form "term is in a set of numbers". The term
// has no constant and a first coefficient of 1.
type atom struct {
	term symbolic.ID
	in   set
}

// atom brings a relation into that form.
func (f *Facts) atom(cond symbolic.ID) (atom, bool) {
	s := f.s
	if s.Kind(cond) != symbolic.Relation {
		return atom{}, false
	}
	ops := s.Operands(cond)
	d := s.Sub(ops[0], ops[1])
	c, k := rational.Rat{}, rational.One
	switch s.Kind(d) {
	case symbolic.Number:
		return atom{}, false
	case symbolic.Sum:
		parts := s.Operands(d)
		c = s.Number(parts[0])
		k = s.Number(parts[2])
		b := s.NewSum()
		b.AddScaled(d, k.Inv())
		b.AddNumber(c.Div(k).Neg())
		d = b.Sum()
	case symbolic.Product:
		k = s.Number(s.Operands(d)[0])
		d = s.Scale(d, k.Inv())
	}
	// k·term + c  rel  0
	at := bound{value: c.Neg().Div(k)}
	open := at
	open.open = true
	var in set
	switch rel := s.Rel(cond); {
	case rel == symbolic.Equal:
		in = set{{at, at}}
	case rel == symbolic.NotEqual:
		in = set{{minusInf, open}, {open, plusInf}}
	case rel == symbolic.Less && k.Sign() > 0:
		in = set{{minusInf, open}}
	case rel == symbolic.Less:
		in = set{{open, plusInf}}
	case k.Sign() > 0:
		in = set{{minusInf, at}}
	default:
		in = set{{at, plusInf}}
	}
	return atom{d, in}, true
}

// Holds answers whether a condition holds.
func (f *Facts) Holds(cond symbolic.Expr) Answer {
	if f.given.Has(cond.ID()) {
		return Yes
	}
	z, ok := f.answers[cond.ID()]
	if !ok {
		z = f.byAlternatives(cond.ID(), maxSplits)
		if f.answers == nil {
			f.answers = map[symbolic.ID]Answer{}
		}
		f.answers[cond.ID()] = z
	}
	return z
}

// maxSplits bounds the alternatives that are tried within each other.
const maxSplits = 2

// byAlternatives decides a condition, where it helps in each alternative of
// what is known.
func (f *Facts) byAlternatives(cond symbolic.ID, splits int) Answer {
	switch z := f.reduce(cond); {
	case z == symbolic.True || f.given.Has(z):
		return Yes
	case z == symbolic.False:
		return No
	}
	if splits == 0 || len(f.clauses) > maxClauses/8 {
		return Unknown
	}
	for i, c := range f.clauses {
		if !f.shareSymbols(c, cond) {
			continue
		}
		answer, all := Unknown, true
		for _, alternative := range f.s.Operands(c) {
			g := f.clone()
			g.clauses = slices.Delete(g.clauses, i, i+1)
			g.assume(alternative)
			g.resolve()
			if g.empty {
				continue
			}
			a := g.byAlternatives(cond, splits-1)
			if a == Unknown || answer != Unknown && a != answer {
				all = false
				break
			}
			answer = a
		}
		if all && answer != Unknown {
			return answer
		}
	}
	return Unknown
}

// shareSymbols tells whether two conditions are about a common symbol.
func (f *Facts) shareSymbols(x, y symbolic.ID) bool {
	free := f.s.FreeSymbols(x)
	return slices.ContainsFunc(f.s.FreeSymbols(y), func(id symbolic.ID) bool { return slices.Contains(free, id) })
}

// Reduce returns a condition that is equivalent to cond wherever the facts
// hold and its parts have values: without what follows from the facts and from
// ranges, such as 1+exp(-v) != 0, and with relations about one term merged.
func (f *Facts) Reduce(cond symbolic.Expr) symbolic.Expr {
	return f.s.Expr(f.reduce(cond.ID()))
}

func (f *Facts) reduce(cond symbolic.ID) symbolic.ID { return f.reduceBut(cond, false) }

// simplified is reduce for an alternative that is itself among the facts.
func (f *Facts) simplified(cond symbolic.ID) symbolic.ID { return f.reduceBut(cond, true) }

func (f *Facts) reduceBut(cond symbolic.ID, itself bool) symbolic.ID {
	z := f.connected(cond, itself)
	if f.s.Kind(z) == symbolic.And {
		z = f.mutual(f.s.Operands(z))
	}
	return z
}

// connected reduces the relations of a condition, and what they are connected
// to.
func (f *Facts) connected(cond symbolic.ID, itself bool) symbolic.ID {
	s := f.s
	memo := map[symbolic.ID]symbolic.ID{}
	isConnective := func(id symbolic.ID) bool { k := s.Kind(id); return k == symbolic.And || k == symbolic.Or }
	for _, id := range s.PostorderWithin([]symbolic.ID{cond}, isConnective) {
		switch s.Kind(id) {
		case symbolic.Relation:
			memo[id] = f.relation(id)
		case symbolic.And, symbolic.Or:
			parts := make([]symbolic.ID, len(s.Operands(id)))
			for i, o := range s.Operands(id) {
				parts[i] = memo[o]
			}
			memo[id] = f.connect(s.Kind(id), parts)
			if a, ok := f.setOf(id); ok && s.Kind(memo[id]) != symbolic.Boolean {
				if z, decided := f.decide(a); decided { // x^2 > 0 or x^2 == 0
					memo[id] = z
				}
			}
		default:
			memo[id] = id
		}
		if f.given.Has(id) && !(itself && id == cond) {
			memo[id] = symbolic.True
		}
	}
	return memo[cond]
}

// connect merges the relations about each term: x > 0 and x != 0 is x > 0.
func (f *Facts) connect(k symbolic.Kind, parts []symbolic.ID) symbolic.ID {
	s := f.s
	join := s.And
	if k == symbolic.Or {
		join = s.Or
	}
	merged := join(parts...)
	if s.Kind(merged) != k {
		return merged
	}
	parts = s.Operands(merged)
	if k == symbolic.Or && len(parts) <= mutualParts {
		parts = f.trimmed(parts)
	}
	type group struct {
		a    atom
		from []symbolic.ID
	}
	var order []symbolic.ID
	groups := map[symbolic.ID]*group{}
	var out []symbolic.ID
	slot := map[symbolic.ID]int{} // term -> place in out
	for _, p := range parts {
		a, ok := f.setOf(p)
		if !ok {
			out = append(out, p)
			continue
		}
		g := groups[a.term]
		if g == nil {
			groups[a.term] = &group{a: a, from: []symbolic.ID{p}}
			order = append(order, a.term)
			slot[a.term] = len(out)
			out = append(out, p)
			continue
		}
		in := g.a.in.intersect(a.in)
		if k == symbolic.Or {
			in = g.a.in.union(a.in)
		}
		if len(in) > maxPieces { // this one stays by itself
			out = append(out, p)
			continue
		}
		g.a.in, g.from = in, append(g.from, p)
	}
	for _, t := range order {
		g := groups[t]
		if len(g.from) == 1 {
			continue
		}
		if z, decided := f.decide(g.a); decided {
			out[slot[t]] = z
			continue
		}
		out[slot[t]] = f.write(g.a)
		for _, p := range g.from { // keep the words in which it was said
			if a, _ := f.setOf(p); a.in.equal(g.a.in) {
				out[slot[t]] = p
			}
		}
	}
	return join(out...)
}

// trimmed returns alternatives, where one that says of a term what another
// says as well is cut down to the one value that is left: with x > 0 beside it,
// floor(x) == x and x >= 0 is x == 0. Each is compared with the others as they are by
// then: two must not be cut down because of each other.
func (f *Facts) trimmed(parts []symbolic.ID) []symbolic.ID {
	s := f.s
	out := slices.Clone(parts)
	for i, p := range out {
		if s.Kind(p) != symbolic.And {
			continue
		}
		for j, q := range out {
			if j == i {
				continue
			}
			b, ok := f.setOf(q)
			if !ok || s.Kind(b.term) != symbolic.Symbol {
				continue
			}
			for _, c := range s.Operands(p) {
				a, ok := f.setOf(c)
				if !ok || a.term != b.term {
					continue
				}
				left := a.in.intersect(b.in.complement())
				if len(left) != 1 || compare(left[0].lo, left[0].hi) != 0 {
					continue
				}
				value := s.Num(left[0].lo.value)
				if s.Substitute(p, map[symbolic.ID]symbolic.ID{a.term: value}) == symbolic.True {
					out[i] = s.Relate(symbolic.Equal, a.term, value)
				}
			}
		}
	}
	return out
}

// setOf reads a condition about one term: a relation, or and/or of such.
func (f *Facts) setOf(cond symbolic.ID) (atom, bool) {
	s := f.s
	if s.Kind(cond) == symbolic.Relation {
		return f.atom(cond)
	}
	if k := s.Kind(cond); k != symbolic.And && k != symbolic.Or || len(s.Operands(cond)) > maxPieces {
		return atom{}, false
	}
	var z atom
	for i, o := range s.Operands(cond) {
		if s.Kind(o) != symbolic.Relation {
			return atom{}, false
		}
		a, ok := f.atom(o)
		switch {
		case !ok || i > 0 && a.term != z.term:
			return atom{}, false
		case i == 0:
			z = a
		case s.Kind(cond) == symbolic.And:
			z.in = z.in.intersect(a.in)
		default:
			z.in = z.in.union(a.in)
		}
	}
	return z, true
}

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
	switch f.reduce(cond.ID()) {
	case symbolic.True:
		return Yes
	case symbolic.False:
		return No
	}
	return Unknown
}

// Reduce returns a condition that is equivalent to cond wherever the facts
// hold and its parts have values: without what follows from the facts and from
// ranges, such as 1+exp(-v) != 0, and with relations about one term merged.
func (f *Facts) Reduce(cond symbolic.Expr) symbolic.Expr {
	return f.s.Expr(f.reduce(cond.ID()))
}

func (f *Facts) reduce(cond symbolic.ID) symbolic.ID {
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
		default:
			memo[id] = id
		}
	}
	z := memo[cond]
	if s.Kind(z) == symbolic.And {
		z = f.mutual(s.Operands(z))
	}
	return z
}

// relation reduces one relation.
func (f *Facts) relation(id symbolic.ID) symbolic.ID {
	s := f.s
	if x, ok := f.floored(id); ok { // x == floor(x): is x an integer?
		if f.isInteger(x) {
			return s.Bool(s.Rel(id) == symbolic.Equal)
		}
		integer := f.lib.IsInteger(s, x)
		if s.Rel(id) == symbolic.NotEqual {
			integer = s.Not(integer)
		}
		return integer
	}
	a, ok := f.atom(id)
	if !ok {
		return id
	}
	if z, decided := f.decide(a); decided {
		return z
	}
	if z, ok := f.factors(a); ok {
		return z
	}
	if s.Kind(a.term) == symbolic.Symbol {
		return f.write(a)
	}
	return id
}

// floored returns x where a relation is x == floor(x) or x != floor(x).
func (f *Facts) floored(id symbolic.ID) (symbolic.ID, bool) {
	s := f.s
	ops := s.Operands(id)
	if s.Rel(id) != symbolic.Equal && s.Rel(id) != symbolic.NotEqual {
		return 0, false
	}
	for i, y := range ops {
		if s.Kind(y) == symbolic.Apply && s.Function(y) == f.lib.Floor() && s.Operands(y)[0] == ops[1-i] {
			return ops[1-i], true
		}
	}
	return 0, false
}

// decide answers by the range of the term.
func (f *Facts) decide(a atom) (symbolic.ID, bool) {
	known := set{f.Range(a.term)}
	if facts, ok := f.ranges[a.term]; ok {
		known = known.intersect(facts)
	}
	if len(known) == 0 {
		return 0, false
	}
	both := known.intersect(a.in)
	switch {
	case len(both) == 0:
		return symbolic.False, true
	case both.equal(known):
		return symbolic.True, true
	}
	return 0, false
}

// factors reduces relations of a product or power with 0 to its factors:
// x·y != 0 is x != 0 and y != 0, factors of known sign are dropped, x^2 > 0 is
// x != 0.
func (f *Facts) factors(a atom) (symbolic.ID, bool) {
	s := f.s
	zero := bound{}
	open := bound{open: true}
	nonzero := set{{minusInf, open}, {open, plusInf}}
	type factor struct{ base, exponent symbolic.ID }
	var list []factor
	ops := s.Operands(a.term)
	switch s.Kind(a.term) {
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			list = append(list, factor{ops[i], ops[i+1]})
		}
	case symbolic.Power:
		list = append(list, factor{ops[0], ops[1]})
	default:
		return 0, false
	}
	isNonzero := a.in.equal(nonzero)
	if !isNonzero && !a.in.equal(set{{open, plusInf}}) && !a.in.equal(set{{minusInf, open}}) &&
		!a.in.equal(set{{zero, plusInf}}) && !a.in.equal(set{{minusInf, zero}}) {
		return 0, false
	}
	var signed []symbolic.ID // factors whose sign matters
	var conds []symbolic.ID
	sign := rational.One
	strict := a.in[0].lo.open && a.in[0].hi.open
	for _, x := range list {
		r := f.power(x.base, x.exponent)
		if r.lo.inf == 0 && (r.lo.sign() > 0 || r.lo.sign() == 0 && r.lo.open) { // positive, such as sqrt(2)
			continue
		}
		if s.Kind(x.exponent) != symbolic.Number || s.Number(x.exponent).Sign() < 0 {
			return 0, false
		}
		odd := s.Number(x.exponent).IsInt() && !s.Number(x.exponent).IsEven()
		switch {
		case odd && r.hi.inf == 0 && (r.hi.sign() < 0 || r.hi.sign() == 0 && r.hi.open): // negative
			sign = sign.Neg()
		case isNonzero, !odd && strict && a.in[0].lo.inf == 0: // x^2 > 0, sqrt(x) != 0
			conds = append(conds, f.relation(s.Relate(symbolic.NotEqual, x.base, symbolic.Zero)))
		case !odd:
			return 0, false
		default:
			signed = append(signed, x.base)
		}
	}
	if !isNonzero && len(signed) > 0 {
		t := a.term
		rest := s.Scale(s.Mul(signed...), sign)
		if rest == t {
			return 0, false
		}
		in := atom{rest, a.in}
		if k := s.Kind(rest); k == symbolic.Sum || k == symbolic.Product {
			conds = append(conds, f.relation(f.write(in)))
		} else {
			conds = append(conds, f.write(in))
		}
	} else if !isNonzero && sign.Sign() < 0 {
		return 0, false
	}
	return s.And(conds...), true
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
		g.from = append(g.from, p)
		if k == symbolic.And {
			g.a.in = g.a.in.intersect(a.in)
		} else {
			g.a.in = g.a.in.union(a.in)
		}
	}
	for _, t := range order {
		g := groups[t]
		if len(g.from) == 1 {
			continue
		}
		if len(g.a.in) > maxPieces {
			return merged
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

// write is the simplest condition that says that the term is in the set:
// intervals, and points that are left out of them.
func (f *Facts) write(a atom) symbolic.ID {
	s := f.s
	var any []symbolic.ID
	for i := 0; i < len(a.in); {
		whole := a.in[i]
		var holes []symbolic.ID
		for i++; i < len(a.in) && compare(whole.hi, a.in[i].lo) == 0; i++ {
			holes = append(holes, s.Relate(symbolic.NotEqual, a.term, s.Num(whole.hi.value)))
			whole.hi = a.in[i].hi
		}
		any = append(any, s.And(f.writeInterval(a.term, whole), s.And(holes...)))
	}
	return s.Or(any...)
}

func (f *Facts) writeInterval(term symbolic.ID, i Interval) symbolic.ID {
	s := f.s
	if i.lo.inf == 0 && compare(i.lo, i.hi) == 0 {
		return s.Relate(symbolic.Equal, term, s.Num(i.lo.value))
	}
	relation := func(b bound) symbolic.Rel {
		if b.open {
			return symbolic.Less
		}
		return symbolic.LessEqual
	}
	var both []symbolic.ID
	if i.lo.inf == 0 {
		both = append(both, s.Relate(relation(i.lo), s.Num(i.lo.value), term))
	}
	if i.hi.inf == 0 {
		both = append(both, s.Relate(relation(i.hi), term, s.Num(i.hi.value)))
	}
	return s.And(both...)
}

// mutualParts is the largest number of conditions among which each is compared
// with all the others.
const mutualParts = 40

// mutual drops conditions of a conjunction that follow from the others.
func (f *Facts) mutual(parts []symbolic.ID) symbolic.ID {
	s := f.s
	if len(parts) > mutualParts {
		return s.And(parts...)
	}
	kept := append([]symbolic.ID{}, parts...)
	for i := len(kept) - 1; i >= 0; i-- {
		if slices.ContainsFunc(kept, func(p symbolic.ID) bool { return p != kept[i] && p != symbolic.True && f.implies(p, kept[i], 4) }) {
			kept[i] = symbolic.True
			continue
		}
		g := f
		for j, p := range kept {
			if j != i && p != symbolic.True {
				if a, ok := f.setOf(p); ok && len(a.in) > 0 {
					g = g.with(a.term, a.in)
				}
			}
		}
		if g == f {
			continue
		}
		g.memo = nil
		switch z := g.again(kept[i]); z {
		case symbolic.True:
			kept[i] = z
		case symbolic.False:
			return z
		}
	}
	return s.And(kept...)
}

// implies tells whether q follows from p by their form: alternatives one by
// one, and relations about one term. depth bounds the nesting that is looked
// into.
func (f *Facts) implies(p, q symbolic.ID, depth int) bool {
	s := f.s
	if p == q {
		return true
	}
	a, ok1 := f.setOf(p)
	b, ok2 := f.setOf(q)
	if ok1 && ok2 && a.term == b.term {
		return a.in.intersect(b.in).equal(a.in)
	}
	if depth == 0 {
		return false
	}
	each := func(id symbolic.ID, all bool, follows func(symbolic.ID) bool) bool {
		for _, o := range s.Operands(id) {
			if follows(o) != all {
				return !all
			}
		}
		return all
	}
	fromP := func(o symbolic.ID) bool { return f.implies(o, q, depth-1) }
	toQ := func(o symbolic.ID) bool { return f.implies(p, o, depth-1) }
	switch {
	case s.Kind(p) == symbolic.Or:
		return each(p, true, fromP)
	case s.Kind(q) == symbolic.And:
		return each(q, true, toQ)
	case s.Kind(p) == symbolic.And && each(p, false, fromP):
		return true
	case s.Kind(q) == symbolic.Or:
		return each(q, false, toQ)
	}
	return false
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

package assume

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxParts bounds the relations that one is split into.
const maxParts = 1 << 16

// relation reduces one relation, or what a constructor made of it. Factors
// may have factors of their own, and roots be nested deep: the relations that
// one is split into are kept in a list, each of them once.
func (f *Facts) relation(id symbolic.ID) symbolic.ID {
	var done []symbolic.ID
	var seen symbolic.Set
	n := 0
	for todo := []symbolic.ID{id}; len(todo) > 0; {
		x := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen.Add(x) {
			continue
		}
		if n++; n > maxParts {
			return id
		}
		z, parts := f.split(x)
		if parts == nil {
			done = append(done, z)
		}
		slices.Reverse(parts)
		todo = append(todo, parts...)
	}
	return f.s.And(done...)
}

// split reduces a relation to another condition, or else to relations that
// have to be reduced in their turn.
func (f *Facts) split(id symbolic.ID) (symbolic.ID, []symbolic.ID) {
	s := f.s
	if s.Kind(id) != symbolic.Relation {
		return id, nil
	}
	if x, ok := f.floored(id); ok { // x == floor(x): is x an integer?
		if f.isInteger(x) {
			return s.Bool(s.Rel(id) == symbolic.Equal), nil
		}
		integer := f.lib.IsInteger(s, x)
		if s.Rel(id) == symbolic.NotEqual {
			integer = s.Not(integer)
		}
		return integer, nil
	}
	a, ok := f.atom(id)
	if !ok { // the sides differ by a number
		return s.Relate(s.Rel(id), s.Sub(s.Operands(id)[0], s.Operands(id)[1]), symbolic.Zero), nil
	}
	if z, decided := f.decide(a); decided {
		return z, nil
	}
	if parts := f.factors(a); parts != nil {
		return 0, parts
	}
	if f.isNeverZero(a) {
		return symbolic.False, nil
	}
	if z, ok := f.sameSign(a); ok {
		return 0, []symbolic.ID{z}
	}
	if z, decided := f.byFactors(id); decided {
		return z, nil
	}
	if b, ok := f.solved(id); ok {
		if z, decided := f.decide(b); decided {
			return z, nil
		}
	}
	_, sign := signsOf(a.in)
	if k := s.Kind(a.term); k == symbolic.Symbol || k == symbolic.Product && sign { // -2*x*y > 0 is x*y < 0
		return f.write(a), nil
	}
	return id, nil
}

// sameSign brings a relation of a function with 0 into one of a simpler
// expression: log(x) > 0 is x > 1.
func (f *Facts) sameSign(a atom) (symbolic.ID, bool) {
	s := f.s
	want, ok := signsOf(a.in)
	if !ok || s.Kind(a.term) != symbolic.Apply || s.Function(a.term) == nil {
		return 0, false
	}
	t := f.lib.Forms(s.Function(a.term)).Sign
	if t == nil {
		return 0, false
	}
	return want.of(s, t.Build(s, s.Operands(a.term)...)), true
}

// floored returns x where a relation is x == floor(x) or x != floor(x).
func (f *Facts) floored(id symbolic.ID) (symbolic.ID, bool) {
	s := f.s
	ops := s.Operands(id)
	if s.Kind(id) != symbolic.Relation || s.Rel(id) != symbolic.Equal && s.Rel(id) != symbolic.NotEqual {
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

// isNeverZero tells whether a relation is u = 0 and fails since none of the factors of u can
// be 0: 3/n is not.
func (f *Facts) isNeverZero(a atom) bool {
	if !a.in.equal(set{point(rational.Rat{})}) {
		return false
	}
	parts := f.factors(atom{a.term, signSets[nonzero]})
	return len(parts) == 1 && parts[0] == symbolic.True
}

// isNonZero tells whether the range of an expression says that it is not 0.
func (f *Facts) isNonZero(id symbolic.ID) bool {
	a, ok := f.atom(nonzero.of(f.s, id))
	if !ok {
		return false
	}
	z, decided := f.decide(a)
	return decided && z == symbolic.True
}

// factors splits relations of a product or power with 0 into conditions on its
// factors: x·y != 0 is x != 0 and y != 0, factors of known sign are dropped,
// x^2 > 0 is x != 0. It returns nil where there is nothing to split.
func (f *Facts) factors(a atom) []symbolic.ID {
	s := f.s
	want, ok := signsOf(a.in)
	if !ok {
		return nil
	}
	var list []symbolic.ID // base and exponent, ...
	switch ops := s.Operands(a.term); s.Kind(a.term) {
	case symbolic.Product:
		list = ops[1:]
	case symbolic.Power:
		list = ops
	default:
		return nil
	}
	var signed []symbolic.ID // the factors whose sign matters
	conds := []symbolic.ID{} // what is asked of the others
	for i := 0; i < len(list); i += 2 {
		base, exponent := list[i], list[i+1]
		r := f.power(base, exponent)
		if positive(r) || want == nonzero && positive(r.neg()) { // such as sqrt(2)
			continue
		}
		if s.Kind(exponent) != symbolic.Number {
			if want == nonzero && f.isNonZero(base) { // a power of it is not 0 where it has a value
				continue
			}
			return nil
		}
		e := s.Number(exponent)
		switch odd := e.IsInt() && !e.IsEven(); {
		case e.Sign() < 0 && want == nonzero: // 1/x is never 0, and has the sign of x
		case odd && positive(r.neg()):
			want = want.flip()
		case !e.IsInt() && want.strict(): // sqrt(x) != 0
			conds = append(conds, greater.of(s, base))
		case want == nonzero, !odd && want.strict(): // x^2 > 0
			conds = append(conds, nonzero.of(s, base))
		case !odd:
			return nil
		default:
			signed = append(signed, s.Pow(base, s.Int(int64(e.Sign()))))
		}
	}
	if want != nonzero {
		rest := s.Mul(signed...) // 1 where no sign is open
		if ops := s.Operands(rest); s.Kind(rest) == symbolic.Power && ops[1] == symbolic.NegOne {
			rest = ops[0]
		}
		if rest == a.term {
			return nil
		}
		conds = append(conds, want.of(s, rest))
	}
	if len(conds) == 0 {
		conds = append(conds, symbolic.True)
	}
	return conds
}

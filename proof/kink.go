package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// A kink is a point p at which a condition u != 0 of the rules fails, u changes
// its sign there, and the derivatives on both sides have different limits. By
// the mean value theorem the difference quotients from both sides then have
// these limits, so that the body has no derivative at p: such points are not
// in the region.
//
// kinks returns the conditions that are left of the exceptions, and notes
// symbols that may be 0 where there is no kink.
func (v *variation) kinks(derivative symbolic.ID, except []symbolic.ID) []symbolic.ID {
	r, s, x := v.r, v.r.s, v.x
	d, err := derive(r.lib, s, derivative)
	if err != nil {
		return except
	}
	return slices.DeleteFunc(slices.Clone(except), func(cond symbolic.ID) bool {
		u, ok := r.kinkOf(cond)
		if !ok {
			return false
		}
		at := r.within(s.Relate(symbolic.Equal, u, symbolic.Zero))
		for _, other := range except {
			if v, ok := r.kinkOf(other); other != cond && !(ok && v == u) && !at.holds(other) {
				return false
			}
		}
		slope := newDeriver(r.lib, s, x, u)
		w := &variation{r: at, x: x}
		if conds, err := slope.area(u); err != nil || !at.holds(s.And(conds...)) || !w.someNonZero([]symbolic.ID{slope.of(u)}) {
			return false
		}
		right, ok1 := r.within(s.Relate(symbolic.Less, symbolic.Zero, u)).resolve(d.value)
		left, ok2 := r.within(s.Relate(symbolic.Less, u, symbolic.Zero)).resolve(d.value)
		if !ok1 || !ok2 {
			return false
		}
		for _, side := range []symbolic.ID{left, right} {
			active := newDeriver(r.lib, s, x, side).active
			if !at.isDefined(side) || !continuous(r.lib, s, side, active.Has, at.holds) {
				return false
			}
		}
		if !w.someNonZero([]symbolic.ID{s.Sub(right, left)}) {
			return false
		}
		for _, set := range w.zeros {
			v.note(set)
		}
		return true
	})
}

// kinkOf returns u of a condition u != 0, or u < 0 or u > 0.
func (r *region) kinkOf(cond symbolic.ID) (symbolic.ID, bool) {
	s := r.s
	if s.Kind(cond) == symbolic.Or {
		cond = r.facts.Reduce(s.Expr(cond)).ID()
	}
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.NotEqual {
		return 0, false
	}
	ops := s.Operands(cond)
	if ops[1] == symbolic.Zero {
		return ops[0], true
	}
	return s.Sub(ops[0], ops[1]), true
}

// resolve takes the pieces of functions and the branches that are taken on all
// of the region, and fails where a condition is not decided.
func (r *region) resolve(root symbolic.ID) (symbolic.ID, bool) {
	s := r.s
	memo := map[symbolic.ID]symbolic.ID{}
	enter := func(id symbolic.ID) bool { return !s.Kind(id).Binds() && s.Kind(id) != symbolic.Index }
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, enter) {
		ops := slices.Clone(s.Operands(id))
		if !enter(id) {
			memo[id] = id
			continue
		}
		for i, o := range ops {
			ops[i] = memo[o]
		}
		z := id
		if len(ops) > 0 {
			z = s.Rebuild(id, ops)
		}
		if s.Kind(z) == symbolic.Apply {
			if row := s.Function(z); row != nil && (row.Smooth != "" || row.Continuous != "") && row.Definition != "" && len(ops) == len(row.Params) {
				z = r.lib.Forms(row).Definition.Build(s, append(s.Operands(z)[:len(ops):len(ops)], z)...)
			}
		}
		for s.Kind(z) == symbolic.If {
			c := s.Operands(z)
			switch {
			case r.holds(c[0]):
				z = c[1]
			case r.holds(s.Not(c[0])):
				z = c[2]
			default:
				return 0, false
			}
		}
		memo[id] = z
	}
	return memo[root], true
}

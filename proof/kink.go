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
// Around p it is only known what near says: the sides of p may be outside of the
// region.
//
// kinks returns the conditions that are left of the exceptions, and notes
// symbols that may be 0 where there is no kink.
func (v *variation) kinks(near *region, derivative symbolic.ID, except []symbolic.ID) []symbolic.ID {
	r, s, x := v.r, v.r.s, v.x
	d, err := derive(r.lib, s, derivative)
	if err != nil {
		return except
	}
	return slices.DeleteFunc(slices.Clone(except), func(cond symbolic.ID) bool {
		u, ok := r.kinkOf(cond)
		if !ok || !near.isDefined(cond) {
			return false
		}
		at := r.within(s.Relate(symbolic.Equal, u, symbolic.Zero))
		for _, other := range except {
			if v, ok := r.kinkOf(other); other != cond && !(ok && v == u) && !at.holds(other) {
				return false
			}
		}
		slope := newDeriver(r.lib, s, x, u)
		w := &variation{r: at, x: x, near: near}
		if conds, err := slope.area(u); err != nil || !at.surely(s.And(conds...)) || !w.someNonZero([]symbolic.ID{slope.of(u)}) {
			return false
		}
		rules := slices.DeleteFunc(conjuncts(s, d.conds), func(c symbolic.ID) bool {
			w, ok := r.kinkOf(c)
			return ok && w == u
		})
		right, ok1 := v.beside(at, near.within(s.Relate(symbolic.Less, symbolic.Zero, u)), d.value, rules)
		left, ok2 := v.beside(at, near.within(s.Relate(symbolic.Less, u, symbolic.Zero)), d.value, rules)
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

// beside is an expression near a kink on one side of it: the pieces of functions
// and the branches that are taken there. It fails where a condition is not decided:
// by the side, or since it holds at the kink and so around it; and where one of the
// rules may not apply there.
func (v *variation) beside(at, side *region, root symbolic.ID, rules []symbolic.ID) (symbolic.ID, bool) {
	s := v.r.s
	if side.empty() {
		return 0, false
	}
	isConnective := func(id symbolic.ID) bool { k := s.Kind(id); return k == symbolic.And || k == symbolic.Or }
	decide := func(cond symbolic.ID) symbolic.ID {
		memo := map[symbolic.ID]symbolic.ID{}
		for _, id := range s.PostorderWithin([]symbolic.ID{cond}, isConnective) {
			if isConnective(id) {
				parts := make([]symbolic.ID, len(s.Operands(id)))
				for i, o := range s.Operands(id) {
					parts[i] = memo[o]
				}
				memo[id] = s.Rebuild(id, parts)
				continue
			}
			memo[id] = id
			no, beside := s.Not(id), side.isDefined(id)
			around := func(c symbolic.ID) bool {
				return at.isDefined(c) && continuous(v.r.lib, s, c, v.depends, at.holds) && at.holds(interior(s, c, v.depends, v.x))
			}
			switch {
			case beside && side.holds(id) || around(id):
				memo[id] = symbolic.True
			case beside && side.holds(no) || around(no):
				memo[id] = symbolic.False
			}
		}
		return memo[cond]
	}
	if slices.ContainsFunc(rules, func(c symbolic.ID) bool { return decide(c) != symbolic.True }) {
		return 0, false
	}
	return v.r.resolve(root, decide)
}

// resolve takes the pieces of functions and the branches whose conditions are
// decided.
func (r *region) resolve(root symbolic.ID, decide func(cond symbolic.ID) symbolic.ID) (symbolic.ID, bool) {
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
			args := s.Operands(z)
			if row := s.Function(z); row != nil && (row.Smooth != "" || row.Continuous != "") && row.Definition != "" && len(args) == len(row.Params) {
				z = r.lib.Forms(row).Definition.Build(s, append(slices.Clone(args), z)...)
			}
		}
		for s.Kind(z) == symbolic.If {
			c := s.Operands(z)
			switch decide(c[0]) {
			case symbolic.True:
				z = c[1]
			case symbolic.False:
				z = c[2]
			default:
				return 0, false
			}
		}
		memo[id] = z
	}
	return memo[root], true
}

package proof

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// The rules of differentiation say nothing at some points p: of sqrt(u) where
// u is 0, of abs(u) at its kink. Let F' = R be proved where they apply, and F be
// differentiable at p in the direction of x. By the mean value theorem, the
// difference quotients at p are values F'(q) = R(q) with q between p and p+h,
// so that F'(p) = R(p) if, on one side of p,
//
//  1. the rules apply at all points near p but p itself,
//  2. these points are in the region of the claim, and
//  3. R is continuous at p.
//
// exceptions checks this for conditions u != 0 and u > 0 in which the zeros of u
// are isolated. It returns the sets of symbols for which nothing is said where
// all of one set are 0, and the reason why the exceptions cannot be made.
func (c Claim) exceptions(except []symbolic.ID) (zeros [][]symbolic.ID, reason string) {
	s := c.Scope.Store
	left, right := c.sides()
	if s.Kind(left) != symbolic.Derivative {
		left, right = right, left
	}
	switch {
	case c.Rel != symbolic.Equal:
		return nil, "exceptions are for equations"
	case s.Kind(left) != symbolic.Derivative || s.Operands(left)[2] != symbolic.One || hasEvaluable(s, right) || hasEvaluable(s, s.Operands(left)[0]):
		return nil, "exceptions are for one derivative of order 1"
	}
	x := s.Operands(left)[1]
	r := c.region(nil)
	if _, typed := r.scope.Types[s.Name(x)]; typed {
		return nil, "the variable is an integer"
	}
	v := &variation{r: r, x: x}
	if except = v.kinks(left, conjuncts(s, except)); len(except) == 0 {
		return v.zeros, ""
	}
	for _, cond := range except {
		if !r.atIsolatedPoints(cond, v) {
			return nil, "the rules may fail at neighbouring points"
		}
	}
	depends := func(id symbolic.ID) bool { return s.Depends(id, x) }
	if !r.reachable(c, except, depends) {
		return nil, "points near an exception may be outside of the region"
	}
	if !v.continuousOnASide(r.inPieces(right)) {
		return nil, "the other side may jump at an exception"
	}
	return v.zeros, ""
}

// atIsolatedPoints tells whether a condition fails at isolated points of the
// region only, where everything but x is fixed.
func (r *region) atIsolatedPoints(cond symbolic.ID, v *variation) bool {
	s := r.s
	for _, c := range conjuncts(s, []symbolic.ID{cond}) {
		if s.Kind(c) == symbolic.Or { // u < 0 or u > 0
			c = r.facts.Reduce(s.Expr(c)).ID()
		}
		if s.Kind(c) == symbolic.Or { // it fails where all parts fail
			if !slices.ContainsFunc(s.Operands(c), func(part symbolic.ID) bool { return r.atIsolatedPoints(part, v) }) {
				return false
			}
			continue
		}
		if s.Kind(c) != symbolic.Relation {
			return false
		}
		ops := s.Operands(c)
		switch s.Rel(c) {
		case symbolic.NotEqual:
		case symbolic.Less:
			if !r.holds(s.Relate(symbolic.LessEqual, ops[0], ops[1])) {
				return false
			}
		default:
			return false
		}
		if !v.isolated(s.Sub(ops[1], ops[0]), maxVariation) {
			return false
		}
	}
	return true
}

// reachable tells whether points near an exception, but the exception itself,
// are in the region: the domain of the body is there, since the exception is
// an interior point of it; strict relations between continuous sides hold
// around a point; the others have to follow from these.
func (r *region) reachable(c Claim, except []symbolic.ID, depends func(symbolic.ID) bool) bool {
	s := r.s
	domain := []symbolic.ID{c.Left.Domain.ID()}
	other := append(c.Assumptions(), c.Right.Domain.ID())
	if s.Kind(c.Left.Expr.ID()) != symbolic.Derivative {
		domain[0] = c.Right.Domain.ID()
		other[len(other)-1] = c.Left.Domain.ID()
	}
	near := append(domain, except...)
	var closed []symbolic.ID
	// u >= 0 and sqrt(u) != 0 is u > 0.
	reduced := newRegion(r.scope, nil, nil).facts.Reduce(s.Expr(s.And(other...)))
	for _, cond := range conjuncts(s, []symbolic.ID{reduced.ID()}) {
		open := s.Kind(cond) == symbolic.Relation && (s.Rel(cond) == symbolic.Less || s.Rel(cond) == symbolic.NotEqual)
		if !depends(cond) || open && continuous(r.lib, s, cond, depends, r.holds) {
			near = append(near, cond)
		} else {
			closed = append(closed, cond)
		}
	}
	z := newRegion(r.scope, near, nil)
	return !slices.ContainsFunc(closed, func(cond symbolic.ID) bool { return !z.holds(cond) || !z.isDefined(cond) })
}

// inPieces writes functions that jump, such as step, by their definitions.
func (r *region) inPieces(root symbolic.ID) symbolic.ID {
	s := r.s
	put := map[symbolic.ID]symbolic.ID{}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return !s.Kind(id).Binds() }) {
		if s.Kind(id) != symbolic.Apply {
			continue
		}
		if row := s.Function(id); row != nil && row.Continuous != "" && row.Definition != "" && len(s.Operands(id)) == len(row.Params) {
			put[id] = r.lib.Forms(row).Definition.Build(s, append(slices.Clone(s.Operands(id)), id)...)
		}
	}
	return s.Substitute(root, put)
}

// continuousOnASide tells whether an expression is continuous in x from one
// side at all points of the region, the same side for all its branches: where
// a condition such as x > 0 changes, it keeps the truth value of the point
// itself on the left.
func (v *variation) continuousOnASide(root symbolic.ID) bool {
	r, s, x := v.r, v.r.s, v.x
	d := newDeriver(r.lib, s, x, root)
	active := d.active.Has
	var sides sides
	parts := []symbolic.ID{root}
	isConnective := func(id symbolic.ID) bool { k := s.Kind(id); return k == symbolic.And || k == symbolic.Or }
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, active) {
		if s.Kind(id) != symbolic.If || !active(id) {
			continue
		}
		parts = append(parts, s.Operands(id)[1:]...)
		for _, c := range s.PostorderWithin([]symbolic.ID{s.Operands(id)[0]}, isConnective) {
			if !isConnective(c) && active(c) && !v.addSide(&sides, c) {
				return false
			}
		}
	}
	if !sides.agree() || !sides.moves(v) {
		return false
	}
	isPart := func(id symbolic.ID) bool { return active(id) && s.Kind(id) != symbolic.If }
	return !slices.ContainsFunc(parts, func(p symbolic.ID) bool {
		return s.Kind(p) != symbolic.If && !continuous(r.lib, s, p, isPart, r.holds)
	})
}

// sides says from which side of their changes conditions have the truth value
// that they have there: of conditions about different expressions with a
// number as slope, as x rises or falls; of one expression u with another slope,
// as u rises or falls.
type sides struct {
	rising, falling bool        // seen among those with a number as slope
	u, slope        symbolic.ID // of the others; 0 is none
	up, down        bool
}

// addSide adds a relation. It returns false where there is no such side.
func (v *variation) addSide(z *sides, cond symbolic.ID) bool {
	s := v.r.s
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.Less && s.Rel(cond) != symbolic.LessEqual {
		return false
	}
	ops := s.Operands(cond)
	u := s.Sub(ops[0], ops[1])
	less := s.Rel(cond) == symbolic.Less // false at the change, and where u is larger
	if k, rest := linear(s, u, v.x); !k.IsZero() && !s.Depends(rest, v.x) {
		if less == (k.Sign() > 0) {
			z.rising = true
		} else {
			z.falling = true
		}
		return true
	}
	c := rational.One
	if s.Kind(u) == symbolic.Sum {
		c = s.Number(s.Operands(u)[2])
	}
	b := s.NewSum()
	b.AddScaled(u, c.Inv())
	normal := b.Sum()
	slope := newDeriver(v.r.lib, s, v.x, normal)
	if conds, err := slope.area(normal); err != nil || len(conds) > 0 || s.Depends(slope.of(normal), v.x) || z.u != 0 && z.u != normal {
		return false
	}
	z.u, z.slope = normal, slope.of(normal)
	if less == (c.Sign() > 0) {
		z.up = true
	} else {
		z.down = true
	}
	return true
}

// agree tells whether there is a side for all.
func (z *sides) agree() bool {
	return !(z.rising && z.falling) && !(z.up && z.down) && !((z.rising || z.falling) && (z.up || z.down))
}

// moves tells whether u changes with x.
func (z *sides) moves(v *variation) bool {
	return z.u == 0 || v.someNonZero([]symbolic.ID{z.slope})
}

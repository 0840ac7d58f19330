package proof

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// The rules of differentiation say nothing at some points p: of sqrt(u) where
// u is 0, of abs(u) at its kink. Let F' = R be proved where they apply, and F be
// differentiable at p in the direction of x. By the mean value theorem, the
// difference quotients at p are values F'(q) = R(q) with q between p and p+h,
// so that F'(p) = R(p) if
//
//  1. the rules apply at all points near p but p itself,
//  2. these points are in the region of the claim, on both sides of p, and
//  3. R is continuous at p from one side.
//
// exceptions checks this for conditions that fail at isolated points: u != 0, and u > 0
// where u is not below 0 on either side of p, where the zeros of u are isolated. It returns the sets of
// symbols for which nothing is said where all of one set are 0, and the reason why
// the exceptions cannot be made.
func (c Claim) exceptions(except []symbolic.ID) (zeros [][]symbolic.ID, reason string) {
	s := c.Scope.Store
	left, right := c.sides()
	if s.Kind(left) != symbolic.Derivative {
		left, right = right, left
	}
	switch {
	case c.Rel != symbolic.Equal:
		return nil, "exceptions are for equations"
	case s.Kind(left) != symbolic.Derivative || s.Operands(left)[1] != s.Operands(left)[3] || s.Operands(left)[2] != symbolic.One || hasEvaluable(s, right) || hasEvaluable(s, s.Operands(left)[0]):
		return nil, "exceptions are for one derivative of order 1"
	}
	x := s.Operands(left)[1]
	r := c.region(nil)
	if _, typed := r.scope.Types[s.Name(x)]; typed {
		return nil, "the variable is an integer"
	}
	except = conjuncts(s, except)
	if slices.ContainsFunc(except, func(cond symbolic.ID) bool { return !r.isDefined(cond) }) {
		return nil, "an exception may have no value"
	}
	v := &variation{r: r, x: x}
	near, others := c.near(r, left, v.depends)
	all := except
	if except = v.kinks(near, left, all); len(except) == 0 {
		return v.zeros, ""
	}
	smooth := slices.DeleteFunc(slices.Clone(all), func(cond symbolic.ID) bool { return slices.Contains(except, cond) })
	v.near = near
	if !v.failIsolated(except) {
		return nil, "the rules may fail at neighbouring points"
	}
	reduced := newRegion(r.scope, nil, nil).facts.Reduce(s.Expr(s.And(except...)))
	around := v.near.within(reduced.ID()) // c·u^3 > 0 is c·u > 0
	if slices.ContainsFunc(others, func(cond symbolic.ID) bool { return !around.holds(cond) || !around.isDefined(cond) }) {
		return nil, "points near an exception may be outside of the region"
	}
	for i, cond := range except { // the first that fails at a point that is no kink
		at := &variation{r: r.within(slices.Concat(smooth, except[:i], []symbolic.ID{s.Not(cond)})...), x: x, near: v.near}
		if !at.r.empty() && !at.continuousOnASide(at.r.inPieces(right)) {
			return nil, "the other side may jump at an exception"
		}
		for _, set := range at.zeros {
			v.note(set)
		}
	}
	return v.zeros, ""
}

// near returns what is known of all points near any one of the region, on the line
// of x: the domain of the body of the derivative, since its points are interior
// ones of that, and strict relations between sides that are continuous. The other
// conditions of the region need not hold near its points.
func (c Claim) near(r *region, derivative symbolic.ID, depends func(symbolic.ID) bool) (near *region, others []symbolic.ID) {
	s := r.s
	left, right := c.Left, c.Right
	if left.Expr.ID() != derivative {
		left, right = right, left
	}
	var conds []symbolic.ID
	rest := append(c.Assumptions(), right.Domain.ID())
	if isDerivative(left) {
		conds = append(conds, left.Domain.ID())
	} else { // the domain may be that of a part that cancelled
		rest = append(rest, left.Domain.ID())
	}
	near = newRegion(r.scope, conds, []symbolic.ID{derivative})
	// u >= 0 and sqrt(u) != 0 is u > 0.
	reduced := newRegion(r.scope, nil, nil).facts.Reduce(s.Expr(s.And(rest...)))
	for _, cond := range conjuncts(s, []symbolic.ID{reduced.ID()}) {
		strict := s.Kind(cond) == symbolic.Relation && (s.Rel(cond) == symbolic.Less || s.Rel(cond) == symbolic.NotEqual)
		if !depends(cond) || strict && near.isDefined(cond) && continuous(r.lib, s, cond, depends, r.holds) {
			near = near.within(cond)
		} else {
			others = append(others, cond)
		}
	}
	return near, others
}

// isDerivative tells whether a formula is written as one derivative.
func isDerivative(f read.Formula) bool {
	if f.Tree == nil {
		return false
	}
	root := f.Tree.Nodes[f.Tree.Root]
	return root.Kind == syntax.Call && root.Text == "diff"
}

// failIsolated tells whether conditions fail at isolated points of the region only,
// where everything but x is fixed. What holds around such points may be used for the
// next one: zeros of b·x+c·x^(n+1) are such of x, or of b+c·x^n where x is not 0.
func (v *variation) failIsolated(conds []symbolic.ID) bool {
	for len(conds) > 0 {
		rest := slices.DeleteFunc(slices.Clone(conds), func(cond symbolic.ID) bool {
			if !v.failsIsolated(cond) {
				return false
			}
			v.near = v.near.within(cond)
			return true
		})
		if len(rest) == len(conds) {
			return false
		}
		conds = rest
	}
	return true
}

// failsIsolated is failIsolated for one condition. It must have a value at all points
// near: what it says of others would be taken for known there.
func (v *variation) failsIsolated(cond symbolic.ID) bool {
	s := v.r.s
	if !v.near.isDefined(cond) {
		return false
	}
	if v.near.holds(cond) {
		return true
	}
	for _, c := range conjuncts(s, []symbolic.ID{cond}) {
		if s.Kind(c) == symbolic.Or { // u < 0 or u > 0
			c = v.near.facts.Reduce(s.Expr(c)).ID()
		}
		if s.Kind(c) == symbolic.Or && v.failsAtEdges(c) {
			continue
		}
		if s.Kind(c) == symbolic.Or { // it fails where all parts fail
			if !slices.ContainsFunc(s.Operands(c), func(part symbolic.ID) bool { return v.failsIsolated(part) }) {
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
		case symbolic.Less: // of both sides of a zero
			if !v.near.holds(s.Relate(symbolic.LessEqual, ops[0], ops[1])) {
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

// failsAtEdges is failsIsolated for one of several relations u < v, where one of
// u <= v holds: it fails where u = v in one of them.
func (v *variation) failsAtEdges(cond symbolic.ID) bool {
	s := v.r.s
	var closed []symbolic.ID
	for _, c := range s.Operands(cond) {
		if s.Kind(c) != symbolic.Relation || s.Rel(c) != symbolic.Less {
			return false
		}
		ops := s.Operands(c)
		closed = append(closed, s.Relate(symbolic.LessEqual, ops[0], ops[1]))
	}
	return v.near.holds(s.Or(closed...)) && !slices.ContainsFunc(s.Operands(cond), func(c symbolic.ID) bool {
		ops := s.Operands(c)
		return !v.isolated(s.Sub(ops[1], ops[0]), maxVariation)
	})
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
	if v.stays(cond) {
		return true
	}
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

// stays tells whether a relation keeps its truth value near all points: its sides are
// continuous, and not equal.
func (v *variation) stays(cond symbolic.ID) bool {
	s := v.r.s
	if s.Kind(cond) != symbolic.Relation || !v.r.isDefined(cond) {
		return false
	}
	ops := s.Operands(cond)
	return v.r.holds(s.Relate(symbolic.NotEqual, ops[0], ops[1])) && continuous(v.r.lib, s, cond, v.depends, v.r.holds)
}

// agree tells whether there is a side for all.
func (z *sides) agree() bool {
	return !(z.rising && z.falling) && !(z.up && z.down) && !((z.rising || z.falling) && (z.up || z.down))
}

// moves tells whether u changes with x.
func (z *sides) moves(v *variation) bool {
	return z.u == 0 || v.someNonZero([]symbolic.ID{z.slope})
}

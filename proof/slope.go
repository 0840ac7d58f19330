package proof

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// slope checks a proof by derivatives. For fixed values of the other variables
// the region is an interval of the variable, on which both sides are
// continuous; inside, their derivatives are equal; at one point of it, the
// sides are. By the mean value theorem they are equal on the interval.
func (c *Checker) slope(st *Step) (string, error) {
	if len(st.Bind) != 2 || len(st.Cases) != 2 {
		return "it is not complete", nil
	}
	inner, from, to, reason := c.Slopes(st.From, st.To, st.Bind[0])
	if reason != "" {
		return reason, nil
	}
	if err := inner.accept(st.Cases[0].Steps); err != nil {
		return "", err
	}
	if !inner.Concludes(from, to) {
		return "the derivatives are not proved equal", nil
	}
	at, from, to, reason := c.At(st.From, st.To, st.Bind[0], st.Bind[1])
	if reason != "" {
		return reason, nil
	}
	if err := at.accept(st.Cases[1].Steps); err != nil {
		return "", err
	}
	if !at.Concludes(from, to) {
		return "the sides are not proved equal at the point", nil
	}
	return "", nil
}

// Slope concludes x = y from a checker made by Slopes and one made by At, which
// conclude what these ask for. It is the step BySlope without a second look.
func (c *Checker) Slope(x, y, variable, point symbolic.ID, inner, at *Checker) (int, error) {
	st := Step{Kind: BySlope, From: x, To: y, Bind: []symbolic.ID{variable, point}}
	for _, part := range []struct {
		*Checker
		goal goal
	}{{inner, goal{x, y, variable, symbolic.True}}, {at, goal{x, y, variable, point}}} {
		if part.parent != c || part.Checker.goal != part.goal || !part.Concludes(part.left, part.right) {
			return 0, &Rejection{st, "it is not complete"}
		}
		st.Cases = append(st.Cases, Case{Cond: symbolic.True, Steps: prune(part.steps, part.left, part.right)})
	}
	return c.add(st), nil
}

// A goal is what a checker made by Slopes or At is for; there is no point for
// the derivatives.
type goal struct{ from, to, variable, point symbolic.ID }

// section sorts the conditions of a region by what they say of a variable: free
// of it, convex (lower or upper bounds of it), and others.
type section struct{ free, convex, others []symbolic.ID }

func (r *region) section(x symbolic.ID) section {
	var z section
	for _, cond := range conjuncts(r.s, r.conds) {
		switch {
		case !r.s.Depends(cond, x):
			z.free = append(z.free, cond)
		case r.convex(cond, x):
			z.convex = append(z.convex, cond)
		default:
			z.others = append(z.others, cond)
		}
	}
	return z
}

// convex tells whether a condition is a < or <= between expressions whose
// difference is linear in x with a number as coefficient.
func (r *region) convex(cond, x symbolic.ID) bool {
	s := r.s
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.Less && s.Rel(cond) != symbolic.LessEqual {
		return false
	}
	ops := s.Operands(cond)
	k, rest := linear(s, s.Sub(ops[0], ops[1]), x)
	return !k.IsZero() && !s.Depends(rest, x)
}

// conjuncts returns the parts of a conjunction of conditions.
func conjuncts(s *symbolic.Store, conds []symbolic.ID) []symbolic.ID {
	all := s.And(conds...)
	switch {
	case all == symbolic.True:
		return nil
	case s.Kind(all) == symbolic.And:
		return slices.Clone(s.Operands(all))
	}
	return []symbolic.ID{all}
}

// linear returns k and the rest of e = k·x + rest, where the rest may depend on
// x in other ways.
func linear(s *symbolic.Store, e, x symbolic.ID) (k rational.Rat, rest symbolic.ID) {
	b := s.NewSum()
	ops := []symbolic.ID{symbolic.Zero, e, symbolic.One}
	switch s.Kind(e) {
	case symbolic.Sum:
		ops = s.Operands(e)
	case symbolic.Product:
		if o := s.Operands(e); len(o) == 3 && o[2] == symbolic.One {
			ops = []symbolic.ID{symbolic.Zero, o[1], o[0]}
		}
	}
	b.AddNumber(s.Number(ops[0]))
	for i := 1; i < len(ops); i += 2 {
		if ops[i] == x {
			k = s.Number(ops[i+1])
		} else {
			b.AddScaled(ops[i], s.Number(ops[i+1]))
		}
	}
	return k, b.Sum()
}

// isInterval tells whether the region is an interval in x wherever the other
// variables are: what is not a bound follows from the bounds.
func (r *region) isInterval(x symbolic.ID, z section) bool {
	if _, typed := r.scope.Types[r.s.Name(x)]; typed { // an integer
		return false
	}
	bounds := newRegion(r.scope, append(z.free[:len(z.free):len(z.free)], z.convex...), nil)
	for _, cond := range z.others {
		if !bounds.holds(cond) || !bounds.isDefined(cond) {
			return false
		}
	}
	return true
}

// Slopes returns a checker for the inside of the region, and the derivatives
// of two nodes there, or the reason why there is none. It is where the first
// case of BySlope is proved.
func (c *Checker) Slopes(from, to, x symbolic.ID) (inner *Checker, dFrom, dTo symbolic.ID, reason string) {
	s := c.r.s
	if s.Kind(x) != symbolic.Symbol {
		return nil, 0, 0, "it names no variable"
	}
	if c.depth >= maxDepth || !c.r.isDefined(from) || !c.r.isDefined(to) {
		return nil, 0, 0, "a side may have no value"
	}
	z := c.r.section(x)
	if !c.r.isInterval(x, z) {
		return nil, 0, 0, "the region may have gaps"
	}
	v := newDeriver(c.r.lib, s, x, s.Add(from, to))
	for _, side := range []symbolic.ID{from, to} {
		d := newDeriver(c.r.lib, s, x, side)
		if !continuous(c.r.lib, s, side, d.active.Has, c.r.holds) {
			return nil, 0, 0, "a side may jump"
		}
	}
	var inside []symbolic.ID
	for _, cond := range z.convex {
		inside = append(inside, v.strict(cond))
	}
	inner = c.sub(c.r.within(inside...))
	inner.goal = goal{from, to, x, symbolic.True}
	for i, side := range []symbolic.ID{from, to} {
		d, err := derive(c.r.lib, s, s.Derivative(side, x, symbolic.One, x))
		if err != nil {
			return nil, 0, 0, err.Error()
		}
		for _, cond := range d.conds {
			if !inner.r.surely(cond) {
				return nil, 0, 0, unproved
			}
		}
		inner.r.define(d.value)
		if i == 0 {
			dFrom = d.value
		} else {
			dTo = d.value
		}
	}
	inner.left, inner.right = dFrom, dTo
	return inner, dFrom, dTo, ""
}

// At returns a checker for the points of the region at which x has a value
// that does not depend on it, and the two nodes there, or the reason why there
// is none: such a point has to be there for all values of the other variables.
func (c *Checker) At(from, to, x, value symbolic.ID) (at *Checker, fromAt, toAt symbolic.ID, reason string) {
	s := c.r.s
	if c.depth >= maxDepth || !c.r.isDefined(from) || !c.r.isDefined(to) {
		return nil, 0, 0, "a side may have no value"
	}
	if s.Depends(value, x) {
		return nil, 0, 0, "the point depends on the variable"
	}
	z := c.r.section(x)
	free := newRegion(c.r.scope, z.free, nil)
	if !free.isDefined(value) {
		return nil, 0, 0, "the point may have no value"
	}
	put := map[symbolic.ID]symbolic.ID{x: value}
	conds := z.free[:len(z.free):len(z.free)]
	for _, cond := range append(z.convex, z.others...) {
		there := s.Substitute(cond, put)
		if !free.holds(there) || !free.isDefined(there) {
			return nil, 0, 0, "the point may be outside of the region"
		}
		conds = append(conds, there)
	}
	fromAt, toAt = s.Substitute(from, put), s.Substitute(to, put)
	at = c.sub(newRegion(c.r.scope, conds, []symbolic.ID{fromAt, toAt}))
	at.goal, at.left, at.right = goal{from, to, x, value}, fromAt, toAt
	return at, fromAt, toAt, ""
}

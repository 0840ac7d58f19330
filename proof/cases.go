package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// sub returns a checker for a part of the region.
func (c *Checker) sub(r *region) *Checker {
	return &Checker{r: r, budget: c.budget, depth: c.depth + 1}
}

// Within returns a checker for the part of the region in which a condition
// holds, whose sides must be defined. What it accepts can be a Case.
func (c *Checker) Within(cond symbolic.ID) *Checker { return c.sub(c.r.within(cond)) }

// Concludes tells whether the steps conclude that x = y.
func (c *Checker) Concludes(x, y symbolic.ID) bool {
	return x == y || c.r.empty() || slices.ContainsFunc(c.steps, func(st Step) bool { return st.connects(x, y) })
}

// accept checks a whole list of steps.
func (c *Checker) accept(steps []Step) error {
	for _, st := range steps {
		if _, err := c.Accept(st); err != nil {
			return err
		}
	}
	return nil
}

// cases checks that the parts are all of the region, and the proofs in them.
func (c *Checker) cases(st *Step) (string, error) {
	if c.depth >= maxDepth {
		return "cases are nested too deep", nil
	}
	if !c.r.isDefined(st.To) {
		return "the right side may have no value", nil
	}
	var conds []symbolic.ID
	for _, k := range st.Cases {
		if !c.r.s.IsCondition(k.Cond) || !c.r.isDefined(k.Cond) {
			return "a condition may have no value", nil
		}
		conds = append(conds, k.Cond)
	}
	if !c.r.holds(c.r.s.Or(conds...)) {
		return "a case is missing", nil
	}
	for _, k := range st.Cases {
		sub := c.Within(k.Cond)
		if err := sub.accept(k.Steps); err != nil {
			return "", err
		}
		if !sub.Concludes(st.From, st.To) {
			return "a case does not conclude the equation", nil
		}
	}
	return "", nil
}

package proof

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// sub returns a checker for a part of the region.
func (c *Checker) sub(r *region) *Checker {
	return &Checker{r: r, budget: c.budget, depth: c.depth + 1, parent: c}
}

// Within returns a checker for the part of the region in which a condition
// holds, whose sides must be defined. What it accepts can be a case of Cases.
func (c *Checker) Within(cond symbolic.ID) *Checker {
	z := c.sub(c.r.within(cond))
	z.cond = cond
	return z
}

// Concludes tells whether the steps conclude that x = y.
func (c *Checker) Concludes(x, y symbolic.ID) bool {
	return x == y || c.r.empty() || slices.ContainsFunc(c.steps, func(st Step) bool { return st.connects(x, y) })
}

// Cases concludes x = y from checkers that were made by Within and conclude it
// in parts of the region that are all of it together. It is the step ByCases
// without a second look at what was accepted.
func (c *Checker) Cases(x, y symbolic.ID, parts ...*Checker) (int, error) {
	st := Step{Kind: ByCases, From: x, To: y}
	for _, p := range parts {
		if p.parent != c || !p.Concludes(x, y) {
			return 0, &Rejection{st, "a case does not conclude the equation"}
		}
		st.Cases = append(st.Cases, Case{p.cond, prune(p.steps, x, y)})
	}
	if reason := c.covers(&st); reason != "" {
		return 0, &Rejection{st, reason}
	}
	return c.add(st), nil
}

// add keeps an accepted step.
func (c *Checker) add(st Step) int {
	c.r.define(st.To)
	c.steps = append(c.steps, st)
	return len(c.steps) - 1
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

// covers returns the reason why the conditions of cases are not all of the
// region, or are not known to have values.
func (c *Checker) covers(st *Step) string {
	if c.depth >= maxDepth {
		return "cases are nested too deep"
	}
	if !c.r.isDefined(st.From) || !c.r.isDefined(st.To) {
		return "a side may have no value"
	}
	var conds []symbolic.ID
	for _, k := range st.Cases {
		if !c.r.s.IsCondition(k.Cond) || !c.r.isDefined(k.Cond) {
			return "a condition may have no value"
		}
		conds = append(conds, k.Cond)
	}
	if !c.r.holds(c.r.s.Or(conds...)) {
		return "a case is missing"
	}
	return ""
}

// cases checks that the parts are all of the region, and the proofs in them.
func (c *Checker) cases(st *Step) (string, error) {
	if reason := c.covers(st); reason != "" {
		return reason, nil
	}
	for _, k := range st.Cases {
		part := c.Within(k.Cond)
		if err := part.accept(k.Steps); err != nil {
			return "", err
		}
		if !part.Concludes(st.From, st.To) {
			return "a case does not conclude the equation", nil
		}
	}
	return "", nil
}

package proof

import "github.com/symgrad/symgrad/symbolic"

// ByBranches is congruence in the branches of if: Cases are the parts of the
// region in which the condition holds and fails, each with a proof that the
// branch is equal to the one that takes its place.
const ByBranches Kind = "branches"

// Branches returns checkers for the parts of the region in which the condition
// of if holds and fails, in which the branches have values.
func (c *Checker) Branches(id symbolic.ID) (yes, no *Checker) {
	s := c.r.s
	ops := s.Operands(id)
	yes, no = c.Within(ops[0]), c.Within(s.Not(ops[0]))
	yes.r.define(ops[1])
	no.r.define(ops[2])
	return yes, no
}

// Branch concludes that if has the same value with other branches, from
// checkers that were made by Branches and conclude that these are equal to its
// own.
func (c *Checker) Branch(from, a, b symbolic.ID, yes, no *Checker) (int, error) {
	s := c.r.s
	st := Step{Kind: ByBranches, From: from}
	if s.Kind(from) != symbolic.If || !c.r.isDefined(from) {
		return 0, &Rejection{st, "it has no branches, or no value"}
	}
	ops := s.Operands(from)
	st.To = s.If(ops[0], a, b)
	if yes.parent != c || no.parent != c || yes.cond != ops[0] || no.cond != s.Not(ops[0]) {
		return 0, &Rejection{st, "a part is not that of a branch"}
	}
	if !yes.Concludes(ops[1], a) || !no.Concludes(ops[2], b) {
		return 0, &Rejection{st, "a branch may have another value"}
	}
	st.Cases = []Case{{yes.cond, prune(yes.steps, ops[1], a)}, {no.cond, prune(no.steps, ops[2], b)}}
	return c.add(st), nil
}

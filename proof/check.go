package proof

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Check replays a proof of a claim and returns the verdict that it supports:
// Proved, or Conditional where the sides may have different domains. The error
// says why the proof is not accepted.
func Check(c Claim, p *Proof) (Verdict, error) {
	if c.lost {
		return Verdict{}, errLost
	}
	checker := c.Checker(p.Except...)
	if checker.Empty() {
		return Verdict{}, errEmpty
	}
	if err := c.check(p, checker, 0); err != nil {
		return Verdict{}, err
	}
	if err := c.inhabited(p); err != nil {
		return Verdict{}, err
	}
	if len(p.Except) == 0 && c.sameDomain() {
		return Verdict{Kind: Proved}, nil
	}
	conds, err := c.conditions(p.Except)
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{Kind: Conditional, Conditions: conds}
	if len(v.Conditions) == 0 {
		v.Remark = "where the derivatives in it exist, which was not shown for every point"
	}
	return v, nil
}

var (
	errLost  = errors.New("proof: a derivative was cancelled when the claim was read")
	errEmpty = errors.New("proof: the region has no points")
	errGoal  = errors.New("proof: the steps do not conclude the claim")
	errZeros = errors.New("proof: a case in which symbols are 0 is missing")
	errDeep  = errors.New("proof: cases are nested too deep")
)

// maxZeros bounds the nesting of proofs in which more and more symbols are 0.
const maxZeros = 6

// check replays the steps of a proof, and the proofs of where symbols are 0.
func (c Claim) check(p *Proof, checker *Checker, depth int) error {
	if depth > maxZeros {
		return errDeep
	}
	if len(p.Except) > 0 {
		zeros, reason := c.exceptions(p.Except)
		if reason != "" {
			return errors.New("proof: " + reason)
		}
		for _, symbols := range zeros {
			i := slices.IndexFunc(p.Zeros, func(z Zero) bool { return slices.Equal(z.Symbols, symbols) })
			if i < 0 {
				return errZeros
			}
			z := c.Zero(symbols)
			if err := z.check(p.Zeros[i].Proof, z.Checker(p.Zeros[i].Proof.Except...), depth+1); err != nil {
				return err
			}
		}
	}
	if err := checker.accept(p.Steps); err != nil {
		return err
	}
	if !checker.Empty() && !checker.concludes(c) {
		return errGoal
	}
	return nil
}

// Zeros returns the sets of symbols for which a proof with exceptions needs
// proofs of its own, or false if the exceptions cannot be made.
func (c Claim) Zeros(except []symbolic.ID) ([][]symbolic.ID, bool) {
	zeros, reason := c.exceptions(except)
	return zeros, reason == ""
}

// concludes tells whether the claim follows from the steps.
func (c *Checker) concludes(claim Claim) bool {
	s := c.r.s
	left, right := claim.sides()
	if claim.Rel == symbolic.Equal {
		return c.Concludes(left, right)
	}
	if c.r.holds(s.Relate(claim.Rel, left, right)) {
		return true
	}
	d := s.Sub(left, right)
	for _, st := range c.steps {
		if st.From == d && c.r.holds(s.Relate(claim.Rel, st.To, symbolic.Zero)) {
			return true
		}
	}
	return false
}

// conditions returns conditions under which both sides have values, without
// those that follow from the assumptions: the domains, of which derivatives
// leave the ends out, and where the rules for these apply. The relation holds
// on all of the region; at points of it at which only the rules do not apply
// the conditions say nothing.
func (c Claim) conditions(except []symbolic.ID) ([]symbolic.Expr, error) {
	s := c.Scope.Store
	all, err := c.PointConditions(except)
	if err != nil {
		return nil, err
	}
	scope, conds := c.assumptions()
	r := newRegion(scope, conds, nil)
	rest := r.facts.Reduce(s.Expr(s.And(all...))).ID()
	return s.Exprs(conjuncts(s, []symbolic.ID{rest})), nil
}

// sameDomain tells whether each side has a value wherever the other one has
// and the assumptions hold.
func (c Claim) sameDomain() bool {
	return c.implies(true) && c.implies(false)
}

// aboutIndices tells whether conditions are about an index of a sum or product in an
// expression, for which they would have to hold at every value: what is known of a
// variable of the same name says nothing of it.
func aboutIndices(s *symbolic.Store, expr symbolic.ID, conds []symbolic.ID) bool {
	return slices.ContainsFunc(s.Postorder(expr), func(id symbolic.ID) bool {
		k := s.Kind(id)
		return (k == symbolic.SumOver || k == symbolic.ProductOver) &&
			slices.ContainsFunc(conds, func(cond symbolic.ID) bool { return s.Depends(cond, s.Operands(id)[0]) })
	})
}

// implies tells whether one side has a value wherever the other one has.
func (c Claim) implies(fromLeft bool) bool {
	s := c.Scope.Store
	scope, conds := c.assumptions()
	from, to := c.Left, c.Right
	if !fromLeft {
		from, to = to, from
	}
	r := newRegion(scope, append(conds, from.Domain.ID()), []symbolic.ID{from.Expr.ID()})
	if !r.holds(to.Domain.ID()) {
		return false
	}
	// A derivative has a value at interior points of the domain of its body,
	// where the rules apply.
	for _, id := range s.PostorderWithin([]symbolic.ID{to.Expr.ID()}, func(id symbolic.ID) bool { return s.Kind(id) != symbolic.Derivative }) {
		known := r.defined.Has(id) // where the other side has a value
		if s.Kind(id) != symbolic.Derivative || isUnspecified(s, id) || known && from.Domain == to.Domain {
			continue
		}
		if !known {
			d, err := derive(c.Scope.Library, s, id)
			if err != nil || aboutIndices(s, to.Expr.ID(), d.conds) || !r.surely(s.And(d.conds...)) {
				return false
			}
		}
		// What is written may have values at fewer points than what is left of it.
		if !r.holds(inside(c.Scope.Library, s, to.Domain.ID(), variablesOf(s, id)...)) {
			return false
		}
	}
	return true
}

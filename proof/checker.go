package proof

import (
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A Rejection says why a step is not accepted. It says nothing about the
// truth of the equation.
type Rejection struct {
	Step   Step
	Reason string
}

// Error says which step was rejected, and why.
func (e *Rejection) Error() string { return fmt.Sprintf("step %s: %s", e.Step.Kind, e.Reason) }

// A Checker accepts steps one after the other, each of which may use those
// before it. What it has accepted holds at every point of its region.
type Checker struct {
	r      *region
	steps  []Step
	budget *poly.Budget // of all computations in polynomials
	depth  int          // nesting of cases
	parent *Checker     // of which this is a part
	cond   symbolic.ID  // that makes it a part
	goal   goal         // that it was made for, and the nodes to be proved equal
	left   symbolic.ID
	right  symbolic.ID
}

// maxDepth bounds the nesting of cases in proofs.
const maxDepth = 40

// Step returns an accepted step.
func (c *Checker) Step(i int) Step { return c.steps[i] }

// Steps returns the accepted steps.
func (c *Checker) Steps() []Step { return c.steps }

// Store returns the store of the claim.
func (c *Checker) Store() *symbolic.Store { return c.r.s }

// Holds tells whether a condition is known to hold at every point of the
// region; false means that this is not known.
func (c *Checker) Holds(cond symbolic.ID) bool { return c.r.holds(cond) }

// Empty tells whether the region is known to have no points.
func (c *Checker) Empty() bool { return c.r.empty() }

// Defined tells whether a node is known to have a value at every point of the
// region.
func (c *Checker) Defined(id symbolic.ID) bool { return c.r.isDefined(id) }

// Accept checks a step and returns its number. The error is a *Rejection, or
// that of a limit.
func (c *Checker) Accept(st Step) (int, error) {
	if !c.r.isDefined(st.From) {
		return 0, &Rejection{st, "the left side may have no value"}
	}
	var reason string
	var err error
	switch st.Kind {
	case ByRule:
		reason = c.rule(&st)
	case ByDefinition:
		reason = c.definition(&st)
	case ByRing:
		reason, err = c.ring(&st)
	case ByParts:
		reason = c.parts(&st)
	case ByScale:
		reason = c.scale(&st)
	case ByContext:
		reason = c.context(&st)
	case ByChain:
		reason = c.chain(&st)
	case ByDerivative:
		reason, err = c.derivative(&st)
	case ByBranch:
		reason = c.branch(&st)
	case ByTerms:
		reason = c.terms(&st)
	case ByBody:
		reason, err = c.body(&st)
	case ByLinearity:
		reason = c.linearity(&st)
	case ByIndex:
		reason = c.index(&st)
	case ByGiven:
		reason, err = c.given(&st)
	case ByRoot:
		reason = c.root(&st)
	case ByConstant:
		reason, err = c.constant(&st)
	case ByCases:
		reason, err = c.cases(&st)
	case BySlope:
		reason, err = c.slope(&st)
	default:
		reason = "there is no such kind of step"
	}
	if err != nil {
		return 0, err
	}
	if reason != "" {
		return 0, &Rejection{st, reason}
	}
	return c.add(st), nil
}

// Conditions returns the conditions that the region is made of, but for the
// declarations of integers.
func (c *Checker) Conditions() []symbolic.ID { return conjuncts(c.r.s, c.r.conds) }

// uses tells whether the steps that are used exist.
func (c *Checker) uses(st *Step) bool {
	return !slices.ContainsFunc(st.Uses, func(i int) bool { return i < 0 || i >= len(c.steps) })
}

const (
	noStep      = "it uses a step that is not there"
	otherResult = "the result is another one"
	unproved    = "a condition does not follow from the facts"
)

func (c *Checker) rule(st *Step) string {
	row, ok := rules.Lookup(st.Name)
	if !ok {
		return "there is no rule " + st.Name
	}
	f := row.Forms()
	if len(st.Bind) != len(f.Variables) {
		return "the rule has another number of variables"
	}
	s := c.r.s
	if f.FromForm.Build(s, st.Bind...) != st.From || f.ToForm.Build(s, st.Bind...) != st.To {
		return otherResult
	}
	if !c.allDefined(st.Bind) {
		return "a value of a variable may have no value"
	}
	// The left side as it is written in the row may have more parts than
	// the node that it makes: x/x is 1.
	if !c.r.holds(f.Domain.Build(s, st.Bind...)) || f.When != nil && !c.r.holds(f.When.Build(s, st.Bind...)) {
		return unproved
	}
	return ""
}

// allDefined tells whether nodes are defined: the guard and the instance
// speak of them, even where the left side of the instance has lost them.
func (c *Checker) allDefined(ids []symbolic.ID) bool {
	return !slices.ContainsFunc(ids, func(id symbolic.ID) bool { return !c.r.isDefined(id) })
}

func (c *Checker) definition(st *Step) string {
	s := c.r.s
	if s.Kind(st.From) != symbolic.Apply || s.Function(st.From) == nil || s.Function(st.From).Definition == "" {
		return "it has no definition"
	}
	row, args := s.Function(st.From), s.Operands(st.From)
	if len(args) != len(row.Params) {
		return "the definition is for another number of arguments"
	}
	if c.r.lib.Forms(row).Definition.Build(s, append(args[:len(args):len(args)], st.From)...) != st.To {
		return otherResult
	}
	return ""
}

// ring compares normal forms.
func (c *Checker) ring(st *Step) (string, error) {
	if !c.uses(st) {
		return noStep, nil
	}
	if !c.r.isDefined(st.To) {
		return "the right side may have no value", nil
	}
	equations := make(map[symbolic.ID]symbolic.ID, len(st.Uses))
	for _, i := range st.Uses {
		u := c.steps[i]
		if _, twice := equations[u.From]; twice {
			return "two equations have the same left side", nil
		}
		equations[u.From] = u.To
	}
	return c.normalForms(equations, st.From, st.To)
}

func (c *Checker) normalForms(equations map[symbolic.ID]symbolic.ID, x, y symbolic.ID) (string, error) {
	f, err := algebra.New(c.r.s, algebra.Options{Equations: equations, Holds: c.r.holds, Budget: c.budget}, x, y)
	if err != nil {
		return "", err
	}
	switch equal, err := f.Equal(x, y); {
	case err != nil:
		return "", err
	case !equal:
		return "the normal forms differ", nil
	}
	return "", nil
}

// connects tells whether an equation leads from x to y in one of the two
// directions.
func (st Step) connects(x, y symbolic.ID) bool {
	return st.From == x && st.To == y || st.From == y && st.To == x
}

func (c *Checker) parts(st *Step) string {
	if !c.uses(st) {
		return noStep
	}
	s := c.r.s
	parts := partsOf(s, st.From)
	if len(parts) == 0 || len(st.Bind) != len(parts) {
		return "it has other parts"
	}
	for i, o := range parts {
		if o != st.Bind[i] && !slices.ContainsFunc(st.Uses, func(j int) bool { return c.steps[j].connects(o, st.Bind[i]) }) {
			return "a part is replaced without an equation"
		}
	}
	if join(s, st.From, st.Bind) != st.To {
		return otherResult
	}
	return ""
}

// partsOf returns the parts of a node that have values wherever it has one.
func partsOf(s *symbolic.Store, id symbolic.ID) (parts []symbolic.ID) {
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, s.Scale(ops[i], s.Number(ops[i+1])))
		}
	case symbolic.Product:
		if ops[0] != symbolic.One {
			return []symbolic.ID{s.Scale(id, s.Number(ops[0]).Inv())}
		}
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, s.Pow(ops[i], ops[i+1]))
		}
	case symbolic.Power, symbolic.Apply:
		return ops
	}
	return parts
}

// join makes a node of the same kind from other parts.
func join(s *symbolic.Store, id symbolic.ID, parts []symbolic.ID) symbolic.ID {
	switch s.Kind(id) {
	case symbolic.Sum:
		return s.Add(append([]symbolic.ID{s.Operands(id)[0]}, parts...)...)
	case symbolic.Product:
		return s.Scale(s.Mul(parts...), s.Number(s.Operands(id)[0]))
	}
	return s.Rebuild(id, parts)
}

func (c *Checker) scale(st *Step) string {
	s := c.r.s
	if len(st.Uses) != 1 || !c.uses(st) || len(st.Bind) != 1 || s.Kind(st.Bind[0]) != symbolic.Number {
		return noStep
	}
	u, k := c.steps[st.Uses[0]], s.Number(st.Bind[0])
	if x, y := s.Scale(u.From, k), s.Scale(u.To, k); !(Step{From: x, To: y}).connects(st.From, st.To) {
		return otherResult
	}
	return ""
}

func (c *Checker) context(st *Step) string {
	s := c.r.s
	if len(st.Uses) != 1 || !c.uses(st) || len(st.Bind) != 2 || s.Kind(st.Bind[0]) != symbolic.Number {
		return noStep
	}
	u, k, rest := c.steps[st.Uses[0]], s.Number(st.Bind[0]), st.Bind[1]
	if !c.r.isDefined(rest) {
		return "the rest may have no value"
	}
	sum := func(x symbolic.ID) symbolic.ID { return s.Add(s.Scale(x, k), rest) }
	product := func(x symbolic.ID) symbolic.ID { return s.Mul(x, rest) }
	for _, in := range []func(symbolic.ID) symbolic.ID{sum, product} {
		if (Step{From: in(u.From), To: in(u.To)}).connects(st.From, st.To) {
			return ""
		}
	}
	return otherResult
}

func (c *Checker) chain(st *Step) string {
	if !c.uses(st) {
		return noStep
	}
	at := st.From
	for _, i := range st.Uses {
		switch u := c.steps[i]; at {
		case u.From:
			at = u.To
		case u.To:
			at = u.From
		default:
			return "the equations do not meet"
		}
	}
	if at != st.To {
		return otherResult
	}
	return ""
}

func (c *Checker) derivative(st *Step) (string, error) {
	s := c.r.s
	if s.Kind(st.From) != symbolic.Derivative {
		return "it is no derivative", nil
	}
	d, err := derive(c.r.lib, s, st.From)
	switch {
	case err != nil:
		return err.Error(), nil
	case d.value != st.To:
		return otherResult, nil
	}
	if aboutIndices(s, st.From, d.conds) {
		return unproved, nil
	}
	for _, cond := range d.conds {
		if !c.r.surely(cond) {
			return unproved, nil
		}
	}
	return "", nil
}

func (c *Checker) branch(st *Step) string {
	s := c.r.s
	if s.Kind(st.From) != symbolic.If {
		return "it has no branches"
	}
	ops := s.Operands(st.From)
	switch {
	case st.To == ops[1] && c.r.holds(ops[0]), st.To == ops[2] && c.r.holds(s.Not(ops[0])):
		return ""
	}
	return unproved
}

func (c *Checker) given(st *Step) (string, error) {
	s := c.r.s
	if len(st.Bind) != 2 || s.Kind(st.Bind[0]) != symbolic.Number || st.Bind[0] == symbolic.Zero ||
		s.Kind(st.Bind[1]) != symbolic.Relation || s.Rel(st.Bind[1]) != symbolic.Equal {
		return "it names no equation", nil
	}
	if !c.r.holds(st.Bind[1]) {
		return unproved, nil
	}
	sides := s.Operands(st.Bind[1])
	if !c.allDefined(sides) || !c.r.isDefined(st.To) {
		return "a side may have no value", nil
	}
	return c.normalForms(nil, s.Sub(st.From, st.To), s.Mul(st.Bind[0], s.Sub(sides[0], sides[1])))
}

func (c *Checker) root(st *Step) string {
	s := c.r.s
	if len(st.Bind) != 1 || s.Kind(st.Bind[0]) != symbolic.Number || len(st.Uses) != 1 || !c.uses(st) {
		return noStep
	}
	q := s.Number(st.Bind[0])
	if !q.IsInt() || q.Cmp(rational.One) <= 0 {
		return "it is no root"
	}
	if !c.r.isDefined(st.To) {
		return "the right side may have no value"
	}
	if !c.steps[st.Uses[0]].connects(s.Pow(st.From, st.Bind[0]), s.Pow(st.To, st.Bind[0])) {
		return "the equation is another one"
	}
	for _, side := range []symbolic.ID{st.From, st.To} {
		if !c.r.holds(s.Relate(symbolic.LessEqual, symbolic.Zero, side)) {
			return unproved
		}
	}
	return ""
}

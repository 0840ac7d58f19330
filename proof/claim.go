package proof

import (
	"maps"
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Claim relates two formulas of one scope, under its assumptions.
type Claim struct {
	Scope       *read.Scope
	Left, Right read.Formula
	Rel         symbolic.Rel
	zero        []symbolic.ID // symbols that are replaced by 0, in the assumptions as well
	lost        bool
}

// A Proof shows that a claim holds on its region.
type Proof struct {
	// Except are conditions that the steps may use although they do not follow
	// from the region: those under which the rules of differentiation apply.
	// Where they fail the claim holds as a limit.
	Except []symbolic.ID
	// Zeros are proofs for where symbols are 0 and an exception may not be an
	// isolated point. The points of these need not exist.
	Zeros []Zero
	Steps []Step
	// Point is a point of the region: the region is not empty. It has exact
	// constants for the free symbols.
	Point map[symbolic.ID]symbolic.ID
}

// A Zero is a proof of the claim in which symbols are replaced by 0.
type Zero struct {
	Symbols []symbolic.ID
	Proof   *Proof
}

// Zero returns the claim with symbols replaced by 0.
func (c Claim) Zero(symbols []symbolic.ID) Claim {
	c.zero = append(c.zero[:len(c.zero):len(c.zero)], symbols...)
	put := func(f read.Formula) read.Formula {
		return read.Formula{Expr: c.replaced(f.Expr), Domain: c.replaced(f.Domain), Tree: f.Tree}
	}
	c.Left, c.Right = put(c.Left), put(c.Right)
	return c
}

// replaced puts 0 for the symbols of Zero.
func (c Claim) replaced(e symbolic.Expr) symbolic.Expr {
	if len(c.zero) == 0 {
		return e
	}
	put := map[symbolic.ID]symbolic.ID{}
	for _, x := range c.zero {
		put[x] = symbolic.Zero
	}
	return e.Store().Expr(e.Store().Substitute(e.ID(), put))
}

// assumptions returns the declared types and the relations of a scope as
// conditions, for the variables that a claim has, and the scope with what is
// left: integers.
func (c Claim) assumptions() (*read.Scope, []symbolic.ID) {
	s := c.Scope.Store
	rest := *c.Scope
	rest.Types, rest.Relations = map[string]read.Type{}, nil
	var conds []symbolic.ID
	for _, name := range slices.Sorted(maps.Keys(c.Scope.Types)) {
		x, used := s.HasSym(name)
		if !used {
			continue
		}
		if t := c.Scope.Types[name]; t == read.Integer {
			rest.Types[name] = t
		} else if t != read.Real {
			conds = append(conds, typeCondition(c.Scope, t, x))
		}
	}
	for _, r := range c.Scope.Relations {
		conds = append(conds, r.Domain.ID(), r.Expr.ID())
	}
	for i, cond := range conds {
		conds[i] = c.replaced(s.Expr(cond)).ID()
	}
	return &rest, conds
}

// Assumptions returns the conditions that the assumptions are, but for the
// declarations of integers.
func (c Claim) Assumptions() []symbolic.ID {
	_, conds := c.assumptions()
	return conds
}

// sides returns the nodes of the two sides.
func (c Claim) sides() (left, right symbolic.ID) { return c.Left.Expr.ID(), c.Right.Expr.ID() }

// region returns the region of the claim, without the points at which an
// exception fails.
func (c Claim) region(except []symbolic.ID) *region {
	scope, conds := c.assumptions()
	left, right := c.sides()
	conds = append(conds, c.Left.Domain.ID(), c.Right.Domain.ID())
	return newRegion(scope, append(conds, except...), []symbolic.ID{left, right})
}

// checkerSteps bounds the work in polynomials of one proof, some seconds.
const checkerSteps = 300_000_000

// Checker returns a checker for the region of a claim without the points at
// which one of the conditions fails. Proofs are made with it, step by step.
func (c Claim) Checker(except ...symbolic.ID) *Checker {
	return &Checker{r: c.region(except), budget: &poly.Budget{Steps: checkerSteps}}
}

// Conditions returns the conditions under which a Derivative node is what its
// rules say, and its value.
func Conditions(lib *read.Library, s *symbolic.Store, id symbolic.ID) (value symbolic.ID, conds []symbolic.ID, err error) {
	d, err := derive(lib, s, id)
	return d.value, d.conds, err
}

// Size returns the number of steps, those of cases included.
func (p *Proof) Size() int {
	n := countSteps(p.Steps)
	for _, z := range p.Zeros {
		n += z.Proof.Size()
	}
	return n
}

func countSteps(steps []Step) int {
	n := len(steps)
	for _, st := range steps {
		for _, c := range st.Cases {
			n += countSteps(c.Steps)
		}
	}
	return n
}

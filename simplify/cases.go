package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// maxCases bounds the nesting of cases, and caseBudget the parts that one
	// prover makes, inner ones included: 2^14 branches are not looked at.
	maxCases   = 8
	caseBudget = 96
)

// byCases splits the region by a condition on which a part depends: that of
// if, the sign of an argument of abs or sign.
func (p *Prover) byCases(x, y symbolic.ID) (bool, error) {
	if p.depth >= maxCases {
		return false, nil
	}
	conds := p.cases(x, y)
	if conds == nil {
		return false, nil
	}
	return p.split(x, y, conds, (*Prover).Equal)
}

// split proves x = y in each part of the region.
func (p *Prover) split(x, y symbolic.ID, conds []symbolic.ID, prove func(q *Prover, x, y symbolic.ID) (bool, error)) (bool, error) {
	var parts []*proof.Checker
	for _, cond := range conds {
		if *p.parts++; *p.parts > caseBudget {
			return false, nil
		}
		q := p.within(p.c.Within(cond))
		if !q.c.Empty() {
			q.useEquation(cond)
			if ok, err := prove(q, x, y); !ok || err != nil {
				return false, err
			}
		}
		parts = append(parts, q.c)
	}
	_, err := p.c.Cases(x, y, parts...)
	return err == nil, nil
}

// within returns a prover for a part of the region.
func (p *Prover) within(c *proof.Checker) *Prover {
	q := NewProver(c, p.lib)
	q.depth, q.parts, q.slopes = p.depth+1, p.parts, p.slopes
	return q
}

// cases returns the conditions of the parts into which the innermost part of two
// nodes splits the region, nil if none does. Another part would do no better.
func (p *Prover) cases(x, y symbolic.ID) []symbolic.ID {
	s := p.s
	for _, id := range p.inside(x, y) {
		if _, ok := p.equation[id]; ok {
			continue
		}
		if s.Kind(id) == symbolic.Apply && s.Function(id).IsPiecewise() {
			id = p.definition(id)
		}
		switch s.Kind(id) {
		case symbolic.If:
			if r := p.openRelation(s.Operands(id)[0]); r != symbolic.True {
				return []symbolic.ID{r, s.Not(r)}
			}
		}
	}
	for _, u := range p.exponentsOfZero(append(p.c.Conditions(), x, y)...) {
		list := []symbolic.ID{s.Relate(symbolic.Less, symbolic.Zero, u), s.Relate(symbolic.Equal, symbolic.Zero, u)}
		if !slices.ContainsFunc(list, p.c.Holds) {
			return list
		}
	}
	for _, cond := range p.c.Conditions() {
		if s.Kind(cond) == symbolic.Or && len(s.Operands(cond)) <= 3 && !slices.ContainsFunc(s.Operands(cond), p.c.Holds) {
			return s.Operands(cond)
		}
	}
	return nil
}

// exponentsOfZero returns u of each 0^u, which is 0, or 1 where u is 0.
func (p *Prover) exponentsOfZero(roots ...symbolic.ID) (list []symbolic.ID) {
	s := p.s
	for _, id := range s.Postorder(roots...) {
		var pairs []symbolic.ID
		switch ops := s.Operands(id); s.Kind(id) {
		case symbolic.Power:
			pairs = ops
		case symbolic.Product:
			pairs = ops[1:]
		}
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == symbolic.Zero {
				list = append(list, pairs[i+1])
			}
		}
	}
	return list
}

// openRelation returns a relation of a condition that is not decided, True if
// there is none.
func (p *Prover) openRelation(cond symbolic.ID) symbolic.ID {
	s := p.s
	isConnective := func(id symbolic.ID) bool { k := s.Kind(id); return k == symbolic.And || k == symbolic.Or }
	for _, id := range s.PostorderWithin([]symbolic.ID{cond}, isConnective) {
		if s.Kind(id) == symbolic.Relation && !p.c.Holds(id) && !p.c.Holds(s.Not(id)) && p.c.Defined(id) {
			return id
		}
	}
	return symbolic.True
}

// useEquation solves an equation for a variable in which it is linear, and
// puts in the result. One may be made of two bounds, u <= v and v <= u.
func (p *Prover) useEquation(cond symbolic.ID) {
	s := p.s
	if s.Kind(cond) != symbolic.Relation {
		return
	}
	sides := s.Operands(cond)
	if s.Rel(cond) == symbolic.LessEqual {
		if cond = s.Relate(symbolic.Equal, sides[0], sides[1]); s.Kind(cond) != symbolic.Relation || !p.c.Holds(cond) {
			return
		}
		sides = s.Operands(cond)
	}
	if s.Rel(cond) != symbolic.Equal {
		return
	}
	d := s.Sub(sides[0], sides[1])
	for _, x := range s.FreeSymbols(d) {
		if _, ok := p.equation[x]; ok {
			continue
		}
		k, rest := coefficient(s, d, x)
		if k.IsZero() || s.Depends(rest, x) {
			continue
		}
		to := s.Scale(rest, k.Inv().Neg())
		if i, ok := p.accept(proof.Step{Kind: proof.ByGiven, From: x, To: to, Bind: []symbolic.ID{s.Num(k.Inv()), cond}}); ok && !p.refers(to, x) {
			p.equation[x] = i
			return
		}
	}
}

// coefficient returns k and the rest of e = k·x + rest.
func coefficient(s *symbolic.Store, e, x symbolic.ID) (k rational.Rat, rest symbolic.ID) {
	if e == x {
		return rational.One, symbolic.Zero
	}
	ops := s.Operands(e)
	switch s.Kind(e) {
	case symbolic.Product:
		if len(ops) == 3 && ops[1] == x && ops[2] == symbolic.One {
			return s.Number(ops[0]), symbolic.Zero
		}
	case symbolic.Sum:
		b := s.NewSum()
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
	return k, e
}

// useEquations puts in the equations that the region is made of.
func (p *Prover) useEquations() {
	conds := p.c.Conditions()
	for _, cond := range conds {
		p.useEquation(cond)
	}
	for _, u := range p.exponentsOfZero(conds...) { // where 0^u is not 0, u is
		if cond := p.s.Relate(symbolic.Equal, symbolic.Zero, u); p.c.Holds(cond) {
			p.useEquation(cond)
		}
	}
}

// byPowers proves x = y from x^2 = y^2, where both are at least 0.
func (p *Prover) byPowers(x, y symbolic.ID) (bool, error) {
	s := p.s
	isRoot := func(id symbolic.ID) bool {
		return s.Kind(id) == symbolic.Power && s.Kind(s.Operands(id)[1]) == symbolic.Number && !s.Number(s.Operands(id)[1]).IsInt()
	}
	if !slices.ContainsFunc([]symbolic.ID{x, y}, isRoot) {
		return false, nil
	}
	for _, side := range []symbolic.ID{x, y} {
		if !p.c.Holds(s.Relate(symbolic.LessEqual, symbolic.Zero, side)) {
			return false, nil
		}
	}
	two := s.Int(2)
	xx, yy := s.Pow(x, two), s.Pow(y, two)
	if !p.c.Defined(xx) || !p.c.Defined(yy) {
		return false, nil
	}
	if err := p.prepare(xx, yy); err != nil {
		return false, err
	}
	i, err := p.c.Accept(proof.Step{Kind: proof.ByRing, From: xx, To: yy, Uses: p.uses(xx, yy)})
	if err != nil {
		return false, err
	}
	_, ok := p.accept(proof.Step{Kind: proof.ByRoot, From: x, To: y, Bind: []symbolic.ID{two}, Uses: []int{i}})
	return ok, nil
}

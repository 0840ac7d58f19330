package proof

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// errPoint says that the point of a proof is not known to be in the region.
var errPoint = errors.New("proof: the point is not known to be in the region")

// inhabited checks that the point of a proof is in the region.
func (c Claim) inhabited(p *Proof) error {
	conds, err := c.PointConditions(p.Except)
	if err != nil {
		return err
	}
	s := c.Scope.Store
	for _, value := range p.Point {
		if len(s.FreeSymbols(value)) > 0 {
			return errPoint
		}
	}
	cond := s.And(conds...)
	if t, _ := certify.Compile(c.Scope.Library, s, cond).Holds(0, p.Point, certify.Options{}); t != certify.Yes {
		return errPoint
	}
	return nil
}

// PointConditions returns conditions that a point has to satisfy to be known
// as one of the region: the assumptions, both domains, and where derivatives
// occur the conditions of their rules at an interior point. An integer is
// equal to its floor. The error says that a derivative has no rule.
func (c Claim) PointConditions(except []symbolic.ID) ([]symbolic.ID, error) {
	s := c.Scope.Store
	scope, conds := c.assumptions()
	for name := range scope.Types {
		if x, used := s.HasSym(name); used {
			conds = append(conds, c.Scope.Library.IsInteger(s, x))
		}
	}
	conds = append(conds, except...)
	left, right := c.sides()
	for _, side := range []struct{ expr, domain symbolic.ID }{{left, c.Left.Domain.ID()}, {right, c.Right.Domain.ID()}} {
		for _, id := range s.Postorder(side.expr) {
			if s.Kind(id) != symbolic.Derivative || isUnspecified(s, id) {
				continue
			}
			d, err := derive(c.Scope.Library, s, id)
			if err != nil {
				return nil, err
			}
			if aboutIndices(s, side.expr, d.conds) {
				return nil, errDerivative
			}
			conds = append(conds, d.conds...)
		}
		conds = append(conds, inside(c.Scope.Library, s, side.domain, variablesOf(s, side.expr)...))
	}
	return conds, nil
}

// inside is the condition that a point is an interior one, in some variables with the
// others fixed, of where a condition holds: strict relations between sides that do not
// jump there.
func inside(lib *read.Library, s *symbolic.Store, cond symbolic.ID, variables ...symbolic.ID) symbolic.ID {
	active := func(id symbolic.ID) bool {
		return slices.ContainsFunc(variables, func(x symbolic.ID) bool { return s.Depends(id, x) })
	}
	return mapRelations(s, cond, func(id symbolic.ID) symbolic.ID {
		if s.Kind(id) != symbolic.Relation || !active(id) {
			return id
		}
		return s.And(interior(s, id, active, variables[0]), continuity(lib, s, id, active))
	})
}

// variablesOf returns the variables of the derivatives in an expression, of nested ones as
// well. Where one is taken at another point, what is differentiated has a value everywhere;
// see Moved.
func variablesOf(s *symbolic.Store, root symbolic.ID) (list []symbolic.ID) {
	for _, id := range s.Postorder(root) {
		if ops := s.Operands(id); s.Kind(id) == symbolic.Derivative && !isUnspecified(s, id) && ops[1] == ops[3] && !slices.Contains(list, ops[1]) {
			list = append(list, ops[1])
		}
	}
	return list
}

// IsPoint tells whether an error of Check says that the point of the proof
// could not be accepted; another point may be.
func IsPoint(err error) bool { return errors.Is(err, errPoint) }

package proof

import (
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// NewChecker returns a checker for the region in which a condition, the
// assumptions of a scope, and the values of some expressions exist. What it
// accepts about parts of the expressions holds wherever the formula has a value
// of which the condition is the domain. Definitions of the scope are not put
// in: their names are symbols of which nothing is known.
func NewChecker(scope *read.Scope, domain symbolic.Expr, values ...symbolic.Expr) *Checker {
	rest, conds := Claim{Scope: scope}.assumptions()
	nodes := make([]symbolic.ID, len(values))
	for i, e := range values {
		nodes[i] = e.ID()
	}
	return &Checker{r: newRegion(rest, append(conds, domain.ID()), nodes), budget: &poly.Budget{Steps: checkerSteps}}
}

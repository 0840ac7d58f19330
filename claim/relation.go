package claim

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/simplify"
)

// proveRelation looks for a proof of an inequality: by ranges and signs, of the
// sides as they are and of their difference in normal form.
func (x *search) proveRelation() (proof.Verdict, error) {
	v, err := x.replay(&proof.Proof{})
	if err != nil || v.Kind != "" {
		return v, err
	}
	checker := x.c.Checker()
	p := simplify.NewProver(checker, x.c.Scope.Library)
	if _, err := p.Normalize(x.s.Sub(x.c.Left.Expr.ID(), x.c.Right.Expr.ID())); err != nil {
		return v, err
	}
	return x.replay(&proof.Proof{Steps: checker.Steps()})
}

package protocol

import (
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// byProof decides a condition at the point that intervals of no precision decide, such as
// cos(101*pi/2) != 0.
func (v *evaluation) byProof(cond symbolic.ID) certify.Truth {
	st := v.st
	switch ops := st.Operands(cond); st.Kind(cond) {
	case symbolic.Boolean:
		if cond == symbolic.True {
			return certify.Yes
		}
		return certify.No
	case symbolic.Relation:
		if len(st.FreeSymbols(cond)) > 0 {
			return certify.Unknown
		}
		side := func(id symbolic.ID) read.Formula {
			return read.Formula{Expr: st.Expr(id), Domain: st.Expr(symbolic.True)}
		}
		// Intervals tell different numbers apart, so that these are equal if anything.
		z, err := claim.Prove(read.NewScope(st, v.s.scope.Library), side(ops[0]), symbolic.Equal, side(ops[1]))
		switch rel := st.Rel(cond); {
		case err != nil || z.Kind != proof.Proved:
		case rel == symbolic.Equal || rel == symbolic.LessEqual:
			return certify.Yes
		default:
			return certify.No
		}
	case symbolic.And, symbolic.Or:
		decides, all := certify.No, certify.Yes // of which one, and all are enough
		if st.Kind(cond) == symbolic.Or {
			decides, all = certify.Yes, certify.No
		}
		for _, o := range ops {
			switch v.byProof(o) {
			case decides:
				return decides
			case all:
			default: // it may have no value, and then the whole has none
				return certify.Unknown
			}
		}
		return all
	}
	return certify.Unknown
}

// simpler simplifies what an expression is at the point, with the branches taken whose
// conditions are decided by proofs.
func (v *evaluation) simpler(root symbolic.ID) symbolic.ID {
	at := v.st.Substitute(root, v.values)
	if len(v.st.FreeSymbols(at)) > 0 {
		return root
	}
	taken := map[symbolic.ID]symbolic.ID{}
	for _, id := range v.st.PostorderWithin([]symbolic.ID{at}, func(id symbolic.ID) bool { return !v.st.Kind(id).Binds() }) {
		if v.st.Kind(id) != symbolic.If {
			continue
		}
		ops := v.st.Operands(id)
		switch v.byProof(ops[0]) {
		case certify.Yes:
			taken[id] = ops[1]
		case certify.No:
			taken[id] = ops[2]
		}
	}
	at = v.st.Substitute(at, taken)
	f := read.Formula{Expr: v.st.Expr(at), Domain: v.st.Expr(symbolic.True)}
	z, err := simplify.Simplify(read.NewScope(v.st, v.s.scope.Library), f, simplify.Options{})
	if err != nil {
		return root
	}
	return z.Expr.ID()
}

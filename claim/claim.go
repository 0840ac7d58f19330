// Package claim decides claims: equations and inequalities between two
// formulas. A verdict is a proof that the checker has replayed, a point at
// which intervals separate the sides, or undecided.
//
// Floating-point numbers and random points only suggest where to look; they
// never decide.
package claim

import (
	"errors"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Equal decides whether two formulas are equal under the assumptions of the
// scope in which they were read. Its definitions are put in.
//
// The error is a *symbolic.LimitError where a limit of the store was reached;
// limits of the search make the verdict Undecided and are named in it.
func Equal(scope *read.Scope, left, right read.Formula) (proof.Verdict, error) {
	return Prove(scope, left, symbolic.Equal, right)
}

// Prove decides whether left rel right holds wherever both sides have values
// and the assumptions of the scope hold. See Equal.
func Prove(scope *read.Scope, left read.Formula, rel symbolic.Rel, right read.Formula) (v proof.Verdict, err error) {
	defer symbolic.Catch(&err)
	v, err = newSearch(proof.NewClaim(scope, left, rel, right)).run()
	var l *symbolic.LimitError
	var p *poly.LimitError
	switch {
	case errors.As(err, &l) && l.Limit == "time":
		return v, err
	case errors.As(err, &l):
		return proof.Verdict{Kind: proof.Undecided, Limit: l.Limit, Remark: l.Error()}, nil
	case errors.As(err, &p):
		return proof.Verdict{Kind: proof.Undecided, Limit: p.Limit, Remark: p.Error()}, nil
	}
	return v, err
}

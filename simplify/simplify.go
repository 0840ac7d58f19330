package simplify

import (
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Options say how to simplify.
type Options struct {
	// Steps asks for what was done, step by step.
	Steps bool
}

// A Result is a simplified formula.
type Result struct {
	Expr symbolic.Expr
	// Conditions describe where the formula has a value as it was written,
	// without what always holds.
	Conditions []symbolic.Expr
	Steps      []Step
	// Limit names the budget that ended the search, "" where none did. The
	// result is right, and there may be a simpler one.
	Limit string
}

// A Step says what a part of a formula was replaced by, and why.
type Step struct {
	Before, After symbolic.Expr
	Rule          string // the name of the row, or what was done
	Source        string
	Condition     symbolic.Expr // under which the rule holds; True where it always does
}

// Simplify returns a formula that has the same value wherever the given one has
// one, as it was written, and the assumptions of the scope hold; it may have one
// elsewhere, too. It has not more symbols, numbers and functions than the given
// one after its derivatives are carried out, and is what a person would write: sigmoid(v)*(1-sigmoid(v)) rather
// than exp(-v)/(1+exp(-v))^2. Names defined in the scope stay names.
//
// Each change is a step that a proof.Checker has accepted. The error is a
// *symbolic.LimitError where a limit of the store was reached.
//
// The cost is linear in the number of nodes, with a larger factor for parts that
// are small.
func Simplify(scope *read.Scope, f read.Formula, o Options) (z Result, err error) {
	list, err := Several(scope, f.Domain, o, f.Expr)
	if err != nil {
		return z, err
	}
	z = Result{Expr: list.Exprs[0], Conditions: Conditions(scope, f.Domain), Steps: list.Steps, Limit: list.Limit}
	return z, nil
}

// Conditions returns a domain as a list of conditions, without what follows
// from the assumptions of the scope or always holds.
func Conditions(scope *read.Scope, domain symbolic.Expr) (list []symbolic.Expr) {
	domain = assume.New(scope).Reduce(domain)
	s := scope.Store
	conds := []symbolic.ID{domain.ID()}
	if domain.Kind() == symbolic.And {
		conds = s.Operands(domain.ID())
	}
	for _, c := range conds {
		if c != symbolic.True && !isCertain(scope, c) {
			list = append(list, s.Expr(c))
		}
	}
	return list
}

// certain bounds the effort for conditions about constants.
var certain = certify.Options{MaxPrec: 512, Budget: 1 << 14}

// isCertain tells whether a condition without variables holds.
func isCertain(scope *read.Scope, cond symbolic.ID) bool {
	s := scope.Store
	if s.Kind(cond) != symbolic.Relation || len(s.FreeSymbols(cond)) > 0 {
		return false
	}
	t, _ := certify.Compile(scope.Library, s, cond).Holds(0, nil, certain)
	return t == certify.Yes
}

// A Results is a list of formulas simplified together.
type Results struct {
	Exprs []symbolic.Expr
	Steps []Step
	Limit string
}

// Several simplifies formulas that all have values where a condition holds, such
// as the partial derivatives of a function; what they share is looked at once.
// See Simplify.
func Several(scope *read.Scope, domain symbolic.Expr, o Options, formulas ...symbolic.Expr) (z Results, err error) {
	defer symbolic.Catch(&err)
	c := proof.NewChecker(scope, domain, formulas...)
	if c.Empty() || len(formulas) == 0 {
		return Results{Exprs: formulas}, nil
	}
	s := scope.Store
	root := formulas[0].ID()
	if len(formulas) > 1 {
		ids := make([]symbolic.ID, len(formulas))
		for i, e := range formulas {
			ids[i] = e.ID()
		}
		root = s.Apply(s.Unspecified(listName), ids...)
	}
	w := newWorker(c, scope.Library, root, o)
	for range maxRounds {
		before := root
		if root, err = w.run(root); err != nil {
			return z, err
		}
		if root == before || !w.measureBy(root) {
			break
		}
	}
	z = Results{Exprs: []symbolic.Expr{s.Expr(root)}, Steps: w.steps, Limit: w.limit}
	if len(formulas) > 1 {
		z.Exprs = s.Exprs(s.Operands(root))
	}
	return z, nil
}

// listName is that of the function without a definition whose arguments are
// formulas that are simplified together. No name in a formula has brackets.
const listName = "[]"

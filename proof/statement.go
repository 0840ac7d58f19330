package proof

import (
	"errors"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Statement is a claim as text, or a chain of claims such as a = b <= c: what
// a person wrote, and all that has to be read to know what a proof file proves.
type Statement struct {
	Sides     []string `json:"sides"`     // formulas, one more than relations
	Relations []string `json:"relations"` // =, !=, <, <=, > or >= between them
	Assume    []string `json:"assume,omitempty"`
	Let       []string `json:"let,omitempty"`
	Shapes    []string `json:"shapes,omitempty"` // W=3x4
}

// StatementOf returns the statement of a chain that was read, without what is
// assumed.
func StatementOf(links []read.Relation) (t Statement) {
	for i, l := range links {
		left, right, rel := l.LeftText, l.RightText, map[symbolic.Rel]string{
			symbolic.Equal: "=", symbolic.NotEqual: "!=", symbolic.Less: "<", symbolic.LessEqual: "<="}[l.Rel]
		if l.Exchanged {
			left, right = right, left
			rel = strings.Replace(rel, "<", ">", 1)
		}
		if i == 0 {
			t.Sides = append(t.Sides, left)
		}
		t.Sides = append(t.Sides, right)
		t.Relations = append(t.Relations, rel)
	}
	return t
}

// String returns the claim with what it assumes, on one line.
func (t Statement) String() string {
	var b strings.Builder
	for i, side := range t.Sides {
		if i > 0 && i <= len(t.Relations) {
			b.WriteString(" " + t.Relations[i-1] + " ")
		}
		b.WriteString(side)
	}
	for _, part := range []struct {
		word string
		list []string
	}{{"let", t.Let}, {"assuming", t.Assume}, {"shapes", t.Shapes}} {
		if len(part.list) > 0 {
			b.WriteString(", " + part.word + " " + strings.Join(part.list, ", "))
		}
	}
	return b.String()
}

// Claims reads a statement in a scope in which nothing was read before: one
// claim for each relation.
//
// Errors: a *read.Error, whose name is the part of the statement; a *FormatError
// where the sides and relations are no chain.
func (t Statement) Claims(scope *read.Scope) ([]Claim, error) {
	if len(t.Relations) == 0 || len(t.Sides) != len(t.Relations)+1 {
		return nil, malformed("a statement has one relation between each two of its sides")
	}
	declares := func(text string) bool { return strings.ContainsRune(text, ':') }
	isRelation := func(text string) bool { return !declares(text) }
	// Declarations come before the formulas that need them; assumed relations
	// after, so that the order of the variables is that of the formulas.
	err := errors.Join(each("shapes", t.Shapes, scope.Shape), each("assume", slices.DeleteFunc(slices.Clone(t.Assume), isRelation), scope.Assume))
	if err == nil {
		err = each("let", t.Let, scope.Let)
	}
	if err != nil {
		return nil, err
	}
	links := make([]read.Relation, len(t.Relations))
	for i, rel := range t.Relations {
		if links[i], err = scope.Relate(t.Sides[i], rel, t.Sides[i+1]); err != nil {
			return nil, err
		}
	}
	if err := each("assume", slices.DeleteFunc(slices.Clone(t.Assume), declares), scope.Assume); err != nil {
		return nil, err
	}
	claims := make([]Claim, len(links))
	for i, l := range links {
		claims[i] = NewClaim(scope, l.Left, l.Rel, l.Right)
	}
	return claims, nil
}

// each reads texts, and names the part that they are in errors.
func each(part string, list []string, use func(string) error) error {
	for _, text := range list {
		if err := use(text); err != nil {
			var r *read.Error
			if errors.As(err, &r) {
				r.Where.Name = part
			}
			return err
		}
	}
	return nil
}

// NewClaim returns the claim that two formulas of a scope are related. The
// definitions of the scope are put in, into its assumptions as well.
func NewClaim(scope *read.Scope, left read.Formula, rel symbolic.Rel, right read.Formula) Claim {
	z := *scope
	z.Definitions, z.Types, z.Relations = nil, map[string]read.Type{}, nil
	c := Claim{Scope: &z, Rel: rel}
	for name, t := range scope.Types {
		if !slices.ContainsFunc(scope.Definitions, func(d read.Definition) bool { return d.Name.Name() == name }) {
			z.Types[name] = t
		}
	}
	for _, d := range scope.Definitions {
		if t, typed := scope.Types[d.Name.Name()]; typed {
			f := read.Formula{Expr: scope.Store.Expr(typeCondition(scope, t, d.Name.ID())), Domain: scope.Store.Expr(symbolic.True)}
			z.Relations = append(z.Relations, c.whole(scope, f))
		}
	}
	for _, r := range scope.Relations {
		z.Relations = append(z.Relations, c.whole(scope, r))
	}
	c.Left, c.Right = c.whole(scope, left), c.whole(scope, right)
	return c
}

// whole returns a formula with the definitions of a scope put in, the last one
// first, and its domain as it was written, whatever has become of its parts in
// the expression. It notes in the claim where a derivative was lost.
func (c *Claim) whole(scope *read.Scope, f read.Formula) read.Formula {
	s := scope.Store
	w, err := scope.Whole(f)
	if err != nil {
		c.lost = true
		return f
	}
	c.lost = c.lost || w.Lost
	f = w.Formula
	kept := w.Derivatives
	partial := w.Partial
	for _, d := range slices.Backward(scope.Definitions) {
		name := d.Name.ID()
		if !s.Depends(f.Expr.ID(), name) && !s.Depends(f.Domain.ID(), name) {
			continue
		}
		v, ok := w.Definitions[name]
		if !ok { // of a formula that was made
			if v, err = scope.Whole(d.Formula); err != nil {
				c.lost = true
				return f
			}
			f.Domain = s.Expr(s.And(v.Domain.ID(), f.Domain.ID()))
			kept = append(kept, name)
		}
		partial = partial || v.Partial
		c.lost = c.lost || v.Lost || (w.Inner || v.Inner) && (len(v.Derivatives) > 0 || v.Inner)
		put := map[symbolic.ID]symbolic.ID{name: v.Expr.ID()}
		var after []symbolic.ID
		for _, id := range kept {
			if id == name {
				after = append(after, v.Derivatives...)
			} else {
				after = append(after, s.Substitute(id, put))
			}
		}
		kept = after
		f.Expr, f.Domain = f.Expr.Subs(d.Name, v.Expr), f.Domain.Subs(d.Name, v.Expr)
	}
	f.Expr = s.Expr(byOwnVariable(s, f.Expr.ID()))
	partial = partial || f.Tree == nil // of what was made nobody knows how it was written
	c.lost = c.lost || partial && Moved(s, f.Expr.ID())
	for i, id := range kept {
		kept[i] = byOwnVariable(s, id)
	}
	if len(kept) > 0 {
		reached := read.Reached(s, f.Expr.ID())
		c.lost = c.lost || slices.ContainsFunc(kept, func(id symbolic.ID) bool { return !reached.Has(id) })
	}
	return f
}

// Lost tells that a derivative was written in the claim which the expressions
// do not evaluate: 0*diff(abs(x), x) is 0, and has no value at 0. Nothing is
// known then of where the sides have values.
func (c Claim) Lost() bool { return c.lost }

// typeCondition is what a declared type says of a node.
func typeCondition(scope *read.Scope, t read.Type, x symbolic.ID) symbolic.ID {
	s := scope.Store
	switch t {
	case read.Positive:
		return s.Relate(symbolic.Less, symbolic.Zero, x)
	case read.Negative:
		return s.Relate(symbolic.Less, x, symbolic.Zero)
	case read.Nonnegative:
		return s.Relate(symbolic.LessEqual, symbolic.Zero, x)
	case read.Nonzero:
		return s.Relate(symbolic.NotEqual, x, symbolic.Zero)
	case read.Integer:
		return scope.Library.IsInteger(s, x)
	}
	return symbolic.True
}

package read

import (
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A Relation is a claim that was read: two formulas and how they compare.
// Greater relations have their sides exchanged.
type Relation struct {
	Left, Right Formula
	Rel         symbolic.Rel
	Exchanged   bool   // Left was written on the right
	LeftText    string // the sides as they were written, in the order of Left and Right
	RightText   string
}

// relations are the kinds of syntax nodes that compare two formulas.
var relations = map[syntax.Kind]struct {
	rel       symbolic.Rel
	exchanged bool
}{
	syntax.Equal: {symbolic.Equal, false}, syntax.NotEqual: {symbolic.NotEqual, false},
	syntax.Less: {symbolic.Less, false}, syntax.LessEqual: {symbolic.LessEqual, false},
	syntax.Greater: {symbolic.Less, true}, syntax.GreaterEqual: {symbolic.LessEqual, true},
}

// Claim reads a relation such as x^2 >= 0, or a chain a = b <= c, which is a
// relation for each of its links.
func (c *Scope) Claim(text string) ([]Relation, error) {
	t, err := parse.Expr(text, c.Limits)
	if err != nil {
		return nil, coded(err)
	}
	links := []syntax.ID{t.Root}
	if t.Nodes[t.Root].Kind == syntax.Chain {
		links = t.Args(t.Root)
	}
	var out []Relation
	for _, id := range links {
		k, ok := relations[t.Nodes[id].Kind]
		if !ok {
			return nil, c.fail(t, id, Syntax, "a claim is a relation between two formulas", "write for example sin(x)^2+cos(x)^2 = 1")
		}
		sides := t.Args(id)
		f, err := c.lower(t, sides, false)
		if err != nil {
			return nil, err
		}
		source := func(id syntax.ID) string { return text[t.Nodes[id].Span.Start:t.Nodes[id].Span.End] }
		r := Relation{f[0], f[1], k.rel, k.exchanged, source(sides[0]), source(sides[1])}
		if k.exchanged {
			r.Left, r.Right, r.LeftText, r.RightText = r.Right, r.Left, r.RightText, r.LeftText
		}
		out = append(out, r)
	}
	return out, nil
}

// Relate reads two formulas and how they compare: =, ==, !=, <, <=, > or >=.
func (c *Scope) Relate(left, rel, right string) (Relation, error) {
	if rel == "" {
		rel = "="
	}
	t, err := parse.Expr("0"+rel+"0", c.Limits)
	if err != nil {
		return Relation{}, coded(err)
	}
	k, ok := relations[t.Nodes[t.Root].Kind]
	for _, a := range t.Args(t.Root) {
		ok = ok && t.Nodes[a].Kind == syntax.Number
	}
	if !ok || len(t.Args(t.Root)) != 2 {
		return Relation{}, c.fail(t, t.Root, Syntax, "the relations are =, !=, <, <=, > and >=", "")
	}
	r := Relation{Rel: k.rel, Exchanged: k.exchanged, LeftText: left, RightText: right}
	if k.exchanged {
		r.LeftText, r.RightText = right, left
	}
	if r.Left, err = c.Formula(r.LeftText); err == nil {
		r.Right, err = c.Formula(r.RightText)
	}
	return r, err
}

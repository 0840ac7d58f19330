package read

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// Variables returns the free variables of formulas as they were written, in
// their order, through the definitions that they use. x/x has the variable x,
// though it reads as 1. Arrays are no variables; their entries at literal
// subscripts are.
func (c *Scope) Variables(formulas ...Formula) []symbolic.Expr {
	s := c.Store
	found := symbolic.Set{}
	var out []symbolic.Expr
	add := func(id symbolic.ID) {
		if found.Add(id) {
			out = append(out, s.Expr(id))
		}
	}
	for i := 0; i < len(formulas); i++ {
		t := formulas[i].Tree
		arrays, dummies := c.roles(t)
		for _, id := range s.Postorder(formulas[i].Expr.ID()) {
			if s.Kind(id) == symbolic.Index {
				open := func(x symbolic.ID) bool { return s.Kind(x) != symbolic.Number }
				if !slices.ContainsFunc(s.Operands(id)[1:], open) {
					add(id)
				}
			}
		}
		free := s.FreeSymbols(formulas[i].Expr.ID(), formulas[i].Domain.ID())
		for _, n := range t.Nodes {
			if n.Kind != syntax.Name || n.Text == "pi" || arrays[n.Text] {
				continue
			}
			x, known := s.HasSym(n.Text)
			if !known || dummies[n.Text] && !slices.Contains(free, x) {
				continue
			}
			if d, ok := c.defined[x]; ok {
				if found.Add(x) {
					formulas = append(formulas[:len(formulas):len(formulas)], c.Definitions[d].Formula)
				}
				continue
			}
			add(x)
		}
	}
	slices.SortFunc(out, func(a, b symbolic.Expr) int { return int(a.ID()) - int(b.ID()) })
	return out
}

// roles returns the names of a tree that stand for arrays, and those that are
// bound by a sum, a product or a derivative somewhere.
func (c *Scope) roles(t *syntax.Tree) (arrays, dummies map[string]bool) {
	arrays, dummies = map[string]bool{}, map[string]bool{}
	for id := range t.Nodes {
		args := t.Args(syntax.ID(id))
		switch n := &t.Nodes[id]; {
		case n.Kind == syntax.Index:
			arrays[t.Nodes[args[0]].Text] = true
		case n.Kind == syntax.Call && (n.Text == "sum" || n.Text == "prod") && len(args) == 4:
			dummies[t.Nodes[args[0]].Text] = true
		case n.Kind == syntax.Call && n.Text == "diff" && len(args) == 4:
			dummies[t.Nodes[args[1]].Text] = true
		}
	}
	return arrays, dummies
}

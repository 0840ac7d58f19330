package read

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// mentioned returns the free symbols of nodes, and those of the definitions of symbols
// among them, and so on, but for the definition of cut.
func (c *Scope) mentioned(cut symbolic.ID, nodes ...symbolic.ID) []symbolic.ID {
	list := c.Store.FreeSymbols(nodes...)
	for i := 0; i < len(list); i++ {
		k, ok := c.defined[list[i]]
		if !ok || list[i] == cut {
			continue
		}
		d := c.Definitions[k]
		for _, x := range c.Store.FreeSymbols(d.Expr.ID(), d.Domain.ID()) {
			if !slices.Contains(list, x) {
				list = append(list, x)
			}
		}
	}
	return list
}

// Through puts definitions into an expression, those that depend on a variable. A
// definition of the variable itself is not put in.
func (c *Scope) Through(e, x symbolic.Expr) symbolic.Expr {
	return c.Store.Expr(c.through(e.ID(), x.ID(), func(symbolic.ID) bool { return false }))
}

// through puts definitions into what is differentiated by x, those that depend on it: the
// derivative is through all of them. A definition of x itself is cut off, as x is free to
// move there; so are names that are bound where the body stands.
func (c *Scope) through(body, x symbolic.ID, bound func(symbolic.ID) bool) symbolic.ID {
	for _, d := range slices.Backward(c.Definitions) {
		name := d.Name.ID()
		if name != x && !bound(name) && c.Store.Depends(body, name) && slices.Contains(c.mentioned(x, name), x) {
			body = c.Store.Substitute(body, map[symbolic.ID]symbolic.ID{name: d.Expr.ID()})
		}
	}
	return body
}

// shadowed complains where a definition is used in the scope of an index, or of a
// parameter, with the name of a variable of the definition: written out there, that would
// be another one.
func (l *lowering) shadowed(id syntax.ID, x symbolic.ID) error {
	if _, ok := l.c.defined[x]; !ok || slices.Contains(l.c.parameters, x) {
		return nil
	}
	role, name := l.roleHere(id, l.c.mentioned(0, x))
	if role == "" || name == l.s.Name(x) {
		return nil
	}
	return l.c.fail(l.t, id, Syntax, l.s.Name(x)+" uses the variable "+name+", which is "+role+" here", "give one of them another name")
}

// roleHere returns the first of the symbols that is a parameter or an index at a place.
func (l *lowering) roleHere(id syntax.ID, list []symbolic.ID) (role, name string) {
	var indices map[string]bool
	for _, x := range list {
		name := l.s.Name(x)
		if slices.Contains(l.c.parameters, x) {
			return "a parameter", name
		}
		if !l.isDummy(name) {
			continue
		}
		if indices == nil {
			indices = l.indicesAround(id)
		}
		if indices[name] {
			return "an index", name
		}
	}
	return "", ""
}

package read

import (
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// symbol returns the symbol of a name.
func (c *Scope) symbol(t *syntax.Tree, at syntax.ID) (symbolic.ID, error) {
	name := t.Nodes[at].Text
	if twin := c.twin(name); twin != "" {
		return 0, c.fail(t, at, Syntax, twinText(name, twin), twinHint)
	}
	return c.Store.Sym(name), nil
}

// twin returns the other spelling of a name that is used in the scope, "" if there is
// none: α and alpha would be two variables that no reader can tell apart.
func (c *Scope) twin(name string) string {
	latin := present.Latin(name)
	if latin == name {
		return c.greek[name]
	}
	c.greek[latin] = name
	_, used := c.Store.HasSym(latin)
	_, typed := c.Types[latin]
	if used || typed {
		return latin
	}
	return ""
}

const twinHint = "write one of them throughout"

func twinText(name, twin string) string {
	return name + " and " + twin + " are two spellings of one name"
}

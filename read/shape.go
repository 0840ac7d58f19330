package read

import (
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A dimension is the size of an array in one direction: a number, or a name
// for an unknown size.
type dimension struct {
	size int64 // 0 where the size is a name
	name string
}

// Shape declares sizes of arrays: "W=3x4, v=4, a=n". Literal subscripts are
// checked against them.
func (c *Scope) Shape(text string) error {
	for _, p := range parse.SplitList(text) {
		name, sizes, ok := strings.Cut(text[p.Start:p.End], "=")
		name = strings.TrimSpace(name)
		var dims []dimension
		for _, d := range strings.Split(sizes, "x") {
			d = strings.TrimSpace(d)
			n, err := strconv.ParseInt(d, 10, 32)
			if err != nil {
				t, bad := parse.Expr(d, c.Limits)
				ok = ok && bad == nil && t.Nodes[t.Root].Kind == syntax.Name
			}
			ok = ok && (err != nil || n > 0)
			dims = append(dims, dimension{n, d})
		}
		if !ok || name == "" {
			return &Error{Shape, syntax.NewError(text, p, "a shape has the form name=rows or name=rowsxcolumns", "write W=3x4")}
		}
		c.shapes[name] = dims
	}
	return nil
}

// ShapeOf declares the shape of one array from JSON: sizes as numbers or
// names.
func (c *Scope) ShapeOf(name string, sizes []string) error {
	return c.Shape(name + "=" + strings.Join(sizes, "x"))
}

// Size returns the declared number of entries of an array in a direction, from 0: a
// number or a symbol, and false where none is declared.
func (c *Scope) Size(name string, direction int) (symbolic.ID, bool) {
	dims := c.shapes[name]
	switch {
	case direction >= len(dims):
		return 0, false
	case dims[direction].size > 0:
		return c.Store.Int(dims[direction].size), true
	}
	return c.Store.Sym(dims[direction].name), true
}

// IsSize tells whether a name stands for the size of an array.
func (c *Scope) IsSize(name string) bool {
	for _, dims := range c.shapes {
		for _, d := range dims {
			if d.size == 0 && d.name == name {
				return true
			}
		}
	}
	return false
}

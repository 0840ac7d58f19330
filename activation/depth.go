package activation

import (
	"errors"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// MaxDepth bounds compositions.
const MaxDepth = 30

// levelOrder is the order of the expansions of compositions.
const levelOrder = 3

// compositions expands s, s(s), s(s(s)), ... at 0.
func (a *analysis) compositions(z *Report) error {
	if a.o.Depth < 2 {
		return nil
	}
	g := a.f
	for depth := 1; depth <= a.o.Depth; depth++ {
		if depth > 1 {
			put := map[symbolic.ID]symbolic.ID{a.x: g.Expr.ID()}
			g = read.Formula{Expr: a.s.Expr(a.s.Substitute(a.f.Expr.ID(), put)),
				Domain: a.s.Expr(a.s.And(g.Domain.ID(), a.s.Substitute(a.f.Domain.ID(), put)))}
		}
		level, err := a.level(g, depth)
		if err != nil {
			return err
		}
		if z.Depth = append(z.Depth, level); level.Reason != "" {
			break
		}
	}
	return nil
}

func (a *analysis) level(g read.Formula, depth int) (z Level, err error) {
	z.Depth = depth
	e, err := taylor.Expand(a.scope, g, a.s.Expr(a.x), min(levelOrder, a.o.Order), taylor.Options{})
	var t *taylor.Error
	switch {
	case errors.As(err, &t):
		z.Reason = t.Error()
		return z, nil
	case err != nil:
		return z, err
	case len(e.Missing) > 0:
		z.Reason = e.Missing[0].Err.Error()
		return z, nil
	}
	z.Left, z.Right, z.Smooth = e.Series[0], e.Series[len(e.Series)-1], len(e.Series) == 1
	left, right, ok := a.halves(z.Left, z.Right, levelOrder)
	if !ok {
		return z, nil
	}
	z.LeftValues, z.RightValues = a.enclosed(left), a.enclosed(right)
	return z, nil
}

// enclosed returns enclosures of coefficients, nil if one depends on symbols.
func (a *analysis) enclosed(c half) (list []interval.Float) {
	for _, id := range c {
		v, err := a.constant(id)
		if err != nil {
			return nil
		}
		list = append(list, v)
	}
	return list
}

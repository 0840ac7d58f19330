package activation

import (
	"errors"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// MaxDepth bounds compositions.
const MaxDepth = 30

// levelOrder is the highest order of the expansions of compositions.
const levelOrder = 3

// A Level is the expansion at 0 of the function applied so many times.
type Level struct {
	Depth       int
	Left, Right Side
	Smooth      bool   // both have the same coefficients
	Reason      string // why there is no expansion
}

// A Side is a polynomial in x from one side of 0.
type Side struct {
	Coefs []symbolic.Expr // of 1, x, x^2, ...
	Exact bool            // if not, the rest is O(x^len(Coefs))
	// Values enclose the coefficients; nil where they depend on symbols.
	Values []interval.Float
}

// A sided polynomial is one for x > 0 or for x < 0.
type sided struct {
	c     half
	exact bool
}

// compositions expands s, s(s), s(s(s)), ... at 0: each expansion at the value of the
// one before is put into it, from the side from which that one comes.
func (a *analysis) compositions(z *Report) error {
	if a.o.Depth < 2 {
		return nil
	}
	n := min(levelOrder, a.o.Order)
	start := make(half, n+1)
	for i := range start {
		start[i] = symbolic.Zero
	}
	start[1] = symbolic.One
	inner := [2]sided{{start, true}, {start, true}} // x < 0, x > 0
	for depth := 1; depth <= a.o.Depth; depth++ {
		level := Level{Depth: depth}
		for i, x := range inner {
			y, reason, err := a.applied(x, 2*i-1, n)
			if err != nil {
				return err
			}
			if inner[i] = y; reason != "" {
				level.Reason = reason
			}
		}
		if level.Reason == "" {
			level.Left, level.Right = a.sideOf(inner[0]), a.sideOf(inner[1])
			level.Smooth = true
			for k := range inner[0].c {
				level.Smooth = level.Smooth && inner[0].c[k] == inner[1].c[k]
			}
		}
		if z.Depth = append(z.Depth, level); level.Reason != "" {
			break
		}
	}
	return nil
}

// applied returns the expansion of the function of a polynomial on a side of 0, or
// the reason why there is none.
func (a *analysis) applied(x sided, side, n int) (z sided, reason string, err error) {
	at := x.c[0]
	if x.exact && degree(x.c) == 0 { // it stays at the point
		return a.constantLayer(at, n)
	}
	e, err := taylor.Expand(a.scope, a.f, a.s.Expr(a.x), n, taylor.Options{At: taylor.Point{Value: a.s.Expr(at)}})
	var t *taylor.Error
	switch {
	case errors.As(err, &t):
		return z, t.Error(), nil
	case err != nil:
		return z, "", err
	}
	part := e.Series[0]
	if len(e.Series) > 1 {
		above, ok := a.isAbove(x, side)
		if !ok {
			return z, "from which side a layer is reached could not be decided", nil
		}
		if above {
			part = e.Series[1]
		}
	} else if e.Smoothness.Class == taylor.Jump && degree(x.c) == 0 {
		return z, "whether a layer is reached at a jump could not be decided", nil
	}
	c, ok := a.halfAt(part, n, at)
	if !ok {
		return z, "the expansion of a layer has other powers than integers", nil
	}
	return a.composed(sided{c, part.Exact}, x, n), "", nil
}

// constantLayer returns the value of the function at a point.
func (a *analysis) constantLayer(at symbolic.ID, n int) (z sided, reason string, err error) {
	if a.facts.Holds(a.s.Expr(a.put(a.f.Domain.ID(), at))) != assume.Yes {
		return z, "whether a layer has a value could not be decided", nil
	}
	z = sided{make(half, n+1), true}
	for k := range z.c {
		z.c[k] = symbolic.Zero
	}
	z.c[0], err = a.simpler(a.put(a.f.Expr.ID(), at))
	return z, "", err
}

// isAbove tells whether a polynomial that is not constant comes to its value at 0
// from above.
func (a *analysis) isAbove(x sided, side int) (above, ok bool) {
	for k := 1; k < len(x.c); k++ {
		if x.c[k] == symbolic.Zero {
			continue
		}
		sign := 0
		switch s := a.s; {
		case a.facts.Holds(s.Expr(s.Relate(symbolic.Less, symbolic.Zero, x.c[k]))) == assume.Yes:
			sign = 1
		case a.facts.Holds(s.Expr(s.Relate(symbolic.Less, x.c[k], symbolic.Zero))) == assume.Yes:
			sign = -1
		default:
			if len(s.FreeSymbols(x.c[k])) > 0 {
				return false, false
			}
			if sign, ok = a.compare(x.c[k], symbolic.Zero); !ok || sign == 0 {
				return false, false
			}
		}
		if side < 0 && k%2 != 0 {
			sign = -sign
		}
		return sign > 0, true
	}
	return false, false
}

// composed returns the polynomial y(x - x(0)) up to an order.
func (a *analysis) composed(y, x sided, n int) sided {
	s := a.s
	inner := append(half{}, x.c...)
	inner[0] = symbolic.Zero
	z := make(half, n+1)
	for i := range z {
		z[i] = symbolic.Zero
	}
	for k := n; k >= 0; k-- { // Horner's scheme
		z = a.product(z, inner, n)
		z[0] = s.Add(z[0], y.c[k])
	}
	for i := range z {
		z[i] = a.light(z[i])
	}
	return sided{z, x.exact && y.exact && degree(x.c)*degree(y.c) <= n}
}

// light simplifies a constant that is short.
func (a *analysis) light(id symbolic.ID) symbolic.ID {
	const few = 40
	if len(a.s.Postorder(id)) > few {
		return id
	}
	if z, err := a.simpler(id); err == nil {
		return z
	}
	return id
}

func degree(c half) int {
	for k := len(c) - 1; k > 0; k-- {
		if c[k] != symbolic.Zero {
			return k
		}
	}
	return 0
}

func (a *analysis) sideOf(x sided) Side {
	return Side{a.s.Exprs(x.c), x.exact, a.enclosed(x.c)}
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

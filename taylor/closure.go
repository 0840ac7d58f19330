package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// A closure says what comes out when a function is differentiated again and
// again.
type closure uint8

const (
	// finite: other functions, and they come to an end.
	finite closure = iota
	// cyclic: the function itself, as exp or, after cos, sin.
	cyclic
	// endless: ever new functions, as polygamma.
	endless
)

// maxClosure is the number of functions after which a closure counts as
// endless. In the table tan and sec come after each other, and no more than four.
const maxClosure = 8

// closureOf says which kind of closure a function of something has.
func (g *germ) closureOf(id symbolic.ID) closure {
	z, ok := g.closures[id]
	if !ok {
		z = g.explore(id, id)
		g.closures[id] = z
	}
	return z
}

// explore differentiates a function again and again until another one comes
// out, which makes the closure cyclic.
func (g *germ) explore(id, goal symbolic.ID) closure {
	var seen []symbolic.ID
	todo := []symbolic.ID{id}
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, next := range g.differentiated(at) {
			switch {
			case next == goal:
				return cyclic
			case !slices.Contains(seen, next):
				seen, todo = append(seen, next), append(todo, next)
			}
		}
		if len(seen) > maxClosure {
			return endless
		}
	}
	return finite
}

// differentiated returns the functions of the variable in the derivative of one,
// but for those in its arguments, whose series are known.
func (g *germ) differentiated(id symbolic.ID) (list []symbolic.ID) {
	s := g.s
	if s.Function(id) == nil {
		return nil
	}
	forms := g.lib.Forms(s.Function(id))
	args := s.Operands(id)
	for i, a := range args {
		if !g.isActive(a) || i >= len(forms.Deriv) || forms.Deriv[i] == nil || len(args) != len(forms.Deriv) {
			continue
		}
		d := forms.Deriv[i].Build(s, append(slices.Clone(args), id)...)
		inside := func(id symbolic.ID) bool { return g.isReal(id) && !slices.Contains(args, id) }
		for _, o := range g.s.PostorderWithin([]symbolic.ID{d}, inside) {
			if s.Kind(o) == symbolic.Apply && g.isActive(o) && !slices.Contains(args, o) && !slices.Contains(list, o) {
				list = append(list, o)
			}
		}
	}
	return list
}

func (g *germ) isReal(id symbolic.ID) bool { return !g.s.IsCondition(id) }

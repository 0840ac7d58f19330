package claim

import (
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// climbs is the number of starts, and climbSteps of changes from each: a
	// region such as b^2 > 4*a*c and d*x > 1 is found from most starts.
	climbs     = 12
	climbSteps = 150
)

// climb looks for points of a region that random points miss: it changes one
// coordinate at a time, as long as no condition is lost. It tells whether the
// relation fails at a point found.
func (x *search) climb() bool {
	if len(x.m.vars) == 0 {
		return false
	}
	parts := []symbolic.ID{x.s.And(x.conds...)}
	if x.s.Kind(parts[0]) == symbolic.And {
		parts = x.s.Operands(parts[0])
	}
	program := certify.Compile(x.c.Scope.Library, x.s, parts...)
	inputs := program.Inputs()
	var boxes []interval.Float
	score := func(values []rational.Rat) (n int) {
		boxes = boxes[:0]
		for _, in := range inputs {
			boxes = append(boxes, interval.FromRatFloat(values[slices.Index(x.m.vars, in)]))
		}
		for _, z := range program.Float(boxes, &x.scratch) {
			if z.Truth == certify.Yes {
				n++
			}
		}
		return n
	}
	for range climbs {
		at := slices.Clone(x.m.next())
		best := score(at)
		for k := range climbSteps {
			if best == len(parts) {
				break
			}
			i := x.m.rng.IntN(len(at))
			old := at[i]
			at[i] = x.m.fit(x.m.types[x.m.vars[i]], x.m.draw(k%13))
			if z := score(at); z >= best {
				best = z
			} else {
				at[i] = old
			}
		}
		if best < len(parts) {
			continue
		}
		if x.look(at) {
			return true
		}
		if len(x.inside) >= enough/2 {
			return false
		}
	}
	return false
}

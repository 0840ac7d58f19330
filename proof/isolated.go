package proof

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/symbolic"
)

// A variation looks at expressions as functions of x, everything else fixed.
// Near a point at which they have values, they are definable in the o-minimal
// structure of the reals with exp and restricted analytic functions: their
// arguments stay bounded there. So the zeros of u are isolated unless u is 0 on
// an interval.
//
// Where coefficients may be 0, the answer is for points at which some symbols
// are not all 0; these are noted.
type variation struct {
	r     *region
	x     symbolic.ID
	near  *region         // what is known around the points
	zeros [][]symbolic.ID // sets of symbols: nothing is said where all of one set are 0
}

// maxVariation bounds the nesting of functions that is looked into.
const maxVariation = 20

func (v *variation) depends(id symbolic.ID) bool { return v.r.s.Depends(id, v.x) }

// isolated tells whether u is not 0 on any interval. An interval has one in which one
// piece of a function in pieces is taken.
func (v *variation) isolated(u symbolic.ID, depth int) bool {
	if depth == 0 {
		return false
	}
	s := v.r.s
	if t, pieces, ok := firstPiecewise(v.r.lib, s, v.depends, u); ok {
		for i, cond := range []symbolic.ID{pieces[0], s.Not(pieces[0])} {
			if !v.near.holds(s.Not(cond)) && !v.isolated(s.Substitute(u, map[symbolic.ID]symbolic.ID{t: pieces[i+1]}), depth-1) {
				return false
			}
		}
		return true
	}
	list, ok, err := algebra.Zeros(v.r.s, u, algebra.Dependence{On: v.depends, Holds: v.near.holds})
	if err != nil || !ok {
		return false
	}
	return !slices.ContainsFunc(list, func(p algebra.Polynomial) bool {
		return !v.someNonZero(p.Coefs) || p.Generator != symbolic.One && !v.varies(p.Generator, depth-1)
	})
}

// varies tells whether u is not constant on any interval.
func (v *variation) varies(u symbolic.ID, depth int) bool {
	s := v.r.s
	if u == v.x {
		return true
	}
	if depth == 0 || !v.depends(u) {
		return false
	}
	ops := s.Operands(u)
	switch s.Kind(u) {
	case symbolic.Power:
		base, e := ops[0], ops[1]
		switch {
		case !v.depends(e):
			return v.someNonZero([]symbolic.ID{e}) && v.varies(base, depth-1)
		case !v.depends(base):
			return v.r.holds(s.Relate(symbolic.Less, symbolic.Zero, base)) && v.r.holds(s.Relate(symbolic.NotEqual, base, symbolic.One)) && v.varies(e, depth-1)
		}
		return false
	case symbolic.Apply:
		row := s.Function(u)
		switch {
		case row == nil || len(ops) != len(row.Params):
			return false
		case len(ops) == 1 && row.Smooth == "" && row.Continuous == "": // analytic, and not constant
			return v.isBounded(ops[0]) && v.varies(ops[0], depth-1)
		case row.IsPiecewise(): // an interval has one in which one piece is taken
			return v.varies(v.r.lib.Forms(row).Definition.Build(s, append(slices.Clone(ops), u)...), depth-1)
		}
		return false
	case symbolic.If:
		return v.varies(ops[1], depth-1) && v.varies(ops[2], depth-1)
	}
	z, ok, err := algebra.Numerator(s, u, algebra.Dependence{On: v.depends, Holds: v.near.holds})
	if err != nil || !ok || z.Over {
		return false
	}
	// One factor that varies, times others that are constant and not 0.
	varying := 0
	for _, p := range z.Numerator {
		if p.Generator == symbolic.One {
			if !v.someNonZero(p.Coefs) {
				return false
			}
			continue
		}
		varying++
		if !v.someNonZero(p.Coefs[:len(p.Coefs)-1]) || !v.varies(p.Generator, depth-1) {
			return false
		}
	}
	return varying == 1
}

// isBounded tells whether an expression is near its value around every point: the
// argument of sin(1/x) is not.
func (v *variation) isBounded(u symbolic.ID) bool {
	return v.r.isDefined(u) && continuous(v.r.lib, v.r.s, u, v.depends, v.r.holds)
}

// maxAlternatives bounds the sets of symbols that may be 0 together.
const maxAlternatives = 6

// someNonZero tells whether one of some numbers is not 0 in the region, or
// notes sets of symbols: where all of the numbers are 0, all of one set are.
func (v *variation) someNonZero(list []symbolic.ID) bool {
	if slices.ContainsFunc(list, func(k symbolic.ID) bool { return v.r.isDefined(k) && v.r.nonZero(k) }) {
		return true
	}
	sets := [][]symbolic.ID{nil}
	for _, k := range list {
		choices := v.zerosOf(k)
		if len(choices) == 0 || len(choices)*len(sets) > maxAlternatives {
			continue
		}
		var more [][]symbolic.ID
		for _, set := range sets {
			for _, x := range choices {
				if slices.Contains(set, x) {
					more = append(more, set)
				} else {
					more = append(more, append(set[:len(set):len(set)], x))
				}
			}
		}
		sets = more
	}
	if len(sets[0]) == 0 {
		return false
	}
	for _, set := range sets {
		slices.Sort(set)
		v.note(set)
	}
	return true
}

// note adds a set of symbols.
func (v *variation) note(set []symbolic.ID) {
	if !slices.ContainsFunc(v.zeros, func(z []symbolic.ID) bool { return slices.Equal(z, set) }) {
		v.zeros = append(v.zeros, set)
	}
}

// zerosOf returns symbols of which one is 0 where a product of symbols, and of
// what is not 0, is.
func (v *variation) zerosOf(k symbolic.ID) (symbols []symbolic.ID) {
	s := v.r.s
	factor := func(base, e symbolic.ID) bool {
		switch {
		case v.r.isDefined(base) && v.r.nonZero(base):
			return true
		case s.Kind(base) == symbolic.Symbol && base != v.x && s.Kind(e) == symbolic.Number && s.Number(e).Sign() > 0:
			symbols = append(symbols, base)
			return true
		}
		return false
	}
	ops := s.Operands(k)
	ok := false
	switch s.Kind(k) {
	case symbolic.Symbol:
		ok = factor(k, symbolic.One)
	case symbolic.Power:
		ok = factor(ops[0], ops[1])
	case symbolic.Product:
		ok = true
		for i := 1; i < len(ops); i += 2 {
			ok = ok && factor(ops[i], ops[i+1])
		}
	}
	if !ok {
		return nil
	}
	return symbols
}

package claim

import (
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// repairPoints are looked at to find assumptions that may repair a refuted
	// claim, and repairAgree of those at which such an assumption holds have
	// to agree before a proof is tried.
	repairPoints = 52
	repairAgree  = 3
	// repairVariables is the number of variables of claims that are repaired.
	repairVariables = 4
)

// holdsIf returns an assumption about a sign under which a refuted claim is
// proved, if there is one.
func (x *search) holdsIf() []symbolic.Expr {
	if x.repaired {
		return nil
	}
	for _, cond := range x.repairs() {
		if !x.separates(cond) {
			continue
		}
		scope := *x.c.Scope
		scope.Relations = append(slices.Clone(scope.Relations), read.Formula{Expr: x.s.Expr(cond), Domain: x.s.Expr(symbolic.True)})
		c := x.c
		c.Scope = &scope
		y := newSearch(c)
		y.repaired = true
		if v, err := y.run(); err == nil && v.Kind == proof.Proved {
			return x.s.Exprs([]symbolic.ID{cond})
		}
	}
	return nil
}

// gather looks at more points, for a simple witness and for assumptions.
func (x *search) gather() {
	if len(x.m.vars) == 0 || len(x.m.vars) > repairVariables {
		return
	}
	for range repairPoints {
		x.look(x.m.next())
	}
}

// simplest returns the point with the shortest coordinates at which the claim
// fails, looked at once more: exactly, and by itself.
func (x *search) simplest() certify.Point {
	length := func(at certify.Point) (n int) {
		for _, v := range x.m.vars {
			if x.s.Kind(at[v]) == symbolic.Number {
				n += len(x.s.Number(at[v]).String())
			} else {
				n += longCoordinate
			}
		}
		return n
	}
	list := slices.Clone(x.differ)
	slices.SortStableFunc(list, func(a, b certify.Point) int { return length(a) - length(b) })
	for _, at := range list {
		inside, _ := x.program.Holds(2, at, quick)
		if inside == certify.Yes && fails(x.c.Rel, x.program.Compare(0, 1, at, quick).Order) {
			return at
		}
	}
	return x.differ[0] // which took more precision
}

// longCoordinate is the length that a coordinate such as pi/4 counts for.
const longCoordinate = 4

// repairs returns the assumptions that are tried, weak ones first.
func (x *search) repairs() (list []symbolic.ID) {
	s, zero := x.s, symbolic.Zero
	if len(x.m.vars) > repairVariables {
		return nil
	}
	for _, rel := range []symbolic.Rel{symbolic.LessEqual, symbolic.Less} {
		for _, v := range x.m.vars {
			list = append(list, s.Relate(rel, zero, v), s.Relate(rel, v, zero))
		}
	}
	return list
}

// separates tells whether the points at which the claim fails are none at
// which a condition holds, and enough of the others are.
func (x *search) separates(cond symbolic.ID) bool {
	program := certify.Compile(x.c.Scope.Library, x.s, cond)
	holds := func(at certify.Point) bool {
		t, _ := program.Holds(0, at, quick)
		return t == certify.Yes
	}
	if slices.ContainsFunc(x.differ, holds) {
		return false
	}
	n := 0
	for _, at := range x.agree {
		if holds(at) {
			if n++; n >= repairAgree {
				return true
			}
		}
	}
	return false
}

package rewrite

import (
	"testing"

	"github.com/symgrad/symgrad/symbolic"
)

// Allocations counts the allocations of an attempt to match a node.
func Allocations(p *Pattern, s *symbolic.Store, id symbolic.ID) float64 {
	m := newMatcher(s, nil)
	m.found = func() bool { return false }
	return testing.AllocsPerRun(100, func() { m.match(p, id, 10_000) })
}

// Passes tells whether the bits of a node let a pattern be tried.
func Passes(p *Pattern, s *symbolic.Store, id symbolic.ID) bool {
	b := bits{s: s}
	return p.need&^b.below(id) == 0
}

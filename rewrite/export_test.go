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

// Missed returns the rules that match a node of a graph whose bits do not let
// them be tried, and how many were not tried.
func Missed(g *Graph, t *Strategy) (rules []string, passed int) {
	z := &search{Graph: g, m: newMatcher(g.s, g), shown: shown{g: g, bits: bits{s: g.s}}}
	heads := z.heads()
	z.shown.reset()
	for _, p := range t.patterns {
		for _, n := range heads[z.keyOf(p)] {
			if z.shown.below(n)&p.need == p.need {
				continue
			}
			passed++
			z.m.found = func() bool {
				rules = append(rules, p.rule.Name)
				return true
			}
			z.m.match(p, g.nodes[n].id, 10_000)
		}
	}
	return rules, passed
}

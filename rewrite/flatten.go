package rewrite

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// Canonical nodes have representatives as parts, and so do not show what another
// member of a class would merge with: tan(x)*cos(x) becomes sin(x) only with
// sin(x)/cos(x) in place of tan(x). In each round of a search such members are
// put in place of parts: sums into sums, products into products, what has a term
// or a base in common with another part, and whatever else the constructors
// would not leave as it is. This is congruence, and needs no rule.

// A flattening is a node with another member in place of a part.
type flattening struct {
	node         int32
	part, member symbolic.ID
}

// flatten collects the flattenings that are new.
func (z *search) flatten() {
	z.flattenings = z.flattenings[:0]
	b := &z.back[len(z.strategy.patterns)]
	if b.until > z.report.Iterations {
		return
	}
	limit := backOffLimit << b.times
	all := b.missed
	b.missed = false
	for i := range z.nodes {
		if z.nodes[i].active && (all || z.distance[i] <= 1) && !z.flattenNode(int32(i), limit) {
			break
		}
	}
	if len(z.flattenings) > limit {
		b.wait(z.report.Iterations)
		z.flattenings = z.flattenings[:0]
	}
}

func (z *search) flattenNode(i int32, limit int) bool {
	id := z.nodes[i].id
	var shared map[symbolic.ID]int
	for _, p := range z.partsOf(i) {
		part := z.nodes[p].id
		for _, m := range z.classOf(p).members {
			if m == part {
				continue
			}
			if z.budget.Work--; z.isTired() {
				return false
			}
			f := flattening{i, part, m}
			if z.flattened[f] || !z.merges(id, part, m, &shared) {
				continue
			}
			z.flattenings = append(z.flattenings, f)
			if len(z.flattenings) > limit {
				return false
			}
		}
	}
	return true
}

// merges tells whether the constructors would merge a member with the node that
// it becomes a part of, or with its other parts. shared counts the terms or
// bases of the node, once they are needed.
func (z *search) merges(id, part, m symbolic.ID, shared *map[symbolic.ID]int) bool {
	s := z.s
	switch ops := s.Operands(id); s.Kind(id) {
	case symbolic.Sum:
		t, _ := split(s, m)
		return s.Kind(t) == symbolic.Sum || z.isShared(id, t, part, shared)
	case symbolic.Product:
		if ops[0] != symbolic.One {
			return s.Kind(m) == symbolic.Product && s.Operands(m)[0] != symbolic.One
		}
		b, _ := asFactor(s, m)
		return s.Kind(m) == symbolic.Product || z.isShared(id, b, part, shared)
	case symbolic.Power:
		return part == ops[0] && s.Kind(ops[1]) == symbolic.Number && (s.Kind(m) == symbolic.Product || s.Kind(m) == symbolic.Power)
	case symbolic.Apply:
		row := s.Function(id)
		switch {
		case row == nil:
			return false
		case row.Variadic:
			return s.Kind(m) == symbolic.Apply && s.Function(m) == row
		case row.Parity != function.NoParity:
			return s.Kind(m) == symbolic.Product && s.Number(s.Operands(m)[0]).Sign() < 0
		}
	}
	return false
}

// isShared tells whether a node is a term or base of another part than the given
// one.
func (z *search) isShared(id, x, part symbolic.ID, shared *map[symbolic.ID]int) bool {
	if *shared == nil {
		*shared = map[symbolic.ID]int{}
		for ops, k := z.s.Operands(id), 1; k < len(ops); k += 2 {
			(*shared)[ops[k]]++
		}
	}
	own, _ := split(z.s, part)
	if z.s.Kind(id) == symbolic.Product {
		own, _ = asFactor(z.s, part)
	}
	n := (*shared)[x]
	if own == x {
		n--
	}
	return n > 0
}

// applyFlattenings adds the nodes.
func (z *search) applyFlattenings() {
	for _, f := range z.flattenings {
		if z.full() {
			return
		}
		z.flattened[f] = true
		z.ids = z.ids[:0]
		for _, p := range z.partsOf(f.node) {
			x := z.nodes[p].id
			if x == f.part {
				x = f.member
			}
			z.ids = append(z.ids, x)
		}
		n := z.insert(Join(z.s, z.nodes[f.node].id, z.ids))
		z.budget.Work -= workOfOperand * len(z.s.Operands(z.nodes[n].id))
		from := int32(len(z.changes))
		z.changes = append(z.changes, exchange{z.at[f.part] - 1, z.at[f.member] - 1})
		z.union(edge{a: f.node, b: n, reason: ByParts, changes: span{from, from + 1}})
	}
}

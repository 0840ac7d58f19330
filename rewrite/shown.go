package rewrite

import "github.com/symgrad/symgrad/symbolic"

// shown are the bits that nodes of a graph show in one round of a search. A
// pattern may meet each member of a class that a part is in, so these are the bits
// of all of them. Each is found once a round.
type shown struct {
	g         *Graph
	bits      bits
	nodes     []uint64 // below a node
	heads     []uint64 // by class: the heads of its members
	powers    []uint64 // by class: also the heads of the bases of powers
	products  []uint64 // by class: also what the factors of products show
	multiples []uint64 // by class: also what the parts of multiples show
}

// reset starts a round.
func (z *shown) reset() {
	for _, list := range []*[]uint64{&z.nodes, &z.heads, &z.powers, &z.products, &z.multiples} {
		*list = append((*list)[:0], make([]uint64, len(z.g.nodes))...)
	}
}

// below returns what is met below a node.
func (z *shown) below(n int32) uint64 {
	if z.nodes[n] == 0 {
		z.nodes[n] = known | z.parts(z.g.nodes[n].id)
	}
	return z.nodes[n]
}

func (z *shown) parts(id symbolic.ID) (all uint64) {
	s := z.g.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Product:
		return z.factors(id)
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			all |= z.part(s.Scale(ops[i], s.Number(ops[i+1])))
		}
		return all
	}
	for _, o := range ops {
		all |= z.part(o)
	}
	return all
}

// factors returns what the factors of a product show, as they are written and by
// their classes: what stands in a denominator is met as it is written.
func (z *shown) factors(id symbolic.ID) uint64 {
	ops, all := z.g.s.Operands(id), z.bits.part(id)
	for i := 1; i < len(ops); i += 2 {
		all |= z.power(z.g.s.Pow(ops[i], ops[i+1]))
	}
	return all
}

// part returns what a part shows that may be a multiple: also what the class
// without the coefficient does.
func (z *shown) part(id symbolic.ID) uint64 {
	return z.members(z.multiples, id, func(x symbolic.ID) uint64 {
		if t, c := split(z.g.s, x); !c.IsOne() {
			return z.productOf(x) | z.members(z.products, t, z.productOf)
		}
		return z.productOf(x)
	})
}

func (z *shown) productOf(x symbolic.ID) uint64 {
	if z.g.s.Kind(x) == symbolic.Product {
		return 1<<symbolic.Product | z.factors(x)
	}
	return z.powerOf(x)
}

// power returns what a factor shows.
func (z *shown) power(id symbolic.ID) uint64 { return z.members(z.powers, id, z.powerOf) }

func (z *shown) powerOf(x symbolic.ID) uint64 {
	if z.g.s.Kind(x) == symbolic.Power {
		return 1<<symbolic.Power | z.members(z.heads, z.g.s.Operands(x)[0], z.bits.head)
	}
	return z.bits.head(x)
}

// members returns what the members of a node's class show. A node that is not
// in the graph, such as one in a conditional, shows what it does alone.
func (z *shown) members(list []uint64, id symbolic.ID, show func(symbolic.ID) uint64) uint64 {
	if !z.g.Has(id) {
		return z.bits.part(id)
	}
	c := z.g.find(z.g.at[id] - 1)
	if list[c] == 0 {
		all := uint64(known)
		for _, x := range z.g.classes[c].members {
			all |= show(x)
		}
		list[c] = all
	}
	return list[c]
}

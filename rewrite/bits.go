package rewrite

import "github.com/symgrad/symgrad/symbolic"

// Bits tell quickly that a pattern cannot match a node: each head has one of 64
// bits, and all bits of the heads just below the pattern's root have to be
// found just below the node. Powers and products as parts also show the heads
// of their bases, since a factor of a pattern may be met there.

// headBit is the bit of a node's own head; leaves have none.
func headBit(s *symbolic.Store, id symbolic.ID) uint64 {
	k := s.Kind(id)
	switch {
	case k <= symbolic.Boolean:
		return 0
	case k == symbolic.Apply:
		h := uint32(2166136261)
		for _, c := range []byte(s.Name(id)) {
			h = (h ^ uint32(c)) * 16777619
		}
		return 1 << (16 + h%48)
	}
	return 1 << k
}

// bitsOf returns the bits that a part shows, given those of heads.
func bitsOf(s *symbolic.Store, id symbolic.ID, bit func(symbolic.ID) uint64) uint64 {
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Power:
		return 1<<symbolic.Power | bit(ops[0])
	case symbolic.Product:
		var z uint64
		for i := 1; i < len(ops); i += 2 {
			z |= bit(ops[i])
			if ops[i+1] != symbolic.One {
				z |= 1 << symbolic.Power
			}
		}
		return z
	}
	return bit(id)
}

// bitsBelow returns the bits that every node shows which matches the pattern
// below id. Parts without variables are left out: in a graph, a node that is equal
// to one may look different.
func (c *compiler) bitsBelow(id symbolic.ID) (z uint64) {
	bit := func(id symbolic.ID) uint64 {
		if !c.open.Has(id) {
			return 0
		}
		return headBit(c.s, id)
	}
	ops := c.s.Operands(id)
	switch c.s.Kind(id) {
	case symbolic.Product:
		return bitsOf(c.s, id, bit)
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			z |= bitsOf(c.s, ops[i], bit)
		}
		return z
	}
	for _, o := range ops {
		z |= bitsOf(c.s, o, bit)
	}
	return z
}

// bits remembers what the nodes of a store show.
type bits struct {
	s         *symbolic.Store
	functions []uint64               // by function; 0 is not known yet
	parts     symbolic.Table[uint64] // what a node shows as a part, with the lowest bit (no head has it) set where known
}

const known = 1 << symbolic.Number // leaves have no bit

func (b *bits) head(id symbolic.ID) uint64 {
	if b.s.Kind(id) != symbolic.Apply {
		return headBit(b.s, id)
	}
	f := int(b.s.FuncOf(id))
	for f >= len(b.functions) {
		b.functions = append(b.functions, 0)
	}
	if b.functions[f] == 0 {
		b.functions[f] = headBit(b.s, id)
	}
	return b.functions[f]
}

func (b *bits) part(id symbolic.ID) uint64 {
	switch b.s.Kind(id) {
	case symbolic.Product, symbolic.Power:
	default:
		return b.head(id)
	}
	z := b.parts.At(id)
	if z == 0 {
		z = known | bitsOf(b.s, id, b.head)
		b.parts.Set(id, z)
	}
	return z
}

// below returns what a node shows below itself.
func (b *bits) below(id symbolic.ID) (z uint64) {
	ops := b.s.Operands(id)
	switch b.s.Kind(id) {
	case symbolic.Product:
		return b.part(id)
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			z |= b.part(ops[i])
		}
		return z
	}
	for _, o := range ops {
		z |= b.part(o)
	}
	return z
}

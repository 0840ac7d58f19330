package numeric

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Limits of what is written out. Beyond them a sum is a loop.
const (
	maxTerms = 1000    // of one sum or product
	maxNodes = 1 << 18 // of the terms of all sums, which may be nested: some 20 MB
)

// writtenOut returns the terms of a sum or product over an index with numeric
// bounds, in which the index has its values, and false where it is a loop.
func (c *compiler) writtenOut(id symbolic.ID) ([]symbolic.ID, bool) {
	if list, ok := c.bodies[id]; ok {
		return list, true
	}
	s, ops := c.s, c.s.Operands(id)
	if s.Kind(ops[1]) != symbolic.Number || s.Kind(ops[2]) != symbolic.Number {
		return nil, false
	}
	lower, upper := s.Number(ops[1]), s.Number(ops[2])
	n, small := upper.Sub(lower).Int64()
	n = max(n+1, 0)
	if !lower.IsInt() || !small || n > maxTerms {
		return nil, false
	}
	if n *= int64(len(s.Postorder(ops[3]))); n > c.left {
		return nil, false
	}
	c.left -= n
	list := []symbolic.ID{}
	for k := lower; k.Cmp(upper) <= 0; k = k.Add(rational.One) {
		list = append(list, s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: s.Num(k)}))
	}
	c.bodies[id] = list
	return list, true
}

// over compiles a sum or product over an index.
func (c *compiler) over(id symbolic.ID) (value, error) {
	sum := c.s.Kind(id) == symbolic.SumOver
	bodies, ok := c.writtenOut(id)
	switch {
	case !ok:
		return c.loop(id)
	case sum:
		return c.sum(id), nil
	}
	return c.g.mul(c.all(bodies)...), nil
}

// literal tells whether all nodes are numbers.
func (c *compiler) literal(ids []symbolic.ID) bool {
	for _, id := range ids {
		if c.s.Kind(id) != symbolic.Number {
			return false
		}
	}
	return true
}

// entry compiles W[i][j] that is no input itself: a choice among the inputs
// that are entries of W, by the values of the subscripts. Where the subscripts
// are no such entry there is no value.
func (c *compiler) entry(id symbolic.ID) (value, error) {
	s, g, ops := c.s, c.g, c.s.Operands(id)
	subscripts := ops[1:]
	entries := c.entries[ops[0]]
	if c.literal(subscripts) || len(entries) == 0 {
		return none, &UnboundError{c.name(id)}
	}
	sizes := make([]int64, len(subscripts))
	for _, e := range entries {
		for d, o := range s.Operands(e)[1:] {
			n, ok := s.Number(o).Int64()
			if !ok || len(s.Operands(e)) != len(ops) {
				return none, unsupported("entries of %s have subscripts of several kinds", s.Name(ops[0]))
			}
			sizes[d] = max(sizes[d], n)
		}
	}
	total := int64(1)
	for _, n := range sizes {
		if total *= n; total > maxNodes {
			return none, unsupported("entries of %s are too far apart", s.Name(ops[0]))
		}
	}
	place := func(ids []symbolic.ID) (at int64) {
		for d, o := range ids {
			n, _ := s.Number(o).Int64()
			at = at*sizes[d] + n - 1
		}
		return at
	}
	operands := make([]value, total+1)
	for i := range operands {
		operands[i] = g.constant(nan)
	}
	for _, e := range entries {
		operands[1+place(s.Operands(e)[1:])] = c.values[e]
	}
	at, one := g.constant(0), g.constant(1)
	for d, o := range subscripts {
		k, n := c.of(o), g.constant(float64(sizes[d]))
		inside := g.and(g.relation(symbolic.LessEqual, one, k), g.relation(symbolic.LessEqual, k, n))
		k = g.choose(inside, g.sub(k, one), g.constant(nan))
		at = g.sum(&terms{plus: []value{k}, pairs: [][2]value{{at, n}}})
	}
	operands[0] = at
	return g.make(opEntry, 0, operands...), nil
}

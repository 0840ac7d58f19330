package diff

import (
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// conditions finds where the rules of differentiation give the derivative:
// away from kinks, jumps and the ends of domains. It looks at the nodes that
// depend on the variables; what stands in a branch counts where the branch is
// taken.
type conditions struct {
	r         *rules
	variables symbolic.Set
	arrays    symbolic.Set // of which an entry is a variable
	marked    symbolic.Set // nodes of which it is known whether they are active
	isActive  symbolic.Set
	scopes    map[symbolic.ID]symbolic.ID // nodes with scopes -> condition
}

func newConditions(r *rules, variables []symbolic.ID) *conditions {
	c := &conditions{r: r, scopes: map[symbolic.ID]symbolic.ID{}}
	for _, x := range variables {
		c.variables.Add(x)
		if r.s.Kind(x) == symbolic.Index {
			c.arrays.Add(r.s.Operands(x)[0])
		}
	}
	return c
}

func (c *conditions) active(id symbolic.ID) bool { return c.isActive.Has(id) }

// mark finds the active nodes below a root.
func (c *conditions) mark(root symbolic.ID) {
	if !c.marked.Has(root) {
		c.markAlong(c.r.defs.postorder([]symbolic.ID{root}, c.marked.Has))
	}
}

// markAlong finds the active nodes in a list, operands first.
func (c *conditions) markAlong(order []symbolic.ID) {
	s := c.r.s
	for _, id := range order {
		if !c.marked.Add(id) {
			continue
		}
		entry := s.Kind(id) == symbolic.Index && c.arrays.Has(s.Operands(id)[0])
		if c.variables.Has(id) || entry || slices.ContainsFunc(c.r.defs.operands(id), c.active) {
			c.isActive.Add(id)
		}
	}
}

// of returns the condition for a node.
func (c *conditions) of(root symbolic.ID) symbolic.ID {
	c.mark(root)
	return c.within(root)
}

// within is the condition for what is evaluated whenever root is. It recurses
// once for each nesting of branches and binders.
func (c *conditions) within(root symbolic.ID) symbolic.ID {
	s := c.r.s
	var all []symbolic.ID
	require := func(cond symbolic.ID) {
		if cond != symbolic.True {
			all = append(all, cond)
		}
	}
	inner := func(id symbolic.ID) bool {
		return !c.active(id) || s.Kind(id) == symbolic.If || s.Kind(id) == symbolic.SumOver || s.Kind(id) == symbolic.ProductOver
	}
	for _, id := range c.r.defs.postorder([]symbolic.ID{root}, inner) {
		if !c.active(id) {
			continue
		}
		switch s.Kind(id) {
		case symbolic.If, symbolic.SumOver, symbolic.ProductOver:
			cond, ok := c.scopes[id]
			if !ok {
				cond = c.scope(id)
				c.scopes[id] = cond
			}
			require(cond)
		case symbolic.Index:
			if slices.ContainsFunc(s.Operands(id)[1:], c.active) {
				fail("a subscript depends on the variable; subscripts are integers")
			}
		default:
			c.r.smooth(id, c.active, require)
		}
	}
	return s.And(all...)
}

func (c *conditions) scope(id symbolic.ID) symbolic.ID {
	s := c.r.s
	ops := s.Operands(id)
	if s.Kind(id) != symbolic.If {
		return read.ForAll(s, ops[0], ops[1], ops[2], c.within(ops[3]))
	}
	var chain []symbolic.ID // conditions and branches of if(c1, a1, if(c2, a2, ... b))
	for s.Kind(id) == symbolic.If {
		ops = s.Operands(id)
		chain = append(chain, ops[0], ops[1])
		id = ops[2]
	}
	z := c.within(id)
	for i := len(chain) - 2; i >= 0; i -= 2 {
		cond := chain[i]
		z = s.And(c.boundary(cond), c.continuous(cond), read.Branches(s, cond, c.within(chain[i+1]), z))
	}
	return z
}

// continuous is the condition that what a condition compares has no jumps at
// the point: then sides that differ there differ around it.
func (c *conditions) continuous(cond symbolic.ID) symbolic.ID {
	s := c.r.s
	var all []symbolic.ID
	for _, id := range s.Postorder(cond) {
		if !c.active(id) {
			continue
		}
		switch s.Kind(id) {
		case symbolic.If, symbolic.SumOver, symbolic.ProductOver:
			all = append(all, c.within(id))
		case symbolic.Power, symbolic.Product:
			c.r.exponents(id, func(base, exponent symbolic.ID) {
				if c.active(exponent) { // 0^x jumps at x = 0
					all = append(all, s.Relate(symbolic.Less, symbolic.Zero, base))
				}
			})
		case symbolic.Apply:
			if row := s.Function(id); row != nil && row.Continuous != "" {
				all = append(all, c.r.lib.Forms(row).Continuous.Build(s, append(slices.Clone(s.Operands(id)), id)...))
			}
		}
	}
	return s.And(all...)
}

// boundary is the condition that no relation of a condition changes at the
// point: its sides differ.
func (c *conditions) boundary(cond symbolic.ID) symbolic.ID {
	s := c.r.s
	var all []symbolic.ID
	for _, id := range s.PostorderWithin([]symbolic.ID{cond}, s.IsCondition) {
		if s.Kind(id) == symbolic.Relation && c.active(id) {
			ops := s.Operands(id)
			all = append(all, s.Relate(symbolic.NotEqual, ops[0], ops[1]))
		}
	}
	return s.And(all...)
}

// interior strengthens the domain of a formula to its interior in the
// variables: closed bounds that depend on them become open, what is compared must
// not jump, and equations, which have no interior, fail. It recurses on the nesting of
// conditions for every index.
func (c *conditions) interior(domain symbolic.ID) symbolic.ID {
	s := c.r.s
	memo := map[symbolic.ID]symbolic.ID{}
	for _, id := range s.PostorderWithin([]symbolic.ID{domain}, s.IsCondition) {
		ops := s.Operands(id)
		switch k := s.Kind(id); k {
		case symbolic.Relation:
			memo[id] = id
			if !c.active(id) {
				continue
			}
			switch s.Rel(id) {
			case symbolic.Less, symbolic.NotEqual:
				memo[id] = s.And(id, c.continuous(id))
			case symbolic.LessEqual:
				memo[id] = s.And(s.Relate(symbolic.Less, ops[0], ops[1]), c.continuous(id))
			case symbolic.Equal:
				memo[id] = symbolic.False
				if k, lower, upper, body, ok := read.AsForAll(s, id); ok {
					memo[id] = read.ForAll(s, k, lower, upper, c.interior(body))
				}
			}
		case symbolic.And, symbolic.Or:
			parts := make([]symbolic.ID, len(ops))
			for i, o := range ops {
				parts[i] = memo[o]
			}
			if k == symbolic.And {
				memo[id] = s.And(parts...)
			} else {
				memo[id] = s.Or(parts...)
			}
		default:
			memo[id] = id
		}
	}
	return memo[domain]
}

package numeric

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A sumForm is a sum as a constant and terms with coefficients; sums over an
// index that are written out are parts of it.
type sumForm struct {
	constant symbolic.ID // without variables
	terms    []scaledTerm
}

type scaledTerm struct {
	id    symbolic.ID
	times rational.Rat
}

// form returns the terms of a sum, or of a sum over an index.
func (c *compiler) form(id symbolic.ID) sumForm {
	f := sumForm{constant: symbolic.Zero}
	c.addTo(&f, id, rational.One)
	return f
}

func (c *compiler) addTo(f *sumForm, id symbolic.ID, times rational.Rat) {
	s := c.s
	stack := []scaledTerm{{id, times}}
	for len(stack) > 0 {
		t := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if c.isConstant(t.id) {
			f.constant = s.Add(f.constant, s.Scale(t.id, t.times))
			continue
		}
		bodies, writtenOut := c.bodies[t.id]
		switch k := s.Kind(t.id); {
		case k == symbolic.Sum:
			ops := s.Operands(t.id)
			f.constant = s.Add(f.constant, s.Scale(ops[0], t.times))
			for i := len(ops) - 2; i > 0; i -= 2 {
				stack = append(stack, scaledTerm{ops[i], t.times.Mul(s.Number(ops[i+1]))})
			}
		case k == symbolic.SumOver && writtenOut:
			for i := len(bodies) - 1; i >= 0; i-- {
				stack = append(stack, scaledTerm{bodies[i], t.times})
			}
		default:
			f.terms = append(f.terms, t)
		}
	}
}

// sum compiles a sum.
func (c *compiler) sum(id symbolic.ID) value {
	f := c.form(id)
	if z, ok := c.stableSum(&f); ok {
		return z
	}
	return c.plainSum(&f)
}

func (c *compiler) plainSum(f *sumForm) value {
	t := &terms{}
	if f.constant != symbolic.Zero {
		t.plus = append(t.plus, c.constant(f.constant))
	}
	for _, x := range f.terms {
		c.addTerm(t, x)
	}
	return c.g.sum(t)
}

// addTerm adds a term, as a product of two values where it is a product.
func (c *compiler) addTerm(t *terms, x scaledTerm) {
	p := c.factors(x.id, x.times)
	if len(p.below) > 0 || len(p.above) < 2 && (p.times == 1 || p.times == -1) {
		negative := p.times == -1
		if negative {
			p.times = 1
		}
		z := c.product(p)
		if negative {
			t.minus = append(t.minus, z)
		} else {
			t.plus = append(t.plus, z)
		}
		return
	}
	first, rest := c.g.constant(p.times), p.above
	if len(rest) > 1 {
		first, rest = c.g.mul(first, rest[0]), rest[1:]
	}
	t.pairs = append(t.pairs, [2]value{first, c.g.mul(rest...)})
}

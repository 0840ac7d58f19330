package proof

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Carry notes that the right side of an accepted equation is not 0, or has a
// sign, where that is known of the left side: so are the factors of a
// denominator not 0.
func (c *Checker) Carry(i int) {
	s := c.r.s
	st := c.steps[i]
	for _, rel := range []symbolic.Rel{symbolic.Less, symbolic.NotEqual} {
		for _, sign := range []rational.Rat{rational.One, rational.NegOne} {
			known := s.Relate(rel, symbolic.Zero, s.Scale(st.From, sign))
			if c.r.holds(known) {
				c.r.facts = c.r.facts.With(s.Expr(s.Relate(rel, symbolic.Zero, s.Scale(st.To, sign))))
				return
			}
		}
	}
}

// ByDistribution is equality of sums after products were multiplied out on both
// sides. Bind has each such product, without a number in front, and after it the
// factor of it that is a sum; those of From come first, then the number 0.
const ByDistribution Kind = "distribution"

const (
	// maxDistributed bounds the terms that are made for one step, and
	// maxFactored the sums within sums.
	maxDistributed = 20_000
	maxFactored    = 64
)

// Factored concludes that a sum is equal to one in which common factors of terms
// were taken out. Both lists have products that are to be multiplied out, each
// followed by its factor that is a sum: terms of the left side, and what stands
// in the right side for several terms.
func (c *Checker) Factored(from, to symbolic.ID, left, right []symbolic.ID) (int, error) {
	st := Step{Kind: ByDistribution, From: from, To: to, Bind: slices.Concat(left, []symbolic.ID{symbolic.Zero}, right)}
	if !c.r.isDefined(from) || !c.r.isDefined(to) {
		return 0, &Rejection{st, "a side may have no value"}
	}
	s := c.r.s
	d := distribution{s: s, sum: s.NewSum(), left: maxDistributed}
	for i, side := range []struct {
		id       symbolic.ID
		products []symbolic.ID
	}{{from, left}, {to, right}} {
		d.of = map[symbolic.ID]symbolic.ID{}
		for k := 1; k < len(side.products); k += 2 {
			if s.Kind(side.products[k]) == symbolic.Sum {
				d.of[side.products[k-1]] = side.products[k]
			}
		}
		if !d.add(side.id, symbolic.One, rational.Int(int64(1-2*i)), 0) {
			return 0, &Rejection{st, "it is too large"}
		}
	}
	if d.sum.Sum() != symbolic.Zero {
		return 0, &Rejection{st, otherResult}
	}
	return c.add(st), nil
}

// A distribution multiplies out.
type distribution struct {
	s    *symbolic.Store
	of   map[symbolic.ID]symbolic.ID // product -> factor of it that is a sum
	sum  symbolic.SumBuilder
	left int // terms that may be made
}

// add adds k·rest·id, term by term where id is a sum at the top or has a factor
// that is to be multiplied out. It returns false beyond the bounds.
func (d *distribution) add(id, rest symbolic.ID, k rational.Rat, depth int) bool {
	s := d.s
	if d.left--; d.left < 0 || depth > maxFactored {
		return false
	}
	if s.Kind(id) == symbolic.Product {
		c := s.Number(s.Operands(id)[0])
		id, k = s.Scale(id, c.Inv()), k.Mul(c)
	}
	p := s.NewProduct()
	p.Mul(rest)
	inner, ok := d.of[id]
	switch {
	case ok && s.Kind(id) == symbolic.Product:
		ops := s.Operands(id)
		ok = false
		for i := 1; i < len(ops); i += 2 {
			e := ops[i+1]
			if ops[i] == inner && s.Kind(e) == symbolic.Number && s.Number(e).IsInt() && s.Number(e).Sign() > 0 {
				ok = true
				e = s.Num(s.Number(e).Sub(rational.One)) // one of the powers is multiplied out
			}
			p.MulPow(ops[i], e)
		}
		if !ok {
			return false
		}
	case depth == 0 && s.Kind(id) == symbolic.Sum:
		inner = id
	default:
		p.Mul(id)
		c, term := p.Split()
		d.sum.AddScaled(term, k.Mul(c))
		return true
	}
	c, rest := p.Split()
	k = k.Mul(c)
	ops := s.Operands(inner)
	d.sum.AddScaled(rest, k.Mul(s.Number(ops[0])))
	for i := 1; i < len(ops); i += 2 {
		if !d.add(ops[i], rest, k.Mul(s.Number(ops[i+1])), depth+1) {
			return false
		}
	}
	return true
}

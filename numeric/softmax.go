package numeric

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A scaledSum is a sum of exponentials with the largest one taken out:
//
//	exp(u) + exp(v) + ... = exp(largest)·(exp(u-largest) + exp(v-largest) + ...)
type scaledSum struct {
	exponents []value
	largest   value
	parts     []value // exp(u-largest), ...
	sum       value   // of the parts
}

// scaledSum returns a sum of exponentials, nil if a node is none.
func (c *compiler) scaledSum(id symbolic.ID) *scaledSum {
	if z, ok := c.scaled[id]; ok {
		return z
	}
	var z *scaledSum
	if k := c.s.Kind(id); k == symbolic.Sum || k == symbolic.SumOver {
		f := c.form(id)
		if list, ok := c.exponentials(&f); ok {
			z = &scaledSum{exponents: list}
		}
	}
	c.scaled[id] = z
	return z
}

// scale takes the largest exponential out.
func (c *compiler) scale(z *scaledSum) {
	if z.parts != nil {
		return
	}
	g := c.g
	z.largest = g.make(opMax, 0, z.exponents...)
	for _, u := range z.exponents {
		z.parts = append(z.parts, g.call(rows().exp, g.sub(u, z.largest)))
	}
	z.sum = g.add(z.parts...)
}

// An exponential is a factor exp(u)^n.
type exponential struct {
	u value
	n int
}

// stableFactors takes the factors out of a product that have a stable form
// together, multiplies the quotient by that, and returns the others.
func (c *compiler) stableFactors(q *quotient, list []factor) []factor {
	if len(list) > 1 {
		list = c.quotientTanh(q, list)
	}
	sums := false
	for _, f := range list {
		n, ok := c.smallInt(f.exponent)
		sums = sums || ok && n < 0 && c.scaledSum(f.base) != nil
	}
	if !sums {
		return list
	}
	var rest []factor
	var exps []exponential
	for _, f := range list {
		u, isExp := c.callOf(f.base, rows().exp)
		n, small := c.smallInt(f.exponent)
		switch {
		case isExp && small && n > 0:
			exps = append(exps, exponential{c.of(u), n})
		case isExp && small:
			exps = append(exps, exponential{c.g.neg(c.of(u)), -n})
		case small && n < 0 && c.scaledSum(f.base) != nil:
		default:
			rest = append(rest, f)
		}
	}
	for _, f := range list {
		if n, small := c.smallInt(f.exponent); small && n < 0 {
			if z := c.scaledSum(f.base); z != nil {
				exps = c.divideBy(q, z, -n, exps)
			}
		}
	}
	for _, e := range exps {
		if e.n > 0 {
			q.above = append(q.above, c.g.power(c.g.call(rows().exp, e.u), e.n))
		}
	}
	return rest
}

// divideBy divides n times by a sum of exponentials, and uses up the
// exponentials that stand above it.
func (c *compiler) divideBy(q *quotient, z *scaledSum, n int, exps []exponential) []exponential {
	g := c.g
	for i := range exps {
		at := slices.Index(z.exponents, exps[i].u)
		if at < 0 {
			continue
		}
		m := min(n, exps[i].n)
		if more := exps[i].n - m; more > 0 && m > 0 { // exp(u)^more alone may be beyond all doubles
			c.scale(z)
			u := exps[i].u
			exponent := g.add(g.mul(g.constant(float64(more)), u), g.mul(g.constant(float64(m)), g.sub(u, z.largest)))
			q.above = append(q.above, g.call(rows().exp, exponent))
			q.below = append(q.below, g.power(z.sum, m))
			n, exps[i].n = n-m, 0
			continue
		}
		q.above = append(q.above, g.power(c.share(z, at), m))
		n -= m
		exps[i].n -= m
	}
	if n == 0 {
		return exps
	}
	if at := slices.Index(z.exponents, g.constant(0)); at >= 0 { // exp(0) stands above any sum
		q.above = append(q.above, g.power(c.share(z, at), n))
		return exps
	}
	c.scale(z)
	q.below = append(q.below, g.power(z.sum, n))
	for i := range exps {
		for ; exps[i].n > 0 && n > 0; n-- {
			q.above = append(q.above, g.call(rows().exp, g.sub(exps[i].u, z.largest)))
			exps[i].n--
		}
	}
	if n > 0 {
		q.above = append(q.above, g.power(g.call(rows().exp, g.neg(z.largest)), n))
	}
	return exps
}

// share is one exponential divided by the sum of all.
func (c *compiler) share(z *scaledSum, at int) value {
	g := c.g
	if len(z.exponents) == 2 {
		return g.call(rows().sigmoid, g.sub(z.exponents[at], z.exponents[1-at]))
	}
	c.scale(z)
	return g.div(z.parts[at], z.sum)
}

// quotientTanh takes (exp(u)-exp(-u))/(exp(u)+exp(-u)) out, which is tanh(u).
func (c *compiler) quotientTanh(q *quotient, list []factor) []factor {
	find := func(sign int, exponent rational.Rat) (at int, u symbolic.ID) {
		for i, f := range list {
			if c.s.Kind(f.base) != symbolic.Sum || c.s.Kind(f.exponent) != symbolic.Number || !c.s.Number(f.exponent).Equal(exponent) {
				continue
			}
			form := c.form(f.base)
			if u, s, ok := c.hyperbolicOf(&form); ok && s == sign {
				return i, u
			}
		}
		return -1, 0
	}
	above, u := find(-1, rational.One)
	below, v := find(1, rational.NegOne)
	if above < 0 || below < 0 || u != v && c.s.Neg(u) != v {
		return list
	}
	q.above = append(q.above, c.g.call(rows().tanh, c.of(u)))
	var rest []factor
	for i, f := range list {
		if i != above && i != below {
			rest = append(rest, f)
		}
	}
	return rest
}

package numeric

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A quotient is a constant times values, divided by values.
type quotient struct {
	times        float64
	above, below []value
}

// A factor is a base and its exponent.
type factor struct{ base, exponent symbolic.ID }

// factors returns times·id as a quotient, where all that is constant is
// multiplied exactly and rounded once.
func (c *compiler) factors(id symbolic.ID, times rational.Rat) quotient {
	s := c.s
	k := s.Num(times)
	var list []factor
	switch ops := s.Operands(id); s.Kind(id) {
	case symbolic.Product:
		k = s.Mul(k, ops[0])
		for i := 1; i < len(ops); i += 2 {
			if c.isConstant(ops[i]) && c.isConstant(ops[i+1]) {
				k = s.Mul(k, s.Pow(ops[i], ops[i+1]))
			} else {
				list = append(list, factor{ops[i], ops[i+1]})
			}
		}
	case symbolic.Power:
		list = append(list, factor{ops[0], ops[1]})
	default:
		return quotient{times: c.number(k), above: []value{c.of(id)}}
	}
	q := quotient{times: c.number(k)}
	for _, f := range c.stableFactors(&q, list) {
		c.power(&q, f)
	}
	return q
}

// product compiles a quotient.
func (c *compiler) product(q quotient) value {
	g := c.g
	above := append([]value{g.constant(q.times)}, q.above...)
	if len(q.below) == 0 {
		return g.mul(above...)
	}
	if q.times == -1 {
		return g.neg(g.div(g.mul(q.above...), g.mul(q.below...)))
	}
	return g.div(g.mul(above...), g.mul(q.below...))
}

// maxProducts is the largest exponent of powers that are products; up to it
// the rounding errors of the products are not worth the cost of pow.
const maxProducts = 16

// power multiplies a quotient by base^exponent.
func (c *compiler) power(q *quotient, f factor) {
	s, g := c.s, c.g
	if arg, ok := c.callOf(f.base, rows().exp); ok && f.exponent != symbolic.One {
		c.powerOfExp(q, arg, f.exponent)
		return
	}
	if s.Kind(f.exponent) != symbolic.Number {
		q.above = append(q.above, c.symbolicPower(f))
		return
	}
	r := s.Number(f.exponent)
	side := &q.above
	if r.Sign() < 0 {
		side = &q.below
		r = r.Neg()
	}
	num, den, small := r.Small()
	switch small = small && num <= maxProducts; {
	case small && den == 1:
		*side = append(*side, g.power(c.of(f.base), int(num)))
	case small && den == 2:
		if num > 1 {
			*side = append(*side, g.power(c.of(f.base), int(num/2)))
		}
		*side = append(*side, c.root(f.base))
	case small && den == 3 && num < 3:
		*side = append(*side, g.power(c.cubeRoot(f.base), int(num)))
	default:
		q.above = append(q.above, c.rationalPower(f))
	}
}

// powerOfExp multiplies by exp(arg)^exponent. exp(-x)^-1 must not be 1/0 where
// it overflows.
func (c *compiler) powerOfExp(q *quotient, arg, exponent symbolic.ID) {
	g, row := c.g, rows().exp
	if n, ok := c.smallInt(exponent); ok {
		x := c.of(arg)
		if n < 0 {
			n, x = -n, g.neg(x)
		}
		q.above = append(q.above, g.power(g.call(row, x), n))
		return
	}
	q.above = append(q.above, g.call(row, g.mul(c.of(arg), c.of(exponent))))
}

// smallInt returns an exponent up to ±maxProducts.
func (c *compiler) smallInt(id symbolic.ID) (int, bool) {
	if c.s.Kind(id) != symbolic.Number {
		return 0, false
	}
	n, ok := c.s.Number(id).Int64()
	return int(n), ok && -maxProducts <= n && n <= maxProducts
}

// cubeRoot is base^(1/3), which negative numbers do not have.
func (c *compiler) cubeRoot(base symbolic.ID) value {
	x := c.of(base)
	inside := c.g.relation(symbolic.LessEqual, c.g.constant(0), x)
	return c.g.choose(inside, c.g.call(rows().cbrt, x), c.g.constant(nan))
}

// rationalPower is base^r. A rounding error e of r is a factor base^e, which is
// made good.
func (c *compiler) rationalPower(f factor) value {
	g, x := c.g, c.of(f.base)
	r := c.s.Number(f.exponent)
	rounded := r.Float64()
	z := g.call(rows().pow, x, g.constant(rounded))
	exact, finite := exactly(rounded)
	if !finite {
		return z
	}
	e := r.Sub(exact).Float64()
	if e == 0 {
		return z
	}
	positive := g.relation(symbolic.Less, g.constant(0), x)
	correction := g.mul(z, g.add(g.constant(1), g.mul(g.constant(e), g.call(rows().log, x))))
	return g.choose(positive, correction, z)
}

// symbolicPower is base^exponent. For a constant base the rounding error
// d·base is a factor (1-d)^exponent, which is made good.
func (c *compiler) symbolicPower(f factor) value {
	g, y := c.g, c.of(f.exponent)
	z := g.call(rows().pow, c.of(f.base), y)
	if !c.isConstant(f.base) {
		return z
	}
	d, ok := c.roundingError(f.base)
	if !ok || d == 0 {
		return z
	}
	return g.mul(z, g.add(g.constant(1), g.mul(g.constant(d), y)))
}

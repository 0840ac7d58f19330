package numeric

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

var nan = math.NaN()

// exactly returns a float64 as an exact number, and false if it is none.
func exactly(x float64) (rational.Rat, bool) {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return rational.Rat{}, false
	}
	return rational.FromBig(new(big.Rat).SetFloat64(x)), true
}

// isConstant tells whether a node is a number: made of numbers, π and
// functions of the table. It remembers what it has seen, so all calls together
// are linear in the nodes.
func (c *compiler) isConstant(id symbolic.ID) bool {
	if known, ok := c.constants[id]; ok {
		return known
	}
	order := c.s.PostorderWithin([]symbolic.ID{id}, func(n symbolic.ID) bool { _, ok := c.constants[n]; return !ok })
	for _, n := range order {
		if _, ok := c.constants[n]; ok {
			continue
		}
		is := false
		switch c.s.Kind(n) {
		case symbolic.Number, symbolic.Constant:
			is = true
		case symbolic.Apply, symbolic.Sum, symbolic.Product, symbolic.Power:
			is = c.s.Kind(n) != symbolic.Apply || c.s.Function(n) != nil
			for _, o := range c.s.Operands(n) {
				is = is && c.constants[o]
			}
		}
		c.constants[n] = is
	}
	return c.constants[id]
}

// constant returns the value of a constant node.
func (c *compiler) constant(id symbolic.ID) value {
	v, ok := c.folded[id]
	if !ok {
		v = c.g.constant(c.number(id))
		c.folded[id] = v
	}
	return v
}

// maxConstantBits is the precision up to which constants are computed. A value
// that is still not separated from the border between two float64 numbers is
// on it, or nearer than any that was ever met; either one is its rounding then.
const maxConstantBits = 2048

// number returns the float64 nearest to a constant, NaN where it has no value
// or may have none.
func (c *compiler) number(id symbolic.ID) float64 {
	if c.s.Kind(id) == symbolic.Number {
		return c.s.Number(id).Float64()
	}
	var z interval.Interval
	for prec := uint(64); prec <= maxConstantBits; prec *= 2 {
		if z = c.enclose(id, prec); z.IsEmpty() {
			return nan
		}
		if lo, hi, ok := rounded(z); ok && lo == hi {
			return lo
		}
	}
	lo, hi, ok := rounded(z)
	switch {
	case !ok:
		return nan
	case lo <= 0 && hi >= 0:
		return 0
	}
	return lo
}

// rounded returns the endpoints as float64 numbers; ok says that there
// certainly is a value.
func rounded(z interval.Interval) (lo, hi float64, ok bool) {
	lo, _ = z.Lower().Float64()
	hi, _ = z.Upper().Float64()
	return lo, hi, z.Decoration() >= interval.Defined
}

// enclose computes a constant with prec bits. Functions that have no kernel in
// package interval are computed in float64.
func (c *compiler) enclose(id symbolic.ID, prec uint) interval.Interval {
	s := c.s
	known := map[symbolic.ID]interval.Interval{}
	for _, n := range s.Postorder(id) {
		ops := s.Operands(n)
		var z interval.Interval
		switch s.Kind(n) {
		case symbolic.Number:
			z = interval.FromRat(prec, s.Number(n))
		case symbolic.Constant:
			z = interval.Pi(prec)
		case symbolic.Sum:
			z = known[ops[0]]
			for i := 1; i < len(ops); i += 2 {
				z = interval.Add(prec, z, interval.Mul(prec, known[ops[i]], known[ops[i+1]]))
			}
		case symbolic.Product:
			z = known[ops[0]]
			for i := 1; i < len(ops); i += 2 {
				z = interval.Mul(prec, z, c.enclosePower(prec, ops[i], ops[i+1], known))
			}
		case symbolic.Power:
			z = c.enclosePower(prec, ops[0], ops[1], known)
		case symbolic.Apply:
			z = c.encloseCall(prec, n, known)
		}
		known[n] = z
	}
	return known[id]
}

func (c *compiler) enclosePower(prec uint, base, exponent symbolic.ID, known map[symbolic.ID]interval.Interval) interval.Interval {
	if c.s.Kind(exponent) == symbolic.Number {
		e := interval.NewExponent(c.s.Number(exponent))
		return e.Pow(prec, known[base])
	}
	return interval.Pow(prec, known[base], known[exponent])
}

func (c *compiler) encloseCall(prec uint, id symbolic.ID, known map[symbolic.ID]interval.Interval) interval.Interval {
	row, ops := c.s.Function(id), c.s.Operands(id)
	args := make([]interval.Interval, len(ops))
	for i, o := range ops {
		args[i] = known[o]
	}
	if row.Variadic && len(args) != 2 {
		z := args[0]
		f, ok := interval.Lookup(row.Name, 2)
		for i := 1; ok && i < len(args); i++ {
			z = f(prec, []interval.Interval{z, args[i]})
		}
		if ok {
			return z
		}
	}
	if f, ok := interval.Lookup(row.Name, len(args)); ok {
		return f(prec, args)
	}
	floats := make([]float64, len(args))
	for i, a := range args {
		if a.IsEmpty() {
			return a
		}
		lo, hi, _ := rounded(a)
		if lo != hi && prec < maxConstantBits {
			return interval.Entire(interval.Maybe) // until the argument is known better
		}
		floats[i] = lo
	}
	z := row.Float(floats)
	if math.IsNaN(z) {
		return interval.Empty()
	}
	return interval.FromFloats(max(z, -math.MaxFloat64), min(z, math.MaxFloat64))
}

// compare returns the sign of x - y of two constants, and false where it could
// not be found.
func (c *compiler) compare(x, y symbolic.ID) (sign int, ok bool) {
	d := c.s.Sub(x, y)
	if c.s.Kind(d) == symbolic.Number {
		return c.s.Number(d).Sign(), c.isDefined(x) && c.isDefined(y)
	}
	for prec := uint(64); prec <= maxConstantBits; prec *= 2 {
		z := c.enclose(d, prec)
		if sign, ok := z.Sign(); ok && z.Decoration() >= interval.Defined {
			return sign, c.isDefined(x) && c.isDefined(y)
		}
	}
	return 0, false
}

func (c *compiler) isDefined(id symbolic.ID) bool { return !math.IsNaN(c.number(id)) }

// roundingError returns d for a constant c > 0 that is x·(1+d), x its float64.
func (c *compiler) roundingError(id symbolic.ID) (float64, bool) {
	x, ok := exactly(c.number(id))
	if !ok || x.Sign() <= 0 {
		return 0, false
	}
	const prec = 128
	z := interval.Quo(prec, interval.Sub(prec, interval.FromRat(prec, x), c.enclose(id, prec)), interval.FromRat(prec, x))
	lo, _, ok := rounded(z)
	return -lo, ok
}

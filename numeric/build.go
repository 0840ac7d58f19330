package numeric

import (
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// terms are the terms of one sum: values, values with a minus sign, and
// products of two values.
type terms struct {
	plus, minus []value
	pairs       [][2]value
}

// sum returns the sum of the terms.
func (g *graph) sum(t *terms) value {
	plus := slices.DeleteFunc(t.plus, func(v value) bool { return g.isConst(v, 0) })
	switch {
	case len(t.pairs) == 0 && len(t.minus) == 0 && len(plus) == 0:
		return g.constant(0)
	case len(t.pairs) == 0 && len(t.minus) == 0 && len(plus) == 1:
		return plus[0]
	case len(t.pairs) == 0 && len(t.minus) == 1 && len(plus) == 0:
		return g.neg(t.minus[0])
	case len(t.pairs) == 0 && len(t.minus) == 1 && len(plus) == 1:
		return g.make(opSub, 0, plus[0], t.minus[0])
	case len(t.pairs) == 1 && len(t.minus) == 0 && len(plus) == 0:
		return g.mul(t.pairs[0][:]...)
	}
	operands := make([]value, 0, len(plus)+2*(len(t.minus)+len(t.pairs)))
	operands = append(operands, plus...)
	for _, v := range t.minus {
		operands = append(operands, v, g.constant(-1))
	}
	for _, p := range t.pairs {
		operands = append(operands, min(p[0], p[1]), max(p[0], p[1]))
	}
	return g.make(opSum, int32(len(plus)), operands...)
}

func (g *graph) add(list ...value) value { return g.sum(&terms{plus: slices.Clone(list)}) }

func (g *graph) sub(x, y value) value { return g.sum(&terms{plus: []value{x}, minus: []value{y}}) }

func (g *graph) neg(x value) value {
	switch n := &g.nodes[x]; n.op {
	case opConst:
		return g.constant(-g.consts[n.aux])
	case opNeg:
		return g.args(x)[0]
	case opSub:
		a := g.args(x)
		return g.make(opSub, 0, a[1], a[0])
	}
	return g.make(opNeg, 0, x)
}

// mul returns the product of the values.
func (g *graph) mul(list ...value) value {
	rest := make([]value, 0, len(list))
	negative := false
	for _, v := range list {
		switch {
		case g.isConst(v, 1):
		case g.isConst(v, -1):
			negative = !negative
		default:
			rest = append(rest, v)
		}
	}
	var z value
	switch len(rest) {
	case 0:
		z = g.constant(1)
	case 1:
		z = rest[0]
	default:
		slices.Sort(rest)
		if rest[0] == rest[len(rest)-1] {
			z = g.power(rest[0], len(rest))
		} else {
			z = g.make(opMul, 0, rest...)
		}
	}
	if negative {
		return g.neg(z)
	}
	return z
}

func (g *graph) div(x, y value) value {
	if g.isConst(y, 1) {
		return x
	}
	return g.make(opDiv, 0, x, y)
}

// power returns x^n for n >= 0.
func (g *graph) power(x value, n int) value {
	switch n {
	case 0:
		return g.constant(1)
	case 1:
		return x
	}
	return g.make(opPower, int32(n), x)
}

func (g *graph) sqrt(x value) value { return g.make(opSqrt, 0, x) }

// call applies a function of the table. One that takes any number of arguments
// is applied to two at a time.
func (g *graph) call(row *function.Row, args ...value) value {
	at := g.kernel(kernel{row: row})
	if !row.Variadic {
		return g.make(opCall, at, args...)
	}
	z := args[0]
	for _, v := range args[1:] {
		z = g.make(opCall, at, z, v)
	}
	return z
}

// choose returns x where the condition holds, else y.
func (g *graph) choose(cond, x, y value) value {
	if x == y {
		return g.make(opDefined, 0, cond, x)
	}
	return g.make(opIf, 0, cond, x, y)
}

func (g *graph) relation(r symbolic.Rel, x, y value) value { return g.make(opRelation, int32(r), x, y) }

// not returns whether a condition fails.
func (g *graph) not(cond value) value { return g.relation(symbolic.Equal, cond, g.constant(0)) }

func (g *graph) and(list ...value) value { return g.connect(opAnd, list) }

func (g *graph) or(list ...value) value { return g.connect(opOr, list) }

func (g *graph) connect(op opcode, list []value) value {
	if len(list) == 1 {
		return list[0]
	}
	return g.make(op, 0, list...)
}

// defined returns x, and NaN where the value by does not exist.
func (g *graph) defined(by, x value) value { return g.make(opDefined, 0, by, x) }

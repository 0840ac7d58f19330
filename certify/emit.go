package certify

import (
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// emit makes the instruction of a node whose operands are compiled.
func (c *compiler) emit(t part) int32 {
	s, ops := c.s, c.s.Operands(t.id)
	switch s.Kind(t.id) {
	case symbolic.Number:
		return c.instruct(instruction{op: opNumber, a: c.number(t.id)})
	case symbolic.Symbol:
		return c.symbol(t)
	case symbolic.Constant:
		return c.instruct(instruction{op: opPi})
	case symbolic.Boolean:
		in := instruction{op: opTruth, a: int32(canFail)}
		if t.id == symbolic.True {
			in.a = int32(canHold)
		}
		return c.instruct(in)
	case symbolic.Sum:
		return c.sum(t, ops)
	case symbolic.Product:
		return c.product(t, ops)
	case symbolic.Power:
		return c.power(t, ops[0], ops[1])
	case symbolic.Apply:
		return c.apply(t, ops)
	case symbolic.If:
		return c.instruct(instruction{op: opIf, a: c.of(t, ops[0]), b: c.of(t, ops[1]), c: c.of(t, ops[2])})
	case symbolic.Relation:
		return c.instruct(instruction{op: opRelation, a: c.of(t, ops[0]), b: c.of(t, ops[1]), c: int32(s.Rel(t.id))})
	case symbolic.And:
		return c.nary(opAnd, t, ops)
	case symbolic.Or:
		return c.nary(opOr, t, ops)
	case symbolic.Index:
		return c.entry(t, ops)
	case symbolic.SumOver, symbolic.ProductOver:
		return c.over(t, ops)
	}
	return c.whole(t)
}

// of returns the register of an operand of t.
func (c *compiler) of(t part, id symbolic.ID) int32 { return c.home(id, t.in).node[id] }

// nary makes an instruction with the operands of t.
func (c *compiler) nary(op opcode, t part, ops []symbolic.ID) int32 {
	in := instruction{op: op, from: int32(len(c.p.operands))}
	for _, o := range ops {
		c.p.operands = append(c.p.operands, c.of(t, o))
	}
	in.to = int32(len(c.p.operands))
	return c.instruct(in)
}

// symbol is an index in its scope, or an input.
func (c *compiler) symbol(t part) int32 {
	if t.in.outer != nil {
		return c.instruct(instruction{op: opNumber, a: c.number(t.in.value)})
	}
	return c.input(t.id)
}

// input makes a variable known as one; it has the position in which it was
// found first until all are sorted.
func (c *compiler) input(id symbolic.ID) int32 {
	c.p.inputs = append(c.p.inputs, id)
	return c.instruct(instruction{op: opInput, a: int32(len(c.p.inputs) - 1)})
}

func (c *compiler) sum(t part, ops []symbolic.ID) int32 {
	in := instruction{op: opSum, a: -1, from: int32(len(c.p.terms))}
	if ops[0] != symbolic.Zero {
		in.a = c.number(ops[0])
	}
	for i := 1; i < len(ops); i += 2 {
		by := int32(-1)
		switch ops[i+1] {
		case symbolic.One:
		case symbolic.NegOne:
			by = -2
		default:
			by = c.number(ops[i+1])
		}
		c.p.terms = append(c.p.terms, term{c.of(t, ops[i]), by})
	}
	in.to = int32(len(c.p.terms))
	return c.instruct(in)
}

func (c *compiler) product(t part, ops []symbolic.ID) int32 {
	in := instruction{op: opProduct, a: -1}
	if ops[0] != symbolic.One {
		in.a = c.number(ops[0])
	}
	var factors []int32
	for i := 1; i < len(ops); i += 2 {
		factors = append(factors, c.power(t, ops[i], ops[i+1]))
	}
	in.from = int32(len(c.p.operands))
	c.p.operands = append(c.p.operands, factors...)
	in.to = int32(len(c.p.operands))
	return c.instruct(in)
}

// power makes a power, once for each base and exponent of a scope.
func (c *compiler) power(t part, base, exp symbolic.ID) int32 {
	if exp == symbolic.One {
		return c.of(t, base)
	}
	in := c.home(base, t.in)
	if other := c.home(exp, t.in); in != other && c.inside(other, in) {
		in = other
	}
	key := [2]symbolic.ID{base, exp}
	if r, ok := in.power[key]; ok {
		return r
	}
	i := instruction{op: opPow, a: c.of(t, base), b: -1, c: -1}
	if c.s.Kind(exp) != symbolic.Number {
		i.b = c.of(t, exp)
	}
	if r, ok := c.exact(exp, t.in); ok {
		i.op, i.c = opPower, i.b
		id := c.s.Num(r)
		at, known := c.exponents[id]
		if !known {
			at = int32(len(c.p.exponents))
			c.p.exponents = append(c.p.exponents, exponent{r, interval.NewExponent(r)})
			c.exponents[id] = at
		}
		i.b = at
	}
	r := c.instruct(i)
	in.power[key] = r
	return r
}

// inside tells whether scope a is b or lies in it.
func (c *compiler) inside(a, b *scope) bool {
	for ; a != nil; a = a.outer {
		if a == b {
			return true
		}
	}
	return false
}

// entry is W[i][j]: an input if the subscripts are known.
func (c *compiler) entry(t part, ops []symbolic.ID) int32 {
	subscripts := make([]symbolic.ID, 0, len(ops)-1)
	for _, o := range ops[1:] {
		k, ok := c.exact(o, t.in)
		switch {
		case !ok:
			return c.whole(t)
		case !k.IsInt() || k.Sign() <= 0:
			return c.instruct(instruction{op: opNowhere})
		}
		subscripts = append(subscripts, c.s.Num(k))
	}
	id := c.s.Index(ops[0], subscripts...)
	if r, ok := c.top.node[id]; ok {
		return r
	}
	r := c.input(id)
	c.top.node[id] = r
	return r
}

// whole stands for a part that is left out. The variables in it are inputs
// nevertheless, so that a point says what they are.
func (c *compiler) whole(t part) int32 {
	arrays := map[symbolic.ID]bool{}
	for _, id := range c.s.Postorder(t.id) {
		if c.s.Kind(id) == symbolic.Index {
			arrays[c.s.Operands(id)[0]] = true
		}
	}
	for _, x := range c.s.FreeSymbols(t.id) {
		if _, done := c.top.node[x]; !done && !arrays[x] && c.home(x, t.in) == c.top {
			c.top.node[x] = c.input(x)
		}
	}
	switch c.s.Kind(t.id) {
	case symbolic.SumOver, symbolic.ProductOver, symbolic.Index:
		c.p.partial = c.p.partial || c.known == nil
	}
	return c.instruct(instruction{op: opWhole})
}

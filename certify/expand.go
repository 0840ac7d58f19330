package certify

import (
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// form returns the definition and domain of a call of a function that has no
// kernel, 0 if it has a kernel or no definition.
func (c *compiler) form(id symbolic.ID) form {
	row := c.s.Function(id)
	ops := c.s.Operands(id)
	if row == nil || row.Definition == "" || row.Variadic {
		return form{}
	}
	if _, ok := interval.LookupFloat(row.Name, len(ops)); ok {
		return form{}
	}
	f, ok := c.forms[id]
	if !ok {
		texts := c.p.lib.Forms(row)
		f.value = texts.Definition.Build(c.s, ops...)
		if texts.Domain != nil {
			f.domain = texts.Domain.Build(c.s, ops...)
		}
		c.forms[id] = f
	}
	return f
}

// apply calls a kernel, or puts the definition in place of the call.
func (c *compiler) apply(t part, ops []symbolic.ID) int32 {
	row := c.s.Function(t.id)
	switch {
	case row == nil:
		return c.whole(t)
	case row.Variadic && row.Name == "max":
		return c.nary(opMax, t, ops)
	case row.Variadic && row.Name == "min":
		return c.nary(opMin, t, ops)
	}
	if f := c.form(t.id); f.value != 0 {
		in := instruction{op: opDefined, a: c.of(t, f.value), b: -1}
		if f.domain != 0 {
			in.b = c.of(t, f.domain)
		}
		if row.Continuous == "" {
			in.c = 1
		}
		in.from = int32(len(c.p.operands))
		for _, o := range ops {
			c.p.operands = append(c.p.operands, c.of(t, o))
		}
		in.to = int32(len(c.p.operands))
		return c.instruct(in)
	}
	key := kernelKey{row.Name, len(ops)}
	at, ok := c.kernels[key]
	if !ok {
		float, ok := interval.LookupFloat(row.Name, len(ops))
		if !ok {
			return c.whole(t)
		}
		wide, _ := interval.Lookup(row.Name, len(ops))
		at = int32(len(c.p.kernels))
		c.p.kernels = append(c.p.kernels, kernel{c.s.FuncOf(t.id), float, wide})
		c.kernels[key] = at
	}
	r := c.nary(opCall, t, ops)
	c.p.code[len(c.p.code)-1].a = at
	return r
}

// bodies returns a scope for each value of the index of a sum or product, and
// false where it is not written out.
func (c *compiler) bodies(t part) ([]*scope, bool) {
	if b, ok := t.in.bodies[t.id]; ok {
		return b, b != nil
	}
	ops := c.s.Operands(t.id)
	lower, ok1 := c.exact(ops[1], t.in)
	upper, ok2 := c.exact(ops[2], t.in)
	n, ok3 := upper.Sub(lower).Int64()
	t.in.bodies[t.id] = nil
	n = max(n+1, 0)
	if !ok1 || !ok2 || !ok3 || !lower.IsInt() || n > maxTerms {
		return nil, false
	}
	if n *= int64(len(c.s.Postorder(ops[3]))); n > c.left {
		return nil, false
	}
	c.left -= n
	bodies := []*scope{}
	for k := lower; k.Cmp(upper) <= 0; k = k.Add(c.s.Number(symbolic.One)) {
		bodies = append(bodies, newScope(t.in, ops[0], c.s.Num(k)))
	}
	t.in.bodies[t.id] = bodies
	return bodies, true
}

// over is a sum or product whose terms are compiled.
func (c *compiler) over(t part, ops []symbolic.ID) int32 {
	bodies, ok := c.bodies(t)
	if !ok {
		lower, ok1 := c.exact(ops[1], t.in)
		upper, ok2 := c.exact(ops[2], t.in)
		if ok1 && ok2 && !(lower.IsInt() && upper.IsInt()) {
			return c.instruct(instruction{op: opNowhere})
		}
		return c.whole(t)
	}
	if c.s.Kind(t.id) == symbolic.SumOver {
		in := instruction{op: opSum, a: c.number(symbolic.Zero), from: int32(len(c.p.terms))}
		for _, b := range bodies {
			c.p.terms = append(c.p.terms, term{c.of(part{t.id, b}, ops[3]), -1})
		}
		in.to = int32(len(c.p.terms))
		return c.instruct(in)
	}
	in := instruction{op: opProduct, a: c.number(symbolic.One), from: int32(len(c.p.operands))}
	for _, b := range bodies {
		c.p.operands = append(c.p.operands, c.of(part{t.id, b}, ops[3]))
	}
	in.to = int32(len(c.p.operands))
	return c.instruct(in)
}

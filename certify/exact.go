package certify

import (
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// exactLimits bound what is computed exactly at a point. What needs more has
// an enclosure only.
var exactLimits = symbolic.Limits{Nodes: 1 << 16, Operands: 1 << 19, NumberBits: 1 << 14}

// none stands for an exact value that is not known.
const none = ^symbolic.ID(0)

// An exactly computes exact constants beside the intervals of an evaluation at
// a point: rationals, and expressions such as sqrt(2)/2, by the constructors
// of a store of its own. A constructor may drop an operand without a value
// (0·log(-1) is 0), so where a value exists is decided by the intervals, and
// by exact operands where those can not tell.
type exactly struct {
	w      *wide
	x      *symbolic.Store
	inputs []symbolic.ID // of the store x, or none
	value  []symbolic.ID // by register
}

// newExactly prepares the exact values of a point.
func newExactly(w *wide, at Point) *exactly {
	e := &exactly{w: w, x: symbolic.NewStoreLimits(exactLimits), value: make([]symbolic.ID, w.p.registers)}
	for _, in := range w.p.inputs {
		id := none
		if v, ok := at[in]; ok {
			id = e.try(func() symbolic.ID { return e.x.Import(w.p.store, v, nil) })
		}
		e.inputs = append(e.inputs, id)
	}
	for i := range e.value {
		e.value[i] = none
	}
	return e
}

// try returns none where f reaches a limit of the store x.
func (e *exactly) try(f func() symbolic.ID) (id symbolic.ID) {
	var err error
	defer func() {
		if err != nil {
			id = none
		}
	}()
	defer symbolic.Catch(&err)
	return f()
}

// step improves the result of an instruction by exact values.
func (e *exactly) step(in *instruction) {
	switch in.op {
	case opRelation:
		e.relate(in)
		return
	case opTruth, opAnd, opOr:
		return
	}
	z := e.w.r[in.dst]
	if z.IsEmpty() {
		return
	}
	id := e.try(func() symbolic.ID { return e.build(in) })
	if id == none {
		return
	}
	if z.Decoration() == interval.Maybe && e.operandsDefined(in) {
		switch e.try(func() symbolic.ID { return e.domain(in) }) {
		case symbolic.True:
			z = interval.Intersect(z, interval.Entire(interval.Continuous))
		case symbolic.False:
			e.w.r[in.dst] = interval.Empty()
			return
		}
	}
	if e.x.Kind(id) == symbolic.Number {
		x := e.x.Number(id)
		if z.Decoration() >= interval.Defined && !z.Contains(x) {
			panic("certify: " + x.String() + " is not in its enclosure " + z.String())
		}
		z = interval.FromRat(e.w.prec, x).WithDecoration(z.Decoration())
	}
	e.w.r[in.dst], e.value[in.dst] = z, id
}

// build returns the exact result of an instruction, none where an operand has
// none.
func (e *exactly) build(in *instruction) symbolic.ID {
	p, x, v := e.w.p, e.x, e.value
	switch in.op {
	case opInput:
		return e.inputs[in.a]
	case opNumber:
		return x.Num(p.numbers[in.a].exact)
	case opPi:
		return x.Pi()
	case opSum:
		return e.sum(in)
	case opProduct:
		b := x.NewProduct()
		if in.a >= 0 {
			b.MulNumber(p.numbers[in.a].exact)
		}
		for _, o := range p.operands[in.from:in.to] {
			if v[o] == none {
				return none
			}
			b.Mul(v[o])
		}
		return b.Product()
	case opPower:
		if v[in.a] == none {
			return none
		}
		return x.Pow(v[in.a], x.Num(p.exponents[in.b].exact))
	case opPow:
		if v[in.a] == none || v[in.b] == none {
			return none
		}
		return x.Pow(v[in.a], v[in.b])
	case opCall, opMax, opMin:
		args, ok := e.arguments(in)
		if !ok {
			return none
		}
		return x.Apply(x.Func(p.row(in)), args...)
	case opDefined:
		return v[in.a]
	case opIf:
		switch e.w.truth[in.a] & (canHold | canFail) {
		case canHold:
			return v[in.b]
		case canFail:
			return v[in.c]
		}
	}
	return none
}

func (e *exactly) sum(in *instruction) symbolic.ID {
	b := e.x.NewSum()
	if in.a >= 0 {
		b.AddNumber(e.w.p.numbers[in.a].exact)
	}
	for _, t := range e.w.p.terms[in.from:in.to] {
		by := rational.One
		switch {
		case e.value[t.register] == none:
			return none
		case t.number == -2:
			by = rational.NegOne
		case t.number >= 0:
			by = e.w.p.numbers[t.number].exact
		}
		b.AddScaled(e.value[t.register], by)
	}
	return b.Sum()
}

func (e *exactly) arguments(in *instruction) (args []symbolic.ID, ok bool) {
	for _, o := range e.w.p.operands[in.from:in.to] {
		if e.value[o] == none {
			return nil, false
		}
		args = append(args, e.value[o])
	}
	return args, true
}

// operandsDefined tells whether all operands have values for certain, so that
// a result without one is due to the operation itself.
func (e *exactly) operandsDefined(in *instruction) bool {
	defined := func(r int32) bool { return e.w.r[r].Decoration() >= interval.Defined }
	switch in.op {
	case opPower:
		return defined(in.a) && (in.c < 0 || defined(in.c))
	case opPow:
		return defined(in.a) && defined(in.b)
	case opCall:
		for _, o := range e.w.p.operands[in.from:in.to] {
			if !defined(o) {
				return false
			}
		}
		return true
	}
	return false
}

// domain returns the condition under which an operation on exact operands has
// a value.
func (e *exactly) domain(in *instruction) symbolic.ID {
	p := e.w.p
	switch in.op {
	case opPower:
		return read.PowerDomain(e.x, p.lib, e.value[in.a], e.x.Num(p.exponents[in.b].exact))
	case opPow:
		return read.PowerDomain(e.x, p.lib, e.value[in.a], e.value[in.b])
	}
	args, _ := e.arguments(in)
	if t := p.lib.Forms(p.row(in)).Domain; t != nil {
		return t.Build(e.x, args...)
	}
	return symbolic.True
}

// relate decides a relation of exact values.
func (e *exactly) relate(in *instruction) {
	o := e.w.truth[in.dst]
	if o&(canHold|canFail) != canHold|canFail {
		return
	}
	c, ok := e.compare(e.value[in.a], e.value[in.b])
	if !ok {
		return
	}
	holds := [...]bool{symbolic.Equal: c == 0, symbolic.NotEqual: c != 0, symbolic.Less: c < 0, symbolic.LessEqual: c <= 0}[in.c]
	e.w.truth[in.dst] = decided(holds, !holds, min(e.w.r[in.a].Decoration(), e.w.r[in.b].Decoration()))
}

// compare returns the sign of a - b where that is a number.
func (e *exactly) compare(a, b symbolic.ID) (sign int, ok bool) {
	switch {
	case a == none || b == none:
		return 0, false
	case a == b:
		return 0, true
	}
	d := e.try(func() symbolic.ID { return e.x.Sub(a, b) })
	if d == none || e.x.Kind(d) != symbolic.Number {
		return 0, false
	}
	return e.x.Number(d).Sign(), true
}

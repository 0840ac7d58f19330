package certify

import (
	"fmt"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// A Value is what is certain about a root on a box, in big.Float.
type Value struct {
	Real  interval.Interval // of a real root: all its values
	Truth Truth             // of a condition
}

// Big evaluates the roots on a box with a precision of prec bits. It panics if
// there is not one interval for each input.
func (p *Program) Big(prec uint, args []interval.Interval) []Value {
	if len(args) != len(p.inputs) {
		panic(fmt.Sprintf("certify: %d intervals for %d inputs", len(args), len(p.inputs)))
	}
	w := newWide(p, prec, args)
	w.run(nil)
	return w.values()
}

// A wide is one evaluation in big.Float. It does what Float does.
type wide struct {
	p     *Program
	prec  uint
	args  []interval.Interval
	r     []interval.Interval
	truth []outcomes
	open  []bool
}

func newWide(p *Program, prec uint, args []interval.Interval) *wide {
	w := &wide{p: p, prec: prec, args: args, r: make([]interval.Interval, p.registers), truth: make([]outcomes, p.registers), open: make([]bool, len(p.guards))}
	w.open[0] = true
	return w
}

// run executes the program; each is called after every instruction that made a
// register.
func (w *wide) run(each func(in *instruction)) {
	for i := range w.p.code {
		in := &w.p.code[i]
		switch {
		case in.op == opGuard:
			g := &w.p.guards[in.a]
			w.open[in.a] = w.open[in.guard] && w.truth[g.condition]&g.outcomes != 0
		case w.open[in.guard]:
			w.step(in)
			if each != nil {
				each(in)
			}
		}
	}
}

func (w *wide) values() []Value {
	values := make([]Value, len(w.p.results))
	for i, result := range w.p.results {
		if w.p.store.IsCondition(w.p.roots[i]) {
			values[i].Truth = w.truth[result].truth()
		} else {
			values[i].Real = w.r[result]
		}
	}
	return values
}

// step executes one instruction.
func (w *wide) step(in *instruction) {
	p, r := w.p, w.r
	switch in.op {
	case opInput:
		r[in.dst] = w.args[in.a]
	case opNumber:
		r[in.dst] = w.number(in.a)
	case opPi:
		r[in.dst] = interval.Pi(w.prec)
	case opTruth:
		w.truth[in.dst] = outcomes(in.a)
	case opWhole:
		r[in.dst] = interval.Entire(interval.Maybe)
	case opNowhere:
		r[in.dst] = interval.Empty()
	case opSum:
		r[in.dst] = w.sum(in)
	case opProduct:
		r[in.dst] = w.product(in)
	case opPower:
		z := p.exponents[in.b].prepared.Pow(w.prec, r[in.a])
		if in.c >= 0 {
			z = z.WithDecoration(r[in.c].Decoration())
		}
		r[in.dst] = z
	case opPow:
		r[in.dst] = interval.Pow(w.prec, r[in.a], r[in.b])
	case opCall:
		var args []interval.Interval
		for _, o := range p.operands[in.from:in.to] {
			args = append(args, r[o])
		}
		r[in.dst] = p.kernels[in.a].wide(w.prec, args)
	case opMax, opMin:
		r[in.dst] = w.extreme(in)
	case opDefined:
		r[in.dst] = w.defined(in)
	case opIf:
		r[in.dst] = w.choose(in)
	case opRelation:
		w.truth[in.dst] = w.relate(in)
	case opAnd, opOr:
		w.truth[in.dst] = connect(in.op == opAnd, p.operands[in.from:in.to], w.truth)
	}
}

func (w *wide) number(i int32) interval.Interval {
	return interval.FromRat(w.prec, w.p.numbers[i].exact)
}

func (w *wide) sum(in *instruction) interval.Interval {
	var z interval.Interval
	first := true
	if in.a >= 0 {
		z, first = w.number(in.a), false
	}
	for _, t := range w.p.terms[in.from:in.to] {
		x := w.r[t.register]
		switch t.number {
		case -1:
		case -2:
			x = interval.Neg(x)
		default:
			x = interval.Mul(w.prec, x, w.number(t.number))
		}
		if first {
			z, first = x, false
		} else {
			z = interval.Add(w.prec, z, x)
		}
	}
	return z
}

func (w *wide) product(in *instruction) interval.Interval {
	list := w.p.operands[in.from:in.to]
	var z interval.Interval
	if in.a >= 0 {
		z = w.number(in.a)
	} else {
		z, list = w.r[list[0]], list[1:]
	}
	for _, f := range list {
		z = interval.Mul(w.prec, z, w.r[f])
	}
	return z
}

func (w *wide) extreme(in *instruction) interval.Interval {
	list := w.p.operands[in.from:in.to]
	z := w.r[list[0]]
	for _, o := range list[1:] {
		if in.op == opMax {
			z = interval.Max(z, w.r[o])
		} else {
			z = interval.Min(z, w.r[o])
		}
	}
	return z
}

func (w *wide) defined(in *instruction) interval.Interval {
	d := interval.Continuous
	if in.b >= 0 {
		d = domain(w.truth[in.b])
	}
	for _, o := range w.p.operands[in.from:in.to] {
		d = min(d, w.r[o].Decoration())
	}
	z := w.r[in.a]
	if in.c == 1 && z.Decoration() >= interval.Defined && d == interval.Continuous {
		z = interval.Intersect(z, interval.Entire(interval.Continuous))
	}
	return z.WithDecoration(d)
}

func (w *wide) choose(in *instruction) interval.Interval {
	cond := w.truth[in.a]
	var z interval.Interval
	switch cond & (canHold | canFail) {
	case canHold:
		z = w.r[in.b]
	case canFail:
		z = w.r[in.c]
	case canHold | canFail:
		z = interval.Hull(w.r[in.b], w.r[in.c])
	}
	return z.WithDecoration(cond.decoration())
}

func (w *wide) relate(in *instruction) outcomes {
	x, y := w.r[in.a], w.r[in.b]
	d := min(x.Decoration(), y.Decoration())
	same := in.a == in.b
	switch symbolic.Rel(in.c) {
	case symbolic.Less:
		return decided(interval.Less(x, y), interval.LessEqual(y, x) || same, d)
	case symbolic.LessEqual:
		return decided(interval.LessEqual(x, y) || same, interval.Less(y, x), d)
	case symbolic.Equal:
		return decided(interval.Equal(x, y) || same, interval.Separated(x, y), d)
	}
	return decided(interval.Separated(x, y), interval.Equal(x, y) || same, d)
}

package certify

import (
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A Point gives inputs exact values: nodes of the program's store without free
// symbols, such as the number 1/3 or pi/4. An input that is left out may have
// any value; what is certain then is so for all of them.
type Point map[symbolic.ID]symbolic.ID

// A placed is a program at a point.
type placed struct {
	p         *Program
	at        Point
	constants []*Program // by input: the program of its value, nil where it is a number or left out
}

// place prepares a point. Where parts of the program wait for the values of
// inputs, such as sums up to n, it is compiled once more.
func (p *Program) place(at Point) *placed {
	if p.partial {
		known := map[symbolic.ID]symbolic.ID{}
		for x, v := range at {
			if p.store.Kind(v) == symbolic.Number {
				known[x] = v
			}
		}
		p = compile(p.lib, p.store, known, p.roots)
	}
	l := &placed{p: p, at: at, constants: make([]*Program, len(p.inputs))}
	for i, in := range p.inputs {
		if v, ok := at[in]; ok && p.store.Kind(v) != symbolic.Number {
			l.constants[i] = Compile(p.lib, p.store, v)
			if len(l.constants[i].inputs) > 0 {
				panic("certify: the value of an input has variables")
			}
		}
	}
	return l
}

// number returns the value of input i if it is a number; ok is false where it
// is left out.
func (l *placed) number(i int) (x rational.Rat, ok bool) {
	v, ok := l.at[l.p.inputs[i]]
	if !ok {
		return rational.Rat{}, false
	}
	return l.p.store.Number(v), true
}

// float evaluates in float64.
func (l *placed) float(sc *Scratch) []FloatValue {
	args := make([]interval.Float, len(l.p.inputs))
	for i := range args {
		if c := l.constants[i]; c != nil {
			args[i] = c.Float(nil, sc)[0].Real
		} else if x, ok := l.number(i); ok {
			args[i] = interval.FromRatFloat(x)
		} else {
			args[i] = interval.EntireFloat(interval.Continuous)
		}
	}
	return l.p.Float(args, sc)
}

// wide evaluates with a precision of prec bits, exactly where possible.
func (l *placed) wide(prec uint) (*wide, *exactly) {
	args := make([]interval.Interval, len(l.p.inputs))
	for i := range args {
		if c := l.constants[i]; c != nil {
			args[i] = c.At(nil, prec)[0].Real
		} else if x, ok := l.number(i); ok {
			args[i] = interval.FromRat(prec, x)
		} else {
			args[i] = interval.Entire(interval.Continuous)
		}
	}
	w := newWide(l.p, prec, args)
	e := newExactly(w, l.at)
	w.run(e.step)
	return w, e
}

// At evaluates the roots at a point with a precision of prec bits, exactly
// where exact values are rational. It panics where a value has free symbols or
// as Compile does.
func (p *Program) At(at Point, prec uint) []Value {
	w, _ := p.place(at).wide(prec)
	return w.values()
}

// row returns the row of the function that an instruction calls.
func (p *Program) row(in *instruction) *function.Row {
	switch in.op {
	case opMax, opMin:
		name := "max"
		if in.op == opMin {
			name = "min"
		}
		row, err := p.lib.Table().Lookup(name, 2)
		if err != nil {
			panic(err)
		}
		return row
	}
	return p.store.FuncRow(p.kernels[in.a].id)
}

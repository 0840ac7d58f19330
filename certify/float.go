package certify

import (
	"fmt"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// A FloatValue is what is certain about a root on a box, in float64.
type FloatValue struct {
	Real  interval.Float // of a real root: all its values
	Truth Truth          // of a condition
}

// A Scratch holds what an evaluation in float64 computes, so that repeated ones
// allocate nothing. The zero value is ready; it may be used for one program
// after the other, and by one goroutine at a time.
type Scratch struct {
	registers []interval.Float
	truth     []outcomes
	open      []bool // guards
	operands  []interval.Float
	values    []FloatValue
}

// fit makes room for p.
func (sc *Scratch) fit(p *Program) {
	if len(sc.registers) < p.registers {
		sc.registers, sc.truth = make([]interval.Float, p.registers), make([]outcomes, p.registers)
	}
	if len(sc.open) < len(p.guards) {
		sc.open = make([]bool, len(p.guards))
	}
	if len(sc.values) < len(p.results) {
		sc.values = make([]FloatValue, len(p.results))
	}
	sc.open[0] = true
}

// Float evaluates the roots on a box of float64 intervals, one for each input.
// The result is overwritten by the next call with the same scratch. It panics
// if there is not one interval for each input.
//
// Cost: about 20 ns an instruction, and that of the kernels.
func (p *Program) Float(args []interval.Float, sc *Scratch) []FloatValue {
	if len(args) != len(p.inputs) {
		panic(fmt.Sprintf("certify: %d intervals for %d inputs", len(args), len(p.inputs)))
	}
	sc.fit(p)
	r, truth := sc.registers, sc.truth
	for i := range p.code {
		in := &p.code[i]
		if !sc.open[in.guard] {
			if in.op == opGuard {
				sc.open[in.a] = false
			}
			continue
		}
		switch in.op {
		case opInput:
			r[in.dst] = args[in.a]
		case opNumber:
			r[in.dst] = p.numbers[in.a].float
		case opPi:
			r[in.dst] = interval.PiFloat()
		case opTruth:
			truth[in.dst] = outcomes(in.a)
		case opWhole:
			r[in.dst] = interval.EntireFloat(interval.Maybe)
		case opNowhere:
			r[in.dst] = interval.Float{}
		case opSum:
			r[in.dst] = p.sumFloat(in, r)
		case opProduct:
			r[in.dst] = p.productFloat(in, r)
		case opPower:
			z := p.exponents[in.b].prepared.PowFloat(r[in.a])
			if in.c >= 0 {
				z = z.WithDecoration(r[in.c].Decoration())
			}
			r[in.dst] = z
		case opPow:
			r[in.dst] = r[in.a].Pow(r[in.b])
		case opCall:
			r[in.dst] = p.callFloat(in, sc)
		case opMax, opMin:
			r[in.dst] = p.extremeFloat(in, r)
		case opDefined:
			r[in.dst] = p.definedFloat(in, r, truth)
		case opIf:
			r[in.dst] = ifFloat(truth[in.a], r, in)
		case opRelation:
			truth[in.dst] = relateFloat(in, r[in.a], r[in.b])
		case opAnd, opOr:
			truth[in.dst] = connect(in.op == opAnd, p.operands[in.from:in.to], truth)
		case opGuard:
			g := &p.guards[in.a]
			sc.open[in.a] = truth[g.condition]&g.outcomes != 0
		}
	}
	values := sc.values[:len(p.results)]
	for i, result := range p.results {
		values[i] = FloatValue{Real: r[result], Truth: truth[result].truth()}
		if p.store.IsCondition(p.roots[i]) {
			values[i].Real = interval.Float{}
		} else {
			values[i].Truth = Unknown
		}
	}
	return values
}

func (p *Program) sumFloat(in *instruction, r []interval.Float) interval.Float {
	var z interval.Float
	first := true
	if in.a >= 0 {
		z, first = p.numbers[in.a].float, false
	}
	for _, t := range p.terms[in.from:in.to] {
		x := r[t.register]
		switch t.number {
		case -1:
		case -2:
			x = x.Neg()
		default:
			x = x.Mul(p.numbers[t.number].float)
		}
		if first {
			z, first = x, false
		} else {
			z = z.Add(x)
		}
	}
	return z
}

func (p *Program) productFloat(in *instruction, r []interval.Float) interval.Float {
	list := p.operands[in.from:in.to]
	var z interval.Float
	if in.a >= 0 {
		z = p.numbers[in.a].float
	} else {
		z, list = r[list[0]], list[1:]
	}
	for _, f := range list {
		z = z.Mul(r[f])
	}
	return z
}

func (p *Program) callFloat(in *instruction, sc *Scratch) interval.Float {
	k := p.kernels[in.a].float
	list := p.operands[in.from:in.to]
	if len(list) == 1 {
		return k(sc.registers[list[0] : list[0]+1])
	}
	sc.operands = sc.operands[:0]
	for _, o := range list {
		sc.operands = append(sc.operands, sc.registers[o])
	}
	return k(sc.operands)
}

func (p *Program) extremeFloat(in *instruction, r []interval.Float) interval.Float {
	list := p.operands[in.from:in.to]
	z := r[list[0]]
	for _, o := range list[1:] {
		if in.op == opMax {
			z = z.Max(r[o])
		} else {
			z = z.Min(r[o])
		}
	}
	return z
}

// definedFloat returns the value of a definition with the decoration of the
// function: a call has a value only where all its arguments have one.
func (p *Program) definedFloat(in *instruction, r []interval.Float, truth []outcomes) interval.Float {
	d := interval.Continuous
	if in.b >= 0 {
		d = domain(truth[in.b])
	}
	for _, o := range p.operands[in.from:in.to] {
		d = min(d, r[o].Decoration())
	}
	z := r[in.a]
	if in.c == 1 && z.Decoration() >= interval.Defined && d == interval.Continuous {
		// The function is continuous though a branch of its definition changes.
		z = z.Intersect(interval.EntireFloat(interval.Continuous))
	}
	return z.WithDecoration(d)
}

func ifFloat(cond outcomes, r []interval.Float, in *instruction) interval.Float {
	var z interval.Float
	switch cond & (canHold | canFail) {
	case canHold:
		z = r[in.b]
	case canFail:
		z = r[in.c]
	case canHold | canFail:
		z = r[in.b].Hull(r[in.c])
	}
	return z.WithDecoration(cond.decoration())
}

func relateFloat(in *instruction, x, y interval.Float) outcomes {
	d := min(x.Decoration(), y.Decoration())
	switch symbolic.Rel(in.c) {
	case symbolic.Less:
		return decided(x.Less(y), y.LessEqual(x) || in.a == in.b, d)
	case symbolic.LessEqual:
		return decided(x.LessEqual(y) || in.a == in.b, y.Less(x), d)
	case symbolic.Equal:
		return decided(x.Equal(y) || in.a == in.b, x.Separated(y), d)
	}
	return decided(x.Separated(y), x.Equal(y) || in.a == in.b, d)
}

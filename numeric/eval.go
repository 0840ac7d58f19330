package numeric

import (
	"math"

	"github.com/symgrad/symgrad/symbolic"
)

// Eval computes the outputs z at the inputs x. It allocates nothing, but for
// the first calls and those that run at the same time.
//
// The error is a *[ShapeError] if x has not one number for each input or z not one
// place for each output; nothing is computed then.
func (p *Program) Eval(z, x []float64) error {
	if err := p.shapes(len(x), len(z)); err != nil {
		return err
	}
	m := p.machines.Get().(*machine)
	m.rounds = maxRounds
	copy(m.r[len(p.g.consts):], x)
	m.run()
	for i, r := range p.results {
		z[i] = m.r[r]
	}
	p.machines.Put(m)
	return nil
}

// shapes compares the numbers of values of a call with those of the program.
func (p *Program) shapes(inputs, outputs int) error {
	if n := len(p.g.inputs); inputs != n {
		return &ShapeError{"inputs", inputs, n}
	}
	if n := len(p.results); outputs != n {
		return &ShapeError{"outputs", outputs, n}
	}
	return nil
}

// A machine runs a program at one point.
type machine struct {
	p      *Program
	r      []float64  // registers
	buf    []float64  // arguments of a kernel
	loops  []*machine // of the bodies of loops
	states []float64
	rounds int // that loops may still take
}

func newMachine(p *Program) *machine {
	m := &machine{p: p, r: make([]float64, p.registers)}
	copy(m.r, p.g.consts)
	for _, l := range p.g.loops {
		m.loops = append(m.loops, newMachine(l.body))
	}
	return m
}

// run executes the instructions. What it computes and in which order, block.run
// does too, so that both give the same bits; products are rounded before they
// are added (the conversions say so), as some processors would not.
func (m *machine) run() {
	p, r := m.p, m.r
	for i := range p.code {
		in := &p.code[i]
		a := p.operands[in.from:in.to]
		var z float64
		switch in.op {
		case opSum:
			z = sumOf(r, a, int(in.aux))
		case opSub:
			z = r[a[0]] - r[a[1]]
		case opNeg:
			z = -r[a[0]]
		case opMul:
			z = r[a[0]] * r[a[1]]
			for _, o := range a[2:] {
				z *= r[o]
			}
		case opDiv:
			z = quo(r[a[0]], r[a[1]])
		case opPower:
			z = power(r[a[0]], in.aux)
		case opSqrt:
			z = math.Sqrt(r[a[0]])
		case opCall:
			z = p.g.kernels[in.aux].row.Float(m.gather(a))
		case opSlope:
			args := m.gather(a)
			n := len(args) - 1
			z = p.g.kernels[in.aux].partial(args[:n:n], args[n])
		default:
			z = m.rare(in, a)
		}
		r[in.dst] = z
	}
}

// gather returns the values of registers next to each other.
func (m *machine) gather(a []int32) []float64 {
	if len(a) == 1 {
		return m.r[a[0] : a[0]+1 : a[0]+1]
	}
	m.buf = m.buf[:0]
	for _, o := range a {
		m.buf = append(m.buf, m.r[o])
	}
	return m.buf
}

// rare executes the instructions that are not part of most programs.
func (m *machine) rare(in *instruction, a []int32) float64 {
	r := m.r
	switch in.op {
	case opMax:
		z := r[a[0]]
		for _, o := range a[1:] {
			z = max(z, r[o])
		}
		return z
	case opLogSumExp:
		return logSumExp(m.gather(a))
	case opRelation:
		return relate(symbolic.Rel(in.aux), r[a[0]], r[a[1]])
	case opAnd:
		return connect(0, r, a)
	case opOr:
		return connect(1, r, a)
	case opIf:
		return choose(r[a[0]], r[a[1]], r[a[2]])
	case opDefined:
		return defined(r[a[0]], r[a[1]])
	case opEntry:
		if k := r[a[0]]; k >= 0 && k < float64(len(a)-1) && k == math.Floor(k) {
			return r[a[1+int(k)]]
		}
		return nan
	case opFold:
		return m.fold(m.p.g.loops[in.aux], m.loops[in.aux], a)
	}
	panic("numeric: no such instruction")
}

// fold runs a loop and returns a part of the last state.
func (m *machine) fold(l *loop, body *machine, a []int32) float64 {
	lower, upper := m.r[a[0]], m.r[a[1]]
	if lower != math.Floor(lower) || upper != math.Floor(upper) || math.IsInf(lower, 0) || math.IsInf(upper, 0) {
		return nan
	}
	in := body.r[len(l.body.g.consts):]
	for i, o := range a[2:] {
		in[i] = m.r[o]
	}
	for k := lower; k <= upper; k++ {
		if m.rounds--; m.rounds < 0 || k+1 == k {
			return nan
		}
		in[len(a)-2] = k
		body.rounds = m.rounds
		body.run()
		m.rounds = body.rounds
		m.states = m.states[:0]
		for _, o := range l.body.results {
			m.states = append(m.states, body.r[o])
		}
		copy(in, m.states)
	}
	return in[l.result]
}

// sumOf adds the first n values, then the products of pairs of the others.
func sumOf(r []float64, a []int32, n int) (z float64) {
	if n > 0 {
		z = r[a[0]]
		for _, o := range a[1:n] {
			z += r[o]
		}
		a = a[n:]
	} else {
		z = r[a[0]] * r[a[1]]
		a = a[2:]
	}
	for ; len(a) >= 2; a = a[2:] {
		z += float64(r[a[0]] * r[a[1]])
	}
	return z
}

// quo is x/y, which does not exist at y = 0.
func quo(x, y float64) float64 {
	if y == 0 {
		return nan
	}
	return x / y
}

// power is x^n for n >= 2, by squares and products.
func power(x float64, n int32) float64 {
	for ; n&1 == 0; n >>= 1 {
		x *= x
	}
	z := x
	for n >>= 1; n > 0; n >>= 1 {
		x *= x
		if n&1 == 1 {
			z *= x
		}
	}
	return z
}

func truth(c bool) float64 {
	if c {
		return 1
	}
	return 0
}

func relate(r symbolic.Rel, x, y float64) float64 {
	if x != x || y != y {
		return nan
	}
	switch r {
	case symbolic.Equal:
		return truth(x == y)
	case symbolic.NotEqual:
		return truth(x != y)
	case symbolic.Less:
		return truth(x < y)
	}
	return truth(x <= y)
}

// connect goes through conditions until one is stop, or has no value.
func connect(stop float64, r []float64, a []int32) float64 {
	for _, o := range a {
		if c := r[o]; c == stop || c != c {
			return c
		}
	}
	return 1 - stop
}

func choose(cond, x, y float64) float64 {
	switch {
	case cond == 1:
		return x
	case cond == 0:
		return y
	}
	return nan
}

func defined(by, x float64) float64 {
	if by != by {
		return nan
	}
	return x
}

// logSumExp takes the largest exponential out, and the logarithm of what is
// left near 1.
func logSumExp(u []float64) float64 {
	top := 0
	for i, x := range u {
		if !(x <= u[top]) { // NaN is taken too
			top = i
		}
	}
	m := u[top]
	if m != m || math.IsInf(m, 0) {
		return m
	}
	sum := 0.0
	for i, x := range u {
		if i != top {
			sum += math.Exp(x - m)
		}
	}
	return m + math.Log1p(sum)
}

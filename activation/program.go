package activation

import (
	"fmt"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// A program encloses the Taylor coefficients of a smooth expression at every point
// of an interval:
//
//	f(c+h) = a_0 + a_1·h + ... + a_(n-1)·h^(n-1) + a_n·h^n
//
// where a_k is in coefficient k of a run on the point c for k < n, and a_n in
// coefficient n of a run on an interval that has c and c+h, for the mean value form
// of the remainder. Coefficients are computed order by order in all registers, by
// recurrences from the derivative of each function in terms of its value.
//
// Source: Moore, Kearfott, Cloud, Introduction to Interval Analysis, chapter 9.
type program struct {
	*line
	place   map[symbolic.ID]int // node -> register
	code    []instruction
	pending []symbolic.ID // calls whose derivatives are not compiled yet
	root    int           // the register of the expression
	rows    [][]interval.Float
}

type opcode uint8

const (
	opConstant opcode = iota
	opVariable
	opSum     // value + Σ scale·term
	opProduct // scale·a·b
	opPower   // a^exponent, a not 0
	opCall    // kernel(a), with a derivative in a register
)

type instruction struct {
	op       opcode
	terms    []int
	scale    []interval.Float
	value    interval.Float
	exponent interval.Float
	kernel   interval.FloatKernel
	args     []interval.Float // of the kernel; the first is the term's
	slope    int
	kink     bool // not smooth where the operand is 0
}

// maxRegisters bounds a program; derivatives of functions may have no end.
const maxRegisters = 600

// An unsupportedError says what cannot be enclosed.
type unsupportedError struct{ reason string }

func (e *unsupportedError) Error() string { return e.reason }

func unsupported(format string, args ...any) error {
	return &unsupportedError{fmt.Sprintf(format, args...)}
}

// compile returns the program of an expression of x without branches.
func (c *line) compile(root symbolic.ID) (*program, error) {
	p := &program{line: c, place: map[symbolic.ID]int{}}
	var err error
	p.root, err = p.node(root)
	for err == nil && len(p.pending) > 0 {
		id := p.pending[0]
		p.pending = p.pending[1:]
		err = p.derivative(id)
	}
	return p, err
}

// node compiles what stands below a node.
func (p *program) node(root symbolic.ID) (int, error) {
	s := p.s
	walk := s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool {
		_, ok := p.place[id]
		return !ok && s.Depends(id, p.x)
	})
	for _, id := range walk {
		if _, ok := p.place[id]; ok {
			continue
		}
		if err := p.emit(id); err != nil {
			return 0, err
		}
		if len(p.code) > maxRegisters {
			return 0, unsupported("its derivatives are too long")
		}
	}
	return p.place[root], nil
}

// step appends an instruction that stands for no node.
func (p *program) step(in instruction) int {
	p.code = append(p.code, in)
	return len(p.code) - 1
}

func (p *program) emit(id symbolic.ID) error {
	s := p.s
	if id == p.x {
		p.place[id] = p.step(instruction{op: opVariable})
		return nil
	}
	if !s.Depends(id, p.x) {
		v, err := p.constant(id)
		if err != nil {
			return err
		}
		p.place[id] = p.step(instruction{op: opConstant, value: v})
		return nil
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		in := instruction{op: opSum, value: interval.FromRatFloat(s.Number(ops[0]))}
		for i := 1; i < len(ops); i += 2 {
			in.terms = append(in.terms, p.place[ops[i]])
			in.scale = append(in.scale, interval.FromRatFloat(s.Number(ops[i+1])))
		}
		p.place[id] = p.step(in)
		return nil
	case symbolic.Product:
		acc, scale := -1, interval.FromRatFloat(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			f, err := p.power(ops[i], ops[i+1])
			if err != nil {
				return err
			}
			if acc >= 0 {
				f = p.step(instruction{op: opProduct, terms: []int{acc, f}})
			}
			acc = f
		}
		p.place[id] = p.step(instruction{op: opSum, terms: []int{acc}, scale: []interval.Float{scale}, value: interval.FloatPoint(0)})
		return nil
	case symbolic.Power:
		f, err := p.power(ops[0], ops[1])
		p.place[id] = f
		return err
	case symbolic.Apply:
		return p.call(id, ops)
	}
	return unsupported("it has a part that cannot be enclosed: %s", s.Kind(id))
}

// power compiles base^exponent, both of which are compiled.
func (p *program) power(base, exponent symbolic.ID) (int, error) {
	s := p.s
	b := p.place[base]
	switch n, isInt := int64(0), false; {
	case s.Depends(exponent, p.x):
		log := s.Call(p.row("log"), s.Expr(base))
		return p.node(s.Call(p.row("exp"), s.Expr(exponent).Mul(log)).ID())
	case s.Kind(exponent) == symbolic.Number:
		if n, isInt = s.Number(exponent).Int64(); isInt && n >= 1 && n <= 64 {
			return p.repeated(b, n), nil
		}
		return p.step(instruction{op: opPower, terms: []int{b}, exponent: interval.FromRatFloat(s.Number(exponent))}), nil
	}
	v, err := p.constant(exponent)
	if err != nil {
		return 0, err
	}
	return p.step(instruction{op: opPower, terms: []int{b}, exponent: v}), nil
}

// repeated multiplies a register by itself.
func (p *program) repeated(b int, n int64) int {
	acc := -1
	for square := b; ; square = p.step(instruction{op: opProduct, terms: []int{square, square}}) {
		if n&1 == 1 {
			if acc < 0 {
				acc = square
			} else {
				acc = p.step(instruction{op: opProduct, terms: []int{acc, square}})
			}
		}
		if n >>= 1; n == 0 {
			return acc
		}
	}
}

// call compiles a function of one part that depends on x; its derivative follows
// when everything that it is made of has a register.
func (p *program) call(id symbolic.ID, ops []symbolic.ID) error {
	s := p.s
	row := s.Function(id)
	in := instruction{op: opCall}
	for i, o := range ops {
		var v interval.Float
		switch active := s.Depends(o, p.x); {
		case active && i > 0:
			return unsupported("%s of two parts that depend on the variable cannot be enclosed", s.Name(id))
		case active:
			in.terms = []int{p.place[o]}
		default:
			var err error
			if v, err = p.constant(o); err != nil {
				return err
			}
		}
		in.args = append(in.args, v)
	}
	if row == nil || len(in.terms) == 0 {
		return unsupported("%s cannot be enclosed", s.Name(id))
	}
	switch forms := p.lib.Forms(row); {
	case row.Name == "abs" || row.Name == "sign" || row.Name == "step":
		in.kink = true
	case forms.Continuous != nil || forms.Smooth != nil && forms.Definition != nil && forms.Definition.Has(symbolic.If):
		return unsupported("%s is not smooth", row.Name)
	}
	var ok bool
	if in.kernel, ok = interval.LookupFloat(row.Name, len(ops)); !ok {
		return unsupported("%s cannot be enclosed", s.Name(id))
	}
	p.place[id] = p.step(in)
	p.pending = append(p.pending, id)
	return nil
}

// derivative compiles the derivative of a call.
func (p *program) derivative(id symbolic.ID) error {
	s := p.s
	forms := p.lib.Forms(s.Function(id))
	t := forms.DerivValue
	if t == nil && len(forms.Deriv) > 0 {
		t = forms.Deriv[0]
	}
	if t == nil {
		return unsupported("the derivative of %s is not known", s.Name(id))
	}
	d, err := p.node(t.Build(s, append(append([]symbolic.ID{}, s.Operands(id)...), id)...))
	p.code[p.place[id]].slope = d
	return err
}

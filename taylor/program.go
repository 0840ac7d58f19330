package taylor

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A program computes the rational coefficients of a formula that is smooth at a
// rational point. Their denominators are known. So series of medium length are computed
// as integers (type integers). Longer ones are run modulo primes, so that numbers do not
// grow, and put together from the residues in the end. That is right since there are
// bounds of their size.
//
// Its variable is that of the formula, or series are given for the arguments of a
// function.
//
// Registers hold series. The constant term of one may be a symbolic offset, as
// log(2) is that of log(1+exp(x)), as long as only sums and derivatives use it.
type program struct {
	s       *symbolic.Store
	lib     *read.Library
	values  *values
	x       symbolic.ID
	at      symbolic.ID           // the point
	place   map[symbolic.ID]int32 // node -> register
	active  map[symbolic.ID]bool  // whether a node depends on the variable
	code    []instruction         // operands come first, but for slopes
	pending []symbolic.ID         // nodes of calls whose derivatives are not compiled yet
}

type opcode uint8

const (
	opConstant opcode = iota
	opVariable        // at + t
	opGiven           // given
	opSum             // value + Σ k·terms
	opProduct         // of terms[0] and terms[1]
	opPower           // terms[0]^exponent, of a series that does not begin with 0
	opCall            // value + ∫ Σ slopes·terms'
	opRiccati         // value + v with v' = k[0] + k[1]·v + k[2]·v²
)

type instruction struct {
	op       opcode
	terms    []int32
	k        []rational.Rat
	exponent rational.Rat
	slopes   []int32
	value    rational.Rat // the rational part of the constant term
	offset   symbolic.ID  // the other part
	constant rational.Rat // of a sum
	given    *givenSeries
}

// errNoProgram says that a formula is not of the kind that programs are for.
var errNoProgram = errors.New("taylor: no program")

// maxInstructions bounds a program: closures of derivatives may have no end.
const maxInstructions = 400

func newProgram(v *values, x, at symbolic.ID) *program {
	return &program{s: v.s, lib: v.lib, values: v, x: x, at: at, place: map[symbolic.ID]int32{}, active: map[symbolic.ID]bool{}, code: make([]instruction, 0, 8)}
}

// noPolynomial is the degree of what is no polynomial.
const noPolynomial = MaxOrder + 1

// degrees returns those of the registers as polynomials in the variable. That of a
// call is known after those of its derivatives, which come later.
func (p *program) degrees() []int {
	degrees := make([]int, len(p.code))
	for i := range degrees {
		degrees[i] = noPolynomial
	}
	for changed := true; changed; {
		changed = p.improve(degrees)
	}
	return degrees
}

// improve computes the degrees from those of the operands, and tells whether that
// of a call is lower than before.
func (p *program) improve(degrees []int) (changed bool) {
	for i := range degrees {
		switch in := &p.code[i]; in.op {
		case opConstant:
			degrees[i] = 0
		case opVariable:
			degrees[i] = 1
		case opGiven:
			degrees[i] = in.given.degree
		case opSum:
			degrees[i] = 0
			for _, t := range in.terms {
				degrees[i] = max(degrees[i], degrees[t])
			}
		case opProduct:
			degrees[i] = min(noPolynomial, degrees[in.terms[0]]+degrees[in.terms[1]])
		case opPower:
			degrees[i] = noPolynomial
			if n, ok := in.exponent.Int64(); ok && n > 0 && n <= MaxOrder {
				degrees[i] = min(noPolynomial, degrees[in.terms[0]]*int(n))
			}
		case opCall:
			n := 0
			for j, d := range in.slopes {
				if s := &p.code[d]; s.op == opConstant && s.value.IsZero() {
					continue
				}
				n = max(n, degrees[d]+degrees[in.terms[j]])
			}
			if n = min(n, noPolynomial); n < degrees[i] {
				degrees[i], changed = n, true
			}
		}
	}
	return changed
}

// compile returns the register of a node.
func (p *program) compile(root symbolic.ID) (int32, error) {
	i, err := p.node(root)
	if err != nil {
		return 0, err
	}
	for len(p.pending) > 0 {
		id := p.pending[0]
		p.pending = p.pending[1:]
		if err := p.differentiate(id); err != nil {
			return 0, err
		}
	}
	return i, nil
}

// node compiles a node, with the derivatives of its functions left for later.
func (p *program) node(root symbolic.ID) (int32, error) {
	s := p.s
	if i, done := p.place[root]; done {
		return i, nil
	}
	open := func(id symbolic.ID) bool { _, done := p.active[id]; return !done && !s.Kind(id).Binds() }
	order := s.PostorderWithin([]symbolic.ID{root}, open)
	for _, id := range order {
		switch {
		case open(id):
			p.active[id] = id == p.x || slices.ContainsFunc(s.Operands(id), func(o symbolic.ID) bool { return p.active[o] })
		case s.Kind(id).Binds():
			p.active[id] = s.Depends(id, p.x)
		}
	}
	for _, id := range order {
		if _, done := p.place[id]; done || !p.active[id] {
			continue
		}
		if err := p.add(id); err != nil {
			return 0, err
		}
	}
	return p.operand(root)
}

// operand returns the register of a node whose operands have some.
func (p *program) operand(id symbolic.ID) (int32, error) {
	if i, done := p.place[id]; done {
		return i, nil
	}
	if p.active[id] {
		return 0, errNoProgram
	}
	in := instruction{op: opConstant}
	in.value, in.offset = p.split(id)
	p.place[id] = p.emit(in)
	return p.place[id], nil
}

// split returns a node as a number, or else as an offset.
func (p *program) split(id symbolic.ID) (value rational.Rat, offset symbolic.ID) {
	if p.s.Kind(id) == symbolic.Number {
		return p.s.Number(id), symbolic.Zero
	}
	return value, id
}

// valueOf returns the constant term of a register.
func (p *program) valueOf(r int32) symbolic.ID {
	return p.s.Add(p.s.Num(p.code[r].value), p.code[r].offset)
}

func (p *program) emit(in instruction) int32 {
	p.code = append(p.code, in)
	return int32(len(p.code) - 1)
}

func (p *program) add(id symbolic.ID) (err error) {
	s := p.s
	if len(p.code) > maxInstructions {
		return errNoProgram
	}
	ops := s.Operands(id)
	var i int32
	switch s.Kind(id) {
	case symbolic.Symbol, symbolic.Index:
		if id != p.x {
			return errNoProgram
		}
		in := instruction{op: opVariable}
		in.value, in.offset = p.split(p.at)
		i = p.emit(in)
	case symbolic.Sum:
		i, err = p.sum(ops)
	case symbolic.Product:
		i, err = p.product(s.Number(ops[0]), ops[1:])
	case symbolic.Power:
		i, err = p.power(ops[0], ops[1])
	case symbolic.Apply:
		i, err = p.call(id)
	default:
		err = errNoProgram
	}
	p.place[id] = i
	return err
}

func (p *program) sum(ops []symbolic.ID) (int32, error) {
	s := p.s
	in := instruction{op: opSum, constant: s.Number(ops[0]), value: s.Number(ops[0])}
	b := s.NewSum()
	for i := 1; i < len(ops); i += 2 {
		o, err := p.operand(ops[i])
		if err != nil {
			return 0, err
		}
		k := s.Number(ops[i+1])
		in.terms, in.k = append(in.terms, o), append(in.k, k)
		in.value = in.value.Add(p.code[o].value.Mul(k))
		b.AddScaled(p.code[o].offset, k)
	}
	in.offset = b.Sum()
	return p.emit(in), nil
}

func (p *program) product(k rational.Rat, ops []symbolic.ID) (int32, error) {
	z := int32(-1)
	for i := 0; i < len(ops); i += 2 {
		f, err := p.operand(ops[i])
		if err == nil && ops[i+1] != symbolic.One {
			f, err = p.power(ops[i], ops[i+1])
		}
		if err == nil && z >= 0 {
			f, err = p.times(z, f)
		}
		if err != nil {
			return 0, err
		}
		z = f
	}
	if k.IsOne() {
		return z, nil
	}
	in := instruction{op: opSum, terms: []int32{z}, k: []rational.Rat{k}, value: p.code[z].value.Mul(k)}
	in.offset = p.s.Scale(p.code[z].offset, k)
	return p.emit(in), nil
}

func (p *program) times(a, b int32) (int32, error) {
	if p.code[a].offset != symbolic.Zero || p.code[b].offset != symbolic.Zero {
		return 0, errNoProgram
	}
	return p.emit(instruction{op: opProduct, terms: []int32{a, b}, value: p.code[a].value.Mul(p.code[b].value)}), nil
}

// power compiles base^e, as products where e is a small integer.
func (p *program) power(base, e symbolic.ID) (int32, error) {
	s := p.s
	if s.Kind(e) != symbolic.Number {
		return 0, errNoProgram
	}
	b, err := p.operand(base)
	if err != nil {
		return 0, err
	}
	x, y := s.Number(e), p.code[b].value
	if n, ok := x.Int64(); ok && n > 0 && (n <= smallPower || y.IsZero()) {
		return p.repeated(b, n)
	}
	if y.IsZero() || p.code[b].offset != symbolic.Zero {
		return 0, errNoProgram
	}
	value := s.Pow(s.Num(y), e)
	if s.Kind(value) != symbolic.Number {
		return 0, errNoProgram
	}
	if x.Equal(rational.NegOne) {
		if i, ok := p.reciprocal(base, s.Number(value)); ok {
			return i, nil
		}
	}
	return p.emit(instruction{op: opPower, terms: []int32{b}, exponent: x, value: s.Number(value)}), nil
}

// repeated compiles b^n for n >= 1.
func (p *program) repeated(b int32, n int64) (z int32, err error) {
	z = -1
	for ; err == nil; n >>= 1 {
		if n&1 != 0 {
			if z < 0 {
				z = b
			} else if z, err = p.times(z, b); err != nil {
				break
			}
		}
		if n == 1 {
			return z, nil
		}
		b, err = p.times(b, b)
	}
	return z, err
}

// call compiles a function at a point where it is smooth.
func (p *program) call(id symbolic.ID) (int32, error) {
	s := p.s
	row, args := s.Function(id), s.Operands(id)
	if row == nil || len(args) != len(row.Params) {
		return 0, errNoProgram
	}
	in := instruction{op: opCall}
	var buf [4]symbolic.ID
	point := buf[:0]
	for _, a := range args {
		o, err := p.operand(a)
		if err != nil {
			return 0, err
		}
		if p.active[a] {
			in.terms = append(in.terms, o)
		}
		point = append(point, p.valueOf(o))
	}
	value := p.values.of(id, point)
	point = append(point, symbolic.Zero)
	if row.Domain != "" || row.Smooth != "" {
		for _, t := range []*symbolic.Template{p.lib.Forms(row).Domain, p.lib.Forms(row).Smooth} {
			if t != nil && !p.surely(t.Build(s, point...)) {
				return 0, errNoProgram
			}
		}
	}
	in.value, in.offset = p.split(value)
	i := p.emit(in)
	p.pending = append(p.pending, id)
	return i, nil
}

// differentiate compiles the derivatives of a function.
func (p *program) differentiate(id symbolic.ID) error {
	s := p.s
	args := s.Operands(id)
	forms := p.lib.Forms(s.Function(id))
	var buf [8]symbolic.ID
	all := append(append(buf[:0], args...), id)
	for i, a := range args {
		if !p.active[a] {
			continue
		}
		if forms.Deriv[i] == nil {
			return errNoProgram
		}
		d := forms.Deriv[i].Build(s, all...)
		p.active[id] = true
		r, err := p.node(d)
		if err != nil {
			return err
		}
		if p.code[r].offset != symbolic.Zero {
			return errNoProgram
		}
		in := &p.code[p.place[id]]
		in.slopes = append(in.slopes, r)
	}
	p.autonomous(p.place[id])
	return nil
}

package taylor

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A jet encloses the Taylor coefficients of a formula at all points of an interval
// at once, by the recurrences of programs in interval arithmetic. The formula has
// to be smooth on the interval.
type jet struct {
	s   *symbolic.Store
	lib *read.Library
	x   symbolic.ID
	// stand returns what stands for a node on the interval, as a branch for an if;
	// it may be the node itself.
	stand  func(symbolic.ID) (symbolic.ID, error)
	place  map[symbolic.ID]int
	code   []jetRegister    // operands come first, but for slopes
	calls  []int            // whose slopes are not compiled yet
	conds  []symbolic.ID    // under which the functions are smooth
	values *certify.Program // of the conditions, and of what is known of registers
}

type jetRegister struct {
	op       opcode
	id       symbolic.ID // of a constant or a call, whose value package certify computes
	terms    []int
	k        []rational.Rat
	constant rational.Rat // of a sum
	exponent symbolic.ID
	slopes   []int
	order    int // up to which coefficients are needed; -1 is none
}

// errNoJet says that a formula is not smooth on an interval, or not known to be.
var errNoJet = errors.New("taylor: no jet")

// newJet compiles a formula for coefficients up to an order.
func newJet(lib *read.Library, s *symbolic.Store, x, root symbolic.ID, order int, stand func(symbolic.ID) (symbolic.ID, error)) (*jet, int, error) {
	j := &jet{s: s, lib: lib, x: x, stand: stand, place: map[symbolic.ID]int{}}
	i, err := j.compile(root, order)
	return j, i, err
}

// compile returns the register of a node.
func (j *jet) compile(root symbolic.ID, order int) (int, error) {
	i, err := j.node(root)
	if err != nil {
		return 0, err
	}
	j.want(i, order)
	for len(j.calls) > 0 {
		c := j.calls[0]
		j.calls = j.calls[1:]
		if err := j.differentiate(c); err != nil {
			return 0, err
		}
	}
	return i, nil
}

// want asks for coefficients of a register up to an order.
func (j *jet) want(i, order int) {
	type demand struct{ register, order int }
	stack := []demand{{i, order}}
	for len(stack) > 0 {
		d := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		r := &j.code[d.register]
		if r.order >= d.order {
			continue
		}
		if r.op == opCall && r.order < 1 && d.order >= 1 {
			j.calls = append(j.calls, d.register)
		}
		r.order = d.order
		for _, t := range r.terms {
			stack = append(stack, demand{t, d.order})
		}
		for _, t := range r.slopes {
			stack = append(stack, demand{t, d.order - 1})
		}
	}
}

// node compiles a node without the slopes of its functions.
func (j *jet) node(root symbolic.ID) (int, error) {
	s := j.s
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		if _, done := j.place[id]; done {
			stack = stack[:len(stack)-1]
			continue
		}
		if len(j.code) > maxInstructions {
			return 0, errNoJet
		}
		to, err := j.stand(id)
		if err != nil {
			return 0, err
		}
		before := len(stack)
		switch {
		case to != id:
			if i, done := j.place[to]; done {
				j.place[id] = i
			} else {
				stack = append(stack, to)
			}
		case !s.Depends(id, j.x):
			j.place[id] = j.add(jetRegister{op: opConstant, id: id})
		case s.Kind(id).Binds():
			return 0, errNoJet
		default:
			for _, o := range s.Operands(id) {
				if _, done := j.place[o]; !done {
					stack = append(stack, o)
				}
			}
			if len(stack) == before {
				if j.place[id], err = j.operation(id); err != nil {
					return 0, err
				}
			}
		}
		if len(stack) == before {
			stack = stack[:len(stack)-1]
		}
	}
	return j.place[root], nil
}

func (j *jet) add(r jetRegister) int {
	r.order = -1
	j.code = append(j.code, r)
	return len(j.code) - 1
}

// operation adds what computes a node from its operands.
func (j *jet) operation(id symbolic.ID) (int, error) {
	s := j.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Symbol, symbolic.Index:
		if id == j.x {
			return j.add(jetRegister{op: opVariable}), nil
		}
	case symbolic.Sum:
		r := jetRegister{op: opSum, constant: s.Number(ops[0])}
		for i := 1; i < len(ops); i += 2 {
			r.terms, r.k = append(r.terms, j.place[ops[i]]), append(r.k, s.Number(ops[i+1]))
		}
		return j.add(r), nil
	case symbolic.Product:
		return j.product(s.Number(ops[0]), ops[1:])
	case symbolic.Power:
		return j.product(rational.One, ops)
	case symbolic.Apply:
		row := s.Function(id)
		if row == nil || len(ops) != len(row.Params) {
			return 0, errNoJet
		}
		forms := j.lib.Forms(row)
		for _, t := range []*symbolic.Template{forms.Domain, forms.Smooth} {
			if t != nil {
				j.conds = append(j.conds, t.Build(s, append(slices.Clone(ops), id)...))
			}
		}
		r := jetRegister{op: opCall, id: id}
		for _, o := range ops {
			r.terms = append(r.terms, j.place[o])
		}
		return j.add(r), nil
	}
	return 0, errNoJet
}

// product adds k times powers.
func (j *jet) product(k rational.Rat, ops []symbolic.ID) (int, error) {
	z := -1
	for i := 0; i < len(ops); i += 2 {
		f, err := j.power(ops[i], ops[i+1])
		if err != nil {
			return 0, err
		}
		if z >= 0 {
			f = j.add(jetRegister{op: opProduct, terms: []int{z, f}})
		}
		z = f
	}
	if !k.IsOne() {
		z = j.add(jetRegister{op: opSum, terms: []int{z}, k: []rational.Rat{k}})
	}
	return z, nil
}

func (j *jet) power(base, e symbolic.ID) (int, error) {
	s := j.s
	if s.Depends(e, j.x) {
		return 0, errNoJet
	}
	b := j.place[base]
	n, ok := int64(0), s.Kind(e) == symbolic.Number
	if ok {
		n, ok = s.Number(e).Int64()
	}
	if !ok || n < 1 || n > MaxOrder {
		return j.add(jetRegister{op: opPower, terms: []int{b}, exponent: e}), nil
	}
	z := -1
	for ; ; n >>= 1 {
		if n&1 != 0 {
			if z < 0 {
				z = b
			} else {
				z = j.add(jetRegister{op: opProduct, terms: []int{z, b}})
			}
		}
		if n == 1 {
			return z, nil
		}
		b = j.add(jetRegister{op: opProduct, terms: []int{b, b}})
	}
}

// differentiate compiles the derivatives of a function.
func (j *jet) differentiate(i int) error {
	s := j.s
	id, terms, order := j.code[i].id, j.code[i].terms, j.code[i].order
	args := s.Operands(id)
	forms := j.lib.Forms(s.Function(id))
	slopes := make([]int, len(args))
	for a := range args {
		if j.code[terms[a]].op == opConstant {
			slopes[a] = terms[a] // any will do: what it is multiplied by is 0
			continue
		}
		if a >= len(forms.Deriv) || forms.Deriv[a] == nil {
			return errNoJet
		}
		d, err := j.node(forms.Deriv[a].Build(s, append(slices.Clone(args), id)...))
		if err != nil {
			return err
		}
		slopes[a] = d
	}
	j.code[i].slopes = slopes
	for _, d := range slopes {
		j.want(d, order-1)
	}
	return nil
}

// run returns the coefficients of a register on an interval. The error is
// errNoJet where a function is not certainly smooth on all of it.
func (j *jet) run(root int, prec uint, box interval.Interval) (z []interval.Interval, err error) {
	if j.values == nil {
		roots := slices.Clone(j.conds)
		for _, r := range j.code {
			switch {
			case r.op == opConstant || r.op == opCall:
				roots = append(roots, r.id)
			case r.op == opPower:
				roots = append(roots, r.exponent)
			}
		}
		j.values = certify.Compile(j.lib, j.s, roots...)
	}
	values := onBox(j.values, prec, box)
	for i := range j.conds {
		if values[i].Truth != certify.Yes {
			return nil, errNoJet
		}
	}
	values = values[len(j.conds):]
	run := jetRun{j, prec, box, make([][]interval.Interval, len(j.code)), make([]interval.Interval, len(j.code))}
	for i, r := range j.code {
		if r.op == opConstant || r.op == opCall || r.op == opPower {
			run.known[i], values = values[0].Real, values[1:]
		}
	}
	for n := 0; n <= j.code[root].order; n++ {
		for i := range j.code {
			if r := &j.code[i]; r.order >= n {
				c, err := run.coefficient(i, n)
				if err != nil {
					return nil, err
				}
				run.c[i] = append(run.c[i], c)
			}
		}
	}
	return run.c[root], nil
}

// onBox evaluates a program of one variable on an interval.
func onBox(p *certify.Program, prec uint, box interval.Interval) []certify.Value {
	args := make([]interval.Interval, len(p.Inputs()))
	for i := range args {
		args[i] = box
	}
	return p.Big(prec, args)
}

// A jetRun is what is computed on one interval.
type jetRun struct {
	j     *jet
	prec  uint
	box   interval.Interval
	c     [][]interval.Interval // of the registers
	known []interval.Interval   // values of constants and calls, exponents of powers
}

// coefficient computes that of order n of a register from lower ones and those of
// the operands.
func (y *jetRun) coefficient(i, n int) (interval.Interval, error) {
	r := &y.j.code[i]
	zero := interval.Int(0)
	switch r.op {
	case opConstant, opCall:
		switch {
		case n == 0 && (y.known[i].IsEmpty() || y.known[i].Decoration() < interval.Defined):
			return zero, errNoJet
		case n == 0:
			return y.known[i], nil
		case r.op == opConstant:
			return zero, nil
		}
		for a, d := range r.slopes {
			u := y.c[r.terms[a]]
			for k := range n { // d_k·(n-k)·u_(n-k)
				if y.vanishes(u[n-k]) {
					continue
				}
				zero = y.plus(zero, y.times(y.c[d][k], y.times(u[n-k], interval.Int(int64(n-k)))))
			}
		}
		return interval.Quo(y.prec, zero, interval.Int(int64(n))), nil
	case opVariable:
		switch n {
		case 0:
			return y.box, nil
		case 1:
			return interval.Int(1), nil
		}
		return zero, nil
	case opSum:
		if n == 0 {
			zero = interval.FromRat(y.prec, r.constant)
		}
		for a, t := range r.terms {
			zero = y.plus(zero, y.times(y.c[t][n], interval.FromRat(y.prec, r.k[a])))
		}
		return zero, nil
	case opProduct:
		a, b := y.c[r.terms[0]], y.c[r.terms[1]]
		if n == 0 && r.terms[0] == r.terms[1] {
			return interval.Sqr(y.prec, a[0]), nil
		}
		for k := range n + 1 {
			if !y.vanishes(a[k]) && !y.vanishes(b[n-k]) {
				zero = y.plus(zero, y.times(a[k], b[n-k]))
			}
		}
		return zero, nil
	}
	return y.power(i, n)
}

// power is coefficient for powers: b0·n·y_n = Σ (e·k-(n-k))·b_k·y_(n-k).
func (y *jetRun) power(i, n int) (interval.Interval, error) {
	r := &y.j.code[i]
	b, e := y.c[r.terms[0]], y.known[i]
	sign, apart := b[0].Sign()
	s := y.j.s
	isNumber := s.Kind(r.exponent) == symbolic.Number
	whole, isInt := int64(0), false
	if isNumber {
		whole, isInt = s.Number(r.exponent).Int64()
	}
	if !apart || sign == 0 || sign < 0 && !isInt {
		return interval.Int(0), errNoJet
	}
	if n == 0 {
		switch {
		case isInt:
			return interval.PowInt(y.prec, b[0], whole), nil
		case isNumber && s.Number(r.exponent).Equal(rational.New(1, 2)):
			return interval.Sqrt(y.prec, b[0]), nil
		}
		return interval.Pow(y.prec, b[0], e), nil
	}
	sum := interval.Int(0)
	for k := 1; k <= n; k++ {
		if y.vanishes(b[k]) {
			continue
		}
		f := interval.Sub(y.prec, y.times(e, interval.Int(int64(k))), interval.Int(int64(n-k)))
		sum = y.plus(sum, y.times(f, y.times(b[k], y.c[i][n-k])))
	}
	return interval.Quo(y.prec, sum, y.times(b[0], interval.Int(int64(n)))), nil
}

func (y *jetRun) plus(a, b interval.Interval) interval.Interval  { return interval.Add(y.prec, a, b) }
func (y *jetRun) times(a, b interval.Interval) interval.Interval { return interval.Mul(y.prec, a, b) }

// vanishes tells whether an interval is the point 0.
func (y *jetRun) vanishes(a interval.Interval) bool {
	sign, ok := a.Sign()
	return ok && sign == 0
}

package numeric

import (
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Gradient returns a program of the value and its derivatives by the inputs
// numbered wrt, or by all inputs if none is given:
//
//	value, ∂value/∂x[wrt[0]], ∂value/∂x[wrt[1]], ...
//
// It takes one sweep back through the program, at a small multiple of the cost
// of the value, whatever the number of inputs.
//
// Errors: *[UnsupportedError] if p has several outputs or the derivative of a
// function is not known, *[ShapeError] if there is no such input.
func (p *Program) Gradient(wrt ...int) (*Program, error) {
	if len(p.g.outputs) != 1 {
		return nil, unsupported("a gradient is that of one output; with %d, take the Jacobian", len(p.g.outputs))
	}
	return p.Jacobian(wrt...)
}

// Jacobian returns a program of the values and their derivatives by the inputs
// numbered wrt, or by all inputs if none is given.
//
// Shapes: m values, then the m×n matrix J[i][j] = ∂value i/∂x[wrt[j]] row by
// row, in numerator layout.
//
// It takes one sweep back for each output. Errors are those of Gradient, but
// for the number of outputs.
func (p *Program) Jacobian(wrt ...int) (*Program, error) {
	wrt, err := p.inputList(wrt)
	if err != nil {
		return nil, err
	}
	g := p.g.clone()
	for _, out := range p.g.outputs {
		row, err := g.adjoints([]value{out}, []value{g.constant(1)}, wrt)
		if err != nil {
			return nil, err
		}
		g.outputs = append(g.outputs, row...)
	}
	return newProgram(g), nil
}

// Pullback returns a program of the values and the product of a row vector with
// the Jacobian by the inputs numbered wrt, or by all if none is given.
//
// Shapes: the inputs x are followed by weights u, one for each of the m
// outputs; the results are m values, then n numbers Σ_i u[i]·J[i][j].
//
// It takes one sweep back. Errors are those of Jacobian.
func (p *Program) Pullback(wrt ...int) (*Program, error) {
	wrt, err := p.inputList(wrt)
	if err != nil {
		return nil, err
	}
	g := p.g.clone()
	weights := make([]value, len(g.outputs))
	for i := range weights {
		weights[i] = g.newInput()
	}
	row, err := g.adjoints(p.g.outputs, weights, wrt)
	if err != nil {
		return nil, err
	}
	g.outputs = append(g.outputs, row...)
	return newProgram(g), nil
}

func (g *graph) newInput() value {
	v := g.make(opInput, int32(len(g.inputs)))
	g.inputs = append(g.inputs, v)
	return v
}

// inputList checks numbers of inputs; none stands for all.
func (p *Program) inputList(wrt []int) ([]int, error) {
	if len(wrt) == 0 {
		for i := range p.g.inputs {
			wrt = append(wrt, i)
		}
	}
	for _, i := range wrt {
		if i < 0 || i >= len(p.g.inputs) {
			return nil, &ShapeError{fmt.Sprintf("as the number of an input: there are %d", len(p.g.inputs)), i, len(p.g.inputs) - 1}
		}
	}
	return wrt, nil
}

// A sweep computes adjoints. It goes through the values that a graph had when
// it began, the last one first, and appends operations.
type sweep struct {
	g       *graph
	active  []bool  // by value: depends on an input asked for
	reach   []value // by value: the condition under which a use is reached, none for always
	adjoint []*terms
	zero    value // 0, and NaN where the outputs have no value
	err     error
}

// adjoints returns the derivatives of Σ weight·output by inputs.
func (g *graph) adjoints(outputs, weights []value, wrt []int) ([]value, error) {
	n := len(g.nodes)
	s := &sweep{g: g, active: g.dependents(wrt), reach: make([]value, n), adjoint: make([]*terms, n)}
	// Where an output has no value its derivatives have none: the weight is NaN,
	// and so is everything made from it.
	s.zero = g.constant(0)
	for i, out := range outputs {
		w := g.defined(out, weights[i])
		s.zero = g.defined(w, s.zero)
		if int(out) < n && s.active[out] {
			s.at(out).plus = append(s.at(out).plus, w)
			s.reach[out] = none
		}
	}
	for v := value(n - 1); v >= 0; v-- {
		if s.adjoint[v] == nil || g.nodes[v].op == opInput {
			continue
		}
		s.node(v, g.sum(s.adjoint[v]))
		if s.err != nil {
			return nil, s.err
		}
		s.adjoint[v] = nil
	}
	partials := make([]value, len(wrt))
	for j, i := range wrt {
		if t := s.adjoint[g.inputs[i]]; t != nil {
			partials[j] = g.sum(&terms{slices.Clone(t.plus), slices.Clone(t.minus), t.pairs})
		} else {
			partials[j] = s.zero
		}
	}
	return partials, nil
}

// dependents returns which values depend on the inputs, other than by
// conditions.
func (g *graph) dependents(wrt []int) []bool {
	active := make([]bool, len(g.nodes))
	for _, i := range wrt {
		active[g.inputs[i]] = true
	}
	for v := range value(len(g.nodes)) {
		args := g.args(v)
		switch g.nodes[v].op {
		case opRelation, opAnd, opOr, opMax:
			continue
		case opIf, opDefined, opEntry:
			args = args[1:]
		case opFold:
			args = args[2:]
		}
		for _, o := range args {
			active[v] = active[v] || active[o]
		}
	}
	return active
}

// at returns the terms of the adjoint of v.
func (s *sweep) at(v value) *terms {
	if s.adjoint[v] == nil {
		s.adjoint[v] = &terms{}
	}
	return s.adjoint[v]
}

// give adds adj·partial to the adjoint of an operand o of v; partial may be none
// for 1. An operand in a branch that is not reached gets 0, though the partial
// derivative there may not exist.
func (s *sweep) give(v, o, adj, partial value) {
	if !s.active[o] || s.g.isConst(adj, 0) || partial != none && s.g.isConst(partial, 0) {
		return
	}
	s.reached(o, s.reach[v])
	t := s.at(o)
	switch {
	case partial == none:
		t.plus = append(t.plus, adj)
	case s.g.isConst(partial, 1):
		t.plus = append(t.plus, adj)
	case s.g.isConst(partial, -1):
		t.minus = append(t.minus, adj)
	case s.reach[v] != none:
		t.plus = append(t.plus, s.g.choose(s.reach[v], s.g.mul(adj, partial), s.zero))
	default:
		t.pairs = append(t.pairs, [2]value{adj, partial})
	}
}

// take adds a quotient or other value that is computed already.
func (s *sweep) take(v, o, x value) {
	if s.active[o] {
		if s.reach[v] != none {
			x = s.g.choose(s.reach[v], x, s.zero)
		}
		s.give(v, o, x, none)
	}
}

// reached notes that o is used where a condition holds.
func (s *sweep) reached(o, cond value) {
	switch {
	case s.adjoint[o] == nil:
		s.reach[o] = cond
	case s.reach[o] == none || cond == none:
		s.reach[o] = none
	case s.reach[o] != cond:
		s.reach[o] = s.g.or(s.reach[o], cond)
	}
}

// node gives the operands of v what its adjoint is worth to them.
func (s *sweep) node(v, adj value) {
	g := s.g
	n := g.nodes[v]
	a := slices.Clone(g.args(v))
	switch n.op {
	case opSum:
		for _, o := range a[:n.aux] {
			s.give(v, o, adj, none)
		}
		for i := int(n.aux); i < len(a); i += 2 {
			s.give(v, a[i], adj, a[i+1])
			s.give(v, a[i+1], adj, a[i])
		}
	case opSub:
		s.give(v, a[0], adj, none)
		s.give(v, a[1], adj, g.constant(-1))
	case opNeg:
		s.give(v, a[0], adj, g.constant(-1))
	case opMul:
		s.product(v, adj, a)
	case opDiv:
		if s.active[a[0]] || s.active[a[1]] {
			q := g.div(adj, a[1])
			s.take(v, a[0], q)
			if s.active[a[1]] {
				s.give(v, a[1], g.neg(q), v)
			}
		}
	case opPower:
		s.give(v, a[0], adj, g.mul(g.constant(float64(n.aux)), g.power(a[0], int(n.aux)-1)))
	case opSqrt:
		s.take(v, a[0], g.div(g.mul(g.constant(0.5), adj), v))
	case opCall, opSlope:
		s.call(v, adj, n, a)
	case opLogSumExp:
		for _, o := range a {
			if s.active[o] {
				s.give(v, o, adj, g.call(rows().exp, g.sub(o, v)))
			}
		}
	case opIf:
		s.branches(v, adj, a)
	case opDefined:
		s.give(v, a[1], adj, none)
	case opEntry:
		for i, o := range a[1:] {
			if s.active[o] {
				here := g.relation(symbolic.Equal, a[0], g.constant(float64(i)))
				s.give(v, o, g.choose(here, adj, s.zero), none)
			}
		}
	case opFold:
		for i := 2; i < len(a); i++ {
			if s.active[a[i]] {
				d, err := g.foldPartial(v, i-2)
				if err != nil {
					s.err = err
					return
				}
				s.give(v, a[i], adj, d)
			}
		}
	default:
		panic("numeric: no adjoint of an operation")
	}
}

// product gives each factor the adjoint times all others, which are products of
// those before and those after it.
func (s *sweep) product(v, adj value, a []value) {
	g := s.g
	if len(a) == 2 {
		s.give(v, a[0], adj, a[1])
		s.give(v, a[1], adj, a[0])
		return
	}
	after := make([]value, len(a))
	after[len(a)-1] = g.constant(1)
	for i := len(a) - 2; i >= 0; i-- {
		after[i] = g.mul(after[i+1], a[i+1])
	}
	before := g.constant(1)
	for i, o := range a {
		if s.active[o] {
			s.give(v, o, adj, g.mul(before, after[i]))
		}
		before = g.mul(before, o)
	}
}

// call gives the arguments of a function, or of one of its derivatives, its
// partial derivatives.
func (s *sweep) call(v, adj value, n node, a []value) {
	args, y := a, v
	if n.op == opSlope {
		args, y = a[:len(a)-1], a[len(a)-1]
	}
	for i, o := range args {
		if !s.active[o] {
			continue
		}
		d, err := s.g.partial(n, i, args, y)
		if err != nil {
			s.err = err
			return
		}
		s.give(v, o, adj, d)
	}
}

// partial returns the derivative of a function, or of one of its derivatives,
// by argument i; y is the value of the function.
func (g *graph) partial(n node, i int, args []value, y value) (value, error) {
	k := g.kernels[n.aux]
	row := k.row
	next := kernel{row: row, order: k.order + 1}
	list := row.Slope
	switch k.order {
	case 0:
		next.at = i
		if row.Deriv[i] == "0" {
			return g.constant(0), nil
		}
	case 1:
		u, v := min(k.at, i), max(k.at, i)
		next.at = u*(2*len(row.Params)-u-1)/2 + v
		list = row.Curve
	default:
		return none, unsupported("derivatives of third order have no program")
	}
	if next.at >= len(list) || list[next.at] == nil {
		return none, unsupported("the derivative of %s by %s has no program", row.Name, row.Params[i].Name)
	}
	next.partial = list[next.at]
	return g.make(opSlope, g.kernel(next), append(slices.Clone(args), y)...), nil
}

// branches gives the branch that is reached the adjoint, and the other one 0.
func (s *sweep) branches(v, adj value, a []value) {
	g := s.g
	cond := a[0]
	for i, o := range a[1:] {
		if !s.active[o] {
			continue
		}
		inside := cond
		x := g.choose(cond, adj, s.zero)
		if i == 1 {
			inside = g.not(cond)
			x = g.choose(cond, s.zero, adj)
		}
		if s.reach[v] != none {
			inside = g.and(s.reach[v], inside)
		}
		s.reached(o, inside)
		t := s.at(o)
		t.plus = append(t.plus, x)
	}
}

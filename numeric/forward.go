package numeric

import "slices"

// Pushforward returns a program of the values and their derivatives in a
// direction of the inputs numbered wrt, or of all inputs if none is given.
//
// Shapes: the inputs x are followed by the direction d, one number for each of
// the n inputs in wrt; the results are m values, then m numbers
// Σ_j J[i][j]·d[j].
//
// Its cost is a small multiple of that of the values. Errors are those of
// Jacobian.
func (p *Program) Pushforward(wrt ...int) (*Program, error) {
	wrt, err := p.inputList(wrt)
	if err != nil {
		return nil, err
	}
	g := p.g.clone()
	direction := make([]value, len(g.inputs))
	for i := range direction {
		direction[i] = none
	}
	for _, i := range wrt {
		direction[i] = g.newInput()
	}
	tangents, err := g.tangents(p.g.outputs, direction)
	if err != nil {
		return nil, err
	}
	g.outputs = append(g.outputs, tangents...)
	return newProgram(g), nil
}

// tangents returns the derivatives of outputs in a direction, which has a value
// for each input, or none for 0. Where an output has no value neither has its
// tangent.
func (g *graph) tangents(outputs, direction []value) ([]value, error) {
	n := len(g.nodes)
	t := forward{g: g, tangent: make([]value, n)}
	for i := range t.tangent {
		t.tangent[i] = none
	}
	for i, d := range direction {
		t.tangent[g.inputs[i]] = d
	}
	live := g.live(outputs)
	for v := range value(n) {
		if !live[v] || g.nodes[v].op == opInput {
			continue
		}
		if err := t.node(v); err != nil {
			return nil, err
		}
	}
	list := make([]value, len(outputs))
	for i, out := range outputs {
		d := t.tangent[out]
		if d == none {
			d = g.constant(0)
		}
		list[i] = g.defined(out, d)
	}
	return list, nil
}

// live returns which values the outputs need.
func (g *graph) live(outputs []value) []bool {
	live := make([]bool, len(g.nodes))
	for _, v := range outputs {
		live[v] = true
	}
	for v := value(len(g.nodes) - 1); v >= 0; v-- {
		if live[v] {
			for _, o := range g.args(v) {
				live[o] = true
			}
		}
	}
	return live
}

// A forward computes tangents, of which none stands for 0.
type forward struct {
	g       *graph
	tangent []value
}

// add adds partial·tangent of an operand to t; partial may be none for 1.
func (f *forward) add(t *terms, o, partial value) {
	d := f.tangent[o]
	switch {
	case d == none:
	case partial == none:
		t.plus = append(t.plus, d)
	default:
		t.pairs = append(t.pairs, [2]value{d, partial})
	}
}

// moves tells whether one of the operands has a tangent.
func (f *forward) moves(a []value) bool {
	return slices.ContainsFunc(a, func(o value) bool { return f.tangent[o] != none })
}

// node finds the tangent of v.
func (f *forward) node(v value) error {
	g := f.g
	n := g.nodes[v]
	a := slices.Clone(g.args(v))
	t := &terms{}
	switch n.op {
	case opConst, opRelation, opAnd, opOr, opMax:
		return nil
	case opIf, opDefined, opEntry:
		if !f.moves(a[1:]) {
			return nil
		}
		f.tangent[v] = f.chosen(n, a)
		return nil
	}
	if !f.moves(a) {
		return nil
	}
	switch n.op {
	case opSum:
		for _, o := range a[:n.aux] {
			f.add(t, o, none)
		}
		for i := int(n.aux); i < len(a); i += 2 {
			f.add(t, a[i], a[i+1])
			f.add(t, a[i+1], a[i])
		}
	case opSub:
		f.add(t, a[0], none)
		if d := f.tangent[a[1]]; d != none {
			t.minus = append(t.minus, d)
		}
	case opNeg:
		t.minus = append(t.minus, f.tangent[a[0]])
	case opMul:
		f.product(t, a)
	case opDiv: // (x' - v·y')/y
		f.add(t, a[0], none)
		if d := f.tangent[a[1]]; d != none {
			t.pairs = append(t.pairs, [2]value{g.neg(d), v})
		}
		f.tangent[v] = g.div(g.sum(t), a[1])
		return nil
	case opPower:
		f.add(t, a[0], g.mul(g.constant(float64(n.aux)), g.power(a[0], int(n.aux)-1)))
	case opSqrt:
		f.tangent[v] = g.div(g.mul(g.constant(0.5), f.tangent[a[0]]), v)
		return nil
	case opCall, opSlope:
		args, y := a, v
		if n.op == opSlope {
			args, y = a[:len(a)-1], a[len(a)-1]
		}
		for i, o := range args {
			if f.tangent[o] == none {
				continue
			}
			d, err := g.partial(n, i, args, y)
			if err != nil {
				return err
			}
			f.add(t, o, d)
		}
	case opLogSumExp:
		for _, o := range a {
			if f.tangent[o] != none {
				f.add(t, o, g.call(rows().exp, g.sub(o, v)))
			}
		}
	case opFold:
		d, err := f.fold(v, a)
		if err != nil {
			return err
		}
		f.tangent[v] = d
		return nil
	default:
		panic("numeric: no tangent of an operation")
	}
	f.tangent[v] = g.sum(t)
	return nil
}

// product is the rule of products, with those before and after each factor.
func (f *forward) product(t *terms, a []value) {
	g := f.g
	after := make([]value, len(a))
	after[len(a)-1] = g.constant(1)
	for i := len(a) - 2; i >= 0; i-- {
		after[i] = g.mul(after[i+1], a[i+1])
	}
	before := g.constant(1)
	for i, o := range a {
		if f.tangent[o] != none {
			f.add(t, o, g.mul(before, after[i]))
		}
		before = g.mul(before, o)
	}
}

// chosen is the tangent of the operand that is chosen.
func (f *forward) chosen(n node, a []value) value {
	g := f.g
	list := []value{a[0]}
	for _, o := range a[1:] {
		d := f.tangent[o]
		if d == none {
			d = g.constant(0)
		}
		list = append(list, d)
	}
	switch n.op {
	case opIf:
		return g.choose(list[0], list[1], list[2])
	case opDefined:
		return g.defined(list[0], list[1])
	}
	return g.make(opEntry, 0, list...)
}

// fold is the tangent of a loop: a loop of the state and its tangent.
func (f *forward) fold(v value, a []value) (value, error) {
	g := f.g
	l := g.loops[g.nodes[v].aux]
	moving := make([]value, len(a)-2) // tangents of initial state and captured values
	for i, o := range a[2:] {
		moving[i] = f.tangent[o]
	}
	return g.tangentFold(v, l, a, moving)
}

// foldPartial is the derivative of a loop by its operand 2+i.
func (g *graph) foldPartial(v value, i int) (value, error) {
	a := slices.Clone(g.args(v))
	l := g.loops[g.nodes[v].aux]
	moving := make([]value, len(a)-2)
	for j := range moving {
		moving[j] = none
	}
	moving[i] = g.constant(1)
	return g.tangentFold(v, l, a, moving)
}

// tangentFold makes the loop of states and their tangents, given the tangents of
// the initial states and of the captured values. Those of captured values that
// move are captured as well.
func (g *graph) tangentFold(v value, l *loop, a, moving []value) (value, error) {
	body := l.body.g.clone()
	n := l.states
	index := body.inputs[len(body.inputs)-1]
	captured := slices.Clone(body.inputs[n : len(body.inputs)-1])
	// The inputs of the new body, and beside them the operands of the fold.
	inputs := slices.Clone(body.inputs[:n])
	operands := slices.Clone(a[:2+n])
	direction := make([]value, 0, len(moving)+1)
	for i := range n {
		d := body.newInput()
		inputs, direction = append(inputs, d), append(direction, d)
		if moving[i] == none {
			operands = append(operands, g.constant(0))
		} else {
			operands = append(operands, moving[i])
		}
	}
	inputs = append(inputs, captured...)
	operands = append(operands, a[2+n:]...)
	for _, m := range moving[n:] {
		if m == none {
			direction = append(direction, none)
			continue
		}
		d := body.newInput()
		inputs, direction = append(inputs, d), append(direction, d)
		operands = append(operands, m)
	}
	direction = append(direction, none) // the index
	next, err := body.tangents(body.outputs, direction)
	if err != nil {
		return none, err
	}
	body.outputs = append(body.outputs, next...)
	body.inputs = append(inputs, index)
	body.renumber()
	return g.fold(&loop{body: newProgram(body), states: 2 * n, result: n + l.result}, operands), nil
}

// renumber makes the inputs count in the order of the list.
func (g *graph) renumber() {
	for i, v := range g.inputs {
		g.nodes[v].aux = int32(i)
	}
}

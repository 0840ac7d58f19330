package diff

import (
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A multi is a partial derivative of an unspecified function: so many times
// by each argument, at the arguments. Mixed partials are equal in any order.
type multi struct {
	f      symbolic.FuncID
	args   []symbolic.ID
	orders []int64
}

// raised is the derivative of m by its argument i.
func (m multi) raised(i int) multi {
	m.orders = slices.Clone(m.orders)
	m.orders[i]++
	return m
}

// encode writes a multi as nested Derivative nodes, the first argument
// innermost. The bound variable of an argument is the argument itself where
// that is a symbol which no other argument has, else a name that stands
// nowhere in the arguments.
func (r *rules) encode(m multi) symbolic.ID {
	s := r.s
	taken := s.FreeSymbols(m.args...)
	inner := slices.Clone(m.args)
	for i, n := range m.orders {
		if n == 0 {
			continue
		}
		alone := s.Kind(m.args[i]) == symbolic.Symbol
		for j, a := range m.args {
			alone = alone && (j == i || !s.Depends(a, m.args[i]))
		}
		if !alone {
			inner[i] = r.variable(taken)
			taken = append(taken, inner[i])
		}
	}
	z := s.Apply(m.f, inner...)
	for i, n := range m.orders {
		if n > 0 {
			z = s.Derivative(z, inner[i], s.Int(n), m.args[i])
		}
	}
	return z
}

// variable returns a symbol that is not taken: t, u, v or another letter.
func (r *rules) variable(taken []symbolic.ID) symbolic.ID {
	for _, name := range []string{"t", "u", "v", "s", "r"} {
		if v := r.s.Sym(name); !slices.Contains(taken, v) {
			return v
		}
	}
	return r.s.FreshSym("t")
}

// decode reads nested Derivative nodes as a multi. It returns false where the
// node is another derivative, one that has to be evaluated.
func (r *rules) decode(id symbolic.ID) (multi, bool) {
	s := r.s
	type step struct {
		variable, point symbolic.ID
		order           int64
	}
	var steps []step
	for s.Kind(id) == symbolic.Derivative {
		ops := s.Operands(id)
		n := int64(0)
		if s.Kind(ops[2]) == symbolic.Number {
			n, _ = s.Number(ops[2]).Int64()
		}
		if n <= 0 {
			return multi{}, false
		}
		steps = append(steps, step{ops[1], ops[3], n})
		id = ops[0]
	}
	if s.Kind(id) != symbolic.Apply || s.Function(id) != nil {
		return multi{}, false
	}
	args := s.Operands(id)
	m := multi{f: s.FuncOf(id), args: slices.Clone(args), orders: make([]int64, len(args))}
	for k := len(steps) - 1; k >= 0; k-- { // from the inside
		st := steps[k]
		at := slices.Index(args, st.variable)
		if at < 0 || m.orders[at] > 0 {
			return multi{}, false
		}
		for i, a := range args { // the variable must be one argument and occur in no other, nor in a point inside
			if i != at && s.Depends(a, st.variable) || s.Depends(m.args[i], st.variable) && i != at {
				return multi{}, false
			}
		}
		m.orders[at], m.args[at] = st.order, st.point
	}
	return m, true
}

// evaluate carries out the derivatives that stand in a formula, the innermost
// first, and returns what is left with the condition under which it holds.
// Derivatives of unspecified functions stay.
func (r *rules) evaluate(root symbolic.ID) (symbolic.ID, symbolic.ID) {
	s := r.s
	if !s.HasKind(root, symbolic.Derivative) {
		return root, symbolic.True
	}
	e := &evaluation{r: r, memo: map[symbolic.ID]symbolic.ID{}, conds: map[symbolic.ID]symbolic.ID{}}
	return e.run(root), e.cond(root)
}

type evaluation struct {
	r     *rules
	memo  map[symbolic.ID]symbolic.ID
	conds map[symbolic.ID]symbolic.ID // of nodes with derivatives that were carried out
}

// cond is the condition under which the derivatives in a node exist where it
// evaluates them.
func (e *evaluation) cond(id symbolic.ID) symbolic.ID {
	if c, ok := e.conds[id]; ok {
		return c
	}
	return symbolic.True
}

// inherit makes the condition of a node from those of its operands: what is in a
// branch counts there, and what is in the body of a sum for every index.
func (e *evaluation) inherit(id symbolic.ID) symbolic.ID {
	s, ops := e.r.s, e.r.s.Operands(id)
	switch s.Kind(id) {
	case symbolic.If:
		return s.And(e.cond(ops[0]), read.Branches(s, e.memo[ops[0]], e.cond(ops[1]), e.cond(ops[2])))
	case symbolic.SumOver, symbolic.ProductOver:
		lower, upper := e.memo[ops[1]], e.memo[ops[2]]
		return s.And(e.cond(ops[1]), e.cond(ops[2]), read.ForAll(s, ops[0], lower, upper, e.cond(ops[3])))
	case symbolic.Derivative:
		inside := s.Substitute(e.cond(ops[0]), map[symbolic.ID]symbolic.ID{ops[1]: e.memo[ops[3]]})
		return s.And(inside, e.cond(ops[2]), e.cond(ops[3]))
	}
	all := make([]symbolic.ID, len(ops))
	for i, o := range ops {
		all[i] = e.cond(o)
	}
	return s.And(all...)
}

// run rebuilds a formula from below. Operands of a Derivative come before it,
// so that nested ones are evaluated from the inside without recursion.
func (e *evaluation) run(root symbolic.ID) symbolic.ID {
	s := e.r.s
	for _, id := range s.Postorder(root) {
		ops := slices.Clone(s.Operands(id))
		for i, o := range ops {
			ops[i] = e.memo[o]
		}
		z := id
		if len(ops) > 0 {
			z = s.Rebuild(id, ops)
		}
		cond := e.inherit(id)
		if s.Kind(z) == symbolic.Derivative {
			own := symbolic.True
			z, own = e.derivative(z)
			cond = s.And(cond, own)
		}
		e.memo[id] = z
		if cond != symbolic.True {
			e.conds[id] = cond
		}
	}
	return e.memo[root]
}

// derivative evaluates one Derivative node whose body has been evaluated.
func (e *evaluation) derivative(id symbolic.ID) (value, cond symbolic.ID) {
	r, s := e.r, e.r.s
	if m, ok := r.decode(id); ok {
		return r.encode(m), symbolic.True
	}
	ops := s.Operands(id)
	body, variable, point := ops[0], ops[1], ops[3]
	order, ok := int64(0), s.Kind(ops[2]) == symbolic.Number
	if ok {
		order, ok = s.Number(ops[2]).Int64()
	}
	if !ok {
		fail("the order of a derivative must be a number to be carried out")
	}
	f := newForward(r, map[symbolic.ID]symbolic.ID{variable: symbolic.One})
	where := newConditions(r, []symbolic.ID{variable})
	cond = symbolic.True
	for range order {
		s.CheckStopped()
		cond = s.And(cond, where.of(body))
		body = f.run(body)
	}
	if point != variable {
		at := map[symbolic.ID]symbolic.ID{variable: point}
		body, cond = s.Substitute(body, at), s.Substitute(cond, at)
	}
	return body, cond
}

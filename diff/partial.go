package diff

import (
	"slices"

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
// innermost.
func (r *rules) encode(m multi) symbolic.ID {
	s := r.s
	inner := slices.Clone(m.args)
	for i, n := range m.orders {
		if n > 0 {
			inner[i] = r.variable(inner, i)
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

// variable chooses the bound variable for argument i: the argument itself
// where it is a symbol that the other arguments do not have, else a name that
// they do not have.
func (r *rules) variable(args []symbolic.ID, i int) symbolic.ID {
	s := r.s
	others := slices.Delete(slices.Clone(args), i, i+1)
	taken := s.FreeSymbols(others...)
	if s.Kind(args[i]) == symbolic.Symbol && !slices.Contains(taken, args[i]) {
		return args[i]
	}
	for _, name := range []string{"t", "u", "v", "s", "r"} {
		if v := s.Sym(name); !slices.Contains(taken, v) {
			return v
		}
	}
	return s.FreshSym("t")
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
	e := &evaluation{r: r, memo: map[symbolic.ID]symbolic.ID{}}
	return e.run(root), s.And(e.conds...)
}

type evaluation struct {
	r     *rules
	memo  map[symbolic.ID]symbolic.ID
	conds []symbolic.ID
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
		if s.Kind(z) == symbolic.Derivative {
			z = e.derivative(z)
		}
		e.memo[id] = z
	}
	return e.memo[root]
}

// derivative evaluates one Derivative node whose body has been evaluated.
func (e *evaluation) derivative(id symbolic.ID) symbolic.ID {
	r, s := e.r, e.r.s
	if m, ok := r.decode(id); ok {
		return r.encode(m)
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
	cond := symbolic.True
	for range order {
		cond = s.And(cond, where.of(body))
		body = f.run(body)
	}
	if point != variable {
		at := map[symbolic.ID]symbolic.ID{variable: point}
		body, cond = s.Substitute(body, at), s.Substitute(cond, at)
	}
	e.conds = append(e.conds, cond)
	return body
}

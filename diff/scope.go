package diff

import (
	"github.com/symgrad/symgrad/symbolic"
)

// Branches of if and bodies of sums are differentiated by sweeps of their
// own. A branch need not have a value where it is not taken, so its local
// derivatives must not leave it: the derivative of if(x > 0, log(x), 0) is
// if(x > 0, 1/x, 0), not a sum of products with 0/x in it.

// gates returns the nodes through which the variables come into the given
// parts: symbols and entries, and for a branch also what the condition
// computes, since that has a value whichever branch is taken. Going no further
// keeps the cost of a network of piecewise activations in proportion to its
// size.
func (w *sweep) gates(parts []symbolic.ID, condition []symbolic.ID) []symbolic.ID {
	s := w.r.s
	always := w.shared(condition)
	isGate := func(id symbolic.ID) bool {
		if !w.active.Has(id) {
			return false
		}
		k := s.Kind(id)
		return k == symbolic.Symbol || k == symbolic.Index || always.Has(id)
	}
	var out []symbolic.ID
	for _, id := range s.PostorderWithin(parts, func(id symbolic.ID) bool { return !isGate(id) && w.active.Has(id) }) {
		if isGate(id) {
			out = append(out, id)
		}
	}
	return out
}

// shared returns the nodes of a condition that are worth being gates: those
// below which several variables come in. What depends on one alone, such as
// abs(x), is better differentiated through.
func (w *sweep) shared(condition []symbolic.ID) *symbolic.Set {
	s := w.r.s
	many, several := &symbolic.Set{}, symbolic.ID(0)
	only := map[symbolic.ID]symbolic.ID{} // the one gate below an active node, or several
	for _, id := range s.Postorder(condition...) {
		if !w.active.Has(id) {
			continue
		}
		if k := s.Kind(id); k == symbolic.Symbol || k == symbolic.Index {
			only[id] = id
			continue
		}
		for _, o := range s.Operands(id) {
			if below, ok := only[o]; ok {
				if old, seen := only[id]; seen && old != below {
					below = several
				}
				only[id] = below
			}
		}
		if below, ok := only[id]; ok && below == several && !s.IsCondition(id) {
			many.Add(id)
		}
	}
	return many
}

// inside runs a sweep over a part with the given gates.
func (w *sweep) inside(part symbolic.ID, gates []symbolic.ID) *sweep {
	in := newSweep(w.r, w.targets)
	in.stops = true
	in.run(part, gates)
	return in
}

// piece is one case of a chain if(c1, a1, if(c2, a2, ... b)).
type piece struct {
	cond  symbolic.ID // True for the last
	value symbolic.ID
	w     *sweep
}

func (w *sweep) branches(id symbolic.ID, vertex int32, give func(operand, partial symbolic.ID)) {
	s := w.r.s
	var pieces []piece
	var values, conds []symbolic.ID
	for s.Kind(id) == symbolic.If {
		ops := s.Operands(id)
		pieces = append(pieces, piece{cond: ops[0], value: ops[1]})
		values, conds = append(values, ops[1]), append(conds, ops[0])
		id = ops[2]
	}
	pieces = append(pieces, piece{cond: symbolic.True, value: id})
	values = append(values, id)
	// What the first condition computes is always there; later conditions
	// are reached only if the earlier ones fail.
	gates := w.gates(values, conds[:1])
	for i := range pieces {
		pieces[i].w = w.inside(pieces[i].value, gates)
	}
	assemble := func(value func(p piece) symbolic.ID) symbolic.ID {
		z := value(pieces[len(pieces)-1])
		for i := len(pieces) - 2; i >= 0; i-- {
			z = s.If(pieces[i].cond, value(pieces[i]), z)
		}
		return z
	}
	for _, g := range gates {
		give(g, assemble(func(p piece) symbolic.ID { return p.w.adjoint(g) }))
	}
	for _, t := range w.targets {
		d := assemble(func(p piece) symbolic.ID { return p.w.entryAdjoint(t) })
		w.giveEntry(t, vertex, d)
	}
}

func (w *sweep) giveEntry(target symbolic.ID, vertex int32, d symbolic.ID) {
	if d != symbolic.Zero {
		w.entries[target] = append(w.entries[target], contribution{vertex, d})
	}
}

// over differentiates sums and products over an index:
//
//	d Σ_k b_k / dx = Σ_k d b_k/dx
//	d Π_k b_k / dx = Σ_k d b_k/dx · Π_m (1 if m = k, else b_m)
//
// where nothing is divided by b_k, which may be 0.
func (w *sweep) over(id symbolic.ID, vertex int32, give func(operand, partial symbolic.ID)) {
	s := w.r.s
	ops := s.Operands(id)
	k, lower, upper, body := ops[0], ops[1], ops[2], ops[3]
	if w.active.Has(lower) || w.active.Has(upper) {
		fail("the bounds of a sum or product depend on the variable; bounds are integers")
	}
	gates := w.gates([]symbolic.ID{body}, nil)
	in := w.inside(body, gates)
	rest := w.r.otherFactors(id)
	total := func(d symbolic.ID) symbolic.ID { return s.SumOver(k, lower, upper, s.Mul(d, rest)) }
	for _, g := range gates {
		d := in.adjoint(g)
		if !s.Depends(g, k) {
			give(g, total(d))
			continue
		}
		for _, t := range w.targets { // an entry such as a[k]: summed where it is found
			if z, ok := w.r.contract(id, g, t, s.Mul(d, rest)); ok {
				w.giveEntry(t, vertex, z)
			} else {
				w.giveEntry(t, vertex, total(s.Mul(d, w.r.delta(g, t))))
			}
		}
	}
	for _, t := range w.targets {
		w.giveEntry(t, vertex, total(in.entryAdjoint(t)))
	}
}

// contract is Σ_k d·delta(k, c) for the entries g = a[k] and t = a[c], where
// the bounds and c are numbers: the term with k = c.
func (r *rules) contract(id, g, t, d symbolic.ID) (symbolic.ID, bool) {
	s := r.s
	ops, p, q := s.Operands(id), s.Operands(g), s.Operands(t)
	if len(p) != 2 || len(q) != 2 || p[0] != q[0] || p[1] != ops[0] {
		return 0, false
	}
	for _, x := range []symbolic.ID{ops[1], ops[2], q[1]} {
		if s.Kind(x) != symbolic.Number {
			return 0, false
		}
	}
	if c := s.Number(q[1]); c.Cmp(s.Number(ops[1])) < 0 || c.Cmp(s.Number(ops[2])) > 0 {
		return symbolic.Zero, true
	}
	return s.Substitute(d, map[symbolic.ID]symbolic.ID{ops[0]: q[1]}), true
}

// otherFactors is Π_m (1 if m = k, else b_m) for Π_k b_k, and 1 for a sum.
func (r *rules) otherFactors(id symbolic.ID) symbolic.ID {
	s := r.s
	if s.Kind(id) == symbolic.SumOver {
		return symbolic.One
	}
	ops := s.Operands(id)
	m := s.FreshDummy(s.Name(ops[0]), s.FreeSymbols(ops[3])...)
	other := s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: m})
	return s.ProductOver(m, ops[1], ops[2], s.If(s.Relate(symbolic.Equal, m, ops[0]), symbolic.One, other))
}

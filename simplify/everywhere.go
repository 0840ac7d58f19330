package simplify

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// isArithmetic tells whether a node is a sum, a product or an integer power.
// What is not is a *generator* of the expressions that it is a part of.
func (w *worker) isArithmetic(id symbolic.ID) bool {
	switch w.s.Kind(id) {
	case symbolic.Sum, symbolic.Product:
		return true
	case symbolic.Power:
		return w.isInteger(w.s.Operands(id)[1])
	}
	return false
}

// maxLength bounds the expressions whose normal forms are looked at, in
// generators as they are written. Those that people look at are shorter, and
// normal forms of longer ones are seldom lighter.
const maxLength = 100

// lengthOf counts the generators of an expression as they are written, up to
// some number above maxLength.
func (w *worker) lengthOf(id symbolic.ID) int32 {
	if n := w.lengths.at(id); n > 0 {
		return n
	}
	for _, x := range w.s.PostorderWithin([]symbolic.ID{id}, func(x symbolic.ID) bool { return w.isArithmetic(x) && w.lengths.at(x) == 0 }) {
		n := int32(1)
		if w.isArithmetic(x) && w.lengths.at(x) == 0 {
			ops := w.s.Operands(x)
			n = 0
			first := 1
			if w.s.Kind(x) == symbolic.Power {
				first = 0
			}
			for i := first; i < len(ops); i += 2 {
				n = min(n+max(1, w.lengths.at(ops[i])), 2*maxLength)
			}
			w.lengths.set(x, n)
		}
	}
	return max(1, w.lengths.at(id))
}

// everywhere looks for normal forms of all parts of a node that are short
// enough, parts first.
func (w *worker) everywhere(root symbolic.ID) (z change, ok bool, err error) {
	order := w.walk(root, func(symbolic.ID) bool { return true })
	starts := w.starts(root, order)
	done := map[symbolic.ID]change{}
	for _, id := range order {
		w.s.CheckStopped()
		at, steps := w.rejoin(id, done)
		if starts.Has(id) {
			better, err := w.improve(at)
			if err != nil {
				return z, false, err
			}
			if better.to != at {
				steps = append(steps, better.step)
				at = better.to
			}
		}
		if at != id {
			if c, ok := w.chain(id, at, steps); ok {
				done[id] = c
			}
		}
	}
	z, ok = done[root]
	return z, ok, nil
}

// rejoin puts a node together from what its parts became.
func (w *worker) rejoin(id symbolic.ID, done map[symbolic.ID]change) (symbolic.ID, []int) {
	parts := rewrite.Parts(w.s, nil, id)
	var uses []int
	for i, p := range parts {
		if c, ok := done[p]; ok {
			parts[i] = c.to
			uses = append(uses, c.step)
		}
	}
	if len(uses) == 0 {
		return id, nil
	}
	to := rewrite.Join(w.s, id, parts)
	if to == id {
		return id, nil
	}
	i, ok := w.accept(proof.Step{Kind: proof.ByParts, From: id, To: to, Bind: parts, Uses: uses})
	if !ok {
		return id, nil
	}
	return to, []int{i}
}

// starts returns the nodes of which normal forms are looked for first: the
// largest expressions that are short enough.
func (w *worker) starts(root symbolic.ID, order []symbolic.ID) *symbolic.Set {
	var starts, inside symbolic.Set
	starts.Add(root)
	for i := len(order) - 1; i >= 0; i-- {
		id := order[i]
		short := w.isArithmetic(id) && w.lengthOf(id) <= maxLength
		for _, p := range rewrite.Parts(w.s, nil, id) {
			switch {
			case short && (starts.Has(id) || inside.Has(id)):
				if !w.isArithmetic(p) {
					starts.Add(p)
				}
				inside.Add(p)
			default:
				starts.Add(p)
			}
		}
	}
	return &starts
}

// walk returns what is reached by parts, parts first.
func (w *worker) walk(root symbolic.ID, enter func(symbolic.ID) bool) []symbolic.ID {
	type frame struct {
		id    symbolic.ID
		parts []symbolic.ID
	}
	var seen symbolic.Set
	var out []symbolic.ID
	var stack []frame
	push := func(id symbolic.ID) {
		if seen.Add(id) {
			f := frame{id: id}
			if enter(id) {
				f.parts = rewrite.Parts(w.s, nil, id)
			}
			stack = append(stack, f)
		}
	}
	push(root)
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.parts) == 0 {
			out = append(out, top.id)
			stack = stack[:len(stack)-1]
			continue
		}
		p := top.parts[0]
		top.parts = top.parts[1:]
		push(p)
	}
	return out
}

// improve looks for a better form of an expression as a whole, and if there is
// none of its parts, the smallest first.
func (w *worker) improve(root symbolic.ID) (change, error) {
	if !w.isArithmetic(root) {
		return w.inside(root)
	}
	if w.lengthOf(root) > maxLength || w.tried.Has(root) {
		return change{to: root}, nil
	}
	z, ok, err := w.try(root)
	if ok || err != nil {
		return z, err
	}
	done := map[symbolic.ID]change{}
	for _, id := range w.walk(root, w.isArithmetic) {
		if id == root {
			break
		}
		at, steps := w.rejoin(id, done)
		if w.isArithmetic(at) {
			z, ok, err := w.try(at)
			if err != nil {
				return change{to: root}, err
			}
			if ok {
				at, steps = z.to, append(steps, z.step)
			}
		}
		if at != id {
			if c, ok := w.chain(id, at, steps); ok {
				done[id] = c
			}
		}
	}
	at, steps := w.rejoin(root, done)
	if at == root || !w.isBetter(at, root) {
		return change{to: root}, nil
	}
	if w.isArithmetic(at) {
		z, ok, err := w.try(at)
		if err != nil {
			return change{to: root}, err
		}
		if ok {
			at, steps = z.to, append(steps, z.step)
		}
	}
	c, ok := w.chain(root, at, steps)
	if !ok {
		c = change{to: root}
	}
	return c, nil
}

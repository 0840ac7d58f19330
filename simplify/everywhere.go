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

// The bounds of expressions whose normal forms are looked at. Those that people
// look at are shorter, and normal forms of longer ones are seldom lighter.
const (
	maxLength   = 100 // generators as they are written
	maxExpanded = 120 // terms if all is multiplied out, as if denominators were numerators
)

// An extent says how large an expression is, up to some numbers above the
// bounds.
type extent struct{ length, expanded int32 }

// isShort tells whether normal forms of an expression are looked at.
func (w *worker) isShort(id symbolic.ID) bool {
	if !w.isArithmetic(id) {
		return false
	}
	x := w.extentOf(id)
	return x.length <= maxLength && x.expanded <= maxExpanded
}

// extentOf measures an expression, and before it the expressions in it. It keeps
// its own stack, since formulas are deep.
func (w *worker) extentOf(root symbolic.ID) extent {
	if x, ok := w.knownExtent(root); ok {
		return x
	}
	for stack := []symbolic.ID{root}; len(stack) > 0; {
		id := stack[len(stack)-1]
		n := len(stack)
		ops := w.s.Operands(id)
		for i := w.firstOperand(id); i < len(ops); i += 2 {
			if _, ok := w.knownExtent(ops[i]); !ok {
				stack = append(stack, ops[i])
			}
		}
		if len(stack) == n {
			w.extents.Set(id, w.measureExtent(id))
			stack = stack[:n-1]
		}
	}
	return w.extents.At(root)
}

// knownExtent returns the extent of a node that needs not be measured.
func (w *worker) knownExtent(id symbolic.ID) (extent, bool) {
	if !w.isArithmetic(id) {
		return extent{1, 1}, true
	}
	x := w.extents.At(id)
	return x, x.length > 0
}

// firstOperand returns where the terms or factors of an expression begin; every
// second operand is one.
func (w *worker) firstOperand(id symbolic.ID) int {
	if w.s.Kind(id) == symbolic.Power {
		return 0
	}
	return 1
}

// measureExtent finds the extent of a node from those of its operands.
func (w *worker) measureExtent(id symbolic.ID) extent {
	s := w.s
	ops := s.Operands(id)
	of := func(id symbolic.ID) extent {
		x, _ := w.knownExtent(id)
		return x
	}
	power := func(base, exponent symbolic.ID) extent {
		x := of(base)
		if !w.isInteger(exponent) || x.expanded == 1 {
			return x
		}
		n, ok := s.Number(exponent).Abs().Int64()
		expanded := int64(1)
		for k := int64(1); ok && k <= n && expanded <= maxExpanded; k++ { // (n+t-1 over t-1)
			expanded = expanded * (int64(x.expanded) + k - 1) / k
		}
		if !ok {
			expanded = maxExpanded + 1
		}
		return extent{x.length, int32(min(expanded, maxExpanded+1))}
	}
	var z extent
	switch s.Kind(id) {
	case symbolic.Power:
		return power(ops[0], ops[1])
	case symbolic.Sum:
		if ops[0] != symbolic.Zero {
			z.expanded = 1
		}
		for i := 1; i < len(ops); i += 2 {
			x := of(ops[i])
			z = extent{min(z.length+x.length, maxLength+1), min(z.expanded+x.expanded, maxExpanded+1)}
		}
	case symbolic.Product:
		z.expanded = 1
		for i := 1; i < len(ops); i += 2 {
			x := power(ops[i], ops[i+1])
			z = extent{min(z.length+x.length, maxLength+1), min(z.expanded*x.expanded, maxExpanded+1)}
		}
	}
	return z
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
		short := w.isShort(id)
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
	var seen symbolic.Table[bool]
	type frame struct {
		id    symbolic.ID
		parts []symbolic.ID
	}
	var out []symbolic.ID
	var stack []frame
	push := func(id symbolic.ID) {
		if seen.At(id) {
			return
		}
		seen.Set(id, true)
		f := frame{id: id}
		if enter(id) {
			f.parts = rewrite.Parts(w.s, nil, id)
		}
		stack = append(stack, f)
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

// improve looks for a better form of a node: by its normal forms, or those of its
// parts, and by a search with all rules.
func (w *worker) improve(root symbolic.ID) (change, error) {
	at, steps := root, []int(nil)
	for _, pass := range []func(symbolic.ID) (change, bool, error){w.arithmetic, w.explore} {
		z, ok, err := pass(at)
		if err != nil {
			return change{to: root}, err
		}
		if ok {
			at, steps = z.to, append(steps, z.step)
		}
	}
	if at == root {
		return change{to: root}, nil
	}
	z, ok := w.chain(root, at, steps)
	if !ok {
		z = change{to: root}
	}
	return z, nil
}

// arithmetic looks for a better normal form of an expression as a whole, and if
// there is none of its parts, the smallest first.
func (w *worker) arithmetic(root symbolic.ID) (z change, ok bool, err error) {
	switch {
	case !w.isArithmetic(root):
		return w.inside(root)
	case !w.isShort(root):
		z, ok = w.gather(root)
		return z, ok, nil
	case w.tried.Has(root):
		return z, false, nil
	}
	if z, ok, err = w.try(root); ok || err != nil {
		return z, ok, err
	}
	done := map[symbolic.ID]change{}
	for _, id := range w.walk(root, w.isArithmetic) {
		at, steps := w.rejoin(id, done)
		if w.isArithmetic(at) && at != root {
			z, ok, err := w.try(at)
			if err != nil {
				return z, false, err
			}
			if ok {
				at, steps = z.to, append(steps, z.step)
			}
		}
		if at == id {
			continue
		}
		if c, ok := w.chain(id, at, steps); ok {
			done[id] = c
		}
	}
	z, ok = done[root]
	return z, ok && w.isBetter(z.to, root), nil
}

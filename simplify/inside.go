package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

// inside simplifies a node that is no sum, product or integer power: what stands
// in branches and in bodies of sums is simplified with what holds there,
// derivatives are carried out, and nested roots taken apart.
func (w *worker) inside(id symbolic.ID) (z change, ok bool, err error) {
	switch w.s.Kind(id) {
	case symbolic.If:
		z, ok, err = w.branches(id)
	case symbolic.SumOver, symbolic.ProductOver:
		if z, ok = w.terms(id); !ok {
			z, ok, err = w.body(id)
		}
	case symbolic.Apply:
		z, ok, err = w.piece(id)
	case symbolic.Power:
		if z, ok = w.denest(id); !ok {
			z, ok, err = w.rootOf(id)
		}
	}
	return z, ok, err
}

// within returns a worker for a part of the region, and false if there were too
// many of them.
func (w *worker) within(c *proof.Checker) (*worker, bool) {
	if w.depth >= maxNested || w.left.inside == 0 {
		w.stop("branches")
		return nil, false
	}
	w.left.inside--
	z := *w
	z.c, z.depth = c, w.depth+1
	z.tried, z.explored, z.carried = symbolic.Set{}, symbolic.Set{}, symbolic.Set{}
	return &z, true
}

// close takes over what was noted about a worker for a part.
func (w *worker) close(z *worker) {
	w.steps = z.steps
	if z.limit != "" {
		w.stop(z.limit)
	}
}

// isPlain tells whether there is nothing to simplify in a node.
func (w *worker) isPlain(id symbolic.ID) bool {
	switch w.s.Kind(id) {
	case symbolic.Number, symbolic.Symbol, symbolic.Constant:
		return true
	}
	return false
}

func (w *worker) branches(id symbolic.ID) (z change, ok bool, err error) {
	ops := w.s.Operands(id)
	if w.isPlain(ops[1]) && w.isPlain(ops[2]) || !w.c.Defined(id) {
		return z, false, nil
	}
	yes, no := w.c.Branches(id)
	to := [2]symbolic.ID{ops[1], ops[2]}
	for i, c := range []*proof.Checker{yes, no} {
		if w.isPlain(to[i]) || c.Empty() {
			continue
		}
		part, ok := w.within(c)
		if !ok {
			return z, false, nil
		}
		to[i], err = part.run(to[i])
		w.close(part)
		if err != nil {
			return z, false, err
		}
	}
	if to[0] == ops[1] && to[1] == ops[2] {
		return z, false, nil
	}
	i, err := w.c.Branch(id, to[0], to[1], yes, no)
	if err != nil {
		return z, false, skip(err)
	}
	return change{w.c.Step(i).To, i}, true, nil
}

// terms writes out a sum or product, where that is lighter.
func (w *worker) terms(id symbolic.ID) (change, bool) {
	to, ok := w.s.WrittenOut(id, proof.MaxTerms)
	if !ok || !w.isBetter(to, id) {
		return change{}, false
	}
	i, ok := w.accept(proof.Step{Kind: proof.ByTerms, From: id, To: to})
	if ok {
		w.note(id, to, "write-out", "", symbolic.True)
	}
	return change{to, i}, ok
}

func (w *worker) body(id symbolic.ID) (z change, ok bool, err error) {
	if w.isPlain(w.s.Operands(id)[3]) || !w.c.Defined(id) {
		return z, false, nil
	}
	in := w.c.Inside(id)
	part, ok := w.within(in.Checker)
	if !ok || in.Empty() {
		return z, false, nil
	}
	part.names = map[symbolic.ID]symbolic.ID{in.Index: w.s.Operands(id)[0]}
	for x, name := range w.names {
		part.names[x] = name
	}
	to, err := part.run(in.Body)
	w.close(part)
	if err != nil || to == in.Body {
		return z, false, err
	}
	i, err := w.c.Over(in, to)
	if err != nil {
		return z, false, skip(err)
	}
	return change{w.c.Step(i).To, i}, true, nil
}

// piece takes the branch of a function that is defined by branches, where the
// condition is decided: leaky_relu(x) is x where x > 0.
func (w *worker) piece(id symbolic.ID) (z change, ok bool, err error) {
	row := w.s.Function(id)
	if row == nil || row.Family != "rectifier" {
		return z, false, nil
	}
	form := w.lib.Forms(row).Definition
	if form == nil || !form.Has(symbolic.If) || len(w.s.Operands(id)) != len(row.Params) {
		return z, false, nil
	}
	to := form.Build(w.s, append(slices.Clone(w.s.Operands(id)), id)...)
	i, ok := w.accept(proof.Step{Kind: proof.ByDefinition, From: id, To: to})
	if !ok {
		return z, false, nil
	}
	mark := len(w.steps)
	w.note(id, to, row.Name+"-definition", "definition", symbolic.True)
	z, ok, err = w.directed(to)
	if err != nil || !ok || !w.isBetter(z.to, id) {
		w.steps = w.steps[:mark]
		return z, false, err
	}
	z, ok = w.chain(id, z.to, []int{i, z.step})
	return z, ok, nil
}

// rootOf simplifies a power of a root by the rules about the root: 1/sqrt(x^2)
// is 1/abs(x).
func (w *worker) rootOf(id symbolic.ID) (z change, ok bool, err error) {
	s := w.s
	ops := s.Operands(id)
	if s.Kind(ops[1]) != symbolic.Number || s.Kind(ops[0]) == symbolic.Symbol {
		return z, false, nil
	}
	e := s.Number(ops[1])
	root := s.Pow(ops[0], s.Num(e.Denom().Inv()))
	if root == id || !w.c.Defined(root) {
		return z, false, nil
	}
	better, ok, err := w.directed(root)
	if err != nil || !ok {
		return z, false, err
	}
	to := s.Pow(better.to, s.Num(e.Num()))
	if !w.isBetter(to, id) {
		return z, false, nil
	}
	w.c.Carry(better.step)
	i, ok := w.accept(proof.Step{Kind: proof.ByRing, From: id, To: to, Uses: []int{better.step}})
	return change{to, i}, ok, nil
}

const carriedOut = "derivative carried out"

// derivatives carries out the derivatives in a node, where they need not be
// longer than what they are.
func (w *worker) derivatives(root symbolic.ID) (z change, ok bool, err error) {
	done := map[symbolic.ID]change{}
	for _, id := range w.walk(root, func(symbolic.ID) bool { return true }) {
		at, steps := w.rejoin(id, done)
		if w.s.Kind(id) == symbolic.Derivative {
			value, _, err := proof.Conditions(w.lib, w.s, id)
			if err != nil {
				continue // it stays as it is
			}
			i, ok := w.accept(proof.Step{Kind: proof.ByDerivative, From: id, To: value})
			if !ok {
				continue
			}
			w.note(id, value, carriedOut, "", symbolic.True)
			at, steps = value, []int{i}
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

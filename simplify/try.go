package simplify

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// A form is another way to write an expression, with the steps that lead to it.
type form struct {
	node symbolic.ID
	// steps are equations from one node to the next, from the expression to the
	// form. They were not looked at by the checker.
	steps []proof.Step
	name  string // what was done
	size  size
	rules *rewrite.Outcome // what rules make of it, if that is another node
}

// result is the node that a form leads to.
func (f *form) result() symbolic.ID {
	if f.rules != nil {
		return f.rules.Result
	}
	return f.node
}

// maxForms bounds the forms that rules are applied to, those that weigh least.
const maxForms = 4

// slack is how much more than the expression a form may weigh, in parts of four,
// before rules are applied to it.
const slack = 6

// try looks for a better form of one expression.
var debugTry func(w *worker, root symbolic.ID, ok bool, g survey)

func (w *worker) try(root symbolic.ID) (z change, ok bool, err error) {
	if w.tried.Has(root) {
		return z, false, nil
	}
	g := w.survey(root)
	if w.isDone(root, g) {
		w.tried.Add(root)
		return z, false, nil
	}
	if w.left.work <= 0 {
		w.stop("terms")
		return z, false, nil
	}
	x := w.extentOf(root)
	w.left.work -= int(x.length + x.expanded)
	if debugTry != nil {
		defer func() { debugTry(w, root, ok, g) }()
	}
	forms, err := w.forms(root, g)
	if err != nil {
		return z, false, err
	}
	for _, f := range forms {
		if z, ok := w.take(root, f); ok {
			return z, true, nil
		}
		if w.carry(root) {
			if z, ok := w.take(root, f); ok {
				return z, true, nil
			}
		}
	}
	w.tried.Add(root)
	return z, false, nil
}

// carry lets the checker know that the factors of the denominators of an
// expression are not 0. It tells whether there were any.
func (w *worker) carry(root symbolic.ID) (some bool) {
	s := w.s
	for _, id := range w.walk(root, w.isArithmetic) {
		ops := s.Operands(id)
		if s.Kind(id) != symbolic.Power || s.Kind(ops[0]) != symbolic.Sum || s.Kind(ops[1]) != symbolic.Number || s.Number(ops[1]).Sign() > 0 || !w.carried.Add(ops[0]) {
			continue
		}
		f, err := w.field(nil, ops[0])
		if err != nil {
			continue
		}
		c, factors, err := f.Factors(ops[0])
		if err != nil {
			continue
		}
		b := s.NewProduct()
		b.MulNumber(c)
		for _, x := range factors {
			b.MulPow(x.Base, s.Int(x.Exp))
		}
		to := b.Product()
		if i, ok := w.accept(proof.Step{Kind: proof.ByRing, From: ops[0], To: to}); ok && to != ops[0] {
			w.c.Carry(i)
			some = true
		}
	}
	return some
}

// forms returns the forms of an expression that are better than it, the best
// first.
func (w *worker) forms(root symbolic.ID, g survey) ([]form, error) {
	own := w.m.size(root)
	var list []form
	for _, view := range w.views(root, g) {
		more, err := view()
		if err = skip(err); err != nil {
			return nil, err
		}
		list = append(list, more...)
		if slices.ContainsFunc(more, func(f form) bool { return w.s.Kind(f.node) == symbolic.Number }) {
			break // nothing is better
		}
	}
	for i := range list {
		list[i].size = w.m.size(list[i].node)
	}
	byWeight := func(a, b form) int { return cmp.Compare(a.size.weight, b.size.weight) }
	slices.SortStableFunc(list, byWeight)
	list = slices.CompactFunc(list, func(a, b form) bool { return a.node == b.node })
	var out []form
	for i, f := range list {
		if i == maxForms || f.size.weight > own.weight*slack/4 {
			break
		}
		if w.s.Kind(f.node) != symbolic.Number {
			r, err := w.rewrite(f.node)
			if err != nil {
				return nil, err
			}
			if r.Result != f.node {
				f.rules, f.size = r, w.m.size(r.Result)
			}
		}
		if w.isBetter(f.result(), root) {
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, byWeight)
	return out, nil
}

// take makes the steps of a form. It returns false where the checker rejects
// one.
func (w *worker) take(root symbolic.ID, f form) (z change, ok bool) {
	var steps []int
	for _, st := range f.steps {
		i, ok := w.accept(st)
		if !ok {
			return z, false
		}
		if st.Kind == proof.ByRing || st.Kind == proof.ByConstant {
			steps = append(steps, i)
		}
	}
	mark := len(w.steps)
	w.noteUses(f.steps)
	w.note(root, f.node, f.name, "", symbolic.True)
	if f.rules != nil {
		r, ok := w.replay(f.rules.Proof())
		if !ok {
			w.steps = w.steps[:mark]
			return z, false
		}
		w.noteRules(f.rules)
		steps = append(steps, r.step)
	}
	return w.chain(root, f.result(), steps)
}

// field returns a normal form of nodes with equations that were accepted.
func (w *worker) field(uses []int, roots ...symbolic.ID) (*algebra.Field, error) {
	equations := map[symbolic.ID]symbolic.ID{}
	for _, i := range uses {
		st := w.c.Step(i)
		equations[st.From] = st.To
	}
	return algebra.New(w.s, algebra.Options{Equations: equations, Holds: w.c.Holds, Budget: &poly.Budget{Steps: partSteps, Terms: partTerms}}, roots...)
}

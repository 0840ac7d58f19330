package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// A worker simplifies one node on the region of a checker. All that it does to
// the node are steps that the checker has accepted.
type worker struct {
	c     *proof.Checker
	s     *symbolic.Store
	lib   *read.Library
	m     *measurer
	o     Options
	steps []Step
	limit string
}

func newWorker(c *proof.Checker, lib *read.Library, root symbolic.ID, o Options) *worker {
	w := &worker{c: c, s: c.Store(), lib: lib, o: o}
	allowed := map[string]bool{}
	for _, name := range w.functions(root) {
		allowed[name] = true
	}
	w.m = newMeasurer(w.s, allowed)
	return w
}

// functions returns the names of the functions of the table in a node, sorted.
func (w *worker) functions(root symbolic.ID) []string {
	var list []string
	seen := map[symbolic.FuncID]bool{}
	for _, id := range w.s.Postorder(root) {
		if w.s.Kind(id) != symbolic.Apply || seen[w.s.FuncOf(id)] {
			continue
		}
		seen[w.s.FuncOf(id)] = true
		if row := w.s.Function(id); row != nil && !slices.Contains(list, row.Name) {
			list = append(list, row.Name)
		}
	}
	slices.Sort(list)
	return list
}

// run simplifies a node.
func (w *worker) run(root symbolic.ID) (symbolic.ID, error) {
	return w.directed(root)
}

// stop notes that a budget ran out.
func (w *worker) stop(limit string) {
	if w.limit == "" {
		w.limit = limit
	}
}

// isBetter tells whether one node is to be preferred to another.
func (w *worker) isBetter(x, than symbolic.ID) bool {
	a, b := w.m.size(x), w.m.size(than)
	return a.weight < b.weight && a.leaves <= b.leaves
}

// directed applies rules that make every node simpler, bottom-up until none
// fires.
func (w *worker) directed(root symbolic.ID) (symbolic.ID, error) {
	t := strategyFor(w.functions(root))
	out, err := t.Run(w.s, root, rewrite.Region{Guard: w.c.Holds}, rewrite.Budget{})
	if err != nil {
		return root, err
	}
	if out.Stop > rewrite.Loop {
		w.stop(limitOf(out.Stop))
	}
	if out.Result == root || !w.isBetter(out.Result, root) {
		return root, nil
	}
	p := NewProver(w.c, w.lib)
	if !p.replay(out.Proof()) {
		return root, nil
	}
	for _, t := range out.Steps {
		w.note(t.Node, t.Result, t.Rule.Name, t.Rule.Source, condition(w.s, &t))
	}
	return out.Result, nil
}

// condition is the guard of a step of a rule.
func condition(s *symbolic.Store, t *rewrite.Step) symbolic.ID {
	if f := t.Rule.Forms(); f.When != nil {
		return f.When.Build(s, t.Bindings...)
	}
	return symbolic.True
}

func (w *worker) note(before, after symbolic.ID, rule, source string, cond symbolic.ID) {
	if w.o.Steps {
		w.steps = append(w.steps, Step{w.s.Expr(before), w.s.Expr(after), rule, source, w.s.Expr(cond)})
	}
}

// limitOf names the budget that ended a run.
func limitOf(stop rewrite.Stop) string {
	switch stop {
	case rewrite.OutOfSteps:
		return "steps"
	case rewrite.OutOfNodes:
		return "nodes"
	}
	return "work"
}

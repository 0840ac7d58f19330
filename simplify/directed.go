package simplify

import (
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// directed applies rules that make every node lighter, bottom-up until none
// fires.
func (w *worker) directed(root symbolic.ID) (z change, ok bool, err error) {
	at, steps := root, []int(nil)
	for range maxRounds { // rules may bring in functions that more rules are about
		out, err := w.rewrite(at)
		if err != nil {
			return z, false, err
		}
		if out.Result == at {
			break
		}
		z, ok := w.replay(out.Proof())
		if !ok {
			break
		}
		w.noteRules(out)
		at, steps = z.to, append(steps, z.step)
	}
	if at == root {
		return z, false, nil
	}
	z, ok = w.chain(root, at, steps)
	return z, ok, nil
}

// rewrite runs the rules for the features of a node. The budget is for rules
// that apply to a sum of n terms again and again, n operands each time.
func (w *worker) rewrite(root symbolic.ID) (*rewrite.Outcome, error) {
	n := w.s.Size()
	budget := rewrite.Budget{Steps: 10_000 + n, Nodes: 50_000 + 4*n, Work: 5_000_000 + 200*n}
	out, err := strategyFor(w.features(root)).Run(w.s, root, rewrite.Region{Guard: w.c.Holds}, budget)
	if err == nil && out.Stop > rewrite.Loop {
		w.stop(limitOf(out.Stop))
	}
	return out, err
}

// noteRules notes the steps of a run that its result rests on.
func (w *worker) noteRules(out *rewrite.Outcome) {
	if !w.o.Steps {
		return
	}
	for i := range out.Steps {
		w.noteStep(&out.Steps[i])
	}
}

func (w *worker) noteStep(t *rewrite.Step) {
	cond := symbolic.True
	if f := t.Rule.Forms(); f.When != nil {
		cond = f.When.Build(w.s, t.Bindings...)
	}
	w.note(t.Node, t.Result, t.Rule.Name, t.Rule.Source, cond)
}

// noteRule notes an accepted step of a rule.
func (w *worker) noteRule(i int) {
	st := w.c.Step(i)
	row, _ := rules.Lookup(st.Name)
	cond := symbolic.True
	if f := row.Forms(); f.When != nil {
		cond = f.When.Build(w.s, st.Bind...)
	}
	w.note(st.From, st.To, row.Name, row.Source, cond)
}

// noteUses notes the rules that steps rest on: what functions are replaced by,
// and what is known of the squares of those that stay.
func (w *worker) noteUses(steps []proof.Step) {
	if !w.o.Steps {
		return
	}
	var replaced symbolic.Set
	for _, st := range steps {
		for _, i := range st.Uses {
			replaced.Add(w.c.Step(i).From)
		}
	}
	var seen symbolic.Set
	for _, st := range steps {
		for _, i := range st.Uses {
			u := w.c.Step(i)
			if u.Kind != proof.ByRule || !seen.Add(u.From) || w.s.Kind(u.From) == symbolic.Power && replaced.Has(w.s.Operands(u.From)[0]) {
				continue
			}
			w.noteRule(i)
		}
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

package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

// views returns the ways to look at an expression: its functions as they are,
// brought to exponentials, sines and cosines, or by functions that people prefer
// to these. Each gives forms when it is called, and may use what those before
// it found.
func (w *worker) views(root symbolic.ID, g survey) []func() ([]form, error) {
	plain := func() ([]form, error) { return w.normal(root, nil, nil) }
	if !g.related && !g.constant {
		return []func() ([]form, error){plain}
	}
	p := NewProver(w.c, w.lib)
	var basic symbolic.ID // the expression by generators of the normal form
	var base []proof.Step // that it is this
	full := func() ([]form, error) {
		p.deep = max(g.families[logarithmic], g.families[inverse], g.families[special]) > 1
		if err := p.prepare(root); err != nil {
			return nil, err
		}
		uses := p.uses(root)
		if len(uses) == 0 {
			return nil, nil
		}
		forms, err := w.normal(root, nil, uses)
		if err != nil || len(forms) == 1 {
			return forms, err
		}
		f, err := w.field(uses, root)
		if err != nil {
			return forms, err
		}
		if basic, err = w.fraction(f, root); err != nil {
			return forms, err
		}
		base = []proof.Step{{Kind: proof.ByRing, From: root, To: basic, Uses: uses}}
		return forms, nil
	}
	list := []func() ([]form, error){full, plain}
	for _, rebase := range []func(symbolic.ID) []int{w.bySigmoid, w.byTangent, w.bySine} {
		list = append(list, func() ([]form, error) {
			if base == nil {
				return nil, nil
			}
			uses := rebase(basic)
			if len(uses) == 0 {
				return nil, nil
			}
			return w.normal(basic, base, uses)
		})
	}
	list = append(list, func() ([]form, error) {
		even, steps := w.evenPowers(basic)
		if base == nil || even == basic {
			return nil, nil
		}
		return w.normal(even, slices.Concat(base, steps), w.byTangent(even))
	})
	if g.constant {
		list = append(list, func() ([]form, error) { return w.constants(root), nil })
	}
	return list
}

// normal returns the forms of the normal form of a node in which equations are
// used. The steps before lead to the node.
func (w *worker) normal(node symbolic.ID, before []proof.Step, uses []int) ([]form, error) {
	f, err := w.field(uses, node)
	if err != nil {
		return nil, err
	}
	nodes, err := w.written(f, node)
	if err != nil {
		return nil, err
	}
	var out []form
	for _, x := range nodes {
		st := proof.Step{Kind: proof.ByRing, From: node, To: x.node, Uses: uses}
		out = append(out, form{node: x.node, name: x.name, steps: append(before[:len(before):len(before)], st)})
	}
	return out, nil
}

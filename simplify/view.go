package simplify

import (
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
	var base []proof.Step
	full := func() ([]form, error) {
		p.deep = g.families[logarithmic] > 1
		if err := p.prepare(root); err != nil {
			return nil, err
		}
		uses := p.uses(root)
		if len(uses) == 0 {
			return nil, nil
		}
		forms, err := w.normal(root, nil, uses)
		if len(forms) > 0 {
			basic, base = forms[0].node, forms[0].steps
		}
		return forms, err
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

package codegen

import (
	"math"
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// relate compares two values; of numbers the answer is the number 1 or 0.
func (g *graph) relate(r symbolic.Rel, x, y ref) ref {
	a, ok := g.isNum(x)
	if b, also := g.isNum(y); ok && also {
		if a != a || b != b {
			return g.num(math.NaN())
		}
		holds := [...]bool{symbolic.Equal: a == b, symbolic.NotEqual: a != b, symbolic.Less: a < b, symbolic.LessEqual: a <= b}[r]
		return g.num(map[bool]float64{true: 1}[holds])
	}
	return g.make(node{kind: relation, rel: r, args: []ref{x, y}})
}

// connect joins conditions by and, or.
func (g *graph) connect(k kind, list []ref) ref {
	neutral := map[kind]float64{and: 1}[k]
	var open []ref
	for _, c := range list {
		x, ok := g.isNum(c)
		switch {
		case !ok:
			open = append(open, c)
		case x != neutral && g.strict && len(open) > 0:
			// Known where the last one has an answer, and as well asked of that.
			return g.make(node{kind: k, args: append(open, g.not(open[len(open)-1]))})
		case x != neutral:
			return c
		}
	}
	switch len(open) {
	case 0:
		return g.num(neutral)
	case 1:
		return open[0]
	}
	return g.make(node{kind: k, args: open})
}

// isCondition tells whether a node is true or false and no number.
func (g *graph) isCondition(r ref) bool {
	k := g.nodes[r].kind
	return k == relation || k == and || k == or
}

// not returns whether a condition fails.
func (g *graph) not(cond ref) ref {
	n := g.nodes[cond]
	switch n.kind {
	case relation:
		switch n.rel {
		case symbolic.Equal:
			return g.relate(symbolic.NotEqual, n.args[0], n.args[1])
		case symbolic.NotEqual:
			return g.relate(symbolic.Equal, n.args[0], n.args[1])
		case symbolic.Less:
			return g.relate(symbolic.LessEqual, n.args[1], n.args[0])
		}
		return g.relate(symbolic.Less, n.args[1], n.args[0])
	}
	list := make([]ref, len(n.args))
	for i, a := range n.args {
		list[i] = g.not(a)
	}
	return g.connect(map[kind]kind{and: or, or: and}[n.kind], list)
}

// choose returns x where a condition holds, else y.
func (g *graph) choose(cond, x, y ref) ref {
	// Of a relation and its contrary one is asked for in all choices, but for those of a
	// value and none.
	z, isNum := g.isNum(y)
	if n := &g.nodes[cond]; !(isNum && z != z) && n.kind == relation && (n.rel == symbolic.LessEqual || n.rel == symbolic.NotEqual) {
		cond, x, y = g.not(cond), y, x
	}
	x, y = g.under(cond, true, x), g.under(cond, false, y)
	if x == y && !g.strict {
		return x
	}
	if t, ok := g.isNum(cond); ok {
		switch {
		case t != t:
			return cond
		case t != 0:
			return x
		}
		return y
	}
	return g.make(node{kind: choice, args: []ref{cond, x, y}})
}

// Limits of under: how deep it looks, as the gradient of a branch has the condition in
// factors of terms, and at how many nodes.
const (
	maxUnder   = 4
	underNodes = 200
)

// under returns a node where a condition is known to hold or to fail.
func (g *graph) under(cond ref, holds bool, r ref) ref {
	left := underNodes
	return g.simplerUnder(cond, holds, r, maxUnder, &left)
}

func (g *graph) simplerUnder(cond ref, holds bool, r ref, deep int, left *int) ref {
	if c, ok := g.condition(r); ok && c == cond {
		if holds {
			return g.nodes[r].args[1]
		}
		return g.nodes[r].args[2]
	}
	n := g.nodes[r]
	switch n.kind {
	case sum, product, quotient:
	default:
		return r
	}
	if *left -= len(n.args); deep == 0 || *left < 0 {
		return r
	}
	args := make([]ref, len(n.args))
	for i, a := range n.args {
		args[i] = g.simplerUnder(cond, holds, a, deep-1, left)
	}
	if slices.Equal(args, n.args) {
		return r
	}
	switch n.kind {
	case product:
		return g.mul(args...)
	case quotient:
		return g.div(args[0], args[1])
	}
	terms := make([]term, len(args))
	for i, a := range args {
		terms[i] = term{a, n.minus[i]}
	}
	return g.add(terms...)
}

// addChoices adds terms with the same condition branch by branch.
func (g *graph) addChoices(list []term) []term {
	type branches struct{ then, other []term }
	by := map[ref]*branches{}
	for _, t := range list {
		cond, ok := g.condition(t.of)
		if !ok {
			continue
		}
		b := by[cond]
		if b == nil {
			b = &branches{}
			by[cond] = b
		}
		b.then = append(b.then, term{g.nodes[t.of].args[1], t.minus})
		b.other = append(b.other, term{g.nodes[t.of].args[2], t.minus})
	}
	var out []term
	for _, t := range list {
		cond, ok := g.condition(t.of)
		b := by[cond]
		switch {
		case !ok || b != nil && len(b.then) == 1:
			out = append(out, t)
		case b != nil: // at the place of the first one
			out = append(out, term{of: g.choose(cond, g.add(b.then...), g.add(b.other...))})
			by[cond] = nil
		}
	}
	return out
}

// condition returns the condition of a choice.
func (g *graph) condition(r ref) (ref, bool) {
	n := &g.nodes[r]
	if n.kind != choice {
		return 0, false
	}
	return n.args[0], true
}

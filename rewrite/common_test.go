package rewrite_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A desk is a store to read formulas into, with facts about its variables.
type desk struct {
	testing.TB
	s     *symbolic.Store
	scope *read.Scope
}

func newDesk(t testing.TB, assumed ...string) *desk {
	s := symbolic.NewStore()
	d := &desk{t, s, read.NewScope(s, read.Default())}
	for _, a := range assumed {
		if err := d.scope.Assume(a); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func (d *desk) read(text string) symbolic.ID {
	d.Helper()
	f, err := d.scope.Formula(text)
	if err != nil {
		d.Fatal(err)
	}
	return f.Expr.ID()
}

func (d *desk) text(id symbolic.ID) string {
	d.Helper()
	text, err := present.Text(d.s.Expr(id))
	if err != nil {
		d.Fatal(err)
	}
	return text
}

// guard answers what follows from the facts.
func (d *desk) guard() rewrite.Guard {
	facts := assume.New(d.scope)
	return func(cond symbolic.ID) bool { return facts.Holds(d.s.Expr(cond)) == assume.Yes }
}

// rule reads "name: from => to when guard".
func rule(text string) *rules.Rule {
	name, text, named := strings.Cut(text, ": ")
	if !named {
		name, text = "rule", name
	}
	text, when, _ := strings.Cut(text, " when ")
	from, to, ok := strings.Cut(text, " => ")
	if !ok {
		panic("no arrow in " + text)
	}
	return &rules.Rule{Name: name, From: from, To: to, When: when}
}

func strategy(t testing.TB, list ...string) *rewrite.Strategy {
	t.Helper()
	var all []*rules.Rule
	for _, text := range list {
		all = append(all, rule(text))
	}
	z, err := rewrite.NewStrategy(all...)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// describe writes the bindings of a step, and what was left over.
func (d *desk) describe(t rewrite.Step) string {
	var b strings.Builder
	for i, v := range t.Rule.Forms().Variables {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s = %s", v, d.text(t.Bindings[i]))
	}
	if !t.Scale.IsOne() {
		fmt.Fprintf(&b, "; scale %s", t.Scale)
	}
	none := symbolic.Zero
	if t.Rule.Forms().From.Kind() == symbolic.Product {
		none = symbolic.One
	}
	if t.Rest != none {
		fmt.Fprintf(&b, "; rest %s", d.text(t.Rest))
	}
	return b.String()
}

// replay checks a proof of x = y with code of its own: it uses the equations in
// order and builds with the constructors, without any search. ask answers
// guards in a scope.
func (d *desk) replay(p *rewrite.Proof, x, y symbolic.ID, ask func(scope int, cond symbolic.ID) bool) {
	d.Helper()
	if err := d.check(p, x, y, ask); err != nil {
		d.Errorf("proof of %s = %s: %v\n%s", d.text(x), d.text(y), err, d.proof(p))
	}
}

func (d *desk) check(p *rewrite.Proof, x, y symbolic.ID, ask func(scope int, cond symbolic.ID) bool) error {
	for i, e := range p.Equations {
		if err := d.follows(p, i, ask); err != nil {
			return fmt.Errorf("equation %d, %s = %s, by %s: %w", i, d.text(e.Left), d.text(e.Right), e.Reason, err)
		}
	}
	if last := p.Equations[len(p.Equations)-1]; last.Left != x || last.Right != y || last.Scope != 0 {
		return fmt.Errorf("it ends with %s = %s", d.text(last.Left), d.text(last.Right))
	}
	return nil
}

func (d *desk) follows(p *rewrite.Proof, i int, ask func(scope int, cond symbolic.ID) bool) error {
	e := p.Equations[i]
	type pair struct {
		scope    int
		old, new symbolic.ID
	}
	var uses []pair
	for _, u := range e.Uses {
		if u.Equation >= i {
			return fmt.Errorf("uses equation %d", u.Equation)
		}
		q := p.Equations[u.Equation]
		if u.Reversed {
			q.Left, q.Right = q.Right, q.Left
		}
		uses = append(uses, pair{q.Scope, q.Left, q.Right})
	}
	same := func(what string, got, want symbolic.ID) error {
		if got != want {
			return fmt.Errorf("%s is %s and not %s", what, d.text(got), d.text(want))
		}
		return nil
	}
	s := d.s
	switch e.Reason {
	case rewrite.ByRule:
		f, b := e.Step.Rule.Forms(), e.Step.Bindings
		if len(b) != len(f.Variables) {
			return fmt.Errorf("%d bindings", len(b))
		}
		if f.When != nil && !ask(e.Scope, f.When.Build(s, b...)) {
			return fmt.Errorf("the guard %s does not hold", d.text(f.When.Build(s, b...)))
		}
		within := func(x symbolic.ID) symbolic.ID { return s.Add(s.Scale(x, e.Step.Scale), e.Step.Rest) }
		if f.From.Kind() == symbolic.Product {
			within = func(x symbolic.ID) symbolic.ID { return s.Mul(x, e.Step.Rest) }
		}
		before, after := f.FromForm.Build(s, b...), f.ToForm.Build(s, b...)
		for _, err := range []error{
			same("Before", e.Step.Before, before), same("After", e.Step.After, after),
			same("Left", e.Left, within(before)), same("Right", e.Right, within(after)),
		} {
			if err != nil {
				return err
			}
		}
	case rewrite.ByParts:
		ops := append([]symbolic.ID(nil), s.Operands(e.Left)...)
		switch s.Kind(e.Left) {
		case symbolic.Sum, symbolic.Product, symbolic.Power, symbolic.Apply, symbolic.Relation:
			to := map[symbolic.ID]symbolic.ID{}
			for _, u := range uses {
				if u.scope != e.Scope {
					return fmt.Errorf("a part in scope %d", u.scope)
				}
				to[u.old] = u.new
			}
			parts := rewrite.Parts(s, nil, e.Left)
			for k, q := range parts {
				if z, ok := to[q]; ok {
					parts[k] = z
				}
			}
			return same("Right", e.Right, rewrite.Join(s, e.Left, parts))
		}
		for _, u := range uses {
			c := p.Scopes[u.scope]
			if c.Parent != e.Scope || c.Node != e.Left || ops[c.Operand] != u.old {
				return fmt.Errorf("scope %d is not that of an operand", u.scope)
			}
			ops[c.Operand] = u.new
		}
		return same("Right", e.Right, s.Rebuild(e.Left, ops))
	case rewrite.ByScale:
		if len(uses) != 1 || uses[0].scope != e.Scope || e.Factor.IsZero() {
			return fmt.Errorf("not one equation of this scope")
		}
		if err := same("Left", e.Left, s.Scale(uses[0].old, e.Factor)); err != nil {
			return err
		}
		return same("Right", e.Right, s.Scale(uses[0].new, e.Factor))
	case rewrite.ByChain:
		at := e.Left
		for _, u := range uses {
			if u.old != at || u.scope != e.Scope {
				return fmt.Errorf("the chain breaks at %s", d.text(u.old))
			}
			at = u.new
		}
		return same("end of the chain", at, e.Right)
	case rewrite.Assumed:
		if !ask(e.Scope, s.Relate(symbolic.Equal, e.Left, e.Right)) {
			return fmt.Errorf("not assumed")
		}
	}
	return nil
}

// proof writes a proof.
func (d *desk) proof(p *rewrite.Proof) string {
	var b strings.Builder
	for i, e := range p.Equations {
		fmt.Fprintf(&b, "%d: %s = %s by %s", i, d.text(e.Left), d.text(e.Right), e.Reason)
		if e.Scope != 0 {
			fmt.Fprintf(&b, " in scope %d", e.Scope)
		}
		if e.Step != nil {
			fmt.Fprintf(&b, " %s with %s", e.Step.Rule.Name, d.describe(*e.Step))
		}
		for _, u := range e.Uses {
			fmt.Fprintf(&b, " %d", u.Equation)
			if u.Reversed {
				b.WriteString("'")
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// variables returns symbols of other names than those given.
func (d *desk) variables(names []string) (ids []symbolic.ID) {
	for _, n := range names {
		ids = append(ids, d.s.Sym(n+"_0"))
	}
	return ids
}

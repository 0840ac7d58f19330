package rewrite

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// ErrBudget says that the work ran out before all matches were found. It says
// nothing about what was not found.
var ErrBudget = errors.New("rewrite: the budget for matching was used up")

// A Step is one application of a rule. With the forms f of the rule and the
// bindings b, in the store of the expression,
//
//	Before = f.FromForm.Build(b)    After = f.ToForm.Build(b)
//
// are equal where f.When.Build(b) holds. Node is what the rule was applied to
// and Result what it became:
//
//	left side a product:  Node = Before·Rest            Result = After·Rest
//	else:                 Node = Scale·Before + Rest    Result = Scale·After + Rest
//
// where Scale is 1 for a product, and also Rest 0 for what is neither.
type Step struct {
	Rule     *rules.Rule
	Bindings []symbolic.ID // by the rule's variables
	Before   symbolic.ID
	After    symbolic.ID
	Scale    rational.Rat
	Rest     symbolic.ID
	Node     symbolic.ID
	Result   symbolic.ID
	Scope    int // the region, for steps of Run: an index into the scopes of its proof
}

// within returns the node of which an instance of a side is a part.
func (t *Step) within(s *symbolic.Store, product bool, instance symbolic.ID) symbolic.ID {
	if product {
		return s.Mul(instance, t.Rest)
	}
	b := s.NewSum()
	b.AddScaled(instance, t.Scale)
	b.Add(t.Rest)
	return b.Sum()
}

// work is what a step has cost: its nodes were made.
func (t *Step) work(s *symbolic.Store) int {
	n := 0
	for _, id := range []symbolic.ID{t.After, t.Rest, t.Node, t.Result} {
		n += len(s.Operands(id))
	}
	return workOfOperand * n
}

// condition returns the guard of the match that was found, True where the rule
// has none.
func (m *matcher) condition() symbolic.ID {
	if m.p.forms.When == nil {
		return symbolic.True
	}
	return m.p.forms.When.Build(m.s, m.bindings()...)
}

func (m *matcher) bindings() []symbolic.ID { return m.bind[:len(m.p.forms.Symbols)] }

// step returns the match that was found as a step. Its Node is where the match
// is: the node that was matched, unless members of classes were exchanged.
func (m *matcher) step() Step {
	p := m.p
	t := Step{Rule: p.rule, Scale: rational.One, Rest: symbolic.Zero, Bindings: slices.Clone(m.bindings())}
	product := p.root.kind == symbolic.Product
	switch {
	case product:
		t.Rest = symbolic.One
		if f := &m.frames[0]; !f.all {
			t.Rest = m.leftFactors(f)
		}
	case p.root.kind == symbolic.Sum:
		f := &m.frames[0]
		t.Scale = f.scale
		if !f.all {
			t.Rest = m.leftTerms(f, rational.One)
		}
	}
	t.Before = p.forms.FromForm.Build(m.s, t.Bindings...)
	t.After = p.forms.ToForm.Build(m.s, t.Bindings...)
	t.Node = t.within(m.s, product, t.Before)
	t.Result = t.within(m.s, product, t.After)
	return t
}

// An occurrence is a match that was found, kept for later.
type occurrence struct {
	bind  [maxVariables]symbolic.ID
	frame frame // of the root
}

func (m *matcher) occurrence() occurrence {
	o := occurrence{m.bind, m.frames[0]}
	o.frame.taken = slices.Clone(o.frame.taken)
	return o
}

// stepOf is step for a match kept.
func (m *matcher) stepOf(p *Pattern, o occurrence) Step {
	m.p, m.bind, m.frames[0] = p, o.bind, o.frame
	return m.step()
}

// Each calls yield for the ways in which a node matches, as steps at that node
// whose guards are not asked, until yield returns false. The order depends on the
// node only. It tries at most work choices and returns ErrBudget where these did
// not suffice, or the *symbolic.LimitError of a full store.
func (p *Pattern) Each(s *symbolic.Store, id symbolic.ID, work int, yield func(Step) bool) (err error) {
	defer symbolic.Catch(&err)
	if !p.root.matches(s, id) {
		return nil
	}
	m := spare.Get().(*matcher)
	defer m.release()
	m.s = s
	m.found = func() bool {
		t := m.step()
		return t.Node == id && !yield(t)
	}
	m.match(p, id, work)
	if m.cut {
		return ErrBudget
	}
	return nil
}

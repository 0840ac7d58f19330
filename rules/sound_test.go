package rules_test

import (
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A claim is what a rule says: at every point at which the guard holds and
// from has a value, to has the same.
type claim struct {
	s        *symbolic.Store
	names    []string
	symbols  []symbolic.ID
	from, to symbolic.ID
	guard    symbolic.ID
	large    bool // a side repeats parts
}

// claimOf reads the texts of a rule into a store of its own.
func claimOf(from, to, when string) (claim, error) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := c.Formula(from)
	if err != nil {
		return claim{}, err
	}
	g, err := c.Formula(to)
	if err != nil {
		return claim{}, err
	}
	x := claim{s: c.Store, from: f.Expr.ID(), to: g.Expr.ID(), guard: symbolic.True}
	if when != "" {
		cond, err := c.Condition(when)
		if err != nil {
			return claim{}, err
		}
		x.guard = cond.ID()
	}
	x.symbols = c.Store.FreeSymbols(x.from, x.to, x.guard)
	for _, id := range x.symbols {
		x.names = append(x.names, c.Store.Name(id))
	}
	return x, nil
}

func mustClaim(t *testing.T, r *rules.Rule) claim {
	t.Helper()
	c, err := claimOf(r.From, r.To, r.When)
	if err != nil {
		t.Fatalf("%s: %v", r.Name, err)
	}
	return c
}

// A verdict on a claim at a point.
type verdict uint8

const (
	outside     verdict = iota // the guard fails, or the left side has no value
	undecided                  // more precision would be needed
	holds                      // both sides have a value, in narrow enclosures that meet
	breaksValue                // both have a value, and they differ
	breaksPlace                // the right side has none
)

var precise = bigs(256)

// judge decides the claim at a point, by floats if they do and else with many
// bits.
func (c claim) judge(p point) verdict {
	if v := judge(c, floats, p); v != undecided {
		return v
	}
	return judge(c, precise, p)
}

func judge[T any](c claim, a *arithmetic[T], p point) verdict {
	e := evaluation[T]{arithmetic: a, s: c.s, env: environmentOf(a, c.symbols, p)}
	if c.large {
		e.memo = map[symbolic.ID]value[T]{}
	}
	switch e.guard(c.guard) {
	case no:
		return outside
	case cannotSay:
		return undecided
	}
	left := e.value(c.from)
	switch left.state {
	case undefined:
		return outside
	case unclear:
		return undecided
	}
	right := e.value(c.to)
	switch {
	case right.state == undefined:
		return breaksPlace
	case right.state == unclear:
		return undecided
	case e.compare(symbolic.Equal, left, right) == no:
		return breaksValue
	case left.exact && right.exact && left.p.Equal(right.p), a.narrow(left.box) && a.narrow(right.box):
		return holds
	}
	return undecided
}

// pinned puts in the values that a guard such as a == 1/4 leaves no choice of.
func (c claim) pinned() claim {
	s := c.s
	fixed := map[symbolic.ID]symbolic.ID{}
	for _, cond := range parts(s, c.guard) {
		if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.Equal {
			continue
		}
		for i, x := range s.Operands(cond) {
			if y := s.Operands(cond)[1-i]; s.Kind(x) == symbolic.Symbol && len(s.FreeSymbols(y)) == 0 {
				fixed[x] = y
			}
		}
	}
	d := claim{s: s, from: s.Substitute(c.from, fixed), to: s.Substitute(c.to, fixed), guard: s.Substitute(c.guard, fixed), large: c.large}
	for i, x := range c.symbols {
		if _, gone := fixed[x]; !gone {
			d.symbols, d.names = append(d.symbols, x), append(d.names, c.names[i])
		}
	}
	return d
}

// survey judges a claim at points until enough of them count, or one breaks
// it.
func (c claim) survey(name string, enough, tries int) (counts [breaksPlace + 1]int, broken point) {
	s := newSampler(name)
	c = c.pinned()
	if len(c.symbols) == 0 {
		enough, tries = 1, 1
	}
	for i := 0; i < tries && counts[holds] < enough; i++ {
		p := s.point(len(c.symbols))
		v := c.judge(p)
		counts[v]++
		if v >= breaksValue {
			return counts, p
		}
	}
	return counts, nil
}

func TestRulesAreSound(t *testing.T) {
	const enough, tries, least = 40, 4000, 20
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			c := mustClaim(t, r)
			counts, broken := c.survey(r.Name, enough, tries)
			switch {
			case counts[breaksPlace] > 0:
				t.Errorf("%s -> %s when %s: the right side has no value at %s", r.From, r.To, r.When, broken.describe(c.names))
			case counts[breaksValue] > 0:
				t.Errorf("%s -> %s when %s: the sides differ at %s", r.From, r.To, r.When, broken.describe(c.names))
			case counts[holds] < min(least, 1+least*len(c.pinned().symbols)):
				t.Errorf("%s -> %s when %s: only %d points count (%d outside, %d undecided)",
					r.From, r.To, r.When, counts[holds], counts[outside], counts[undecided])
			}
		})
	}
}

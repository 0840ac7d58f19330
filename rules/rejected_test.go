package rules_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// counterexample reads "a = -1, b = pi/2" into an environment.
func counterexample(t *testing.T, c claim, text string) environment[float] {
	t.Helper()
	env := environment[float]{}
	for _, assignment := range strings.Split(text, ", ") {
		name, value, ok := strings.Cut(assignment, " = ")
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(value)
		x, known := c.s.HasSym(name)
		if !ok || err != nil || !known {
			t.Fatalf("%q is no assignment of a variable: %v", assignment, err)
		}
		env[x] = evaluation[float]{arithmetic: floats, s: scope.Store}.value(f.Expr.ID())
	}
	if len(env) != len(c.symbols) {
		t.Fatalf("%q leaves variables without a value", text)
	}
	return env
}

func TestRejectedRulesFailAtTheirCounterexamples(t *testing.T) {
	if n := len(rules.AllRejected()); n < 25 {
		t.Errorf("only %d rejected rules", n)
	}
	seen := map[string]bool{}
	for _, r := range rules.AllRejected() {
		if _, accepted := rules.Lookup(r.Name); accepted || seen[r.Name] {
			t.Errorf("the name %s is taken", r.Name)
		}
		seen[r.Name] = true
		if r.Why == "" {
			t.Errorf("%s: no reason is given", r.Name)
		}
		c, err := claimOf(r.From, r.To, r.When)
		if err != nil {
			t.Errorf("%s: %v", r.Name, err)
			continue
		}
		e := evaluation[float]{arithmetic: floats, s: c.s, env: counterexample(t, c, r.Counterexample)}
		if e.guard(c.guard) != yes {
			t.Errorf("%s: the guard %s does not hold at %s", r.Name, r.When, r.Counterexample)
		}
		left, right := e.value(c.from), e.value(c.to)
		if left.state != defined {
			t.Errorf("%s: the left side has no value at %s", r.Name, r.Counterexample)
		}
		if right.state != undefined && e.compare(symbolic.Equal, left, right) != no {
			t.Errorf("%s: %s is not seen to differ from %s at %s", r.Name, r.From, r.To, r.Counterexample)
		}
		for _, s := range rules.All() {
			if s.From == r.From && s.To == r.To && s.When == r.When {
				t.Errorf("%s is rejected and accepted as %s", r.Name, s.Name)
			}
		}
	}
}

// The test that watches whole terms has to see what rejected rules do to them.
func TestRewritingByRejectedRulesIsSeen(t *testing.T) {
	seen, all := 0, 0
	for _, r := range rules.AllRejected() {
		s, err := rewrite.NewStrategy(&rules.Rule{Name: r.Name, From: r.From, To: r.To, When: r.When})
		if err != nil {
			continue // a bare variable is no pattern
		}
		all++
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(r.From)
		if err != nil {
			t.Fatal(err)
		}
		if x := rewritten(t, c, s, f.Expr.ID()); x != nil {
			if _, broken := x.survey(r.Name, 400, 2000); broken != nil {
				seen++
			}
		}
	}
	if seen*10 < all*9 {
		t.Errorf("%d of %d rejected rules were seen", seen, all)
	}
}

package rewrite_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// Rules that make formulas simpler wherever they fire.
var tidy = []string{
	"exp-of-log: exp(log(a)) => a",
	"log-of-exp: log(exp(a)) => a",
	"pythagoras: sin(a)^2+cos(a)^2 => 1",
	"pythagoras-sine: 1-sin(a)^2 => cos(a)^2",
	"product-of-exponentials: exp(a)*exp(b) => exp(a+b)",
	"tangent: sin(a)/cos(a) => tan(a)",
	"double-angle: 2*sin(a)*cos(a) => sin(2*a)",
	"sum-of-logarithms: log(a)+log(b) => log(a*b)",
	"absolute-value: abs(a) => a when a >= 0",
	"negative-absolute-value: abs(a) => -a when a <= 0",
	"square-root-of-square: sqrt(a^2) => abs(a)",
	"power-of-exponential: exp(a)^n => exp(n*a)",
}

func (d *desk) run(z *rewrite.Strategy, id symbolic.ID, region rewrite.Region, budget rewrite.Budget) *rewrite.Outcome {
	d.Helper()
	out, err := z.Run(d.s, id, region, budget)
	if err != nil {
		d.Fatal(err)
	}
	return out
}

// here answers guards of a proof without scopes.
func here(g rewrite.Guard) func(int, symbolic.ID) bool {
	return func(scope int, cond symbolic.ID) bool { return scope == 0 && g(cond) }
}

func TestRun(t *testing.T) {
	z := strategy(t, tidy...)
	for _, c := range []struct{ given, text, want string }{
		{"", "exp(log(x))", "x"},
		{"", "exp(log(exp(log(x))))", "x"},
		{"", "y*(sin(x)^2+cos(x)^2)", "y"},
		{"", "3*sin(x)^2+3*cos(x)^2+y", "y+3"},
		{"", "sin(log(exp(x)))^2+cos(exp(log(x)))^2", "1"},
		{"", "log(x)+log(y)+log(z)", "log(x*y*z)"},
		{"", "exp(x)*exp(y)*exp(z)*w", "w*exp(x+y+z)"},
		{"", "exp(x)^2", "exp(2*x)"},
		{"", "w*exp(x)^2/exp(y)", "w*exp(2*x-y)"},
		{"", "exp(2*sin(x)*cos(x))", "exp(sin(2*x))"},
		{"", "1-sin(x)^2-cos(x)^2", "0"},
		{"", "sqrt(x^2)", "abs(x)"},
		{"x >= 0", "sqrt(x^2)", "x"},
		{"x <= 0", "y*sqrt(x^2)", "-x*y"},
		{"", "2*x*y/w", "2*x*y/w"},
		{"", "x", "x"},
		{"", "2", "2"},
		{"", "exp(log(x)) < log(exp(y))+1", "y+1 > x"},
	} {
		var given []string
		if c.given != "" {
			given = append(given, c.given)
		}
		d := newDesk(t, given...)
		id, guard := d.readAny(c.text), d.guard()
		out := d.run(z, id, rewrite.Region{Guard: guard}, rewrite.Budget{})
		if got := d.text(out.Result); got != c.want || out.Stop != rewrite.Done || out.Cut != 0 {
			t.Errorf("%s: %s (%s), want %s", c.text, got, out.Stop, c.want)
		}
		d.replay(out.Proof(), id, out.Result, here(guard))
		again := d.run(z, out.Result, rewrite.Region{Guard: guard}, rewrite.Budget{})
		if again.Result != out.Result || len(again.Steps) != 0 {
			t.Errorf("%s: a second run makes %s", c.text, d.text(again.Result))
		}
	}
}

// readAny reads a formula or a relation.
func (d *desk) readAny(text string) symbolic.ID {
	d.Helper()
	if !strings.ContainsAny(text, "<>=") || strings.HasPrefix(text, "if(") {
		return d.read(text)
	}
	e, err := d.scope.Condition(text)
	if err != nil {
		d.Fatal(err)
	}
	return e.ID()
}

func TestGuardThatIsUnknownDoesNotFire(t *testing.T) {
	z := strategy(t, "abs(a) => a when a >= 0")
	d := newDesk(t, "y > 0")
	id := d.read("abs(x)+abs(y)+abs(x*y)")
	out := d.run(z, id, rewrite.Region{Guard: d.guard()}, rewrite.Budget{})
	if got, want := out.Result, d.read("abs(x)+y+abs(x*y)"); got != want {
		t.Errorf("%s", d.text(got))
	}
	if out := d.run(z, id, rewrite.Region{}, rewrite.Budget{}); out.Result != id || len(out.Steps) != 0 {
		t.Errorf("without a guard: %s", d.text(out.Result))
	}
}

func TestGuardIsAskedOnceForACondition(t *testing.T) {
	z := strategy(t, "abs(a) => a when a >= 0", "abs(a) => -a when a <= 0")
	d := newDesk(t)
	asked := map[symbolic.ID]int{}
	guard := func(cond symbolic.ID) bool { asked[cond]++; return false }
	d.run(z, d.read("abs(x)+sin(abs(x))+y*abs(x)"), rewrite.Region{Guard: guard}, rewrite.Budget{})
	if len(asked) != 2 {
		t.Errorf("%d conditions", len(asked))
	}
	for cond, n := range asked {
		if n != 1 {
			t.Errorf("%s: asked %d times", d.text(cond), n)
		}
	}
}

func TestFirstRuleOfTheListIsUsed(t *testing.T) {
	for _, c := range []struct {
		first, second, want string
	}{
		{"tan(a) => sin(a)/cos(a)", "tan(a) => 1/cot(a)", "sin(x)/cos(x)"},
		{"tan(a) => 1/cot(a)", "tan(a) => sin(a)/cos(a)", "1/cot(x)"},
	} {
		d := newDesk(t)
		out := d.run(strategy(t, c.first, c.second), d.read("tan(x)"), rewrite.Region{}, rewrite.Budget{})
		if got := d.text(out.Result); got != c.want {
			t.Errorf("%s: %s", c.first, got)
		}
	}
}

// What may be reached only in part of the region is left alone, and what is
// bound by a dummy index.
func TestBranchesAndBindersAreLeftAlone(t *testing.T) {
	z := strategy(t, tidy...)
	for _, text := range []string{
		"if(x > 0, exp(log(x)), x)",
		"if(exp(log(x)) > 0, x, y)",
		"sum(j, 1, n, exp(log(a[j])))",
		"prod(j, 1, n, 1+abs(j))",
		"diff(abs(x), x)",
	} {
		d := newDesk(t, "x >= 0")
		id := d.read(text)
		out := d.run(z, d.s.Apply(d.s.FuncOf(d.read("sin(x)")), id), rewrite.Region{Guard: d.guard()}, rewrite.Budget{})
		if len(out.Steps) != 0 {
			t.Errorf("%s became %s", text, d.text(out.Result))
		}
	}
}

func TestRegionsOfBranches(t *testing.T) {
	z := strategy(t, tidy...)
	d := newDesk(t)
	id := d.read("y*if(x > 0, abs(x), if(x > -1, abs(x)+abs(y), exp(log(exp(log(x))))))")
	out := d.run(z, id, d.branches(assume.New(d.scope)), rewrite.Budget{})
	if got, want := out.Result, d.read("y*if(x > 0, x, if(x > -1, -x+abs(y), x))"); got != want || out.Stop != rewrite.Done {
		t.Errorf("%s, %s", d.text(got), out.Stop)
	}
	p := out.Proof()
	d.replay(p, id, out.Result, d.askBranches(p))
	for i := range p.Equations { // the same in another region
		if p.Equations[i].Step != nil && p.Equations[i].Scope == 1 {
			p.Equations[i].Scope = 2
		}
	}
	if err := d.check(p, id, out.Result, d.askBranches(p)); err == nil {
		t.Error("a proof with an equation in a wrong region was accepted")
	}
}

// branches is a region in whose branches their conditions are known.
func (d *desk) branches(facts *assume.Facts) rewrite.Region {
	return rewrite.Region{
		Guard: func(cond symbolic.ID) bool { return facts.Holds(d.s.Expr(cond)) == assume.Yes },
		Enter: func(node symbolic.ID, operand int) (rewrite.Region, bool) {
			if d.s.Kind(node) != symbolic.If || operand == 0 {
				return rewrite.Region{}, false
			}
			return d.branches(facts.With(d.s.Expr(d.branch(node, operand)))), true
		},
	}
}

// branch returns the condition under which a branch is reached.
func (d *desk) branch(node symbolic.ID, operand int) symbolic.ID {
	cond := d.s.Operands(node)[0]
	if operand == 2 {
		return d.s.Not(cond)
	}
	return cond
}

// askBranches answers the guards of a proof by its scopes.
func (d *desk) askBranches(p *rewrite.Proof) func(scope int, cond symbolic.ID) bool {
	return func(scope int, cond symbolic.ID) bool {
		facts := assume.New(d.scope)
		for ; p.Scopes[scope].Parent >= 0; scope = p.Scopes[scope].Parent {
			facts = facts.With(d.s.Expr(d.branch(p.Scopes[scope].Node, p.Scopes[scope].Operand)))
		}
		return facts.Holds(d.s.Expr(cond)) == assume.Yes
	}
}

// A conditional that its branches make superfluous disappears.
func TestBranchesThatBecomeEqual(t *testing.T) {
	z := strategy(t, "exp(log(a)) => a", "log(exp(a)) => a")
	d := newDesk(t)
	id := d.read("1+if(x > 0, exp(log(x)), log(exp(x)))")
	out := d.run(z, id, d.branches(assume.New(d.scope)), rewrite.Budget{})
	if out.Result != d.read("1+x") {
		t.Errorf("%s", d.text(out.Result))
	}
	d.replay(out.Proof(), id, out.Result, func(int, symbolic.ID) bool { return false })
}

func TestLongChainsOfConditionals(t *testing.T) {
	z := strategy(t, "exp(log(a)) => a")
	d := newDesk(t)
	x, n := d.s.Sym("x"), 5_000
	inner := d.read("exp(log(x))")
	id := inner
	for i := range n {
		id = d.s.If(d.s.Relate(symbolic.Less, x, d.s.Int(int64(i)+300)), inner, id)
	}
	var enter func(node symbolic.ID, operand int) (rewrite.Region, bool)
	enter = func(node symbolic.ID, operand int) (rewrite.Region, bool) {
		return rewrite.Region{Enter: enter}, d.s.Kind(node) == symbolic.If && operand > 0
	}
	out := d.run(z, id, rewrite.Region{Enter: enter}, rewrite.Budget{})
	if out.Result != x {
		t.Error("the conditionals are not gone")
	}
	d.replay(out.Proof(), id, x, func(int, symbolic.ID) bool { return false })
}

func TestBodiesOfSumsWithARegion(t *testing.T) {
	z := strategy(t, "abs(a) => a when a >= 0")
	d := newDesk(t)
	id := d.read("x*sum(j, 1, n, abs(j))")
	region := rewrite.Region{Enter: func(node symbolic.ID, operand int) (rewrite.Region, bool) {
		if operand == 0 {
			t.Error("asked about the dummy")
		}
		return rewrite.Region{Guard: func(cond symbolic.ID) bool { return d.text(cond) == "j >= 0" }}, operand == 3
	}}
	out := d.run(z, id, region, rewrite.Budget{})
	if out.Result != d.read("x*sum(j, 1, n, j)") {
		t.Errorf("%s", d.text(out.Result))
	}
	d.replay(out.Proof(), id, out.Result, func(scope int, cond symbolic.ID) bool { return scope == 1 && d.text(cond) == "j >= 0" })
}

func TestBudgetsEndRulesThatDoNot(t *testing.T) {
	for _, c := range []struct {
		rule   string
		budget rewrite.Budget
		stop   rewrite.Stop
	}{
		{"sin(a) => sin(a+1)", rewrite.Budget{Steps: 100}, rewrite.OutOfSteps},
		{"sin(a) => sin(a+1)", rewrite.Budget{Nodes: 100}, rewrite.OutOfNodes},
		{"sin(a) => sin(a+1)", rewrite.Budget{Work: 100}, rewrite.OutOfWork},
	} {
		d := newDesk(t)
		id := d.read("x*sin(y)+exp(sin(z))")
		z := strategy(t, c.rule)
		out := d.run(z, id, rewrite.Region{}, c.budget)
		if out.Stop != c.stop || len(out.Steps) == 0 || len(out.Steps) > 200 {
			t.Errorf("%s, %+v: %d steps, %s", c.rule, c.budget, len(out.Steps), out.Stop)
		}
		d.replay(out.Proof(), id, out.Result, func(int, symbolic.ID) bool { return false })
	}
}

func TestCirclesEnd(t *testing.T) {
	for _, list := range [][]string{
		{"sin(a) => cos(a)", "cos(a) => sin(a)"},
		{"sin(a) => exp(sin(a))"},
		{"sin(a) => cos(1+a)", "cos(a) => sin(a-1)"},
		{"sin(a)*cos(b) => sin(a)+cos(b)", "sin(a)+cos(b) => sin(a)*cos(b)"},
	} {
		d := newDesk(t)
		id := d.read("x*sin(y)*cos(z)+exp(sin(z))")
		out := d.run(strategy(t, list...), id, rewrite.Region{}, rewrite.Budget{})
		if out.Stop != rewrite.Loop {
			t.Errorf("%s: %s, %s", list, d.text(out.Result), out.Stop)
		}
		d.replay(out.Proof(), id, out.Result, func(int, symbolic.ID) bool { return false })
	}
}

func TestFullStoreIsAnError(t *testing.T) {
	s := symbolic.NewStoreLimits(symbolic.Limits{Nodes: 200})
	r := rule("sin(a) => sin(a+1)")
	z, err := rewrite.NewStrategy(r)
	if err != nil {
		t.Fatal(err)
	}
	id := s.Import(r.Forms().Store, r.Forms().From.ID(), nil)
	out, err := z.Run(s, id, rewrite.Region{}, rewrite.Budget{})
	if full := (*symbolic.LimitError)(nil); !errors.As(err, &full) || out != nil {
		t.Errorf("%v", err)
	}
}

func TestDeepTermsDoNotRecurse(t *testing.T) {
	d := newDesk(t)
	x := d.read("x")
	exp, log := d.s.FuncOf(d.read("exp(x)")), d.s.FuncOf(d.read("log(x)"))
	id := x
	for range 200_000 {
		id = d.s.Apply(log, d.s.Apply(exp, id))
	}
	out := d.run(strategy(t, tidy...), id, rewrite.Region{}, rewrite.Budget{})
	if out.Result != x {
		t.Error("it is not x")
	}
	d.replay(out.Proof(), id, x, func(int, symbolic.ID) bool { return false })
}

// Each distinct node is looked at once, however often it occurs.
func TestSharedNodesAreRewrittenOnce(t *testing.T) {
	d := newDesk(t)
	id := d.read("exp(log(x))")
	for range 100 {
		id = d.s.Add(d.s.Mul(id, id), d.s.Apply(d.s.FuncOf(d.read("sin(x)")), id))
	}
	out := d.run(strategy(t, tidy...), id, rewrite.Region{}, rewrite.Budget{})
	if len(out.Steps) != 1 {
		t.Errorf("%d steps", len(out.Steps))
	}
}

// Shuffled operands and other names give the same result up to these, for rules
// that are confluent.
func TestOrderAndNamesDoNotMatter(t *testing.T) {
	z := strategy(t, tidy...)
	terms := []string{"log(p)", "log(q)", "3*sin(p+q)^2", "3*cos(p+q)^2", "exp(p)*exp(q)*r", "sqrt(r^2)", "sin(q)*2*cos(q)", "log(r)"}
	want := "log(p*q*r)+3+r*exp(p+q)+abs(r)+sin(2*q)"
	for _, names := range []string{"pqr", "xyz", "bac", "uwv", "rqp"} {
		rename := func(text string) string {
			return regexp.MustCompile(`\b[pqr]\b`).ReplaceAllStringFunc(text, func(x string) string {
				return string(names[strings.Index("pqr", x)])
			})
		}
		for shift := range terms {
			d := newDesk(t)
			var list []string
			for i := range terms {
				list = append(list, rename(terms[(i*3+shift)%len(terms)]))
			}
			out := d.run(z, d.read(strings.Join(list, "+")), rewrite.Region{}, rewrite.Budget{})
			if out.Result != d.read(rename(want)) {
				t.Errorf("%s: %s, want %s", list, d.text(out.Result), rename(want))
			}
		}
	}
}

func TestRulesAreKeptInOrder(t *testing.T) {
	a, b := rule("one: sin(a) => cos(a)"), rule("two: exp(a) => 1+a")
	z, err := rewrite.NewStrategy(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if got := z.Rules(); len(got) != 2 || got[0] != a || got[1] != b {
		t.Errorf("%v", got)
	}
	if _, err := rewrite.NewStrategy(a, &rules.Rule{Name: "no-pattern", From: "a+0", To: "a"}); err == nil {
		t.Error("no error for a rule without a pattern")
	}
}

package rewrite_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// Rules for searching, of which many do not make anything simpler.
var explore = []string{
	"distribute: a*(b+c) => a*b+a*c",
	"factor: a*b+a*c => a*(b+c)",
	"pythagoras: sin(a)^2+cos(a)^2 => 1",
	"sine-squared: sin(a)^2 => 1-cos(a)^2",
	"tangent: tan(a) => sin(a)/cos(a)",
	"double-sine: sin(2*a) => 2*sin(a)*cos(a)",
	"sine-of-sum: sin(a+b) => sin(a)*cos(b)+cos(a)*sin(b)",
	"product-of-exponentials: exp(a)*exp(b) => exp(a+b)",
	"exponential-of-sum: exp(a+b) => exp(a)*exp(b)",
	"power-of-exponential: exp(a)^n => exp(n*a)",
	"exp-of-log: exp(log(a)) => a",
	"log-of-exp: log(exp(a)) => a",
	"log-of-product: log(a*b) => log(a)+log(b) when a > 0 and b > 0",
	"sum-of-logarithms: log(a)+log(b) => log(a*b)",
	"log-of-power: log(a^n) => n*log(a) when a > 0",
	"square: (a+b)^2 => a^2+2*a*b+b^2",
	"difference-of-squares: a^2-b^2 => (a+b)*(a-b)",
	"absolute-value: abs(a) => a when a >= 0",
	"square-root-of-square: sqrt(a^2) => abs(a)",
	"hyperbolic-sine: sinh(a) => (exp(a)-exp(-a))/2",
	"hyperbolic-cosine: cosh(a) => (exp(a)+exp(-a))/2",
	"logistic: sigmoid(a) => 1/(1+exp(-a))",
	"conditional-absolute-value: if(a >= 0, a, -a) => abs(a)",
}

func (d *desk) saturate(g *rewrite.Graph, z *rewrite.Strategy, o rewrite.Search) rewrite.Report {
	d.Helper()
	r, err := g.Saturate(z, o)
	if err != nil {
		d.Fatal(err)
	}
	return r
}

// assumed answers the equations that a test assumes, and its guard.
func (d *desk) assumed(guard rewrite.Guard, equations ...symbolic.ID) func(int, symbolic.ID) bool {
	return func(scope int, cond symbolic.ID) bool {
		for _, e := range equations {
			if e == cond {
				return true
			}
		}
		return scope == 0 && guard(cond)
	}
}

func TestSaturateProves(t *testing.T) {
	z := strategy(t, explore...)
	for _, c := range []struct{ given, start, goal string }{
		{"", "x*(y+1)", "x*y+x"},
		{"", "x*y+x*z", "x*(y+z)"},
		{"", "x*sin(y)^2+x*cos(y)^2", "x"},
		{"", "2*sin(x)*cos(x)", "sin(2*x)"},
		{"", "sin(2*x)/cos(x)", "2*sin(x)"},
		{"", "sin(x+y)-cos(x)*sin(y)", "sin(x)*cos(y)"},
		{"", "exp(x)*exp(y)", "exp(x+y)"},
		{"", "exp(x+y)/exp(y)", "exp(x)"},
		{"", "exp(x+log(y))", "y*exp(x)"},
		{"", "(x+1)^2-x^2", "2*x+1"},
		{"", "(x+y)^2-(x-y)^2", "4*x*y"},
		{"", "x^2-y^2", "(x-y)*(x+y)"},
		{"", "tan(x)*cos(x)", "sin(x)"},
		{"", "tan(x)*cos(x)+z", "sin(x)+z"},
		{"", "1-cos(log(exp(x)))^2", "sin(x)^2"},
		{"x > 0; y > 0", "log(x*y)-log(y)", "log(x)"},
		{"x > 0", "log(x^2)", "2*log(x)"},
		{"x > 0; y > 0", "log(x^2*y^3)", "2*log(x)+3*log(y)"},
		{"x >= 0", "sqrt(x^2)", "x"},
		{"", "cosh(x)^2-sinh(x)^2", "1"},
		{"", "cosh(x)+sinh(x)", "exp(x)"},
		{"", "sigmoid(x)*(1+exp(-x))", "1"},
		{"", "1+if(x >= 0, x, -x)", "abs(x)+1"},
		{"", "sin(exp(x)*exp(y))*tan(exp(x+y))", "tan(exp(y)*exp(x))*sin(exp(x+y))"},
	} {
		var given []string
		if c.given != "" {
			given = strings.Split(c.given, "; ")
		}
		d := newDesk(t, given...)
		x, y, guard := d.read(c.start), d.read(c.goal), d.guard()
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(x); err != nil {
			t.Fatal(err)
		}
		r := d.saturate(g, z, rewrite.Search{Guard: guard, Until: [2]symbolic.ID{x, y}, Budget: rewrite.Budget{Iterations: 12, Nodes: 20_000}})
		if r.Stop != rewrite.Reached {
			t.Errorf("%s = %s: %s after %d iterations, %d steps, %d nodes", c.start, c.goal, r.Stop, r.Iterations, r.Steps, g.Len())
			continue
		}
		p, err := g.Explain(x, y)
		if err != nil {
			t.Fatal(err)
		}
		d.replay(p, x, y, here(guard))
		if testing.Verbose() {
			t.Logf("%s = %s: %d iterations, %d steps, %d nodes\n%s", c.start, c.goal, r.Iterations, r.Steps, g.Len(), d.proof(p))
		}
	}
}

func TestSaturateDoesNotProve(t *testing.T) {
	z := strategy(t, explore...)
	for _, c := range []struct{ given, start, goal string }{
		{"", "x+y", "x/y"},
		{"", "log(x^2)", "2*log(x)"},
		{"", "log(x*y)", "log(x)+log(y)"},
		{"x > 0", "log(x*y)", "log(x)+log(y)"},
		{"", "sqrt(x^2)", "x"},
		{"x <= 0", "sqrt(x^2)", "x"},
		{"", "if(x > 0, exp(log(x)), x)", "abs(x)"},
		{"", "if(x > 0, exp(log(x)), x)", "x"},
		{"", "if(x >= 0, x, -x)", "x"},
		{"", "sum(j, 1, n, exp(log(j)))", "sum(j, 1, n, j)"},
	} {
		var given []string
		if c.given != "" {
			given = strings.Split(c.given, "; ")
		}
		d := newDesk(t, given...)
		x, y := d.read(c.start), d.read(c.goal)
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(x); err != nil {
			t.Fatal(err)
		}
		r := d.saturate(g, z, rewrite.Search{Guard: d.guard(), Budget: rewrite.Budget{Iterations: 6, Nodes: 2000}})
		if err := g.Add(y); err != nil {
			t.Fatal(err)
		}
		if r.Stop == rewrite.Contradicts || g.Same(x, y) {
			t.Errorf("%s = %s: %s", c.start, c.goal, r.Stop)
		}
		if _, err := g.Explain(x, y); err == nil {
			t.Errorf("%s = %s is explained", c.start, c.goal)
		}
	}
}

// What stands in a branch has a value only there. In the class of x it would make
// every x positive.
func TestTermsOfBranchesAreNotInTheGraph(t *testing.T) {
	d := newDesk(t)
	id := d.read("if(x > 0, exp(log(x)), x)")
	inner := d.read("exp(log(x))")
	abs := d.read("abs(x)")
	// A guard that reads "exp is positive" off the members of the class.
	g := rewrite.NewGraph(d.s, nil)
	guard := func(cond symbolic.ID) bool {
		ops := d.s.Operands(cond)
		for _, m := range g.Members(ops[1]) {
			if d.s.Name(m) == "exp" {
				return true
			}
		}
		return false
	}
	z := strategy(t, "exp-of-log: exp(log(a)) => a", "abs(a) => a when a >= 0")
	r := d.saturate(g, z, rewrite.Search{Guard: guard, Until: [2]symbolic.ID{id, abs}})
	if r.Stop != rewrite.Done || g.Has(inner) || g.Same(id, abs) || g.Same(d.read("x"), abs) {
		t.Errorf("%s, %v", r.Stop, g.Has(inner))
	}
	// The same term where it is reached: now x is positive, and so says the graph.
	if err := g.Add(inner); err != nil {
		t.Fatal(err)
	}
	d.saturate(g, z, rewrite.Search{Guard: guard, Until: [2]symbolic.ID{d.read("x"), abs}})
	if !g.Same(d.read("x"), abs) {
		t.Error("abs(x) = x was not found where exp(log(x)) has a value")
	}
}

func TestGuardUnknownDoesNotFireInTheGraph(t *testing.T) {
	d := newDesk(t, "y > 0")
	x, y := d.read("abs(x)"), d.read("abs(y)")
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(x, y); err != nil {
		t.Fatal(err)
	}
	r := d.saturate(g, strategy(t, "abs(a) => a when a >= 0"), rewrite.Search{Guard: d.guard()})
	if r.Steps != 1 || !g.Same(y, d.read("y")) || g.Same(x, d.read("x")) {
		t.Errorf("%+v", r)
	}
}

func TestCongruence(t *testing.T) {
	for _, c := range []struct {
		assume []string // "x = y"
		start  string
		goal   string
		equal  bool
	}{
		{[]string{"x = y"}, "sin(x)", "sin(y)", true},
		{[]string{"x = y"}, "sin(cos(exp(x)))", "sin(cos(exp(y)))", true},
		{[]string{"x = y"}, "x-y", "0", true},
		{[]string{"x = y"}, "x/y", "1", true},
		{[]string{"x = y", "y = z"}, "sin(x)+z", "sin(z)+y", true},
		{[]string{"x = 2"}, "x^2+3", "7", true},
		{[]string{"x = 2", "y = x+1"}, "z^y", "z^3", true},
		{[]string{"2*x = y"}, "sin(x)", "sin(y/2)", true},
		{[]string{"2*x = y"}, "3*x+z", "3/2*y+z", true},
		{[]string{"2*x = 3*y"}, "exp(y)", "exp(2/3*x)", true},
		{[]string{"x^2 = y"}, "z*x^2", "z*y", true},
		{[]string{"x+y = z"}, "sin(x+y)*(x+y)", "z*sin(z)", true},
		{[]string{"x = sin(x)"}, "sin(sin(sin(x)))", "x", true},
		{[]string{"x = x+y"}, "exp(x+y)", "exp(x)", true},
		{[]string{"x = 2*x"}, "sin(4*x)", "sin(x)", true},
		{[]string{"x = y"}, "if(x > 0, 1, 2)", "if(y > 0, 1, 2)", false},
		{[]string{"x = y"}, "sum(j, 1, n, x)", "sum(j, 1, n, y)", false},
		{[]string{"x = y"}, "sin(x)", "sin(z)", false},
		{[]string{"x*y = z"}, "x*y*w", "z*w", true},
	} {
		d := newDesk(t)
		var equations []symbolic.ID
		x, y := d.read(c.start), d.read(c.goal)
		for late := range 2 { // the terms before and after the equations
			g := rewrite.NewGraph(d.s, nil)
			if late == 0 {
				if err := g.Add(x, y); err != nil {
					t.Fatal(err)
				}
			}
			for _, a := range c.assume {
				l, r, _ := strings.Cut(a, " = ")
				u, v := d.read(l), d.read(r)
				equations = append(equations, d.s.Relate(symbolic.Equal, u, v))
				if err := g.Assume(u, v); err != nil {
					t.Fatal(err)
				}
			}
			if err := g.Add(x, y); err != nil {
				t.Fatal(err)
			}
			d.canonical(g)
			d.saturate(g, strategy(t), rewrite.Search{Budget: rewrite.Budget{Nodes: 200}})
			if g.Same(x, y) != c.equal {
				t.Errorf("%s: %s = %s is %t", c.assume, c.start, c.goal, !c.equal)
				continue
			}
			if c.equal {
				p, err := g.Explain(x, y)
				if err != nil {
					t.Fatal(err)
				}
				d.replay(p, x, y, d.assumed(func(symbolic.ID) bool { return false }, equations...))
			}
			d.canonical(g)
		}
	}
}

// canonical checks the invariant of a graph: the node with representatives as
// parts is in the class of each.
func (d *desk) canonical(g *rewrite.Graph) {
	d.Helper()
	for i := range d.s.Size() {
		id := symbolic.ID(i)
		if !g.Has(id) {
			continue
		}
		parts := rewrite.Parts(d.s, nil, id)
		for k, p := range parts {
			if !g.Has(p) {
				d.Errorf("%s has the part %s, which the graph does not have", d.text(id), d.text(p))
			}
			parts[k] = g.Representative(p)
		}
		if z := rewrite.Join(d.s, id, parts); !g.Same(id, z) {
			d.Errorf("%s is not known to be %s", d.text(id), d.text(z))
		}
		for _, m := range g.Members(id) {
			if !g.Same(m, id) {
				d.Errorf("%s is a member of the class of %s", d.text(m), d.text(id))
			}
		}
	}
}

func TestInvariantAfterSaturation(t *testing.T) {
	d := newDesk(t, "x > 0", "y > 0")
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(d.read("exp(log(x)+y)*sin(2*x)+log(x*y)*tan(x)^2")); err != nil {
		t.Fatal(err)
	}
	d.saturate(g, strategy(t, explore...), rewrite.Search{Guard: d.guard(), Budget: rewrite.Budget{Iterations: 4}})
	d.canonical(g)
}

func TestSaturateStops(t *testing.T) {
	grow := "sin(a) => sin(a+1)"
	for _, c := range []struct {
		rule   string
		budget rewrite.Budget
		stop   rewrite.Stop
	}{
		{"sin(a) => cos(a)", rewrite.Budget{}, rewrite.Done},
		{"exp(log(a)) => a", rewrite.Budget{}, rewrite.Done},
		{grow, rewrite.Budget{Steps: 5}, rewrite.OutOfSteps},
		{grow, rewrite.Budget{Nodes: 50}, rewrite.OutOfNodes},
		{grow, rewrite.Budget{Work: 50}, rewrite.OutOfWork},
		{grow, rewrite.Budget{Iterations: 5}, rewrite.OutOfIterations},
		{"sin(a) => 1", rewrite.Budget{}, rewrite.Contradicts},
	} {
		d := newDesk(t)
		g := rewrite.NewGraph(d.s, nil)
		x := d.read("sin(x)")
		if err := g.Add(x, d.read("exp(log(sin(y)))")); err != nil {
			t.Fatal(err)
		}
		if c.stop == rewrite.Contradicts {
			if err := g.Assume(x, d.read("2")); err != nil {
				t.Fatal(err)
			}
		}
		r := d.saturate(g, strategy(t, c.rule), rewrite.Search{Budget: c.budget})
		if r.Stop != c.stop {
			t.Errorf("%s, %+v: %s", c.rule, c.budget, r.Stop)
		}
		if c.budget.Steps > 0 && r.Steps > c.budget.Steps || c.budget.Iterations > 0 && r.Iterations > c.budget.Iterations {
			t.Errorf("%s, %+v: %+v", c.rule, c.budget, r)
		}
	}
}

// A rule that matches everywhere is left out for some rounds, and the others
// get on.
func TestRulesThatMatchTooOftenWait(t *testing.T) {
	d := newDesk(t)
	var terms []string
	for i := range 60 {
		terms = append(terms, fmt.Sprintf("sin(x_%d)*y_%d", i, i))
	}
	x, y := d.read(strings.Join(terms, "+")+"+exp(log(z))"), d.read(strings.Join(terms, "+")+"+z")
	g := rewrite.NewGraph(d.s, nil)
	r := d.saturate(g, strategy(t, "a*sin(b)+c*sin(d) => c*sin(d)+a*sin(b)+0*hypot(a,b)+sin(0)", "exp(log(a)) => a"),
		rewrite.Search{Until: [2]symbolic.ID{x, y}})
	if r.Stop != rewrite.Reached || r.Steps != 1 {
		t.Errorf("%+v", r)
	}
}

// It comes back, and is allowed more then.
func TestRulesThatWaitedComeBack(t *testing.T) {
	d := newDesk(t)
	var terms []string
	for i := range 40 {
		terms = append(terms, fmt.Sprintf("log(x_%d)", i))
	}
	x, y := d.read(strings.Join(terms, "+")), d.read("log(x_0*x_1)+"+strings.Join(terms[2:], "+"))
	g := rewrite.NewGraph(d.s, nil)
	r := d.saturate(g, strategy(t, "log(a)+log(b) => log(a*b)"), rewrite.Search{Until: [2]symbolic.ID{x, y}})
	if r.Stop != rewrite.Reached || r.Iterations < 2 || r.Steps < 1500 {
		t.Errorf("%+v", r)
	}
}

func TestExtract(t *testing.T) {
	z := strategy(t, explore...)
	for _, c := range []struct{ given, start, want string }{
		{"", "x*y+x*z", "x*(y+z)"},
		{"", "exp(x)*exp(y)*exp(z)", "exp(x+y+z)"},
		{"", "3*sin(x)^2+3*cos(x)^2+y", "y+3"},
		{"x > 0; y > 0", "log(x*y)-log(y)", "log(x)"},
		{"", "(x+1)^2-2*x-1", "x^2"},
		{"", "x+1", "x+1"},
	} {
		var given []string
		if c.given != "" {
			given = strings.Split(c.given, "; ")
		}
		d := newDesk(t, given...)
		id, guard := d.read(c.start), d.guard()
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(id); err != nil {
			t.Fatal(err)
		}
		d.saturate(g, z, rewrite.Search{Guard: guard, Budget: rewrite.Budget{Iterations: 5, Nodes: 5000}})
		best, err := g.Extract(id, nil)
		if err != nil {
			t.Fatal(err)
		}
		if d.text(best) != c.want {
			t.Errorf("%s: %s, want %s", c.start, d.text(best), c.want)
		}
		p, err := g.Explain(id, best)
		if err != nil {
			t.Fatal(err)
		}
		d.replay(p, id, best, here(guard))
	}
}

func TestExtractByAnotherCost(t *testing.T) {
	d := newDesk(t)
	id := d.read("sin(x)^2*(y+z)")
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(id); err != nil {
		t.Fatal(err)
	}
	d.saturate(g, strategy(t, explore...), rewrite.Search{Guard: d.guard(), Budget: rewrite.Budget{Iterations: 5}})
	// Sines are not wanted, nor are products of sums.
	best, err := g.Extract(id, func(s *symbolic.Store, id symbolic.ID, parts []int) int {
		z := rewrite.Size(s, id, parts)
		if s.Name(id) == "sin" {
			z += 100
		}
		for _, p := range rewrite.Parts(s, nil, id) {
			if s.Kind(id) == symbolic.Product && s.Kind(p) == symbolic.Sum {
				z += 100
			}
		}
		return z
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.text(best); got != "y+z-y*cos(x)^2-z*cos(x)^2" {
		t.Error(got)
	}
	p, err := g.Explain(id, best)
	if err != nil {
		t.Fatal(err)
	}
	d.replay(p, id, best, here(func(symbolic.ID) bool { return false }))
	if _, err := g.Extract(d.read("x^77"), nil); err == nil {
		t.Error("no error for a node that is not there")
	}
}

// A term that doubles with each level costs more than can be counted, and is
// extracted in proportion to its distinct nodes.
func TestExtractionOfSharedTermsIsLinear(t *testing.T) {
	d := newDesk(t)
	id, want := d.read("exp(log(x))"), d.read("x")
	sin, hypot := d.s.FuncOf(d.read("sin(x)")), d.s.FuncOf(d.read("hypot(x, y)"))
	for range 2000 {
		id = d.s.Apply(hypot, id, d.s.Apply(sin, id))
		want = d.s.Apply(hypot, want, d.s.Apply(sin, want))
	}
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(id); err != nil {
		t.Fatal(err)
	}
	d.saturate(g, strategy(t, "exp(log(a)) => a"), rewrite.Search{})
	best, err := g.Extract(id, nil)
	if err != nil {
		t.Fatal(err)
	}
	if best != want {
		t.Error("not the cheapest")
	}
	p, err := g.Explain(id, best)
	if err != nil {
		t.Fatal(err)
	}
	d.replay(p, id, best, here(func(symbolic.ID) bool { return false }))
	if len(p.Equations) > 5000 {
		t.Errorf("%d equations", len(p.Equations))
	}
}

func TestFullStoreEndsTheSearch(t *testing.T) {
	s := symbolic.NewStoreLimits(symbolic.Limits{Nodes: 400})
	r := rule("sin(a) => sin(a+1)")
	id := s.Import(r.Forms().Store, r.Forms().From.ID(), nil)
	g := rewrite.NewGraph(s, nil)
	if err := g.Add(id); err != nil {
		t.Fatal(err)
	}
	var full *symbolic.LimitError
	if _, err := g.Saturate(strategy(t, "sin(a) => sin(a+1)"), rewrite.Search{Budget: rewrite.Budget{Iterations: 1000}}); !errors.As(err, &full) {
		t.Errorf("%v", err)
	}
}

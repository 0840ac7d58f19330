package rewrite_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// explained saturates from one formula and proves that it is equal to another.
func (d *desk) explained(z *rewrite.Strategy, start, goal string) (*rewrite.Proof, symbolic.ID, symbolic.ID) {
	d.Helper()
	x, y := d.read(start), d.read(goal)
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(x, y); err != nil {
		d.Fatal(err)
	}
	r := d.saturate(g, z, rewrite.Search{Guard: d.guard(), Until: [2]symbolic.ID{x, y}})
	if r.Stop != rewrite.Reached && x != y {
		d.Fatalf("%s = %s: %s", start, goal, r.Stop)
	}
	p, err := g.Explain(x, y)
	if err != nil {
		d.Fatal(err)
	}
	return p, x, y
}

func TestExplanations(t *testing.T) {
	z := strategy(t, explore...)
	for _, c := range []struct{ start, goal, want string }{
		{"log(2)", "log(2)", `
0: log(2) = log(2) by chain
`},
		{"y+exp(log(x))", "y+x", `
0: exp(log(x)) = x by rule exp-of-log with a = x
1: y+exp(log(x)) = y+x by equal parts 0
`},
		{"sin(exp(log(x)))^2+cos(x)^2", "1", `
0: exp(log(x)) = x by rule exp-of-log with a = x
1: sin(exp(log(x))) = sin(x) by equal parts 0
2: sin(exp(log(x)))^2 = sin(x)^2 by equal parts 1
3: sin(exp(log(x)))^2+cos(x)^2 = cos(x)^2+sin(x)^2 by equal parts 2
4: cos(x)^2+sin(x)^2 = 1 by rule pythagoras with a = x
5: sin(exp(log(x)))^2+cos(x)^2 = 1 by chain 3 4
`},
		{"tan(x)*cos(x)", "sin(x)", `
0: tan(x) = sin(x)/cos(x) by rule tangent with a = x
1: cos(x)*tan(x) = sin(x) by equal parts 0
`},
		{"sin(x)", "tan(x)*cos(x)", `
0: tan(x) = sin(x)/cos(x) by rule tangent with a = x
1: cos(x)*tan(x) = sin(x) by equal parts 0
2: sin(x) = cos(x)*tan(x) by chain 1'
`},
		{"sin(2*x)/cos(x)", "2*sin(x)", `
0: sin(2*x) = 2*cos(x)*sin(x) by rule double-sine with a = x
1: sin(2*x)/cos(x) = 2*sin(x) by equal parts 0
`},
	} {
		d := newDesk(t)
		p, x, y := d.explained(z, c.start, c.goal)
		d.replay(p, x, y, here(d.guard()))
		if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), d.proof(p)); diff != "" {
			t.Errorf("%s = %s (-want +got):\n%s", c.start, c.goal, diff)
		}
	}
}

// What has been found twice is explained by the shorter way, whichever was
// first.
func TestExplanationIsShortest(t *testing.T) {
	d := newDesk(t)
	g := rewrite.NewGraph(d.s, nil)
	names := []string{"a", "b", "c", "d", "f", "g"}
	for i := 1; i < len(names); i++ {
		if err := g.Assume(d.read(names[i-1]), d.read(names[i])); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.Assume(d.read("a"), d.read("f")); err != nil {
		t.Fatal(err)
	}
	p, err := g.Explain(d.read("a"), d.read("g"))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Equations) != 3 || len(p.Equations[2].Uses) != 2 {
		t.Errorf("\n%s", d.proof(p))
	}
}

func TestExplanationsAreTheSameOnEveryRun(t *testing.T) {
	z := strategy(t, explore...)
	var first string
	for range 5 {
		d := newDesk(t, "x > 0", "y > 0")
		p, _, _ := d.explained(z, "cosh(x)^2-sinh(x)^2+log(x^2*y^3)+sin(2*x)/cos(x)", "1+2*log(x)+3*log(y)+2*sin(x)")
		if text := d.proof(p); first == "" {
			first = text
		} else if text != first {
			t.Fatalf("%s\nand\n%s", first, text)
		}
	}
}

// A test that finds nothing proves little unless it finds what is wrong.
func TestWrongProofsAreRejected(t *testing.T) {
	z := strategy(t, explore...)
	read := func() (*desk, *rewrite.Proof, symbolic.ID, symbolic.ID) {
		d := newDesk(t, "x > 0", "y > 0")
		p, x, y := d.explained(z, "sin(exp(log(x))*y)^2+cos(x*y)^2+sqrt(x^2)+sin(2*y)/cos(y)", "1+x+2*sin(y)")
		return d, p, x, y
	}
	d, p, x, y := read()
	d.replay(p, x, y, here(d.guard()))
	if err := d.check(p, x, y, func(int, symbolic.ID) bool { return false }); err == nil {
		t.Error("accepted without its guard")
	}
	for i := range p.Equations {
		for name, spoil := range map[string]func(e *rewrite.Equation, d *desk) bool{
			"left":  func(e *rewrite.Equation, d *desk) bool { e.Left = d.read("q"); return true },
			"right": func(e *rewrite.Equation, d *desk) bool { e.Right = d.read("q"); return true },
			"uses": func(e *rewrite.Equation, d *desk) bool {
				if len(e.Uses) > 0 {
					e.Uses = e.Uses[1:]
				}
				return e.Uses != nil
			},
			"direction": func(e *rewrite.Equation, d *desk) bool {
				if len(e.Uses) > 0 {
					e.Uses[0].Reversed = !e.Uses[0].Reversed
				}
				return len(e.Uses) > 0
			},
			"bindings": func(e *rewrite.Equation, d *desk) bool {
				if e.Step != nil {
					s := *e.Step
					s.Bindings = append([]symbolic.ID{d.read("q")}, s.Bindings[1:]...)
					e.Step = &s
				}
				return e.Step != nil
			},
			"scale": func(e *rewrite.Equation, d *desk) bool {
				if e.Step == nil || e.Step.Rule.Forms().From.Kind() == symbolic.Product {
					return false
				}
				s := *e.Step
				s.Scale = s.Scale.Add(rational.One)
				e.Step = &s
				return true
			},
			"rest": func(e *rewrite.Equation, d *desk) bool {
				if e.Step != nil {
					s := *e.Step
					s.Rest = d.read("q")
					e.Step = &s
				}
				return e.Step != nil
			},
		} {
			d, p, x, y := read()
			if spoil(&p.Equations[i], d) && d.check(p, x, y, here(d.guard())) == nil {
				t.Errorf("accepted with another %s in equation %d:\n%s", name, i, d.proof(p))
			}
		}
	}
}

func TestExplainOfUnequalNodesIsAnError(t *testing.T) {
	d := newDesk(t)
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(d.read("x+y")); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{"x", "y"}, {"x", "z"}, {"w", "w"}} {
		if _, err := g.Explain(d.read(c[0]), d.read(c[1])); err == nil {
			t.Errorf("%s", c)
		}
	}
}

package gradcheck_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/gradcheck"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// problem is that of a formula with its gradient, or with another text for it.
func problem(t testing.TB, text string, wrong ...string) gradcheck.Problem {
	t.Helper()
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	vars := scope.Variables(f)
	g, err := diff.Gradient(f, vars, diff.Options{})
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	for i, text := range wrong {
		w, err := scope.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		g.Partials[i] = w.Expr
	}
	p := gradcheck.Problem{Library: read.Default(), Value: f.Expr, Domain: f.Domain, Variables: vars, Gradient: g.Partials, Smooth: g.Conditions, Assumed: s.Expr(symbolic.True)}
	for i := range vars {
		p.Wrt = append(p.Wrt, i)
	}
	return p
}

func check(t testing.TB, p gradcheck.Problem, o gradcheck.Options) *gradcheck.Report {
	t.Helper()
	r, err := gradcheck.Check(p, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRightGradientsAgree(t *testing.T) {
	for _, text := range []string{
		"1/2*(sigmoid(w*x+b)-z)^2", "log(x)*sqrt(y)", "relu(w*x+b)^2", "abs(x*y)", "if(x > y, x^2, y*sin(x))", "sum(i, 1, 4, exp(-i*x))",
		"x^y", "(x-y)^20", "1e-30*x*y", "1e30*exp(x+y)", "sqrt(x^2+1)-x", "log(exp(a)+exp(b)+exp(c))", "max(x, y, x*y)", "atan2(x, y)", "gamma(x)/gamma(y)",
	} {
		r := check(t, problem(t, text), gradcheck.Options{})
		if !r.Agrees() || !r.Compared() || r.Points != 100 {
			t.Errorf("%s: %+v", text, r)
		}
	}
}

func TestWrongGradientsAreCaught(t *testing.T) {
	for _, c := range []struct{ f, wrong string }{
		{"x^3", "2*x^2"},                // a factor
		{"cos(x)", "sin(x)"},            // a sign
		{"exp(x)", "1.00003*exp(x)"},    // in the fifth digit
		{"sigmoid(x)", "sigmoid(x)"},    // a forgotten factor
		{"abs(x)", "1"},                 // on one side of a kink only
		{"1e-30*x^2", "3e-30*x"},        // among small numbers
		{"if(x > 2, x^2, x)", "1"},      // in a branch
		{"x+1e-3*x^2", "1+2.1e-3*x"},    // in a small term
		{"exp(x)-x", "exp(x)-1+1e-6"},   // a small term too many
		{"sin(x)", "0"},                 // nothing
		{"0*x+5", "1e-9"},               // nothing to find
		{"log(x)", "1/x+1e-6*floor(x)"}, // mostly right
	} {
		p := problem(t, c.f, c.wrong)
		r := check(t, p, gradcheck.Options{Points: 200})
		for m, e := range r.Entries[0] {
			if gradcheck.Method(m) == gradcheck.Difference && strings.Contains(c.wrong, "e-6") {
				continue // differences cannot see it
			}
			if e.Agrees {
				t.Errorf("d %s = %s passes by %v: %+v", c.f, c.wrong, gradcheck.Method(m), e)
			}
		}
		if r.Agrees() {
			t.Errorf("d %s = %s passes", c.f, c.wrong)
		}
	}
}

// TestEveryFunction checks the derivatives of all rows of the function table.
func TestEveryFunction(t *testing.T) {
	for _, r := range function.Default().All() {
		var args []string
		p := map[int]float64{}
		for i, param := range r.Params {
			if r.Name == "polygamma" && i == 0 { // it has no derivative by its order
				args = append(args, "2")
				continue
			}
			args = append(args, fmt.Sprint("x", i))
			if param.Default != "" {
				p[i] = 1
			}
		}
		q := problem(t, r.Name+"("+strings.Join(args, ", ")+")")
		q.Fixed = p
		if r.Name == "hardtanh" {
			q.Fixed = map[int]float64{1: -1, 2: 2}
		}
		z := check(t, q, gradcheck.Options{Points: 50})
		if !z.Agrees() {
			t.Errorf("%s: %+v", r.Signature(), z)
		}
		if z.Points < 50 {
			t.Errorf("%s: only %d points, %d near kinks, %d outside", r.Signature(), z.Points, z.Kinks, z.Outside)
		}
	}
}

// TestKinksAreLeftOut has points on and next to a kink, and one that is not.
func TestKinksAreLeftOut(t *testing.T) {
	p := problem(t, "abs(x)+0*y")
	for _, c := range []struct {
		x     float64
		kinks int
	}{{0, 1}, {5e-324, 0}, {1, 0}} {
		p.Fixed = map[int]float64{0: c.x, 1: 1}
		if r := check(t, p, gradcheck.Options{}); r.Kinks != c.kinks || r.Points != 1-c.kinks || !r.Agrees() {
			t.Errorf("at %v: %+v", c.x, r)
		}
	}
	p = problem(t, "abs(x-1)")
	p.Fixed = map[int]float64{0: 1 + 0x1p-40}
	if r := check(t, p, gradcheck.Options{}); r.Kinks != 1 {
		t.Errorf("next to a kink: %+v", r)
	}
	p = problem(t, "sqrt(x)")
	p.Fixed = map[int]float64{0: -1}
	if r := check(t, p, gradcheck.Options{}); r.Outside != 1 || r.Compared() {
		t.Errorf("outside: %+v", r)
	}
}

func TestSeedsDecideThePoints(t *testing.T) {
	one := check(t, problem(t, "sin(x*y)"), gradcheck.Options{Seed: 3})
	again := check(t, problem(t, "sin(x*y)"), gradcheck.Options{Seed: 3})
	other := check(t, problem(t, "sin(x*y)"), gradcheck.Options{Seed: 4})
	if d := cmp.Diff(one, again); d != "" {
		t.Errorf("one seed, two reports: %s", d)
	}
	if one.Entries[0][0].At[0] == other.Entries[0][0].At[0] {
		t.Error("two seeds, one point")
	}
}

// TestFixedAndIntegerVariables looks at the points that are reported.
func TestFixedAndIntegerVariables(t *testing.T) {
	p := problem(t, "sin(x*n+c)")
	p.Fixed, p.Integer = map[int]float64{2: 0.25}, map[int]bool{1: true}
	for _, e := range check(t, p, gradcheck.Options{}).Entries[0] {
		if e.At[2] != 0.25 || e.At[1] != math.Round(e.At[1]) {
			t.Errorf("compared at %v", e.At)
		}
	}
}

func ExampleCheck() {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	f, _ := scope.Formula("x^2*y")
	g, _ := scope.Formula("3*x*y") // it should be 2*x*y
	r, err := gradcheck.Check(gradcheck.Problem{
		Library: read.Default(), Value: f.Expr, Domain: f.Domain, Smooth: f.Domain, Assumed: s.Expr(symbolic.True),
		Variables: scope.Variables(f), Wrt: []int{0}, Gradient: []symbolic.Expr{g.Expr},
		Fixed: map[int]float64{0: 1, 1: 2},
	}, gradcheck.Options{})
	if err != nil {
		panic(err)
	}
	e := r.Entries[0][gradcheck.Reverse]
	fmt.Println(r.Agrees(), e.Want, e.Got)
	// Output: false 6 4
}

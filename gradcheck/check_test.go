package gradcheck_test

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/gradcheck"
	"github.com/symgrad/symgrad/internal/exprgen"
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

// Where the methods lose their digits they say nothing, and nothing against a right gradient.
func TestLostDigitsAreNoDisagreement(t *testing.T) {
	for _, c := range []struct {
		text string
		at   map[int]float64
		says [3]bool // reverse mode, hyperdual numbers, differences
	}{
		{"exp(1000*x)", nil, [3]bool{true, true, true}},
		{"exp(x)*y", map[int]float64{0: -740}, [3]bool{}}, // subnormal
		{"x*gelu(y)", map[int]float64{1: -15}, [3]bool{true, true, true}},
		{"x*gelu_tanh(y)", map[int]float64{1: -15}, [3]bool{true, true, true}},
		{"x*expm1(y)", map[int]float64{1: 1e-20}, [3]bool{true, true, true}},
		{"x*log1p(y)", map[int]float64{1: 1e-20}, [3]bool{true, true, true}},
		{"x*(1+erf(y))", map[int]float64{1: -15}, [3]bool{}},
		{"sin(1e10*x)", nil, [3]bool{true, true, true}},
		{"sin(1e20*x)", nil, [3]bool{}},
		{"x*sin(1e17*y)", map[int]float64{1: 0.3}, [3]bool{}},
		{"sin(x+pi*10^17)", nil, [3]bool{}},
		{"cos(sinh(x*y+1/2))", nil, [3]bool{true, true, true}},
		{"(x+1e15)-sin(x)", nil, [3]bool{}},
		{"1e-300*x^2", nil, [3]bool{true, true, true}},
		{"exp(x)^2-exp(2*x)+tanh(x)", map[int]float64{0: 20}, [3]bool{}},
	} {
		p := problem(t, c.text)
		p.Fixed = c.at
		r := check(t, p, gradcheck.Options{Points: 40})
		if !r.Agrees() {
			t.Errorf("%s is right, and refuted: %+v", c.text, r.Entries)
		}
		for m, e := range r.Entries[0] {
			if (e.Compared > 0) != c.says[m] {
				t.Errorf("%s: %d comparisons with %v", c.text, e.Compared, gradcheck.Method(m))
			}
		}
	}
}

// Of the same formulas wrong gradients are refuted.
func TestWrongGradientsAmongLostDigits(t *testing.T) {
	for _, c := range []struct {
		f, wrong string
		at       map[int]float64
	}{
		{"exp(1000*x)", "999*exp(1000*x)", nil},
		{"x*gelu(y)", "0", map[int]float64{1: -15}},
		{"x*gelu(y)", "1.001*gelu(y)", map[int]float64{1: -15}},
		{"x*gelu_tanh(y)", "1.001*gelu_tanh(y)", map[int]float64{1: -15}},
		{"sin(1e10*x)", "cos(1e10*x)", nil},
		{"sin(1e10*x)", "-1e10*cos(1e10*x)", nil},
		{"cos(sinh(x*y+1/2))", "-y*sin(sinh(x*y+1/2))", nil},
		{"1e-300*x^2", "1e-300*x", nil},
		{"(x+1e15)-sin(x)", "100", nil},
	} {
		p := problem(t, c.f, c.wrong)
		p.Fixed = c.at
		if r := check(t, p, gradcheck.Options{Points: 40}); r.Agrees() {
			t.Errorf("d %s = %s passes: %+v", c.f, c.wrong, r.Entries[0])
		}
	}
}

// Random formulas of all functions: no right gradient is refuted. SYMGRAD_RANDOM sets how many.
func TestGradientsOfRandomFormulasAgree(t *testing.T) {
	n := 30
	if s := os.Getenv("SYMGRAD_RANDOM"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	g := exprgen.New(5, exprgen.Options{Size: 8})
	said := 0
	for range n {
		text := g.Real().String()
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(text)
		if err != nil || len(scope.Variables(f)) == 0 {
			continue
		}
		if _, err := diff.Gradient(f, scope.Variables(f), diff.Options{}); err != nil {
			continue
		}
		r, err := gradcheck.Check(problem(t, text), gradcheck.Options{Points: 20})
		if err != nil {
			continue
		}
		if !r.Agrees() {
			t.Errorf("%s is right, and refuted: %+v", text, r.Entries)
		}
		if r.Compared() {
			said++
		}
	}
	if said < n/3 {
		t.Errorf("of %d formulas only %d were compared", n, said)
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

package algebra_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// equations reads "left = right" lines.
func equations(t testing.TB, c *read.Scope, lines ...string) map[symbolic.ID]symbolic.ID {
	t.Helper()
	list := map[symbolic.ID]symbolic.ID{}
	for _, l := range lines {
		left, right, _ := strings.Cut(l, " = ")
		list[formula(t, c, left)] = formula(t, c, right)
	}
	return list
}

func formula(t testing.TB, c *read.Scope, text string) symbolic.ID {
	t.Helper()
	f, err := c.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return f.Expr.ID()
}

func TestEquationsAreUsed(t *testing.T) {
	pythagoras := "sin(x)^2 = 1-cos(x)^2"
	tangent := "tan(x) = sin(x)/cos(x)"
	for _, x := range []struct {
		left, right string
		equations   []string
		want        bool
	}{
		// Relations.
		{"sin(x)^2+cos(x)^2", "1", []string{pythagoras}, true},
		{"sin(x)^4-cos(x)^4", "1-2*cos(x)^2", []string{pythagoras}, true},
		{"sin(x)^3+sin(x)*cos(x)^2", "sin(x)", []string{pythagoras}, true},
		{"1/(1-cos(x)^2)", "1/sin(x)^2", []string{pythagoras}, true},
		{"(1-cos(x))/sin(x)", "sin(x)/(1+cos(x))", []string{pythagoras}, true},
		{"sin(x)^2+cos(y)^2", "1", []string{pythagoras}, false},
		{"sin(x)+cos(x)", "1", []string{pythagoras}, false},
		{"i^4", "1", []string{"i^2 = -1"}, true},
		{"(1+i)^8", "16", []string{"i^2 = -1"}, true},
		{"w^7+w^5", "w+w^2", []string{"w^3 = 1"}, true},
		{"u^4", "w+1", []string{"u^2 = v", "v^2 = w+1"}, true},
		// Substitutions.
		{"tan(x)*cos(x)", "sin(x)", []string{tangent}, true},
		{"1+tan(x)^2", "1/cos(x)^2", []string{tangent, pythagoras}, true},
		{"x+y", "3", []string{"x = 1", "y = 2"}, true},
		{"v", "4", []string{"v = w^2", "w = 2"}, true},
		{"x+y", "3", []string{"x = 1"}, false},
		{"sqrt(x^2)", "x", []string{"sqrt(x^2) = x"}, true},
		{"(x^2)^(3/2)", "x^3", []string{"sqrt(x^2) = x"}, true},
		// What stands inside a generator is not touched: it is another one.
		{"sin(tan(x))", "sin(sin(x)/cos(x))", []string{tangent}, false},
	} {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		a, b := formula(t, c, x.left), formula(t, c, x.right)
		f, err := algebra.New(c.Store, algebra.Options{Equations: equations(t, c, x.equations...)}, a, b)
		if err != nil {
			t.Fatal(err)
		}
		if same, err := f.Equal(a, b); same != x.want || err != nil {
			t.Errorf("%s = %s with %v: %v, %v", x.left, x.right, x.equations, same, err)
		}
	}
}

func TestEquationsInACircleAreAnError(t *testing.T) {
	for _, list := range [][]string{
		{"x = x"},
		{"x = x+1"},
		{"x = y", "y = x"},
		{"x = y^2", "y = 1/z", "z = x"},
		{"u^2 = u+1"},
		{"u^2 = u"},
		{"u^2 = v", "v = u"},
		{"sqrt(x) = y", "y = x*sqrt(x)"},
		{"tan(x) = 1/cot(x)", "cot(x) = 1/tan(x)"},
	} {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		id := formula(t, c, "x+y+z+u+v+sqrt(x)+tan(x)")
		_, err := algebra.New(c.Store, algebra.Options{Equations: equations(t, c, list...)}, id)
		if !errors.Is(err, algebra.ErrCircular) {
			t.Errorf("%v: %v", list, err)
		}
	}
}

// A denominator that is 0 identically leaves no value to compare.
func TestDivisionByZeroIsAnError(t *testing.T) {
	for _, x := range []string{"1/0", "x/0", "0^(-2)", "1/((x+1)^2-x^2-2*x-1)", "1/(sqrt(x)^2*sqrt(x)-x^(3/2))^2", "y/(1/(x-1)-(x+1)/(x^2-1))", "((x+1)*(x-1)-x^2+1)^(-1/2)", "2^n/(2*2^n-2^(n+1))"} {
		c, g := parse(t, x)
		id := g.Expr.ID()
		f, err := algebra.New(c.Store, algebra.Options{}, id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Equal(id, id); !errors.Is(err, algebra.ErrZeroDivisor) {
			t.Errorf("%s: %v", x, err)
		}
	}
}

// A limit ends the computation with an error, never with an answer.
func TestBudgetsEndWithAnError(t *testing.T) {
	var limit *poly.LimitError
	for _, x := range []struct {
		text   string
		budget poly.Budget
		name   string
	}{
		{"(x+y+z)^100-1", poly.Budget{Terms: 1000}, "terms"},
		{"(x+y+z+1)^30*(x-y)-1", poly.Budget{Steps: 10_000}, "steps"},
		{"3^9999*x+(x+3)^2000", poly.Budget{Bits: 1000}, "bits"},
		{"(x+1)^(10^19)+1", poly.Budget{}, ""},
		{"(x+1)^100000+1", poly.Budget{}, "words"},
	} {
		c, g := parse(t, x.text)
		id := g.Expr.ID()
		f, err := algebra.New(c.Store, algebra.Options{Budget: &x.budget}, id, symbolic.Zero)
		if err != nil {
			t.Fatal(err)
		}
		same, err := f.Equal(id, symbolic.Zero)
		if same {
			t.Errorf("%s = 0", x.text)
		}
		if x.name == "" { // it is a generator
			if err != nil {
				t.Errorf("%s: %v", x.text, err)
			}
			continue
		}
		if !errors.As(err, &limit) || limit.Limit != x.name {
			t.Errorf("%s: %v, want %s", x.text, err, x.name)
		}
	}
	// The budget is for the life of the field.
	c, g := parse(t, "(x+y+1)^9")
	id := g.Expr.ID()
	budget := &poly.Budget{Steps: 2000}
	var err error
	for range 20 {
		var f *algebra.Field
		if f, err = algebra.New(c.Store, algebra.Options{Budget: budget}, id, c.Store.Add(id, symbolic.One)); err != nil {
			t.Fatal(err)
		}
		if _, err = f.Equal(id, c.Store.Add(id, symbolic.One)); err != nil {
			break
		}
	}
	if !errors.As(err, &limit) {
		t.Errorf("no limit: %v", err)
	}
}

func TestExponentsAndRootsThatAreTooLarge(t *testing.T) {
	for _, x := range []string{"x^(1/2521)", "2^(1/3000)", "x^(1/2520)+x^(1/11)", "(x+1)^(10^30/7)"} {
		c, g := parse(t, x)
		if _, err := algebra.New(c.Store, algebra.Options{}, g.Expr.ID()); !errors.Is(err, algebra.ErrExponent) {
			t.Errorf("%s: %v", x, err)
		}
	}
	c, g := parse(t, "x^(2^62)*(y^(2^62)*x)^2*z")
	f, err := algebra.New(c.Store, algebra.Options{}, g.Expr.ID())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Factored(g.Expr.ID()); !errors.Is(err, algebra.ErrExponent) {
		t.Error(err)
	}
}

func TestFactoredKeepsWhatIsCommon(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"x*(x+1)+y*(x+1)", "(x+1)*(x+y)"},
		{"x^2*y+x*y^2", "x*y*(x+y)"},
		{"1/x+1/y", "(x+y)/(x*y)"},
		{"2*x/4+y/2", "1/2*(x+y)"},
		{"exp(x)*x+exp(x)", "exp(x)*(x+1)"},
		{"x/sqrt(x)", "sqrt(x)"},
	} {
		c, g := parse(t, x.text)
		f, err := algebra.New(c.Store, algebra.Options{}, g.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		z, err := f.Factored(g.Expr.ID())
		if want := formula(t, c, x.want); err != nil || z != want {
			t.Errorf("%s: %s, %v", x.text, write(c.Store, z), err)
		}
	}
}

// A generator may be the root of 1/u where u is what the formula has.
func TestRootsOfInversesAreWrittenAsTheyAre(t *testing.T) {
	for _, x := range []string{"sqrt(2/x)", "(1/(x*y))^(3/2)", "sqrt(2/x)+sqrt(x/2)", "(x*y)^(1/3)/(1/(x*y))^(2/3)"} {
		c, g := parse(t, x)
		f, err := algebra.New(c.Store, algebra.Options{}, g.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		z, err := f.Factored(g.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		if d := differ(c.Library, c.Store, g.Expr.ID(), z, g.Domain.ID(), 100, rand.New(rand.NewPCG(1, 2))); d != nil {
			t.Errorf("%s = %s: %s at%s", x, write(c.Store, z), d.reason, describe(c.Store, d.at))
		}
	}
}

// The order in which operands were made, which decides how generators are
// numbered, makes no difference.
func TestOrderOfOperandsMakesNoDifference(t *testing.T) {
	parts := []string{"sqrt(x)*y", "x^2*z/(y+1)", "sin(x)^3", "2^n*x", "-1/(x-z)", "sqrt(2)*x"}
	for seed := range 20 {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		list := slices.Clone(parts)
		for i := range list {
			j := (i*7 + seed*3) % len(list)
			list[i], list[j] = list[j], list[i]
		}
		a := formula(t, c, "("+strings.Join(list, " + ")+")^2")
		slices.Reverse(list)
		var squares []string
		for _, p := range list {
			for _, q := range list {
				squares = append(squares, "("+p+")*("+q+")")
			}
		}
		b := formula(t, c, strings.Join(squares, " + "))
		f, err := algebra.New(c.Store, algebra.Options{}, a, b)
		if err != nil {
			t.Fatal(err)
		}
		if same, err := f.Equal(a, b); !same || err != nil {
			t.Fatal(list, err)
		}
	}
}

func ExampleNew() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	parse := func(text string) symbolic.ID {
		f, _ := c.Formula(text)
		return f.Expr.ID()
	}
	x, y := parse("(1-cos(x))/sin(x)"), parse("sin(x)/(1+cos(x))")
	f, _ := algebra.New(c.Store, algebra.Options{
		Equations: map[symbolic.ID]symbolic.ID{parse("sin(x)^2"): parse("1-cos(x)^2")},
	}, x, y)
	fmt.Println(f.Equal(x, y))
	// Output: true <nil>
}

func ExampleField_Factored() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	e, _ := c.Formula("1/x+1/(x*y)")
	f, _ := algebra.New(c.Store, algebra.Options{}, e.Expr.ID())
	z, _ := f.Factored(e.Expr.ID())
	fmt.Println(present.Text(c.Store.Expr(z)))
	// Output: (y+1)/(x*y) <nil>
}

func ExampleField_Terms() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	e, _ := c.Formula("(x+1)^2/y")
	f, _ := algebra.New(c.Store, algebra.Options{}, e.Expr.ID())
	terms, _ := f.Terms(e.Expr.ID())
	for _, t := range terms {
		z, _ := present.Text(c.Store.Expr(t.Node))
		fmt.Println(t.Coef, z)
	}
	// Output:
	// 1 x^2/y
	// 2 x/y
	// 1 1/y
}

func ExampleField_Factors() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	e, _ := c.Formula("(2*x^2-2)/y")
	f, _ := algebra.New(c.Store, algebra.Options{}, e.Expr.ID())
	number, factors, _ := f.Factors(e.Expr.ID())
	fmt.Println(number)
	for _, x := range factors {
		z, _ := present.Text(c.Store.Expr(x.Base))
		fmt.Println(z, x.Exp)
	}
	// Unordered output:
	// 2
	// x-1 1
	// x+1 1
	// y -1
}

func ExampleNumerator() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	e, _ := c.Formula("(a*x^2-a)/exp(x)")
	x, _ := c.Store.HasSym("x")
	z, ok, _ := algebra.Numerator(c.Store, e.Expr.ID(), algebra.Dependence{On: func(id symbolic.ID) bool { return c.Store.Depends(id, x) }})
	fmt.Println(len(z.Numerator), z.Over, ok)
	// Output: 3 true true
}

package diff_test

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// scopeWith reads definitions and a formula.
func scopeWith(t *testing.T, text string, lets ...string) (*read.Scope, read.Formula) {
	t.Helper()
	c := read.NewScope(symbolic.NewStore(), read.Default())
	for _, l := range lets {
		if err := c.Let(l); err != nil {
			t.Fatal(err)
		}
	}
	f, err := c.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	return c, f
}

// TestSumsAndProductsOverAnIndex compares with hyperdual numbers, for bounds
// that are numbers or have values only at the point, and for dummies that have
// the names of variables.
func TestSumsAndProductsOverAnIndex(t *testing.T) {
	p := point{"x": 0.7, "y": -1.3, "i": 0.4, "n": 3, "a[1]": 0.5, "a[2]": -2, "a[3]": 1.5,
		"W[1][1]": 1, "W[1][2]": -2, "W[1][3]": 0.3, "W[2][1]": 2, "W[2][2]": 0.1, "W[2][3]": -1,
		"W[3][1]": 0.6, "W[3][2]": 0.7, "W[3][3]": 0.8}
	for _, text := range []string{
		"sum(j, 1, n, a[j]*x^j)",
		"sum(i, 1, n, a[i]*x)*i",
		"sum(x, 1, 3, a[x]*y)*x",
		"sum(y, 1, 3, sum(x, 1, y, x*y*i))+x*y",
		"prod(j, 1, n, a[j]*x+y)",
		"prod(x, 1, 3, y-x)*x",
		"prod(j, 1, 3, a[j])",
		"sum(j, 1, n, a[j]^2)*a[1]",
		"sum(j, 1, n, a[j]*a[1])",
		"sum(j, 1, n, sum(k, 1, n, W[j][k]*a[j]*a[k]))",
		"sum(j, 1, 3, prod(k, 1, j, a[k]*x))",
		"log(sum(j, 1, 3, exp(a[j]*x)))",
		"sum(j, 1, n, if(a[j] > 0, a[j]*x, x^2))",
		"exp(x)*sum(j, 1, n, max(a[j], x*y))",
		"sum(j, 1, 3, if(j == 2, 0, a[j]*x))",
	} {
		c, f := formula(t, text)
		names := []string{"x", "y", "i", "a[1]", "a[2]", "W[1][2]"}
		g := gradientOf(t, c, f, names...)
		if ok, err := evaluate.Holds(g.Conditions, p); err != nil || !ok {
			t.Errorf("%s: the conditions do not hold: %v", text, err)
		}
		o := newOracle()
		for i, name := range names {
			want, err := o.tangents(f.Expr, p, name, "")
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			got, err := evaluate.Float(g.Partials[i], p)
			if err != nil || math.Abs(got-want.E1mag) > 1e-11*max(1, math.Abs(got)) {
				t.Errorf("%s by %s: %v, %v; want %v", text, name, got, err, want.E1mag)
			}
			d, err := diff.Derivative(f, variable(t, c, name), 1, diff.Options{})
			if err != nil {
				t.Fatalf("%s by %s: %v", text, name, err)
			}
			forward, err := evaluate.Float(d.Partials[0], p)
			if err != nil || math.Abs(forward-want.E1mag) > 1e-11*max(1, math.Abs(got)) {
				t.Errorf("%s by %s, forward: %v, %v; want %v", text, name, forward, err, want.E1mag)
			}
		}
	}
}

// TestProductWithFactorsThatAreZero differentiates products where dividing
// the product by a factor has no value.
func TestProductWithFactorsThatAreZero(t *testing.T) {
	for _, c := range []struct {
		text string
		x    float64
		want float64
	}{
		{"prod(i, 1, 3, x-i)", 2, -1},
		{"prod(i, 1, 3, x*(i-2))", 1, 0},
		{"prod(i, 1, 2, x^2)", 0, 0},
		{"(x-1)*(x-2)*(x-3)", 2, -1},
		{"(x-1)^2*(x-3)", 1, 0},
		{"x*sin(x)*cos(x)", 0, 0},
	} {
		scope, f := formula(t, c.text)
		g := gradientOf(t, scope, f, "x")
		got, err := evaluate.Float(g.Partials[0], point{"x": c.x})
		if err != nil || got != c.want {
			t.Errorf("%s at %v: %v, %v; want %v", c.text, c.x, got, err, c.want)
		}
	}
}

// TestUnspecifiedFunctionsFollowTheChainRule puts a function of two arguments
// for f and of one for g into formula and gradient.
func TestUnspecifiedFunctionsFollowTheChainRule(t *testing.T) {
	// f(u, v) = exp(u)·sin(2v), g(u) = exp(3u)
	f := func(orders []int, u, v float64) float64 {
		k := float64(orders[1])
		return math.Exp(u) * math.Pow(2, k) * math.Sin(2*v+k*math.Pi/2)
	}
	g := func(n int, u float64) float64 { return math.Pow(3, float64(n)) * math.Exp(3*u) }
	floats := map[string]func([]int, []float64) float64{
		"f": func(n []int, a []float64) float64 { return f(n, a[0], a[1]) },
		"g": func(n []int, a []float64) float64 { return g(n[0], a[0]) },
	}
	hypers := map[string]func([]int, []hyperdual.Number) hyperdual.Number{
		"f": func(n []int, a []hyperdual.Number) hyperdual.Number {
			u, v := a[0], a[1]
			at := func(i, j int) float64 { return f([]int{n[0] + i, n[1] + j}, u.Real, v.Real) }
			return hyperdual.Number{
				Real:  at(0, 0),
				E1mag: at(1, 0)*u.E1mag + at(0, 1)*v.E1mag,
				E2mag: at(1, 0)*u.E2mag + at(0, 1)*v.E2mag,
				E1E2mag: at(1, 0)*u.E1E2mag + at(0, 1)*v.E1E2mag + at(2, 0)*u.E1mag*u.E2mag +
					at(1, 1)*(u.E1mag*v.E2mag+u.E2mag*v.E1mag) + at(0, 2)*v.E1mag*v.E2mag,
			}
		},
		"g": func(n []int, a []hyperdual.Number) hyperdual.Number {
			u := a[0]
			return hyperdual.Number{Real: g(n[0], u.Real), E1mag: g(n[0]+1, u.Real) * u.E1mag, E2mag: g(n[0]+1, u.Real) * u.E2mag,
				E1E2mag: g(n[0]+1, u.Real)*u.E1E2mag + g(n[0]+2, u.Real)*u.E1mag*u.E2mag}
		},
	}
	at := point{"x": 0.3, "y": -0.4, "t": 0.8, "u": 0.2}
	for _, text := range []string{
		"f(x, y)", "f(x^2, x*y)", "f(x, x)", "g(x)*y", "g(g(x*y))", "f(f(x, y), x)", "f(y, x)*f(x, y)",
		"diff(f(x, y), x)", "x*diff(f(x, y), y, 2)", "diff(g(t*x), t, 1, y)", "g'(x*y)", "g''(x)*y",
		"f(t, u*x)*t", "diff(diff(f(x, y), x), y)", "diff(f(x, t*y), t, 1, x)", "sum(t, 1, 2, f(t, x)*t)",
		"if(x > y, g(x), f(x, y))", "exp(f(g(x), g(y)))",
	} {
		c, form := formula(t, text, "f:function, g:function")
		vars := []symbolic.Expr{c.Store.Symbol("x"), c.Store.Symbol("y")}
		grad, err := diff.Gradient(form, vars, diff.Options{})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		hess, err := diff.Hessian(form, vars, diff.Options{})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		order0, err := diff.Derivative(form, vars[0], 0, diff.Options{})
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		float := evaluate.New(evaluate.Floats{})
		value := func(e symbolic.Expr) float64 {
			z, err := float.Value(e, evaluate.Point[float64]{Values: at, Functions: floats})
			if err != nil {
				t.Errorf("%s: %v", text, err)
			}
			return z
		}
		for i, x := range []string{"x", "y"} {
			for j, y := range []string{"x", "y"} {
				values := map[string]hyperdual.Number{}
				for k, v := range at {
					n := hyperdual.Number{Real: v}
					if k == x {
						n.E1mag = 1
					}
					if k == y {
						n.E2mag = 1
					}
					values[k] = n
				}
				z, err := evaluate.New(evaluate.Hyperduals{}).Value(order0.Partials[0], evaluate.Point[hyperdual.Number]{Values: values, Functions: hypers})
				if err != nil {
					t.Fatalf("%s: %v", text, err)
				}
				if got := value(grad.Partials[i]); math.Abs(got-z.E1mag) > 1e-11*max(1, math.Abs(got)) {
					t.Errorf("%s by %s: %v, want %v", text, x, got, z.E1mag)
				}
				if got := value(hess.Rows[i][j]); math.Abs(got-z.E1E2mag) > 1e-10*max(1, math.Abs(got)) {
					t.Errorf("%s by %s and %s: %v, want %v", text, x, y, got, z.E1E2mag)
				}
			}
		}
	}
}

// TestDerivativesInsideFormulas compares formulas with diff in them with
// formulas in which it has been carried out by hand.
func TestDerivativesInsideFormulas(t *testing.T) {
	p := point{"x": 0.7, "y": 1.9, "z": -0.6}
	for _, c := range []struct{ with, by string }{
		{"diff(x^3*y, x)", "3*x^2*y"},
		{"x*diff(sin(x*y), x, 2)", "-x*y^2*sin(x*y)"},
		{"diff(diff(x^3*y^2, x), y)", "6*x^2*y"},
		{"diff(sin(t), t, 1, x*y)", "cos(x*y)"},
		{"diff(x^2, x, 1, y)*x", "2*y*x"},
		{"diff(exp(t*x), t, 2, y)", "x^2*exp(x*y)"},
		{"sum(x, 1, 3, diff(x^2*y^2, y))", "28*y"},
		{"diff(sum(x, 1, 3, x*y^x), y)+x", "1+4*y+9*y^2+x"},
		{"diff(y, x)+diff(x, x)", "1"},
		{"sin'(x*z)", "cos(x*z)"},
		{"exp''(x^2)", "exp(x^2)"},
		{"diff(abs(x)*y, x)", "y"},
		{"if(x > 0, diff(x^2, x), 1)", "2*x"},
	} {
		scope, f := formula(t, c.with)
		_, by := formula(t, c.by)
		g := gradientOf(t, scope, f, "x", "y", "z")
		o := newOracle()
		for i, name := range wrt {
			want, err := o.tangents(by.Expr, p, name, "")
			if err != nil {
				t.Fatal(err)
			}
			got, err := evaluate.Float(g.Partials[i], p)
			if err != nil || math.Abs(got-want.E1mag) > 1e-12*max(1, math.Abs(got)) {
				t.Errorf("%s by %s: %v, %v; want %v", c.with, name, got, err, want.E1mag)
			}
		}
		if ok, err := evaluate.Holds(g.Conditions, p); err != nil || !ok {
			t.Errorf("%s: the conditions do not hold (%v)", c.with, err)
		}
	}
}

// TestDefinitionsAndAdjoints: the derivative by a variable goes through the
// definitions, that by a name cuts the graph there.
func TestDefinitionsAndAdjoints(t *testing.T) {
	lets := []string{"v = w*x+b", "y = sigmoid(v)"}
	c, f := scopeWith(t, "1/2*(y-z)^2", lets...)
	g := gradientOf(t, c, f, "w", "x", "b", "z", "y", "v")
	_, whole := formula(t, "1/2*(sigmoid(w*x+b)-z)^2")
	o := newOracle()
	p := point{"w": 0.7, "x": -1.2, "b": 0.3, "z": 0.9}
	p["v"] = p["w"]*p["x"] + p["b"]
	p["y"] = 1 / (1 + math.Exp(-p["v"]))
	want := map[string]float64{
		"y": p["y"] - p["z"],
		"v": (p["y"] - p["z"]) * p["y"] * (1 - p["y"]),
	}
	for i, name := range []string{"w", "x", "b", "z", "y", "v"} {
		if _, adjoint := want[name]; !adjoint {
			z, err := o.tangents(whole.Expr, p, name, "")
			if err != nil {
				t.Fatal(err)
			}
			want[name] = z.E1mag
		}
		got, err := evaluate.Float(g.Partials[i], p)
		if err != nil || math.Abs(got-want[name]) > 1e-14 {
			t.Errorf("by %s: %v, %v; want %v", name, got, err, want[name])
		}
	}
	for i, text := range []string{"x*y*(y-z)*(1-y)", "w*y*(y-z)*(1-y)", "y*(y-z)*(1-y)"} {
		z, err := c.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		if z.Expr != g.Partials[i] {
			written, _ := present.Text(g.Partials[i])
			t.Errorf("%s, want %s", written, text)
		}
	}
}

// TestDefinitionsThatAreUsedTwice has shared and nested quantities, and a
// definition that the formula does not use, whose domain does not count.
func TestDefinitionsThatAreUsedTwice(t *testing.T) {
	c, f := scopeWith(t, "u*v+sin(u)", "u = x*y", "v = u^2+x", "q = log(x-5)")
	_, whole := formula(t, "x*y*((x*y)^2+x)+sin(x*y)")
	p := point{"x": 0.4, "y": 1.7}
	p["u"] = p["x"] * p["y"]
	p["v"] = p["u"]*p["u"] + p["x"]
	opts := diff.Options{Definitions: c.Definitions}
	g := gradientOf(t, c, f, "x", "y")
	h, err := diff.Hessian(f, []symbolic.Expr{c.Store.Symbol("x"), c.Store.Symbol("y")}, opts)
	if err != nil {
		t.Fatal(err)
	}
	if g.Conditions.ID() != symbolic.True {
		t.Error("there are conditions")
	}
	o := newOracle()
	for i, x := range wrt[:2] {
		for j, y := range wrt[:2] {
			want, err := o.tangents(whole.Expr, p, x, y)
			if err != nil {
				t.Fatal(err)
			}
			got, err := evaluate.Float(g.Partials[i], p)
			if err != nil || math.Abs(got-want.E1mag) > 1e-12 {
				t.Errorf("by %s: %v, %v; want %v", x, got, err, want.E1mag)
			}
			got, err = evaluate.Float(h.Rows[i][j], p)
			if err != nil || math.Abs(got-want.E1E2mag) > 1e-11 {
				t.Errorf("by %s and %s: %v, %v; want %v", x, y, got, err, want.E1E2mag)
			}
		}
	}
	d, err := diff.Derivative(f, c.Store.Symbol("x"), 3, opts)
	if err != nil {
		t.Fatal(err)
	}
	_, second := formula(t, "6*x*y^3+2*y-y^2*sin(x*y)")
	z, err := newOracle().tangents(second.Expr, p, "x", "")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := evaluate.Float(d.Partials[0], p); err != nil || math.Abs(got-z.E1mag) > 1e-11 {
		t.Errorf("third order: %v, %v; want %v", got, err, z.E1mag)
	}
}

// TestJacobianIsInNumeratorLayout: a row for each formula.
func TestJacobianIsInNumeratorLayout(t *testing.T) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := c.Formulas("[x^2*y, y+3*z]")
	if err != nil {
		t.Fatal(err)
	}
	vars := []symbolic.Expr{c.Store.Symbol("x"), c.Store.Symbol("y"), c.Store.Symbol("z")}
	j, err := diff.Jacobian(f, vars, diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"2*x*y", "x^2", "0"}, {"0", "1", "3"}}
	for i := range want {
		for k := range want[i] {
			if z, _ := c.Formula(want[i][k]); z.Expr != j.Rows[i][k] {
				t.Errorf("entry %d %d is not %s", i, k, want[i][k])
			}
		}
	}
	if len(j.Rows) != 2 || len(j.Rows[0]) != 3 {
		t.Errorf("%d×%d", len(j.Rows), len(j.Rows[0]))
	}
}

// TestWhatHasNoDerivativeIsAnError lists what is refused, never answered 0.
func TestWhatHasNoDerivativeIsAnError(t *testing.T) {
	for _, text := range []string{"polygamma(x, 2)", "sum(i, 1, x, i)", "a[x]", "sum(j, 1, 3, x[j])", "diff(y^2, y, n)*x"} {
		c, f := formula(t, text)
		_, err := diff.Gradient(f, []symbolic.Expr{c.Store.Symbol("x")}, diff.Options{})
		var e *diff.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", text, err)
		}
		if _, err = diff.Derivative(f, c.Store.Symbol("x"), 1, diff.Options{}); !errors.As(err, &e) {
			t.Errorf("%s, forward: %v", text, err)
		}
	}
}

// TestVariableThatDoesNotOccur has the derivative 0, everywhere in the domain.
func TestVariableThatDoesNotOccur(t *testing.T) {
	c, f := formula(t, "log(x)*polygamma(2, x)")
	g := gradientOf(t, c, f, "y")
	if g.Partials[0].ID() != symbolic.Zero {
		t.Error("it is not 0")
	}
	d, err := diff.Derivative(f, c.Store.Symbol("y"), 4, diff.Options{})
	if err != nil || d.Partials[0].ID() != symbolic.Zero {
		t.Error("order 4 is not 0", err)
	}
}

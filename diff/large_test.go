package diff_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// gradientOf differentiates a formula by names.
func gradientOf(t *testing.T, c *read.Scope, f read.Formula, names ...string) diff.Result {
	t.Helper()
	var vars []symbolic.Expr
	for _, n := range names {
		vars = append(vars, variable(t, c, n))
	}
	d, err := diff.Gradient(f, vars, diff.Options{Definitions: c.Definitions})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// variable is a symbol or an entry.
func variable(t *testing.T, c *read.Scope, name string) symbolic.Expr {
	t.Helper()
	f, err := c.Formula(name)
	if err != nil {
		t.Fatal(err)
	}
	return f.Expr
}

// TestNestedFunctions differentiates compositions of depth 10^4.
func TestNestedFunctions(t *testing.T) {
	const depth = 10_000
	for _, c := range []struct {
		name  string
		slope func(x float64) (f, d float64)
	}{
		{"sin", func(x float64) (float64, float64) { return math.Sin(x), math.Cos(x) }},
		{"sigmoid", func(x float64) (float64, float64) { y := 1 / (1 + math.Exp(-x)); return y, y * (1 - y) }},
		{"atan", func(x float64) (float64, float64) { return math.Atan(x), 1 / (1 + x*x) }},
	} {
		text := strings.Repeat(c.name+"(", depth) + "x" + strings.Repeat(")", depth)
		scope, f := formula(t, text)
		x := scope.Store.Symbol("x")
		effort.Bounded(t, 4000, func() {
			g := gradientOf(t, scope, f, "x")
			d, err := diff.Derivative(f, x, 1, diff.Options{})
			if err != nil {
				t.Fatal(err)
			}
			v, want := 0.4, 1.0
			for range depth {
				y, slope := c.slope(v)
				v, want = y, want*slope
			}
			for _, e := range []symbolic.Expr{g.Partials[0], d.Partials[0]} {
				got, err := evaluate.Float(e, point{"x": 0.4})
				if err != nil || math.Abs(got-want) > 1e-9*math.Abs(want) {
					t.Errorf("%s: %v, %v; want %v", c.name, got, err, want)
				}
			}
		})
	}
}

func TestSumOfManyTerms(t *testing.T) {
	const n = 100_000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "+%d*x^%d*sin(%d*y)", i+1, i%5+1, i+1)
	}
	scope, f := formula(t, b.String()[1:])
	effort.Bounded(t, 4000, func() {
		g := gradientOf(t, scope, f, "x", "y")
		p := point{"x": 0.9, "y": 0.3}
		wantX, wantY := 0.0, 0.0
		for i := range n {
			k, e := float64(i+1), float64(i%5+1)
			wantX += k * e * math.Pow(0.9, e-1) * math.Sin(k*0.3)
			wantY += k * k * math.Pow(0.9, e) * math.Cos(k*0.3)
		}
		for i, want := range []float64{wantX, wantY} {
			if got, err := evaluate.Float(g.Partials[i], p); err != nil || math.Abs(got-want) > 1e-7*math.Abs(want) {
				t.Errorf("partial %d: %v, %v; want %v", i, got, err, want)
			}
		}
	})
}

func TestProductOfManyFactors(t *testing.T) {
	const n = 1000
	var factors, names []string
	p := point{}
	for i := range n {
		name := fmt.Sprintf("x_%d", i)
		names = append(names, name)
		factors = append(factors, "("+name+"+1)")
		p[name] = float64(i%7)/10 - 0.3
	}
	scope, f := formula(t, strings.Join(factors, "*"))
	effort.Bounded(t, 4000, func() {
		g := gradientOf(t, scope, f, names...)
		value, err := evaluate.Float(f.Expr, p)
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range names {
			if i%97 != 0 {
				continue
			}
			want := value / (p[name] + 1)
			if got, err := evaluate.Float(g.Partials[i], p); err != nil || math.Abs(got-want) > 1e-10*math.Abs(want) {
				t.Errorf("by %s: %v, %v; want %v", name, got, err, want)
			}
		}
	})
}

// TestHigherOrdersOfADeepFormula takes the second derivative of a chain.
func TestHigherOrdersOfADeepFormula(t *testing.T) {
	const depth = 300
	text := strings.Repeat("sin(x+", depth) + "0" + strings.Repeat(")", depth)
	scope, f := formula(t, text)
	effort.Bounded(t, 4000, func() {
		d, err := diff.Derivative(f, scope.Store.Symbol("x"), 2, diff.Options{})
		if err != nil {
			t.Fatal(err)
		}
		z, err := newOracle().tangents(f.Expr, point{"x": 0.7}, "x", "x")
		if err != nil {
			t.Fatal(err)
		}
		got, err := evaluate.Float(d.Partials[0], point{"x": 0.7})
		if err != nil || math.Abs(got-z.E1E2mag) > 1e-9*max(1, math.Abs(got)) {
			t.Errorf("%v, %v; want %v", got, err, z.E1E2mag)
		}
	})
}

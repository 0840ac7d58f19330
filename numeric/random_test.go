package numeric_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// randomFormulas is how many random formulas are compiled; the environment
// variable SYMGRAD_RANDOM sets it for longer runs.
func randomFormulas() int {
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_RANDOM")); err == nil {
		return n
	}
	return 400
}

var names = []string{"x", "y", "z", "a[1]", "a[2]", "a[3]"}

// A trial is a formula and its programs.
type trial struct {
	text     string
	f        read.Formula
	smooth   symbolic.Expr // where the derivatives exist
	value    *numeric.Program
	gradient *numeric.Program // nil where it has none
	hessian  *numeric.Hessian
}

func newTrial(t *testing.T, text string) *trial {
	t.Helper()
	f := formula(t, text)
	vars := variables(t, f, names...)
	p, err := numeric.Compile(vars, f.Expr)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	tr := &trial{text: text, f: f, value: p}
	var unsupported *numeric.UnsupportedError
	if tr.gradient, err = p.Gradient(); err != nil && !errors.As(err, &unsupported) {
		t.Fatalf("%s: %v", text, err)
	}
	if tr.hessian, err = p.Hessian(); err != nil && !errors.As(err, &unsupported) {
		t.Fatalf("%s: %v", text, err)
	}
	d, err := diff.Gradient(f, vars, diff.Options{})
	if err != nil {
		tr.gradient, tr.hessian = nil, nil
		return tr
	}
	tr.smooth = d.Conditions
	return tr
}

// check compares the programs with the oracle at a point, and returns a fault
// and how many numbers were compared.
func (tr *trial) check(o *oracle, p point) (fault string, compared int) {
	x := make([]float64, len(names))
	for i, n := range names {
		x[i] = p[n]
	}
	got := eval(tr.value, x...)[0]
	want, err := o.value(tr.f.Expr, p)
	switch {
	case errors.Is(err, evaluate.ErrUndefined):
		if !math.IsNaN(got) {
			return fmt.Sprintf("%v, and there is no value: %v", got, err), 0
		}
		return "", 1
	case err != nil:
		return "", 0
	}
	value := func(q point) (float64, error) { return o.value(tr.f.Expr, q) }
	if ok, clear := near(got, want, evaluate.Spread(p, value)+evaluate.Noise(tr.f.Expr, p)); clear && !ok {
		return fmt.Sprintf("%v, want %v", got, want), 0
	}
	compared++
	if tr.gradient == nil || !o.holds(tr.smooth, p) {
		return "", compared
	}
	g := eval(tr.gradient, x...)
	if !same(g[0], got) {
		return fmt.Sprintf("%v with the gradient, else %v", g[0], got), compared
	}
	for i, n := range names {
		part := func(q point) (float64, error) {
			z, err := o.tangents(tr.f.Expr, q, n, "")
			return z.E1mag, err
		}
		want, err := part(p)
		if err != nil {
			continue
		}
		if ok, clear := near(g[1+i], want, evaluate.Spread(p, part)+evaluate.Spread(p, tr.part(tr.gradient, 1+i))); clear && !ok {
			return fmt.Sprintf("derivative by %s: %v, want %v", n, g[1+i], want), compared
		}
		compared++
	}
	return tr.checkHessian(o, p, x, g, compared)
}

// part is an output of a program as a function of a point.
func (tr *trial) part(q *numeric.Program, i int) func(point) (float64, error) {
	return func(p point) (float64, error) {
		x := make([]float64, len(names))
		for i, n := range names {
			x[i] = p[n]
		}
		return eval(q, x...)[i], nil
	}
}

func (tr *trial) checkHessian(o *oracle, p point, x, g []float64, compared int) (string, int) {
	if tr.hessian == nil {
		return "", compared
	}
	n := len(names)
	gradient, hessian := make([]float64, n), make([]float64, n*n)
	tr.hessian.Eval(gradient, hessian, x)
	for i := range n {
		if !same(gradient[i], g[1+i]) {
			return fmt.Sprintf("derivative by %s: %v with the Hessian, else %v", names[i], gradient[i], g[1+i]), compared
		}
		for j := range i + 1 {
			part := func(q point) (float64, error) {
				z, err := o.tangents(tr.f.Expr, q, names[i], names[j])
				return z.E1E2mag, err
			}
			want, err := part(p)
			if err != nil || math.IsNaN(hessian[i*n+j]) && !math.IsNaN(hessian[j*n+i]) {
				continue
			}
			if ok, clear := near(hessian[i*n+j], want, evaluate.Spread(p, part)); clear && !ok && !tr.bends(x, i*n+j) {
				return fmt.Sprintf("Hessian %s %s: %v, want %v", names[i], names[j], hessian[i*n+j], want), compared
			}
			compared++
		}
	}
	return "", compared
}

// bends tells whether a second derivative jumps at a point, as that of softsign at 0,
// where it is a matter of convention.
func (tr *trial) bends(x []float64, entry int) bool {
	n := len(x)
	at := func(step float64) float64 {
		y, gradient, hessian := make([]float64, n), make([]float64, n), make([]float64, n*n)
		for i := range x {
			y[i] = x[i] + step
		}
		tr.hessian.Eval(gradient, hessian, y)
		return hessian[entry]
	}
	left, right := at(-1e-7), at(1e-7)
	return math.Abs(right-left) > 1e-3*(math.Abs(left)+math.Abs(right))
}

// TestRandomFormulas compares values, gradients and Hessians of random formulas
// with hyperdual numbers, at random points and where functions have kinks,
// jumps and poles.
func TestRandomFormulas(t *testing.T) {
	const shards = 4
	for shard := range shards {
		t.Run(strconv.Itoa(shard), func(t *testing.T) {
			t.Parallel()
			g := exprgen.New(uint64(300+shard), exprgen.Options{Size: 3 + 5*shard, Arrays: []string{"a"}})
			o, sum, faults := newOracle(), 0, 0
			n := randomFormulas() / shards
			for range n {
				tr := newTrial(t, g.Real().String())
				for i := range 3 {
					p := g.Point(i > 0)
					fault, compared := tr.check(o, p)
					sum += compared
					if fault != "" {
						if faults++; faults <= 5 {
							t.Errorf("%s at %v: %s", tr.text, p, fault)
						}
					}
				}
			}
			if sum < 8*n {
				t.Errorf("only %d comparisons", sum)
			}
		})
	}
}

// TestBatchesHaveTheSameBits compares EvalBatch with Eval, on one core and on
// several.
func TestBatchesHaveTheSameBits(t *testing.T) {
	const rows = 300
	g := exprgen.New(77, exprgen.Options{Size: 14, Arrays: []string{"a"}})
	for k := range 200 {
		tr := newTrial(t, g.Real().String())
		p := tr.value
		if tr.gradient != nil {
			p = tr.gradient
		}
		x, z := make([][]float64, len(names)), make([][]float64, p.Outputs())
		for i := range x {
			x[i] = make([]float64, rows)
		}
		for i := range z {
			z[i] = make([]float64, rows)
		}
		for r := range rows {
			q := g.Point(r%3 == 0)
			for i, n := range names {
				x[i][r] = q[n]
			}
		}
		if err := p.EvalBatch(context.Background(), z, x, numeric.BatchOptions{Workers: 1 + k%3}); err != nil {
			t.Fatal(err)
		}
		one := make([]float64, len(names))
		for r := range rows {
			for i := range one {
				one[i] = x[i][r]
			}
			for i, want := range eval(p, one...) {
				if !same(z[i][r], want) {
					t.Fatalf("%s at %v: output %d is %v in a batch, else %v", tr.text, one, i, z[i][r], want)
				}
			}
		}
	}
}

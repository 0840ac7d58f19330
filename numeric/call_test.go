package numeric_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/symbolic"
)

func TestWrongNumbersOfValuesAreErrors(t *testing.T) {
	p := program("x+y")
	g := must(p.Gradient())
	h := must(p.Hessian())
	ctx := context.Background()
	col := func(n ...int) (list [][]float64) {
		for _, k := range n {
			list = append(list, make([]float64, k))
		}
		return list
	}
	for name, call := range map[string]func() error{
		"too few inputs":    func() error { return p.Eval(make([]float64, 1), nil) },
		"too many inputs":   func() error { return p.Eval(make([]float64, 1), make([]float64, 3)) },
		"no place":          func() error { return p.Eval(nil, make([]float64, 2)) },
		"gradient":          func() error { return g.Eval(make([]float64, 2), make([]float64, 2)) },
		"a missing column":  func() error { return p.EvalBatch(ctx, col(3), col(3), numeric.BatchOptions{}) },
		"a short column":    func() error { return p.EvalBatch(ctx, col(3), col(3, 2), numeric.BatchOptions{}) },
		"a short result":    func() error { return p.EvalBatch(ctx, col(2), col(3, 3), numeric.BatchOptions{}) },
		"no result":         func() error { return p.EvalBatch(ctx, nil, col(3, 3), numeric.BatchOptions{}) },
		"no such input":     func() error { _, err := p.Gradient(2); return err },
		"a negative input":  func() error { _, err := p.Jacobian(-1); return err },
		"Hessian: inputs":   func() error { _, err := h.Eval(make([]float64, 2), make([]float64, 4), nil); return err },
		"Hessian: gradient": func() error { _, err := h.Eval(nil, make([]float64, 4), make([]float64, 2)); return err },
		"Hessian: matrix":   func() error { _, err := h.Eval(make([]float64, 2), nil, make([]float64, 2)); return err },
	} {
		var shape *numeric.ShapeError
		if err := call(); !errors.As(err, &shape) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := p.EvalBatch(ctx, col(0), col(0, 0), numeric.BatchOptions{}); err != nil {
		t.Errorf("no points: %v", err)
	}
}

func TestCompileSaysWhatIsWrong(t *testing.T) {
	f := formula(t, "w*x")
	s := f.Expr.Store()
	x, w := s.Symbol("x"), s.Symbol("w")
	for _, c := range []struct {
		vars  []symbolic.Expr
		exprs []symbolic.Expr
		want  string
	}{
		{[]symbolic.Expr{x}, []symbolic.Expr{f.Expr}, "w has no value"},
		{[]symbolic.Expr{x, w, x}, []symbolic.Expr{f.Expr}, "x is given twice"},
		{[]symbolic.Expr{f.Expr}, []symbolic.Expr{f.Expr}, "a variable is a name"},
		{[]symbolic.Expr{x, w}, nil, "no expression"},
	} {
		if _, err := numeric.Compile(c.vars, c.exprs...); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.exprs, err, c.want)
		}
	}
	var unsupported *numeric.UnsupportedError
	if _, err := program("x", "y").Gradient(); !errors.As(err, &unsupported) {
		t.Errorf("gradient of two outputs: %v", err)
	}
}

// TestDataThatAreNoNumbers: NaN in is NaN out but for branches that are not
// reached; infinities follow IEEE arithmetic.
func TestDataThatAreNoNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		text       string
		x, y, want float64
	}{
		{"x+y", nan, 1, nan},
		{"x*0+y", nan, 1, 1}, // there is no x in it
		{"if(x > 0, 1, 2)", nan, 0, nan},
		{"if(y > 0, 1, x)", nan, 1, 1},
		{"max(x, y)", nan, 1, nan},
		{"relu(x)", nan, 1, nan},
		{"x+y", inf, 1, inf},
		{"x-y", inf, inf, nan},
		{"exp(-x)", inf, 0, 0},
		{"sigmoid(x)", inf, 0, 1},
		{"tanh(x)", -inf, 0, -1},
		{"softplus(x)", -inf, 0, 0},
		{"log(x)", inf, 0, inf},
		{"sin(x)", inf, 0, nan},
		{"x/y", 1, 0, nan},
		{"x/y", 1, inf, 0},
		{"exp(x)", 1000, 0, inf},
		{"x*x", 1e200, 0, inf},
		{"sqrt(x^2+y^2)", 1e200, 1e200, math.Sqrt2 * 1e200},
	} {
		got := run(program(c.text), c.x, c.y)[0]
		if !same(got, c.want) && math.Abs(got-c.want) > 1e-15*math.Abs(c.want) {
			t.Errorf("%s at %v, %v is %v, want %v", c.text, c.x, c.y, got, c.want)
		}
	}
}

func TestBatchesEndWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	p := program("x+y")
	x, z := [][]float64{make([]float64, 1e5), make([]float64, 1e5)}, [][]float64{make([]float64, 1e5)}
	for _, workers := range []int{1, 2} {
		if err := p.EvalBatch(ctx, z, x, numeric.BatchOptions{Workers: workers}); !errors.Is(err, context.Canceled) {
			t.Errorf("%d workers: %v", workers, err)
		}
	}
}

func TestEvalAllocatesNothing(t *testing.T) {
	p := must(program("sigmoid(x*y)+sum(k, 1, 4, exp(-k*x))+log(1+exp(y))").Gradient())
	z, x := make([]float64, p.Outputs()), []float64{1, 2}
	if n := testing.AllocsPerRun(100, func() { _ = p.Eval(z, x) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestLoopsAreBounded: a sum with more rounds than are allowed has no value.
func TestLoopsAreBounded(t *testing.T) {
	p := program("sum(k, 1, x, k)")
	for _, c := range [][2]float64{{0, 0}, {3, 6}, {2000, 2001000}, {1e9, math.NaN()}, {2.5, math.NaN()}, {math.Inf(1), math.NaN()}, {-5, 0}} {
		if got := run(p, c[0], 0)[0]; !same(got, c[1]) {
			t.Errorf("the sum up to %v is %v, want %v", c[0], got, c[1])
		}
	}
}

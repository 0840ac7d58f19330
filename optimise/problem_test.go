package optimise_test

import (
	"errors"
	"math"
	"testing"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/mat"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/optimise"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func TestGradientAndHessianAreThoseOfDifferences(t *testing.T) {
	for _, c := range []struct {
		text string
		data bool
	}{
		{"exp(w*x)*sin(b-x)+z*w^2*b", true},
		{"log(1+exp(w*x+b))-z*(w*x+b)", true},
		{"w^4+3*w*b+cosh(b)+sin(w*b)", false},
	} {
		s := symbolic.NewStore()
		f, err := read.NewScope(s, read.Default()).Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var data optimise.Data
		if c.data {
			data = optimise.Data{Features: variables(s, "x", "z"), Rows: [][]float64{{0.5, 1}, {-1, 0.25}, {2, -3}}}
		}
		p, err := optimise.Problem(f.Expr, variables(s, "w", "b"), data)
		if err != nil {
			t.Fatal(err)
		}
		w := []float64{0.7, -0.3}
		got, want := make([]float64, 2), make([]float64, 2)
		p.Grad(got, w)
		fd.Gradient(want, p.Func, w, &fd.Settings{Formula: fd.Central})
		for i := range want {
			if math.Abs(got[i]-want[i]) > 1e-7 {
				t.Errorf("%s: gradient %v, want %v", c.text, got, want)
			}
		}
		var h, hd mat.SymDense
		h, hd = *mat.NewSymDense(2, nil), *mat.NewSymDense(2, nil)
		p.Hess(&h, w)
		fd.Hessian(&hd, p.Func, w, &fd.Settings{Formula: fd.Central, Step: 1e-4})
		if !mat.EqualApprox(&h, &hd, 1e-5) {
			t.Errorf("%s: Hessian\n%v, want\n%v", c.text, mat.Formatted(&h), mat.Formatted(&hd))
		}
	}
}

func TestTheObjectiveIsASumOverRows(t *testing.T) {
	s := symbolic.NewStore()
	w, x := s.Symbol("w"), s.Symbol("x")
	p, err := optimise.Problem(w.Mul(x), []symbolic.Expr{w}, optimise.Data{Features: []symbolic.Expr{x}, Rows: [][]float64{{1}, {2}, {4}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := p.Func([]float64{10}); got != 70 {
		t.Errorf("the sum is %v, want 70", got)
	}
	// Of no rows the sum is 0.
	if p, err = optimise.Problem(w.Mul(x), []symbolic.Expr{w}, optimise.Data{Features: []symbolic.Expr{x}}); err != nil {
		t.Fatal(err)
	}
	if got := p.Func([]float64{10}); got != 0 {
		t.Errorf("the empty sum is %v", got)
	}
}

func TestBadDataAndUnknownVariables(t *testing.T) {
	s := symbolic.NewStore()
	w, x := s.Symbol("w"), s.Symbol("x")
	_, err := optimise.Problem(w.Mul(x), []symbolic.Expr{w}, optimise.Data{Features: []symbolic.Expr{x}, Rows: [][]float64{{1}, {1, 2}}})
	var data *optimise.DataError
	if !errors.As(err, &data) || err.Error() != "row 1 of the data has 2 values, want 1" {
		t.Errorf("error %v", err)
	}
	_, err = optimise.Problem(w.Mul(x), []symbolic.Expr{w}, optimise.Data{})
	var unbound *numeric.UnboundError
	if !errors.As(err, &unbound) || unbound.Name != "x" {
		t.Errorf("error %v", err)
	}
}

// A function whose second derivatives are not known has a problem for BFGS.
func TestWithoutSecondDerivativesThereIsNoHess(t *testing.T) {
	s := symbolic.NewStore()
	own := function.Row{
		Name: "own", Params: []function.Param{{Name: "u"}}, Deriv: []string{"cos(u)"}, LaTeX: `\operatorname{own}`, Source: "definition",
		Float: func(a []float64) float64 { return math.Sin(a[0]) },
		Slope: []function.Partial{func(a []float64, _ float64) float64 { return math.Cos(a[0]) }},
	}
	table, err := function.NewTable(nil, own)
	if err != nil {
		t.Fatal(err)
	}
	row, err := table.Lookup("own", 1)
	if err != nil {
		t.Fatal(err)
	}
	w := s.Symbol("w")
	p, err := optimise.Problem(s.Call(row, w), []symbolic.Expr{w}, optimise.Data{})
	if err != nil || p.Hess != nil {
		t.Fatalf("a Hess is made of nothing, error %v", err)
	}
	g := make([]float64, 1)
	if p.Grad(g, []float64{1}); g[0] != math.Cos(1) {
		t.Errorf("the gradient is %v", g[0])
	}
}

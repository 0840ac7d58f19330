package diff_test

import (
	"math"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// FuzzDiff reads any text. Nothing panics; what can be read has derivatives
// that agree with hyperdual numbers and, at points with kinks, with
// differences, and gradients that read back as themselves.
func FuzzDiff(f *testing.F) {
	for _, seed := range []string{
		"x/x", "abs(x)*y", "x^y", "(x^2)^(1/2)", "sum(i,1,3,a[i]*x^i)", "prod(x,1,3,x-y)", "if(x>0,log(x),y)",
		"f(x,x)", "f(x^2,x*y)", "diff(sin(x*y),x,2)", "g''(x)", "floor(x)*max(x,y,1)", "(-8)^(x/3)", "0^x", "x^0",
		"cbrt(x)^3", "sqrt(x)*sqrt(x)", "atan2(x,y)", "hypot(x,y)^2", "2^x*2^y", "1/(1/x)", "delta(x,y)",
		"log(x,y)", "softplus(x,y)", "diff(f(x,y),x)", "diff(abs(t),t,1,x)", "sum(j,1,n,x)",
	} {
		f.Add(seed)
	}
	g := exprgen.New(11, exprgen.Options{Size: 10})
	for range 20 {
		f.Add(g.Real().String())
	}
	points := []point{
		{"x": 0.7, "y": -1.3, "z": 0.4, "n": 3, "t": 0.5}, {"x": 1.9, "y": 0.6, "z": -0.8, "n": 2, "t": -1.5},
		{"x": 0, "y": 1, "z": -1, "n": 1, "t": 2}, {"x": -1, "y": 0, "z": 2, "n": 0, "t": 0}, {"x": 2, "y": 2, "z": 2, "n": 2, "t": 2},
	}
	for _, p := range points {
		p["a[1]"], p["a[2]"], p["a[3]"] = p["x"]+0.25, 0, p["y"]
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		c := read.NewScope(symbolic.NewStoreLimits(symbolic.Limits{Nodes: 100_000, NumberBits: 1 << 12}), read.Default())
		if err := c.Assume("f:function, g:function"); err != nil {
			t.Fatal(err)
		}
		form, err := c.Formula(text)
		if err != nil {
			return
		}
		trial, err := differentiate(read.Default(), text, form, true)
		if err != nil {
			return
		}
		third, err := diff.Derivative(form, c.Store.Symbol("x"), 3, diff.Options{})
		if err != nil {
			return
		}
		for _, e := range append(trial.gradient.Partials, third.Partials...) {
			text, err := present.Text(e)
			if err != nil {
				continue // a limit of the printer
			}
			if again, err := c.Formula(text); err != nil || again.Expr != e {
				t.Errorf("%s does not read back: %v", text, err)
			}
		}
		o := newOracle()
		for _, p := range points {
			if evaluated(form, p) {
				faults, _ := trial.check(o, p, true)
				for _, f := range faults {
					t.Error(f)
				}
			}
		}
	})
}

// evaluated tells whether a formula has an ordinary value: derivatives inside
// it and unspecified functions have none that the oracle knows.
func evaluated(f read.Formula, p point) bool {
	z, err := evaluate.Float(f.Expr, p)
	return err == nil && math.Abs(z) < 1e6
}

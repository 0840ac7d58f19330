package numeric_test

import (
	"errors"
	"math"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/gradcheck"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// FuzzNumeric compares values of random formulas with enclosures, and gradients by
// reverse mode with those of package diff.
func FuzzNumeric(f *testing.F) {
	for seed := range uint64(60) {
		f.Add(seed, uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed uint64, size uint8) {
		g := exprgen.New(seed, exprgen.Options{Size: 2 + int(size%24), Arrays: []string{"a"}})
		text := g.Real().String()
		f, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula(text)
		if err != nil {
			t.Skip() // too large
		}
		vars := variables(t, f, names...)
		p, err := numeric.Compile(vars, f.Expr)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		sure := certify.Compile(read.Default(), f.Expr.Store(), f.Expr.ID())
		for i := range 3 {
			at := g.Point(i > 0)
			x := make([]float64, len(names))
			for j, n := range names {
				x[j] = at[n]
			}
			compareWithEnclosure(t, text, f, p, sure, at, x)
		}
		compareGradients(t, text, f, vars, seed)
	})
}

func compareWithEnclosure(t *testing.T, text string, f read.Formula, p *numeric.Program, sure *certify.Program, at point, x []float64) {
	t.Helper()
	inputs := sure.Inputs()
	box := make([]interval.Interval, len(inputs))
	for i, id := range inputs {
		name, err := present.Text(f.Expr.Store().Expr(id))
		if err != nil {
			t.Fatal(err)
		}
		box[i] = interval.FromFloats(at[name], at[name])
	}
	v := sure.Big(256, box)[0].Real
	got := eval(p, x...)[0]
	switch {
	case v.IsEmpty() && got-got == 0:
		t.Errorf("%s is %v at %v, where it certainly has no value", text, got, at)
	case v.IsEmpty() || !v.IsBounded() || v.Decoration() < interval.Defined || got-got != 0:
		return
	}
	lo, _ := v.Lower().Float64()
	hi, _ := v.Upper().Float64()
	want := min(max(got, lo), hi) // the nearest value that is possible
	value := func(q point) (float64, error) { return newOracle().value(f.Expr, q) }
	if ok, clear := near(got, want, evaluate.Spread(at, value)+evaluate.Noise(f.Expr, at)); clear && !ok && math.Abs(want) > 1e-280 {
		t.Errorf("%s is %v at %v, not in %v", text, got, at, v)
	}
}

func compareGradients(t *testing.T, text string, f read.Formula, vars []symbolic.Expr, seed uint64) {
	t.Helper()
	d, err := diff.Gradient(f, vars, diff.Options{})
	if err != nil {
		return // there is none as an expression
	}
	q := gradcheck.Problem{Library: read.Default(), Value: f.Expr, Domain: f.Domain, Variables: vars, Gradient: d.Partials, Smooth: d.Conditions,
		Assumed: f.Expr.Store().Expr(symbolic.True)}
	for i := range vars {
		q.Wrt = append(q.Wrt, i)
	}
	r, err := gradcheck.Check(q, gradcheck.Options{Points: 2, Seed: seed})
	var unsupported *numeric.UnsupportedError
	if err != nil && !errors.As(err, &unsupported) {
		t.Fatalf("%s: %v", text, err)
	}
	if err != nil {
		return
	}
	for i, row := range r.Entries {
		if e := row[gradcheck.Reverse]; !e.Agrees {
			t.Errorf("%s: derivative by %s is %v by reverse mode, %v by formula at %v", text, names[i], e.Got, e.Want, r.Text(e.At))
		}
	}
}

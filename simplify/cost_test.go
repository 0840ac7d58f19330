package simplify_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// What a formula costs is measured without writing it; the symbols and numbers
// have to be those that are written.
func TestLeavesAreThoseThatAreWritten(t *testing.T) {
	for name, o := range kinds {
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			o.Size = rapid.IntRange(1, 30).Draw(t, "size")
			e := exprgen.New(rapid.Uint64().Draw(t, "seed"), o).Real().Build(symbolic.NewStore())
			if got, want := simplify.Leaves(e), present.Leaves(e); uint64(got) != want {
				t.Errorf("%s has %d leaves, measured are %d", infix(e), want, got)
			}
		}))
	}
}

// Each form is better than the one before it.
func TestPreferences(t *testing.T) {
	for _, list := range [][]string{
		{"exp(-v)/(1+exp(-v))^2", "sigmoid(v)*(1-sigmoid(v))"},
		{"sigmoid(x)*sigmoid(-x)", "sigmoid(x)*(1-sigmoid(x))"},
		{"sech(x)^2", "1-tanh(x)^2"},
		{"sec(x)", "1/cos(x)"},
		{"sin(x)/cos(x)", "tan(x)"},
		{"x^(-1)*y^(-1)*z^(-1)*w", "w/(x*y*z)", "w/x"},
		{"a*b+a*c", "a*(b+c)"},
		{"exp(x)^2", "exp(2*x)"},
		{"exp(-log(x))", "1/x"},
		{"log(x^2)", "2*log(x)"},
		{"(x^m)^n", "x^(m*n)"},
		{"-(x-y)", "y-x"},
		{"1000000*x", "10*x"},
	} {
		s := read.NewScope(symbolic.NewStore(), read.Default())
		last := int64(math.MaxInt64)
		for _, text := range list {
			f, err := s.Formula(text)
			if err != nil {
				t.Fatal(err)
			}
			w := simplify.Weight(f.Expr)
			if w > last {
				t.Errorf("%s weighs %d, what stands before it %d", text, w, last)
			}
			last = w
		}
	}
}

// A formula that repeats its parts is not written out to be measured.
func TestRepeatedPartsAreMeasuredOnce(t *testing.T) {
	s := symbolic.NewStore()
	e := s.Symbol("x")
	for range 200 {
		e = e.Mul(e.Add(s.Symbol("y")))
	}
	if n := simplify.Leaves(e); n < 1<<60 {
		t.Errorf("%d leaves", n)
	}
}

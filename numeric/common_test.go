package numeric_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// formula reads a formula in a scope of its own.
func formula(t testing.TB, text string) read.Formula {
	t.Helper()
	f, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return f
}

// variables returns names as variables of the store of f; a name may be an
// entry such as a[1].
func variables(t testing.TB, f read.Formula, names ...string) (list []symbolic.Expr) {
	t.Helper()
	scope := read.NewScope(f.Expr.Store(), read.Default())
	for _, n := range names {
		v, err := scope.Formula(n)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v.Expr)
	}
	return list
}

// eval returns the outputs at x.
func eval(p *numeric.Program, x ...float64) []float64 {
	z := make([]float64, p.Outputs())
	p.Eval(z, x)
	return z
}

// same tells whether two numbers have the same bits; all NaN are one.
func same(x, y float64) bool {
	return math.Float64bits(x) == math.Float64bits(y) || x != x && y != y
}

type point = map[string]float64

// An oracle evaluates expressions with package internal/evaluate, in hyperdual
// numbers and in float64.
type oracle struct {
	hyper  *evaluate.Evaluator[hyperdual.Number]
	strict *evaluate.Evaluator[float64] // with a margin, for conditions
}

func newOracle() *oracle {
	o := &oracle{evaluate.New(evaluate.Hyperduals{}), evaluate.New(evaluate.Floats{})}
	o.hyper.Margin, o.hyper.Limit = 1e-9, 1e12
	o.strict.Margin, o.strict.Limit = 1e-9, 1e12
	return o
}

func (o *oracle) value(e symbolic.Expr, p point) (float64, error) {
	return o.strict.Value(e, evaluate.Point[float64]{Values: p})
}

func (o *oracle) holds(cond symbolic.Expr, p point) bool {
	ok, err := o.strict.Holds(cond, evaluate.Point[float64]{Values: p})
	return ok && err == nil
}

// tangents evaluates an expression with ε₁ in one variable and ε₂ in another.
func (o *oracle) tangents(e symbolic.Expr, p point, first, second string) (hyperdual.Number, error) {
	return evaluate.Tangents(o.hyper, e, p, first, second)
}

// near tells whether got is want up to rounding errors, and whether these leave
// something to compare.
func near(got, want, slack float64) (ok, clear bool) {
	size := max(1, math.Abs(want))
	if math.Abs(got-want) <= 1e-9*size {
		return true, true
	}
	if !(slack < 1e-4*size) {
		return false, false
	}
	return math.Abs(got-want) <= 1e-9*size+200*slack, true
}

package numeric_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
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
	values := make(map[string]hyperdual.Number, len(p))
	for k, v := range p {
		z := hyperdual.Number{Real: v}
		if k == first {
			z.E1mag = 1
		}
		if k == second {
			z.E2mag = 1
		}
		values[k] = z
	}
	return o.hyper.Value(e, evaluate.Point[hyperdual.Number]{Values: values})
}

// spread is how much a function changes when the coordinates change in their
// last bits: what rounding errors make of it.
func spread(p point, f func(point) (float64, error)) float64 {
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, k := range []float64{-3, -1, 0, 1, 2, 5} {
		q := make(point, len(p))
		for name, v := range p {
			q[name] = v * (1 + k*0x1p-52)
		}
		y, err := f(q)
		if err != nil {
			return math.Inf(1)
		}
		lowest, highest = min(lowest, y), max(highest, y)
	}
	return highest - lowest
}

// A rounding computes in float64 and changes the last bits of every result at
// random, integers excepted, which may be exponents: the spread of a value
// over several runs is its rounding error (stochastic arithmetic, Vignes).
type rounding struct {
	evaluate.Floats
	rng *rand.Rand
}

func (r rounding) jitter(x float64) float64 {
	if x == math.Floor(x) {
		return x
	}
	return x * (1 + float64(r.rng.IntN(5)-2)*0x1p-52)
}

func (r rounding) Add(x, y float64) float64 { return r.jitter(x + y) }
func (r rounding) Mul(x, y float64) float64 { return r.jitter(x * y) }

func (r rounding) Power(x, y float64) (float64, error) { return r.jitter(math.Pow(x, y)), nil }

func (r rounding) Call(row *function.Row, args []float64) (float64, bool, error) {
	return r.jitter(row.Float(args)), true, nil
}

// noise is the rounding error of an expression at a point.
func noise(e symbolic.Expr, p point) float64 {
	r := evaluate.New(rounding{rng: rand.New(rand.NewPCG(1, 2))})
	return spread(p, func(q point) (float64, error) {
		return r.Value(e, evaluate.Point[float64]{Values: q})
	})
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

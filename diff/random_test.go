package diff_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"
	"sync"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// randomFormulas is how many random formulas are differentiated; the
// environment variable SYMGRAD_RANDOM sets it for longer runs.
func randomFormulas() int {
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_RANDOM")); err == nil {
		return n
	}
	return 10_000
}

var wrt = []string{"x", "y", "z"}

// An oracle evaluates expressions in two arithmetics.
type oracle struct {
	hyper  *evaluate.Evaluator[hyperdual.Number]
	strict *evaluate.Evaluator[float64] // with a margin, for conditions
	wide   *evaluate.Evaluator[float64] // with a wide one, where kinks between x and x+h would mislead differences
}

func newOracle() *oracle {
	o := &oracle{evaluate.New(evaluate.Hyperduals{}), evaluate.New(evaluate.Floats{}), evaluate.New(evaluate.Floats{})}
	o.hyper.Margin, o.hyper.Limit = 1e-9, 1e12
	o.strict.Margin, o.strict.Limit = 1e-9, 1e12
	o.wide.Margin, o.wide.Limit = 1e-3, 1e4
	return o
}

// plain tells whether differences are to be trusted: a condition holds for
// certain, and no large values occur in an expression.
func (o *oracle) plain(cond, e symbolic.Expr, p point) bool {
	at := evaluate.Point[float64]{Values: p}
	ok, err := o.wide.Holds(cond, at)
	if !ok || err != nil {
		return false
	}
	_, err = o.wide.Value(e, at)
	return err == nil
}

// holds tells whether a condition holds for certain.
func (o *oracle) holds(cond symbolic.Expr, p point) bool {
	ok, err := o.strict.Holds(cond, evaluate.Point[float64]{Values: p})
	return ok && err == nil
}

// tangents evaluates an expression with ε₁ in one variable and ε₂ in another.
func (o *oracle) tangents(e symbolic.Expr, p point, first, second string) (hyperdual.Number, error) {
	return evaluate.Tangents(o.hyper, e, p, first, second)
}

// A trial is one formula with its derivatives.
type trial struct {
	text     string
	f        read.Formula
	gradient diff.Result
	single   []diff.Result
	direct   diff.Result
	hessian  *diff.Matrix
}

var direction = []float64{1, -2, 0.5}

func newTrial(lib *read.Library, text string, hessian bool) (*trial, error) {
	f, err := read.NewScope(symbolic.NewStore(), lib).Formula(text)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	return differentiate(lib, text, f, hessian)
}

func differentiate(lib *read.Library, text string, f read.Formula, hessian bool) (t *trial, err error) {
	s, o := f.Expr.Store(), diff.Options{Library: lib}
	t = &trial{text: text, f: f}
	var vars, dir []symbolic.Expr
	for i, name := range wrt {
		vars = append(vars, s.Symbol(name))
		dir = append(dir, s.Rational(rational.New(int64(2*direction[i]), 2)))
	}
	if t.gradient, err = diff.Gradient(f, vars, o); err != nil {
		return nil, err
	}
	for _, x := range vars {
		d, err := diff.Derivative(f, x, 1, o)
		if err != nil {
			return nil, err
		}
		t.single = append(t.single, d)
	}
	if t.direct, err = diff.Directional(f, vars, dir, o); err != nil {
		return nil, err
	}
	if hessian {
		h, err := diff.Hessian(f, vars, o)
		if err != nil {
			return nil, err
		}
		t.hessian = &h
	}
	return t, nil
}

// check compares all derivatives at one point. It returns the faults, and how
// many derivatives were compared.
func (t *trial) check(o *oracle, p point, special bool) (faults []string, compared int) {
	fault := func(format string, args ...any) {
		faults = append(faults, fmt.Sprintf("%s at %v: ", t.text, p)+fmt.Sprintf(format, args...))
	}
	value := func(what string, got symbolic.Expr, want func(point) (float64, error)) {
		ok, why := o.agrees(got, p, want)
		if why != "" {
			fault("%s: %s", what, why)
		} else if ok {
			compared++
		}
	}
	tangent := func(i int) func(point) (float64, error) {
		return func(q point) (float64, error) {
			z, err := o.tangents(t.f.Expr, q, wrt[i], "")
			return z.E1mag, err
		}
	}
	if o.holds(t.gradient.Conditions, p) {
		if _, err := o.strict.Value(t.f.Expr, evaluate.Point[float64]{Values: p}); errors.Is(err, evaluate.ErrUndefined) {
			fault("no value though the conditions hold: %v", err)
			return faults, compared
		}
		for i, name := range wrt {
			value("gradient by "+name, t.gradient.Partials[i], tangent(i))
			if special && o.plain(t.gradient.Conditions, t.f.Expr, p) {
				claimed, err := evaluate.Float(t.gradient.Partials[i], p)
				if err != nil {
					continue
				}
				if verdict, why := existsAt(t.f.Expr, claimed, p, name); verdict == differ {
					fault("gradient by %s is %v, but %s", name, claimed, why)
				}
			}
		}
		value("directional", t.direct.Partials[0], func(q point) (float64, error) {
			sum, size := 0.0, 0.0
			for i := range wrt {
				z, err := tangent(i)(q)
				if err != nil {
					return 0, err
				}
				sum += direction[i] * z
				size += math.Abs(z)
			}
			if size > 1e7*max(1, math.Abs(sum)) {
				return 0, evaluate.ErrUncertain // it cancels
			}
			return sum, nil
		})
	}
	for i, name := range wrt {
		if o.holds(t.single[i].Conditions, p) {
			value("derivative by "+name, t.single[i].Partials[0], tangent(i))
		}
	}
	if t.hessian != nil && o.holds(t.hessian.Conditions, p) {
		for i := range wrt {
			for j := range i + 1 {
				if t.hessian.Rows[i][j] != t.hessian.Rows[j][i] {
					fault("the Hessian is not symmetric")
				}
				value(fmt.Sprintf("Hessian %d %d", i, j), t.hessian.Rows[i][j], func(q point) (float64, error) {
					z, err := o.tangents(t.f.Expr, q, wrt[i], wrt[j])
					return z.E1E2mag, err
				})
			}
		}
	}
	return faults, compared
}

// agrees compares an expression with a function at a point. It returns false
// where rounding errors or the range of floats leave nothing to compare, and
// says what is wrong if something is.
func (o *oracle) agrees(got symbolic.Expr, p point, f func(point) (float64, error)) (ok bool, why string) {
	want, err := f(p)
	if err != nil {
		return false, ""
	}
	claimed, err := o.strict.Value(got, evaluate.Point[float64]{Values: p})
	switch {
	case errors.Is(err, evaluate.ErrOverflow) || errors.Is(err, evaluate.ErrUncertain):
		return false, ""
	case err != nil:
		return false, fmt.Sprintf("%v though the conditions hold", err)
	}
	size := max(1, math.Abs(want))
	if math.Abs(claimed-want) <= 1e-8*size {
		return true, ""
	}
	slack := evaluate.Spread(p, f) + evaluate.Noise(got, p)
	if slack < 1e-4*size && !(math.Abs(claimed-want) <= 1e-8*size+200*slack) {
		return false, fmt.Sprintf("%v, want %v", claimed, want)
	}
	return false, ""
}

// TestDerivativesOfRandomFormulas compares gradients (reverse), derivatives
// and directional derivatives (forward) and Hessians with hyperdual numbers at
// random points, and at points where functions have kinks, jumps and poles,
// with differences from both sides: where the conditions hold there the
// derivative must exist.
func TestDerivativesOfRandomFormulas(t *testing.T) {
	const shards = 4
	n := randomFormulas() / shards
	var mu sync.Mutex
	total, refused, faultsSeen := 0, map[string]int{}, 0
	t.Run("shards", func(t *testing.T) {
		for shard := range shards {
			t.Run(strconv.Itoa(shard), func(t *testing.T) {
				t.Parallel()
				o := exprgen.Options{Size: 5 + 4*shard, Variables: wrt}
				if shard%2 == 1 {
					o.Arrays = []string{"a"}
				}
				g := exprgen.New(uint64(100+shard), o)
				sum, oracle := 0, newOracle()
				for k := range n {
					text := g.Real().String()
					trial, err := newTrial(read.Default(), text, k%4 == 0)
					var known *diff.Error
					if err != nil {
						if !errors.As(err, &known) {
							t.Errorf("%s: %v", text, err)
						}
						mu.Lock()
						refused[err.Error()]++
						mu.Unlock()
						continue
					}
					for i := range 3 {
						faults, compared := trial.check(oracle, g.Point(i > 0), i > 0)
						sum += compared
						if len(faults) > 0 {
							mu.Lock()
							faultsSeen++
							if faultsSeen <= 12 {
								t.Error(faults[0])
							}
							mu.Unlock()
							break
						}
					}
				}
				mu.Lock()
				total += sum
				mu.Unlock()
			})
		}
	})
	if faultsSeen > 0 {
		t.Errorf("%d formulas with faults", faultsSeen)
	}
	t.Logf("%d derivatives compared, refused: %v", total, refused)
	if total < 4*n {
		t.Errorf("only %d derivatives of %d formulas could be compared", total, shards*n)
	}
}

// TestRandomFormulasSeeFaults puts mistakes into copies of rows and expects
// random formulas with them to show it.
func TestRandomFormulasSeeFaults(t *testing.T) {
	for _, c := range []struct {
		row   string
		args  int
		fault func(r *function.Row)
	}{
		{"sin", 1, func(r *function.Row) { r.Deriv = []string{"sin(u)"} }},
		{"tanh", 1, func(r *function.Row) { r.Deriv = []string{"1-u^2"} }},
		{"abs", 1, func(r *function.Row) { r.Smooth = "" }},
		{"floor", 1, func(r *function.Row) { r.Smooth = "" }},
		{"cbrt", 1, func(r *function.Row) { r.Smooth = "" }},
		{"hardshrink", 2, func(r *function.Row) { r.Smooth = "u != lambda" }},
		{"asin", 1, func(r *function.Row) { r.Smooth, r.Domain = "", "" }},
		{"atan2", 2, func(r *function.Row) { r.Smooth = "" }},
	} {
		row, err := function.Default().Lookup(c.row, c.args)
		if err != nil {
			t.Fatal(err)
		}
		bad := *row
		bad.Name, bad.Aliases, bad.Values = "own", nil, nil
		c.fault(&bad)
		table, err := function.NewTable(nil, bad)
		if err != nil {
			t.Fatal(err)
		}
		own, err := table.Lookup("own", c.args)
		if err != nil {
			t.Fatal(err)
		}
		g := exprgen.New(1, exprgen.Options{Size: 5, Variables: wrt, Functions: []*function.Row{own}})
		o, seen := newOracle(), false
		for k := 0; k < 2000 && !seen; k++ {
			trial, err := newTrial(read.NewLibrary(table), g.Real().String(), false)
			if err != nil {
				continue
			}
			for range 3 {
				faults, _ := trial.check(o, g.Point(true), true)
				seen = seen || len(faults) > 0
			}
		}
		if !seen {
			t.Errorf("a fault in the row of %s was not seen", c.row)
		}
	}
}

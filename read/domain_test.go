package read_test

import (
	"errors"
	"math"
	"strconv"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A written evaluates a formula as it was written, node by node in float64: an
// oracle for domains, which knows nothing of canonical forms.
type written struct {
	at   map[string]float64
	edge bool // something was so near a boundary that rounding may decide
}

// undefined ends an evaluation.
type undefined struct{}

func (w *written) value(t *exprgen.Tree) (z float64, ok bool) {
	defer func() {
		if _, bad := recover().(undefined); bad {
			ok = false
		}
	}()
	return w.real(t), true
}

func (w *written) real(t *exprgen.Tree) float64 {
	arg := func(i int) float64 { return w.real(t.Args[i]) }
	switch t.Op {
	case exprgen.Literal:
		e := t.Build(symbolic.NewStore())
		return e.Number().Float64()
	case exprgen.Pi:
		return math.Pi
	case exprgen.Name:
		return w.at[t.Text]
	case exprgen.Entry:
		return w.at[t.Text+"["+strconv.Itoa(int(arg(0)))+"]"]
	case exprgen.Neg:
		return -arg(0)
	case exprgen.Sub:
		return w.check(arg(0) - arg(1))
	case exprgen.Div:
		x, y := arg(0), arg(1)
		w.require(y != 0)
		w.near(y, 0)
		return w.check(x / y)
	case exprgen.Pow:
		return w.power(arg(0), arg(1))
	case exprgen.If:
		if w.truth(t.Args[0]) {
			return arg(1)
		}
		return arg(2)
	case exprgen.Call:
		args := make([]float64, len(t.Args))
		for i := range args {
			args[i] = arg(i)
			w.near(args[i], math.Round(args[i])) // where domains end
		}
		return w.check(t.Row.Float(args))
	}
	return w.many(t)
}

// many is a sum or product of operands or over an index.
func (w *written) many(t *exprgen.Tree) float64 {
	z, product := 0.0, t.Op == exprgen.Mul || t.Op == exprgen.ProdOver
	if product {
		z = 1
	}
	add := func(x float64) {
		if product {
			z *= x
		} else {
			z += x
		}
	}
	if t.Op == exprgen.Add || t.Op == exprgen.Mul {
		for _, a := range t.Args {
			add(w.real(a))
		}
		return w.check(z)
	}
	lower, upper := w.real(t.Args[0]), w.real(t.Args[1])
	outer, bound := w.at[t.Text]
	for k := lower; k <= upper; k++ {
		w.at[t.Text] = k
		add(w.real(t.Args[2]))
	}
	if delete(w.at, t.Text); bound {
		w.at[t.Text] = outer
	}
	return w.check(z)
}

func (w *written) power(x, y float64) float64 {
	w.near(x, 0)
	w.near(y, math.Round(y))
	w.require(x > 0 || x == 0 && y >= 0 || x < 0 && y == math.Floor(y))
	return w.check(math.Pow(x, y))
}

func (w *written) truth(t *exprgen.Tree) bool {
	switch t.Op {
	case exprgen.And:
		return w.truth(t.Args[0]) && w.truth(t.Args[1])
	case exprgen.Or:
		return w.truth(t.Args[0]) || w.truth(t.Args[1])
	case exprgen.Not:
		return !w.truth(t.Args[0])
	}
	x, y := w.real(t.Args[0]), w.real(t.Args[1])
	w.near(x, y)
	switch t.Text {
	case "==":
		return x == y
	case "!=":
		return x != y
	case "<":
		return x < y
	case "<=":
		return x <= y
	case ">":
		return x > y
	}
	return x >= y
}

func (w *written) require(ok bool) {
	if !ok {
		panic(undefined{})
	}
}

func (w *written) near(x, y float64) {
	if d := math.Abs(x - y); d != 0 && d < 1e-9*max(1, math.Abs(y)) {
		w.edge = true
	}
}

// check refuses NaN as undefined; among large numbers nothing is certain.
func (w *written) check(x float64) float64 {
	if math.Abs(x) > 1e6 || x != 0 && math.Abs(x) < 1e-9 {
		w.edge = true
	}
	w.require(!math.IsNaN(x))
	return x
}

// TestDomainIsWhereTheFormulaAsWrittenHasAValue compares the domain that
// reading gives with an evaluation of the text as it stands, and the value of
// the expression with the value of the text.
func TestDomainIsWhereTheFormulaAsWrittenHasAValue(t *testing.T) {
	inside, outside := 0, 0
	strict := evaluate.New(evaluate.Floats{})
	strict.Margin = 1e-9
	for _, size := range []int{4, 8, 14} {
		g := exprgen.New(uint64(size), exprgen.Options{Size: size, Arrays: []string{"a"}})
		for range 1500 {
			tree := g.Real()
			f, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula(tree.String())
			if err != nil {
				t.Fatalf("%s: %v", tree, err)
			}
			for i := range 3 {
				p := g.Point(i > 0)
				w := &written{at: p}
				want, ok := w.value(tree)
				if w.edge {
					continue
				}
				in, err := strict.Holds(f.Domain, evaluate.Point[float64]{Values: p})
				if errors.Is(err, evaluate.ErrUncertain) || errors.Is(err, evaluate.ErrOverflow) || errors.Is(err, evaluate.ErrUnbound) {
					continue
				}
				in = in && err == nil
				if in != ok {
					t.Fatalf("%s at %v: has a value: %v, in the domain: %v (%v)", tree, p, ok, in, err)
				}
				if !ok {
					outside++
					continue
				}
				inside++
				got, err := evaluate.Float(f.Expr, p)
				if err != nil || math.Abs(got-want) > 1e-6*max(1, math.Abs(want)) {
					t.Fatalf("%s at %v: the expression is %v (%v), the text %v", tree, p, got, err, want)
				}
			}
		}
	}
	if inside < 3000 || outside < 500 {
		t.Errorf("%d points inside and %d outside of domains", inside, outside)
	}
}

// TestTextsOfTheTableAgreeWithTheKernels evaluates definitions, domains and
// ranges as they are read.
func TestTextsOfTheTableAgreeWithTheKernels(t *testing.T) {
	lib := read.Default()
	values := []float64{-3.4, -2, -1, -0.6, 0, 0.3, 1, 1.7, 4}
	for _, row := range function.Default().All() {
		forms := lib.Forms(row)
		s := symbolic.NewStore()
		var args []symbolic.ID
		for _, p := range row.Params {
			args = append(args, s.Sym(p.Name))
		}
		for k := range len(values) * len(values) {
			at, reals := map[string]float64{}, []float64(nil)
			for i, p := range row.Params {
				v := values[(k+i*(k/len(values)))%len(values)]
				at[p.Name] = v
				reals = append(reals, v)
			}
			y := row.Float(reals)
			if forms.Domain != nil {
				in, err := evaluate.Holds(s.Expr(forms.Domain.Build(s, args...)), at)
				if err != nil || in == math.IsNaN(y) {
					t.Errorf("%s at %v is %v, in the domain: %v, %v", row.Name, reals, y, in, err)
				}
			}
			if math.IsNaN(y) || math.IsInf(y, 0) {
				continue
			}
			if forms.Definition != nil {
				z, err := evaluate.Float(s.Expr(forms.Definition.Build(s, args...)), at)
				if err != nil || math.Abs(z-y) > 1e-9*max(1, math.Abs(y)) {
					t.Errorf("%s at %v: %v, by its definition %v, %v", row.Name, reals, y, z, err)
				}
			}
			if at["y"] = y; forms.Range != nil {
				cond := s.Expr(forms.Range.Build(s, append(args[:len(args):len(args)], s.Sym("y"))...))
				if in, err := evaluate.Holds(cond, at); err != nil || !in && math.Abs(y) > 1e-9 {
					t.Errorf("%s at %v: the value %v is outside of the range (%v)", row.Name, reals, y, err)
				}
			}
		}
	}
}

package assume_test

import (
	"math"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A tester is a *testing.T or a *rapid.T.
type tester interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
	Fatal(args ...any)
}

// scope reads a formula or condition and the facts under which it is asked
// about.
func scope(t tester, text, facts string, condition bool) (*read.Scope, symbolic.Expr) {
	t.Helper()
	c := read.NewScope(symbolic.NewStore(), read.Default())
	if facts != "" {
		if err := c.Assume(facts); err != nil {
			t.Fatalf("%s: %v", facts, err)
		}
	}
	if condition {
		e, err := c.Condition(text)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		return c, e
	}
	f, err := c.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return c, f.Expr
}

// written is a condition in infix.
func written(t tester, cond symbolic.Expr) string {
	t.Helper()
	if cond.Kind() == symbolic.Boolean {
		return map[bool]string{true: "true", false: "false"}[cond.Truth()]
	}
	text, err := present.Text(cond)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// factsHold tells whether the types and relations of a scope hold at a point
// for certain.
func factsHold(c *read.Scope, e *evaluate.Evaluator[float64], at evaluate.Point[float64]) bool {
	for name, kind := range c.Types {
		x := at.Values[name]
		ok := map[read.Type]bool{
			read.Real: true, read.Positive: x > 0, read.Negative: x < 0, read.Nonnegative: x >= 0,
			read.Nonzero: x != 0, read.Integer: x == math.Floor(x),
		}[kind]
		if !ok {
			return false
		}
	}
	for _, r := range c.Relations {
		if ok, err := e.Holds(r.Expr, at); !ok || err != nil || fragile(e, r.Expr, at) {
			return false
		}
	}
	return true
}

// fragile tells whether floats may have rounded two sides of a relation to
// the same number, or an argument to the place of a jump: sigmoid(50) is no 1.
func fragile(e *evaluate.Evaluator[float64], cond symbolic.Expr, at evaluate.Point[float64]) bool {
	s := cond.Store()
	for _, id := range s.Postorder(cond.ID()) {
		ops := s.Operands(id)
		switch {
		case s.Kind(id) == symbolic.Relation:
		case s.Kind(id) == symbolic.Apply && s.Function(id) != nil && s.Function(id).Continuous != "":
			ops = ops[:1]
		default:
			continue
		}
		if !inexact(s, ops) {
			continue
		}
		x, err := e.Value(s.Expr(ops[0]), at)
		if err != nil {
			continue // not reached, or the whole has no value
		}
		if len(ops) == 1 && x == math.Floor(x) {
			return true
		}
		if len(ops) == 2 {
			if y, err := e.Value(s.Expr(ops[1]), at); err == nil && x == y {
				return true
			}
		}
	}
	return false
}

// inexact tells whether functions or roots occur whose values are rounded.
func inexact(s *symbolic.Store, roots []symbolic.ID) bool {
	for _, id := range s.Postorder(roots...) {
		switch ops := s.Operands(id); s.Kind(id) {
		case symbolic.Apply:
			if row := s.Function(id); row != nil && row.Exact == nil {
				return true
			}
		case symbolic.Power:
			if s.Kind(ops[1]) != symbolic.Number || !s.Number(ops[1]).IsInt() {
				return true
			}
		case symbolic.Product:
			for i := 2; i < len(ops); i += 2 {
				if s.Kind(ops[i]) != symbolic.Number || !s.Number(ops[i]).IsInt() {
					return true
				}
			}
		}
	}
	return false
}

// compare fails where a condition and the reduced one both have a value and
// differ, at a point at which the facts hold. It tells whether they were
// compared.
func compare(t tester, c *read.Scope, e *evaluate.Evaluator[float64], cond, reduced symbolic.Expr, at evaluate.Point[float64]) bool {
	t.Helper()
	if !factsHold(c, e, at) {
		return false
	}
	want, err := e.Holds(cond, at)
	if err != nil {
		return false
	}
	got, err := e.Holds(reduced, at)
	if err != nil || fragile(e, cond, at) || fragile(e, reduced, at) {
		return false
	}
	if got != want {
		var facts []string
		for _, r := range c.Relations {
			facts = append(facts, written(t, r.Expr))
		}
		t.Errorf("%s is %v and the reduced %s is %v at %v, facts %v %v", written(t, cond), want, written(t, reduced), got, at.Values, facts, c.Types)
	}
	return true
}

func newEvaluator() *evaluate.Evaluator[float64] {
	e := evaluate.New(evaluate.Floats{})
	e.Margin, e.Limit = 1e-9, 1e6
	return e
}

// coordinates are where conditions and powers change, and numbers between.
var coordinates = []float64{-3, -2, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 5}

// grid yields points of some coordinates for the variables of a condition and
// of the facts: all of them for two variables, and a part for more.
func grid(c *read.Scope, cond symbolic.Expr, yield func(at evaluate.Point[float64])) {
	ids := []symbolic.ID{cond.ID()}
	for _, r := range c.Relations {
		ids = append(ids, r.Expr.ID())
	}
	var names []string
	seen := map[symbolic.ID]bool{}
	for _, id := range ids {
		for _, x := range c.Store.FreeSymbols(id) {
			if !seen[x] {
				seen[x] = true
				names = append(names, c.Store.Name(x))
			}
		}
	}
	n := len(coordinates)
	total := 1
	for range names {
		total *= n
	}
	step := max(1, total/3000)
	if step > 1 { // no divisor of the rows of the grid
		step |= 1
	}
	for k := 0; k < total; k += step {
		at := evaluate.Point[float64]{Values: map[string]float64{}}
		rest := k
		for _, name := range names {
			at.Values[name] = coordinates[rest%n]
			rest /= n
		}
		yield(at)
	}
}

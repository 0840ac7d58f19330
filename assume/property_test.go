package assume_test

import (
	"errors"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func exact(x float64) rational.Rat { return rational.FromBig(new(big.Rat).SetFloat64(x)) }

// someFacts are what random questions are asked under, contradictions among
// them.
var someFacts = []string{
	"", "", "x:positive", "x:nonzero, y:negative", "x:nonnegative, y:integer", "x:integer", "x > 0, x < 1", "x >= 1/2, y <= -1/2",
	"x != 0, x != 1, y != 0", "x*y > 0", "x^2 > 1", "x-y > 0, y > 0", "x+y == 1", "abs(x) < 1", "x == 2", "x <= -1 or x >= 1",
	"x > 1, x < 0", "x > y, y > x", "sin(x) > 0, x > 0", "1/x > 1/2", "x >= 0, y >= 0, x*y >= 1", "max(x, y) < 1", "floor(x) == 1",
}

// exactRows are the functions whose values at rationals are rational.
func exactRows() (rows []*function.Row) {
	for _, row := range function.Default().All() {
		if row.Exact != nil && row.Expand == "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// A question is a random formula or condition, under facts that are given or
// random too.
type question struct {
	c   *read.Scope
	e   symbolic.Expr
	gen *exprgen.Generator
}

func randomQuestion(t *rapid.T, o exprgen.Options, condition bool) question {
	o.Size, o.NoBinders, o.Variables = rapid.IntRange(1, 16).Draw(t, "size"), true, []string{"x", "y"}
	gen := exprgen.New(rapid.Uint64().Draw(t, "seed"), o)
	c := read.NewScope(symbolic.NewStore(), read.Default())
	facts := rapid.SampledFrom(someFacts).Draw(t, "facts")
	switch rapid.IntRange(0, 5).Draw(t, "kind of facts") {
	case 0:
		facts = gen.Condition().String()
	case 1:
		facts = split(t).String()
	}
	if facts != "" {
		if err := c.Assume(facts); err != nil {
			t.Fatalf("%s: %v", facts, err)
		}
	}
	tree := gen.Real()
	if condition {
		tree = conjunction(t, gen)
	}
	return question{c, tree.Build(c.Store), gen}
}

// conjunction joins a few conditions, of which some are plain relations of
// the variables, so that there is something to merge.
func conjunction(t *rapid.T, gen *exprgen.Generator) *exprgen.Tree {
	z := &exprgen.Tree{Op: exprgen.And}
	if rapid.Bool().Draw(t, "or") {
		z.Op = exprgen.Or
	}
	z.Args = append(z.Args, gen.Condition())
	for range rapid.IntRange(1, 3).Draw(t, "conditions") {
		relation := func() *exprgen.Tree {
			return &exprgen.Tree{Op: exprgen.Relation, Text: rapid.SampledFrom([]string{"<", "<=", ">", ">=", "!=", "=="}).Draw(t, "relation"), Args: []*exprgen.Tree{
				{Op: exprgen.Name, Text: rapid.SampledFrom([]string{"x", "x", "y"}).Draw(t, "variable")},
				{Op: exprgen.Literal, Text: rapid.SampledFrom([]string{"0", "0", "1", "-1", "1/2", "2"}).Draw(t, "number")},
			}}
		}
		switch rapid.IntRange(0, 4).Draw(t, "part") {
		case 0:
			z.Args = append(z.Args, gen.Condition())
		case 3:
			z.Args = append(z.Args, split(t))
		case 1:
			z.Args = append(z.Args, &exprgen.Tree{Op: exprgen.Or, Args: []*exprgen.Tree{relation(), relation()}})
		case 2:
			z.Args = append(z.Args, &exprgen.Tree{Op: exprgen.And, Args: []*exprgen.Tree{relation(), relation()}})
		default:
			z.Args = append(z.Args, relation())
		}
	}
	return z
}

// split is made of relations of products with 0, which are several conditions each:
// x*(x+1) != 0 or x*(x-1) != 0.
func split(t *rapid.T) *exprgen.Tree {
	name := rapid.SampledFrom([]string{"x", "x", "y"}).Draw(t, "variable")
	z := &exprgen.Tree{Op: rapid.SampledFrom([]exprgen.Op{exprgen.Or, exprgen.Or, exprgen.And}).Draw(t, "connective")}
	for range rapid.IntRange(2, 3).Draw(t, "parts") {
		product := &exprgen.Tree{Op: exprgen.Mul}
		for range rapid.IntRange(2, 3).Draw(t, "factors") {
			root := rapid.SampledFrom([]string{"0", "0", "1", "-1", "1/2"}).Draw(t, "root")
			product.Args = append(product.Args, &exprgen.Tree{Op: exprgen.Sub, Args: []*exprgen.Tree{{Op: exprgen.Name, Text: name}, {Op: exprgen.Literal, Text: root}}})
		}
		z.Args = append(z.Args, &exprgen.Tree{Op: exprgen.Relation, Text: rapid.SampledFrom([]string{"!=", "!=", "==", ">", "<="}).Draw(t, "relation of a product"),
			Args: []*exprgen.Tree{product, {Op: exprgen.Literal, Text: "0"}}})
	}
	return z
}

// points are where a question is looked at: where conditions change, and
// anywhere.
func (q question) points(yield func(at evaluate.Point[float64])) {
	for k := range 30 {
		yield(evaluate.Point[float64]{Values: q.gen.Point(k%3 > 0)})
	}
}

// TestReducedConditionsAreEquivalent: Reduce changes no truth value where the
// facts hold, and Holds says Yes or No only where it is so everywhere.
func TestReducedConditionsAreEquivalent(t *testing.T) {
	e := newEvaluator()
	for name, o := range map[string]exprgen.Options{"all functions": {}, "exact functions": {Functions: exactRows()}} {
		compared := 0
		t.Run(name, rapid.MakeCheck(func(t *rapid.T) {
			q := randomQuestion(t, o, true)
			f := assume.New(q.c)
			reduced := f.Reduce(q.e)
			answer := f.Holds(q.e)
			if (reduced.ID() == symbolic.True) && answer != assume.Yes || (reduced.ID() == symbolic.False) && answer != assume.No {
				t.Fatalf("the answer is %v and the reduced condition another", answer)
			}
			switch answer { // it may know more than Reduce
			case assume.Yes:
				reduced = q.c.Store.Expr(symbolic.True)
			case assume.No:
				reduced = q.c.Store.Expr(symbolic.False)
			}
			q.points(func(at evaluate.Point[float64]) {
				if compare(t, q.c, e, q.e, reduced, at) {
					compared++
				}
			})
		}))
		if compared < 300 {
			t.Errorf("%s: conditions were compared at %d points only", name, compared)
		}
	}
}

// TestRangesContainValues: floats within what rounding may have done.
func TestRangesContainValues(t *testing.T) {
	e, compared := newEvaluator(), 0
	e.Limit = 1e5
	rapid.Check(t, func(t *rapid.T) {
		q := randomQuestion(t, exprgen.Options{}, false)
		f := assume.New(q.c)
		q.points(func(at evaluate.Point[float64]) {
			if !factsHold(q.c, e, at) || fragile(e, q.e, at) {
				return
			}
			for _, id := range q.c.Store.Postorder(q.e.ID()) {
				x := q.c.Store.Expr(id)
				if q.c.Store.IsCondition(id) {
					continue
				}
				y, err := e.Value(x, at)
				if err != nil {
					continue
				}
				compared++
				if i := f.Range(id); !near(i, y, 1e-6) {
					t.Fatalf("the range of %s is %v, but at %v it is %v", written(t, x), i, at.Values, y)
				}
			}
		})
	})
	if compared < 1000 {
		t.Errorf("ranges were compared with %d values only", compared)
	}
}

// TestRangesContainExactValues substitutes rationals into formulas of
// functions with rational values: ends of ranges count.
func TestRangesContainExactValues(t *testing.T) {
	e, compared := newEvaluator(), 0
	rows := exactRows()
	rapid.Check(t, func(t *rapid.T) {
		q := randomQuestion(t, exprgen.Options{Functions: rows}, false)
		f, s := assume.New(q.c), q.c.Store
		nodes := s.Postorder(q.e.ID())
		q.points(func(at evaluate.Point[float64]) {
			if !factsHold(q.c, e, at) || fragile(e, q.e, at) {
				return
			}
			values := map[symbolic.ID]symbolic.ID{}
			for name, x := range at.Values {
				values[s.Sym(name)] = s.Num(exact(x))
			}
			for _, id := range nodes {
				if s.IsCondition(id) {
					continue
				}
				if _, err := e.Value(s.Expr(id), at); errors.Is(err, evaluate.ErrUndefined) {
					continue
				}
				z := s.Substitute(id, values)
				if s.Kind(z) != symbolic.Number || s.Number(z).BitLen() > 4096 {
					continue
				}
				compared++
				if i := f.Range(id); !i.Contains(s.Number(z)) {
					t.Fatalf("the range of %s is %v, but at %v it is %v", written(t, s.Expr(id)), i, at.Values, s.Number(z))
				}
			}
		})
	})
	if compared < 1000 {
		t.Errorf("ranges were compared with %d values only", compared)
	}
}

// TestReducingIsDeterministic: the same question in another store has the
// same answer in the same words.
func TestReducingIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gen := exprgen.New(rapid.Uint64().Draw(t, "seed"), exprgen.Options{Size: 14})
		text := conjunction(t, gen).String()
		facts := rapid.SampledFrom(someFacts).Draw(t, "facts")
		ask := func() string {
			c := read.NewScope(symbolic.NewStore(), read.Default())
			if facts != "" {
				if err := c.Assume(facts); err != nil {
					t.Fatal(err)
				}
			}
			cond, err := c.Condition(text)
			if err != nil {
				t.Fatal(err)
			}
			return written(t, assume.New(c).Reduce(cond))
		}
		if a, b := ask(), ask(); a != b {
			t.Fatalf("%s is once %s and once %s", text, a, b)
		}
	})
}

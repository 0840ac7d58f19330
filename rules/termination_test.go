package rules_test

import (
	"testing"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// weight is the size of an expression as a person sees it: 1 for a number or
// name, 1 for a sign and for each addition, multiplication, relation and
// connective, 2 for a power, 4 for a function and for branches, 8 for one of the
// gamma family.
func weight(s *symbolic.Store, id symbolic.ID) int {
	coefficient := func(c rational.Rat) (w int) {
		if c.Sign() < 0 {
			w++
		}
		if !c.Abs().IsOne() {
			w += 2
		}
		return w
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		if s.Number(id).Sign() < 0 {
			return 2
		}
		return 1
	case symbolic.Symbol, symbolic.Constant, symbolic.Boolean:
		return 1
	case symbolic.Sum:
		w := -1
		if ops[0] != symbolic.Zero {
			w += 2
		}
		for i := 1; i < len(ops); i += 2 {
			w += 1 + weight(s, ops[i]) + coefficient(s.Number(ops[i+1]))
		}
		return w
	case symbolic.Product:
		w := -1 + coefficient(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			w += 1 + weight(s, ops[i])
			if ops[i+1] != symbolic.One {
				w += 2 + weight(s, ops[i+1])
			}
		}
		return w
	}
	w := 1
	switch s.Kind(id) {
	case symbolic.Power:
		w = 2
	case symbolic.If:
		w = 4
	case symbolic.Apply:
		w = 4
		if s.Function(id).Family == "gamma" {
			w = 8
		}
	case symbolic.And, symbolic.Or:
		w = len(ops) - 1
	}
	for _, o := range ops {
		w += weight(s, o)
	}
	return w
}

// occurrences counts how often a symbol is written.
func occurrences(s *symbolic.Store, id, symbol symbolic.ID) (n int) {
	if id == symbol {
		return 1
	}
	for _, o := range s.Operands(id) {
		n += occurrences(s, o, symbol)
	}
	return n
}

// A rule that lowers the weight and repeats no variable lowers the weight of
// every term that it is applied to.
func TestSimplifyRulesMakeExpressionsLighter(t *testing.T) {
	for _, r := range rules.All() {
		if r.Use != rules.Simplify {
			continue
		}
		f := r.Forms()
		before, after := weight(f.Store, f.From.ID()), weight(f.Store, f.To.ID())
		if after >= before {
			t.Errorf("%s: %s => %s: weight from %d to %d", r.Name, r.From, r.To, before, after)
		}
		for i, x := range f.Symbols {
			if a, b := occurrences(f.Store, f.From.ID(), x), occurrences(f.Store, f.To.ID(), x); b > a {
				t.Errorf("%s: %s => %s: %s is written %d times instead of %d", r.Name, r.From, r.To, f.Variables[i], b, a)
			}
		}
	}
}

// strategy is a list of the rules of some uses.
func strategy(t *testing.T, uses ...rules.Use) *rewrite.Strategy {
	t.Helper()
	var list []*rules.Rule
	for _, u := range uses {
		for _, r := range rules.All() {
			if r.Use == u {
				list = append(list, r)
			}
		}
	}
	s, err := rewrite.NewStrategy(list...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// region answers what follows from ranges and nothing else.
func region(c *read.Scope) rewrite.Region {
	facts := assume.New(c)
	return rewrite.Region{Guard: func(cond symbolic.ID) bool { return facts.Holds(c.Store.Expr(cond)) == assume.Yes }}
}

// generators are the functions that the normal form is made of. atan2 is one as
// long as the quadrant is not known.
var generators = map[string]bool{"exp": true, "log": true, "sin": true, "cos": true, "asin": true, "atan": true, "atan2": true,
	"abs": true, "sign": true, "floor": true, "erf": true, "erfi": true, "gamma": true, "digamma": true, "polygamma": true}

func TestNormalRulesLeadToGenerators(t *testing.T) {
	normal := strategy(t, rules.Simplify, rules.Normal)
	for _, row := range read.Default().Table().All() {
		if row.Expand != "" {
			continue
		}
		c := read.NewScope(symbolic.NewStore(), read.Default())
		var args []symbolic.ID
		for _, name := range []string{"x", "y", "z"}[:max(len(row.Params), 1)] {
			args = append(args, c.Store.Sym(name))
		}
		id := c.Store.Apply(c.Store.Func(row), args...)
		out, err := normal.Run(c.Store, id, region(c), rewrite.Budget{})
		if err != nil {
			t.Fatal(err)
		}
		if out.Stop != rewrite.Done {
			t.Errorf("%s: %v", row.Name, out.Stop)
		}
		for _, x := range c.Store.Postorder(out.Result) {
			if c.Store.Kind(x) == symbolic.Apply && !generators[c.Store.Name(x)] {
				t.Errorf("%s: %s is left", row.Name, c.Store.Name(x))
			}
		}
	}
}

// Simplify rules undo what Normal rules do in places; together they must not go
// in a circle.
func TestNormalAndSimplifyRulesComeToAnEnd(t *testing.T) {
	simplify, normal := strategy(t, rules.Simplify), strategy(t, rules.Simplify, rules.Normal)
	run := func(s *rewrite.Strategy, c *read.Scope, id symbolic.ID, what any) {
		out, err := s.Run(c.Store, id, region(c), rewrite.Budget{Steps: 10000})
		if err != nil {
			t.Fatalf("%v: %v", what, err)
		}
		if out.Stop != rewrite.Done {
			t.Errorf("%v: %v after %d steps", what, out.Stop, len(out.Steps))
		}
	}
	for _, r := range rules.All() {
		from, with, _, err := example(r.Example)
		if err != nil {
			t.Fatal(err)
		}
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(from)
		if err != nil {
			t.Fatal(err)
		}
		if with != "" {
			if err := c.Assume(with); err != nil {
				t.Fatal(err)
			}
		}
		run(simplify, c, f.Expr.ID(), r.Example)
		run(normal, c, f.Expr.ID(), r.Example)
	}
	for seed := range uint64(200) {
		tree := exprgen.New(seed, exprgen.Options{NoBinders: true}).Real()
		for _, with := range []string{"", "x > 0, y < 0, z >= 1", "x:integer, 0 < y, y < 1, z < 0"} {
			c := read.NewScope(symbolic.NewStore(), read.Default())
			id := tree.Build(c.Store).ID()
			if with != "" {
				if err := c.Assume(with); err != nil {
					t.Fatal(err)
				}
			}
			run(simplify, c, id, tree)
			run(normal, c, id, tree)
		}
	}
}

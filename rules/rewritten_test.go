package rules_test

import (
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// What rules do to whole terms: random formulas, most of which have no value
// in places, are rewritten as long as a rule fires. Where the formula has a
// value, the result has to have the same.
func TestRewrittenTermsKeepTheirValues(t *testing.T) {
	strategies := []*rewrite.Strategy{strategy(t, rules.Simplify), strategy(t, rules.Simplify, rules.Normal)}
	judged := 0
	for seed := range uint64(250) {
		tree := exprgen.New(seed, exprgen.Options{Size: 8, NoBinders: true}).Real()
		c := read.NewScope(symbolic.NewStore(), read.Default())
		id := tree.Build(c.Store).ID()
		for _, s := range strategies {
			x := rewritten(t, c, s, id)
			if x == nil {
				continue
			}
			counts, broken := x.survey(tree.String(), 20, 60)
			judged += counts[holds]
			if broken != nil {
				got, _ := present.Text(c.Store.Expr(x.to))
				t.Errorf("%v is not %s at %s", tree, got, broken.describe(x.names))
			}
		}
	}
	if judged < 2000 {
		t.Errorf("only %d points count", judged)
	}
}

// rewritten is the claim that a strategy keeps the value of a term; nil if it
// leaves the term as it is.
func rewritten(t *testing.T, c *read.Scope, s *rewrite.Strategy, id symbolic.ID) *claim {
	t.Helper()
	out, err := s.Run(c.Store, id, region(c), rewrite.Budget{Steps: 1000})
	if err != nil {
		t.Fatal(err)
	}
	if out.Result == id {
		return nil
	}
	x := &claim{s: c.Store, from: id, to: out.Result, guard: symbolic.True, large: true}
	x.symbols = c.Store.FreeSymbols(x.from, x.to)
	for _, v := range x.symbols {
		x.names = append(x.names, c.Store.Name(v))
	}
	return x
}

package rewrite_test

import (
	"slices"
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
)

// Every row of the tables is a pattern, and matches its own left side.
func TestAllRulesArePatterns(t *testing.T) {
	for _, r := range rules.All() {
		p, err := rewrite.Compile(r)
		if err != nil {
			t.Error(err)
			continue
		}
		f, d := r.Forms(), newDesk(t)
		id := f.FromForm.Build(d.s, d.variables(f.Variables)...)
		found := false
		err = p.Each(d.s, id, 10_000, func(s rewrite.Step) bool {
			found = s.Before == id
			return !found
		})
		if err != nil || !found || !rewrite.Passes(p, d.s, id) {
			t.Errorf("%s does not match its left side, %s: %v", r.Name, r.From, err)
		}
	}
}

// table returns the rows of the tables for some uses.
func table(t testing.TB, uses ...rules.Use) *rewrite.Strategy {
	var list []*rules.Rule
	for _, r := range rules.All() {
		if slices.Contains(uses, r.Use) {
			list = append(list, r)
		}
	}
	z, err := rewrite.NewStrategy(list...)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestSimplifyRulesEnd(t *testing.T) {
	z := table(t, rules.Simplify)
	steps := 0
	random(150, func(seed int, f *exprgen.Tree) {
		d := newDesk(t, "x > 0")
		id, guard := f.Build(d.s).ID(), d.guard()
		out := d.run(z, id, rewrite.Region{Guard: guard}, rewrite.Budget{Steps: 10_000})
		if out.Stop != rewrite.Done {
			t.Errorf("seed %d, %s: %s", seed, d.text(id), out.Stop)
		}
		d.replay(out.Proof(), id, out.Result, here(guard))
		steps += len(out.Steps)
	})
	if steps < 50 {
		t.Errorf("only %d steps", steps)
	}
}

func TestSearchWithAllRulesIsExplained(t *testing.T) {
	z := table(t, rules.Simplify, rules.Explore)
	passed := 0
	random(40, func(seed int, f *exprgen.Tree) {
		d := newDesk(t, "x > 0")
		id, guard := f.Build(d.s).ID(), d.guard()
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(id); err != nil {
			t.Fatal(err)
		}
		d.saturate(g, z, rewrite.Search{Guard: guard, Budget: rewrite.Budget{Nodes: 3000}})
		missed, n := rewrite.Missed(g, z)
		if passed += n; len(missed) > 0 {
			t.Errorf("seed %d: %s and %d others are not tried", seed, missed[0], len(missed)-1)
		}
		best, err := g.Extract(id, nil)
		if err != nil {
			t.Fatal(err)
		}
		p, err := g.Explain(id, best)
		if err != nil {
			t.Fatal(err)
		}
		d.replay(p, id, best, here(guard))
	})
	if passed < 1000 {
		t.Errorf("only %d patterns were passed over", passed)
	}
}

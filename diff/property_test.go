package diff_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// randomTree draws a formula of any size up to about 25 operations.
func randomTree(t *rapid.T) *exprgen.Tree {
	size := rapid.IntRange(1, 25).Draw(t, "size")
	seed := rapid.Uint64().Draw(t, "seed")
	return exprgen.New(seed, exprgen.Options{Size: size, Arrays: []string{"a"}}).Real()
}

// readsBack fails unless a written expression reads as itself.
func readsBack(t *rapid.T, c *read.Scope, e symbolic.Expr, what string) {
	text, err := present.Text(e)
	if err != nil {
		t.Fatal(err)
	}
	var again symbolic.Expr
	if c.Store.IsCondition(e.ID()) {
		again, err = c.Condition(text)
	} else {
		var f read.Formula
		f, err = c.Formula(text)
		again = f.Expr
	}
	if err != nil {
		t.Fatalf("%s %s: %v", what, text, err)
	}
	if again != e {
		t.Fatalf("%s %s reads as another expression", what, text)
	}
}

// TestWrittenReadsBack: parse(print(e)) = e for random formulas, their
// domains, their gradients and the conditions of these.
func TestWrittenReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(randomTree(t).String())
		if err != nil {
			t.Fatal(err)
		}
		readsBack(t, c, f.Expr, "formula")
		if f.Domain.Kind() != symbolic.Boolean {
			readsBack(t, c, f.Domain, "domain")
		}
		g, err := diff.Gradient(f, []symbolic.Expr{c.Store.Symbol("x"), c.Store.Symbol("y")}, diff.Options{})
		if err != nil {
			t.Skip(err)
		}
		for _, e := range g.Partials {
			readsBack(t, c, e, "partial")
		}
		if g.Conditions.Kind() != symbolic.Boolean {
			readsBack(t, c, g.Conditions, "conditions")
		}
	})
}

// TestOrderOfOperandsDoesNotMatter: sums and products with their operands
// shuffled are the same expression with the same gradient.
func TestOrderOfOperandsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := randomTree(t)
		k := rapid.IntRange(0, 1<<20).Draw(t, "shuffle")
		other := tree.Shuffled(func(n int) int { k = k*1103515245 + 12345; return (k >> 8 & 0xFFFF) % n })
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(tree.String())
		if err != nil {
			t.Fatal(err)
		}
		g, err := c.Formula(other.String())
		if err != nil {
			t.Fatal(err)
		}
		if f.Expr != g.Expr {
			t.Fatalf("%s and %s are two expressions", tree, other)
		}
	})
}

// TestResultsAreCanonical rebuilds every node of a second derivative and of a
// gradient from its operands: it must be itself.
func TestResultsAreCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(randomTree(t).String())
		if err != nil {
			t.Fatal(err)
		}
		x := c.Store.Symbol("x")
		g, err := diff.Gradient(f, []symbolic.Expr{x, c.Store.Symbol("y")}, diff.Options{})
		if err != nil {
			t.Skip(err)
		}
		d, err := diff.Derivative(f, x, 2, diff.Options{})
		if err != nil {
			t.Skip(err)
		}
		roots := []symbolic.ID{f.Expr.ID(), g.Conditions.ID(), d.Partials[0].ID(), d.Conditions.ID()}
		for _, e := range g.Partials {
			roots = append(roots, e.ID())
		}
		for _, id := range c.Store.Postorder(roots...) {
			ops := c.Store.Operands(id)
			if len(ops) == 0 {
				continue
			}
			if again := c.Store.Rebuild(id, slices.Clone(ops)); again != id {
				a, _ := present.Text(c.Store.Expr(id))
				b, _ := present.Text(c.Store.Expr(again))
				t.Fatalf("%s %s is rebuilt as %s", c.Store.Kind(id), a, b)
			}
		}
	})
}

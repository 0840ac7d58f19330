package exprgen_test

import (
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func TestSameSeedSameFormulas(t *testing.T) {
	a, b := exprgen.New(7, exprgen.Options{}), exprgen.New(7, exprgen.Options{})
	for range 50 {
		if x, y := a.Real().String(), b.Real().String(); x != y {
			t.Fatalf("%s\n%s", x, y)
		}
	}
}

// TestBuiltIsRead compares what the kernel builds with what is read from the
// text.
func TestBuiltIsRead(t *testing.T) {
	for _, size := range []int{1, 5, 12, 40} {
		g := exprgen.New(uint64(size), exprgen.Options{Size: size, Arrays: []string{"a"}})
		for range 500 {
			tree := g.Real()
			c := read.NewScope(symbolic.NewStore(), read.Default())
			built := tree.Build(c.Store)
			f, err := c.Formula(tree.String())
			if err != nil {
				t.Fatalf("%s: %v", tree, err)
			}
			if f.Expr != built {
				t.Fatalf("%s is read as another expression than it was built", tree)
			}
		}
	}
}

func TestConditionsAreRead(t *testing.T) {
	g := exprgen.New(3, exprgen.Options{Size: 14})
	for range 500 {
		tree := g.Condition()
		c := read.NewScope(symbolic.NewStore(), read.Default())
		got, err := c.Condition(tree.String())
		if err != nil {
			t.Fatalf("%s: %v", tree, err)
		}
		if got != tree.Build(c.Store) {
			t.Fatalf("%s is read as another condition than it was built", tree)
		}
	}
}

// TestFormulasHaveValues counts how many formulas have a value at a random
// point, and that every function comes up.
func TestFormulasHaveValues(t *testing.T) {
	g := exprgen.New(1, exprgen.Options{})
	defined, seen := 0, map[string]bool{}
	const n = 3000
	var note func(t *exprgen.Tree)
	note = func(t *exprgen.Tree) {
		if t.Row != nil {
			seen[t.Row.Signature()] = true
		}
		for _, a := range t.Args {
			note(a)
		}
	}
	for range n {
		tree := g.Real()
		note(tree)
		for range 3 {
			if _, err := evaluate.Float(tree.Build(symbolic.NewStore()), g.Point(false)); err == nil {
				defined++
				break
			}
		}
	}
	if defined < n*6/10 {
		t.Errorf("%d of %d formulas have a value at one of three points", defined, n)
	}
	for _, row := range function.Default().All() {
		if !seen[row.Signature()] {
			t.Errorf("%s never came up", row.Signature())
		}
	}
}

// TestShuffledIsTheSame builds formulas with operands in another order.
func TestShuffledIsTheSame(t *testing.T) {
	g := exprgen.New(5, exprgen.Options{Size: 20})
	k := 0
	next := func(n int) int { k++; return (k * 7919) % n }
	for range 1000 {
		tree := g.Real()
		s := symbolic.NewStore()
		other := tree.Shuffled(next)
		if tree.Build(s) != other.Build(s) {
			t.Fatalf("%s and %s are two expressions", tree, other)
		}
	}
}

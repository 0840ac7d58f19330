package syntax_test

import (
	"testing"

	"github.com/symgrad/symgrad/syntax"
)

func TestStringWritesEveryKind(t *testing.T) {
	var tree syntax.Tree
	leaf := func(k syntax.Kind, text string) syntax.ID { return tree.Append(syntax.Node{Kind: k, Text: text}) }
	x, one := leaf(syntax.Name, "x"), leaf(syntax.Number, "1")
	for _, c := range []struct {
		kind syntax.Kind
		args []syntax.ID
		want string
	}{
		{syntax.Number, nil, "t"},
		{syntax.Name, nil, "t"},
		{syntax.Call, []syntax.ID{x, one}, "(call t x 1)"},
		{syntax.Call, nil, "(call t)"},
		{syntax.Negate, []syntax.ID{x}, "(neg x)"},
		{syntax.Plus, []syntax.ID{x}, "(pos x)"},
		{syntax.Power, []syntax.ID{x, one}, "(^ x 1)"},
		{syntax.NotEqual, []syntax.ID{x, one}, "(!= x 1)"},
		{syntax.Not, []syntax.ID{x}, "(not x)"},
		{syntax.Conditional, []syntax.ID{x, one, x}, "(if x 1 x)"},
		{syntax.Index, []syntax.ID{x, one, one}, "(index x 1 1)"},
		{syntax.List, []syntax.ID{x, one}, "(list x 1)"},
		{syntax.Transpose, []syntax.ID{x}, "(transpose x)"},
	} {
		tree.Root = tree.Append(syntax.Node{Kind: c.kind, Text: "t"}, c.args...)
		if got := tree.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
	for k := syntax.Number; k <= syntax.Transpose; k++ {
		if k.String() == "" {
			t.Errorf("kind %d has no name", k)
		}
	}
}

func TestStringOfNestedChainsIsLinear(t *testing.T) {
	// The middle of each chain is the chain before it, shared by two relations:
	// 2^1000 characters if it were written twice.
	var chain syntax.Tree
	x := chain.Append(syntax.Node{Kind: syntax.Name, Text: "x"})
	mid := x
	for range 1000 {
		a := chain.Append(syntax.Node{Kind: syntax.Less}, x, mid)
		b := chain.Append(syntax.Node{Kind: syntax.Less}, mid, x)
		mid = chain.Append(syntax.Node{Kind: syntax.Chain}, a, b)
	}
	chain.Root = mid
	if n := len(chain.String()); n > 40_000 {
		t.Errorf("%d characters", n)
	}
}

func TestEmptyTreeHasNoText(t *testing.T) {
	if got := new(syntax.Tree).String(); got != "" {
		t.Errorf("got %q", got)
	}
}

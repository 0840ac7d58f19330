package parse_test

import (
	"testing"
	"unicode/utf8"

	"github.com/symgrad/symgrad/syntax"
)

// arity is the number of arguments of each kind; -1 where it is free.
var arity = map[syntax.Kind]int{
	syntax.Number: 0, syntax.Name: 0, syntax.Call: -1, syntax.Negate: 1, syntax.Plus: 1,
	syntax.Add: 2, syntax.Subtract: 2, syntax.Multiply: 2, syntax.Divide: 2, syntax.Power: 2,
	syntax.Equal: 2, syntax.NotEqual: 2, syntax.Less: 2, syntax.LessEqual: 2, syntax.Greater: 2, syntax.GreaterEqual: 2,
	syntax.Chain: -1, syntax.And: 2, syntax.Or: 2, syntax.Not: 1, syntax.Conditional: 3,
	syntax.Index: -1, syntax.List: -1, syntax.Transpose: 1,
}

// checkTree checks what holds of every tree: arguments before their node,
// spans inside the source, around the arguments' spans, with brackets
// balanced, and texts where texts belong.
func checkTree(t *testing.T, tree *syntax.Tree) {
	t.Helper()
	used := make([]bool, len(tree.Nodes))
	used[tree.Root] = true
	for i := len(tree.Nodes) - 1; i >= 0; i-- {
		n, args := tree.Nodes[i], tree.Args(syntax.ID(i))
		if !used[i] {
			t.Fatalf("node %d is not reachable", i)
		}
		if n.Span.Start >= n.Span.End || int(n.Span.End) > len(tree.Source) {
			t.Fatalf("node %d: span %v of %d bytes", i, n.Span, len(tree.Source))
		}
		text := tree.Source[n.Span.Start:n.Span.End]
		if len(text) > 2000 {
			text = "" // the next checks are linear in it
		}
		if !utf8.ValidString(text) {
			t.Fatalf("node %d: the span %q cuts a code point", i, text)
		}
		if !balanced(text) {
			t.Fatalf("node %d: the span %q cuts a bracket", i, text)
		}
		if want := arity[n.Kind]; want >= 0 && want != len(args) {
			t.Fatalf("node %d: %v has %d arguments", i, n.Kind, len(args))
		}
		if hasText := n.Kind == syntax.Number || n.Kind == syntax.Name || n.Kind == syntax.Call; hasText != (n.Text != "") {
			t.Fatalf("node %d: %v has the text %q", i, n.Kind, n.Text)
		}
		if n.Kind == syntax.Chain && len(args) < 2 {
			t.Fatalf("node %d: a chain of %d", i, len(args))
		}
		for j, arg := range args {
			a := tree.Nodes[arg]
			if int(arg) >= i {
				t.Fatalf("node %d has the argument %d", i, arg)
			}
			if a.Span.Start < n.Span.Start || a.Span.End > n.Span.End {
				t.Fatalf("node %d: span %v, argument's span %v", i, n.Span, a.Span)
			}
			if n.Kind == syntax.Chain && j > 0 && tree.Args(arg)[0] != tree.Args(args[j-1])[1] {
				t.Fatalf("node %d: a middle side is not shared", i)
			}
			used[arg] = true
		}
	}
}

// balanced reports whether the brackets of a text match.
func balanced(text string) bool {
	depth := 0
	for _, r := range text {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

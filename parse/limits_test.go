package parse_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/syntax"
)

// wantLimit checks that an error names a limit.
func wantLimit(t *testing.T, err error, limit string) {
	t.Helper()
	var e *parse.Error
	if !errors.As(err, &e) || e.Limit != limit {
		t.Fatalf("got the error %.200v, want the limit %q", err, limit)
	}
	if n := len(e.Report()); n > 500 {
		t.Errorf("a report of %d bytes", n)
	}
}

func TestLimitsCanBeSet(t *testing.T) {
	for _, c := range []struct {
		limits         parse.Limits
		within, beyond string
		limit          string
	}{
		{parse.Limits{Bytes: 3}, "x+1", "x+10", "bytes"},
		{parse.Limits{Nesting: 2}, "((x))", "((f(x)))", "nesting"},
		{parse.Limits{Powers: 2}, "x^y^z*a^b^c", "x^y^z^a", "powers"},
		{parse.Limits{Powers: 2}, "x^(y^z)*a^(b)^-c", "x^(y^z^a)", "powers"},
		{parse.Limits{Conditionals: 2}, "f(a?b:c?d:e, a?b:c)", "a?b:c?d:e?f:g", "conditionals"},
		{parse.Limits{Nodes: 5}, "x+y+z", "x+y+z+w", "nodes"},
		{parse.Limits{Name: 3}, "abc", "abcd", "name"},
		{parse.Limits{Digits: 3}, "1.23", "1.234", "digits"},
		{parse.Limits{Exponent: 10}, "1e10+1e-10", "1e11", "exponent"},
	} {
		if _, err := parse.Expr(c.within, c.limits); err != nil {
			t.Errorf("%s: %v", c.within, err)
		}
		_, err := parse.Expr(c.beyond, c.limits)
		wantLimit(t, err, c.limit)
	}
}

func TestHostileTextsFailFast(t *testing.T) {
	r := strings.Repeat
	for _, c := range []struct{ name, formula, limit string }{
		{"64 MiB of spaces", r(" ", 64<<20), ""},
		{"64 MiB of line breaks", r("\n", 64<<20), ""},
		{"more than 64 MiB", r(" ", 64<<20+1), "bytes"},
		{"a million letters", r("a", 1_000_000), "name"},
		{"combining marks", "x" + r("\u0301", 100_000), "name"},
		{"combining marks on a Greek letter", "α" + r("\u0301", 100_000), "name"},
		{"digits", r("7", 1_000_001), "digits"},
		{"primes", "f" + r("'", 1_000_000) + "(x)", "primes"},
		{"exponent", "1e" + r("9", 1_000_000), "exponent"},
		{"garbage", r("!!(!!!!!!(!!!!(((((!!(!!(!!!!((", 5), ""},
		{"superscripts", r("²", 100_000), ""},
		{"a long line and an error", r("x+", 1_000_000) + "$", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			effort.Bounded(t, 1000, func() {
				_, err := parse.Expr(c.formula, parse.Limits{})
				wantLimit(t, err, c.limit)
			})
		})
	}
}

func TestMillionTermsNeedLittleMemory(t *testing.T) {
	formula := "2*sin(x" + strings.Repeat("+x", 1_000_000) + ")"
	var tree *syntax.Tree
	var err error
	effort.Bounded(t, 150, func() { tree, err = parse.Expr(formula, parse.Limits{}) })
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tree.Nodes); n != 2_000_004 {
		t.Errorf("%d nodes", n)
	}
}

func TestLongWhiteSpaceIsSkipped(t *testing.T) {
	blank := strings.Repeat(" \t", 8<<20)
	effort.Bounded(t, 1000, func() {
		tree := read(t, "x"+blank+"+"+blank+"(y"+blank+")")
		if got := tree.String(); got != "(+ x y)" {
			t.Errorf("got %s", got)
		}
	})
}

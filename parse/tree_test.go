package parse_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/syntax"
)

func TestBytesThatAreNoText(t *testing.T) {
	for _, c := range []struct {
		source       string
		line, column int
		message      string
	}{
		{"", 1, 1, "the formula is empty"},
		{" \t\n", 1, 1, "the formula is empty"},
		{"x\ny", 1, 2, "a line break inside a formula"},
		{"x +\r\n y", 1, 4, "a line break inside a formula"},
		{"\n\n x +\ty$", 3, 7, "this looks like LaTeX"},
		{"\x00", 1, 1, "the control character U+0000"},
		{"x\x1b[31m", 1, 2, "the control character U+001B"},
		{"x\x7f", 1, 2, "the control character U+007F"},
		{"\xff\xfe", 1, 1, "the byte 0xFF is not valid UTF-8"},
		{"\xed\xa0\x80", 1, 1, "the byte 0xED is not valid UTF-8"},
		{"α+\xce", 1, 3, "the byte 0xCE is not valid UTF-8"},
		{"x+\u00a01", 1, 3, "U+00A0 NO-BREAK SPACE is not an ordinary space"},
		{"\ufeffx", 1, 1, "U+FEFF ZERO WIDTH NO-BREAK SPACE, a byte order mark, is invisible"},
		{"x\u2028y", 1, 2, "U+2028 LINE SEPARATOR is invisible"},
		{"x\u0085y", 1, 2, "U+0085 <control> is invisible"},
		{"x\U000E0001", 1, 2, "U+E0001 LANGUAGE TAG is invisible"},
		{"x\U0010FFFF", 1, 2, "U+10FFFF has no meaning here"},
		{"2(\x00)", 1, 2, "there is no implicit multiplication"},
		{"2(\x1b)", 1, 2, "there is no implicit multiplication"},
		{"2x\u0301", 1, 2, "there is no implicit multiplication"},
		{"\uFFFD", 1, 1, "U+FFFD REPLACEMENT CHARACTER has no meaning here"},
	} {
		_, err := parse.Expr(c.source, parse.Limits{})
		var e *parse.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: error %v", c.source, err)
			continue
		}
		if e.Line != c.line || e.Column != c.column || e.Message != c.message {
			t.Errorf("%q: %v", c.source, e)
		}
		if strings.ContainsAny(e.Error(), "\x00\x1b\n") {
			t.Errorf("%q: not one clean line: %q", c.source, e.Error())
		}
		if shown := e.Report(); strings.ContainsAny(shown, "\x00\x1b\x7f\u0085\u2028\ufeff\r") {
			t.Errorf("%q: the report %q would reach a terminal", c.source, shown)
		}
	}
}

func TestWhiteSpaceRoundAFormulaIsIgnored(t *testing.T) {
	tree := read(t, "\n\t x+1 \r\n")
	if root := tree.Nodes[tree.Root]; root.Span != (syntax.Span{Start: 3, End: 6}) {
		t.Errorf("span %v", root.Span)
	}
}

func TestPartOfASource(t *testing.T) {
	const source = "x > 0, α+1 = , y"
	for i, part := range parse.SplitList(source) {
		tree, err := parse.ExprIn(source, part, parse.Limits{})
		switch i {
		case 0:
			if got := tree.String(); got != "(> x 0)" {
				t.Errorf("got %s", got)
			}
		case 1:
			var e *parse.Error
			if !errors.As(err, &e) || e.Column != 12 {
				t.Errorf("error %v", err)
			}
		case 2:
			if n := tree.Nodes[tree.Root]; n.Text != "y" || n.Span != (syntax.Span{Start: 16, End: 17}) {
				t.Errorf("got %v", n)
			}
		}
	}
}

func TestPartEndsWhereItIsSaidTo(t *testing.T) {
	const source = "ab(c)+1"
	for end, want := range map[uint32]string{1: "a", 2: "ab", 5: "(call ab c)", 7: "(+ (call ab c) 1)"} {
		tree, err := parse.ExprIn(source, syntax.Span{Start: 0, End: end}, parse.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if got := tree.String(); got != want {
			t.Errorf("up to %d: got %s, want %s", end, got, want)
		}
	}
	_, err := parse.ExprIn("a (b) )", syntax.Span{Start: 2, End: 4}, parse.Limits{})
	if err == nil || !strings.Contains(err.Error(), "column 3: this ( is never closed") {
		t.Errorf("error %v", err)
	}
	tree, err := parse.ExprIn("((a+b)*c)", syntax.Span{Start: 2, End: 5}, parse.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if root := tree.Nodes[tree.Root]; root.Span != (syntax.Span{Start: 2, End: 5}) {
		t.Errorf("span %v reaches beyond the part", root.Span)
	}
	_, err = parse.ExprIn("a,  ,b", syntax.Span{Start: 4, End: 4}, parse.Limits{})
	if err == nil || !strings.Contains(err.Error(), "column 5: the formula is empty") {
		t.Errorf("error %v", err)
	}
}

func TestSplitListRespectsBrackets(t *testing.T) {
	for _, c := range []struct {
		list string
		want []string
	}{
		{"", nil},
		{"  ", nil},
		{"x", []string{"x"}},
		{"x>0, n:integer", []string{"x>0", "n:integer"}},
		{" W=3x4 ,\tv=4 ", []string{"W=3x4", "v=4"}},
		{"a=[1, 2], f(x, {y, z}) < 1, c", []string{"a=[1, 2]", "f(x, {y, z}) < 1", "c"}},
		{"a,,b,", []string{"a", "", "b", ""}},
		{",", []string{"", ""}},
		{"f(a, b", []string{"f(a, b"}},
		{"a), b", []string{"a)", "b"}},
	} {
		var got []string
		for _, s := range parse.SplitList(c.list) {
			got = append(got, c.list[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.list, diff)
		}
	}
}

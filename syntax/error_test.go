package syntax_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/syntax"
)

// at returns the span of the first occurrence of a part in a source.
func at(source, part string) syntax.Span {
	i := strings.Index(source, part)
	return syntax.Span{Start: uint32(i), End: uint32(i + len(part))}
}

func TestReportPlacesCaretUnderTheSpan(t *testing.T) {
	long := strings.Repeat("a+", 200) + "?" + strings.Repeat("+b", 200)
	for _, c := range []struct {
		name, source, part string
		line, column       int
		want               string // after the first line
	}{
		{"plain", "x + $y", "$", 1, 5, "x + $y\n    ^"},
		{"several columns", "sin x", "sin x", 1, 1, "sin x\n^^^^^"},
		{"second line", "x\r\ny+?\r\nz", "?", 2, 3, "y+?\n  ^"},
		{"tab kept", "\tx\t?", "?", 1, 4, "\tx\t?\n\t \t^"},
		{"combining mark", "e\u0301+?", "?", 1, 4, "e\u0301+?\n  ^"},
		{"two bytes", "αβ?", "?", 1, 3, "αβ?\n  ^"},
		{"wide", "語?", "?", 1, 2, "語?\n  ^"},
		{"at the end", "x+", "", 1, 1, "x+\n^"},
		{"control character", "x\x1b[31m?", "?", 1, 7, "x\uFFFD[31m?\n      ^"},
		{"invisible", "x\u202E?", "?", 1, 3, "x\uFFFD?\n  ^"},
		{"invalid byte", "x\xFF?", "?", 1, 3, "x\uFFFD?\n  ^"},
		{"long line", long, "?", 1, 401,
			"..." + strings.Repeat("a+", 30) + "?" + strings.Repeat("+b", 20)[:39] + "...\n" + strings.Repeat(" ", 63) + "^"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := syntax.NewError(c.source, at(c.source, c.part), "message", "hint")
			if err.Line != c.line || err.Column != c.column {
				t.Errorf("line %d, column %d; want %d, %d", err.Line, err.Column, c.line, c.column)
			}
			first, rest, _ := strings.Cut(err.Report(), "\n")
			if first != err.Error() {
				t.Errorf("the report starts with %q, want %q", first, err.Error())
			}
			if rest != c.want {
				t.Errorf("got\n%s\nwant\n%s", rest, c.want)
			}
		})
	}
}

func TestErrorIsOneLineWithPosition(t *testing.T) {
	err := syntax.NewError("2x", syntax.Span{Start: 1, End: 2}, "there is no implicit multiplication", "write 2*x")
	const want = "line 1, column 2: there is no implicit multiplication; write 2*x"
	if got := err.Error(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	err.Name = "notes.md"
	if got := err.Error(); got != "notes.md: "+want {
		t.Errorf("got %q", got)
	}
	err.Hint = ""
	if got := err.Text(); got != "there is no implicit multiplication" {
		t.Errorf("got %q", got)
	}
}

func TestErrorOutsideTheSourceIsAtItsEnd(t *testing.T) {
	err := syntax.NewError("x+", syntax.Span{Start: 10, End: 20}, "m", "")
	if err.Column != 3 || !strings.HasSuffix(err.Report(), "\nx+\n  ^") {
		t.Errorf("column %d:\n%s", err.Column, err.Report())
	}
}

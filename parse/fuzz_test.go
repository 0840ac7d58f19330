package parse_test

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/parse"
)

// FuzzExpr checks that every text gives a well-formed tree or an error with a
// position in the text, and that a tree stays what it is when white space is
// put round the formula.
func FuzzExpr(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.Open(file)
		if err != nil {
			f.Fatal(err)
		}
		for lines := bufio.NewScanner(data); lines.Scan(); {
			if line := lines.Text(); !strings.HasPrefix(line, "\t") {
				f.Add(line)
			}
		}
		data.Close()
	}
	limits := parse.Limits{Nesting: 100, Powers: 100, Conditionals: 100}
	f.Fuzz(func(t *testing.T, source string) {
		tree, err := parse.Expr(source, limits)
		if err != nil {
			var e *parse.Error
			if !errors.As(err, &e) || e.Line < 1 || e.Column < 1 || int(e.Span.End) > len(source) || e.Span.End < e.Span.Start {
				t.Fatalf("error %#v", err)
			}
			if strings.ContainsAny(e.Error(), "\n\r\x00\x1b") {
				t.Fatalf("not one clean line: %q", e.Error())
			}
			return
		}
		checkTree(t, tree)
		again, err := parse.Expr("\t"+source+" ", limits)
		if err != nil || again.String() != tree.String() {
			t.Fatalf("with white space: %v, %v; without: %v", again, err, tree)
		}
	})
}

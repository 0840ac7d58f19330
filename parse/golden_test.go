package parse_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/parse"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads testdata/*.txt: an input a line, and below it, indented by
// a tab, the tree, or in files named _fail.txt the report of the error. Lines
// that start with # and empty lines stay as they are.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			mustFail := strings.HasSuffix(file, "_fail.txt")
			var b strings.Builder
			for line := range strings.Lines(string(data)) {
				line = strings.TrimSuffix(line, "\n")
				if strings.HasPrefix(line, "\t") {
					continue
				}
				b.WriteString(line + "\n")
				if line == "" || strings.HasPrefix(line, "# ") {
					continue
				}
				tree, err := parse.Expr(line, parse.Limits{})
				if (err != nil) != mustFail {
					t.Errorf("%s: error %v", line, err)
				}
				if err != nil {
					b.WriteString(indent(report(t, err)))
				} else {
					checkTree(t, tree)
					b.WriteString(indent(tree.String()))
				}
			}
			if *update {
				if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if b.String() != string(data) {
				t.Errorf("%s differs (-update rewrites it); now it is\n%s", file, b.String())
			}
		})
	}
}

func indent(text string) string {
	return "\t" + strings.ReplaceAll(text, "\n", "\n\t") + "\n"
}

// report returns the report of an error of this package.
func report(t *testing.T, err error) string {
	t.Helper()
	var e *parse.Error
	if !errors.As(err, &e) {
		t.Fatalf("%v is not a *parse.Error", err)
	}
	if strings.Contains(e.Error(), "\n") {
		t.Errorf("not one line: %q", e.Error())
	}
	return e.Report()
}

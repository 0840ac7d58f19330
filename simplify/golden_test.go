package simplify_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden simplifies a line of a golden file: a formula, and after "given"
// assumptions.
func golden(line string) (string, error) {
	text, facts, _ := strings.Cut(line, " given ")
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	// Declarations come before the formula, relations after it, so that the order
	// of the variables is that of the formula.
	assume := func(declarations bool) error {
		for _, p := range parse.SplitList(facts) {
			if fact := facts[p.Start:p.End]; strings.Contains(fact, ":") == declarations {
				if err := scope.Assume(fact); err != nil {
					return err
				}
			}
		}
		return nil
	}
	if err := assume(true); err != nil {
		return "", err
	}
	f, err := scope.Formula(text)
	if err != nil {
		return "", err
	}
	if err := assume(false); err != nil {
		return "", err
	}
	z, err := simplify.Simplify(scope, f, simplify.Options{})
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "\t%s\n", infix(z.Expr))
	var conds []string
	for _, c := range z.Conditions {
		conds = append(conds, infix(c))
	}
	if len(conds) > 0 {
		fmt.Fprintf(&b, "\twhere %s\n", strings.Join(conds, ", "))
	}
	if z.Limit != "" {
		fmt.Fprintf(&b, "\tlimit %s\n", z.Limit)
	}
	if n, m := simplify.Length(f.Expr), simplify.Length(z.Expr); m > n && !scope.Store.HasKind(f.Expr.ID(), symbolic.Derivative) {
		return "", fmt.Errorf("the length %d becomes %d", n, m)
	}
	return b.String(), nil
}

func TestGolden(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for line := range strings.Lines(string(want)) {
				if strings.HasPrefix(line, "\t") {
					continue
				}
				got.WriteString(line)
				if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
					continue
				}
				z, err := golden(line)
				if err != nil {
					t.Errorf("%s: %v", line, err)
				}
				got.WriteString(z)
			}
			if *update {
				if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

package simplify_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// FuzzSimplify checks that a text that is a formula has the same value after it
// was simplified, at exact points where it has one, that its conditions hold where it
// has one and nowhere else, and that it is not longer.
func FuzzSimplify(f *testing.F) {
	names, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if line[0] != '\t' && line[0] != '#' {
				text, _, _ := strings.Cut(strings.TrimSpace(line), " given ")
				f.Add(text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := symbolic.NewStoreLimits(symbolic.Limits{Nodes: 1 << 17, Operands: 1 << 20, NumberBits: 1 << 12})
		scope := read.NewScope(s, read.Default())
		scope.Limits = parse.Limits{Bytes: 300, Nesting: 50}
		formula, err := scope.Formula(text)
		if err != nil {
			t.Skip()
		}
		timer := time.AfterFunc(20*time.Second, s.Stop)
		defer timer.Stop()
		z, err := simplify.Simplify(scope, formula, simplify.Options{Steps: true})
		if err != nil {
			t.Skip() // a limit of the store
		}
		for _, bad := range faults(scope, formula, z, uint64(len(text))) {
			t.Error(bad)
		}
	})
}

package layers_test

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/symgrad/symgrad"

// helper is the layer of packages that only tests import.
const helper = -1

// layers is the layer of every package. A package imports packages of lower
// layers only; two of one layer do not import each other.
var layers = map[string]int{
	"rational":          0,
	"interval":          1,
	"poly":              1,
	"function":          2,
	"symbolic":          3,
	"syntax":            3,
	"parse":             4,
	"present":           4,
	"read":              5,
	"numeric":           5,
	"algebra":           4,
	"assume":            6,
	"certify":           6,
	"rules":             6,
	"diff":              7,
	"rewrite":           7,
	"proof":             7,
	"simplify":          8,
	"gradcheck":         9,
	"taylor":            9,
	"codegen":           10,
	"claim":             11,
	"activation":        12,
	"plot":              13,
	"optimise":          13,
	"protocol":          13,
	"cmd/symgrad":       14,
	"internal/evaluate": 6,
	"internal/exprgen":  helper,
	"internal/neuron":   helper,
	"internal/layers":   helper,
	"internal/claimgen": helper,
	"internal/oracle":   helper,
	"internal/effort":   helper,
}

// outside says which packages may use a library from outside the standard
// library. Tests and helpers may use any that is listed.
var outside = map[string][]string{
	"golang.org/x/text":               {"parse"},
	"gonum.org/v1/plot":               {"plot"},
	"golang.org/x/image":              {"plot"},
	"codeberg.org/go-fonts":           {"plot"},
	"github.com/google/go-cmp":        nil,
	"github.com/rogpeppe/go-internal": nil,
	"gonum.org/v1/gonum":              {"internal/evaluate", "gradcheck", "optimise"},
	"pgregory.net/rapid":              nil,
}

// A file is what the rules look at: where it is and what it imports.
type file struct {
	pkg, name string
	imports   []string
}

// files reads the import lines of all Go files of the module, whatever their
// build tags.
func files(t *testing.T, root string) []file {
	t.Helper()
	var all []file
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name != root && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		g := file{pkg: path.Dir(filepath.ToSlash(rel)), name: filepath.ToSlash(rel)}
		for _, i := range f.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			g.imports = append(g.imports, p)
		}
		all = append(all, g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// breaches lists what in a file is against the rules.
func breaches(f file) (all []string) {
	report := func(format string, args ...any) {
		all = append(all, f.name+": "+fmt.Sprintf(format, args...))
	}
	layer, ok := layers[f.pkg]
	if !ok {
		report("package %s is not in the layer table", f.pkg)
		return all
	}
	free := layer == helper || strings.HasSuffix(f.name, "_test.go")
	for _, p := range f.imports {
		own, inModule := strings.CutPrefix(p, module+"/")
		switch {
		case inModule:
			below, ok := layers[own]
			switch {
			case !ok:
				report("imports %s, which is not in the layer table", own)
			case free:
			case below == helper:
				report("imports %s, which is for tests", own)
			case below >= layer:
				report("%s (layer %d) imports %s (layer %d)", f.pkg, layer, own, below)
			}
		case strings.Contains(strings.Split(p, "/")[0], "."):
			users, known := users(p)
			switch {
			case !known:
				report("imports %s, a library that is not in the table", p)
			case !free && !slices.Contains(users, f.pkg):
				report("imports %s, which is for %s", p, strings.Join(append(users, "tests"), ", "))
			}
		}
	}
	return all
}

// users returns the packages that may import a path from outside.
func users(importPath string) (packages []string, known bool) {
	for library, packages := range outside {
		if within(library)(importPath) {
			return slices.Clone(packages), true
		}
	}
	return nil, false
}

// within tells whether an import path belongs to a library.
func within(library string) func(importPath string) bool {
	return func(p string) bool { return p == library || strings.HasPrefix(p, library+"/") }
}

func TestPackagesImportLowerLayersOnly(t *testing.T) {
	all := files(t, filepath.Join("..", ".."))
	seen := map[string]bool{}
	for _, f := range all {
		seen[f.pkg] = true
		for _, b := range breaches(f) {
			t.Error(b)
		}
	}
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("the layer table has %s, which has no Go files", pkg)
		}
	}
	for library := range outside {
		if !slices.ContainsFunc(all, func(f file) bool { return slices.ContainsFunc(f.imports, within(library)) }) {
			t.Errorf("the table has %s, which nothing imports", library)
		}
	}
}

// A test that finds nothing proves little unless it finds what is there.
func TestBreachesAreFound(t *testing.T) {
	for _, c := range []struct {
		file   string
		imp    string
		breach string // part of the message, empty if it is allowed
	}{
		{"symbolic/a.go", module + "/function", ""},
		{"function/a.go", module + "/symbolic", "function (layer 2) imports symbolic (layer 3)"},
		{"function/a_test.go", module + "/symbolic", ""},
		{"parse/a.go", module + "/present", "parse (layer 4) imports present (layer 4)"},
		{"diff/a.go", module + "/internal/exprgen", "for tests"},
		{"diff/a_test.go", module + "/internal/exprgen", ""},
		{"diff/a.go", module + "/unheard", "not in the layer table"},
		{"unheard/a.go", "fmt", "not in the layer table"},
		{"diff/a.go", "gonum.org/v1/gonum/num/dual", "for internal/evaluate, gradcheck, optimise, tests"},
		{"diff/a_test.go", "gonum.org/v1/gonum/num/dual", ""},
		{"read/a.go", "golang.org/x/text/unicode/norm", "for parse, tests"},
		{"parse/a.go", "golang.org/x/text/unicode/norm", ""},
		{"cmd/symgrad/a.go", "github.com/spf13/cobra", "not in the table"},
	} {
		got := breaches(file{path.Dir(c.file), c.file, []string{c.imp}})
		if all := strings.Join(got, "\n"); (c.breach == "") != (len(got) == 0) || !strings.Contains(all, c.breach) {
			t.Errorf("%s importing %s: breaches %q, want %q", c.file, c.imp, all, c.breach)
		}
	}
}

// row is a line of the table in ARCHITECTURE.md: layer, package, role.
var row = regexp.MustCompile("(?m)^\\| (\\d+|-) \\| `([^`]+)` \\| .+ \\|$")

func TestArchitectureHasTheSameTable(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	stated := map[string]int{}
	for _, m := range row.FindAllStringSubmatch(string(text), -1) {
		layer, err := strconv.Atoi(m[1])
		if err != nil {
			layer = helper
		}
		stated[m[2]] = layer
	}
	if d := cmp.Diff(stated, layers); d != "" {
		t.Errorf("ARCHITECTURE.md (-) and this test (+) differ:\n%s", d)
	}
}

// goFile finds file names such as `diff/sweep.go`; a name without a folder is
// in that of the one before it.
var goFile = regexp.MustCompile("`([a-z_/]+\\.go)`")

func TestArchitecturePointsAtFilesThatExist(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := ""
	for _, m := range goFile.FindAllStringSubmatch(string(text), -1) {
		name := m[1]
		if path.Base(name) == name {
			name = path.Join(dir, name)
		}
		dir = path.Dir(name)
		if _, err := os.Stat(filepath.Join("..", "..", filepath.FromSlash(name))); err != nil {
			t.Error(err)
		}
	}
}

package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

var update = flag.Bool("update", false, "rewrite golden files and align the tables")

func TestNamesAreUniqueAndInKebabCase(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, r := range rules.All() {
		if !kebab.MatchString(r.Name) {
			t.Errorf("%s is not in kebab-case", r.Name)
		}
		if seen[r.Name] {
			t.Errorf("%s is there twice", r.Name)
		}
		seen[r.Name] = true
		if got, ok := rules.Lookup(r.Name); !ok || got != r {
			t.Errorf("Lookup(%q) is another row", r.Name)
		}
		if r.Source == "" {
			t.Errorf("%s has no source", r.Name)
		}
	}
	if _, ok := rules.Lookup("no-such-rule"); ok {
		t.Error("Lookup finds what is not there")
	}
}

// patternKinds are the nodes that can be looked for; a bare variable or number
// would match everything or nothing.
var patternKinds = map[symbolic.Kind]bool{symbolic.Sum: true, symbolic.Product: true, symbolic.Power: true,
	symbolic.Apply: true, symbolic.If: true}

func TestFormsAreUsable(t *testing.T) {
	sides := map[string]string{}
	for _, r := range rules.All() {
		f := r.Forms()
		s := f.Store
		if !patternKinds[f.From.Kind()] {
			t.Errorf("%s: the left side reads as a %v", r.Name, f.From.Kind())
		}
		if f.From == f.To {
			t.Errorf("%s: both sides are the same expression", r.Name)
		}
		free := map[symbolic.ID]bool{}
		for _, x := range s.FreeSymbols(f.From.ID()) {
			free[x] = true
		}
		for i, x := range f.Symbols {
			if !free[x] || s.Name(x) != f.Variables[i] {
				t.Errorf("%s: the variable %s is lost when the left side is read", r.Name, f.Variables[i])
			}
		}
		if r.When != "" && (f.When == nil || strings.Contains(r.When, "true")) {
			t.Errorf("%s: the guard %q says nothing", r.Name, r.When)
		}
		if _, err := rewrite.Compile(r); err != nil {
			t.Error(err)
		}
		key := fmt.Sprintln(r.From, "=>", r.To, "when", r.When)
		if other, again := sides[key]; again {
			t.Errorf("%s is the same row as %s", r.Name, other)
		}
		sides[key] = r.Name
	}
}

// example splits "log(2*x) with x > 0 => log(2)+log(x)".
func example(text string) (from, with, to string, err error) {
	from, to, ok := strings.Cut(text, " => ")
	if !ok {
		return "", "", "", fmt.Errorf("%q is not an example", text)
	}
	from, with, _ = strings.Cut(from, " with ")
	return from, with, to, nil
}

func TestExamplesGiveWhatTheySay(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			from, with, to, err := example(r.Example)
			if err != nil {
				t.Fatal(err)
			}
			c := read.NewScope(symbolic.NewStore(), read.Default())
			left, err := c.Formula(from)
			if err != nil {
				t.Fatal(err)
			}
			right, err := c.Formula(to)
			if err != nil {
				t.Fatal(err)
			}
			if with != "" {
				if err := c.Assume(with); err != nil {
					t.Fatal(err)
				}
			}
			facts := assume.New(c)
			f, s := r.Forms(), c.Store
			var guard assume.Answer
			var got symbolic.Expr
			matched := bindings(mustClaim(t, r), s, left.Expr.ID(), func(args []symbolic.ID) bool {
				if f.FromForm.Build(s, args...) != left.Expr.ID() {
					return false
				}
				guard = assume.Yes
				if f.When != nil {
					guard = facts.Holds(s.Expr(f.When.Build(s, args...)))
				}
				got = s.Expr(f.ToForm.Build(s, args...))
				return guard == assume.Yes && got == right.Expr
			})
			switch {
			case matched:
			case got == (symbolic.Expr{}):
				t.Errorf("%s does not match %s", r.From, from)
			case guard != assume.Yes:
				t.Errorf("%s: whether %s is answered %v", r.Example, r.When, guard)
			default:
				t.Errorf("%s gives something else", r.Example)
			}
		})
	}
}

func TestGolden(t *testing.T) {
	var b strings.Builder
	topic := ""
	for _, r := range rules.All() {
		if r.Topic != topic {
			topic = r.Topic
			fmt.Fprintf(&b, "# %s\n", topic)
		}
		fmt.Fprintf(&b, "%s: %s => %s", r.Name, r.From, r.To)
		if r.When != "" {
			fmt.Fprintf(&b, " when %s", r.When)
		}
		fmt.Fprintf(&b, "\n\t%v; %s\n\t%s\n", r.Use, r.Source, r.Example)
	}
	name := filepath.Join("testdata", "rules.txt")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("%s (-) differs from the tables (+); run go test ./rules -update\n%s", name, d)
	}
}

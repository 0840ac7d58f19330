package taylor_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A problem is a line such as
//
//	sqrt(a*x) | at 0 | order 3 | assume a>0 | wrt x | side left
type problem struct {
	scope     *read.Scope
	formula   read.Formula
	variables []symbolic.Expr
	options   taylor.Options
	order     int
}

func parseProblem(t testing.TB, line string) problem {
	t.Helper()
	p := problem{scope: read.NewScope(symbolic.NewStore(), read.Default()), order: 5}
	fields := strings.Split(line, "|")
	get := func(name, otherwise string) string {
		for _, f := range fields[1:] {
			if v, ok := strings.CutPrefix(strings.TrimSpace(f), name+" "); ok {
				return strings.TrimSpace(v)
			}
		}
		return otherwise
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	assume := get("assume", "")
	for _, a := range strings.Split(assume, ",") {
		if strings.Contains(a, ":") {
			check(p.scope.Assume(a))
		}
	}
	if let := get("let", ""); let != "" {
		check(p.scope.Let(let))
	}
	var err error
	p.formula, err = p.scope.Formula(strings.TrimSpace(fields[0]))
	check(err)
	for _, a := range strings.Split(assume, ",") {
		if a != "" && !strings.Contains(a, ":") {
			check(p.scope.Assume(a))
		}
	}
	for _, name := range strings.Split(get("wrt", "x"), ",") {
		p.variables = append(p.variables, p.scope.Store.Symbol(name))
	}
	switch at := get("at", "0"); at {
	case "inf":
		p.options.At.Infinity = 1
	case "-inf":
		p.options.At.Infinity = -1
	default:
		f, err := p.scope.Formula(at)
		check(err)
		p.options.At.Value = f.Expr
	}
	p.options.Side = map[string]taylor.Side{"both": taylor.Both, "left": taylor.Left, "right": taylor.Right}[get("side", "both")]
	p.order, err = strconv.Atoi(get("order", "5"))
	check(err)
	return p
}

func text(e symbolic.Expr) string {
	s, err := present.Text(e)
	if err != nil {
		return err.Error()
	}
	return s
}

// answer is what a golden file has for an expansion.
func (p problem) answer() string {
	var b strings.Builder
	if len(p.variables) > 1 {
		z, err := taylor.ExpandAll(p.scope, p.formula, p.variables, p.order, nil)
		if err != nil {
			return "error: " + err.Error()
		}
		for _, m := range z.Terms {
			fmt.Fprintf(&b, "%v: %s\n", m.Powers, text(m.Coef))
		}
		where(&b, z.Conditions)
		return strings.TrimSuffix(b.String(), "\n")
	}
	z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
	if err != nil {
		return "error: " + err.Error()
	}
	for _, s := range z.Series {
		var terms []string
		for _, t := range s.Terms {
			terms = append(terms, text(t.Expr()))
		}
		if len(terms) == 0 {
			terms = []string{"0"}
		}
		if !s.Exact {
			terms = append(terms, "...")
		}
		fmt.Fprintf(&b, "%s: %s\n", s.Side, strings.Join(terms, " + "))
		where(&b, s.Conditions)
	}
	for _, m := range z.Missing {
		fmt.Fprintf(&b, "%s: none, %v\n", m.Side, m.Err)
	}
	gap := ""
	if z.Smoothness.Gap {
		gap = ", no value at the point"
	}
	fmt.Fprintf(&b, "%v%s", z.Smoothness, gap)
	return b.String()
}

func where(b *strings.Builder, conditions []symbolic.Expr) {
	for _, c := range conditions {
		fmt.Fprintf(b, "where %s\n", text(c))
	}
}

func value(v *taylor.Value) string {
	var b strings.Builder
	switch {
	case v == nil:
		return "-"
	case v.Err != nil:
		return "none, " + v.Err.Error()
	case v.Infinity != 0:
		b.WriteString(map[int]string{1: "inf", -1: "-inf"}[v.Infinity])
	default:
		b.WriteString(text(v.Expr))
	}
	for _, c := range v.Conditions {
		b.WriteString(" where " + text(c))
	}
	return b.String()
}

// golden compares answers with a file of lines, each followed by its answer,
// indented by a tab. Lines that begin with # are comments.
func golden(t *testing.T, file string, answer func(line string) string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "\t"):
		case line == "" || line[0] == '#':
			got.WriteString(line + "\n")
		default:
			got.WriteString(line + "\n")
			for l := range strings.SplitSeq(answer(line), "\n") {
				got.WriteString("\t" + l + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if d := cmp.Diff(string(data), got.String()); d != "" && !*update {
		t.Errorf("%s: go test -update and review (-want +got):\n%s", file, d)
	}
}

func TestExpansions(t *testing.T) {
	golden(t, "testdata/expand.txt", func(line string) string { return parseProblem(t, line).answer() })
}

func TestExpansionsThatDoNotExist(t *testing.T) {
	golden(t, "testdata/expand_fail.txt", func(line string) string {
		z := parseProblem(t, line).answer()
		if !strings.HasPrefix(z, "error: ") {
			t.Errorf("%s has an expansion: %s", line, z)
		}
		return z
	})
}

func TestLimits(t *testing.T) {
	golden(t, "testdata/limit.txt", func(line string) string {
		p := parseProblem(t, line)
		z, err := taylor.Limit(p.scope, p.formula, p.variables[0], p.options)
		if err != nil {
			return "error: " + err.Error()
		}
		if z.Left == nil && z.Right == nil {
			return value(z.Value)
		}
		return fmt.Sprintf("left %s\nright %s\nvalue %s", value(z.Left), value(z.Right), value(z.Value))
	})
}

package function

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite testdata/table.txt")

// listing shows the table column by column, so that a column can be
// proofread downwards and a gap is seen.
func listing(t *Table) string {
	yes := func(c bool) string {
		if c {
			return "yes"
		}
		return ""
	}
	present := func(list []Partial) string {
		var s []string
		for _, p := range list {
			s = append(s, map[bool]string{true: "none", false: "yes"}[p == nil])
		}
		return strings.Join(s, " ")
	}
	values := func(r *Row) string {
		var list []string
		for _, v := range r.Values {
			list = append(list, fmt.Sprintf("(%s) %s", v.Args, v.Result))
		}
		return strings.Join(list, "; ")
	}
	columns := []struct {
		name string
		text func(r *Row) string
	}{
		{"Family", func(r *Row) string { return r.Family }},
		{"Aliases", func(r *Row) string { return strings.Join(r.Aliases, " ") }},
		{"Variadic", func(r *Row) string { return yes(r.Variadic) }},
		{"Symmetric", func(r *Row) string { return yes(r.Symmetric) }},
		{"Expand", func(r *Row) string { return r.Expand }},
		{"Domain", func(r *Row) string { return r.Domain }},
		{"Deriv", func(r *Row) string { return strings.Join(r.Deriv, " | ") }},
		{"DerivValue", func(r *Row) string { return r.DerivValue }},
		{"Smooth", func(r *Row) string { return r.Smooth }},
		{"Continuous", func(r *Row) string { return r.Continuous }},
		{"Range", func(r *Row) string { return r.Range }},
		{"Parity", func(r *Row) string { return []string{"", "even", "odd"}[r.Parity] }},
		{"Values", values},
		{"AtInfinity", func(r *Row) string { return strings.Join(r.AtInfinity, " | ") }},
		{"Shift", func(r *Row) string { return r.Shift }},
		{"Sign", func(r *Row) string { return r.Sign }},
		{"Monotone", func(r *Row) string { return []string{"", "increasing", "decreasing"}[r.Monotone] }},
		{"Known", func(r *Row) string { return []string{"", "common", "everyday", "rare"}[r.Known] }},
		{"Definition", func(r *Row) string { return r.Definition }},
		{"Exact", func(r *Row) string { return yes(r.Exact != nil) }},
		{"Float", func(r *Row) string { return yes(r.Float != nil) }},
		{"Block", func(r *Row) string { return yes(r.Block != nil) }},
		{"Slope", func(r *Row) string { return present(r.Slope) }},
		{"SlopeBlock", func(r *Row) string { return yes(r.SlopeBlock != nil) }},
		{"Curve", func(r *Row) string { return present(r.Curve) }},
		{"LaTeX", func(r *Row) string { return r.LaTeX }},
		{"Source", func(r *Row) string { return r.Source }},
	}
	var b strings.Builder
	for _, c := range columns {
		fmt.Fprintf(&b, "%s\n", c.name)
		for _, r := range t.All() {
			text := c.text(r)
			if text == "" {
				text = "-"
			}
			fmt.Fprintf(&b, "\t%-28s %s\n", r.Signature(), text)
		}
	}
	return b.String()
}

func TestListingIsReviewed(t *testing.T) {
	const file = "testdata/table.txt"
	got := listing(Default())
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("run go test -update and review (-want +got):\n%s", d)
	}
}

// The names that the contract of the language promises.
const promised = `exp log log2 log10 log1p expm1 sqrt cbrt pow abs sign step max min floor ceil
	sin cos tan sec csc cot asin acos atan acot asec acsc atan2 sinh cosh tanh sech csch coth
	asinh acosh atanh acoth asech acsch hypot erf erfc erfi gamma lgamma digamma polygamma factorial
	binomial sigmoid logsigmoid softplus relu leaky_relu elu selu celu gelu gelu_tanh silu mish softsign
	tanhshrink softshrink hardshrink hardtanh hardsigmoid hardswish relu6 delta`

func TestPromisedFunctionsAreThere(t *testing.T) {
	known := map[string]bool{}
	for _, r := range Default().All() {
		known[r.Name] = true
	}
	for name := range strings.FieldsSeq(promised) {
		if !known[name] {
			t.Errorf("%s is missing", name)
		}
		delete(known, name)
	}
	for name := range known {
		t.Errorf("%s was not promised", name)
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		args int
		want string // signature or error
	}{
		{"log", 1, "log(u)"},
		{"log", 2, "log(u, b)"},
		{"ln", 1, "log(u)"},
		{"arctan", 1, "atan(u)"},
		{"swish", 1, "silu(u)"},
		{"max", 1, "max(u, v, ...)"},
		{"max", 7, "max(u, v, ...)"},
		{"softplus", 1, "softplus(u, beta=1)"},
		{"softplus", 2, "softplus(u, beta=1)"},
		{"hardtanh", 2, "hardtanh(u, lo=-1, hi=1)"},
		{"max", 0, "max does not take 0 arguments; it is max(u, v, ...)"},
		{"log", 3, "log does not take 3 arguments; it is log(u) or log(u, b)"},
		{"ln", 2, "ln does not take 2 arguments; it is log(u)"},
		{"atan2", 1, "atan2 does not take 1 argument; it is atan2(u, v)"},
		{"simgoid", 1, "unknown function simgoid; did you mean sigmoid?"},
		{"Sin", 1, "unknown function Sin; did you mean sin?"},
		{"zzzz", 1, "unknown function zzzz"},
	} {
		got := ""
		if r, err := Default().Lookup(c.name, c.args); err != nil {
			got = err.Error()
		} else {
			got = r.Signature()
		}
		if got != c.want {
			t.Errorf("Lookup(%s, %d): %s; want %s", c.name, c.args, got, c.want)
		}
	}
	if !Default().Has("ln") || Default().Has("f") {
		t.Error("Has(ln), Has(f)")
	}
}

func TestNearest(t *testing.T) {
	for name, want := range map[string]string{
		"exo": "exp", "tahn": "tanh", "lgo": "log", "softmux": "softmax", "sgimoid": "sigmoid", "summ": "sum",
		"LeakyRelu": "leaky_relu", "digama": "digamma", "x": "", "foo": "", "": "", strings.Repeat("exp", 50): "",
	} {
		if got := Default().Nearest(name, "softmax", "det"); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		s, t string
		want int
	}{
		{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"abc", "acb", 1}, {"abcd", "badc", 2},
		{"kitten", "sitting", 3}, {"ca", "abc", 3}, {"σ", "s", 1},
	} {
		if got := editDistance(c.s, c.t); got != c.want {
			t.Errorf("editDistance(%s, %s) = %d, want %d", c.s, c.t, got, c.want)
		}
	}
}

func own(change func(r *Row)) Row {
	r := Row{
		Name:   "bump",
		Family: "own",
		Params: []Param{{Name: "u"}, {Name: "w", Default: "1"}},
		Deriv:  []string{"-2*u*w*exp(-w*u^2)", "-u^2*exp(-w*u^2)"},
		Float:  func(a []float64) float64 { return exp(-a[1] * a[0] * a[0]) },
		LaTeX:  `\operatorname{bump}`,
		Source: "definition",
	}
	change(&r)
	return r
}

func TestOwnRowsMakeANewTable(t *testing.T) {
	table, err := NewTable(nil, own(func(r *Row) { r.Range = "0 < y, y <= 1 or w < 0" }))
	if err != nil {
		t.Fatal(err)
	}
	second, err := NewTable(table, own(func(r *Row) { r.Name, r.Definition = "dent", "1-bump(u,w)" }))
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if r, err := second.Lookup("bump", 1); err != nil || r.Name != "bump" {
				t.Error(r, err)
			}
			if _, err := second.Lookup("dent", 2); err != nil {
				t.Error(err)
			}
			if _, err := second.Lookup("sin", 1); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if table.Has("dent") || Default().Has("bump") {
		t.Error("a derived table changed its base")
	}
	if n := len(second.All()) - len(Default().All()); n != 2 {
		t.Errorf("%d rows more than the base", n)
	}
}

func TestMalformedRowsAreRefused(t *testing.T) {
	for column, changes := range map[string][]func(r *Row){
		"Name": {
			func(r *Row) { r.Name = "" },
			func(r *Row) { r.Name = "2f" },
			func(r *Row) { r.Name = "а" }, // Cyrillic
			func(r *Row) { r.Name = "sum" },
			func(r *Row) { r.Name = "or" },
			func(r *Row) { r.Name = "exp" },
			func(r *Row) { r.Name = "max" },
		},
		"Aliases": {func(r *Row) { r.Aliases = []string{"ln"} }},
		"Params": {
			func(r *Row) { r.Params = nil },
			func(r *Row) { r.Params[0].Name = "y" },
			func(r *Row) { r.Params[0].Name = "w" },
			func(r *Row) { r.Params[0].Default = "1" },
			func(r *Row) { r.Params[1].Default = "x" },
			func(r *Row) { r.Variadic = true },
			func(r *Row) { r.Params = append(r.Params, Param{Name: "v"}) },
		},
		"Deriv": {
			func(r *Row) { r.Deriv = r.Deriv[:1] },
			func(r *Row) { r.Deriv[0] = "x" },
			func(r *Row) { r.Deriv[0] = "sin(u" },
			func(r *Row) { r.Deriv[0] = "u)" },
			func(r *Row) { r.Deriv[0] = "sin(u,w)" },
			func(r *Row) { r.Deriv[0] = "if(u > 0, 1)" },
			func(r *Row) { r.Deriv[0] = "[u]" },
			func(r *Row) { r.Deriv[0] = "y" },
		},
		"Domain":     {func(r *Row) { r.Domain = "u > 0 & w > 0" }},
		"DerivValue": {func(r *Row) { r.DerivValue = "y*z" }},
		"Range":      {func(r *Row) { r.Range = "Y > 0" }},
		"Values":     {func(r *Row) { r.Values = []Value{{"0, 1", "u"}} }},
		"AtInfinity": {func(r *Row) { r.AtInfinity = []string{"1"} }, func(r *Row) { r.AtInfinity = []string{"u", "1"} }},
		"Shift":      {func(r *Row) { r.Shift = "y+1" }},
		"Sign":       {func(r *Row) { r.Sign = "y" }},
		"Float":      {func(r *Row) { r.Float = nil }},
		"Slope":      {func(r *Row) { r.Slope = []Partial{flat} }},
		"Curve":      {func(r *Row) { r.Curve = []Partial{flat, flat} }},
		"LaTeX":      {func(r *Row) { r.LaTeX = "" }},
	} {
		for i, change := range changes {
			_, err := NewTable(nil, own(change))
			var rowError *RowError
			if !errors.As(err, &rowError) || rowError.Column != column {
				t.Errorf("%s, fault %d: %v", column, i, err)
			}
		}
	}
	if _, err := NewTable(nil, own(func(*Row) {}), own(func(*Row) {})); err == nil {
		t.Error("two rows for one call")
	}
}

func TestFormsAreNoFunctions(t *testing.T) {
	for _, f := range Forms() {
		if Default().Has(f.Name) || f.Syntax == "" || f.Meaning == "" || f.LaTeX == "" {
			t.Errorf("form %q", f.Name)
		}
	}
}

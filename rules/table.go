package rules

import (
	"fmt"
	"strings"
	"sync"
)

// A topic is a table of rules. It is text, so that its columns can stay
// aligned: a line with the heads, then a line for each row, with bars between
// the columns. Blank lines group rows.
type topic struct {
	name string // that of its file
	text string
}

// topics are in the order in which rules are listed: simpler operations first.
var topics = []topic{
	{"algebra", algebra},
	{"power", power},
	{"radical", radical},
	{"exponential", exponential},
	{"logarithm", logarithm},
	{"trigonometric", trigonometric},
	{"angle", angle},
	{"shift", shift},
	{"special", special},
	{"inverse_trigonometric", inverseTrigonometric},
	{"hyperbolic", hyperbolic},
	{"inverse_hyperbolic", inverseHyperbolic},
	{"sigmoid", sigmoid},
	{"absolute", absolute},
	{"maximum", maximum},
	{"rectifier", rectifier},
	{"piecewise", piecewise},
	{"rounding", rounding},
	{"parity", parity},
	{"gamma", gamma},
	{"error_function", errorFunction},
}

// Columns of the tables.
const (
	ruleColumns     = "Name From To When Use Source Example"
	rejectedColumns = "Name From To When Counterexample Why"
)

// cells splits a table into rows and columns, the heads left out. It panics on
// a table that is not one: the tests read all of them.
func (t topic) cells(columns string) [][]string {
	var rows [][]string
	for line := range strings.Lines(t.text) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		row := strings.Split(line, "|")
		for i := range row {
			row[i] = strings.TrimSpace(row[i])
		}
		rows = append(rows, row)
		if len(row) != len(rows[0]) {
			panic(fmt.Sprintf("rules: %s has %d columns in the row %s", t.name, len(row), line))
		}
	}
	if heads := strings.Join(rows[0], " "); heads != columns {
		panic(fmt.Sprintf("rules: %s has the columns %s", t.name, heads))
	}
	return rows[1:]
}

var uses = map[string]Use{"Explore": Explore, "Simplify": Simplify, "Normal": Normal}

func (t topic) rules() []*Rule {
	var all []*Rule
	for _, c := range t.cells(ruleColumns) {
		use, ok := uses[c[4]]
		if !ok {
			panic(fmt.Sprintf("rules: %s has the use %q", c[0], c[4]))
		}
		all = append(all, &Rule{Name: c[0], From: c[1], To: c[2], When: c[3], Use: use, Source: c[5], Example: c[6], Topic: t.name})
	}
	return all
}

type index struct {
	all    []*Rule
	byName map[string]*Rule
}

// build reads the tables when the first rule is asked for.
var build = sync.OnceValue(func() *index {
	x := &index{byName: map[string]*Rule{}}
	for _, t := range topics {
		for _, r := range t.rules() {
			x.all = append(x.all, r)
			x.byName[r.Name] = r
		}
	}
	return x
})

// All returns the rules in order. Neither the slice nor the rules must be
// changed.
func All() []*Rule { return build().all }

// Lookup returns the rule of that name, and false if there is none.
func Lookup(name string) (*Rule, bool) {
	r, ok := build().byName[name]
	return r, ok
}

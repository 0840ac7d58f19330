package codegen

import (
	"math"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/symbolic"
)

// A language says how code is written in a language.
type language struct {
	name  string // as --lang has it
	title string
	file  string // how names of files end
	cell  func(f *row) string

	relations [4]string // by symbolic.Rel
	and, or   string    // words; or expressions in #1 and #2
	choice    string    // a choice as an expression in #1, #2, #3; "" where only statements choose
	guarded   string    // #2 where the condition #1 holds, and else no value; "" for a choice
	divisor   string    // what a divisor #1 is, if not itself
	argument  string    // what a number #1 as an argument is, if not itself
	lazy      bool      // what only a branch needs is computed in that branch
	// guards say, for the cells of functions that stop the program outside their domain,
	// where they do not. It is asked where a branch that is not taken may need them.
	guards    map[string]string
	number    func(x float64) string
	pi        string
	nan       string
	bracketed bool // a sum in several lines stands between brackets

	function string // name of the function where none is given
	gradient string // what the name of the function of value and gradient ends with
	arrays   bool   // many variables are an array
	listed   bool   // the derivatives are an array, however few
	base     int    // the first place of an array
	columns  bool   // variables are columns of a table
	reserved string // words that are no names
	any      bool   // case makes no difference in names
	source   func(u *unit) string
}

func relations(equal, unequal string) [4]string {
	return [4]string{symbolic.Equal: equal, symbolic.NotEqual: unequal, symbolic.Less: "<", symbolic.LessEqual: "<="}
}

// Languages are the names that Generate takes.
func Languages() []string {
	var list []string
	for _, l := range languages() {
		list = append(list, l.name)
	}
	return list
}

func languages() []*language {
	return []*language{golang(), cLanguage(), numpy(), jax(), torch(), julia(), sql()}
}

func lookup(name string) (*language, error) {
	for _, l := range languages() {
		if l.name == name {
			return l, nil
		}
	}
	return nil, unsupported("there is no language %q; the languages are %s", name, strings.Join(Languages(), ", "))
}

// literal writes a number.
func (l *language) literal(x float64) string {
	switch {
	case x != x:
		return l.nan
	case x == math.Pi && l.pi != "":
		return l.pi
	}
	return l.number(x)
}

// decimal is a number with a point or an exponent, the shortest that reads back
// to it.
func decimal(x float64) string {
	s := strconv.FormatFloat(x, 'g', -1, 64)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}

// width is the length of lines that sums are broken at.
const width = 90

// fold breaks a long list of terms into lines. Operators stand at the ends of
// lines, where all languages let them.
func (l *language) fold(terms []string) []string {
	total := 0
	for _, t := range terms {
		total += len(t) + 1
	}
	if total <= width {
		return terms
	}
	out := []string{terms[0]}
	length := len(terms[0])
	for _, t := range terms[1:] {
		if length+len(t)+1 <= width {
			out = append(out, t)
			length += len(t) + 1
			continue
		}
		out[len(out)-1] += " " + t[:1] + "\n" + continued + t[2:]
		length = len(continued) + len(t)
	}
	if l.bracketed {
		out[0] = "(" + out[0]
		out[len(out)-1] += ")"
	}
	return out
}

// continued is the indentation of further lines of a statement.
const continued = "        "

// assignable tells whether a part may be computed under the name of a result:
// an entry of an array is written once and not read.
func (l *language) assignable(name string) bool { return !strings.Contains(name, "[") }

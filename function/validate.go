package function

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// validate checks what can be checked without a parser, and that no other
// row of the table answers the same calls.
func (t *Table) validate(r *Row) error {
	fail := func(column, format string, args ...any) error {
		return &RowError{Row: r.Name, Column: column, Reason: fmt.Sprintf(format, args...)}
	}
	for i, name := range append([]string{r.Name}, r.Aliases...) {
		column := "Name"
		if i > 0 {
			column = "Aliases"
		}
		if !isName(name) {
			return fail(column, "%q is not a name", name)
		}
		if isReserved(name) {
			return fail(column, "%s belongs to the language", name)
		}
		if other := t.conflict(r, name); other != nil {
			return fail(column, "%s has the name %s and as many arguments", other.Signature(), name)
		}
	}
	if reason := paramFault(r); reason != "" {
		return fail("Params", "%s", reason)
	}
	if len(r.Deriv) != len(r.Params) {
		return fail("Deriv", "%d derivatives for %d parameters", len(r.Deriv), len(r.Params))
	}
	if r.Float == nil {
		return fail("Float", "there is no kernel")
	}
	if n := len(r.Params); len(r.Slope) != 0 && len(r.Slope) != n {
		return fail("Slope", "%d derivatives for %d parameters", len(r.Slope), n)
	} else if len(r.Curve) != 0 && len(r.Curve) != n*(n+1)/2 {
		return fail("Curve", "%d second derivatives for %d parameters", len(r.Curve), n)
	}
	if n := len(r.AtInfinity); n != 0 && (n != 2 || len(r.Params) != 1) {
		return fail("AtInfinity", "%d limits for %d parameters", n, len(r.Params))
	}
	if r.LaTeX == "" {
		return fail("LaTeX", "it is empty")
	}
	return t.validateTexts(r, fail)
}

func (t *Table) validateTexts(r *Row, fail func(string, string, ...any) error) error {
	params := []string{"pi"}
	for _, p := range r.Params {
		params = append(params, p.Name)
	}
	withValue := append(slices.Clone(params), "y")
	check := func(column, text string, names []string) error {
		if reason := t.textFault(text, names); reason != "" {
			return fail(column, "%s in %q", reason, text)
		}
		return nil
	}
	type column struct {
		name, text string
		names      []string
	}
	columns := []column{
		{"Expand", r.Expand, params}, {"Domain", r.Domain, params}, {"Smooth", r.Smooth, params}, {"Continuous", r.Continuous, params},
		{"Definition", r.Definition, params}, {"DerivValue", r.DerivValue, withValue}, {"Range", r.Range, withValue},
		{"Shift", r.Shift, params},
		{"Sign", r.Sign, params},
	}
	for _, p := range r.Params {
		columns = append(columns, column{"Params", p.Default, []string{"pi"}})
	}
	for _, v := range r.AtInfinity {
		columns = append(columns, column{"AtInfinity", v, []string{"pi"}})
	}
	for _, d := range r.Deriv {
		columns = append(columns, column{"Deriv", d, params})
	}
	for _, v := range r.Values {
		columns = append(columns, column{"Values", v.Args, []string{"pi"}}, column{"Values", v.Result, []string{"pi"}})
	}
	for _, c := range columns {
		if err := check(c.name, c.text, c.names); err != nil {
			return err
		}
	}
	return nil
}

// conflict returns another row of that name that takes as many arguments as r
// can.
func (t *Table) conflict(r *Row, name string) *Row {
	t.build()
	for _, other := range t.index[name] {
		if other == r {
			continue
		}
		for n := 1; n <= max(len(r.Params), len(other.Params)); n++ {
			if r.Accepts(n) && other.Accepts(n) {
				return other
			}
		}
		if r.Variadic && other.Variadic {
			return other
		}
	}
	return nil
}

func paramFault(r *Row) string {
	if len(r.Params) == 0 {
		return "there are none"
	}
	if r.Variadic && len(r.Params) != 2 {
		return "a variadic row has two, u and v for all the others"
	}
	for i, p := range r.Params {
		switch {
		case !isName(p.Name):
			return fmt.Sprintf("%q is not a name", p.Name)
		case p.Name == "y" || isReserved(p.Name):
			return p.Name + " has a meaning of its own in texts"
		case slices.ContainsFunc(r.Params[:i], func(q Param) bool { return q.Name == p.Name }):
			return p.Name + " occurs twice"
		case i > 0 && p.Default == "" && r.Params[i-1].Default != "":
			return p.Name + " follows one with a default and has none"
		case p.Default != "" && (i == 0 || r.Variadic):
			return p.Name + " may not have a default"
		}
	}
	return ""
}

func isReserved(name string) bool {
	return slices.ContainsFunc(forms, func(f Form) bool { return f.Name == name }) ||
		name == "and" || name == "or" || name == "not"
}

func isName(s string) bool {
	for i, c := range s {
		if !(isLetter(c) || c == '_' || i > 0 && '0' <= c && c <= '9') {
			return false
		}
	}
	return s != ""
}

// isLetter accepts what names are written in: ASCII and Greek letters.
func isLetter(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || unicode.Is(unicode.Greek, c) && unicode.IsLetter(c)
}

// textFault says what is wrong with a text: a bracket without its partner, a
// character that formulas do not have, a name that is not in names, or a call
// that no row answers. It returns "" if nothing is.
func (t *Table) textFault(text string, names []string) string {
	type bracket struct {
		call string // the function called, "" for a plain bracket
		args int
	}
	var open []bracket
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isName(text[i : i+1]):
			start := i
			for i < len(text) && isName("x"+text[i:i+1]) {
				i++
			}
			name := text[start:i]
			switch {
			case name == "and" || name == "or" || name == "not":
			case strings.HasPrefix(text[i:], "("):
				open = append(open, bracket{name, 1})
				i++
			case !slices.Contains(names, name):
				return "unknown name " + name
			}
			continue
		case '0' <= c && c <= '9':
			for i < len(text) && ('0' <= text[i] && text[i] <= '9' || text[i] == '.') {
				i++
			}
			continue
		case c == '(':
			open = append(open, bracket{})
		case c == ',' && len(open) > 0:
			open[len(open)-1].args++
		case c == ')':
			if len(open) == 0 {
				return "closing bracket without an opening one"
			}
			b := open[len(open)-1]
			open = open[:len(open)-1]
			if b.call == "if" && b.args == 3 || b.call == "" {
				break
			}
			if _, err := t.Lookup(b.call, b.args); err != nil {
				return err.Error()
			}
		case !strings.ContainsRune("+-*/^<>=!, ", rune(c)):
			return fmt.Sprintf("character %q", c)
		}
		i++
	}
	if len(open) > 0 {
		return "bracket that is not closed"
	}
	return ""
}

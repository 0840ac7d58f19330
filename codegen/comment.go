package codegen

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// maxText is the length of formulas that comments show in full.
const maxText = 2000

// A paragraph of a comment is prose, or formulas, which are set apart.
type paragraph struct {
	text     string
	formulas []string
}

// description says what the code computes, and where.
func (u *unit) description(begin string) []paragraph {
	list := []paragraph{{text: begin, formulas: u.formulas()}}
	if len(u.Domain) > 0 {
		list = append(list, paragraph{text: "where " + conjunction(u.Domain) + "; elsewhere the result has no meaning."})
	}
	if u.array {
		return append(list, u.order()...)
	}
	var renamed []string
	for i, t := range u.texts {
		if u.inputs[i] != t {
			renamed = append(renamed, u.inputs[i]+" is "+plainText(t))
		}
	}
	if len(renamed) > 0 {
		list = append(list, paragraph{text: "Names: " + strings.Join(renamed, ", ") + "."})
	}
	return list
}

// conjunction joins conditions, with brackets round alternatives.
func conjunction(list []string) string {
	texts := each(list, plainText)
	for i, t := range texts {
		if len(texts) > 1 && strings.Contains(t, " or ") {
			texts[i] = "(" + t + ")"
		}
	}
	return strings.Join(texts, " and ")
}

// ofGradient says where the derivatives hold.
func (u *unit) ofGradient(begin string) []paragraph {
	list := []paragraph{{text: begin}}
	if len(u.Conditions) > 0 {
		list = append(list, paragraph{text: "The derivatives exist where " + conjunction(u.Conditions) +
			"; at a kink they have values by convention, such as 0 for relu and abs."})
	}
	return list
}

func (u *unit) formulas() []string {
	text := plainText(u.Text)
	if len(text) > maxText {
		text = text[:maxText] + " ..."
	}
	list := []string{text}
	for i, w := range u.Where {
		word := "     "
		if i == 0 {
			word = "with "
		}
		list = append(list, word+plainText(w))
	}
	return list
}

// order lists the variables of arrays.
func (u *unit) order() []paragraph {
	list := []paragraph{{text: fmt.Sprintf("The variables %s[%d], ... are %s.", u.p, u.l.base, strings.Join(each(u.texts, plainText), ", "))}}
	if len(u.wrt) > 0 {
		by := "all of them"
		if !slices.Equal(u.wrt, u.texts) {
			by = strings.Join(each(u.wrt, plainText), ", ")
		}
		list = append(list, paragraph{text: fmt.Sprintf("The derivatives %s[%d], ... are by %s.", u.g, u.l.base, by)})
	}
	return list
}

// by says by which variables there are derivatives.
func (u *unit) by() string {
	if u.array {
		return fmt.Sprintf("%d variables", len(u.wrt))
	}
	list := each(u.wrt, plainText)
	if n := len(list); n > 1 {
		return strings.Join(list[:n-1], ", ") + " and " + list[n-1]
	}
	return list[0]
}

// comment writes paragraphs in lines that begin with a mark; formulas are indented.
func comment(list []paragraph, mark, indent string) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(strings.TrimRight(mark+s, " \t") + "\n") }
	for i, p := range list {
		if i > 0 {
			line("")
		}
		for _, s := range wrap(p.text, 76) {
			line(s)
		}
		if len(p.formulas) > 0 {
			line("")
			for _, f := range p.formulas {
				for _, s := range wrap(f, 76) {
					line(indent + s)
				}
			}
		}
	}
	return b.String()
}

// wrap breaks a text at spaces. Spaces at its beginning stay.
func wrap(text string, width int) []string {
	var out []string
	for len(text) > width {
		at := strings.LastIndexByte(text[:width+1], ' ')
		if at <= 5 {
			if at = strings.IndexByte(text[width:], ' '); at < 0 {
				break
			}
			at += width
		}
		out = append(out, text[:at])
		text = text[at+1:]
	}
	return append(out, text)
}

// plainText is a text that cannot end a comment or a string of any language, nor
// hide what it is.
func plainText(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\\' || r == '"' || r == '`' || r == '#' || r == '$' || r == '?':
			return '_'
		case r == ' ' || unicode.In(r, unicode.Letter, unicode.Digit, unicode.Punct, unicode.Symbol):
			return r
		}
		return '_'
	}, s)
	for _, end := range []string{"*/", "/*", "--", "'''"} {
		for strings.Contains(s, end) {
			s = strings.ReplaceAll(s, end, end[:1]+" "+end[1:])
		}
	}
	return s
}

func each(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}

func lower(s string) string { return strings.ToLower(s) }

package protocol

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

// A writer writes the formulas of one answer. Infix reads back to the same
// expression; the other formats are for people, and take a minus sign into a
// bracket where that reads better.
type writer struct {
	s       *session
	options present.Options
	plain   *present.Printer // infix without names for shared parts
	infix   *present.Printer
	pretty  *present.Printer
	shared  []present.Definition
	err     error
}

func newWriter(s *session) *writer {
	w := &writer{s: s, options: present.Options{MaxBytes: s.o.MaxBytes}}
	w.options.Level, w.options.Input = s.levels()
	w.plain = present.NewPrinter(w.options)
	w.reset()
	return w
}

func (w *writer) reset() {
	w.infix = present.NewPrinter(w.options)
	o := w.options
	o.AbsorbSigns = true
	w.pretty = present.NewPrinter(o)
}

// levels ranks the names of a computation by where they come in: inputs of
// the first definition lowest, the inputs of the formula itself highest.
func (s *session) levels() (rank func(symbolic.Expr) int, isInput func(symbolic.Expr) bool) {
	if len(s.scope.Definitions) == 0 {
		return nil, nil
	}
	defined := map[symbolic.Expr]bool{}
	level := map[symbolic.Expr]int{}
	for i, d := range s.scope.Definitions {
		for _, x := range d.Expr.FreeSymbols() {
			if _, ok := level[x]; !ok {
				level[x] = i
			}
		}
		level[d.Name], defined[d.Name] = i+1, true
	}
	last := len(s.scope.Definitions) + 1
	rank = func(x symbolic.Expr) int {
		if l, ok := level[x]; ok {
			return l
		}
		return last
	}
	return rank, func(x symbolic.Expr) bool { return !defined[x] }
}

// share names the common parts of the given formulas (--cse).
func (w *writer) share(roots ...symbolic.Expr) {
	for prefix := "t"; ; prefix += "t" {
		if w.shared = present.Definitions(prefix, roots...); !w.s.taken(w.shared) {
			break
		}
	}
	w.options.Define = present.DefinitionNames(w.shared)
	w.reset()
}

// taken tells whether a name of a shared part stands for something else in the
// request.
func (s *session) taken(list []present.Definition) bool {
	return slices.ContainsFunc(list, func(d present.Definition) bool { return s.scope.Knows(d.Name) })
}

// in writes an expression in a format. The first error is kept; what comes
// after it is empty.
func (w *writer) in(e symbolic.Expr, f present.Format) string {
	if w.err != nil {
		return ""
	}
	var s string
	if f == present.AsText {
		s, w.err = w.infix.String(e, f)
	} else {
		s, w.err = w.pretty.String(e, f)
	}
	return s
}

func (w *writer) text(e symbolic.Expr) string { return w.in(e, present.AsText) }

func (w *writer) latex(e symbolic.Expr) string { return w.in(e, present.AsLaTeX) }

// conditions writes conditions as infix. One that never holds is written as
// a relation that reads back.
func (w *writer) conditions(list []symbolic.Expr) []string {
	out := []string{}
	for _, c := range list {
		if c.Kind() == symbolic.Boolean {
			out = append(out, "0 == 1")
			continue
		}
		out = append(out, w.text(c))
	}
	return out
}

// definitions lists what results are written with: the definitions that were
// given, then the shared parts.
func (w *writer) definitions(roots ...symbolic.Expr) *[][2]string {
	out := [][2]string{}
	for _, d := range w.s.usedDefinitions(roots) {
		// Their bodies come before the shared parts, and so without them.
		body, err := w.plain.String(d.Expr, present.AsText)
		if w.err == nil {
			w.err = err
		}
		out = append(out, [2]string{w.text(d.Name), body})
	}
	for _, d := range w.shared {
		var body string
		if w.err == nil {
			body, w.err = w.infix.Body(d.Expr, present.AsText)
		}
		out = append(out, [2]string{d.Name, body})
	}
	return &out
}

// A lines writes an answer for people line by line.
type lines struct {
	w   *writer
	out io.Writer
	buf bytes.Buffer
}

func (w *writer) lines(out io.Writer) *lines { return &lines{w: w, out: out} }

// markup is how one format writes what stands round formulas.
type markup struct {
	equals, where, and, nowhere string
	open, close                 string // of a line that holds several formulas
}

var markups = [...]markup{
	present.AsText:    {equals: " = ", where: "where ", and: ", ", nowhere: "nowhere defined"},
	present.AsUnicode: {equals: " = ", where: "where ", and: ", ", nowhere: "nowhere defined"},
	present.AsLaTeX:   {equals: " = ", where: `\text{where } `, and: `, \; `, nowhere: `\text{nowhere defined}`},
	present.AsMathML: {equals: "<mo>=</mo>", where: "<mtext>where&#xA0;</mtext>", and: "<mo>,</mo>", nowhere: "<mtext>nowhere defined</mtext>",
		open: `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">`, close: "</math>"},
}

func (w *writer) markup() markup { return markups[w.s.format] }

// piece writes a formula as a part of a line.
func (w *writer) piece(e symbolic.Expr) string {
	return w.markup().inner(w.in(e, w.s.format))
}

// inner is a formula without what stands round a whole line.
func (m markup) inner(formula string) string {
	return strings.TrimSuffix(strings.TrimPrefix(formula, m.open), m.close)
}

// latexText spells characters that mean something to LaTeX.
var latexText = strings.NewReplacer(`\`, `\textbackslash{}`, "^", `\textasciicircum{}`, "~", `\textasciitilde{}`,
	"<", "$<$", ">", "$>$", "_", `\_`, "{", `\{`, "}", `\}`, "$", `\$`, "&", `\&`, "#", `\#`, "%", `\%`)

// mathText spells characters that mean something to MathML, and keeps blanks.
var mathText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", " ", "&#xA0;")

// words writes a text, as a line of its own or as a part of one.
func (w *writer) words(text string) string {
	switch w.s.format {
	case present.AsLaTeX:
		if text == "" {
			return ""
		}
		return `\text{` + latexText.Replace(text) + `}`
	case present.AsMathML:
		return "<mtext>" + mathText.Replace(text) + "</mtext>"
	}
	return text
}

// line writes one line made of pieces.
func (l *lines) line(parts ...string) {
	m := l.w.markup()
	l.buf.WriteString(m.open)
	for _, p := range parts {
		l.buf.WriteString(p)
	}
	l.buf.WriteString(m.close)
	l.buf.WriteByte('\n')
}

// where writes the line of the conditions, if there are any.
func (l *lines) where(list []symbolic.Expr) {
	if len(list) == 0 {
		return
	}
	m := l.w.markup()
	if list[0].Kind() == symbolic.Boolean {
		l.line(m.nowhere)
		return
	}
	parts := []string{m.where}
	for i, c := range list {
		if i > 0 {
			parts = append(parts, m.and)
		}
		parts = append(parts, l.w.piece(c))
	}
	l.line(parts...)
}

// shared writes the definitions that results are written with (--cse).
func (l *lines) shared(roots ...symbolic.Expr) {
	if !l.w.s.req.CSE {
		return
	}
	m := l.w.markup()
	for _, d := range l.w.s.usedDefinitions(roots) {
		body, err := l.w.plain.String(d.Expr, l.w.s.format)
		if l.w.err == nil {
			l.w.err = err
		}
		l.line(l.w.piece(d.Name), m.equals, m.inner(body))
	}
	for _, d := range l.w.shared {
		var body, name string
		if l.w.err == nil {
			p := l.w.pretty
			if l.w.s.format == present.AsText {
				p = l.w.infix
			}
			body, l.w.err = p.Body(d.Expr, l.w.s.format)
		}
		name = l.w.piece(l.w.s.scope.Store.Symbol(d.Name))
		l.line(name, m.equals, m.inner(body))
	}
}

// end writes the lines out, unless a formula was too long.
func (l *lines) end() error {
	if l.w.err != nil {
		return l.w.err
	}
	_, err := l.out.Write(l.buf.Bytes())
	return err
}

// An object is a JSON object whose fields keep their order.
type object [][2]string

// MarshalJSON writes the object.
func (o object) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, f := range o {
		name, err := marshal(f[0])
		if err != nil {
			return nil, err
		}
		value, err := marshal(f[1])
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, name...), ':'), value...)
	}
	return append(b, '}'), nil
}

// marshal is json.Marshal without escapes for HTML: conditions have < and >.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

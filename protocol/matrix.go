package protocol

import (
	"io"
	"strings"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

// matrix is the answer of jacobian and hessian.
type matrix struct {
	expr       []symbolic.Expr
	list       bool
	rows       [][]symbolic.Expr
	conditions []symbolic.Expr
	stop       string // the limit of the simplification that was reached
}

func jacobian(s *session) (func() (result, error), error) {
	f, err := s.scope.Formulas(s.req.Expr)
	if err != nil {
		return nil, err
	}
	for i := range f {
		if f[i], err = s.whole(f[i]); err != nil {
			return nil, err
		}
	}
	wrt, err := s.variables(f...)
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		j, err := diff.Jacobian(f, wrt, s.diffOptions())
		if err != nil {
			return nil, err
		}
		m := &matrix{list: true, conditions: s.reduce(j.Conditions)}
		for _, e := range f {
			m.expr = append(m.expr, e.Expr)
		}
		m.rows, m.stop, err = s.simplifiedRows(j.Conditions, j.Rows)
		return m, err
	}, nil
}

func hessian(s *session) (func() (result, error), error) {
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		h, err := diff.Hessian(f, wrt, s.diffOptions())
		if err != nil {
			return nil, err
		}
		m := &matrix{expr: []symbolic.Expr{f.Expr}, conditions: s.reduce(h.Conditions)}
		m.rows, m.stop, err = s.simplifiedRows(h.Conditions, h.Rows)
		return m, err
	}, nil
}

func (m *matrix) roots() (all []symbolic.Expr) {
	for _, r := range m.rows {
		all = append(all, r...)
	}
	return append(all, m.conditions...)
}

func (m *matrix) fields(w *writer) (any, error) {
	z := struct {
		Expr        string       `json:"expr"`
		Rows        [][]string   `json:"rows"`
		LaTeX       string       `json:"latex"`
		MathML      string       `json:"mathml,omitempty"`
		Unicode     [][]string   `json:"unicode,omitempty"`
		Conditions  []string     `json:"conditions"`
		Definitions *[][2]string `json:"definitions,omitempty"`
		Limit       string       `json:"limit,omitempty"`
	}{Limit: m.stop}
	var parts []string
	for _, e := range m.expr {
		parts = append(parts, w.text(e))
	}
	z.Expr = strings.Join(parts, ", ")
	if m.list {
		z.Expr = "[" + z.Expr + "]"
	}
	if w.s.req.CSE {
		w.share(m.roots()...)
		z.Definitions = w.definitions(m.roots()...)
	}
	z.Rows = m.each(w.text)
	z.LaTeX = latexMatrix(m.each(w.latex))
	switch w.s.format {
	case present.AsMathML:
		o := w.markup()
		z.MathML = o.open + mathMLMatrix(m.each(w.piece)) + o.close
	case present.AsUnicode:
		z.Unicode = m.each(w.piece)
	}
	z.Conditions = w.conditions(m.conditions)
	return z, w.err
}

func (m *matrix) each(write func(symbolic.Expr) string) [][]string {
	rows := make([][]string, len(m.rows))
	for i, r := range m.rows {
		rows[i] = make([]string, len(r))
		for j, e := range r {
			rows[i][j] = write(e)
		}
	}
	return rows
}

func latexMatrix(rows [][]string) string {
	lines := make([]string, len(rows))
	for i, r := range rows {
		lines[i] = strings.Join(r, " & ")
	}
	return `\begin{pmatrix} ` + strings.Join(lines, ` \\ `) + ` \end{pmatrix}`
}

func (m *matrix) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	if w.s.req.CSE {
		w.share(m.roots()...)
	}
	l.shared(m.roots()...)
	rows := m.each(w.piece)
	switch w.s.format {
	case present.AsLaTeX:
		l.line(latexMatrix(rows))
	case present.AsMathML:
		l.line(mathMLMatrix(rows))
	default:
		for _, r := range rows {
			l.line("[", strings.Join(r, ", "), "]")
		}
	}
	l.where(m.conditions)
	l.limit(m.stop)
	return l.end()
}

func mathMLMatrix(rows [][]string) string {
	var b strings.Builder
	b.WriteString("<mrow><mo>(</mo><mtable>")
	for _, r := range rows {
		b.WriteString("<mtr>")
		for _, e := range r {
			b.WriteString("<mtd>" + e + "</mtd>")
		}
		b.WriteString("</mtr>")
	}
	b.WriteString("</mtable><mo>)</mo></mrow>")
	return b.String()
}

package protocol

import (
	"io"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// simplified is the answer of simplify.
type simplified struct {
	expr symbolic.Expr
	z    simplify.Result
}

// simplification simplifies a formula.
func simplification(s *session) (func() (result, error), error) {
	f, err := s.formula(s.req.Expr)
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		z, err := simplify.Simplify(s.scope, f, simplify.Options{Steps: s.req.Steps})
		if err != nil {
			return nil, err
		}
		return &simplified{f.Expr, z}, nil
	}, nil
}

// simpler is what was done to the values of an answer.
type simpler struct {
	changes []simplify.Step
	stop    string // the limit that was reached
}

// simplified simplifies derivatives that have values where a condition holds,
// unless the request asks for them as they are.
func (s *session) simplified(cond symbolic.Expr, values []symbolic.Expr) ([]symbolic.Expr, simpler, error) {
	if s.req.Raw {
		return values, simpler{}, nil
	}
	z, err := simplify.Several(s.scope, cond, simplify.Options{Steps: s.req.Steps}, values...)
	return z.Exprs, simpler{z.Steps, z.Limit}, err
}

// simplifiedRows is simplified for a matrix.
func (s *session) simplifiedRows(cond symbolic.Expr, rows [][]symbolic.Expr) ([][]symbolic.Expr, string, error) {
	list, z, err := s.simplified(cond, slices.Concat(rows...))
	if err != nil {
		return nil, "", err
	}
	out := make([][]symbolic.Expr, len(rows))
	for i, r := range rows {
		out[i], list = list[:len(r)], list[len(r):]
	}
	return out, z.stop, nil
}

type simplifiedJSON struct {
	Expr        string       `json:"expr"`
	Result      string       `json:"result"`
	LaTeX       string       `json:"latex"`
	MathML      string       `json:"mathml,omitempty"`
	Unicode     string       `json:"unicode,omitempty"`
	Conditions  []string     `json:"conditions"`
	Leaves      uint64       `json:"leaves"`
	Limit       string       `json:"limit,omitempty"`
	Definitions *[][2]string `json:"definitions,omitempty"`
	Steps       []changeJSON `json:"steps,omitempty"`
}

type changeJSON struct {
	Before string `json:"before"`
	After  string `json:"after"`
	Rule   string `json:"rule"`
	Source string `json:"source,omitempty"`
	If     string `json:"if,omitempty"` // the condition of the rule, which holds here
}

func (r *simplified) fields(w *writer) (any, error) {
	z := simplifiedJSON{Expr: w.text(r.expr), Limit: r.z.Limit, Leaves: present.Leaves(r.z.Expr)}
	z.Steps = w.changes(r.z.Steps)
	if w.s.req.CSE {
		w.share(r.z.Expr)
		z.Definitions = w.definitions(r.z.Expr)
	}
	z.Result, z.LaTeX, z.Conditions = w.text(r.z.Expr), w.latex(r.z.Expr), w.conditions(r.z.Conditions)
	switch w.s.format {
	case present.AsMathML:
		z.MathML = w.in(r.z.Expr, present.AsMathML)
	case present.AsUnicode:
		z.Unicode = w.in(r.z.Expr, present.AsUnicode)
	}
	return z, w.err
}

func (w *writer) changes(steps []simplify.Step) (list []changeJSON) {
	for _, t := range steps {
		c := changeJSON{Before: w.text(t.Before), After: w.text(t.After), Rule: t.Rule, Source: t.Source}
		if t.Condition.ID() != symbolic.True {
			c.If = w.text(t.Condition)
		}
		list = append(list, c)
	}
	return list
}

func (r *simplified) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	l.changes(r.z.Steps)
	if w.s.req.CSE {
		w.share(r.z.Expr)
	}
	l.shared(r.z.Expr)
	l.line(w.piece(r.z.Expr))
	l.where(r.z.Conditions)
	l.limit(r.z.Limit)
	return l.end()
}

// changes writes the steps of a simplification: what was replaced by what, and
// in brackets by which rule.
func (l *lines) changes(steps []simplify.Step) {
	if len(steps) == 0 {
		return
	}
	w := l.w
	var left []string
	width := 0
	for _, t := range steps {
		s := w.piece(t.Before) + w.markup().equals + w.piece(t.After)
		left = append(left, s)
		width = max(width, len([]rune(s)))
	}
	width = min(width, widest)
	for i, t := range steps {
		words := strings.ReplaceAll(t.Rule, "-", " ")
		if t.Source != "" {
			words += ", " + t.Source
		}
		if t.Condition.ID() != symbolic.True {
			words += ", since " + w.text(t.Condition)
		}
		l.line(left[i], l.remark(words, max(0, width-len([]rune(left[i])))))
	}
	l.gap()
}

// simplification writes the steps of the simplification of what stands before.
func (l *lines) simplification(steps []simplify.Step) {
	if len(steps) > 0 {
		l.line(l.w.words("simplified:"))
		l.changes(steps)
	}
}

// widest is the column up to which remarks are aligned.
const widest = 60

// limit says that a budget ran out.
func (l *lines) limit(name string) {
	if name != "" {
		l.line(l.w.words("a simpler form may exist: the budget of " + name + " was used up"))
	}
}

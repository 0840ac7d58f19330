package protocol

import (
	"io"
	"strings"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func (s *session) diffOptions() diff.Options {
	return diff.Options{Definitions: s.scope.Definitions}
}

// subject reads the formula and the variables.
func (s *session) subject() (read.Formula, []symbolic.Expr, error) {
	f, err := s.formula(s.req.Expr)
	if err != nil {
		return f, nil, err
	}
	wrt, err := s.variables(f)
	return f, wrt, err
}

// usedDefinitions returns the given definitions that formulas are written
// with, in order.
func (s *session) usedDefinitions(roots []symbolic.Expr) []read.Definition {
	if len(s.scope.Definitions) == 0 {
		return nil
	}
	used := map[symbolic.Expr]bool{}
	mark := func(e symbolic.Expr) {
		for _, x := range e.FreeSymbols() {
			used[x] = true
		}
	}
	ids := make([]symbolic.ID, len(roots))
	for i, e := range roots {
		ids[i] = e.ID()
	}
	for _, x := range s.scope.Store.FreeSymbols(ids...) {
		used[s.scope.Store.Expr(x)] = true
	}
	var out []read.Definition
	for i := len(s.scope.Definitions) - 1; i >= 0; i-- {
		if d := s.scope.Definitions[i]; used[d.Name] {
			mark(d.Expr)
			out = append([]read.Definition{d}, out...)
		}
	}
	return out
}

// partials is the answer of grad and diff.
type partials struct {
	expr       symbolic.Expr
	wrt        []symbolic.Expr
	single     bool // diff: one derivative, and not a list by variable
	values     []symbolic.Expr
	conditions []symbolic.Expr
	steps      *diff.Steps
	simpler    // what was done to the values that the steps end with
}

func gradient(s *session) (func() (result, error), error) {
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		r := &partials{expr: f.Expr, wrt: wrt}
		var g diff.Result
		if s.req.Steps {
			steps, err := diff.Explain(f, wrt, s.diffOptions())
			if err != nil {
				return nil, err
			}
			r.steps, g = &steps, steps.Result
		} else if g, err = diff.Gradient(f, wrt, s.diffOptions()); err != nil {
			return nil, err
		}
		r.conditions = s.reduce(g.Conditions)
		r.values, r.simpler, err = s.simplified(g.Conditions, g.Partials)
		return r, err
	}, nil
}

func derivative(s *session) (func() (result, error), error) {
	order := 1
	if s.req.Order != nil {
		order = *s.req.Order
	}
	if order < 0 {
		return nil, failure(codeSyntax, "the order of a derivative is an integer from 0, not %d", order)
	}
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	if len(wrt) != 1 {
		return nil, failure(codeSyntax, "diff takes one variable, %d given; grad takes several", len(wrt))
	}
	if s.req.Steps {
		if order != 1 {
			return nil, failure(codeUnsupported, "steps are shown for first derivatives")
		}
		return func() (result, error) {
			steps, err := diff.Explain(f, wrt, s.diffOptions())
			if err != nil {
				return nil, err
			}
			return s.single(f.Expr, wrt, steps.Result, &steps)
		}, nil
	}
	return func() (result, error) {
		g, err := diff.Derivative(f, wrt[0], order, s.diffOptions())
		if err != nil {
			return nil, err
		}
		return s.single(f.Expr, wrt, g, nil)
	}, nil
}

// single is the answer of diff.
func (s *session) single(f symbolic.Expr, wrt []symbolic.Expr, g diff.Result, steps *diff.Steps) (result, error) {
	values, simpler, err := s.simplified(g.Conditions, g.Partials)
	if err != nil {
		return nil, err
	}
	return &partials{f, wrt, true, values, s.reduce(g.Conditions), steps, simpler}, nil
}

func (r *partials) roots() []symbolic.Expr {
	return append(append([]symbolic.Expr{}, r.values...), r.conditions...)
}

type partialsJSON struct {
	Expr        string       `json:"expr"`
	Gradient    object       `json:"gradient,omitzero"`
	Derivative  *string      `json:"derivative,omitempty"`
	LaTeX       any          `json:"latex"`
	MathML      any          `json:"mathml,omitempty"`
	Unicode     any          `json:"unicode,omitempty"`
	Conditions  []string     `json:"conditions"`
	Definitions *[][2]string `json:"definitions,omitempty"`
	Steps       *stepsJSON   `json:"steps,omitempty"`
	Limit       string       `json:"limit,omitempty"`
}

func (r *partials) fields(w *writer) (any, error) {
	z := partialsJSON{Expr: w.text(r.expr), Limit: r.stop}
	if w.s.req.CSE {
		w.share(r.roots()...)
		z.Definitions = w.definitions(r.roots()...)
	}
	z.LaTeX = r.each(w, present.AsLaTeX)
	switch w.s.format {
	case present.AsMathML:
		z.MathML = r.each(w, present.AsMathML)
	case present.AsUnicode:
		z.Unicode = r.each(w, present.AsUnicode)
	}
	switch infix := r.each(w, present.AsText).(type) {
	case object:
		z.Gradient = infix
	case string:
		z.Derivative = &infix
	}
	z.Conditions = w.conditions(r.conditions)
	if r.steps != nil {
		z.Steps = r.stepsJSON(w)
	}
	return z, w.err
}

// each writes the derivatives in a format: by variable, or the only one.
func (r *partials) each(w *writer, f present.Format) any {
	if r.single {
		return w.in(r.values[0], f)
	}
	o := object{}
	for i, x := range r.wrt {
		o = append(o, [2]string{w.text(x), w.in(r.values[i], f)})
	}
	return o
}

func (r *partials) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	if w.s.req.CSE {
		w.share(r.roots()...)
	}
	if r.steps != nil {
		r.writeSteps(l)
		l.simplification(r.changes)
	}
	l.shared(r.roots()...)
	for i, v := range r.values {
		if r.single {
			l.line(w.piece(v))
			continue
		}
		name := ""
		if r.steps != nil {
			name = w.piece(r.steps.Definitions[len(r.steps.Definitions)-1].Name)
		}
		l.line(w.quotient(name, r.wrt[i]), w.markup().equals, w.piece(v))
	}
	l.where(r.conditions)
	l.limit(r.stop)
	return l.end()
}

// quotient writes ∂f/∂x; f may be empty.
func (w *writer) quotient(f string, x symbolic.Expr) string {
	v := w.piece(x)
	switch w.s.format {
	case present.AsLaTeX:
		return strings.Replace(`\frac{\partial `+f+`}{\partial `+v+`}`, ` }`, `}`, 1)
	case present.AsMathML:
		return "<mfrac><mrow><mo>&#x2202;</mo>" + f + "</mrow><mrow><mo>&#x2202;</mo>" + v + "</mrow></mfrac>"
	case present.AsUnicode:
		return "∂" + f + "/∂" + v
	}
	return "d" + f + "/d" + v
}

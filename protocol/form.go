package protocol

import (
	"bytes"
	"errors"
	"io"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

// reformed is the answer of the operations that give a formula another form.
type reformed struct {
	expr       symbolic.Expr
	value      symbolic.Expr
	order      []algebra.Part
	conditions []symbolic.Expr
	limit      string
}

// reform makes an operation that gives a formula another form. The form is
// computed with the variables that are named, if it needs some, and the
// conditions that are known.
func reform(variables bool, by func(st *symbolic.Store, id symbolic.ID, wrt []symbolic.ID, o algebra.Options) (algebra.Form, error)) operation {
	return func(s *session) (func() (result, error), error) {
		f, err := s.formula(s.req.Expr)
		if err != nil {
			return nil, err
		}
		var wrt []symbolic.ID
		if variables {
			list, err := s.variables(f)
			if err != nil {
				return nil, err
			}
			for _, v := range list {
				wrt = append(wrt, v.ID())
			}
		}
		return func() (result, error) {
			st := s.scope.Store
			z, err := by(st, f.Expr.ID(), wrt, algebra.Options{Holds: s.known()})
			if err != nil {
				return nil, limited(err)
			}
			domain := []symbolic.ID{f.Domain.ID()}
			for _, d := range z.NonZero {
				domain = append(domain, st.Relate(symbolic.NotEqual, d, symbolic.Zero))
			}
			return &reformed{f.Expr, st.Expr(z.Node), z.Order, s.reduce(st.Expr(st.And(domain...))), z.Limit}, nil
		}, nil
	}
}

// known tells what certainly holds under the assumptions of the request.
func (s *session) known() func(symbolic.ID) bool {
	var facts *assume.Facts
	return func(cond symbolic.ID) bool {
		if facts == nil {
			facts = assume.New(s.scope)
		}
		return facts.Holds(s.scope.Store.Expr(cond)) == assume.Yes
	}
}

// limited names the limit that ended a computation with polynomials.
func limited(err error) error {
	var l *poly.LimitError
	switch {
	case errors.Is(err, algebra.ErrExponent), errors.As(err, &l) && l.Limit == "exponent":
		return failure(codeLimit, "an exponent, or the order of a root, is too large")
	case l != nil:
		return failure(codeLimit, "the result is too large: the limit of %d %s was reached", l.Max, l.Limit)
	}
	return err
}

func expand(st *symbolic.Store, id symbolic.ID, _ []symbolic.ID, _ algebra.Options) (algebra.Form, error) {
	z, err := algebra.Expand(st, id, nil)
	return algebra.Form{Node: z}, err
}

func factorize(st *symbolic.Store, id symbolic.ID, _ []symbolic.ID, o algebra.Options) (algebra.Form, error) {
	return algebra.Factorize(st, id, o)
}

func together(st *symbolic.Store, id symbolic.ID, _ []symbolic.ID, o algebra.Options) (algebra.Form, error) {
	return algebra.Together(st, id, o)
}

func collect(st *symbolic.Store, id symbolic.ID, wrt []symbolic.ID, o algebra.Options) (algebra.Form, error) {
	return algebra.Collect(st, id, wrt, o)
}

func apart(st *symbolic.Store, id symbolic.ID, wrt []symbolic.ID, o algebra.Options) (algebra.Form, error) {
	if len(wrt) != 1 {
		return algebra.Form{}, failure(codeSyntax, "fractions are taken apart with respect to one variable, not %d", len(wrt))
	}
	return algebra.Apart(st, id, wrt[0], o)
}

func (r *reformed) fields(w *writer) (any, error) {
	z := simplifiedJSON{Expr: w.text(r.expr), Limit: r.limit, Leaves: present.Leaves(r.value)}
	if w.s.req.CSE {
		w.share(r.value)
		z.Definitions = w.definitions(r.value)
	}
	z.Result, z.LaTeX, z.Conditions = w.ordered(r, present.AsText), w.ordered(r, present.AsLaTeX), w.conditions(r.conditions)
	switch w.s.format {
	case present.AsMathML:
		z.MathML = w.ordered(r, present.AsMathML)
	case present.AsUnicode:
		z.Unicode = w.ordered(r, present.AsUnicode)
	}
	return z, w.err
}

func (r *reformed) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	if w.s.req.CSE {
		w.share(r.value)
	}
	l.shared(r.value)
	l.line(w.markup().inner(w.ordered(r, w.s.format)))
	l.where(r.conditions)
	if r.limit != "" {
		l.line(w.words("a better form may exist: the budget of " + r.limit + " was used up"))
	}
	return l.end()
}

// ordered writes the value with its terms in the order that was asked for.
func (w *writer) ordered(r *reformed, f present.Format) string {
	if r.order == nil || w.err != nil {
		return w.in(r.value, f)
	}
	p := w.infix
	if f != present.AsText {
		p = w.pretty
	}
	a := arranger{p, r.value.Store()}
	var b bytes.Buffer
	if w.err = p.Tree.Write(&b, a.part(r.order[0]), f, w.options.MaxBytes); w.err != nil {
		return ""
	}
	return b.String()
}

// An arranger builds the presentation of sums whose terms have an order.
type arranger struct {
	p  *present.Printer
	st *symbolic.Store
}

// part builds a part of a sum; parts are nested as deeply as there are
// variables to collect by.
func (a arranger) part(x algebra.Part) present.Ref {
	if x.Parts == nil {
		e := a.st.Expr(x.Node)
		if isSubtracted(e) {
			return a.p.Build(e.Neg()).Negated()
		}
		return a.p.Build(e)
	}
	refs := make([]present.Ref, len(x.Parts))
	for i, t := range x.Parts {
		refs[i] = a.part(t)
	}
	sum := a.p.Add(present.Sum, "", refs...)
	if x.Factor == symbolic.One {
		return sum
	}
	return a.p.Add(present.Product, "", a.p.Build(a.st.Expr(x.Factor)), sum)
}

func isSubtracted(e symbolic.Expr) bool {
	switch e.Kind() {
	case symbolic.Number:
		return e.Number().Sign() < 0
	case symbolic.Product:
		return e.Coefficient().Sign() < 0
	}
	return false
}

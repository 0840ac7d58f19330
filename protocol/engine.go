package protocol

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// Options bound what a request may use. The zero value has the defaults.
type Options struct {
	Parse    parse.Limits
	Store    symbolic.Limits
	MaxBytes int           // of one written formula; 0 is 16 MiB
	Timeout  time.Duration // of one request; 0 is none
}

const defaultMaxBytes = 16 << 20

// An Answer is what came of a request: a result or an error.
type Answer struct {
	Err    *Error
	Timing Timing

	session *session
	result  result
}

// Timing says how long the parts of a request took.
type Timing struct {
	Read, Work, Write time.Duration
}

// MarshalJSON writes milliseconds.
func (t Timing) MarshalJSON() ([]byte, error) {
	ms := func(d time.Duration) string { return fmt.Sprintf("%.6f", float64(d)/1e6) }
	return []byte(`{"read":` + ms(t.Read) + `,"work":` + ms(t.Work) + `,"write":` + ms(t.Write) + `}`), nil
}

// A result is what an operation found, not yet written.
type result interface {
	// fields is the JSON object of the answer.
	fields(w *writer) (any, error)
	// text writes the answer for people, in the writer's format.
	text(out io.Writer, w *writer) error
}

// An operation reads what it needs, then works. The work is a function of its
// own so that it can be timed.
type operation func(s *session) (work func() (result, error), err error)

// operations are what a request can ask for.
var operations = map[string]operation{
	"grad":       gradient,
	"diff":       derivative,
	"jacobian":   jacobian,
	"hessian":    hessian,
	"simplify":   simplification,
	"eval":       evaluate,
	"gradcheck":  checkGradient,
	"gen":        generation,
	"descent":    descent,
	"latex":      formula,
	"subs":       substitute,
	"expand":     reform(false, expand),
	"factor":     reform(false, factorize),
	"together":   reform(false, together),
	"collect":    reform(true, collect),
	"apart":      reform(true, apart),
	"equal":      decide,
	"prove":      decide,
	"taylor":     expansion,
	"limit":      limit,
	"activation": analysis,
}

// A session is one request being answered, with a store of its own.
type session struct {
	req    Request
	scope  *read.Scope
	format present.Format
	o      Options
	places []symbolic.Expr // where the points of at have values
}

func newSession(req Request, o Options) *session {
	s := &session{req: req, o: o, scope: read.NewScope(symbolic.NewStoreLimits(o.Store), read.Default())}
	s.scope.Limits = o.Parse
	return s
}

// Do answers a request. It never panics: what goes wrong inside is an error
// with the code internal.
func Do(req Request, o Options) (a Answer) {
	if o.MaxBytes == 0 {
		o.MaxBytes = defaultMaxBytes
	}
	defer func() {
		if r := recover(); r != nil {
			a = Answer{Err: recovered(r)}
		}
	}()
	op, ok := operations[req.Op]
	switch {
	case req.Op == "":
		return Answer{Err: failure(codeSyntax, "the request has no op; the operations are %s", strings.Join(sortedKeys(operations), ", "))}
	case !ok:
		return Answer{Err: failure(codeUnsupported, "there is no operation %q in this version; the operations are %s", req.Op, strings.Join(sortedKeys(operations), ", "))}
	}
	s := newSession(req, o)
	if o.Timeout > 0 {
		timer := time.AfterFunc(o.Timeout, s.scope.Store.Stop)
		defer timer.Stop()
	}
	start := time.Now()
	work, err := s.prepare(op)
	a = Answer{session: s, Timing: Timing{Read: time.Since(start)}}
	if err == nil {
		start = time.Now()
		a.result, err = work()
		a.Timing.Work = time.Since(start)
	}
	if err != nil {
		a.Err = classify(err)
	}
	return a
}

// prepare reads the declarations of a request, then its formulas.
func (s *session) prepare(op operation) (work func() (result, error), err error) {
	if f := s.req.From; f != "" && f != "infix" {
		return nil, failure(codeUnsupported, "--from %s is not supported by this version; write infix", f)
	}
	if s.req.Format != "" {
		if s.format, err = present.ParseFormat(s.req.Format); err != nil {
			return nil, failure(codeSyntax, "%s", err.Error())
		}
	}
	for _, name := range sortedKeys(s.req.Shapes) {
		var sizes []string
		for _, z := range s.req.Shapes[name] {
			sizes = append(sizes, string(z))
		}
		if err := s.scope.ShapeOf(name, sizes); err != nil {
			return nil, in("shapes", err)
		}
	}
	// Declarations come before the formulas that need them; assumed relations
	// after, so that the order of the variables is that of the formula.
	if err := s.assume(true); err != nil {
		return nil, err
	}
	for _, text := range s.req.Let {
		if err := s.scope.Let(text); err != nil {
			return nil, in("let", err)
		}
	}
	if work, err = op(s); err != nil {
		return nil, err
	}
	return work, s.assume(false)
}

// assume reads the declarations among the assumptions, or the relations.
func (s *session) assume(declarations bool) error {
	for _, text := range s.req.Assume {
		for _, part := range parse.SplitList(text) {
			if p := text[part.Start:part.End]; isDeclaration(p) == declarations {
				if err := s.scope.Assume(p); err != nil {
					return in("assume", err)
				}
			}
		}
	}
	return nil
}

func isDeclaration(text string) bool { return slices.Contains([]byte(text), ':') }

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// formula reads a formula with the whole of its domain: that of definitions it
// names, also where they cancel, and the inside of that of a derivative.
func (s *session) formula(text string) (read.Formula, error) {
	f, err := s.scope.Formula(text)
	if err != nil {
		return f, err
	}
	return s.whole(f)
}

func (s *session) whole(f read.Formula) (read.Formula, error) {
	w, err := s.scope.WholeOfIntegers(f)
	if err != nil {
		return f, err
	}
	if w.Lost {
		return f, failure(codeUnsupported, "a derivative in the formula is multiplied by 0, cancels, or stands in a branch that is never taken; leave it out to work with the rest")
	}
	f.Domain = w.Domain
	st := s.scope.Store
	if noSum(f.Expr) {
		return f, failure(codeDomain, "a bound of a sum or product is a number, but no integer")
	}
	roots := []symbolic.ID{f.Expr.ID()}
	for _, d := range s.scope.Definitions {
		if v, named := w.Definitions[d.Name.ID()]; named {
			roots = append(roots, v.Expr.ID())
		}
	}
	if !slices.ContainsFunc(roots, func(id symbolic.ID) bool { return st.HasKind(id, symbolic.Derivative) }) {
		return f, nil
	}
	if w.Partial && proof.Moved(st, roots...) {
		return f, failure(codeUnsupported, "%s", movedText)
	}
	var done symbolic.Set
	for _, id := range st.Postorder(roots...) {
		if ops := st.Operands(id); st.Kind(id) == symbolic.Derivative && ops[1] == ops[3] && done.Add(ops[1]) {
			if f.Domain, err = s.inside(f.Domain, ops[1]); err != nil {
				return f, err
			}
		}
	}
	return f, nil
}

// movedText is about derivatives of which it is not known where they exist.
const movedText = "a derivative at another point than its variable is supported of what has a value everywhere only; write diff(f, x), and put the point in afterwards"

// inside returns the interior of a domain in direction of a variable, where
// derivatives by it exist: that of 0 exists where nothing but this is asked for.
func (s *session) inside(domain symbolic.Expr, x symbolic.ID) (symbolic.Expr, error) {
	st := s.scope.Store
	domain = st.Expr(st.And(ids(s.reduce(domain))...))
	d, err := diff.Derivative(read.Formula{Expr: st.Expr(symbolic.Zero), Domain: domain}, st.Expr(x), 1, diff.Options{})
	return d.Conditions, err
}

// variables reads the wrt list; "all" is every free variable.
func (s *session) variables(formulas ...read.Formula) ([]symbolic.Expr, error) {
	wrt := s.req.Wrt
	if len(wrt) == 0 {
		return nil, failure(codeSyntax, "no variable is given; say which with --wrt w,b or --wrt all")
	}
	if len(wrt) == 1 && wrt[0] == "all" {
		return s.scope.Variables(formulas...), nil
	}
	var out []symbolic.Expr
	for _, text := range wrt {
		f, err := s.scope.Formula(text)
		if err != nil {
			return nil, in("wrt", err)
		}
		if k := f.Expr.Kind(); k != symbolic.Symbol && k != symbolic.Index {
			at := syntax.NewError(text, f.Tree.Nodes[f.Tree.Root].Span, "a variable is a name or an entry such as a[1]", "")
			return nil, in("wrt", &read.Error{Code: read.Syntax, Where: at})
		}
		if slices.Contains(out, f.Expr) {
			at := syntax.NewError(text, f.Tree.Nodes[f.Tree.Root].Span, text+" is given twice", "")
			return nil, in("wrt", &read.Error{Code: read.Syntax, Where: at})
		}
		out = append(out, f.Expr)
	}
	return out, nil
}

// reduce returns the conditions that are worth showing.
func (s *session) reduce(cond symbolic.Expr) []symbolic.Expr {
	cond = assume.New(s.scope).Reduce(cond)
	switch {
	case cond.Kind() == symbolic.Boolean && cond.Truth():
		return nil
	case cond.Kind() == symbolic.And:
		out := make([]symbolic.Expr, cond.Len())
		for i := range out {
			out[i] = cond.Operand(i)
		}
		return out
	}
	return []symbolic.Expr{cond}
}

// Text writes the answer for people. The error says that it could not be
// written, for its length.
func (a *Answer) Text(out io.Writer) error {
	if a.Err != nil {
		return a.Err
	}
	return a.written(func() error { return a.result.text(out, newWriter(a.session)) })
}

// JSON returns the fields of the answer as a JSON object.
func (a *Answer) JSON() (b []byte, err error) {
	if a.Err != nil {
		return nil, a.Err
	}
	err = a.written(func() error {
		v, err := a.result.fields(newWriter(a.session))
		if err == nil {
			b, err = marshal(v)
		}
		return err
	})
	return b, err
}

// written times the writing and classifies its errors.
func (a *Answer) written(write func() error) (err error) {
	start := time.Now()
	defer func() { a.Timing.Write = time.Since(start) }()
	defer func() {
		if r := recover(); r != nil {
			err = recovered(r)
		}
	}()
	if err = write(); err != nil {
		return a.session.tooLong(classify(err), err)
	}
	return nil
}

// tooLong adds the advice that helps against results that repeat their parts.
func (s *session) tooLong(e *Error, err error) *Error {
	var long *present.TooLongError
	if errors.As(err, &long) && !s.req.CSE {
		e.Message += "; with --cse shared parts are written once"
		e.Report = e.Message
	}
	return e
}

// recovered turns a panic into an error: a limit of the kernel, or a mistake
// in this program.
func recovered(r any) *Error {
	if l, ok := r.(*symbolic.LimitError); ok {
		return classify(l)
	}
	return failure(codeInternal, "internal error: %v", r)
}

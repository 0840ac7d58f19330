package protocol

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// maxDigits bounds the digits that may be asked for.
const maxDigits = 1000

// evaluated is the answer of eval.
type evaluated struct {
	expr       symbolic.Expr
	value      string
	wrt        []symbolic.Expr
	gradient   []string
	conditions []symbolic.Expr // of the gradient, that fail at the point
	remark     string
}

// evaluate computes a formula at a point, with its gradient if that is asked
// for. A number is the double nearest to the exact value, or as many digits as
// are asked for, rounded to nearest; intervals of rising precision tell which.
func evaluate(s *session) (func() (result, error), error) {
	if n := s.req.Digits; n < 0 || n > maxDigits {
		return nil, failure(codeSyntax, "the digits are a number from 1 to %d, not %d", maxDigits, n)
	}
	f, v, wrt, err := s.evalSubject()
	if err != nil {
		return nil, err
	}
	r := &evaluated{expr: f.Expr, wrt: wrt}
	v.fixed = true
	return func() (result, error) {
		if err := v.check(); err != nil {
			return nil, err
		}
		if r.value, err = v.number(f.Expr.ID()); err != nil {
			return nil, err
		}
		err := v.gradient(r)
		if v.inexact {
			r.remark = "computed in doubles: the last digits are not certain"
		}
		return r, err
	}, nil
}

// check says why there is no value at the point, if there is none.
func (v *evaluation) check() error {
	domain, err := v.domain()
	if err != nil {
		return err
	}
	for _, cond := range domain {
		if err := v.require(cond.ID(), "the formula has no value"); err != nil {
			return err
		}
	}
	if err := v.inner(); err != nil {
		return err
	}
	for _, cond := range v.assumed() {
		if p, err := v.compile(v.bound(cond)); err != nil || len(p.Inputs()) == 0 {
			continue // about something else
		}
		if err := v.require(cond, "the point is not one of those that are assumed"); err != nil {
			return err
		}
	}
	return nil
}

// inner returns an error unless the point is an inner one of the domain where something
// that does not have a value everywhere is differentiated.
func (v *evaluation) inner() error {
	w, err := v.s.scope.Whole(v.formula)
	if err != nil || !w.Partial {
		return err
	}
	roots := []symbolic.ID{w.Expr.ID()}
	for _, d := range v.s.scope.Definitions {
		if used, ok := w.Definitions[d.Name.ID()]; ok {
			roots = append(roots, used.Expr.ID())
		}
	}
	for _, id := range v.st.Postorder(roots...) {
		if v.st.Kind(id) != symbolic.Derivative || id == w.Expr.ID() {
			continue
		}
		domain, err := v.s.inside(w.Domain, v.st.Operands(id)[1])
		if err != nil {
			return err
		}
		truth, err := v.holds(domain.ID())
		if err != nil {
			return err
		}
		if truth != certify.Yes {
			return undecidable("it could not be decided whether %s exists%s: what is differentiated has to have values on both sides", v.text(id), v.where())
		}
	}
	return nil
}

// require returns an error unless a condition holds at the point.
func (v *evaluation) require(cond symbolic.ID, otherwise string) error {
	truth, err := v.holds(cond)
	if err != nil || truth == certify.Yes {
		return err
	}
	where, text := v.where(), v.text(cond)
	switch {
	case truth == certify.Unknown:
		if x, ok, _ := v.float(v.bound(cond)); ok && x == 1 && v.s.req.Digits == 0 {
			v.inexact = true
			return nil
		}
		return undecidable("it could not be decided whether %s holds%s", text, where)
	case cond == symbolic.False:
		return failure(codeDomain, "the formula has no value anywhere")
	}
	return failure(codeDomain, "%s: %s does not hold%s", otherwise, text, where)
}

func (v *evaluation) holds(cond symbolic.ID) (certify.Truth, error) {
	cond, err := v.carriedOut(cond)
	if err != nil {
		return certify.Unknown, err
	}
	p, err := v.compile(v.bound(cond))
	if err != nil {
		return certify.Unknown, err
	}
	truth, _ := p.Holds(0, v.values, certify.Options{})
	if truth == certify.Unknown {
		truth = v.byProof(v.st.Substitute(v.bound(cond), v.values))
	}
	return truth, nil
}

func (v *evaluation) text(id symbolic.ID) string {
	text, err := present.Text(v.st.Expr(id))
	if err != nil || len(text) > 200 {
		return "a long condition"
	}
	return text
}

// where is the point in words: " at x = 1/2, w = 3".
func (v *evaluation) where() string {
	var parts []string
	for _, name := range sortedKeys(v.s.req.At) {
		parts = append(parts, name+" = "+strings.TrimSpace(v.s.req.At[name]))
	}
	if len(parts) == 0 || len(parts) > 8 {
		return ""
	}
	return " at " + strings.Join(parts, ", ")
}

// Precisions in bits that are tried: three from the first one on, and more up to
// the last one while a try has not more than so many steps; see certify.Options
// for what a step is.
const (
	firstPrec   = 64
	lastPrec    = 1 << 14
	stepsOfEval = 1 << 22
)

// number computes an expression at the point.
func (v *evaluation) number(id symbolic.ID) (string, error) {
	root, err := v.carriedOut(id)
	if err != nil {
		return "", err
	}
	root = v.bound(root)
	text, _, err := v.certain(id, root, false)
	if text != "" || err != nil {
		return text, err
	}
	// What is 0, and jumps there, no precision tells: it may be proved.
	text, z, err := v.certain(id, v.simpler(root), true)
	if text != "" || err != nil {
		return text, err
	}
	return v.uncertain(root, z)
}

// certain computes an expression that an id is at the point: exactly if it is rational,
// else with rising precision until the digits are certain, up to the highest one if it is
// to be thorough. There is no text where they do not become so.
func (v *evaluation) certain(id, root symbolic.ID, thorough bool) (text string, z interval.Interval, err error) {
	p, err := v.compile(root)
	if err != nil {
		return "", z, err
	}
	digits := v.s.req.Digits
	if x, ok := v.exact(root); ok {
		if text, ok := exactText(x, digits); ok {
			return text, z, nil
		}
	}
	first := max(firstPrec, 4*digits)
	for prec := first; prec <= 4*first || thorough && prec <= lastPrec && p.Len()*(prec/64)*(prec/64) <= stepsOfEval; prec *= 2 {
		z = p.At(v.values, uint(prec))[0].Real
		if z.IsEmpty() {
			return "", z, v.nowhere(id)
		}
		if size := exponents(z); size > hugeExponent || size < -hugeExponent {
			break
		}
		if !z.IsBounded() || z.Decoration() < interval.Defined {
			continue
		}
		ok := false
		if digits == 0 {
			text, ok = nearest(z)
		} else {
			text, ok = rounded(z, digits)
		}
		if ok {
			return text, z, nil
		}
	}
	return "", z, nil
}

// exact returns the value at the point if it is a rational number. It is false
// where numbers on the way are too large.
func (v *evaluation) exact(root symbolic.ID) (x rational.Rat, ok bool) {
	defer func() {
		if e := recover(); e != nil {
			if _, limit := e.(*symbolic.LimitError); !limit {
				panic(e)
			}
		}
	}()
	if z := v.st.Substitute(root, v.values); v.st.Kind(z) == symbolic.Number {
		return v.st.Number(z), true
	}
	return x, false
}

// uncertain answers where intervals do not, from the last one.
func (v *evaluation) uncertain(root symbolic.ID, z interval.Interval) (string, error) {
	bounded := z.IsBounded() && z.Decoration() >= interval.Defined
	if size := exponents(z); size > hugeExponent || size < -hugeExponent && z.NonZero() {
		return "", failure(codeLimit, "the value%s is too %s to be written", v.where(), map[bool]string{true: "large", false: "near to 0"}[size > 0])
	}
	if bounded {
		value, _, err := v.s.simplified(v.st.Expr(symbolic.True), []symbolic.Expr{v.st.Expr(v.st.Substitute(root, v.values))})
		if err != nil {
			return "", err
		}
		if value[0].Kind() == symbolic.Number {
			if text, ok := exactText(value[0].Number(), v.s.req.Digits); ok {
				return text, nil
			}
		}
	} else if v.s.req.Digits == 0 {
		x, ok, err := v.float(root)
		if err != nil {
			return "", err
		}
		if ok && x != 0 {
			v.inexact = true
			return floatText(x), nil
		}
	}
	return "", undecidable("the value%s could not be told with the precision that there is", v.where())
}

// hugeExponent is near the bound of the exponents of big.Float.
const hugeExponent = 1 << 30

// exponents is the binary exponent that all values have at least in size, or, if
// it is negative and they lie next to 0, at most; 0 says nothing.
func exponents(z interval.Interval) int {
	lo, hi := z.Lower(), z.Upper()
	switch {
	case z.IsEmpty():
		return 0
	case lo.Sign() > 0 && lo.MantExp(nil) > hugeExponent:
		return lo.MantExp(nil)
	case hi.Sign() < 0 && hi.MantExp(nil) > hugeExponent:
		return hi.MantExp(nil)
	case z.IsBounded() && lo.Sign() == 0:
		return min(0, hi.MantExp(nil))
	case z.IsBounded() && hi.Sign() == 0:
		return min(0, lo.MantExp(nil))
	}
	return 0
}

// undecidable is the error of a question that stays open.
func undecidable(format string, args ...any) *Error {
	e := failure(codeUnsupported, format, args...)
	e.undecided = true
	return e
}

// float computes an expression in doubles, false where that gives no number.
func (v *evaluation) float(root symbolic.ID) (x float64, ok bool, err error) {
	var vars []symbolic.Expr
	var at []float64
	for _, id := range slices.Sorted(maps.Keys(v.values)) {
		z := certify.Compile(v.s.scope.Library, v.st, v.values[id]).At(nil, 2*firstPrec)[0].Real
		f, _ := z.Lower().Float64()
		vars, at = append(vars, v.st.Expr(id)), append(at, f)
	}
	p, err := numeric.Compile(vars, v.st.Expr(root))
	if err != nil {
		return 0, false, err
	}
	var out [1]float64
	if err := p.Eval(out[:], at); err != nil {
		return 0, false, err
	}
	return out[0], out[0]-out[0] == 0, nil
}

// nowhere says why an expression certainly has no value.
func (v *evaluation) nowhere(id symbolic.ID) error {
	for _, cond := range v.rules {
		if truth, err := v.holds(cond); err != nil || truth == certify.Yes {
			continue
		}
		e := failure(codeDomain, "the formula has no value%s: its derivative is known where %s, and this does not hold", v.where(), v.text(cond))
		if c, ok := v.convention(id); ok {
			e.Message += "; the value by convention is " + c
		}
		e.Report = e.Message
		return e
	}
	return failure(codeDomain, "%s has no value%s", v.text(id), v.where())
}

// convention is the value that diff gives a derivative where there is none.
func (v *evaluation) convention(id symbolic.ID) (string, bool) {
	if v.st.Kind(id) != symbolic.Derivative {
		return "", false
	}
	ops := v.st.Operands(id)
	if v.st.Kind(ops[1]) != symbolic.Symbol || ops[1] != ops[3] || ops[2] != symbolic.One {
		return "", false
	}
	f := read.Formula{Expr: v.st.Expr(ops[0]), Domain: v.st.Expr(symbolic.True)}
	d, err := diff.Gradient(f, []symbolic.Expr{v.st.Expr(ops[1])}, diff.Options{Definitions: v.given})
	if err != nil {
		return "", false
	}
	text, err := v.number(d.Partials[0].ID())
	return text, err == nil
}

// gradient computes the derivatives by the variables of the answer.
func (v *evaluation) gradient(r *evaluated) error {
	if len(r.wrt) == 0 {
		return nil
	}
	g, err := diff.Gradient(v.formula, r.wrt, diff.Options{Definitions: v.given})
	if err != nil {
		return err
	}
	for i, d := range g.Partials {
		text, err := v.number(d.ID())
		if err != nil {
			e := classify(err)
			if e.Code == codeDomain {
				name, _ := present.Text(r.wrt[i])
				e = failure(codeDomain, "the derivative by %s has no value%s: it is %s", name, v.where(), v.text(d.ID()))
			}
			return e
		}
		r.gradient = append(r.gradient, text)
	}
	for _, cond := range conjuncts(v.st, []symbolic.ID{g.Conditions.ID()}) {
		if truth, err := v.holds(cond.ID()); err != nil || truth != certify.Yes {
			r.conditions = append(r.conditions, cond)
		}
	}
	return nil
}

func (r *evaluated) fields(w *writer) (any, error) {
	z := struct {
		Expr       string   `json:"expr"`
		Value      string   `json:"value"`
		Gradient   object   `json:"gradient,omitzero"`
		Conditions []string `json:"conditions,omitempty"`
		Remark     string   `json:"remark,omitempty"`
	}{Expr: w.text(r.expr), Value: r.value, Conditions: w.conditions(r.conditions), Remark: r.remark}
	for i, x := range r.wrt {
		z.Gradient = append(z.Gradient, [2]string{w.text(x), r.gradient[i]})
	}
	return z, w.err
}

func (r *evaluated) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	l.line(w.words(r.value))
	for i, x := range r.wrt {
		l.line(w.quotient("", x), w.markup().equals, w.words(r.gradient[i]))
	}
	if len(r.conditions) > 0 {
		text := strings.Join(w.conditions(r.conditions), ", ")
		l.line(w.words("the gradient is one by convention: " + text + " does not hold"))
	}
	if r.remark != "" {
		l.line(w.words(r.remark))
	}
	return l.end()
}

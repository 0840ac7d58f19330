package protocol

import (
	"errors"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/activation"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// maxActivationOrder bounds the order of the expansions of an analysis: all of the
// moments are found from them.
const maxActivationOrder = 40

// analysed is the answer of activation.
type analysed struct {
	name  string
	sigma symbolic.Expr // without a store if there is none
	r     activation.Report
}

// analysis reads the name of a function or a formula, and analyses it.
func analysis(s *session) (func() (result, error), error) {
	f, x, err := s.activation()
	if err != nil {
		return nil, err
	}
	o := activation.Options{Order: defaultOrder, Depth: s.req.Depth}
	if s.req.Order != nil {
		o.Order = *s.req.Order
	}
	if o.Order < 1 || o.Order > maxActivationOrder {
		return nil, failure(codeSyntax, "the order is an integer from 1 to %d, not %d", maxActivationOrder, o.Order)
	}
	if o.Depth < 0 || o.Depth > activation.MaxDepth {
		return nil, failure(codeSyntax, "the depth is an integer from 1 to %d, not %d", activation.MaxDepth, o.Depth)
	}
	if o.Sigma, err = s.sigma(); err != nil {
		return nil, err
	}
	return func() (result, error) {
		name := strings.TrimSpace(s.req.Expr)
		r, err := activation.Analyze(s.scope, f, x, o)
		var e *activation.Error
		var t *taylor.Error
		switch {
		case errors.As(err, &e):
			return nil, failure(codeDomain, "%s: %s", name, e.Reason)
		case errors.As(err, &t):
			z := classify(err)
			z.Message, z.Report = name+": "+z.Message, name+": "+z.Report
			return nil, z
		case err != nil:
			return nil, err
		}
		return &analysed{name, o.Sigma, r}, nil
	}, nil
}

// activation reads what is analysed: the name of a function of one argument, or a
// formula in one variable, x if it has more.
func (s *session) activation() (f read.Formula, x symbolic.Expr, err error) {
	if f, x, err = s.input(); err == nil && x.Kind() == symbolic.Index {
		name, _ := present.Text(x)
		err = failure(codeUnsupported, "the input of an activation function is a variable such as x, not the entry %s", name)
	}
	return f, x, err
}

// input reads the formula, and finds which variable is the input.
func (s *session) input() (f read.Formula, x symbolic.Expr, err error) {
	text, input := strings.TrimSpace(s.req.Expr), "x"
	if len(s.req.Wrt) == 1 && s.req.Wrt[0] != "all" {
		input = s.req.Wrt[0]
	}
	if text != input && text != "x" && isName(text) && !s.defines(text) {
		if err := s.callable(text); err != nil {
			return f, x, err
		}
		text += "(" + input + ")"
	}
	if f, err = s.scope.Formula(text); err != nil {
		return f, x, err
	}
	if len(s.req.Wrt) > 0 {
		list, err := s.variables(f)
		if err == nil && len(list) != 1 {
			err = failure(codeSyntax, "an activation function has one variable, %d given", len(list))
		}
		if err == nil && !list[0].Store().Depends(f.Expr.ID(), list[0].ID()) && len(s.scope.Definitions) == 0 {
			err = failure(codeSyntax, "the formula does not depend on %s", input)
		}
		if err != nil {
			return f, x, err
		}
		return f, list[0], nil
	}
	list := s.scope.Variables(f)
	var names []string
	for _, v := range list {
		name, err := present.Text(v)
		if err != nil {
			return f, x, err
		}
		if name == "x" {
			return f, v, nil
		}
		names = append(names, name)
	}
	switch len(list) {
	case 0:
		return f, x, failure(codeSyntax, "%s has no variable; write a formula in x", s.req.Expr)
	case 1:
		return f, list[0], nil
	}
	return f, x, failure(codeSyntax, "%s has the variables %s; write it in x, or say with --wrt which one is the input; the others are parameters",
		s.req.Expr, strings.Join(names, ", "))
}

// defines tells whether a name is one of the request's definitions.
func (s *session) defines(name string) bool {
	for _, d := range s.scope.Definitions {
		if d.Name.Name() == name {
			return true
		}
	}
	return false
}

// callable tells why a name cannot be applied to one argument.
func (s *session) callable(name string) error {
	table := s.scope.Library.Table()
	_, err := table.Lookup(name, 1)
	switch e := err.(type) {
	case *function.ArityError:
		return failure(codeSyntax, "%s takes more than one argument (%s); write a formula in x", name, strings.Join(e.Signatures, ", "))
	case *function.UnknownError:
		if s.scope.Knows(name) { // a function of --let
			return nil
		}
		message := "there is no function " + name
		if e.Nearest != "" && e.Nearest != name {
			message += "; do you mean " + e.Nearest + "?"
		}
		return failure(string(read.UnknownName), "%s; symgrad functions lists them, and a formula in x does as well", message)
	}
	return err
}

// isName tells whether a text is one name.
func isName(text string) bool {
	for i, c := range text {
		if c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return text != ""
}

// sigma reads the standard deviation.
func (s *session) sigma() (z symbolic.Expr, err error) {
	if s.req.Sigma == "" {
		return z, nil
	}
	f, err := s.scope.Formula(s.req.Sigma)
	if err != nil {
		return z, in("sigma", err)
	}
	id := f.Expr.ID()
	if len(s.scope.Store.FreeSymbols(id)) > 0 || f.Domain.ID() != symbolic.True {
		return z, failure(codeSyntax, "sigma: a positive number is needed, not %s", s.req.Sigma)
	}
	if c := certify.Compile(s.scope.Library, s.scope.Store, id).Compare(0, certify.Zero, certify.Point{}, certify.Options{}); c.Order != certify.Greater {
		return z, failure(codeDomain, "sigma: a positive number is needed, and %s is none", s.req.Sigma)
	}
	return f.Expr, nil
}

type analysedJSON struct {
	Name        string       `json:"name"`
	Expr        string       `json:"expr"`
	Var         string       `json:"var"`
	SeriesLeft  string       `json:"series_left"`
	SeriesRight string       `json:"series_right"`
	LaTeXLeft   string       `json:"latex_left"`
	LaTeXRight  string       `json:"latex_right"`
	Order       int          `json:"order"`
	Exact       bool         `json:"exact"` // the series are all of the function near 0
	Smooth      bool         `json:"smooth_at_0"`
	Smoothness  string       `json:"smoothness"`
	Conditions  []string     `json:"conditions,omitempty"` // on the parameters, under which all near 0 holds
	Value       string       `json:"value_at_0"`
	SlopeLeft   string       `json:"slope_left,omitempty"`
	SlopeRight  string       `json:"slope_right,omitempty"`
	Parity      string       `json:"parity"`
	Linear      *bool        `json:"linear_at_0"`
	Verdict     string       `json:"verdict"`
	Reason      string       `json:"reason"`
	Range       *rangeJSON   `json:"range,omitempty"`
	Slope       *rangeJSON   `json:"slope_range,omitempty"`
	MaxSlope    string       `json:"max_abs_slope,omitempty"`
	Lipschitz   string       `json:"lipschitz,omitempty"`
	Sigma       string       `json:"sigma,omitempty"`
	Moments     []momentJSON `json:"moments,omitempty"`
	Depth       []levelJSON  `json:"depth,omitempty"`
	Remarks     []string     `json:"remarks,omitempty"` // what was not found, and why
}

// rangeJSON has an infimum and a supremum: inf, -inf, an exact constant, or [lo, hi]
// for a number between two others.
type rangeJSON struct {
	Lower         string `json:"lower"`
	Upper         string `json:"upper"`
	LowerAttained bool   `json:"lower_attained"`
	UpperAttained bool   `json:"upper_attained"`
	Gaps          bool   `json:"gaps,omitempty"`
}

type momentJSON struct {
	Name   string `json:"name"` // mean, variance, slope_mean, slope_variance
	Series string `json:"series,omitempty"`
	Rest   string `json:"rest,omitempty"` // the error of the series
	Exact  bool   `json:"exact"`          // there is none
	Exists bool   `json:"exists"`         // proved
	Value  string `json:"value,omitempty"`
}

type levelJSON struct {
	Depth       int    `json:"depth"`
	SeriesLeft  string `json:"series_left,omitempty"`
	SeriesRight string `json:"series_right,omitempty"`
	// Enclosures of the coefficients of 1, x, x^2, x^3.
	Left   []string `json:"left,omitempty"`
	Right  []string `json:"right,omitempty"`
	Remark string   `json:"remark,omitempty"`
}

func (a *analysed) fields(w *writer) (any, error) {
	r := &a.r
	z := analysedJSON{Name: a.name, Expr: w.text(r.Expr), Var: w.text(r.Variable), Order: r.Expansion.Order,
		SeriesLeft: w.sum(exprs(r.Left), remainder{none: true}, present.AsText), SeriesRight: w.sum(exprs(r.Right), remainder{none: true}, present.AsText),
		LaTeXLeft: w.sum(exprs(r.Left), restOf(r.Left), present.AsLaTeX), LaTeXRight: w.sum(exprs(r.Right), restOf(r.Right), present.AsLaTeX),
		Exact: r.Left.Exact && r.Right.Exact, Smooth: isSmooth(r.Expansion.Smoothness), Smoothness: r.Expansion.Smoothness.String(),
		Value: w.text(r.Value), SlopeLeft: w.limitText(&r.SlopeLeft), SlopeRight: w.limitText(&r.SlopeRight), Parity: r.Parity.String(),
		Verdict: r.Verdict.Kind.String(), Reason: r.Verdict.Reason, Remarks: a.remarks(), Conditions: w.conditions(r.Conditions)}
	if r.Verdict.Kind != activation.Undecided {
		linear := r.Verdict.IsLinear()
		z.Linear = &linear
	}
	if r.Unknown == "" {
		z.Range = w.rangeJSON(r.Range)
	}
	if r.NoSlope == "" {
		z.Slope, z.MaxSlope, z.Lipschitz = w.rangeJSON(r.Slope), w.extremeText(r.MaxSlope), w.extremeText(r.Lipschitz)
	}
	if a.sigma.Store() != nil {
		z.Sigma = w.text(a.sigma)
	}
	for _, m := range r.Moments {
		j := momentJSON{Name: m.Name, Exists: m.Proved, Exact: m.Series.Exact}
		if r.NoSeries == "" {
			terms, rest := a.asymptotic(m.Series)
			j.Series = w.sum(terms, remainder{none: true}, present.AsText)
			if !rest.none {
				j.Rest = w.sum(nil, rest, present.AsText)
			}
		}
		if m.HasNumber {
			if j.Value = activation.Bracket(m.Within); m.Exact.Store() != nil {
				j.Value = w.text(m.Exact)
			}
		}
		z.Moments = append(z.Moments, j)
	}
	for _, l := range r.Depth {
		j := levelJSON{Depth: l.Depth, Remark: l.Reason}
		if l.Reason == "" {
			j.SeriesLeft, j.SeriesRight = a.levelText(w, l.Left), a.levelText(w, l.Right)
			j.Left, j.Right = brackets(l.Left.Values), brackets(l.Right.Values)
		}
		z.Depth = append(z.Depth, j)
	}
	return z, w.err
}

// longLevel is the number of symbols and numbers from which a coefficient of a
// composition is only enclosed: written out they grow exponentially.
const longLevel = 200

// levelText is a side of a composition as infix, empty where it is long.
func (a *analysed) levelText(w *writer, z activation.Side) string {
	var terms []symbolic.Expr
	for k, c := range z.Coefs {
		if present.Leaves(c) > longLevel {
			return ""
		}
		if c.ID() != symbolic.Zero {
			terms = append(terms, c.Mul(a.power(k)))
		}
	}
	return w.sum(terms, remainder{none: true}, present.AsText)
}

// power returns a power of the variable.
func (a *analysed) power(k int) symbolic.Expr {
	s := a.r.Variable.Store()
	return a.r.Variable.Pow(s.Expr(s.Int(int64(k))))
}

func brackets(list []interval.Float) (out []string) {
	for _, x := range list {
		out = append(out, activation.Bracket(x))
	}
	return out
}

// isSmooth tells whether there is no kink or jump: at least one continuous
// derivative.
func isSmooth(z taylor.Smoothness) bool {
	return z.Class == taylor.Analytic || (z.Class == taylor.Differentiable || z.Class == taylor.AtLeast) && z.Order > 0
}

func exprs(part taylor.Series) []symbolic.Expr {
	list := make([]symbolic.Expr, len(part.Terms))
	for i, t := range part.Terms {
		list[i] = t.Expr()
	}
	return list
}

func restOf(part taylor.Series) remainder { return remainder{part.Exact, part.Little, part.Rest} }

// asymptotic returns the terms and the rest of a series in sigma.
func (a *analysed) asymptotic(z activation.Asymptotic) ([]symbolic.Expr, remainder) {
	var terms []symbolic.Expr
	power := func(n int) symbolic.Expr {
		return a.r.Sigma.Pow(a.r.Sigma.Store().Expr(a.r.Sigma.Store().Int(int64(n))))
	}
	for _, t := range z.Terms {
		terms = append(terms, t.Coef.Mul(power(t.Power)))
	}
	if z.Exact {
		return terms, remainder{none: true}
	}
	return terms, remainder{size: power(z.Rest)}
}

// extremeText is an extreme as infix.
func (w *writer) extremeText(e activation.Extreme) string {
	switch {
	case e.Infinity > 0:
		return "inf"
	case e.Infinity < 0:
		return "-inf"
	case e.IsExact():
		return w.text(e.Exact)
	}
	return activation.Bracket(e.Within)
}

func (w *writer) rangeJSON(z activation.Range) *rangeJSON {
	return &rangeJSON{w.extremeText(z.Low), w.extremeText(z.High), z.Low.Attained, z.High.Attained, z.Gaps}
}

// remarks say what was not found.
func (a *analysed) remarks() (list []string) {
	r := &a.r
	switch {
	case r.Unknown != "":
		list = append(list, "range and slopes: "+r.Unknown)
	case r.NoSlope != "":
		list = append(list, "slopes: "+r.NoSlope)
	}
	if r.NoSeries != "" {
		list = append(list, "moments as series: "+r.NoSeries)
	}
	if r.NoNumber != "" && (r.NoNumber != r.Unknown || a.sigma.Store() != nil) {
		list = append(list, "moments as numbers: "+r.NoNumber)
	}
	if len(r.Depth) > 0 {
		if last := r.Depth[len(r.Depth)-1]; last.Reason != "" {
			list = append(list, "depth "+strconv.Itoa(last.Depth)+": "+last.Reason)
		}
	}
	return list
}

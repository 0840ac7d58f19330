package protocol

import (
	"math"
	"slices"
	"strconv"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Limits of a descent.
const (
	defaultIterations = 100
	maxIterations     = 100_000
	maxOperations     = 1 << 30 // of all steps: some seconds
	tooFar            = 1e100   // a run whose numbers grow by this factor diverges
)

// descended is the answer of descent: the iteration, and its run.
type descended struct {
	expr       symbolic.Expr
	wrt        []symbolic.Expr
	rate       rational.Rat
	rateText   string
	partials   []symbolic.Expr
	given      []read.Definition
	conditions []symbolic.Expr
	start      []string    // exact, by variable
	points     [][]float64 // by step, by variable
	values     []float64   // by step
	slope      float64     // length of the last gradient
	remark     string
	largest    float64 // of the numbers of the start, and 1
}

// descent iterates x <- x - rate·∂f/∂x from a point, all variables at once.
func descent(s *session) (func() (result, error), error) {
	r := &descended{}
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	r.expr, r.wrt = f.Expr, wrt
	if len(wrt) == 0 {
		return nil, failure(codeSyntax, "the formula has no variable to go down by")
	}
	if err := r.readRate(s); err != nil {
		return nil, err
	}
	n := defaultIterations
	if s.req.Iterations != nil {
		n = *s.req.Iterations
	}
	if n < 0 || n > maxIterations {
		return nil, failure(codeSyntax, "the steps are a number from 0 to %d, not %d", maxIterations, n)
	}
	v, err := s.evaluation(f)
	if err != nil {
		return nil, err
	}
	for _, x := range wrt {
		name, err := present.Text(x)
		if err != nil {
			return nil, err
		}
		if _, defined := v.defined[x.ID()]; defined {
			return nil, failure(codeUnsupported, "%s is defined by --let; with a start of its own, --at %s=1/2, it is a variable", name, name)
		}
		id, ok := v.values[x.ID()]
		if !ok {
			return nil, failure(codeSyntax, "%s has no start; give one with --at %s=1/2", name, name)
		}
		text, err := present.Text(s.scope.Store.Expr(id))
		if err != nil {
			return nil, err
		}
		r.start = append(r.start, text)
	}
	return func() (result, error) {
		if err := v.check(); err != nil {
			return nil, err
		}
		if err := r.iteration(s, v, f); err != nil {
			return nil, err
		}
		return r, r.run(v, n)
	}, nil
}

func (r *descended) readRate(s *session) error {
	r.rateText = s.req.Rate
	if r.rateText == "" {
		return failure(codeSyntax, "no rate is given; say which with --rate 1/10")
	}
	f, err := s.scope.Formula(r.rateText)
	if err != nil {
		return in("rate", err)
	}
	if f.Expr.Kind() != symbolic.Number || f.Expr.Number().Sign() <= 0 {
		return failure(codeSyntax, "the rate is a number above 0 such as 1/10, not %s", r.rateText)
	}
	r.rate = f.Expr.Number()
	return nil
}

// iteration finds the formula of a step.
func (r *descended) iteration(s *session, v *evaluation, f read.Formula) error {
	g, err := diff.Gradient(f, r.wrt, diff.Options{Definitions: v.given})
	if err != nil {
		return err
	}
	if r.partials, _, err = s.simplified(g.Conditions, g.Partials); err != nil {
		return err
	}
	r.conditions = s.reduce(g.Conditions)
	for _, d := range s.usedDefinitions(append(slices.Clone(r.partials), f.Expr)) {
		if _, ok := v.defined[d.Name.ID()]; ok {
			r.given = append(r.given, d)
		}
	}
	return nil
}

// run computes the steps with the reverse mode of the compiled formula.
func (r *descended) run(v *evaluation, steps int) error {
	root, err := v.carriedOut(v.formula.Expr.ID())
	if err != nil {
		return err
	}
	root = v.bound(root)
	if _, err := v.compile(root); err != nil { // which names a variable without a value
		return err
	}
	vars := slices.Clone(r.wrt)
	wrt := make([]int, len(vars))
	for i := range wrt {
		wrt[i] = i
	}
	for _, name := range sortedKeys(v.s.req.At) {
		x, err := v.s.scope.Formula(name)
		if err != nil {
			return in("at", err)
		}
		if !slices.Contains(vars, x.Expr) {
			vars = append(vars, x.Expr)
		}
	}
	p, err := numeric.Compile(vars, v.st.Expr(root))
	if err != nil {
		return err
	}
	if p, err = p.Gradient(wrt...); err != nil {
		return err
	}
	if n := p.Len(); n > 0 && steps > maxOperations/n {
		return failure(codeLimit, "%d steps of %d operations are too many; with --steps %d it can be done", steps, n, maxOperations/n)
	}
	at := make([]float64, len(vars))
	for i, x := range vars {
		z := certify.Compile(v.s.scope.Library, v.st, v.values[x.ID()]).At(nil, 2*firstPrec)[0].Real
		at[i], _ = z.Lower().Float64()
	}
	conds := make([]symbolic.ID, len(r.conditions))
	for i, c := range r.conditions {
		if conds[i], err = v.carriedOut(c.ID()); err != nil {
			return err
		}
	}
	smooth, err := numeric.Compile(vars, v.st.Expr(v.bound(v.st.And(conds...))))
	if err != nil {
		return err
	}
	rules, err := r.rules(v, vars)
	if err != nil {
		return err
	}
	rate, holds := r.rate.Float64(), []float64{0}
	z := make([]float64, 1+len(r.wrt))
	for k := 0; ; k++ {
		if err := p.Eval(z, at); err != nil {
			return err
		}
		if err := r.state(k, at, z); err != nil {
			return err
		}
		for _, rule := range rules {
			if _ = rule.program.Eval(holds, at); holds[0] != 1 && k > 0 { // of the start it is known
				where, err := r.where(at)
				if err != nil {
					return err
				}
				return failure(codeDomain, "%s: %s does not hold in step %d at %s; try a smaller --rate", rule.otherwise, rule.text, k, where)
			}
		}
		r.points = append(r.points, slices.Clone(at[:len(r.wrt)]))
		r.values = append(r.values, z[0])
		r.slope = 0
		for _, d := range z[1:] {
			r.slope = math.Hypot(r.slope, d)
		}
		switch {
		case k == steps:
			return nil
		case r.slope == 0:
			r.remark = "the gradient is 0 in numbers of 64 bits"
			if _ = smooth.Eval(holds, at); holds[0] != 1 {
				r.remark = "this is a kink or the edge of the domain, and there is no gradient"
			}
			return nil
		}
		for i, d := range z[1:] {
			at[i] -= rate * d
		}
	}
}

// A rule is a condition that every step has to fulfil.
type rule struct {
	program   *numeric.Program
	text      string
	otherwise string
}

// rules are the conditions of the domain and the assumptions that depend on what changes.
func (r *descended) rules(v *evaluation, vars []symbolic.Expr) (list []rule, err error) {
	add := func(cond symbolic.ID, otherwise string) error {
		root, err := v.carriedOut(cond)
		if err != nil {
			return err
		}
		root = v.bound(root)
		free := v.st.FreeSymbols(root)
		entries := v.st.Postorder(root)
		if !slices.ContainsFunc(r.wrt, func(x symbolic.Expr) bool { return slices.Contains(free, x.ID()) || slices.Contains(entries, x.ID()) }) {
			return nil
		}
		p, err := numeric.Compile(vars, v.st.Expr(root))
		if err == nil {
			list = append(list, rule{p, v.text(cond), otherwise})
		}
		return err
	}
	domain, err := v.domain()
	if err != nil {
		return nil, err
	}
	for _, cond := range domain {
		if err := add(cond.ID(), "the formula has no value"); err != nil {
			return nil, err
		}
	}
	for _, cond := range v.assumed() {
		if _, err := v.compile(v.bound(cond)); err != nil {
			continue // about something else, which has no value
		}
		if err := add(cond, "the run leaves what is assumed"); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// where is the point of a step in words.
func (r *descended) where(at []float64) (string, error) {
	where := ""
	for i, x := range r.wrt {
		name, err := present.Text(x)
		if err != nil {
			return "", err
		}
		if i > 0 {
			where += ", "
		}
		where += name + " = " + compact(at[i])
	}
	return where, nil
}

// state says what is wrong with a step, if something is.
func (r *descended) state(k int, at, z []float64) error {
	where, err := r.where(at)
	if err != nil {
		return err
	}
	advice := "; try a smaller --rate"
	if k == 0 {
		advice = ""
		r.largest = 1
	}
	for _, x := range append(slices.Clone(at[:len(r.wrt)]), z...) {
		switch size := math.Abs(x); {
		case k == 0 && math.IsInf(size, 0):
			return failure(codeLimit, "the value or a derivative at the start is beyond the largest double")
		case k == 0:
			r.largest = max(r.largest, size)
		case size/tooFar > r.largest || math.IsInf(size, 0):
			return failure(codeDomain, "the run diverges: in step %d at %s the value is %s%s", k, where, compact(z[0]), advice)
		}
	}
	switch {
	case z[0] != z[0]:
		return failure(codeDomain, "the value in step %d at %s is no number of 64 bits: a part of the formula has no value or is too large%s", k, where, advice)
	case slices.ContainsFunc(z, math.IsNaN):
		return failure(codeDomain, "a derivative in step %d at %s is no number of 64 bits: a part of it has no value or is too large%s", k, where, advice)
	}
	return nil
}

// compact is a number in few digits, for people.
func compact(x float64) string { return strconv.FormatFloat(x, 'g', 8, 64) }

// DescentCurve returns the values of the formula by step, if the answer is that of a
// descent.
func (a *Answer) DescentCurve() (steps, values []float64, ok bool) {
	r, ok := a.result.(*descended)
	if !ok {
		return nil, nil, false
	}
	for k := range r.values {
		steps = append(steps, float64(k))
	}
	return steps, r.values, true
}

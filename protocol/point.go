package protocol

import (
	"maps"
	"math"
	"slices"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// An evaluation is a formula at a point: the values of its variables, and what
// has to hold there.
type evaluation struct {
	s       *session
	st      *symbolic.Store
	formula read.Formula
	values  certify.Point               // of variables
	defined map[symbolic.ID]symbolic.ID // what names of definitions stand for, in variables
	rules   []symbolic.ID               // where the derivatives in the formula exist
	given   []read.Definition           // the definitions whose names have no value of their own
	fixed   bool                        // all that is evaluated is evaluated at the point
	inexact bool                        // intervals did not suffice for something, and doubles took over
}

// evaluation reads the point of a request.
func (s *session) evaluation(f read.Formula) (*evaluation, error) {
	st := s.scope.Store
	v := &evaluation{s: s, st: st, formula: f, values: certify.Point{}, defined: map[symbolic.ID]symbolic.ID{}}
	for _, name := range sortedKeys(s.req.At) {
		x, err := s.scope.Formula(name)
		if err != nil {
			return nil, in("at", err)
		}
		if k := x.Expr.Kind(); k != symbolic.Symbol && k != symbolic.Index {
			return nil, failure(codeSyntax, "at: %s is no variable; a variable is a name or an entry such as a[1]", name)
		}
		if v.values[x.Expr.ID()], err = s.constant(s.req.At[name]); err != nil {
			return nil, err
		}
	}
	for _, d := range s.scope.Definitions {
		if _, free := v.values[d.Name.ID()]; free {
			continue
		}
		e, err := v.carriedOut(d.Expr.ID())
		if err != nil {
			return nil, err
		}
		v.defined[d.Name.ID()] = st.Substitute(e, v.defined)
		v.given = append(v.given, d)
	}
	return v, nil
}

// constant reads the value of a variable.
func (s *session) constant(text string) (symbolic.ID, error) {
	f, err := s.scope.Formula(text)
	if err != nil {
		return 0, in("at", err)
	}
	if free := f.Expr.FreeSymbols(); len(free) > 0 {
		name, _ := present.Text(free[0])
		return 0, failure(codeSyntax, "at: %s has the variable %s; a value is a number such as 1/2 or pi/4", text, name)
	}
	if t, _ := certify.Compile(s.scope.Library, s.scope.Store, f.Domain.ID()).Holds(0, nil, certify.Options{}); t != certify.Yes {
		return 0, failure(codeDomain, "at: %s has no value", text)
	}
	return f.Expr.ID(), nil
}

// carriedOut replaces derivatives by their values, which are there where the
// rules hold.
func (v *evaluation) carriedOut(root symbolic.ID) (symbolic.ID, error) {
	if !v.st.HasKind(root, symbolic.Derivative) {
		return root, nil
	}
	put := map[symbolic.ID]symbolic.ID{}
	inner := innerDerivatives(v.st, root)
	exists := false
	for _, id := range v.st.Postorder(root) { // inner ones come first
		if v.st.Kind(id) != symbolic.Derivative {
			continue
		}
		ops := v.st.Operands(id)
		inside := maps.Clone(v.defined)
		delete(inside, ops[1]) // it moves freely
		body := v.st.Substitute(v.st.Substitute(ops[0], put), inside)
		value, conds, err := proof.Conditions(v.s.scope.Library, v.st, v.st.Derivative(body, ops[1], ops[2], ops[3]))
		if err != nil {
			text, _ := present.Text(v.st.Expr(id))
			return root, failure(codeUnsupported, "%s cannot be evaluated: there is no rule for this derivative", text)
		}
		value = v.st.Substitute(value, v.defined)
		cond := v.st.Substitute(v.st.And(conds...), v.defined)
		if v.fixed && ops[1] != ops[3] {
			truth, err := v.holds(cond)
			if err != nil {
				return root, err
			}
			if truth != certify.Yes {
				text, _ := present.Text(v.st.Expr(id))
				return root, undecidable("it could not be decided whether %s exists%s", text, v.where())
			}
		}
		if v.fixed {
			if !v.around(body, ops) {
				text, _ := present.Text(v.st.Expr(id))
				return root, undecidable("it could not be decided whether %s exists%s: what is differentiated has to have values on both sides", text, v.where())
			}
			if nested := inner.Has(id) || v.st.HasKind(ops[0], symbolic.Derivative); !nested {
				if put[id], exists = v.derivativeThere(body, ops, cond); exists {
					continue
				}
			} else if truth, err := v.holds(v.bound(cond)); err == nil && truth != certify.Yes {
				// One number would say nothing of an inner derivative around the point.
				text, _ := present.Text(v.st.Expr(id))
				return root, undecidable("it could not be decided whether %s exists%s", text, v.where())
			}
		}
		v.rules = append(v.rules, cond)
		put[id] = v.st.If(cond, value, v.st.Pow(symbolic.Zero, v.st.Int(-1)))
	}
	return v.st.Substitute(root, put), nil
}

// innerDerivatives returns the derivatives that are differentiated again.
func innerDerivatives(s *symbolic.Store, root symbolic.ID) *symbolic.Set {
	var inner symbolic.Set
	for _, id := range s.Postorder(root) {
		if s.Kind(id) != symbolic.Derivative {
			continue
		}
		for _, o := range s.Postorder(s.Operands(id)[0]) {
			if s.Kind(o) == symbolic.Derivative {
				inner.Add(o)
			}
		}
	}
	return &inner
}

// around tells whether an expression certainly has values all around the point in the
// variable of a derivative.
func (v *evaluation) around(body symbolic.ID, ops []symbolic.ID) bool {
	x := ops[1]
	at, given := v.values[x]
	if !given || ops[3] != x {
		return true // it is bound, and takes the values of a sum
	}
	others := maps.Clone(v.values)
	delete(others, x)
	p := certify.Compile(v.s.scope.Library, v.st, v.st.Substitute(v.bound(body), others))
	if len(p.Inputs()) != 1 || p.Inputs()[0] != x {
		return true // constant, or reported as a missing value elsewhere
	}
	const prec = 2 * firstPrec
	center := certify.Compile(v.s.scope.Library, v.st, at).At(nil, prec)[0].Real
	size, _ := center.Lower().Float64()
	for _, h := range []float64{0x1p-10, 0x1p-40, math.Abs(size) * 0x1p-10, math.Abs(size) * 0x1p-40} {
		if h == 0 || math.IsInf(h, 0) {
			continue
		}
		z := p.Big(prec, []interval.Interval{interval.Add(prec, center, interval.FromFloats(-h, h))})
		if z[0].Real.Decoration() >= interval.Defined {
			return true
		}
	}
	return false
}

// derivativeThere is a first derivative by a variable at the point, where the
// condition of the rules fails: that of x*abs(x) at 0. It exists where the expansion
// of the body says that it is continuously differentiable.
func (v *evaluation) derivativeThere(body symbolic.ID, ops []symbolic.ID, cond symbolic.ID) (symbolic.ID, bool) {
	x := ops[1]
	at, given := v.values[x]
	if !given || ops[3] != x || ops[2] != symbolic.One {
		return 0, false
	}
	others := maps.Clone(v.values)
	delete(others, x)
	body = v.st.Substitute(v.bound(body), others)
	for _, y := range v.st.FreeSymbols(body, v.bound(cond)) {
		if _, known := v.values[y]; !known {
			return 0, false
		}
	}
	if truth, err := v.holds(cond); err != nil || truth != certify.No {
		return 0, false
	}
	f := read.Formula{Expr: v.st.Expr(body), Domain: v.st.Expr(symbolic.True)}
	z, err := taylor.Expand(v.s.scope, f, v.st.Expr(x), 1, taylor.Options{At: taylor.Point{Value: v.st.Expr(at)}})
	smooth := z.Smoothness
	once := smooth.Class == taylor.Analytic || (smooth.Class == taylor.Differentiable || smooth.Class == taylor.AtLeast) && smooth.Order >= 1
	if err != nil || !once || smooth.Gap {
		return 0, false
	}
	slope := symbolic.Zero
	for _, series := range z.Series {
		if series.Side == taylor.Left {
			continue
		}
		if len(series.Conditions) > 0 {
			return 0, false
		}
		for _, t := range series.Terms {
			if t.Power.ID() == symbolic.One {
				slope = t.Coef.ID()
			}
		}
	}
	return slope, true
}

// bound puts definitions in, and the values of variables that bounds of sums and
// subscripts have, so that the sums can be written out.
func (v *evaluation) bound(root symbolic.ID) symbolic.ID {
	root = v.st.Substitute(root, v.defined)
	put := map[symbolic.ID]symbolic.ID{}
	for _, id := range v.st.Postorder(root) {
		var list []symbolic.ID
		switch ops := v.st.Operands(id); v.st.Kind(id) {
		case symbolic.SumOver, symbolic.ProductOver:
			list = ops[1:3]
		case symbolic.Index:
			list = ops[1:]
		}
		for _, x := range v.st.FreeSymbols(list...) {
			if value, ok := v.values[x]; ok {
				put[x] = value
			}
		}
	}
	return v.st.Substitute(root, put)
}

// compile returns the program of a value or condition at the point.
func (v *evaluation) compile(root symbolic.ID) (*certify.Program, error) {
	p := certify.Compile(v.s.scope.Library, v.st, root)
	for _, x := range p.Inputs() {
		if _, ok := v.values[x]; ok {
			continue
		}
		name, err := present.Text(v.st.Expr(x))
		if err != nil {
			return nil, err
		}
		return nil, failure(string(read.UnknownName), "%s has no value; give one with --at %s=1/2", name, name)
	}
	return p, nil
}

// inputs are the variables of expressions: those of their program in intervals
// first, then those on which only bounds of sums depend.
func (v *evaluation) inputs(p *certify.Program, exprs []symbolic.Expr) []symbolic.Expr {
	var vars []symbolic.Expr
	known := map[symbolic.ID]bool{}
	for _, id := range p.Inputs() {
		vars = append(vars, v.st.Expr(id))
		known[id] = true
		if v.st.Kind(id) == symbolic.Index { // the name of an array is no variable
			known[v.st.Operands(id)[0]] = true
		}
	}
	for _, id := range v.st.FreeSymbols(ids(exprs)...) {
		if !known[id] {
			vars = append(vars, v.st.Expr(id))
		}
	}
	return vars
}

// isMoved tells whether there are derivatives at other points than their variable, or by
// a name that has a definition.
func (v *evaluation) isMoved(w read.Whole) bool {
	roots := []symbolic.ID{w.Expr.ID()}
	for _, d := range w.Definitions {
		roots = append(roots, d.Expr.ID())
	}
	byDefined := func(id symbolic.ID) bool {
		if v.st.Kind(id) != symbolic.Derivative {
			return false
		}
		_, defined := v.defined[v.st.Operands(id)[1]]
		return defined
	}
	return proof.Moved(v.st, roots...) || slices.ContainsFunc(v.st.Postorder(roots...), byDefined)
}

// domain are the conditions under which the formula has a value.
func (v *evaluation) domain() ([]symbolic.Expr, error) {
	w, err := v.s.scope.Whole(v.formula)
	if err != nil {
		return nil, err
	}
	if w.Lost {
		return nil, failure(codeUnsupported, "a derivative in the formula is multiplied by 0 or stands in a branch that is never taken; leave it out to evaluate the rest")
	}
	if w.Partial && v.isMoved(w) {
		return nil, failure(codeUnsupported, "%s", movedText)
	}
	domain := w.Domain
	if id := v.formula.Expr.ID(); v.st.Kind(id) == symbolic.Derivative && v.st.Operands(id)[1] == v.st.Operands(id)[3] {
		if domain, err = v.s.inside(domain, v.st.Operands(id)[1]); err != nil {
			return nil, err
		}
	}
	// Of sizes that are given by names only, nothing is asked.
	isOfSize := func(cond symbolic.Expr) bool {
		return slices.ContainsFunc(v.st.FreeSymbols(cond.ID()), func(x symbolic.ID) bool {
			_, given := v.values[x]
			return !given && v.s.scope.IsSize(v.st.Name(x))
		})
	}
	return slices.DeleteFunc(conjuncts(v.st, []symbolic.ID{domain.ID()}), isOfSize), nil
}

// assumed are the assumptions.
func (v *evaluation) assumed() []symbolic.ID {
	scope := v.s.scope
	list := proof.Claim{Scope: scope, Left: v.formula, Right: v.formula}.Assumptions()
	for _, name := range sortedKeys(scope.Types) {
		if x, used := v.st.HasSym(name); used && scope.Types[name] == read.Integer {
			list = append(list, scope.Library.IsInteger(v.st, x))
		}
	}
	return list
}

func ids(list []symbolic.Expr) []symbolic.ID {
	out := make([]symbolic.ID, len(list))
	for i, e := range list {
		out[i] = e.ID()
	}
	return out
}

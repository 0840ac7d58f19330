package protocol

import (
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
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
	for _, id := range v.st.Postorder(root) { // inner ones come first
		if v.st.Kind(id) != symbolic.Derivative {
			continue
		}
		ops := v.st.Operands(id)
		body := v.st.Substitute(v.st.Substitute(ops[0], put), v.defined)
		value, conds, err := proof.Conditions(v.s.scope.Library, v.st, v.st.Derivative(body, ops[1], ops[2], ops[3]))
		if err != nil {
			text, _ := present.Text(v.st.Expr(id))
			return root, failure(codeUnsupported, "%s cannot be evaluated: there is no rule for this derivative", text)
		}
		cond := v.st.And(conds...)
		v.rules = append(v.rules, cond)
		put[id] = v.st.If(cond, value, v.st.Pow(symbolic.Zero, v.st.Int(-1)))
	}
	return v.st.Substitute(root, put), nil
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
	ids := make([]symbolic.ID, len(exprs))
	for i, e := range exprs {
		ids[i] = e.ID()
	}
	for _, id := range v.st.FreeSymbols(ids...) {
		if !known[id] {
			vars = append(vars, v.st.Expr(id))
		}
	}
	return vars
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
	return conjuncts(v.st, []symbolic.ID{w.Domain.ID()}), nil
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

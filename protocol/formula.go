package protocol

import (
	"io"
	"slices"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

// written is the answer of operations that give one formula.
type written struct {
	expr       symbolic.Expr
	value      symbolic.Expr
	changed    bool // value is a result and not the formula that was read
	conditions []symbolic.Expr
}

// formula reads a formula and writes it.
func formula(s *session) (func() (result, error), error) {
	f, err := s.scope.Formula(s.req.Expr)
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		return &written{expr: f.Expr, value: f.Expr, conditions: s.reduce(f.Domain)}, nil
	}, nil
}

// substitute replaces variables by formulas, all at once.
func substitute(s *session) (func() (result, error), error) {
	f, err := s.formula(s.req.Expr)
	if err != nil {
		return nil, err
	}
	if len(s.req.At) == 0 {
		return nil, failure(codeSyntax, "no substitution is given; say which with --at x=2*t")
	}
	replace := map[symbolic.ID]symbolic.ID{}
	domains := []symbolic.ID{}
	for _, name := range sortedKeys(s.req.At) {
		from, err := s.scope.Formula(name)
		if err != nil {
			return nil, in("at", err)
		}
		if k := from.Expr.Kind(); k != symbolic.Symbol && k != symbolic.Index {
			return nil, failure(codeSyntax, "%s is no variable; a variable is a name or an entry such as a[1]", name)
		}
		to, err := s.formula(s.req.At[name])
		if err != nil {
			return nil, in("at", err)
		}
		if err := s.substitutable(f.Expr, from.Expr, to.Expr); err != nil {
			return nil, err
		}
		replace[from.Expr.ID()] = to.Expr.ID()
		domains = append(domains, to.Domain.ID())
	}
	for _, name := range sortedKeys(s.req.At) {
		from, err := s.scope.Formula(name)
		if err != nil {
			return nil, in("at", err)
		}
		f.Expr, f.Domain = s.scope.Through(f.Expr, from.Expr), s.scope.Through(f.Domain, from.Expr)
	}
	return func() (result, error) {
		st := s.scope.Store
		value := st.Expr(st.Substitute(f.Expr.ID(), replace))
		if err := s.subscripts(value); err != nil {
			return nil, err
		}
		if noSum(value) {
			return nil, failure(codeDomain, "a bound of a sum or product is no integer there")
		}
		domain := st.Expr(st.And(append(domains, st.Substitute(f.Domain.ID(), replace))...))
		return &written{f.Expr, value, true, s.reduce(domain)}, nil
	}, nil
}

// substitutable refuses to replace an entry of an array where others may be it, and an
// array by what is none.
func (s *session) substitutable(e, from, to symbolic.Expr) error {
	st := s.scope.Store
	for _, id := range st.Postorder(e.ID()) {
		if st.Kind(id) != symbolic.Index {
			continue
		}
		entry, _ := present.Text(st.Expr(id))
		name, _ := present.Text(from)
		switch {
		case st.MayBe(id, from.ID()):
			return failure(codeUnsupported, "%s may be %s or another entry; write sums out, or numbers for the subscripts", entry, name)
		case st.Operands(id)[0] == from.ID() && to.Kind() != symbolic.Symbol:
			return failure(codeSyntax, "%s is an array, since %s is an entry of it; only another name can stand for it", name, entry)
		}
	}
	return nil
}

// noSum tells whether there is a sum or product between numbers that are no integers.
func noSum(e symbolic.Expr) bool {
	st := e.Store()
	return slices.ContainsFunc(st.Postorder(e.ID()), func(id symbolic.ID) bool {
		if k := st.Kind(id); k != symbolic.SumOver && k != symbolic.ProductOver {
			return false
		}
		ops := st.Operands(id)
		isFraction := func(b symbolic.ID) bool { return st.Kind(b) == symbolic.Number && !st.Number(b).IsInt() }
		return isFraction(ops[1]) || isFraction(ops[2])
	})
}

// subscripts refuses entries that do not exist, such as a[0].
func (s *session) subscripts(e symbolic.Expr) error {
	st := e.Store()
	for _, id := range st.Postorder(e.ID()) {
		if st.Kind(id) != symbolic.Index {
			continue
		}
		array := st.Name(st.Operands(id)[0])
		for i, x := range st.Operands(id)[1:] {
			if size, known := s.scope.Size(array, i); known && st.Kind(x) == symbolic.Number && st.Kind(size) == symbolic.Number && st.Number(size).Cmp(st.Number(x)) < 0 {
				return failure(codeDomain, "the result has %s[%v], which is beyond the size %v of %s", array, st.Number(x), st.Number(size), array)
			}
			if st.Kind(x) == symbolic.Number && (!st.Number(x).IsInt() || st.Number(x).Sign() <= 0) {
				return failure(codeDomain, "the result has %s[%v]; a subscript is an integer from 1", array, st.Number(x))
			}
		}
	}
	return nil
}

func (r *written) fields(w *writer) (any, error) {
	z := struct {
		Expr       string   `json:"expr"`
		Result     string   `json:"result,omitempty"`
		LaTeX      string   `json:"latex"`
		MathML     string   `json:"mathml,omitempty"`
		Unicode    string   `json:"unicode,omitempty"`
		Conditions []string `json:"conditions"`
		Leaves     uint64   `json:"leaves"`
	}{Expr: w.text(r.expr), LaTeX: w.latex(r.value), Conditions: w.conditions(r.conditions), Leaves: present.Leaves(r.value)}
	if r.changed {
		z.Result = w.text(r.value)
	}
	switch w.s.format {
	case present.AsMathML:
		z.MathML = w.in(r.value, present.AsMathML)
	case present.AsUnicode:
		z.Unicode = w.in(r.value, present.AsUnicode)
	}
	return z, w.err
}

func (r *written) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	l.line(w.piece(r.value))
	if r.changed {
		l.where(r.conditions)
	}
	return l.end()
}

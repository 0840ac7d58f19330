package protocol

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// generated is the answer of gen.
type generated struct {
	lang       string
	code       []byte
	conditions []symbolic.Expr
}

// generation writes a formula and its gradient as source code.
func generation(s *session) (func() (result, error), error) {
	f, err := s.scope.Formula(s.req.Expr)
	if err != nil {
		return nil, err
	}
	if s.req.Lang == "" {
		return nil, failure(codeSyntax, "no language is given; say which with --lang: %s", strings.Join(codegen.Languages(), ", "))
	}
	src := codegen.Source{Text: strings.Join(strings.Fields(s.req.Expr), " "), Where: s.req.Let, Func: s.req.Func, Package: s.req.Package, Library: s.scope.Library}
	if len(s.req.Wrt) > 0 {
		if src.Wrt, err = s.variables(f); err != nil {
			return nil, err
		}
	}
	return func() (result, error) {
		g, err := diff.Gradient(f, src.Wrt, s.diffOptions())
		if err != nil {
			return nil, err
		}
		put, rules, err := s.inlined(src.Wrt, &src)
		if err != nil {
			return nil, err
		}
		st := s.scope.Store
		root, more, err := s.carriedOut(st.Substitute(f.Expr.ID(), put))
		if err != nil {
			return nil, err
		}
		src.Formula = st.Expr(root)
		whole, err := s.scope.Whole(f)
		if err != nil {
			return nil, err
		}
		rules = append(append(rules, more...), whole.Domain.ID())
		domain := s.reduce(st.Expr(st.And(rules...)))
		r := &generated{lang: s.req.Lang, conditions: s.reduce(st.Expr(st.And(append(rules, g.Conditions.ID())...)))}
		if len(domain) == 1 && domain[0].ID() == symbolic.False {
			return nil, failure(codeDomain, "the formula has no value anywhere")
		}
		if src.Domain, err = texts(domain); err != nil {
			return nil, err
		}
		src.Domain = append(src.Domain, s.assumptions()...)
		needed := []symbolic.ID{root}
		if lost := s.lost(src.Formula, domain); len(lost) > 0 && s.req.Lang == "sql" {
			src.Defined = st.Expr(st.And(lost...))
			needed = append(needed, src.Defined.ID())
		}
		if !slices.Equal(domain, r.conditions) {
			if src.Conditions, err = texts(r.conditions); err != nil {
				return nil, err
			}
		}
		used := st.Postorder(needed...)
		src.Parts = slices.DeleteFunc(src.Parts, func(p codegen.Part) bool { return !slices.Contains(used, p.Expr.ID()) })
		for _, x := range append(s.scope.Variables(f), src.Wrt...) {
			if !slices.Contains(src.Vars, x) && (slices.Contains(used, x.ID()) || slices.Contains(src.Wrt, x)) {
				src.Vars = append(src.Vars, x)
			}
		}
		entries := s.entries(used, src.Vars)
		src.Vars = append(slices.DeleteFunc(src.Vars, func(x symbolic.Expr) bool { return slices.Contains(entries, x) }), entries...)
		if s.req.Test {
			r.code, err = codegen.GoTest(src)
		} else {
			r.code, err = codegen.Generate(s.req.Lang, src)
		}
		var unbound *numeric.UnboundError
		if errors.As(err, &unbound) {
			array, _, _ := strings.Cut(unbound.Name, "[")
			return nil, failure(codeUnsupported, "%s is not among the variables; with the size of the array, --shape %s=3, its entries are", unbound.Name, array)
		}
		return r, err
	}, nil
}

// lost are the conditions of a formula that its expression does not have: x != 0 of x/x,
// which reads as 1.
func (s *session) lost(e symbolic.Expr, domain []symbolic.Expr) (list []symbolic.ID) {
	var own []symbolic.Expr
	if text, err := present.Text(e); err == nil && len(domain) > 0 {
		if again, err := s.scope.Formula(text); err == nil && again.Expr == e {
			own = s.reduce(again.Domain)
		}
	}
	for _, cond := range domain {
		if !slices.Contains(own, cond) {
			list = append(list, cond.ID())
		}
	}
	return list
}

// maxEntries bounds the entries of one array that are variables.
const maxEntries = 10_000

// entries are the entries of arrays whose sizes are numbers, where the formula has them at
// subscripts that are computed.
func (s *session) entries(used []symbolic.ID, known []symbolic.Expr) (list []symbolic.Expr) {
	st := s.scope.Store
	for _, name := range sortedKeys(s.req.Shapes) {
		array := st.Sym(name)
		if !slices.ContainsFunc(used, func(id symbolic.ID) bool {
			return st.Kind(id) == symbolic.Index && st.Operands(id)[0] == array && !slices.Contains(known, st.Expr(id))
		}) {
			continue
		}
		all := [][]symbolic.ID{nil}
		for _, z := range s.req.Shapes[name] {
			n, err := strconv.Atoi(string(z))
			if err != nil || n*len(all) > maxEntries {
				all = nil
				break
			}
			var longer [][]symbolic.ID
			for _, subscripts := range all {
				for k := range n {
					longer = append(longer, append(slices.Clone(subscripts), st.Int(int64(k+1))))
				}
			}
			all = longer
		}
		for _, subscripts := range all {
			list = append(list, st.Expr(st.Index(array, subscripts...)))
		}
	}
	return list
}

// assumptions are the relations that were assumed: without them the code may have other
// conditions.
func (s *session) assumptions() (list []string) {
	for _, text := range s.req.Assume {
		for _, part := range parse.SplitList(text) {
			if p := text[part.Start:part.End]; !strings.HasSuffix(strings.TrimSpace(p), "function") {
				list = append(list, strings.TrimSpace(p))
			}
		}
	}
	return list
}

func texts(list []symbolic.Expr) (out []string, err error) {
	for _, e := range list {
		text, err := present.Text(e)
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// inlined returns what the names of definitions stand for, but for those that are free
// inputs, and the conditions of the derivatives in them. The definitions are parts of
// the code.
func (s *session) inlined(free []symbolic.Expr, src *codegen.Source) (put map[symbolic.ID]symbolic.ID, rules []symbolic.ID, err error) {
	st := s.scope.Store
	put = map[symbolic.ID]symbolic.ID{}
	for _, d := range s.scope.Definitions {
		if slices.Contains(free, d.Name) {
			if err := s.independent(d, put, free); err != nil {
				return nil, nil, err
			}
			continue
		}
		e, conds, err := s.carriedOut(st.Substitute(d.Expr.ID(), put))
		if err != nil {
			return nil, nil, err
		}
		put[d.Name.ID()] = e
		rules = append(rules, conds...)
		src.Parts = append(src.Parts, codegen.Part{Name: d.Name.Name(), Expr: st.Expr(e)})
	}
	return put, rules, nil
}

// independent refuses variables that a free input depends on: the derivative by such a
// variable goes through the definition, and code would have one value for both.
func (s *session) independent(d read.Definition, put map[symbolic.ID]symbolic.ID, free []symbolic.Expr) error {
	st := s.scope.Store
	used := st.Postorder(st.Substitute(d.Expr.ID(), put))
	for _, x := range free {
		if slices.Contains(used, x.ID()) {
			name, _ := present.Text(x)
			return failure(codeUnsupported, "%s depends on %s: as a free input it needs code of its own; leave one of them out of --wrt", d.Name.Name(), name)
		}
	}
	return nil
}

// carriedOut replaces derivatives by their values, and returns where the rules hold.
func (s *session) carriedOut(root symbolic.ID) (symbolic.ID, []symbolic.ID, error) {
	st := s.scope.Store
	if !st.HasKind(root, symbolic.Derivative) {
		return root, nil, nil
	}
	put := map[symbolic.ID]symbolic.ID{}
	var rules []symbolic.ID
	for _, id := range st.Postorder(root) { // inner ones come first
		if st.Kind(id) != symbolic.Derivative {
			continue
		}
		ops := st.Operands(id)
		value, conds, err := proof.Conditions(s.scope.Library, st, st.Derivative(st.Substitute(ops[0], put), ops[1], ops[2], ops[3]))
		if err != nil {
			text, _ := present.Text(st.Expr(id))
			return root, nil, failure(codeUnsupported, "%s has no code: there is no rule for this derivative", text)
		}
		put[id] = value
		rules = append(rules, conds...)
	}
	return st.Substitute(root, put), rules, nil
}

func (r *generated) fields(w *writer) (any, error) {
	z := struct {
		Lang       string   `json:"lang"`
		Code       string   `json:"code"`
		Conditions []string `json:"conditions"`
	}{r.lang, string(r.code), w.conditions(r.conditions)}
	return z, w.err
}

func (r *generated) text(out io.Writer, _ *writer) error {
	_, err := out.Write(r.code)
	return err
}

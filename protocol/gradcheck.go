package protocol

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/gradcheck"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// maxPoints bounds the points of gradcheck.
const maxPoints = 1_000_000

// checked is the answer of gradcheck.
type checked struct {
	expr   symbolic.Expr
	wrt    []symbolic.Expr
	report *gradcheck.Report
}

// checkGradient compares the gradient with other ways to it.
func checkGradient(s *session) (func() (result, error), error) {
	if n := s.req.Points; n < 0 || n > maxPoints {
		return nil, failure(codeSyntax, "the points are a number from 1 to %d, not %d", maxPoints, n)
	}
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	v, err := s.evaluation(f)
	if err != nil {
		return nil, err
	}
	for _, x := range wrt {
		if _, defined := v.defined[x.ID()]; defined {
			name, _ := present.Text(x)
			return nil, failure(codeUnsupported, "%s is defined by --let; with a value of its own, --at %s=1/2, the derivative by it can be checked", name, name)
		}
	}
	return func() (result, error) {
		g, err := diff.Gradient(f, wrt, diff.Options{Definitions: v.given})
		if err != nil {
			return nil, err
		}
		if g.Partials, _, err = s.simplified(g.Conditions, g.Partials); err != nil {
			return nil, err
		}
		p, err := v.problem(f, wrt, g)
		if err != nil {
			return nil, err
		}
		report, err := gradcheck.Check(p, gradcheck.Options{Points: s.req.Points, Seed: s.req.Seed})
		return &checked{f.Expr, wrt, report}, err
	}, nil
}

// problem puts definitions in and the values of the point.
func (v *evaluation) problem(f read.Formula, wrt []symbolic.Expr, g diff.Result) (p gradcheck.Problem, err error) {
	st := v.st
	domain, err := v.domain()
	if err != nil {
		return p, err
	}
	roots := []symbolic.ID{f.Expr.ID(), st.And(ids(domain)...), g.Conditions.ID()}
	for _, d := range g.Partials {
		roots = append(roots, d.ID())
	}
	exprs := make([]symbolic.Expr, len(roots))
	for i, root := range roots {
		if root, err = v.carriedOut(root); err != nil {
			return p, err
		}
		roots[i] = v.bound(root)
		exprs[i] = st.Expr(roots[i])
	}
	p = gradcheck.Problem{Library: v.s.scope.Library, Value: exprs[0], Domain: exprs[1], Smooth: exprs[2], Gradient: exprs[3:],
		Fixed: map[int]float64{}, Integer: map[int]bool{}}
	p.Variables = v.inputs(certify.Compile(v.s.scope.Library, st, roots...), exprs)
	for _, x := range wrt {
		i := slices.Index(p.Variables, x)
		if i < 0 {
			i, p.Variables = len(p.Variables), append(p.Variables, x)
		}
		p.Wrt = append(p.Wrt, i)
	}
	var assumed []symbolic.ID
	for _, cond := range v.assumed() {
		cond = v.bound(cond)
		about := certify.Compile(v.s.scope.Library, st, cond).Inputs()
		if !slices.ContainsFunc(about, func(id symbolic.ID) bool { return !slices.Contains(p.Variables, st.Expr(id)) }) {
			assumed = append(assumed, cond)
		}
	}
	p.Assumed = st.Expr(st.And(assumed...))
	for i, x := range p.Variables {
		if x.Kind() == symbolic.Symbol {
			p.Integer[i] = v.s.scope.Types[st.Name(x.ID())] == read.Integer
		}
		if value, ok := v.values[x.ID()]; ok {
			z := certify.Compile(v.s.scope.Library, st, value).At(nil, 2*firstPrec)[0].Real
			p.Fixed[i], _ = z.Lower().Float64()
		}
	}
	return p, nil
}

// verdict is refuted where something disagrees, and undecided where nothing could
// be compared.
func (r *checked) verdict() proof.VerdictKind {
	switch {
	case !r.report.Agrees():
		return proof.Refuted
	case !r.report.Compared():
		return proof.Undecided
	}
	return ""
}

func (r *checked) remark() string {
	switch r.verdict() {
	case proof.Refuted:
		return "the gradient is wrong, or one of the other ways is"
	case proof.Undecided:
		return "nothing could be compared for some derivative: give points inside the domain with --at or --assume"
	}
	return "all agree"
}

// short writes a float of the table.
func short(x float64) string { return strconv.FormatFloat(x, 'g', 3, 64) }

func (r *checked) fields(w *writer) (any, error) {
	type entryJSON struct {
		By       string `json:"by"`
		Method   string `json:"method"`
		Compared int    `json:"compared"`
		Unclear  int    `json:"unclear"`
		Largest  string `json:"largest"`
		At       object `json:"at,omitzero"`
		Formula  string `json:"by_formula,omitempty"`
		Got      string `json:"got,omitempty"`
		Agrees   bool   `json:"agrees"`
		Missing  string `json:"missing,omitempty"`
	}
	z := struct {
		Expr    string      `json:"expr"`
		Points  int         `json:"points"`
		Kinks   int         `json:"kinks"`
		Outside int         `json:"outside"`
		Agrees  bool        `json:"agrees"`
		Entries []entryJSON `json:"entries"`
		Remark  string      `json:"remark"`
	}{w.text(r.expr), r.report.Points, r.report.Kinks, r.report.Outside, r.verdict() == "", nil, r.remark()}
	for i, x := range r.wrt {
		for m, e := range r.report.Entries[i] {
			j := entryJSON{By: w.text(x), Method: gradcheck.Method(m).String(), Compared: e.Compared, Unclear: e.Unclear, Largest: short(e.Largest), Agrees: e.Agrees, Missing: r.report.Missing[m]}
			if e.At != nil {
				j.Formula, j.Got = floatText(e.Want), floatText(e.Got)
				for k, v := range e.At {
					j.At = append(j.At, [2]string{r.report.Names[k], floatText(v)})
				}
			}
			z.Entries = append(z.Entries, j)
		}
	}
	return z, w.err
}

func (r *checked) text(out io.Writer, w *writer) error {
	p := r.report
	fmt.Fprintf(out, "%d points; left out: %d near kinks or edges of the domain, %d without a value\n", p.Points, p.Kinks, p.Outside)
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "by\tmethod\tcompared\tunclear\tlargest difference\tat")
	for i, x := range r.wrt {
		for m, e := range p.Entries[i] {
			if p.Missing[m] != "" {
				fmt.Fprintf(t, "%s\t%s\tnot used: %s\n", w.text(x), gradcheck.Method(m), p.Missing[m])
				continue
			}
			fmt.Fprintf(t, "%s\t%s\t%d\t%d\t%s\t%s\n", w.text(x), gradcheck.Method(m), e.Compared, e.Unclear, short(e.Largest), p.Text(e.At))
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for i, x := range r.wrt {
		for m, e := range p.Entries[i] {
			if !e.Agrees {
				fmt.Fprintf(out, "d/d%s is %s by formula and %s by %s at %s\n", w.text(x), floatText(e.Want), floatText(e.Got), gradcheck.Method(m), p.Text(e.At))
			}
		}
	}
	_, err := fmt.Fprintln(out, strings.TrimSpace(r.remark()))
	if err == nil {
		err = w.err
	}
	return err
}

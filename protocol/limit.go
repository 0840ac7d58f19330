package protocol

import (
	"io"
	"slices"
	"strings"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// limits is the answer of limit.
type limits struct {
	expr symbolic.Expr
	z    taylor.Limits
}

// limit reads a formula, a variable and where it goes to.
func limit(s *session) (func() (result, error), error) {
	f, wrt, err := s.subject()
	if err != nil {
		return nil, err
	}
	if len(wrt) != 1 {
		return nil, failure(codeSyntax, "limit takes one variable, %d given", len(wrt))
	}
	o, err := s.near(wrt[0])
	if err != nil {
		return nil, err
	}
	return func() (result, error) {
		places, err := s.placed()
		if err != nil {
			return nil, err
		}
		z, err := taylor.Limit(s.scope, f, wrt[0], o)
		if err != nil {
			return nil, err
		}
		r := &limits{f.Expr, z}
		if v := z.Value; v.Err != nil && v.Err.Kind == taylor.NoValue {
			return nil, v.Err
		}
		var seen []*taylor.Value // the value may be that of a side
		for _, v := range []*taylor.Value{z.Left, z.Right, z.Value} {
			if v == nil || v.Err != nil {
				continue
			}
			if !slices.Contains(seen, v) {
				seen, v.Conditions = append(seen, v), append(v.Conditions, places...)
			}
			if v.Infinity != 0 {
				continue
			}
			list, _, err := s.tidied(v.Conditions, []symbolic.Expr{v.Expr})
			if err != nil {
				return nil, err
			}
			v.Expr = list[0]
		}
		return r, nil
	}, nil
}

// verdict is undecided if a limit was not found.
func (r *limits) verdict() proof.VerdictKind {
	if v := r.z.Value; v.Err != nil && v.Err.Kind != taylor.NoExpansion {
		return proof.Undecided
	}
	return ""
}

type limitJSON struct {
	Expr       string   `json:"expr"`
	Left       string   `json:"left,omitempty"`
	Right      string   `json:"right,omitempty"`
	Value      string   `json:"value,omitempty"`
	LaTeX      string   `json:"latex,omitempty"`
	Conditions []string `json:"conditions"`
	Remark     string   `json:"remark,omitempty"`
}

func (r *limits) fields(w *writer) (any, error) {
	z := limitJSON{Expr: w.text(r.expr), Left: w.limitText(r.z.Left), Right: w.limitText(r.z.Right), Value: w.limitText(r.z.Value),
		Conditions: w.conditions(r.conditions()), Remark: strings.Join(r.remarks(), "; ")}
	if v := r.z.Value; v.Err == nil {
		switch v.Infinity {
		case 1:
			z.LaTeX = `\infty`
		case -1:
			z.LaTeX = `-\infty`
		default:
			z.LaTeX = w.latex(v.Expr)
		}
	}
	return z, w.err
}

// limitText is a limit as infix, inf or -inf; "" where there is none.
func (w *writer) limitText(v *taylor.Value) string {
	switch {
	case v == nil || v.Err != nil:
		return ""
	case v.Infinity > 0:
		return "inf"
	case v.Infinity < 0:
		return "-inf"
	}
	return w.text(v.Expr)
}

// conditions are those of all limits, each once.
func (r *limits) conditions() (all []symbolic.Expr) {
	for _, v := range []*taylor.Value{r.z.Left, r.z.Right, r.z.Value} {
		if v == nil {
			continue
		}
		for _, c := range v.Conditions {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
	}
	return all
}

// remarks say why limits are missing.
func (r *limits) remarks() (list []string) {
	add := func(before string, v *taylor.Value) {
		if v != nil && v.Err != nil {
			list = append(list, before+v.Err.Error())
		}
	}
	add("from the left: ", r.z.Left)
	add("from the right: ", r.z.Right)
	if len(list) == 0 {
		add("", r.z.Value)
	}
	return list
}

func (r *limits) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	piece := func(v *taylor.Value) string {
		switch {
		case v.Err != nil && (v.Err.Kind == taylor.Undecided || v.Err.Kind == taylor.Unsupported):
			return w.words("not found")
		case v.Err != nil:
			return w.words("none")
		case v.Infinity != 0:
			return w.infinity(v.Infinity)
		}
		return w.piece(v.Expr)
	}
	if r.z.Value.Err == nil {
		l.line(piece(r.z.Value))
	} else {
		found := "no limit"
		if r.verdict() == proof.Undecided {
			found = "no limit was found"
		}
		l.line(w.words(found))
		if r.z.Left != nil && r.z.Right != nil {
			l.line(w.words("left: "), piece(r.z.Left))
			l.line(w.words("right: "), piece(r.z.Right))
		}
	}
	l.where(r.conditions())
	for _, t := range r.remarks() {
		l.line(w.words(t))
	}
	return l.end()
}

// infinity writes ∞ or -∞.
func (w *writer) infinity(sign int) string {
	z := [...]string{present.AsText: "inf", present.AsUnicode: "∞", present.AsLaTeX: `\infty`, present.AsMathML: "<mi>&#x221E;</mi>"}[w.s.format]
	switch {
	case sign > 0:
		return z
	case w.s.format == present.AsMathML:
		return "<mrow><mo>-</mo>" + z + "</mrow>"
	}
	return "-" + z
}

package protocol

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

type stepJSON struct {
	Step  int    `json:"step"`
	Point object `json:"point"`
	Value string `json:"value"`
}

func (r *descended) fields(w *writer) (any, error) {
	z := struct {
		Expr        string      `json:"expr"`
		Rate        string      `json:"rate"`
		Iteration   object      `json:"iteration"`
		LaTeX       object      `json:"latex"`
		Conditions  []string    `json:"conditions"`
		Definitions [][2]string `json:"definitions,omitempty"`
		Steps       []stepJSON  `json:"steps"`
		Gradient    string      `json:"gradient_length"`
		Remark      string      `json:"remark,omitempty"`
	}{Expr: w.text(r.expr), Rate: r.rateText, Conditions: w.conditions(r.conditions), Gradient: shortest(r.slope), Remark: r.remark}
	for i, x := range r.wrt {
		name := w.text(x)
		z.Iteration = append(z.Iteration, [2]string{name, w.text(x) + r.minus(w, r.partials[i], present.AsText)})
		z.LaTeX = append(z.LaTeX, [2]string{name, r.indexed(w, i)})
	}
	for _, d := range r.given {
		z.Definitions = append(z.Definitions, [2]string{w.text(d.Name), w.text(d.Expr)})
	}
	for k, p := range r.points {
		step := stepJSON{Step: k, Value: shortest(r.values[k])}
		for i, x := range r.wrt {
			text := shortest(p[i])
			if k == 0 {
				text = r.start[i]
			}
			step.Point = append(step.Point, [2]string{w.text(x), text})
		}
		z.Steps = append(z.Steps, step)
	}
	return z, w.err
}

// shortest is the shortest text that reads back to the number.
func shortest(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

// minus writes what is taken off a variable: " - 1/10*(4*x^3-1)".
func (r *descended) minus(w *writer, partial symbolic.Expr, f present.Format) string {
	if partial.ID() == symbolic.Zero {
		return ""
	}
	m := markups[f]
	st := partial.Store()
	rate := m.inner(w.in(st.Rational(r.rate), f))
	sign, text := " - ", m.inner(w.in(partial, f))
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "−") {
		sign, text = " + ", m.inner(w.in(st.Expr(st.Neg(partial.ID())), f))
		partial = st.Expr(st.Neg(partial.ID()))
	}
	times, left, right := "*", "(", ")"
	switch f {
	case present.AsLaTeX:
		times, left, right = ` \cdot `, `\left(`, `\right)`
	case present.AsUnicode:
		sign, times = strings.Replace(sign, "-", "−", 1), "·"
	}
	if partial.ID() == symbolic.One {
		return sign + rate
	}
	if partial.Kind() == symbolic.Sum {
		text = left + text + right
	}
	if r.rate.IsOne() {
		return sign + text
	}
	return sign + rate + times + text
}

// indices puts the number of the step at the variables and at what is defined by them:
// w becomes w_k. It is nil where a name has an index already, or is an entry of an array.
func (r *descended) indices() map[symbolic.ID]symbolic.ID {
	put := map[symbolic.ID]symbolic.ID{}
	names := slices.Clone(r.wrt)
	for _, d := range r.given {
		names = append(names, d.Name)
	}
	for _, x := range names {
		if x.Kind() != symbolic.Symbol || strings.ContainsAny(x.Name(), "_0123456789") {
			return nil
		}
		put[x.ID()] = x.Store().Sym(x.Name() + "_k")
	}
	return put
}

// indexed is the iteration in LaTeX: w_{k+1} = w_{k} - ...
func (r *descended) indexed(w *writer, i int) string {
	put := r.indices()
	if put == nil {
		return w.latex(r.wrt[i]) + ` \leftarrow ` + w.latex(r.wrt[i]) + r.minus(w, r.partials[i], present.AsLaTeX)
	}
	st := r.expr.Store()
	x := w.latex(st.Expr(put[r.wrt[i].ID()]))
	next := strings.TrimSuffix(strings.TrimSuffix(x, "_{k}"), "_k") + "_{k+1}"
	return next + " = " + x + r.minus(w, st.Expr(st.Substitute(r.partials[i].ID(), put)), present.AsLaTeX)
}

func (r *descended) text(out io.Writer, w *writer) error {
	if w.s.format == present.AsMathML {
		return failure(codeUnsupported, "descent prints text, unicode or latex")
	}
	l := w.lines(out)
	for i, x := range r.wrt {
		switch w.s.format {
		case present.AsLaTeX:
			l.line(r.indexed(w, i))
		case present.AsUnicode:
			l.line(w.piece(x), " ← ", w.piece(x), r.minus(w, r.partials[i], w.s.format))
		default:
			l.line(w.piece(x), " <- ", w.piece(x), r.minus(w, r.partials[i], w.s.format))
		}
	}
	put := map[symbolic.ID]symbolic.ID{}
	if w.s.format == present.AsLaTeX {
		put = r.indices()
	}
	st := r.expr.Store()
	for _, d := range r.given {
		l.line(w.piece(st.Expr(st.Substitute(d.Name.ID(), put))), w.markup().equals, w.piece(st.Expr(st.Substitute(d.Expr.ID(), put))))
	}
	l.where(r.conditions)
	if w.s.format != present.AsLaTeX {
		l.buf.WriteByte('\n')
		r.table(w, &l.buf)
	}
	return l.end()
}

// table writes some of the steps: the first ones, ten on the way, and the last one.
func (r *descended) table(w *writer, out io.Writer) {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprint(t, "step\t")
	for _, x := range r.wrt {
		fmt.Fprintf(t, "%s\t", w.text(x))
	}
	fmt.Fprintln(t, "value")
	last := len(r.points) - 1
	for k, p := range r.points {
		if k > 5 && k < last && (last > 20 && k%max(1, last/10) != 0) {
			continue
		}
		fmt.Fprintf(t, "%d\t", k)
		for i := range p {
			if k == 0 {
				fmt.Fprintf(t, "%s\t", r.start[i])
			} else {
				fmt.Fprintf(t, "%s\t", compact(p[i]))
			}
		}
		fmt.Fprintln(t, compact(r.values[k]))
	}
	t.Flush()
	steps := "steps"
	if last == 1 {
		steps = "step"
	}
	fmt.Fprintf(out, "\nafter %d %s the value is %s and the length of the gradient %s", last, steps, compact(r.values[last]), compact(r.slope))
	switch {
	case r.remark != "":
		fmt.Fprintf(out, "; %s", r.remark)
	case r.values[last] > r.values[0]:
		fmt.Fprint(out, "; the value grew: the rate is too large")
	case last > 0 && r.values[last] > slices.Min(r.values):
		fmt.Fprintf(out, "; it was less before, %s", compact(slices.Min(r.values)))
	}
	fmt.Fprintln(out)
}

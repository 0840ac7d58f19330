package protocol

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

type termJSON struct {
	Power    string `json:"power,omitempty"`
	Powers   object `json:"powers,omitzero"`
	Coef     string `json:"coeff"`
	LogPower string `json:"log_power,omitempty"`
	Base     string `json:"base,omitempty"` // of the power and the logarithm, where it is not x-a or x
}

type seriesJSON struct {
	Expr       string     `json:"expr"`
	Var        string     `json:"var"`
	At         string     `json:"at"`
	Side       string     `json:"side"`
	Terms      []termJSON `json:"terms"`
	Series     string     `json:"series"`
	LaTeX      string     `json:"latex"`
	MathML     string     `json:"mathml,omitempty"`
	Unicode    string     `json:"unicode,omitempty"`
	Order      int        `json:"order"`
	Exact      bool       `json:"exact"`               // there is no remainder near the point
	Remainder  string     `json:"remainder,omitempty"` // its bounds where they were asked for
	Smoothness string     `json:"smoothness,omitempty"`
	Defined    *bool      `json:"defined,omitempty"` // whether there is a value at the point
	Conditions []string   `json:"conditions"`
	Remark     string     `json:"remark,omitempty"`
	Limit      string     `json:"limit,omitempty"`
}

type severalJSON struct {
	Expr       string     `json:"expr"`
	Vars       []string   `json:"vars"`
	At         object     `json:"at"`
	Terms      []termJSON `json:"terms"`
	Series     string     `json:"series"`
	LaTeX      string     `json:"latex"`
	MathML     string     `json:"mathml,omitempty"`
	Unicode    string     `json:"unicode,omitempty"`
	Order      int        `json:"order"`
	Exact      bool       `json:"exact"`
	Conditions []string   `json:"conditions"`
	Limit      string     `json:"limit,omitempty"`
}

// fields is an object, or a list of two if the sides differ.
func (r *series) fields(w *writer) (any, error) {
	var list []seriesJSON
	for i := range r.z.Series {
		list = append(list, r.side(w, i))
	}
	if w.err != nil {
		return nil, w.err
	}
	if len(list) == 1 {
		return list[0], nil
	}
	return list, nil
}

func (r *series) side(w *writer, i int) seriesJSON {
	part := r.z.Series[i]
	z := seriesJSON{Expr: w.text(r.expr), Var: w.text(r.z.Variable), At: w.pointText(r.z.At), Side: part.Side.String(), Terms: []termJSON{},
		Order: r.z.Order, Exact: part.Exact, Conditions: w.conditions(part.Conditions), Remark: r.remark(w), Limit: r.stop}
	for _, t := range part.Terms {
		j := termJSON{Power: w.text(t.Power), Coef: w.text(t.Coef)}
		if t.Log > 0 {
			j.LogPower = strconv.Itoa(t.Log)
		}
		if t.Base != r.z.Variable && t.Base != r.difference() {
			j.Base = w.text(t.Base)
		}
		z.Terms = append(z.Terms, j)
	}
	terms := r.terms(part)
	z.Series, z.LaTeX = w.sum(terms, remainder{none: true}, present.AsText), w.sum(terms, r.rest(part), present.AsLaTeX)
	switch w.s.format {
	case present.AsMathML:
		z.MathML = w.sum(terms, r.rest(part), present.AsMathML)
	case present.AsUnicode:
		z.Unicode = w.sum(terms, r.rest(part), present.AsUnicode)
	}
	if part.Remainder != nil {
		z.Remainder = certify.Text(*part.Remainder, remainderDigits)
	}
	if s := r.z.Smoothness; s.Class != taylor.Unclear {
		defined := !s.Gap
		z.Smoothness, z.Defined = s.String(), &defined
		if s.Class == taylor.Unbounded || s.Class == taylor.OneSided {
			z.Defined = nil
		}
	}
	return z
}

// remainderDigits are those of bounds, which are some percent wider than they
// could be.
const remainderDigits = 4

// difference is x-a, or x at infinity.
func (r *series) difference() symbolic.Expr {
	if r.z.At.Infinity != 0 {
		return r.z.Variable
	}
	return r.z.Variable.Sub(r.z.At.Value)
}

// remark says why there is no expansion from a side.
func (r *series) remark(w *writer) string {
	var list []string
	for _, m := range r.z.Missing {
		list = append(list, "from the "+m.Side.String()+": "+m.Err.Error())
	}
	return strings.Join(list, "; ")
}

func (r *series) terms(part taylor.Series) []symbolic.Expr {
	list := make([]symbolic.Expr, len(part.Terms))
	for i, t := range part.Terms {
		list[i] = t.Expr()
	}
	return list
}

// A remainder is O(size), o(size) if it is little, or none.
type remainder struct {
	none, little bool
	size         symbolic.Expr
}

func (r *series) rest(part taylor.Series) remainder {
	return remainder{part.Exact, part.Little, part.Rest}
}

// pointText is a point as it is read.
func (w *writer) pointText(p taylor.Point) string {
	switch p.Infinity {
	case 1:
		return "inf"
	case -1:
		return "-inf"
	}
	return w.text(p.Value)
}

// sum writes terms in their order, and + O(rest) behind them.
func (w *writer) sum(terms []symbolic.Expr, rest remainder, f present.Format) string {
	if w.err != nil {
		return ""
	}
	p := w.pretty
	if f == present.AsText {
		p = w.infix
	}
	var refs []present.Ref
	for _, e := range terms {
		if isNegative(e) {
			refs = append(refs, p.Build(e.Neg()).Negated())
		} else {
			refs = append(refs, p.Build(e))
		}
	}
	if !rest.none {
		name := "O"
		if rest.little {
			name = "o"
		}
		refs = append(refs, p.Add(present.Call, name, p.Build(rest.size)))
	}
	root := p.Build(w.s.scope.Store.Expr(symbolic.Zero))
	switch {
	case len(refs) == 1 && rest.none:
		root = p.Build(terms[0])
	case len(refs) == 1:
		root = refs[0]
	case len(refs) > 1:
		root = p.Add(present.Sum, "", refs...)
	}
	var b bytes.Buffer
	w.err = p.Tree.Write(&b, root, f, w.options.MaxBytes)
	return b.String()
}

// isNegative tells whether a term is written with a minus sign.
func isNegative(e symbolic.Expr) bool {
	switch e.Kind() {
	case symbolic.Number:
		return e.Number().Sign() < 0
	case symbolic.Product:
		return e.Coefficient().Sign() < 0
	}
	return false
}

func (r *series) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	m := w.markup()
	for i, part := range r.z.Series {
		line := m.inner(w.sum(r.terms(part), r.rest(part), w.s.format))
		if len(r.z.Series) > 1 {
			line = w.words(part.Side.String()+": ") + line
		}
		l.line(line)
		if i == len(r.z.Series)-1 || len(r.z.Series[0].Conditions) > 0 {
			l.where(part.Conditions)
		}
	}
	for _, part := range r.z.Series {
		if part.Remainder == nil {
			continue
		}
		side, on := "", *r.within
		if len(r.z.Series) > 1 {
			side = part.Side.String() + ": "
			on = onSide(on, r.z.At.Value, part.Side)
		}
		l.line(w.words(side+"remainder in "+certify.Text(*part.Remainder, remainderDigits)+" on ") + w.interval(on))
	}
	if t := r.remark(w); t != "" {
		l.line(w.words("no expansion " + t))
	} else if t := r.smoothness(); t != "" && (len(r.z.Series) > 1 || r.z.Smoothness.Class != taylor.Unbounded) {
		l.line(w.words(t))
	}
	l.limit(r.stop)
	return l.end()
}

// onSide is the part of an interval on a side of a point.
func onSide(on taylor.Range, at symbolic.Expr, side taylor.Side) taylor.Range {
	isBefore := func(x, y symbolic.Expr) bool {
		return x.Kind() == symbolic.Number && y.Kind() == symbolic.Number && x.Number().Cmp(y.Number()) < 0
	}
	switch {
	case side == taylor.Left && isBefore(at, on.Upper):
		on.Upper = at
	case side == taylor.Right && isBefore(on.Lower, at):
		on.Lower = at
	}
	return on
}

// interval writes an interval of the variable.
func (w *writer) interval(r taylor.Range) string {
	mark := func(t string) string { return t }
	if w.s.format == present.AsMathML {
		mark = w.words
	}
	return mark("[") + w.piece(r.Lower) + mark(", ") + w.piece(r.Upper) + mark("]")
}

// smoothness is a line for people; an ordinary expansion has none.
func (r *series) smoothness() string {
	z := r.z.Smoothness
	var t string
	switch z.Class {
	case taylor.Differentiable:
		t = "C^" + strconv.Itoa(z.Order) + " and not C^" + strconv.Itoa(z.Order+1)
	case taylor.AtLeast:
		t = "C^" + strconv.Itoa(z.Order) + " or more"
	case taylor.Jump:
		t = "not continuous"
	case taylor.Unbounded:
		t = "unbounded near the point"
	case taylor.OneSided:
		t = "values on one side only"
	}
	if z.Gap && t != "" {
		return t + ", without a value at the point"
	}
	if z.Gap {
		return "no value at the point itself"
	}
	return t
}

func (r *severalSeries) exprs() []symbolic.Expr {
	list := make([]symbolic.Expr, len(r.z.Terms))
	for i, t := range r.z.Terms {
		e := t.Coef
		for j, x := range r.z.Variables {
			e = e.Mul(x.Sub(r.z.At[j]).Pow(e.Store().Expr(e.Store().Int(int64(t.Powers[j])))))
		}
		list[i] = e
	}
	return list
}

// rest is the size of the remainder, a power of the distance.
func (r *severalSeries) rest() remainder {
	st := r.expr.Store()
	b := st.NewSum()
	for j, x := range r.z.Variables {
		d := x.Sub(r.z.At[j])
		b.Add(st.Mul(d.ID(), d.ID()))
	}
	return remainder{none: r.z.Exact, size: st.Expr(st.Pow(b.Sum(), st.Div(st.Int(int64(r.z.Order+1)), st.Int(2))))}
}

func (r *severalSeries) fields(w *writer) (any, error) {
	z := severalJSON{Expr: w.text(r.expr), Terms: []termJSON{}, Order: r.z.Order, Exact: r.z.Exact, Conditions: w.conditions(r.z.Conditions), Limit: r.stop}
	for j, x := range r.z.Variables {
		z.Vars = append(z.Vars, w.text(x))
		z.At = append(z.At, [2]string{w.text(x), w.text(r.z.At[j])})
	}
	for _, t := range r.z.Terms {
		powers := object{}
		for j, n := range t.Powers {
			powers = append(powers, [2]string{z.Vars[j], strconv.Itoa(n)})
		}
		z.Terms = append(z.Terms, termJSON{Powers: powers, Coef: w.text(t.Coef)})
	}
	terms := r.exprs()
	z.Series, z.LaTeX = w.sum(terms, remainder{none: true}, present.AsText), w.sum(terms, r.rest(), present.AsLaTeX)
	switch w.s.format {
	case present.AsMathML:
		z.MathML = w.sum(terms, r.rest(), present.AsMathML)
	case present.AsUnicode:
		z.Unicode = w.sum(terms, r.rest(), present.AsUnicode)
	}
	return z, w.err
}

func (r *severalSeries) text(out io.Writer, w *writer) error {
	l := w.lines(out)
	l.line(w.markup().inner(w.sum(r.exprs(), r.rest(), w.s.format)))
	l.where(r.z.Conditions)
	l.limit(r.stop)
	return l.end()
}

package protocol

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/symgrad/symgrad/activation"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// longest is the length from which a constant is written as a decimal number in
// reports for people; JSON has it exactly.
const longest = 28

// reportDigits is how many digits numbers have in reports.
const reportDigits = 12

// text writes a report of one function.
func (a *analysed) text(out io.Writer, w *writer) error {
	r := &a.r
	b := &report{lines: w.lines(out), a: a}
	b.title()
	b.row("near 0", b.near()...)
	if len(r.Conditions) > 0 {
		b.row("where", w.words(strings.Join(w.conditions(r.Conditions), ", ")))
	}
	b.expansions("series", r.Left, r.Right, len(r.Expansion.Series) == 1)
	symmetry := symmetry(r.Parity)
	if r.Parity == activation.NoParity && len(r.Expr.FreeSymbols()) > 1 {
		symmetry += " for some values of the parameters"
	}
	b.row("symmetry", w.words(symmetry))
	if r.Unknown == "" {
		b.row("range", b.span(r.Range))
	}
	if r.NoSlope == "" {
		b.row("slope", b.slopes()...)
	}
	b.moments()
	b.depth()
	for _, t := range a.remarks() {
		b.row("not found", w.words(t))
	}
	verdict := verdictText(r.Verdict)
	if len(r.Conditions) > 0 {
		verdict = "where " + strings.Join(w.conditions(r.Conditions), ", ") + ": " + verdict
	}
	b.row("verdict", w.words(verdict))
	return b.end()
}

func symmetry(p activation.Parity) string {
	switch p {
	case activation.Odd, activation.Even, activation.OddAboutBias:
		return p.String() + " (proved)"
	case activation.NoParity:
		return "neither odd nor even"
	}
	return "not decided"
}

// verdictText is the verdict in words, with its reason.
func verdictText(v activation.Verdict) string {
	switch v.Kind {
	case activation.NearlyLinear, activation.Linear:
		return v.Kind.String() + ": " + v.Reason
	case activation.Undecided, activation.Dying:
		return v.Reason
	}
	return v.Reason + ": not linear"
}

// A report is lines with a label before each.
type report struct {
	*lines
	a *analysed
}

const labelWidth = 11

func (b *report) row(label string, parts ...string) {
	w := b.w
	switch w.s.format {
	case present.AsText, present.AsUnicode:
		b.line(append([]string{"  ", label, strings.Repeat(" ", max(1, labelWidth-len(label)))}, parts...)...)
	default:
		if label != "" {
			label += ": "
		}
		b.line(append([]string{w.words(label)}, parts...)...)
	}
}

func (b *report) title() {
	if isName(b.a.name) {
		b.line(b.w.words(b.a.name))
		return
	}
	b.line(b.w.piece(b.a.r.Expr))
}

// constant writes a constant, as a decimal number where it is long.
func (b *report) constant(e symbolic.Expr, digits int) string {
	if t := b.w.text(e); len(t) > longest {
		if x, ok := b.a.r.Number(e); ok {
			return b.decimal(activation.Digits(x, digits))
		}
	}
	return b.w.piece(e)
}

// decimal writes a number that is text in the format.
func (b *report) decimal(text string) string {
	switch b.w.s.format {
	case present.AsUnicode:
		return strings.NewReplacer("...", "…", "-", "−").Replace(text)
	case present.AsLaTeX:
		return strings.ReplaceAll(text, "...", `\ldots`)
	case present.AsMathML:
		return "<mn>" + strings.ReplaceAll(text, "...", "&#x2026;") + "</mn>"
	}
	return text
}

func (b *report) enclosure(x interval.Float, digits int) string {
	return b.decimal(activation.Digits(x, digits))
}

// near writes value, slopes and smoothness at 0.
func (b *report) near() []string {
	r, w := &b.a.r, b.w
	parts := []string{w.words("value "), b.constant(r.Value, reportDigits), w.words(", slope ")}
	if l, right := r.SlopeLeft, r.SlopeRight; l.Err == nil && right.Err == nil && l.Infinity == right.Infinity && l.Expr == right.Expr {
		parts = append(parts, b.slope(right, reportDigits))
		if r.Expansion.Smoothness.Class == taylor.Jump {
			parts = append(parts, w.words(" from both sides"))
		}
	} else {
		parts = append(parts, b.slope(l, reportDigits), w.words(" from the left and "), b.slope(right, reportDigits), w.words(" from the right"))
	}
	return append(parts, w.words("; "+smoothWords(r.Expansion.Smoothness)))
}

func smoothWords(z taylor.Smoothness) string {
	switch {
	case z.Class == taylor.Analytic:
		return "smooth (analytic)"
	case z.Class == taylor.Differentiable && z.Order == 0:
		return "a kink (continuous, not differentiable)"
	case z.Class == taylor.Differentiable:
		return fmt.Sprintf("no kink, but only C^%d", z.Order)
	case z.Class == taylor.AtLeast && z.Order == 0:
		return "continuous; whether there is a kink depends on the parameters"
	case z.Class == taylor.AtLeast:
		return "smooth (" + z.String() + ")"
	case z.Class == taylor.Jump:
		return "a jump (not continuous)"
	case z.Class == taylor.Unclear:
		return "how smooth it is was not decided"
	}
	return z.String()
}

func (b *report) slope(v taylor.Value, digits int) string {
	switch {
	case v.Err != nil:
		return b.w.words("none")
	case v.Infinity != 0:
		return b.w.infinity(v.Infinity)
	}
	return b.constant(v.Expr, digits)
}

// expansions writes one series or one from each side.
func (b *report) expansions(label string, left, right taylor.Series, same bool) {
	if same {
		b.row(label, b.series(right))
		return
	}
	b.row(label, b.w.words("x < 0: "), b.series(left))
	b.row("", b.w.words("x > 0: "), b.series(right))
}

func (b *report) series(part taylor.Series) string {
	var terms []seriesTerm
	for _, t := range part.Terms {
		one := t
		one.Coef = t.Coef.Store().Expr(symbolic.One)
		terms = append(terms, seriesTerm{t.Expr(), t.Coef, one.Expr()})
	}
	return b.sum(terms, restOf(part), 8)
}

// A seriesTerm is a term as a whole and as a product of a coefficient and the rest.
type seriesTerm struct{ whole, coef, rest symbolic.Expr }

// sum writes a series, with decimal coefficients if one of them is long.
func (b *report) sum(terms []seriesTerm, rest remainder, digits int) string {
	w := b.w
	long := false
	whole := make([]symbolic.Expr, len(terms))
	for i, t := range terms {
		whole[i] = t.whole
		_, isNumber := b.a.r.Number(t.coef)
		long = long || isNumber && (present.Leaves(t.coef) > longest || len(w.text(t.coef)) > longest)
	}
	m := w.markup()
	if !long {
		return m.inner(w.sum(whole, rest, w.s.format))
	}
	var z strings.Builder
	for i, t := range terms {
		x, _ := b.a.r.Number(t.coef)
		text := activation.Digits(x, digits)
		if t.coef.Kind() == symbolic.Number && len(w.text(t.coef)) <= longest {
			text = w.text(t.coef)
		}
		negative := strings.HasPrefix(text, "-")
		text = strings.TrimPrefix(text, "-")
		z.WriteString(b.sign(i == 0, negative))
		z.WriteString(b.decimal(text))
		if t.rest.ID() != symbolic.One {
			z.WriteString(b.times())
			z.WriteString(w.piece(t.rest))
		}
	}
	if !rest.none {
		z.WriteString(b.sign(len(terms) == 0, false))
		z.WriteString(m.inner(w.sum(nil, rest, w.s.format)))
	}
	return z.String()
}

func (b *report) sign(first, negative bool) string {
	mark := "+"
	if negative {
		mark = "-"
	}
	switch f := b.w.s.format; {
	case first && !negative:
		return ""
	case f == present.AsMathML:
		return "<mo>" + mark + "</mo>"
	case f == present.AsUnicode && first:
		return "−"
	case f == present.AsText || first:
		return mark
	case f == present.AsUnicode && negative:
		return " − "
	default:
		return " " + mark + " "
	}
}

func (b *report) times() string {
	return [...]string{present.AsText: "*", present.AsUnicode: "·", present.AsLaTeX: `\, `, present.AsMathML: "<mo>&#x2062;</mo>"}[b.w.s.format]
}

// span writes a range with brackets that say which ends are attained. Where that is not
// known of an end, there are none.
func (b *report) span(z activation.Range) string {
	isKnown := func(e activation.Extreme) bool { return e.Attained || e.IsExact() }
	low, high := b.extreme(z.Low, reportDigits), b.extreme(z.High, reportDigits)
	t := b.w.words("from ") + low + b.w.words(" to ") + high
	if isKnown(z.Low) && isKnown(z.High) {
		open, closing := "(", ")"
		if z.Low.Attained {
			open = "["
		}
		if z.High.Attained {
			closing = "]"
		}
		if b.w.s.format == present.AsMathML {
			open, closing = "<mo>"+open+"</mo>", "<mo>"+closing+"</mo>"
		}
		t = open + low + b.w.markup().and + high + closing
	}
	if z.Gaps {
		t += b.w.words(", but for what it leaves out where it jumps")
	}
	return t
}

func (b *report) extreme(e activation.Extreme, digits int) string {
	switch {
	case e.Infinity != 0:
		return b.w.infinity(e.Infinity)
	case e.IsExact():
		return b.constant(e.Exact, digits)
	}
	return b.enclosure(e.Within, digits)
}

func (b *report) slopes() []string {
	r, w := &b.a.r, b.w
	parts := []string{w.words("from "), b.extreme(r.Slope.Low, reportDigits), w.words(" to "), b.extreme(r.Slope.High, reportDigits), w.words("; ")}
	if r.Lipschitz.Infinity != 0 && r.MaxSlope.Infinity == 0 {
		return append(parts, w.words("no Lipschitz constant, as it jumps"))
	}
	if r.Lipschitz.Infinity != 0 {
		return append(parts, w.words("no Lipschitz constant"))
	}
	parts = append(parts, w.words("Lipschitz constant "))
	if e := r.Lipschitz; e.IsExact() && e.Exact.Kind() != symbolic.Number && len(w.text(e.Exact)) <= 2*longest {
		return append(parts, w.piece(e.Exact), w.markup().equals, b.enclosure(e.Within, reportDigits))
	}
	return append(parts, b.extreme(r.Lipschitz, reportDigits))
}

// moments writes means and variances: the series, and the number for sigma.
func (b *report) moments() {
	r, w := &b.a.r, b.w
	if len(r.Moments) == 0 {
		return
	}
	head := "X ~ N(0, sigma^2)"
	if w.s.format == present.AsUnicode {
		head = "X ~ N(0, σ²)"
	}
	parts := []string{w.words(head)}
	if b.a.sigma.Store() != nil {
		parts = append(parts, w.words(", numbers for sigma = "), w.piece(b.a.sigma))
	}
	if !r.Moments[0].Proved {
		parts = append(parts, w.words(" (that the moments exist was not proved)"))
	}
	b.row("inputs", parts...)
	names := map[string]string{"mean": "mean s", "variance": "var s", "slope_mean": "mean s'", "slope_variance": "var s'"}
	var texts []string
	width := 0
	for _, m := range r.Moments {
		t := ""
		if r.NoSeries == "" {
			t = b.asymptotic(m)
		}
		texts = append(texts, t)
		if n := utf8.RuneCountInString(t); n <= 56 {
			width = max(width, n)
		}
	}
	for i, m := range r.Moments {
		label, t := "  "+names[m.Name], texts[i]
		if !m.HasNumber {
			b.row(label, t)
			continue
		}
		value := b.number(m, reportDigits)
		switch n := utf8.RuneCountInString(t); {
		case r.NoSeries != "":
			b.row(label, value)
		case w.s.format > present.AsUnicode:
			b.row(label, t, w.markup().equals, value)
		case n > width:
			b.row(label, t)
			b.row("", "= ", value)
		default:
			b.row(label, t, strings.Repeat(" ", width-n), "  = ", value)
		}
	}
}

// number writes a moment for sigma.
func (b *report) number(m activation.Moment, digits int) string {
	if m.Exact.Store() != nil && m.Exact.Kind() == symbolic.Number {
		return b.constant(m.Exact, digits)
	}
	return b.enclosure(m.Within, digits)
}

func (b *report) asymptotic(m activation.Moment) string {
	whole, rest := b.a.asymptotic(m.Series)
	var terms []seriesTerm
	one := b.a.r.Sigma.Store().Expr(symbolic.One)
	for i, t := range m.Series.Terms {
		terms = append(terms, seriesTerm{whole[i], t.Coef, b.a.r.Sigma.Pow(one.Store().Expr(one.Store().Int(int64(t.Power))))})
	}
	return b.sum(terms, rest, 6)
}

// depth writes how value, slope and higher coefficients go through the layers.
func (b *report) depth() {
	r, w := &b.a.r, b.w
	for i, l := range r.Depth {
		if l.Reason != "" {
			break
		}
		label := ""
		if i == 0 {
			label = "depth"
		}
		if l.Smooth {
			b.row(label, w.words(strconv.Itoa(l.Depth)+": "), b.side(l.Right))
			continue
		}
		b.row(label, w.words(strconv.Itoa(l.Depth)+", x < 0: "), b.side(l.Left))
		b.row("", w.words(strings.Repeat(" ", len(strconv.Itoa(l.Depth)))+"  x > 0: "), b.side(l.Right))
	}
}

func (b *report) side(z activation.Side) string {
	var terms []seriesTerm
	for k, c := range z.Coefs {
		if c.ID() != symbolic.Zero {
			terms = append(terms, seriesTerm{c.Mul(b.a.power(k)), c, b.a.power(k)})
		}
	}
	return b.sum(terms, remainder{none: z.Exact, size: b.a.power(len(z.Coefs))}, 8)
}

package protocol

import (
	"strings"
	"unicode/utf8"

	"github.com/symgrad/symgrad/activation"
	"github.com/symgrad/symgrad/present"
)

// tableDigits is how many digits numbers have in a table.
const tableDigits = 6

// ActivationTable is a table of answers of activation: columns of text, or a tabular for
// LaTeX. It is empty for MathML.
func ActivationTable(answers []*Answer) string {
	rows := [][]string{{"function", "s(0)", "slope at 0", "max |s'|"}}
	if len(answers) > 0 && answers[0].session.format == present.AsLaTeX {
		rows[0] = []string{"function", "$s(0)$", "slope at 0", `$\max |s'|$`}
	}
	if len(answers) > 0 && answers[0].session.req.Sigma != "" {
		rows[0] = append(rows[0], "mean s(X)", "var s(X)")
	}
	rows[0] = append(rows[0], "linear for small inputs")
	for _, answer := range answers {
		a, ok := answer.result.(*analysed)
		if !ok || answer.session.format == present.AsMathML {
			return ""
		}
		rows = append(rows, a.row(answer.session))
	}
	if len(answers) > 0 && answers[0].session.format == present.AsLaTeX {
		return tabular(rows)
	}
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		for i, c := range r {
			b.WriteString(c)
			if i < len(r)-1 {
				b.WriteString(strings.Repeat(" ", width[i]-utf8.RuneCountInString(c)+2))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// tabular is a table for LaTeX, with a line below the first row.
func tabular(rows [][]string) string {
	var b strings.Builder
	b.WriteString(`\begin{tabular}{` + strings.Repeat("l", len(rows[0])) + "}\n")
	for i, r := range rows {
		b.WriteString(strings.Join(r, " & ") + ` \\`)
		if i == 0 {
			b.WriteString(` \hline`)
		}
		b.WriteByte('\n')
	}
	b.WriteString("\\end{tabular}\n")
	return b.String()
}

// row is the line of a function in the table.
func (a *analysed) row(s *session) []string {
	w := newWriter(s)
	b := &report{lines: w.lines(nil), a: a}
	r := &a.r
	plain, math := func(t string) string { return t }, func(t string) string { return t }
	if s.format == present.AsLaTeX {
		plain, math = latexText.Replace, func(t string) string { return "$" + t + "$" }
	}
	value, slope := math(b.constant(r.Value, tableDigits)), math(b.slope(r.SlopeRight, tableDigits))
	if left := math(b.slope(r.SlopeLeft, tableDigits)); left != slope {
		slope = left + " | " + slope
	}
	most := "?"
	if r.NoSlope == "" {
		most = math(b.extreme(r.MaxSlope, tableDigits))
	}
	cells := []string{plain(a.name), value, slope, most}
	for i := 0; i < 2 && s.req.Sigma != ""; i++ {
		number := "?"
		if i < len(r.Moments) && r.Moments[i].HasNumber {
			number = math(b.number(r.Moments[i], tableDigits))
		}
		cells = append(cells, number)
	}
	verdict := shortVerdict(r.Verdict, value)
	if len(r.Conditions) > 0 {
		verdict += plain(", where " + strings.Join(b.w.conditions(r.Conditions), ", "))
	}
	return append(cells, verdict)
}

func shortVerdict(v activation.Verdict, value string) string {
	switch v.Kind {
	case activation.Linear:
		return "yes, everywhere"
	case activation.NearlyLinear:
		return "yes, approximately"
	case activation.Affine:
		return "no: bias " + value + " goes through every layer"
	case activation.Kinked:
		return "no: different slopes on both sides"
	case activation.Jumping:
		return "no: a jump"
	case activation.Dying:
		return "no: slope 0, the signal dies"
	case activation.Steep:
		return "no: infinite slope"
	}
	return "not decided"
}

// ActivationPicture returns the name and the variable of an answer of activation,
// and what can be drawn of it; ok is false where it has parameters without values.
func (a *Answer) ActivationPicture() (name, variable string, p activation.Picture, ok bool) {
	z, ok := a.result.(*analysed)
	if !ok {
		return "", "", p, false
	}
	p, ok = z.r.Picture()
	return z.name, z.r.Variable.Name(), p, ok
}

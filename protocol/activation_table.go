package protocol

import (
	"strings"
	"unicode/utf8"

	"github.com/symgrad/symgrad/activation"
	"github.com/symgrad/symgrad/present"
)

// ActivationTable is a table of answers of activation, for people; it is empty
// where their format is for documents.
func ActivationTable(answers []*Answer) string {
	rows := [][]string{{"function", "s(0)", "slope at 0", "max |s'|", "linear for small inputs"}}
	for _, answer := range answers {
		a, ok := answer.result.(*analysed)
		if !ok || answer.session.format > present.AsUnicode {
			return ""
		}
		rows = append(rows, a.row(answer.session))
	}
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			width[i] = max(width[i], utf8.RuneCountInString(c))
		}
	}
	var b strings.Builder
	b.WriteByte('\n')
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

// row is the line of a function in the table.
func (a *analysed) row(s *session) []string {
	w := newWriter(s)
	b := &report{lines: w.lines(nil), a: a}
	r := &a.r
	slope := b.slope(r.SlopeRight)
	if left := b.slope(r.SlopeLeft); left != slope {
		slope = left + " | " + slope
	}
	most := "?"
	if r.NoSlope == "" {
		most = b.extreme(r.MaxSlope)
	}
	return []string{a.name, b.constant(r.Value, 8), slope, most, shortVerdict(r.Verdict, b.constant(r.Value, 8))}
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

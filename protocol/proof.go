package protocol

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// proofWidth is the width of a line of a proof: where an equation is longer,
	// shared parts are written as names.
	proofWidth = 90
	// reasonColumn is the column up to which reasons are aligned.
	reasonColumn = 56
)

// proofs writes the proofs of a claim as steps that a student can follow: what
// is claimed and where, numbered equations with their reasons, what follows.
func (z *judged) proofs(l *lines) {
	for i, k := range z.links {
		if k.Proof == nil {
			continue
		}
		l.gap()
		if len(z.links) > 1 {
			l.line(l.w.words(fmt.Sprintf("Part %d of %d.", i+1, len(z.links))))
		}
		k.proof(l)
	}
}

// proof writes the proof of one relation.
func (k link) proof(l *lines) {
	w := l.w
	s := w.s.scope.Store
	c := proof.NewClaim(w.s.scope, k.Relation.Left, k.Rel, k.Relation.Right)
	list := proof.Explain(c, k.Proof)
	roots := []symbolic.Expr{c.Left.Expr, c.Right.Expr}
	longest := 0
	for _, t := range list {
		if t.Number > 0 {
			roots = append(roots, t.Left, t.Right)
			longest = max(longest, utf8.RuneCountInString(k.line(w, t)))
		}
	}
	l.line(w.words("Claim:  "), k.line(w, proof.Line{Left: c.Left.Expr, Right: c.Right.Expr, Rel: c.Rel}))
	if region := append(conjuncts(s, c.Assumptions()), k.Conditions...); len(region) > 0 {
		example := ""
		if len(k.Proof.Point) > 0 {
			example = w.words(", for example ") + w.point(k.Proof.Point)
		}
		l.line(w.words("Region: "), w.list(region), example)
	}
	var names []present.Definition
	if w.s.format <= present.AsUnicode && longest > proofWidth {
		names = w.abbreviate(roots)
	}
	for i, d := range names {
		head := "        "
		if i == 0 {
			head = "With:   "
		}
		l.line(head, d.Name, " = ", w.body(d.Expr))
	}
	l.gap()
	l.explain(list, func(t proof.Line) string { return k.line(w, t) })
	l.gap()
	switch {
	case k.Kind == proof.Proved:
		l.line(w.words("Both sides have values at the same points: the claim is proved."))
	case len(k.Conditions) > 0:
		l.line(w.words("So the claim holds where "), w.list(k.Conditions), w.words("."))
	default:
		l.line(w.words("So the claim holds wherever both sides have values."))
	}
	w.options.Define = nil
	w.reset()
}

// nameWorth is the length of what gets a name in a proof.
const nameWorth = 16

// abbreviate names long parts that come more than once in formulas.
func (w *writer) abbreviate(roots []symbolic.Expr) (names []present.Definition) {
	// A variable of a derivative means the same inside of it and outside, so
	// that the body gets a name as well.
	var parts []symbolic.Expr
	for _, e := range roots {
		if e.Kind() == symbolic.Derivative {
			e = e.Operand(0)
		}
		if !e.Store().HasKind(e.ID(), symbolic.Derivative) {
			parts = append(parts, e)
		}
	}
	prefix := "t"
	for w.s.taken(present.Definitions(prefix, parts...)) {
		prefix += "t"
	}
	w.options.Define = map[symbolic.ID]string{}
	for _, d := range present.Definitions(prefix, parts...) {
		if utf8.RuneCountInString(w.body(d.Expr)) < nameWorth {
			continue
		}
		d.Name = fmt.Sprint(prefix, len(names)+1)
		names = append(names, d)
		w.options.Define[d.Expr.ID()] = d.Name
		w.reset()
	}
	return names
}

// body writes an expression that may have a name, without the name.
func (w *writer) body(e symbolic.Expr) string {
	p := w.pretty
	if w.s.format == present.AsText {
		p = w.infix
	}
	text, err := p.Body(e, w.s.format)
	if w.err == nil {
		w.err = err
	}
	return text
}

// explain writes the lines of a proof, with the reasons aligned.
func (l *lines) explain(list []proof.Line, equation func(proof.Line) string) {
	w := l.w
	left := make([]string, len(list))
	column := 0
	for i, t := range list {
		if t.Number == 0 {
			left[i] = w.indent(t.Shift) + w.sentence(t.Reason)
			continue
		}
		left[i] = w.indent(t.Shift) + w.number(t.Number) + equation(t)
		if n := utf8.RuneCountInString(left[i]); n <= reasonColumn {
			column = max(column, n)
		}
	}
	for i, t := range list {
		if t.Number == 0 {
			l.line(left[i])
			continue
		}
		reason := w.sentence(t.Reason)
		switch w.s.format {
		case present.AsLaTeX:
			l.line(left[i], ` \qquad `, reason)
		case present.AsMathML:
			l.line(left[i], `<mspace width="2em"/>`, reason)
		default:
			n := utf8.RuneCountInString(left[i])
			if space := max(column-n, 0); n+space+utf8.RuneCountInString(reason) <= proofWidth+20 {
				l.line(left[i], strings.Repeat(" ", space), "   ", reason)
			} else {
				l.line(left[i])
				l.line(w.indent(t.Shift), "        ", reason)
			}
		}
	}
}

// number is how a line is numbered.
func (w *writer) number(n int) string {
	switch w.s.format {
	case present.AsLaTeX:
		return fmt.Sprintf(`(%d)\quad `, n)
	case present.AsMathML:
		return fmt.Sprintf(`<mtext>(%d)&#xA0;</mtext>`, n)
	}
	return fmt.Sprintf("%2d.  ", n)
}

// indent is the space before what stands within cases.
func (w *writer) indent(shift int) string {
	switch w.s.format {
	case present.AsLaTeX:
		return strings.Repeat(`\qquad `, shift)
	case present.AsMathML:
		return strings.Repeat(`<mspace width="2em"/>`, shift)
	}
	return strings.Repeat("    ", shift)
}

// relationSigns are the signs between two formulas.
var relationSigns = map[symbolic.Rel][4]string{
	symbolic.Equal:     {" = ", " = ", " = ", "<mo>=</mo>"},
	symbolic.NotEqual:  {" != ", " ≠ ", ` \neq `, "<mo>&#x2260;</mo>"},
	symbolic.Less:      {" < ", " < ", " < ", "<mo>&lt;</mo>"},
	symbolic.LessEqual: {" <= ", " ≤ ", ` \leq `, "<mo>&#x2264;</mo>"},
}

// line writes the relation of a line; an inequality has its sides in the order
// in which those of the claim were written.
func (k link) line(w *writer, t proof.Line) string {
	if k.Exchanged && t.Rel != symbolic.Equal {
		return w.piece(t.Right) + greater(w.s.format, t.Rel) + w.piece(t.Left)
	}
	return w.equation(t.Left, t.Rel, t.Right)
}

// greater is the sign of a relation whose sides are exchanged.
func greater(f present.Format, rel symbolic.Rel) string {
	if rel == symbolic.Less {
		return [4]string{" > ", " > ", " > ", "<mo>&gt;</mo>"}[f]
	}
	return [4]string{" >= ", " ≥ ", ` \geq `, "<mo>&#x2265;</mo>"}[f]
}

// equation writes a relation between two formulas in their order.
func (w *writer) equation(left symbolic.Expr, rel symbolic.Rel, right symbolic.Expr) string {
	return w.piece(left) + relationSigns[rel][w.s.format] + w.piece(right)
}

// sentence writes words and formulas.
func (w *writer) sentence(pieces []proof.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Words != "" {
			b.WriteString(w.words(p.Words))
		} else {
			b.WriteString(w.piece(p.Formula))
		}
	}
	return b.String()
}

// list writes formulas with commas.
func (w *writer) list(all []symbolic.Expr) string {
	parts := make([]string, len(all))
	for i, e := range all {
		parts[i] = w.piece(e)
	}
	return strings.Join(parts, w.markup().and)
}

// point writes the coordinates of a point in the order of the input.
func (w *writer) point(at map[symbolic.ID]symbolic.ID) string {
	var symbols []symbolic.ID
	for x := range at {
		symbols = append(symbols, x)
	}
	slices.Sort(symbols)
	s := w.s.scope.Store
	parts := make([]string, len(symbols))
	for i, x := range symbols {
		parts[i] = w.equation(s.Expr(x), symbolic.Equal, s.Expr(at[x]))
	}
	return strings.Join(parts, w.markup().and)
}

// conjuncts are the parts of conditions.
func conjuncts(s *symbolic.Store, conds []symbolic.ID) []symbolic.Expr {
	all := s.And(conds...)
	switch {
	case all == symbolic.True:
		return nil
	case s.Kind(all) == symbolic.And:
		return s.Exprs(s.Operands(all))
	}
	return []symbolic.Expr{s.Expr(all)}
}

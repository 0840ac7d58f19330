package protocol

import (
	"strings"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/symbolic"
)

type stepsJSON struct {
	Definitions [][2]string `json:"definitions"`
	Locals      []localJSON `json:"local"`
	Chains      []chainJSON `json:"chain"`
	// Simplified is what led from the values of the chains to the answer.
	Simplified []changeJSON `json:"simplified,omitempty"`
}

type localJSON struct {
	Of    string   `json:"of"`
	By    string   `json:"by"`
	Value string   `json:"value"`
	Fixed []string `json:"fixed,omitempty"` // quantities that depend on by and are held fixed
	Rules []string `json:"rules"`
}

type chainJSON struct {
	By       string     `json:"by"`
	Products [][]string `json:"products"` // of links such as "dJ/dy", to be added up
	Value    string     `json:"value"`
}

func (r *partials) stepsJSON(w *writer) *stepsJSON {
	z := &stepsJSON{}
	for _, q := range r.steps.Definitions {
		z.Definitions = append(z.Definitions, [2]string{w.text(q.Name), w.text(q.Body)})
	}
	for _, l := range r.steps.Locals {
		j := localJSON{Of: w.text(l.Of), By: w.text(l.By), Value: w.text(l.Value), Rules: l.Rules}
		for _, x := range l.Fixed {
			j.Fixed = append(j.Fixed, w.text(x))
		}
		z.Locals = append(z.Locals, j)
	}
	link := func(l diff.Local) string {
		q := "d" + w.text(l.Of) + "/d" + w.text(l.By)
		for i, x := range l.Fixed {
			if i == 0 {
				q = "(" + q + ")_" + w.text(x)
			} else {
				q += "," + w.text(x)
			}
		}
		return q
	}
	for _, c := range r.steps.Chains {
		z.Chains = append(z.Chains, chainJSON{w.text(c.By), r.products(c, link), w.text(c.Value)})
	}
	z.Simplified = w.changes(r.changes)
	return z
}

// products lists the products of derivatives whose sum is the chain rule for
// one variable.
func (r *partials) products(c diff.Chain, link func(diff.Local) string) [][]string {
	locals, out := r.steps.Locals, r.steps.Definitions[len(r.steps.Definitions)-1].Name
	if c.Single {
		var product []string
		for _, i := range c.Via {
			product = append(product, link(locals[i]))
		}
		return [][]string{product}
	}
	var sum [][]string
	for _, i := range c.Via {
		if locals[i].Of == out {
			sum = append(sum, []string{link(locals[i])})
		} else {
			sum = append(sum, []string{link(diff.Local{Of: out, By: locals[i].Of}), link(locals[i])})
		}
	}
	return sum
}

// writeSteps writes the steps as an answer sheet has them: the definitions,
// each local derivative with its rule, the products.
func (r *partials) writeSteps(l *lines) {
	w := l.w
	m := w.markup()
	for _, q := range r.steps.Definitions {
		l.line(w.piece(q.Name), m.equals, w.piece(q.Body))
	}
	l.gap()
	var left []string
	width := 0
	link := func(d diff.Local) string { return w.fixed(w.quotient(w.piece(d.Of), d.By), d.Fixed) }
	for _, d := range r.steps.Locals {
		s := link(d) + m.equals + w.piece(d.Value)
		left = append(left, s)
		width = max(width, len([]rune(s)))
	}
	for i, d := range r.steps.Locals {
		l.line(left[i], l.remark(strings.Join(d.Rules, ", "), width-len([]rune(left[i]))))
	}
	l.gap()
	times, plus := "*", " + "
	switch w.s.format {
	case present.AsUnicode:
		times = "·"
	case present.AsLaTeX:
		times = ` \cdot `
	case present.AsMathML:
		times, plus = "<mo>&#x22C5;</mo>", "<mo>+</mo>"
	}
	out := w.piece(r.steps.Definitions[len(r.steps.Definitions)-1].Name)
	before := l.buf.Len()
	for _, c := range r.steps.Chains {
		if c.Single && len(c.Via) == 1 {
			continue // a local derivative, which stands above
		}
		var terms []string
		for _, p := range r.products(c, link) {
			terms = append(terms, strings.Join(p, times))
		}
		parts := []string{w.quotient(out, c.By), m.equals}
		if len(terms) > 0 {
			parts = append(parts, strings.Join(terms, plus), m.equals)
		}
		l.line(append(parts, w.piece(c.Value))...)
	}
	if l.buf.Len() > before {
		l.gap()
	}
}

// fixed marks a derivative with the quantities that are held fixed:
// (∂f/∂x)_u, as in thermodynamics.
func (w *writer) fixed(quotient string, list []symbolic.Expr) string {
	if len(list) == 0 {
		return quotient
	}
	names := make([]string, len(list))
	for i, x := range list {
		names[i] = w.piece(x)
	}
	switch w.s.format {
	case present.AsLaTeX:
		return `\left( ` + quotient + ` \right)_{` + strings.Join(names, ", ") + `}`
	case present.AsMathML:
		return "<msub><mrow><mo>(</mo>" + quotient + "<mo>)</mo></mrow><mrow>" + strings.Join(names, "<mo>,</mo>") + "</mrow></msub>"
	}
	return "(" + quotient + ")_" + strings.Join(names, ",")
}

// gap leaves a line empty between the parts of a text.
func (l *lines) gap() {
	if l.w.s.format != present.AsMathML {
		l.buf.WriteByte('\n')
	}
}

// remark sets a few words beside a formula, after so much space.
func (l *lines) remark(words string, space int) string {
	if words == "" {
		return ""
	}
	switch l.w.s.format {
	case present.AsLaTeX:
		return ` \qquad \text{(` + words + `)}`
	case present.AsMathML:
		return `<mspace width="2em"/><mtext>(` + words + `)</mtext>`
	}
	return strings.Repeat(" ", space+3) + "(" + words + ")"
}

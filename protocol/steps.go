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
}

type localJSON struct {
	Of    string   `json:"of"`
	By    string   `json:"by"`
	Value string   `json:"value"`
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
		z.Locals = append(z.Locals, localJSON{w.text(l.Of), w.text(l.By), w.text(l.Value), l.Rules})
	}
	link := func(of, by symbolic.Expr) string { return "d" + w.text(of) + "/d" + w.text(by) }
	for _, c := range r.steps.Chains {
		z.Chains = append(z.Chains, chainJSON{w.text(c.By), r.products(c, link), w.text(c.Value)})
	}
	return z
}

// products lists the products of derivatives whose sum is the chain rule for
// one variable.
func (r *partials) products(c diff.Chain, link func(of, by symbolic.Expr) string) [][]string {
	locals, out := r.steps.Locals, r.steps.Definitions[len(r.steps.Definitions)-1].Name
	var sum [][]string
	if c.Single {
		var product []string
		for _, i := range c.Via {
			product = append(product, link(locals[i].Of, locals[i].By))
		}
		return [][]string{product}
	}
	for _, i := range c.Via {
		if locals[i].Of == out {
			sum = append(sum, []string{link(out, c.By)})
		} else {
			sum = append(sum, []string{link(out, locals[i].Of), link(locals[i].Of, c.By)})
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
	link := func(of, by symbolic.Expr) string { return w.quotient(w.piece(of), by) }
	for _, d := range r.steps.Locals {
		s := link(d.Of, d.By) + m.equals + w.piece(d.Value)
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
	for _, c := range r.steps.Chains {
		var terms []string
		for _, p := range r.products(c, link) {
			terms = append(terms, strings.Join(p, times))
		}
		head := w.quotient(out, c.By)
		chain := strings.Join(terms, plus)
		parts := []string{head, m.equals}
		if chain != head && chain != "" {
			parts = append(parts, chain, m.equals)
		}
		l.line(append(parts, w.piece(c.Value))...)
	}
	l.gap()
}

// gap leaves a line empty between the parts of a text.
func (l *lines) gap() {
	if l.w.s.format != present.AsMathML {
		l.buf.WriteByte('\n')
	}
}

// remark sets a few words beside a formula, after so much space.
func (l *lines) remark(words string, space int) string {
	switch l.w.s.format {
	case present.AsLaTeX:
		return ` \qquad \text{(` + words + `)}`
	case present.AsMathML:
		return `<mspace width="2em"/><mtext>(` + words + `)</mtext>`
	}
	return strings.Repeat(" ", space+3) + "(" + words + ")"
}

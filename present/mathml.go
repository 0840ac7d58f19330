package present

import (
	"html"
	"strings"
)

// mathML writes presentation MathML within MathML Core, which is what
// browsers implement. Every node becomes exactly one element, so that it can
// stand wherever an element is counted.
type mathML struct{}

const (
	applyFunction  = "<mo>&#x2061;</mo>"
	invisibleTimes = "<mo>&#x2062;</mo>"
	thinSpace      = `<mspace width="0.1667em"/>`
	slash          = `<mo lspace="0" rspace="0">/</mo>`
	dotTimes       = "<mo>⋅</mo>"
	mathMLComma    = `<mo separator="true">,</mo>`
)

func (mathML) level(t *Tree, n *node, m mode) level { return layoutLevel(t, n, m) }

func (mathML) open(o *output, n *node, m mode) {
	o.put("<mrow>" + mathMLFence(grows(n, m), "("))
}

func (mathML) close(o *output, n *node, m mode) {
	o.put(mathMLFence(grows(n, m), ")") + "</mrow>")
}

// mathMLFence writes a bracket. Browsers stretch brackets to whatever stands
// between them, a superscript included; only high content shall do that.
func mathMLFence(grow bool, bracket string) string {
	if grow {
		return "<mo>" + bracket + "</mo>"
	}
	return `<mo stretchy="false">` + bracket + "</mo>"
}

func (d mathML) step(o *output, n *node, f *frame) (part, bool) {
	k, m := f.next, f.mode&script
	switch n.kind {
	case Number:
		o.put(d.number(o.textOf(n), m))
	case Word:
		o.put("<mtext>" + o.textOf(n) + "</mtext>")
	case Name:
		name := o.spelling(n, AsMathML)
		if f.mode&bare != 0 {
			name = strings.TrimSuffix(strings.TrimPrefix(name, "<msub>"), "</msub>")
		}
		o.put(name)
	case Sum:
		d.begin(o, k)
		if k == n.count {
			break
		}
		if o.arg(n, k).negative() {
			o.put("<mo>−</mo>")
		} else if k > 0 {
			o.put("<mo>+</mo>")
		}
		return part{arg: k, level: levelTotal, mode: m}, true
	case Negate:
		d.begin(o, k)
		if k == 0 {
			o.put("<mo>−</mo>")
			return part{level: levelTotal, mode: m}, true
		}
	case Product:
		return d.product(o, n, k, m)
	case Quotient:
		return d.quotient(o, k, m)
	case Power:
		return d.power(o, n, k, m)
	case Call:
		return d.call(o, n, f)
	case Prime:
		if k == 0 {
			var marks string
			if order := o.textOf(o.operand(n, 1)); len(order) == 1 && order <= "3" {
				marks = "<mo>" + primes(order, "′") + "</mo>"
			} else {
				marks = "<mrow>" + mathMLFence(false, "(") + "<mn>" + order + "</mn>" + mathMLFence(false, ")") + "</mrow>"
			}
			o.put("<mrow><msup>" + mathMLOperator(o.notation(n)) + marks + "</msup>" + applyFunction + "<mrow>" + mathMLFence(grows(n, m), "("))
			return part{mode: m}, true
		}
		o.put(mathMLFence(grows(n, m), ")") + "</mrow>")
	case Total:
		switch k {
		case 0:
			o.put("<mrow><munderover><mo>" + totalSign(o.textOf(n)) + "</mo><mrow>")
		case 1:
			o.put("<mo>=</mo>")
		case 2:
			o.put("</mrow>")
		case 3:
			o.put("</munderover>")
			return part{arg: 3, level: levelTotal, mode: m}, true
		}
		if k < 4 {
			return part{arg: k, mode: script}, true
		}
	case Index:
		return d.index(o, n, k, f.mode&bare != 0)
	case Cases:
		return d.cases(o, n, f)
	case Relation:
		d.begin(o, k)
		if k == 1 {
			o.put("<mo>" + mathMLRelation[o.textOf(n)] + "</mo>")
		}
		if k < 2 {
			return part{arg: k, level: levelSum, mode: m}, true
		}
	case And, Or:
		return d.joined(o, n, k)
	case Derivative:
		return d.derivative(o, n, k)
	}
	if n.count > 0 {
		o.put("</mrow>")
	}
	return part{}, false
}

func (mathML) begin(o *output, k uint32) {
	if k == 0 {
		o.put("<mrow>")
	}
}

func (mathML) number(s string, m mode) string {
	num, den, ok := strings.Cut(s, "/")
	switch {
	case !ok:
		return "<mn>" + s + "</mn>"
	case m != 0:
		return "<mrow><mn>" + num + "</mn>" + slash + "<mn>" + den + "</mn></mrow>"
	}
	return "<mfrac><mn>" + num + "</mn><mn>" + den + "</mn></mfrac>"
}

var mathMLRelation = map[string]string{"=": "=", "!=": "≠", "<": "&lt;", "<=": "≤", ">": "&gt;", ">=": "≥"}

func (d mathML) product(o *output, n *node, k uint32, m mode) (part, bool) {
	d.begin(o, k)
	num, den, sliced := o.slicedCoefficient(n, m)
	if sliced {
		k++
	}
	if k == n.count {
		if sliced {
			o.put(slash + "<mn>" + den + "</mn>")
		}
		o.put("</mrow>")
		return part{}, false
	}
	if sliced && k == 1 {
		if num != "1" {
			o.put("<mn>" + num + "</mn>" + d.times(o.Tree, n, k, m))
		}
	} else if k > 0 {
		o.put(d.times(o.Tree, n, k, m))
	}
	return part{arg: k, level: o.factorLevel(n, k), mode: m}, true
}

func (mathML) times(t *Tree, n *node, k uint32, m mode) string {
	if t.needsDot(n, k, m) {
		return dotTimes
	}
	if x := t.operand(n, k); x.kind == Call && layoutLevel(t, x, m) == levelAtom && len(t.notation(x).letter) > 2 {
		return invisibleTimes + thinSpace
	}
	return invisibleTimes
}

func (mathML) quotient(o *output, k uint32, m mode) (part, bool) {
	if m == 0 {
		o.put([...]string{"<mfrac>", "", "</mfrac>"}[k])
		return part{arg: k}, k < 2
	}
	switch k {
	case 0:
		o.put("<mrow>")
		return part{level: levelProduct, mode: m}, true
	case 1:
		o.put(slash)
		return part{arg: 1, level: levelPower, mode: m}, true
	}
	o.put("</mrow>")
	return part{}, false
}

func (mathML) power(o *output, n *node, k uint32, m mode) (part, bool) {
	base := o.operand(n, 0)
	if high := o.raisedOperator(base, o.operand(n, 1)); high != "" {
		return part{mode: m, raised: high}, k == 0
	}
	element := "msup"
	if o.takesExponent(base) {
		element, m = "msubsup", m|bare
	}
	switch k {
	case 0:
		o.put("<" + element + ">")
		return part{level: levelAtom, mode: m}, true
	case 1:
		return part{arg: 1, mode: script}, true
	}
	o.put("</" + element + ">")
	return part{}, false
}

// takesExponent reports whether the exponent of a base stands above its
// subscript, and not after it.
func (t *Tree) takesExponent(base *node) bool {
	switch base.kind {
	case Name:
		return base.traits&(lowered|raised) == lowered
	case Index:
		return t.operand(base, 0).traits&raised == 0
	}
	return false
}

func mathMLOperator(z *notation) string {
	return mathMLLetters(html.EscapeString(z.letter))
}

func (d mathML) call(o *output, n *node, f *frame) (part, bool) {
	k, m, z := f.next, f.mode&script, o.notation(n)
	switch z.shape {
	case fence:
		if k == 0 {
			o.put("<mrow>" + mathMLFence(grows(n, m), z.open[1]))
			return part{mode: m}, true
		}
		o.put(mathMLFence(grows(n, m), z.closing[1]) + "</mrow>")
		return part{}, false
	case postfix:
		if k == 0 {
			o.put("<mrow>")
			return part{level: levelAtom, mode: m}, true
		}
		o.put("<mo>" + z.letter + "</mo></mrow>")
		return part{}, false
	case root:
		return d.root(o, k, m, z)
	case powerOfE:
		if n.traits&explicit == 0 {
			if k == 0 {
				o.put(`<msup><mi mathvariant="normal">e</mi>`) // upright: a variable e is italic
				return part{mode: script}, true
			}
			o.put("</msup>")
			return part{}, false
		}
	case binomial:
		o.put([...]string{`<mrow><mo>(</mo><mfrac linethickness="0">`, "", "</mfrac><mo>)</mo></mrow>"}[k])
		return part{arg: k, mode: m}, k < 2
	case lowBase:
		return d.lowBase(o, n, f, z)
	case symbol:
		switch {
		case k == 0:
			o.put("<msub>" + mathMLOperator(z) + "<mrow>")
		case k < n.count:
			o.put(d.separator(o.Tree, n, 0))
		default:
			o.put("</mrow></msub>")
		}
		return part{arg: k, mode: script}, k < n.count
	}
	if k == 0 {
		operator := mathMLOperator(z)
		if f.raised != "" {
			operator = "<msup>" + operator + "<mn>" + f.raised + "</mn></msup>"
		}
		o.put("<mrow>" + operator + applyFunction + "<mrow>" + mathMLFence(grows(n, m), "("))
	} else if k < n.count {
		o.put(mathMLComma)
	}
	if k == n.count {
		o.put(mathMLFence(grows(n, m), ")") + "</mrow></mrow>")
		return part{}, false
	}
	return part{arg: k, mode: m}, true
}

func (mathML) root(o *output, k uint32, m mode, z *notation) (part, bool) {
	switch {
	case k == 0 && z.degree == "":
		o.put("<msqrt>")
	case k == 0:
		o.put("<mroot>")
	case z.degree == "":
		o.put("</msqrt>")
	default:
		o.put("<mn>" + z.degree + "</mn></mroot>")
	}
	return part{mode: m}, k == 0
}

func (mathML) lowBase(o *output, n *node, f *frame, z *notation) (part, bool) {
	k, m := f.next, f.mode&script
	if k == n.count {
		o.put(mathMLFence(grows(n, m), ")") + "</mrow></mrow>")
		return part{}, false
	}
	if k == 0 {
		o.put("<mrow>")
		switch {
		case f.raised != "" && (n.count == 2 || z.degree != ""):
			o.put("<msubsup>")
		case f.raised != "":
			o.put("<msup>")
		case n.count == 2 || z.degree != "":
			o.put("<msub>")
		}
		o.put(mathMLOperator(z))
		if n.count == 2 {
			return part{arg: 1, mode: script}, true
		}
		if z.degree != "" {
			o.put("<mn>" + z.degree + "</mn>")
		}
	}
	switch {
	case f.raised != "" && (n.count == 2 || z.degree != ""):
		o.put("<mn>" + f.raised + "</mn></msubsup>")
	case f.raised != "":
		o.put("<mn>" + f.raised + "</mn></msup>")
	case n.count == 2 || z.degree != "":
		o.put("</msub>")
	}
	o.put(applyFunction + "<mrow>" + mathMLFence(grows(n, m), "("))
	return part{mode: m}, true
}

// separator stands between subscripts.
func (mathML) separator(t *Tree, n *node, first uint32) string {
	if t.separator(n, first) == " " {
		return `<mo separator="true">&#x2063;</mo>`
	}
	return mathMLComma
}

func (d mathML) index(o *output, n *node, k uint32, bare bool) (part, bool) {
	low := o.operand(n, 0).traits&lowered != 0
	switch {
	case k == 0:
		if !bare {
			o.put("<msub>")
		}
		if low {
			o.put("<mrow>" + mathMLFence(false, "("))
		}
		return part{}, true
	case k == n.count:
		o.put("</mrow>")
		if !bare {
			o.put("</msub>")
		}
		return part{}, false
	case k == 1:
		if low {
			o.put(mathMLFence(false, ")") + "</mrow>")
		}
		o.put("<mrow>")
	default:
		o.put(d.separator(o.Tree, n, 1))
	}
	return part{arg: k, mode: script}, true
}

// mathMLCell aligns with CSS: browsers ignore the attribute columnalign.
const mathMLCell = `<mtd style="text-align:left">`

func (mathML) cases(o *output, n *node, f *frame) (part, bool) {
	chained := o.operand(n, 2).kind == Cases
	switch f.next {
	case 0:
		if f.mode&row == 0 {
			o.put(`<mrow><mo>{</mo><mtable>`)
		}
		o.put("<mtr>" + mathMLCell)
		return part{arg: 1}, true
	case 1:
		o.put("</mtd>" + mathMLCell + "<mtext>if&#xa0;</mtext>")
		return part{arg: 0}, true
	case 2:
		o.put("</mtd></mtr>")
		if chained {
			return part{arg: 2, mode: row}, true
		}
		o.put("<mtr>" + mathMLCell)
		return part{arg: 2}, true
	}
	if !chained {
		o.put("</mtd>" + mathMLCell + "<mtext>otherwise</mtext></mtd></mtr>")
	}
	if f.mode&row == 0 {
		o.put("</mtable></mrow>")
	}
	return part{}, false
}

func (d mathML) joined(o *output, n *node, k uint32) (part, bool) {
	d.begin(o, k)
	if k == n.count {
		o.put("</mrow>")
		return part{}, false
	}
	word, need := "and", levelRelation
	if n.kind == Or {
		word, need = "or", levelAnd
	}
	if k > 0 {
		o.put("<mtext>&#xa0;" + word + "&#xa0;</mtext>")
	}
	return part{arg: k, level: need}, true
}

func (mathML) derivative(o *output, n *node, k uint32) (part, bool) {
	s := o.derivativeSteps(n)
	d := "<mi>" + o.textOf(n) + "</mi>"
	m := derivativeMarks{
		point: "<msub>", open: "<mrow><mfrac><mrow>" + d, over: "</mrow><mrow>" + d, end: "</mrow></mfrac>",
		bar: "<mo>|</mo></mrow><mrow>", equals: "<mo>=</mo>", last: "</mrow></msub>",
	}
	if s.ordered {
		m.open, m.over, m.raised = "<mrow><mfrac><mrow><msup>"+d, "</mrow><mrow>"+d+"<msup>", "</msup>"
	}
	text, p, more := s.step(k, m)
	o.put(text)
	if !more && !s.pointed {
		o.put("</mrow>")
	}
	return p, more
}

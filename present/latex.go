package present

import "strings"

// latex writes for math mode. Only amsmath is needed: \text, \binom, cases,
// \operatorname, \lvert.
type latex struct{}

func (latex) open(o *output, n *node, m mode)  { o.put(latexOpen(grows(n, m), "(")) }
func (latex) close(o *output, n *node, m mode) { o.put(latexClose(grows(n, m), ")")) }

func latexOpen(grow bool, bracket string) string {
	if grow {
		bracket = `\left` + bracket
	}
	if bracket != "(" {
		bracket += " "
	}
	return bracket
}

func latexClose(grow bool, bracket string) string {
	if grow {
		return ` \right` + bracket
	}
	if bracket != ")" {
		return " " + bracket
	}
	return bracket
}

func (latex) level(t *Tree, n *node, m mode) level { return layoutLevel(t, n, m) }

func (d latex) step(o *output, n *node, f *frame) (part, bool) {
	k, m := f.next, f.mode&script
	switch n.kind {
	case Number:
		s := o.textOf(n)
		if num, den, ok := strings.Cut(s, "/"); ok && m == 0 {
			s = `\frac{` + num + "}{" + den + "}"
		}
		o.put(s)
	case Word:
		o.put(`\text{` + o.textOf(n) + "}")
	case Name:
		o.put(o.spelling(n, AsLaTeX))
	case Sum:
		if k == n.count {
			break
		}
		switch negative := o.arg(n, k).negative(); {
		case negative && k == 0:
			o.put("-")
		case negative:
			o.put(" - ")
		case k > 0:
			o.put(" + ")
		}
		return part{arg: k, level: levelTotal, mode: m}, true
	case Negate:
		if k == 0 {
			o.put("-")
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
			order := o.textOf(o.operand(n, 1))
			o.put(o.notation(n).operator)
			if len(order) == 1 && order <= "3" {
				o.put(primes(order, "'"))
			} else {
				o.put("^{(" + order + ")}")
			}
			o.put(latexOpen(grows(n, m), "("))
			return part{mode: m}, true
		}
		o.put(latexClose(grows(n, m), ")"))
	case Total:
		if k == 4 {
			break
		}
		o.put([...]string{`\` + o.textOf(n) + "_{", "=", "}^{", "} "}[k])
		if k == 3 {
			return part{arg: k, level: levelTotal, mode: m}, true
		}
		return part{arg: k, mode: script}, true
	case Index:
		return d.index(o, n, k)
	case Cases:
		return d.cases(o, n, f)
	case Relation:
		if k == 1 {
			o.put(" " + latexRelation[o.textOf(n)] + " ")
		}
		if k < 2 {
			return part{arg: k, level: levelSum, mode: m}, true
		}
	case And:
		return joined(o, n, k, ` \text{ and } `, levelRelation)
	case Or:
		return joined(o, n, k, ` \text{ or } `, levelAnd)
	case Derivative:
		return d.derivative(o, n, k)
	}
	return part{}, false
}

var latexRelation = map[string]string{"=": "=", "!=": `\ne`, "<": "<", "<=": `\le`, ">": ">", ">=": `\ge`}

func (d latex) product(o *output, n *node, k uint32, m mode) (part, bool) {
	num, den, sliced := o.slicedCoefficient(n, m)
	if sliced {
		k++
	}
	if k == n.count {
		if sliced {
			o.put("/" + den)
		}
		return part{}, false
	}
	switch {
	case sliced && k == 1:
		if num != "1" {
			o.put(num)
			o.put(d.times(o.Tree, n, k, m))
		}
	case k > 0:
		o.put(d.times(o.Tree, n, k, m))
	}
	return part{arg: k, level: o.factorLevel(n, k), mode: m}, true
}

func (d latex) times(t *Tree, n *node, k uint32, m mode) string {
	if t.needsDot(n, k, m) {
		return ` \cdot `
	}
	return " "
}

func (latex) quotient(o *output, k uint32, m mode) (part, bool) {
	if m != 0 {
		switch k {
		case 0:
			return part{level: levelProduct, mode: m}, true
		case 1:
			o.put("/")
			return part{arg: 1, level: levelPower, mode: m}, true
		}
		return part{}, false
	}
	o.put([...]string{`\frac{`, "}{", "}"}[k])
	return part{arg: k}, k < 2
}

func (latex) power(o *output, n *node, k uint32, m mode) (part, bool) {
	base, exponent := o.operand(n, 0), o.operand(n, 1)
	if high := o.raisedOperator(base, exponent); high != "" {
		return part{mode: m, raised: high}, k == 0
	}
	switch k {
	case 0:
		return part{level: levelAtom, mode: m}, true
	case 1:
		o.put("^{")
		return part{arg: 1, mode: script}, true
	}
	o.put("}")
	return part{}, false
}

func (d latex) call(o *output, n *node, f *frame) (part, bool) {
	k, m, z := f.next, f.mode&script, o.notation(n)
	grow := grows(n, m)
	switch z.shape {
	case fence:
		if k == 0 {
			o.put(latexOpen(grow, z.open[0]))
			return part{mode: m}, true
		}
		o.put(latexClose(grow, z.closing[0]))
		return part{}, false
	case postfix:
		if k == 0 {
			return part{level: levelAtom, mode: m}, true
		}
		o.put(z.operator)
		return part{}, false
	case root:
		if k == 0 {
			o.put(`\sqrt`)
			if z.degree != "" {
				o.put("[" + z.degree + "]")
			}
			o.put("{")
			return part{mode: m}, true
		}
		o.put("}")
		return part{}, false
	case powerOfE:
		if n.traits&explicit == 0 {
			if k == 0 {
				o.put("e^{")
				return part{mode: script}, true
			}
			o.put("}")
			return part{}, false
		}
	case binomial:
		o.put([...]string{`\binom{`, "}{", "}"}[k])
		return part{arg: k, mode: m}, k < 2
	case lowBase:
		return d.lowBase(o, n, f, z)
	case symbol:
		switch {
		case k == 0:
			o.put(z.operator + "_{")
		case k < n.count:
			o.put(o.separator(n, 0))
		default:
			o.put("}")
		}
		return part{arg: k, mode: script}, k < n.count
	case template:
		if z.fits(n.count) {
			return d.template(o, k, m, z, grow)
		}
	}
	if k == 0 {
		o.put(z.operator)
		if z.shape == template {
			o.put(`\operatorname{` + latexLetters(z.letter) + "}")
		}
		if f.raised != "" {
			o.put("^{" + f.raised + "}")
		}
	}
	return d.arguments(o, n, k, m, grow)
}

func (latex) arguments(o *output, n *node, k uint32, m mode, grow bool) (part, bool) {
	switch {
	case k == 0:
		o.put(latexOpen(grow, "("))
	case k < n.count:
		o.put(", ")
	}
	if k == n.count {
		o.put(latexClose(grow, ")"))
		return part{}, false
	}
	return part{arg: k, mode: m}, true
}

// lowBase writes a logarithm, whose base may be the second argument.
func (d latex) lowBase(o *output, n *node, f *frame, z *notation) (part, bool) {
	k, m := f.next, f.mode&script
	if k == 0 {
		o.put(z.operator)
		if n.count == 2 {
			o.put("_{")
			return part{arg: 1, mode: script}, true
		}
		if z.degree != "" {
			o.put("_{" + z.degree + "}")
		}
	}
	if k == n.count {
		o.put(latexClose(grows(n, m), ")"))
		return part{}, false
	}
	if k == 1 {
		o.put("}")
	}
	if f.raised != "" {
		o.put("^{" + f.raised + "}")
	}
	o.put(latexOpen(grows(n, m), "("))
	return part{mode: m}, true
}

func (latex) template(o *output, k uint32, m mode, z *notation, grow bool) (part, bool) {
	s := z.parts[k]
	if !grow {
		s = strings.NewReplacer(`\left`, "", `\right`, "").Replace(s)
	}
	o.put(s)
	if int(k) == len(z.slots) {
		return part{}, false
	}
	need := levelAtom
	if s != "" && strings.ContainsAny(s[len(s)-1:], "{([| ,") {
		need = levelAny
	}
	return part{arg: z.slots[k], level: need, mode: m}, true
}

func (latex) index(o *output, n *node, k uint32) (part, bool) {
	low := o.operand(n, 0).traits&lowered != 0
	switch {
	case k == 0 && low:
		o.put("(")
		return part{}, true
	case k == 0:
		return part{}, true
	case k == n.count:
		o.put("}")
		return part{}, false
	case k == 1 && low:
		o.put(")_{")
	case k == 1:
		o.put("_{")
	default:
		o.put(o.separator(n, 1))
	}
	return part{arg: k, mode: script}, true
}

// cases writes one row; the value otherwise is the further rows if it is
// Cases itself.
func (latex) cases(o *output, n *node, f *frame) (part, bool) {
	chained := o.operand(n, 2).kind == Cases
	switch f.next {
	case 0:
		if f.mode&row == 0 {
			o.put(`\begin{cases} `)
		}
		return part{arg: 1}, true
	case 1:
		o.put(` & \text{if } `)
		return part{arg: 0}, true
	case 2:
		o.put(` \\ `)
		if chained {
			return part{arg: 2, mode: row}, true
		}
		return part{arg: 2}, true
	}
	if !chained {
		o.put(` & \text{otherwise}`)
	}
	if f.mode&row == 0 {
		o.put(` \end{cases}`)
	}
	return part{}, false
}

func (latex) derivative(o *output, n *node, k uint32) (part, bool) {
	d := "d"
	if o.textOf(n) != "d" {
		d = `\partial`
	}
	s := o.derivativeSteps(n)
	text, p, more := s.step(k, derivativeMarks{
		point: `\left. `, open: `\frac{` + d, over: `}{` + d + " ", end: "}",
		raise: "^{", raised: "}", space: " ", bar: ` \right|_{`, equals: " = ", last: "}",
	})
	o.put(text)
	return p, more
}

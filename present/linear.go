package present

import "strings"

// linear writes one line: infix text that reads back, or Unicode for people.
// Functions stay functions in both, brackets are always round.
type linear struct{ unicode bool }

func (d linear) choose(text, unicode string) string {
	if d.unicode {
		return unicode
	}
	return text
}

func (d linear) format() Format {
	if d.unicode {
		return AsUnicode
	}
	return AsText
}

func (linear) open(o *output, _ *node, _ mode)  { o.put("(") }
func (linear) close(o *output, _ *node, _ mode) { o.put(")") }

func (d linear) level(t *Tree, n *node, _ mode) level {
	switch n.kind {
	case Number:
		if isRational(t.textOf(n)) && !(d.unicode && vulgar(t.textOf(n)) != "") {
			return levelProduct
		}
	case Name:
		if d.unicode && n.traits&raised != 0 {
			return levelPower
		}
	case Sum, Negate:
		return levelSum
	case Product, Quotient:
		return levelProduct
	case Power:
		return levelPower
	case Call:
		if d.unicode && t.notation(n).shape == postfix {
			return levelPower
		}
	case Total:
		if d.unicode {
			return levelTotal
		}
	case Derivative:
		if d.unicode && t.operand(n, 0).kind == Name {
			return levelFactor
		}
		if d.unicode {
			return levelTotal
		}
	case Relation:
		return levelRelation
	case And:
		return levelAnd
	case Or:
		return levelOr
	}
	return levelAtom
}

func (d linear) step(o *output, n *node, f *frame) (part, bool) {
	k := f.next
	switch n.kind {
	case Number:
		o.put(d.number(o.textOf(n)))
	case Word:
		o.put(o.textOf(n))
	case Name:
		o.put(o.spelling(n, d.format()))
	case Sum:
		if k == n.count {
			break
		}
		if o.arg(n, k).negative() {
			o.put(d.minus(k))
		} else if k > 0 {
			o.put(d.choose("+", " + "))
		}
		return part{arg: k, level: levelTotal}, true
	case Negate:
		if k == 0 {
			o.put(d.minus(0))
			return part{level: levelTotal}, true
		}
	case Product:
		if k == n.count {
			break
		}
		need := levelProduct
		if k > 0 {
			o.put(d.choose("*", "·"))
			need = levelFactor
			if k == n.count-1 && o.operand(n, k).kind == Total {
				need = levelTotal
			}
		}
		return part{arg: k, level: need}, true
	case Quotient:
		switch k {
		case 0:
			return part{level: levelProduct}, true
		case 1:
			o.put("/")
			return part{arg: 1, level: levelFactor}, true
		}
	case Power:
		return d.power(o, n, k)
	case Call:
		return d.call(o, n, k)
	case Prime:
		if k == 0 {
			o.put(o.textOf(n) + primes(o.textOf(o.operand(n, 1)), d.choose("'", "′")) + "(")
			return part{}, true
		}
		o.put(")")
	case Total:
		return d.total(o, n, k)
	case Index:
		return d.index(o, n, k)
	case Cases:
		return list(o, "if(", n, k)
	case Relation:
		switch k {
		case 0:
			return part{level: levelSum}, true
		case 1:
			o.put(" " + d.relation(o.textOf(n)) + " ")
			return part{arg: 1, level: levelSum}, true
		}
	case And:
		return joined(o, n, k, " and ", levelRelation)
	case Or:
		return joined(o, n, k, " or ", levelAnd)
	case Derivative:
		return d.derivative(o, n, k)
	}
	return part{}, false
}

func (d linear) minus(k uint32) string {
	if d.unicode && k > 0 {
		return " − "
	}
	return d.choose("-", "−")
}

func (d linear) number(s string) string {
	if d.unicode {
		if v := vulgar(s); v != "" {
			return v
		}
	}
	return s
}

// vulgar returns the fraction as one character, or nothing.
func vulgar(s string) string {
	switch s {
	case "1/2":
		return "½"
	case "1/4":
		return "¼"
	case "3/4":
		return "¾"
	}
	return ""
}

func (d linear) power(o *output, n *node, k uint32) (part, bool) {
	switch k {
	case 0:
		return part{level: levelAtom}, true
	case 1:
		if e := o.operand(n, 1); d.unicode && e.kind == Number && !isRational(o.textOf(e)) {
			high, _ := translate(o.textOf(e), superscripts)
			o.put(high)
			break
		}
		o.put("^")
		return part{arg: 1, level: levelAtom}, true
	}
	return part{}, false
}

func (d linear) call(o *output, n *node, k uint32) (part, bool) {
	z := o.notation(n)
	if !d.unicode {
		return list(o, o.textOf(n)+"(", n, k)
	}
	switch z.shape {
	case fence:
		if k == 0 {
			o.put(z.open[1])
			return part{}, true
		}
		o.put(z.closing[1])
		return part{}, false
	case postfix:
		if k == 0 {
			return part{level: levelAtom}, true
		}
		o.put(z.letter)
		return part{}, false
	case root:
		if z.degree == "3" {
			return list(o, "∛(", n, k)
		}
		return list(o, "√(", n, k)
	case lowBase:
		low, _ := translate(z.degree, subscripts)
		return list(o, z.letter+low+"(", n, k)
	}
	return list(o, z.letter+"(", n, k)
}

// list writes a head that opens a bracket, then arguments.
func list(o *output, head string, n *node, k uint32) (part, bool) {
	switch {
	case k == 0:
		o.put(head)
	case k < n.count:
		o.put(", ")
	}
	if k == n.count {
		o.put(")")
		return part{}, false
	}
	return part{arg: k}, true
}

func joined(o *output, n *node, k uint32, word string, need level) (part, bool) {
	if k == n.count {
		return part{}, false
	}
	if k > 0 {
		o.put(word)
	}
	return part{arg: k, level: need}, true
}

func (d linear) total(o *output, n *node, k uint32) (part, bool) {
	if !d.unicode {
		return list(o, o.textOf(n)+"(", n, k)
	}
	switch k {
	case 0:
		o.put(totalSign(o.textOf(n)) + "[")
	case 1:
		o.put(" = ")
	case 2:
		o.put(" … ")
	case 3:
		o.put("] ")
		return part{arg: 3, level: levelTotal}, true
	case 4:
		return part{}, false
	}
	return part{arg: k}, true
}

func totalSign(text string) string {
	if text == "prod" {
		return "∏"
	}
	return "∑"
}

func (d linear) index(o *output, n *node, k uint32) (part, bool) {
	switch {
	case k == 0:
		return part{level: levelAtom}, true
	case k == 1 && d.unicode && o.operand(n, 0).traits&lowered == 0:
		if low, ok := o.lowSubscripts(n); ok {
			o.put(low)
			return part{}, false
		}
		o.put("[")
	case k == 1:
		o.put("[")
	case k < n.count:
		o.put("][")
	default:
		o.put("]")
		return part{}, false
	}
	return part{arg: k}, true
}

// lowSubscripts spells the subscripts of an Index with the characters that
// Unicode has for them, if they are single letters or one number.
func (t *Tree) lowSubscripts(n *node) (string, bool) {
	var s string
	for i := uint32(1); i < n.count; i++ {
		a := t.operand(n, i)
		if a.kind != Name && (a.kind != Number || n.count > 2) || a.kind == Name && !isSingle(t.textOf(a)) {
			return "", false
		}
		s += t.textOf(a)
	}
	return translate(s, subscripts)
}

func (d linear) relation(s string) string {
	if !d.unicode {
		if s == "=" {
			return "=="
		}
		return s
	}
	return strings.NewReplacer("!=", "≠", "<=", "≤", ">=", "≥").Replace(s)
}

func (d linear) derivative(o *output, n *node, k uint32) (part, bool) {
	order := o.textOf(o.operand(n, 2))
	high, ok := translate(order, superscripts)
	if !d.unicode || n.count > 3 || !ok || high == "" {
		if k == 2 && n.count == 3 && order == "1" {
			o.put(")")
			return part{}, false
		}
		return list(o, "diff(", n, k)
	}
	if order == "1" {
		high = ""
	}
	named := o.operand(n, 0).kind == Name
	switch {
	case k == 0 && named:
		o.put(o.textOf(n) + high)
		return part{}, true
	case k == 0:
		o.put(o.textOf(n) + high)
		fallthrough
	case k == 1 && named:
		o.put("/" + o.textOf(n))
		return part{arg: 1}, true
	case k == 1:
		o.put(high + " ")
		return part{level: levelFactor}, true
	case named:
		o.put(high)
	}
	return part{}, false
}

// primes returns that many marks.
func primes(order, mark string) string { return strings.Repeat(mark, int(order[0]-'0')) }

// isRational reports whether the text of a Number is a quotient.
func isRational(s string) bool { return strings.IndexByte(s, '/') >= 0 }

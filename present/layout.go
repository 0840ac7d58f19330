package present

import "strings"

// This file holds what LaTeX and MathML have in common: layout in two
// dimensions, with fraction bars, exponents and big operators.

// grows reports whether brackets around n have to grow. In exponents nothing
// is high: quotients get a slash there.
func grows(n *node, m mode) bool { return n.traits&tall != 0 && m&script == 0 }

// layoutLevel is the level of a node in the two formats that have fraction
// bars, exponents and big operators.
func layoutLevel(t *Tree, n *node, m mode) level {
	switch n.kind {
	case Number:
		if isRational(t.textOf(n)) {
			return slashLevel(m)
		}
	case Quotient:
		return slashLevel(m)
	case Name:
		if n.traits&raised != 0 {
			return levelPower
		}
	case Sum, Negate:
		return levelSum
	case Product:
		return levelProduct
	case Power:
		return levelPower
	case Call:
		return callLevel(t.notation(n), n)
	case Index:
		return layoutLevel(t, t.operand(n, 0), m)
	case Total:
		return levelTotal
	case Derivative:
		if n.count == 4 {
			return levelPower
		}
		if t.operand(n, 0).kind == Name {
			return levelFactor
		}
		return levelTotal
	case Cases, Relation:
		return levelRelation
	case And:
		return levelAnd
	case Or:
		return levelOr
	}
	return levelAtom
}

func slashLevel(m mode) level {
	if m&script != 0 {
		return levelProduct
	}
	return levelFactor
}

func callLevel(z *notation, n *node) level {
	switch z.shape {
	case postfix:
		return levelPower
	case powerOfE:
		if n.traits&explicit == 0 {
			return levelPower
		}
	case template:
		if !strings.HasSuffix(z.parts[len(z.parts)-1], ")") {
			return levelPower
		}
	}
	return levelAtom
}

// factorLevel is the level that the factor k of a product must have: a sum
// sign takes what follows it, so it stands bare only at the end.
func (t *Tree) factorLevel(n *node, k uint32) level {
	switch {
	case k == n.count-1 && t.operand(n, k).kind == Total:
		return levelTotal
	case k == 0:
		return levelProduct
	}
	return levelFactor
}

// needsDot reports whether juxtaposing factor k and the one before it would
// be misread: two numbers, a word and its neighbour, or a name and a bracket
// that look like a call.
func (t *Tree) needsDot(n *node, k uint32, m mode) bool {
	x, before := t.operand(n, k), t.operand(n, k-1)
	if t.startsWithDigit(x) || t.isWordFactor(x) || t.isWordFactor(before) {
		return true
	}
	if before.kind != Name || !callable(t.textOf(before)) {
		return false
	}
	if x.kind == Power {
		return layoutLevel(t, t.operand(x, 0), m) < levelAtom
	}
	return layoutLevel(t, x, m) < t.factorLevel(n, k)
}

// isWordFactor reports whether a factor is a name of several letters, or a
// power of one.
func (t *Tree) isWordFactor(n *node) bool {
	if n.kind == Power {
		n = t.operand(n, 0)
	}
	return n.kind == Name && n.traits&word != 0
}

func (t *Tree) startsWithDigit(n *node) bool {
	switch n.kind {
	case Number:
		return true
	case Power, Product:
		return t.operand(n, 0).kind == Number
	case Call:
		return t.notation(n).shape == postfix && t.operand(n, 0).kind == Number
	}
	return false
}

// raisedOperator returns the exponent that is written between the name of a
// function and its argument, as in sin²(x), or nothing.
func (t *Tree) raisedOperator(base, exponent *node) string {
	if base.kind == Call && exponent.kind == Number && !isRational(t.textOf(exponent)) && superscripted[t.notation(base).operator] {
		return t.textOf(exponent)
	}
	return ""
}

// separator stands between subscripts: nothing where each is one letter.
func (t *Tree) separator(n *node, first uint32) string {
	for i := first; i < n.count; i++ {
		if a := t.operand(n, i); a.kind != Name || !isSingle(t.textOf(a)) && findGreek(t.textOf(a)) == nil {
			return ","
		}
	}
	return " "
}

// slicedCoefficient splits the fraction that leads a product in an exponent:
// there 3/2·x is written 3x/2.
func (t *Tree) slicedCoefficient(n *node, m mode) (num, den string, ok bool) {
	if m == 0 || n.count < 2 || t.operand(n, 0).kind != Number {
		return "", "", false
	}
	return strings.Cut(t.textOf(t.operand(n, 0)), "/")
}

package parse_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/parse"
)

// A formula is a random formula: how it is written with as few brackets as
// contract and convention ask for, and what it must be read as.
type formula struct {
	text, tree string
	binds      int // how tightly its outermost operation binds
}

// The precedences, loosest first. This is the oracle: a table of its own.
const (
	bindsConditional = iota
	bindsOr
	bindsAnd
	bindsNot
	bindsRelation
	bindsSum
	bindsProduct
	bindsSign
	bindsPower
	bindsPostfix
)

// in writes a formula as an operand that must bind at least so tightly.
func (f formula) in(binds int) string {
	if f.binds < binds {
		return "(" + f.text + ")"
	}
	return f.text
}

// condition writes the condition of a conditional. A chain gets brackets: one
// with an = must have them.
func condition(f formula) string {
	if strings.Contains(f.text, "=") && f.binds <= bindsRelation {
		return "(" + f.text + ")"
	}
	return f.in(bindsOr)
}

// drawFormula draws a formula of at most the given depth.
func drawFormula(t *rapid.T, depth int) formula {
	if depth == 0 {
		leaf := rapid.SampledFrom([]string{"x", "y_1", "α", "in", "sum", "e", "0", "17", "0.50", ".5", "1e-400", "2.5e+3"}).Draw(t, "leaf")
		return formula{leaf, leaf, bindsPostfix + 1}
	}
	sub := func() formula { return drawFormula(t, rapid.IntRange(0, depth-1).Draw(t, "depth")) }
	isNumber := func(f formula) bool { return strings.ContainsAny(f.text[:1], ".0123456789") }
	binary := func(left, right int, binds int, operators ...string) formula {
		a, b := sub(), sub()
		op := rapid.SampledFrom(operators).Draw(t, "operator")
		spelled := rapid.SampledFrom([]string{op, " " + op + " "}).Draw(t, "spaces")
		return formula{a.in(left) + spelled + b.in(right), "(" + op + " " + a.tree + " " + b.tree + ")", binds}
	}
	switch rapid.IntRange(0, 13).Draw(t, "kind") {
	case 0:
		return binary(bindsSum, bindsProduct, bindsSum, "+", "-")
	case 1:
		return binary(bindsProduct, bindsSign, bindsProduct, "*", "/")
	case 2:
		return binary(bindsPostfix, bindsSign, bindsPower, "^")
	case 3:
		return binary(bindsSum, bindsSum, bindsRelation, "<", "<=", ">", ">=", "=", "!=")
	case 4: // and, or: the operands' relations need no brackets, nor does not
		a, b := sub(), sub()
		return formula{a.in(bindsAnd) + " and " + b.in(bindsNot), "(and " + a.tree + " " + b.tree + ")", bindsAnd}
	case 5:
		a, b := sub(), sub()
		return formula{a.in(bindsOr) + " or " + b.in(bindsAnd), "(or " + a.tree + " " + b.tree + ")", bindsOr}
	case 6:
		a := sub()
		return formula{"not " + a.in(bindsPower), "(not " + a.tree + ")", bindsNot}
	case 7:
		a := sub()
		return formula{"-" + a.in(bindsSign), "(neg " + a.tree + ")", bindsSign}
	case 8:
		a, b := sub(), sub()
		return formula{"f'(" + a.text + ", " + b.text + ")", "(call f' " + a.tree + " " + b.tree + ")", bindsPostfix}
	case 9:
		a, b, c := sub(), sub(), sub()
		return formula{condition(a) + " ? " + b.text + " : " + c.in(bindsSum), "(if " + a.tree + " " + b.tree + " " + c.tree + ")", bindsConditional}
	case 10:
		a, b := sub(), sub()
		return formula{"[" + a.text + "," + b.text + "]", "(list " + a.tree + " " + b.tree + ")", bindsPostfix}
	case 11:
		a, b := sub(), sub()
		if isNumber(a) || isNumber(b) || strings.HasPrefix(b.tree, "(neg") || strings.HasPrefix(a.tree, "(index") {
			return a
		}
		return formula{a.in(bindsPostfix) + "[" + b.text + "]", "(index " + a.tree + " " + b.tree + ")", bindsPostfix}
	case 12:
		a := sub()
		if isNumber(a) {
			return a
		}
		return formula{a.in(bindsPostfix) + ".T", "(transpose " + a.tree + ")", bindsPostfix}
	default:
		a, b, c := sub(), sub(), sub()
		return formula{a.in(bindsSum) + " < " + b.in(bindsSum) + "=" + c.in(bindsSum), "(chain " + a.tree + " < " + b.tree + " = " + c.tree + ")", bindsRelation}
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		f := drawFormula(rt, 6)
		tree, err := parse.Expr(f.text, parse.Limits{})
		if err != nil {
			rt.Fatalf("%s: %v", f.text, err)
		}
		checkTree(t, tree)
		if got := tree.String(); got != f.tree {
			rt.Fatalf("%s:\ngot  %s\nwant %s", f.text, got, f.tree)
		}
	})
}

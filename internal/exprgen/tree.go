package exprgen

import (
	"fmt"
	"strings"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Op says what a node of a random formula is.
type Op uint8

// The operations, with their arguments.
const (
	Literal  Op = iota // Text: an integer, fraction or decimal
	Name               // Text
	Pi                 //
	Add                // two or more
	Sub                // two
	Neg                // one
	Mul                // two or more
	Div                // two
	Pow                // two
	Call               // Row, arguments, none of them left out
	If                 // condition, two branches
	Relation           // Text: == != < <= > >=; two
	And                // two
	Or                 // two
	Not                // one
	SumOver            // Text: index; lower, upper, body
	ProdOver           // Text: index; lower, upper, body
	Entry              // Text: array; subscript
)

// A Tree is a random formula before it is written or built.
type Tree struct {
	Op   Op
	Text string
	Row  *function.Row
	Args []*Tree
}

var operators = map[Op]string{Add: " + ", Sub: " - ", Mul: "*", Div: "/", Pow: "^", And: " and ", Or: " or "}

// String writes the formula in infix. Brackets stand around every operation,
// so that a mistake in precedence can not hide in both writer and reader.
func (t *Tree) String() string {
	var b strings.Builder
	t.write(&b)
	return b.String()
}

// write recurses on the depth of the tree, which the size of the formula
// bounds.
func (t *Tree) write(b *strings.Builder) {
	list := func(before, sep, after string) {
		b.WriteString(before)
		for i, a := range t.Args {
			if i > 0 {
				b.WriteString(sep)
			}
			a.write(b)
		}
		b.WriteString(after)
	}
	switch t.Op {
	case Literal:
		b.WriteString("(" + t.Text + ")")
	case Name:
		b.WriteString(t.Text)
	case Pi:
		b.WriteString("pi")
	case Neg:
		list("(-", "", ")")
	case Not:
		list("not (", "", ")")
	case Relation:
		list("(", " "+t.Text+" ", ")")
	case Call:
		list(t.Row.Name+"(", ", ", ")")
	case If:
		list("if(", ", ", ")")
	case SumOver:
		list("sum("+t.Text+", ", ", ", ")")
	case ProdOver:
		list("prod("+t.Text+", ", ", ", ")")
	case Entry:
		list(t.Text+"[", "", "]")
	default:
		list("(", operators[t.Op], ")")
	}
}

// Build makes the expression by the constructors of the kernel, with no help
// of package read.
func (t *Tree) Build(s *symbolic.Store) symbolic.Expr { return s.Expr(t.build(s)) }

func (t *Tree) build(s *symbolic.Store) symbolic.ID {
	args := make([]symbolic.ID, len(t.Args))
	for i, a := range t.Args {
		args[i] = a.build(s)
	}
	switch t.Op {
	case Literal:
		return s.Num(number(t.Text))
	case Name:
		return s.Sym(t.Text)
	case Pi:
		return s.Pi()
	case Add:
		return s.Add(args...)
	case Sub:
		return s.Sub(args[0], args[1])
	case Neg:
		return s.Neg(args[0])
	case Mul:
		return s.Mul(args...)
	case Div:
		return s.Div(args[0], args[1])
	case Pow:
		return s.Pow(args[0], args[1])
	case Call:
		return t.call(s, args)
	case If:
		return s.If(args[0], args[1], args[2])
	case Relation:
		return relate(s, t.Text, args[0], args[1])
	case And:
		return s.And(args...)
	case Or:
		return s.Or(args...)
	case Not:
		return s.Not(args[0])
	case SumOver:
		return s.SumOver(s.Sym(t.Text), args[0], args[1], args[2])
	case ProdOver:
		return s.ProductOver(s.Sym(t.Text), args[0], args[1], args[2])
	case Entry:
		return s.Index(s.Sym(t.Text), args...)
	}
	panic(fmt.Sprintf("exprgen: operation %d", t.Op))
}

func (t *Tree) call(s *symbolic.Store, args []symbolic.ID) symbolic.ID {
	switch t.Row.Name { // spellings of powers
	case "sqrt":
		return s.Pow(args[0], s.Num(rational.New(1, 2)))
	case "pow":
		return s.Pow(args[0], args[1])
	}
	return s.Apply(s.Func(t.Row), args...)
}

func relate(s *symbolic.Store, rel string, x, y symbolic.ID) symbolic.ID {
	switch rel {
	case "==":
		return s.Relate(symbolic.Equal, x, y)
	case "!=":
		return s.Relate(symbolic.NotEqual, x, y)
	case "<":
		return s.Relate(symbolic.Less, x, y)
	case "<=":
		return s.Relate(symbolic.LessEqual, x, y)
	case ">":
		return s.Relate(symbolic.Less, y, x)
	}
	return s.Relate(symbolic.LessEqual, y, x)
}

// number reads a literal: digits, a decimal, or a fraction of integers, with
// or without a minus sign.
func number(text string) rational.Rat {
	rest, negative := strings.CutPrefix(text, "-")
	num, den, fraction := strings.Cut(rest, "/")
	z, err := rational.Parse(num, 100)
	if err == nil && fraction {
		var d rational.Rat
		d, err = rational.Parse(den, 100)
		z = z.Div(d)
	}
	if err != nil {
		panic(err)
	}
	if negative {
		z = z.Neg()
	}
	return z
}

// Shuffled is the formula with the operands of its sums and products in
// another order, which next chooses: it returns a number below its argument.
func (t *Tree) Shuffled(next func(n int) int) *Tree {
	z := *t
	z.Args = make([]*Tree, len(t.Args))
	for i, a := range t.Args {
		z.Args[i] = a.Shuffled(next)
	}
	if t.Op == Add || t.Op == Mul || t.Op == Call && t.Row.Symmetric {
		for i := len(z.Args) - 1; i > 0; i-- {
			j := next(i + 1)
			z.Args[i], z.Args[j] = z.Args[j], z.Args[i]
		}
	}
	return &z
}

package proof

import (
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/parse"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/syntax"
)

// A decoder builds the nodes of a proof file with the constructors of package
// symbolic: whatever the file says, they are canonical nodes.
type decoder struct {
	s     *symbolic.Store
	lib   *read.Library
	nodes []symbolic.ID // by place
	bits  int           // of all numbers
}

// maxFileBits bounds the bits of the numbers of a proof file together, those
// that constructors compute included.
const maxFileBits = 1 << 27

var wordKinds = func() map[string]symbolic.Kind {
	kinds := map[string]symbolic.Kind{unspecifiedWord: symbolic.Apply}
	for k, word := range kindWords {
		kinds[word] = k
	}
	return kinds
}()

// build builds the table of nodes.
func (x *decoder) build(texts []string) error {
	for i, text := range texts {
		id, ok := x.read(text)
		if !ok {
			return malformed("node %d, %q, is none that can be built", i, shortened(text))
		}
		x.nodes = append(x.nodes, id)
		if x.s.Kind(id) == symbolic.Number {
			if x.bits += x.s.Number(id).BitLen(); x.bits > maxFileBits {
				return &symbolic.LimitError{Limit: "bits of the numbers of a proof file", Max: maxFileBits}
			}
		}
	}
	return nil
}

// shortened keeps messages short.
func shortened(text string) string {
	if len(text) > 40 {
		return text[:40] + "..."
	}
	return text
}

// An operandShape says what the operands of a kind are, a letter for each: r a
// real, c a condition, n a number, s a symbol. The letters of more may repeat.
type operandShape struct{ first, more string }

var operandShapes = map[symbolic.Kind]operandShape{
	symbolic.Number: {}, symbolic.Symbol: {}, symbolic.Constant: {}, symbolic.Boolean: {},
	symbolic.Sum: {"n", "rn"}, symbolic.Product: {"n", "rr"}, symbolic.Power: {"rr", ""}, symbolic.Apply: {"", "r"},
	symbolic.If: {"crr", ""}, symbolic.Relation: {"rr", ""}, symbolic.And: {"", "c"}, symbolic.Or: {"", "c"},
	symbolic.Index: {"s", "r"}, symbolic.SumOver: {"srrr", ""}, symbolic.ProductOver: {"srrr", ""}, symbolic.Derivative: {"rsrr", ""},
}

// fits tells whether a kind may have these operands.
func (x *decoder) fits(kind symbolic.Kind, ops []symbolic.ID) bool {
	shape := operandShapes[kind]
	rest := len(ops) - len(shape.first)
	if rest < 0 || shape.more == "" && rest > 0 || shape.more != "" && (rest == 0 || rest%len(shape.more) != 0) {
		return false
	}
	for i, o := range ops {
		letter := byte(0)
		if i < len(shape.first) {
			letter = shape.first[i]
		} else {
			letter = shape.more[(i-len(shape.first))%len(shape.more)]
		}
		ok := false
		switch letter {
		case 'r':
			ok = !x.s.IsCondition(o)
		case 'c':
			ok = x.s.IsCondition(o)
		case 'n':
			ok = x.s.Kind(o) == symbolic.Number
		case 's':
			ok = x.s.Kind(o) == symbolic.Symbol
		}
		if !ok {
			return false
		}
	}
	return true
}

// read builds a node from its words, or returns false.
func (x *decoder) read(text string) (id symbolic.ID, ok bool) {
	words := strings.Split(text, " ")
	kind, ok := wordKinds[words[0]]
	if !ok {
		return 0, false
	}
	word, words := words[0], words[1:]
	name := ""
	if kind <= symbolic.Boolean || kind == symbolic.Apply || kind == symbolic.Relation {
		if len(words) == 0 {
			return 0, false
		}
		name, words = words[0], words[1:]
	}
	ops := make([]symbolic.ID, len(words))
	for i, w := range words {
		place, err := strconv.Atoi(w)
		if err != nil || strconv.Itoa(place) != w || place < 0 || place >= len(x.nodes) { // or it comes later
			return 0, false
		}
		ops[i] = x.nodes[place]
	}
	if !x.fits(kind, ops) {
		return 0, false
	}
	switch {
	case kind <= symbolic.Boolean:
		return x.leaf(kind, name)
	case word == unspecifiedWord:
		if !isName(name) || x.lib.Table().Has(name) {
			return 0, false
		}
		return x.s.Apply(x.s.Unspecified(name), ops...), true
	case kind == symbolic.Apply:
		row, err := x.lib.Table().Lookup(name, len(ops))
		if err != nil || row.Name != name || row.Expand != "" || !row.Variadic && len(ops) != len(row.Params) {
			return 0, false
		}
		return x.s.Apply(x.s.Func(row), ops...), true
	case kind == symbolic.Relation:
		for r := symbolic.Equal; r <= symbolic.LessEqual; r++ {
			if r.String() == name {
				return x.s.Relate(r, ops[0], ops[1]), true
			}
		}
		return 0, false
	}
	return x.inner(kind, ops), true
}

// maxNumber bounds the digits of one number.
const maxNumber = 1 << 20

func (x *decoder) leaf(kind symbolic.Kind, name string) (symbolic.ID, bool) {
	switch kind {
	case symbolic.Number:
		magnitude, negative := strings.CutPrefix(name, "-")
		num, den, _ := strings.Cut(magnitude, "/")
		if len(name) > maxNumber || strings.Trim(num+den, "0123456789") != "" {
			return 0, false
		}
		q, err := rational.Parse(num, 0)
		if err != nil {
			return 0, false
		}
		if den != "" {
			d, err := rational.Parse(den, 0)
			if err != nil || d.IsZero() {
				return 0, false
			}
			q = q.Div(d)
		}
		if negative {
			q = q.Neg()
		}
		return x.s.Num(q), q.String() == name
	case symbolic.Symbol:
		if !isName(name) {
			return 0, false
		}
		return x.s.Sym(name), true
	case symbolic.Constant:
		return x.s.Pi(), name == x.s.Name(x.s.Pi())
	}
	return x.s.Bool(name == "true"), name == "true" || name == "false"
}

// isName tells whether a text is read as a variable.
func isName(text string) bool {
	t, err := parse.Expr(text, parse.Limits{})
	return err == nil && t.Nodes[t.Root].Kind == syntax.Name && t.Nodes[t.Root].Text == text && text != "pi"
}

// inner builds a node of a kind with operands that fit.
func (x *decoder) inner(kind symbolic.Kind, ops []symbolic.ID) symbolic.ID {
	s := x.s
	switch kind {
	case symbolic.Sum:
		b := s.NewSum()
		b.AddNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.AddScaled(ops[i], s.Number(ops[i+1]))
		}
		return b.Sum()
	case symbolic.Product:
		b := s.NewProduct()
		b.MulNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.MulPow(ops[i], ops[i+1])
		}
		return b.Product()
	case symbolic.Power:
		return s.Pow(ops[0], ops[1])
	case symbolic.If:
		return s.If(ops[0], ops[1], ops[2])
	case symbolic.And:
		return s.And(ops...)
	case symbolic.Or:
		return s.Or(ops...)
	case symbolic.Index:
		return s.Index(ops[0], ops[1:]...)
	case symbolic.SumOver:
		return s.SumOver(ops[0], ops[1], ops[2], ops[3])
	case symbolic.ProductOver:
		return s.ProductOver(ops[0], ops[1], ops[2], ops[3])
	case symbolic.Derivative:
		return s.Derivative(ops[0], ops[1], ops[2], ops[3])
	}
	panic("proof: no constructor for " + kind.String())
}

package codegen

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// A kind says what a node of a graph is.
type kind uint8

const (
	constant kind = iota // number
	input                // variable n
	sum                  // terms, some with a minus sign
	product              // factors; a number stands first and is positive
	quotient             // numerator, denominator
	call                 // text with arguments
	relation             // args[0] rel args[1]
	and                  // conditions
	or                   // conditions
	choice               // args[1] where the condition args[0] holds, else args[2]
)

// A ref is a node by its place in a graph.
type ref int32

type node struct {
	kind   kind
	args   []ref
	minus  []bool // by term of a sum
	number float64
	n      int
	text   string // a cell of the table of functions
	rel    symbolic.Rel
}

// A graph holds the operations of a piece of code, operands before their uses.
// Equal nodes are one. Terms and factors stand in the order of the variables in them, as
// the formula has them: w*x + b.
type graph struct {
	// strict says that what a node has is undefined where any operand is, but for
	// branches that are not taken: no operand is left out because the result is known.
	strict bool

	nodes []node
	depth []int // by node: choices inside each other
	first []int // by node: the first variable in it; 0 for numbers
	index map[string]ref
	key   []byte
}

func newGraph() *graph { return &graph{index: map[string]ref{}} }

// make returns the node with this content.
func (g *graph) make(n node) ref {
	k := append(g.key[:0], byte(n.kind), byte(n.rel))
	k = binary.AppendVarint(k, int64(n.n))
	k = binary.LittleEndian.AppendUint64(k, math.Float64bits(n.number))
	for i, a := range n.args {
		k = binary.AppendVarint(k, int64(a))
		if n.minus != nil && n.minus[i] {
			k = append(k, '-')
		}
	}
	k = append(k, n.text...)
	g.key = k
	if r, ok := g.index[string(k)]; ok {
		return r
	}
	r := ref(len(g.nodes))
	g.nodes = append(g.nodes, n)
	g.index[string(k)] = r
	first, depth := 0, 0
	if n.kind == input {
		first = n.n + 1
	}
	for _, a := range n.args {
		depth = max(depth, g.depth[a])
		if f := g.first[a]; f != 0 && (first == 0 || f < first) {
			first = f
		}
	}
	if n.kind == choice {
		depth++
	}
	g.first, g.depth = append(g.first, first), append(g.depth, depth)
	return r
}

// byVariable is the order of terms and factors.
func (g *graph) byVariable(a, b ref) int { return g.first[a] - g.first[b] }

func (g *graph) num(x float64) ref { return g.make(node{kind: constant, number: x + 0}) }

// isNum tells whether a node is a number, and which.
func (g *graph) isNum(r ref) (float64, bool) {
	n := &g.nodes[r]
	return n.number, n.kind == constant
}

func (g *graph) is(r ref, x float64) bool {
	y, ok := g.isNum(r)
	return ok && y == x
}

// A term is an operand of a sum.
type term struct {
	of    ref
	minus bool
}

// negated returns x of a node -x.
func (g *graph) negated(r ref) (ref, bool) {
	n := &g.nodes[r]
	if n.kind == sum && len(n.args) == 1 {
		return n.args[0], true
	}
	return r, false
}

func (g *graph) neg(r ref) ref { return g.add(term{r, true}) }

// add returns a sum. Signs go outwards, so that a-b is written and not a+(-b); a
// term without a minus sign comes first.
func (g *graph) add(terms ...term) ref {
	list := make([]term, 0, len(terms))
	total := 0.0
	numberAt := -1
	for _, t := range terms {
		if of, ok := g.negated(t.of); ok {
			t = term{of, !t.minus}
		}
		x, ok := g.isNum(t.of)
		if !ok {
			list = append(list, t)
			continue
		}
		if numberAt < 0 {
			numberAt = len(list)
		}
		if t.minus {
			x = -x
		}
		total += x
	}
	if total != 0 {
		list = slices.Insert(list, numberAt, term{g.num(math.Abs(total)), total < 0})
	}
	list = g.addChoices(list)
	switch {
	case len(list) == 0:
		return g.num(0)
	case len(list) == 1:
		x, isNumber := g.isNum(list[0].of)
		if !list[0].minus {
			return list[0].of
		} else if isNumber {
			return g.num(-x)
		}
	}
	slices.SortStableFunc(list, func(a, b term) int { return g.byVariable(a.of, b.of) })
	if i := slices.IndexFunc(list, func(t term) bool { return !t.minus }); i > 0 {
		first := list[i]
		list = slices.Insert(slices.Delete(list, i, i+1), 0, first)
	}
	for len(list) > maxOperands {
		list = slices.Insert(list[maxOperands:], 0, term{of: g.makeSum(list[:maxOperands])})
	}
	return g.makeSum(list)
}

// maxOperands is the length of sums and products. Longer ones are written in parts: a
// compiler's parser goes as deep as an expression is long.
const maxOperands = 50

func (g *graph) makeSum(list []term) ref {
	n := node{kind: sum}
	for _, t := range list {
		n.args = append(n.args, t.of)
		n.minus = append(n.minus, t.minus)
	}
	return g.make(n)
}

// mul returns a product. Its sign goes outwards.
func (g *graph) mul(factors ...ref) ref {
	number, minus := 1.0, false
	var list []ref
	for _, f := range factors {
		if of, ok := g.negated(f); ok {
			f, minus = of, !minus
		}
		if x, ok := g.isNum(f); ok {
			number *= x
			continue
		}
		if n := &g.nodes[f]; n.kind == product && len(factors) > 1 { // its number joins the others
			if x, ok := g.isNum(n.args[0]); ok && moderate(number*x) {
				number *= x
				f = g.mul(n.args[1:]...)
			}
		}
		list = append(list, f)
	}
	if number == 0 && !g.strict {
		return g.num(0)
	}
	if number < 0 {
		number, minus = -number, !minus
	}
	if i := slices.IndexFunc(list, g.isSelector); i >= 0 && !g.strict {
		n := g.nodes[list[i]]
		rest := append(slices.Delete(slices.Clone(list), i, i+1), g.num(number))
		times := func(x ref) ref { return g.mul(append([]ref{x}, rest...)...) }
		return g.signed(g.choose(n.args[0], times(n.args[1]), times(n.args[2])), minus)
	}
	slices.SortStableFunc(list, g.byVariable)
	if number != 1 {
		list = append([]ref{g.num(number)}, list...)
	}
	switch len(list) {
	case 0:
		return g.signed(g.num(1), minus)
	case 1:
		return g.signed(list[0], minus)
	}
	for len(list) > maxOperands {
		part := g.make(node{kind: product, args: slices.Clone(list[:maxOperands])})
		list = slices.Insert(list[maxOperands:], 0, part)
	}
	return g.signed(g.make(node{kind: product, args: list}), minus)
}

// moderate tells whether a number is far from the largest and the smallest: thousands of
// factors 2, each of one level of a formula, are not multiplied.
func moderate(x float64) bool { return math.Abs(x) < 1<<30 && math.Abs(x) > 1./(1<<30) }

// isSelector tells whether a node is 0 or, by a condition, 1 or -1.
func (g *graph) isSelector(r ref) bool {
	n := &g.nodes[r]
	if n.kind != choice {
		return false
	}
	x, ok := g.isNum(n.args[1])
	y, also := g.isNum(n.args[2])
	return ok && also && x*y == 0 && math.Abs(x+y) == 1
}

func (g *graph) signed(r ref, minus bool) ref {
	if minus {
		return g.neg(r)
	}
	return r
}

// div returns a quotient. Its sign goes outwards.
func (g *graph) div(x, y ref) ref {
	x, minus := g.negated(x)
	y, below := g.negated(y)
	if a, ok := g.isNum(x); ok && a < 0 {
		x, minus = g.num(-a), !minus
	}
	if g.is(y, 1) {
		return g.signed(x, minus != below)
	}
	return g.signed(g.make(node{kind: quotient, args: []ref{x, y}}), minus != below)
}

// power returns x^n for n >= 1, by squares and products.
func (g *graph) power(x ref, n int) ref {
	if y, ok := g.negated(x); ok {
		return g.signed(g.power(y, n), n&1 == 1)
	}
	if n == 3 {
		return g.mul(x, x, x)
	}
	for ; n&1 == 0; n >>= 1 {
		x = g.mul(x, x)
	}
	z := x
	for n >>= 1; n > 0; n >>= 1 {
		x = g.mul(x, x)
		if n&1 == 1 {
			z = g.mul(z, x)
		}
	}
	return z
}

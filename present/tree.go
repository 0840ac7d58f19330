// Package present writes expressions the way a person writes them: as infix
// text, Unicode, LaTeX and MathML.
//
// An expression becomes a presentation tree once: terms and factors in print
// order, quotients, roots, signs, names. The four writers differ only in how
// they spell that tree, so that every format shows the same formula.
//
// Terms of the package:
//
//   - The tree shares the nodes that the expression shares; it is a tree only
//     when it is written out. Its written size can be exponentially larger
//     than its number of nodes, which is why every writer has a limit.
//   - A node's level says how tightly it binds; brackets are written where a
//     node stands in a place that needs a higher level.
//   - A leaf is a symbol or a number of the written tree.
package present

import (
	"math"
	"slices"
)

// Kind says what a node of a Tree is.
type Kind uint8

// The kinds of nodes, with their arguments in order.
const (
	Number     Kind = iota // text: digits, or digits/digits; never a sign
	Name                   // text: the infix spelling of a variable
	Word                   // text: true, false
	Sum                    // terms; a negative Ref is subtracted
	Negate                 // operand
	Product                // factors
	Quotient               // numerator, denominator
	Power                  // base, exponent
	Call                   // text: function name; arguments
	Prime                  // text: function name; point, order (a Number)
	Total                  // text: sum or prod; index, lower bound, upper bound, body
	Index                  // base, subscripts
	Cases                  // condition, value, value otherwise (Cases again in a chain)
	Relation               // text: = != < <= > >=; left side, right side
	And                    // operands
	Or                     // operands
	Derivative             // text: d or ∂; body, variable, order and, if it is not the variable, the point
)

// A Ref is a node of a Tree with a sign, which only the terms of a Sum use.
type Ref uint32

const minus Ref = 1 << 31

// Negated is r as a subtracted term.
func (r Ref) Negated() Ref { return r ^ minus }

func (r Ref) negative() bool { return r&minus != 0 }

// traits are what the writers ask of a node, gathered when it is made.
type traits uint8

const (
	tall     traits = 1 << iota // higher than a line of text: brackets around it grow
	awkward                     // does not fit into an exponent
	explicit                    // Call of exp that is written exp( ) and not as a power of e
	raised                      // Name that ends above the line: an exponent must not follow it directly
	lowered                     // Name with a subscript of its own
	word                        // Name of several letters: a neighbour without a dot would look like part of it
)

type node struct {
	kind    Kind
	traits  traits
	scripts uint8 // depth of exponents as LaTeX writes them, saturating
	text    uint32
	first   uint32
	count   uint32
	leaves  uint64 // saturating
}

// A Tree holds presentation trees that share nodes. The zero value is empty
// and ready for use. A tree is built and written by one goroutine at a time.
type Tree struct {
	nodes []node
	args  []Ref
	texts []string
	index map[string]uint32
	calls map[uint32]*notation

	spelled [formats][]string // by text
}

// Add appends a node. The kinds say which text and arguments it takes.
func (t *Tree) Add(kind Kind, text string, args ...Ref) Ref {
	n := node{kind: kind, first: uint32(len(t.args)), count: uint32(len(args))}
	if kind == Name { // rarely added twice, and not looked up
		n.text = uint32(len(t.texts))
		t.texts = append(doubled(t.texts, 1), text)
	} else {
		n.text = t.intern(text)
	}
	t.args = append(doubled(t.args, len(args)), args...)
	t.measure(&n)
	t.nodes = append(doubled(t.nodes, 1), n)
	return Ref(len(t.nodes) - 1)
}

// doubled makes room for n more elements. It doubles where append would grow
// by a quarter: a long sum is not copied five times.
func doubled[T any](s []T, n int) []T {
	if len(s)+n > cap(s) {
		return slices.Grow(s, len(s)+n)
	}
	return s
}

// Leaves counts the symbols and numbers below r as they are written;
// math.MaxUint64 stands for that many or more.
func (t *Tree) Leaves(r Ref) uint64 { return t.node(r).leaves }

func (t *Tree) node(r Ref) *node { return &t.nodes[r&^minus] }

func (t *Tree) arg(n *node, i uint32) Ref { return t.args[n.first+i] }

func (t *Tree) operand(n *node, i uint32) *node { return t.node(t.arg(n, i)) }

func (t *Tree) textOf(n *node) string { return t.texts[n.text] }

func (t *Tree) intern(text string) uint32 {
	if i, ok := t.index[text]; ok {
		return i
	}
	if t.index == nil {
		t.index = make(map[string]uint32)
	}
	i := uint32(len(t.texts))
	t.texts = append(t.texts, text)
	t.index[text] = i
	return i
}

// longExponent is the number of leaves above which exp( ) is easier to read
// than a power of e.
const longExponent = 6

// measure gathers leaves and traits of a node from those of its arguments.
func (t *Tree) measure(n *node) {
	var inner traits
	for _, r := range t.args[n.first : n.first+n.count] {
		a := t.node(r)
		n.leaves = saturatingAdd(n.leaves, a.leaves)
		inner |= a.traits & (tall | awkward)
		n.scripts = max(n.scripts, a.scripts)
	}
	n.traits |= inner
	switch n.kind {
	case Number:
		n.leaves = 1
		if isRational(t.textOf(n)) {
			n.traits |= tall
		}
	case Name:
		n.leaves = 1
		if s := t.textOf(n); len(s) > 1 {
			n.traits |= nameTraits(s)
		}
	case Quotient:
		n.traits |= tall
		if t.operand(n, 0).kind == Sum || !isShort(t.operand(n, 1)) {
			n.traits |= awkward
		}
	case Power:
		n.traits = t.operand(n, 0).traits&tall | inner&awkward
		n.scripts = max(t.operand(n, 0).scripts, deeper(t.operand(n, 1).scripts))
	case Call:
		t.measureCall(n)
	case Total, Cases, Derivative:
		n.traits |= tall | awkward
	case Index:
		n.traits = 0
	}
}

func (t *Tree) measureCall(n *node) {
	switch t.notation(n).shape {
	case powerOfE:
		u := t.operand(n, 0)
		if u.leaves > longExponent || u.scripts > 1 || u.traits&awkward != 0 {
			n.traits |= explicit | awkward
			return
		}
		n.traits = 0
		n.scripts = deeper(u.scripts)
	case binomial:
		n.traits |= tall | awkward
	}
}

// isShort reports whether n can stand under a slash without brackets.
func isShort(n *node) bool {
	return n.kind == Number || n.kind == Name || n.kind == Index || n.kind == Power && n.leaves == 2
}

func deeper(scripts uint8) uint8 { return min(scripts, math.MaxUint8-1) + 1 }

func saturatingAdd(x, y uint64) uint64 {
	if z := x + y; z >= x {
		return z
	}
	return math.MaxUint64
}

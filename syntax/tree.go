// Package syntax holds formulas as they were written: a tree with spans in
// which nothing is merged, reordered or evaluated. Every reader (infix text,
// LaTeX) produces it, and package read lowers it to expressions.
package syntax

import "slices"

// ID names a node of a Tree.
type ID uint32

// Kind says what a Node is.
type Kind uint8

// The kinds of nodes. Arguments are listed in order.
const (
	Number       Kind = iota // Text: the literal, exactly as written
	Name                     // Text: a variable, or a constant such as pi
	Call                     // Text: the function's name; Primes: f''(x); arguments
	Negate                   // one argument
	Plus                     // unary plus; one argument
	Add                      // two arguments
	Subtract                 // two arguments
	Multiply                 // two arguments
	Divide                   // two arguments
	Power                    // base, exponent
	Equal                    // the relations: two arguments
	NotEqual                 //
	Less                     //
	LessEqual                //
	Greater                  //
	GreaterEqual             //
	Chain                    // a relation chain such as a < b <= c: two relations or more; the middle sides are shared nodes
	And                      // two arguments
	Or                       // two arguments
	Not                      // one argument
	Conditional              // c ? a : b, or if(c, a, b): condition, then, else
	Index                    // base, subscripts: W[i][j] has three arguments
	List                     // [a, b, ...]
	Transpose                // W.T: one argument
)

// A Span is a half-open range of byte offsets into the source.
type Span struct{ Start, End uint32 }

// A Node is one operation, name or literal. Brackets leave no node, but the
// span of a bracketed operand does not include them.
type Node struct {
	Kind   Kind
	Primes uint8
	Span   Span
	Text   string // in NFC, with Unicode spellings replaced by the infix ones
	first  uint32
	count  uint32
}

// A Tree is one formula as written. A node's arguments have smaller IDs than
// the node, so a loop over Nodes in order visits operands first.
type Tree struct {
	Source string
	Nodes  []Node
	Root   ID
	args   []ID
}

// Args returns the arguments of a node. The slice must not be changed.
func (t *Tree) Args(id ID) []ID {
	n := &t.Nodes[id]
	return t.args[n.first : n.first+n.count : n.first+n.count]
}

// Grow makes room for n more nodes and their arguments, so that Append does
// not have to.
func (t *Tree) Grow(n int) {
	t.Nodes = slices.Grow(t.Nodes, n)
	t.args = slices.Grow(t.args, n) // nearly every node is an argument once
}

// Append adds a node with the given arguments, which must be in the tree.
func (t *Tree) Append(n Node, args ...ID) ID {
	n.first, n.count = uint32(len(t.args)), uint32(len(args))
	t.args = append(t.args, args...)
	t.Nodes = append(t.Nodes, n)
	return ID(len(t.Nodes) - 1)
}

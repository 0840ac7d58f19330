package syntax

import "strings"

// kindNames are the heads of the kinds in String.
var kindNames = [...]string{
	Call: "call", Negate: "neg", Plus: "pos", Add: "+", Subtract: "-", Multiply: "*",
	Divide: "/", Power: "^", Equal: "=", NotEqual: "!=", Less: "<", LessEqual: "<=",
	Greater: ">", GreaterEqual: ">=", Chain: "chain", And: "and", Or: "or", Not: "not",
	Conditional: "if", Index: "index", List: "list", Transpose: "transpose",
}

// String names a kind the way Tree.String does: "+" for Add.
func (k Kind) String() string {
	switch k {
	case Number:
		return "number"
	case Name:
		return "name"
	}
	return kindNames[k]
}

// String returns the tree as an s-expression, for tests and for a look at how
// a formula was read:
//
//	-x^2          (neg (^ x 2))
//	f'(x)[1]      (index (call f' x) 1)
//	a < b <= c    (chain a < b <= c)
//
// It is linear in the nodes: the shared sides of a chain are written once.
func (t *Tree) String() string {
	if len(t.Nodes) == 0 {
		return ""
	}
	// An entry of the stack is a node to write, or a text that follows one.
	type entry struct {
		node ID
		text string
	}
	var b strings.Builder
	stack := []entry{{node: t.Root}}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top.text != "" {
			b.WriteString(top.text)
			continue
		}
		n, args := &t.Nodes[top.node], t.Args(top.node)
		if n.Kind == Number || n.Kind == Name {
			b.WriteString(n.Text)
			continue
		}
		b.WriteByte('(')
		b.WriteString(n.Kind.String())
		if n.Kind == Call {
			b.WriteByte(' ')
			b.WriteString(n.Text)
			b.WriteString(strings.Repeat("'", int(n.Primes)))
		}
		stack = append(stack, entry{text: ")"})
		for i := len(args) - 1; i >= 0; i-- {
			if n.Kind != Chain {
				stack = append(stack, entry{node: args[i]}, entry{text: " "})
				continue
			}
			sides := t.Args(args[i])
			stack = append(stack, entry{node: sides[1]}, entry{text: " " + t.Nodes[args[i]].Kind.String() + " "})
			if i == 0 {
				stack = append(stack, entry{node: sides[0]}, entry{text: " "})
			}
		}
	}
	return b.String()
}

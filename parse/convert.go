package parse

import (
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"

	"github.com/symgrad/symgrad/syntax"
)

// A frame is a node of the parser's tree whose operands are still to be
// visited, or (ready) have been.
type frame struct {
	node  ast.Node
	ready bool
}

// convert appends a tree of the parser, operands first. Offsets in it count
// from base. It works with a stack of its own: a sum is as deep as it is long.
func (s *scanner) convert(root ast.Node, base int) (syntax.ID, bool) {
	frames := append(s.frames[:0], frame{node: root})
	for len(frames) > 0 {
		f := &frames[len(frames)-1]
		node := f.node
		if f.ready {
			frames = frames[:len(frames)-1]
			if !s.build(node, base) {
				return 0, false
			}
			continue
		}
		if n, ok := node.(*ast.IdentifierNode); ok {
			frames = frames[:len(frames)-1]
			s.leaf(base+n.Location().From, len(n.Value))
			continue
		}
		f.ready = true
		frames = s.pushOperands(frames, node, base)
	}
	s.frames = frames[:0]
	id := s.values[len(s.values)-1]
	s.values = s.values[:len(s.values)-1]
	return id, true
}

// pushOperands pushes the operands of a node, the first on top.
func (s *scanner) pushOperands(frames []frame, node ast.Node, base int) []frame {
	switch n := node.(type) {
	case *ast.UnaryNode:
		frames = append(frames, frame{node: n.Node})
	case *ast.BinaryNode:
		if links := s.links(n, base); links != nil {
			for i := len(links) - 1; i >= 0; i-- {
				frames = append(frames, frame{node: links[i].Right})
			}
			return append(frames, frame{node: links[0].Left})
		}
		frames = append(frames, frame{node: n.Right}, frame{node: n.Left})
	case *ast.CallNode:
		for i := len(n.Arguments) - 1; i >= 0; i-- {
			frames = append(frames, frame{node: n.Arguments[i]})
		}
	case *ast.ArrayNode:
		for i := len(n.Nodes) - 1; i >= 0; i-- {
			frames = append(frames, frame{node: n.Nodes[i]})
		}
	case *ast.ConditionalNode:
		frames = append(frames, frame{node: n.Exp2}, frame{node: n.Exp1}, frame{node: n.Cond})
	case *ast.MemberNode:
		if isTranspose(n) {
			return append(frames, frame{node: n.Node})
		}
		for ; n != nil; n = innerIndex(n) {
			frames = append(frames, frame{node: n.Property})
			if innerIndex(n) == nil {
				frames = append(frames, frame{node: n.Node})
			}
		}
	}
	return frames
}

// links returns the relations of a chain from left to right, or nil if a node
// is no chain. The parser turns a < b < c into (a < b) && (b < c) with one
// node for both b, which keep the place of a relation; an "and" of the source
// has its own.
func (s *scanner) links(n *ast.BinaryNode, base int) []*ast.BinaryNode {
	var links []*ast.BinaryNode
	for n.Operator == "&&" && s.out[base+n.Location().From] != '&' {
		links = append(links, n.Right.(*ast.BinaryNode))
		n = n.Left.(*ast.BinaryNode)
	}
	if links == nil {
		return nil
	}
	links = append(links, n)
	for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
		links[i], links[j] = links[j], links[i]
	}
	return links
}

// isTranspose reports whether a member access is .T and not an index.
func isTranspose(n *ast.MemberNode) bool {
	_, ok := n.Property.(*ast.StringNode)
	return ok
}

// innerIndex returns W[i] of W[i][j], and nil if there is no such thing.
func innerIndex(n *ast.MemberNode) *ast.MemberNode {
	if inner, ok := n.Node.(*ast.MemberNode); ok && !isTranspose(inner) {
		return inner
	}
	return nil
}

// leaf appends what a name in the respelled formula stands for.
func (s *scanner) leaf(out, length int) {
	m := s.mappingAt(out)
	if m.held && m.out == out {
		s.values = append(s.values, m.node)
		return
	}
	start := m.source + out - m.out
	span := syntax.Span{Start: uint32(start), End: uint32(start + length)}
	text := s.source[start : start+length]
	switch c := text[0]; {
	case isDigit(c) || c == '.':
		s.push(syntax.Node{Kind: syntax.Number, Span: span, Text: text})
	case !utf8.RuneStart(c): // the second byte of a superscript
		span.Start--
		digit := "2"
		if s.source[span.Start:span.End] == "³" {
			digit = "3"
		}
		s.push(syntax.Node{Kind: syntax.Number, Span: span, Text: digit})
	case text == "½" || text == "¼" || text == "¾":
		above, below := "1", "4"
		switch text {
		case "½":
			below = "2"
		case "¾":
			above = "3"
		}
		s.push(syntax.Node{Kind: syntax.Number, Span: span, Text: above})
		s.push(syntax.Node{Kind: syntax.Number, Span: span, Text: below})
		s.make(syntax.Node{Kind: syntax.Divide, Span: span}, 2)
	default:
		s.push(syntax.Node{Kind: syntax.Name, Span: span, Text: nameText(text, false)})
	}
}

// push appends a node without arguments and leaves it on the stack of values.
func (s *scanner) push(n syntax.Node) { s.make(n, 0) }

// make appends a node whose arguments are the last values on the stack.
func (s *scanner) make(n syntax.Node, args int) {
	rest := len(s.values) - args
	id := s.tree.Append(n, s.values[rest:]...)
	s.values = append(s.values[:rest], id)
}

// build appends a node whose operands are on the stack of values.
func (s *scanner) build(node ast.Node, base int) bool {
	place := s.sourceAt(base + node.Location().From)
	switch n := node.(type) {
	case *ast.UnaryNode:
		kind := syntax.Not
		switch n.Operator {
		case "-":
			kind = syntax.Negate
		case "+":
			kind = syntax.Plus
		}
		s.make(syntax.Node{Kind: kind, Span: syntax.Span{Start: uint32(place), End: s.operandEnd(1)}}, 1)
	case *ast.BinaryNode:
		if links := s.links(n, base); links != nil {
			s.buildChain(links, base)
			return true
		}
		s.make(syntax.Node{Kind: s.binaryKind(n.Operator, place), Span: s.cover(2)}, 2)
	case *ast.CallNode:
		return s.buildCall(len(n.Callee.(*ast.IdentifierNode).Value), len(n.Arguments), place)
	case *ast.ArrayNode:
		s.make(syntax.Node{Kind: syntax.List, Span: syntax.Span{Start: uint32(place), End: s.closing(place)}}, len(n.Nodes))
	case *ast.ConditionalNode:
		s.make(syntax.Node{Kind: syntax.Conditional, Span: s.cover(3)}, 3)
	case *ast.MemberNode:
		if isTranspose(n) {
			s.make(syntax.Node{Kind: syntax.Transpose, Span: syntax.Span{Start: s.operandStart(1, place), End: uint32(place) + 1}}, 1)
			return true
		}
		args := 2
		for inner := innerIndex(n); inner != nil; inner = innerIndex(inner) {
			args++
		}
		span := syntax.Span{Start: s.operandStart(args, place), End: s.closing(place)}
		for _, id := range s.values[len(s.values)-args+1:] {
			if !s.checkIndex(id) {
				return false
			}
		}
		s.make(syntax.Node{Kind: syntax.Index, Span: span}, args)
	default:
		return s.fail(place, place+1, "this cannot be read", "write brackets round it")
	}
	return true
}

// binaryKind returns the kind of a binary operator at a place of the source.
func (s *scanner) binaryKind(operator string, place int) syntax.Kind {
	switch operator {
	case "+":
		return syntax.Add
	case "-":
		return syntax.Subtract
	case "*":
		return syntax.Multiply
	case "/":
		return syntax.Divide
	case "^":
		return syntax.Power
	case "&&":
		return syntax.And
	case "||":
		return syntax.Or
	}
	rest := s.source[place:s.end]
	switch {
	case strings.HasPrefix(rest, "<="), strings.HasPrefix(rest, "≤"):
		return syntax.LessEqual
	case strings.HasPrefix(rest, ">="), strings.HasPrefix(rest, "≥"):
		return syntax.GreaterEqual
	case strings.HasPrefix(rest, "!="), strings.HasPrefix(rest, "≠"):
		return syntax.NotEqual
	case rest[0] == '<':
		return syntax.Less
	case rest[0] == '>':
		return syntax.Greater
	}
	return syntax.Equal
}

// buildChain appends a chain; its sides are on the stack of values.
func (s *scanner) buildChain(links []*ast.BinaryNode, base int) {
	span := s.cover(len(links) + 1)
	first := len(s.values) - len(links) - 1
	for i, link := range links {
		place := s.sourceAt(base + link.Location().From)
		sides := [2]syntax.ID{s.values[first+i], s.values[first+i+1]}
		// The value at i is not needed again.
		s.values[first+i] = s.tree.Append(syntax.Node{Kind: s.binaryKind(link.Operator, place), Span: s.coverTwo(sides[0], sides[1])}, sides[0], sides[1])
	}
	s.values = s.values[:first+len(links)]
	s.make(syntax.Node{Kind: syntax.Chain, Span: span}, len(links))
}

// buildCall appends a call of the function whose name is at place.
func (s *scanner) buildCall(length, args, place int) bool {
	text := strings.TrimRight(s.source[place:place+length], "'")
	n := syntax.Node{
		Kind:   syntax.Call,
		Primes: uint8(length - len(text)),
		Span:   syntax.Span{Start: uint32(place), End: s.closing(s.skipBlanks(place + length))},
		Text:   nameText(text, true),
	}
	if n.Text == "if" {
		if args != 3 || n.Primes > 0 {
			return s.fail(place, place+2, "\"if\" takes a condition and two values", "write if(condition, value, other value)")
		}
		n.Kind, n.Text = syntax.Conditional, ""
	}
	s.make(n, args)
	return true
}

// checkIndex rejects an index that is a literal, but not 1, 2, 3, ...
func (s *scanner) checkIndex(id syntax.ID) bool {
	n := &s.tree.Nodes[id]
	literal := n
	if n.Kind == syntax.Negate || n.Kind == syntax.Plus {
		literal = &s.tree.Nodes[s.tree.Args(id)[0]]
	}
	if literal.Kind != syntax.Number {
		return true
	}
	span := n.Span
	switch {
	case n.Kind == syntax.Negate || strings.Trim(literal.Text, "0") == "":
		return s.fail(int(span.Start), int(span.End), "an index is at least 1", "write x[1] for the first entry")
	case strings.ContainsAny(literal.Text, ".e"):
		return s.fail(int(span.Start), int(span.End), "an index is a whole number", "write 1, 2, 3, ...")
	}
	return true
}

package parse

import (
	"strings"

	"github.com/symgrad/symgrad/syntax"
)

// W[i][j] is one operation with two subscripts, and so is (W[i])[j]. That an
// index ends is known only when something else than [ follows; until then it
// waits on the stack of operators. Its base and subscripts are the last
// values, the last subscript with the span of the index itself, the base with
// the one that includes brackets round the index.

// openIndex enters the brackets of a subscript.
func (s *scanner) openIndex() bool {
	if !s.subscripted() {
		s.operators = append(s.operators, operator{binding: subscript})
	}
	return s.open(index)
}

// closeIndex ends a subscript whose bracket has just been closed.
func (s *scanner) closeIndex() bool {
	if !s.checkIndex(s.top().id) {
		return false
	}
	s.operators[len(s.operators)-1].count++
	base := s.last()
	base.span.End = uint32(s.pos)
	s.top().span = base.span
	return true
}

// buildIndex builds an index that has ended.
func (s *scanner) buildIndex(subscripts int) {
	cover := s.last().span
	s.build(syntax.Node{Kind: syntax.Index, Span: s.top().span}, 1+subscripts)
	s.top().span = cover
}

// subscripted reports whether the last operand is an index that waits for
// more subscripts.
func (s *scanner) subscripted() bool {
	last := len(s.operators) - 1
	return last >= s.level().operators && s.operators[last].binding == subscript
}

// last returns the value whose span is that of the last operand.
func (s *scanner) last() *value {
	if s.subscripted() {
		subscripts := int(s.operators[len(s.operators)-1].count)
		return &s.values[len(s.values)-1-subscripts]
	}
	return s.top()
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

package parse

import (
	"sort"

	"github.com/symgrad/symgrad/syntax"
)

// Brackets leave no node, but the span of an operation includes those round
// its operands: (a+b)*c is one span. The brackets that belong to an operand
// are found in the source, beside its own span.

// cover returns the span of an operation on the last values of the stack.
func (s *scanner) cover(args int) syntax.Span {
	values := s.values[len(s.values)-args:]
	span := s.coverTwo(values[0], values[1])
	span.End = s.operandEnd(1)
	return span
}

// coverTwo returns the span of an operation on two nodes.
func (s *scanner) coverTwo(left, right syntax.ID) syntax.Span {
	before := s.tree.Nodes[right].Span.Start
	return syntax.Span{Start: s.startWithBrackets(left, before), End: s.endWithBrackets(right)}
}

// operandStart returns where the first of the last values on the stack
// begins, with its brackets, which close before a place.
func (s *scanner) operandStart(args, before int) uint32 {
	return s.startWithBrackets(s.values[len(s.values)-args], uint32(before))
}

// operandEnd returns where one of the last values on the stack ends, with its
// brackets; an operator stands before it.
func (s *scanner) operandEnd(back int) uint32 {
	return s.endWithBrackets(s.values[len(s.values)-back])
}

// startWithBrackets returns where a node begins with the brackets round it
// that close before a place.
func (s *scanner) startWithBrackets(id syntax.ID, before uint32) uint32 {
	start := s.tree.Nodes[id].Span.Start
	for {
		open, found := s.bracketLeftOf(start)
		if !found || open.close == 0 || open.close > before {
			return start
		}
		start = open.open
	}
}

// endWithBrackets returns where a node ends with the brackets round it. The
// operator before the node ends the search.
func (s *scanner) endWithBrackets(id syntax.ID) uint32 {
	span := s.tree.Nodes[id].Span
	for start := span.Start; ; {
		open, found := s.bracketLeftOf(start)
		if !found {
			return span.End
		}
		start, span.End = open.open, open.close+1
	}
}

// bracketLeftOf returns the ( that stands left of a place, if there is one.
func (s *scanner) bracketLeftOf(place uint32) (bracket, bool) {
	for place > 0 && (s.source[place-1] == ' ' || s.source[place-1] == '\t') {
		place--
	}
	if place == 0 || s.source[place-1] != '(' {
		return bracket{}, false
	}
	return s.bracketAt(place - 1)
}

// bracketAt returns the bracket that opens at a place.
func (s *scanner) bracketAt(place uint32) (bracket, bool) {
	i := sort.Search(len(s.brackets), func(i int) bool { return s.brackets[i].open >= place })
	if i == len(s.brackets) || s.brackets[i].open != place {
		return bracket{}, false
	}
	return s.brackets[i], true
}

// closing returns the end of the bracket that opens at a place.
func (s *scanner) closing(place int) uint32 {
	b, _ := s.bracketAt(uint32(place))
	return b.close + 1
}

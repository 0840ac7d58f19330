package parse

import (
	"unicode/utf8"

	"github.com/symgrad/symgrad/syntax"
)

// operand reads a token where an operand is expected. It returns whether one
// is still expected after it.
func (s *scanner) operand() (operandNext, ok bool) {
	switch c := s.source[s.pos]; {
	case isNameByte(c) && !isDigit(c):
		return s.name()
	case isDigit(c):
		return false, s.number()
	case c == '.' && isDigit(s.peek(s.pos+1)):
		return false, s.number()
	case c == '(':
		return true, s.open(group)
	case c == '[':
		if s.peek(s.skipBlanks(s.pos+1)) == ']' {
			return false, s.fail(s.pos, s.skipBlanks(s.pos+1)+1, "this list is empty", "write its entries, as in [1, 2]")
		}
		return true, s.open(list)
	case c == '-':
		return true, s.prefix(syntax.Negate, 1)
	case c == '+':
		return true, s.prefix(syntax.Plus, 1)
	case c == ')' && s.recent[0].class == opening && s.level().kind == call:
		return false, s.close() // f(): how many arguments a function takes is not asked here
	case c >= utf8.RuneSelf:
		return s.unicodeOperand()
	}
	return false, s.badOperand()
}

// unicodeOperand reads an operand that starts outside ASCII.
func (s *scanner) unicodeOperand() (operandNext, ok bool) {
	switch r, size := utf8.DecodeRuneInString(s.source[s.pos:s.end]); {
	case isGreek(r):
		return s.name()
	case r == '−':
		return true, s.prefix(syntax.Negate, size)
	case r == '½' || r == '¼' || r == '¾':
		return false, s.fraction(r, size)
	case r == '√':
		if at := s.skipBlanks(s.pos + size); s.peek(at) != '(' {
			return false, s.fail(s.pos, s.pos+size, "the root sign needs brackets", "write √("+s.nextOperand(at)+")")
		}
		return true, s.openCall(size)
	}
	return false, s.badOperand()
}

// prefix reads a sign or a "not".
func (s *scanner) prefix(kind syntax.Kind, length int) bool {
	s.shift(kind, prefix)
	s.take(sign, length)
	return true
}

// leaf appends a name or number, which stands here, and moves past it.
func (s *scanner) leaf(kind syntax.Kind, c class, length int, text string) {
	span := syntax.Span{Start: uint32(s.pos), End: uint32(s.pos + length)}
	s.build(syntax.Node{Kind: kind, Span: span, Text: text}, 0)
	s.take(c, length)
	s.nodes++
}

// fraction reads ½, ¼ or ¾: a quotient of two numbers in one place.
func (s *scanner) fraction(r rune, length int) bool {
	above, below := "1", "4"
	switch r {
	case '½':
		below = "2"
	case '¾':
		above = "3"
	}
	span := syntax.Span{Start: uint32(s.pos), End: uint32(s.pos + length)}
	s.build(syntax.Node{Kind: syntax.Number, Span: span, Text: above}, 0)
	s.build(syntax.Node{Kind: syntax.Number, Span: span, Text: below}, 0)
	s.build(syntax.Node{Kind: syntax.Divide, Span: span}, 2)
	s.take(fraction, length)
	s.nodes += 3
	return true
}

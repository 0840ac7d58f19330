package parse

import (
	"unicode/utf8"

	"github.com/symgrad/symgrad/syntax"
)

// operator reads a token after an operand. It returns whether an operand is
// expected next.
func (s *scanner) operator() (operandNext, ok bool) {
	c, next := s.source[s.pos], s.peek(s.pos+1)
	switch {
	case c == '+':
		return true, s.arithmetic(syntax.Add, 1)
	case c == '-':
		return true, s.arithmetic(syntax.Subtract, 1)
	case c == '*' && next == '*':
		return true, s.power(2)
	case c == '*':
		return true, s.arithmetic(syntax.Multiply, 1)
	case c == '/':
		return true, s.arithmetic(syntax.Divide, 1)
	case c == '^':
		return true, s.power(1)
	case c == ')' || c == ']':
		return false, s.close()
	case c == ',':
		return true, s.comma()
	case c == '=' && next == '=':
		return true, s.relation(syntax.Equal, 2)
	case c == '=' && next != '>' && next != '<':
		return true, s.relation(syntax.Equal, 1)
	case c == '!' && next == '=':
		return true, s.relation(syntax.NotEqual, 2)
	case c == '<' && next == '=':
		return true, s.relation(syntax.LessEqual, 2)
	case c == '>' && next == '=':
		return true, s.relation(syntax.GreaterEqual, 2)
	case c == '<' && next != '>':
		return true, s.relation(syntax.Less, 1)
	case c == '>':
		return true, s.relation(syntax.Greater, 1)
	case c == '[' && s.indexable():
		if s.peek(s.skipBlanks(s.pos+1)) == ']' {
			return false, s.fail(s.pos, s.skipBlanks(s.pos+1)+1, "the index is missing", "write it in the brackets, as in x[1]")
		}
		return true, s.openIndex()
	case c == '.' && next == 'T' && !s.inName(s.pos+2) && s.indexable():
		return false, s.transpose()
	case c == '?':
		return true, s.question()
	case c == ':' && next != '=':
		return true, s.colon()
	case c == 'a' && s.word() == "and":
		return true, s.connective(syntax.And, conjunction, 3)
	case c == 'o' && s.word() == "or":
		return true, s.connective(syntax.Or, disjunction, 2)
	case c >= utf8.RuneSelf:
		return s.unicodeOperator()
	}
	return false, s.badOperator()
}

// unicodeOperator reads an operator outside ASCII.
func (s *scanner) unicodeOperator() (operandNext, ok bool) {
	switch r, size := utf8.DecodeRuneInString(s.source[s.pos:s.end]); r {
	case '−':
		return true, s.arithmetic(syntax.Subtract, size)
	case '·', '⋅', '×':
		return true, s.arithmetic(syntax.Multiply, size)
	case '÷':
		return true, s.arithmetic(syntax.Divide, size)
	case '≤':
		return true, s.relation(syntax.LessEqual, size)
	case '≥':
		return true, s.relation(syntax.GreaterEqual, size)
	case '≠':
		return true, s.relation(syntax.NotEqual, size)
	case '²':
		return false, s.superscript("2", size)
	case '³':
		return false, s.superscript("3", size)
	}
	return false, s.badOperator()
}

// indexable reports whether [ or .T may follow the last token.
func (s *scanner) indexable() bool {
	switch s.recent[0].class {
	case name, closing, transpose:
		return true
	}
	return false
}

// arithmetic reads + - * or / between operands. All of them group to the left.
func (s *scanner) arithmetic(kind syntax.Kind, length int) bool {
	if not := s.level().negation; not >= 0 {
		return s.looseNot(not, length)
	}
	binds, c := sum, operation
	switch kind {
	case syntax.Multiply:
		binds = product
	case syntax.Divide:
		binds, c = product, slash
	}
	s.reduce(binds)
	s.shift(kind, binds)
	s.take(c, length)
	return true
}

// power reads ^ or **, which groups to the right: no power before it is
// reduced.
func (s *scanner) power(length int) bool {
	if s.recent[0].class == superscript {
		return s.fail(s.pos, s.pos+length, "a power of a power needs brackets", "write (x^2)^3 or x^(2^3)")
	}
	s.reduce(subscript)
	s.shift(syntax.Power, exponent)
	s.take(power, length)
	if s.powers++; s.powers > s.limits.Powers {
		return s.exceed(s.recent[0].start, s.recent[0].end, "powers", "a power tower of more than %d", s.limits.Powers)
	}
	return true
}

// superscript reads ² or ³. No operator binds tighter, so that the power can
// be built at once.
func (s *scanner) superscript(digit string, length int) bool {
	if s.recent[0].class == superscript {
		return s.fail(s.pos, s.pos+length, "one superscript digit after another", "write the exponent as in x^23")
	}
	s.reduce(subscript)
	s.leaf(syntax.Number, superscript, length, digit)
	s.build(syntax.Node{Kind: syntax.Power, Span: s.cover(2)}, 2)
	s.nodes++
	return true
}

// transpose reads .T, which binds like an index.
func (s *scanner) transpose() bool {
	s.reduce(subscript)
	s.take(transpose, 2)
	s.build(syntax.Node{Kind: syntax.Transpose, Span: syntax.Span{Start: s.top().span.Start, End: uint32(s.pos)}}, 1)
	s.nodes++
	return true
}

// relation reads a relation. All of them have one precedence; several in a
// row are a chain, which is built as a whole.
func (s *scanner) relation(kind syntax.Kind, length int) bool {
	lv := s.level()
	if lv.negation >= 0 {
		return s.looseNot(lv.negation, length)
	}
	lv.relations++
	if s.source[s.pos] == '=' {
		lv.equality = s.pos
	}
	if lv.branch == 0 {
		lv.branch = s.pos
	}
	s.reduce(sum)
	s.shift(kind, relation)
	s.take(operation, length)
	s.nodes++ // perhaps a chain
	return true
}

// connective reads "and" or "or".
func (s *scanner) connective(kind syntax.Kind, binds binding, length int) bool {
	lv := s.level()
	lv.negation, lv.relations, lv.equality = -1, 0, -1
	s.reduce(binds)
	s.shift(kind, binds)
	s.take(operation, length)
	return true
}

package parse

import "unicode/utf8"

// operator reads a token after an operand. It returns whether an operand is
// expected next.
func (s *scanner) operator() (operandNext, ok bool) {
	c, next := s.source[s.pos], s.peek(s.pos+1)
	switch {
	case c == '+' || c == '-':
		return true, s.sum(1, string(c))
	case c == '*' && next == '*':
		return true, s.power(2)
	case c == '*':
		return true, s.product(operation, 1, "*")
	case c == '/':
		return true, s.product(slash, 1, "/")
	case c == '^':
		return true, s.power(1)
	case c == ')' || c == ']':
		return false, s.close()
	case c == ',':
		return true, s.comma()
	case c == '=' && next != '>' && next != '<':
		if next == '=' {
			return true, s.relation(2)
		}
		return true, s.relation(1)
	case (c == '<' && next != '>' || c == '>' || c == '!') && next == '=':
		return true, s.relation(2)
	case c == '<' && next != '>' || c == '>':
		return true, s.relation(1)
	case c == '[' && s.indexable():
		if s.peek(s.skipBlanks(s.pos+1)) == ']' {
			return false, s.fail(s.pos, s.skipBlanks(s.pos+1)+1, "the index is missing", "write it in the brackets, as in x[1]")
		}
		return true, s.open(index)
	case c == '.' && next == 'T' && !s.inName(s.pos+2) && s.indexable():
		s.take(transpose, 2, ".T")
		s.nodes++
		return false, true
	case c == '?':
		return true, s.question()
	case c == ':' && next != '=':
		return true, s.colon()
	case c == 'a' && s.word() == "and":
		return true, s.connective(3, "&&")
	case c == 'o' && s.word() == "or":
		return true, s.connective(2, "||")
	case c >= utf8.RuneSelf:
		return s.unicodeOperator()
	}
	return false, s.badOperator()
}

// unicodeOperator reads an operator outside ASCII.
func (s *scanner) unicodeOperator() (operandNext, ok bool) {
	switch r, size := utf8.DecodeRuneInString(s.source[s.pos:s.end]); r {
	case '−':
		return true, s.sum(size, "-")
	case '·', '⋅', '×':
		return true, s.product(operation, size, "*")
	case '÷':
		return true, s.product(slash, size, "/")
	case '≤', '≥', '≠':
		return true, s.relation(size)
	case '²', '³':
		return false, s.superscript(size)
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

// sum reads a binary + or -. The sum so far goes into the tree when it has
// become long.
func (s *scanner) sum(length int, spelling string) bool {
	lv := &s.levels[len(s.levels)-1]
	if len(s.out)-lv.sum > pieceBytes && !s.fold(lv.sum) {
		return false
	}
	ok := s.arithmetic(operation, length, spelling)
	lv.product = len(s.out)
	return ok
}

// product reads a multiplication or division. The product so far goes into
// the tree when it has become long.
func (s *scanner) product(c class, length int, spelling string) bool {
	lv := &s.levels[len(s.levels)-1]
	if len(s.out)-lv.product > pieceBytes && !s.fold(lv.product) {
		return false
	}
	return s.arithmetic(c, length, spelling)
}

// arithmetic reads a binary operator of arithmetic.
func (s *scanner) arithmetic(c class, length int, spelling string) bool {
	lv := &s.levels[len(s.levels)-1]
	if lv.negation >= 0 {
		return s.looseNot(lv.negation, length)
	}
	s.loosen(lv)
	s.take(c, length, spelling)
	s.nodes++
	return true
}

// power reads ^ or **.
func (s *scanner) power(length int) bool {
	if s.recent[0].class == superscript {
		return s.fail(s.pos, s.pos+length, "a power of a power needs brackets", "write (x^2)^3 or x^(2^3)")
	}
	lv := &s.levels[len(s.levels)-1]
	lv.powers++
	s.powers++
	s.nodes++
	s.take(power, length, "^")
	if s.powers > s.limits.Powers {
		return s.exceed(s.recent[0].start, s.recent[0].end, "powers", "a power tower of more than %d", s.limits.Powers)
	}
	return true
}

// superscript reads ² or ³: two bytes, which the parser sees as ^ and a name.
func (s *scanner) superscript(length int) bool {
	if s.recent[0].class == superscript {
		return s.fail(s.pos, s.pos+length, "one superscript digit after another", "write the exponent as in x^23")
	}
	s.take(superscript, length, "^_")
	s.nodes += 2
	return true
}

// relation reads a relation. All of them are < to the parser, which gives
// them one level and lets them form chains.
func (s *scanner) relation(length int) bool {
	lv := &s.levels[len(s.levels)-1]
	if lv.negation >= 0 {
		return s.looseNot(lv.negation, length)
	}
	s.loosen(lv)
	lv.relations++
	if s.source[s.pos] == '=' {
		lv.equality = s.pos
	}
	if lv.branch == 0 {
		lv.branch = s.pos
	}
	s.take(operation, length, "<")
	s.nodes += 2 // itself, and perhaps a chain
	lv.sum, lv.product = len(s.out), len(s.out)
	return true
}

// connective reads "and" or "or".
func (s *scanner) connective(length int, spelling string) bool {
	lv := &s.levels[len(s.levels)-1]
	s.loosen(lv)
	lv.negation, lv.relations, lv.equality = -1, 0, -1
	s.take(operation, length, spelling)
	s.nodes++
	lv.sum, lv.product = len(s.out), len(s.out)
	return true
}

// question reads the ? of a conditional.
func (s *scanner) question() bool {
	lv := &s.levels[len(s.levels)-1]
	if lv.relations > 1 && lv.equality >= 0 {
		return s.fail(lv.equality, lv.equality+1, "it is not clear whether this = belongs to the condition",
			"write brackets: y = (c ? a : b)")
	}
	lv.conditionals++
	s.conditionals++
	lv.waiting++
	lv.question = s.pos
	s.newOperand(lv, -1)
	s.take(operation, 1, "?")
	s.nodes++
	lv.sum, lv.product = len(s.out), len(s.out)
	if s.conditionals > s.limits.Conditionals {
		return s.exceed(lv.question, lv.question+1, "conditionals", "more than %d conditionals in a row", s.limits.Conditionals)
	}
	return true
}

// colon reads the : of a conditional.
func (s *scanner) colon() bool {
	lv := &s.levels[len(s.levels)-1]
	if lv.waiting == 0 {
		return s.fail(s.pos, s.pos+1, "this : has no ? before it", "write condition ? value : other value")
	}
	if !s.endBranch(lv) {
		return false
	}
	lv.waiting--
	s.newOperand(lv, 0)
	s.take(operation, 1, ":")
	lv.sum, lv.product = len(s.out), len(s.out)
	return true
}

// comma reads the comma between arguments or entries.
func (s *scanner) comma() bool {
	lv := &s.levels[len(s.levels)-1]
	switch lv.kind {
	case whole:
		return s.fail(s.pos, s.pos+1, "a comma outside brackets: one formula is expected", "write [a, b] for a list, 0.5 for a decimal")
	case group:
		return s.fail(s.pos, s.pos+1, "a comma inside plain brackets", "write [a, b] for a list")
	case index:
		return s.fail(s.pos, s.pos+1, "one index is expected in each pair of brackets", "write x[i][j]")
	}
	if !s.endItem() {
		return false
	}
	s.conditionals -= lv.conditionals
	lv.conditionals = 0
	s.newOperand(lv, -1)
	s.take(operation, 1, ",")
	lv.sum, lv.product = len(s.out), len(s.out)
	return true
}

// newOperand notes that nothing of what came before at this level binds what
// comes now.
func (s *scanner) newOperand(lv *level, branch int) {
	s.loosen(lv)
	lv.negation, lv.relations, lv.equality, lv.branch = -1, 0, -1, branch
}

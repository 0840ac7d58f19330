package parse

import "unicode/utf8"

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
	case c == '-' || c == '+':
		return true, s.prefix(1, string(c))
	case c == ')' && s.recent[0].class == opening && s.levels[len(s.levels)-1].kind == call:
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
		return true, s.prefix(size, "-")
	case r == '½' || r == '¼' || r == '¾':
		s.takeOperand(fraction, size)
		s.nodes += 2
		return false, true
	case r == '√':
		if at := s.skipBlanks(s.pos + size); s.peek(at) != '(' {
			return false, s.fail(s.pos, s.pos+size, "the root sign needs brackets", "write √("+s.nextOperand(at)+")")
		}
		s.takeOperand(name, size)
		s.space()
		return true, s.open(call)
	}
	return false, s.badOperand()
}

// prefix reads a sign or a "not".
func (s *scanner) prefix(length int, spelling string) bool {
	lv := &s.levels[len(s.levels)-1]
	lv.prefixes++
	s.prefixes++
	s.nodes++
	s.take(sign, length, spelling)
	if s.prefixes > s.limits.Prefixes {
		return s.exceed(s.recent[0].start, s.recent[0].end, "prefixes", "more than %d signs in a row", s.limits.Prefixes)
	}
	return true
}

// open enters a bracket.
func (s *scanner) open(kind levelKind) bool {
	if len(s.levels) > s.limits.Nesting {
		return s.exceed(s.pos, s.pos+1, "nesting", "more than %d brackets inside each other", s.limits.Nesting)
	}
	s.brackets = append(s.brackets, bracket{open: uint32(s.pos)})
	s.take(opening, 1, s.source[s.pos:s.pos+1])
	s.levels = append(s.levels, newLevel(kind, len(s.brackets)-1, len(s.out)))
	if kind != group {
		s.nodes++
	}
	return true
}

// close leaves a bracket.
func (s *scanner) close() bool {
	c := s.source[s.pos]
	lv := &s.levels[len(s.levels)-1]
	if lv.kind == whole {
		return s.fail(s.pos, s.pos+1, "this "+string(c)+" closes nothing", "there is no "+string(partner(c))+" before it")
	}
	b := &s.brackets[lv.bracket]
	if open := s.source[b.open]; partner(open) != c {
		return s.mismatch(open, c)
	}
	if !s.endItem() {
		return false
	}
	b.close = uint32(s.pos)
	s.loosen(lv)
	s.conditionals -= lv.conditionals
	s.levels = s.levels[:len(s.levels)-1]
	s.take(closing, 1, string(c))
	return true
}

// endItem ends what stands between two commas or brackets.
func (s *scanner) endItem() bool {
	lv := &s.levels[len(s.levels)-1]
	if lv.waiting > 0 {
		return s.fail(lv.question, lv.question+1, "this ? has no : after it", "write condition ? value : other value")
	}
	return s.endBranch(lv)
}

// endBranch ends a branch of a conditional, if it was one.
func (s *scanner) endBranch(lv *level) bool {
	if lv.branch > 0 {
		return s.fail(lv.branch, lv.branch+1, "it is not clear whether this relation belongs to the last branch of the conditional",
			"write brackets: (c ? a : b) = d, or c ? a : (b = d)")
	}
	return true
}

// loosen notes that an operator came that binds looser than signs and powers:
// the parser comes back from all that are pending.
func (s *scanner) loosen(lv *level) {
	s.prefixes -= lv.prefixes
	s.powers -= lv.powers
	lv.prefixes, lv.powers = 0, 0
}

// partner returns the bracket that goes with another.
func partner(c byte) byte {
	switch c {
	case '(':
		return ')'
	case ')':
		return '('
	case '[':
		return ']'
	}
	return '['
}

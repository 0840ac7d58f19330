package parse

import (
	"fmt"

	"github.com/symgrad/symgrad/syntax"
)

// fail sets the error and returns false, for the caller to return.
func (s *scanner) fail(start, end int, message, hint string) bool {
	s.err = syntax.NewError(s.source, syntax.Span{Start: uint32(start), End: uint32(end)}, message, hint)
	return false
}

// exceed sets the error of a limit.
func (s *scanner) exceed(start, end int, limit, format string, most int) bool {
	s.fail(start, end, fmt.Sprintf(format, most), "")
	s.err.Limit = limit
	return false
}

// sizeText writes a number of bytes.
func sizeText(bytes int) string {
	if bytes >= 1<<20 && bytes%(1<<20) == 0 {
		return fmt.Sprintf("%d MiB", bytes>>20)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// missingOperand is the error of an operator or bracket at a place where an
// operand is expected; start is the end of the formula if nothing is there.
func (s *scanner) missingOperand(start, end int) bool {
	found := s.source[start:end]
	last := s.recent[0]
	switch last.class {
	case sign, power, slash, operation:
		if start == s.end {
			return s.fail(last.start, last.end, "the formula ends after "+s.text(last), "write what comes next, or leave out the "+s.text(last))
		}
		return s.fail(start, end, "there is nothing between "+s.text(last)+" and "+found, "write an operand there")
	case opening:
		if start == s.end {
			return s.fail(last.start, last.end, "the formula ends after "+s.text(last), "write what comes next, and the closing bracket")
		}
		if found == ")" || found == "]" {
			if found[0] != partner(s.source[last.start]) {
				return s.mismatch(s.source[last.start], found[0])
			}
			return s.fail(last.start, end, "there is nothing in these brackets", "write an expression between them")
		}
		return s.fail(start, end, "there is nothing between "+s.text(last)+" and "+found, "write an operand there")
	}
	if found == ")" || found == "]" {
		return s.fail(start, end, "this "+found+" closes nothing", "there is no "+string(partner(found[0]))+" before it")
	}
	return s.fail(start, end, "there is nothing before "+found, "write an operand there")
}

// mismatch is the error of a bracket closed by one of the other shape.
func (s *scanner) mismatch(open, found byte) bool {
	place := syntax.NewError(s.source, syntax.Span{Start: uint32(s.level().open)}, "", "")
	return s.fail(s.pos, s.pos+1,
		fmt.Sprintf("%c does not match the %c in column %d", found, open, place.Column),
		fmt.Sprintf("write %c to close it", partner(open)))
}

// looseNot is the error of an operator that a "not" before it does not reach
// over.
func (s *scanner) looseNot(not, length int) bool {
	return s.fail(not, not+3, "\"not\" binds tighter than "+s.source[s.pos:s.pos+length], "write brackets, as in not (a == b)")
}

// badOperand is the error of what cannot start an operand.
func (s *scanner) badOperand() bool {
	c := s.source[s.pos]
	switch c {
	case '*', '/', '^', '+', ',', ')', ']', '?', ':', '=', '<', '>':
		end := s.pos + 1
		if c == '/' && s.recent[0].class == slash && s.recent[0].end == s.pos {
			return s.fail(s.pos-1, end, "// has no meaning here", "write a/b for the quotient, floor(a/b) for its whole part")
		}
		return s.missingOperand(s.pos, end)
	case '!':
		if s.peek(s.pos+1) == '=' {
			return s.missingOperand(s.pos, s.pos+2)
		}
		return s.fail(s.pos, s.pos+1, "! has no meaning here", "write not for the negation")
	case '.':
		return s.fail(s.pos, s.pos+1, "a point without digits behind it", "write a number such as 0.5")
	case '|':
		return s.fail(s.pos, s.pos+1, "| has no meaning here", "write abs(x) for |x|, norm(v) for ||v||")
	case '\'':
		return s.fail(s.pos, s.pos+1, "a prime stands right behind the name of a function", "write f'(x)")
	}
	return s.foreign(s.pos)
}

// badOperator is the error of what cannot follow an operand.
func (s *scanner) badOperator() bool {
	c, next, last := s.source[s.pos], s.peek(s.pos+1), s.recent[0]
	one := func(message, hint string) bool { return s.fail(s.pos, s.pos+1, message, hint) }
	two := func(message, hint string) bool { return s.fail(s.pos, s.pos+2, message, hint) }
	switch {
	case c == '(', c == '[', isNameByte(c), s.startsUnicodeOperand():
		return s.implicit()
	case c == '=' && next == '>':
		return two("=> has no meaning here", "write >=")
	case c == '=' && next == '<':
		return two("=< has no meaning here", "write <=")
	case c == '<' && next == '>':
		return two("<> has no meaning here", "write !=")
	case c == ':' && next == '=':
		return two(":= has no meaning here", "write =")
	case c == '!':
		return one("! has no meaning here", "write factorial("+s.shown(last, "n")+") for the factorial, != for \"not equal\"")
	case c == '%' && last.class == number:
		return one("% has no meaning here", "write "+s.shown(last, "10")+"/100")
	case c == '%':
		return one("% has no meaning here", "write a - b*floor(a/b) for the remainder, 10/100 for 10%")
	case c == '&' && next == '&':
		return two("&& has no meaning here", "write and")
	case c == '|' && next == '|':
		return two("|| has no meaning here", "write or for the alternative, norm(v) for ||v||")
	case c == '|':
		return one("| has no meaning here", "write abs(x) for |x|; the alternative is spelled or")
	case c == '\'':
		return s.badPrime(s.pos, s.pos+1)
	case c == '.' && isDigit(next):
		return s.implicit()
	case c == '.' && s.word1() == "T":
		return s.fail(s.pos, s.pos+2, "only a name, an index, a call or brackets can be transposed", "write * if a product is meant")
	case c == '.':
		return one("a point has no meaning here", "write W.T for the transpose, * for a product, 0.5 for a decimal")
	}
	return s.foreign(s.pos)
}

// word1 returns the name after the point that stands here.
func (s *scanner) word1() string { return s.source[s.pos+1 : s.nameEnd(s.pos+1)] }

// shown returns the text of a token for a message if it is short and simple,
// and else a stand-in.
func (s *scanner) shown(t token, standIn string) string {
	if (t.class == name || t.class == number) && t.end-t.start <= 20 {
		return s.text(t)
	}
	return standIn
}

// badPrime is the error of primes that no call follows.
func (s *scanner) badPrime(start, end int) bool {
	return s.fail(start, end, "a prime stands between the name of a function and its bracket",
		"write f'(x) for a derivative, W.T for a transpose, y_prime for a name")
}

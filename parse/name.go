package parse

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/symgrad/symgrad/syntax"
)

// name reads a name where an operand is expected: a variable, a function with
// its primes and opening bracket, or "not".
func (s *scanner) name() (operandNext, ok bool) {
	end := s.nameEnd(s.pos)
	text := s.source[s.pos:end]
	if len(text) > s.limits.Name {
		return false, s.exceed(s.pos, end, "name", "a name of more than %d bytes", s.limits.Name)
	}
	switch text {
	case "and", "or":
		return false, s.missingOperand(s.pos, end)
	case "not":
		s.level().negation = s.pos
		return true, s.prefix(syntax.Not, len(text))
	}
	if at, ok := badMark(text); !ok {
		return false, s.foreign(s.pos + at)
	}
	primes := end
	for s.peek(end) == '\'' {
		end++
	}
	bracket := s.skipBlanks(end)
	applied := s.peek(bracket) == '('
	switch {
	case !applied && end > primes:
		return false, s.badPrime(primes, end)
	case !applied && text == "if":
		return false, s.fail(s.pos, end, "\"if\" cannot be a name", "write if(condition, value, other value)")
	case applied && s.differential(text):
		return false, s.leibniz(s.recent[1].start, end)
	case end-primes > maxPrimes:
		return false, s.exceed(primes, end, "primes", "more than %d primes", maxPrimes)
	}
	if applied {
		return true, s.openCall(end - s.pos)
	}
	s.leaf(syntax.Name, name, len(text), nameText(text, false))
	return false, true
}

// maxPrimes is the most primes that a syntax.Node can hold.
const maxPrimes = 255

// word returns the ASCII name that starts here.
func (s *scanner) word() string { return s.source[s.pos:s.nameEnd(s.pos)] }

// nameEnd returns where the name that starts at p ends. Combining marks are
// taken in: they may be part of a Greek letter.
func (s *scanner) nameEnd(p int) int {
	for p < s.end {
		if c := s.source[p]; c < utf8.RuneSelf {
			if !isNameByte(c) {
				break
			}
			p++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.source[p:s.end])
		if !isGreek(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		p += size
	}
	return p
}

// inName reports whether a code point at p would continue a name.
func (s *scanner) inName(p int) bool { return s.nameEnd(p) > p }

// badMark returns the offset of a combining mark that does not make a Greek
// letter with what is before it.
func badMark(text string) (at int, ok bool) {
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			return badMarkAfter(text, i)
		}
	}
	return 0, true
}

// badMarkAfter is badMark for a text that is ASCII only up to an offset.
func badMarkAfter(text string, ascii int) (at int, ok bool) {
	for i, r := range text[ascii:] {
		if !isMark(r) {
			continue
		}
		at, next := ascii+i, ascii+i+utf8.RuneLen(r)
		for _, composed := range norm.NFC.String(text[:next]) {
			if composed >= utf8.RuneSelf && !isGreek(composed) {
				return at, false
			}
		}
	}
	return 0, true
}

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// nameText returns the text of a name in the tree: in NFC, and the Unicode
// spellings replaced.
func nameText(text string, applied bool) string {
	for i := 0; i < len(text); i++ {
		if text[i] < utf8.RuneSelf {
			continue
		}
		switch {
		case text == "π":
			return "pi"
		case text == "√":
			return "sqrt"
		case text == "σ" && applied:
			return "sigmoid"
		}
		return norm.NFC.String(text)
	}
	return text
}

// isNameByte reports whether an ASCII byte may be part of a name.
func isNameByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || isDigit(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isGreek reports whether a code point is a Greek letter. The ohm sign is
// one, since NFC makes it an omega.
func isGreek(r rune) bool {
	switch {
	case 0x370 <= r && r <= 0x3FF, 0x1F00 <= r && r <= 0x1FFF:
		return unicode.IsLetter(r) && r != 0x37A && r != 0x1FBE // spacing iota subscripts
	}
	return r == 0x2126
}

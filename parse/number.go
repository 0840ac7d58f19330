package parse

import (
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/syntax"
)

// number reads a number: digits[.digits][e[+-]digits] or .digits.
func (s *scanner) number() bool {
	p := s.digitsEnd(s.pos)
	digits := p - s.pos
	leadingPoint := digits == 0
	if s.peek(p) == '.' {
		q := s.digitsEnd(p + 1)
		if q == p+1 {
			return s.badPoint(p)
		}
		digits += q - p - 1
		p = q
	}
	if digits > s.limits.Digits {
		return s.exceed(s.pos, p, "digits", "a number of more than %d digits", s.limits.Digits)
	}
	if c := s.peek(p); c == 'e' || c == 'E' {
		q := p + 1
		if c := s.peek(q); c == '+' || c == '-' {
			q++
		}
		if end := s.digitsEnd(q); end > q {
			if leadingPoint || c == 'E' {
				text := strings.ToLower(s.source[s.pos:end])
				if leadingPoint {
					text = "0" + text
				}
				return s.fail(s.pos, end, "this is not how a number is written", "write "+shorten(text))
			}
			if e, err := strconv.Atoi(s.source[q:end]); err != nil || e > s.limits.Exponent {
				return s.exceed(p, end, "exponent", "an exponent of ten beyond %d", s.limits.Exponent)
			}
			p = end
		}
	}
	if p < s.end && (isNameByte(s.source[p]) || s.source[p] == '.') {
		return s.badNumber(p)
	}
	s.leaf(syntax.Number, number, p-s.pos, s.source[s.pos:p])
	return true
}

// digitsEnd returns where the digits that start at p end.
func (s *scanner) digitsEnd(p int) int {
	for p < s.end && isDigit(s.source[p]) {
		p++
	}
	return p
}

// badPoint is the error of a point that no digit follows.
func (s *scanner) badPoint(point int) bool {
	if s.peek(point+1) == '.' {
		return s.fail(point, point+2, "ranges such as 1..5 have no meaning here", "write one number, such as 1.5")
	}
	whole := s.source[s.pos:point]
	return s.fail(s.pos, point+1, "digits are missing behind the point", "write "+shorten(whole)+" or "+shorten(whole)+".0")
}

// badNumber is the error of a number from s.pos to end that something follows
// which belongs to no number.
func (s *scanner) badNumber(end int) bool {
	text := s.source[s.pos:end]
	if s.source[end] == '.' {
		return s.fail(end, end+1, "a number with two points", "write one, as in 1.23, and * between two numbers")
	}
	wordEnd := s.nameEnd(end)
	word := s.source[end:wordEnd]
	switch c := word[0] | 0x20; {
	case word[0] == '_':
		plain := text
		for i := 0; i < len(word) && (word[i] == '_' || isDigit(word[i])); i++ {
			plain += strings.Trim(word[i:i+1], "_")
		}
		return s.fail(s.pos, wordEnd, "digits are not grouped with _", "write "+shorten(plain))
	case text == "0" && len(word) > 1 && (c == 'x' && isHex(word[1]) || (c == 'b' || c == 'o') && isDigit(word[1])):
		value, err := strconv.ParseUint("0"+word, 0, 64)
		if err != nil {
			return s.fail(s.pos, wordEnd, "numbers are decimal here", "write the number with the digits 0 to 9")
		}
		return s.fail(s.pos, wordEnd, "numbers are decimal here", "write "+strconv.FormatUint(value, 10))
	case c == 'e' && len(word) == 1:
		return s.fail(s.pos, wordEnd, "an exponent without digits",
			"write "+shorten(text)+"e5 for a power of ten, "+shorten(text)+"*"+word+" for a product")
	}
	s.take(number, end-s.pos)
	return s.implicit()
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' }

// shorten cuts a text for a message.
func shorten(text string) string {
	const most = 40
	if len(text) <= most {
		return text
	}
	cut := most
	for cut > 0 && text[cut]&0xC0 == 0x80 {
		cut-- // not inside a code point
	}
	return text[:cut] + "..."
}

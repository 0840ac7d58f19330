package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/unicode/runenames"
)

// foreign is the error of a code point that belongs to no formula.
func (s *scanner) foreign(at int) bool {
	r, size := utf8.DecodeRuneInString(s.source[at:s.end])
	if r == utf8.RuneError && size == 1 {
		return s.fail(at, at+1, fmt.Sprintf("the byte 0x%02X is not valid UTF-8", s.source[at]), "save the text as UTF-8")
	}
	if r < utf8.RuneSelf {
		message, hint := asciiAdvice(r)
		if r == '\r' || r == '\n' {
			size = 0 // the line ends here
		}
		return s.fail(at, at+size, message, hint)
	}
	message, hint := unicodeAdvice(r)
	return s.fail(at, at+size, message, hint)
}

// asciiAdvice returns message and hint for an ASCII character that belongs to
// no formula.
func asciiAdvice(r rune) (message, hint string) {
	switch r {
	case '\n', '\r':
		return "a line break inside a formula", "write the formula on one line"
	case '\\':
		return "this looks like LaTeX", "use --from latex, or write it without backslashes"
	case '$':
		return "this looks like LaTeX", "leave out the $"
	case '{', '}':
		return string(r) + " has no meaning here", "write x_1 for x_{1}, [1, 2] for a list; --from latex reads LaTeX"
	case '"', '\'', '`':
		return "text in quotes is not part of a formula", "leave out the quotes"
	case ';':
		return "a semicolon: one formula is expected", "write the others on their own"
	case '&':
		return "& has no meaning here", "write and"
	case '%':
		return "% has no meaning here", "write 10/100 for 10%"
	}
	if r < ' ' || r == 0x7F {
		return fmt.Sprintf("the control character U+%04X", r), "delete it"
	}
	return string(r) + " has no meaning here", "leave it out"
}

// unicodeAdvice returns message and hint for a code point outside ASCII that
// belongs to no formula.
func unicodeAdvice(r rune) (message, hint string) {
	called := describe(r)
	switch {
	case r == '\uFEFF':
		return called + ", a byte order mark, is invisible", "delete it"
	case unicode.Is(unicode.Zs, r):
		return called + " is not an ordinary space", "write a space"
	case unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Variation_Selector, r) || r == 0x3164 || r == 0x115F || r == 0x1160:
		return called + " is invisible", "delete it"
	}
	for _, m := range meanings {
		if m.symbol == r {
			return called + " " + m.said, "write " + m.write
		}
	}
	if latin := lookalike(r); latin != "" {
		kind := "character"
		if unicode.IsLetter(rune(latin[0])) {
			kind = "Latin letter"
		}
		return called + " looks like the " + kind + " " + latin, "write " + latin
	}
	compatible := norm.NFKC.String(string(r))
	if isPlain(compatible) {
		if hint := scriptHint(r, compatible); hint != "" {
			return called + " is not read", hint
		}
		return called + " looks like " + compatible, "write " + compatible
	}
	switch {
	case unicode.IsDigit(r):
		return called + " is not one of the digits 0 to 9", "write those"
	case isMark(r) || unicode.IsMark(r):
		return called + " cannot be part of a name", "write hat_x for a hat, bar_x for a bar"
	case unicode.IsLetter(r):
		if base := norm.NFD.String(string(r)); isNameByte(base[0]) {
			return called + " cannot be part of a name", "write " + base[:1]
		}
		return called + " cannot be part of a name", "write Latin or Greek letters"
	}
	return called + " has no meaning here", "write the formula in ASCII"
}

// describe names a code point: U+0445 CYRILLIC SMALL LETTER HA.
func describe(r rune) string {
	if name := runenames.Name(r); name != "" {
		return fmt.Sprintf("U+%04X %s", r, name)
	}
	return fmt.Sprintf("U+%04X", r)
}

// isPlain reports whether a text consists of what formulas are written in.
func isPlain(text string) bool {
	for _, r := range text {
		if (r < ' ' || r > '~') && !isGreek(r) {
			return false
		}
	}
	return text != ""
}

// scriptHint returns the advice for a superscript or subscript.
func scriptHint(r rune, compatible string) string {
	switch name := runenames.Name(r); {
	case strings.Contains(name, "SUPERSCRIPT"), strings.Contains(name, "MODIFIER LETTER"):
		return "write ^" + compatible + " for a power"
	case strings.Contains(name, "SUBSCRIPT"):
		return "write _" + compatible + " for a name, [" + compatible + "] for an entry"
	}
	return ""
}

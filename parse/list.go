package parse

import "github.com/symgrad/symgrad/syntax"

// SplitList splits a text at its top-level commas, those outside all brackets:
// "x>0, f(a,b) < 1" has two parts. The spans leave out white space round a
// part; a part may be empty. An empty text has no parts. Brackets are counted,
// not matched: ExprIn says what is wrong with them.
func SplitList(text string) []syntax.Span {
	var parts []syntax.Span
	depth, start := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) {
			switch text[i] {
			case '(', '[', '{':
				depth++
				continue
			case ')', ']', '}':
				depth--
				continue
			case ',':
				if depth > 0 {
					continue
				}
			default:
				continue
			}
		}
		part := trim(text, start, i)
		if i == len(text) && len(parts) == 0 && part.Start == part.End {
			return nil
		}
		parts = append(parts, part)
		start = i + 1
	}
	return parts
}

// trim returns a span without the white space at its ends.
func trim(text string, start, end int) syntax.Span {
	isBlank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
	for start < end && isBlank(text[start]) {
		start++
	}
	for start < end && isBlank(text[end-1]) {
		end--
	}
	return syntax.Span{Start: uint32(start), End: uint32(end)}
}

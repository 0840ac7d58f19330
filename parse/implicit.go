package parse

import (
	"slices"
	"unicode/utf8"
)

// spoken are the functions that are often written without brackets, as in
// sin x, or with the exponent at the name, as in sin^2(x). Only advice
// depends on this list.
var spoken = []string{
	"sin", "cos", "tan", "sec", "csc", "cot", "sinh", "cosh", "tanh", // the first nine have an inverse that starts with a
	"asin", "acos", "atan", "arcsin", "arccos", "arctan", "exp", "log", "log2", "log10", "ln", "sqrt", "abs", "det", "tr", "max", "min", "sigmoid", "relu",
}

// isSpoken reports whether a token is the name of such a function.
func (s *scanner) isSpoken(t token) bool {
	return t.class == name && slices.Contains(spoken, s.text(t))
}

// implicit is the error of an operand right after another one.
func (s *scanner) implicit() bool {
	word := s.word()
	end := max(s.nameEnd(s.pos), s.pos+1)
	switch word {
	case "not":
		return s.fail(s.pos, end, "\"not\" cannot follow an operand", "write and not, or not, or !=")
	case "if", "else", "in":
		return s.fail(s.pos, end, "\""+word+"\" cannot follow an operand", "write if(condition, value, other value)")
	}
	right := s.nextOperand(s.pos)
	last, before, base := s.recent[0], s.recent[1], s.recent[2]
	switch {
	case last.class == name && s.text(last) == "let":
		return s.fail(last.start, end, "definitions do not stand in the formula", "give them with --let, as in --let 'y=x^2'")
	case last.class == number && before.class == sign && base.class == power && s.isSpoken(s.recent[3]):
		return s.negativePower(s.recent[3], s.text(last), right, end)
	case s.isSpoken(last):
		return s.fail(last.start, end, "a function needs brackets round its argument", "write "+s.text(last)+"("+trimBrackets(right)+")")
	case last.class == number && before.class == power && s.isSpoken(base):
		return s.powerOfName(base, s.text(last), right, end)
	case last.class == superscript && s.isSpoken(before):
		exponent := "2"
		if s.text(last) == "³" {
			exponent = "3"
		}
		return s.powerOfName(before, exponent, right, end)
	case last.class == name && before.class == slash && base.class == name && isDifferential(s.text(base), s.text(last)):
		return s.leibniz(base.start, end)
	}
	return s.fail(s.pos, end, "there is no implicit multiplication", "write "+s.lastOperand()+"*"+right)
}

// lastOperand returns the operand that ends before this place as it may stand
// in an advice: of a long one only the end.
func (s *scanner) lastOperand() string {
	last := s.recent[0]
	start := last.start
	switch last.class {
	case closing, transpose, superscript:
		start = int(s.last().span.Start)
	}
	if text := s.source[start:last.end]; len(text) <= 20 {
		return text
	}
	if last.class == name || last.class == number {
		return "..."
	}
	return s.text(last)
}

// powerOfName is the error of sin^2(x).
func (s *scanner) powerOfName(function token, exponent, argument string, end int) bool {
	return s.fail(function.start, end, "a power of a function is written behind its argument",
		"write "+s.text(function)+"("+trimBrackets(argument)+")^"+exponent)
}

// negativePower is the error of sin^-1(x), which may be meant as either of
// two functions.
func (s *scanner) negativePower(function token, exponent, argument string, end int) bool {
	text, argument := s.text(function), trimBrackets(argument)
	hint := "write " + text + "(" + argument + ")^-" + exponent
	if i := slices.Index(spoken, text); i < 9 && exponent == "1" {
		hint += " for the reciprocal, a" + text + "(" + argument + ") for the inverse function"
	}
	return s.fail(function.start, end, "a power of a function is written behind its argument", hint)
}

// startsUnicodeOperand reports whether an operand outside ASCII starts here.
func (s *scanner) startsUnicodeOperand() bool {
	r, _ := utf8.DecodeRuneInString(s.source[s.pos:s.end])
	return isGreek(r) || r == '√' || r == '½' || r == '¼' || r == '¾'
}

// nextOperand returns the operand at a place as it may stand in an advice:
// a name or number, with a bracket behind it or alone if that is short.
func (s *scanner) nextOperand(at int) string {
	end := s.nameEnd(at)
	if end == at && s.peek(at) == '.' {
		end = s.digitsEnd(at + 1)
	}
	if end == at && at < s.end && s.source[at] >= utf8.RuneSelf {
		_, size := utf8.DecodeRuneInString(s.source[at:s.end])
		end += size
	}
	if s.peek(end) == '(' || s.peek(end) == '[' && end == at {
		const most = 20
		depth := 0
		for p := end; p < min(s.end, end+most); p++ {
			switch s.source[p] {
			case '(', '[':
				depth++
			case ')', ']':
				depth--
			}
			if depth == 0 && isPlain(s.source[end:p+1]) {
				return s.source[at : p+1]
			}
		}
		open := s.source[end]
		return shorten(s.source[at:end]) + string(open) + "..." + string(partner(open))
	}
	if end == at {
		return "x"
	}
	return shorten(s.source[at:end])
}

// trimBrackets removes the brackets round an operand in an advice.
func trimBrackets(text string) string {
	if text[0] == '(' && text[len(text)-1] == ')' {
		return text[1 : len(text)-1]
	}
	return text
}

// isDifferential reports whether above/below reads as the operator d/dx.
func isDifferential(above, below string) bool {
	return above == "d" && len(below) > 1 && below[0] == 'd'
}

// differential reports whether the name that ends here, and that a bracket
// follows, is the dx of d/dx(...).
func (s *scanner) differential(text string) bool {
	d := s.recent[1]
	return s.recent[0].class == slash && d.class == name && isDifferential(s.text(d), text)
}

// leibniz is the error of d/dx as an operator.
func (s *scanner) leibniz(start, end int) bool {
	return s.fail(start, end, "d/dx is not an operator here", "write diff(f, x) for the derivative of f by x")
}

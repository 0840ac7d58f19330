// Package parse reads infix text into a syntax tree.
//
// One pass from left to right does everything. The scanner checks that
// operands and operators alternate and that brackets match, so that whatever a
// person may have meant otherwise (2x, sin x, |x|, a Cyrillic letter) gets an
// error that says what to write. Between two tokens it settles precedence with
// two stacks: values, the operands that are in the tree, and operators that
// await the end of their right operand. An operator first reduces those before
// it that bind at least as tightly (see binding): each becomes a node, with
// its values as arguments. So arguments come before their node, and no function
// calls itself, however deep a formula is.
//
// There is no parser of a library underneath. Those for programming languages
// read numbers as floats and some names as keywords, and give a tree without
// the places of brackets, so that text would have to be disguised first and
// the tree translated. Even with nothing left to settle but precedence, using
// one took three quarters of the time of reading, and importing it 1 to 2 ms
// of the 9 ms that the command took to start.
package parse

import (
	"strings"

	"github.com/symgrad/symgrad/syntax"
)

// An Error says what is wrong with a text, where, and what to write instead.
type Error = syntax.Error

// Expr reads one formula, which may be an expression or a relation:
//
//	-x^2             (neg (^ x 2))
//	a = b <= c       (chain a = b <= c)
//	f'(x)*W.T[1][i]  (* (call f' x) (index (transpose W) 1 i))
//
// Numbers keep their text exactly as written. Names are in NFC; the Unicode
// spellings are replaced (π by pi, σ(v) by sigmoid(v), √(x) by sqrt(x), ½ by
// 1/2). Whether a function exists and how many arguments it takes is not
// asked here. White space round the formula, line breaks included, is ignored.
//
// The error is an *Error. Time and memory are linear in the source.
func Expr(source string, limits Limits) (*syntax.Tree, error) {
	return ExprIn(source, syntax.Span{Start: 0, End: uint32(min(len(source), 1<<32-1))}, limits)
}

// ExprIn reads the formula in one part of a source. Spans and the positions of
// errors refer to the whole source.
func ExprIn(source string, part syntax.Span, limits Limits) (*syntax.Tree, error) {
	limits = limits.withDefaults()
	if len(source) > limits.Bytes {
		err := syntax.NewError("", syntax.Span{}, "the formula is longer than "+sizeText(limits.Bytes), "")
		err.Limit = "bytes"
		return nil, err
	}
	start, end := int(part.Start), int(part.End)
	text := source[start:end]
	start += len(text) - len(strings.TrimLeft(text, blanks))
	end -= len(text) - len(strings.TrimRight(text, blanks))
	if start >= end {
		return nil, syntax.NewError(source, part, "the formula is empty", "write an expression such as x^2")
	}
	s := newScanner(source, start, end, limits)
	if !s.scan() {
		return nil, s.err
	}
	return s.tree, nil
}

// blanks is the white space that may stand round a formula.
const blanks = " \t\r\n"

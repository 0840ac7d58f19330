package parse

import (
	"strings"

	"github.com/symgrad/symgrad/syntax"
)

// open enters a bracket.
func (s *scanner) open(kind levelKind) bool {
	if len(s.levels) > s.limits.Nesting {
		return s.exceed(s.pos, s.pos+1, "nesting", "more than %d brackets inside each other", s.limits.Nesting)
	}
	lv := newLevel(kind)
	lv.open, lv.callee = s.pos, s.recent[0]
	lv.values, lv.operators = len(s.values), len(s.operators)
	s.levels = append(s.levels, lv)
	s.take(opening, 1)
	if kind != group {
		s.nodes++
	}
	return true
}

// openCall enters the brackets of a call. The name of the function, of the
// given length, stands here; it is no operand of its own.
func (s *scanner) openCall(length int) bool {
	s.take(name, length)
	s.pos = s.skipBlanks(s.pos)
	return s.open(call)
}

// close leaves a bracket.
func (s *scanner) close() bool {
	c := s.source[s.pos]
	lv := s.level()
	if lv.kind == whole {
		return s.fail(s.pos, s.pos+1, "this "+string(c)+" closes nothing", "there is no "+string(partner(c))+" before it")
	}
	if open := s.source[lv.open]; partner(open) != c {
		return s.mismatch(open, c)
	}
	// An index alone in the bracket may go on behind it.
	goesOn := lv.kind == group && len(s.operators) == lv.operators+1 && s.subscripted()
	if !goesOn && !s.endItem() {
		return false
	}
	kind, args, callee := lv.kind, len(s.values)-lv.values, lv.callee
	span := syntax.Span{Start: uint32(lv.open), End: uint32(s.pos + 1)}
	s.levels = s.levels[:len(s.levels)-1]
	s.take(closing, 1)
	switch kind {
	case group:
		s.last().span = span
	case list:
		s.build(syntax.Node{Kind: syntax.List, Span: span}, args)
	case call:
		return s.closeCall(callee, args)
	case index:
		return s.closeIndex()
	}
	return true
}

// closeCall builds a call whose bracket has just been closed.
func (s *scanner) closeCall(callee token, args int) bool {
	text := strings.TrimRight(s.text(callee), "'")
	n := syntax.Node{
		Kind:   syntax.Call,
		Primes: uint8(callee.end - callee.start - len(text)),
		Span:   syntax.Span{Start: uint32(callee.start), End: uint32(s.pos)},
		Text:   nameText(text, true),
	}
	if n.Text == "if" {
		if args != 3 || n.Primes > 0 {
			return s.fail(callee.start, callee.start+2, "\"if\" takes a condition and two values", "write if(condition, value, other value)")
		}
		n.Kind, n.Text = syntax.Conditional, ""
	}
	s.build(n, args)
	return true
}

// comma reads the comma between arguments or entries.
func (s *scanner) comma() bool {
	lv := s.level()
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
	lv.newOperand(-1)
	s.take(operation, 1)
	return true
}

// endItem ends what stands between two commas or brackets.
func (s *scanner) endItem() bool {
	lv := s.level()
	s.reduce(conditional)
	if last := len(s.operators) - 1; last >= lv.operators {
		question := int(s.operators[last].place)
		return s.fail(question, question+1, "this ? has no : after it", "write condition ? value : other value")
	}
	return s.endBranch(lv)
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

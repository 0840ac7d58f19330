package parse

import "github.com/symgrad/symgrad/syntax"

// A class says what a token is, as far as later messages need to know.
type class uint8

const (
	start class = iota // before the first token
	name
	number
	fraction    // ½
	superscript // ²
	opening     // ( or [
	closing     // ) or ]
	transpose   // .T
	sign        // a prefix operator
	power       // ^
	slash       // /
	operation   // any other binary operator
)

// A token is what the scanner has just read.
type token struct {
	class      class
	start, end int
}

// A level is what the scanner knows of one open bracket, and of the formula
// as a whole at the bottom.
type level struct {
	kind   levelKind
	open   int   // offset of the bracket
	callee token // what stands before the bracket of a call
	// Where the values and operators inside of this bracket begin.
	values, operators int

	negation  int // offset of a "not" that still binds, or -1
	relations int // in a row
	equality  int // offset of an = among them, or -1
	branch    int // -1, or 0 after a :, or the offset of a relation there
}

// levelKind says which bracket a level is inside of.
type levelKind uint8

const (
	whole levelKind = iota
	group           // ( )
	call            // f( )
	list            // [ ]
	index           // x[ ]
)

// A scanner reads a formula once and builds its tree on the way. Its stacks
// start in the arrays at its end: a formula of usual size needs no others.
type scanner struct {
	source          string
	start, pos, end int
	limits          Limits
	err             *Error

	tree      *syntax.Tree
	nodes     int      // an upper bound of the nodes so far
	recent    [4]token // newest first
	levels    []level
	operators []operator
	values    []value

	powers, conditionals int // among the operators

	firstLevels    [3]level
	firstOperators [8]operator
	firstValues    [8]value
}

func newScanner(source string, start, end int, limits Limits) *scanner {
	s := &scanner{source: source, start: start, pos: start, end: end, limits: limits, tree: &syntax.Tree{Source: source}}
	s.operators = s.firstOperators[:0]
	s.values = s.firstValues[:0]
	s.levels = append(s.firstLevels[:0], newLevel(whole))
	s.tree.Grow(firstRoom(end - start))
	return s
}

func newLevel(kind levelKind) level {
	return level{kind: kind, negation: -1, equality: -1, branch: -1}
}

// level returns what is known of the innermost open bracket.
func (s *scanner) level() *level { return &s.levels[len(s.levels)-1] }

// scan reads the whole formula into the tree. It reports whether that went
// well; s.err says what went wrong.
func (s *scanner) scan() bool {
	operandNext := true
	for {
		s.pos = s.skipBlanks(s.pos)
		if s.pos == s.end {
			return s.finish(operandNext)
		}
		var ok bool
		if operandNext {
			operandNext, ok = s.operand()
		} else {
			operandNext, ok = s.operator()
		}
		if !ok {
			return false
		}
		if s.nodes > s.limits.Nodes {
			return s.exceed(s.recent[0].start, s.recent[0].end, "nodes", "the formula has more than %d operands and operators", s.limits.Nodes)
		}
	}
}

// finish ends the formula.
func (s *scanner) finish(operandNext bool) bool {
	if operandNext {
		return s.missingOperand(s.end, s.end)
	}
	if lv := s.level(); lv.kind != whole {
		c := s.source[lv.open]
		return s.fail(lv.open, lv.open+1, "this "+string(c)+" is never closed", "write the missing "+string(partner(c)))
	}
	if !s.endItem() {
		return false
	}
	s.tree.Root = s.values[0].id
	return true
}

// take ends a token of the given length and remembers it.
func (s *scanner) take(c class, length int) {
	s.recent[3], s.recent[2], s.recent[1] = s.recent[2], s.recent[1], s.recent[0]
	s.recent[0] = token{c, s.pos, s.pos + length}
	s.pos += length
}

// text returns the source of a token.
func (s *scanner) text(t token) string { return s.source[t.start:t.end] }

// peek returns the byte at an offset, or 0 at the end of the formula.
func (s *scanner) peek(offset int) byte {
	if offset < s.end {
		return s.source[offset]
	}
	return 0
}

// skipBlanks returns the first offset from p that is neither space nor tab.
func (s *scanner) skipBlanks(p int) int {
	for p < s.end && (s.source[p] == ' ' || s.source[p] == '\t') {
		p++
	}
	return p
}

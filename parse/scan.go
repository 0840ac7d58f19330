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

// A bracket is a matched pair; close is 0 while it is open.
type bracket struct{ open, close uint32 }

// A level is what the scanner knows of one open bracket, and of the formula
// as a whole at the bottom.
type level struct {
	kind    levelKind
	bracket int // index into brackets
	// Offsets into out where the sum and the product being read began.
	sum, product int

	// What the parser recurses into and has not come back from.
	prefixes, powers, conditionals int

	waiting   int // ? without their :
	question  int // offset of the last ?
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

// A scanner reads a formula once and respells it for the parser.
type scanner struct {
	source   string
	pos, end int
	limits   Limits
	err      *Error

	out      []byte // the formula respelled, without the pieces that are in the tree already
	mappings []mapping
	levels   []level
	brackets []bracket
	recent   [4]token // newest first
	nodes    int      // an upper bound of the nodes so far

	// The sums of the fields of the same name over all levels.
	prefixes, powers, conditionals int

	tree   *syntax.Tree
	frames []frame
	values []syntax.ID
}

func newScanner(source string, start, end int, limits Limits) *scanner {
	s := &scanner{
		source: source,
		pos:    start,
		end:    end,
		limits: limits,
		out:    make([]byte, 0, min(end-start, 2*pieceBytes)),
		levels: make([]level, 1, 16),
		tree:   &syntax.Tree{Source: source},
	}
	s.levels[0] = newLevel(whole, -1, 0)
	s.mappings = append(s.mappings, mapping{out: 0, source: start})
	return s
}

func newLevel(kind levelKind, bracket, out int) level {
	return level{kind: kind, bracket: bracket, sum: out, product: out, negation: -1, equality: -1, branch: -1}
}

// scan reads the whole formula into the tree. It reports whether that went
// well; s.err says what went wrong.
func (s *scanner) scan() bool {
	operandNext := true
	for {
		s.space()
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
	if top := &s.levels[len(s.levels)-1]; top.kind != whole {
		open := int(s.brackets[top.bracket].open)
		c := s.source[open]
		return s.fail(open, open+1, "this "+string(c)+" is never closed", "write the missing "+string(partner(c)))
	}
	if !s.endItem() {
		return false
	}
	s.tree.Grow(max(0, s.nodes-len(s.tree.Nodes)))
	root, ok := s.reduce(0)
	s.tree.Root = root
	return ok
}

// space skips spaces and tabs. A long run is left out of what the parser
// sees, which reads white space slowly.
func (s *scanner) space() {
	from := s.pos
	for s.pos < s.end && (s.source[s.pos] == ' ' || s.source[s.pos] == '\t') {
		s.pos++
	}
	if n := s.pos - from; n > 64 {
		s.out = append(s.out, ' ')
		s.mappings = append(s.mappings, mapping{out: len(s.out), source: s.pos})
	} else {
		s.pad(n)
	}
}

// pad writes n spaces.
func (s *scanner) pad(n int) {
	for ; n > 0; n-- {
		s.out = append(s.out, ' ')
	}
}

// take ends a token of the given length, which the parser sees as spelling,
// padded to that length.
func (s *scanner) take(c class, length int, spelling string) {
	s.out = append(s.out, spelling...)
	s.pad(length - len(spelling))
	s.note(c, length)
}

// underscores is what names and numbers are written as, in portions.
const underscores = "________________________________"

// takeOperand ends a name or number, which the parser sees as a name of the
// same length.
func (s *scanner) takeOperand(c class, length int) {
	for n := length; n > 0; n -= len(underscores) {
		s.out = append(s.out, underscores[:min(n, len(underscores))]...)
	}
	s.note(c, length)
	s.nodes++
}

// note moves past a token and remembers it.
func (s *scanner) note(c class, length int) {
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

package parse

import (
	"sort"

	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/parser"

	"github.com/symgrad/symgrad/syntax"
)

// pieceBytes is the length from which a sum or product is read in pieces. The
// parser takes 192 bytes for each x+ of a sum, the tree 88: with pieces the
// former can be freed soon, and a sum of 10^6 terms needs a third of the
// memory.
const pieceBytes = 32 << 10

// A mapping says that the respelled formula from out on is the source from
// source on, up to the next mapping. Where held is set, the name at out
// stands for a node that is in the tree already.
type mapping struct {
	out, source int
	held        bool
	node        syntax.ID
}

// mappingAt returns the mapping that an offset of the respelled formula falls
// under.
func (s *scanner) mappingAt(out int) *mapping {
	if len(s.mappings) == 1 {
		return &s.mappings[0]
	}
	i := sort.Search(len(s.mappings), func(i int) bool { return s.mappings[i].out > out })
	return &s.mappings[i-1]
}

// sourceAt returns the offset in the source of one in the respelled formula.
func (s *scanner) sourceAt(out int) int {
	m := s.mappingAt(out)
	return m.source + out - m.out
}

// fold moves the sum or product that starts at an offset of the respelled
// formula into the tree and leaves one name in its place. Both group to the
// left, so that what follows treats that name as it would treat the sum.
func (s *scanner) fold(piece int) bool {
	// The rest of the formula is likely to be as dense as what was read. Room
	// is made in steps, in case it is not.
	if used := len(s.tree.Nodes); cap(s.tree.Nodes) < s.nodes {
		likely := float64(s.nodes) * float64(s.end) / float64(s.pos)
		s.tree.Grow(max(s.nodes, min(int(likely*1.02), 4*s.nodes, s.limits.Nodes)) - used)
	}
	id, ok := s.reduce(piece)
	if !ok {
		return false
	}
	start := s.sourceAt(piece)
	s.out = append(s.out[:piece], '_', ' ')
	for len(s.mappings) > 0 && s.mappings[len(s.mappings)-1].out >= piece {
		s.mappings = s.mappings[:len(s.mappings)-1]
	}
	s.mappings = append(s.mappings,
		mapping{out: piece, source: start, held: true, node: id},
		mapping{out: piece + 2, source: s.pos})
	return true
}

// reduce parses the respelled formula from an offset on into the tree.
func (s *scanner) reduce(piece int) (syntax.ID, bool) {
	// A parser must not be used twice, and an empty Config sets no limit to
	// the nodes: the scanner has counted them.
	parsed, err := parser.ParseWithConfig(string(s.out[piece:]), &conf.Config{})
	if err != nil {
		// The scanner lets nothing through that the parser rejects; were it
		// wrong there, this is what a user would see.
		return 0, s.fail(s.sourceAt(piece), s.pos, "this formula cannot be read", "write brackets round its parts")
	}
	return s.convert(parsed.Node, piece)
}

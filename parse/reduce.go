package parse

import "github.com/symgrad/symgrad/syntax"

// A binding says how tightly an operator holds its operands; the loosest is
// the first.
type binding uint8

const (
	waiting     binding = iota // ? before its : has come; nothing reduces it
	conditional                // ? :
	disjunction                // or
	conjunction                // and
	relation                   // = < <= ...
	sum                        // + -
	product                    // * /
	prefix                     // signs and "not", which stands before powers only (see looseNot)
	exponent                   // ^
	subscript                  // x[i], waiting for [j]
)

// An operator has been read and awaits the end of its right operand.
type operator struct {
	kind    syntax.Kind
	binding binding
	place   uint32 // offset of a prefix or of a ?
	count   uint32 // of subscripts
}

// shift puts the operator that stands here on the stack.
func (s *scanner) shift(kind syntax.Kind, binds binding) {
	s.operators = append(s.operators, operator{kind: kind, binding: binds, place: uint32(s.pos)})
	s.nodes++
}

// reduce builds the nodes of all operators on top of the stack, inside the
// innermost bracket, that bind at least so tightly.
func (s *scanner) reduce(least binding) {
	bottom := s.level().operators
	for len(s.operators) > bottom {
		top := s.operators[len(s.operators)-1]
		if top.binding < least {
			return
		}
		switch top.binding {
		case exponent:
			s.powers--
			s.build(syntax.Node{Kind: syntax.Power, Span: s.cover(2)}, 2)
		case prefix:
			end := s.top().span.End
			s.build(syntax.Node{Kind: top.kind, Span: syntax.Span{Start: top.place, End: end}}, 1)
		case conditional:
			s.conditionals--
			s.build(syntax.Node{Kind: syntax.Conditional, Span: s.cover(3)}, 3)
		case subscript:
			s.buildIndex(int(top.count))
		case relation:
			s.relate(bottom)
			continue
		default:
			s.build(syntax.Node{Kind: top.kind, Span: s.cover(2)}, 2)
		}
		s.operators = s.operators[:len(s.operators)-1]
	}
}

// relate builds the relations on top of the stack: a chain if there are
// several. The sides of a chain are shared by the relations beside them.
func (s *scanner) relate(bottom int) {
	first := len(s.operators)
	for first > bottom && s.operators[first-1].binding == relation {
		first--
	}
	links := s.operators[first:]
	s.operators = s.operators[:first]
	if len(links) == 1 {
		s.build(syntax.Node{Kind: links[0].kind, Span: s.cover(2)}, 2)
		return
	}
	span := s.cover(len(links) + 1)
	sides := s.values[len(s.values)-len(links)-1:]
	for i, link := range links {
		left, right := sides[i], sides[i+1]
		s.makeRoom()
		n := syntax.Node{Kind: link.kind, Span: syntax.Span{Start: left.span.Start, End: right.span.End}}
		sides[i].id = s.tree.Append(n, left.id, right.id) // the side at i is not needed again
	}
	s.values = s.values[:len(s.values)-1]
	s.build(syntax.Node{Kind: syntax.Chain, Span: span}, len(links))
}

package parse

import "github.com/symgrad/symgrad/syntax"

// A value is an operand that is in the tree. Its span covers the brackets
// round it, which leave no node: in (a+b)*c they belong to the product.
type value struct {
	id   syntax.ID
	span syntax.Span
}

// top returns the last value.
func (s *scanner) top() *value { return &s.values[len(s.values)-1] }

// cover returns the span of an operation on the last values.
func (s *scanner) cover(args int) syntax.Span {
	return syntax.Span{Start: s.values[len(s.values)-args].span.Start, End: s.top().span.End}
}

// build appends a node whose arguments are the last values, and puts it in
// their place.
func (s *scanner) build(n syntax.Node, args int) {
	s.makeRoom()
	rest := len(s.values) - args
	var few [4]syntax.ID
	ids := few[:0]
	if args > len(few) {
		ids = make([]syntax.ID, 0, args)
	}
	for _, v := range s.values[rest:] {
		ids = append(ids, v.id)
	}
	s.values = append(s.values[:rest], value{s.tree.Append(n, ids...), n.Span})
}

// firstRoom returns the number of nodes to make room for before a formula of
// some length is read. Formulas have a node for every two bytes, the shortest
// a few more; of a long one the beginning tells.
func firstRoom(bytes int) int { return min(bytes, bytes/2+8, 512) }

// makeRoom makes room for one more node. The rest of the formula is likely to
// be as dense as what was read, so that the tree of a long one is copied twice
// and not twenty times. Room is made in steps, in case it is not.
func (s *scanner) makeRoom() {
	used := len(s.tree.Nodes)
	if used < cap(s.tree.Nodes) {
		return
	}
	read, all := max(1, s.pos-s.start), s.end-s.start
	likely := int(1.02 * float64(s.nodes) * float64(all) / float64(read))
	s.tree.Grow(max(16, min(likely, 128*s.nodes, s.limits.Nodes)-used))
}

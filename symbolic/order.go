package symbolic

import (
	"cmp"
	"slices"
	"strings"
)

// Compare is the total order in which operands are kept: by hash of the
// content, structurally where hashes collide. It does not depend on the order
// of creation and means nothing to people; package present has an order for
// them. It does not recurse: two different nodes with equal heads differ in
// some operand, and the first that differs decides.
func (s *Store) Compare(a, b ID) int {
	for a != b {
		x, y := s.rec(a), s.rec(b)
		if x.hash != y.hash {
			return cmp.Compare(x.hash, y.hash)
		}
		if c := cmp.Compare(x.kind, y.kind); c != 0 {
			return c
		}
		switch x.kind {
		case Number:
			return s.Number(a).Cmp(s.Number(b))
		case Symbol, Constant:
			return strings.Compare(s.Name(a), s.Name(b))
		case Apply:
			if x.aux != y.aux {
				f, g := s.entry(uint32(x.aux)), s.entry(uint32(y.aux))
				if c := cmp.Or(strings.Compare(f.name, g.name), cmp.Compare(x.n, y.n)); c != 0 {
					return c
				}
				return cmp.Compare(b2i(f.row == nil), b2i(g.row == nil))
			}
		}
		if c := cmp.Or(cmp.Compare(x.aux, y.aux), cmp.Compare(x.n, y.n)); c != 0 {
			return c
		}
		p, q := s.operands.slice(x.off, x.n), s.operands.slice(y.off, y.n)
		i := 0
		for p[i] == q[i] {
			i++
		}
		a, b = p[i], q[i]
	}
	return 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A pair is a term with its coefficient or a base with its exponent; key is
// the hash of the first.
type pair struct {
	key uint32
	id  ID
	k   ID
}

func (s *Store) pairOf(id, k ID) pair { return pair{s.rec(id).hash, id, k} }

func (s *Store) comparePairs(a, b pair) int {
	if a.key != b.key {
		return cmp.Compare(a.key, b.key)
	}
	return s.Compare(a.id, b.id)
}

func (s *Store) sortPairs(p []pair) {
	if len(p) > 16 {
		slices.SortFunc(p, s.comparePairs)
		return
	}
	for i := 1; i < len(p); i++ {
		x, j := p[i], i
		for ; j > 0 && (x.key < p[j-1].key || x.key == p[j-1].key && x.id != p[j-1].id && s.Compare(x.id, p[j-1].id) < 0); j-- {
			p[j] = p[j-1]
		}
		p[j] = x
	}
}

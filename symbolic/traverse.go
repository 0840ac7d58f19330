package symbolic

import (
	"iter"
	"math/bits"
	"slices"
)

// A Set is a set of nodes of one store.
type Set struct{ words []uint64 }

// Has tells whether id is in the set.
func (t *Set) Has(id ID) bool {
	w := int(id >> 6)
	return w < len(t.words) && t.words[w]>>(id&63)&1 != 0
}

// Add adds id and tells whether it is new.
func (t *Set) Add(id ID) bool {
	w := int(id >> 6)
	if w >= len(t.words) {
		t.words = append(t.words, make([]uint64, w+1-len(t.words)+len(t.words)/2)...)
	}
	old := t.words[w]
	t.words[w] = old | 1<<(id&63)
	return t.words[w] != old
}

// Clone returns a copy that shares nothing with t.
func (t *Set) Clone() Set { return Set{slices.Clone(t.words)} }

// All yields the members in increasing order.
func (t *Set) All() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for w, word := range t.words {
			for ; word != 0; word &= word - 1 {
				if !yield(ID(w<<6 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// Postorder returns the distinct nodes below the roots (included), operands
// before the nodes that use them, in the order of a depth-first walk.
func (s *Store) Postorder(roots ...ID) []ID {
	return s.postorder(roots, func(ID) bool { return true })
}

// PostorderWithin is Postorder that walks into those nodes only for which
// enter is true.
func (s *Store) PostorderWithin(roots []ID, enter func(ID) bool) []ID {
	return s.postorder(roots, enter)
}

// HasKind tells whether a node of a binding kind occurs.
func (s *Store) HasKind(root ID, k Kind) bool {
	if s.rec(root).flags&flagBinder == 0 {
		return false
	}
	for _, id := range s.Postorder(root) {
		if s.Kind(id) == k {
			return true
		}
	}
	return false
}

// postorder walks into the nodes for which enter is true.
func (s *Store) postorder(roots []ID, enter func(ID) bool) []ID {
	var seen Set
	var out []ID
	type frame struct {
		id   ID
		next uint32
	}
	var stack []frame
	for _, root := range roots {
		if !seen.Add(root) {
			continue
		}
		stack = append(stack, frame{id: root})
		for len(stack) > 0 {
			f := &stack[len(stack)-1]
			var ops []ID
			if enter(f.id) {
				ops = s.Operands(f.id)
			}
			for int(f.next) < len(ops) && !seen.Add(ops[f.next]) {
				f.next++
			}
			if int(f.next) == len(ops) {
				out = append(out, f.id)
				stack = stack[:len(stack)-1]
				continue
			}
			f.next++
			stack = append(stack, frame{id: ops[f.next-1]})
		}
	}
	return out
}

// FreeSymbols returns the symbols that occur free below the roots, in the
// order of their IDs: that of the input. Array names count, functions do not.
func (s *Store) FreeSymbols(roots ...ID) []ID {
	var free Set
	var list []ID
	s.eachFree(roots, nil, func(id ID) {
		if free.Add(id) {
			list = append(list, id)
		}
	})
	sortIDs(list)
	return list
}

// eachFree calls visit for the symbols that are free below the roots and not
// among the bound ones, once or more often. Parts without binders are walked
// once for each scope.
func (s *Store) eachFree(roots []ID, bound []ID, visit func(ID)) {
	var binders []ID
	order := s.postorder(roots, func(id ID) bool { return !s.Kind(id).Binds() })
	for _, id := range order {
		k := s.Kind(id)
		switch {
		case k == Symbol && !contains(bound, id):
			visit(id)
		case k.Binds():
			binders = append(binders, id)
		}
	}
	for _, id := range binders {
		dummy, scope := s.bound(id)
		for i, o := range s.Operands(id) {
			switch {
			case i == scope:
				s.eachFree([]ID{o}, append(bound[:len(bound):len(bound)], dummy), visit)
			case o != dummy || s.Kind(id) == Derivative && i == 3:
				s.eachFree([]ID{o}, bound, visit)
			}
		}
	}
}

// Depends tells whether a symbol occurs free in a node.
func (s *Store) Depends(id, symbol ID) bool {
	found := false
	s.eachFree([]ID{id}, nil, func(x ID) { found = found || x == symbol })
	return found
}

func contains(list []ID, id ID) bool {
	for _, x := range list {
		if x == id {
			return true
		}
	}
	return false
}

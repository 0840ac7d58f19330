package simplify

import "github.com/symgrad/symgrad/symbolic"

// A table keeps a value for some nodes of a store, in pages, because a formula
// is often a small part of its store. Nodes that were not set have the zero
// value.
type table[T any] struct{ pages [][]T }

const tablePage = 128

func (t *table[T]) at(id symbolic.ID) (zero T) {
	if i := int(id / tablePage); i < len(t.pages) && t.pages[i] != nil {
		return t.pages[i][id%tablePage]
	}
	return zero
}

func (t *table[T]) set(id symbolic.ID, x T) {
	i := int(id / tablePage)
	if i >= len(t.pages) {
		t.pages = append(t.pages, make([][]T, i+1-len(t.pages))...)
	}
	if t.pages[i] == nil {
		t.pages[i] = make([]T, tablePage)
	}
	t.pages[i][id%tablePage] = x
}

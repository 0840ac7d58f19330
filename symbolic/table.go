package symbolic

// A Table keeps a value for some nodes of a store, in pages, since a formula is
// often a small part of its store. Nodes that were not set have the zero value.
// The zero Table is empty.
type Table[T any] struct{ pages [][]T }

const tablePage = 128

// At returns the value of a node.
func (t *Table[T]) At(id ID) (zero T) {
	if i := int(id / tablePage); i < len(t.pages) && t.pages[i] != nil {
		return t.pages[i][id%tablePage]
	}
	return zero
}

// Set sets the value of a node.
func (t *Table[T]) Set(id ID, x T) {
	i := int(id / tablePage)
	if i >= len(t.pages) {
		t.pages = append(t.pages, make([][]T, i+1-len(t.pages))...)
	}
	if t.pages[i] == nil {
		t.pages[i] = make([]T, tablePage)
	}
	t.pages[i][id%tablePage] = x
}

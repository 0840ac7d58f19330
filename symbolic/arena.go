package symbolic

import "math/bits"

// An arena is a growing array whose elements never move, so that one
// goroutine may append while others read what was appended before they were
// handed it. Chunk k has 2^(k+firstBits) elements.
type arena[T any] struct {
	chunks [32 - firstBits][]T
	n      uint32 // next free index
}

const firstBits = 8

// place returns chunk and offset of index i.
func place(i uint32) (int, uint32) {
	j := i + 1<<firstBits
	k := bits.Len32(j) - 1
	return k - firstBits, j - 1<<k
}

func (a *arena[T]) at(i uint32) *T {
	k, off := place(i)
	return &a.chunks[k][off]
}

// slice returns n elements that were allocated together.
func (a *arena[T]) slice(i, n uint32) []T {
	if n == 0 {
		return nil
	}
	k, off := place(i)
	return a.chunks[k][off : off+n : off+n]
}

// alloc returns the index of n new neighbouring elements. Where they do not
// fit into the current chunk its rest stays unused.
func (a *arena[T]) alloc(n uint32) uint32 {
	k, off := place(a.n)
	for off+n > 1<<(k+firstBits) {
		k, off = k+1, 0
	}
	if a.chunks[k] == nil {
		a.chunks[k] = make([]T, 1<<(k+firstBits))
	}
	i := off + 1<<(k+firstBits) - 1<<firstBits
	a.n = i + n
	return i
}

package poly

import "cmp"

// maxExponent is the largest exponent that the widest fields hold.
const maxExponent = 1<<63 - 1

// A layout says how the exponents of a monomial in n variables are packed: in
// fields of width bits, the first variable highest, the top bit of each field
// free. Two layouts with the same n and width are equal.
type layout struct {
	n, width, per, nw int // per: fields a word; nw: words a monomial
}

func layoutOf(n, width int) layout {
	per := 64 / width
	return layout{n: n, width: width, per: per, nw: max(1, (n+per-1)/per)}
}

// widthFor returns the narrowest field width that holds e.
func widthFor(e uint64) int {
	for w := 8; w < 64; w *= 2 {
		if e < 1<<(w-1) {
			return w
		}
	}
	return 64
}

// get returns the exponent of variable v in the monomial m.
func (l layout) get(m []uint64, v int) uint64 {
	return m[v/l.per] >> (64 - l.width*(v%l.per+1)) & (1<<l.width - 1)
}

// put sets the exponent of variable v, which is 0 so far.
func (l layout) put(m []uint64, v int, e uint64) {
	m[v/l.per] |= e << (64 - l.width*(v%l.per+1))
}

// guards returns a word with the top bit of each field set.
func (l layout) guards() uint64 {
	var g uint64
	for i := range l.per {
		g |= 1 << (63 - l.width*i)
	}
	return g
}

// unpack writes the exponents of m to e.
func (l layout) unpack(m []uint64, e []uint64) {
	mask := uint64(1)<<l.width - 1
	v := 0
	for _, word := range m {
		for s := 64 - l.width; s >= 0 && v < l.n; s -= l.width {
			e[v] = word >> s & mask
			v++
		}
	}
}

// pack appends the monomial with exponents e to m.
func (l layout) pack(m []uint64, e []uint64) []uint64 {
	v := 0
	for range l.nw {
		var word uint64
		for s := 64 - l.width; s >= 0 && v < l.n; s -= l.width {
			word |= e[v] << s
			v++
		}
		m = append(m, word)
	}
	return m
}

// compareWords compares two monomials of one layout in lexicographic order.
func compareWords(x, y []uint64) int {
	for i, w := range x {
		if w != y[i] {
			return cmp.Compare(w, y[i])
		}
	}
	return 0
}

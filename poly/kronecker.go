package poly

// A kron maps monomials with bounded exponents to single words by Kronecker's
// substitution: the exponents are the digits of a number in mixed radix, the
// first variable highest, so that keys are ordered as their monomials are and
// the key of a product is the sum of the keys, as long as no exponent reaches
// its radix. Source: Knuth, The Art of Computer Programming 2, 4.6.4.
type kron struct {
	lay    layout
	vars   []int // those that occur, the first one highest
	radix  []uint64
	volume uint64 // the keys are smaller
}

// newKron returns the map for exponents up to deg, and false if the keys do not
// fit in 63 bits. The exponents must fit in the fields of lay.
func newKron(lay layout, deg []uint64) (kron, bool) {
	k := kron{lay: lay, volume: 1}
	for v, d := range deg {
		if d > 0 {
			k.vars = append(k.vars, v)
			k.radix = append(k.radix, d+1)
			k.volume = mulSat(k.volume, d+1)
		}
	}
	return k, k.volume < 1<<63
}

// keys returns the keys of the monomials of t, whose layout may be another.
func (k kron) keys(t terms) []uint64 {
	out := make([]uint64, t.len())
	for i := range out {
		m := t.mono(i)
		var key uint64
		for j, v := range k.vars {
			key = key*k.radix[j] + t.lay.get(m, v)
		}
		out[i] = key
	}
	return out
}

// monomial appends the packed monomial of the key.
func (k kron) monomial(exps []uint64, key uint64) []uint64 {
	at := len(exps)
	for range k.lay.nw {
		exps = append(exps, 0)
	}
	for j := len(k.vars) - 1; j > 0; j-- {
		r := k.radix[j]
		k.lay.put(exps[at:], k.vars[j], key%r)
		key /= r
	}
	if len(k.vars) > 0 {
		k.lay.put(exps[at:], k.vars[0], key)
	}
	return exps
}

// within tells whether each digit of the key is at most that of bound.
func (k kron) within(key uint64, bound []uint64) bool {
	for j := len(k.vars) - 1; j >= 0; j-- {
		r := k.radix[j]
		if key%r > bound[k.vars[j]] {
			return false
		}
		key /= r
	}
	return true
}

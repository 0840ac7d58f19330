package interval

// gaps says which points of [lo, hi] are left out of the set. Closed intervals
// alone could not tell that tanh x < 1 for large x, or that exp(-exp(100)) is
// not 0.
type gaps uint8

const (
	noLo   gaps = 1 << iota // lo
	noHi                    // hi
	noZero                  // 0, where lo < 0 < hi
)

// mirror returns the gaps of -x.
func (g gaps) mirror() gaps { return g&noLo<<1 | g&noHi>>1 | g&noZero }

// A bound is one end of a set of reals. It is open where the set does not
// contain it.
type bound struct {
	zero, open bool
}

// ends returns the gaps of an interval with these bounds.
func ends(lo, hi bound) (g gaps) {
	if lo.open {
		g |= noLo
	}
	if hi.open {
		g |= noHi
	}
	return g
}

// times returns the bound that is the product of two others. It is attained
// where both are; a 0 times anything is attained by itself.
func (a bound) times(b bound) bound {
	if a.zero || b.zero {
		return bound{true, !(a.zero && !a.open || b.zero && !b.open)}
	}
	return bound{false, a.open || b.open}
}

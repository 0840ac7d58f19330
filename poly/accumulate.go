package poly

import "math/big"

// accumulators are sums of products of coefficients: of 128 bits, or big ones,
// of which nil is 0. One of the two is in use.
type accumulators struct {
	wide []wide
	big  []*big.Int
	used uint64 // big ones that are not nil
	tmp  big.Int
}

func (a *accumulators) addBig(i int, x, y *big.Int) {
	if a.big[i] == nil {
		a.used++
		a.big[i] = new(big.Int).Mul(x, y)
		return
	}
	a.tmp.Mul(x, y)
	a.big[i].Add(a.big[i], &a.tmp)
}

func (a *accumulators) isZero(i int) bool {
	if a.wide != nil {
		return a.wide[i].isZero()
	}
	return a.big[i] == nil || a.big[i].Sign() == 0
}

// finish returns the polynomial with the monomials exps and the sums at the
// given places.
func (a *accumulators) finish(lay layout, exps []uint64, at []int) terms {
	var c coeffs
	if a.wide != nil {
		c = narrowed(a.wide, at)
	} else {
		list := make([]*big.Int, len(at))
		for i, k := range at {
			list[i] = a.big[k]
		}
		c = shrink(list)
	}
	return terms{lay, exps, c}.fit()
}

// narrowed returns the sums at the given places as coefficients.
func narrowed(sums []wide, at []int) coeffs {
	small := make([]int64, len(at))
	for i, k := range at {
		if !sums[k].isSmall() {
			block := make([]big.Int, len(at))
			list := make([]*big.Int, len(at))
			for i, k := range at {
				list[i] = sums[k].setBig(&block[i])
			}
			return coeffs{big: list}
		}
		small[i] = int64(sums[k].lo)
	}
	return coeffs{small: small}
}

// A table numbers different keys 0, 1, ... in the order in which they come.
// It is an open-addressing hash table with linear probing, at most half full.
type table struct {
	keys  []uint64
	slots []int32 // index into keys plus 1
	shift uint
}

func newTable(n int) *table {
	t := &table{shift: 64 - 6}
	for 1<<(64-t.shift) < 4*n {
		t.shift--
	}
	t.slots = make([]int32, 1<<(64-t.shift))
	return t
}

// slot returns the number of the key, a new one if it has none yet.
func (t *table) slot(key uint64) int {
	mask := uint64(len(t.slots) - 1)
	h := key * 0x9E3779B97F4A7C15 >> t.shift
	for ; t.slots[h] != 0; h = (h + 1) & mask {
		if s := t.slots[h] - 1; t.keys[s] == key {
			return int(s)
		}
	}
	t.keys = append(t.keys, key)
	t.slots[h] = int32(len(t.keys))
	if 2*len(t.keys) > len(t.slots) {
		t.grow()
	}
	return len(t.keys) - 1
}

func (t *table) grow() {
	t.shift--
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint64(len(t.slots) - 1)
	for s, key := range t.keys {
		h := key * 0x9E3779B97F4A7C15 >> t.shift
		for t.slots[h] != 0 {
			h = (h + 1) & mask
		}
		t.slots[h] = int32(s + 1)
	}
}

package rational

import (
	"math"
	"math/big"
	"testing"
)

// What is built from words is the same as what arithmetic gives, and can be computed
// with.
func TestLowestAgreesWithMathBig(t *testing.T) {
	words := [][]uint64{{1}, {2}, {3}, {1<<63 - 1}, {1 << 63}, {1<<64 - 1}, {0, 1}, {5, 7}, {1, 2, 3, 4, 5}, {9, 0, 0, 0, 0, 0, 0, 0, 1}}
	integer := func(words []uint64) *big.Int {
		z := new(big.Int)
		for i, w := range words {
			z.Add(z, new(big.Int).Lsh(new(big.Int).SetUint64(w), uint(64*i)))
		}
		return z
	}
	for _, a := range words {
		for _, b := range words {
			num, den := integer(a), integer(b)
			if new(big.Int).GCD(nil, nil, num, den).Cmp(big.NewInt(1)) != 0 {
				continue
			}
			for _, negative := range []bool{false, true} {
				want := new(big.Rat).SetFrac(num, den)
				if negative {
					want.Neg(want)
				}
				z := Lowest(negative, a, b)
				check(t, "lowest", z, want)
				if y := FromBig(want); !z.Equal(y) || z.Hash() != y.Hash() || z.String() != y.String() {
					t.Fatalf("%v is not %v", z, y)
				}
				check(t, "sum", z.Add(New(1, 3)), new(big.Rat).Add(want, big.NewRat(1, 3)))
				check(t, "square", z.Mul(z), new(big.Rat).Mul(want, want))
				check(t, "inverse", z.Inv(), new(big.Rat).Inv(want))
				check(t, "again", z, want)
			}
		}
	}
	if z := Lowest(true, []uint64{1 << 63}, []uint64{1}); z.num != math.MinInt64 {
		t.Errorf("-2^63 is %v", z)
	}
	if half.Cmp(big.NewRat(1, 2)) != 0 {
		t.Errorf("1/2 became %v", half)
	}
}

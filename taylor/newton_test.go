package taylor

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Products by transforms are those of package math/big, also of numbers all of
// whose words are as large as they can be, which carry most.
func TestLargeProducts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	full := func(words int) *big.Int {
		z := big.NewInt(1)
		return z.Sub(z.Lsh(z, uint(64*words)), big.NewInt(1))
	}
	any := func(words int) *big.Int {
		list := make([]big.Word, words)
		for i := range list {
			list[i] = big.Word(random.Uint64())
		}
		return new(big.Int).SetBits(list)
	}
	for _, n := range []int{transformWords - 1, transformWords, 4096, 5001} {
		for _, m := range []int{transformWords, 9000} {
			for _, pair := range [][2]*big.Int{{full(n), full(m)}, {any(n), any(m)}, {any(n), new(big.Int).Neg(full(m))}} {
				if got := multiplied(pair[0], pair[1]); got.Cmp(new(big.Int).Mul(pair[0], pair[1])) != 0 {
					t.Errorf("a product of %d and %d words is wrong", n, m)
				}
			}
			x := new(big.Int).Neg(any(n))
			if got := multiplied(x, x); got.Cmp(new(big.Int).Mul(x, x)) != 0 {
				t.Errorf("a square of %d words is wrong", n)
			}
		}
	}
}

// randomNumbers returns coefficients of very different sizes, some of which are 0.
func randomNumbers(random *rand.Rand, n int) numbers {
	x := make(numbers, n)
	for i := range x {
		num, den := big.NewInt(random.Int64()-1<<62), big.NewInt(1+random.Int64N(1000))
		switch random.IntN(4) {
		case 0:
			continue
		case 1:
			num.Lsh(num, uint(random.IntN(200)))
		case 2:
			den.Lsh(den, uint(random.IntN(100)))
		}
		x[i] = rational.FromBig(new(big.Rat).SetFrac(num, den))
	}
	return x
}

func TestProductsOfSeriesAreSumsOfProducts(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	r := newRing(symbolic.NewStore())
	for range 40 {
		x, y := randomNumbers(random, 1+random.IntN(40)), randomNumbers(random, 1+random.IntN(40))
		if random.IntN(4) == 0 {
			y = x
		}
		n := 1 + random.IntN(60)
		z := r.multiply(x, y, n)
		for i := range n {
			var want rational.Rat
			for j := range i + 1 {
				want = want.Add(x.at(j).Mul(y.at(i - j)))
			}
			if !z.at(i).Equal(want) {
				t.Fatalf("coefficient %d is %v, not %v", i, z.at(i), want)
			}
		}
	}
}

// 1/x·x = 1, log(e^x) = x and (x^a)^(1/a) = x.
func TestIterationsHaveInverses(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	r := newRing(symbolic.NewStore())
	equal := func(what string, x, y numbers, n int) {
		t.Helper()
		for i := range n {
			if !x.at(i).Equal(y.at(i)) {
				t.Errorf("%s: coefficient %d of %d is %v, not %v", what, i, n, x.at(i), y.at(i))
				return
			}
		}
	}
	for _, n := range []int{1, 2, 3, 8, 13, 30} {
		x := make(numbers, n)
		for i := range x {
			x[i] = rational.New(int64(random.IntN(41)-20), int64(1+random.IntN(5)))
		}
		x[0] = rational.One
		equal("reciprocal", r.multiply(x, r.reciprocalOf(x, n), n), numbers{rational.One}, n)
		equal("square of reciprocal", r.multiply(r.multiply(x, x, n), r.numberPower(x, rational.Int(-2), n), n), numbers{rational.One}, n)
		equal("exponential of logarithm", r.exponentialOf(r.logarithmOf(x, n), n), x, n)
		equal("power", r.numberPower(r.numberPower(x, rational.New(2, 3), n), rational.New(3, 2), n), x, n)
	}
}

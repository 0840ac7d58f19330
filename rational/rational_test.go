package rational

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// interesting numerators and denominators: small, at the edges of int64, and
// products of common factors.
var edges = []int64{0, 1, -1, 2, 3, -6, 10, 1 << 31, -(1 << 31), 1<<32 + 1, 1 << 62, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, math.MaxInt64 - 1}

func samples() []Rat {
	rng := rand.New(rand.NewPCG(1, 2))
	var out []Rat
	for _, n := range edges {
		for _, d := range edges {
			if d != 0 {
				out = append(out, New(n, d))
			}
		}
	}
	for range 200 {
		out = append(out, New(rng.Int64()>>rng.IntN(63), 1+rng.Int64()>>rng.IntN(63)))
	}
	return append(out, FromBig(new(big.Rat).SetFrac64(math.MaxInt64, 3).Mul(big.NewRat(math.MaxInt64, 1), big.NewRat(7, 5))))
}

func check(t *testing.T, what string, z Rat, want *big.Rat) {
	t.Helper()
	if z.Big().Cmp(want) != 0 {
		t.Fatalf("%s = %v, want %v", what, z, want)
	}
	if z.big != nil && z.big.Num().IsInt64() && z.big.Denom().IsInt64() {
		t.Fatalf("%s = %v is small but stored large", what, z)
	}
	if z.big == nil && (z.den1 < 0 || gcd(abs(z.num), uint64(z.den1+1)) != 1) {
		t.Fatalf("%s = %v is not in lowest terms", what, z)
	}
}

func TestArithmeticAgreesWithMathBig(t *testing.T) {
	all := samples()
	for _, x := range all {
		check(t, "neg", x.Neg(), new(big.Rat).Neg(x.Big()))
		if !x.IsZero() {
			check(t, "inv", x.Inv(), new(big.Rat).Inv(x.Big()))
		}
		floor := x.Floor()
		if d := x.Sub(floor); !floor.IsInt() || d.Sign() < 0 || d.Cmp(One) >= 0 {
			t.Fatalf("floor(%v) = %v", x, floor)
		}
		for _, y := range all {
			check(t, fmt.Sprintf("%v + %v", x, y), x.Add(y), new(big.Rat).Add(x.Big(), y.Big()))
			check(t, fmt.Sprintf("%v - %v", x, y), x.Sub(y), new(big.Rat).Sub(x.Big(), y.Big()))
			check(t, fmt.Sprintf("%v * %v", x, y), x.Mul(y), new(big.Rat).Mul(x.Big(), y.Big()))
			if got, want := x.Cmp(y), x.Big().Cmp(y.Big()); got != want {
				t.Fatalf("cmp(%v, %v) = %d, want %d", x, y, got, want)
			}
			if x.Equal(y) != (x.Big().Cmp(y.Big()) == 0) || x.Equal(y) && x.Hash() != y.Hash() {
				t.Fatalf("Equal or Hash of %v, %v", x, y)
			}
		}
	}
}

func TestPow(t *testing.T) {
	for _, x := range samples() {
		want := big.NewRat(1, 1)
		for n := int64(0); n < 6; n++ {
			z, ok := x.Pow(n, 1<<20)
			if !ok {
				t.Fatalf("%v^%d refused", x, n)
			}
			check(t, fmt.Sprintf("%v^%d", x, n), z, want)
			if z, ok = x.Pow(-n, 1<<20); ok == (x.IsZero() && n > 0) {
				t.Fatalf("%v^-%d: %v", x, n, ok)
			} else if ok {
				check(t, "negative power", z, new(big.Rat).Inv(want))
			}
			want.Mul(want, x.Big())
		}
	}
	if _, ok := Int(9).Pow(387420489, 1<<20); ok {
		t.Error("9^9^9 was built beyond the limit")
	}
	if z, ok := NegOne.Pow(math.MaxInt64, 1); !ok || !z.Equal(NegOne) {
		t.Errorf("(-1)^odd = %v", z)
	}
}

func TestRoot(t *testing.T) {
	for _, base := range []Rat{Int(2), Int(3), New(2, 3), New(22, 7), Int(1 << 40), Int(math.MaxInt64)} {
		for k := int64(2); k < 9; k++ {
			p, _ := base.Pow(k, 1<<20)
			if r, ok := p.Root(k); !ok || !r.Equal(base) {
				t.Errorf("root %d of %v = %v, %v", k, p, r, ok)
			}
			if r, ok := p.Add(One).Root(k); ok {
				t.Errorf("root %d of %v+1 = %v is not exact", k, p, r)
			}
		}
	}
	if _, ok := Int(-8).Root(3); ok {
		t.Error("a negative number has a root here")
	}
}

func TestParseIsExact(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "12": "12", "0.1": "1/10", ".5": "1/2", "1e-3": "1/1000", "1.50E+2": "150", "007": "7",
		"9223372036854775808": "9223372036854775808", "0.1000000000000000055": "200000000000000011/2000000000000000000",
	} {
		z, err := Parse(in, 1000)
		if err != nil || z.String() != want {
			t.Errorf("Parse(%s) = %v, %v; want %s", in, z, err, want)
		}
	}
	for _, in := range []string{"", ".", "1e", "1e2000", "1_0", "-1", "1.2.3", "0x1"} {
		if z, err := Parse(in, 1000); err == nil {
			t.Errorf("Parse(%q) = %v", in, z)
		}
	}
	tiny, err := Parse("1e-400", 1000)
	if err != nil || tiny.Sign() != 1 || tiny.Inv().String()[:3] != "100" {
		t.Errorf("1e-400 = %v, %v", tiny, err)
	}
}

func BenchmarkAddSmall(b *testing.B) {
	x, y := New(355, 113), New(-22, 7)
	for b.Loop() {
		x.Add(y)
	}
}

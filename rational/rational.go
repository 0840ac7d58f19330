// Package rational has exact rational numbers with a fast path for small
// ones: numerator and denominator in an int64 each, no allocation, and
// math/big only where they do not fit.
package rational

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
)

// A Rat is an exact rational number in lowest terms with a positive
// denominator. The zero value is 0. Rats are immutable; compare them with
// Equal, since == compares the addresses of large ones.
type Rat struct {
	num  int64
	den1 int64    // denominator - 1, so that the zero value is 0/1
	big  *big.Rat // set only where numerator or denominator does not fit
}

// One, NegOne and Half are constants.
var (
	One    = Rat{num: 1}
	NegOne = Rat{num: -1}
	Half   = Rat{num: 1, den1: 1}
)

// Int returns n.
func Int(n int64) Rat { return Rat{num: n} }

// New returns num/den in lowest terms. It panics if den is 0.
func New(num, den int64) Rat {
	if den == 0 {
		panic("rational: denominator 0")
	}
	if num == math.MinInt64 || den == math.MinInt64 {
		return fromBig(big.NewRat(num, den))
	}
	if den < 0 {
		num, den = -num, -den
	}
	if g := gcd(abs(num), uint64(den)); g > 1 {
		num, den = num/int64(g), den/int64(g)
	}
	return Rat{num: num, den1: den - 1}
}

// FromBig returns the value of x, which must not change afterwards.
func FromBig(x *big.Rat) Rat { return fromBig(x) }

// FromBigInt returns the value of x.
func FromBigInt(x *big.Int) Rat {
	if x.IsInt64() {
		return Int(x.Int64())
	}
	return Rat{big: new(big.Rat).SetInt(x)}
}

func fromBig(x *big.Rat) Rat {
	if n, d := x.Num(), x.Denom(); n.IsInt64() && d.IsInt64() {
		return Rat{num: n.Int64(), den1: d.Int64() - 1}
	}
	return Rat{big: x}
}

// Big returns x as a new big.Rat.
func (x Rat) Big() *big.Rat {
	if x.big != nil {
		return new(big.Rat).Set(x.big)
	}
	return big.NewRat(x.num, x.den1+1)
}

func (x Rat) view() *big.Rat {
	if x.big != nil {
		return x.big
	}
	return big.NewRat(x.num, x.den1+1)
}

// Small returns numerator and denominator where both fit in an int64.
func (x Rat) Small() (num, den int64, ok bool) { return x.num, x.den1 + 1, x.big == nil }

// Int64 returns x where it is an integer that fits.
func (x Rat) Int64() (int64, bool) { return x.num, x.big == nil && x.den1 == 0 }

// Num and Denom return numerator and denominator (positive).
func (x Rat) Num() Rat {
	if x.big != nil {
		return FromBigInt(x.big.Num())
	}
	return Int(x.num)
}

// Denom returns the denominator, a positive integer.
func (x Rat) Denom() Rat {
	if x.big != nil {
		return FromBigInt(x.big.Denom())
	}
	return Int(x.den1 + 1)
}

// Sign returns -1, 0 or 1.
func (x Rat) Sign() int {
	switch {
	case x.big != nil:
		return x.big.Sign()
	case x.num < 0:
		return -1
	case x.num > 0:
		return 1
	}
	return 0
}

// IsZero tells whether x is 0.
func (x Rat) IsZero() bool { return x.big == nil && x.num == 0 }

// IsOne tells whether x is 1.
func (x Rat) IsOne() bool { return x.big == nil && x.num == 1 && x.den1 == 0 }

// IsInt tells whether x is an integer.
func (x Rat) IsInt() bool {
	if x.big != nil {
		return x.big.IsInt()
	}
	return x.den1 == 0
}

// IsEven tells whether x is an even integer.
func (x Rat) IsEven() bool {
	if x.big != nil {
		return x.big.IsInt() && x.big.Num().Bit(0) == 0
	}
	return x.den1 == 0 && x.num&1 == 0
}

// Equal tells whether x and y are the same number.
func (x Rat) Equal(y Rat) bool {
	if x.big != nil && y.big != nil {
		return x.big.Cmp(y.big) == 0
	}
	return x.big == nil && y.big == nil && x.num == y.num && x.den1 == y.den1
}

// Cmp returns -1, 0 or 1 as x is less than, equal to or greater than y.
func (x Rat) Cmp(y Rat) int {
	if x.big == nil && y.big == nil {
		if x.den1 == y.den1 {
			return cmpInt(x.num, y.num)
		}
		if a, ok := mul(x.num, y.den1+1); ok {
			if b, ok := mul(y.num, x.den1+1); ok {
				return cmpInt(a, b)
			}
		}
	}
	return x.view().Cmp(y.view())
}

func cmpInt(a, b int64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Neg returns -x.
func (x Rat) Neg() Rat {
	if x.big == nil && x.num != math.MinInt64 {
		return Rat{num: -x.num, den1: x.den1}
	}
	return fromBig(new(big.Rat).Neg(x.view()))
}

// Abs returns |x|.
func (x Rat) Abs() Rat {
	if x.Sign() < 0 {
		return x.Neg()
	}
	return x
}

// Inv returns 1/x. It panics if x is 0.
func (x Rat) Inv() Rat {
	if x.IsZero() {
		panic("rational: division by 0")
	}
	if x.big == nil && x.num != math.MinInt64 {
		if x.num < 0 {
			return Rat{num: -(x.den1 + 1), den1: -x.num - 1}
		}
		return Rat{num: x.den1 + 1, den1: x.num - 1}
	}
	return fromBig(new(big.Rat).Inv(x.view()))
}

// Add returns x + y.
func (x Rat) Add(y Rat) Rat {
	if x.big == nil && y.big == nil {
		if x.den1|y.den1 == 0 {
			if s := x.num + y.num; (s > x.num) == (y.num > 0) {
				return Rat{num: s}
			}
		} else if z, ok := addSmall(x, y); ok {
			return z
		}
	}
	return fromBig(new(big.Rat).Add(x.view(), y.view()))
}

// addSmall is Knuth 4.5.1: with g = gcd of the denominators only the factors
// of g can cancel in the sum.
func addSmall(x, y Rat) (Rat, bool) {
	xd, yd := x.den1+1, y.den1+1
	g := int64(gcd(uint64(xd), uint64(yd)))
	a, ok1 := mul(x.num, yd/g)
	b, ok2 := mul(y.num, xd/g)
	s := a + b
	if !ok1 || !ok2 || (s > a) != (b > 0) && b != 0 || s == math.MinInt64 {
		return Rat{}, false
	}
	h := int64(gcd(abs(s), uint64(g)))
	d, ok := mul(xd/g, yd/h)
	if !ok {
		return Rat{}, false
	}
	return Rat{num: s / h, den1: d - 1}, true
}

// Sub returns x - y.
func (x Rat) Sub(y Rat) Rat { return x.Add(y.Neg()) }

// Mul returns x·y.
func (x Rat) Mul(y Rat) Rat {
	if x.big == nil && y.big == nil {
		if x.den1|y.den1 == 0 {
			if p, ok := mul(x.num, y.num); ok {
				return Rat{num: p}
			}
		} else if x.num != math.MinInt64 && y.num != math.MinInt64 {
			g := int64(gcd(abs(x.num), uint64(y.den1+1)))
			h := int64(gcd(abs(y.num), uint64(x.den1+1)))
			p, ok1 := mul(x.num/g, y.num/h)
			q, ok2 := mul((x.den1+1)/h, (y.den1+1)/g)
			if ok1 && ok2 {
				return Rat{num: p, den1: q - 1}
			}
		}
	}
	return fromBig(new(big.Rat).Mul(x.view(), y.view()))
}

// Div returns x/y. It panics if y is 0.
func (x Rat) Div(y Rat) Rat { return x.Mul(y.Inv()) }

// BitLen returns the larger of the bit lengths of numerator and denominator.
func (x Rat) BitLen() int {
	if x.big != nil {
		return max(x.big.Num().BitLen(), x.big.Denom().BitLen())
	}
	return max(bits.Len64(abs(x.num)), bits.Len64(uint64(x.den1+1)))
}

// Floor returns the largest integer that is at most x.
func (x Rat) Floor() Rat {
	if x.IsInt() {
		return x
	}
	if x.big == nil {
		q := x.num / (x.den1 + 1)
		if x.num < 0 {
			q--
		}
		return Int(q)
	}
	return FromBigInt(new(big.Int).Div(x.big.Num(), x.big.Denom())) // Euclidean: rounds down, the denominator being positive
}

// Float64 returns the nearest float64 (infinite beyond its range).
func (x Rat) Float64() float64 {
	if x.big == nil && x.den1 == 0 {
		return float64(x.num)
	}
	f, _ := x.view().Float64()
	return f
}

// Hash returns a hash of the value, the same in every run.
func (x Rat) Hash() uint64 {
	if x.big == nil {
		return uint64(x.num)*0x9E3779B97F4A7C15 ^ uint64(x.den1)*0xC2B2AE3D27D4EB4F
	}
	h := uint64(x.big.Sign())
	for _, w := range x.big.Num().Bits() {
		h = (h ^ uint64(w)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	for _, w := range x.big.Denom().Bits() {
		h = (h ^ uint64(w)) * 0xC2B2AE3D27D4EB4F
		h ^= h >> 31
	}
	return h
}

// String returns num or num/den in decimal digits.
func (x Rat) String() string {
	if x.big != nil {
		if x.big.IsInt() {
			return x.big.Num().String()
		}
		return x.big.String()
	}
	s := strconv.FormatInt(x.num, 10)
	if x.den1 == 0 {
		return s
	}
	return s + "/" + strconv.FormatInt(x.den1+1, 10)
}

// NumString and DenString return numerator and denominator in decimal digits.
func (x Rat) NumString() string { return x.Num().String() }

// DenString returns the denominator in decimal digits.
func (x Rat) DenString() string { return x.Denom().String() }

func abs(a int64) uint64 {
	if a < 0 {
		return -uint64(a)
	}
	return uint64(a)
}

// mul returns a·b, false on overflow.
func mul(a, b int64) (int64, bool) {
	if uint64(a+1<<31)|uint64(b+1<<31) < 1<<32 {
		return a * b, true
	}
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// gcd is Stein's binary algorithm; gcd(0, b) = b.
func gcd(a, b uint64) uint64 {
	if a == 1 || b == 1 {
		return 1
	}
	if a == 0 || b == 0 {
		return a | b
	}
	shift := bits.TrailingZeros64(a | b)
	a >>= bits.TrailingZeros64(a)
	for b != 0 {
		b >>= bits.TrailingZeros64(b)
		if a > b {
			a, b = b, a
		}
		b -= a
	}
	return a << shift
}

package taylor

import (
	"math"
	"math/bits"
)

// An integer is ±m·2^twos for an odd number m of size words, of which low is the least.
// Those of a longer one are at start in a list. 0 has no words. It is small and has no
// pointers, since there are thousands.
type integer struct {
	low   uint64
	start uint16
	twos  int16
	size  uint8
	sign  int8 // -1 or 0
}

// maxWords bounds the integers, with their factors of 2.
const maxWords = 16

// integerOf returns a small number.
func integerOf(x int64) (z integer) {
	if x == 0 {
		return z
	}
	z.sign = int8(x >> 63)
	m := magnitudeOf(x)
	z.twos = int16(bits.TrailingZeros64(m))
	z.low, z.size = m>>z.twos, 1
	return z
}

// magnitudeOf returns |x|.
func magnitudeOf(x int64) uint64 { return uint64(x>>63^x) - uint64(x>>63) }

// An accumulator adds up products of integers, which are multiples of 2^base.
type accumulator struct {
	base     int
	positive wideSum
	negative wideSum  // what is to be subtracted in the end
	used     int      // so many words of both may be not 0
	words    []uint64 // of the integers that are longer than one word
}

// With their factors of 2, integers have at most maxWords words. So a product of two
// and a word is less than 2^(64·(2·maxWords+1)), and the sum of less than 2^64 of them
// has less words than there are.
type wideSum [2*maxWords + 4]uint64

// A signedSum is a number of three words with a sign.
type signedSum [3]uint64

// add adds low+2^64·high, or subtracts it if mask, which is 0 else, has all bits.
func (z *signedSum) add(high, low, mask uint64) {
	var over uint64
	z[0], over = bits.Add64(z[0], low^mask, mask&1)
	z[1], over = bits.Add64(z[1], high^mask, over)
	z[2] += mask + over
}

// isSingle tells whether factor·u·2^shift is one word, and returns it.
func isSingle(factor uint64, u *integer, shift uint) (uint64, bool) {
	high, low := bits.Mul64(factor, u.low)
	return low << shift, u.size == 1 && high == 0 && shift < 64 && low>>(64-shift) == 0 // a shift by 64 gives 0
}

// shift returns the factors of 2 in u·v beyond those of the base.
func (z *accumulator) shift(u, v *integer) uint {
	return uint(int(u.twos) + int(v.twos) - z.base)
}

// addSigned adds a sum times 2^(64·at).
func (z *accumulator) addSigned(at int, s *signedSum) {
	w0, w1, w2 := s[0], s[1], s[2]
	if w0|w1|w2 == 0 {
		return
	}
	t := &z.positive
	if int64(w2) < 0 {
		t = &z.negative
		var borrow uint64
		w0, borrow = bits.Sub64(0, w0, 0)
		w1, borrow = bits.Sub64(0, w1, borrow)
		w2, _ = bits.Sub64(0, w2, borrow)
	}
	z.used = max(z.used, at+4)
	var over uint64
	t[at], over = bits.Add64(t[at], w0, 0)
	t[at+1], over = bits.Add64(t[at+1], w1, over)
	t[at+2], over = bits.Add64(t[at+2], w2, over)
	for i := at + 3; over != 0; i++ {
		t[i], over = bits.Add64(t[i], 0, over)
	}
}

// add adds c·u·v, which are not 0.
func (z *accumulator) add(c int64, u, v *integer) {
	t := &z.positive
	if c>>63^int64(u.sign)^int64(v.sign) != 0 {
		t = &z.negative
	}
	var first, second [1]uint64
	a, b := z.wordsOf(u, &first), z.wordsOf(v, &second)
	// The multiple c·a·2^(shift mod 64).
	shift := z.shift(u, v)
	at := int(shift / 64)
	shift %= 64
	var multiple [maxWords + 2]uint64
	m := multiple[:len(a)+2]
	factor, carry := magnitudeOf(c), uint64(0)
	for i, w := range a {
		h, l := bits.Mul64(factor, w)
		var over uint64
		m[i], over = bits.Add64(l, carry, 0)
		carry = h + over
	}
	m[len(a)] = carry
	if shift > 0 {
		for i := len(m) - 1; i > 0; i-- {
			m[i] = m[i]<<shift | m[i-1]>>(64-shift)
		}
		m[0] <<= shift
	}
	for i, w := range m {
		if w != 0 {
			addMultiple(t[at+i:], b, w)
		}
	}
	z.used = max(z.used, min(at+len(m)+len(b)+1, len(t)))
}

// wordsOf returns the words of an integer. One word is put in buf.
func (z *accumulator) wordsOf(x *integer, buf *[1]uint64) []uint64 {
	if x.size == 1 {
		buf[0] = x.low
		return buf[:]
	}
	return z.words[x.start:][:x.size]
}

// addMultiple adds w·y to z.
func addMultiple(z, y []uint64, w uint64) {
	var carry uint64
	for i, v := range y {
		h, l := bits.Mul64(v, w)
		l, c := bits.Add64(l, carry, 0)
		h += c
		z[i], c = bits.Add64(z[i], l, 0)
		carry = h + c
	}
	for i := len(y); carry != 0; i++ {
		z[i], carry = bits.Add64(z[i], carry, 0)
	}
}

// take returns the sum divided by d, which divides it, and makes it 0. It returns false
// if the quotient is too long.
func (z *accumulator) take(d int64) (x integer, ok bool) {
	a, b := z.positive[:z.used], z.negative[:z.used]
	z.used = 0
	n := len(a)
	for n > 0 && a[n-1] == b[n-1] {
		a[n-1], b[n-1] = 0, 0
		n--
	}
	if n == 0 {
		return x, true
	}
	a, b = a[:n], b[:n]
	x.sign = int8(d >> 63)
	if a[n-1] < b[n-1] {
		a, b, x.sign = b, a, ^x.sign
	}
	var borrow uint64
	for i := range a {
		a[i], borrow = bits.Sub64(a[i], b[i], borrow)
		b[i] = 0
	}
	q := magnitudeOf(d)
	twos := bits.TrailingZeros64(q)
	q >>= twos
	var rest uint64
	if q != 1 {
		for i := n - 1; i >= 0; i-- {
			a[i], rest = bits.Div64(rest, a[i], q)
		}
	}
	twos = z.base - twos + trailingZeros(a)
	if rest != 0 || twos < 0 {
		panic("taylor: a coefficient has another denominator than its scale says")
	}
	return x, z.keep(&x, a, twos)
}

// trailingZeros returns the factors of 2 in a number that is not 0.
func trailingZeros(a []uint64) int {
	i := 0
	for a[i] == 0 {
		i++
	}
	return 64*i + bits.TrailingZeros64(a[i])
}

// keep gives x the words a without their factors of 2, and the given ones instead, and
// makes a 0. It returns false if x or the list becomes too long.
func (z *accumulator) keep(x *integer, a []uint64, twos int) bool {
	n := len(a)
	for a[n-1] == 0 {
		n--
	}
	b := shiftedDown(a[:n], trailingZeros(a))
	size := len(b)
	if 64*(size-1)+bits.Len64(b[size-1])+twos > 64*maxWords || len(z.words) > math.MaxUint16 {
		return false
	}
	x.low, x.twos, x.size = b[0], int16(twos), uint8(size)
	if size > 1 {
		x.start = uint16(len(z.words))
		z.words = append(z.words, b...)
	}
	clear(a)
	return true
}

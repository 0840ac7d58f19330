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
	base int
	// columns have the sums of the products of words that end at the same place.
	columns [2*maxWords + 2]column
	used    int // so many of them may be not 0
	sum     [2*maxWords + 4]uint64
	words   []uint64 // of the integers that are longer than one word
}

// A column is a sum of less than 2^62 numbers of two words, in three words with a sign.
type column [3]uint64

// add adds x·y, or subtracts it if mask, which is 0 else, has all bits.
func (z *column) add(x, y, mask uint64) {
	high, low := bits.Mul64(x, y)
	var over uint64
	z[0], over = bits.Add64(z[0], low^mask, mask&1)
	z[1], over = bits.Add64(z[1], high^mask, over)
	z[2] += mask + over
}

// add adds c·u·v, which are not 0. With their factors of 2, u and v have at most maxWords
// words, so that the product ends in column 2·maxWords.
func (z *accumulator) add(c int64, u, v *integer) {
	mask := uint64(c>>63 ^ int64(u.sign) ^ int64(v.sign))
	shift := uint(int(u.twos) + int(v.twos) - z.base)
	at := int(shift / 64)
	shift %= 64
	var one [1]uint64
	words := z.wordsOf(v, &one)
	factor := magnitudeOf(c)
	high, low := bits.Mul64(factor, u.low)
	if u.size == 1 && high|low>>(64-shift) == 0 { // a shift by 64 gives 0
		low <<= shift
		columns := z.columns[at:][:len(words)]
		for i, w := range words {
			columns[i].add(low, w, mask)
		}
		z.used = max(z.used, at+len(words)+1)
		return
	}
	// The words of the multiple c·u·2^shift, one after the other.
	var other [1]uint64
	factors := z.wordsOf(u, &other)
	var carry, before uint64
	for i := range len(factors) + 2 {
		m := carry
		if carry = 0; i < len(factors) {
			var over uint64
			high, low = bits.Mul64(factor, factors[i])
			m, over = bits.Add64(low, m, 0)
			carry = high + over
		}
		if x := m<<shift | before>>(64-shift); x != 0 {
			columns := z.columns[at+i:][:len(words)]
			for j, w := range words {
				columns[j].add(x, w, mask)
			}
		}
		before = m
	}
	z.used = max(z.used, min(at+len(factors)+len(words)+2, len(z.columns)))
}

// addShort adds a sum to the lowest column.
func (z *accumulator) addShort(x column) {
	if x == (column{}) {
		return
	}
	c := &z.columns[0]
	var over uint64
	c[0], over = bits.Add64(c[0], x[0], 0)
	c[1], over = bits.Add64(c[1], x[1], over)
	c[2] += x[2] + over
	z.used = max(z.used, 2)
}

// wordsOf returns the words of an integer. One word is put in buf.
func (z *accumulator) wordsOf(x *integer, buf *[1]uint64) []uint64 {
	if x.size == 1 {
		buf[0] = x.low
		return buf[:]
	}
	return z.words[x.start:][:x.size]
}

// take returns the sum divided by d, which divides it, and makes it 0. It returns false
// if the quotient is too long.
func (z *accumulator) take(d int64) (x integer, ok bool) {
	if z.used == 0 {
		return x, true
	}
	// Carried from column to column, the sum is a number with a sign in two more words.
	a := z.sum[:z.used+2]
	var c0, c1, over uint64 // carried
	for i := range z.used {
		s := &z.columns[i]
		a[i], over = bits.Add64(s[0], c0, 0)
		c0, over = bits.Add64(s[1], c1, over)
		c1 = s[2] + uint64(int64(c1)>>63) + over
		*s = column{}
	}
	a[z.used], a[z.used+1] = c0, c1
	z.used = 0
	x.sign = int8(d >> 63)
	if int64(c1) < 0 {
		x.sign = ^x.sign
		over = 0
		for i, w := range a {
			a[i], over = bits.Sub64(0, w, over)
		}
	}
	n := len(a)
	for a[n-1] == 0 {
		if n--; n == 0 {
			return integer{}, true
		}
	}
	a = a[:n]
	q := magnitudeOf(d)
	twos := bits.TrailingZeros64(q)
	q >>= twos
	var rest uint64
	if q != 1 {
		for i := n - 1; i >= 0; i-- {
			a[i], rest = bits.Div64(rest, a[i], q)
		}
	}
	if rest == 0 {
		twos = z.base - twos + trailingZeros(a)
	}
	if rest != 0 || twos < 0 {
		panic("taylor: a coefficient has another denominator than its scale says")
	}
	ok = z.keep(&x, a, twos)
	return x, ok
}

// trailingZeros returns the factors of 2 in a number that is not 0.
func trailingZeros(a []uint64) int {
	i := 0
	for a[i] == 0 {
		i++
	}
	return 64*i + bits.TrailingZeros64(a[i])
}

// keep gives x the words a without their factors of 2, and the given ones instead. It returns false if x or the list becomes too long.
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
	return true
}

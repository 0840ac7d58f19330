package taylor

import (
	"math"
	"math/bits"
	"slices"
	"sync"

	"github.com/symgrad/symgrad/rational"
)

// A denominator is k!·s^k·e for one k after the other. Its prime factors are small, but
// for a few in s and e, so that a fraction is brought to lowest terms by dividing by
// primes, which is faster than Euclid's algorithm.
type denominator struct {
	k       uint64
	twos    int
	odd     []uint64 // without its factors of 2
	s       uint64   // without its factors of 2
	sTwos   int
	groups  []primeGroup // of the odd primes in it
	large   []uint64     // products of the others
	num     []uint64     // of one fraction
	den     []uint64
	shifted []uint64
}

// newDenominator returns the denominator for k = 0, for fractions up to order n.
func newDenominator(z scale, n int) *denominator {
	d := &denominator{twos: bits.TrailingZeros64(z.e), sTwos: bits.TrailingZeros64(z.s)}
	d.s = z.s >> d.sTwos
	d.odd = append(make([]uint64, 0, n/6+4), z.e>>d.twos)
	s, e := d.s, d.odd[0]
	last := 0 // behind the last group with primes of the denominator
	for i, g := range oddPrimes() {
		if g.primes[0].p <= uint64(n) {
			last = i + 1
		} else if s == 1 && e == 1 {
			break
		}
		for _, q := range g.primes {
			for q.divides(s) {
				s, last = s/q.p, i+1
			}
			for q.divides(e) {
				e, last = e/q.p, i+1
			}
		}
	}
	d.groups = oddPrimes()[:last]
	for _, w := range []uint64{s, e} {
		if w != 1 {
			d.large = append(d.large, w)
		}
	}
	return d
}

// next goes on to k+1.
func (d *denominator) next() {
	d.k++
	twos := bits.TrailingZeros64(d.k)
	d.twos += twos + d.sTwos
	d.odd = scaledWords(d.odd, d.k>>twos)
	if d.s != 1 {
		d.odd = scaledWords(d.odd, d.s)
	}
}

// scaledWords returns w·x in place of x.
func scaledWords(x []uint64, w uint64) []uint64 {
	var carry uint64
	for i, v := range x {
		h, l := bits.Mul64(v, w)
		var c uint64
		x[i], c = bits.Add64(l, carry, 0)
		carry = h + c
	}
	if carry != 0 {
		x = append(x, carry)
	}
	return x
}

// under returns ±num·2^twos divided by the denominator, for an odd number num.
func (d *denominator) under(num []uint64, twos int, negative bool) rational.Rat {
	den := d.odd
	copied := false
	own := func() {
		if !copied {
			d.num, d.den, copied = append(d.num[:0], num...), append(d.den[:0], den...), true
			num, den = d.num, d.den
		}
	}
	for i := range d.groups {
		g := &d.groups[i]
		rest := remainder(num, g.product)
		for _, q := range g.primes {
			if !q.divides(rest) {
				continue
			}
			own()
			for remainder(num, q.p) == 0 && remainder(den, q.p) == 0 {
				num, den = quotient(num, q.p), quotient(den, q.p)
			}
		}
	}
	for _, w := range d.large {
		own()
		for {
			common := gcd(w, remainder(num, w))
			if common = gcd(common, remainder(den, common)); common == 1 {
				break
			}
			num, den = quotient(num, common), quotient(den, common)
		}
	}
	switch twos -= d.twos; {
	case twos > 0:
		d.shifted = shiftedWords(d.shifted[:0], num, twos)
		num = d.shifted
	case twos < 0:
		d.shifted = shiftedWords(d.shifted[:0], den, -twos)
		den = d.shifted
	}
	return rational.Lowest(negative, num, den)
}

// remainder returns x modulo m.
func remainder(x []uint64, m uint64) (rest uint64) {
	for i := len(x) - 1; i >= 0; i-- {
		_, rest = bits.Div64(rest, x[i], m)
	}
	return rest
}

// quotient returns x/p in place of x, which is not 0 and a multiple.
func quotient(x []uint64, p uint64) []uint64 {
	var rest uint64
	for i := len(x) - 1; i >= 0; i-- {
		x[i], rest = bits.Div64(rest, x[i], p)
	}
	if n := len(x) - 1; x[n] == 0 {
		return x[:n]
	}
	return x
}

// shiftedWords appends x·2^n to z.
func shiftedWords(z, x []uint64, n int) []uint64 {
	for range n / 64 {
		z = append(z, 0)
	}
	s := n % 64
	var carry uint64
	for _, w := range x {
		z = append(z, w<<s|carry)
		carry = w >> (64 - s) // 0 if s is 0
	}
	if carry != 0 {
		z = append(z, carry)
	}
	return z
}

// A primeGroup has odd primes, as many as have a product of one word.
type primeGroup struct {
	product uint64
	primes  []oddPrime
}

// An oddPrime is a prime with its inverse modulo 2^64: multiples of p times the inverse
// are the quotients, at most limit, and other numbers times the inverse are more.
type oddPrime struct{ p, inverse, limit uint64 }

func (q oddPrime) divides(x uint64) bool { return x*q.inverse <= q.limit }

// oddPrimes returns those up to MaxOrder in groups.
var oddPrimes = sync.OnceValue(func() (groups []primeGroup) {
	g := primeGroup{product: 1}
	var before []uint64
	for p := uint64(3); p <= MaxOrder; p += 2 {
		if slices.ContainsFunc(before, func(q uint64) bool { return p%q == 0 }) {
			continue
		}
		before = append(before, p)
		inverse := p // of p modulo 2^3, and of twice as many bits each time
		for range 5 {
			inverse *= 2 - p*inverse
		}
		if g.product > math.MaxUint64/p {
			groups = append(groups, g)
			g = primeGroup{product: 1}
		}
		g.product *= p
		g.primes = append(g.primes, oddPrime{p, inverse, math.MaxUint64 / p})
	}
	return append(groups, g)
})

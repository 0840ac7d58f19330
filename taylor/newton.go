package taylor

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// numbersOf returns the first n coefficients of a long series without negative
// powers and with many terms, if all of them are rational.
func (z *series) numbersOf(n int) (numbers, bool) {
	if n < longSeries || len(z.c) > 0 && z.val < 0 {
		return nil, false
	}
	x := make(numbers, min(n, z.end()))
	terms := 0
	for i := range x {
		k, ok := z.at(i).rational()
		if !ok {
			return nil, false
		}
		if x[i] = k; !k.IsZero() {
			terms++
		}
	}
	return x, terms > manyTerms
}

// manyTerms is how many terms make recurrences slower than products of large
// integers.
const manyTerms = 8

// seriesOf returns n coefficients as a series that has no others below t^prec.
func (x numbers) seriesOf(prec int, flat bool) *series {
	z := &series{prec: prec, flat: flat, c: make([]coef, len(x))}
	n := 0
	for _, k := range x {
		if !k.IsZero() {
			n++
		}
	}
	terms := make([]term, 0, n)
	for i, k := range x {
		if !k.IsZero() {
			terms = append(terms, term{symbolic.One, k})
			z.c[i] = terms[len(terms)-1 : len(terms) : len(terms)]
		}
	}
	return z
}

// reciprocalOf returns the first n coefficients of 1/x, for x = 1 + ..., by Newton's
// iteration, which doubles their number:
//
//	y - y·(x·y-1)
func (r *ring) reciprocalOf(x numbers, n int) numbers {
	y := numbers{rational.One}
	for m := 1; m < n; {
		next := min(2*m, n)
		rest := r.multiply(x, y, next)
		y = y.extended(r.multiply(y, rest[min(m, len(rest)):], next-m), rational.NegOne, next)
		m = next
	}
	return y
}

// extended returns x + k·y·t^len(x), with n coefficients.
func (x numbers) extended(y numbers, k rational.Rat, n int) numbers {
	z := append(make(numbers, 0, n), x...)
	for i := range n - len(x) {
		z = append(z, y.at(i).Mul(k))
	}
	return z
}

// logarithmOf returns the first n coefficients of log(x), for x = 1 + ... :
//
//	∫ x'/x
func (r *ring) logarithmOf(x numbers, n int) numbers {
	slope := make(numbers, min(n, len(x)))
	for i := range slope {
		slope[i] = x[i].Mul(rational.Int(int64(i)))
	}
	z := r.multiply(slope, r.reciprocalOf(x, n), n)
	for i := 1; i < len(z); i++ {
		z[i] = z[i].Mul(rational.New(1, int64(i)))
	}
	return z
}

// exponentialOf returns the first n coefficients of e^x, for x without a constant
// term, by Newton's iteration:
//
//	y + y·(x-log(y))
func (r *ring) exponentialOf(x numbers, n int) numbers {
	y := numbers{rational.One}
	for m := 1; m < n; {
		next := min(2*m, n)
		log := r.logarithmOf(y, next)
		rest := make(numbers, next-m)
		for i := range rest {
			rest[i] = x.at(m + i).Sub(log.at(m + i))
		}
		y = y.extended(r.multiply(y, rest, next-m), rational.One, next)
		m = next
	}
	return y
}

// numberPower returns the first n coefficients of x^a, for x = 1 + ... .
func (r *ring) numberPower(x numbers, a rational.Rat, n int) numbers {
	if k, ok := a.Int64(); ok && k < 0 && k >= -smallPower {
		x = r.reciprocalOf(x, n)
		z := x
		for range -k - 1 {
			z = r.multiply(z, x, n)
		}
		return z
	}
	z := r.logarithmOf(x, n)
	for i := range z {
		z[i] = z[i].Mul(a)
	}
	return r.exponentialOf(z, n)
}

package taylor

import (
	"math/big"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
)

const (
	// The bounds are off by 2^-toleranceBits of the largest value of the remainder
	// at most, where the budget suffices, or by 2^(roundingBits-prec), which is
	// 2^-roundingBits of the power of the distance behind the last one.
	toleranceBits, roundingBits = 8, 64
	// maxPieces and maxProducts are the budget, about two seconds. An instruction
	// of a program of package certify counts as kernelCost products of intervals.
	maxPieces, maxProducts, kernelCost = 2000, 2_000_000, 40
)

// A piece is a part of the interval with an enclosure of r.
type piece struct {
	lower, upper *big.Float
	value        interval.Interval
}

// A search is a division into pieces, and what r is known to reach.
type search struct {
	b           *bounding
	pieces      []piece
	bottom, top *big.Float // r is as small and as large somewhere; nil before the first value
}

// search divides the interval until the bounds are good enough.
func (b *bounding) search(lower, upper *big.Float) (z interval.Interval, err error) {
	y := &search{b: b}
	if a := b.at.Upper(); a.Cmp(lower) > 0 && a.Cmp(upper) < 0 {
		if err := y.add(lower, a); err != nil {
			return z, err
		}
		lower = a
	}
	if err := y.add(lower, upper); err != nil {
		return z, err
	}
	for {
		hi, lo := y.extremes()
		u, l := y.pieces[hi].value.Upper(), y.pieces[lo].value.Lower()
		over, under, enough := y.excess(u, l)
		if enough || len(y.pieces) >= maxPieces || b.spent > maxProducts {
			if u.IsInf() || l.IsInf() {
				return z, b.unbounded(y.pieces[hi], y.pieces[lo])
			}
			return interval.New(l, u), nil
		}
		i := hi
		if under.Cmp(over) > 0 {
			i = lo
		}
		q := y.pieces[i]
		m := middle(q.lower, q.upper)
		if m.Cmp(q.lower) == 0 || m.Cmp(q.upper) == 0 || !q.value.IsBounded() && b.isTiny(q) {
			return z, b.unbounded(q)
		}
		last := len(y.pieces) - 1
		y.pieces[i] = y.pieces[last]
		y.pieces = y.pieces[:last]
		if err := y.add(q.lower, m); err != nil {
			return z, err
		}
		if err := y.add(m, q.upper); err != nil {
			return z, err
		}
	}
}

// add adds a piece.
func (y *search) add(lower, upper *big.Float) error {
	b := y.b
	b.spent += 4 * kernelCost * b.value.Len()
	v, err := b.enclose(interval.New(lower, upper))
	if err != nil {
		return err
	}
	y.pieces = append(y.pieces, piece{lower, upper, v})
	for _, x := range []*big.Float{lower, middle(lower, upper), upper} {
		if b.side != Both && b.at.ContainsFloat(x) { // the value there may be another
			continue
		}
		v := onBox(b.value, b.prec, interval.Point(x))
		r := v[0].Real
		if v[1].Truth != certify.Yes || !r.IsBounded() || r.IsEmpty() || r.Decoration() < interval.Defined {
			continue
		}
		if l := r.Lower(); y.top == nil || l.Cmp(y.top) > 0 {
			y.top = l
		}
		if u := r.Upper(); y.bottom == nil || u.Cmp(y.bottom) < 0 {
			y.bottom = u
		}
	}
	return nil
}

// extremes returns the pieces with the largest and the smallest bound.
func (y *search) extremes() (hi, lo int) {
	for i, q := range y.pieces {
		if q.value.Upper().Cmp(y.pieces[hi].value.Upper()) > 0 {
			hi = i
		}
		if q.value.Lower().Cmp(y.pieces[lo].value.Lower()) < 0 {
			lo = i
		}
	}
	return hi, lo
}

// excess returns by how much the bounds u and l are away from values that r is
// known to have, and whether that is little enough: in comparison with the larger
// one of them, or with what is lost by rounding.
func (y *search) excess(u, l *big.Float) (over, under *big.Float, enough bool) {
	if y.top == nil || y.bottom == nil {
		return u, new(big.Float).Neg(l), false
	}
	over, under = new(big.Float).Sub(u, y.top), new(big.Float).Sub(y.bottom, l)
	size := new(big.Float).Abs(y.top)
	if a := new(big.Float).Abs(y.bottom); a.Cmp(size) > 0 {
		size = a
	}
	size.SetMantExp(size, -toleranceBits)
	if least := new(big.Float).SetMantExp(big.NewFloat(1), roundingBits-int(y.b.prec)); size.Cmp(least) < 0 {
		size = least
	}
	return over, under, over.Cmp(size) <= 0 && under.Cmp(size) <= 0
}

// unbounded is the error for pieces of which one has no bounds.
func (b *bounding) unbounded(pieces ...piece) error {
	for _, q := range pieces {
		if q.value.IsBounded() {
			continue
		}
		return fail(Undecided, "no bounds of the remainder were found near %s = %.6g; the formula may have no value there", b.g.text(b.p.x), about(q.lower, q.upper))
	}
	return fail(Undecided, "no bounds of the remainder were found")
}

// isTiny tells whether a piece is so narrow that dividing it is no use.
func (b *bounding) isTiny(q piece) bool {
	w := new(big.Float).Sub(q.upper, q.lower)
	return w.Sign() == 0 || w.MantExp(nil) < -60
}

func middle(x, y *big.Float) *big.Float {
	z := new(big.Float).SetPrec(x.Prec()+8).Add(x, y)
	return z.SetMantExp(z, -1)
}

// about is a number between x and y.
func about(x, y *big.Float) float64 {
	z, _ := middle(x, y).Float64()
	return z
}

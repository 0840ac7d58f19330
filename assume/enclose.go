package assume

import (
	"math"
	"math/bits"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// enclosure is the range of a function by interval arithmetic on the ranges of
// its arguments. Where the function is strictly monotone and an end is exact, as
// log(1) is, an end that is left out stays out: log(x) > 0 for x > 1.
func (f *Facts) enclosure(row *function.Row, ops []symbolic.ID) Interval {
	args := make([]Interval, len(ops))
	known := false
	for i, o := range ops {
		args[i] = f.at(o)
		known = known || args[i].lo.inf == 0 || args[i].hi.inf == 0
	}
	if !known {
		return Reals
	}
	kernel, ok := interval.LookupFloat(row.Name, len(ops))
	if !ok {
		return Reals
	}
	return enclose(kernel, args, row.Monotone)
}

// enclose is the range of a kernel, of which the first argument may be one in
// which it is strictly monotone.
func enclose(kernel interval.FloatKernel, args []Interval, m function.Monotony) Interval {
	box := make([]interval.Float, len(args))
	for i, a := range args {
		box[i] = a.float()
	}
	y := kernel(box)
	if y.IsEmpty() {
		return Reals
	}
	z := Interval{lowerEnd(y.Lower()), upperEnd(y.Upper())}
	if y.NonZero() {
		z.lo.open = z.lo.open || z.lo.sign() == 0
		z.hi.open = z.hi.open || z.hi.sign() == 0
	}
	if m == function.NotMonotone {
		return z
	}
	first := args[0]
	if m == function.Decreasing {
		first.lo, first.hi = first.hi, first.lo
	}
	for _, end := range []struct{ from, to *bound }{{&first.lo, &z.lo}, {&first.hi, &z.hi}} {
		if end.from.inf != 0 || end.to.inf != 0 || !end.from.open {
			continue
		}
		box[0] = interval.FromRatFloat(end.from.value)
		v := kernel(box)
		end.to.open = end.to.open || box[0].IsPoint() && v.IsPoint() && exactEnd(v.Lower(), *end.to)
	}
	return z
}

// exactEnd tells whether x is the end b, and not rounded to it.
func exactEnd(x float64, b bound) bool {
	lo, hi := lowerEnd(x), upperEnd(x)
	return lo.inf == 0 && hi.inf == 0 && lo.value.Equal(b.value) && hi.value.Equal(b.value)
}

// float is the smallest interval of float64 around i.
func (i Interval) float() interval.Float {
	lo, hi := math.Inf(-1), math.Inf(1)
	if i.lo.inf == 0 {
		lo = interval.FromRatFloat(i.lo.value).Lower()
	}
	if i.hi.inf == 0 {
		hi = interval.FromRatFloat(i.hi.value).Upper()
	}
	return interval.NewFloat(lo, hi)
}

const (
	// endBits is the number of binary digits that the ends of enclosures keep,
	// so that arithmetic with them stays cheap.
	endBits = 24
	// What is below least, or above most, is enclosed by 0 or an infinity.
	least = 0x1p-36
	most  = 0x1p36
)

func upperEnd(x float64) bound { return lowerEnd(-x).neg() }

// lowerEnd is a lower end not above x with few digits; x itself, if it has few.
func lowerEnd(x float64) bound {
	switch {
	case x == 0:
		return bound{}
	case math.IsInf(x, 0) || x < -most:
		return minusInf
	case x > most:
		x = most
	case 0 < x && x < least:
		return bound{open: true}
	case -least < x && x < 0:
		x = -least
	}
	m, e := math.Frexp(x) // x = m·2^e with 1/2 <= |m| < 1
	n := int64(math.Floor(m * (1 << endBits)))
	e -= endBits
	shift := bits.TrailingZeros64(uint64(n))
	n, e = n>>shift, e+shift
	if e >= 0 {
		return bound{value: rational.Int(n << e)}
	}
	return bound{value: rational.New(n, 1<<-e)}
}

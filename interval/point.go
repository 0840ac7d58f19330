package interval

import "math/big"

// A pointKernel returns an enclosure of a function at the finite number x; its
// endpoints have about prec bits, but it may be wider than that.
type pointKernel func(prec uint, x *big.Float) Interval

// refine returns k(x) rounded to prec bits, having raised the working
// precision until the relative width is about 2^-prec. It stops at a
// precision that grows with the number of bits that x has, so the cost is
// bounded; the enclosure is wider then, but still one.
func refine(prec uint, x *big.Float, k pointKernel) Interval {
	limit := 4*prec + 2*x.MinPrec() + 512
	for p := prec + 16; ; {
		z := k(p, x)
		good := z.accuracy()
		if good >= int(prec)+4 || p >= limit {
			return z.Round(prec)
		}
		p = min(limit, p+uint(int(prec)+16-max(good, -int(p))))
	}
}

// accuracy returns the number of bits in which the endpoints agree, relative
// to their size; less than 0 where x contains 0.
func (x Interval) accuracy() int {
	const exactBits = 1 << 30
	if x.IsEmpty() || x.IsPoint() {
		return exactBits
	}
	if x.IsBounded() {
		w := sub(32, up, x.hi, x.lo)
		if e := maxFloat(x.hi, new(big.Float).Neg(x.lo)); x.lo.Sign() > 0 || x.hi.Sign() < 0 {
			if x.hi.Sign() < 0 {
				e = x.lo
			}
			return exponent(e) - exponent(w)
		}
		return -1
	}
	// Out of the range of exponents no precision helps.
	for _, v := range []*big.Float{x.lo, x.hi} {
		if !v.IsInf() && v.Sign() != 0 && exponent(v) == big.MaxExp {
			return exactBits
		}
	}
	return -1
}

// A monotoneKernel describes a function that is strictly monotone and
// continuous on an interval of the line.
type monotoneKernel struct {
	at         pointKernel
	decreasing bool
	// limits at the ends -Inf and +Inf, where they belong to the domain.
	atMinus, atPlus *big.Float
}

// over returns the enclosure on x, on which the function is defined.
func (f monotoneKernel) over(prec uint, x Interval, d Decoration) Interval {
	if x.IsPoint() {
		return f.at(prec, x.lo).WithDecoration(d)
	}
	a, b, g := f.end(prec, x.lo), f.end(prec, x.hi), ends(x.lower(), x.upper())
	if f.decreasing {
		a, b, g = b, a, g.mirror()
	}
	z := newInterval(a.lo, b.hi, d).withGaps(g)
	if z.lo.Cmp(z.hi) > 0 {
		panic("interval: kernel is not monotone")
	}
	return z
}

func (f monotoneKernel) end(prec uint, v *big.Float) Interval {
	if !v.IsInf() {
		return f.at(prec, v)
	}
	l := f.atPlus
	if v.Signbit() {
		l = f.atMinus
	}
	return Interval{lo: l, hi: l, dec: Continuous}
}

var (
	zeroFloat     = new(big.Float)
	oneFloat      = big.NewFloat(1)
	minusOneFloat = big.NewFloat(-1)
	plusInf       = infinity(false)
	minusInf      = infinity(true)
)

// clip returns the part of x in the domain [lo, hi], with the decoration that
// it deserves: Nowhere if there is none, Maybe if a part of x is cut off.
func clip(x Interval, lo, hi *big.Float) Interval {
	if x.IsEmpty() || x.hi.Cmp(lo) < 0 || x.lo.Cmp(hi) > 0 {
		return Interval{}
	}
	d := x.dec
	if x.lo.Cmp(lo) < 0 || x.hi.Cmp(hi) > 0 {
		d = min(d, Maybe)
	}
	z := newInterval(maxFloat(x.lo, lo), minFloat(x.hi, hi), d)
	if x.lo.Cmp(lo) >= 0 {
		z = z.withGaps(x.gaps & noLo)
	}
	if x.hi.Cmp(hi) <= 0 {
		z = z.withGaps(x.gaps & noHi)
	}
	if x.NonZero() {
		z = z.puncture()
	}
	return z
}

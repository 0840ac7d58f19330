package interval

import (
	"math"
	"math/big"
)

// expOver is beyond the logarithm of the largest number, 2^31·log 2 =
// 1488522236.…; exp of the numbers above it is infinite in big.Float.
var expOver = big.NewFloat(1488522240)

// Exp returns eˣ. It is never 0, even where the enclosure is [0, smallest].
// Endpoints are within 2 units in the last place for |x| below 10^9.
func Exp(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	z := monotoneKernel{expPoint, false, zeroFloat, plusInf}.over(prec, x, x.dec).above(zeroFloat)
	switch s, ok := x.Sign(); {
	case ok && s > 0:
		z = z.above(oneFloat)
	case ok && s < 0:
		z = z.below(oneFloat)
	}
	return z
}

func expPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Int(1)
	case x.Cmp(expOver) > 0:
		return New(largest(prec, false), plusInf)
	case x.Sign() < 0 && new(big.Float).Neg(x).Cmp(expOver) > 0:
		return New(zeroFloat, smallest(prec, false)).above(zeroFloat)
	case exponent(x) < -int(prec)-2:
		// 1 + x < e^x < 1 + x + x² for 0 < |x| < 1, and 1 < e^x < 1 + 2x for
		// x > 0, e^x < 1 for x < 0.
		if x.Sign() > 0 {
			return New(oneFloat, add(prec, up, oneFloat, scale(up, x, 1)))
		}
		return New(add(prec, down, oneFloat, x), oneFloat)
	}
	// Any n near x/log 2 does.
	f, _ := x.Float64()
	n := int64(math.Round(f / math.Ln2))
	p := unit(prec + 20 + uint(len64(uint64(max(n, -n)))))
	r := p.float(x).sub(ln2Constant.at(p).mulInt(n))
	z := p.interval(prec+4, p.exp(r))
	z.lo = maxFloat(z.lo, zeroFloat)
	return scaleBy(z, n).Round(prec)
}

// exp returns the exponential function of r, |r| < 1: r is halved k times, the
// Taylor series summed, and the result squared k times. With |t| <= 1/2 what
// follows the term t^n/n! is at most that term itself.
func (p unit) exp(r fixed) fixed {
	k := uint(2)
	for k*k*2 < uint(p) {
		k++
	}
	// Squaring k times costs 2k bits.
	q := p + unit(2*k)
	t := fixed{new(big.Int).Lsh(r.m, k), radiusMul(r.r, 1<<k)}
	// t = r·2^-k in units of 2^-q is m·2^(q-p-k) = m·2^k.
	term, sum := q.int(1), q.int(1)
	for n := uint64(1); ; n++ {
		term = q.mul(term, t).quoInt(n)
		sum = sum.add(term)
		if s := term.size(); s < 64+4*t.r || n > 4*uint64(p) {
			sum = sum.widen(s)
			break
		}
	}
	for range k {
		sum = q.mul(sum, sum)
	}
	return sum.half(uint(q - p))
}

// Log returns log x, undefined at x <= 0. The relative error of each endpoint
// is less than 2^(1-prec), also near x = 1.
func Log(prec uint, x Interval) Interval {
	y := clip(x, zeroFloat, plusInf)
	if y.IsEmpty() || y.hi.Sign() == 0 {
		return Interval{}
	}
	d := y.dec
	if !y.NonZero() {
		d = min(d, Maybe)
	}
	return logOver(prec, y, d, logPoint)
}

// logOver applies an increasing kernel with the limit -Inf at 0.
func logOver(prec uint, x Interval, d Decoration, k pointKernel) Interval {
	if x.lo.Sign() == 0 {
		hi := plusInf
		if !x.hi.IsInf() {
			hi = k(prec, x.hi).hi
		}
		return newInterval(minusInf, hi, d).withGaps(x.gaps & noHi)
	}
	return monotoneKernel{at: k, atPlus: plusInf}.over(prec, x, d)
}

func logPoint(prec uint, x *big.Float) Interval {
	m := new(big.Float)
	e := x.MantExp(m)
	if m.Cmp(big.NewFloat(0.7)) < 0 {
		m.SetMantExp(m, 1)
		e--
	}
	if e != 0 {
		return logReduced(prec, m, int64(e), 40)
	}
	// x is in [0.7, 1.4], and x - 1 is a number of no more bits than x and 1.
	d := new(big.Float).SetPrec(x.MinPrec()+4).Sub(m, oneFloat)
	if d.Sign() == 0 {
		return Point(zeroFloat)
	}
	return log1pSmall(prec, m, d)
}

// log1pSmall returns log(1+d) = log m for m = 1 + d in [0.7, 1.4].
func log1pSmall(prec uint, m, d *big.Float) Interval {
	lost := -exponent(d)
	if lost > int(prec)+4 {
		// d - d² <= log(1+d) <= d for d >= -1/2.
		s := mul(32, up, d, d)
		return New(sub(prec, down, d, s), roundTo(prec, up, d))
	}
	return logReduced(prec, m, 0, 40+uint(max(lost, 0)))
}

// logReduced returns log m + e·log 2 for m in [0.7, 1.4]: with y near log m,
// measured and not trusted, and t = m·exp(-y) - 1 it is y + 2·atanh(t/(2+t)).
func logReduced(prec uint, m *big.Float, e int64, guard uint) Interval {
	p := unit(prec + guard)
	f, _ := m.Float64()
	y := p.float(big.NewFloat(math.Log(f)))
	t := p.mul(p.float(m), p.exp(y.neg())).sub(p.int(1))
	z := y.add(p.atanh(p.quo(t, t.add(p.int(2)))).double())
	if e != 0 {
		z = z.add(ln2Constant.at(p).mulInt(e))
	}
	return p.interval(prec, z)
}

// atanh returns the inverse hyperbolic tangent of u, |u| < 1/2:
// the sum of u^(2k+1)/(2k+1). What follows a term is at most a third of it.
func (p unit) atanh(u fixed) fixed {
	sq, power, sum := p.mul(u, u), u, u
	for k := uint64(1); ; k++ {
		power = p.mul(power, sq)
		term := power.quoInt(2*k + 1)
		sum = sum.add(term)
		if s := term.size(); s < 64+u.r || k > 4*uint64(p) {
			return sum.widen(s)
		}
	}
}

// Log1p returns log(1+x), undefined at x <= -1.
func Log1p(prec uint, x Interval) Interval {
	y := clip(x, minusOneFloat, plusInf)
	if y.IsEmpty() || y.hi.Cmp(minusOneFloat) == 0 {
		return Interval{}
	}
	d := y.dec
	k := monotoneKernel{at: log1pPoint, atPlus: plusInf}
	if y.lo.Cmp(minusOneFloat) == 0 {
		return newInterval(minusInf, k.end(prec, y.hi).hi, min(d, Maybe))
	}
	return signed(k.over(prec, y, d), x)
}

// signed returns z, the value of an odd or sign-keeping function that is 0 at
// 0 only, without 0 where x is without 0.
func signed(z, x Interval) Interval {
	if !z.IsEmpty() && x.NonZero() {
		return z.puncture()
	}
	return z
}

func log1pPoint(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	e := exponent(x)
	switch {
	case e > int(prec)+int(x.MinPrec())+8:
		// log x < log(1+x) < log x + 1/x.
		z := logPoint(prec+4, x)
		return New(z.lo, add(prec+4, up, z.hi, quo(32, up, oneFloat, x))).Round(prec)
	case e < -int(prec)-4:
		return log1pSmall(prec, oneFloat, x)
	}
	bits := uint(max(e, 1)+int(x.MinPrec())+max(-e, 0)) + 4
	m := new(big.Float).SetPrec(bits).Add(oneFloat, x)
	if m.Cmp(big.NewFloat(0.7)) >= 0 && m.Cmp(big.NewFloat(1.4)) <= 0 {
		return log1pSmall(prec, m, x)
	}
	return logPoint(prec, m)
}

// Expm1 returns eˣ - 1.
func Expm1(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	return signed(monotoneKernel{expm1Point, false, minusOneFloat, plusInf}.over(prec, x, x.dec), x).above(minusOneFloat)
}

func expm1Point(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	if exponent(x) < -int(prec)-4 {
		// x < e^x - 1 < x + x² for 0 < |x| < 1.
		return New(roundTo(prec, down, x), add(prec, up, x, mul(32, up, x, x)))
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		z := Sub(p, expPoint(p, x), Int(1))
		return New(maxFloat(z.lo, minusOneFloat), z.hi)
	})
}

// LogBase returns log x / log b, undefined at x <= 0, b <= 0 and b = 1.
// Integer powers of a base 2 give exact results.
func LogBase(prec uint, x, b Interval) Interval {
	if b.IsPoint() && b.lo.Cmp(big.NewFloat(2)) == 0 {
		return Log2(prec, x).WithDecoration(b.dec)
	}
	return Quo(prec, Log(prec+8, x), Log(prec+8, b))
}

// Log2 returns the logarithm to base 2, exactly at powers of 2.
func Log2(prec uint, x Interval) Interval { return logTo(prec, x, log2Point) }

// Log10 returns the logarithm to base 10.
func Log10(prec uint, x Interval) Interval { return logTo(prec, x, log10Point) }

func logTo(prec uint, x Interval, k pointKernel) Interval {
	z := Log(2, x)
	if z.IsEmpty() {
		return z
	}
	return logOver(prec, clip(x, zeroFloat, plusInf), z.dec, k)
}

func log2Point(prec uint, x *big.Float) Interval {
	if x.MinPrec() == 1 {
		return Int(int64(exponent(x)) - 1).Round(prec)
	}
	return Quo(prec, logPoint(prec+8, x), ln2(prec+8))
}

func log10Point(prec uint, x *big.Float) Interval {
	return Quo(prec, logPoint(prec+8, x), logPoint(prec+8, big.NewFloat(10)))
}

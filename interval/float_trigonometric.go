package interval

import "math"

// maxReductionFloat is the largest argument that is reduced in float64; beyond
// it the big.Float kernels take over.
const maxReductionFloat = 1 << 20

// fallbackPrec is the precision of the big.Float kernels where float64 kernels
// fall back on them; their results are rounded to float64 once more.
const fallbackPrec = 64

// slow computes f by a kernel for big.Float, with allocations.
func (x Float) slow(f func(prec uint, x Interval) Interval) Float {
	return f(fallbackPrec, x.Interval()).Float()
}

// quarterFloat returns n and x - n·π/2 = hi + lo with the error err, for
// |x| <= maxReductionFloat; hi is in [-0.79, 0.79].
//
// n has 20 bits, so its products with the first two parts of π/2, of 33 bits,
// are exact; x - n·halfPi1 is, too, since the two differ by less than a factor
// 2. The three parts are π/2 to 2^-119.
func quarterFloat(x float64) (n int, r double) {
	k := math.Round(x * (2 / math.Pi))
	if k == 0 {
		return 0, double{x, 0, 0}
	}
	a, b := twoSum(x-float64(k*halfPi1), -float64(k*halfPi2))
	p, e := twoProduct(k, halfPi3)
	c, d := twoSum(a, -p)
	hi, lo := twoSum(c, d+(b-e))
	return int(k), double{hi, lo, math.Abs(k)*0x1p-118 + math.Abs(hi)*0x1p-100}
}

// sinSmall returns sin(r), |r| <= 0.79, with an error of 2^-52·|r| and that of r.
//
// It is r + r³·P(r²); the second part is below |r|/9, so that the five units by
// which it is rounded are 2^-54·|r|, and the terms from r^19/19! on 2^-63·|r|.
// The low part of r enters with the derivative 1 - r²/2, off by r⁴/24 of it.
func sinSmall(r double) double {
	z := float64(r.hi * r.hi)
	p := 1.0 / 355687428096000
	p = float64(p*z) - 1.0/1307674368000
	p = float64(p*z) + 1.0/6227020800
	p = float64(p*z) - 1.0/39916800
	p = float64(p*z) + 1.0/362880
	p = float64(p*z) - 1.0/5040
	p = float64(p*z) + 1.0/120
	p = float64(p*z) - 1.0/6
	c := float64(float64(r.hi*z)*p) + float64(r.lo*(1-0.5*z))
	hi, lo := fastTwoSum(r.hi, c)
	return double{hi, lo, math.Abs(r.hi)*0x1p-52 + r.err}
}

// cosSmall returns cos(r), |r| <= 0.79, with an error of 2^-54 and that of r.
//
// It is 1 - z/2 + (z²·Q(z) - r.hi·r.lo - …) with z = r.hi², the rounding error
// of which is carried along. z²·Q is below 1/60, its rounding below 2^-57, and
// the terms from r^18/18! on are 2^-58.
func cosSmall(r double) double {
	z, zErr := twoProduct(r.hi, r.hi)
	q := 1.0 / 20922789888000
	q = float64(q*z) - 1.0/87178291200
	q = float64(q*z) + 1.0/479001600
	q = float64(q*z) - 1.0/3628800
	q = float64(q*z) + 1.0/40320
	q = float64(q*z) - 1.0/720
	q = float64(q*z) + 1.0/24
	h := 0.5 * z
	hi, lo := fastTwoSum(1, -h)
	lo += float64(float64(z*z)*q) - float64(r.hi*r.lo) - 0.5*zErr
	hi, lo = fastTwoSum(hi, lo)
	return double{hi, lo, 0x1p-54 + r.err}
}

func (x double) neg() double { return double{-x.hi, -x.lo, x.err} }

// sinCosFloat returns sine and cosine of x, |x| <= maxReductionFloat.
func sinCosFloat(x float64) (sin, cos Float) {
	n, r := quarterFloat(x)
	s, c := sinSmall(r), cosSmall(r)
	switch n & 3 {
	case 1:
		s, c = c, s.neg()
	case 2:
		s, c = s.neg(), c.neg()
	case 3:
		s, c = c.neg(), s
	}
	return inUnitFloat(s), inUnitFloat(c)
}

// inUnitFloat returns the interval of a sine or cosine at a number other than
// 0. Of these only numbers that are no float64 are multiples of π/2, so the
// value is not ±1.
func inUnitFloat(x double) Float {
	z := x.interval()
	if z.lo <= -1 {
		z.lo, z.gaps = -1, noLo
	}
	if z.hi >= 1 {
		z.hi, z.gaps = 1, z.gaps|noHi
	}
	return z
}

func sinAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, -1)
	case m > maxReductionFloat:
		return FloatPoint(x).slow(Sin)
	}
	n, r := quarterFloat(x)
	s := sinSmall(r)
	if n&1 == 1 {
		s = cosSmall(r)
	}
	if n&2 == 2 {
		s = s.neg()
	}
	return inUnitFloat(s)
}

func cosAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(1)
	case m < 0x1p-27:
		// 1 - x²/2 < cos x < 1.
		return Float{prev(1), 1, noHi, Continuous}
	case m > maxReductionFloat:
		return FloatPoint(x).slow(Cos)
	}
	n, r := quarterFloat(x)
	s := cosSmall(r)
	if n&1 == 1 {
		s = sinSmall(r).neg()
	}
	if n&2 == 2 {
		s = s.neg()
	}
	return inUnitFloat(s)
}

// besideXFloat returns the numbers between x and the next float64 from it,
// away from 0 for side = 1 and towards 0 for side = -1: those between x and
// x ± x³/2 where |x| < 2^-26.
func besideXFloat(x float64, side int) Float {
	if (x > 0) == (side > 0) {
		return Float{x, next(x), noLo | noHi, Continuous}
	}
	return Float{prev(x), x, noLo | noHi, Continuous}
}

// Sin returns sin x.
func (x Float) Sin() Float { return x.wave(sinAt, 1, Sin) }

// Cos returns cos x.
func (x Float) Cos() Float { return x.wave(cosAt, 0, Cos) }

// wave encloses sin or cos on x: the endpoints, and 1 and -1 where x may
// contain a point jπ/2 with j = top, or top + 2, modulo 4.
func (x Float) wave(at func(float64) Float, top int, big func(uint, Interval) Interval) Float {
	switch {
	case x.IsEmpty():
		return x
	case x.lo == x.hi:
		z := at(x.lo)
		z.dec = x.dec
		return z
	case x.hi-x.lo > 7: // more than 2π
		return Float{-1, 1, 0, x.dec}
	case x.lo < -maxReductionFloat || x.hi > maxReductionFloat:
		return x.slow(big)
	}
	z := Float{-1, 1, 0, x.dec}
	first, last := criticalFloat(x, 0x1p-30)
	ends := at(x.lo).Hull(at(x.hi))
	if !hitsFloat(first, last, top) {
		z.hi = ends.hi
	}
	if !hitsFloat(first, last, top+2) {
		z.lo = ends.lo
	}
	return z
}

// criticalFloat returns the first and last integer j in 2x/π, widened by slack
// at both ends. 2x/π is below 2^20 and computed to 2^-31: with a slack of 2^-30
// all such j are among them, with -2^-30 there are no others.
func criticalFloat(x Float, slack float64) (first, last int) {
	return int(math.Ceil(float64(x.lo*(2/math.Pi)) - slack)), int(math.Floor(float64(x.hi*(2/math.Pi)) + slack))
}

// hitsFloat tells whether some j in [first, last] is n modulo 4.
func hitsFloat(first, last, n int) bool { return first+(n-first)&3 <= last }

// Tan returns tan x, undefined at odd multiples of π/2.
func (x Float) Tan() Float { return x.branch(tanAt, 1, Tan) }

// Cot returns cot x, undefined at multiples of π.
func (x Float) Cot() Float {
	if x.lo == 0 && x.hi == 0 {
		return Float{}
	}
	return x.Neg().branch(func(v float64) Float { return cotAt(-v) }, 0, func(prec uint, x Interval) Interval { return Cot(prec, Neg(x)) })
}

// branch encloses a function that rises between its poles at jπ/2 for j = pole
// or pole + 2 modulo 4.
func (x Float) branch(at func(float64) Float, pole int, big func(uint, Interval) Interval) Float {
	switch {
	case x.IsEmpty():
		return x
	case x.lo == x.hi:
		// A float64 other than 0 is no multiple of π/2.
		z := at(x.lo)
		z.dec = x.dec
		return z
	case x.hi-x.lo > 4: // more than π
		return EntireFloat(min(x.dec, Maybe))
	case x.lo < -maxReductionFloat || x.hi > maxReductionFloat:
		return x.slow(big)
	}
	first, last := criticalFloat(x, 0x1p-30)
	if !hitsFloat(first, last, pole) && !hitsFloat(first, last, pole+2) {
		return x.rising(at, 0, 0)
	}
	first, last = criticalFloat(x, -0x1p-30)
	if hitsFloat(first, last, pole) || hitsFloat(first, last, pole+2) {
		return EntireFloat(min(x.dec, Maybe))
	}
	return x.slow(big) // perhaps the pole is only near
}

func tanAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, 1)
	case m > maxReductionFloat:
		return FloatPoint(x).slow(Tan)
	}
	s, c := sinCosFloat(x)
	z := s.Quo(c)
	z.dec = Continuous
	return z
}

func cotAt(x float64) Float {
	switch m := math.Abs(x); {
	case m < 0x1p-27:
		return besideXFloat(x, 1).Inv()
	case m > maxReductionFloat:
		return FloatPoint(x).slow(Cot)
	}
	s, c := sinCosFloat(x)
	z := c.Quo(s)
	z.dec = Continuous
	return z
}

// Sec returns 1/cos x, undefined at odd multiples of π/2.
func (x Float) Sec() Float { return x.Cos().Inv().pointDefined(x) }

// Csc returns 1/sin x, undefined at multiples of π.
func (x Float) Csc() Float { return x.Sin().Inv().pointDefined(x) }

// pointDefined returns z with the decoration of x where x is a point at which
// a function with poles at multiples of π/2 has the value z.
func (z Float) pointDefined(x Float) Float {
	if x.lo == x.hi && !z.IsEmpty() {
		z.dec = x.dec
	}
	return z.puncture()
}

package interval

import "math"

// Beyond these exp is larger than the largest float64 or smaller than the
// smallest one.
const (
	expOverFloat  = 709.79  // exp(709.782712893384) overflows
	expUnderFloat = -745.14 // exp(-745.1332191019412) is below the smallest
)

// expPair returns exp(x + tail) = 2^m·(hi + lo) with an error of 2^-56·hi, for
// |x| < 750 and |tail| <= 2^-43.
//
// With k = round(32x/log 2) = 32m + j and r = x + tail - k·log(2)/32 it is
// 2^m·2^(j/32)·e^r. k has 16 bits, so k·expStep1 is exact, and so is the
// difference to x, a multiple of 2^-58 (or, for smaller x, k = 0) below 2^-6.
// k·expStep2 is off by 2^-82, expStep2 itself by 2^-98·k. |r| <= 0.0109: the
// Taylor polynomial of degree 7 leaves out r^8/8!·1.01 < 2^-67, and rounding
// its terms from r²/2 < 2^-14 on costs less than 2^-64. The product T·q with
// |q| < 2^-6.4 and the sum with the low part of T are off by 2^-57.4 together.
func expPair(x, tail float64) (z double, m int) {
	k := math.Round(x * (32 / math.Ln2))
	a := x - float64(k*expStep1)
	b := float64(k*expStep2) - tail
	r := a - b
	low := (a - r) - b
	p := float64(r*(1.0/5040)) + 1.0/720
	p = float64(p*r) + 1.0/120
	p = float64(p*r) + 1.0/24
	p = float64(p*r) + 1.0/6
	p = float64(p*r) + 0.5
	q := r + (low + float64(p*float64(r*r)))
	n := int(k)
	t := &expTable[n&31]
	z.hi, z.lo = fastTwoSum(t[0], float64(t[0]*q)+t[1])
	z.err = z.hi * 0x1p-56
	return z, n >> 5
}

// scaled returns the interval of 2^m·x, for x near 1.
func (x double) scaled(m int) Float {
	z := x.interval()
	if m < -1000 || m > 1000 {
		return z.scale(m)
	}
	s := math.Float64frombits(uint64(m+1023) << 52)
	z.lo *= s
	z.hi *= s
	return z
}

// expAt encloses exp at the finite number x.
func expAt(x float64) Float {
	switch {
	case x == 0:
		return FloatPoint(1)
	case x > expOverFloat:
		return Float{math.MaxFloat64, math.Inf(1), 0, Continuous}
	case x < expUnderFloat:
		return Float{0, tiny, noLo, Continuous}
	}
	z, m := expPair(x, 0)
	f := z.scaled(m)
	// Near 1 the bound on the error is larger than |x|.
	if x > 0 && f.lo < 1 {
		f.lo = 1
	}
	if x < 0 && f.hi > 1 {
		f.hi = 1
	}
	return f
}

// Exp returns eˣ. It is never 0, even where the enclosure is [0, smallest].
func (x Float) Exp() Float {
	if x.IsEmpty() {
		return x
	}
	z := x.rising(expAt, 0, math.Inf(1)).above(0)
	switch {
	case x.lo > 0 || x.lo == 0 && x.gaps&noLo != 0:
		z = z.above(1)
	case x.hi < 0 || x.hi == 0 && x.gaps&noHi != 0:
		z = z.below(1)
	}
	return z
}

// expm1At encloses exp(x) - 1.
//
// For |x| <= 1/8 it is x + x²/2·(1 + x/3 + x²/12 + …), where the second part
// c is at most x/15: its rounding error, six units, is below 2^-54·|x|, and
// the terms from x^12/12! on are below 2^-58·|x|.
func expm1At(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-54:
		// x < e^x - 1 < x + x².
		return Float{x, next(x), noLo, Continuous}
	case m <= 0x1p-3:
		p := 1.0 / 39916800
		for _, c := range expm1Series {
			p = float64(p*x) + c
		}
		hi, lo := fastTwoSum(x, float64(p*float64(x*x)))
		return double{hi, lo, m * 0x1p-53}.interval()
	case m < 40:
		z, n := expPair(x, 0)
		s := math.Ldexp(1, n)
		hi, lo := twoSum(z.hi*s, -1)
		lo += z.lo * s
		return double{hi, lo, z.err*s + math.Abs(lo)*0x1p-50}.interval()
	}
	return expAt(x).Add(FloatPoint(-1))
}

// expm1Series has 1/k! for k from 10 to 2.
var expm1Series = [...]float64{1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5}

// Expm1 returns eˣ - 1.
func (x Float) Expm1() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(expm1At, -1, math.Inf(1)).signed(x).above(-1)
}

// rising encloses a strictly increasing function on x, which is not empty; at
// encloses it at a finite point. It does not reach its limits at -Inf and +Inf.
func (x Float) rising(at func(float64) Float, atMinus, atPlus float64) Float {
	if x.lo == x.hi {
		z := at(x.lo)
		z.dec = x.dec
		return z
	}
	z := Float{atMinus, atPlus, x.gaps & (noLo | noHi), x.dec}
	if x.lo >= -math.MaxFloat64 {
		z.lo = at(x.lo).lo
	} else {
		z.gaps |= noLo
	}
	if x.hi <= math.MaxFloat64 {
		z.hi = at(x.hi).hi
	} else {
		z.gaps |= noHi
	}
	return z
}

// falling is rising for a strictly decreasing function.
func (x Float) falling(at func(float64) Float, atMinus, atPlus float64) Float {
	if x.lo == x.hi {
		z := at(x.lo)
		z.dec = x.dec
		return z
	}
	z := Float{atPlus, atMinus, x.gaps.mirror() & (noLo | noHi), x.dec}
	if x.hi <= math.MaxFloat64 {
		z.lo = at(x.hi).lo
	} else {
		z.gaps |= noLo
	}
	if x.lo >= -math.MaxFloat64 {
		z.hi = at(x.lo).hi
	} else {
		z.gaps |= noHi
	}
	return z
}

// signed returns x, the value of a function that is 0 only where its argument
// u is, without 0 where u is.
func (x Float) signed(u Float) Float {
	if x.lo <= 0 && x.hi >= 0 && u.NonZero() {
		return x.puncture()
	}
	return x
}

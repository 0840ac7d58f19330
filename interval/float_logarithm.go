package interval

import "math"

// logPair returns log(x + tail) with an error of 2^-56 times the result, for a
// normal number x and |tail| <= 2^-53·x; tail is 0 where x is near 1, in
// [1-2^-8, 1+2^-7).
//
// With x = 2^n·m, m in [0.6875, 1.375), and a number c near 1/m from the table,
// it is n·log 2 - log c + log(1+r), r = m·c - 1, which is computed exactly in
// two parts; |r| < 2^-7. The polynomial of degree 8 leaves out |r|^9/8, that
// is 2^-59·|r|; its terms from r²/2 on, at most 2^-8·|r|, are rounded by less
// than 2^-58·|r|. The sum of n·ln2High and the first part of -log c is exact,
// as both are multiples of 2^-42 below 2^10. If it is 0, then c = 1, n = 0,
// and the errors are relative to log(1+r) > 0.99·|r|; else they are relative
// to a result above 2^-8, while |r| <= 2^-8 there.
func logPair(x, tail float64) double {
	b := math.Float64bits(x)
	t := b - 0x3FE6<<48
	n := float64(int64(t) >> 52)
	row := &logTable[t>>45&127]
	m := math.Float64frombits(b - t&(0xFFF<<52))
	if tail != 0 {
		tail *= m / x
	}
	p, e := twoProduct(m, row[0])
	r := p - 1 // exact, as p is within a factor 2 of 1
	e += float64(tail * row[0])
	s, e2 := fastTwoSum(r, e)
	sq, sqErr := twoProduct(s, s)
	q := -1.0 / 8
	q = float64(q*s) + 1.0/7
	q = float64(q*s) - 1.0/6
	q = float64(q*s) + 1.0/5
	q = float64(q*s) - 1.0/4
	q = float64(q*s) + 1.0/3
	low := e2 - 0.5*sqErr - float64(s*e2) + (float64(float64(sq*s)*q) - 0.5*sq)
	a := float64(n*ln2High) + row[1]
	hi, lo := twoSum(a, s)
	hi, lo = fastTwoSum(hi, lo+(float64(n*ln2Low)+row[2]+low))
	return double{hi, lo, math.Abs(hi) * 0x1p-56}
}

// logAt encloses log at x > 0.
func logAt(x float64) Float {
	switch {
	case x == 1:
		return FloatPoint(0)
	case x < normalF:
		return logPair(x*0x1p100, 0).interval().Sub(ln2Float.scaledInt(100))
	}
	return logPair(x, 0).interval()
}

// ln2Float encloses log 2; the float64 nearest to it is below it.
var ln2Float = Float{math.Ln2, next(math.Ln2), noLo | noHi, Continuous}

// scaledInt returns n·x.
func (x Float) scaledInt(n int64) Float { return x.Mul(FloatPoint(float64(n))) }

// Log returns log x, undefined at x <= 0.
func (x Float) Log() Float { return x.logarithm(logAt) }

// logarithm applies an increasing function on the positive numbers, with the
// limits -Inf and +Inf.
func (x Float) logarithm(at func(float64) Float) Float {
	if x.lo > 0 { // the usual case
		return x.rising(at, 0, math.Inf(1))
	}
	y := x.clip(0, math.Inf(1))
	if y.IsEmpty() || y.hi == 0 {
		return Float{}
	}
	if !y.NonZero() {
		y.dec = min(y.dec, Maybe)
	}
	z := Float{math.Inf(-1), math.Inf(1), y.gaps & noHi, y.dec}
	if y.hi <= math.MaxFloat64 {
		z.hi = at(y.hi).hi
	}
	return z
}

// log1pAt encloses log(1+x) for x > -1.
func log1pAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-54:
		// x - x² < log(1+x) < x.
		return Float{prev(x), x, noHi, Continuous}
	case -0x1p-9 <= x && x <= 0x1p-8:
		return log1pSmallFloat(x).interval()
	}
	s, tail := twoSum(1, x)
	return logPair(s, tail).interval()
}

// log1pSmallFloat returns log(1+x) with an error of 2^-56 of the result for
// |x| <= 2^-8: the polynomial of logPair, without the rounding of 1+x.
func log1pSmallFloat(x float64) double {
	sq, sqErr := twoProduct(x, x)
	q := -1.0 / 8
	q = float64(q*x) + 1.0/7
	q = float64(q*x) - 1.0/6
	q = float64(q*x) + 1.0/5
	q = float64(q*x) - 1.0/4
	q = float64(q*x) + 1.0/3
	hi, lo := fastTwoSum(x, (float64(float64(sq*x)*q)-0.5*sq)-0.5*sqErr)
	return double{hi, lo, math.Abs(hi) * 0x1p-56}
}

// Log1p returns log(1+x), undefined at x <= -1.
func (x Float) Log1p() Float {
	if x.lo > -1 {
		return x.rising(log1pAt, 0, math.Inf(1)).signed(x)
	}
	y := x.clip(-1, math.Inf(1))
	if y.IsEmpty() || y.hi == -1 {
		return Float{}
	}
	if y.lo == -1 && y.gaps&noLo == 0 {
		y.dec = min(y.dec, Maybe)
	}
	z := Float{math.Inf(-1), math.Inf(1), y.gaps & noHi, y.dec}
	if y.hi <= math.MaxFloat64 {
		z.hi = log1pAt(y.hi).hi
	}
	return z.signed(x)
}

// LogBase returns log x / log b, undefined at x <= 0, b <= 0 and b = 1.
func (x Float) LogBase(b Float) Float {
	if b.lo == 2 && b.hi == 2 {
		return x.Log2().WithDecoration(b.dec)
	}
	return x.Log().Quo(b.Log())
}

// Log2 returns the logarithm to base 2, exactly at powers of 2.
func (x Float) Log2() Float { return x.logarithm(log2At) }

// Log10 returns the logarithm to base 10.
func (x Float) Log10() Float { return x.logarithm(log10At) }

func log2At(x float64) Float {
	if m, e := math.Frexp(x); m == 0.5 {
		return FloatPoint(float64(e - 1))
	}
	return logAt(x).Quo(ln2Float)
}

func log10At(x float64) Float { return logAt(x).Quo(ln10Float) }

// ln10Float encloses log 10.
var ln10Float = logAt(10)

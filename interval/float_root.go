package interval

import "math"

// Sqrt returns the square root, undefined at x < 0; each endpoint is correctly
// rounded.
func (x Float) Sqrt() Float {
	y := x.clip(0, math.Inf(1))
	if y.IsEmpty() {
		return y
	}
	lo, lowExact := sqrtDown(y.lo)
	hi, highExact := sqrtUp(y.hi)
	return Float{lo, hi, leftOut(y.gaps, lowExact, highExact), y.dec}.signed(x)
}

// Cbrt returns the real cube root, of negative numbers too.
func (x Float) Cbrt() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(cbrtAt, math.Inf(-1), math.Inf(1)).signed(x)
}

// cbrtAt takes the root of math.Cbrt, which is not trusted, and steps away
// from it until the cubes show that the root lies between. A small x is
// scaled, so that the cubes are no subnormal numbers.
func cbrtAt(x float64) Float {
	if x == 0 {
		return FloatPoint(0)
	}
	scale := 1.0
	if math.Abs(x) < smallF {
		x, scale = x*0x1p600, 0x1p-200
	}
	v, y := FloatPoint(x), math.Cbrt(x)
	if c := FloatPoint(y).PowInt(3); c.Equal(v) {
		return FloatPoint(y * scale)
	}
	lo, hi := y, y
	for !FloatPoint(lo).PowInt(3).LessEqual(v) {
		lo = prev(lo)
	}
	for !v.LessEqual(FloatPoint(hi).PowInt(3)) {
		hi = next(hi)
	}
	return Float{lo * scale, hi * scale, 0, Continuous}
}

// Hypot returns sqrt(x² + y²).
func (x Float) Hypot(y Float) Float {
	if x.tooWideToSquare() || y.tooWideToSquare() {
		return Hypot(fallbackPrec, x.Interval(), y.Interval()).Float()
	}
	z := x.Sqr().Add(y.Sqr()).Sqrt()
	if x.NonZero() || y.NonZero() {
		z = z.puncture()
	}
	return z
}

// tooWideToSquare tells whether the square of an endpoint other than 0 is out
// of range.
func (x Float) tooWideToSquare() bool {
	out := func(v float64) bool { return v != 0 && (v < 0x1p-500 || v > 0x1p500) && v <= math.MaxFloat64 }
	return !x.IsEmpty() && (out(math.Abs(x.lo)) || out(math.Abs(x.hi)))
}

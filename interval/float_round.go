package interval

import "math"

// Bounds in float64. The hardware rounds to nearest; the exact error of a sum,
// product, quotient or root is a float64, too, where no exponent is near an
// end of the range, and its sign says on which side the result lies. Products
// are wrapped in float64() where a sum follows, since Go may otherwise fuse
// the two, on some machines, and results would depend on the machine.

const (
	tiny    = math.SmallestNonzeroFloat64
	largeF  = 0x1p1021  // beyond it sums and products may overflow
	smallF  = 0x1p-960  // below it errors of products may be no float64
	normalF = 0x1p-1022 // the least normal number
)

// next returns the least float64 above x, and +Inf for NaN and +Inf.
func next(x float64) float64 {
	switch {
	case x == 0:
		return tiny
	case x < 0:
		return math.Float64frombits(math.Float64bits(x) - 1)
	case x <= math.MaxFloat64:
		return math.Float64frombits(math.Float64bits(x) + 1)
	}
	return math.Inf(1)
}

// prev returns the greatest float64 below x, and -Inf for NaN and -Inf.
func prev(x float64) float64 { return -next(-x) }

// roundDown returns x, or the float64 below it if the sign bit of e is set, the
// error of x; x is finite, and e is +0 where x is 0. The sign of a rounding
// error is as good as random, so there is no branch on it.
func roundDown(x, e float64) float64 {
	b, k := math.Float64bits(x), math.Float64bits(e)>>63
	return math.Float64frombits(b - k + (b >> 63 & k << 1))
}

// roundUp is its mirror, for the negated error e.
func roundUp(x, e float64) float64 {
	b, k := math.Float64bits(x), math.Float64bits(e)>>63
	return math.Float64frombits(b + k - (b >> 63 & k << 1))
}

// inexact returns the gaps of endpoints that have these rounding errors.
func inexact(lo, hi float64) gaps {
	a, b := math.Float64bits(lo), math.Float64bits(hi)
	return gaps((a|-a)>>63)*noLo | gaps((b|-b)>>63)*noHi
}

// moderate tells whether |x| is in [smallF, largeF].
func moderate(x float64) bool { x = math.Abs(x); return x >= smallF && x <= largeF }

// sumError returns a + b - s exactly for s = fl(a + b), whatever the order of
// a and b (Knuth, 4.2.2, Theorem B).
func sumError(a, b, s float64) float64 {
	c := s - a
	return (a - (s - c)) + (b - c)
}

// addDown returns the greatest float64 that is at most a + b, which are lower
// endpoints, and whether it is a + b.
func addDown(a, b float64) (float64, bool) {
	s := a + b
	if s <= largeF && s >= -largeF {
		switch e := sumError(a, b, s); {
		case e == 0:
			return s, true
		case e < 0:
			return prev(s), false
		}
		return s, false
	}
	// Infinite or nearly; prev keeps -Inf.
	return prev(s), false
}

// addUp is addDown for upper endpoints.
func addUp(a, b float64) (float64, bool) {
	s, exact := addDown(-a, -b)
	return -s, exact
}

// mulDown returns a lower bound of a·b, the greatest float64 one but for tiny
// results, and whether it is a·b. 0 times an unbounded endpoint is 0.
func mulDown(a, b float64) (float64, bool) {
	p := a * b
	if q := math.Abs(p); q <= largeF && q >= smallF {
		switch e := math.FMA(a, b, -p); {
		case e == 0:
			return p, true
		case e < 0:
			return prev(p), false
		}
		return p, false
	}
	return mulDownSlow(a, b, p)
}

func mulDownSlow(a, b, p float64) (float64, bool) {
	switch {
	case a == 0 || b == 0:
		return 0, true
	case p == 0 && (a < 0) == (b < 0):
		return 0, false
	case a == 1 || b == 1:
		return p, true
	}
	return prev(p), false
}

func mulUp(a, b float64) (float64, bool) {
	p, exact := mulDown(-a, b)
	return -p, exact
}

// quoDown returns a lower bound of a/b for b != 0, not both infinite, the
// greatest float64 one but for tiny results, and whether it is a/b.
func quoDown(a, b float64) (float64, bool) {
	q := a / b
	if m := math.Abs(q); m <= largeF && m >= smallF && math.Abs(a) >= smallF && math.Abs(b) <= largeF {
		// a - q·b is a float64 (Boldo and Daumas, Representable correcting
		// terms for possibly underflowing floating point operations, 2003).
		e := math.FMA(-q, b, a)
		switch {
		case e == 0:
			return q, true
		case (e < 0) != (b < 0):
			return prev(q), false
		}
		return q, false
	}
	switch {
	case a == 0:
		return 0, true
	case b == 1:
		return a, true
	case math.IsInf(a, 0):
		return q, true
	case q == 0 && (a < 0) == (b < 0):
		return 0, false
	}
	return prev(q), false
}

// sqrtDown returns the greatest float64 that is at most the root of a >= 0,
// and whether it is the root; sqrtUp the least one that is at least the root.
func sqrtDown(a float64) (float64, bool) {
	s, e := sqrtError(a)
	if e < 0 {
		s = prev(s)
	}
	return s, e == 0
}

func sqrtUp(a float64) (float64, bool) {
	s, e := sqrtError(a)
	if e > 0 {
		s = next(s)
	}
	return s, e == 0
}

// sqrtError returns s = fl(sqrt(a)) and a number with the sign of a - s². A
// small a is scaled by an even power of 2, which is exact for a and, since the
// root is not small, for s.
func sqrtError(a float64) (s, e float64) {
	if a >= smallF && a <= math.MaxFloat64 {
		s = math.Sqrt(a)
		return s, math.FMA(-s, s, a)
	}
	if a == 0 || a > 1 {
		return a, 0
	}
	a *= 0x1p200
	s = math.Sqrt(a)
	return s * 0x1p-100, math.FMA(-s, s, a)
}

// A double stands for the number hi + lo, of which only an approximation is
// known: the value v that it was made for is within err·(1 - 2^-40) of it.
// |lo| <= 32·err and |hi| >= |lo| + err.
type double struct{ hi, lo, err float64 }

// interval returns the interval of the numbers within err of hi + lo; lo ± err
// is rounded by less than 2^-47·err.
func (x double) interval() Float {
	a, b := x.lo-x.err, x.lo+x.err
	lo, hi := x.hi+a, x.hi+b
	// The errors of these sums are a - (lo - x.hi) and b - (hi - x.hi).
	return Float{roundDown(lo, a-(lo-x.hi)), roundUp(hi, (hi-x.hi)-b), 0, Continuous}
}

// fastTwoSum returns s = fl(a + b) and the exact error, for |a| >= |b| or a = 0.
func fastTwoSum(a, b float64) (s, e float64) {
	s = a + b
	return s, b - (s - a)
}

// twoSum returns s = fl(a + b) and the exact error.
func twoSum(a, b float64) (s, e float64) {
	s = a + b
	return s, sumError(a, b, s)
}

// twoProduct returns p = fl(a·b) and the error, exact where neither a·b nor
// the error is out of range.
func twoProduct(a, b float64) (p, e float64) {
	p = float64(a * b) // a sum of it must not be fused with the product
	return p, math.FMA(a, b, -p)
}

package interval

import "math"

// Neg returns -x, exactly.
func (x Float) Neg() Float { return Float{-x.hi, -x.lo, x.gaps.mirror(), x.dec} }

// leftOut returns the gaps of an endpoint that was rounded outward, since the
// set does not reach it then, or that comes from endpoints that are left out.
func leftOut(g gaps, lowExact, highExact bool) gaps {
	if !lowExact {
		g |= noLo
	}
	if !highExact {
		g |= noHi
	}
	return g
}

// Add returns x + y; each endpoint is correctly rounded.
func (x Float) Add(y Float) Float {
	lo, hi := x.lo+y.lo, x.hi+y.hi
	d := min(x.dec, y.dec)
	if !(lo >= -largeF && hi <= largeF) || d == Nowhere {
		return x.addSlow(y)
	}
	// What follows is addDown and addUp; a sum with an error is not 0.
	e, f := sumError(x.lo, y.lo, lo), sumError(-x.hi, -y.hi, -hi)
	g := (x.gaps|y.gaps)&(noLo|noHi) | inexact(e, f)
	return Float{roundDown(lo, e), roundUp(hi, f), g, d}
}

// addSlow is Add where an endpoint is infinite or nearly.
func (x Float) addSlow(y Float) Float {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Float{}
	}
	lo, lowExact := addDown(x.lo, y.lo)
	hi, highExact := addUp(x.hi, y.hi)
	return Float{lo, hi, leftOut((x.gaps|y.gaps)&(noLo|noHi), lowExact, highExact), d}
}

// Sub returns x - y; each endpoint is correctly rounded.
func (x Float) Sub(y Float) Float { return x.Add(y.Neg()) }

// Mul returns x·y; each endpoint is correctly rounded, but for products below
// 2^-960, where one more unit may be lost.
func (x Float) Mul(y Float) Float {
	// Endpoints a·b and c·d, each with the gaps at its factors.
	var a, b, c, d float64
	var g gaps
	switch {
	case x.lo >= 0 && y.lo >= 0:
		a, b, c, d = x.lo, y.lo, x.hi, y.hi
		g = x.gaps | y.gaps
	case x.lo >= 0 && y.hi <= 0:
		a, b, c, d = x.hi, y.lo, x.lo, y.hi
		g = x.gaps.mirror() | y.gaps
	case x.hi <= 0 && y.lo >= 0:
		a, b, c, d = x.lo, y.hi, x.hi, y.lo
		g = x.gaps | y.gaps.mirror()
	case x.hi <= 0 && y.hi <= 0:
		a, b, c, d = x.hi, y.hi, x.lo, y.lo
		g = x.gaps.mirror() | y.gaps.mirror()
	default:
		return x.mulSlow(y)
	}
	lo, hi := a*b, c*d
	dec := min(x.dec, y.dec)
	if !(lo >= smallF && hi <= largeF || hi <= -smallF && lo >= -largeF) || dec == Nowhere {
		return x.mulSlow(y)
	}
	e, f := math.FMA(a, b, -lo), math.FMA(-c, d, hi)
	return Float{roundDown(lo, e), roundUp(hi, f), g | inexact(e, f), dec}
}

// mulSlow is Mul where a factor has numbers of both signs, or an endpoint of
// the product is 0, infinite or nearly.
func (x Float) mulSlow(y Float) Float {
	d := min(x.dec, y.dec)
	if d == Nowhere {
		return Float{}
	}
	if x.lo < 0 {
		switch {
		case x.hi <= 0:
			return x.Neg().mulSlow(y).Neg()
		case y.lo >= 0:
			x, y = y, x
		case y.hi <= 0:
			return y.Neg().mulSlow(x).Neg()
		default:
			return mulMixed(x, y, d)
		}
	}
	// x >= 0.
	a, b := x.lower(), x.upper()
	var lo, hi float64
	var low, high bound
	var lowExact, highExact bool
	switch {
	case y.lo >= 0:
		lo, lowExact = mulDown(x.lo, y.lo)
		hi, highExact = mulUp(x.hi, y.hi)
		low, high = a.times(y.lower()), b.times(y.upper())
	case y.hi <= 0:
		lo, lowExact = mulDown(x.hi, y.lo)
		hi, highExact = mulUp(x.lo, y.hi)
		low, high = b.times(y.lower()), a.times(y.upper())
	default:
		lo, lowExact = mulDown(x.hi, y.lo)
		hi, highExact = mulUp(x.hi, y.hi)
		low, high = b.times(y.lower()), b.times(y.upper())
	}
	z := Float{lo, hi, leftOut(ends(low, high), lowExact, highExact), d}
	if lo < 0 && hi > 0 && x.NonZero() && y.NonZero() {
		z.gaps |= noZero
	}
	return z.nonempty()
}

// mulMixed is Mul where both have numbers of both signs inside.
func mulMixed(x, y Float, d Decoration) Float {
	a, _ := mulDown(x.lo, y.hi)
	b, _ := mulDown(x.hi, y.lo)
	e, _ := mulUp(x.lo, y.lo)
	f, _ := mulUp(x.hi, y.hi)
	z := Float{min(a, b), max(e, f), 0, d}
	if x.NonZero() && y.NonZero() {
		z = z.puncture()
	}
	return z
}

// Quo returns x/y; endpoints as in Mul. It is undefined at y = 0: then the
// result is Maybe, or Nowhere where y is the point 0.
func (x Float) Quo(y Float) Float {
	d := min(x.dec, y.dec)
	if d == Nowhere || y.lo == 0 && y.hi == 0 {
		return Float{}
	}
	if y.hi <= 0 {
		x, y = x.Neg(), y.Neg()
	}
	if y.lo <= 0 && !y.NonZero() {
		d = min(d, Maybe)
	}
	if y.lo > 0 && x.lo > 0 {
		if z := quoFast(x, y, d); z.dec != Nowhere {
			return z
		}
	}
	var z Float
	if y.lo < 0 {
		z = EntireFloat(d)
		if x.lo == 0 && x.hi == 0 {
			z = Float{0, 0, 0, d}
		}
	} else {
		lo, low := quoPositiveFloat(x.lo, x.lower(), y)
		hi, high := quoPositiveFloat(-x.hi, x.upper(), y)
		z = Float{lo, -hi, ends(low, high), d}.nonempty()
	}
	if z.lo <= 0 && z.hi >= 0 && x.NonZero() {
		z = z.puncture()
	}
	return z
}

// quoFast is Quo for x, y > 0 of moderate size, and empty for others.
func quoFast(x, y Float, d Decoration) Float {
	lo, hi := x.lo/y.hi, x.hi/y.lo
	if !(moderate(lo) && moderate(hi) && moderate(x.lo) && moderate(x.hi) && y.hi <= largeF) {
		return Float{}
	}
	g := x.gaps | y.gaps.mirror()
	e, f := math.FMA(-lo, y.hi, x.lo), math.FMA(hi, y.lo, -x.hi)
	return Float{roundDown(lo, e), roundUp(hi, f), g | inexact(e, f), d}
}

// quoPositiveFloat returns the lower bound of v/y for y >= 0: the divisor is
// the endpoint that moves the quotient down. b describes v.
func quoPositiveFloat(v float64, b bound, y Float) (float64, bound) {
	if v == 0 {
		return 0, b
	}
	by, inverse := y.hi, bound{y.hi > math.MaxFloat64, y.upper().open}
	if v < 0 {
		if y.lo == 0 {
			return math.Inf(-1), bound{}
		}
		by, inverse = y.lo, bound{false, y.lower().open}
	}
	if v < -math.MaxFloat64 {
		return v, bound{}
	}
	q, exact := quoDown(v, by)
	b = b.times(inverse)
	b.open = b.open || !exact
	return q, b
}

// Inv returns 1/x, under the conditions of Quo.
func (x Float) Inv() Float { return FloatPoint(1).Quo(x) }

// Abs returns |x|, exactly.
func (x Float) Abs() Float {
	switch {
	case x.lo >= 0:
		return x
	case x.hi <= 0:
		return x.Neg()
	}
	z := Float{0, x.hi, x.gaps & noHi, x.dec}
	switch m := x.gaps.mirror(); {
	case -x.lo > x.hi:
		z.hi, z.gaps = -x.lo, m&noHi
	case -x.lo == x.hi:
		z.gaps &= m
	}
	if x.gaps&noZero != 0 {
		z.gaps |= noLo
	}
	return z
}

// Sqr returns x².
func (x Float) Sqr() Float {
	x = x.Abs()
	return x.Mul(x)
}

// scale returns x·2^n.
func (x Float) scale(n int) Float {
	if x.IsEmpty() {
		return x
	}
	lo, lowExact := scaleDown(x.lo, n)
	hi, highExact := scaleDown(-x.hi, n)
	return Float{lo, -hi, leftOut(x.gaps, lowExact, highExact), x.dec}
}

// scaleDown returns the greatest float64 that is at most v·2^n, and whether it
// is that.
func scaleDown(v float64, n int) (float64, bool) {
	z := math.Ldexp(v, n)
	if m := math.Abs(z); m >= normalF && m <= math.MaxFloat64 || v == 0 || math.IsInf(v, 0) {
		return z, true
	}
	if math.IsInf(z, 0) || math.Ldexp(z, -n) > v {
		return prev(z), false
	}
	return z, math.Ldexp(z, -n) == v
}

// maxProduct is the largest exponent of a power that is multiplied out: each
// multiplication costs half a unit in the last place, times the exponent that
// it is raised to afterwards.
const maxProduct = 1 << 10

// PowInt returns xⁿ as repeated product; x^0 is 1, 0^0 too. It is undefined
// at x = 0 where n < 0.
func (x Float) PowInt(n int64) Float {
	switch {
	case n == 0:
		return FloatPoint(1).WithDecoration(x.dec)
	case n == 1:
		return x
	case n == 2:
		return x.Sqr()
	case n == -1:
		return x.Inv()
	case x.IsEmpty():
		return x
	case n > maxProduct || n < -maxProduct:
		return powParity(x, Float{float64(n), float64(n), 0, Continuous}.enclosing(n), n%2 != 0)
	case n < 0:
		return x.powUint(-n).Inv()
	}
	return x.powUint(n)
}

// enclosing returns an interval around n, which x is nearest to.
func (x Float) enclosing(n int64) Float {
	if n >= 1<<53 || n <= -1<<53 {
		return Float{prev(x.lo), next(x.hi), noLo | noHi, Continuous}
	}
	return x
}

func (x Float) powUint(n int64) Float {
	if n%2 == 0 {
		x = x.Abs()
	}
	lo, lowExact := powDown(x.lo, n)
	hi, highExact := powDown(-x.hi, n)
	if n%2 == 0 {
		hi, highExact = powUp(x.hi, n)
		hi = -hi
	}
	z := Float{lo, -hi, leftOut(x.gaps, lowExact, highExact), x.dec}
	return z
}

// powDown returns a lower bound of vⁿ and whether it is exact, for odd n or
// v >= 0.
func powDown(v float64, n int64) (float64, bool) {
	if v < 0 {
		z, exact := powUp(-v, n)
		return -z, exact
	}
	if v > math.MaxFloat64 {
		return v, true
	}
	return powBoundFloat(v, n, mulDown)
}

// powUp returns an upper bound of vⁿ and whether it is exact, for v >= 0.
func powUp(v float64, n int64) (float64, bool) {
	if v > math.MaxFloat64 {
		return v, true
	}
	return powBoundFloat(v, n, mulUp)
}

func powBoundFloat(v float64, n int64, mul func(a, b float64) (float64, bool)) (float64, bool) {
	z, exact := v, true
	for i := len64(uint64(n)) - 2; i >= 0; i-- {
		var e bool
		z, e = mul(z, z)
		exact = exact && e
		if n>>uint(i)&1 == 1 {
			z, e = mul(z, v)
			exact = exact && e
		}
	}
	return z, exact
}

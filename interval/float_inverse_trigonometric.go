package interval

import "math"

// piFloat and halfPiFloat enclose π and π/2.
// The float64 nearest to π is below it.
var (
	piFloat     = Float{math.Pi, next(math.Pi), noLo | noHi, Continuous}
	halfPiFloat = Float{math.Pi / 2, next(math.Pi / 2), noLo | noHi, Continuous}
)

// PiFloat returns π between neighbouring float64 numbers.
func PiFloat() Float { return piFloat }

// halfPiLow is what the float64 nearest to π/2 lacks.
const halfPiLow = 6.123233995736766035868820147291983023128e-17

// atanPair returns atan(x + tail) with an error of 2^-56 times the result, for
// x in [0, 1] and |tail| <= 2^-53·x.
//
// With c = i/64 nearest to x it is atan c + atan u for u = (x-c)/(1+xc), where
// |u| <= 2^-7. x - c is exact. u is computed in two parts, off by 2^-100. The
// series of atan u is cut after u^7/7, which leaves out less than 2^-59·|u|,
// and its terms from u³/3 on are rounded by less than 2^-66·|u|.
func atanPair(x, tail float64) double {
	i := math.Round(64 * x)
	c := i / 64
	p, pErr := twoProduct(x, c)
	d, dErr := fastTwoSum(1, p)
	dErr += pErr + float64(tail*c)
	v := x - c
	u := (v + tail) / d
	vErr := (v - (v + tail)) + tail
	low := ((math.FMA(-u, d, v+tail) + vErr) - float64(u*dErr)) / d
	z := float64(u * u)
	q := -1.0 / 7
	q = float64(q*z) + 1.0/5
	q = float64(q*z) - 1.0/3
	t := &atanTable[int(i)]
	hi, lo := fastTwoSum(t[0], u)
	hi, lo = fastTwoSum(hi, lo+(t[1]+(low+float64(float64(u*z)*q))))
	return double{hi, lo, hi * 0x1p-56}
}

// atanAt encloses the inverse tangent of the finite number x.
func atanAt(x float64) Float {
	switch {
	case x == 0:
		return FloatPoint(0)
	case x < 0:
		return atanAt(-x).Neg()
	case x < 0x1p-27:
		return besideXFloat(x, -1)
	case x <= 1:
		return atanPair(x, 0).interval()
	case x > 0x1p60:
		// π/2 - 1/x < atan x < π/2.
		return halfPiFloat.Sub(Float{0, 0x1p-60, 0, Continuous})
	}
	// π/2 - atan(1/x), with 1/x in two parts.
	y := 1 / x
	a := atanPair(y, math.FMA(-y, x, 1)/x)
	hi, lo := fastTwoSum(math.Pi/2, -a.hi)
	lo += halfPiLow - a.lo
	return double{hi, lo, 0x1p-56}.interval()
}

// Atan returns the inverse tangent, in (-π/2, π/2).
func (x Float) Atan() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(atanAt, -halfPiFloat.hi, halfPiFloat.hi).signed(x)
}

// Asin returns the inverse sine, undefined outside [-1, 1].
func (x Float) Asin() Float {
	y := x.clip(-1, 1)
	if y.IsEmpty() {
		return y
	}
	return y.rising(asinAt, 0, 0).signed(x)
}

// asinAt uses asin x = atan(x / sqrt((1-x)(1+x))).
func asinAt(x float64) Float {
	switch m := math.Abs(x); {
	case x == 0:
		return FloatPoint(0)
	case m < 0x1p-27:
		return besideXFloat(x, 1)
	case x == 1:
		return halfPiFloat
	case x == -1:
		return halfPiFloat.Neg()
	}
	v, one := FloatPoint(x), FloatPoint(1)
	return v.Quo(one.Sub(v).Mul(one.Add(v)).Sqrt()).Atan()
}

// Acos returns the inverse cosine, undefined outside [-1, 1].
func (x Float) Acos() Float {
	y := x.clip(-1, 1)
	if y.IsEmpty() {
		return y
	}
	return y.falling(acosAt, 0, 0)
}

// acosAt uses acos x = 2·atan(sqrt((1-x)/(1+x))), which keeps the relative
// precision near 1.
func acosAt(x float64) Float {
	if x == -1 {
		return piFloat
	}
	v, one := FloatPoint(x), FloatPoint(1)
	return one.Sub(v).Quo(one.Add(v)).Sqrt().Atan().scale(1)
}

// Acot returns atan(1/x), undefined at 0.
func (x Float) Acot() Float { return x.Inv().Atan() }

// Asec returns acos(1/x), undefined in (-1, 1).
func (x Float) Asec() Float {
	return x.outside(func(x Float) Float {
		// acos(1/x) = atan(sqrt((x-1)(x+1))) for x >= 1, and π minus that of
		// -x for x <= -1; it increases on both parts.
		if x.hi > 0 {
			return x.sqrtBeyond().Atan()
		}
		return piFloat.Sub(x.Neg().sqrtBeyond().Atan())
	})
}

// sqrtBeyond returns sqrt((x-1)(x+1)) for x >= 1; the product of the roots
// does not overflow.
func (x Float) sqrtBeyond() Float {
	one := FloatPoint(1)
	return x.Sub(one).Sqrt().Mul(x.Add(one).Sqrt())
}

// Acsc returns asin(1/x), undefined in (-1, 1).
func (x Float) Acsc() Float {
	return x.outside(func(x Float) Float {
		// asin(1/x) = atan(1/sqrt((x-1)(x+1))) for x >= 1, which is π/2 at 1.
		r := x.Abs().sqrtBeyond()
		z := halfPiFloat.WithDecoration(x.dec)
		if r.hi > 0 {
			a := r.Inv().Atan()
			z = Float{a.lo, min(a.hi, halfPiFloat.hi), 0, x.dec}
		}
		if x.hi < 0 {
			z = z.Neg()
		}
		return z.puncture()
	})
}

// outside applies f to the parts of x in (-Inf, -1] and in [1, Inf).
func (x Float) outside(f func(Float) Float) Float {
	left, right := x.clip(math.Inf(-1), -1), x.clip(1, math.Inf(1))
	switch {
	case left.IsEmpty() && right.IsEmpty():
		return Float{}
	case left.IsEmpty():
		return f(right)
	case right.IsEmpty():
		return f(left)
	}
	return f(left).Hull(f(right)).WithDecoration(Maybe)
}

// Atan2 returns the angle of the point with ordinate u and abscissa v, in
// (-π, π]; undefined at (0, 0), and not continuous on v < 0, u = 0.
func (u Float) Atan2(v Float) Float {
	d := min(u.dec, v.dec)
	if d == Nowhere {
		return Float{}
	}
	us, uok := u.Sign()
	vs, vok := v.Sign()
	switch {
	case uok && vok && us == 0 && vs == 0:
		return Float{}
	case v.lo > 0:
		return u.Quo(v).Atan().WithDecoration(d)
	case u.lo > 0:
		return halfPiFloat.Sub(v.Quo(u).Atan()).WithDecoration(d)
	case u.hi < 0:
		return halfPiFloat.Neg().Sub(v.Quo(u).Atan()).WithDecoration(d)
	case v.hi < 0 && u.lo >= 0:
		return piFloat.Add(u.Quo(v).Atan()).WithDecoration(d)
	}
	// The origin or the cut is in the box.
	if !u.NonZero() && !v.NonZero() {
		d = min(d, Maybe)
	}
	z := Float{-piFloat.hi, piFloat.hi, 0, min(d, Defined)}
	if v.lo >= 0 {
		z.lo, z.hi = -halfPiFloat.hi, halfPiFloat.hi
	}
	if u.lo >= 0 {
		z.lo = 0
	}
	return z
}

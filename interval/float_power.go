package interval

import "math"

// Pow returns u^v: the repeated product if the value of v is an integer
// (undefined at u = 0 if v < 0, 1 if v = 0), and else exp(v·log u), defined
// for u > 0 and for u = 0 with v > 0, where it is 0.
func (u Float) Pow(v Float) Float {
	d := min(u.dec, v.dec)
	if d == Nowhere {
		return Float{}
	}
	if n := v.lo; n == v.hi && n == math.Floor(n) {
		if math.Abs(n) < 1<<53 {
			return u.PowInt(int64(n)).WithDecoration(d)
		}
		return powParity(u, v, false).WithDecoration(d)
	}
	mayBeInteger := v.containsInteger()
	if u.hi < 0 || u.hi == 0 && u.NonZero() {
		if !mayBeInteger {
			return Float{}
		}
		z := u.Neg().powPositive(v)
		return z.Hull(z.Neg()).WithDecoration(min(d, Maybe))
	}
	var z Float
	if right := u.clip(0, math.Inf(1)); right.hi > 0 {
		z = right.powPositive(v).WithDecoration(d)
	}
	if u.lo < 0 {
		// Between 0 and the right end there may be no value at a negative u.
		d = min(d, Maybe)
		if mayBeInteger {
			left := u.clip(math.Inf(-1), 0).Neg().powPositive(v)
			z = z.Hull(left.Hull(left.Neg()))
		}
	}
	if !u.NonZero() {
		z, d = z.addPowersOfZero(v, d)
	}
	if z.IsEmpty() {
		return z
	}
	z.dec = d
	return z
}

// addPowersOfZero adds the values of 0^v to z.
func (z Float) addPowersOfZero(v Float, d Decoration) (Float, Decoration) {
	if v.hi > 0 {
		z = z.Hull(FloatPoint(0))
	}
	if !v.NonZero() {
		z, d = z.Hull(FloatPoint(1)), min(d, Defined)
	}
	if v.lo < 0 {
		d = min(d, Maybe)
	}
	return z, d
}

// containsInteger tells whether an integer may be in x.
func (x Float) containsInteger() bool {
	first, last := math.Ceil(x.lo), math.Floor(x.hi)
	if first == x.lo && x.gaps&noLo != 0 && first < 1<<53 {
		first++
	}
	if last == x.hi && x.gaps&noHi != 0 && last > -1<<53 {
		last--
	}
	return first < last || first == last && (first != 0 || !x.NonZero())
}

// powPositive returns exp(v·log u) for the positive u in an interval u >= 0.
func (u Float) powPositive(v Float) Float {
	u = u.puncture()
	return v.Mul(u.Log()).Exp()
}

// powParity returns u^n for a large integer n, or an enclosure of one: the
// power of |u| with the sign of u if n is odd.
func powParity(u, n Float, odd bool) Float {
	power := func(u Float) Float {
		if u.lo == 0 && u.hi == 0 {
			if n.hi < 0 {
				return Float{}
			}
			return u
		}
		z := u.powPositive(n)
		if !u.NonZero() {
			if n.hi < 0 {
				return z.WithDecoration(Maybe)
			}
			z = z.Hull(Float{0, 0, 0, z.dec})
		}
		return z
	}
	switch {
	case u.IsEmpty():
		return u
	case !odd:
		return power(u.Abs())
	case u.lo >= 0:
		return power(u)
	case u.hi <= 0:
		return power(u.Neg()).Neg()
	}
	left, right := power(u.clip(math.Inf(-1), 0).Neg()), power(u.clip(0, math.Inf(1)))
	z := left.Neg().Hull(right)
	if z.IsEmpty() {
		return z
	}
	z.dec = u.dec
	if n.hi < 0 && !u.NonZero() {
		z.dec = min(z.dec, Maybe)
	}
	return z
}

package interval

import "math/big"

// directPower is the largest exponent of a power that is multiplied out;
// beyond it exp(v·log u) is faster.
const directPower = 1 << 12

// Pow returns u^v: the repeated product if the value of v is an integer
// (undefined at u = 0 if v < 0, 1 if v = 0), and else exp(v·log u), defined
// for u > 0 and for u = 0 with v > 0, where it is 0.
func Pow(prec uint, u, v Interval) Interval {
	d := min(u.dec, v.dec)
	if d == Nowhere {
		return Interval{}
	}
	if v.IsPoint() && v.lo.IsInt() {
		if n, acc := v.lo.Int64(); acc == big.Exact && n <= directPower && n >= -directPower {
			return PowInt(prec, u, n).WithDecoration(d)
		}
		return powLarge(prec, u, v.lo, d)
	}
	mayBeInteger := containsInteger(v)
	if u.hi.Sign() < 0 || u.hi.Sign() == 0 && u.NonZero() {
		if !mayBeInteger {
			return Interval{}
		}
		z := powPositive(prec, Neg(u), v)
		return Hull(z, Neg(z)).WithDecoration(min(d, Maybe))
	}
	var z Interval
	if right := clip(u, zeroFloat, plusInf); right.hi.Sign() > 0 {
		z = powPositive(prec, right, v).WithDecoration(d)
	}
	if u.lo.Sign() < 0 {
		// Between 0 and the right end there may be no value at a negative u.
		d = min(d, Maybe)
		if mayBeInteger {
			left := powPositive(prec, Neg(clip(u, minusInf, zeroFloat)), v)
			z = Hull(z, Hull(left, Neg(left)))
		}
	}
	if !u.NonZero() {
		z, d = powAtZero(z, v, d)
	}
	if z.IsEmpty() {
		return z
	}
	z.dec = d
	return z
}

// powAtZero adds the values of 0^v to z.
func powAtZero(z, v Interval, d Decoration) (Interval, Decoration) {
	if v.hi.Sign() > 0 {
		z = Hull(z, Point(zeroFloat))
	}
	if !v.NonZero() {
		z, d = Hull(z, Int(1)), min(d, Defined)
	}
	if v.lo.Sign() < 0 {
		d = min(d, Maybe)
	}
	return z, d
}

// containsInteger tells whether an integer may be in v.
func containsInteger(v Interval) bool {
	if !v.IsBounded() {
		return true
	}
	if v.lo.Sign() <= 0 && v.hi.Sign() >= 0 {
		return !v.NonZero() || v.hi.Cmp(oneFloat) >= 0 || v.lo.Cmp(minusOneFloat) <= 0
	}
	for _, x := range []*big.Float{v.lo, v.hi} {
		if exponent(x) > int(x.MinPrec()) {
			return true
		}
	}
	return ceilInt(v.lo).Cmp(floorInt(v.hi)) <= 0
}

// powPositive returns exp(v·log u) for the positive u in an interval u >= 0.
// The precision of the exponent makes up for its size.
func powPositive(prec uint, u, v Interval) Interval {
	if u = u.puncture(); u.IsEmpty() {
		return u
	}
	p := prec + 16
	w := Mul(p, v, Log(p, u))
	lost := 0
	for _, x := range []*big.Float{w.lo, w.hi} {
		if !x.IsInf() && x.Sign() != 0 {
			lost = max(lost, min(exponent(x), 40))
		}
	}
	if lost > 8 {
		p += uint(lost)
		w = Mul(p, v, Log(p, u))
	}
	return Exp(prec, w)
}

// powLarge returns uⁿ for an integer n of any size: the power of |u| with the
// sign of u if n is odd.
func powLarge(prec uint, u Interval, n *big.Float, d Decoration) Interval {
	odd := int64(exponent(n)) == int64(n.MinPrec())
	power := func(u Interval) Interval {
		if u.IsPoint() && u.lo.Sign() == 0 {
			if n.Sign() < 0 {
				return Interval{}
			}
			return u
		}
		z := powPositive(prec, u, Point(n))
		if !u.NonZero() {
			if n.Sign() < 0 {
				return z.WithDecoration(Maybe)
			}
			z = Hull(z, Point(zeroFloat)).WithDecoration(z.dec)
		}
		return z
	}
	if !odd {
		return power(Abs(u)).WithDecoration(d)
	}
	if u.lo.Sign() >= 0 {
		return power(u).WithDecoration(d)
	}
	if u.hi.Sign() <= 0 {
		return Neg(power(Neg(u))).WithDecoration(d)
	}
	left, right := power(Neg(clip(u, minusInf, zeroFloat))), power(clip(u, zeroFloat, plusInf))
	if n.Sign() < 0 && !u.NonZero() {
		d = min(d, Maybe)
	}
	z := Hull(Neg(left), right)
	if z.IsEmpty() {
		return z
	}
	z.dec = d
	return z
}

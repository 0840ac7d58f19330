package interval

import (
	"math"
	"math/big"
)

// Atan returns the inverse tangent, in (-π/2, π/2).
func Atan(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: atanPoint}
	half := scaleBy(Pi(prec), -1)
	k.atMinus, k.atPlus = new(big.Float).Neg(half.hi), half.hi
	return signed(k.over(prec, x, x.dec), x)
}

func atanPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case isTiny(prec, x):
		// x - x³/3 < atan x < x for x > 0.
		return besideX(prec, x, -1)
	case x.Signbit():
		return Neg(atanPoint(prec, new(big.Float).Neg(x)))
	case exponent(x) > int(prec)+8:
		// π/2 - 1/x < atan x < π/2.
		half := scaleBy(Pi(prec+8), -1)
		t := quo(32, up, oneFloat, x)
		return New(sub(prec+8, down, half.lo, t), half.hi).Round(prec)
	}
	e := exponent(x)
	p := unit(prec + 24 + uint(max(-e, 0)))
	w := p.float(x)
	if e <= 0 {
		return p.interval(prec, p.atan(w))
	}
	z := piConstant.at(p).half(1).sub(p.atan(p.quo(p.int(1), w)))
	return p.interval(prec, z)
}

// atan returns the inverse tangent of w in [0, 1]. With y near atan w,
// measured and not trusted, and u = tan(atan w - y) it is y + atan u.
func (p unit) atan(w fixed) fixed {
	f, _ := new(big.Float).SetMantExp(new(big.Float).SetInt(w.m), -int(p)).Float64()
	y := p.float(big.NewFloat(math.Atan(f)))
	s, c := p.sinCos(y)
	u := p.quo(p.mul(w, c).sub(s), c.add(p.mul(w, s)))
	// The series alternates with falling terms.
	sq, power, sum := p.mul(u, u), u, u
	for k := uint64(1); ; k++ {
		power = p.mul(power, sq)
		term := power.quoInt(2*k + 1)
		if k%2 == 1 {
			sum = sum.sub(term)
		} else {
			sum = sum.add(term)
		}
		if t := term.size(); t < 64+u.r || k > 4*uint64(p) {
			return y.add(sum.widen(t))
		}
	}
}

// Asin returns the inverse sine, undefined outside [-1, 1].
func Asin(prec uint, x Interval) Interval {
	y := clip(x, minusOneFloat, oneFloat)
	if y.IsEmpty() {
		return y
	}
	return signed(monotoneKernel{at: asinPoint}.over(prec, y, y.dec), x)
}

func asinPoint(prec uint, x *big.Float) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	if isTiny(prec, x) {
		// x < asin x < x + x³ for 0 < x < 1.
		return besideX(prec, x, 1)
	}
	if new(big.Float).Abs(x).Cmp(oneFloat) == 0 {
		return Mul(prec, scaleBy(Pi(prec+4), -1), Int(int64(x.Sign())))
	}
	// asin x = atan(x / sqrt((1-x)(1+x))).
	p := prec + 8
	c := Mul(p, Sub(p, Int(1), Point(x)), Add(p, Int(1), Point(x)))
	return Atan(p, Quo(p, Point(x), Sqrt(p, c))).Round(prec)
}

// Acos returns the inverse cosine, undefined outside [-1, 1].
func Acos(prec uint, x Interval) Interval {
	y := clip(x, minusOneFloat, oneFloat)
	if y.IsEmpty() {
		return y
	}
	return monotoneKernel{at: acosPoint, decreasing: true}.over(prec, y, y.dec)
}

// acosPoint uses acos x = 2·atan(sqrt((1-x)/(1+x))), which keeps the relative
// precision near 1.
func acosPoint(prec uint, x *big.Float) Interval {
	p := prec + 8
	if x.Cmp(minusOneFloat) == 0 {
		return Pi(prec)
	}
	t := Quo(p, Sub(p, Int(1), Point(x)), Add(p, Int(1), Point(x)))
	return scaleBy(Atan(p, Sqrt(p, t)), 1).Round(prec)
}

// Acot returns atan(1/x), undefined at 0.
func Acot(prec uint, x Interval) Interval { return Atan(prec, Inv(prec+8, x)) }

// Asec returns acos(1/x), undefined in (-1, 1).
func Asec(prec uint, x Interval) Interval {
	return outside(x, func(x Interval) Interval {
		// acos(1/x) = atan(sqrt((x-1)(x+1))) for x >= 1, and π minus that of
		// -x for x <= -1; it increases on both parts.
		p := prec + 8
		if x.hi.Sign() > 0 {
			return Atan(p, sqrtBeyond(p, x)).Round(prec)
		}
		return Sub(prec, Pi(p), Atan(p, sqrtBeyond(p, Neg(x))))
	})
}

// sqrtBeyond returns sqrt((x-1)(x+1)) for x >= 1.
func sqrtBeyond(prec uint, x Interval) Interval {
	return Sqrt(prec, Mul(prec, Sub(prec, x, Int(1)), Add(prec, x, Int(1))))
}

// Acsc returns asin(1/x), undefined in (-1, 1).
func Acsc(prec uint, x Interval) Interval {
	return outside(x, func(x Interval) Interval {
		// asin(1/x) = π/2 - asec x for x >= 1, but without the cancellation:
		// atan(1/sqrt((x-1)(x+1))), which is π/2 at 1.
		p := prec + 8
		z := newInterval(zeroFloat, scaleBy(Pi(p), -1).hi, x.dec)
		if r := sqrtBeyond(p, Abs(x)); r.hi.Sign() > 0 {
			a := Atan(p, Inv(p, r))
			z.lo, z.hi = a.lo, minFloat(a.hi, z.hi)
		} else {
			z = scaleBy(Pi(p), -1).WithDecoration(x.dec)
		}
		if x.hi.Sign() < 0 {
			z = Neg(z)
		}
		return z.Round(prec).puncture()
	})
}

// outside applies f to the parts of x in (-Inf, -1] and in [1, Inf).
func outside(x Interval, f func(Interval) Interval) Interval {
	left, right := clip(x, minusInf, minusOneFloat), clip(x, oneFloat, plusInf)
	switch {
	case left.IsEmpty() && right.IsEmpty():
		return Interval{}
	case left.IsEmpty():
		return f(right)
	case right.IsEmpty():
		return f(left)
	}
	return Hull(f(left), f(right)).WithDecoration(Maybe)
}

// Atan2 returns the angle of the point with ordinate u and abscissa v, in
// (-π, π]; undefined at (0, 0), and not continuous on v < 0, u = 0.
func Atan2(prec uint, u, v Interval) Interval {
	d := min(u.dec, v.dec)
	if d == Nowhere {
		return Interval{}
	}
	p := prec + 8
	half := scaleBy(Pi(p), -1)
	us, uok := u.Sign()
	vs, vok := v.Sign()
	switch {
	case uok && vok && us == 0 && vs == 0:
		return Interval{}
	case vok && vs > 0 && v.lo.Sign() > 0:
		return Atan(prec, Quo(p, u, v)).WithDecoration(d)
	case u.lo.Sign() > 0:
		return Sub(prec, half, Atan(p, Quo(p, v, u))).WithDecoration(d)
	case u.hi.Sign() < 0:
		return Sub(prec, Neg(half), Atan(p, Quo(p, v, u))).WithDecoration(d)
	case v.hi.Sign() < 0 && u.lo.Sign() >= 0:
		return Add(prec, Pi(p), Atan(p, Quo(p, u, v))).WithDecoration(d)
	}
	// The origin or the cut is in the box.
	if !u.NonZero() && !v.NonZero() {
		d = min(d, Maybe)
	}
	turn := Pi(prec)
	z := newInterval(new(big.Float).Neg(turn.hi), turn.hi, min(d, Defined))
	if v.lo.Sign() >= 0 {
		z.lo, z.hi = scale(down, z.lo, -1), scale(up, z.hi, -1)
	}
	if u.lo.Sign() >= 0 {
		z.lo = zeroFloat
	}
	return z
}

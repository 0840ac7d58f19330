package interval

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// An Exponent is an exact rational exponent r, prepared for powers u^r: the
// repeated product if r is an integer (undefined at u = 0 if r < 0, 1 if r = 0)
// and else defined for u > 0, and for u = 0 if r > 0. It is immutable.
type Exponent struct {
	r      rational.Rat
	num    int64 // r = num/den where den is not 0
	den    int64 // 1, 2 or 3
	real   Float // encloses r
	isInt  bool
	isEven bool
}

// NewExponent returns the exponent r.
func NewExponent(r rational.Rat) Exponent {
	e := Exponent{r: r, real: FromRatFloat(r), isInt: r.IsInt(), isEven: r.IsEven()}
	if num, den, ok := r.Small(); ok && den <= 3 && -maxProduct <= num && num <= maxProduct {
		e.num, e.den = num, den
	}
	return e
}

// PowFloat returns u^r.
func (e *Exponent) PowFloat(u Float) Float {
	switch e.den {
	case 1:
		return u.PowInt(e.num)
	case 2:
		return u.Sqrt().PowInt(e.num)
	case 3:
		return u.clip(0, math.Inf(1)).Cbrt().PowInt(e.num)
	}
	if e.isInt {
		return powParity(u, e.real, !e.isEven)
	}
	y := u.clip(0, math.Inf(1))
	if y.IsEmpty() {
		return y
	}
	z := y.powPositive(e.real)
	if !y.NonZero() {
		if e.r.Sign() < 0 {
			return z.WithDecoration(Maybe)
		}
		z = z.Hull(Float{0, 0, 0, y.dec})
		z.dec = y.dec
	}
	return z
}

// Pow returns u^r.
func (e *Exponent) Pow(prec uint, u Interval) Interval {
	switch e.den {
	case 1:
		return PowInt(prec, u, e.num)
	case 2:
		return PowInt(prec, Sqrt(prec+16, u), e.num).Round(prec)
	case 3:
		return PowInt(prec, Cbrt(prec+16, clip(u, zeroFloat, plusInf)), e.num).Round(prec)
	}
	if e.isInt {
		n := new(big.Float).SetPrec(uint(max(e.r.BitLen(), 1))).SetInt(e.r.Big().Num())
		return Pow(prec, u, Point(n))
	}
	y := clip(u, zeroFloat, plusInf)
	if y.IsEmpty() {
		return y
	}
	z := powPositive(prec, y, FromRat(prec+64, e.r))
	if !y.NonZero() {
		if e.r.Sign() < 0 {
			return z.WithDecoration(Maybe)
		}
		z = Hull(z, Point(zeroFloat).WithDecoration(y.dec))
		z.dec = y.dec
	}
	return z
}

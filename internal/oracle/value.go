package oracle

import (
	"errors"
	"math"
	"math/big"
)

// The reasons why there is no value.
var (
	ErrUndefined = errors.New("undefined") // there is certainly none
	ErrUnknown   = errors.New("unknown")   // the oracle cannot tell
)

// A Value is exact, q + p*pi, or a ball: mid with an error of at most rad.
type Value struct {
	q, p *big.Rat // nil for a ball
	mid  *big.Float
	rad  float64
}

// Rational returns an exact value.
func Rational(x *big.Rat) Value { return Value{q: x, p: new(big.Rat)} }

func integer(n int64) Value { return Rational(big.NewRat(n, 1)) }

func (x Value) exact() bool    { return x.q != nil }
func (x Value) rational() bool { return x.q != nil && x.p.Sign() == 0 }
func (x Value) turns() bool    { return x.q != nil && x.q.Sign() == 0 } // a rational multiple of pi

// Float returns the value as a float, roughly.
func (x Value) Float() float64 {
	if x.exact() {
		q, _ := x.q.Float64()
		p, _ := x.p.Float64()
		return q + p*math.Pi
	}
	z, _ := x.mid.Float64()
	return z
}

// String returns the value for messages.
func (x Value) String() string {
	switch {
	case x.rational():
		return x.q.RatString()
	case x.exact():
		return x.q.RatString() + " + " + x.p.RatString() + "*pi"
	}
	return x.mid.Text('g', 30)
}

// A calc computes with balls of some precision.
type calc struct {
	prec uint // bits of balls
	// presume takes a ball for the number with few bits that it is very close
	// to. With many bits nothing but a number made to deceive is that close.
	presume bool
}

const (
	maxBits = 4096 // of exact numbers
	tiny    = 0x1p-1070
	// presumePrec is the precision with which numbers are presumed to be
	// equal: exp(-x) is as small as 2^-865 for the x that exp accepts.
	presumePrec = 4000
)

func (c calc) float() *big.Float { return new(big.Float).SetPrec(c.prec) }

// ball returns a value as a ball with an absolute error below 2^-prec.
func (c calc) ball(x Value) Value {
	if !x.exact() {
		return x
	}
	prec := c.prec + uint(max(0, x.q.Num().BitLen()-x.q.Denom().BitLen())+max(0, x.p.Num().BitLen()-x.p.Denom().BitLen())) + 4
	mid := new(big.Float).SetPrec(prec).SetRat(x.q)
	if x.p.Sign() != 0 {
		t := new(big.Float).SetPrec(prec).SetRat(x.p)
		mid.Add(mid, t.Mul(t, piFloat(prec+8)))
	}
	return Value{mid: mid, rad: math.Ldexp(4, -int(c.prec)) + tiny}
}

// round returns a ball after an operation that rounded mid.
func (c calc) round(mid *big.Float, rad float64) (Value, error) {
	if mid.IsInf() || math.IsNaN(rad) || rad > 1e300 || mid.MantExp(nil) > 1000 {
		return Value{}, ErrUnknown
	}
	ulp := math.Ldexp(1, mid.MantExp(nil)-int(c.prec))
	return Value{mid: mid, rad: (rad+ulp)*1.000001 + tiny}, nil
}

func magnitude(x *big.Float) float64 { z, _ := x.Float64(); return math.Abs(z) * 1.000001 }

// simple returns an exact value, or a ball if its numbers have become long.
func (c calc) simple(x Value) Value {
	if x.q.Num().BitLen()+x.q.Denom().BitLen()+x.p.Num().BitLen()+x.p.Denom().BitLen() > maxBits {
		return c.ball(x)
	}
	return x
}

func (c calc) add(x, y Value) (Value, error) {
	if x.exact() && y.exact() {
		return c.simple(Value{q: new(big.Rat).Add(x.q, y.q), p: new(big.Rat).Add(x.p, y.p)}), nil
	}
	x, y = c.ball(x), c.ball(y)
	return c.round(c.float().Add(x.mid, y.mid), x.rad+y.rad)
}

func (c calc) neg(x Value) Value {
	if x.exact() {
		return Value{q: new(big.Rat).Neg(x.q), p: new(big.Rat).Neg(x.p)}
	}
	return Value{mid: new(big.Float).Neg(x.mid), rad: x.rad}
}

func (c calc) sub(x, y Value) (Value, error) { return c.add(x, c.neg(y)) }

func (c calc) mul(x, y Value) (Value, error) {
	if y.rational() {
		x, y = y, x
	}
	switch {
	case x.rational() && y.exact():
		return c.simple(Value{q: new(big.Rat).Mul(x.q, y.q), p: new(big.Rat).Mul(x.q, y.p)}), nil
	case x.rational() && x.q.Sign() == 0:
		return x, nil
	}
	x, y = c.ball(x), c.ball(y)
	return c.round(c.float().Mul(x.mid, y.mid), magnitude(x.mid)*y.rad+magnitude(y.mid)*x.rad+x.rad*y.rad)
}

func (c calc) div(x, y Value) (Value, error) {
	s, err := c.sign(y)
	switch {
	case err != nil:
		return Value{}, err
	case s == 0:
		return Value{}, ErrUndefined
	case y.rational() && x.exact():
		inv := new(big.Rat).Inv(y.q)
		return c.mul(Rational(inv), x)
	case x.turns() && y.turns():
		return c.simple(Rational(new(big.Rat).Quo(x.p, y.p))), nil
	case x.rational() && x.q.Sign() == 0:
		return x, nil
	}
	x, y = c.ball(x), c.ball(y)
	b := magnitude(y.mid)/1.000002 - y.rad
	if b <= 0 { // of a number that is not 0, but small
		return Value{}, ErrUnknown
	}
	z := c.float().Quo(x.mid, y.mid)
	return c.round(z, (x.rad+magnitude(z)*y.rad)/b)
}

// sign returns the sign of a value.
func (c calc) sign(x Value) (int, error) {
	switch {
	case x.rational():
		return x.q.Sign(), nil
	case x.exact(): // not 0, since pi is irrational
		for prec := uint(64); prec < 1<<14; prec *= 2 {
			if b := (calc{prec: prec}).ball(x); magnitude(b.mid) > 2*b.rad {
				return b.mid.Sign(), nil
			}
		}
		return 0, ErrUnknown
	}
	if magnitude(x.mid)/1.000002 > x.rad {
		return x.mid.Sign(), nil
	}
	if c.presume && x.rad < 0x1p-1000 && (x.mid.Sign() == 0 || x.mid.MantExp(nil) < 200-int(c.prec)) {
		return 0, nil
	}
	return 0, ErrUnknown
}

// compare returns the sign of x - y.
func (c calc) compare(x, y Value) (int, error) {
	z, err := c.sub(x, y)
	if err != nil {
		return 0, err
	}
	return c.sign(z)
}

// nearest returns the integer that a value is, or false if it is none.
func (c calc) nearest(x Value) (n *big.Int, ok bool, err error) {
	if x.exact() {
		if !x.rational() || !x.q.IsInt() {
			return nil, false, nil
		}
		return x.q.Num(), true, nil
	}
	n = roundInt(x.mid)
	d, err := c.sub(x, Rational(new(big.Rat).SetInt(n)))
	if err != nil {
		return nil, false, err
	}
	s, err := c.sign(d)
	return n, s == 0, err
}

func roundInt(x *big.Float) *big.Int {
	half := big.NewFloat(0.5)
	z := new(big.Float).SetPrec(x.Prec()+2).Add(x, half)
	n, _ := z.Int(nil)
	if z.Sign() < 0 && !z.IsInt() {
		n.Sub(n, big.NewInt(1))
	}
	return n
}

// floor returns the greatest integer that is not greater.
func (c calc) floor(x Value) (Value, error) {
	if x.rational() {
		n := new(big.Int).Div(x.q.Num(), x.q.Denom()) // Euclidean: the divisor is positive
		return Rational(new(big.Rat).SetInt(n)), nil
	}
	if x.exact() {
		x = c.ball(x)
	}
	if x.rad > 0.1 {
		return Value{}, ErrUnknown
	}
	n := roundInt(x.mid)
	s, err := c.compare(x, Rational(new(big.Rat).SetInt(n)))
	if err != nil {
		return Value{}, err
	}
	if s < 0 {
		n.Sub(n, big.NewInt(1))
	}
	return Rational(new(big.Rat).SetInt(n)), nil
}

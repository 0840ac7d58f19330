package oracle

import (
	"math"
	"math/big"
)

// exponent bounds the arguments of exp: beyond it the oracle cannot tell.
const exponent = 600

func (c calc) exp(x Value) (Value, error) {
	if x.rational() && x.q.Sign() == 0 {
		return integer(1), nil
	}
	x = c.ball(x)
	if magnitude(x.mid) > exponent || x.rad > 1 {
		return Value{}, ErrUnknown
	}
	z := expFloat(x.mid, c.prec)
	return c.round(z, magnitude(z)*2*x.rad)
}

func (c calc) log(x Value) (Value, error) {
	s, err := c.sign(x)
	switch {
	case err != nil:
		return Value{}, err
	case s <= 0:
		return Value{}, ErrUndefined
	case x.rational() && x.q.Cmp(big.NewRat(1, 1)) == 0:
		return integer(0), nil
	}
	rel := 0.0
	if x.rational() { // with few bits in large or small numbers
		x = Value{mid: c.float().SetRat(x.q)}
		rel = math.Ldexp(1, -int(c.prec))
	} else {
		x = c.ball(x)
		rel = x.rad / (magnitude(x.mid)/1.000002 - x.rad)
	}
	z := logFloat(x.mid, c.prec)
	return c.round(z, rel+math.Ldexp(1+math.Abs(float64(x.mid.MantExp(nil))), -int(c.prec)))
}

func (c calc) sqrt(x Value) (Value, error) { return c.root(x, 2) }

// root is x^(1/n) of x >= 0.
func (c calc) root(x Value, n int) (Value, error) {
	s, err := c.sign(x)
	switch {
	case err != nil:
		return Value{}, err
	case s < 0:
		return Value{}, ErrUndefined
	case s == 0:
		return integer(0), nil
	}
	if x.rational() {
		if z, ok := exactRoot(x.q, n); ok {
			return Rational(z), nil
		}
	}
	if n == 2 {
		x = c.ball(x)
		z := c.float().Sqrt(x.mid)
		return c.round(z, x.rad/(magnitude(z)/1.000002))
	}
	l, err := c.log(x)
	if err == nil {
		l, err = c.div(l, integer(int64(n)))
	}
	if err != nil {
		return Value{}, err
	}
	return c.exp(l)
}

func exactRoot(x *big.Rat, n int) (*big.Rat, bool) {
	a, ok1 := exactRootInt(x.Num(), n)
	b, ok2 := exactRootInt(x.Denom(), n)
	if !ok1 || !ok2 {
		return nil, false
	}
	return new(big.Rat).SetFrac(a, b), true
}

func exactRootInt(x *big.Int, n int) (*big.Int, bool) {
	lo, hi := big.NewInt(0), new(big.Int).Lsh(big.NewInt(1), uint(x.BitLen()/n+1))
	e := big.NewInt(int64(n))
	for lo.Cmp(hi) < 0 {
		m := new(big.Int).Add(lo, hi)
		m.Rsh(m.Add(m, big.NewInt(1)), 1)
		if new(big.Int).Exp(m, e, nil).Cmp(x) <= 0 {
			lo = m
		} else {
			hi = m.Sub(m, big.NewInt(1))
		}
	}
	return lo, new(big.Int).Exp(lo, e, nil).Cmp(x) == 0
}

// maxPower bounds exponents of repeated products.
const maxPower = 400

// power is x^y: a repeated product where the value of y is an integer.
func (c calc) power(x, y Value) (Value, error) {
	n, whole, err := c.nearest(y)
	switch {
	case err == nil && whole:
		return c.intPower(x, n)
	case err != nil && y.exact():
		return Value{}, err
	}
	unsure := err != nil // whether y is an integer
	s, err := c.sign(x)
	switch {
	case err != nil:
		return Value{}, err
	case s < 0 && unsure:
		return Value{}, ErrUnknown
	case s < 0:
		return Value{}, ErrUndefined
	case s == 0:
		t, err := c.sign(y)
		switch {
		case err != nil:
			return Value{}, err
		case t < 0:
			return Value{}, ErrUndefined
		case t == 0:
			return integer(1), nil
		}
		return integer(0), nil
	}
	if y.rational() && y.q.Denom().IsInt64() && y.q.Denom().Int64() <= 64 {
		z, err := c.root(x, int(y.q.Denom().Int64()))
		if err != nil {
			return Value{}, err
		}
		return c.intPower(z, y.q.Num())
	}
	l, err := c.log(x)
	if err == nil {
		l, err = c.mul(l, y)
	}
	if err != nil {
		return Value{}, err
	}
	return c.exp(l)
}

func (c calc) intPower(x Value, n *big.Int) (Value, error) {
	if n.Sign() == 0 {
		return integer(1), nil
	}
	one := big.NewRat(1, 1)
	if x.rational() && new(big.Rat).Abs(x.q).Cmp(one) <= 0 && x.q.IsInt() { // 0, 1, -1
		switch {
		case x.q.Sign() == 0 && n.Sign() < 0:
			return Value{}, ErrUndefined
		case x.q.Sign() < 0 && n.Bit(0) == 0:
			return integer(1), nil
		}
		return x, nil
	}
	if !n.IsInt64() || n.Int64() > maxPower || n.Int64() < -maxPower {
		return Value{}, ErrUnknown
	}
	z, k := integer(1), n.Int64()
	var err error
	if k < 0 { // first, since balls know small numbers less well than large ones
		if x, err = c.div(z, x); err != nil {
			return x, err
		}
	}
	for i := max(k, -k); i > 0; i >>= 1 {
		if i&1 == 1 {
			if z, err = c.mul(z, x); err != nil {
				return z, err
			}
		}
		if i > 1 {
			if x, err = c.mul(x, x); err != nil {
				return z, err
			}
		}
	}
	return z, nil
}

// halves are sines at multiples of pi/6 where they are rational.
var halves = map[int64]*big.Rat{0: big.NewRat(0, 1), 1: big.NewRat(1, 2), 3: big.NewRat(1, 1), 5: big.NewRat(1, 2), 6: big.NewRat(0, 1),
	7: big.NewRat(-1, 2), 9: big.NewRat(-1, 1), 11: big.NewRat(-1, 2)}

// sine of a multiple of pi, where it is rational.
func sine(p *big.Rat) (Value, bool) {
	t := new(big.Rat).Mul(p, big.NewRat(6, 1))
	if !t.IsInt() {
		return Value{}, false
	}
	k := new(big.Int).Mod(t.Num(), big.NewInt(12)).Int64()
	z, ok := halves[k]
	if !ok {
		return Value{}, false
	}
	return Rational(z), true
}

// sin and cos; cos is the sine of a quarter turn more.
func (c calc) sin(x Value) (Value, error) { return c.circular(x, false) }
func (c calc) cos(x Value) (Value, error) { return c.circular(x, true) }

func (c calc) circular(x Value, cosine bool) (Value, error) {
	if x.turns() {
		p := x.p
		if cosine {
			p = new(big.Rat).Add(p, big.NewRat(1, 2))
		}
		if z, ok := sine(p); ok {
			return z, nil
		}
	}
	x = c.ball(x)
	if x.mid.MantExp(nil) > 2000 {
		return Value{}, ErrUnknown
	}
	s, k := sinCosFloat(x.mid, c.prec)
	if cosine {
		s = k
	}
	return c.round(c.float().Set(s), x.rad+math.Ldexp(1, -int(c.prec)))
}

func (c calc) quotient(f, g func(Value) (Value, error), x Value) (Value, error) {
	a, err := f(x)
	if err != nil {
		return a, err
	}
	b, err := g(x)
	if err != nil {
		return b, err
	}
	return c.div(a, b)
}

// tan is exact at multiples of pi/4.
func (c calc) tan(x Value) (Value, error) {
	if x.turns() {
		t := new(big.Rat).Mul(x.p, big.NewRat(4, 1))
		if t.IsInt() {
			switch new(big.Int).Mod(t.Num(), big.NewInt(4)).Int64() {
			case 0:
				return integer(0), nil
			case 1:
				return integer(1), nil
			case 3:
				return integer(-1), nil
			}
			return Value{}, ErrUndefined
		}
	}
	return c.quotient(c.sin, c.cos, x)
}

func (c calc) atan(x Value) (Value, error) {
	if x.rational() && x.q.IsInt() && x.q.Num().IsInt64() {
		switch n := x.q.Num().Int64(); n {
		case -1, 0, 1:
			return Value{q: new(big.Rat), p: big.NewRat(n, 4)}, nil
		}
	}
	x = c.ball(x)
	z := atanFloat(x.mid, c.prec)
	return c.round(c.float().Set(z), x.rad+math.Ldexp(1, -int(c.prec)))
}

// asin is atan(x/sqrt(1-x^2)).
func (c calc) asin(x Value) (Value, error) {
	if x.rational() {
		two := new(big.Rat).Mul(x.q, big.NewRat(2, 1))
		if two.IsInt() && two.Num().IsInt64() {
			if k, ok := map[int64]int64{-2: -3, -1: -1, 0: 0, 1: 1, 2: 3}[two.Num().Int64()]; ok {
				return Value{q: new(big.Rat), p: big.NewRat(k, 6)}, nil
			}
		}
	}
	sq, err := c.mul(x, x)
	if err == nil {
		sq, err = c.sub(integer(1), sq)
	}
	if err != nil {
		return sq, err
	}
	s, err := c.sign(sq)
	switch {
	case err != nil:
		return sq, err
	case s < 0:
		return sq, ErrUndefined
	case s == 0: // presumed
		n, err := c.sign(x)
		return Value{q: new(big.Rat), p: big.NewRat(int64(n), 2)}, err
	}
	r, err := c.sqrt(sq)
	if err == nil {
		r, err = c.div(x, r)
	}
	if err != nil {
		return r, err
	}
	return c.atan(r)
}

// atan2 is the angle of the point (x, y).
func (c calc) atan2(y, x Value) (Value, error) {
	sx, err1 := c.sign(x)
	sy, err2 := c.sign(y)
	turn := func(n, d int64) Value { return Value{q: new(big.Rat), p: big.NewRat(n, d)} }
	switch {
	case err1 != nil:
		return x, err1
	case err2 != nil:
		return y, err2
	case sx == 0 && sy == 0:
		return x, ErrUndefined
	case sx == 0:
		return turn(int64(sy), 2), nil
	}
	q, err := c.div(y, x)
	if err == nil {
		q, err = c.atan(q)
	}
	switch {
	case err != nil || sx > 0:
		return q, err
	case sy >= 0:
		return c.add(q, turn(1, 1))
	}
	return c.sub(q, turn(1, 1))
}

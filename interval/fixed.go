package interval

import (
	"math/big"
	"math/bits"
)

// A fixed is a ball: the set of reals within r·2^-p of m·2^-p, where p is the
// scale that both share. Each operation returns a ball that contains the
// results for all elements of its operands; the radius is counted in whole
// units, always rounded up.
type fixed struct {
	m *big.Int
	r uint64
}

// A unit p stands for the unit 2^-p.
type unit uint

// ruined is the radius of a ball that says nothing any more; sums and products
// of radii stop there.
const ruined = 1 << 62

func radiusAdd(a, b uint64) uint64 {
	if s, carry := bits.Add64(a, b, 0); carry == 0 && s < ruined {
		return s
	}
	return ruined
}

func radiusMul(a, b uint64) uint64 {
	if hi, lo := bits.Mul64(a, b); hi == 0 && lo < ruined {
		return lo
	}
	return ruined
}

// product returns an upper bound of a·b·2^-p.
func (p unit) product(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	switch {
	case p >= 64:
		return hi + 1
	case hi>>p != 0:
		return ruined
	}
	return min(hi<<(64-p)|lo>>p, ruined-1) + 1
}

// above returns floor(|m| / 2^n) + 1, an upper bound of |m|/2^n, or ruined.
func above(m *big.Int, n uint) uint64 {
	if bl := m.BitLen(); bl <= int(n) {
		return 1
	} else if bl-int(n) > 61 {
		return ruined
	}
	t := new(big.Int).Rsh(new(big.Int).Abs(m), n)
	return t.Uint64() + 1
}

// float returns the ball of x, whose exponent must be small.
func (p unit) float(x *big.Float) fixed {
	if x.Sign() == 0 {
		return fixed{m: new(big.Int)}
	}
	if exponent(x) < -int(p) {
		return fixed{m: new(big.Int), r: 1}
	}
	t := new(big.Float).SetMantExp(x, int(p))
	m, acc := t.Int(nil)
	if acc == big.Exact {
		return fixed{m: m}
	}
	return fixed{m: m, r: 1}
}

// int returns the ball of n.
func (p unit) int(n int64) fixed {
	m := big.NewInt(n)
	return fixed{m: m.Lsh(m, uint(p))}
}

func (x fixed) add(y fixed) fixed {
	return fixed{new(big.Int).Add(x.m, y.m), radiusAdd(x.r, y.r)}
}

func (x fixed) sub(y fixed) fixed {
	return fixed{new(big.Int).Sub(x.m, y.m), radiusAdd(x.r, y.r)}
}

func (x fixed) neg() fixed { return fixed{new(big.Int).Neg(x.m), x.r} }

// mul returns x·y. With |x| <= a and |y| <= b the error is
// a·r(y) + b·r(x) + r(x)·r(y)·2^-p, plus 1 for the truncation; a and b are
// taken in steps of 1/256.
func (p unit) mul(x, y fixed) fixed {
	m := new(big.Int).Mul(x.m, y.m)
	m.Rsh(m, uint(p))
	r := uint64(0)
	if y.r != 0 {
		r = radiusMul(above(x.m, uint(p)-8), y.r)
	}
	if x.r != 0 {
		r = radiusAdd(r, radiusMul(above(y.m, uint(p)-8), x.r))
	}
	if r != ruined {
		r = r>>8 + 2
	}
	if x.r != 0 && y.r != 0 {
		r = radiusAdd(r, p.product(x.r, y.r))
	}
	return fixed{m, r}
}

// quo returns x/y for a ball y without 0. The error of the quotient of the
// centres is (r(x) + |x/y|·r(y)) / (|y| - r(y)), since with x' = x + a and
// y' = y + b the difference x'/y' - x/y is (a - (x/y)·b) / y'.
func (p unit) quo(x, y fixed) fixed {
	q := new(big.Int).Lsh(x.m, uint(p))
	q.Quo(q, y.m)
	d := new(big.Int).Abs(y.m)
	d.Sub(d, new(big.Int).SetUint64(y.r))
	if d.Sign() <= 0 {
		return fixed{q, ruined}
	}
	e := new(big.Int).SetUint64(x.r)
	e.Lsh(e, uint(p))
	t := new(big.Int).Abs(q)
	t.Add(t, big.NewInt(1))
	e.Add(e, t.Mul(t, new(big.Int).SetUint64(y.r)))
	e.Quo(e, d)
	if e.BitLen() > 61 {
		return fixed{q, ruined}
	}
	return fixed{q, radiusAdd(e.Uint64(), 2)}
}

// quoInt returns x/n.
func (x fixed) quoInt(n uint64) fixed {
	m := new(big.Int).Quo(x.m, new(big.Int).SetUint64(n))
	return fixed{m, x.r/n + 2}
}

// mulInt returns n·x.
func (x fixed) mulInt(n int64) fixed {
	a := uint64(n)
	if n < 0 {
		a = -a
	}
	return fixed{new(big.Int).Mul(x.m, big.NewInt(n)), radiusMul(x.r, a)}
}

// half returns x·2^-k.
func (x fixed) half(k uint) fixed {
	return fixed{new(big.Int).Rsh(x.m, k), x.r>>k + 2}
}

// double returns 2x.
func (x fixed) double() fixed {
	return fixed{new(big.Int).Lsh(x.m, 1), radiusAdd(x.r, x.r)}
}

// widen returns x with n added to the radius.
func (x fixed) widen(n uint64) fixed { return fixed{x.m, radiusAdd(x.r, n)} }

// size returns an upper bound of |x|, in units.
func (x fixed) size() uint64 { return radiusAdd(above(x.m, 0), x.r) }

// interval returns the ball as an interval of prec bits.
func (p unit) interval(prec uint, x fixed) Interval {
	if x.r >= ruined {
		return Entire(Continuous)
	}
	r := new(big.Int).SetUint64(x.r)
	lo := newFloat(prec, down).SetInt(new(big.Int).Sub(x.m, r))
	hi := newFloat(prec, up).SetInt(r.Add(x.m, r))
	return New(scale(down, lo, -int64(p)), scale(up, hi, -int64(p)))
}

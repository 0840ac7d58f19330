package interval

import "math/big"

// maxReduction is the largest binary exponent of an argument of sin and its
// relatives that is reduced: the reduction takes as many bits of π. Beyond it
// sin is enclosed by [-1, 1].
const maxReduction = 1 << 15

// quarter returns an integer n near 2x/π modulo 4 and the ball of x - n·π/2,
// which is in [-0.8, 0.8] or so. The exponent of x is at most maxReduction.
func (p unit) quarter(x *big.Float) (n uint, r fixed) {
	wide := p + unit(max(exponent(x), 0)) + 2
	v, halfPi := wide.float(x), piConstant.at(wide).half(1)
	// n = floor(v/(π/2) + 1/2).
	twice := new(big.Int).Lsh(v.m, 1)
	q := new(big.Int).Div(twice.Add(twice, halfPi.m), new(big.Int).Lsh(halfPi.m, 1))
	m := new(big.Int).Mul(q, halfPi.m)
	m.Sub(v.m, m)
	// The error r(v) + |q|·r(π/2) is some units of 2^-wide times 2^exponent.
	e := new(big.Int).Abs(q)
	e.Mul(e, new(big.Int).SetUint64(halfPi.r)).Add(e, new(big.Int).SetUint64(v.r))
	e.Rsh(e, uint(wide-p))
	return uint(new(big.Int).And(q, big.NewInt(3)).Uint64()), fixed{m.Rsh(m, uint(wide-p)), radiusAdd(e.Uint64(), 2)}
}

// sinCos returns sine and cosine of r, |r| < 1: r is halved k times, both
// Taylor series summed, and the angle doubled k times. The series alternate
// with falling terms, so what follows a term is less than it.
func (p unit) sinCos(r fixed) (sin, cos fixed) {
	k := uint(0)
	for k*k*8 < uint(p) {
		k++
	}
	q := p + unit(2*k)
	t := fixed{new(big.Int).Lsh(r.m, k), radiusMul(r.r, 1<<k)}
	term := t
	sin, cos = t, q.int(1)
	for n := uint64(2); ; n++ {
		term = q.mul(term, t).quoInt(n)
		switch n % 4 {
		case 0:
			cos = cos.add(term)
		case 1:
			sin = sin.add(term)
		case 2:
			cos = cos.sub(term)
		default:
			sin = sin.sub(term)
		}
		// Both series are cut: one after this term, the other one before.
		if s := term.size(); s < 64+4*t.r || n > 4*uint64(p) {
			sin, cos = sin.widen(s), cos.widen(s)
			break
		}
	}
	for range k {
		s := q.mul(sin, cos).double()
		c := q.mul(sin, sin).double()
		sin, cos = s, q.int(1).sub(c)
	}
	return sin.half(uint(q - p)), cos.half(uint(q - p))
}

// criticalPoints returns the first and last integer j that may be in 2x/π: all
// integers there are among them. It returns false where x is too large.
func criticalPoints(prec uint, x Interval) (first, last *big.Int, ok bool) {
	if !x.IsBounded() || tooLarge(x.lo) || tooLarge(x.hi) {
		return nil, nil, false
	}
	u := scaleBy(x, 1)
	wide := prec + 32
	for _, v := range []*big.Float{x.lo, x.hi} {
		if v.Sign() != 0 {
			wide = max(wide, prec+32+uint(max(exponent(v), 0)))
		}
	}
	u = Quo(wide, u, Pi(wide))
	return ceilInt(u.lo), floorInt(u.hi), true
}

func tooLarge(x *big.Float) bool { return x.Sign() != 0 && exponent(x) > maxReduction }

// hits tells whether some j in [first, last] is n modulo 4.
func hits(first, last *big.Int, n int64) bool {
	// The first such j from first on.
	j := new(big.Int).Sub(big.NewInt(n), first)
	j.And(j, big.NewInt(3)).Add(j, first)
	return j.Cmp(last) <= 0
}

// floorInt returns the largest integer that is at most x; the exponent of x
// must not be large.
func floorInt(x *big.Float) *big.Int {
	if x.Sign() == 0 {
		return new(big.Int)
	}
	if exponent(x) < 0 {
		return big.NewInt(int64(min(x.Sign(), 0)))
	}
	n, acc := x.Int(nil)
	if acc == big.Above {
		n.Sub(n, big.NewInt(1))
	}
	return n
}

func ceilInt(x *big.Float) *big.Int {
	n := floorInt(new(big.Float).Neg(x))
	return n.Neg(n)
}

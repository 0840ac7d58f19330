package poly

import (
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// Add returns p + q. The cost is the number of terms of both.
func (p Poly) Add(q Poly) Poly {
	p.same(q)
	if p.IsZero() {
		return q
	}
	if q.IsZero() {
		return p
	}
	// With scales a/b and c/d, g = gcd(a, c) and l = lcm(b, d), the sum is
	// g/l·(a/g·l/b·P + c/g·l/d·Q).
	a, b := parts(p.scale)
	c, d := parts(q.scale)
	g := new(big.Int).GCD(nil, nil, new(big.Int).Abs(a), new(big.Int).Abs(c))
	h := new(big.Int).GCD(nil, nil, b, d)
	kp := new(big.Int).Mul(new(big.Int).Quo(a, g), new(big.Int).Quo(d, h))
	kq := new(big.Int).Mul(new(big.Int).Quo(c, g), new(big.Int).Quo(b, h))
	l := new(big.Int).Mul(b, new(big.Int).Quo(d, h))
	scale := rational.FromBigInt(g).Div(rational.FromBigInt(l))
	return p.ring.make(scale, combine(p.t, q.t, kp, kq))
}

// Sub returns p - q. The cost is the number of terms of both.
func (p Poly) Sub(q Poly) Poly { return p.Add(q.Neg()) }

// Neg returns -p.
func (p Poly) Neg() Poly { return Poly{p.ring, p.scale.Neg(), p.t} }

// Scale returns c·p.
func (p Poly) Scale(c rational.Rat) Poly {
	if c.IsZero() {
		return p.ring.Zero()
	}
	return Poly{p.ring, p.scale.Mul(c), p.t}
}

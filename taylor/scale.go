package taylor

import (
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// A scale says which denominators the coefficients of a register may have:
//
//	a_n·n!·s^n·e is an integer
type scale struct{ s, e uint64 }

// scales finds the denominators of all registers.
//
//	sum      lcm of those of the terms
//	product  s: lcm, e: product, since k!·(n-k)! divides n!
//	power    from b0·n·y_n = Σ (a·k-(n-k))·b_k·y_(n-k) follows by induction
//	         s·den(a)·|b0·e_b|, and e that of y_0
//	Riccati  see riccati.go
//	call     from n·y_n = Σ d_k·(n-k)·u_(n-k) follows that e_d·e_u divides s/s_d·e,
//	         where e is that of y_0
//
// A call is used in its own derivative, so that the rules are applied until
// nothing changes. It fails where numbers become too large.
func (p *program) scales() ([]scale, error) {
	z := make([]scale, len(p.code))
	for i := range z {
		z[i] = scale{1, 1}
	}
	for range len(p.code) + 3 {
		changed := false
		for r := range p.code {
			next, ok := p.scaleOf(r, z)
			if !ok {
				return nil, errNoProgram
			}
			if next != z[r] {
				z[r], changed = next, true
			}
		}
		if !changed {
			return z, nil
		}
	}
	return nil, errNoProgram
}

// scaleOf returns the denominators of a register from those of its operands.
func (p *program) scaleOf(r int, z []scale) (y scale, ok bool) {
	in := &p.code[r]
	den, ok := small(in.value.Denom())
	if !ok {
		return y, false
	}
	y = scale{1, den}
	switch in.op {
	case opGiven:
		return in.given.scale, true
	case opRiccati:
		return in.riccatiScale()
	case opSum:
		for i, t := range in.terms {
			k, fits := small(in.k[i].Denom())
			e, fine := multiply(k, z[t].e)
			ok = ok && fits && fine && y.join(scale{z[t].s, e})
		}
		k, fits := small(in.constant.Denom())
		return y, ok && fits && y.join(scale{1, k})
	case opProduct:
		a, b := z[in.terms[0]], z[in.terms[1]]
		e, fine := multiply(a.e, b.e)
		y = scale{1, e}
		return y, fine && y.join(scale{a.s, 1}) && y.join(scale{b.s, 1})
	case opPower:
		b := z[in.terms[0]]
		first := p.code[in.terms[0]].value.Mul(rational.FromBigInt(new(big.Int).SetUint64(b.e))).Abs()
		n, fits := small(first)
		q, fine := small(in.exponent.Denom())
		s, good := multiply(b.s, n)
		s, well := multiply(s, q)
		return scale{s, den}, fits && fine && good && well
	case opCall:
		for i, d := range in.slopes {
			u := z[in.terms[i]]
			m, fine := multiply(z[d].e, u.e)
			m /= gcd(m, den)
			s, good := multiply(u.s, m)
			ok = ok && fine && good && y.join(scale{s, 1}) && y.join(scale{z[d].s, 1})
		}
	}
	return y, ok
}

// join makes y a scale for two series.
func (y *scale) join(x scale) bool {
	s, ok := multiply(y.s/gcd(y.s, x.s), x.s)
	e, fine := multiply(y.e/gcd(y.e, x.e), x.e)
	y.s, y.e = s, e
	return ok && fine
}

// maxScale bounds s and e.
const maxScale = 1 << 40

// multiply returns a·b if it is not too large.
func multiply(a, b uint64) (uint64, bool) {
	if a > maxScale || b > maxScale || a != 0 && b > maxScale/a {
		return 1, false
	}
	return a * b, true
}

// small returns a positive integer that is not too large.
func small(x rational.Rat) (uint64, bool) {
	n, ok := x.Int64()
	return uint64(n), ok && n > 0 && n <= maxScale
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

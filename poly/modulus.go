package poly

import "math/big"

// A modulus is the integers modulo m, for univariate polynomials with big
// coefficients. Polynomials are lists from the constant coefficient up, with
// residues in [0, m) and without leading zeros.
type modulus struct{ m *big.Int }

type ints []*big.Int

func (x ints) deg() int { return len(x) - 1 }

func (x ints) trim() ints {
	n := len(x)
	for n > 0 && x[n-1].Sign() == 0 {
		n--
	}
	return x[:n]
}

// reduce returns the residues of x.
func (r modulus) reduce(x ints) ints {
	z := make(ints, len(x))
	for i, c := range x {
		z[i] = new(big.Int).Mod(c, r.m)
	}
	return z.trim()
}

func (r modulus) add(x, y ints) ints {
	if len(x) < len(y) {
		x, y = y, x
	}
	z := make(ints, len(x))
	copy(z, x)
	for i, c := range y {
		s := new(big.Int).Add(x[i], c)
		if s.Cmp(r.m) >= 0 {
			s.Sub(s, r.m)
		}
		z[i] = s
	}
	return z.trim()
}

func (r modulus) sub(x, y ints) ints {
	z := make(ints, max(len(x), len(y)))
	for i := range z {
		s := new(big.Int)
		if i < len(x) {
			s.Set(x[i])
		}
		if i < len(y) {
			s.Sub(s, y[i])
		}
		if s.Sign() < 0 {
			s.Add(s, r.m)
		}
		z[i] = s
	}
	return z.trim()
}

func (r modulus) mul(x, y ints) ints {
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	z := make(ints, len(x)+len(y)-1)
	for i := range z {
		z[i] = new(big.Int)
	}
	var tmp big.Int
	for i, a := range x {
		if a.Sign() == 0 {
			continue
		}
		for j, c := range y {
			tmp.Mul(a, c)
			z[i+j].Add(z[i+j], &tmp)
		}
	}
	for _, c := range z {
		c.Mod(c, r.m)
	}
	return z.trim()
}

func (r modulus) scale(x ints, k *big.Int) ints { return r.mul(x, ints{k}) }

// monic divides by the leading coefficient, which is invertible.
func (r modulus) monic(x ints) ints {
	return r.scale(x, new(big.Int).ModInverse(x[len(x)-1], r.m))
}

// divRem returns quotient and remainder by y, whose leading coefficient is
// invertible.
func (r modulus) divRem(x, y ints) (quo, rem ints) {
	if len(x) < len(y) {
		return nil, x
	}
	rem = make(ints, len(x))
	for i, c := range x {
		rem[i] = new(big.Int).Set(c)
	}
	n := len(y) - 1
	inv := new(big.Int).ModInverse(y[n], r.m)
	quo = make(ints, len(x)-n)
	var tmp big.Int
	for i := len(quo) - 1; i >= 0; i-- {
		q := new(big.Int).Mod(rem[i+n], r.m)
		q.Mul(q, inv).Mod(q, r.m)
		quo[i] = q
		if q.Sign() == 0 {
			continue
		}
		for j, c := range y {
			tmp.Mul(q, c)
			rem[i+j].Sub(rem[i+j], &tmp)
		}
	}
	return quo.trim(), r.reduce(rem[:n])
}

// bezout returns s and t with s·x + t·y = 1 for a prime modulus, and false if
// x and y are not coprime.
func (r modulus) bezout(x, y ints) (s, t ints, ok bool) {
	r0, r1 := x, y
	s0, s1 := ints{bigOne()}, ints(nil)
	t0, t1 := ints(nil), ints{bigOne()}
	for len(r1) > 0 {
		q, rem := r.divRem(r0, r1)
		r0, r1 = r1, rem
		s0, s1 = s1, r.sub(s0, r.mul(q, s1))
		t0, t1 = t1, r.sub(t0, r.mul(q, t1))
	}
	if len(r0) != 1 {
		return nil, nil, false
	}
	inv := new(big.Int).ModInverse(r0[0], r.m)
	return r.scale(s0, inv), r.scale(t0, inv), true
}

// symmetric returns the representatives of least magnitude.
func (r modulus) symmetric(x ints) ints {
	half := new(big.Int).Rsh(r.m, 1)
	z := make(ints, len(x))
	for i, c := range x {
		z[i] = new(big.Int).Set(c)
		if c.Cmp(half) > 0 {
			z[i].Sub(z[i], r.m)
		}
	}
	return z
}

package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
)

// A dense is a polynomial in x over the rational functions of the other
// generators: coefficients by rising powers, the last one not 0 where trimmed.
type dense []poly.Fraction

// maxDense bounds the degree of a dense polynomial: inverses cost its square.
const maxDense = 2000

func (d dense) trim() dense {
	for len(d) > 0 && d[len(d)-1].IsZero() {
		d = d[:len(d)-1]
	}
	return d
}

// dense takes p apart by powers of x.
func (a *apart) dense(p poly.Poly) (dense, error) {
	if p.IsZero() {
		return nil, nil
	}
	n := p.Degree(a.x)
	if n > maxDense {
		return nil, &poly.LimitError{Limit: "degree", Max: maxDense}
	}
	d := make(dense, n+1)
	for i := range d {
		d[i] = a.f.ring.Zero().Fraction()
	}
	coefs, exps := p.Coefficients(a.x)
	for i, c := range coefs {
		d[exps[i]] = c.Fraction()
	}
	return d, nil
}

func (a *apart) times(x, y dense) (dense, error) {
	if len(x) == 0 || len(y) == 0 {
		return nil, nil
	}
	z := make(dense, len(x)+len(y)-1)
	for i := range z {
		z[i] = a.f.ring.Zero().Fraction()
	}
	for i, u := range x {
		for j, v := range y {
			if err := a.addProduct(&z[i+j], u, v); err != nil {
				return nil, err
			}
		}
	}
	return z.trim(), nil
}

// addProduct adds u·v to z.
func (a *apart) addProduct(z *poly.Fraction, u, v poly.Fraction) error {
	if u.IsZero() || v.IsZero() {
		return nil
	}
	a.f.s.CheckStopped()
	w, err := u.Mul(v, a.f.budget)
	if err != nil {
		return err
	}
	*z, err = z.Add(w, a.f.budget)
	return err
}

func (a *apart) minus(x, y dense) (dense, error) {
	z := make(dense, max(len(x), len(y)))
	zero := a.f.ring.Zero().Fraction()
	for i := range z {
		u, v := zero, zero
		if i < len(x) {
			u = x[i]
		}
		if i < len(y) {
			v = y[i]
		}
		var err error
		if z[i], err = u.Sub(v, a.f.budget); err != nil {
			return nil, err
		}
	}
	return z.trim(), nil
}

// divide returns quotient and remainder of x by y, which is not 0.
func (a *apart) divide(x, y dense) (quo, rem dense, err error) {
	lead, err := y[len(y)-1].Inv()
	if err != nil {
		return nil, nil, err
	}
	rem = slices.Clone(x).trim()
	if len(rem) >= len(y) {
		quo = make(dense, len(rem)-len(y)+1)
		for i := range quo {
			quo[i] = a.f.ring.Zero().Fraction()
		}
	}
	for len(rem) >= len(y) {
		c, err := rem[len(rem)-1].Mul(lead, a.f.budget)
		if err != nil {
			return nil, nil, err
		}
		at := len(rem) - len(y)
		quo[at] = c
		c = c.Neg()
		for i, v := range y[:len(y)-1] {
			if err := a.addProduct(&rem[at+i], c, v); err != nil {
				return nil, nil, err
			}
		}
		rem = rem[:len(rem)-1].trim()
	}
	return quo, rem, nil
}

// inverse returns the inverse of x modulo p, to which it is coprime, by the
// extended Euclidean algorithm.
func (a *apart) inverse(x, p dense) (dense, error) {
	_, r, err := a.divide(x, p)
	if err != nil {
		return nil, err
	}
	// Invariant: r0 = s0·x, r1 = s1·x modulo p.
	r0, r1 := p, r
	s0, s1 := dense(nil), dense{a.f.ring.One().Fraction()}
	for len(r1) > 1 {
		q, r, err := a.divide(r0, r1)
		if err != nil {
			return nil, err
		}
		t, err := a.times(q, s1)
		if err != nil {
			return nil, err
		}
		s, err := a.minus(s0, t)
		if err != nil {
			return nil, err
		}
		r0, r1, s0, s1 = r1, r, s1, s
	}
	if len(r1) == 0 {
		return nil, ErrZeroDivisor
	}
	c, err := r1[0].Inv()
	if err != nil {
		return nil, err
	}
	return a.times(s1, dense{c})
}

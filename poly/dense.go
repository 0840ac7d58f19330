package poly

// A dense is a univariate polynomial over a field: coefficients from the
// constant one up, the last one not 0; the zero polynomial is empty.
type dense []uint64

func (x dense) deg() int { return len(x) - 1 }

func (x dense) trim() dense {
	n := len(x)
	for n > 0 && x[n-1] == 0 {
		n--
	}
	return x[:n]
}

func (f field) subDense(x, y dense) dense {
	z := make(dense, max(len(x), len(y)))
	copy(z, x)
	for i, c := range y {
		z[i] = f.sub(z[i], c)
	}
	return z.trim()
}

func (f field) mulDense(x, y dense) dense {
	if len(x) == 0 || len(y) == 0 {
		return nil
	}
	z := make(dense, len(x)+len(y)-1)
	for i, a := range x {
		if a == 0 {
			continue
		}
		for j, c := range y {
			z[i+j] = f.add(z[i+j], f.mul(a, c))
		}
	}
	return z
}

func (f field) scaleDense(x dense, k uint64) dense {
	z := make(dense, len(x))
	for i, c := range x {
		z[i] = f.mul(c, k)
	}
	return z.trim()
}

func (f field) monic(x dense) dense {
	if len(x) == 0 || x[len(x)-1] == f.one {
		return x
	}
	return f.scaleDense(x, f.inv(x[len(x)-1]))
}

// divRem returns quotient and remainder; y is not 0. The cost is the product
// of the degrees of y and of the quotient.
func (f field) divRem(x, y dense) (quo, rem dense) {
	if len(x) < len(y) {
		return nil, x
	}
	rem = append(dense(nil), x...)
	quo = make(dense, len(x)-len(y)+1)
	inv := f.one
	if y[len(y)-1] != f.one {
		inv = f.inv(y[len(y)-1])
	}
	for i := len(quo) - 1; i >= 0; i-- {
		q := f.mul(rem[i+len(y)-1], inv)
		quo[i] = q
		if q == 0 {
			continue
		}
		for j, c := range y {
			rem[i+j] = f.sub(rem[i+j], f.mul(q, c))
		}
	}
	return quo, rem[:len(y)-1].trim()
}

func (f field) rem(x, y dense) dense {
	_, r := f.divRem(x, y)
	return r
}

// gcdDense returns the monic greatest common divisor by Euclid's algorithm.
func (f field) gcdDense(x, y dense) dense {
	for len(y) > 0 {
		x, y = y, f.rem(x, y)
	}
	return f.monic(x)
}

// bezout returns s and t with s·x + t·y = 1 for coprime x and y.
func (f field) bezout(x, y dense) (s, t dense) {
	r0, r1 := x, y
	s0, s1 := dense{f.one}, dense(nil)
	t0, t1 := dense(nil), dense{f.one}
	for len(r1) > 0 {
		q, r := f.divRem(r0, r1)
		r0, r1 = r1, r
		s0, s1 = s1, f.subDense(s0, f.mulDense(q, s1))
		t0, t1 = t1, f.subDense(t0, f.mulDense(q, t1))
	}
	inv := f.inv(r0[0])
	return f.scaleDense(s0, inv), f.scaleDense(t0, inv)
}

func (f field) derivDense(x dense) dense {
	if len(x) == 0 {
		return nil
	}
	z := make(dense, len(x)-1)
	for i := range z {
		z[i] = f.mul(x[i+1], f.from(uint64(i+1)%f.p))
	}
	return z.trim()
}

func (f field) mulMod(x, y, m dense) dense { return f.rem(f.mulDense(x, y), m) }

// powMod returns x^n mod m, with n as words from the lowest up.
func (f field) powMod(x dense, n []uint64, m dense) dense {
	z := f.rem(dense{f.one}, m)
	x = f.rem(x, m)
	for i := len(n) - 1; i >= 0; i-- {
		for s := 63; s >= 0; s-- {
			z = f.mulMod(z, z, m)
			if n[i]>>s&1 == 1 {
				z = f.mulMod(z, x, m)
			}
		}
	}
	return z
}

// evalDense returns the value at x, by Horner's rule.
func (f field) evalDense(p dense, x uint64) uint64 {
	var z uint64
	for i := len(p) - 1; i >= 0; i-- {
		z = f.add(f.mul(z, x), p[i])
	}
	return z
}

package interval

import "math/big"

// Sqrt returns the square root, undefined at x < 0; each endpoint is correctly
// rounded.
func Sqrt(prec uint, x Interval) Interval {
	y := clip(x, zeroFloat, plusInf)
	if y.IsEmpty() {
		return y
	}
	k := monotoneKernel{at: sqrtPoint, atPlus: plusInf}
	return signed(k.over(prec, y, y.dec), x)
}

func sqrtPoint(prec uint, x *big.Float) Interval {
	return rootPoint(prec, x, 2, func(m *big.Int) *big.Int { return new(big.Int).Sqrt(m) })
}

// Cbrt returns the real cube root, of negative numbers too; each endpoint is
// correctly rounded.
func Cbrt(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: cbrtPoint, atMinus: minusInf, atPlus: plusInf}
	return signed(k.over(prec, x, x.dec), x)
}

func cbrtPoint(prec uint, x *big.Float) Interval {
	if x.Signbit() {
		return Neg(cbrtPoint(prec, new(big.Float).Neg(x)))
	}
	return rootPoint(prec, x, 3, cubeRoot)
}

// rootPoint returns the k-th root of x >= 0 from floor(root) of an integer:
// with x = m·2^(k·s), the root of floor(m·2^(k·n)) is in [r, r+1).
func rootPoint(prec uint, x *big.Float, k int, root func(*big.Int) *big.Int) Interval {
	if x.Sign() == 0 {
		return Point(zeroFloat)
	}
	m := new(big.Float)
	e := x.MantExp(m)
	s := e / k
	n := int(prec) + 4
	m.SetMantExp(m, e-s*k+k*n)
	v, acc := m.Int(nil)
	r := root(v)
	isExact := acc == big.Exact && new(big.Int).Exp(r, big.NewInt(int64(k)), nil).Cmp(v) == 0
	lo := newFloat(prec, down).SetInt(r)
	if !isExact {
		r.Add(r, big.NewInt(1))
	}
	hi := newFloat(prec, up).SetInt(r)
	return New(scale(down, lo, int64(s-n)), scale(up, hi, int64(s-n)))
}

// cubeRoot returns floor(m^(1/3)) by Newton's method from above, which falls
// until it is there.
func cubeRoot(m *big.Int) *big.Int {
	if m.Sign() == 0 {
		return new(big.Int)
	}
	r := new(big.Int).Lsh(big.NewInt(1), uint(m.BitLen()+2)/3)
	t := new(big.Int)
	for {
		// t = (2r + m/r²)/3
		t.Mul(r, r)
		t.Quo(m, t)
		t.Add(t, r).Add(t, r)
		t.Quo(t, big.NewInt(3))
		if t.Cmp(r) >= 0 {
			return r
		}
		r, t = t, r
	}
}

// Hypot returns sqrt(x² + y²).
func Hypot(prec uint, x, y Interval) Interval {
	p := prec + 8
	z := Sqrt(p, Add(p, Sqr(p, x), Sqr(p, y))).Round(prec)
	if x.NonZero() || y.NonZero() {
		z = z.puncture()
	}
	return z
}

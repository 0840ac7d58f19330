package oracle

import (
	"math"
	"math/big"
	"sync"
)

// Kernels compute with integers that stand for multiples of 2^-prec. Their
// results have an error of a few units below guard bits.

const guard = 40

var pis sync.Map // precision to *big.Int

// piFixed is pi by Machin: 16*atan(1/5) - 4*atan(1/239).
func piFixed(prec uint) *big.Int {
	if z, ok := pis.Load(prec); ok {
		return z.(*big.Int)
	}
	arc := func(n int64) *big.Int {
		wp := prec + 32
		t := new(big.Int).Lsh(big.NewInt(1), wp)
		t.Quo(t, big.NewInt(n))
		z, sq := new(big.Int).Set(t), big.NewInt(n*n)
		for k := int64(1); t.Sign() != 0; k++ {
			t.Quo(t, sq)
			d := new(big.Int).Quo(t, big.NewInt(2*k+1))
			if k%2 == 1 {
				d.Neg(d)
			}
			z.Add(z, d)
		}
		return z
	}
	z := arc(5)
	z.Mul(z, big.NewInt(16))
	z.Sub(z, new(big.Int).Mul(arc(239), big.NewInt(4)))
	z.Rsh(z, 32)
	pis.Store(prec, z)
	return z
}

func piFloat(prec uint) *big.Float {
	prec += 64 - prec%64
	return unfixed(piFixed(prec), prec)
}

// fixed returns x as a multiple of 2^-prec.
func fixed(x *big.Float, prec uint) *big.Int {
	t := new(big.Float).SetMantExp(x, int(prec))
	n, _ := t.Int(nil)
	return n
}

func unfixed(n *big.Int, prec uint) *big.Float {
	z := new(big.Float).SetPrec(uint(max(64, n.BitLen()))).SetInt(n)
	return z.SetMantExp(z, -int(prec))
}

// expFixed is the exponential of |x| <= 1.
func expFixed(x *big.Int, prec uint) *big.Int {
	const halvings = 8
	wp := prec + 24
	r := new(big.Int).Lsh(x, 24-halvings)
	z := new(big.Int).Lsh(big.NewInt(1), wp)
	t := new(big.Int).Set(z)
	for k := int64(1); ; k++ {
		t.Rsh(t.Mul(t, r), wp)
		t.Quo(t, big.NewInt(k))
		if t.Sign() == 0 || t.IsInt64() && t.Int64() == -1 {
			break
		}
		z.Add(z, t)
	}
	for range halvings {
		z.Rsh(z.Mul(z, z), wp)
	}
	return z.Rsh(z, 24)
}

// expFloat is exp(x) with a relative error below 2^-prec.
func expFloat(x *big.Float, prec uint) *big.Float {
	wp := prec + guard
	ln2 := logFixed2(wp + 32)
	f, _ := x.Float64()
	k := int64(math.Round(f / math.Ln2))
	r := fixed(x, wp+32)
	r.Sub(r, new(big.Int).Mul(ln2, big.NewInt(k)))
	r.Rsh(r, 32)
	z := unfixed(expFixed(r, wp), wp)
	return new(big.Float).SetPrec(prec+8).SetMantExp(z, int(k))
}

var ln2s sync.Map

// logFixed2 is log(2) = 18*atanh(1/26) - 2*atanh(1/4801) + 8*atanh(1/8749).
func logFixed2(prec uint) *big.Int {
	if z, ok := ln2s.Load(prec); ok {
		return z.(*big.Int)
	}
	arc := func(n, factor int64) *big.Int {
		wp := prec + 32
		t := new(big.Int).Lsh(big.NewInt(1), wp)
		t.Quo(t, big.NewInt(n))
		z, sq := new(big.Int).Set(t), big.NewInt(n*n)
		for k := int64(1); t.Sign() != 0; k++ {
			t.Quo(t, sq)
			z.Add(z, new(big.Int).Quo(t, big.NewInt(2*k+1)))
		}
		return z.Mul(z, big.NewInt(factor))
	}
	z := arc(26, 18)
	z.Add(z, arc(4801, -2))
	z.Add(z, arc(8749, 8))
	z.Rsh(z, 32)
	ln2s.Store(prec, z)
	return z
}

// logFloat is log(x) of x > 0 with an absolute error below 2^-prec times
// the binary exponent of x.
func logFloat(x *big.Float, prec uint) *big.Float {
	wp := prec + guard
	m := new(big.Float).SetPrec(wp)
	e := x.MantExp(m) // m in [1/2, 1)
	m.SetPrec(wp)
	f, _ := m.Float64()
	y := new(big.Float).SetPrec(wp).SetFloat64(math.Log(f))
	two := big.NewFloat(2)
	for got := uint(48); got < wp; got *= 3 { // y += 2*(m-exp(y))/(m+exp(y))
		t := expFloat(y, wp)
		t.SetPrec(wp)
		d := new(big.Float).SetPrec(wp).Sub(m, t)
		d.Mul(d, two)
		y.Add(y, d.Quo(d, t.Add(t, m)))
	}
	l := unfixed(logFixed2(wp), wp)
	l.Mul(l.SetPrec(wp+16), new(big.Float).SetInt64(int64(e)))
	return new(big.Float).SetPrec(wp).Add(y, l)
}

// sinCosFloat returns sine and cosine with absolute errors below 2^-prec.
func sinCosFloat(x *big.Float, prec uint) (sin, cos *big.Float) {
	wp := prec + guard + uint(max(0, x.MantExp(nil)))
	half := new(big.Int).Rsh(piFixed(wp), 1)
	n := fixed(x, wp)
	k := new(big.Int).Add(n, new(big.Int).Rsh(half, 1))
	k.Div(k, half)
	r := n.Sub(n, new(big.Int).Mul(k, half))
	one := new(big.Int).Lsh(big.NewInt(1), wp)
	sum := func(start *big.Int, from int64) *big.Int {
		z, t := new(big.Int).Set(start), new(big.Int).Set(start)
		for i := from; ; i += 2 {
			t.Rsh(t.Mul(t, r), wp)
			t.Rsh(t.Mul(t, r), wp)
			t.Quo(t, big.NewInt(-i*(i+1)))
			if t.Sign() == 0 {
				return z
			}
			z.Add(z, t)
		}
	}
	s, c := unfixed(sum(r, 2), wp), unfixed(sum(one, 1), wp)
	switch new(big.Int).And(k, big.NewInt(3)).Int64() {
	case 0:
		return s, c
	case 1:
		return c, s.Neg(s)
	case 2:
		return s.Neg(s), c.Neg(c)
	}
	return c.Neg(c), s
}

// atanFloat is atan(x) with an absolute error below 2^-prec.
func atanFloat(x *big.Float, prec uint) *big.Float {
	wp := prec + guard
	one := new(big.Float).SetPrec(wp).SetInt64(1)
	t := new(big.Float).SetPrec(wp).Abs(x)
	inverted := t.Cmp(one) > 0
	if inverted {
		t.Quo(one, t)
	}
	const halvings = 4
	for range halvings { // t / (1 + sqrt(1+t^2))
		d := new(big.Float).SetPrec(wp).Mul(t, t)
		d.Sqrt(d.Add(d, one))
		t.Quo(t, d.Add(d, one))
	}
	r := fixed(t, wp)
	sq := new(big.Int).Mul(r, r)
	sq.Rsh(sq, wp)
	z, p := new(big.Int).Set(r), new(big.Int).Set(r)
	for k := int64(1); ; k++ {
		p.Rsh(p.Mul(p, sq), wp)
		d := new(big.Int).Quo(p, big.NewInt(2*k+1))
		if d.Sign() == 0 {
			break
		}
		if k%2 == 1 {
			d.Neg(d)
		}
		z.Add(z, d)
	}
	z.Lsh(z, halvings)
	if inverted {
		z.Sub(new(big.Int).Rsh(piFixed(wp), 1), z)
	}
	if x.Sign() < 0 {
		z.Neg(z)
	}
	return unfixed(z, wp)
}

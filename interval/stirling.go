package interval

import "math/big"

// Stirling's series for log Γ and its derivatives. For x > 0 the remainder of
// each is less than the first term left out and has its sign: by Binet's first
// formula the remainder of log Γ is the integral of exp(-xt)·φ(t)/t with the
// remainder φ of the expansion of 1/(e^t-1) - 1/t + 1/2 = Σ 2t/(t²+4π²k²),
// where each summand is a geometric series with alternating terms; so φ lies
// between 0 and the first term left out, for every t > 0. Differentiating n
// times multiplies the integrand by (-t)^n, which changes nothing in that
// (DLMF 5.11(ii) for log Γ).

// enough returns a number of steps n such that the series at x + n gives about
// prec bits: its smallest term is about exp(-2πx), and at x > prec/4 that is
// far below 2^-prec.
func enough(prec uint, x Interval, order int) int64 {
	want := int64(prec)/4 + 4 + int64(order)
	if x.lo.Cmp(new(big.Float).SetInt64(want)) >= 0 {
		return 0
	}
	n, _ := x.lo.Int64()
	return want - n
}

// tail sums terms 1, 2, … until they are below 2^-prec relative to size or
// start to grow, and adds the interval between 0 and the last one, which
// encloses the remainder.
func tail(prec uint, size int, term func(k int) Interval) Interval {
	sum := Point(zeroFloat)
	last := big.MaxExp
	for k := 1; ; k++ {
		t := term(k)
		e := exponentOf(Abs(t).hi)
		if e < size-int(prec) || e > last {
			return Add(prec, sum, Hull(Point(zeroFloat), t))
		}
		sum, last = Add(prec, sum, t), e
	}
}

// logGamma returns log Γ(x) for x > 0, with an absolute error of about 2^-prec
// times the largest term x·log x.
func logGamma(prec uint, x Interval) Interval {
	n := enough(prec, x, 0)
	rising := Int(1)
	for i := range n {
		rising = Mul(prec, rising, Add(prec, x, Int(i)))
	}
	y := Add(prec, x, Int(n))
	// (y - 1/2)·log y - y + log(2π)/2 + Σ B(2k)/(2k·(2k-1)·y^(2k-1)), DLMF 5.11.1.
	half := scaleBy(Int(1), -1)
	z := Sub(prec, Mul(prec, Sub(prec, y, half), Log(prec, y)), y)
	z = Add(prec, z, scaleBy(Log(prec, scaleBy(Pi(prec), 1)), -1))
	inv := Inv(prec, y)
	sq, power := Sqr(prec, inv), inv
	z = Add(prec, z, tail(prec, exponentOf(Abs(z).hi), func(k int) Interval {
		if k > 1 {
			power = Mul(prec, power, sq)
		}
		b := Quo(prec, fromBigRat(prec, bernoulli(k)), Int(int64(2*k)*int64(2*k-1)))
		return Mul(prec, b, power)
	}))
	if n > 0 {
		z = Sub(prec, z, Log(prec, rising))
	}
	return z
}

// psi returns ψ(x) for x > 0.
func psi(prec uint, x Interval) Interval {
	n := enough(prec, x, 0)
	sum := Point(zeroFloat)
	for i := range n {
		sum = Add(prec, sum, Inv(prec, Add(prec, x, Int(i))))
	}
	y := Add(prec, x, Int(n))
	// log y - 1/(2y) - Σ B(2k)/(2k·y^2k), DLMF 5.11.2.
	inv := Inv(prec, y)
	sq, power := Sqr(prec, inv), Int(1)
	z := Sub(prec, Log(prec, y), scaleBy(inv, -1))
	z = Sub(prec, z, tail(prec, 0, func(k int) Interval {
		power = Mul(prec, power, sq)
		return Mul(prec, Quo(prec, fromBigRat(prec, bernoulli(k)), Int(int64(2*k))), power)
	}))
	return Sub(prec, z, sum)
}

// absPsiN returns |ψ⁽ⁿ⁾(x)| = (-1)^(n+1)·ψ⁽ⁿ⁾(x) for x > 0, n >= 1.
func absPsiN(prec uint, n int, x Interval) Interval {
	steps := enough(prec, x, n)
	sum := Point(zeroFloat)
	for i := range steps {
		sum = Add(prec, sum, PowInt(prec, Add(prec, x, Int(i)), -int64(n)-1))
	}
	y := Add(prec, x, Int(steps))
	fact := fromBigInt(prec, new(big.Int).MulRange(1, int64(n)))
	sum = Mul(prec, sum, fact)
	// (n-1)!/yⁿ + n!/(2·y^(n+1)) + Σ B(2k)·(2k+n-1)!/((2k)!·y^(2k+n)), DLMF 5.15.8.
	inv := Inv(prec, y)
	power := PowInt(prec, inv, int64(n))
	z := Mul(prec, Quo(prec, fact, Int(int64(n))), power)
	z = Add(prec, z, scaleBy(Mul(prec, Mul(prec, fact, power), inv), -1))
	sq := Sqr(prec, inv)
	// ratio is (2k+n-1)!/(2k)!.
	ratio := Quo(prec, fact, Int(int64(n)))
	z = Add(prec, z, tail(prec, exponentOf(z.hi), func(k int) Interval {
		power = Mul(prec, power, sq)
		m := int64(2*k + n)
		ratio = Quo(prec, Mul(prec, ratio, Int((m-1)*(m-2))), Int(int64(2*k)*int64(2*k-1)))
		return Mul(prec, Mul(prec, fromBigRat(prec, bernoulli(k)), ratio), power)
	}))
	return Add(prec, z, sum)
}

// fromBigInt returns an enclosure of n.
func fromBigInt(prec uint, n *big.Int) Interval {
	lo := newFloat(prec, down).SetInt(n)
	if lo.Acc() == big.Exact {
		return Point(lo)
	}
	return New(lo, newFloat(prec, up).SetInt(n))
}

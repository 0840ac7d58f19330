package interval

import "math/big"

// exactFactorial is the largest n for which n! is multiplied out.
const exactFactorial = 256

// Gamma returns Γ(x), undefined at 0, -1, -2, ….
func Gamma(prec uint, x Interval) Interval {
	y, d, ok := betweenPoles(x)
	if !ok {
		return Entire(d).emptyIfNowhere().puncture()
	}
	z := newInterval(zeroFloat, plusInf, d)
	if y.IsPoint() {
		return gammaPoint(prec, y.lo).WithDecoration(d)
	}
	// log |Γ| is convex between poles, so |Γ| is: its largest value is at an
	// end, or at a pole, and its smallest one that of exp(log |Γ|).
	sign := 1
	if y.hi.Sign() < 0 {
		sign = gammaSign(ceilInt(y.hi))
	}
	low := LogGamma(prec+16, y)
	z.lo = Exp(prec, newInterval(low.lo, low.lo, Continuous)).lo
	if !atPole(y.lo) && !y.hi.IsInf() {
		z.hi = maxFloat(Abs(gammaPoint(prec, y.lo)).hi, Abs(gammaPoint(prec, y.hi)).hi)
	}
	if sign < 0 {
		z = Neg(z)
	}
	return z.puncture()
}

// emptyIfNowhere makes x empty if its decoration says so.
func (x Interval) emptyIfNowhere() Interval {
	if x.dec == Nowhere {
		return Interval{}
	}
	return x
}

// gammaSign returns the sign of Γ between n-1 and n for n <= 0.
func gammaSign(n *big.Int) int {
	if n.Bit(0) == 0 {
		return -1
	}
	return 1
}

func atPole(x *big.Float) bool { return x.Sign() <= 0 && !x.IsInf() && x.IsInt() }

// betweenPoles returns x where it has no pole of Γ but perhaps its lower end,
// then with the decoration for that; and false where there are others, with
// the decoration of the result.
func betweenPoles(x Interval) (Interval, Decoration, bool) {
	switch {
	case x.IsEmpty(), x.IsPoint() && atPole(x.lo):
		return Interval{}, Nowhere, false
	case x.lo.Sign() > 0, x.IsPoint():
		return x, x.dec, true
	case x.lo.Sign() == 0:
		if x.NonZero() {
			return x, x.dec, true
		}
		return x, min(x.dec, Maybe), true
	case x.hi.Sign() >= 0 || x.lo.IsInf() || exponent(x.lo) > int(maxReduction):
		return Interval{}, min(x.dec, Maybe), false
	}
	// The poles in [lo, hi] are ceil(lo), …, floor(hi).
	first, last := ceilInt(x.lo), floorInt(x.hi)
	switch {
	case first.Cmp(last) > 0:
		return x, x.dec, true
	case first.Cmp(last) == 0 && atPole(x.lo):
		return x, min(x.dec, Maybe), true
	}
	return Interval{}, min(x.dec, Maybe), false
}

func gammaPoint(prec uint, x *big.Float) Interval {
	if x.Sign() > 0 {
		if n, acc := x.Int64(); acc == big.Exact && n <= exactFactorial+1 {
			return fromBigInt(prec, new(big.Int).MulRange(1, n-1))
		}
		// log Γ is below 2^37 where Γ is in range.
		return Exp(prec, logGammaWithin(prec+48, Point(x)))
	}
	// Γ(x) = π/(sin(πx)·Γ(1-x)), DLMF 5.5.3.
	p := prec + 48
	s := sinPi(p, x)
	g := Exp(p, logGammaWithin(p, Sub(2*p, Int(1), Point(x))))
	return Quo(p, Quo(p, Pi(p), s), g).certain().Round(prec).puncture()
}

// logGammaWithin returns log Γ(x) for x > 0; near 0, where the steps of the
// shift would lose x, it is log Γ(1+x) - log x.
func logGammaWithin(prec uint, x Interval) Interval {
	if x.lo.Cmp(big.NewFloat(0.5)) < 0 && x.hi.Cmp(oneFloat) < 0 {
		return Sub(prec, logGamma(prec, Add(prec, x, Int(1))), Log(prec, x))
	}
	return logGamma(prec, x)
}

// sinPi returns sin(πx), from the exact difference of x and the nearest
// integer.
func sinPi(prec uint, x *big.Float) Interval {
	odd, r := nearest(x)
	s := Sin(prec, Mul(prec+8, Pi(prec+8), Point(r)))
	if odd {
		return Neg(s)
	}
	return s
}

// nearest returns x - n for the integer n nearest to x, and whether n is odd.
func nearest(x *big.Float) (odd bool, r *big.Float) {
	if x.Sign() == 0 || exponent(x) < -1 {
		return false, x
	}
	if exponent(x) > int(x.MinPrec()) {
		return false, new(big.Float)
	}
	twice := floorInt(scale(down, x, 1))
	n := twice.Add(twice, big.NewInt(1))
	n.Rsh(n, 1)
	r = new(big.Float).SetPrec(x.MinPrec() + 8)
	return n.Bit(0) == 1, r.Sub(x, new(big.Float).SetInt(n))
}

// LogGamma returns log |Γ(x)|, undefined at 0, -1, -2, ….
func LogGamma(prec uint, x Interval) Interval {
	y, d, ok := betweenPoles(x)
	if !ok {
		return Entire(d).emptyIfNowhere()
	}
	f := convex{value: logGammaPoint, slope: psiPoint, turn: gammaTurn}
	return f.over(prec, y, d)
}

// gammaTurn is the place of the minimum of Γ to 60 digits; it need not be
// exact (OEIS A030169).
var gammaTurn, _, _ = big.ParseFloat("1.46163214496836234126265954232572132846819620400644629512988", 10, 200, big.ToNearestEven)

func logGammaPoint(prec uint, x *big.Float) Interval {
	if n, acc := x.Int64(); acc == big.Exact && n > 0 && n <= exactFactorial+1 {
		return Log(prec, fromBigInt(2*prec, new(big.Int).MulRange(1, n-1)))
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		if x.Sign() > 0 {
			return logGammaWithin(p, Point(x))
		}
		// log(π/|sin πx|) - log Γ(1-x).
		z := Log(p, Quo(p, Pi(p), Abs(sinPi(p, x)).puncture()))
		return Sub(p, z, logGammaWithin(p, Sub(2*p, Int(1), Point(x)))).certain()
	})
}

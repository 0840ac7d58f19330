package interval

import (
	"math/big"
)

// Erf returns the error function 2/sqrt(π)·∫₀ˣ exp(-t²) dt.
func Erf(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: erfPoint, atMinus: minusOneFloat, atPlus: oneFloat}
	return signed(k.over(prec, x, x.dec), x).above(minusOneFloat).below(oneFloat)
}

// Erfc returns 1 - erf x.
func Erfc(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{erfcPoint, true, big.NewFloat(2), zeroFloat}
	return k.over(prec, x, x.dec).above(zeroFloat).below(k.atMinus)
}

// Erfi returns 2/sqrt(π)·∫₀ˣ exp(t²) dt.
func Erfi(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	k := monotoneKernel{at: erfiPoint, atMinus: minusInf, atPlus: plusInf}
	return signed(k.over(prec, x, x.dec), x)
}

// twoOverSqrtPi returns 2/sqrt(π).
func twoOverSqrtPi(prec uint) Interval {
	return Quo(prec, Int(2), Sqrt(prec, Pi(prec+4)))
}

// bigSquare tells whether x² > n for certain.
func bigSquare(x *big.Float, n uint) bool {
	return mul(64, down, x, x).Cmp(new(big.Float).SetUint64(uint64(n))) > 0
}

func erfPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case x.Signbit():
		return Neg(erfPoint(prec, new(big.Float).Neg(x)))
	case isTiny(prec+4, x):
		// x - x³/3 < erf x·sqrt(π)/2 < x.
		return Mul(prec, besideX(prec+8, x, -1), twoOverSqrtPi(prec+8))
	case bigSquare(x, prec+4):
		c := erfcPoint(16, x)
		return Sub(prec, Int(1), c)
	}
	z := erfSeries(prec+16, x)
	return New(z.lo, minFloat(z.hi, oneFloat)).Round(prec)
}

// erfSeries returns 2x/sqrt(π)·exp(-x²)·Σ (2x²)^k/(1·3·…·(2k+1)) for x > 0
// (DLMF 7.6.2). All terms are positive; once the ratio 2x²/(2k+3) of a term to
// the one before is below 1/2 what follows is at most the last term.
func erfSeries(prec uint, x *big.Float) Interval {
	v := Point(x)
	twice := scaleBy(Sqr(prec, v), 1)
	term, sum := Int(1), Int(1)
	for k := int64(1); ; k++ {
		term = Quo(prec, Mul(prec, term, twice), Int(2*k+1))
		sum = Add(prec, sum, term)
		if twice.hi.Cmp(new(big.Float).SetInt64(k)) < 0 && exponentOf(term.hi) < exponent(sum.hi)-int(prec) {
			break
		}
	}
	sum = Add(prec, sum, newInterval(zeroFloat, term.hi, Continuous))
	e := Exp(prec, Neg(scaleBy(twice, -1)))
	return Mul(prec, Mul(prec, Mul(prec, twoOverSqrtPi(prec), v), e), sum)
}

// exponentOf is exponent, and small at 0.
func exponentOf(x *big.Float) int {
	if x.Sign() == 0 {
		return big.MinExp
	}
	return exponent(x)
}

func erfcPoint(prec uint, x *big.Float) Interval {
	if x.Sign() <= 0 {
		return Add(prec, Int(1), erfPoint(prec+4, new(big.Float).Neg(x)))
	}
	if bigSquare(x, prec+4) {
		return erfcAsymptotic(prec, x)
	}
	return refine(prec, x, func(p uint, x *big.Float) Interval {
		if bigSquare(x, p+4) {
			return erfcAsymptotic(p, x)
		}
		return Sub(p, Int(1), erfPoint(p, x))
	})
}

// erfcAsymptotic returns exp(-x²)/(x·sqrt(π))·Σ (-1)^k·(2k-1)!!/(2x²)^k for
// x > 0; the remainder is less than the first term left out and has its sign
// (DLMF 7.12(i)). With x² > prec the terms fall below 2^-prec before they grow.
func erfcAsymptotic(prec uint, x *big.Float) Interval {
	// x² < 2^31, or exp(-x²) is out of range; so 80 bits more make the absolute
	// error of the exponent small.
	v := Point(x)
	work := prec + 48
	sq := Sqr(work+32, v)
	step := scaleBy(sq, 1)
	term, sum := Int(1), Int(1)
	for k := int64(1); ; k++ {
		term = Neg(Quo(work, Mul(work, term, Int(2*k-1)), step))
		small := exponentOf(maxFloat(term.hi, new(big.Float).Neg(term.lo))) < -int(prec)-4
		if small || step.lo.Cmp(new(big.Float).SetInt64(2*k+1)) < 0 {
			sum = Add(work, sum, Hull(Point(zeroFloat), term))
			break
		}
		sum = Add(work, sum, term)
	}
	e := Exp(prec+8, Neg(sq))
	z := Quo(prec+8, Mul(prec+8, e, sum), Mul(prec+8, v, Sqrt(prec+8, Pi(prec+12))))
	return New(maxFloat(z.lo, zeroFloat), z.hi).Round(prec)
}

// erfiSeriesLimit is the largest x² at which erfi is summed as a power series,
// of some 3x² terms; above it the asymptotic series is precise to 1000 bits.
const erfiSeriesLimit = 2048

func erfiPoint(prec uint, x *big.Float) Interval {
	switch {
	case x.Sign() == 0:
		return Point(zeroFloat)
	case x.Signbit():
		return Neg(erfiPoint(prec, new(big.Float).Neg(x)))
	case isTiny(prec+4, x):
		// x < erfi x·sqrt(π)/2 < x + x³ for 0 < x < 1.
		return Mul(prec, besideX(prec+8, x, 1), twoOverSqrtPi(prec+8))
	case bigSquare(x, erfiSeriesLimit):
		return erfiAsymptotic(prec, x)
	}
	// 2x/sqrt(π)·Σ x^2k/(k!·(2k+1)); the ratio of successive terms is below
	// x²/k, so once that is below 1/2 what follows is at most the last term.
	p := prec + 16
	sq := Sqr(p, Point(x))
	power, sum := Int(1), Int(1)
	for k := int64(1); ; k++ {
		power = Quo(p, Mul(p, power, sq), Int(k))
		sum = Add(p, sum, Quo(p, power, Int(2*k+1)))
		if scale(up, sq.hi, 1).Cmp(new(big.Float).SetInt64(k)) < 0 && exponentOf(power.hi) < exponent(sum.hi)-int(p) {
			break
		}
	}
	sum = Add(p, sum, newInterval(zeroFloat, power.hi, Continuous))
	return Mul(prec, Mul(p, Point(x), twoOverSqrtPi(p)), sum)
}

// erfiAsymptotic returns 2/sqrt(π)·exp(x²)·F(x) with Dawson's integral F, for
// x² > 2048.
//
// F' = 1 - 2xF. Let a(k) = (2k-1)!!/(2^(k+1)·x^(2k+1)), so that a(k)' =
// -(2k+1)·a(k)/x and 2x·a(k+1) = (2k+1)·a(k)/x. For G = a(0) + … + a(N-1) the
// sum G' + 2xG - 1 telescopes to -(2N-1)·a(N-1)/x < 0; for H = G + 2a(N) it is
// -2x·a(N) + 2·a(N)·(2x - (2N+1)/x) >= 0 where x² >= 2N+1. Since
// (exp(t²)·(F-G))' = -exp(t²)·(G' + 2tG - 1), the differences keep their sign
// from the point s = sqrt(2N+1) on up to exp(s²-x²)·d, where d is the
// difference at s: at most 2, as F < 1 and the a(k)(s) fall by halves from
// a(0) < 1/2. So G - 2·exp(s²-x²) < F < H + 2·exp(s²-x²).
func erfiAsymptotic(prec uint, x *big.Float) Interval {
	v, p := Point(x), prec+16
	sq := Sqr(p+40, v)
	// N ≤ 256 keeps s² below x²/2, and the start error below exp(-1024).
	term := Quo(p, Int(1), scaleBy(v, 1))
	sum := term
	n := int64(1)
	for ; n < 256; n++ {
		term = Quo(p, Mul(p, term, Int(2*n-1)), scaleBy(sq, 1))
		if exponent(term.hi) < exponent(sum.hi)-int(p) {
			break
		}
		sum = Add(p, sum, term)
	}
	if n == 256 {
		term = Quo(p, Mul(p, term, Int(2*n-1)), scaleBy(sq, 1))
	}
	start := scaleBy(Exp(32, Sub(32, Int(2*n+1), sq)), 1)
	sum = Add(p, sum, newInterval(new(big.Float).Neg(start.hi), add(32, up, start.hi, scale(up, term.hi, 1)), Continuous))
	return Mul(prec, Mul(p, twoOverSqrtPi(p), Exp(p, sq)), sum)
}

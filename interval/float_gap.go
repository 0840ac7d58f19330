package interval

import "math"

// gap returns the n for which x is within [n, n+1), below 0 and between two poles
// of Γ, of which the lower one may be its lower end.
func (x Float) gap() (n float64, ok bool) {
	n = math.Floor(x.lo)
	return n, x.lo > -170 && x.lo < x.hi && x.hi < min(n+1, 0)
}

// overGap encloses log |Γ|, which is convex between poles, on an x that is no
// pole in [n, n+1): its greatest value is at an end, and it is nowhere below its
// tangent at a point next to its minimum.
func (x Float) overGap(n float64) Float {
	z := Float{math.Inf(-1), math.Inf(1), 0, x.dec}
	if x.lo > n {
		z.hi = max(FloatPoint(x.lo).LogGamma().hi, FloatPoint(x.hi).LogGamma().hi)
	} else {
		z.dec = min(z.dec, Maybe)
	}
	c := x.flattest()
	z.lo = FloatPoint(c).LogGamma().Add(digammaBelow(c).Mul(x.Sub(FloatPoint(c)))).lo
	return z
}

// flattest returns a point of x, in a gap, where log |Γ| is flat, or the end that is
// next to such a point. It is right for any point that it returns.
func (x Float) flattest() float64 {
	lo, hi := x.lo, x.hi
	if lo == math.Floor(lo) {
		lo = min(hi, lo+0x1p-20)
	}
	for range 26 {
		c := lo + (hi-lo)/2
		switch s := digammaBelow(c); {
		case s.lo > 0:
			hi = c
		case s.hi < 0:
			lo = c
		default:
			return c
		}
	}
	return lo
}

// digammaBelow encloses ψ(x) = ψ(1-x) - π·cot(πx) at an x between two poles below
// 0 (DLMF 5.5.4), less sharply than Digamma.
func digammaBelow(x float64) Float {
	turn := piFloat.Mul(FloatPoint(x).Sub(FloatPoint(math.Round(x))))
	above := oneFloat64.Sub(FloatPoint(x)).rising(digammaAt, 0, math.Inf(1))
	return above.Sub(piFloat.Mul(turn.Cos().Quo(turn.Sin())))
}

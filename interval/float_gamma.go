package interval

import "math"

// Γ has its minimum on x > 0 between gammaTurnLow and gammaTurnHigh, and is
// at least gammaLeast there; log Γ is at least logGammaLeast (DLMF 5.4.19).
const (
	gammaTurnLow  = 1.4616
	gammaTurnHigh = 1.4617
	gammaLeast    = 0.885603194410888
	logGammaLeast = -0.121486290535850
)

// stirlingFrom is where the series of Stirling begins: its term 9, which
// encloses the remainder, is below 2^-58 there.
const stirlingFrom = 10

// floatSeries has enclosures of numerator/denominator.
func floatSeries(fractions ...[2]float64) []Float {
	var out []Float
	for _, f := range fractions {
		out = append(out, FloatPoint(f[0]).Quo(FloatPoint(f[1])))
	}
	return out
}

var (
	// B(2k)/(2k·(2k-1)) and B(2k)/2k for k = 1, …, 9.
	stirlingSeries = floatSeries([][2]float64{{1, 12}, {-1, 360}, {1, 1260}, {-1, 1680}, {1, 1188},
		{-691, 360360}, {1, 156}, {-3617, 122400}, {43867, 244188}}...)
	psiSeries = floatSeries([][2]float64{{1, 12}, {-1, 120}, {1, 252}, {-1, 240}, {1, 132},
		{-691, 32760}, {1, 12}, {-3617, 8160}, {43867, 14364}}...)
	halfLogTwoPi = piFloat.scale(1).Log().scale(-1)
)

// tailFloat returns Σ c(k)·z^(k-1), with the interval between 0 and the last
// term in place of that, which encloses the remainder (see stirling.go).
func tailFloat(c []Float, z Float) Float {
	s := c[len(c)-1].Hull(FloatPoint(0))
	for k := len(c) - 2; k >= 0; k-- {
		s = s.Mul(z).Add(c[k])
	}
	return s
}

// shifted returns y = x + n >= stirlingFrom and x·(x+1)·…·(x+n-1), for x > 0.
func shifted(x float64) (y, product Float) {
	y, product = FloatPoint(x), FloatPoint(1)
	for i := 0.0; x+i < stirlingFrom; i++ {
		product = product.Mul(y)
		y = FloatPoint(x).Add(FloatPoint(i + 1))
	}
	return y, product
}

// stirlingFloat returns log Γ(y) for y >= stirlingFrom.
func stirlingFloat(y Float) Float {
	inv := y.Inv()
	z := y.Sub(FloatPoint(0.5)).Mul(y.Log()).Sub(y).Add(halfLogTwoPi)
	return z.Add(inv.Mul(tailFloat(stirlingSeries, inv.Sqr())))
}

// gammaAt encloses Γ at x > 0.
func gammaAt(x float64) Float {
	switch {
	case x == math.Floor(x) && x <= 171:
		z := FloatPoint(1)
		for i := 2.0; i < x; i++ {
			z = z.Mul(FloatPoint(i))
		}
		return z
	case x > 171.7:
		return Float{math.MaxFloat64, math.Inf(1), 0, Continuous}
	case x < smallF:
		return FloatPoint(x).slow(Gamma)
	}
	y, product := shifted(x)
	return stirlingFloat(y).Exp().Quo(product)
}

// logGammaAt encloses log Γ at x > 0.
func logGammaAt(x float64) Float {
	if x == 1 || x == 2 {
		return FloatPoint(0)
	}
	if x >= smallF && x < 0x1p1000 {
		y, product := shifted(x)
		if z := stirlingFloat(y).Sub(product.Log()); z.sharp() {
			return z
		}
	}
	return FloatPoint(x).slow(LogGamma) // near the zeros 1 and 2
}

// digammaAt encloses ψ at x > 0.
func digammaAt(x float64) Float {
	if x >= smallF {
		sum, y := FloatPoint(0), FloatPoint(x)
		for i := 0.0; x+i < stirlingFrom; i++ {
			sum = sum.Add(y.Inv())
			y = FloatPoint(x).Add(FloatPoint(i + 1))
		}
		inv := y.Inv()
		sq := inv.Sqr()
		z := y.Log().Sub(inv.scale(-1)).Sub(sq.Mul(tailFloat(psiSeries, sq))).Sub(sum)
		if z.sharp() {
			return z
		}
	}
	return FloatPoint(x).slow(Digamma) // near the zero
}

// sharp tells whether the endpoints agree to 40 bits.
func (x Float) sharp() bool { return x.hi-x.lo <= 0x1p-40*min(math.Abs(x.lo), math.Abs(x.hi)) }

// overValley encloses a function on x > 0 that falls up to the minimum of Γ
// and rises from there, with the given value there and +Inf at both ends.
func (x Float) overValley(at func(float64) Float, least float64) Float {
	switch {
	case x.lo == x.hi || x.lo >= gammaTurnHigh:
		return x.rising(at, 0, math.Inf(1))
	case x.hi <= gammaTurnLow && x.lo > 0:
		return x.falling(at, 0, 0)
	}
	z := Float{least, math.Inf(1), 0, x.dec}
	if x.hi <= gammaTurnLow {
		z.lo = at(x.hi).lo
	}
	if x.lo > 0 && x.hi <= math.MaxFloat64 {
		z.hi = max(at(x.lo).hi, at(x.hi).hi)
	}
	return z
}

// onPositive returns x where it has no number below 0, without 0.
func (x Float) onPositive() (Float, bool) {
	if x.lo < 0 || x.hi == 0 {
		return x, false
	}
	if !x.NonZero() {
		x.dec = min(x.dec, Maybe)
		x = x.puncture()
	}
	return x, true
}

// Gamma returns Γ(x), undefined at 0, -1, -2, ….
func (x Float) Gamma() Float {
	if x.IsEmpty() {
		return x
	}
	if y, ok := x.onPositive(); ok {
		return y.overValley(gammaAt, gammaLeast).puncture()
	}
	switch n, ok := x.gap(); {
	case x.isReflected():
		return piFloat.Quo(x.reflected().Mul(oneFloat64.Sub(x).overValley(gammaAt, gammaLeast))).WithDecoration(x.dec)
	case ok:
		z := x.overGap(n).Exp()
		if math.Mod(n, 2) != 0 {
			z = z.Neg()
		}
		return z.puncture()
	}
	return x.slow(Gamma)
}

var oneFloat64 = FloatPoint(1)

// isReflected tells whether x is a narrow interval between two poles, over which
// little is lost by the arithmetic of Γ(x) = π/(sin(πx)·Γ(1-x)) (DLMF 5.5.3).
func (x Float) isReflected() bool {
	return x.lo > -170 && x.hi < 0 && x.lo > math.Floor(x.hi) && x.hi-x.lo <= -0x1p-30*x.hi
}

// reflected returns sin(πx) from the difference of x and an integer next to it.
func (x Float) reflected() Float {
	n := math.Round(x.lo)
	s := piFloat.Mul(x.Sub(FloatPoint(n))).Sin()
	if math.Mod(n, 2) != 0 {
		return s.Neg()
	}
	return s
}

// LogGamma returns log |Γ(x)|, undefined at 0, -1, -2, ….
func (x Float) LogGamma() Float {
	if x.IsEmpty() {
		return x
	}
	if y, ok := x.onPositive(); ok {
		return y.overValley(logGammaAt, logGammaLeast)
	}
	if x.isReflected() {
		z := piFloat.Quo(x.reflected().Abs()).Log().Sub(oneFloat64.Sub(x).overValley(logGammaAt, logGammaLeast))
		if z.sharp() {
			return z.WithDecoration(x.dec)
		}
	}
	if n, ok := x.gap(); ok {
		return x.overGap(n)
	}
	return x.slow(LogGamma)
}

// Digamma returns ψ(x) = Γ'(x)/Γ(x), undefined at 0, -1, -2, ….
func (x Float) Digamma() Float {
	if x.IsEmpty() {
		return x
	}
	y, ok := x.onPositive()
	switch {
	case !ok:
		return x.slow(Digamma)
	case y.lo > 0:
		return y.rising(digammaAt, 0, math.Inf(1))
	}
	z := Float{math.Inf(-1), math.Inf(1), 0, y.dec}
	if y.hi <= math.MaxFloat64 {
		z.hi = digammaAt(y.hi).hi
	}
	return z
}

// Factorial returns Γ(x+1), undefined at -1, -2, ….
func (x Float) Factorial() Float {
	if x.IsEmpty() || x.lo < -170 {
		return x.slow(Factorial)
	}
	return x.Add(FloatPoint(1)).Gamma()
}

// Polygamma returns the derivative of ψ of order x at u, as the function for
// Interval does.
func (x Float) Polygamma(u Float) Float {
	return Polygamma(fallbackPrec, x.Interval(), u.Interval()).Float()
}

// Binomial returns Γ(n+1)/(Γ(k+1)·Γ(n-k+1)) for n = x, as the function for
// Interval does.
func (x Float) Binomial(k Float) Float {
	points := x.lo == x.hi && k.lo == k.hi
	if !points || x.lo != math.Floor(x.lo) || k.lo != math.Floor(k.lo) {
		z := x.Factorial().Quo(k.Factorial().Mul(x.Sub(k).Factorial()))
		if !points || z.sharp() {
			return z
		}
	}
	return Binomial(fallbackPrec, x.Interval(), k.Interval()).Float()
}

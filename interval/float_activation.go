package interval

import "math"

// Sigmoid returns 1/(1 + exp(-x)), between 0 and 1.
func (x Float) Sigmoid() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(sigmoidAt, 0, 1).above(0).below(1)
}

func sigmoidAt(x float64) Float {
	if x < -40 {
		// e^x·(1 - e^x) < sigmoid x < e^x, and e^x < 2^-57.
		z := expAt(x)
		z.lo = max(prev(z.lo), 0)
		return z
	}
	one := FloatPoint(1)
	return one.Add(expAt(-x)).Inv()
}

// Softplus returns log(1 + exp(x)), which is positive.
func (x Float) Softplus() Float {
	if x.IsEmpty() {
		return x
	}
	return x.rising(softplusAt, 0, math.Inf(1)).above(0)
}

func softplusAt(x float64) Float {
	if x <= 0 {
		return expAt(x).Log1p()
	}
	// log(1 + exp(x)) = x + log(1 + exp(-x)).
	return FloatPoint(x).Add(expAt(-x).Log1p())
}

// LogSigmoid returns log(1/(1 + exp(-x))), which is negative.
func (x Float) LogSigmoid() Float { return x.Neg().Softplus().Neg() }

// SoftplusBeta returns log(1 + exp(βx))/β, undefined at β = 0.
func (x Float) SoftplusBeta(beta Float) Float { return beta.Mul(x).Softplus().Quo(beta) }

// Relu returns max(x, 0).
func (x Float) Relu() Float { return x.Max(FloatPoint(0)) }

// Relu6 returns min(max(x, 0), 6).
func (x Float) Relu6() Float { return x.Relu().Min(FloatPoint(6)) }

package interval

import "math/big"

// Sigmoid returns 1/(1 + exp(-x)), between 0 and 1.
func Sigmoid(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	return monotoneKernel{sigmoidPoint, false, zeroFloat, oneFloat}.over(prec, x, x.dec).above(zeroFloat).below(oneFloat)
}

func sigmoidPoint(prec uint, x *big.Float) Interval {
	e := expPoint(prec+8, new(big.Float).Neg(x))
	return Inv(prec, Add(prec+8, Int(1), e))
}

// Softplus returns log(1 + exp(x)), which is positive.
func Softplus(prec uint, x Interval) Interval {
	if x.IsEmpty() {
		return x
	}
	return monotoneKernel{softplusPoint, false, zeroFloat, plusInf}.over(prec, x, x.dec).above(zeroFloat)
}

func softplusPoint(prec uint, x *big.Float) Interval {
	p := prec + 8
	if x.Sign() <= 0 {
		return Log1p(p, expPoint(p, x)).Round(prec)
	}
	// log(1 + exp(x)) = x + log(1 + exp(-x)).
	return Add(prec, Point(x), Log1p(p, expPoint(p, new(big.Float).Neg(x))))
}

// LogSigmoid returns log(1/(1 + exp(-x))), which is negative.
func LogSigmoid(prec uint, x Interval) Interval { return Neg(Softplus(prec, Neg(x))) }

// SoftplusBeta returns log(1 + exp(βx))/β, undefined at β = 0.
func SoftplusBeta(prec uint, x, beta Interval) Interval {
	p := prec + 8
	return Quo(prec, Softplus(p, Mul(p, beta, x)), beta)
}

// Relu returns max(x, 0).
func Relu(prec uint, x Interval) Interval { return Max(x, Point(zeroFloat)).Round(prec) }

// Relu6 returns min(max(x, 0), 6).
func Relu6(prec uint, x Interval) Interval { return Min(Relu(prec, x), Int(6)) }

package oracle

import (
	"math"
	"math/big"

	"gonum.org/v1/gonum/mathext"
)

// texts defines functions by others: the conventional definitions, in the
// arguments u, v, w. A call with fewer arguments takes the texts of defaults.
var texts = map[string]string{
	"log1p": "log(1+u)", "expm1": "exp(u)-1", "hypot": "sqrt(u^2+v^2)",
	"sec": "1/cos(u)", "csc": "1/sin(u)", "acot": "atan(1/u)", "asec": "acos(1/u)", "acsc": "asin(1/u)",
	"acos": "pi/2-asin(u)",
	"sinh": "(exp(u)-exp(-u))/2", "cosh": "(exp(u)+exp(-u))/2", "tanh": "if(u > 0, 1-2/(exp(2*u)+1), 2/(exp(-2*u)+1)-1)",
	"sech": "1/cosh(u)", "csch": "1/sinh(u)", "coth": "1/tanh(u)",
	"asinh": "if(u >= 0, log(u+sqrt(u^2+1)), -log(-u+sqrt(u^2+1)))", "acosh": "log(u+sqrt(u-1)*sqrt(u+1))", "atanh": "log((1+u)/(1-u))/2",
	"acoth": "atanh(1/u)", "asech": "acosh(1/u)", "acsch": "asinh(1/u)",
	"sigmoid": "if(u > 0, 1/(1+exp(-u)), exp(u)/(1+exp(u)))", "logsigmoid": "-log(1+exp(-u))", "softplus": "log(1+exp(v*u))/v",
	"silu": "u*sigmoid(u)", "mish": "u*tanh(log(1+exp(u)))", "gelu": "u*(1+erf(u/sqrt(2)))/2",
	"gelu_tanh": "u/2*(1+tanh(sqrt(2/pi)*(u+0.044715*u^3)))", "softsign": "u/(1+abs(u))", "tanhshrink": "u-tanh(u)",
	"relu6": "min(max(0, u), 6)", "leaky_relu": "if(u >= 0, u, v*u)", "elu": "if(u > 0, u, v*(exp(u)-1))",
	"celu":       "max(0, u)+min(0, v*(exp(u/v)-1))",
	"selu":       "1.0507009873554804934193349852946*(max(0, u)+min(0, 1.6732632423543772848170429916717*(exp(u)-1)))",
	"softshrink": "if(v < 0, 1/0, if(u > v, u-v, if(u < -v, u+v, 0)))", "hardshrink": "if(u > v or u < -v, u, 0)",
	"hardtanh":    "if(v > w, 1/0, if(u > w, w, if(u < v, v, u)))",
	"hardsigmoid": "if(u <= -3, 0, if(u >= 3, 1, u/6+1/2))", "hardswish": "if(u <= -3, 0, if(u >= 3, u, u*(u+3)/6))",
	"erfc": "1-erf(u)", "binomial": "factorial(u)/(factorial(v)*factorial(u-v))", "factorial": "gamma(u+1)",
	"pow": "u^v",
}

var defaults = map[string][]string{
	"softplus": {"1"}, "leaky_relu": {"1/100"}, "elu": {"1"}, "celu": {"1"}, "softshrink": {"1/2"}, "hardshrink": {"1/2"}, "hardtanh": {"-1", "1"},
}

// apply applies a function that is not defined by a text.
func (c calc) apply(name string, a []Value) (Value, error) {
	x := a[0]
	switch name {
	case "exp":
		return c.exp(x)
	case "log":
		if len(a) == 2 {
			return c.logBase(x, a[1])
		}
		return c.log(x)
	case "log2":
		return c.logBase(x, integer(2))
	case "log10":
		return c.logBase(x, integer(10))
	case "sqrt":
		return c.sqrt(x)
	case "cbrt":
		s, err := c.sign(x)
		if err != nil || s == 0 {
			return integer(0), err
		}
		if s > 0 {
			return c.root(x, 3)
		}
		z, err := c.root(c.neg(x), 3)
		if err != nil {
			return z, err
		}
		return c.neg(z), nil
	case "abs":
		return c.abs(x)
	case "sign", "step":
		s, err := c.sign(x)
		if name == "step" {
			s = max(s, 0)
		}
		return integer(int64(s)), err
	case "relu":
		return c.greatest([]Value{x, integer(0)}, 1)
	case "max":
		return c.greatest(a, 1)
	case "min":
		return c.greatest(a, -1)
	case "floor":
		return c.floor(x)
	case "ceil":
		z, err := c.floor(c.neg(x))
		if err != nil {
			return z, err
		}
		return c.neg(z), nil
	case "delta":
		s, err := c.compare(x, a[1])
		if s == 0 {
			return integer(1), err
		}
		return integer(0), err
	case "sin":
		return c.sin(x)
	case "cos":
		return c.cos(x)
	case "tan":
		return c.tan(x)
	case "cot":
		return c.quotient(c.cos, c.sin, x)
	case "asin":
		return c.asin(x)
	case "atan":
		return c.atan(x)
	case "atan2":
		return c.atan2(x, a[1])
	case "gamma", "lgamma", "digamma":
		return c.gammas(name, x)
	case "polygamma":
		if n, ok, err := c.nearest(x); err == nil && (!ok || n.Sign() < 0) {
			return Value{}, ErrUndefined
		}
		if _, err := c.gammas("digamma", a[1]); err == ErrUndefined {
			return Value{}, err
		}
		return Value{}, ErrUnknown
	case "erf":
		if x.rational() && x.q.Sign() == 0 {
			return x, nil
		}
		return c.floats(math.Erf, x, 0)
	case "erfi":
		if x.rational() && x.q.Sign() == 0 {
			return x, nil
		}
	}
	return Value{}, ErrUnknown
}

func (c calc) abs(x Value) (Value, error) {
	s, err := c.sign(x)
	if err != nil && !x.exact() { // around 0
		return Value{mid: new(big.Float).SetPrec(c.prec).Abs(x.mid), rad: x.rad}, nil
	}
	if s < 0 {
		return c.neg(x), err
	}
	return x, err
}

// greatest is the maximum, or with sign -1 the minimum. Of two balls that
// overlap it is one that has both.
func (c calc) greatest(a []Value, sign int) (Value, error) {
	z := a[0]
	for _, x := range a[1:] {
		s, err := c.compare(x, z)
		switch {
		case err != nil:
			u, v := c.ball(x), c.ball(z)
			d := new(big.Float).Sub(u.mid, v.mid)
			z = Value{mid: u.mid, rad: (u.rad + v.rad + magnitude(d)) * 1.00001}
		case s*sign > 0:
			z = x
		}
	}
	return z, nil
}

func (c calc) logBase(x, b Value) (Value, error) {
	one, err := c.compare(b, integer(1))
	u, err1 := c.log(x)
	v, err2 := c.log(b)
	switch {
	case err1 == ErrUndefined || err2 == ErrUndefined || err == nil && one == 0:
		return Value{}, ErrUndefined
	case err != nil:
		return Value{}, err
	case err1 != nil:
		return u, err1
	case err2 != nil:
		return v, err2
	}
	if x.rational() && b.rational() && b.q.IsInt() {
		for k := int64(-8); k <= 8; k++ {
			if z, err := c.intPower(b, big.NewInt(k)); err == nil && z.rational() && z.q.Cmp(x.q) == 0 {
				return integer(k), nil
			}
		}
	}
	return c.div(u, v)
}

// maxFactorial bounds the factorials that are multiplied out.
const maxFactorial = 40

// nearPole is how near to a pole the functions with poles are not computed.
const nearPole = 0x1p-20

// gammas applies functions with poles at 0, -1, -2, ... in floats.
func (c calc) gammas(name string, x Value) (Value, error) {
	n, whole, err := c.nearest(x)
	switch {
	case err != nil && c.ball(x).mid.Sign() > 0 && magnitude(c.ball(x).mid) > 0.5:
		whole = false
	case err != nil:
		return Value{}, err
	case whole && n.Sign() <= 0:
		return Value{}, ErrUndefined
	}
	if whole && name == "gamma" && n.IsInt64() && n.Int64() <= maxFactorial {
		z := new(big.Int).MulRange(1, n.Int64()-1)
		return Rational(new(big.Rat).SetInt(z)), nil
	}
	if whole && name == "lgamma" && n.IsInt64() && n.Int64() <= 2 {
		return integer(0), nil
	}
	if u := x.Float(); u < 0.5 && math.Abs(u-math.Round(u)) < nearPole {
		return Value{}, ErrUnknown // a float64 is no argument there
	}
	switch name {
	case "gamma":
		return c.floats(math.Gamma, x, 0)
	case "lgamma":
		return c.floats(func(u float64) float64 { z, _ := math.Lgamma(u); return z }, x, 1)
	}
	return c.floats(mathext.Digamma, x, 1000) // gonum promises ten digits
}

// floats applies a function in float64: the error is that of a good library,
// and of what the rounded argument makes of it.
func (c calc) floats(f func(float64) float64, x Value, absolute float64) (Value, error) {
	u := x.Float()
	rad := 0x1p-51 * math.Abs(u)
	if !x.exact() {
		rad += x.rad
	}
	if math.Abs(u) > 170 || rad > 0.001 {
		return Value{}, ErrUnknown
	}
	z := f(u)
	h := max(rad*2, 0x1p-30)
	slope := max(math.Abs(f(u+h)-z), math.Abs(f(u-h)-z)) / h
	if math.IsNaN(z) || math.IsInf(z, 0) || math.IsNaN(slope) {
		return Value{}, ErrUnknown
	}
	mid := c.float().SetFloat64(z)
	return c.round(mid, 1e-12*(math.Abs(z)+absolute)+2*slope*rad+0x1p-900)
}

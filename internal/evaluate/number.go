package evaluate

import (
	"fmt"
	"math"
	"math/cmplx"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
)

// Floats computes in float64 by the kernels of the function table.
type Floats struct{}

func (Floats) Number(x rational.Rat) float64 { return x.Float64() }
func (Floats) Pi() float64                   { return math.Pi }
func (Floats) Real(x float64) float64        { return x }
func (Floats) Add(x, y float64) float64      { return x + y }
func (Floats) Mul(x, y float64) float64      { return x * y }

func (Floats) Power(x, y float64) (float64, error) { return math.Pow(x, y), nil }

func (Floats) Call(row *function.Row, args []float64) (float64, bool, error) {
	return row.Float(args), true, nil
}

// Complexes computes in complex128. At x + ih with h far below rounding errors
// the imaginary part of f is h·f'(x), for f that is analytic at x. Functions
// of which math/cmplx loses small imaginary parts are unsupported.
type Complexes struct{}

func (Complexes) Number(x rational.Rat) complex128 { return complex(x.Float64(), 0) }
func (Complexes) Pi() complex128                   { return math.Pi }
func (Complexes) Real(x complex128) float64        { return real(x) }
func (Complexes) Add(x, y complex128) complex128   { return x + y }
func (Complexes) Mul(x, y complex128) complex128   { return x * y }

func (Complexes) Power(x, y complex128) (complex128, error) {
	if n := real(y); imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 1024 {
		z, b := complex(1, 0), x
		for k := int(math.Abs(n)); k > 0; k >>= 1 {
			if k&1 == 1 {
				z *= b
			}
			b *= b
		}
		if n < 0 {
			z = 1 / z
		}
		return z, nil
	}
	if real(x) <= 0 {
		return 0, fmt.Errorf("%w: a power at base %v", ErrUnsupported, x)
	}
	return cmplx.Exp(y * logComplex(x)), nil
}

func (Complexes) Call(row *function.Row, args []complex128) (complex128, bool, error) {
	x := args[0]
	if len(args) > 1 {
		return 0, false, nil
	}
	switch row.Name {
	case "exp":
		return cmplx.Exp(x), true, nil
	case "log":
		return logComplex(x), true, nil
	case "sin":
		return cmplx.Sin(x), true, nil
	case "cos":
		return cmplx.Cos(x), true, nil
	case "sinh":
		return cmplx.Sinh(x), true, nil
	case "cosh":
		return cmplx.Cosh(x), true, nil
	case "tanh":
		return cmplx.Sinh(x) / cmplx.Cosh(x), true, nil
	case "floor":
		return complex(math.Floor(real(x)), 0), true, nil
	}
	return 0, false, nil
}

// logComplex keeps a small imaginary part of x near the positive axis.
func logComplex(x complex128) complex128 {
	return complex(math.Log(cmplx.Abs(x)), math.Atan2(imag(x), real(x)))
}

// Hyperduals computes in the hyperdual numbers of gonum: at
// x + ε₁ + ε₂ the parts are f, f', f' and f”; with ε₁ in one variable and ε₂
// in another the last one is the mixed derivative.
type Hyperduals struct{}

func (Hyperduals) Number(x rational.Rat) hyperdual.Number { return constant(x.Float64()) }
func (Hyperduals) Pi() hyperdual.Number                   { return constant(math.Pi) }
func (Hyperduals) Real(x hyperdual.Number) float64        { return x.Real }
func (Hyperduals) Add(x, y hyperdual.Number) hyperdual.Number {
	return hyperdual.Add(x, y)
}
func (Hyperduals) Mul(x, y hyperdual.Number) hyperdual.Number { return hyperdual.Mul(x, y) }

func constant(x float64) hyperdual.Number { return hyperdual.Number{Real: x} }

// chain is f(x) from f, f' and f” at the real part.
func chain(x hyperdual.Number, f, f1, f2 float64) hyperdual.Number {
	return hyperdual.Number{
		Real:    f,
		E1mag:   times(f1, x.E1mag),
		E2mag:   times(f1, x.E2mag),
		E1E2mag: times(f1, x.E1E2mag) + times(f2, x.E1mag*x.E2mag),
	}
}

// times is 0 where the tangent is: an infinite derivative in a direction that
// is not taken does no harm.
func times(derivative, tangent float64) float64 {
	if tangent == 0 {
		return 0
	}
	return derivative * tangent
}

// Power takes constant exponents apart, since the general formula needs a
// logarithm, and hyperdual.PowReal is wrong at 0. Derivatives come from the
// value, x^n·n/x, since x^(n-1) may be beyond the range of floats before the
// derivative is.
func (Hyperduals) Power(x, y hyperdual.Number) (hyperdual.Number, error) {
	n := y.Real
	switch {
	case y == constant(n) && x.Real == 0:
		return chain(x, math.Pow(0, n), zeroPower(n, n-1), zeroPower(n*(n-1), n-2)), nil
	case y == constant(n):
		z, e1, e2 := math.Pow(x.Real, n), x.E1mag/x.Real, x.E2mag/x.Real
		return hyperdual.Number{Real: z, E1mag: z * n * e1, E2mag: z * n * e2, E1E2mag: z * n * (x.E1E2mag/x.Real + (n-1)*e1*e2)}, nil
	case x.Real <= 0:
		return x, fmt.Errorf("%w: a varying exponent at base %v", ErrUnsupported, x.Real)
	}
	return hyperdual.Exp(hyperdual.Mul(y, hyperdual.Log(x))), nil
}

// zeroPower is c·0^n, and 0 where c is.
func zeroPower(c, n float64) float64 {
	if c == 0 {
		return 0
	}
	return c * math.Pow(0, n)
}

func (Hyperduals) Call(row *function.Row, args []hyperdual.Number) (hyperdual.Number, bool, error) {
	x := args[0]
	if f, ok := hyperdualFunctions[row.Name]; ok && len(args) == 1 {
		return f(x), true, nil
	}
	u := x.Real
	kernel := func(v float64) float64 { return row.Float([]float64{v}) }
	switch row.Name {
	case "erf", "erfc":
		f1 := 2 / math.SqrtPi * math.Exp(-u*u)
		if row.Name == "erfc" {
			f1 = -f1
		}
		return chain(x, kernel(u), f1, -2*u*f1), true, nil
	case "erfi":
		f1 := 2 / math.SqrtPi * math.Exp(u*u)
		return chain(x, kernel(u), f1, 2*u*f1), true, nil
	case "floor":
		return constant(math.Floor(u)), true, nil
	case "sigmoid": // by the definition 1-sigmoid(u) would lose its digits
		return logistic(x), true, nil
	case "logsigmoid", "softplus":
		f, g := logistic(constant(u)).Real, logistic(constant(-u)).Real
		if row.Name == "logsigmoid" {
			return chain(x, kernel(u), g, -f*g), true, nil
		}
		if args[1] == constant(1) {
			return chain(x, row.Float([]float64{u, 1}), f, f*g), true, nil
		}
	case "gelu": // by 1+erf(u) it would be 0 far below 0
		cdf, density := math.Erfc(-u/math.Sqrt2)/2, math.Exp(-u*u/2)/math.Sqrt(2*math.Pi)
		return chain(x, u*cdf, cdf+u*density, (2-u*u)*density), true, nil
	case "gelu_tanh": // 1+tanh(w) is 2*sigmoid(2*w)
		const a, b = 2 * math.Sqrt2 / math.SqrtPi, 0.044715
		s := chain(x, a*(u+b*u*u*u), a*(1+3*b*u*u), a*6*b*u)
		return hyperdual.Mul(x, logistic(s)), true, nil
	case "expm1":
		return chain(x, kernel(u), math.Exp(u), math.Exp(u)), true, nil
	case "log1p":
		return chain(x, kernel(u), 1/(1+u), -1/((1+u)*(1+u))), true, nil
	case "gamma", "lgamma", "digamma":
		psi := func(n int) float64 { return polygamma(n, u) }
		switch f := kernel(u); row.Name {
		case "gamma":
			return chain(x, f, f*psi(0), f*(psi(0)*psi(0)+psi(1))), true, nil
		case "lgamma":
			return chain(x, f, psi(0), psi(1)), true, nil
		default:
			return chain(x, f, psi(1), psi(2)), true, nil
		}
	case "polygamma":
		if n := int(u); x == constant(u) {
			y := args[1]
			return chain(y, polygamma(n, y.Real), polygamma(n+1, y.Real), polygamma(n+2, y.Real)), true, nil
		}
		return x, true, fmt.Errorf("%w: polygamma by its order", ErrUnsupported)
	}
	return x, false, nil
}

// logistic is 1/(1+exp(-x)).
func logistic(x hyperdual.Number) hyperdual.Number {
	e := math.Exp(-math.Abs(x.Real)) // which does not overflow before the result is 0
	f, g := e/(1+e), 1/(1+e)
	if x.Real > 0 {
		f, g = g, f
	}
	return chain(x, f, f*g, f*g*(g-f))
}

// polygamma is the kernel of the table: gonum has only the first two.
func polygamma(n int, u float64) float64 {
	name, args := "polygamma", []float64{float64(n), u}
	if n == 0 {
		name, args = "digamma", args[1:]
	}
	row, err := function.Default().Lookup(name, len(args))
	if err != nil {
		panic(err)
	}
	return row.Float(args)
}

// odd mends functions of gonum with f(0) = f”(0) = 0 and f'(0) = 1: at 0 they
// forget the part of ε₁ε₂.
func odd(f func(hyperdual.Number) hyperdual.Number) func(hyperdual.Number) hyperdual.Number {
	return func(x hyperdual.Number) hyperdual.Number {
		if x.Real == 0 {
			return x
		}
		return f(x)
	}
}

var hyperdualFunctions = map[string]func(hyperdual.Number) hyperdual.Number{
	"exp": hyperdual.Exp, "log": hyperdual.Log, "cos": hyperdual.Cos, "cosh": hyperdual.Cosh, "acosh": hyperdual.Acosh,
	"sin": odd(hyperdual.Sin), "tan": odd(hyperdual.Tan), "asin": odd(hyperdual.Asin), "atan": odd(hyperdual.Atan),
	"sinh": odd(hyperdual.Sinh), "tanh": odd(hyperdual.Tanh), "asinh": odd(hyperdual.Asinh), "atanh": odd(hyperdual.Atanh),
}

package interval

// A FloatKernel encloses a function in float64, as a Kernel does for any
// precision. Kernels are safe for concurrent use and keep no argument.
type FloatKernel func(args []Float) Float

// LookupFloat returns the kernel of the function with that name and that
// number of arguments, and false if there is none: it knows those that Lookup
// knows.
func LookupFloat(name string, args int) (FloatKernel, bool) {
	switch args {
	case 1:
		f, ok := unaryFloat[name]
		if !ok {
			return nil, false
		}
		return func(a []Float) Float { return f(a[0]) }, true
	case 2:
		f, ok := binaryFloat[name]
		if !ok {
			return nil, false
		}
		return func(a []Float) Float { return f(a[0], a[1]) }, true
	}
	return nil, false
}

var (
	unaryFloat = map[string]func(Float) Float{
		"exp": Float.Exp, "expm1": Float.Expm1, "log": Float.Log, "log1p": Float.Log1p, "log2": Float.Log2, "log10": Float.Log10,
		"sqrt": Float.Sqrt, "cbrt": Float.Cbrt,
		"sin": Float.Sin, "cos": Float.Cos, "tan": Float.Tan, "sec": Float.Sec, "csc": Float.Csc, "cot": Float.Cot,
		"asin": Float.Asin, "acos": Float.Acos, "atan": Float.Atan, "acot": Float.Acot, "asec": Float.Asec, "acsc": Float.Acsc,
		"sinh": Float.Sinh, "cosh": Float.Cosh, "tanh": Float.Tanh, "sech": Float.Sech, "csch": Float.Csch, "coth": Float.Coth,
		"asinh": Float.Asinh, "acosh": Float.Acosh, "atanh": Float.Atanh, "acoth": Float.Acoth, "asech": Float.Asech, "acsch": Float.Acsch,
		"erf": Float.Erf, "erfc": Float.Erfc, "erfi": Float.Erfi,
		"gamma": Float.Gamma, "lgamma": Float.LogGamma, "digamma": Float.Digamma, "factorial": Float.Factorial,
		"sigmoid": Float.Sigmoid, "softplus": Float.Softplus, "logsigmoid": Float.LogSigmoid,
		"relu": Float.Relu, "relu6": Float.Relu6,
		"abs": Float.Abs, "sign": Float.signum, "step": Float.step, "floor": Float.Floor, "ceil": Float.Ceil,
	}
	binaryFloat = map[string]func(Float, Float) Float{
		"pow": Float.Pow, "log": Float.LogBase, "hypot": Float.Hypot, "atan2": Float.Atan2,
		"polygamma": Float.Polygamma, "binomial": Float.Binomial, "softplus": Float.SoftplusBeta,
		"max": Float.Max, "min": Float.Min, "delta": Float.Delta,
	}
)

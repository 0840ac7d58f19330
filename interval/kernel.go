package interval

// A Kernel encloses a function: it maps enclosures of the arguments to an
// enclosure of all values, rounded outward to prec bits, with the decoration
// of the function on these arguments and of the arguments themselves. Kernels
// are safe for concurrent use.
type Kernel func(prec uint, args []Interval) Interval

// Lookup returns the kernel of the function with that name and that number of
// arguments, and false if there is none.
func Lookup(name string, args int) (Kernel, bool) {
	switch args {
	case 1:
		f, ok := unary[name]
		if !ok {
			return nil, false
		}
		return func(prec uint, a []Interval) Interval { return f(prec, a[0]) }, true
	case 2:
		f, ok := binary[name]
		if !ok {
			return nil, false
		}
		return func(prec uint, a []Interval) Interval { return f(prec, a[0], a[1]) }, true
	}
	return nil, false
}

// The names are those of the function table.
var (
	unary = map[string]func(uint, Interval) Interval{
		"exp": Exp, "expm1": Expm1, "log": Log, "log1p": Log1p, "log2": Log2, "log10": Log10,
		"sqrt": Sqrt, "cbrt": Cbrt,
		"sin": Sin, "cos": Cos, "tan": Tan, "sec": Sec, "csc": Csc, "cot": Cot,
		"asin": Asin, "acos": Acos, "atan": Atan, "acot": Acot, "asec": Asec, "acsc": Acsc,
		"sinh": Sinh, "cosh": Cosh, "tanh": Tanh, "sech": Sech, "csch": Csch, "coth": Coth,
		"asinh": Asinh, "acosh": Acosh, "atanh": Atanh, "acoth": Acoth, "asech": Asech, "acsch": Acsch,
		"erf": Erf, "erfc": Erfc, "erfi": Erfi,
		"gamma": Gamma, "lgamma": LogGamma, "digamma": Digamma, "factorial": Factorial,
		"sigmoid": Sigmoid, "softplus": Softplus, "logsigmoid": LogSigmoid,
		"relu": Relu, "relu6": Relu6,
		"abs": rounded(Abs), "sign": rounded(Sign), "step": rounded(Step), "floor": Floor, "ceil": Ceil,
	}
	binary = map[string]func(uint, Interval, Interval) Interval{
		"pow": Pow, "log": LogBase, "hypot": Hypot, "atan2": Atan2,
		"polygamma": Polygamma, "binomial": Binomial, "softplus": SoftplusBeta,
		"max":   func(prec uint, x, y Interval) Interval { return Max(x, y).Round(prec) },
		"min":   func(prec uint, x, y Interval) Interval { return Min(x, y).Round(prec) },
		"delta": func(_ uint, x, y Interval) Interval { return Delta(x, y) },
	}
)

func rounded(f func(Interval) Interval) func(uint, Interval) Interval {
	return func(prec uint, x Interval) Interval { return f(x).Round(prec) }
}

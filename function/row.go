package function

import "github.com/symgrad/symgrad/rational"

// A Row is everything symgrad knows about one function. Texts are infix
// formulas in the parameters' names (u, v, ...), the value (y) and the
// constant pi; they are parsed when first used, never at start-up.
type Row struct {
	Name    string   // the name that is printed
	Aliases []string // further names that are read
	Family  string   // "exponential", "trigonometric", "activation", ...
	Known   Known    // to the readers of results
	Params  []Param  // in order; trailing ones may have defaults

	// Variadic functions (max, min) take one argument or more. They are
	// associative, commutative and idempotent; the columns speak of two
	// arguments u and v, of which v stands for all the others.
	Variadic bool
	// Symmetric functions keep their value when the arguments change places.
	Symmetric bool

	// Expand, if not empty, is what a call is rewritten to when it is read:
	// the row is another spelling, and no expression contains it.
	Expand string

	Domain string   // where the value exists: relations joined by and/or; "" is everywhere
	Deriv  []string // partial derivative by each parameter; "" where none is known in terms of the table
	// DerivValue is the derivative by the first parameter in terms of the
	// value y (and the other parameters), "" if there is none: sigmoid has
	// y*(1-y). Power series recurrences follow from it.
	DerivValue string
	// Smooth says where in the interior of the domain Deriv holds; "" is all
	// of it. Elsewhere Deriv is the convention of the machine-learning
	// libraries, and 0 for max and min.
	Smooth string
	// Continuous says where in its domain the function is continuous, for the
	// few that jump; "" is all of it.
	Continuous string
	Range      string // enclosure of the value y: "0 < y, y < 1"; "" is all reals
	Parity     Parity // in the first parameter, the others fixed
	// Sign is an expression that is simpler and has the same sign, and is 0 where
	// the function is 0, on the whole domain: "u-1" for log.
	Sign string
	// Monotone is for functions of one argument that are strictly monotone on
	// their whole domain, which is an interval.
	Monotone Monotony
	Values   []Value // exact special values
	// AtInfinity has the limits at -infinity and at infinity, where the
	// function has some and Definition does not show them: "-pi/2", "pi/2".
	AtInfinity []string
	// Shift is the function by its value at another argument, for the poles
	// of one without Definition: "gamma(u+1)/u".
	Shift string
	// Definition is the function in more elementary terms of this table,
	// equal to it on the whole domain; "" for the primitives.
	Definition string

	// Exact is the value at exact arguments where it is rational and quickly
	// computed, so that constructors fold abs(-3) and floor(7/2); nil if none.
	Exact func(args []rational.Rat) (rational.Rat, bool)

	Float func(args []float64) float64 // float64 kernel, all parameters given; NaN outside the domain
	// Block computes a column of values from columns of arguments, all of the
	// length of z, with the bits of Float; nil if there is no faster way than
	// one value after the other.
	Block func(z []float64, args [][]float64)

	// Slope has the derivatives by each parameter in float64, with which
	// package numeric differentiates programs. They are written by hand and not
	// made from Deriv, so that the two columns check each other. Own rows may
	// leave it out; their programs have values and no derivatives then.
	Slope []Partial
	// SlopeBlock is Block for the derivative of a function of one argument u
	// with the value y.
	SlopeBlock func(z, u, y []float64)
	// Curve has the second derivatives, of u, v, w in the order uu, uv, uw, vv,
	// vw, ww; a jump of the first one at a kink does not count.
	Curve []Partial

	// LaTeX is an operator such as \sin or \operatorname{relu}, or a
	// template with #1, #2 for the arguments, such as \sqrt{#1}.
	LaTeX  string
	Source string // DLMF equation, PyTorch class, or "definition"
}

// A Param is one parameter of a function.
type Param struct {
	Name    string // u, v, ...; names in the row's texts
	Default string // value where the argument is left out; "" if it must be given
}

// A Value is an exact special value: the function at Args is Result.
type Value struct {
	Args   string // comma-separated constants
	Result string
}

// Known says how well readers know a function: a result is written with those
// that everybody knows rather than with others.
type Known uint8

// Results have a Usual function only where the input has it. They may have a
// Common one, at no extra cost beside others of its family, and an Everyday one
// wherever it makes them shorter. What is Rare, such as sec, is written by others
// just as well, and goes where it can.
const (
	Usual Known = iota
	Common
	Everyday
	Rare
)

// Monotony of a function of one argument.
type Monotony uint8

// Increasing means f(u) < f(v) for all u < v in the domain, Decreasing
// f(u) > f(v), and NotMonotone that neither is said.
const (
	NotMonotone Monotony = iota
	Increasing
	Decreasing
)

// Parity of a function in its first parameter.
type Parity uint8

// Even means f(-u) = f(u), Odd means f(-u) = -f(u), NoParity neither.
const (
	NoParity Parity = iota
	Even
	Odd
)

package evaluate

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// A rounding computes in float64 and changes the last bits of every result at
// random, integers excepted, which may be exponents: the spread of a value
// over several runs is its rounding error (stochastic arithmetic, Vignes).
type rounding struct {
	Floats
	rng *rand.Rand
}

func (r rounding) jitter(x float64) float64 {
	if x == math.Floor(x) {
		return x
	}
	return x * (1 + float64(r.rng.IntN(5)-2)*0x1p-52)
}

// Add, Mul, Power and Call are those of Floats with a random rounding error.
func (r rounding) Add(x, y float64) float64 { return r.jitter(x + y) }
func (r rounding) Mul(x, y float64) float64 { return r.jitter(x * y) }

func (r rounding) Power(x, y float64) (float64, error) { return r.jitter(math.Pow(x, y)), nil }

func (r rounding) Call(row *function.Row, args []float64) (float64, bool, error) {
	return r.jitter(row.Float(args)), true, nil
}

// Noise is the rounding error of an expression at a point. It is infinite
// where the value disappears.
func Noise(e symbolic.Expr, at map[string]float64) float64 {
	r := New(rounding{rng: rand.New(rand.NewPCG(1, 2))})
	return Spread(at, func(q map[string]float64) (float64, error) {
		return r.Value(e, Point[float64]{Values: q})
	})
}

// Spread is how much a value changes when the coordinates change in their last
// bits.
func Spread(at map[string]float64, f func(at map[string]float64) (float64, error)) float64 {
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, k := range []float64{-3, -1, 0, 1, 2, 5} {
		q := make(map[string]float64, len(at))
		for name, v := range at {
			q[name] = v * (1 + k*0x1p-52)
		}
		y, err := f(q)
		if err != nil {
			return math.Inf(1)
		}
		lowest, highest = min(lowest, y), max(highest, y)
	}
	return highest - lowest
}

// Tangents evaluates an expression with ε₁ in one variable and ε₂ in another:
// the parts are its derivatives by the two.
func Tangents(v *Evaluator[hyperdual.Number], e symbolic.Expr, at map[string]float64, first, second string) (hyperdual.Number, error) {
	values := make(map[string]hyperdual.Number, len(at))
	for k, x := range at {
		z := hyperdual.Number{Real: x}
		if k == first {
			z.E1mag = 1
		}
		if k == second {
			z.E2mag = 1
		}
		values[k] = z
	}
	return v.Value(e, Point[hyperdual.Number]{Values: values})
}

package gradcheck

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/rational"
)

// derivative computes the derivative by the i-th variable of the gradient, with a
// bound on the error. It is false where the method gives none.
func (c *checker) derivative(m Method, i int, x []float64) (got, err float64, ok bool) {
	switch m {
	case Reverse:
		_ = c.reverse.Eval(c.r, x)
		got = c.r[1+i]
		if !finite(got) {
			return got, 0, false
		}
		return got, c.noise(got), true
	case Hyperdual:
		z, err := c.hyper.Value(c.p.Value, c.hyperdual(i, x))
		if errors.Is(err, evaluate.ErrUnsupported) {
			c.report.Missing[Hyperdual] = err.Error()
		}
		return z.E1mag, c.noise(z.E1mag), err == nil && finite(z.E1mag)
	}
	return c.difference(c.p.Wrt[i], x)
}

// samples is how often a derivative is computed with random rounding errors: so often
// that hardly ever all of them cancel.
const samples = 8

// sample computes the value and the derivative at the point with random rounding errors
// of every operation (stochastic arithmetic, Vignes). Where they decide whether there is a
// value, as in acos(tanh(30)), nothing is known about it.
func (c *checker) sample(i int, x []float64) {
	c.shaken = c.shaken[:0]
	for range samples {
		z, err := c.rough.Value(c.p.Value, c.hyperdual(i, x))
		switch {
		case errors.Is(err, evaluate.ErrUnsupported):
			return
		case err != nil || !finite(z.E1mag):
			z = hyperdual.Number{Real: math.Inf(1), E1mag: math.Inf(1)}
		}
		c.shaken = append(c.shaken, z)
	}
}

// noise is how far the samples are from a derivative, and the rounding of the value
// where there are none. Below the normal numbers all methods lose digits.
func (c *checker) noise(got float64) (err float64) {
	for _, z := range c.shaken {
		err = max(err, math.Abs(z.E1mag-got))
	}
	return max(err, 0x1p-52*math.Abs(c.v), smallest)
}

// jitter is how far the samples are from a value of the size of v.
func (c *checker) jitter(v float64) (err float64) {
	for _, z := range c.shaken {
		err = max(err, math.Abs(z.Real-c.v))
	}
	return max(err, 0x1p-52*math.Abs(v), smallest)
}

// smallest is the smallest normal number.
const smallest = 0x1p-1022

// hyperdual is a point with a small part in the i-th variable of the gradient.
func (c *checker) hyperdual(i int, x []float64) evaluate.Point[hyperdual.Number] {
	values := make(map[string]hyperdual.Number, len(x))
	for j, name := range c.report.Names {
		z := hyperdual.Number{Real: x[j]}
		if j == c.p.Wrt[i] {
			z.E1mag = 1
		}
		values[name] = z
	}
	return evaluate.Point[hyperdual.Number]{Values: values}
}

// A rounding computes in hyperdual numbers and changes the last bits of every
// result at random. Integers may be exponents and are left alone, but for those to
// which a smooth function was rounded, such as tanh(30), and those that are too large
// for that.
type rounding struct {
	evaluate.Hyperduals
	rng *rand.Rand
}

// maxExponent is the size up to which integers are left alone.
const maxExponent = 1 << 31

// ulps is the rounding error of one operation, never 0.
func (r rounding) ulps() float64 { return [...]float64{-2, -1, 1, 2}[r.rng.IntN(4)] * 0x1p-52 }

func (r rounding) shake(z hyperdual.Number) hyperdual.Number {
	if !isInt(z.Real) || math.Abs(z.Real) > maxExponent {
		z.Real = r.shaken(z.Real)
	}
	z.E1mag = r.shaken(z.E1mag)
	return z
}

// shaken is a number with a rounding error, which below the normal ones is absolute.
func (r rounding) shaken(x float64) float64 {
	if x != 0 && math.Abs(x) < smallest {
		return x + r.ulps()*0x1p52*math.SmallestNonzeroFloat64
	}
	return x * (1 + r.ulps())
}

// Number is a number, which may have been rounded.
func (r rounding) Number(x rational.Rat) hyperdual.Number {
	z := r.Hyperduals.Number(x)
	if x.IsInt() {
		return z
	}
	return r.shake(z)
}

// Pi is about π.
func (r rounding) Pi() hyperdual.Number { return r.shake(r.Hyperduals.Pi()) }

// Add returns x + y, about. A sum of other numbers that is an integer was rounded to it, as
// 1+1e-20 is.
func (r rounding) Add(x, y hyperdual.Number) hyperdual.Number {
	z := r.Hyperduals.Add(x, y)
	if !isInt(x.Real) || !isInt(y.Real) {
		z.Real = r.shaken(z.Real)
	}
	return r.shake(z)
}

// Mul returns x·y, about.
func (r rounding) Mul(x, y hyperdual.Number) hyperdual.Number {
	z := r.Hyperduals.Mul(x, y)
	if z.Real == 0 && x.Real != 0 && y.Real != 0 {
		z.Real = math.SmallestNonzeroFloat64
	}
	return r.shake(z)
}

// Power returns x^y, about.
func (r rounding) Power(x, y hyperdual.Number) (hyperdual.Number, error) {
	z, err := r.Hyperduals.Power(x, y)
	if z.Real == 0 && x.Real != 0 {
		z.Real = math.SmallestNonzeroFloat64
	}
	return r.shake(z), err
}

// Call applies a function, about. Its derivative may come from its value, as that
// of tanh does, and has its rounding error then.
func (r rounding) Call(row *function.Row, args []hyperdual.Number) (hyperdual.Number, bool, error) {
	z, ok, err := r.Hyperduals.Call(row, args)
	for _, a := range args {
		z.E1mag += r.ulps() * z.Real * a.E1mag
		if math.Abs(z.E1mag) < smallest*math.Abs(a.E1mag) { // of a derivative below the normal numbers
			z.E1mag += r.ulps() * 0x1p52 * math.SmallestNonzeroFloat64 * a.E1mag
		}
	}
	if !exactAt(row, args[0].Real) {
		z.Real = r.shaken(z.Real)
	}
	return r.shake(z), ok, err
}

// exactAt tells whether a function may be an integer at u, and not only after rounding.
func exactAt(row *function.Row, u float64) bool {
	switch row.Family {
	case "piecewise", "rectifier":
		return true
	case "power", "gamma":
		return isInt(u)
	}
	switch row.Name {
	case "log", "log2", "log10":
		return isInt(u)
	}
	return isInt(u) && math.Abs(u) <= 1
}

func isInt(x float64) bool { return x == math.Floor(x) }

// A step is a difference with its error.
type step struct {
	h, z, err float64
	rounding  float64 // of the difference of values
}

// difference is a central difference by variable k. The steps are in proportion to x[k]
// and to 1; the error of one is what the step half as long shows, and rounding. The one
// with the smallest error is taken that all shorter ones confirm: sin(1e10*x) turns many
// times in a step. It is false where there is none, or where rounding leaves hardly a
// digit of the values.
func (c *checker) difference(k int, x []float64) (got, err float64, ok bool) {
	y := append([]float64(nil), x...)
	at := func(u float64) float64 {
		y[k] = u
		_ = c.value.Eval(c.z, y)
		return c.z[0]
	}
	var steps []step
	for _, scale := range []float64{1, math.Abs(x[k])} {
		for bits := 9; bits <= 45; bits += 3 {
			h := math.Ldexp(scale, -bits)
			if h == 0 || !c.smooth(x, k, h) {
				continue
			}
			wide, z, v := central(at, x[k], h), central(at, x[k], h/2), at(x[k]+h)
			size := c.jitter(v)
			if !finite(z) || size > smallest && size > 0x1p-10*max(math.Abs(v), math.Abs(c.v)) {
				continue
			}
			steps = append(steps, step{h, z, math.Abs(wide-z) + (size+0x1p-52*math.Abs(x[k]*z))/h, size})
		}
	}
	slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.err, b.err) })
	for _, s := range steps {
		if confirmed(s, steps, math.Abs(x[k])) {
			return s.z, s.err, true
		}
	}
	return 0, 0, false
}

// confirmed tells whether there are shorter steps, and all agree with one.
func confirmed(s step, steps []step, x float64) bool {
	shorter := 0
	for _, t := range steps {
		if t.h >= s.h {
			continue
		}
		shorter++
		if math.Abs(t.z-s.z) > 10*(s.err+(t.rounding+0x1p-52*x*math.Abs(s.z))/t.h) {
			return false
		}
	}
	return shorter > 0
}

func central(f func(float64) float64, x, h float64) float64 {
	return fd.Derivative(f, x, &fd.Settings{Formula: fd.Central, Step: h})
}

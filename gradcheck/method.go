package gradcheck

import (
	"errors"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/diff/fd"
	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
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
		return got, c.noise(i, x, got), true
	case Hyperdual:
		z, err := c.hyper.Value(c.p.Value, c.hyperdual(i, x))
		if errors.Is(err, evaluate.ErrUnsupported) {
			c.report.Missing[Hyperdual] = err.Error()
		}
		return z.E1mag, c.noise(i, x, z.E1mag), err == nil && finite(z.E1mag)
	}
	return c.difference(c.p.Wrt[i], x)
}

// noise is how far hyperdual numbers of which every operation has a random rounding
// error are from a derivative (stochastic arithmetic, Vignes), and the rounding of
// the value where they do not apply.
func (c *checker) noise(i int, x []float64, got float64) (err float64) {
	for range 3 {
		if z, e := c.rough.Value(c.p.Value, c.hyperdual(i, x)); e == nil && finite(z.E1mag) {
			err = max(err, math.Abs(z.E1mag-got))
		}
	}
	return max(err, 0x1p-52*math.Abs(c.v))
}

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
// which a smooth function was rounded, such as tanh(30).
type rounding struct {
	evaluate.Hyperduals
	rng *rand.Rand
}

func (r rounding) ulps() float64 { return float64(r.rng.IntN(5)-2) * 0x1p-52 }

func (r rounding) shake(z hyperdual.Number) hyperdual.Number {
	if z.Real != math.Floor(z.Real) {
		z.Real *= 1 + r.ulps()
	}
	z.E1mag *= 1 + r.ulps()
	return z
}

// Add returns x + y, about.
func (r rounding) Add(x, y hyperdual.Number) hyperdual.Number { return r.shake(r.Hyperduals.Add(x, y)) }

// Mul returns x·y, about.
func (r rounding) Mul(x, y hyperdual.Number) hyperdual.Number { return r.shake(r.Hyperduals.Mul(x, y)) }

// Power returns x^y, about.
func (r rounding) Power(x, y hyperdual.Number) (hyperdual.Number, error) {
	z, err := r.Hyperduals.Power(x, y)
	return r.shake(z), err
}

// Call applies a function, about. Its derivative may come from its value, as that
// of tanh does, and has its rounding error then.
func (r rounding) Call(row *function.Row, args []hyperdual.Number) (hyperdual.Number, bool, error) {
	z, ok, err := r.Hyperduals.Call(row, args)
	for _, a := range args {
		z.E1mag += r.ulps() * z.Real * a.E1mag
	}
	if row.Family != "piecewise" && row.Family != "rectifier" && args[0].Real != math.Floor(args[0].Real) {
		z.Real *= 1 + r.ulps()
	}
	return r.shake(z), ok, err
}

// difference is a central difference by variable k. The step is in proportion to
// x[k] or to 1; of several the one with the smallest error is taken, which the
// step half as long shows, and rounding errors.
func (c *checker) difference(k int, x []float64) (got, err float64, ok bool) {
	y := append([]float64(nil), x...)
	at := func(u float64) float64 {
		y[k] = u
		_ = c.value.Eval(c.z, y)
		return c.z[0]
	}
	err = math.Inf(1)
	for _, scale := range []float64{1, math.Abs(x[k])} {
		for bits := 9; bits <= 27; bits += 3 {
			h := math.Ldexp(scale, -bits)
			if h == 0 || !c.smooth(x, k, h) {
				continue
			}
			wide := central(at, x[k], h)
			z := central(at, x[k], h/2)
			rounding := 0x1p-52 * (math.Abs(at(x[k]+h)) + math.Abs(x[k]*z)) / h
			if e := math.Abs(wide-z) + rounding; finite(z) && e < err {
				got, err, ok = z, e, true
			}
		}
	}
	return got, err, ok
}

func central(f func(float64) float64, x, h float64) float64 {
	return fd.Derivative(f, x, &fd.Settings{Formula: fd.Central, Step: h})
}

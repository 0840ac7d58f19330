// Package gradcheck compares a gradient that was found by formula with three
// others that share no code with it: reverse mode on the compiled program,
// hyperdual numbers, and central differences of the values.
//
// Points are drawn at random, the same ones for the same seed. A point counts
// where the formula has a value and the gradient's condition holds on all of a
// small box around it, decided in intervals: so a kink or an edge of the domain
// next to a point leaves it out, and is counted. The gradient is evaluated in
// intervals, so its value is exact. Every other method comes with an estimate of its
// error, by random rounding errors or by the next step size: a difference within ten
// times that is none, and where it is no longer small nothing was compared.
package gradcheck

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A Method is an independent way to a derivative.
type Method int

// The methods.
const (
	Reverse Method = iota
	Hyperdual
	Difference
	methods
)

// String returns the name of a method.
func (m Method) String() string {
	return [...]string{"reverse mode", "hyperdual numbers", "differences"}[m]
}

// tolerance is the relative difference at which two derivatives disagree. Those
// of rounding errors are far below; differences have eight digits or more where
// they have any.
var tolerance = [methods]float64{1e-9, 1e-9, 1e-5}

// unclear is the relative error of a method from which on it says nothing.
const unclear = 1e-3

// A Problem is a formula with its gradient. All expressions are of one store, real
// or conditions, and have no derivatives in them.
type Problem struct {
	Library   *read.Library
	Value     symbolic.Expr
	Domain    symbolic.Expr // where it has a value
	Variables []symbolic.Expr
	Wrt       []int           // which of the variables the gradient is by
	Gradient  []symbolic.Expr // to be checked
	Smooth    symbolic.Expr   // where it holds
	Assumed   symbolic.Expr   // a condition on the points
	// Fixed are the values of variables that are not drawn.
	Fixed map[int]float64
	// Integer are the variables that are integers.
	Integer map[int]bool
}

// Options say at how many points to compare. The zero value has the defaults.
type Options struct {
	Points int // 100 by default
	Seed   uint64
}

// An Entry is what the comparison of one derivative by one method gave.
type Entry struct {
	Compared int
	Unclear  int     // the method's own error was too large
	Largest  float64 // relative difference
	At       []float64
	Want     float64 // the derivative by formula, there
	Got      float64
	Agrees   bool
}

// A Report is the result of a check.
type Report struct {
	Names   []string        // of the variables
	Wrt     []int           // of which there is a row each
	Entries [][]Entry       // by variable of the gradient and method
	Points  int             // compared
	Kinks   int             // left out: a kink, jump or edge of the domain is near
	Outside int             // left out: no value, or not assumed
	Missing [methods]string // why a method was not used, if it was not
}

// Agrees tells whether no comparison disagrees.
func (r *Report) Agrees() bool {
	for _, row := range r.Entries {
		for _, e := range row {
			if !e.Agrees {
				return false
			}
		}
	}
	return true
}

// Compared tells whether something was compared by every method that was used,
// for every derivative.
func (r *Report) Compared() bool {
	for _, row := range r.Entries {
		for m, e := range row {
			if e.Compared == 0 && r.Missing[m] == "" {
				return false
			}
		}
	}
	return true
}

// A checker has the programs of a problem.
type checker struct {
	p       Problem
	report  Report
	value   *numeric.Program // value, domain, assumptions
	formula *certify.Program // gradient
	reverse *numeric.Program // value and gradient; nil if there is none
	sure    *certify.Program // conditions, on boxes
	scratch certify.Scratch
	hyper   *evaluate.Evaluator[hyperdual.Number]
	rough   *evaluate.Evaluator[hyperdual.Number] // with random rounding errors
	z, r    []float64
	v       float64            // the value at the point
	shaken  []hyperdual.Number // value and derivative with random rounding errors
}

// Check compares the gradient of a problem at random points.
//
// Errors are those of numeric.Compile; a method that does not apply to the formula
// is noted in the report.
func Check(p Problem, o Options) (*Report, error) {
	if o.Points <= 0 {
		o.Points = 100
	}
	c, err := newChecker(p)
	if err != nil {
		return nil, err
	}
	rng := rand.New(rand.NewPCG(o.Seed, 0x5eed))
	tries := 50 * o.Points
	if len(p.Fixed) == len(p.Variables) {
		tries = 1
	}
	for n := 0; n < tries && c.report.Points < o.Points; n++ {
		c.try(c.draw(rng))
	}
	return &c.report, nil
}

func newChecker(p Problem) (*checker, error) {
	s := p.Value.Store()
	c := &checker{p: p, hyper: evaluate.New(evaluate.Hyperduals{})}
	c.rough = evaluate.New(rounding{rng: rand.New(rand.NewPCG(1, 2))})
	for _, x := range p.Variables {
		name, err := present.Text(x)
		if err != nil {
			return nil, err
		}
		c.report.Names = append(c.report.Names, name)
	}
	var err error
	if c.value, err = numeric.Compile(p.Variables, p.Value, p.Domain, p.Assumed); err != nil {
		return nil, err
	}
	gradient := make([]symbolic.ID, len(p.Gradient))
	for i, d := range p.Gradient {
		gradient[i] = d.ID()
	}
	c.formula = certify.Compile(p.Library, s, gradient...)
	plain, err := numeric.Compile(p.Variables, p.Value)
	if err != nil {
		return nil, err
	}
	var unsupported *numeric.UnsupportedError
	if c.reverse, err = plain.Gradient(p.Wrt...); errors.As(err, &unsupported) {
		c.report.Missing[Reverse] = unsupported.What
	} else if err != nil {
		return nil, err
	}
	c.sure = certify.Compile(p.Library, s, s.And(p.Domain.ID(), p.Smooth.ID()))
	c.report.Wrt = p.Wrt
	for range p.Wrt {
		row := make([]Entry, methods)
		for m := range row {
			row[m].Agrees = true
		}
		c.report.Entries = append(c.report.Entries, row)
	}
	c.z, c.r = make([]float64, 3), make([]float64, 1+len(p.Wrt))
	return c, nil
}

// draw returns a random point: small numbers of either sign, and of many sizes.
func (c *checker) draw(rng *rand.Rand) []float64 {
	x := make([]float64, len(c.p.Variables))
	for i := range x {
		if v, fixed := c.p.Fixed[i]; fixed {
			x[i] = v
			continue
		}
		switch rng.IntN(4) {
		case 0:
			x[i] = rng.Float64()
		case 1:
			x[i] = math.Ldexp(2*rng.Float64()-1, rng.IntN(12)-6)
		default:
			x[i] = 1.5 * rng.NormFloat64()
		}
		if c.p.Integer[i] {
			x[i] = math.Round(3 * x[i])
		}
	}
	return x
}

// try compares at one point, unless it is left out.
func (c *checker) try(x []float64) {
	_ = c.value.Eval(c.z, x) // the lengths are right
	if c.v = c.z[0]; !finite(c.v) || c.z[1] != 1 || c.z[2] != 1 {
		c.report.Outside++
		return
	}
	if !c.smooth(x, -1, 0x1p-30) {
		c.report.Kinks++
		return
	}
	c.report.Points++
	for i := range c.p.Wrt {
		want, ok := c.exact(i, x)
		c.sample(i, x)
		for m := range methods {
			if !ok || c.report.Missing[m] != "" {
				continue
			}
			got, err, ok := c.derivative(m, i, x)
			if got == want && c.p.Gradient[i].Kind() == symbolic.Number {
				err = 0 // also where the derivative is 0 everywhere
			}
			c.report.Entries[i][m].compare(m, x, want, got, err, ok)
		}
	}
}

func finite(x float64) bool { return x-x == 0 }

// exact is the i-th derivative by formula, up to the rounding to a double.
func (c *checker) exact(i int, x []float64) (float64, bool) {
	inputs := c.formula.Inputs()
	box := make([]interval.Interval, len(inputs))
	for j, id := range inputs {
		box[j] = interval.FromFloats(x[c.place(id)], x[c.place(id)])
	}
	for prec := uint(64); prec <= 4096; prec *= 2 { // to where what remains is below all doubles
		v := c.formula.Big(prec, box)[i].Real
		if v.IsEmpty() {
			return 0, false
		}
		lo, _ := v.Lower().Float64()
		hi, _ := v.Upper().Float64()
		if math.Abs(hi-lo) <= 0x1p-52*math.Abs(lo) {
			return lo, finite(lo)
		}
	}
	var z [1]float64 // it has parts that intervals do not
	if p, err := numeric.Compile(c.p.Variables, c.p.Gradient[i]); err == nil {
		_ = p.Eval(z[:], x)
		return z[0], finite(z[0])
	}
	return 0, false
}

// place is that of an input among the variables.
func (c *checker) place(id symbolic.ID) int {
	return slices.IndexFunc(c.p.Variables, func(x symbolic.Expr) bool { return x.ID() == id })
}

// smooth tells whether the formula certainly has a value and a derivative on the
// box of the given relative size around x, or if i is not -1 on the segment along
// variable i, of the given size.
func (c *checker) smooth(x []float64, i int, size float64) bool {
	inputs := c.sure.Inputs()
	box := make([]interval.Float, len(inputs))
	for j, id := range inputs {
		k := c.place(id)
		h := 0.0
		switch {
		case i == k:
			h = size
		case i < 0 && !c.p.Integer[k]:
			h = size * math.Abs(x[k])
		}
		box[j] = interval.NewFloat(x[k]-h, x[k]+h)
	}
	return c.sure.Float(box, &c.scratch)[0].Truth == certify.Yes
}

// compare takes one comparison into the entry: want is the derivative by formula,
// err the bound on the error of got.
func (e *Entry) compare(m Method, x []float64, want, got, err float64, ok bool) {
	size := max(math.Abs(want), math.Abs(got))
	off := math.Abs(want - got)
	slack := 10 * err
	switch {
	case !ok || !finite(got) || slack > unclear*size && off <= slack:
		e.Unclear++
		return
	case off > slack+tolerance[m]*size:
		e.Agrees = false
	}
	e.Compared++
	if size > 0 && off/size >= e.Largest {
		e.Largest, e.At, e.Want, e.Got = off/size, x, want, got
	}
}

// Text writes a point: "x = 0.5, w = -1".
func (r *Report) Text(x []float64) string {
	text := ""
	for i, v := range x {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%s = %.6g", r.Names[i], v)
	}
	return text
}

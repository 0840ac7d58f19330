package diff_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// point gives values to variables, and to entries as "a[1]".
type point = map[string]float64

// moved is the point with one coordinate changed.
func moved(p point, name string, x float64) point {
	q := make(point, len(p))
	for k, v := range p {
		q[k] = v
	}
	q[name] = x
	return q
}

// along is an expression as a function of one coordinate; NaN where it has no
// value.
func along(e symbolic.Expr, p point, name string) func(float64) float64 {
	return func(x float64) float64 {
		z, err := evaluate.Float(e, moved(p, name, x))
		if err != nil {
			return math.NaN()
		}
		return z
	}
}

// holdsAround tells whether a condition holds at a point and to both sides of
// it.
func holdsAround(cond symbolic.Expr, p point, name string, h float64) bool {
	for _, d := range []float64{0, -1, -0.5, 0.5, 1} {
		if ok, err := evaluate.Holds(cond, moved(p, name, p[name]+d*h)); err != nil || !ok {
			return false
		}
	}
	return true
}

// difference is the derivative of f by central differences and an estimate of
// its error, over intervals in which a condition holds; the error is infinite
// where there is none.
func difference(f symbolic.Expr, cond symbolic.Expr, p point, name string) (z, err float64) {
	err = math.Inf(1)
	for _, h := range []float64{0.2, 0.05, 0.01, 1e-3} {
		if !holdsAround(cond, p, name, h) {
			continue
		}
		if d, e := evaluate.Derivative(along(f, p, name), p[name], h); e < err {
			z, err = d, e
		}
	}
	return z, err
}

// A verdict of comparing a derivative with differences.
type comparison int

const (
	agree comparison = iota
	differ
	unclear // the differences are not accurate enough to say
)

// compare judges a claimed derivative by a difference with an estimated error.
func compare(claimed, z, err float64) comparison {
	size := max(1, math.Abs(z))
	switch {
	case math.IsNaN(z) || !(err <= 1e-6*size):
		return unclear
	case math.Abs(claimed-z) <= 20*err+1e-9*size:
		return agree
	}
	return differ
}

// existsAt judges a claimed derivative at a point that may be a kink, a jump
// or the end of a domain: the differences from both sides agree with it. A
// side that does not settle makes it unclear, a side without values is a
// difference.
func existsAt(f symbolic.Expr, claimed float64, p point, name string) (comparison, string) {
	x := p[name]
	g := along(f, p, name)
	if math.IsNaN(g(x)) {
		return unclear, ""
	}
	for _, side := range []float64{-1, 1} {
		if math.IsNaN(g(x+side*1e-6)) && math.IsNaN(g(x+side*1e-5)) && math.IsNaN(g(x+side*1e-9)) {
			return differ, fmt.Sprintf("no values at %v%+g", x, side*1e-6)
		}
		z, err := math.NaN(), math.Inf(1)
		for _, h := range []float64{0.05, 0.01, 1e-3} {
			if d, e := evaluate.OneSided(g, x, side*h); e < err {
				z, err = d, e
			}
		}
		if err > 1e-4*max(1, math.Abs(z)) { // a jump: the quotients grow with 1/h
			a, b := (g(x+side*1e-6)-g(x))/1e-6, (g(x+side*1e-7)-g(x))/1e-7
			if math.Abs(b) > 5*math.Abs(a) && math.Abs(b) > 1e4*(1+math.Abs(claimed)) {
				return differ, fmt.Sprintf("quotients grow: %v, %v", a, b)
			}
			return unclear, ""
		}
		if math.Abs(z-claimed) > 1e-3*max(1, math.Abs(z), math.Abs(claimed))+50*err {
			return differ, fmt.Sprintf("from the side %+v the derivative is %v ± %.1g", side, z, err)
		}
	}
	return agree, ""
}

// formula reads a formula in a scope of its own, with assumptions.
func formula(t testing.TB, text string, assume ...string) (*read.Scope, read.Formula) {
	t.Helper()
	c := read.NewScope(symbolic.NewStore(), read.Default())
	for _, a := range assume {
		if err := c.Assume(a); err != nil {
			t.Fatal(err)
		}
	}
	f, err := c.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return c, f
}

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
// or the end of a domain: the quotients from both sides must tend to it. A
// side that does not settle is unclear, a side without values or with a jump
// is a difference.
func existsAt(f symbolic.Expr, claimed float64, p point, name string) (comparison, string) {
	x := p[name]
	g := along(f, p, name)
	y := g(x)
	if !(math.Abs(y) < 1e4 && math.Abs(claimed) < 1e4) { // quotients would be rounding errors
		return unclear, ""
	}
	const h = 1e-6
	verdict := agree
	for _, side := range []float64{-1, 1} {
		quotient := func(h float64) float64 { return side * (g(x+side*h) - y) / h }
		q := quotient(h)
		if math.Abs(q) > 1e4/h { // values that large come out of a scale below h
			return unclear, ""
		}
		near := func(z, tolerance float64) bool {
			return math.Abs(z-q) <= tolerance*max(1, math.Abs(z), math.Abs(q))+1e-7*math.Abs(y)
		}
		if near(claimed, 1e-4) {
			continue
		}
		shorter, longer := quotient(h/10), quotient(4*h)
		switch {
		case math.IsNaN(q) && math.IsNaN(shorter) && math.IsNaN(longer):
			return differ, fmt.Sprintf("there are no values around %v%+g", x, side*h)
		case math.Abs(q) > 1e2*(1+math.Abs(claimed)) && math.Abs(shorter) > 1.9*math.Abs(q) && math.Abs(q) > 1.9*math.Abs(longer):
			return differ, fmt.Sprintf("the quotients grow: %v, %v, %v", longer, q, shorter)
		case near(shorter, 1e-3) && near(longer, 1e-3) && !near(claimed, 1e-2):
			return differ, fmt.Sprintf("the quotients to the side %+v tend to %v", side, q)
		}
		verdict = unclear
	}
	return verdict, ""
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

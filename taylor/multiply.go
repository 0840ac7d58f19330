package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// times returns x·y.
func (g *germ) times(x, y *series) (*series, error) {
	if x.zero() || y.zero() {
		return constant(nil), nil
	}
	z := &series{val: x.val + y.val, prec: min(known(x, y), known(y, x)), flat: x.flat || y.flat}
	if len(x.lead)+len(y.lead) > 0 {
		var shift int
		var err error
		if z.lead, shift, err = g.reduced(g.leadSum(x.lead, y.lead, rational.One)); err != nil {
			return nil, err
		}
		if z.val += shift; z.prec != exact {
			z.prec += shift
		}
	}
	n := min(len(x.c)+len(y.c)-1, z.prec-z.val)
	if n > g.cut-z.val {
		n, z.prec = g.cut-z.val, g.cut
	}
	if len(x.c) == 0 || len(y.c) == 0 {
		n = 0
	}
	g.checkLength(n)
	if list, ok := g.timesNumbers(x, y, n); ok {
		z.c = list
	}
	for i := len(z.c); i < n; i++ {
		z.c = append(z.c, g.convolve(x.c, y.c, i))
	}
	return z.trimmed(g.cut), nil
}

// maxComponents bounds the products of series with rational coefficients that one of
// series with symbolic coefficients is made of.
const maxComponents = 12

// timesNumbers returns the first n coefficients of the product of two long series
// whose coefficients are combinations of few nodes.
func (g *germ) timesNumbers(x, y *series, n int) (list []coef, ok bool) {
	if n < longSeries || len(x.c) <= manyTerms || len(y.c) <= manyTerms {
		return nil, false
	}
	a, b := components(x.c, n), components(y.c, n)
	if len(a)*len(b) > maxComponents {
		return nil, false
	}
	sums := make([]adder, n)
	for _, p := range a {
		for _, q := range b {
			node, z := g.ring.product(p.node, q.node), g.multiply(p.c, q.c, n)
			for i, k := range z {
				sums[i].add(node, k)
			}
		}
	}
	for i := range sums {
		list = append(list, sums[i].sum())
	}
	return list, true
}

// A component of a series is what has one node in the coefficients.
type component struct {
	node symbolic.ID
	c    numbers
}

// components splits the first n coefficients, and stops at many nodes.
func components(c []coef, n int) (list []component) {
	c = c[:min(n, len(c))]
	for i, x := range c {
		for _, t := range x {
			at := slices.IndexFunc(list, func(p component) bool { return p.node == t.node })
			if at < 0 {
				at = len(list)
				list = append(list, component{t.node, make(numbers, len(c))})
			}
			list[at].c[i] = t.k
		}
		if len(list) > maxComponents {
			break
		}
	}
	return list
}

// low is an exponent below which a series has no terms.
func (z *series) low() int {
	if len(z.c) == 0 {
		return z.prec
	}
	return z.val
}

// known is up to where a product with y is known, were all terms of y known.
func known(x, y *series) int {
	if x.prec == exact {
		return exact
	}
	return min(exact, x.prec+y.low())
}

// maxLength bounds the terms of one series: a thousand, and poles.
const maxLength = 1 << 14

func (g *germ) checkLength(n int) {
	if n > maxLength {
		panic(&symbolic.LimitError{Limit: "terms of a series", Max: maxLength})
	}
}

// convolve returns the sum of x[j]·y[i-j].
func (g *germ) convolve(x, y []coef, i int) coef {
	var a, b []coef
	for j := max(0, i-len(y)+1); j <= min(i, len(x)-1); j++ {
		if len(x[j]) > 0 && len(y[i-j]) > 0 {
			a, b = append(a, x[j]), append(b, y[i-j])
		}
	}
	return g.sumOfProducts(a, b)
}

// power returns x^n for an integer n >= 1.
func (g *germ) power(x *series, n int64) (*series, error) {
	var z *series
	for ; ; n >>= 1 {
		var err error
		if n&1 != 0 {
			if z == nil {
				z = x
			} else if z, err = g.times(z, x); err != nil {
				return nil, err
			}
		}
		if n <= 1 {
			return z, nil
		}
		if x, err = g.times(x, x); err != nil {
			return nil, err
		}
	}
}

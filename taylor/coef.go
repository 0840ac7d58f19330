package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A coef is a coefficient of a series: a linear combination of nodes over the
// rationals, in increasing order of the nodes. A node is 1 or what is no
// number, no sum and has no numeric factor. The empty coef is 0; one that is not
// empty may be 0 all the same, as sin(a)^2+cos(a)^2-1 is.
type coef []term

type term struct {
	node symbolic.ID
	k    rational.Rat
}

// A ring computes with coefficients.
type ring struct {
	s        *symbolic.Store
	log      symbolic.ID // the symbol for log(t), 0 while there is none
	products map[[2]symbolic.ID]coef
	slopes   map[symbolic.ID]coef
	// polynomials has coefficients, by their first terms, as polynomials in the
	// generators.
	polynomials map[*term]*polynomial
	generators  []symbolic.ID
	work        int
}

// maxWork bounds the products of terms and rationals that one expansion takes:
// some seconds.
const maxWork = 5_000_000

func newRing(s *symbolic.Store) ring {
	return ring{s: s, products: map[[2]symbolic.ID]coef{}, slopes: map[symbolic.ID]coef{}, polynomials: map[*term]*polynomial{}}
}

// spend counts work.
func (r *ring) spend(n int) {
	before := r.work >> 12
	if r.work += n; r.work > maxWork {
		panic(&symbolic.LimitError{Limit: "products of coefficients", Max: maxWork})
	}
	if r.work>>12 != before {
		r.s.CheckStopped()
	}
}

// number returns a rational coefficient.
func number(x rational.Rat) coef {
	if x.IsZero() {
		return nil
	}
	return coef{{symbolic.One, x}}
}

// rational returns a coefficient that is a rational number.
func (c coef) rational() (rational.Rat, bool) {
	switch {
	case len(c) == 0:
		return rational.Rat{}, true
	case len(c) == 1 && c[0].node == symbolic.One:
		return c[0].k, true
	}
	return rational.Rat{}, false
}

// maxPower bounds the powers of sums that are multiplied out, maxTerms the terms
// of one, and maxDepth sums in sums.
const maxPower, maxTerms, maxDepth = 64, 100, 8

// of returns a node as a coefficient. Sums and their integer powers in products
// are multiplied out.
func (r *ring) of(id symbolic.ID) coef { return r.expand(id, maxDepth) }

func (r *ring) expand(id symbolic.ID, depth int) coef {
	s := r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return number(s.Number(id))
	case symbolic.Sum:
		var z adder
		z.add(number(s.Number(ops[0])), rational.One)
		for i := 1; i < len(ops); i += 2 {
			z.add(r.expand(ops[i], depth), s.Number(ops[i+1]))
		}
		return z.sum()
	case symbolic.Product, symbolic.Power:
		return r.factors(id, depth)
	}
	return coef{{id, rational.One}}
}

// factors is expand for products and powers.
func (r *ring) factors(id symbolic.ID, depth int) coef {
	s := r.s
	ops := s.Operands(id)
	k, from := rational.One, 0
	if s.Kind(id) == symbolic.Product {
		k, from = s.Number(ops[0]), 1
	}
	rest := s.NewProduct()
	var sums []coef
	for i := from; i < len(ops); i += 2 {
		n, ok := int64(0), false
		if depth > 0 && s.Kind(ops[i]) == symbolic.Sum && s.Kind(ops[i+1]) == symbolic.Number {
			n, ok = s.Number(ops[i+1]).Int64()
		}
		if !ok || n < 1 || n > maxPower {
			rest.MulPow(ops[i], ops[i+1])
			continue
		}
		base := r.expand(ops[i], depth-1)
		if !fewTerms(len(base), n) {
			rest.MulPow(ops[i], ops[i+1])
			continue
		}
		for ; n > 0; n-- {
			sums = append(sums, base)
		}
	}
	c, node := rest.Split()
	z := coef{{node, k.Mul(c)}}
	for _, f := range sums {
		z = r.mul(z, f)
	}
	return z
}

// fewTerms tells whether the n-th power of a sum of so many terms has no more than
// maxTerms: (k+n-1)!/n!/(k-1)!.
func fewTerms(k int, n int64) bool {
	z := 1
	for i := 1; i < k && z <= maxTerms; i++ {
		z = z * (int(n) + i) / i
	}
	return n == 1 || z <= maxTerms
}

// id returns a coefficient as a node.
func (r *ring) id(c coef) symbolic.ID {
	if x, ok := c.rational(); ok {
		return r.s.Num(x)
	}
	b := r.s.NewSum()
	for _, t := range c {
		b.AddScaled(t.node, t.k)
	}
	return b.Sum()
}

func (r *ring) add(a, b coef) coef {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	z := make(coef, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].node < b[0].node:
			z, a = append(z, a[0]), a[1:]
		case a[0].node > b[0].node:
			z, b = append(z, b[0]), b[1:]
		default:
			if k := a[0].k.Add(b[0].k); !k.IsZero() {
				z = append(z, term{a[0].node, k})
			}
			a, b = a[1:], b[1:]
		}
	}
	return append(append(z, a...), b...)
}

func (r *ring) scale(a coef, k rational.Rat) coef {
	switch {
	case k.IsZero() || len(a) == 0:
		return nil
	case k.IsOne():
		return a
	}
	z := make(coef, len(a))
	for i, t := range a {
		z[i] = term{t.node, t.k.Mul(k)}
	}
	return z
}

func (r *ring) neg(a coef) coef { return r.scale(a, rational.NegOne) }

func (r *ring) sub(a, b coef) coef { return r.add(a, r.neg(b)) }

func (r *ring) mul(a, b coef) coef {
	if x, ok := a.rational(); ok {
		r.spend(len(b) + 1)
		return r.scale(b, x)
	}
	if x, ok := b.rational(); ok {
		r.spend(len(a))
		return r.scale(a, x)
	}
	var z adder
	z.mul(r, a, b, rational.One)
	return z.sum()
}

// product returns the product of two nodes of coefficients.
func (r *ring) product(x, y symbolic.ID) coef {
	switch {
	case x == symbolic.One:
		return coef{{y, rational.One}}
	case y == symbolic.One:
		return coef{{x, rational.One}}
	case x > y:
		x, y = y, x
	}
	key := [2]symbolic.ID{x, y}
	z, ok := r.products[key]
	if !ok {
		z = r.of(r.s.Mul(x, y))
		r.products[key] = z
	}
	return z
}

// An adder adds many coefficients. Its terms are sorted and merged now and then.
type adder struct {
	terms  coef
	merged int // so many of them are in order already
}

func (z *adder) add(c coef, k rational.Rat) {
	for _, t := range c {
		z.terms = append(z.terms, term{t.node, t.k.Mul(k)})
	}
	z.tidy()
}

// mul adds k·a·b.
func (z *adder) mul(r *ring, a, b coef, k rational.Rat) {
	r.spend(len(a) * len(b))
	for _, s := range a {
		ks := s.k.Mul(k)
		for _, t := range b {
			kt := ks.Mul(t.k)
			switch {
			case s.node == symbolic.One:
				z.terms = append(z.terms, term{t.node, kt})
			case t.node == symbolic.One:
				z.terms = append(z.terms, term{s.node, kt})
			default:
				for _, p := range r.product(s.node, t.node) {
					z.terms = append(z.terms, term{p.node, p.k.Mul(kt)})
				}
			}
		}
	}
	z.tidy()
}

// tidy merges terms if there are many new ones.
func (z *adder) tidy() {
	if len(z.terms) > 2*z.merged+64 {
		z.merge()
	}
}

// merge adds up the terms with the same node.
func (z *adder) merge() {
	slices.SortStableFunc(z.terms, func(a, b term) int { return int(a.node) - int(b.node) })
	n := 0
	for i := 0; i < len(z.terms); {
		t := z.terms[i]
		for i++; i < len(z.terms) && z.terms[i].node == t.node; i++ {
			t.k = t.k.Add(z.terms[i].k)
		}
		if !t.k.IsZero() {
			z.terms[n] = t
			n++
		}
	}
	z.terms, z.merged = z.terms[:n], n
}

// sum returns the sum. The adder is used up.
func (z *adder) sum() coef {
	if len(z.terms) > z.merged {
		z.merge()
	}
	if len(z.terms) == 0 {
		return nil
	}
	return z.terms
}

// hasLog tells whether log(t) occurs in a coefficient.
func (r *ring) hasLog(c coef) bool {
	return r.log != 0 && slices.ContainsFunc(c, func(t term) bool { return r.s.Depends(t.node, r.log) })
}

// slope returns the derivative by log(t).
func (r *ring) slope(c coef) (coef, error) {
	if r.log == 0 {
		return nil, nil
	}
	var z adder
	for _, t := range c {
		d, ok := r.slopes[t.node]
		if !ok {
			if r.s.Depends(t.node, r.log) {
				f := read.Formula{Expr: r.s.Expr(t.node), Domain: r.s.Expr(symbolic.True)}
				g, err := diff.Derivative(f, r.s.Expr(r.log), 1, diff.Options{})
				if err != nil {
					return nil, err
				}
				d = r.of(g.Partials[0].ID())
			}
			r.slopes[t.node] = d
		}
		z.add(d, t.k)
	}
	return z.sum(), nil
}

// maxSlopes bounds the powers of log(t) in one coefficient.
const maxSlopes = 400

// solve returns the y with p·y + dy/dlog(t) = c, for p != 0, which is a
// polynomial in log(t) where c is one:
//
//	y = c/p - c'/p^2 + c''/p^3 - ...
func (r *ring) solve(c coef, p rational.Rat) (coef, error) {
	inv := p.Inv()
	z := r.scale(c, inv)
	if r.log == 0 {
		return z, nil
	}
	k := inv
	for range maxSlopes {
		var err error
		if c, err = r.slope(c); err != nil || len(c) == 0 {
			return z, err
		}
		k = k.Mul(inv).Neg()
		z = r.add(z, r.scale(c, k))
	}
	return nil, &Error{Kind: NoExpansion, Reason: "a logarithm of the variable stands in a denominator"}
}

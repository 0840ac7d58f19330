package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/symbolic"
)

// A Polynomial is a factor of an expression as a polynomial in one generator:
// coefficients of the powers that occur, falling, in which the generator does not
// occur. Those that are 0 are left out.
type Polynomial struct {
	Generator symbolic.ID // 1 where there is none; then there is one coefficient
	Coefs     []symbolic.ID
}

// A Quotient is an expression as a product of polynomials over something.
type Quotient struct {
	Numerator []Polynomial
	// Over tells whether the denominator depends on what was asked for.
	Over bool
}

// Dependence says on what factors depend, and under which conditions.
type Dependence struct {
	On    func(node symbolic.ID) bool
	Holds func(cond symbolic.ID) bool // conditions known to hold; nil is none
}

// Numerator returns the factors of the numerator of e, each as a polynomial in
// the one generator that depends on something, and false if one of them has
// two such generators. Where e is 0, one of the polynomials is.
func Numerator(s *symbolic.Store, e symbolic.ID, d Dependence) (z Quotient, ok bool, err error) {
	return numerator(s, e, d, (*Field).byRoots)
}

// Zeros is Numerator with norms in place of factors with square roots:
//
//	x + sqrt(x^2+a) = 0 only where x^2 - (x^2+a) = -a is 0
//
// The polynomials are 0 at more points, and say nothing of other values.
func Zeros(s *symbolic.Store, e symbolic.ID, d Dependence) (list []Polynomial, ok bool, err error) {
	z, ok, err := numerator(s, e, d, (*Field).norm)
	return z.Numerator, ok, err
}

// numerator reduces factors to such with one generator if it can.
func numerator(s *symbolic.Store, e symbolic.ID, d Dependence, reduce func(*Field, poly.Poly, Dependence) (poly.Poly, error)) (z Quotient, ok bool, err error) {
	f, err := New(s, Options{Holds: d.Holds, Budget: defaultBudget()}, e)
	if err != nil {
		return z, false, err
	}
	v, err := f.value(e)
	if err != nil {
		return z, false, err
	}
	zero := Quotient{Numerator: []Polynomial{{symbolic.One, []symbolic.ID{symbolic.Zero}}}}
	if v.isZero() {
		return zero, true, nil
	}
	factors, below := split(v)
	z.Over = slices.ContainsFunc(below, func(x factor) bool { return f.factorDepends(x, d) })
	for _, x := range factors {
		if x.index < len(f.gens) {
			g := f.generatorPower(x.index, 1)
			if d.On(g) {
				z.Numerator = append(z.Numerator, Polynomial{g, []symbolic.ID{symbolic.One, symbolic.Zero}})
			} else {
				z.Numerator = append(z.Numerator, Polynomial{symbolic.One, []symbolic.ID{g}})
			}
			continue
		}
		for _, p := range irreducible(f.polys[x.index-len(f.gens)].p) {
			if p, err = reduce(f, p, d); err != nil {
				return z, false, err
			}
			if p.IsZero() {
				return zero, true, nil
			}
			for _, p := range irreducible(p) {
				q, ok := f.inOneGenerator(p, d)
				if !ok {
					return z, false, nil
				}
				z.Numerator = append(z.Numerator, q)
			}
		}
	}
	return z, true, nil
}

func (f *Field) factorDepends(x factor, d Dependence) bool {
	if x.index < len(f.gens) {
		return d.On(f.generatorPower(x.index, 1))
	}
	return len(f.dependent(f.polys[x.index-len(f.gens)].p, d)) > 0
}

// dependent returns the generators of p that depend on something.
func (f *Field) dependent(p poly.Poly, d Dependence) []int {
	return slices.DeleteFunc(p.Vars(), func(i int) bool { return !d.On(f.generatorPower(i, 1)) })
}

// byRoots writes generators as powers of their roots: x as sqrt(x)^2.
func (f *Field) byRoots(p poly.Poly, d Dependence) (poly.Poly, error) {
	for _, i := range f.dependent(p, d) {
		g := f.gens[i]
		if g.kind != root || !g.power.c.IsOne() || len(g.power.fac) != 1 {
			continue
		}
		of := g.power.fac[0]
		if of.index >= len(f.gens) || of.exp != 1 {
			continue
		}
		power, err := f.ring.Var(i).Pow(g.order, f.budget)
		if err != nil {
			return p, err
		}
		if p, err = p.Substitute(of.index, power, f.budget); err != nil {
			return p, err
		}
	}
	return p, nil
}

// norm returns a²-b²c for a+b·sqrt(c), again and again, as long as two generators
// depend on something.
func (f *Field) norm(p poly.Poly, d Dependence) (poly.Poly, error) {
	for range f.gens { // each is taken away once: c has generators below it
		var err error
		if p, err = f.byRoots(p, d); err != nil {
			return p, err
		}
		list := f.dependent(p, d)
		at := slices.IndexFunc(list, func(i int) bool { return f.isSquareRoot(p, i) })
		if len(list) < 2 || at < 0 {
			return p, nil
		}
		if p, err = f.normBy(p, list[at]); err != nil {
			return p, err
		}
	}
	return p, nil
}

// isSquareRoot tells whether p is a+b·sqrt(c), where sqrt(c) is a power of a generator.
func (f *Field) isSquareRoot(p poly.Poly, gen int) bool {
	g := f.gens[gen]
	if g.kind != root || slices.ContainsFunc(g.power.fac, func(x factor) bool { return x.exp < 0 }) {
		return false
	}
	_, exps := p.Coefficients(gen)
	return !slices.ContainsFunc(exps, func(n int64) bool { return 2*n%g.order != 0 })
}

func (f *Field) normBy(p poly.Poly, gen int) (poly.Poly, error) {
	g := f.gens[gen]
	c, err := f.multiplyOut(term{f.ring.Const(g.power.c), g.power.fac}, nil)
	if err != nil {
		return p, err
	}
	parts := [2]poly.Poly{f.ring.Zero(), f.ring.Zero()} // a and b
	coefs, exps := p.Coefficients(gen)
	for i, k := range coefs {
		m := 2 * exps[i] / g.order // k·sqrt(c)^m
		power, err := c.Pow(m/2, f.budget)
		if err == nil {
			k, err = k.Mul(power, f.budget)
		}
		if err != nil {
			return p, err
		}
		parts[m%2] = parts[m%2].Add(k)
	}
	for i, x := range parts {
		if parts[i], err = x.Mul(x, f.budget); err != nil {
			return p, err
		}
	}
	b, err := parts[1].Mul(c, f.budget)
	return parts[0].Sub(b), err
}

// irreducible returns the irreducible factors of p, as far as a small budget
// allows.
func irreducible(p poly.Poly) []poly.Poly {
	z, err := p.Factor(&poly.Budget{Steps: factorSteps})
	if err != nil {
		return []poly.Poly{p}
	}
	out := make([]poly.Poly, len(z.Factors))
	for i, x := range z.Factors {
		out[i] = x.Poly
	}
	return out
}

// inOneGenerator writes p as a polynomial in the one generator that depends on
// something.
func (f *Field) inOneGenerator(p poly.Poly, d Dependence) (Polynomial, bool) {
	at := -1
	for _, i := range p.Vars() {
		if !d.On(f.generatorPower(i, 1)) {
			continue
		}
		if at >= 0 {
			return Polynomial{}, false
		}
		at = i
	}
	if at < 0 {
		return Polynomial{symbolic.One, []symbolic.ID{f.polynomial(p)}}, true
	}
	coefs, exps := p.Coefficients(at)
	q := Polynomial{Generator: f.generatorPower(at, 1)}
	for _, k := range coefs {
		q.Coefs = append(q.Coefs, f.polynomial(k))
	}
	if exps[len(exps)-1] > 0 {
		q.Coefs = append(q.Coefs, symbolic.Zero)
	}
	return q, true
}

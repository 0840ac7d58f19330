package algebra

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Apart returns a node as a polynomial in x and partial fractions over the
// rational functions of all that does not depend on x:
//
//	(x^3+1)/(x^2·(x-1)) = 1 - 1/x - 1/x^2 + 2/(x-1)
//
// In each fraction a power of an irreducible factor p of the denominator
// stands under a numerator of lower degree than p. Factors that depend on x
// other than as polynomials in it, such as sin(x), stay below all fractions.
// With parameters, numerators get denominators that must not be 0, such as a-b
// in 1/((x-a)·(x-b)) = 1/((a-b)·(x-a)) - 1/((a-b)·(x-b)); they are the NonZero
// of the form.
//
// Source: von zur Gathen and Gerhard, Modern Computer Algebra, 5.11.
func Apart(s *symbolic.Store, id, x symbolic.ID, o Options) (Form, error) {
	return rewritten(s, id, o, func(f *Field) (Form, error) {
		q, limit, err := f.factoredQuotient(id, (*quotient).coprime)
		if err != nil {
			return Form{}, err
		}
		z := Form{Limit: limit}
		v := slices.IndexFunc(f.gens, func(g generator) bool { return g.node == x && g.kind == atom })
		if v < 0 {
			z.Node = q.node()
			return z, nil
		}
		a := &apart{q: &q, f: f, x: v, form: &z}
		if err = a.run(); errors.Is(err, errDependent) {
			return Form{Node: q.node(), Limit: z.Limit}, nil
		}
		return z, err
	})
}

// An apart takes a quotient apart with respect to a generator x.
type apart struct {
	q    *quotient
	f    *Field
	x    int
	form *Form

	constant []piece // below the line, and left there
	parts    []Part
}

func (a *apart) run() error {
	f := a.f
	num, err := a.q.multiplied(func(x piece) bool { return x.exp > 0 })
	if err != nil {
		return err
	}
	var split []piece // the factors of the denominator
	for _, y := range a.q.list {
		switch {
		case y.exp > 0:
		case a.splits(y.p):
			split = append(split, piece{y.p, -y.exp})
		default:
			a.constant = append(a.constant, y)
		}
	}
	slices.SortFunc(split, func(x, y piece) int { return f.compare(x.p, y.p) })
	rest, err := a.dense(num.Scale(a.q.c))
	if err != nil {
		return err
	}
	// N/(p^k·B): the digits of N/B in base p are the numerators over powers
	// of p, and what is left over is N/B.
	var fractions []Part
	for i, y := range split {
		below := f.ring.One()
		for _, z := range split[i+1:] {
			w, err := z.p.Pow(z.exp, f.budget)
			if err != nil {
				return err
			}
			if below, err = below.Mul(w, f.budget); err != nil {
				return err
			}
		}
		digits, left, err := a.digits(rest, y, below)
		if err != nil {
			return err
		}
		rest = left
		slices.Reverse(digits)
		for j, d := range digits {
			if err := a.fraction(&fractions, d, piece{y.p, -int64(j) - 1}); err != nil {
				return err
			}
		}
	}
	for k := len(rest) - 1; k >= 0; k-- {
		d := make([]poly.Fraction, k+1)
		for i := range d {
			d[i] = f.ring.Zero().Fraction()
		}
		d[k] = rest[k]
		if err := a.fraction(&a.parts, d, piece{f.ring.One(), -1}); err != nil {
			return err
		}
	}
	sum := f.s.NewSum()
	a.parts = append(a.parts, fractions...)
	for _, t := range a.parts {
		sum.Add(t.Node)
	}
	a.form.Node = sum.Sum()
	a.form.Order = []Part{{Node: a.form.Node, Factor: symbolic.One, Parts: a.parts}}
	return nil
}

// splits tells whether a factor of the denominator is a polynomial in x whose
// coefficients do not depend on x.
func (a *apart) splits(p poly.Poly) bool {
	x := a.f.gens[a.x].node
	return p.Degree(a.x) > 0 && !slices.ContainsFunc(p.Vars(), func(v int) bool { return v != a.x && a.f.dependsOn(v, x) })
}

// digits returns the numerators over p^k, ..., p of n/(p^k·b), and what is left
// of n over b.
func (a *apart) digits(n dense, y piece, below poly.Poly) (list []dense, left dense, err error) {
	p, err := a.dense(y.p)
	if err != nil {
		return nil, nil, err
	}
	b, err := a.dense(below)
	if err != nil {
		return nil, nil, err
	}
	inverse, err := a.inverse(b, p)
	if err != nil {
		return nil, nil, err
	}
	for range y.exp {
		_, d, err := a.divide(n, p)
		if err == nil {
			d, err = a.times(d, inverse)
		}
		if err == nil {
			_, d, err = a.divide(d, p)
		}
		if err != nil {
			return nil, nil, err
		}
		list = append(list, d)
		// (n - d·b)/p is exact.
		m, err := a.times(d, b)
		if err == nil {
			m, err = a.minus(n, m)
		}
		if err == nil {
			n, _, err = a.divide(m, p)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	return list, n, nil
}

// fraction adds d·p^exp over what is constant to a list of parts, unless d is
// 0.
func (a *apart) fraction(list *[]Part, d dense, y piece) error {
	f := a.f
	if d = d.trim(); len(d) == 0 {
		return nil
	}
	below := f.ring.One()
	for _, c := range d {
		g, err := below.GCD(c.Den(), f.budget)
		if err != nil {
			return err
		}
		w, _, err := c.Den().Divide(g, f.budget)
		if err != nil {
			return err
		}
		if below, err = below.Mul(w, f.budget); err != nil {
			return err
		}
	}
	num := f.ring.Zero()
	for k, c := range d {
		w, _, err := below.Divide(c.Den(), f.budget)
		if err == nil {
			w, err = w.Mul(c.Num(), f.budget)
		}
		var m poly.Poly
		if err == nil {
			m, err = f.ring.Var(a.x).Pow(int64(k), f.budget)
		}
		if err == nil {
			w, err = w.Mul(m, f.budget)
		}
		if err != nil {
			return err
		}
		num = num.Add(w)
	}
	q := &quotient{f: f, c: rational.One, signs: a.q.signs, list: slices.Clone(a.constant)}
	if err := q.mul(num); err != nil {
		return err
	}
	// Denominators of its own are factored; they are what must not be 0.
	own := &quotient{f: f, c: rational.One, signs: a.q.signs}
	if err := own.mul(below); err != nil {
		return err
	}
	if err := own.factor(&poly.Budget{Steps: factorSteps}); err != nil {
		if _, ok := limitOf(err); !ok {
			return err
		}
	}
	q.c = q.c.Div(own.c)
	for _, z := range own.list {
		q.add(z.p, -z.exp)
		if err := a.mustNotVanish(z.p); err != nil {
			return err
		}
	}
	if !y.p.IsOne() {
		q.add(y.p, y.exp)
	}
	if err := q.reduce(); err != nil {
		return err
	}
	part, err := q.shorter()
	if err != nil {
		return err
	}
	*list = append(*list, part)
	return nil
}

// errDependent says that generators which depend on each other, as x and
// sqrt(x) do, make a denominator 0: there are no such fractions.
var errDependent = errors.New("algebra: dependent generators")

// mustNotVanish notes a denominator that may not be one of the given node.
func (a *apart) mustNotVanish(p poly.Poly) error {
	if slices.ContainsFunc(a.q.list, func(y piece) bool { return y.exp < 0 && y.p.Equal(p) }) {
		return nil
	}
	v, err := a.f.add([]term{{p, nil}})
	if err != nil {
		return err
	}
	if v.isZero() {
		return errDependent
	}
	if id := a.f.polynomial(p); !slices.Contains(a.form.NonZero, id) {
		a.form.NonZero = append(a.form.NonZero, id)
	}
	return nil
}

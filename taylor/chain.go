package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// chain expands a function of which each derivative is another function, as
// those of digamma are polygamma(n, u), by Taylor's formula:
//
//	f(u) = f(c) + f'(c)·w + f''(c)/2·w^2 + ...,  w = u-c
func (g *germ) chain(id symbolic.ID, point []symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	at := slices.IndexFunc(s.Operands(id), g.isActive)
	u, c := s.Operands(id)[at], point[at]
	w, err := g.plus(g.series(u), constant(g.of(c)), rational.NegOne)
	if err != nil {
		return nil, nil, err
	}
	z, err := g.compose(w, func(n int) (symbolic.ID, error) {
		if n == 0 {
			return g.values.of(id, point), nil
		}
		var err error
		if id, err = g.next(id, u); err != nil {
			return 0, err
		}
		args := slices.Clone(s.Operands(id))
		args[slices.Index(args, u)] = c
		return g.values.of(id, args), nil
	})
	return z, nil, err
}

// unspecified expands a function of one argument about which nothing is known but
// that it is differentiable, with its derivatives as they are.
func (g *germ) unspecified(id symbolic.ID) (*series, error) {
	s := g.s
	args := s.Operands(id)
	point, finite, err := g.limits(args)
	switch {
	case err != nil:
		return nil, err
	case len(args) != 1:
		return nil, fail(Unsupported, "%s is a function of several arguments of which nothing is known", s.Name(id))
	case !finite:
		return nil, fail(NoExpansion, "nothing is known of %s at infinity", s.Name(id))
	}
	g.opaque = true
	w, err := g.plus(g.series(args[0]), constant(g.of(point[0])), rational.NegOne)
	if err != nil {
		return nil, err
	}
	dummy := s.FreshDummy("u", s.FreeSymbols(id)...)
	body := s.Apply(s.FuncOf(id), dummy)
	return g.compose(w, func(n int) (symbolic.ID, error) {
		if n == 0 {
			return s.Apply(s.FuncOf(id), point[0]), nil
		}
		return s.Derivative(body, dummy, s.Int(int64(n)), point[0]), nil
	})
}

// compose returns Σ derivative(n)/n!·w^n.
func (g *germ) compose(w *series, derivative func(n int) (symbolic.ID, error)) (*series, error) {
	z := constant(nil)
	if len(w.lead) > 0 { // smaller than any power of t
		z.flat, w = true, &series{prec: exact}
	}
	power, inverse := constant(number(rational.One)), rational.One
	for n := 0; n == 0 || w.low() < exact && n*w.low() < g.cut; n++ {
		d, err := derivative(n)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			inverse = inverse.Div(rational.Int(int64(n)))
			if power, err = g.times(power, w); err != nil {
				return nil, err
			}
		}
		if z, err = g.plus(z, g.scaled(power, g.scale(g.of(d), inverse)), rational.One); err != nil {
			return nil, err
		}
	}
	// The rest has a factor w^n.
	if w.low() == exact {
		return z, nil
	}
	return g.plus(z, &series{prec: min(g.cut, w.prec)}, rational.One)
}

// next returns the derivative of a function of u, which is another one.
func (g *germ) next(id, u symbolic.ID) (symbolic.ID, error) {
	s := g.s
	slopes, err := g.slopes(id)
	if err != nil {
		return 0, err
	}
	for _, d := range slopes {
		if d == symbolic.Zero {
			continue
		}
		active := 0
		for _, a := range s.Operands(d) {
			if g.isActive(a) {
				active++
			}
		}
		if s.Kind(d) == symbolic.Apply && active == 1 && slices.Contains(s.Operands(d), u) {
			return d, nil
		}
	}
	return 0, fail(Unsupported, "the derivatives of %s are no single functions", g.text(id))
}

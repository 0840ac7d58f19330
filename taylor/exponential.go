package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// logOf returns the symbol for log(t).
func (g *germ) logOf() symbolic.ID {
	if g.log == 0 {
		g.log = *g.logSymbol
		if g.log == 0 {
			g.log = g.s.FreshSym("log_t")
			*g.logSymbol = g.log
		}
	}
	return g.log
}

// exp returns e^z:
//
//	exp(infinite part)·e^c·y,  y' = y·w'
//
// for the constant term c and the rest w, in which n·y_n is a sum of terms
// k·w_k·y_(n-k).
func (g *germ) exp(z *series) (*series, error) {
	if len(z.lead) > 0 {
		flat, err := g.isFlat(z.lead)
		switch {
		case err != nil:
			return nil, err
		case !flat:
			return nil, fail(NoExpansion, "it grows like an exponential of an exponential")
		}
		return &series{c: []coef{number(rational.One)}, prec: exact, flat: true}, nil
	}
	if z.prec <= 0 {
		return nil, &restart{terms: int64(1 - z.prec)}
	}
	var l lead
	for i, c := range z.c {
		if z.val+i >= 0 {
			break
		}
		if zero, err := g.isZero(c); err != nil {
			return nil, err
		} else if !zero {
			l = append(l, leadTerm{z.val + i, c})
		}
	}
	infinite, finite := g.splitLog(z.at(0))
	for _, t := range infinite {
		if _, ok := g.logPower(t.node); !ok {
			return nil, fail(NoExpansion, "the exponent has logarithms that are no polynomial")
		}
	}
	if len(infinite) > 0 {
		l = append(l, leadTerm{0, infinite})
	}
	if len(l) > 0 && !g.side {
		return nil, &restart{side: true}
	}
	l, shift, err := g.reduced(l)
	if err != nil {
		return nil, err
	}
	w := &series{prec: z.prec, flat: z.flat}
	if n := 1 - z.val; n < len(z.c) {
		w.val, w.c = max(z.val, 1), z.c[max(n, 0):]
	}
	y, err := g.growth(w)
	if err != nil {
		return nil, err
	}
	y = g.scaled(y, g.of(g.values.exp(g.id(finite)))).shifted(shift)
	y.lead = l
	return y.trimmed(g.cut), nil
}

// growth returns e^w for a series without a constant term.
func (g *germ) growth(w *series) (*series, error) {
	if len(w.c) == 0 {
		return &series{c: []coef{number(rational.One)}, prec: w.prec, flat: w.flat}, nil
	}
	if x, ok := w.numbersOf(min(w.prec, g.cut)); ok {
		n := min(w.prec, g.cut)
		return g.exponentialOf(x, n).seriesOf(n, w.flat).trimmed(g.cut), nil
	}
	dw, err := g.theta(w)
	if err != nil {
		return nil, err
	}
	y := &series{c: []coef{number(rational.One)}, prec: min(w.prec, g.cut), flat: w.flat}
	for n := 1; n < y.prec; n++ {
		var slopes, values []coef
		for k := dw.val; k <= n; k++ {
			if d := dw.at(k); len(d) > 0 {
				slopes, values = append(slopes, d), append(values, y.c[n-k])
			}
		}
		c, err := g.solve(g.sumOfProducts(slopes, values), g.exponent(n))
		if err != nil {
			return nil, err
		}
		y.c = append(y.c, c)
	}
	return y.trimmed(g.cut), nil
}

// logarithm returns log(z) for z = exp(l)·c·τ^n·(1+w):
//
//	l + log(c) + n·log(τ) + y,  (1+w)·y' = w'
func (g *germ) logarithm(z *series, id symbolic.ID) (*series, error) {
	z, err := g.led(z, id)
	if err != nil {
		return nil, err
	}
	if len(z.c) == 0 {
		return nil, fail(NoValue, "the logarithm of 0 has no value")
	}
	if !g.side && z.val != 0 {
		return nil, &restart{side: true}
	}
	if err := g.positive(z.c[0], "the logarithm of %s, which is negative there, has no value", id); err != nil {
		return nil, err
	}
	c, w, err := g.unit(z)
	if err != nil {
		return nil, err
	}
	y, err := g.logarithmOfUnit(w)
	if err != nil {
		return nil, err
	}
	first := g.of(g.s.Apply(g.s.Func(g.values.primitive.log), g.id(c)))
	if z.val != 0 {
		first = g.add(first, coef{{g.logOf(), g.exponent(z.val)}})
	}
	x, err := g.plus(y, constant(first), rational.One)
	for i := 0; i < len(z.lead) && err == nil; i++ {
		x, err = g.plus(x, monomial(z.lead[i].c, z.lead[i].exponent), rational.One)
	}
	return x, err
}

// logarithmOfUnit returns log(1+w).
func (g *germ) logarithmOfUnit(w *series) (*series, error) {
	if x, ok := w.numbersOf(min(w.prec, g.cut)); ok {
		x[0] = rational.One
		n := min(w.prec, g.cut)
		return g.logarithmOf(x, n).seriesOf(n, w.flat).trimmed(g.cut), nil
	}
	dw, err := g.theta(w)
	if err != nil {
		return nil, err
	}
	y := &series{val: 1, prec: min(w.prec, g.cut), flat: w.flat}
	if len(w.c) == 0 {
		y.prec = w.prec
	}
	var slopes []coef // of y, from τ^1 on
	for n := 1; n < y.prec && len(w.c) > 0; n++ {
		var before, factors []coef
		for k := 1; k < n; k++ {
			if a := w.at(n - k); len(a) > 0 {
				before, factors = append(before, slopes[k-1]), append(factors, a)
			}
		}
		d := g.sub(dw.at(n), g.sumOfProducts(before, factors))
		a, err := g.solve(d, g.exponent(n))
		if err != nil {
			return nil, err
		}
		slopes, y.c = append(slopes, d), append(y.c, a)
	}
	return y.trimmed(g.cut), nil
}

// positive requires that a coefficient is positive; the message takes a node.
func (g *germ) positive(c coef, message string, id symbolic.ID) error {
	sign, err := g.sign(c)
	if open, ok := err.(*openSign); ok {
		g.require(g.s.Relate(symbolic.Less, symbolic.Zero, open.id))
		return nil
	}
	if err == nil && sign <= 0 {
		err = fail(NoValue, message, g.text(id))
	}
	return err
}

// unit returns c and w in z = exp(lead)·c·τ^val·(1+w).
func (g *germ) unit(z *series) (c coef, w *series, err error) {
	c = z.c[0]
	y := *z
	y.lead = nil
	y.c = slices.Clone(z.c)
	y.c[0] = nil
	w = g.scaled(&y, g.inverse(c)).shifted(-z.val)
	if z.prec == exact && len(z.c) == 1 {
		w = &series{prec: exact, flat: z.flat}
	}
	return c, w.trimmed(exact), nil
}

// inverse returns 1/c for a coefficient that is not 0.
func (g *germ) inverse(c coef) coef { return g.raised(c, rational.NegOne) }

// raised returns c^e.
func (g *germ) raised(c coef, e rational.Rat) coef {
	if e.IsOne() {
		return c
	}
	return g.of(g.s.Pow(g.id(c), g.s.Num(e)))
}

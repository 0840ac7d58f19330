package taylor

import (
	"errors"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// powerOf expands the node id = base^e.
func (g *germ) powerOf(id, base, e symbolic.ID) (*series, []symbolic.ID, error) {
	s := g.s
	if needs := g.missing(base); len(needs) > 0 {
		return nil, needs, nil
	}
	if g.isActive(e) { // e^(e·log(base))
		sign, err := g.signNear(base)
		var open *openSign
		switch {
		case errors.As(err, &open):
			g.require(s.Relate(symbolic.Less, symbolic.Zero, open.id))
		case err != nil:
			return nil, nil, err
		case sign <= 0:
			return nil, nil, fail(Unsupported, "a power of what is not positive, with an exponent that depends on the variable, cannot be expanded")
		}
		exp, log := s.Func(g.values.primitive.exp), s.Func(g.values.primitive.log)
		return g.standFor(id, s.Apply(exp, s.Mul(e, s.Apply(log, base))))
	}
	z := g.series(base)
	if s.Kind(e) != symbolic.Number {
		z, err := g.raise(z, base, g.of(e), e)
		return z, nil, err
	}
	x := s.Number(e)
	if n, ok := x.Int64(); ok && n > 0 && (n <= smallPower || !g.leads(z) || g.isShort(z, n)) {
		z, err := g.power(z, n)
		return z, nil, err
	}
	z, err := g.raise(z, base, number(x), e)
	return z, nil, err
}

// isShort tells whether z^n is a polynomial none of whose terms is cut off.
func (g *germ) isShort(z *series, n int64) bool {
	return z.prec == exact && n < int64(g.cut) && int(n)*(len(z.c)-1) < g.cut-min(z.val, 0)
}

// smallPower is the exponent up to which powers are products.
const smallPower = 4

// leads tells whether the first coefficient of a series is a rational number,
// and so not 0.
func (g *germ) leads(z *series) bool {
	if len(z.c) == 0 {
		return false
	}
	_, ok := z.c[0].rational()
	return ok
}

// raise returns z^a for z = exp(l)·c·τ^n·(1+w):
//
//	exp(a·l)·c^a·τ^(a·n)·y,  (1+w)·y' = a·w'·y
func (g *germ) raise(z *series, base symbolic.ID, a coef, e symbolic.ID) (*series, error) {
	z, err := g.led(z, base)
	if err != nil {
		return nil, err
	}
	x, isNumber := a.rational()
	if len(z.c) == 0 {
		sign := x.Sign()
		if !isNumber {
			if sign, err = g.sign(a); err != nil {
				return nil, err
			}
		}
		switch {
		case sign > 0:
			return z, nil
		case sign == 0:
			return constant(number(rational.One)), nil
		}
		return nil, fail(NoValue, "%s has no value where %s is 0", g.text(g.s.Pow(base, e)), g.text(base))
	}
	whole := isNumber && x.IsInt() || !isNumber && g.isInteger(e)
	if !whole {
		if !g.side && z.val != 0 {
			return nil, &restart{side: true}
		}
		if err := g.positive(z.c[0], "a power of %s, which is negative there, has no value", base); err != nil {
			return nil, err
		}
	}
	shift, l, err := g.raisedExponent(z, a)
	if err != nil {
		return nil, err
	}
	c, w, err := g.unit(z)
	if err != nil {
		return nil, err
	}
	var y *series
	if whole && isNumber && g.hasLog(c) && x.Sign() < 0 {
		y, err = g.reciprocal(w, x)
	} else {
		y, err = g.binomial(w, a)
	}
	if err != nil {
		return nil, err
	}
	y = g.scaled(y, g.of(g.s.Pow(g.id(c), e))).shifted(shift)
	y.lead = l
	return y.trimmed(g.cut), nil
}

// isInteger tells whether a node is declared as an integer.
func (g *germ) isInteger(e symbolic.ID) bool {
	floor := g.s.Apply(g.s.Func(g.values.primitive.floor), e)
	return g.holds(symbolic.Equal, e, floor)
}

// raisedExponent returns (exp(lead)·τ^val)^a as a power of τ and a lead.
func (g *germ) raisedExponent(z *series, a coef) (shift int, l lead, err error) {
	for _, t := range z.lead {
		l = g.joined(l, leadTerm{t.exponent, g.mul(t.c, a)})
	}
	if z.val == 0 {
		return 0, l, nil
	}
	x, ok := a.rational()
	if !ok { // t^(a·n) is exp(a·n·log(t))
		if !g.side {
			return 0, nil, &restart{side: true}
		}
		by := g.mul(a, coef{{g.logOf(), g.exponent(z.val)}})
		l, shift, err = g.reduced(g.leadSum(l, g.joined(nil, leadTerm{0, by}), rational.One))
		return shift, l, err
	}
	e := x.Mul(rational.Int(int64(z.val)))
	n, ok := e.Int64()
	if !e.IsInt() {
		if n, ok = e.Denom().Int64(); ok {
			return 0, nil, &restart{roots: n}
		}
	}
	if !ok || n > maxExponent || n < -maxExponent {
		return 0, nil, tooManyRoots()
	}
	return int(n), l, nil
}

// binomial returns (1+w)^a, by n·y_n = Σ (a·k-(n-k))·w_k·y_(n-k).
func (g *germ) binomial(w *series, a coef) (*series, error) {
	one := number(rational.One)
	if len(w.c) == 0 {
		return &series{c: []coef{one}, prec: w.prec, flat: w.flat}, nil
	}
	if x, isNumber := a.rational(); isNumber {
		if list, ok := w.numbersOf(min(w.prec, g.cut)); ok {
			list[0] = rational.One
			n := min(w.prec, g.cut)
			return g.numberPower(list, x, n).seriesOf(n, w.flat).trimmed(g.cut), nil
		}
	}
	dw, err := g.theta(w)
	if err != nil {
		return nil, err
	}
	adw := g.scaled(dw, a)
	y := &series{c: []coef{one}, prec: min(w.prec, g.cut), flat: w.flat}
	slopes := []coef{nil} // theta of y
	for n := 1; n < y.prec; n++ {
		var a, b, values, before []coef
		for k := w.val; k <= min(n, w.end()-1); k++ {
			a, values = append(a, adw.at(k)), append(values, y.c[n-k])
			b, before = append(b, w.at(k)), append(before, slopes[n-k])
		}
		d := g.sub(g.sumOfProducts(a, values), g.sumOfProducts(b, before))
		c, err := g.solve(d, g.exponent(n))
		if err != nil {
			return nil, err
		}
		slopes, y.c = append(slopes, d), append(y.c, c)
	}
	return y.trimmed(g.cut), nil
}

// reciprocal returns (1+w)^x for a negative integer x without derivatives, by
// which logarithms in a denominator do no harm.
func (g *germ) reciprocal(w *series, x rational.Rat) (*series, error) {
	n, ok := x.Neg().Int64()
	if !ok {
		return nil, errors.New("taylor: an exponent is too large")
	}
	y := &series{c: []coef{number(rational.One)}, prec: min(w.prec, g.cut), flat: w.flat}
	for i := 1; i < y.prec && len(w.c) > 0; i++ {
		var a, before []coef
		for k := w.val; k <= min(i, w.end()-1); k++ {
			a, before = append(a, w.at(k)), append(before, y.c[i-k])
		}
		y.c = append(y.c, g.neg(g.sumOfProducts(a, before)))
	}
	if len(w.c) == 0 {
		y.prec = w.prec
	}
	return g.power(y.trimmed(g.cut), n)
}

// floor expands floor(u) where u goes to an integer.
func (g *germ) floor(u symbolic.ID, point []symbolic.ID, finite bool) (*series, error) {
	s := g.s
	if !finite {
		return nil, fail(NoExpansion, "floor jumps again and again at infinity")
	}
	if s.Kind(point[0]) != symbolic.Number {
		return nil, fail(Undecided, "it could not be decided which integer %s is", g.text(point[0]))
	}
	n := s.Number(point[0])
	d, err := g.plus(g.series(u), constant(number(n)), rational.NegOne)
	if err != nil {
		return nil, err
	}
	if d, err = g.led(d, s.Sub(u, point[0])); err != nil {
		return nil, err
	}
	if len(d.c) == 0 {
		return constant(number(n)), nil
	}
	if !g.side && d.val%2 != 0 {
		return nil, &restart{side: true}
	}
	sign, err := g.sign(d.c[0])
	if err != nil {
		return nil, err
	}
	if sign < 0 {
		n = n.Sub(rational.One)
	}
	return constant(number(n)), nil
}

package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// present turns a series in t into one in the variable.
func (p *plan) present(g *germ, y *series, side Side, order int) (Series, error) {
	s := p.s
	z := Series{Side: side, Exact: y.prec == exact && !y.flat}
	hasLog := slices.ContainsFunc(y.c, g.hasLog) || g.log != 0 && !z.Exact
	if len(y.lead) > 0 && !(y.lead[0].exponent == 0 && g.isPower(y.lead)) {
		flat, err := g.isFlat(y.lead)
		if err != nil {
			return z, err
		}
		z.Exact, z.Rest = false, s.Expr(p.rest(g, side, order, symbolic.Zero, false))
		if !flat {
			return z, &Error{Kind: NoExpansion, Reason: "it grows faster than any power of the variable", grows: true}
		}
		return z, nil
	}
	lift := symbolic.Zero // of all exponents
	for _, l := range y.lead {
		for _, t := range l.c {
			_, rest, _ := g.takeLog(t.node)
			lift = s.Add(lift, s.Scale(rest, t.k))
		}
	}
	plain := lift == symbolic.Zero && !y.hasRoots(g.roots) && !hasLog
	base, flip := p.base(side, plain)
	z.Little = hasLog
	z.Rest = s.Expr(p.rest(g, side, order, lift, hasLog))
	z.Terms = make([]Term, 0, y.terms())
	for i, c := range y.c {
		if len(c) == 0 {
			continue
		}
		e := g.exponent(y.val + i)
		if e.Cmp(rational.Int(int64(order))) > 0 {
			z.Exact = false
			break
		}
		terms := []coef{c}
		if g.log != 0 {
			var err error
			if terms, err = g.byLog(c); err != nil {
				return z, err
			}
		}
		for k := len(terms) - 1; k >= 0; k-- {
			if len(terms[k]) == 0 {
				continue
			}
			a, power := terms[k], s.Num(e)
			if lift != symbolic.Zero {
				power = s.Add(power, lift)
			}
			n, _ := e.Int64()
			if flip && n%2 != 0 {
				a = g.neg(a)
			}
			if p.at.Infinity != 0 {
				power = s.Neg(power)
				if k%2 != 0 {
					a = g.neg(a)
				}
			}
			t := Term{Coef: s.Expr(g.id(a)), Base: s.Expr(base), Power: s.Expr(power), Log: k}
			if k > 0 {
				t.log = s.Call(p.values.primitive.log, t.Base)
			}
			z.Terms = append(z.Terms, t)
		}
	}
	return z, nil
}

// rest returns what the rest of an expansion is of the order of: the next power on
// the grid of the exponents or, with logarithms, the last one.
func (p *plan) rest(g *germ, side Side, order int, lift symbolic.ID, little bool) symbolic.ID {
	s := p.s
	e := rational.Int(int64(order))
	if !little {
		e = e.Add(rational.New(1, int64(g.roots)))
	}
	power := s.Add(s.Num(e), lift)
	if p.at.Infinity != 0 {
		power = s.Neg(power)
	}
	base, _ := p.base(side, g.roots == 1 && lift == symbolic.Zero)
	return s.Pow(base, power)
}

// hasRoots tells whether exponents are no integers.
func (z *series) hasRoots(roots int) bool {
	for i, c := range z.c {
		if (z.val+i)%roots != 0 && len(c) > 0 {
			return true
		}
	}
	return false
}

// base returns what the powers are of, and whether it is -t. A plain series has
// whole powers and no logarithms.
func (p *plan) base(side Side, plain bool) (base symbolic.ID, flip bool) {
	s := p.s
	switch {
	case p.at.Infinity > 0 || p.at.Infinity < 0 && plain:
		return p.variable, p.at.Infinity < 0
	case p.at.Infinity < 0:
		return s.Neg(p.variable), false
	case side == Left && !plain:
		return s.Sub(p.at.Value.ID(), p.variable), false
	}
	return s.Sub(p.variable, p.at.Value.ID()), side == Left
}

// byLog splits a coefficient into those of the powers of log(t).
func (g *germ) byLog(c coef) (list []coef, err error) {
	for _, t := range c {
		n, rest, ok := g.takeLog(t.node)
		if !ok || n > maxSlopes {
			return nil, fail(NoExpansion, "the coefficients have logarithms of the variable in another way than as powers")
		}
		for int64(len(list)) <= n {
			list = append(list, nil)
		}
		list[n] = g.add(list[n], g.scale(g.of(rest), t.k))
	}
	return list, nil
}

// Expr returns a term as an expression.
func (t Term) Expr() symbolic.Expr {
	z := t.Coef.Mul(t.Base.Pow(t.Power))
	for range t.Log {
		z = z.Mul(t.log)
	}
	return z
}

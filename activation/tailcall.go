package activation

import (
	"math"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

var inf = math.Inf(1)

// split writes a sum as first·(1+r) and encloses r, which is more than -1.
func (t *tail) split(list []term) (first term, r []term, hull interval.Float, err error) {
	if len(list) == 0 || !list[0].c.NonZero() {
		return first, nil, zero, errTail
	}
	first = list[0]
	for _, x := range list[1:] {
		m := t.over(x.monomial, first.monomial)
		if x.known && first.known {
			r = append(r, t.number(t.s.Div(x.exact, first.exact), m))
		} else {
			r = append(r, term{m, 0, false, x.c.Quo(first.c)})
		}
	}
	if hull, err = t.enclose(r); err != nil {
		return first, nil, zero, err
	}
	hull = hull.Hull(zero)
	if !(hull.Lower() > -1) {
		return first, nil, zero, errTail
	}
	return first, r, hull, nil
}

// inexact scales a sum by an interval.
func inexact(list []term, by interval.Float) []term {
	out := make([]term, len(list))
	for i, x := range list {
		out[i] = term{x.monomial, 0, false, x.c.Mul(by)}
	}
	return out
}

// power returns a sum to a constant power.
func (t *tail) power(list []term, exponent symbolic.ID) ([]term, error) {
	s := t.s
	if s.Kind(exponent) != symbolic.Number {
		return nil, errTail
	}
	q := s.Number(exponent)
	if n, ok := q.Int64(); ok && n >= 0 && n <= 8 {
		z, err := t.constantTerm(symbolic.One)
		for ; n > 0 && err == nil; n-- {
			z, err = t.mul(z, list)
		}
		return z, err
	}
	first, r, hull, err := t.split(list)
	if err != nil {
		return nil, err
	}
	if sign, ok := first.c.Sign(); !ok || sign < 0 && !q.IsInt() {
		return nil, errTail
	}
	by := interval.FromRatFloat(q)
	lead := term{monomial{first.power.Mul(q), t.scalePoly(first.exponent, exponent)}, 0, false, first.c.Pow(by)}
	if first.known {
		lead = t.number(s.Pow(first.exact, exponent), lead.monomial)
	}
	slope := by.Mul(interval.FloatPoint(1).Add(hull).Pow(by.Sub(interval.FloatPoint(1))))
	return t.grown(lead, inexact(r, slope))
}

// grown returns first·(1+r).
func (t *tail) grown(first term, r []term) ([]term, error) {
	rest, err := t.mul([]term{first}, r)
	if err != nil {
		return nil, err
	}
	return t.add([]term{first}, rest)
}

// call returns a function of a sum.
func (t *tail) call(name string, u []term) ([]term, error) {
	switch name {
	case "exp":
		return t.exp(u)
	case "log":
		return t.log(u)
	case "sqrt":
		return t.power(u, t.s.Num(rational.New(1, 2)))
	case "erf":
		if z, err := t.erf(u); err == nil {
			return z, nil
		}
	case "atan":
		if z, err := t.atan(u); err == nil {
			return z, nil
		}
	}
	kernel, ok := interval.LookupFloat(name, 1)
	if !ok {
		return nil, errTail
	}
	v, err := t.enclose(u)
	if err != nil {
		return nil, err
	}
	if v = kernel([]interval.Float{v}); !sound(v) {
		return nil, errTail
	}
	return []term{{monomial{}, 0, false, v}}, nil
}

func (t *tail) exp(u []term) ([]term, error) {
	first := t.number(symbolic.One, monomial{})
	var r []term
	for _, x := range u {
		sign, err := t.growth(x.monomial)
		switch {
		case err != nil:
			return nil, err
		case sign < 0:
			r = append(r, x)
		case sign == 0 && x.known:
			first = t.times(first, t.number(t.s.Call(t.row("exp"), t.s.Expr(x.exact)).ID(), monomial{}))
		case sign == 0:
			first = t.times(first, term{monomial{}, 0, false, x.c.Exp()})
		default:
			n, ok := x.power.Int64()
			if !ok || n < 1 || n > 16 || len(x.exponent) > 0 || !x.known {
				return nil, errTail
			}
			p := make([]symbolic.ID, n)
			p[n-1] = x.exact
			first.exponent = t.addPoly(first.exponent, p)
		}
	}
	hull, err := t.enclose(r)
	if err != nil {
		return nil, err
	}
	return t.grown(first, inexact(r, hull.Hull(zero).Exp()))
}

func (t *tail) log(u []term) ([]term, error) {
	first, r, hull, err := t.split(u)
	if err != nil {
		return nil, err
	}
	if sign, ok := first.c.Sign(); !ok || sign <= 0 || !first.power.IsZero() {
		return nil, errTail
	}
	z := inexact(r, interval.FloatPoint(1).Add(hull).Inv())
	constant := []term{{monomial{}, 0, false, first.c.Log()}}
	if first.known {
		if constant, err = t.constantTerm(t.s.Call(t.row("log"), t.s.Expr(first.exact)).ID()); err != nil {
			return nil, err
		}
	}
	if z, err = t.add(constant, z); err != nil {
		return nil, err
	}
	for i, id := range first.exponent {
		if id == symbolic.Zero {
			continue
		}
		if z, err = t.add(z, []term{t.number(id, monomial{power: rational.Int(int64(i + 1))})}); err != nil {
			return nil, err
		}
	}
	return z, nil
}

// erf uses 1-1/(2u²) <= u·sqrt(pi)·exp(u²)·erfc(u) <= 1 for u > 0.
//
// Source: DLMF 7.12.1.
func (t *tail) erf(u []term) ([]term, error) {
	if len(u) != 1 {
		return nil, errTail
	}
	sign, ok := u[0].c.Sign()
	if len(u[0].exponent) > 0 || u[0].power.Sign() <= 0 || !ok || sign == 0 {
		return nil, errTail
	}
	one, err := t.constantTerm(t.s.Int(int64(sign)))
	if err != nil {
		return nil, err
	}
	square, err := t.mul(u, u)
	if err != nil {
		return nil, err
	}
	e, err := t.exp(t.scaled(square, symbolic.NegOne))
	if err != nil {
		return nil, err
	}
	inverse, err := t.power(u, symbolic.NegOne)
	if err != nil {
		return nil, err
	}
	// The square of u is least where the tail begins.
	at, err := t.at(u[0].monomial)
	if err != nil {
		return nil, err
	}
	at = at.Mul(u[0].c)
	below := interval.FloatPoint(1).Sub(interval.FloatPoint(0.5).Quo(at.Sqr()))
	low := 0.0
	if below.Lower() > 0 {
		low = below.Lower()
	}
	by := interval.NewFloat(low, 1).Quo(interval.PiFloat().Sqrt())
	e, err = t.mul(e, inverse)
	if err != nil {
		return nil, err
	}
	return t.add(one, inexact(e, by.Neg()))
}

// atan uses atan(u) = ±pi/2 - atan(1/u), and atan(r)/r between 1/(1+r²) and 1.
func (t *tail) atan(u []term) ([]term, error) {
	if len(u) == 0 {
		return nil, errTail
	}
	sign, ok := u[0].c.Sign()
	if grows, err := t.growth(u[0].monomial); err != nil || grows <= 0 || !ok || sign == 0 {
		return nil, errTail
	}
	r, err := t.power(u, symbolic.NegOne)
	if err != nil {
		return nil, err
	}
	hull, err := t.enclose(r)
	if err != nil {
		return nil, err
	}
	one := interval.FloatPoint(1)
	by := one.Add(hull.Sqr()).Inv().Hull(one)
	half, err := t.constantTerm(t.s.Scale(t.s.Pi(), rational.New(int64(sign), 2)))
	if err != nil {
		return nil, err
	}
	return t.add(half, inexact(r, by.Neg()))
}

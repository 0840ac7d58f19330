package algebra

import (
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

// Numerator returns the factors of the numerator of e, each as a polynomial in
// the one generator that depends on something, and false if one of them has
// two such generators. Where e is 0, one of the polynomials is.
func Numerator(s *symbolic.Store, e symbolic.ID, depends func(symbolic.ID) bool) (list []Polynomial, ok bool, err error) {
	f, err := New(s, Options{}, e)
	if err != nil {
		return nil, false, err
	}
	v, err := f.value(e)
	if err != nil {
		return nil, false, err
	}
	if v.isZero() {
		return []Polynomial{{symbolic.One, []symbolic.ID{symbolic.Zero}}}, true, nil
	}
	numerator, _ := split(v)
	for _, x := range numerator {
		if x.index < len(f.gens) {
			g := f.generatorPower(x.index, 1)
			if depends(g) {
				list = append(list, Polynomial{g, []symbolic.ID{symbolic.One, symbolic.Zero}})
			} else {
				list = append(list, Polynomial{symbolic.One, []symbolic.ID{g}})
			}
			continue
		}
		for _, p := range irreducible(f.polys[x.index-len(f.gens)].p) {
			q, ok := f.inOneGenerator(p, depends)
			if !ok {
				return nil, false, nil
			}
			list = append(list, q)
		}
	}
	return list, true, nil
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
func (f *Field) inOneGenerator(p poly.Poly, depends func(symbolic.ID) bool) (Polynomial, bool) {
	at := -1
	for _, i := range p.Vars() {
		if !depends(f.generatorPower(i, 1)) {
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

package assume

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxRoots bounds the roots of relations that are solved.
const maxRoots = 12

// solved brings a relation between rational functions of one term into the
// form "term is in a set", where all real roots and poles are rational:
// (u+1)/(u-1) >= 0 is u <= -1 or u > 1. The term is a symbol or function, or a
// product of powers of such. The relation fails at poles.
func (f *Facts) solved(cond symbolic.ID) (atom, bool) {
	if z, ok := f.always.solutions[cond]; ok {
		return z, z.term != 0
	}
	z, _ := f.solve(cond)
	f.always.solutions[cond] = z
	return z, z.term != 0
}

func (f *Facts) solve(cond symbolic.ID) (z atom, ok bool) {
	s := f.s
	ops := s.Operands(cond)
	d := s.Sub(ops[0], ops[1])
	if !f.inOneTerm(d) {
		return z, false
	}
	product := f.factored(d)
	if !product.ok {
		return z, false
	}
	sign := signFunction{c: product.c}
	rest := s.NewProduct() // the factors that are no polynomials of the term
	for _, x := range product.factors {
		if x.Generator == 0 {
			rest.MulPow(x.Base, s.Int(x.Exp))
			continue
		}
		if z.term != 0 && x.Generator != z.term {
			return atom{}, false
		}
		z.term = x.Generator
		if !sign.add(x.Poly, x.Var, x.Exp) {
			return atom{}, false
		}
	}
	if z.term == 0 || !sign.addPower(s, z.term, rest.Product()) {
		return atom{}, false
	}
	if z.in, ok = sign.set(s.Rel(cond)); !ok {
		return atom{}, false
	}
	return z, true
}

// maxLeaves bounds the symbols and functions of which one term is a product.
const maxLeaves = 2

// inOneTerm tells whether an expression may be a rational function of one term,
// and is not just that term and a number.
func (f *Facts) inOneTerm(d symbolic.ID) bool {
	s := f.s
	rational := func(id symbolic.ID) bool {
		switch s.Kind(id) {
		case symbolic.Sum, symbolic.Product:
			return true
		case symbolic.Power:
			e := s.Operands(id)[1]
			return s.Kind(e) == symbolic.Number && s.Number(e).IsInt()
		}
		return false
	}
	if !rational(d) || s.Kind(d) == symbolic.Sum && len(s.Operands(d)) == 3 && s.Operands(d)[0] == symbolic.Zero {
		return false
	}
	leaves := 0
	nodes := s.PostorderWithin([]symbolic.ID{d}, rational)
	if len(nodes) > factorSize {
		return false
	}
	for _, id := range nodes {
		if !rational(id) && s.Kind(id) != symbolic.Number {
			leaves++
		}
	}
	return leaves == 1 || leaves <= maxLeaves && s.Kind(d) == symbolic.Sum
}

// A signFunction is a number times powers of irreducible polynomials in one
// variable, of which those with real roots are linear.
type signFunction struct {
	c     rational.Rat
	roots []rootOf
}

// A rootOf is where a power of a linear factor vanishes, or has a pole.
type rootOf struct {
	at  rational.Rat
	exp int64
}

// add multiplies by a power of an irreducible polynomial. It returns false
// where that has roots that are not rational.
func (z *signFunction) add(p poly.Poly, v int, exp int64) bool {
	if p.Degree(v) == 1 {
		lead, _ := p.Leading(v)
		a, ok := lead.Constant()
		if !ok {
			return false
		}
		b, err := p.Eval(make([]rational.Rat, p.Ring().NumVars()), nil)
		if err != nil {
			return false
		}
		if a.Sign() < 0 && exp%2 != 0 {
			z.c = z.c.Neg()
		}
		z.roots = append(z.roots, rootOf{b.Div(a).Neg(), exp})
		return len(z.roots) <= maxRoots
	}
	n, err := p.Roots(v, poly.End{Inf: -1}, poly.End{Inf: 1}, &poly.Budget{Steps: factorBudget})
	if err != nil || n > 0 {
		return false
	}
	at0, err := p.Eval(make([]rational.Rat, p.Ring().NumVars()), nil)
	if at0.Sign() < 0 && exp%2 != 0 {
		z.c = z.c.Neg()
	}
	return err == nil
}

// addPower multiplies by an integer power of the term itself. It returns false
// where the factor is something else.
func (z *signFunction) addPower(s *symbolic.Store, term, factor symbolic.ID) bool {
	if factor == symbolic.One {
		return true
	}
	for n := int64(1); n <= maxRoots; n++ {
		for _, k := range []int64{n, -n} {
			if s.Pow(term, s.Int(k)) == factor {
				z.roots = append(z.roots, rootOf{rational.Rat{}, k})
				return true
			}
		}
	}
	return false
}

// set returns where z rel 0 holds.
func (z *signFunction) set(rel symbolic.Rel) (set, bool) {
	slices.SortFunc(z.roots, func(a, b rootOf) int { return a.at.Cmp(b.at) })
	holds := func(sign int) bool {
		switch rel {
		case symbolic.Equal:
			return sign == 0
		case symbolic.NotEqual:
			return sign != 0
		case symbolic.Less:
			return sign < 0
		}
		return sign <= 0
	}
	// From right to left: the sign changes at the roots of odd order.
	var fails set // where it fails, in the end in order
	sign, hi := z.c.Sign(), plusInf
	for i := len(z.roots); ; {
		lo := minusInf
		if i > 0 {
			lo = bound{value: z.roots[i-1].at, open: true}
		}
		if !holds(sign) {
			fails = fails.union(set{{lo, hi}})
		}
		if i == 0 {
			break
		}
		at, order, pole := z.roots[i-1].at, int64(0), false
		for ; i > 0 && z.roots[i-1].at.Equal(at); i-- {
			order += z.roots[i-1].exp
			pole = pole || z.roots[i-1].exp < 0
		}
		if pole || !holds(0) {
			fails = fails.union(set{point(at)})
		}
		if order%2 != 0 {
			sign = -sign
		}
		hi = lo
	}
	out := fails.complement()
	return out, len(out) <= maxPieces
}

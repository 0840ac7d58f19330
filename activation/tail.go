package activation

import (
	"slices"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A tail is the part x >= from of the line, from > 0, on which expressions are
// enclosed by sums of monomials
//
//	Σ c·x^a·exp(P(x)),   P a polynomial without constant
//
// with exact exponents and coefficients that are exact or intervals; an interval
// has the coefficient at every point of the tail, and need not be a constant. What
// decays is kept apart from what does not, so that 1-tanh(x) is seen to be small,
// and x·(1-tanh(x)) as well, where plain intervals give [0, inf].
//
// From 1+r with a small r follow
//
//	(1+r)^q = 1 + r·q·(1+ξ)^(q-1)   log(1+r) = r/(1+ξ)   exp(r) = 1 + r·exp(ξ)
//
// with ξ between 0 and r, by the mean value theorem.
type tail struct {
	*line
	from interval.Float
}

type monomial struct {
	power    rational.Rat
	exponent []symbolic.ID // coefficients of x, x^2, ...; the last is not 0
}

type term struct {
	monomial
	exact symbolic.ID // the coefficient, if isExact
	known bool        // whether it is exact
	c     interval.Float
}

// maxTerms bounds a sum; smaller terms become a part of the last one.
const maxTerms = 12

// errTail says that a tail begins too early, or that an expression is not of this
// kind. It is a reason like others, so that a report without what is missing remains.
var errTail = unsupported("how fast it grows could not be bounded")

// expand encloses an expression, largest terms first.
func (t *tail) expand(root symbolic.ID) ([]term, error) {
	s := t.s
	root, err := t.elementary(root)
	if err != nil {
		return nil, err
	}
	done := map[symbolic.ID][]term{}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return s.Depends(id, t.x) }) {
		z, err := t.node(id, done)
		if err != nil {
			return nil, err
		}
		done[id] = z
	}
	return done[root], nil
}

// elementary unfolds all definitions.
func (t *tail) elementary(root symbolic.ID) (symbolic.ID, error) {
	s := t.s
	for range maxPieces {
		replace := map[symbolic.ID]symbolic.ID{}
		for _, id := range s.Postorder(root) {
			if !s.Depends(id, t.x) {
				continue
			}
			if d, ok := t.lib.Definition(s, id); ok {
				replace[id] = d
			}
		}
		if len(replace) == 0 {
			return root, nil
		}
		root = s.Substitute(root, replace)
	}
	return 0, errTail
}

func (t *tail) node(id symbolic.ID, done map[symbolic.ID][]term) ([]term, error) {
	s := t.s
	if id == t.x {
		return []term{t.number(symbolic.One, monomial{power: rational.One})}, nil
	}
	if !s.Depends(id, t.x) {
		return t.constantTerm(id)
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		z, err := t.constantTerm(ops[0])
		for i := 1; i < len(ops) && err == nil; i += 2 {
			z, err = t.add(z, t.scaled(done[ops[i]], ops[i+1]))
		}
		return z, err
	case symbolic.Product:
		z, err := t.constantTerm(ops[0])
		for i := 1; i < len(ops) && err == nil; i += 2 {
			var f []term
			if f, err = t.power(done[ops[i]], ops[i+1]); err == nil {
				z, err = t.mul(z, f)
			}
		}
		return z, err
	case symbolic.Power:
		return t.power(done[ops[0]], ops[1])
	case symbolic.Apply:
		if len(ops) == 1 {
			return t.call(s.Name(id), done[ops[0]])
		}
	}
	return nil, errTail
}

// number is an exact coefficient times a monomial.
func (t *tail) number(exact symbolic.ID, m monomial) term {
	c, err := t.constant(exact)
	if err != nil {
		c = interval.EntireFloat(interval.Maybe)
	}
	return term{m, exact, true, c}
}

func (t *tail) constantTerm(id symbolic.ID) ([]term, error) {
	if id == symbolic.Zero {
		return nil, nil
	}
	if _, err := t.constant(id); err != nil {
		return nil, err
	}
	return []term{t.number(id, monomial{})}, nil
}

func (t *tail) scaled(list []term, by symbolic.ID) []term {
	out := make([]term, len(list))
	for i, x := range list {
		out[i] = t.times(x, t.number(by, monomial{}))
	}
	return out
}

func (t *tail) times(x, y term) term {
	m := monomial{x.power.Add(y.power), t.addPoly(x.exponent, y.exponent)}
	if x.known && y.known {
		return t.number(t.s.Mul(x.exact, y.exact), m)
	}
	return term{m, 0, false, x.c.Mul(y.c)}
}

func (t *tail) addPoly(p, q []symbolic.ID) []symbolic.ID {
	if len(p) < len(q) {
		p, q = q, p
	}
	z := slices.Clone(p)
	for i := range q {
		z[i] = t.s.Add(z[i], q[i])
	}
	for len(z) > 0 && z[len(z)-1] == symbolic.Zero {
		z = z[:len(z)-1]
	}
	return z
}

func (t *tail) scalePoly(p []symbolic.ID, by symbolic.ID) []symbolic.ID {
	z := make([]symbolic.ID, len(p))
	for i := range p {
		z[i] = t.s.Mul(p[i], by)
	}
	return z
}

// over returns the monomial x/y.
func (t *tail) over(x, y monomial) monomial {
	return monomial{x.power.Sub(y.power), t.addPoly(x.exponent, t.scalePoly(y.exponent, symbolic.NegOne))}
}

// growth tells whether a monomial grows (1), decays (-1) or is 1.
func (t *tail) growth(m monomial) (int, error) {
	if n := len(m.exponent); n > 0 {
		sign, ok := t.compare(m.exponent[n-1], symbolic.Zero)
		if !ok || sign == 0 {
			return 0, errTail
		}
		return sign, nil
	}
	return m.power.Sign(), nil
}

// add merges two sums.
func (t *tail) add(a, b []term) ([]term, error) {
	var z []term
	for len(a) > 0 || len(b) > 0 {
		order := 1
		if len(a) == 0 {
			order = -1
		} else if len(b) > 0 {
			var err error
			if order, err = t.growth(t.over(a[0].monomial, b[0].monomial)); err != nil {
				return nil, err
			}
		}
		switch {
		case order > 0:
			z, a = append(z, a[0]), a[1:]
		case order < 0:
			z, b = append(z, b[0]), b[1:]
		default:
			x, y := a[0], b[0]
			a, b = a[1:], b[1:]
			sum := term{x.monomial, 0, false, x.c.Add(y.c)}
			if x.known && y.known {
				sum = t.number(t.s.Add(x.exact, y.exact), x.monomial)
			}
			if !sum.known || sum.exact != symbolic.Zero {
				z = append(z, sum)
			}
		}
	}
	return t.short(z)
}

// short makes what is too small for a term of its own a part of the last one.
func (t *tail) short(z []term) ([]term, error) {
	for len(z) > maxTerms {
		n := len(z) - 1
		r, err := t.bound(t.over(z[n].monomial, z[n-1].monomial))
		if err != nil {
			return nil, err
		}
		z[n-1] = term{z[n-1].monomial, 0, false, z[n-1].c.Add(z[n].c.Mul(r))}
		z = z[:n]
	}
	return z, nil
}

func (t *tail) mul(a, b []term) (z []term, err error) {
	for _, x := range a {
		row := make([]term, len(b))
		for i, y := range b {
			row[i] = t.times(x, y)
		}
		if z, err = t.add(z, row); err != nil {
			return nil, err
		}
	}
	return z, nil
}

// bound encloses a monomial on the tail. One that decays has to do so from the
// beginning.
func (t *tail) bound(m monomial) (interval.Float, error) {
	sign, err := t.growth(m)
	switch {
	case err != nil:
		return zero, err
	case sign == 0:
		return interval.FloatPoint(1), nil
	case sign > 0:
		return interval.NewFloat(0, inf), nil
	}
	if slope, err := t.slope(m); err != nil {
		return zero, err
	} else if !t.isNegative(slope) {
		return zero, errTail
	}
	at, err := t.at(m)
	return interval.NewFloat(0, max(0, at.Upper())), err
}

// slope returns the coefficients of x·m'/m = a + Σ k·P_k·x^k as a polynomial in
// x-from.
func (t *tail) slope(m monomial) ([]interval.Float, error) {
	q := []interval.Float{interval.FromRatFloat(m.power)}
	for k, id := range m.exponent {
		c, err := t.constant(id)
		if err != nil {
			return nil, err
		}
		q = append(q, c.Mul(interval.FloatPoint(float64(k+1))))
	}
	for i := range q { // Horner's scheme, again and again
		for j := len(q) - 2; j >= i; j-- {
			q[j] = q[j].Add(q[j+1].Mul(t.from))
		}
	}
	return q, nil
}

// isNegative tells whether a polynomial in x-from is nowhere positive on the tail.
func (t *tail) isNegative(q []interval.Float) bool {
	return !slices.ContainsFunc(q, func(c interval.Float) bool { return !(c.Upper() <= 0) })
}

// at encloses the value of a monomial where the tail begins.
func (t *tail) at(m monomial) (interval.Float, error) {
	e := zero
	power := t.from
	for _, id := range m.exponent {
		c, err := t.constant(id)
		if err != nil {
			return zero, err
		}
		e, power = e.Add(c.Mul(power)), power.Mul(t.from)
	}
	return t.from.Pow(interval.FromRatFloat(m.power)).Mul(e.Exp()), nil
}

// enclose encloses a sum on the tail.
func (t *tail) enclose(list []term) (interval.Float, error) {
	z := zero
	for _, x := range list {
		r, err := t.bound(x.monomial)
		if err != nil {
			return zero, err
		}
		z = z.Add(x.c.Mul(r))
	}
	return z, nil
}

// sign returns the sign that a sum has on the whole tail, 0 where that is not
// known.
func (t *tail) sign(list []term) (int, error) {
	if len(list) == 0 {
		return 0, nil
	}
	z, err := t.relative(list)
	sign, ok := z.Sign()
	if !ok {
		sign = 0
	}
	return sign, err
}

// relative encloses a sum divided by its first monomial.
func (t *tail) relative(list []term) (interval.Float, error) {
	z := list[0].c
	for _, x := range list[1:] {
		r, err := t.bound(t.over(x.monomial, list[0].monomial))
		if err != nil {
			return zero, err
		}
		z = z.Add(x.c.Mul(r))
	}
	return z, nil
}

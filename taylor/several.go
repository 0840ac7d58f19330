package taylor

import (
	"errors"
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Several is an expansion in several variables: a sum of terms in the order of
// their total degrees.
type Several struct {
	Variables []symbolic.Expr
	At        []symbolic.Expr
	Order     int
	Terms     []Monomial
	// Exact says that the formula is equal to the sum near the point.
	Exact bool
	// Conditions on the other symbols, under which it holds; and on the variables,
	// under which roots have values.
	Conditions []symbolic.Expr
}

// A Monomial is Coef·Π (x_i-a_i)^Powers[i].
type Monomial struct {
	Coef   symbolic.Expr
	Powers []int
}

// ExpandAll returns the expansion of a formula in several variables up to a total
// degree:
//
//	f(x, y) = Σ c_ij·(x-a)^i·(y-b)^j + O(|(x-a, y-b)|^(n+1)),  i+j <= n
//
// at has the values of the variables; where there are none they are 0. It is the
// expansion in t along all lines x = a+t·h, y = b+t·k at once: its coefficients are
// polynomials in h and k.
//
// Errors: an *Error with Undecided where the formula may not be smooth at the point;
// else as of Expand.
func ExpandAll(scope *read.Scope, f read.Formula, variables []symbolic.Expr, order int, at []symbolic.Expr) (z Several, err error) {
	defer symbolic.Catch(&err)
	if order < 0 || order > MaxOrder {
		return z, fail(Unsupported, "the order of an expansion is an integer from 0 to %d, not %d", MaxOrder, order)
	}
	s := scope.Store
	z = Several{Variables: variables, At: at, Order: order}
	for len(z.At) < len(variables) {
		z.At = append(z.At, s.Expr(symbolic.Zero))
	}
	t := s.FreshSym("t")
	p, err := newPlan(scope, f, s.Expr(t), Point{})
	if err != nil {
		return z, err
	}
	for _, x := range variables {
		if x.Kind() == symbolic.Index {
			if err := p.separate(x.ID()); err != nil {
				return z, err
			}
		} else {
			p.root = writtenOut(s, p.root, x.ID())
		}
	}
	q := *p
	put := map[symbolic.ID]symbolic.ID{}
	var steps []symbolic.ID
	for i, x := range variables {
		h := s.FreshSym("h")
		steps = append(steps, h)
		put[x.ID()] = s.Add(z.At[i].ID(), s.Mul(t, h))
	}
	q.root, q.domain = s.Substitute(p.root, put), s.Substitute(p.domain, put)
	y, err := q.along(steps, order)
	var e *Error
	if errors.As(err, &e) && e.Kind == Undecided {
		if z, ok, err := evenRoots(scope, p, z); ok || err != nil {
			return z, err
		}
	}
	z.Terms, z.Exact, z.Conditions = y.Terms, y.Exact, y.Conditions
	return z, err
}

// along expands a plan in t with polynomials of the steps as coefficients.
func (p *plan) along(steps []symbolic.ID, order int) (z Several, err error) {
	s := p.s
	dependsOnStep := func(id symbolic.ID) bool {
		return slices.ContainsFunc(steps, func(h symbolic.ID) bool { return s.Depends(id, h) })
	}
	unclear := fail(Undecided, "no expansion was found: it may not be smooth at the point in all directions")
	h, err := p.part(Both, order)
	var again *restart
	var open *openSign
	var e *Error
	switch {
	case errors.As(err, &open) && !dependsOnStep(open.id): // on other symbols
		return z, err
	case errors.As(err, &again), errors.As(err, &e) && e.Kind == Undecided:
		return z, unclear
	case err != nil:
		return z, err
	case slices.ContainsFunc(h.conds, dependsOnStep):
		return z, unclear
	}
	z.Exact, z.Conditions = h.series.Exact, h.series.Conditions
	for n, term := range h.series.Terms {
		if term.Power.Kind() != symbolic.Number || term.Power.Number().Sign() < 0 {
			return z, fail(NoExpansion, "it is not bounded near the point")
		}
		list, ok := h.g.monomials(h.g.of(term.Coef.ID()), steps)
		if !ok {
			return z, fail(Undecided, "no expansion was found: its derivative of order %d may not be the same in all directions", n)
		}
		z.Terms = append(z.Terms, list...)
	}
	return z, nil
}

// monomials splits a coefficient by the powers of symbols, of which it has to be a
// polynomial; those of the first symbols come first.
func (g *germ) monomials(c coef, symbols []symbolic.ID) (list []Monomial, ok bool) {
	s := g.s
	sums := map[int]*adder{} // by place in list
	for _, t := range c {
		powers := make([]int, len(symbols))
		rest := s.NewProduct()
		ops := []symbolic.ID{t.node, symbolic.One}
		switch s.Kind(t.node) {
		case symbolic.Product:
			ops = s.Operands(t.node)[1:]
		case symbolic.Power:
			ops = s.Operands(t.node)
		}
		for i := 0; i < len(ops); i += 2 {
			j := slices.Index(symbols, ops[i])
			if j < 0 {
				rest.MulPow(ops[i], ops[i+1])
				continue
			}
			n, isInt := int64(0), s.Kind(ops[i+1]) == symbolic.Number
			if isInt {
				n, isInt = s.Number(ops[i+1]).Int64()
			}
			if !isInt || n < 0 || n > MaxOrder {
				return nil, false
			}
			powers[j] = int(n)
		}
		node := rest.Product()
		if slices.ContainsFunc(symbols, func(h symbolic.ID) bool { return s.Depends(node, h) }) {
			return nil, false
		}
		at := slices.IndexFunc(list, func(m Monomial) bool { return slices.Equal(m.Powers, powers) })
		if at < 0 {
			at = len(list)
			list, sums[at] = append(list, Monomial{Powers: powers}), &adder{}
		}
		sums[at].add(g.of(node), t.k)
	}
	for i := range list {
		list[i].Coef = s.Expr(g.id(sums[i].sum()))
	}
	slices.SortFunc(list, func(a, b Monomial) int { return slices.Compare(b.Powers, a.Powers) })
	return list, true
}

package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A root is sqrt(u) where u vanishes at the point, or abs(v) with u = v^2, for which
// a symbol s stands.
type root struct{ u, s symbolic.ID }

// evenRoots expands a formula that has roots of what vanishes at the point, but no odd
// powers of them, as cos(sqrt(x^2+y^2)):
//
//	f(x, y) = F(x, y, s),  s^2 = u(x, y)
//
// F is expanded in t for x = a+t^2·h, y = b+t^2·k and s = t·σ, up to t^(2n+1): what is
// left out has degree n+1 at least, with u in place of s^2, since u has an expansion
// itself. It returns false if the formula is none of this kind.
func evenRoots(scope *read.Scope, p *plan, z Several) (Several, bool, error) {
	s := p.s
	if 2*z.Order+1 > MaxOrder {
		return z, false, nil
	}
	at := map[symbolic.ID]symbolic.ID{}
	for i, x := range z.Variables {
		at[x.ID()] = z.At[i].ID()
	}
	g := p.germ(Both, 1, 1)
	roots, replaced := p.roots(func(u symbolic.ID) bool {
		zero, err := g.isIdentity(g.of(s.Substitute(u, at)))
		return zero && err == nil
	})
	if len(roots) == 0 {
		return z, false, nil
	}
	for _, r := range roots {
		// Then it has degree 1 at least, as it vanishes.
		if _, err := ExpandAll(scope, read.Formula{Expr: s.Expr(r.u), Domain: s.Expr(symbolic.True)}, z.Variables, 1, z.At); err != nil {
			return z, false, nil
		}
	}
	q := *p
	q.root = replaced(p.root)
	var domain, conds []symbolic.ID // conds are those under which the roots have values
	for _, c := range conjuncts(s, p.domain) {
		if slices.ContainsFunc(roots, func(r root) bool { return c == s.Relate(symbolic.LessEqual, symbolic.Zero, r.u) }) {
			conds = append(conds, c)
		} else {
			domain = append(domain, replaced(c))
		}
	}
	q.domain = s.And(domain...)
	t := p.x
	put := map[symbolic.ID]symbolic.ID{}
	var steps []symbolic.ID
	step := func(x, a symbolic.ID, power int64) {
		h := s.FreshSym("h")
		steps = append(steps, h)
		put[x] = s.Add(a, s.Mul(s.Pow(t, s.Int(power)), h))
	}
	for i, x := range z.Variables {
		step(x.ID(), z.At[i].ID(), 2)
	}
	for _, r := range roots {
		step(r.s, symbolic.Zero, 1)
	}
	q.root, q.domain = s.Substitute(q.root, put), s.Substitute(q.domain, put)
	y, err := q.along(steps, 2*z.Order+1)
	if err != nil {
		return z, false, nil
	}
	sum := s.NewSum()
	for _, m := range y.Terms {
		b := s.NewProduct()
		b.MulPow(m.Coef.ID(), symbolic.One)
		for i, n := range m.Powers {
			switch j := i - len(z.Variables); {
			case j < 0:
				b.MulPow(s.Sub(z.Variables[i].ID(), z.At[i].ID()), s.Int(int64(n)))
			case n%2 == 0:
				b.MulPow(roots[j].u, s.Int(int64(n/2)))
			default:
				return z, false, nil
			}
		}
		sum.Add(b.Product())
	}
	polynomial := read.Formula{Expr: s.Expr(sum.Sum()), Domain: s.Expr(symbolic.True)}
	w, err := ExpandAll(scope, polynomial, z.Variables, z.Order, z.At)
	if err != nil {
		return z, false, err
	}
	w.Exact = w.Exact && y.Exact
	w.Conditions = append(append(w.Conditions, y.Conditions...), p.conditions(conds)...)
	return w, true, nil
}

// roots returns the roots of what vanishes in the formula and its domain, and what puts
// their symbols into a node.
func (p *plan) roots(vanishes func(u symbolic.ID) bool) (roots []root, replaced func(symbolic.ID) symbolic.ID) {
	s := p.s
	symbolOf := func(u symbolic.ID) symbolic.ID {
		i := slices.IndexFunc(roots, func(r root) bool { return r.u == u })
		if i < 0 {
			i, roots = len(roots), append(roots, root{u, s.FreshSym("s")})
		}
		return roots[i].s
	}
	put := map[symbolic.ID]symbolic.ID{}
	for _, id := range s.PostorderWithin([]symbolic.ID{p.root, p.domain}, func(id symbolic.ID) bool { return !s.Kind(id).Binds() }) {
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Apply:
			if row := s.Function(id); row != nil && row.Name == "abs" && vanishes(ops[0]) {
				put[id] = symbolOf(s.Mul(ops[0], ops[0]))
			}
		case symbolic.Power, symbolic.Product:
			b, found := s.NewProduct(), false
			b.MulPow(symbolic.One, symbolic.One)
			if s.Kind(id) == symbolic.Product {
				b.MulPow(ops[0], symbolic.One)
				ops = ops[1:]
			}
			for i := 0; i < len(ops); i += 2 {
				e := ops[i+1]
				if two := s.Scale(e, rational.Int(2)); s.Kind(e) == symbolic.Number && !s.Number(e).IsInt() && s.Number(two).IsInt() && vanishes(ops[i]) {
					b.MulPow(symbolOf(ops[i]), two)
					found = true
				} else {
					b.MulPow(ops[i], e)
				}
			}
			if found {
				put[id] = b.Product()
			}
		}
	}
	return roots, func(id symbolic.ID) symbolic.ID {
		for range maxDepth { // roots in what was put in
			next := s.Substitute(id, put)
			if next == id {
				break
			}
			id = next
		}
		return id
	}
}

// conjuncts returns the parts of a condition that all hold.
func conjuncts(s *symbolic.Store, cond symbolic.ID) []symbolic.ID {
	switch {
	case cond == symbolic.True:
		return nil
	case s.Kind(cond) == symbolic.And:
		return slices.Clone(s.Operands(cond))
	}
	return []symbolic.ID{cond}
}

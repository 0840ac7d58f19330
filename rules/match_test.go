package rules_test

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A matcher finds what pattern variables stand for, by trying: sums, products
// and symmetric functions in every order, with variables that take several
// operands at once. It is for small terms. What it finds is a proposal, which
// counts only if the pattern with it is the term again.
type matcher struct {
	p, s  *symbolic.Store // of the pattern and of the term
	isVar map[symbolic.ID]bool
	bound map[symbolic.ID]symbolic.ID
}

// bindings calls try with the arguments of a rule's templates for each way in
// which the left side may be the term, until it returns true.
func bindings(c claim, s *symbolic.Store, term symbolic.ID, try func(args []symbolic.ID) bool) bool {
	m := matcher{p: c.s, s: s, isVar: map[symbolic.ID]bool{}, bound: map[symbolic.ID]symbolic.ID{}}
	for _, x := range c.symbols {
		m.isVar[x] = true
	}
	return m.match(c.from, term, func() bool {
		args := make([]symbolic.ID, len(c.symbols))
		for i, x := range c.symbols {
			id, ok := m.bound[x]
			if !ok {
				return false
			}
			args[i] = id
		}
		return try(args)
	})
}

// match calls next with each binding under which the pattern is the term.
func (m *matcher) match(p, t symbolic.ID, next func() bool) bool {
	if m.isVar[p] {
		return m.bind(p, t, next)
	}
	ops := m.p.Operands(p)
	switch m.p.Kind(p) {
	case symbolic.Number:
		return m.s.Kind(t) == symbolic.Number && m.p.Number(p).Equal(m.s.Number(t)) && next()
	case symbolic.Boolean:
		return p == t && next()
	case symbolic.Constant, symbolic.Symbol:
		return m.s.Kind(t) == m.p.Kind(p) && m.p.Name(p) == m.s.Name(t) && next()
	case symbolic.Sum:
		return m.s.Kind(t) == symbolic.Sum && m.operands(sumParts(m.p, p), sumParts(m.s, t), m.s.Add, next)
	case symbolic.Product:
		return m.product(p, t, next)
	case symbolic.Power:
		if m.s.Kind(t) != symbolic.Power {
			return false
		}
	case symbolic.Apply:
		if m.s.Kind(t) != symbolic.Apply || m.p.Name(p) != m.s.Name(t) {
			return false
		}
		if row := m.p.Function(p); row.Symmetric {
			f := m.s.FuncOf(t)
			return m.operands(ops, m.s.Operands(t), func(ids ...symbolic.ID) symbolic.ID {
				if len(ids) == 1 {
					return ids[0]
				}
				return m.s.Apply(f, ids...)
			}, next)
		}
	case symbolic.Relation:
		if m.s.Kind(t) != symbolic.Relation || m.p.Rel(p) != m.s.Rel(t) {
			return false
		}
		if u := m.s.Operands(t); m.p.Rel(p) <= symbolic.NotEqual && m.all(ops, []symbolic.ID{u[1], u[0]}, next) {
			return true
		}
	}
	return m.p.Kind(p) == m.s.Kind(t) && m.all(ops, m.s.Operands(t), next)
}

func (m *matcher) bind(x, t symbolic.ID, next func() bool) bool {
	if old, ok := m.bound[x]; ok {
		return old == t && next()
	}
	m.bound[x] = t
	if next() {
		return true
	}
	delete(m.bound, x)
	return false
}

// all matches operands in their order.
func (m *matcher) all(p, t []symbolic.ID, next func() bool) bool {
	if len(p) != len(t) {
		return false
	}
	if len(p) == 0 {
		return next()
	}
	return m.match(p[0], t[0], func() bool { return m.all(p[1:], t[1:], next) })
}

// sumParts are the terms of a sum, the constant last.
func sumParts(s *symbolic.Store, id symbolic.ID) (parts []symbolic.ID) {
	ops := s.Operands(id)
	for i := 1; i < len(ops); i += 2 {
		parts = append(parts, s.Scale(ops[i], s.Number(ops[i+1])))
	}
	if ops[0] != symbolic.Zero {
		parts = append(parts, ops[0])
	}
	return parts
}

// productParts are the coefficient and the factors of a node, as one product.
func productParts(s *symbolic.Store, id symbolic.ID) (c rational.Rat, parts []symbolic.ID) {
	switch s.Kind(id) {
	case symbolic.Number:
		return s.Number(id), nil
	case symbolic.Product:
		ops := s.Operands(id)
		for i := 1; i < len(ops); i += 2 {
			parts = append(parts, s.Pow(ops[i], ops[i+1]))
		}
		return s.Number(ops[0]), parts
	}
	return rational.One, []symbolic.ID{id}
}

func (m *matcher) product(p, t symbolic.ID, next func() bool) bool {
	cp, factors := productParts(m.p, p)
	ct, parts := productParts(m.s, t)
	if c := ct.Div(cp); !c.IsOne() {
		parts = append(parts, m.s.Num(c))
	}
	return m.operands(factors, parts, m.s.Mul, next)
}

// operands matches patterns against terms in any order. Variables, and the
// reciprocals of variables, take one term or more, joined; the others one.
func (m *matcher) operands(p, t []symbolic.ID, join func(...symbolic.ID) symbolic.ID, next func() bool) bool {
	p = slices.Clone(p)
	slices.SortStableFunc(p, func(a, b symbolic.ID) int { return m.greed(a) - m.greed(b) })
	return m.share(p, t, join, next)
}

// greed is 0 for what matches one term, 1 for a variable's reciprocal, 2 for a
// variable.
func (m *matcher) greed(p symbolic.ID) int {
	if m.isVar[p] {
		return 2
	}
	if ops := m.p.Operands(p); m.p.Kind(p) == symbolic.Power && m.isVar[ops[0]] && ops[1] == symbolic.NegOne {
		return 1
	}
	return 0
}

func (m *matcher) share(p, t []symbolic.ID, join func(...symbolic.ID) symbolic.ID, next func() bool) bool {
	if len(p) == 0 {
		return len(t) == 0 && next()
	}
	greed := m.greed(p[0])
	for set := 1; set < 1<<len(t); set++ {
		if greed == 0 && set&(set-1) != 0 || len(p) == 1 && set != 1<<len(t)-1 {
			continue
		}
		var taken, rest []symbolic.ID
		for i, x := range t {
			if set>>i&1 == 1 {
				taken = append(taken, x)
			} else {
				rest = append(rest, x)
			}
		}
		if len(rest) < len(p)-1 {
			continue
		}
		x, pattern := join(taken...), p[0]
		if greed == 1 {
			x, pattern = m.s.Pow(x, symbolic.NegOne), m.p.Operands(pattern)[0]
		}
		if m.match(pattern, x, func() bool { return m.share(p[1:], rest, join, next) }) {
			return true
		}
	}
	return false
}

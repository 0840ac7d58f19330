package rewrite

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

func (f *frame) term(s *symbolic.Store, i int) (symbolic.ID, rational.Rat) {
	if f.ops[2*i+2] == symbolic.One { // most are, and need not be looked up
		return f.ops[2*i+1], rational.One
	}
	return f.ops[2*i+1], s.Number(f.ops[2*i+2])
}

// split returns a node as a coefficient and a node without one.
func split(s *symbolic.Store, id symbolic.ID) (symbolic.ID, rational.Rat) {
	if s.Kind(id) == symbolic.Product {
		if c := s.Operands(id)[0]; c != symbolic.One {
			return withoutCoefficient(s, id), s.Number(c)
		}
	}
	return id, rational.One
}

func (m *matcher) openSum(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for _, x := range m.members(in) {
		if m.s.Kind(x) != symbolic.Sum {
			continue
		}
		ops := m.s.Operands(x)
		c, n := m.s.Number(ops[0]), len(ops)/2
		if !fits(in, n, in.k.IsZero() && !c.IsZero()) {
			continue
		}
		if !m.spend() {
			return true
		}
		*f = frame{ops: ops, n: n, c: c, taken: f.taken[:0]}
		if !in.partial || !m.p.scaled {
			f.scale, f.scaled = rational.One, true
			if !f.takeConstant(in.k) {
				continue
			}
		}
		if m.run(pc + 1) {
			return true
		}
	}
	return false
}

// fits tells whether a node with n parts can match: extra says whether there is
// a constant or coefficient for a variable besides.
func fits(in *instruction, n int, extra bool) bool {
	if in.loose == 0 {
		return n == in.parts || n > in.parts && in.partial
	}
	if extra || in.unit {
		n++
	}
	return n >= in.parts
}

// takeConstant takes the constant of the pattern, which has to be all of it.
func (f *frame) takeConstant(k rational.Rat) bool {
	if k.IsZero() {
		return true
	}
	if !f.c.Equal(k.Mul(f.scale)) {
		return false
	}
	f.c = rational.Rat{}
	return true
}

// term takes a term with a head.
func (m *matcher) term(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		t, c := f.term(m.s, i)
		if m.g == nil || in.plain {
			if (in.unit || in.head.matches(m.s, t)) && m.tryTerm(in, f, i, t, c, pc) {
				return true
			}
			continue
		}
		whole := false // members without a coefficient are one choice: the class
		for _, x := range m.g.active(m.s.Scale(t, c)) {
			t, c := split(m.s, x)
			if c.IsOne() && whole {
				continue
			}
			whole = whole || c.IsOne()
			if !m.spend() || m.tryTerm(in, f, i, t, c, pc) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) tryTerm(in *instruction, f *frame, i int, t symbolic.ID, c rational.Rat, pc int) bool {
	constant, scale, scaled := f.c, f.scale, f.scaled
	switch {
	case in.unit:
		if !contains(c, in.k) {
			return false
		}
		m.coef[in.out] = c.Div(in.k)
	case !f.scaled:
		f.scale, f.scaled = c.Div(in.k), true
		if !f.takeConstant(m.rootConstant()) {
			f.scale, f.scaled = scale, false
			return false
		}
	case !c.Equal(in.k.Mul(f.scale)):
		return false
	}
	m.reg[in.out] = t
	f.take(i)
	stop := m.run(pc + 1)
	f.untake(1)
	f.c, f.scale, f.scaled = constant, scale, scaled
	return stop
}

// rootConstant is the constant of a pattern that is a sum.
func (m *matcher) rootConstant() rational.Rat { return m.p.code[0].k }

// termVariable takes what a variable stands for that is a term of its own. Such
// sums have scale 1.
func (m *matcher) termVariable(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	if m.bound[in.variable] {
		return m.boundTerm(in, f, pc)
	}
	left := f.n - len(f.taken)
	if !f.c.IsZero() {
		left++
	}
	if in.last && left > 0 && m.allTerms(in, f, pc) {
		return true
	}
	if in.last && (!in.partial || left == 1) {
		return false
	}
	if c := f.c; !c.IsZero() && contains(c, in.k) {
		f.c = rational.Rat{}
		if !m.spend() || m.variable(in.variable, m.s.Num(c.Div(in.k)), pc) {
			return true
		}
		f.c = c
	}
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		t, c := f.term(m.s, i)
		if !contains(c, in.k) {
			continue
		}
		f.take(i)
		stop := m.variable(in.variable, m.s.Scale(t, c.Div(in.k)), pc)
		f.untake(1)
		if stop {
			return true
		}
	}
	return false
}

// allTerms takes all terms that are left.
func (m *matcher) allTerms(in *instruction, f *frame, pc int) bool {
	if !f.c.IsZero() && !contains(f.c, in.k) {
		return false
	}
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		if _, c := f.term(m.s, i); !contains(c, in.k) {
			return false
		}
	}
	f.all = true
	stop := m.variable(in.variable, m.leftTerms(f, in.k.Inv()), pc)
	f.all = false
	return stop
}

// leftTerms returns k times the sum of what is not taken.
func (m *matcher) leftTerms(f *frame, k rational.Rat) symbolic.ID {
	b := m.s.NewSum()
	b.AddNumber(f.c.Mul(k))
	for i := range f.n {
		if !f.isTaken(i) {
			t, c := f.term(m.s, i)
			b.AddScaled(t, c.Mul(k))
		}
	}
	return b.Sum()
}

// boundTerm takes the terms of the node that a variable is bound to.
func (m *matcher) boundTerm(in *instruction, f *frame, pc int) bool {
	before, n := f.c, len(f.taken)
	x := m.s.Scale(m.bind[in.variable], in.k)
	ok := m.takeTerm(f, x)
	if !ok && m.s.Kind(x) == symbolic.Product { // k·(x+y) is the terms k·x and k·y
		b := m.s.NewSum()
		b.Add(x)
		x = b.Sum()
	}
	if !ok && m.s.Kind(x) == symbolic.Sum {
		ops := m.s.Operands(x)
		ok = ops[0] == symbolic.Zero || m.takeTerm(f, ops[0])
		for i := 1; ok && i < len(ops); i += 2 {
			ok = m.takeTerm(f, m.s.Scale(ops[i], m.s.Number(ops[i+1])))
		}
	}
	stop := m.cut || ok && m.run(pc+1)
	f.untake(len(f.taken) - n)
	f.c = before
	return stop
}

// takeTerm takes one term, or the constant.
func (m *matcher) takeTerm(f *frame, x symbolic.ID) bool {
	if m.s.Kind(x) == symbolic.Number {
		if x == symbolic.Zero || !m.s.Number(x).Equal(f.c) {
			return false
		}
		f.c = rational.Rat{}
		return true
	}
	u, k := split(m.s, x)
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return false
		}
		t, c := f.term(m.s, i)
		if t == u && c.Equal(k) || m.g != nil && m.g.Same(x, m.s.Scale(t, c)) {
			f.take(i)
			return true
		}
	}
	return false
}

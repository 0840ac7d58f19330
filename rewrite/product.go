package rewrite

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

func (f *frame) factor(i int) (base, exponent symbolic.ID) { return f.ops[2*i+1], f.ops[2*i+2] }

// asFactor returns a node that is no product as base and exponent.
func asFactor(s *symbolic.Store, id symbolic.ID) (base, exponent symbolic.ID) {
	if s.Kind(id) == symbolic.Power {
		ops := s.Operands(id)
		return ops[0], ops[1]
	}
	return id, symbolic.One
}

func (m *matcher) openProduct(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for _, x := range m.members(in) {
		*f = frame{none: rational.One, c: rational.One, taken: f.taken[:0]}
		switch {
		case m.s.Kind(x) == symbolic.Product:
			f.ops = m.s.Operands(x)
			f.c = m.s.Number(f.ops[0])
		case in.unit:
			b, e := asFactor(m.s, x)
			f.single = [3]symbolic.ID{symbolic.One, b, e}
			f.ops = f.single[:]
		default:
			continue
		}
		if in.unit {
			f.c = f.c.Mul(m.coef[in.reg])
		}
		f.n = len(f.ops) / 2
		if !contains(f.c, in.k) {
			continue
		}
		f.c = f.c.Div(in.k)
		if !fits(in, f.n, !f.c.IsOne()) {
			continue
		}
		if !m.spend() || m.run(pc+1) {
			return true
		}
	}
	return false
}

// factor takes a factor with a head.
func (m *matcher) factor(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		b, e := f.factor(i)
		if m.g == nil || in.plain {
			if (in.head.kind == symbolic.Symbol || in.head.matches(m.s, b)) && m.tryFactor(in, f, i, b, e, pc) {
				return true
			}
			continue
		}
		whole := false // members that are no powers are one choice: the class
		for _, x := range m.g.active(m.s.Pow(b, e)) {
			b, e := asFactor(m.s, x)
			if e == symbolic.One && whole {
				continue
			}
			whole = whole || e == symbolic.One
			if !m.spend() || m.tryFactor(in, f, i, b, e, pc) {
				return true
			}
		}
	}
	return false
}

func (m *matcher) tryFactor(in *instruction, f *frame, i int, b, e symbolic.ID, pc int) bool {
	if in.power == (e == symbolic.One) {
		return false
	}
	m.reg[in.out], m.reg[in.out+1] = b, e
	f.take(i)
	stop := m.run(pc + 1)
	f.untake(1)
	return stop
}

// factorInverse takes a factor of the denominator for a variable.
func (m *matcher) factorInverse(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		z, ok := m.invert(f.factor(i))
		if !ok {
			continue
		}
		f.take(i)
		stop := m.variable(in.variable, z, pc)
		f.untake(1)
		if stop {
			return true
		}
	}
	return false
}

// factorVariable takes what a variable stands for that is a factor of its own.
func (m *matcher) factorVariable(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	if m.bound[in.variable] {
		return m.boundFactor(in, f, pc)
	}
	left := f.n - len(f.taken)
	if !f.c.IsOne() {
		left++
	}
	if in.last && (left > 0 || in.unit) {
		f.all = true
		stop := !m.spend() || m.variable(in.variable, m.leftFactors(f), pc)
		f.all = false
		if stop {
			return true
		}
	}
	if in.last && (!in.partial || left == 1) {
		return false
	}
	if c := f.c; !c.IsOne() {
		f.c = rational.One
		if !m.spend() || m.variable(in.variable, m.s.Num(c), pc) {
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
		f.take(i)
		stop := m.variable(in.variable, m.s.Pow(f.factor(i)), pc)
		f.untake(1)
		if stop {
			return true
		}
	}
	return false
}

// leftFactors returns the product of what is not taken.
func (m *matcher) leftFactors(f *frame) symbolic.ID {
	b := m.s.NewProduct()
	b.MulNumber(f.c)
	for i := range f.n {
		if !f.isTaken(i) {
			b.Mul(m.s.Pow(f.factor(i)))
		}
	}
	return b.Product()
}

// boundFactor takes the factors of the node that a variable is bound to.
func (m *matcher) boundFactor(in *instruction, f *frame, pc int) bool {
	before, n := f.c, len(f.taken)
	x := m.bind[in.variable]
	ok := m.takeFactor(f, x)
	if !ok && m.s.Kind(x) == symbolic.Product {
		ops := m.s.Operands(x)
		ok = m.takeFactor(f, ops[0])
		for i := 1; ok && i < len(ops); i += 2 {
			ok = m.takeFactor(f, m.s.Pow(ops[i], ops[i+1]))
		}
	}
	stop := m.cut || ok && m.run(pc+1)
	f.untake(len(f.taken) - n)
	f.c = before
	return stop
}

// takeFactor takes one factor, or a number out of the coefficient.
func (m *matcher) takeFactor(f *frame, x symbolic.ID) bool {
	if m.s.Kind(x) == symbolic.Number {
		c := m.s.Number(x)
		if c.IsZero() || !contains(f.c, c) {
			return false
		}
		f.c = f.c.Div(c)
		return true
	}
	b, e := asFactor(m.s, x)
	for i := range f.n {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return false
		}
		p, q := f.factor(i)
		if p == b && q == e || m.g != nil && m.g.Same(x, m.s.Pow(p, q)) {
			f.take(i)
			return true
		}
	}
	return false
}

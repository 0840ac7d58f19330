package rewrite

import "github.com/symgrad/symgrad/symbolic"

// openArguments opens the arguments of a function that takes any number of them,
// such as max: a set, of which nothing is left over.
func (m *matcher) openArguments(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for _, x := range m.members(in) {
		ops := m.s.Operands(x)
		if !in.head.matches(m.s, x) || !fits(in, len(ops), false) {
			continue
		}
		*f = frame{ops: ops, n: len(ops), taken: f.taken[:0]}
		if !m.spend() || m.run(pc+1) {
			return true
		}
	}
	return false
}

// argument takes an argument.
func (m *matcher) argument(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	for i, x := range f.ops {
		if f.isTaken(i) {
			continue
		}
		if !m.spend() {
			return true
		}
		m.reg[in.out] = x
		f.take(i)
		stop := m.run(pc + 1)
		f.untake(1)
		if stop {
			return true
		}
	}
	return false
}

// argumentVariable takes an argument for a variable, or all that are left.
func (m *matcher) argumentVariable(in *instruction, pc int) bool {
	f := &m.frames[in.frame]
	bound := m.bound[in.variable]
	if in.last && !bound {
		var left []symbolic.ID
		for i, x := range f.ops {
			if !f.isTaken(i) {
				left = append(left, x)
			}
		}
		switch len(left) {
		case 0:
			return false
		case 1:
			return !m.spend() || m.takeAll(f, in.variable, left[0], pc)
		}
		return !m.spend() || m.takeAll(f, in.variable, m.s.Apply(m.s.Func(in.head.row), left...), pc)
	}
	for i, x := range f.ops {
		if f.isTaken(i) || bound && !m.same(m.bind[in.variable], x) {
			continue
		}
		if !m.spend() {
			return true
		}
		f.take(i)
		stop := m.variable(in.variable, x, pc)
		f.untake(1)
		if stop {
			return true
		}
	}
	return false
}

func (m *matcher) takeAll(f *frame, v int, x symbolic.ID, pc int) bool {
	f.all = true
	stop := m.variable(v, x, pc)
	f.all = false
	return stop
}

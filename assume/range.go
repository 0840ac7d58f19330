package assume

import (
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Range returns an enclosure of the values of a node at the points at which
// the facts hold and the node has a value.
func (f *Facts) Range(root symbolic.ID) Interval {
	if f.memo == nil {
		f.memo = map[symbolic.ID]Interval{}
	}
	if i, ok := f.memo[root]; ok {
		return i
	}
	unknown := func(id symbolic.ID) bool { _, ok := f.memo[id]; return !ok && !f.s.IsCondition(id) }
	for _, id := range f.s.PostorderWithin([]symbolic.ID{root}, unknown) {
		if _, ok := f.memo[id]; ok || f.s.IsCondition(id) {
			continue
		}
		i := f.compute(id)
		if facts, ok := f.ranges[id]; ok {
			if z, ok := i.intersect(Interval{facts[0].lo, facts[len(facts)-1].hi}); ok {
				i = z
			}
		}
		f.memo[id] = i
	}
	return f.memo[root]
}

// at is the range of an operand that has been computed; dummies and such are
// any real.
func (f *Facts) at(id symbolic.ID) Interval {
	if i, ok := f.memo[id]; ok {
		return i
	}
	return Reals
}

func (f *Facts) compute(id symbolic.ID) Interval {
	s := f.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return point(s.Number(id))
	case symbolic.Constant: // π, by Archimedes' bounds
		return Interval{bound{value: rational.New(223, 71), open: true}, bound{value: rational.New(22, 7), open: true}}
	case symbolic.Sum:
		z := point(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			z = z.add(f.at(ops[i]).scale(s.Number(ops[i+1])))
		}
		return z
	case symbolic.Product:
		z := point(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			z = z.mul(f.power(ops[i], ops[i+1]))
		}
		return z
	case symbolic.Power:
		return f.power(ops[0], ops[1])
	case symbolic.If:
		return f.at(ops[1]).hull(f.at(ops[2]))
	case symbolic.Apply:
		return f.apply(id, ops)
	}
	return Reals
}

func (f *Facts) power(base, exponent symbolic.ID) Interval {
	s, b := f.s, f.at(base)
	positive := b.lo.inf == 0 && (b.lo.sign() > 0 || b.lo.sign() == 0 && b.lo.open)
	if s.Kind(exponent) == symbolic.Number {
		e := s.Number(exponent)
		n, small := e.Int64()
		switch {
		case small && n > 0:
			return b.pow(n)
		case small && n < 0 && n != -n:
			z := b.pow(-n)
			if z.lo.sign() == 0 && z.lo.inf == 0 { // x^-2: x is not 0 where it has a value
				z.lo.open = true
			}
			return z.inverse()
		}
		if !e.IsInt() && e.Sign() > 0 && !positive {
			return Interval{bound{}, plusInf}
		}
	}
	if positive || s.Kind(exponent) == symbolic.Number && !s.Number(exponent).IsInt() {
		return Interval{bound{open: true}, plusInf}
	}
	if b.lo.inf == 0 && b.lo.sign() >= 0 {
		return Interval{bound{}, plusInf}
	}
	return Reals
}

// apply takes the range from the function table.
func (f *Facts) apply(id symbolic.ID, ops []symbolic.ID) Interval {
	s := f.s
	row := s.Function(id)
	if row == nil || row.Range == "" {
		return f.variadic(row, ops)
	}
	value := s.Sym(valueName)
	args := slices.Clone(ops)
	if row.Variadic {
		args = []symbolic.ID{ops[0], ops[1]}
	}
	cond := f.lib.Forms(row).Range.Build(s, append(args, value)...)
	parts := []symbolic.ID{cond}
	if s.Kind(cond) == symbolic.And {
		parts = s.Operands(cond)
	}
	z := Reals
	for _, p := range parts {
		if s.Kind(p) != symbolic.Relation {
			continue
		}
		sides := s.Operands(p)
		open := s.Rel(p) == symbolic.Less
		if s.Rel(p) == symbolic.NotEqual {
			continue
		}
		if sides[1] == value || s.Rel(p) == symbolic.Equal {
			other := sides[0]
			if other == value {
				other = sides[1]
			}
			lo := f.constant(other).lo
			lo.open = lo.open || open
			z, _ = z.intersect(Interval{lo, plusInf})
		}
		if sides[0] == value || s.Rel(p) == symbolic.Equal {
			other := sides[1]
			if other == value {
				other = sides[0]
			}
			hi := f.constant(other).hi
			hi.open = hi.open || open
			z, _ = z.intersect(Interval{minusInf, hi})
		}
	}
	return z
}

// valueName is no name of the language, so that no formula has it.
const valueName = "value of a function"

// variadic is the range of max and min, which is that of one of the
// arguments, and of functions about which nothing is known.
func (f *Facts) variadic(row *function.Row, ops []symbolic.ID) Interval {
	if row == nil || !row.Variadic {
		return Reals
	}
	z := f.at(ops[0])
	for _, o := range ops[1:] {
		z = z.hull(f.at(o))
	}
	return z
}

// constant is the range of a bound in a Range text: a number, a multiple of π,
// or a parameter.
func (f *Facts) constant(id symbolic.ID) Interval {
	for _, x := range f.s.Postorder(id) {
		if _, ok := f.memo[x]; !ok && !f.s.IsCondition(x) {
			if f.s.Kind(x) == symbolic.Apply {
				return Reals
			}
			f.memo[x] = f.compute(x)
		}
	}
	return f.at(id)
}

package assume

import (
	"slices"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Range returns an enclosure of the values of a node at the points at which
// the facts hold and the node has a value. It is all of Reals where nothing is
// known, and says nothing where there is no such point.
func (f *Facts) Range(root symbolic.ID) Interval {
	if f.memo == nil {
		f.memo = map[symbolic.ID]Interval{}
	}
	if i, ok := f.memo[root]; ok {
		return i
	}
	for _, id := range f.s.PostorderWithin([]symbolic.ID{root}, f.isOpen) {
		if f.isOpen(id) {
			f.settle(id)
		}
	}
	return f.memo[root]
}

// isOpen tells whether the range of a node has not been computed yet.
func (f *Facts) isOpen(id symbolic.ID) bool {
	_, ok := f.memo[id]
	return !ok && !f.s.IsCondition(id)
}

// settle computes the range of a node from those of its operands and from the
// facts about it.
func (f *Facts) settle(id symbolic.ID) {
	i := f.compute(id)
	if facts, ok := f.ranges[id]; ok {
		if z, ok := i.intersect(Interval{facts[0].lo, facts[len(facts)-1].hi}); ok {
			i = z
		}
	}
	f.memo[id] = i
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
		z, rest := f.partialProducts(ops[1:])
		z = z.scale(s.Number(ops[0]))
		for i := 0; i < len(rest); i += 2 {
			z = z.mul(f.power(rest[i], rest[i+1]))
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

// partialProducts takes out of a list of bases and exponents the products about
// which there are facts, or their inverses, and returns the range of what was
// taken out: where a*x > 1 is known, a^-1·x^-1·y is y times what lies between 0
// and 1.
func (f *Facts) partialProducts(list []symbolic.ID) (taken Interval, rest []symbolic.ID) {
	s := f.s
	taken, rest = point(rational.One), list
	for _, known := range f.partial {
		for _, sign := range []rational.Rat{rational.One, rational.NegOne} {
			left, ok := rest, true
			ops := s.Operands(known)
			for i := 1; i < len(ops) && ok; i += 2 {
				left, ok = without(s, left, ops[i], ops[i+1], sign)
			}
			if !ok || len(left) == 0 && sign.Sign() > 0 { // the fact about all of it is used anyhow
				continue
			}
			facts := f.ranges[known]
			r := Interval{facts[0].lo, facts[len(facts)-1].hi}
			if sign.Sign() < 0 {
				r = r.inverse()
			}
			taken, rest = taken.mul(r), left
			break
		}
	}
	return taken, rest
}

// without takes the factor base^(sign·exponent) out of a list.
func without(s *symbolic.Store, list []symbolic.ID, base, exponent symbolic.ID, sign rational.Rat) ([]symbolic.ID, bool) {
	if s.Kind(exponent) != symbolic.Number {
		return nil, false
	}
	e := s.Num(s.Number(exponent).Mul(sign))
	for i := 0; i < len(list); i += 2 {
		if list[i] == base && list[i+1] == e {
			return append(slices.Clone(list[:i]), list[i+2:]...), true
		}
	}
	return nil, false
}

func (f *Facts) power(base, exponent symbolic.ID) Interval {
	s, b := f.s, f.at(base)
	isPositive := positive(b)
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
		if !e.IsInt() {
			return f.root(b, e)
		}
	}
	if isPositive {
		return Interval{bound{open: true}, plusInf}
	}
	if b == point(rational.Rat{}) { // 0^u is 0, and 1 where u is 0
		if positive(f.at(exponent)) {
			return b
		}
		return Interval{bound{}, bound{value: rational.One}}
	}
	if b.lo.inf == 0 && b.lo.sign() >= 0 {
		return Interval{bound{}, plusInf}
	}
	return Reals
}

// root is the range of a power with a constant exponent that is no integer: it
// has values for bases from 0, and is strictly monotone there.
func (f *Facts) root(base Interval, e rational.Rat) Interval {
	z, m := Interval{bound{}, plusInf}, function.Increasing
	if e.Sign() < 0 {
		z.lo.open, m = true, function.Decreasing
	}
	base, ok := base.intersect(z)
	if !ok {
		return z
	}
	power := func(x []interval.Float) interval.Float { return x[0].Pow(interval.FromRatFloat(e)) }
	if n, ok := e.Mul(rational.Int(2)).Int64(); ok { // exact at squares
		power = func(x []interval.Float) interval.Float { return x[0].Sqrt().PowInt(n) }
	}
	if k, ok := z.intersect(enclose(power, []Interval{base}, m)); ok {
		z = k
	}
	z.lo.open = z.lo.open || z.lo.sign() == 0 && positive(base)
	return z
}

// apply takes the range from the function table and interval arithmetic. Where
// bounds contradict each other, as those of hardtanh(x, 1, -1), there is no value.
func (f *Facts) apply(id symbolic.ID, ops []symbolic.ID) Interval {
	s := f.s
	row := s.Function(id)
	if row == nil {
		return Reals
	}
	list := append(f.bounds(row, ops...), f.pieces(row, ops))
	if row.Variadic {
		list = f.variadic(row, ops)
	}
	z := f.enclosure(row, ops)
	for _, p := range list {
		if k, ok := z.intersect(p); ok {
			z = k
		}
	}
	return z
}

// pieces is the range of a function that is defined by cases: the hull of all of
// them.
func (f *Facts) pieces(row *function.Row, ops []symbolic.ID) Interval {
	if !row.IsPiecewise() || row.Variadic {
		return Reals
	}
	s := f.s
	list := []symbolic.ID{f.lib.Forms(row).Definition.Build(s, ops...)}
	for i := 0; i < len(list); i++ {
		if s.Kind(list[i]) == symbolic.If {
			list = append(list, s.Operands(list[i])[1:]...)
		}
	}
	z, some := Reals, false
	for _, x := range list {
		switch {
		case s.Kind(x) == symbolic.If:
		case some:
			z = z.hull(f.constant(x))
		default:
			z, some = f.constant(x), true
		}
	}
	return z
}

// bounds are the half-lines in which the column Range says that a value is.
func (f *Facts) bounds(row *function.Row, args ...symbolic.ID) (list []Interval) {
	s := f.s
	if row.Range == "" {
		return nil
	}
	value := s.Sym(valueName)
	cond := f.lib.Forms(row).Range.Build(s, append(slices.Clone(args), value)...)
	parts := []symbolic.ID{cond}
	if s.Kind(cond) == symbolic.And {
		parts = s.Operands(cond)
	}
	for _, p := range parts {
		if s.Kind(p) != symbolic.Relation || s.Rel(p) != symbolic.Less && s.Rel(p) != symbolic.LessEqual {
			continue
		}
		open := s.Rel(p) == symbolic.Less
		switch sides := s.Operands(p); value {
		case sides[1]:
			lo := f.constant(sides[0]).lo
			lo.open = lo.open || open
			list = append(list, Interval{lo, plusInf})
		case sides[0]:
			hi := f.constant(sides[1]).hi
			hi.open = hi.open || open
			list = append(list, Interval{minusInf, hi})
		}
	}
	return list
}

// These are no names of the language, so that no formula has them.
const (
	valueName  = "value of a function"
	othersName = "other arguments of a function"
)

// variadic are the bounds of max and min. Each argument is the u of the
// table's texts, by symmetry; about v, which stands for all the others, nothing
// is known. A function that is defined as one of two arguments is one of all.
func (f *Facts) variadic(row *function.Row, args []symbolic.ID) (list []Interval) {
	s := f.s
	u, v := s.Sym(valueName), s.Sym(othersName)
	hull := f.at(args[0])
	for _, x := range args {
		list = append(list, f.bounds(row, x, v)...)
		hull = hull.hull(f.at(x))
	}
	if row.Definition == "" {
		return list
	}
	def := f.lib.Forms(row).Definition.Build(s, u, v)
	if ops := s.Operands(def); s.Kind(def) == symbolic.If && (ops[1] == u && ops[2] == v || ops[1] == v && ops[2] == u) {
		list = append(list, hull)
	}
	return list
}

// constant is the range of a bound in a Range text: a number, a multiple of π,
// or a parameter. A function in it, which might be the same one again, is any
// real.
func (f *Facts) constant(id symbolic.ID) Interval {
	for _, x := range f.s.PostorderWithin([]symbolic.ID{id}, f.isOpen) {
		if !f.isOpen(x) {
			continue
		}
		if f.s.Kind(x) == symbolic.Apply {
			return Reals
		}
		f.settle(x)
	}
	return f.at(id)
}

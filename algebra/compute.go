package algebra

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// compute returns the normal form of a node from those of its parts.
func (f *Field) compute(id symbolic.ID) (value, error) {
	s := f.s
	if to, ok := f.o.Equations[id]; ok && !f.isRelation(id) {
		return f.memo[to], nil
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return number(s.Number(id)), nil
	case symbolic.Sum:
		terms := make([]value, 0, len(ops)/2+1)
		terms = append(terms, number(s.Number(ops[0])))
		for i := 1; i < len(ops); i += 2 {
			terms = append(terms, f.memo[ops[i]].scale(s.Number(ops[i+1])))
		}
		return f.sum(terms)
	case symbolic.Product:
		z := number(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			part := ops[i]
			if ops[i+1] != symbolic.One {
				part = s.Pow(ops[i], ops[i+1])
			}
			var err error
			if z, err = f.mul(z, f.memo[part], 1); err != nil {
				return value{}, err
			}
		}
		return z, nil
	case symbolic.Power:
		return f.computePower(id, ops[0], ops[1])
	}
	i := f.opaque[id]
	if g := &f.gens[i]; g.order > 0 {
		_, to, _ := f.relation(id)
		g.power = f.memo[to]
	}
	return generatorValue(i, 1), nil
}

func generatorValue(i int, e int64) value {
	return value{rational.One, []factor{{i, e}}}
}

func (f *Field) computePower(id, base, exponent symbolic.ID) (value, error) {
	s := f.s
	if i, ok := f.opaque[id]; ok {
		return generatorValue(i, 1), nil
	}
	if s.Kind(exponent) != symbolic.Number {
		return f.symbolicPower(f.powers[id], f.memo[base])
	}
	e := s.Number(exponent)
	if n, ok := e.Int64(); ok {
		return f.mul(number(rational.One), f.memo[base], n)
	}
	n, _ := e.Num().Int64()
	q, _ := e.Denom().Int64()
	if s.Kind(base) == symbolic.Number {
		return f.surdPower(s.Number(base), n, q)
	}
	if r, ok := f.rootEquation(base, q); ok {
		return f.mul(number(rational.One), f.memo[r], n)
	}
	return f.rootPower(base, n, q)
}

// surdPower is x^(n/q) for a number x > 0.
func (f *Field) surdPower(x rational.Rat, n, q int64) (value, error) {
	z := number(rational.One)
	for _, p := range numberFactors(x) {
		i := f.primes[p.base.String()]
		g := &f.gens[i]
		g.power = number(p.base)
		e, ok := mulExp(p.exp*(g.order/q), n)
		if !ok {
			return value{}, ErrExponent
		}
		var err error
		if z, err = f.mul(z, generatorValue(i, e), 1); err != nil {
			return value{}, err
		}
	}
	return z, nil
}

// rootPower is base^(n/q). Bases of the same value have one root. The root of
// 1/u is the inverse of the root of u: where 1/u has a root, u > 0.
func (f *Field) rootPower(base symbolic.ID, n, q int64) (value, error) {
	v := f.memo[base]
	if v.isZero() {
		return f.mul(number(rational.One), v, n) // 0^(n/q)
	}
	if len(v.fac) == 0 {
		if r, ok := v.c.Root(q); ok {
			return f.mul(number(rational.One), number(r), n)
		}
	}
	inverse := inverted(v)
	if inverse {
		var err error
		if v, err = f.mul(number(rational.One), v, -1); err != nil {
			return value{}, err
		}
		n = -n
	}
	key := v.key()
	i, ok := f.keys[key]
	if !ok {
		i = f.bases[base]
		f.keys[key] = i
		f.gens[i].power, f.gens[i].inverse = v, inverse
	}
	e, ok := mulExp(f.order/q, n)
	if !ok {
		return value{}, ErrExponent
	}
	return f.mul(number(rational.One), generatorValue(i, e), 1)
}

// inverted tells whether a value is a number over generators and sums.
func inverted(v value) bool {
	for _, x := range v.fac {
		if x.exp > 0 {
			return false
		}
	}
	return len(v.fac) > 0
}

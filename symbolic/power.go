package symbolic

import "github.com/symgrad/symgrad/rational"

func (s *Store) rawPower(base, exponent ID) ID {
	if exponent == One {
		return base
	}
	return s.intern(Power, 0, []ID{base, exponent})
}

// Pow returns base^exponent.
//
// It merges and distributes only where the value stays the same wherever the
// original is defined: (x·y)^n and (x^a)^n for integers n, (x^a)^b where a is
// an odd integer or no integer (then the original needs x >= 0, or x > 0).
// (x^2)^(1/2) stays.
func (s *Store) Pow(base, exponent ID) ID {
	switch {
	case exponent == Zero || base == One:
		return One
	case exponent == One:
		return base
	}
	r := s.rec(base)
	if !s.isNumber(exponent) {
		if r.kind == Number {
			return s.numberToSymbolic(base, exponent)
		}
		return s.rawPower(base, exponent)
	}
	e := s.Number(exponent)
	switch r.kind {
	case Number:
		return s.numberPower(base, exponent)
	case Power:
		ops := s.Operands(base)
		if e.IsInt() || s.isNumber(ops[1]) && mergesExponent(s.Number(ops[1])) {
			return s.Pow(ops[0], s.Mul(ops[1], exponent))
		}
	case Product:
		if e.IsInt() {
			return s.productPower(base, exponent)
		}
		return s.productRoot(base, exponent)
	}
	return s.rawPower(base, exponent)
}

// mergesExponent tells whether (x^a)^b is x^(a·b) wherever it is defined, for
// every b that is no integer: then x^a >= 0 is needed, which for these a means
// x >= 0.
func mergesExponent(a rational.Rat) bool { return !a.IsInt() || !a.IsEven() }

// productPower distributes an integer power over the factors.
func (s *Store) productPower(base, exponent ID) ID {
	b := s.NewProduct()
	ops := s.Operands(base)
	b.Mul(s.Pow(ops[0], exponent))
	for i := 1; i < len(ops); i += 2 {
		b.MulPow(ops[i], s.Mul(ops[i+1], exponent))
	}
	return b.Product()
}

// productRoot takes a positive coefficient out of (c·x)^r where c^r is
// rational.
func (s *Store) productRoot(base, exponent ID) ID {
	ops := s.Operands(base)
	if c := s.Number(ops[0]); c.Sign() > 0 && !c.IsOne() {
		if root := s.numberPower(ops[0], exponent); s.isNumber(root) {
			return s.Scale(s.Pow(s.withoutCoefficient(ops), exponent), s.Number(root))
		}
	}
	return s.rawPower(base, exponent)
}

// numberToSymbolic is c^(x+n) = c^n·c^x for c > 0, so that powers of one base
// meet in products whatever integer was written in the exponent.
func (s *Store) numberToSymbolic(base, exponent ID) ID {
	if s.Kind(exponent) != Sum || s.Number(base).Sign() <= 0 {
		return s.rawPower(base, exponent)
	}
	ops := s.Operands(exponent)
	n := s.Number(ops[0]).Floor()
	small, ok := n.Int64()
	if small == 0 || !ok {
		return s.rawPower(base, exponent)
	}
	c, ok := s.Number(base).Pow(small, s.limits.NumberBits)
	if !ok {
		return s.rawPower(base, exponent)
	}
	b := s.NewSum()
	b.Add(exponent)
	b.AddNumber(n.Neg())
	return s.Scale(s.rawPower(base, b.Sum()), c)
}

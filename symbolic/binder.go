package symbolic

import "github.com/symgrad/symgrad/rational"

// Index returns an entry of an array: W[i][j].
func (s *Store) Index(array ID, subscripts ...ID) ID {
	return s.intern(Index, 0, append([]ID{array}, subscripts...))
}

// SumOver returns the sum of body over index = lower..upper. The index is
// bound in the body; the bounds are outside. An empty sum is 0.
func (s *Store) SumOver(index, lower, upper, body ID) ID {
	if body == Zero && !s.isFraction(lower) && !s.isFraction(upper) || s.emptyRange(lower, upper) {
		return Zero
	}
	if s.Kind(body) == Product {
		if c := s.Number(s.Operands(body)[0]); !c.IsOne() { // Σ 2·b is 2·Σ b
			return s.Scale(s.SumOver(index, lower, upper, s.withoutCoefficient(s.Operands(body))), c)
		}
	}
	return s.intern(SumOver, 0, []ID{index, lower, upper, body})
}

// ProductOver returns the product of body over index = lower..upper. An empty
// product is 1.
func (s *Store) ProductOver(index, lower, upper, body ID) ID {
	if body == One && !s.isFraction(lower) && !s.isFraction(upper) || s.emptyRange(lower, upper) {
		return One
	}
	return s.intern(ProductOver, 0, []ID{index, lower, upper, body})
}

// isFraction tells whether a bound is a number but no integer, so that there is no sum.
func (s *Store) isFraction(bound ID) bool { return s.isNumber(bound) && !s.Number(bound).IsInt() }

func (s *Store) emptyRange(lower, upper ID) bool {
	return s.isNumber(lower) && s.isNumber(upper) && s.Number(lower).IsInt() && s.Number(upper).IsInt() && s.Number(lower).Cmp(s.Number(upper)) > 0
}

// WrittenOut returns the sum or product that a SumOver or ProductOver between
// integers stands for, and false where the bounds are no integers, or the terms
// would have more than most nodes together.
func (s *Store) WrittenOut(id ID, most int64) (ID, bool) {
	ops := s.Operands(id)
	if k := s.Kind(id); k != SumOver && k != ProductOver || !s.isNumber(ops[1]) || !s.isNumber(ops[2]) {
		return 0, false
	}
	lower, upper := s.Number(ops[1]), s.Number(ops[2])
	if n, ok := upper.Sub(lower).Int64(); !ok || n >= most || (n+1)*int64(len(s.Postorder(ops[3]))) > most || !lower.IsInt() || !upper.IsInt() {
		return 0, false
	}
	var terms []ID
	for k := lower; k.Cmp(upper) <= 0; k = k.Add(rational.One) {
		terms = append(terms, s.Substitute(ops[3], map[ID]ID{ops[0]: s.Num(k)}))
	}
	if s.Kind(id) == SumOver {
		return s.Add(terms...), true
	}
	return s.Mul(terms...), true
}

// Derivative returns the derivative of body by variable (a symbol, bound in
// the body), of the given order, at a point. It is not evaluated.
func (s *Store) Derivative(body, variable, order, point ID) ID {
	return s.intern(Derivative, 0, []ID{body, variable, order, point})
}

// bound returns the dummy symbol of a binder and which of its operands lies
// in the dummy's scope.
func (s *Store) bound(id ID) (dummy ID, scope int) {
	ops := s.Operands(id)
	if s.Kind(id) == Derivative {
		return ops[1], 0
	}
	return ops[0], 3
}

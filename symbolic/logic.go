package symbolic

// Relate returns the relation of two nodes, a truth value where both are
// numbers or the same node. Relations hold or fail where both sides have a
// value.
func (s *Store) Relate(r Rel, x, y ID) ID {
	if s.isNumber(x) && s.isNumber(y) {
		c := s.Number(x).Cmp(s.Number(y))
		return s.Bool([...]bool{c == 0, c != 0, c < 0, c <= 0}[r])
	}
	if x == y {
		return s.Bool(r == Equal || r == LessEqual)
	}
	if r <= NotEqual && s.Compare(x, y) > 0 { // symmetric
		x, y = y, x
	}
	return s.intern(Relation, uint16(r), []ID{x, y})
}

// And returns the conjunction, evaluated from left to right.
func (s *Store) And(conds ...ID) ID { return s.connect(And, True, False, conds) }

// Or returns the disjunction, evaluated from left to right.
func (s *Store) Or(conds ...ID) ID { return s.connect(Or, False, True, conds) }

// connect flattens, drops the neutral truth value and repetitions, and stops
// at the absorbing one.
func (s *Store) connect(k Kind, neutral, absorbing ID, conds []ID) ID {
	var flat []ID
	seen := map[ID]bool{}
	for _, c := range conds {
		parts := []ID{c}
		if s.Kind(c) == k {
			parts = s.Operands(c)
		}
		for _, x := range parts {
			if x == absorbing {
				return absorbing
			}
			if x != neutral && !seen[x] {
				seen[x] = true
				flat = append(flat, x)
			}
		}
	}
	switch len(flat) {
	case 0:
		return neutral
	case 1:
		return flat[0]
	}
	return s.intern(k, 0, flat)
}

// Not returns the negation, pushed into the relations: there is no node for
// it. It holds or fails exactly where the condition does.
func (s *Store) Not(cond ID) ID {
	memo := map[ID]ID{}
	for _, id := range s.postorder([]ID{cond}, func(id ID) bool { k := s.Kind(id); return k == And || k == Or }) {
		switch s.Kind(id) {
		case Boolean:
			memo[id] = s.Bool(id == False)
		case Relation:
			ops := s.Operands(id)
			x, y := ops[0], ops[1]
			switch s.Rel(id) {
			case Equal:
				memo[id] = s.Relate(NotEqual, x, y)
			case NotEqual:
				memo[id] = s.Relate(Equal, x, y)
			case Less:
				memo[id] = s.Relate(LessEqual, y, x)
			case LessEqual:
				memo[id] = s.Relate(Less, y, x)
			}
		case And, Or:
			var parts []ID
			for _, o := range s.Operands(id) {
				parts = append(parts, memo[o])
			}
			if s.Kind(id) == And {
				memo[id] = s.Or(parts...)
			} else {
				memo[id] = s.And(parts...)
			}
		default:
			panic("symbolic: negation of a " + s.Kind(id).String())
		}
	}
	return memo[cond]
}

// If returns a where cond holds and b elsewhere; only the branch that is
// taken need have a value.
func (s *Store) If(cond, a, b ID) ID {
	switch {
	case cond == True || a == b:
		return a
	case cond == False:
		return b
	}
	return s.intern(If, 0, []ID{cond, a, b})
}

// IsCondition tells whether a node is a truth value and not a real.
func (s *Store) IsCondition(id ID) bool {
	switch s.Kind(id) {
	case Boolean, Relation, And, Or:
		return true
	}
	return false
}

package symbolic

import "github.com/symgrad/symgrad/rational"

// SumsOfTerms returns a SumOver as the sum of those of the terms of its body, with what
// does not depend on the index outside:
//
//	Σ (a·x_i + y_i)  is  a·Σ x_i + Σ y_i
//
// The two are equal wherever the factors outside, which are returned as well, have values:
// over an empty range a need not have one on the left side.
func (s *Store) SumsOfTerms(id ID) (sums ID, factors []ID) {
	ops := s.Operands(id)
	index, body := ops[0], ops[3]
	over := func(term ID) ID {
		outside, inside := s.splitBy(term, index)
		factors = append(factors, outside)
		return s.Mul(outside, s.SumOver(index, ops[1], ops[2], inside))
	}
	if s.Kind(body) != Sum {
		return over(body), factors
	}
	terms := s.Operands(body)
	b := s.NewSum()
	if c := s.Number(terms[0]); !c.IsZero() {
		b.AddScaled(over(One), c)
	}
	for i := 1; i < len(terms); i += 2 {
		b.AddScaled(over(terms[i]), s.Number(terms[i+1]))
	}
	return b.Sum(), factors
}

// splitBy returns the product of the factors that do not depend on a symbol, and that of
// the others.
func (s *Store) splitBy(term, x ID) (without, with ID) {
	switch {
	case !s.Depends(term, x):
		return term, One
	case s.Kind(term) != Product:
		return One, term
	}
	ops := s.Operands(term)
	a, b := s.NewProduct(), s.NewProduct()
	a.Mul(ops[0])
	for i := 1; i < len(ops); i += 2 {
		if f := s.Pow(ops[i], ops[i+1]); s.Depends(f, x) {
			b.Mul(f)
		} else {
			a.Mul(f)
		}
	}
	return a.Product(), b.Product()
}

// RenameIndices calls the index of every sum and product over an index by the number of
// such that are nested in its body, plus one. The names must not occur in root. It
// recurses once for each nesting.
func (s *Store) RenameIndices(root ID, name func(height int) ID) ID {
	r := renaming{s, name, map[ID]ID{}, map[ID]int{}}
	return r.run(root)
}

type renaming struct {
	s      *Store
	name   func(height int) ID
	memo   map[ID]ID
	height map[ID]int // of what was renamed, by the old node
}

func (r *renaming) run(root ID) ID {
	s := r.s
	for _, id := range s.postorder([]ID{root}, func(id ID) bool { return s.rec(id).flags&flagBinder != 0 && !s.Kind(id).Binds() }) {
		if _, done := r.memo[id]; done {
			continue
		}
		ops := append([]ID(nil), s.Operands(id)...)
		h, changed := 0, false
		switch kind := s.Kind(id); {
		case kind == Derivative || s.rec(id).flags&flagBinder == 0:
		case kind.Binds():
			for i := 1; i < len(ops); i++ {
				ops[i] = r.run(ops[i])
			}
			h = r.height[s.Operands(id)[3]] + 1
			index := r.name(h)
			ops[3] = s.Substitute(ops[3], map[ID]ID{ops[0]: index})
			ops[0], changed = index, true
		default:
			for i, o := range ops {
				ops[i] = r.memo[o]
				h, changed = max(h, r.height[o]), changed || ops[i] != o
			}
		}
		r.memo[id], r.height[id] = id, h
		if changed {
			r.memo[id] = s.Rebuild(id, ops)
		}
	}
	return r.memo[root]
}

// SameButIndices tells whether two nodes differ in the names of the indices of sums and
// products over an index only.
func (s *Store) SameButIndices(x, y ID) bool {
	if x == y {
		return true
	}
	// No formula has names with spaces.
	name := func(height int) ID { return s.Sym(" " + rational.Int(int64(height)).String()) }
	return s.RenameIndices(x, name) == s.RenameIndices(y, name)
}

package symbolic

import "github.com/symgrad/symgrad/rational"

// scratch keeps buffers between constructor calls, which nest: merging
// exponents of a product builds a sum.
type scratch struct {
	pairs [][]pair
	ids   []ID
}

func (s *Store) takePairs() []pair {
	if n := len(s.scratch.pairs); n > 0 {
		p := s.scratch.pairs[n-1]
		s.scratch.pairs = s.scratch.pairs[:n-1]
		return p[:0]
	}
	return make([]pair, 0, 16)
}

func (s *Store) givePairs(p []pair) {
	if cap(p) <= 1<<16 {
		s.scratch.pairs = append(s.scratch.pairs, p)
	}
}

// internPairs interns a Sum or Product with leading number c.
func (s *Store) internPairs(k Kind, c rational.Rat, p []pair) ID {
	first := s.Num(c)
	ops := append(s.scratch.ids[:0], first)
	for _, x := range p {
		ops = append(ops, x.id, x.k)
	}
	id := s.intern(k, 0, ops)
	if cap(ops) <= 1<<16 {
		s.scratch.ids = ops[:0]
	}
	return id
}

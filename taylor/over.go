package taylor

import "github.com/symgrad/symgrad/symbolic"

// maxWrittenOut bounds the terms of sums and products over indices that are
// written out; others are expanded term by term, for a symbolic index.
const maxWrittenOut = 200

// writtenOut writes out the sums and products over an index between numbers that
// depend on the variable.
func writtenOut(s *symbolic.Store, root, x symbolic.ID) symbolic.ID {
	for left := int64(maxWrittenOut); left > 0; {
		put := map[symbolic.ID]symbolic.ID{}
		for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return !s.Kind(id).Binds() }) {
			lower, n, ok := indexRange(s, id)
			if !ok || n > left || !s.Depends(id, x) {
				continue
			}
			left -= max(n, 1)
			ops := s.Operands(id)
			list := make([]symbolic.ID, n)
			for i := range list {
				list[i] = s.Substitute(ops[3], map[symbolic.ID]symbolic.ID{ops[0]: s.Int(lower + int64(i))})
			}
			if put[id] = s.Add(list...); s.Kind(id) == symbolic.ProductOver {
				put[id] = s.Mul(list...)
			}
		}
		if len(put) == 0 {
			break
		}
		root = s.Substitute(root, put)
	}
	return root
}

// indexRange returns the first index of a sum or product between numbers, and how
// many there are.
func indexRange(s *symbolic.Store, id symbolic.ID) (lower, n int64, ok bool) {
	if k := s.Kind(id); k != symbolic.SumOver && k != symbolic.ProductOver {
		return 0, 0, false
	}
	ops := s.Operands(id)
	var bounds [2]int64
	for i := range bounds {
		if s.Kind(ops[i+1]) != symbolic.Number {
			return 0, 0, false
		}
		if bounds[i], ok = s.Number(ops[i+1]).Int64(); !ok || bounds[i] > 1<<40 || bounds[i] < -1<<40 {
			return 0, 0, false
		}
	}
	return bounds[0], max(0, bounds[1]-bounds[0]+1), true
}

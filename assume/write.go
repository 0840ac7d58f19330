package assume

import "github.com/symgrad/symgrad/symbolic"

// write is the simplest condition that says that the term is in the set:
// intervals, and points that are left out of them.
func (f *Facts) write(a atom) symbolic.ID {
	s := f.s
	var any []symbolic.ID
	for i := 0; i < len(a.in); {
		whole := a.in[i]
		var holes []symbolic.ID
		for i++; i < len(a.in) && compare(whole.hi, a.in[i].lo) == 0; i++ {
			holes = append(holes, s.Relate(symbolic.NotEqual, a.term, s.Num(whole.hi.value)))
			whole.hi = a.in[i].hi
		}
		any = append(any, s.And(f.writeInterval(a.term, whole), s.And(holes...)))
	}
	return s.Or(any...)
}

func (f *Facts) writeInterval(term symbolic.ID, i Interval) symbolic.ID {
	s := f.s
	if i.lo.inf == 0 && compare(i.lo, i.hi) == 0 {
		return s.Relate(symbolic.Equal, term, s.Num(i.lo.value))
	}
	relation := func(b bound) symbolic.Rel {
		if b.open {
			return symbolic.Less
		}
		return symbolic.LessEqual
	}
	var both []symbolic.ID
	if i.lo.inf == 0 {
		both = append(both, s.Relate(relation(i.lo), s.Num(i.lo.value), term))
	}
	if i.hi.inf == 0 {
		both = append(both, s.Relate(relation(i.hi), term, s.Num(i.hi.value)))
	}
	return s.And(both...)
}

package read

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// PowerDomain is the condition under which a^r has a value.
func PowerDomain(s *symbolic.Store, lib *Library, a, r symbolic.ID) symbolic.ID {
	zero := symbolic.Zero
	positive := s.Relate(symbolic.Less, zero, a)
	if s.Kind(r) == symbolic.Number {
		switch e := s.Number(r); {
		case e.IsInt() && e.Sign() >= 0:
			return symbolic.True
		case e.IsInt():
			return s.Relate(symbolic.NotEqual, a, zero)
		case e.Sign() > 0:
			return s.Relate(symbolic.LessEqual, zero, a)
		}
		return positive
	}
	return s.Or(positive,
		s.And(lib.IsInteger(s, r), s.Or(s.Relate(symbolic.NotEqual, a, zero), s.Relate(symbolic.LessEqual, zero, r))),
		s.And(s.Relate(symbolic.Equal, a, zero), s.Relate(symbolic.Less, zero, r)))
}

// IsInteger is the condition that a node has an integer value. An integer
// constant in a sum makes no difference, nor does a sign.
func (lib *Library) IsInteger(s *symbolic.Store, x symbolic.ID) symbolic.ID {
	if ops := s.Operands(x); s.Kind(x) == symbolic.Product && len(ops) == 3 && ops[2] == symbolic.One && s.Kind(ops[1]) == symbolic.Sum {
		b := s.NewSum() // 2*(n+1) is 2*n+2
		b.AddScaled(ops[1], s.Number(ops[0]))
		x = b.Sum()
	}
	if s.Kind(x) == symbolic.Sum {
		if c := s.Operands(x)[0]; s.Number(c).IsInt() {
			x = s.Sub(x, c)
		}
	}
	if ops := s.Operands(x); s.Kind(x) == symbolic.Product && s.Number(ops[0]).Sign() < 0 || s.Kind(x) == symbolic.Sum && s.Number(ops[2]).Sign() < 0 {
		b := s.NewSum()
		b.AddScaled(x, rational.NegOne)
		x = b.Sum()
	}
	return s.Relate(symbolic.Equal, x, s.Apply(s.Func(lib.Floor()), x))
}

// Branches is the condition that a holds where cond does, and b elsewhere.
func Branches(s *symbolic.Store, cond, a, b symbolic.ID) symbolic.ID {
	if a == b {
		return a
	}
	return s.And(s.Or(s.Not(cond), a), s.Or(cond, b))
}

// maxWrittenOut is the number of indices up to which a condition for every
// index is written out.
const maxWrittenOut = 16

// ForAll is a condition for every index k from lower to upper: written out
// where the bounds are numbers, else as the statement that the number of
// indices for which it fails is 0.
func ForAll(s *symbolic.Store, k, lower, upper, cond symbolic.ID) symbolic.ID {
	if cond == symbolic.True {
		return cond
	}
	if !s.Depends(cond, k) {
		return s.Or(cond, s.Relate(symbolic.Less, upper, lower))
	}
	if s.Kind(lower) == symbolic.Number && s.Kind(upper) == symbolic.Number {
		first, ok1 := s.Number(lower).Int64()
		last, ok2 := s.Number(upper).Int64()
		if ok1 && ok2 && last-first < maxWrittenOut {
			var all []symbolic.ID
			for i := first; i <= last; i++ {
				all = append(all, s.Substitute(cond, map[symbolic.ID]symbolic.ID{k: s.Int(i)}))
			}
			return s.And(all...)
		}
	}
	failing := s.SumOver(k, lower, upper, s.If(cond, symbolic.Zero, symbolic.One))
	return s.Relate(symbolic.Equal, failing, symbolic.Zero)
}

// AsForAll takes apart what ForAll makes where it does not write out.
func AsForAll(s *symbolic.Store, cond symbolic.ID) (k, lower, upper, body symbolic.ID, ok bool) {
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.Equal {
		return
	}
	for i, side := range s.Operands(cond) {
		if s.Operands(cond)[1-i] != symbolic.Zero || s.Kind(side) != symbolic.SumOver {
			continue
		}
		ops := s.Operands(side)
		if b := ops[3]; s.Kind(b) == symbolic.If && s.Operands(b)[1] == symbolic.Zero && s.Operands(b)[2] == symbolic.One {
			return ops[0], ops[1], ops[2], s.Operands(b)[0], true
		}
	}
	return
}

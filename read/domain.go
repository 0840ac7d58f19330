package read

import (
	"slices"

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

// ForAll is a condition for every index k from lower to upper: that at the end of
// the range where it is least likely to hold, if it is an inequality that is linear in
// k; written out where the bounds are numbers, else as the statement that the number
// of indices for which it fails is 0.
func ForAll(s *symbolic.Store, k, lower, upper, cond symbolic.ID) symbolic.ID {
	parts := []symbolic.ID{cond}
	if s.Kind(cond) == symbolic.And {
		parts = s.Operands(cond)
	}
	all := make([]symbolic.ID, len(parts))
	for i, part := range parts {
		all[i] = forAll(s, k, lower, upper, part)
	}
	return s.And(all...)
}

func forAll(s *symbolic.Store, k, lower, upper, cond symbolic.ID) symbolic.ID {
	empty := s.Relate(symbolic.Less, upper, lower)
	if cond == symbolic.True || s.Not(cond) == empty {
		return symbolic.True
	}
	if !s.Depends(cond, k) {
		return s.Or(cond, empty)
	}
	if end, ok := worst(s, k, lower, upper, cond); ok {
		return s.Or(s.Substitute(cond, map[symbolic.ID]symbolic.ID{k: end}), empty)
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
	if z, ok := oneAlternative(s, k, lower, upper, cond); ok {
		return z
	}
	failing := s.SumOver(k, lower, upper, s.If(cond, symbolic.Zero, symbolic.One))
	return s.Relate(symbolic.Equal, failing, symbolic.Zero)
}

// oneAlternative takes alternatives apart of which only one depends on the index: it holds
// for every index, or one of the others holds.
func oneAlternative(s *symbolic.Store, k, lower, upper, cond symbolic.ID) (symbolic.ID, bool) {
	if s.Kind(cond) != symbolic.Or {
		return 0, false
	}
	list := slices.Clone(s.Operands(cond))
	depends := func(c symbolic.ID) bool { return s.Depends(c, k) }
	i := slices.IndexFunc(list, depends)
	if slices.ContainsFunc(list[i+1:], depends) {
		return 0, false
	}
	list[i] = forAll(s, k, lower, upper, list[i])
	return s.Or(list...), true
}

// worst returns the end of a range at which an inequality that is linear in the index
// k is least likely to hold.
func worst(s *symbolic.Store, k, lower, upper, cond symbolic.ID) (symbolic.ID, bool) {
	if s.Kind(cond) != symbolic.Relation || s.Rel(cond) != symbolic.Less && s.Rel(cond) != symbolic.LessEqual {
		return 0, false
	}
	sides := s.Operands(cond)
	d := s.Sub(sides[1], sides[0]) // at least 0
	rest := s.Substitute(d, map[symbolic.ID]symbolic.ID{k: symbolic.Zero})
	slope := s.Sub(s.Substitute(d, map[symbolic.ID]symbolic.ID{k: symbolic.One}), rest)
	switch {
	case s.Kind(slope) != symbolic.Number || s.Add(rest, s.Mul(slope, k)) != d:
		return 0, false
	case s.Number(slope).Sign() < 0:
		return upper, true
	}
	return lower, true
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

package proof

import (
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// continuous tells whether an expression or condition is made of functions
// that are continuous on their domain, as far as they depend on what is active:
// no branches, no functions that jump, no powers a^r with a varying exponent
// unless a > 0 (0^x jumps at 0). holds decides conditions; nil is never.
func continuous(lib *read.Library, s *symbolic.Store, root symbolic.ID, active, holds func(symbolic.ID) bool) bool {
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, active) {
		if !active(id) {
			continue
		}
		ops := s.Operands(id)
		ok := true
		switch s.Kind(id) {
		case symbolic.Symbol, symbolic.Sum, symbolic.Relation, symbolic.And, symbolic.Or:
		case symbolic.Product:
			for i := 1; i < len(ops); i += 2 {
				ok = ok && (!active(ops[i+1]) || isPositive(s, ops[i], holds))
			}
		case symbolic.Power:
			ok = !active(ops[1]) || isPositive(s, ops[0], holds)
		case symbolic.Apply:
			if row := s.Function(id); row != nil && row.Continuous != "" {
				cond := lib.Forms(row).Continuous.Build(s, append(ops[:len(ops):len(ops)], id)...)
				ok = cond == symbolic.True || holds != nil && holds(cond)
			}
		default:
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

func isPositive(s *symbolic.Store, id symbolic.ID, holds func(symbolic.ID) bool) bool {
	cond := s.Relate(symbolic.Less, symbolic.Zero, id)
	return cond == symbolic.True || holds != nil && holds(cond)
}

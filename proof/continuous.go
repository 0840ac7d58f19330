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
	cond := continuity(lib, s, root, active)
	return cond == symbolic.True || holds != nil && holds(cond)
}

// continuity is the condition under which it is so; where it is never, False.
func continuity(lib *read.Library, s *symbolic.Store, root symbolic.ID, active func(symbolic.ID) bool) symbolic.ID {
	var all []symbolic.ID
	varying := func(base, exponent symbolic.ID) {
		if active(exponent) || s.Kind(exponent) == symbolic.If { // whose branches are looked at apart
			all = append(all, s.Relate(symbolic.Less, symbolic.Zero, base))
		}
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, active) {
		if !active(id) {
			continue
		}
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Symbol, symbolic.Sum, symbolic.Relation, symbolic.And, symbolic.Or:
		case symbolic.Product:
			for i := 1; i < len(ops); i += 2 {
				varying(ops[i], ops[i+1])
			}
		case symbolic.Power:
			varying(ops[0], ops[1])
		case symbolic.Apply:
			if row := s.Function(id); row != nil && row.Continuous != "" {
				all = append(all, lib.Forms(row).Continuous.Build(s, append(ops[:len(ops):len(ops)], id)...))
			}
		default:
			return symbolic.False
		}
	}
	return s.And(all...)
}

package proof

import (
	"slices"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// maxPieces bounds the nesting of pieces that are looked into.
const maxPieces = 4

// A rule of differentiation for a function of some arguments.
type rule struct {
	holds func(args []symbolic.ID) symbolic.ID   // where the derivative is what the rule says
	slope func(args []symbolic.ID) []symbolic.ID // partial derivatives; they have values there
}

// inPieces is the condition of a rule for some arguments, or for the pieces of the
// arguments that are taken all around a point: a derivative depends on what is near.
// relu(v) has one where v is not 0; for v = relu(u) also where u < 0, since v is 0 all
// around. What the rule says is right there as well, if it has a value: the derivative of
// v is that of the piece.
func (v *deriver) inPieces(args []symbolic.ID, r rule) symbolic.ID {
	return v.nearby(args, r, maxPieces)
}

func (v *deriver) nearby(args []symbolic.ID, r rule, depth int) symbolic.ID {
	s := v.s
	if !slices.ContainsFunc(args, v.depends) { // constant
		return hasValue(v.lib, s, r.slope(args)...)
	}
	whole := r.holds(args)
	if depth == 0 || whole == symbolic.True {
		return whole
	}
	t, pieces, ok := firstPiecewise(v.lib, s, v.depends, args...)
	if !ok || !continuous(v.lib, s, pieces[0], v.depends, nil) {
		return whole
	}
	taken := func(cond, piece symbolic.ID) symbolic.ID {
		put := map[symbolic.ID]symbolic.ID{t: piece}
		with := make([]symbolic.ID, len(args))
		for i, a := range args {
			with[i] = s.Substitute(a, put)
		}
		return s.And(v.strict(cond), v.nearby(with, r, depth-1))
	}
	return s.Or(whole, taken(pieces[0], pieces[1]), taken(s.Not(pieces[0]), pieces[2]))
}

// hasValue is a condition under which expressions have values: of all their parts;
// False where there are branches and the like.
func hasValue(lib *read.Library, s *symbolic.Store, roots ...symbolic.ID) symbolic.ID {
	var all []symbolic.ID
	for _, id := range s.Postorder(roots...) {
		switch ops := s.Operands(id); s.Kind(id) {
		case symbolic.Number, symbolic.Symbol, symbolic.Constant, symbolic.Sum:
		case symbolic.Product:
			for i := 1; i < len(ops); i += 2 {
				all = append(all, read.PowerDomain(s, lib, ops[i], ops[i+1]))
			}
		case symbolic.Power:
			all = append(all, read.PowerDomain(s, lib, ops[0], ops[1]))
		case symbolic.Apply:
			row := s.Function(id)
			if row == nil {
				return symbolic.False
			}
			if row.Domain != "" {
				all = append(all, lib.Forms(row).Domain.Build(s, append(slices.Clone(ops), id)...))
			}
		default:
			return symbolic.False
		}
	}
	return s.And(all...)
}

func (v *deriver) depends(id symbolic.ID) bool { return v.active.Has(id) || v.s.Depends(id, v.x) }

// firstPiecewise returns the innermost part of some nodes that is a function in pieces,
// or a branch, and depends on something; and the condition and the pieces of it. Parts
// that have values only where a branch is taken are not looked at.
func firstPiecewise(lib *read.Library, s *symbolic.Store, depends func(symbolic.ID) bool, roots ...symbolic.ID) (id symbolic.ID, pieces []symbolic.ID, ok bool) {
	enter := func(id symbolic.ID) bool {
		return s.Kind(id) != symbolic.If && !s.Kind(id).Binds() && s.Kind(id) != symbolic.Index
	}
	for _, id := range s.PostorderWithin(roots, enter) {
		if !depends(id) {
			continue
		}
		switch s.Kind(id) {
		case symbolic.If:
			return id, s.Operands(id), true
		case symbolic.Apply:
			row, ops := s.Function(id), s.Operands(id)
			if !row.IsPiecewise() || len(ops) != len(row.Params) {
				continue
			}
			if z := lib.Forms(row).Definition.Build(s, append(slices.Clone(ops), id)...); s.Kind(z) == symbolic.If {
				return id, s.Operands(z), true
			}
		}
	}
	return 0, nil, false
}

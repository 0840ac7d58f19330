package read

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Definition returns what an application of a function of the table stands for by
// the column Definition, and false where the function has none. The column of a
// variadic function is about two arguments; more are
//
//	max(u, v, w) = max(u, max(v, w))
func (l *Library) Definition(s *symbolic.Store, id symbolic.ID) (symbolic.ID, bool) {
	if s.Kind(id) != symbolic.Apply || s.Function(id) == nil {
		return 0, false
	}
	row, args := s.Function(id), s.Operands(id)
	form := l.Forms(row).Definition
	switch {
	case form == nil:
		return 0, false
	case len(args) > len(row.Params): // variadic
		rest := s.Apply(s.FuncOf(id), args[1:]...)
		return form.Build(s, args[0], rest, id), true
	}
	return form.Build(s, append(slices.Clone(args), id)...), true
}

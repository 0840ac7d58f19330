package proof

import "github.com/symgrad/symgrad/symbolic"

// Moved tells whether there are derivatives at other points than their variable, or by
// the index of a sum or product, which takes values. Where they exist is known only if
// what is differentiated has a value everywhere.
func Moved(s *symbolic.Store, roots ...symbolic.ID) bool {
	for _, id := range s.Postorder(roots...) {
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Derivative:
			if ops[1] != ops[3] {
				return true
			}
		case symbolic.SumOver, symbolic.ProductOver:
			for _, o := range s.Postorder(ops[3]) {
				if s.Kind(o) == symbolic.Derivative && s.Depends(s.Operands(o)[3], ops[0]) {
					return true
				}
			}
		}
	}
	return false
}

// byOwnVariable gives derivatives at a symbol that does not occur in what is
// differentiated this symbol for their variable: putting in definitions renames it.
func byOwnVariable(s *symbolic.Store, root symbolic.ID) symbolic.ID {
	if !s.HasKind(root, symbolic.Derivative) {
		return root
	}
	memo := map[symbolic.ID]symbolic.ID{}
	for _, id := range s.Postorder(root) {
		ops := append([]symbolic.ID(nil), s.Operands(id)...)
		for i, o := range ops {
			if to, ok := memo[o]; ok { // coefficients are no nodes of their own
				ops[i] = to
			}
		}
		z := s.Rebuild(id, ops)
		if s.Kind(z) == symbolic.Derivative {
			if ops := s.Operands(z); ops[1] != ops[3] && s.Kind(ops[3]) == symbolic.Symbol && !s.Depends(ops[0], ops[3]) {
				body := s.Substitute(ops[0], map[symbolic.ID]symbolic.ID{ops[1]: ops[3]})
				z = s.Derivative(body, ops[3], ops[2], ops[3])
			}
		}
		memo[id] = z
	}
	return memo[root]
}

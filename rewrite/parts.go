package rewrite

import "github.com/symgrad/symgrad/symbolic"

// Parts appends the parts of a node to dst:
//
//	c0 + Σ ci·ti        the terms ci·ti
//	c·Π bi^ei           Π bi^ei if c is not 1, else the factors bi^ei
//	b^e, f(u, ...)      the operands
//	u < v               the sides
//
// Other nodes have none: those of a conditional, connective or binder need not
// be reached, and the name of an array is no term. Nodes for terms and factors
// are made where the store does not have them.
func Parts(s *symbolic.Store, dst []symbolic.ID, id symbolic.ID) []symbolic.ID {
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			dst = append(dst, s.Scale(ops[i], s.Number(ops[i+1])))
		}
	case symbolic.Product:
		if ops[0] != symbolic.One {
			return append(dst, withoutCoefficient(s, id))
		}
		for i := 1; i < len(ops); i += 2 {
			dst = append(dst, s.Pow(ops[i], ops[i+1]))
		}
	case symbolic.Power, symbolic.Apply, symbolic.Relation:
		dst = append(dst, ops...)
	}
	return dst
}

// Join returns the node that has other parts in place of those that Parts
// gives, in canonical form. Join of a node's own parts is the node.
func Join(s *symbolic.Store, id symbolic.ID, parts []symbolic.ID) symbolic.ID {
	switch s.Kind(id) {
	case symbolic.Sum:
		b := s.NewSum()
		b.AddNumber(s.Number(s.Operands(id)[0]))
		for _, p := range parts {
			b.Add(p)
		}
		return b.Sum()
	case symbolic.Product:
		if c := s.Operands(id)[0]; c != symbolic.One {
			return s.Scale(parts[0], s.Number(c))
		}
		return s.Mul(parts...)
	case symbolic.Power, symbolic.Apply, symbolic.Relation:
		return s.Rebuild(id, parts)
	}
	return id
}

// opaque tells whether a node has operands that are not its parts.
func opaque(k symbolic.Kind) bool {
	switch k {
	case symbolic.If, symbolic.And, symbolic.Or, symbolic.Index, symbolic.SumOver, symbolic.ProductOver, symbolic.Derivative:
		return true
	}
	return false
}

// withoutCoefficient returns a product with its coefficient replaced by 1.
func withoutCoefficient(s *symbolic.Store, id symbolic.ID) symbolic.ID {
	return s.Scale(id, s.Number(s.Operands(id)[0]).Inv())
}

package symbolic

// MayBe tells whether a node is another text for an entry of an array, or may be: a[i]
// is a[1] where i is 1. It is false for the same node, and for entries with different
// numbers as subscripts.
func (s *Store) MayBe(id, entry ID) bool {
	if id == entry || s.Kind(id) != Index || s.Kind(entry) != Index {
		return false
	}
	a, b := s.Operands(id), s.Operands(entry)
	if len(a) != len(b) || a[0] != b[0] {
		return false
	}
	for i := 1; i < len(a); i++ {
		if a[i] != b[i] && s.Kind(a[i]) == Number && s.Kind(b[i]) == Number {
			return false
		}
	}
	return true
}

package symbolic

// Import copies nodes of another store into s, replacing symbols on the way
// by nodes of s. Functions, names and numbers are taken over; the result is in
// canonical form. It is how rule and derivative texts, which are kept in
// stores of their own, are applied.
func (s *Store) Import(from *Store, root ID, bind map[ID]ID) ID {
	if from == s && len(bind) == 0 {
		return root
	}
	memo := make(map[ID]ID, 16)
	var ops []ID
	for _, id := range from.Postorder(root) {
		if to, ok := bind[id]; ok {
			memo[id] = to
			continue
		}
		if to, ok := s.importLeaf(from, id); ok {
			memo[id] = to
			continue
		}
		ops = ops[:0]
		for _, o := range from.Operands(id) {
			ops = append(ops, memo[o])
		}
		memo[id] = s.rebuildFrom(from, id, ops)
	}
	return memo[root]
}

// importLeaf copies a node without operands.
func (s *Store) importLeaf(from *Store, id ID) (ID, bool) {
	switch from.Kind(id) {
	case Number:
		return s.Num(from.Number(id)), true
	case Symbol:
		return s.Sym(from.Name(id)), true
	case Constant:
		return s.named(Constant, from.Name(id)), true
	case Boolean:
		return id, true // the truth values are the same nodes in every store
	}
	return 0, false
}

// rebuildFrom is Rebuild for a node of another store.
func (s *Store) rebuildFrom(from *Store, id ID, ops []ID) ID {
	r := from.rec(id)
	if r.kind == Apply {
		e := from.entry(uint32(r.aux))
		return s.Apply(s.function(e.name, e.row), ops...)
	}
	return s.rebuildKind(r.kind, r.aux, ops)
}

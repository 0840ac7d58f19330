package symbolic

import "slices"

func sortIDs(list []ID) { slices.Sort(list) }

// Rebuild makes a node of the same kind from new operands, in canonical form.
// ops has the layout of Operands.
func (s *Store) Rebuild(id ID, ops []ID) ID {
	r := s.rec(id)
	if r.kind <= Boolean {
		return id
	}
	return s.rebuildKind(r.kind, r.aux, ops)
}

func (s *Store) rebuildKind(kind Kind, aux uint16, ops []ID) ID {
	switch kind {
	case Sum:
		b := s.NewSum()
		b.AddNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.AddScaled(ops[i], s.Number(ops[i+1]))
		}
		return b.Sum()
	case Product:
		b := s.NewProduct()
		b.MulNumber(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.MulPow(ops[i], ops[i+1])
		}
		return b.Product()
	case Power:
		return s.Pow(ops[0], ops[1])
	case Apply:
		return s.Apply(FuncID(aux), ops...)
	case If:
		return s.If(ops[0], ops[1], ops[2])
	case Relation:
		return s.Relate(Rel(aux), ops[0], ops[1])
	case And:
		return s.And(ops...)
	case Or:
		return s.Or(ops...)
	case Index:
		return s.Index(ops[0], ops[1:]...)
	case SumOver:
		return s.SumOver(ops[0], ops[1], ops[2], ops[3])
	case ProductOver:
		return s.ProductOver(ops[0], ops[1], ops[2], ops[3])
	case Derivative:
		return s.Derivative(ops[0], ops[1], ops[2], ops[3])
	}
	panic("symbolic: no constructor for " + kind.String())
}

// Substitute replaces free nodes by others, all at once, and brings the
// result into canonical form. Dummy symbols are renamed where a replacement
// would be captured by them. It recurses once for each nesting of binders.
func (s *Store) Substitute(root ID, replace map[ID]ID) ID {
	if len(replace) == 0 {
		return root
	}
	sub := substitution{s: s, replace: replace, memo: make(map[ID]ID, 64)}
	for _, to := range replace {
		for _, x := range s.FreeSymbols(to) {
			sub.captured.Add(x)
		}
	}
	return sub.run(root)
}

// RenameDummies renames the dummy symbols of binders that are among the given
// symbols, so that these occur free only.
func (s *Store) RenameDummies(root ID, avoid []ID) ID {
	if s.rec(root).flags&flagBinder == 0 {
		return root
	}
	sub := substitution{s: s, memo: map[ID]ID{}}
	for _, x := range avoid {
		sub.captured.Add(x)
	}
	return sub.run(root)
}

type substitution struct {
	s        *Store
	replace  map[ID]ID
	captured Set // symbols that are free in the replacements
	memo     map[ID]ID
}

func (t *substitution) run(root ID) ID {
	s := t.s
	order := s.postorder([]ID{root}, func(id ID) bool {
		_, replaced := t.replace[id]
		return !replaced && !s.Kind(id).Binds()
	})
	var ops []ID
	for _, id := range order {
		if _, done := t.memo[id]; done {
			continue
		}
		if to, ok := t.replace[id]; ok {
			t.memo[id] = to
			continue
		}
		if s.Kind(id).Binds() {
			t.memo[id] = t.binder(id)
			continue
		}
		changed := false
		ops = ops[:0]
		for _, o := range s.Operands(id) {
			ops = append(ops, t.memo[o])
			changed = changed || t.memo[o] != o
		}
		if changed {
			t.memo[id] = s.Rebuild(id, ops)
		} else {
			t.memo[id] = id
		}
	}
	return t.memo[root]
}

// binder substitutes in a node that binds a dummy: in its scope the dummy is
// another symbol than outside, and must not meet a free symbol of a
// replacement.
func (t *substitution) binder(id ID) ID {
	s := t.s
	dummy, scope := s.bound(id)
	ops := slices.Clone(s.Operands(id))
	inner := substitution{s: s, replace: make(map[ID]ID, len(t.replace)), captured: t.captured, memo: map[ID]ID{}}
	for from, to := range t.replace {
		if !s.Depends(from, dummy) {
			inner.replace[from] = to
		}
	}
	renamed := dummy
	if t.captured.Has(dummy) {
		taken := s.FreeSymbols(ops[scope])
		for x := range t.captured.All() {
			taken = append(taken, x)
		}
		renamed = s.FreshDummy(s.Name(dummy), taken...)
		inner.replace[dummy] = renamed
		inner.captured = t.captured.Clone() // nor must it be captured inside
		inner.captured.Add(renamed)
	}
	for i, o := range ops {
		switch {
		case i == scope:
			ops[i] = inner.run(o)
		case i == 0 || i == 1 && s.Kind(id) == Derivative: // the dummy itself
			ops[i] = renamed
		default:
			ops[i] = t.run(o)
		}
	}
	return s.Rebuild(id, ops)
}

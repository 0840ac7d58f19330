package symbolic

// A Template is an expression with parameters that belongs to no store and
// can be built in any: a derivative text of the function table, a rule's
// side. It is immutable and safe for concurrent use.
type Template struct {
	from  *Store
	order []ID  // operands first
	slot  []int // by position in order: the parameter it is, or -1
	local map[ID]int
}

// NewTemplate makes a template of a node. Its parameters are the given
// symbols, in order. The store must not be written to afterwards.
func NewTemplate(from *Store, root ID, params []ID) *Template {
	t := &Template{from: from, order: from.Postorder(root), local: map[ID]int{}}
	t.slot = make([]int, len(t.order))
	for i, id := range t.order {
		t.local[id] = i
		t.slot[i] = -1
		for j, p := range params {
			if p == id {
				t.slot[i] = j
			}
		}
	}
	return t
}

// Uses tells whether parameter i occurs.
func (t *Template) Uses(i int) bool {
	for _, j := range t.slot {
		if i == j {
			return true
		}
	}
	return false
}

// Has tells whether a node of the kind occurs.
func (t *Template) Has(k Kind) bool {
	for _, id := range t.order {
		if t.from.Kind(id) == k {
			return true
		}
	}
	return false
}

// Build makes the node in a store, in canonical form, with the parameters
// replaced by args.
func (t *Template) Build(s *Store, args ...ID) ID {
	var buf [32]ID
	var opsBuf [16]ID
	built := append(buf[:0], make([]ID, len(t.order))...)
	for i, id := range t.order {
		if j := t.slot[i]; j >= 0 {
			built[i] = args[j]
			continue
		}
		if z, ok := s.importLeaf(t.from, id); ok {
			built[i] = z
			continue
		}
		ops := opsBuf[:0]
		for _, o := range t.from.Operands(id) {
			ops = append(ops, built[t.local[o]])
		}
		built[i] = s.rebuildFrom(t.from, id, ops)
	}
	return built[len(built)-1]
}

package diff

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// A sweep is one reverse accumulation: the derivatives of one node by any
// number of inputs, at a cost in proportion to the number of distinct nodes
// between them.
//
// The inputs of the outermost sweep are the variables. Branches and bodies of
// sums have sweeps of their own, whose inputs are all nodes through which the
// variables come in (see scope.go); these sweeps stop there.
type sweep struct {
	r       *rules
	targets []symbolic.ID // entries such as a[i] among the variables
	stops   bool          // inputs are not entered

	inputs   symbolic.Set
	active   symbolic.Set // nodes that depend on an input
	adj      *adjoints
	position idMap
	order    []symbolic.ID
	parts    contributions                       // by position
	at       []int32                             // by position: vertex of the adjoint, -1 where it is 0
	entries  map[symbolic.ID][]contribution      // by target
	record   func(node symbolic.ID, rule string) // may be nil
}

func newSweep(r *rules, targets []symbolic.ID) *sweep {
	return &sweep{r: r, targets: targets, adj: newAdjoints(r.s), entries: map[symbolic.ID][]contribution{}}
}

// run computes the adjoints of the inputs of a node.
func (w *sweep) run(root symbolic.ID, inputs []symbolic.ID) {
	for _, x := range inputs {
		w.inputs.Add(x)
	}
	w.along(w.r.defs.postorder([]symbolic.ID{root}, w.isStop))
}

// along computes the adjoints along a list of nodes, operands first, of which
// the last is the root.
func (w *sweep) along(order []symbolic.ID) {
	defs := w.r.defs
	w.order, w.position = order, newIDMap(order)
	for _, id := range w.order {
		if w.inputs.Has(id) || w.isTargetEntry(id) || !w.isStop(id) && slices.ContainsFunc(defs.operands(id), w.active.Has) {
			w.active.Add(id)
		}
	}
	last := len(w.order) - 1
	w.parts = newContributions(len(w.order))
	w.at = slices.Repeat([]int32{-1}, len(w.order))
	if !w.active.Has(w.order[last]) {
		return
	}
	w.parts.add(int32(last), contribution{root, symbolic.One})
	for i := last; i >= 0; i-- {
		parts := w.parts.of(int32(i))
		switch {
		case len(parts) == 0:
		case w.isMonomial(w.order[i]):
			w.through(w.order[i], slices.Clone(parts))
		default:
			w.at[i] = w.adj.join(parts)
			w.node(w.order[i], w.at[i])
		}
	}
}

func (w *sweep) isStop(id symbolic.ID) bool { return w.stops && w.inputs.Has(id) }

// isTargetEntry tells whether a node is an entry of an array of which an entry
// is a variable.
func (w *sweep) isTargetEntry(id symbolic.ID) bool {
	if w.r.s.Kind(id) != symbolic.Index {
		return false
	}
	array := w.r.s.Operands(id)[0]
	return slices.ContainsFunc(w.targets, func(t symbolic.ID) bool { return w.r.s.Operands(t)[0] == array })
}

// node passes the adjoint of a node, which is at a vertex, on to its operands.
func (w *sweep) node(id symbolic.ID, vertex int32) {
	if w.isStop(id) {
		return
	}
	s := w.r.s
	give := func(operand, partial symbolic.ID) {
		if partial != symbolic.Zero {
			w.parts.add(w.position.of(operand), contribution{vertex, partial})
		}
	}
	if body, ok := w.r.defs.body[id]; ok {
		if w.active.Has(body) {
			give(body, symbolic.One)
		}
		return
	}
	rule := ""
	switch s.Kind(id) {
	case symbolic.Symbol:
		return
	case symbolic.Index:
		w.entry(id, vertex)
		rule = indexRule
	case symbolic.If:
		w.branches(id, vertex, give)
		rule = caseRule
	case symbolic.SumOver, symbolic.ProductOver:
		w.over(id, vertex, give)
		rule = sumRule
		if s.Kind(id) == symbolic.ProductOver {
			rule = productRule
		}
	default:
		rule = w.r.local(id, w.active.Has, w.emit(vertex))
	}
	if w.record != nil {
		w.record(id, rule)
	}
}

// emit returns what takes the partial derivatives of a node whose adjoint is at
// a vertex. Those with a common factor meet in one vertex below it.
func (w *sweep) emit(vertex int32) emitter {
	factor, below := symbolic.One, vertex
	return func(operand, common, partial symbolic.ID) {
		if partial == symbolic.Zero {
			return
		}
		if common != factor {
			factor, below = common, w.adj.below(vertex, common)
		}
		w.parts.add(w.position.of(operand), contribution{below, partial})
	}
}

// isMonomial tells whether a node is a product or power of leaves, such as
// w*x and x^2, and no input.
func (w *sweep) isMonomial(id symbolic.ID) bool {
	s := w.r.s
	if k := s.Kind(id); k != symbolic.Product && k != symbolic.Power || w.inputs.Has(id) {
		return false
	}
	for _, o := range s.Operands(id) {
		if len(s.Operands(o)) > 0 {
			return false
		}
	}
	return true
}

// through passes the contributions to a monomial on one by one. They are not
// gathered first: x^2 may stand in two factors that have nothing else in
// common, and nobody would factor out its derivative there.
func (w *sweep) through(id symbolic.ID, parts []contribution) {
	rule := ""
	for _, p := range parts {
		rule = w.r.local(id, w.active.Has, w.emit(w.adj.below(p.at, p.factor)))
	}
	if w.record != nil {
		w.record(id, rule)
	}
}

// entry passes the adjoint of an array entry to the entries that are
// variables: d a[j]/d a[i] = delta(i, j).
func (w *sweep) entry(id symbolic.ID, vertex int32) {
	for _, t := range w.targets {
		if d := w.r.delta(id, t); d != symbolic.Zero {
			w.entries[t] = append(w.entries[t], contribution{vertex, d})
		}
	}
}

// delta is d x/d y for two entries of arrays.
func (r *rules) delta(x, y symbolic.ID) symbolic.ID {
	s := r.s
	p, q := s.Operands(x), s.Operands(y)
	if p[0] != q[0] || len(p) != len(q) {
		return symbolic.Zero
	}
	row, err := r.lib.Table().Lookup("delta", 2)
	if err != nil {
		panic(err)
	}
	b := s.NewProduct()
	for i := 1; i < len(p); i++ {
		if p[i] != q[i] {
			b.Mul(s.Apply(s.Func(row), p[i], q[i]))
		}
	}
	return b.Product()
}

// adjoint returns the derivative by an input.
func (w *sweep) adjoint(id symbolic.ID) symbolic.ID {
	if i, ok := w.position.find(id); ok && w.at[i] >= 0 {
		return w.adj.product(w.at[i])
	}
	return symbolic.Zero
}

// entryAdjoint returns the derivative by a target, gathered from the entries
// of its array.
func (w *sweep) entryAdjoint(target symbolic.ID) symbolic.ID {
	if len(w.entries[target]) == 0 {
		return symbolic.Zero
	}
	return w.adj.product(w.adj.join(w.entries[target]))
}

// An idMap gives nodes their position in a list: a table where the nodes are
// dense among all IDs, else a map.
type idMap struct {
	table  []int32 // position + 1
	sparse map[symbolic.ID]int32
}

func newIDMap(list []symbolic.ID) idMap {
	if len(list) == 0 {
		return idMap{}
	}
	if top := slices.Max(list); int(top) <= 16*len(list)+1024 {
		m := idMap{table: make([]int32, top+1)}
		for i, id := range list {
			m.table[id] = int32(i) + 1
		}
		return m
	}
	m := idMap{sparse: make(map[symbolic.ID]int32, len(list))}
	for i, id := range list {
		m.sparse[id] = int32(i)
	}
	return m
}

func (m *idMap) find(id symbolic.ID) (int32, bool) {
	if m.sparse != nil {
		i, ok := m.sparse[id]
		return i, ok
	}
	if int(id) >= len(m.table) || m.table[id] == 0 {
		return 0, false
	}
	return m.table[id] - 1, true
}

func (m *idMap) of(id symbolic.ID) int32 {
	i, ok := m.find(id)
	if !ok {
		panic("diff: an operand outside the sweep")
	}
	return i
}

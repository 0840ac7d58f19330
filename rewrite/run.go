package rewrite

import "github.com/symgrad/symgrad/symbolic"

// A Guard answers whether a condition holds on all of a region, at every point
// at which its parts have values. Unknown is false.
type Guard func(cond symbolic.ID) bool

// A Region is what is known about the points that an expression is looked at on.
// The zero value answers no guard and goes nowhere else.
type Region struct {
	// Guard is nil where no condition is known to hold. Rules without a guard
	// fire anyhow.
	Guard Guard
	// Enter says whether an operand of a conditional, connective or binder is to
	// be rewritten, and for which region: for the second operand of
	// if(x > 0, u, v) the points with x > 0, for the body of a sum those and the
	// range of its index, for a derivative also a neighbourhood. Nil leaves all
	// such operands as they are. An operand is walked through once for each node
	// that it is entered from.
	Enter func(node symbolic.ID, operand int) (Region, bool)
}

// An Outcome is the result of Run.
type Outcome struct {
	Result symbolic.ID
	Steps  []Step // in the order in which they were made
	Stop   Stop
	// Cut counts the rules that at some node had more ways to match than the
	// work for one node allows to try. They may fire there yet.
	Cut int

	r    *runner
	root symbolic.ID
}

// Run rewrites a node bottom-up: the parts of a node first, then the node with
// the first rule that matches and whose guard is answered Yes, then the result
// in the same way, until no rule fires. Each distinct node is treated once. The
// node has to have a value on the whole region.
//
// Where the budget runs out, what was rewritten so far is the result: it is equal
// to the node in any case. The error is the *symbolic.LimitError of a full
// store; then there is no result.
//
// The cost is linear in the number of distinct nodes that are looked at and
// their operands, for given rules.
func (t *Strategy) Run(s *symbolic.Store, root symbolic.ID, region Region, budget Budget) (out *Outcome, err error) {
	defer symbolic.Catch(&err)
	r := &runner{
		s: s, index: newIndex(t, s), m: newMatcher(s, nil), first: s.Size(),
		budget:  budget.withDefaults(Budget{Steps: 1_000_000, Nodes: 2_000_000, Work: 200_000_000}),
		regions: []scopeRegion{{Region: region}}, scopes: []Scope{{Parent: -1}},
		at: table{inner: map[place]int32{}},
	}
	r.m.found = r.accept
	final := r.run(place{0, root})
	return &Outcome{Result: final, Steps: r.steps, Stop: r.stop, Cut: r.cut, r: r, root: root}, nil
}

// A place is a node within a region.
type place struct {
	scope int32
	id    symbolic.ID
}

// An entry is what is known about a place: what it was replaced by, why, and
// finally.
type entry struct {
	place
	next  symbolic.ID // the node that took its place; itself at the end
	final symbolic.ID
	by    int32 // the step, or byParts
	parts span  // byParts: what was exchanged
	done  bool
}

const byParts = -1

type span struct{ from, to int32 }

// A table finds the entry of a place: by the node in the scope of the root, in
// which nearly all are, and by hashing in the others.
type table struct {
	root  symbolic.Table[int32] // 1 + entry, or 0
	inner map[place]int32
}

func (t *table) set(p place, i int32) {
	if p.scope != 0 {
		t.inner[p] = i
		return
	}
	t.root.Set(p.id, i+1)
}

func (t *table) get(p place) (int32, bool) {
	if p.scope != 0 {
		i, ok := t.inner[p]
		return i, ok
	}
	i := t.root.At(p.id)
	return i - 1, i != 0
}

// must finds an entry that exists.
func (t *table) must(p place) int32 {
	i, _ := t.get(p)
	return i
}

// A change is a part that was exchanged, in its own scope.
type change struct {
	old place
	new symbolic.ID
}

type scopeRegion struct {
	Region
	guards map[symbolic.ID]bool // answers
}

type runner struct {
	s       *symbolic.Store
	index   *index
	m       *matcher
	budget  Budget
	first   int // size of the store at the start
	regions []scopeRegion
	scopes  []Scope
	entries []entry
	at      table
	changes []change
	steps   []Step
	stop    Stop
	cut     int

	stack   []visit
	items   []place       // the parts of the visits, a stack as well
	current place         // where a match is looked for
	ids     []symbolic.ID // what the parts became
}

// A visit is a place that is being normalised: it starts with one entry and
// follows the nodes that take its place.
type visit struct {
	start, current int32 // entries
	items, next    int   // the parts, in items, and the next of them to look at
	opened         bool  // the parts are known
}

func (r *runner) enter(p place) int32 {
	i := int32(len(r.entries))
	r.entries = append(r.entries, entry{place: p, next: p.id})
	r.at.set(p, i)
	return i
}

func (r *runner) visit(p place) {
	i := r.enter(p)
	r.stack = append(r.stack, visit{start: i, current: i, items: len(r.items)})
}

// run normalises a place. It keeps its own stack, since formulas are deep.
func (r *runner) run(root place) symbolic.ID {
	r.visit(root)
	for len(r.stack) > 0 {
		r.s.CheckStopped()
		v := &r.stack[len(r.stack)-1]
		if !v.opened {
			r.open(v)
		}
		if p, ok := r.nextPart(v); ok {
			r.visit(p)
		} else if !r.join(v) && !r.rewrite(v) {
			r.finish(v)
		}
	}
	return r.entries[r.at.must(root)].final
}

// open lists the parts of the current node, and the operands that may be
// entered.
func (r *runner) open(v *visit) {
	v.opened, v.next = true, v.items
	p := r.entries[v.current].place
	r.items = r.items[:v.items]
	if !opaque(r.s.Kind(p.id)) {
		r.ids = Parts(r.s, r.ids[:0], p.id)
		for _, id := range r.ids {
			r.items = append(r.items, place{p.scope, id})
		}
		return
	}
	enter := r.regions[p.scope].Enter
	if enter == nil {
		return
	}
	for i, o := range r.s.Operands(p.id) {
		if isName(r.s.Kind(p.id), i) {
			continue
		}
		if region, ok := enter(p.id, i); ok {
			r.items = append(r.items, place{int32(len(r.scopes)), o})
			r.regions = append(r.regions, scopeRegion{Region: region})
			r.scopes = append(r.scopes, Scope{Parent: int(p.scope), Node: p.id, Operand: i})
		}
	}
}

// isName tells whether an operand is no expression but the dummy of a binder,
// the order of a derivative or the name of an array.
func isName(k symbolic.Kind, operand int) bool {
	switch k {
	case symbolic.SumOver, symbolic.ProductOver, symbolic.Index:
		return operand == 0
	case symbolic.Derivative:
		return operand == 1 || operand == 2
	}
	return false
}

// nextPart returns a part that was not visited yet.
func (r *runner) nextPart(v *visit) (place, bool) {
	for v.next < len(r.items) {
		p := r.items[v.next]
		v.next++
		if i, ok := r.at.get(p); !ok {
			return p, true
		} else if !r.entries[i].done {
			r.loop() // below itself: it stays as it is
		}
	}
	return place{}, false
}

func (r *runner) loop() {
	if r.stop == Done {
		r.stop = Loop
	}
}

// final returns what a part became; one that is still being normalised stays.
func (r *runner) final(p place) symbolic.ID {
	if i, ok := r.at.get(p); ok && r.entries[i].done {
		return r.entries[i].final
	}
	return p.id
}

// join puts together what the parts became. It returns false where that is the
// node itself.
func (r *runner) join(v *visit) bool {
	e := &r.entries[v.current]
	items := r.items[v.items:]
	from := len(r.changes)
	r.ids = r.ids[:0]
	for _, p := range items {
		f := r.final(p)
		r.ids = append(r.ids, f)
		if f != p.id {
			r.changes = append(r.changes, change{p, f})
		}
	}
	if len(r.changes) == from {
		return false
	}
	kind, id := r.s.Kind(e.id), e.id
	var to symbolic.ID
	if opaque(kind) {
		to = r.exchange(id, items)
	} else {
		to = Join(r.s, id, r.ids)
	}
	if to == id || r.isActive(place{e.scope, to}) {
		r.changes = r.changes[:from]
		return false
	}
	e.by, e.parts = byParts, span{int32(from), int32(len(r.changes))}
	if r.follow(v, to) && opaque(kind) && r.s.Kind(to) == kind {
		v.opened = true // its operands are normal for their regions and not entered again
		v.next = v.items
		r.items = r.items[:v.items]
	}
	return true
}

// exchange puts what the operands that were entered became into a node.
func (r *runner) exchange(id symbolic.ID, items []place) symbolic.ID {
	ops := append([]symbolic.ID(nil), r.s.Operands(id)...)
	for i, p := range items {
		ops[r.scopes[p.scope].Operand] = r.ids[i]
	}
	return r.s.Rebuild(id, ops)
}

// isActive tells whether a place is being normalised. To come back to it is a
// loop.
func (r *runner) isActive(p place) bool {
	i, ok := r.at.get(p)
	if ok && !r.entries[i].done {
		r.loop()
		return true
	}
	return false
}

// follow lets another node, which is not active, take the place of the current
// one. It returns false where that one was normalised before, and the visit is
// over.
func (r *runner) follow(v *visit, to symbolic.ID) bool {
	e := &r.entries[v.current]
	e.next = to
	p := place{e.scope, to}
	if _, ok := r.at.get(p); ok {
		r.finish(v)
		return false
	}
	v.current = r.enter(p)
	v.opened = false
	return true
}

// finish notes the normal form of all nodes of the visit.
func (r *runner) finish(v *visit) {
	last := r.entries[v.current]
	final := last.next
	if final != last.id {
		final = r.entries[r.at.must(place{last.scope, final})].final
	}
	for i := v.start; ; {
		e := &r.entries[i]
		e.final, e.done = final, true
		if i == v.current {
			break
		}
		i = r.at.must(place{e.scope, e.next})
	}
	r.items = r.items[:v.items]
	r.stack = r.stack[:len(r.stack)-1]
}

// rewrite applies the first rule that fires at the current node. It returns
// false where none does.
func (r *runner) rewrite(v *visit) bool {
	p := r.entries[v.current].place
	list := r.index.at(p.id)
	if len(list) == 0 || r.stop > Loop {
		return false
	}
	r.current = p
	below := r.index.bits.below(p.id)
	work := workAt(workOfRun, len(r.s.Operands(p.id)))
	for _, pattern := range list {
		if pattern.need&^below != 0 {
			continue
		}
		found := r.m.match(pattern, p.id, work)
		r.budget.Work -= work - r.m.work
		if found {
			r.entries[v.current].by = int32(len(r.steps) - 1)
			r.follow(v, r.steps[len(r.steps)-1].Result)
			r.check()
			return true
		}
		if r.m.cut {
			r.cut++
		}
	}
	r.check()
	return false
}

// check stops further steps where a budget is used up.
func (r *runner) check() {
	switch {
	case len(r.steps) >= r.budget.Steps:
		r.stop = OutOfSteps
	case r.s.Size()-r.first > r.budget.Nodes:
		r.stop = OutOfNodes
	case r.budget.Work < 0:
		r.stop = OutOfWork
	}
}

// accept makes a step of the match that was found, if its guard is answered Yes
// and it leads on.
func (r *runner) accept() bool {
	region := &r.regions[r.current.scope]
	if !region.holds(r.m.condition()) {
		return false
	}
	t := r.m.step()
	r.budget.Work -= t.work(r.s)
	t.Scope = int(r.current.scope)
	if t.Node != r.current.id || t.Result == t.Node || r.isActive(place{r.current.scope, t.Result}) {
		return false
	}
	r.steps = append(r.steps, t)
	return true
}

// holds asks the guard, once for each condition.
func (g *scopeRegion) holds(cond symbolic.ID) bool {
	if cond == symbolic.True {
		return true
	}
	if cond == symbolic.False || g.Guard == nil {
		return false
	}
	yes, ok := g.guards[cond]
	if !ok {
		if g.guards == nil {
			g.guards = map[symbolic.ID]bool{}
		}
		yes = g.Guard(cond)
		g.guards[cond] = yes
	}
	return yes
}

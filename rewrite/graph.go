package rewrite

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A Graph is an e-graph: it keeps nodes of one store in classes of nodes that
// are known to be equal on one region.
//
// Each class has a representative, its cheapest member. The canonical node of a
// node n is Join(n, representatives of its parts). When all is rebuilt, it is in
// the class of n, for every n of the graph; nodes with the same canonical node
// are so in one class: this is congruence, modulo all that the constructors
// merge, sort and compute. For the part of a multiple 2·t the representative is
// the cheapest member without a coefficient, if there is one: else 2·t would
// become sin(2*x) where t is sin(x)*cos(x) and equal to sin(2*x)/2, and be lost
// as a product. A node that is its own canonical node is called active; patterns
// are matched with active nodes only, which have all members of a class below
// them without being as many.
//
// Congruence is that of whole parts: where x*y is equal to z, x*y*w is not
// known to be z*w. Rules do not need this, since they match with parts of sums
// and products. Multiples are known: where 2*x is equal to z, x is equal to z/2.
//
// Conditionals, connectives, binders and array entries are members of classes as
// a whole. What stands in them is not in the graph by that.
//
// Invariant: every node of the graph has a value on the whole region. See Add,
// Assume and Saturate for whose duty that is.
//
// A graph is used by one goroutine at a time. After an error it must not be used
// any more.
type Graph struct {
	s       *symbolic.Store
	cost    Cost
	at      []int32 // by node of the store: 1 + its place in nodes, or 0
	nodes   []node
	classes []*class // by place in nodes; nil for all but the roots of the forest
	parts   []int32  // of all nodes
	edges   []edge
	changes []exchange // of all edges
	steps   []Step
	pending []use
	stale   []int32 // members of classes that are not active any more
	touched []int32 // nodes that came to a class, in which there is one more to match with
	clash   bool    // two different numbers are in one class
	joined  int     // operands of all nodes that were put together again
	ids     []symbolic.ID
	costs   []int
}

// A node of the graph.
type node struct {
	id      symbolic.ID
	parent  int32 // in the union-find forest
	parts   span
	edges   []int32 // the edges at this node
	active  bool
	listed  bool // among the members of its class
	waits   bool // pending as itself
	scaling bool // pending as the multiple of its part
}

// A class is what is known about equal nodes.
type class struct {
	members []symbolic.ID // the active ones are among them
	uses    []use         // of members as parts
	rep     leader
	free    leader      // the same among members without a coefficient
	number  symbolic.ID // the number that all are equal to
	isConst bool
}

// A leader is the cheapest of some nodes, and what it costs.
type leader struct {
	node int32 // -1 if there are none
	cost int
}

// A use is a node whose canonical node depends on a class. With multiple set it
// is a product c·t in that class, of which t, a node of its own, is 1/c times.
type use struct {
	node     int32
	multiple bool
}

// An edge is a reason for which two nodes are equal.
type edge struct {
	a, b    int32
	reason  Reason
	step    int32 // ByRule
	changes span  // ByParts: the parts exchanged in a; ByScale: the equation used
}

// An exchange is a part and the one that takes its place.
type exchange struct{ old, new int32 }

// NewGraph returns an empty graph of nodes of a store. The representatives are
// chosen by the cost; nil is Size.
func NewGraph(s *symbolic.Store, cost Cost) *Graph {
	if cost == nil {
		cost = Size
	}
	return &Graph{s: s, cost: cost}
}

// Add adds nodes, and their parts, which have to have values on the whole
// region. The error is the *symbolic.LimitError of a full store.
func (g *Graph) Add(ids ...symbolic.ID) (err error) {
	defer symbolic.Catch(&err)
	for _, id := range ids {
		g.insert(id)
	}
	g.rebuild(nil)
	return nil
}

// Assume adds two nodes that are equal on the whole region because it is defined
// so, and have values there. It is a reason of its own in proofs.
func (g *Graph) Assume(x, y symbolic.ID) (err error) {
	defer symbolic.Catch(&err)
	g.union(edge{a: g.insert(x), b: g.insert(y), reason: Assumed})
	g.rebuild(nil)
	return nil
}

// Has tells whether a node is in the graph.
func (g *Graph) Has(id symbolic.ID) bool { return int(id) < len(g.at) && g.at[id] != 0 }

// Same tells whether two nodes are known to be equal.
func (g *Graph) Same(x, y symbolic.ID) bool {
	return x == y || g.Has(x) && g.Has(y) && g.find(g.at[x]-1) == g.find(g.at[y]-1)
}

// Len returns the number of nodes.
func (g *Graph) Len() int { return len(g.nodes) }

// Members returns the nodes that are known to be equal to one, as far as their
// parts are representatives; none if it is not in the graph. A guard may look at
// them: all have values on the whole region. The list must not be changed.
func (g *Graph) Members(id symbolic.ID) []symbolic.ID { return g.active(id) }

// Representative returns the cheapest node of a class, by the cost of the graph,
// or the node itself if it is not in the graph.
func (g *Graph) Representative(id symbolic.ID) symbolic.ID {
	if !g.Has(id) {
		return id
	}
	return g.nodes[g.classOf(g.at[id]-1).rep.node].id
}

func (g *Graph) find(i int32) int32 {
	for g.nodes[i].parent != i {
		g.nodes[i].parent = g.nodes[g.nodes[i].parent].parent
		i = g.nodes[i].parent
	}
	return i
}

func (g *Graph) classOf(i int32) *class { return g.classes[g.find(i)] }

// active returns the members of a node's class; all are active when the graph is
// rebuilt.
func (g *Graph) active(id symbolic.ID) []symbolic.ID {
	if !g.Has(id) {
		return nil
	}
	return g.classOf(g.at[id] - 1).members
}

// insert returns the place of a node, which is added with all its parts if the
// graph does not have it.
func (g *Graph) insert(root symbolic.ID) int32 {
	if g.Has(root) {
		return g.at[root] - 1
	}
	type frame struct {
		parts []symbolic.ID
		id    symbolic.ID
	}
	stack := []frame{{Parts(g.s, nil, root), root}}
	for len(stack) > 0 {
		f := &stack[len(stack)-1]
		for len(f.parts) > 0 && g.Has(f.parts[0]) {
			f.parts = f.parts[1:]
		}
		if len(f.parts) > 0 {
			p := f.parts[0]
			stack = append(stack, frame{Parts(g.s, nil, p), p})
			continue
		}
		if !g.Has(f.id) { // a part may be on the stack twice
			g.create(f.id)
		}
		stack = stack[:len(stack)-1]
	}
	return g.at[root] - 1
}

// create adds a node whose parts are there.
func (g *Graph) create(id symbolic.ID) {
	i := int32(len(g.nodes))
	from := int32(len(g.parts))
	g.ids = Parts(g.s, g.ids[:0], id)
	for _, p := range g.ids {
		g.parts = append(g.parts, g.at[p]-1)
	}
	if n := int(id) + 1 - len(g.at); n > 0 {
		g.at = append(g.at, make([]int32, n+len(g.at)/2)...)
	}
	g.at[id] = i + 1
	g.nodes = append(g.nodes, node{id: id, parent: i, parts: span{from, int32(len(g.parts))}, active: true, listed: true})
	c := &class{members: []symbolic.ID{id}}
	if g.s.Kind(id) == symbolic.Number {
		c.number, c.isConst = id, true
	}
	g.classes = append(g.classes, c)
	g.touched = append(g.touched, i)
	c.rep = leader{i, g.price(i)}
	c.free = leader{node: -1}
	if !g.isMultiple(i) {
		c.free = c.rep
	}
	for _, p := range g.partsOf(i) {
		d := g.classOf(p)
		d.uses = append(d.uses, use{node: i})
	}
	if g.isMultiple(i) {
		c.uses = append(c.uses, use{node: i, multiple: true})
	}
	g.wait(use{node: i})
}

// isMultiple tells whether a node is c·t with c not 1.
func (g *Graph) isMultiple(i int32) bool {
	id := g.nodes[i].id
	return g.s.Kind(id) == symbolic.Product && g.s.Operands(id)[0] != symbolic.One
}

// inverse returns 1/c for a node c·t.
func (g *Graph) inverse(i int32) rational.Rat {
	return g.s.Number(g.s.Operands(g.nodes[i].id)[0]).Inv()
}

func (g *Graph) partsOf(i int32) []int32 {
	p := g.nodes[i].parts
	return g.parts[p.from:p.to]
}

// leaderOf returns the node that canonical form has in place of a part of node i.
func (g *Graph) leaderOf(i, part int32) leader {
	c := g.classOf(part)
	if c.free.node >= 0 && g.isMultiple(i) {
		return c.free
	}
	return c.rep
}

// price returns the cost of a node with the cheapest parts.
func (g *Graph) price(i int32) int {
	g.costs = g.costs[:0]
	for _, p := range g.partsOf(i) {
		g.costs = append(g.costs, g.leaderOf(i, p).cost)
	}
	return price(g.cost, g.s, g.nodes[i].id, g.costs)
}

// wait notes that a node is to be looked at again.
func (g *Graph) wait(u use) {
	n := &g.nodes[u.node]
	switch {
	case u.multiple && !n.scaling:
		n.scaling = true
	case !u.multiple && !n.waits:
		n.waits = true
	default:
		return
	}
	g.pending = append(g.pending, u)
}

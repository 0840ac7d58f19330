package rewrite

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// union puts two nodes into one class, for the reason of the edge, which is
// kept even if they are in one class already: it may make a proof shorter.
func (g *Graph) union(e edge) {
	if e.a == e.b {
		return
	}
	k := int32(len(g.edges))
	g.edges = append(g.edges, e)
	g.nodes[e.a].edges = append(g.nodes[e.a].edges, k)
	g.nodes[e.b].edges = append(g.nodes[e.b].edges, k)
	a, b := g.find(e.a), g.find(e.b)
	if a == b {
		return
	}
	if len(g.classes[a].members)+len(g.classes[a].uses) < len(g.classes[b].members)+len(g.classes[b].uses) {
		a, b = b, a
	}
	c, d := g.classes[a], g.classes[b]
	g.nodes[b].parent, g.classes[b] = a, nil
	changed := d // the class whose representative is another one now
	if cheaper(g.s, g.nodes[d.rep].id, d.cost, g.nodes[c.rep].id, c.cost) {
		changed = c
		c.rep, c.cost = d.rep, d.cost
	}
	for _, u := range changed.uses {
		g.wait(u)
	}
	g.clash = g.clash || c.isConst && d.isConst && c.number != d.number
	if d.isConst {
		c.number, c.isConst = d.number, true
	}
	c.members = append(c.members, d.members...)
	c.uses = append(c.uses, d.uses...)
}

// rebuild restores the invariant: the canonical node of every node is in its
// class. It stops early where full says so, and then returns false; what is
// known remains right.
func (g *Graph) rebuild(full func() bool) bool {
	for n := 0; n < len(g.pending); n++ {
		if full != nil && full() {
			g.pending = g.pending[n:]
			g.prune()
			return false
		}
		if u := g.pending[n]; u.multiple {
			g.nodes[u.node].scaling = false
			g.divide(u.node)
		} else {
			g.nodes[u.node].waits = false
			g.canonize(u.node)
		}
	}
	g.pending = g.pending[:0]
	g.prune()
	return true
}

// canonize brings a node together with its canonical node.
func (g *Graph) canonize(i int32) {
	g.s.CheckStopped()
	from := int32(len(g.changes))
	g.ids = g.ids[:0]
	for _, p := range g.partsOf(i) {
		r := g.classOf(p).rep
		g.ids = append(g.ids, g.nodes[r].id)
		if r != p {
			g.changes = append(g.changes, exchange{p, r})
		}
	}
	id := g.nodes[i].id
	canonical := id
	if len(g.changes) > int(from) {
		canonical = Join(g.s, id, g.ids)
	}
	if canonical == id {
		g.changes = g.changes[:from]
		g.activate(i)
		return
	}
	if n := &g.nodes[i]; n.active {
		n.active = false
		g.stale = append(g.stale, i)
	}
	c := g.insert(canonical)
	g.union(edge{a: i, b: c, reason: ByParts, changes: span{from, int32(len(g.changes))}})
	if d := g.classOf(i); d.rep == i {
		d.rep, d.cost = c, g.price(c)
		for _, u := range d.uses {
			g.wait(u)
		}
	}
}

// activate notes that the parts of a node are representatives, and makes it that
// of its class if it is the cheapest.
func (g *Graph) activate(i int32) {
	n := &g.nodes[i]
	c := g.classOf(i)
	n.active = true
	if !n.listed {
		n.listed = true
		c.members = append(c.members, n.id)
	}
	cost := g.price(i)
	if c.rep == i {
		c.cost = cost
		return
	}
	if cheaper(g.s, n.id, cost, g.nodes[c.rep].id, c.cost) {
		c.rep, c.cost = i, cost
		for _, u := range c.uses {
			g.wait(u)
		}
	}
}

// divide brings t together with 1/c times the representative of c·t.
func (g *Graph) divide(i int32) {
	r := g.classOf(i).rep
	if r == i {
		return
	}
	t := g.partsOf(i)[0]
	z := g.insert(g.s.Scale(g.nodes[r].id, g.inverse(i)))
	if z == t {
		return
	}
	from := int32(len(g.changes))
	g.changes = append(g.changes, exchange{i, r})
	g.union(edge{a: t, b: z, reason: ByScale, changes: span{from, from + 1}})
}

// prune drops the nodes that are not active from the members of their classes.
func (g *Graph) prune() {
	for _, i := range g.stale {
		if g.nodes[i].active || !g.nodes[i].listed {
			continue
		}
		c := g.classOf(i)
		c.members = slices.DeleteFunc(c.members, func(id symbolic.ID) bool {
			n := &g.nodes[g.at[id]-1]
			n.listed = n.active
			return !n.active
		})
	}
	g.stale = g.stale[:0]
}

package rewrite

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// union puts two nodes into one class, for the reason of the edge. This is kept
// even if they are in one class already, since it may make a proof shorter; only
// multiples never do.
func (g *Graph) union(e edge) {
	a, b := g.find(e.a), g.find(e.b)
	if e.a == e.b || a == b && e.reason == ByScale {
		return
	}
	k := int32(len(g.edges))
	g.edges = append(g.edges, e)
	g.nodes[e.a].edges = append(g.nodes[e.a].edges, k)
	g.nodes[e.b].edges = append(g.nodes[e.b].edges, k)
	if a == b {
		return
	}
	if len(g.classes[a].members)+len(g.classes[a].uses) < len(g.classes[b].members)+len(g.classes[b].uses) {
		a, b = b, a
	}
	c, d := g.classes[a], g.classes[b]
	g.nodes[b].parent, g.classes[b] = a, nil
	rep, free := c.rep, c.free
	if g.leads(d.rep, rep) {
		rep = d.rep
	}
	if g.leads(d.free, free) {
		free = d.free
	}
	g.lead(c, rep, free)
	g.lead(d, rep, free)
	g.clash = g.clash || c.isConst && d.isConst && c.number != d.number
	if d.isConst {
		c.number, c.isConst = d.number, true
	}
	g.touched = append(g.touched, a)
	c.members = append(c.members, d.members...)
	c.uses = append(c.uses, d.uses...)
}

// leads tells whether x is the better leader.
func (g *Graph) leads(x, y leader) bool {
	if x.node < 0 || y.node < 0 {
		return y.node < 0 && x.node >= 0
	}
	return cheaper(g.s, g.nodes[x.node].id, x.cost, g.nodes[y.node].id, y.cost)
}

// lead gives a class its leaders. The nodes whose canonical node changes by that
// wait.
func (g *Graph) lead(c *class, rep, free leader) {
	newRep, newFree := rep.node != c.rep.node, free.node != c.free.node
	c.rep, c.free = rep, free
	for _, u := range c.uses {
		if newRep || newFree && !u.multiple && g.isMultiple(u.node) {
			g.wait(u)
		}
	}
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
	if g.isMultiple(i) {
		g.multiply(i)
	}
	from := int32(len(g.changes))
	g.ids = g.ids[:0]
	for _, p := range g.partsOf(i) {
		r := g.leaderOf(i, p).node
		g.ids = append(g.ids, g.nodes[r].id)
		if r != p {
			g.changes = append(g.changes, exchange{p, r})
		}
	}
	id := g.nodes[i].id
	canonical := id
	if len(g.changes) > int(from) {
		canonical = Join(g.s, id, g.ids)
		g.joined += len(g.ids)
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
	d := g.classOf(i)
	rep, free := d.rep, d.free
	if rep.node == i {
		rep = leader{c, g.price(c)}
	}
	if free.node == i {
		free = g.cheapestFree(d)
	}
	g.lead(d, rep, free)
}

// cheapestFree looks for the leader among members without a coefficient.
func (g *Graph) cheapestFree(c *class) leader {
	free := leader{node: -1}
	for _, id := range c.members {
		i := g.at[id] - 1
		if !g.nodes[i].active || g.isMultiple(i) {
			continue
		}
		if own := (leader{i, g.price(i)}); g.leads(own, free) {
			free = own
		}
	}
	return free
}

// activate notes that the parts of a node are representatives, and makes it
// the leader of its class if it is the cheapest.
func (g *Graph) activate(i int32) {
	n := &g.nodes[i]
	c := g.classOf(i)
	n.active = true
	if !n.listed {
		n.listed = true
		g.touched = append(g.touched, i)
		c.members = append(c.members, n.id)
	}
	own := leader{i, g.price(i)}
	rep, free := c.rep, c.free
	if rep.node == i || g.leads(own, rep) {
		rep = own
	}
	if !g.isMultiple(i) && (free.node == i || g.leads(own, free)) {
		free = own
	}
	g.lead(c, rep, free)
}

// multiply brings c·t together with c times the representative of t, which may
// be a multiple as well.
func (g *Graph) multiply(i int32) {
	t := g.partsOf(i)[0]
	r := g.classOf(t).rep.node
	if r == t || !g.isMultiple(r) {
		return
	}
	z := g.insert(Join(g.s, g.nodes[i].id, []symbolic.ID{g.nodes[r].id}))
	if g.find(z) == g.find(i) {
		return
	}
	from := int32(len(g.changes))
	g.changes = append(g.changes, exchange{t, r})
	g.union(edge{a: i, b: z, reason: ByParts, changes: span{from, from + 1}})
}

// divide brings t together with 1/c times the representative of c·t.
func (g *Graph) divide(i int32) {
	r := g.classOf(i).rep.node
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

package rewrite

import (
	"container/heap"
	"fmt"

	"github.com/symgrad/symgrad/symbolic"
)

// Extract returns the cheapest node that is known to be equal to one of the
// graph; where several are, the first in the order of the store's Compare. Nil is
// the cost of the graph. The result is in the graph and in the class, so that
// Explain proves it. The error is that the graph does not have the node, or the
// *symbolic.LimitError of a full store.
//
// It is Dijkstra's algorithm over classes, as Knuth generalised it (A
// generalization of Dijkstra's algorithm, 1977): the cost is n·log n in the
// number of nodes and parts that are in reach, however often these are repeated.
func (g *Graph) Extract(id symbolic.ID, cost Cost) (z symbolic.ID, err error) {
	defer symbolic.Catch(&err)
	if !g.Has(id) {
		return 0, fmt.Errorf("rewrite: the node is not in the graph")
	}
	if cost == nil {
		cost = g.cost
	}
	x := &extraction{Graph: g, by: cost, best: map[int32]choice{}, waiting: map[int32][]int32{}, missing: map[int32]int{}}
	root := g.find(g.at[id] - 1)
	x.reach(root)
	x.settle()
	return x.build(root), nil
}

// A choice is the member of a class that was found to be cheapest.
type choice struct {
	node int32
	cost int
}

type extraction struct {
	*Graph
	by      Cost
	best    map[int32]choice  // by class
	order   []int32           // classes, as they were settled
	waiting map[int32][]int32 // by class: nodes that have it as a part
	missing map[int32]int     // by node: parts whose class is not settled
	heap    []choice
}

// Len, Less, Swap, Push and Pop make the choices a heap.
func (x *extraction) Len() int { return len(x.heap) }

func (x *extraction) Less(i, j int) bool {
	a, b := x.heap[i], x.heap[j]
	return cheaper(x.s, x.nodes[a.node].id, a.cost, x.nodes[b.node].id, b.cost)
}

func (x *extraction) Swap(i, j int) { x.heap[i], x.heap[j] = x.heap[j], x.heap[i] }

func (x *extraction) Push(c any) { x.heap = append(x.heap, c.(choice)) }

func (x *extraction) Pop() any {
	c := x.heap[len(x.heap)-1]
	x.heap = x.heap[:len(x.heap)-1]
	return c
}

// reach finds the classes below one, and the members that have no parts.
func (x *extraction) reach(root int32) {
	seen := map[int32]bool{root: true}
	stack := []int32{root}
	for len(stack) > 0 {
		c := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, id := range x.classes[c].members {
			i := x.at[id] - 1
			parts := x.partsOf(i)
			x.missing[i] = len(parts)
			if len(parts) == 0 {
				x.offer(i)
			}
			for _, p := range parts {
				d := x.find(p)
				x.waiting[d] = append(x.waiting[d], i)
				if !seen[d] {
					seen[d] = true
					stack = append(stack, d)
				}
			}
		}
	}
}

// offer puts a node on the heap whose parts are settled.
func (x *extraction) offer(i int32) {
	x.costs = x.costs[:0]
	for _, p := range x.partsOf(i) {
		x.costs = append(x.costs, x.best[x.find(p)].cost)
	}
	heap.Push(x, choice{i, price(x.by, x.s, x.nodes[i].id, x.costs)})
}

// settle takes nodes from the heap, cheapest first. The first of a class is its
// choice; its parts were settled before it.
func (x *extraction) settle() {
	for len(x.heap) > 0 {
		x.s.CheckStopped()
		c := heap.Pop(x).(choice)
		class := x.find(c.node)
		if _, ok := x.best[class]; ok {
			continue
		}
		x.best[class] = c
		x.order = append(x.order, class)
		for _, i := range x.waiting[class] {
			if x.missing[i]--; x.missing[i] == 0 {
				x.offer(i)
			}
		}
	}
}

// build makes the node of a class from those of its parts.
func (x *extraction) build(root int32) symbolic.ID {
	needed := map[int32]bool{root: true}
	home := map[int32]int32{} // the class of a part; building may merge classes
	for n := len(x.order) - 1; n >= 0; n-- {
		if c := x.order[n]; needed[c] {
			for _, p := range x.partsOf(x.best[c].node) {
				home[p] = x.find(p)
				needed[home[p]] = true
			}
		}
	}
	built := map[int32]int32{}
	for _, c := range x.order {
		if needed[c] {
			built[c] = x.exchange(x.best[c].node, func(p int32) int32 { return built[home[p]] })
		}
	}
	return x.nodes[built[root]].id
}

// exchange returns the node with the cheapest parts in place of its own.
func (x *extraction) exchange(i int32, built func(part int32) int32) int32 {
	from := int32(len(x.changes))
	x.ids = x.ids[:0]
	for _, p := range x.partsOf(i) {
		q := built(p)
		x.ids = append(x.ids, x.nodes[q].id)
		if q != p {
			x.changes = append(x.changes, exchange{p, q})
		}
	}
	if len(x.changes) == int(from) {
		return i
	}
	z := x.insert(Join(x.s, x.nodes[i].id, x.ids))
	x.union(edge{a: i, b: z, reason: ByParts, changes: span{from, int32(len(x.changes))}})
	return z
}

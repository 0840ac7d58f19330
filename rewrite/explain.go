package rewrite

import (
	"fmt"
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Explain proves that two nodes of one class are equal. The chain between two
// nodes is a shortest one over all reasons for which nodes were united, where one
// that has to be explained further counts as longer; what is used twice is
// explained once. It returns an error if the nodes are not known to be equal.
func (g *Graph) Explain(x, y symbolic.ID) (*Proof, error) {
	if !g.Has(x) || !g.Has(y) || !g.Same(x, y) {
		return nil, fmt.Errorf("rewrite: the two nodes are not known to be equal")
	}
	t := &explainer{
		Graph: g, proof: &Proof{Scopes: []Scope{{Parent: -1}}}, proved: map[[2]int32]Use{}, links: map[int32]Use{},
		reached: make([]arrival, len(g.nodes)),
	}
	a, b := g.at[x]-1, g.at[y]-1
	if a == b {
		t.proof.add(Equation{Left: x, Right: x, Reason: ByChain})
		return t.proof, nil
	}
	t.run(a, b)
	t.proof.close(t.use(a, b))
	return t.proof, nil
}

// An explainer writes a proof. An edge rests on equations that were known before
// it, thus on edges before it; paths below an edge are looked for among these
// only, so that there is no circle.
type explainer struct {
	*Graph
	proof  *Proof
	proved map[[2]int32]Use // equations between nodes, the smaller place first
	links  map[int32]Use    // equations of edges
	stack  []query
	// The search for a path: how nodes were reached in its round, and those
	// reached by distance.
	round   int32
	reached []arrival
	level   [][]int32
}

// An arrival is the shortest way to a node that was found.
type arrival struct {
	round    int32
	edge     int32
	distance int
	settled  bool
}

// A query is for a proof of an equation from edges below a limit.
type query struct {
	a, b  int32
	limit int32
	path  []int32 // edges from a to b, once they are known
}

func pairKey(a, b int32) [2]int32 { return [2]int32{min(a, b), max(a, b)} }

// use returns an equation that was proved, from a to b.
func (t *explainer) use(a, b int32) Use {
	u := t.proved[pairKey(a, b)]
	u.Reversed = u.Reversed != (a > b)
	return u
}

func (t *explainer) run(a, b int32) {
	t.stack = append(t.stack, query{a: a, b: b, limit: int32(len(t.edges))})
	for len(t.stack) > 0 {
		q := &t.stack[len(t.stack)-1]
		if _, ok := t.proved[pairKey(q.a, q.b)]; ok {
			t.stack = t.stack[:len(t.stack)-1]
			continue
		}
		if q.path != nil {
			t.prove(q)
			continue
		}
		q.path = t.path(q.a, q.b, q.limit)
		for _, k := range q.path {
			if _, ok := t.links[k]; ok {
				continue
			}
			for _, c := range t.exchanges(k) {
				t.stack = append(t.stack, query{a: c.old, b: c.new, limit: k})
			}
		}
	}
}

// exchanges returns the equations that an edge rests on.
func (t *explainer) exchanges(k int32) []exchange {
	e := &t.edges[k]
	if e.reason != ByParts && e.reason != ByScale {
		return nil
	}
	return t.changes[e.changes.from:e.changes.to]
}

// length is what an edge counts: a rule 1, and more for what rests on other
// equations.
func (t *explainer) length(k int32) int {
	switch e := &t.edges[k]; e.reason {
	case ByParts:
		return 1 + min(len(t.exchanges(k)), 4)
	case ByScale:
		return 3
	}
	return 1
}

// path returns a shortest path of edges below the limit: Dijkstra's algorithm
// with small distances.
func (t *explainer) path(a, b, limit int32) []int32 {
	t.round++
	t.level = t.level[:0]
	t.arrive(a, arrival{round: t.round})
	for d := 0; !(t.reached[b].round == t.round && t.reached[b].settled); d++ {
		for n := 0; n < len(t.level[d]); n++ {
			i := t.level[d][n]
			if t.reached[i].settled {
				continue
			}
			t.reached[i].settled = true
			for _, k := range t.nodes[i].edges {
				if k >= limit {
					break // edges are in the order in which they were made
				}
				t.arrive(t.other(k, i), arrival{round: t.round, edge: k, distance: d + t.length(k)})
			}
		}
	}
	var path []int32
	for i := b; i != a; i = t.other(t.reached[i].edge, i) {
		path = append(path, t.reached[i].edge)
	}
	slices.Reverse(path)
	return path
}

// arrive notes a way to a node if it is shorter than those before.
func (t *explainer) arrive(i int32, x arrival) {
	if r := &t.reached[i]; r.round != t.round || x.distance < r.distance {
		*r = x
		for x.distance >= len(t.level) {
			t.level = append(t.level, nil)
		}
		t.level[x.distance] = append(t.level[x.distance], i)
	}
}

func (t *explainer) other(k, i int32) int32 { return t.edges[k].a + t.edges[k].b - i }

// prove adds the equations of the path and what follows from them.
func (t *explainer) prove(q *query) {
	var uses []Use
	i := q.a
	for _, k := range q.path {
		u, ok := t.links[k]
		if !ok {
			u = t.proof.add(t.equation(k))
			t.links[k] = u
			t.proved[pairKey(t.edges[k].a, t.edges[k].b)] = Use{u.Equation, t.edges[k].a > t.edges[k].b}
		}
		u.Reversed = i != t.edges[k].a
		uses = append(uses, u)
		i = t.other(k, i)
	}
	u := t.proof.chain(0, uses)
	u.Reversed = u.Reversed != (q.a > q.b)
	t.proved[pairKey(q.a, q.b)] = u
}

// equation returns the equation of an edge; those it rests on are proved.
func (t *explainer) equation(k int32) Equation {
	e := &t.edges[k]
	q := Equation{Left: t.nodes[e.a].id, Right: t.nodes[e.b].id, Reason: e.reason}
	switch e.reason {
	case ByRule:
		q.Step = &t.steps[e.step]
	case ByParts, ByScale:
		for _, c := range t.exchanges(k) {
			q.Uses = append(q.Uses, t.use(c.old, c.new))
		}
	}
	if e.reason == ByScale {
		q.Factor = t.inverse(t.exchanges(k)[0].old)
	}
	return q
}

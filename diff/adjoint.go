package diff

import (
	"slices"

	"github.com/symgrad/symgrad/symbolic"
)

// Adjoints are products along paths: the adjoint of an operand is that of the
// node times the local derivative. A path is kept as a chain of vertices and
// multiplied out only where a result needs it, as one flat product; a chain
// of 10,000 nested functions costs 10,000 factors and not the square of that.
//
// Where several paths meet in one node, their sum is formed below the lowest
// vertex that they have in common: A·(p + q) and not A·p + A·q, which is how a
// person factors, and keeps results in proportion to the graph.
type vertex struct {
	parent int32 // -1 at the root
	factor symbolic.ID
}

type adjoints struct {
	s        *symbolic.Store
	vertices []vertex
}

// A contribution to the adjoint of a node: the adjoint at a vertex times a
// factor.
type contribution struct {
	at     int32
	factor symbolic.ID
}

// contributions are lists of contributions, one for each node of a sweep,
// linked through one slice.
type contributions struct {
	first []int32 // index in links plus 1, 0 for an empty list
	links []link
	buf   []contribution
}

type link struct {
	contribution
	next int32
}

func newContributions(nodes int) contributions {
	return contributions{first: make([]int32, nodes), links: make([]link, 0, nodes+nodes/2)}
}

func (c *contributions) add(i int32, x contribution) {
	c.links = append(c.links, link{x, c.first[i]})
	c.first[i] = int32(len(c.links))
}

// of returns the list of node i in the order in which it grew. It is valid
// until the next call.
func (c *contributions) of(i int32) []contribution {
	c.buf = c.buf[:0]
	for k := c.first[i]; k > 0; k = c.links[k-1].next {
		c.buf = append(c.buf, c.links[k-1].contribution)
	}
	slices.Reverse(c.buf)
	return c.buf
}

const root = 0

func newAdjoints(s *symbolic.Store) *adjoints {
	return &adjoints{s: s, vertices: []vertex{{-1, symbolic.One}}}
}

// below returns a vertex whose adjoint is that of parent times factor.
func (a *adjoints) below(parent int32, factor symbolic.ID) int32 {
	if factor == symbolic.One {
		return parent
	}
	a.vertices = append(a.vertices, vertex{parent, factor})
	return int32(len(a.vertices) - 1)
}

// product multiplies out the adjoint at a vertex.
func (a *adjoints) product(v int32) symbolic.ID {
	b := a.s.NewProduct()
	for ; v != root; v = a.vertices[v].parent {
		b.Mul(a.vertices[v].factor)
	}
	return b.Product()
}

// A branch is a partial sum on its way up: at a vertex, with the factors of
// the path that it has come since the last sum.
type branch struct {
	at      int32
	value   symbolic.ID
	factors []symbolic.ID
}

func (a *adjoints) valueOf(b branch) symbolic.ID {
	if len(b.factors) == 0 {
		return b.value
	}
	p := a.s.NewProduct()
	p.Mul(b.value)
	for _, f := range b.factors {
		p.Mul(f)
	}
	return p.Product()
}

// join returns the vertex of the sum of contributions. Vertices have larger
// numbers than their parents, so that taking the largest first brings every
// pair together at its lowest common ancestor.
func (a *adjoints) join(parts []contribution) int32 {
	if len(parts) == 1 {
		return a.below(parts[0].at, parts[0].factor)
	}
	var h branches
	for _, p := range parts {
		h = append(h, branch{at: p.at, value: p.factor})
	}
	h.init()
	for {
		top := h.pop()
		if len(h) == 0 {
			return a.below(top.at, a.valueOf(top))
		}
		if h[0].at != top.at {
			v := a.vertices[top.at]
			top.factors = append(slices.Clip(top.factors), v.factor)
			top.at = v.parent
			h.push(top)
			continue
		}
		sum := a.s.NewSum()
		sum.Add(a.valueOf(top))
		for len(h) > 0 && h[0].at == top.at {
			sum.Add(a.valueOf(h.pop()))
		}
		h.push(branch{at: top.at, value: sum.Sum()})
	}
}

// branches is a heap with the largest vertex on top.
type branches []branch

func (h branches) init() {
	slices.SortStableFunc(h, func(x, y branch) int { return int(y.at) - int(x.at) })
}

func (h *branches) push(b branch) {
	*h = append(*h, b)
	q := *h
	for i := len(q) - 1; i > 0; {
		p := (i - 1) / 2
		if q[p].at >= q[i].at {
			break
		}
		q[p], q[i] = q[i], q[p]
		i = p
	}
}

func (h *branches) pop() branch {
	q := *h
	top := q[0]
	n := len(q) - 1
	q[0] = q[n]
	q = q[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && q[c+1].at > q[c].at {
			c++
		}
		if q[i].at >= q[c].at {
			break
		}
		q[i], q[c] = q[c], q[i]
		i = c
	}
	*h = q
	return top
}

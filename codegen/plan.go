package codegen

import (
	"slices"
	"strings"
)

// A plan says in which order nodes are computed, and in which blocks.
//
// What only a branch needs is computed in that branch. Choices by one condition are
// made together, so that this holds for what several of them need, as a value and its
// gradient do.
type plan struct {
	order  []ref             // those that are needed; choices that are made together stand together
	uses   map[ref]int       // how often a node is used
	home   map[ref]*block    // where it is computed
	branch map[ref][2]*block // of choices
	early  map[ref]bool      // it is computed though only branches need it, several ones
	group  map[ref]*[]ref    // choices that are made together
	root   *block
}

// maxSearch bounds the nodes that are visited to find which choices can be made
// together; those that are left are made one by one.
const maxSearch = 1 << 22

// plan returns the plan for outputs. Where it is not lazy all is computed in one
// block.
func (g *graph) plan(outputs []ref, lazy bool) plan {
	p := plan{group: map[ref]*[]ref{}}
	p.arrange(g, outputs, lazy)
	if lazy && p.join(g) {
		p.arrange(g, outputs, lazy)
	}
	return p
}

// together returns the choices that are made with one.
func (p *plan) together(r ref) []ref {
	if list := p.group[r]; list != nil {
		return *list
	}
	return []ref{r}
}

// arrange finds order, uses and blocks.
func (p *plan) arrange(g *graph, outputs []ref, lazy bool) {
	p.sort(g, outputs)
	p.uses, p.home, p.branch, p.root = map[ref]int{}, map[ref]*block{}, map[ref][2]*block{}, &block{}
	p.early = map[ref]bool{}
	for _, o := range outputs {
		p.uses[o]++
		p.home[o] = p.root
	}
	for _, r := range slices.Backward(p.order) { // users come before what they use
		list := p.together(r)
		if r != list[len(list)-1] {
			continue // seen with the last one
		}
		inside := p.home[r]
		for _, c := range list {
			inside = common(inside, p.home[c])
		}
		branches := [2]*block{{parent: inside, depth: inside.depth + 1}, {parent: inside, depth: inside.depth + 1}}
		for _, c := range list {
			p.home[c] = inside
			if lazy && g.nodes[c].kind == choice {
				p.branch[c] = branches
			}
			p.visit(g, c, c == list[0])
		}
	}
	for _, r := range slices.Backward(p.order) {
		b, isLazy := p.branch[r]
		for i, a := range g.nodes[r].args {
			at := p.home[r]
			if i > 0 && isLazy {
				at = b[i-1]
			}
			if at != p.home[a] || p.early[r] {
				p.early[a] = true
			}
		}
	}
}

// visit counts the uses of the operands of a node and finds the innermost block that
// has all of them. Choices that are made together ask for their condition once.
func (p *plan) visit(g *graph, r ref, first bool) {
	n := &g.nodes[r]
	b, isLazy := p.branch[r]
	for i, a := range n.args {
		at := p.home[r]
		if i > 0 && isLazy {
			at = b[i-1]
		}
		p.home[a] = common(at, p.home[a])
		if i > 0 || first || !isLazy {
			p.uses[a]++
		}
		if n.kind == call && strings.Count(n.text, placeholder(i)) > 1 {
			p.uses[a]++ // an argument that is written twice is a variable
		}
	}
}

// common returns the innermost block around two blocks, of which b may be nil.
func common(a, b *block) *block {
	if b == nil {
		return a
	}
	for a != b {
		if a.depth >= b.depth {
			a = a.parent
		} else {
			b = b.parent
		}
	}
	return a
}

// sort puts what outputs need in an order in which operands come first. It has a
// stack of its own.
func (p *plan) sort(g *graph, outputs []ref) {
	p.order = p.order[:0]
	const open, done = 1, 2
	state := map[ref]int{}
	stack := slices.Clone(outputs)
	slices.Reverse(stack)
	for len(stack) > 0 {
		r := stack[len(stack)-1]
		list := p.together(r)
		switch state[list[0]] {
		case done:
			stack = stack[:len(stack)-1]
		case open:
			stack = stack[:len(stack)-1]
			p.order = append(p.order, list...)
			state[list[0]] = done
		default:
			state[list[0]] = open
			for _, c := range slices.Backward(list) {
				for _, a := range slices.Backward(g.nodes[c].args) {
					if state[p.together(a)[0]] == 0 {
						stack = append(stack, a)
					}
				}
			}
		}
	}
}

// join finds choices in one block by one condition, of which none needs another, and
// tells whether there are some.
func (p *plan) join(g *graph) (found bool) {
	type place struct {
		cond ref
		home *block
	}
	open := map[place][]*[]ref{}
	left := maxSearch
	for _, r := range p.order {
		if g.nodes[r].kind != choice {
			continue
		}
		at := place{g.nodes[r].args[0], p.home[r]}
		joined := false
		for _, list := range open[at] {
			if !p.needs(g, r, list, &left) {
				*list = append(*list, r)
				p.group[r] = list
				joined, found = true, true
				break
			}
		}
		if !joined {
			list := &[]ref{r}
			open[at] = append(open[at], list)
			p.group[r] = list
		}
	}
	return found
}

// needs tells whether a choice needs one of those in a list, or a choice that is made
// with one that does.
func (p *plan) needs(g *graph, r ref, list *[]ref, left *int) bool {
	seen := map[ref]bool{}
	stack := slices.Clone(g.nodes[r].args)
	for len(stack) > 0 {
		a := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[a] {
			continue
		}
		seen[a] = true
		if *left--; *left < 0 || p.group[a] == list {
			return true
		}
		for _, c := range p.together(a) {
			stack = append(stack, g.nodes[c].args...)
		}
	}
	return false
}

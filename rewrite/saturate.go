package rewrite

import "github.com/symgrad/symgrad/symbolic"

// A Search says how Saturate is to search.
type Search struct {
	// Guard answers for the region of the graph.
	Guard  Guard
	Budget Budget
	// Until ends the search when these two nodes, which are added, are known to
	// be equal. They are not looked at where they are the same.
	Until [2]symbolic.ID
}

// A Report is what came of a search.
type Report struct {
	Stop       Stop
	Steps      int // rule applications
	Iterations int
	// Cut counts the rules that at some node had more ways to match than the
	// work for one node allows to try.
	Cut int
}

// Saturate applies the rules to all nodes of the graph, in rounds: first all
// matches with the graph as it is are found, then all are applied. A rule that
// matches very often is left out for some rounds. Saturate keeps the invariant
// of the graph if the rules are sound and the guard answers Yes only where a
// condition holds on all of the region.
//
// Whatever the reason to stop, what is known to be equal is equal; after
// Contradicts it is so because nothing is in the region, or because a rule or an
// assumption is wrong. The error is the *symbolic.LimitError of a full store.
func (g *Graph) Saturate(t *Strategy, o Search) (rep Report, err error) {
	defer symbolic.Catch(&err)
	z := &search{
		Graph: g, strategy: t, until: o.Until, region: scopeRegion{Region: Region{Guard: o.Guard}},
		budget: o.Budget.withDefaults(Budget{Steps: 20_000, Nodes: 100_000, Work: 50_000_000, Iterations: 30}),
		first:  g.s.Size(), m: newMatcher(g.s, g), applied: map[application]bool{}, back: make([]backOff, len(t.patterns)),
	}
	z.m.found = z.collect
	if o.Until[0] != o.Until[1] {
		g.insert(o.Until[0])
		g.insert(o.Until[1])
	}
	g.rebuild(z.full)
	for !z.stopped() {
		z.report.Iterations++
		z.find()
		if len(z.matches) == 0 && !z.isWaiting() {
			break
		}
		z.apply()
	}
	return z.report, nil
}

// An application is a match, so that it is applied once.
type application struct {
	rule int
	node symbolic.ID
	bind [maxVariables]symbolic.ID
}

// A match is an application that was found, as a step.
type match struct {
	application
	step Step
}

type search struct {
	*Graph
	strategy *Strategy
	until    [2]symbolic.ID
	region   scopeRegion
	budget   Budget
	first    int // size of the store at the start
	m        *matcher
	applied  map[application]bool
	back     []backOff
	matches  []match
	rule     int // matched now
	node     symbolic.ID
	from     int // its first match
	report   Report
}

// A backOff keeps a rule from filling the graph: with more than limit<<times
// matches in a round it is left out for rest<<times rounds, and these matches are
// dropped. The numbers are those of egg's scheduler.
type backOff struct {
	times int
	until int // the round from which on it is used again
}

const (
	backOffLimit = 1000
	backOffRest  = 5
)

// isWaiting lets the rules that are left out come back at once where no other
// has anything to do, and tells whether there were any.
func (z *search) isWaiting() bool {
	waiting := false
	for i := range z.back {
		if z.back[i].until > z.report.Iterations {
			z.back[i].until, waiting = 0, true
		}
	}
	return waiting
}

func (z *search) full() bool { return z.s.Size()-z.first > z.budget.Nodes }

func (z *search) stopped() bool {
	r := &z.report
	switch {
	case z.clash:
		r.Stop = Contradicts
	case z.until[0] != z.until[1] && z.Same(z.until[0], z.until[1]):
		r.Stop = Reached
	case z.full():
		r.Stop = Nodes
	case r.Steps >= z.budget.Steps:
		r.Stop = Steps
	case z.budget.Work < 0:
		r.Stop = Work
	case r.Iterations >= z.budget.Iterations:
		r.Stop = Iterations
	default:
		return false
	}
	return true
}

// find collects the matches of all rules.
func (z *search) find() {
	z.matches = z.matches[:0]
	heads := z.heads()
	for i, p := range z.strategy.patterns {
		b := &z.back[i]
		if b.until > z.report.Iterations {
			continue
		}
		z.rule, z.from = i, len(z.matches)
		limit := backOffLimit << b.times
		for _, id := range heads[z.keyOf(p)] {
			z.node = id
			work := workAt(len(z.s.Operands(id)))
			z.m.match(p, id, work)
			z.budget.Work -= work - z.m.work
			if z.m.cut {
				z.report.Cut++
			}
			if len(z.matches)-z.from > limit || z.budget.Work < 0 || z.full() {
				break
			}
		}
		if len(z.matches)-z.from > limit {
			b.until = z.report.Iterations + 1 + backOffRest<<b.times
			b.times++
			z.matches = z.matches[:z.from]
		}
		if z.budget.Work < 0 || z.full() {
			return
		}
	}
}

// A headKey is the head of a node as far as nodes are found by it.
type headKey struct {
	kind     symbolic.Kind
	function symbolic.FuncID
}

// heads returns the active nodes by head, in the order in which they came into
// the graph.
func (z *search) heads() map[headKey][]symbolic.ID {
	heads := map[headKey][]symbolic.ID{}
	for i := range z.nodes {
		n := &z.nodes[i]
		k := headKey{kind: z.s.Kind(n.id)}
		if !n.active || k.kind <= symbolic.Boolean {
			continue
		}
		if k.kind == symbolic.Apply {
			k.function = z.s.FuncOf(n.id)
		}
		heads[k] = append(heads[k], n.id)
	}
	return heads
}

func (z *search) keyOf(p *Pattern) headKey {
	k := headKey{kind: p.root.kind}
	if k.kind == symbolic.Apply {
		k.function = z.s.Func(p.root.row)
	}
	return k
}

// collect keeps a match that is new and whose guard is answered Yes.
func (z *search) collect() bool {
	a := application{rule: z.rule, node: z.node}
	copy(a.bind[:], z.m.bindings())
	if !z.applied[a] && z.region.holds(z.m.condition()) {
		z.applied[a] = true
		z.matches = append(z.matches, match{a, z.m.step()})
	}
	return false
}

// apply brings the nodes that were matched together with what the rules make of
// them. A match may have exchanged members of classes; that the node with the
// instance is equal to the one that was matched has to follow by congruence, or
// else the match is dropped.
func (z *search) apply() {
	for i := range z.matches {
		if z.full() {
			break
		}
		z.insert(z.matches[i].step.Node)
	}
	z.rebuild(z.full)
	for i := range z.matches {
		t := &z.matches[i].step
		if z.full() || z.report.Steps >= z.budget.Steps {
			break
		}
		if !z.Same(z.matches[i].node, t.Node) || t.Node == t.Result {
			continue
		}
		z.report.Steps++
		z.steps = append(z.steps, *t)
		z.union(edge{a: z.insert(t.Node), b: z.insert(t.Result), reason: ByRule, step: int32(len(z.steps) - 1)})
	}
	z.rebuild(z.full)
}

package rewrite

import (
	"maps"

	"github.com/symgrad/symgrad/symbolic"
)

// A Search says how Saturate is to search.
type Search struct {
	// Guard answers for the region of the graph. It may look at the members of
	// classes: in each round it is asked again what it did not answer Yes.
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
// matches very often is left out for some rounds. In each round members of
// classes are also put in place of parts of sums, products and powers that they
// merge with. Saturate keeps the invariant
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
		first:  g.s.Size(), m: newMatcher(g.s, g), back: make([]backOff, len(t.patterns)+1),
		applied: map[application]bool{}, flattened: map[flattening]bool{},
	}
	z.m.found = z.collect
	z.shown = shown{g: g, bits: bits{s: g.s}}
	for i := range z.back {
		z.back[i].missed = true
	}
	if o.Until[0] != o.Until[1] {
		g.insert(o.Until[0])
		g.insert(o.Until[1])
	}
	g.rebuild(z.full)
	for !z.stopped() {
		z.report.Iterations++
		z.look()
		z.flatten()
		if len(z.matches)+len(z.flattenings) == 0 && !z.isWaiting() {
			if z.isTired() {
				z.report.Stop = OutOfWork
			}
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

// A match is an application that was found. Its step is made when it is applied.
type match struct {
	application
	found occurrence
	step  Step
}

type search struct {
	*Graph
	strategy    *Strategy
	until       [2]symbolic.ID
	region      scopeRegion
	budget      Budget
	first       int // size of the store at the start
	before      int // what was joined at the start
	m           *matcher
	applied     map[application]bool
	flattened   map[flattening]bool
	back        []backOff // of the rules, then of flattening
	matches     []match
	flattenings []flattening
	distance    []int // by node: to the nearest class that changed, see measure
	rule        int   // matched now
	limit       int   // how many matches there may be with those of the rule
	node        symbolic.ID
	shown       shown // by the classes of this round
	report      Report
}

// A backOff keeps a rule from filling the graph: with more than limit<<times
// matches in a round it is left out for rest<<times rounds, and these matches are
// dropped. The numbers are those of egg's scheduler.
type backOff struct {
	times  int
	until  int  // the round from which on it is used again
	missed bool // it has not seen all that changed
}

const (
	backOffLimit = 1000
	backOffRest  = 5
)

func (b *backOff) wait(round int) {
	b.until = round + 1 + backOffRest<<b.times
	b.times++
	b.missed = true
}

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

func (z *search) full() bool { return z.s.Size()-z.first > z.budget.Nodes || z.isTired() }

// isTired tells whether the work is used up, of which putting nodes together
// again is a part.
func (z *search) isTired() bool { return z.budget.Work < workOfOperand*(z.joined-z.before) }

func (z *search) stopped() bool {
	r := &z.report
	switch {
	case z.clash:
		r.Stop = Contradicts
	case z.until[0] != z.until[1] && z.Same(z.until[0], z.until[1]):
		r.Stop = Reached
	case z.isTired():
		r.Stop = OutOfWork
	case z.full():
		r.Stop = OutOfNodes
	case r.Steps >= z.budget.Steps:
		r.Stop = OutOfSteps
	case r.Iterations >= z.budget.Iterations:
		r.Stop = OutOfIterations
	default:
		return false
	}
	return true
}

// look collects the matches of all rules.
func (z *search) look() {
	z.matches = z.matches[:0]
	maps.DeleteFunc(z.region.guards, func(_ symbolic.ID, yes bool) bool { return !yes })
	heads := z.heads()
	z.measure()
	z.shown.reset()
	for i, p := range z.strategy.patterns {
		b := &z.back[i]
		if b.until > z.report.Iterations {
			continue
		}
		z.rule = i
		from := len(z.matches)
		z.limit = from + backOffLimit<<b.times
		all := b.missed
		b.missed = false
		for _, n := range heads[z.keyOf(p)] {
			if (all || z.distance[n] <= p.depth) && z.shown.below(n)&p.need == p.need {
				z.match(p, n)
			}
			if len(z.matches) > z.limit || z.full() {
				break
			}
		}
		if len(z.matches) > z.limit {
			b.wait(z.report.Iterations)
			for _, m := range z.matches[from:] {
				delete(z.applied, m.application)
			}
			z.matches = z.matches[:from]
		}
	}
}

func (z *search) match(p *Pattern, n int32) {
	z.node = z.nodes[n].id
	work := workAt(workOfSearch, len(z.s.Operands(z.node)))
	z.m.match(p, z.node, work)
	z.budget.Work -= work - z.m.work
	if z.m.cut {
		z.report.Cut++
	}
}

// measure finds for each node how far below it, in parts, the nearest class is
// that got another member since the last round; a pattern that does not look as
// deep matches it as before.
func (z *search) measure() {
	const far = 1 << 20
	z.distance = z.distance[:0]
	for range z.nodes {
		z.distance = append(z.distance, far)
	}
	classes := map[int32]bool{}
	var queue []int32
	reach := func(i int32, d int) {
		z.distance[i] = min(z.distance[i], d)
		if c := z.find(i); !classes[c] {
			classes[c] = true
			queue = append(queue, c)
		}
	}
	for _, i := range z.touched {
		reach(i, 0)
	}
	z.touched = z.touched[:0]
	for d := 1; len(queue) > 0; d++ { // breadth first
		level := queue
		queue = nil
		for _, c := range level {
			for _, u := range z.classes[c].uses {
				if !u.multiple {
					reach(u.node, d)
				}
			}
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
func (z *search) heads() map[headKey][]int32 {
	heads := map[headKey][]int32{}
	for i := range z.nodes {
		n := &z.nodes[i]
		k := headKey{kind: z.s.Kind(n.id)}
		if !n.active || k.kind <= symbolic.Boolean {
			continue
		}
		if k.kind == symbolic.Apply {
			k.function = z.s.FuncOf(n.id)
		}
		heads[k] = append(heads[k], int32(i))
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
		z.matches = append(z.matches, match{application: a, found: z.m.occurrence()})
	}
	return len(z.matches) > z.limit || z.full()
}

// apply brings the nodes that were matched together with what the rules make of
// them. A match may have exchanged members of classes; that the node with the
// instance is equal to the one that was matched has to follow by congruence, or
// else the match is dropped.
func (z *search) apply() {
	for i := range z.matches {
		m := &z.matches[i]
		if z.full() {
			z.matches = z.matches[:i]
			break
		}
		m.step = z.m.stepOf(z.strategy.patterns[m.rule], m.found)
		z.budget.Work -= m.step.work(z.s)
		z.insert(m.step.Node)
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
	z.applyFlattenings()
	z.rebuild(z.full)
}

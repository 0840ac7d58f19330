package rewrite

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A Proof is a list of equations, each of which follows from a rule or from
// equations before it; the last one is what was to be proved. It can be replayed
// in order, by substitution and the constructors of symbolic, without a search.
type Proof struct {
	Equations []Equation
	// Scopes are the regions that equations are about. The first is that of the
	// goal.
	Scopes []Scope
}

// A Scope is the region on which an operand is reached (or the range of a bound
// variable), within that of its parent.
type Scope struct {
	Parent  int // -1 for the first scope
	Node    symbolic.ID
	Operand int
}

// An Equation says that two nodes have the same value on the region of its
// scope, on which both have one.
type Equation struct {
	Left, Right symbolic.ID
	Scope       int
	Reason      Reason
	// Step is the rule instance, for ByRule: Left is its Node, Right its Result.
	Step *Step
	// Uses are the equations used. ByChain: t0 = t1, t1 = t2, ..., from Left to
	// Right; Left is Right where there are none. ByParts: one for each part of
	// Left that is exchanged, wherever it stands among the parts. ByScale: one.
	Uses []Use
	// Factor is the number that both sides of the equation used are multiplied
	// by, for ByScale.
	Factor rational.Rat
}

// A Use is an equation before, by its place in the list, read from right to left
// where Reversed.
type Use struct {
	Equation int
	Reversed bool
}

// Reason says why an equation holds.
type Reason uint8

// The reasons.
const (
	// ByRule: an instance of a rule.
	ByRule Reason = iota
	// ByParts: Right is Join of Left with parts exchanged by the equations used.
	// Where Left is a conditional, connective or binder, the equation used is
	// about an operand, in the scope of that operand of Left.
	ByParts
	// ByScale: the equation used, times Factor.
	ByScale
	// ByChain: the equations used, one after the other.
	ByChain
	// Assumed: the caller of Assume says so.
	Assumed
)

// String returns the reason in words.
func (r Reason) String() string {
	return [...]string{"rule", "equal parts", "equal multiples", "chain", "assumption"}[r]
}

// sides returns the sides of an equation as it is used.
func (p *Proof) sides(u Use) (left, right symbolic.ID) {
	e := &p.Equations[u.Equation]
	if u.Reversed {
		return e.Right, e.Left
	}
	return e.Left, e.Right
}

func (p *Proof) add(e Equation) Use {
	p.Equations = append(p.Equations, e)
	return Use{Equation: len(p.Equations) - 1}
}

// chain adds what follows from equations one after the other; a single one is
// used as it is.
func (p *Proof) chain(scope int, uses []Use) Use {
	if len(uses) == 1 {
		return uses[0]
	}
	left, _ := p.sides(uses[0])
	_, right := p.sides(uses[len(uses)-1])
	return p.add(Equation{Left: left, Right: right, Scope: scope, Reason: ByChain, Uses: uses})
}

// close makes the equation used the last of the proof, from left to right, and
// leaves out what it does not rest on.
func (p *Proof) close(u Use) {
	needed := make([]bool, u.Equation+1)
	needed[u.Equation] = true
	for i := u.Equation; i >= 0; i-- {
		for _, v := range p.Equations[i].Uses {
			needed[v.Equation] = needed[v.Equation] || needed[i]
		}
	}
	place := make([]int, u.Equation+1)
	kept := p.Equations[:0]
	for i, e := range p.Equations[:u.Equation+1] {
		if !needed[i] {
			continue
		}
		place[i] = len(kept)
		for k := range e.Uses {
			e.Uses[k].Equation = place[e.Uses[k].Equation]
		}
		kept = append(kept, e)
	}
	p.Equations = kept
	if u.Reversed {
		u.Equation = len(kept) - 1
		left, right := p.sides(u)
		p.add(Equation{Left: left, Right: right, Reason: ByChain, Uses: []Use{u}})
	}
}

// Proof returns the proof that the result is equal to the node that was
// rewritten.
func (o *Outcome) Proof() *Proof {
	t := &tracer{runner: o.r, proof: &Proof{Scopes: o.r.scopes}, proved: map[int32]Use{}}
	if o.Result == o.root {
		t.proof.add(Equation{Left: o.root, Right: o.root, Reason: ByChain})
		return t.proof
	}
	t.run(o.r.at.must(place{0, o.root}))
	t.proof.close(t.proved[o.r.at.must(place{0, o.root})])
	return t.proof
}

// A tracer writes the proof of a run.
type tracer struct {
	*runner
	proof  *Proof
	proved map[int32]Use // entry: its node is its normal form
	stack  []goal
}

// A goal is an entry that is to be proved equal to its normal form.
type goal struct {
	entry    int32
	expanded bool // what it depends on is on the stack above, or proved
}

// run proves an entry, and before it those of the parts that were exchanged.
// These were finished before, so that there is no circle.
func (t *tracer) run(root int32) {
	t.stack = append(t.stack, goal{entry: root})
	for len(t.stack) > 0 {
		g := &t.stack[len(t.stack)-1]
		if _, ok := t.proved[g.entry]; ok {
			t.stack = t.stack[:len(t.stack)-1]
			continue
		}
		if g.expanded {
			t.proved[g.entry] = t.prove(g.entry)
			continue
		}
		g.expanded = true
		t.walk(g.entry, func(e *entry) {
			for _, c := range t.changesOf(e) {
				t.stack = append(t.stack, goal{entry: t.at.must(c.old)})
			}
		})
	}
}

func (t *tracer) changesOf(e *entry) []change {
	if e.by != byParts {
		return nil
	}
	return t.changes[e.parts.from:e.parts.to]
}

// walk calls do for the entries from one to its normal form, up to one that is
// proved, which it returns.
func (t *tracer) walk(i int32, do func(*entry)) (rest Use, ok bool) {
	for {
		if u, ok := t.proved[i]; ok {
			return u, true
		}
		e := &t.entries[i]
		if e.next == e.id {
			return Use{}, false
		}
		do(e)
		i = t.at.must(place{e.scope, e.next})
	}
}

func (t *tracer) prove(i int32) Use {
	var uses []Use
	rest, ok := t.walk(i, func(e *entry) {
		q := Equation{Left: e.id, Right: e.next, Scope: int(e.scope), Reason: ByRule}
		if e.by == byParts {
			q.Reason = ByParts
			for _, c := range t.changesOf(e) {
				q.Uses = append(q.Uses, t.proved[t.at.must(c.old)])
			}
		} else {
			q.Step = &t.steps[e.by]
		}
		uses = append(uses, t.proof.add(q))
	})
	if ok {
		uses = append(uses, rest)
	}
	return t.proof.chain(int(t.entries[i].scope), uses)
}

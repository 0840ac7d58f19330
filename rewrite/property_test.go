package rewrite_test

import (
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// random returns formulas that were put together at random, the same on every
// run.
func random(n int, each func(seed int, f *exprgen.Tree)) {
	for seed := range n {
		each(seed, exprgen.New(uint64(seed), exprgen.Options{Size: 8 + seed%40}).Real())
	}
}

func TestNodesAreJoinedFromTheirParts(t *testing.T) {
	random(300, func(seed int, f *exprgen.Tree) {
		d := newDesk(t)
		for _, id := range d.s.Postorder(f.Build(d.s).ID()) {
			parts := rewrite.Parts(d.s, nil, id)
			if z := rewrite.Join(d.s, id, parts); z != id {
				t.Errorf("seed %d: %s is joined as %s", seed, d.text(id), d.text(z))
			}
		}
	})
}

func TestRunOnRandomFormulas(t *testing.T) {
	z := strategy(t, tidy...)
	steps := 0
	random(300, func(seed int, f *exprgen.Tree) {
		d := newDesk(t)
		id, guard := f.Build(d.s).ID(), d.guard()
		out := d.run(z, id, rewrite.Region{Guard: guard}, rewrite.Budget{})
		steps += len(out.Steps)
		d.replay(out.Proof(), id, out.Result, here(guard))
		if again := d.run(z, out.Result, rewrite.Region{Guard: guard}, rewrite.Budget{}); again.Result != out.Result {
			t.Errorf("seed %d: %s and then %s", seed, d.text(out.Result), d.text(again.Result))
		}
		rng := rand.New(rand.NewPCG(uint64(seed), 0))
		e := newDesk(t)
		other := e.run(z, f.Shuffled(rng.IntN).Build(e.s).ID(), rewrite.Region{Guard: e.guard()}, rewrite.Budget{})
		if e.s.Import(d.s, out.Result, nil) != other.Result {
			t.Errorf("seed %d: %s, and %s with operands shuffled", seed, d.text(out.Result), e.text(other.Result))
		}
	})
	if steps < 50 {
		t.Errorf("only %d steps", steps)
	}
}

func TestGraphsOfRandomFormulas(t *testing.T) {
	z := strategy(t, explore...)
	proofs := 0
	random(100, func(seed int, f *exprgen.Tree) {
		d := newDesk(t)
		id, guard := f.Build(d.s).ID(), d.guard()
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(id); err != nil {
			t.Fatal(err)
		}
		r := d.saturate(g, z, rewrite.Search{Guard: guard, Budget: rewrite.Budget{Iterations: 4, Nodes: 2000}})
		if r.Stop == rewrite.Contradicts {
			return // a formula such as log(-1) has no value, and the empty region proves anything
		}
		if r.Stop != rewrite.OutOfNodes {
			d.canonical(g)
		}
		best, err := g.Extract(id, nil)
		if err != nil {
			t.Fatal(err)
		}
		p, err := g.Explain(id, best)
		if err != nil {
			t.Fatal(err)
		}
		d.replay(p, id, best, here(guard))
		for _, x := range append([]symbolic.ID(nil), g.Members(id)...) {
			p, err := g.Explain(id, x)
			if err != nil {
				t.Fatal(err)
			}
			d.replay(p, id, x, here(guard))
			proofs++
		}
		if r.Stop != rewrite.Done {
			return
		}
		e := newDesk(t)
		rng := rand.New(rand.NewPCG(uint64(seed), 0))
		other := f.Shuffled(rng.IntN).Build(e.s).ID()
		h := rewrite.NewGraph(e.s, nil)
		if err := h.Add(other); err != nil {
			t.Fatal(err)
		}
		e.saturate(h, z, rewrite.Search{Guard: e.guard()})
		if z, err := h.Extract(other, nil); err != nil || e.s.Import(d.s, best, nil) != z {
			t.Errorf("seed %d: %s, and %s with operands shuffled, %v", seed, d.text(best), e.text(z), err)
		}
	})
	if proofs < 200 {
		t.Errorf("only %d proofs", proofs)
	}
}

// Rounds after the first look only at what is near a change. A search from the
// start finds nothing that they missed.
func TestNothingIsMissedFarFromChanges(t *testing.T) {
	z := strategy(t, explore[3:]...)
	done := 0
	random(150, func(seed int, f *exprgen.Tree) {
		d := newDesk(t, "x > 0", "y > 0")
		id, guard := f.Build(d.s).ID(), d.guard()
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(id); err != nil {
			t.Fatal(err)
		}
		search := rewrite.Search{Guard: guard, Budget: rewrite.Budget{Nodes: 2000}}
		if r := d.saturate(g, z, search); r.Stop != rewrite.Done || r.Cut > 0 {
			return
		}
		done++
		before := map[symbolic.ID]symbolic.ID{}
		for i := range d.s.Size() {
			before[symbolic.ID(i)] = g.Representative(symbolic.ID(i))
		}
		n := g.Len()
		d.saturate(g, z, search)
		for x, r := range before {
			if g.Has(x) && g.Representative(x) != r {
				t.Errorf("seed %d: %s became %s", seed, d.text(r), d.text(g.Representative(x)))
			}
		}
		if g.Len() != n {
			t.Errorf("seed %d: %d nodes more", seed, g.Len()-n)
		}
	})
	if done < 50 {
		t.Errorf("only %d ended", done)
	}
}

// A class that changes far below a node, in a later round and without another
// representative, makes the node match.
func TestChangesFarBelowAreSeen(t *testing.T) {
	z := strategy(t, "tan(a) => cot(1+a)", "cot(1+a) => log(2+3*a)", "exp(sin(cos(sinh(y+z*log(2+3*a))))) => a")
	d := newDesk(t)
	x, y := d.read("exp(sin(cos(sinh(y+z*tan(x)))))"), d.read("x")
	g := rewrite.NewGraph(d.s, nil)
	if err := g.Add(x); err != nil {
		t.Fatal(err)
	}
	if r := d.saturate(g, z, rewrite.Search{}); r.Stop != rewrite.Done || !g.Same(x, y) {
		t.Errorf("%+v", r)
	}
}

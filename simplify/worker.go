package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/symbolic"
)

// A worker simplifies one node on the region of a checker. All that it does to
// the node are steps that the checker has accepted.
type worker struct {
	c     *proof.Checker
	s     *symbolic.Store
	lib   *read.Library
	m     *measurer
	o     Options
	left  *allowance
	depth int // of branches and bodies
	steps []Step
	limit string

	tried    symbolic.Set                // nodes for which no better form was found
	explored symbolic.Set                // nodes for which all rules were tried
	carried  symbolic.Set                // denominators whose factors are known not to be 0
	extents  symbolic.Table[extent]      // of expressions
	names    map[symbolic.ID]symbolic.ID // of the indices that symbols stand for
}

// An allowance is what all workers of a formula may do together.
type allowance struct {
	work     int // normal forms of parts, in terms
	searches int // by all rules
	inside   int // branches and bodies
}

// The allowance is for some tenths of a second. The parts of a formula that has
// more than these are simplified by rules only.
const (
	maxWork     = 8_000
	maxSearches = 30
	maxInside   = 200
	maxNested   = 8 // branches and bodies within each other
)

// maxRounds bounds how often what came out is simplified once more. Each round
// has to make it lighter.
const maxRounds = 6

func newWorker(c *proof.Checker, lib *read.Library, root symbolic.ID, o Options) *worker {
	w := &worker{c: c, s: c.Store(), lib: lib, o: o, left: &allowance{maxWork, maxSearches, maxInside}}
	w.m = newMeasurer(w.s, w.features(root))
	return w
}

// measureBy makes a result the measure of what is new in others: which functions the input
// has decides between forms, and a result is the input of whoever simplifies it again. It
// returns false if that is the measure already.
func (w *worker) measureBy(root symbolic.ID) bool {
	features := w.features(root)
	if slices.Equal(features, w.m.input) {
		return false
	}
	w.m = newMeasurer(w.s, features)
	w.tried, w.explored = symbolic.Set{}, symbolic.Set{}
	return true
}

// features returns the features of a node, sorted.
func (w *worker) features(root symbolic.ID) []string {
	s := w.s
	var list []string
	add := func(name string) {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	seen := map[symbolic.FuncID]bool{}
	for _, id := range s.Postorder(root) {
		ops := s.Operands(id)
		switch s.Kind(id) {
		case symbolic.Apply:
			if f := s.FuncOf(id); !seen[f] {
				seen[f] = true
				if row := s.FuncRow(f); row != nil {
					add(featureOf(row))
				}
			}
		case symbolic.If:
			add(featureIf)
		case symbolic.Power:
			if !w.isInteger(ops[1]) {
				add(featurePower)
			}
		case symbolic.Product:
			for i := 2; i < len(ops); i += 2 {
				if !w.isInteger(ops[i]) {
					add(featurePower)
					break
				}
			}
		}
	}
	slices.Sort(list)
	return list
}

// isInteger tells whether a node is an integer number.
func (w *worker) isInteger(id symbolic.ID) bool {
	return w.s.Kind(id) == symbolic.Number && w.s.Number(id).IsInt()
}

// A change is what took the place of a node, by an accepted step.
type change struct {
	to   symbolic.ID
	step int
}

// run simplifies a node: derivatives are carried out; then rules are applied,
// and normal forms of small parts looked for, until nothing becomes lighter.
func (w *worker) run(root symbolic.ID) (symbolic.ID, error) {
	at, steps := root, []int(nil)
	passes := []func(symbolic.ID) (change, bool, error){w.directed, w.everywhere}
	if w.s.HasKind(root, symbolic.Derivative) {
		passes = append([]func(symbolic.ID) (change, bool, error){w.derivatives}, passes...)
	}
	for range maxRounds {
		before := at
		for i, pass := range passes {
			z, ok, err := pass(at)
			if err != nil {
				return root, err
			}
			if ok && (i == len(passes)-3 || w.isBetter(z.to, at) && w.keepsSharing(z.to, at)) {
				at, steps = z.to, append(steps, z.step)
			}
		}
		if at == before {
			break
		}
	}
	if at == root {
		return root, nil
	}
	if _, ok := w.chain(root, at, steps); !ok {
		return root, nil
	}
	return at, nil
}

// stop notes that a budget ran out.
func (w *worker) stop(limit string) {
	if w.limit == "" {
		w.limit = limit
	}
}

// isBetter tells whether one node is to be preferred to another.
func (w *worker) isBetter(x, than symbolic.ID) bool {
	a, b := w.m.size(x), w.m.size(than)
	return a.weight < b.weight && a.length <= b.length
}

// maxWritten is the number of symbols and numbers up to which a formula may be
// read as it is written. What is longer is written with shared parts, and counts
// as large as it has parts.
const maxWritten = 100_000

// keepsSharing tells whether a node, if it is long, has not more parts than
// another one.
func (w *worker) keepsSharing(x, than symbolic.ID) bool {
	return w.m.size(x).leaves <= maxWritten || len(w.s.Postorder(x)) <= len(w.s.Postorder(than))
}

// accept makes a step. It returns false where the checker rejects it.
func (w *worker) accept(st proof.Step) (int, bool) {
	i, err := w.c.Accept(st)
	return i, err == nil
}

// chain makes one step of several that lead from one node to another.
func (w *worker) chain(from, to symbolic.ID, steps []int) (change, bool) {
	if len(steps) == 1 {
		return change{to, steps[0]}, true
	}
	i, ok := w.accept(proof.Step{Kind: proof.ByChain, From: from, To: to, Uses: steps})
	return change{to, i}, ok
}

// replay makes the steps of a proof by rules.
func (w *worker) replay(p *rewrite.Proof) (change, bool) {
	i, ok := replay(w.c, p)
	if !ok {
		return change{}, false
	}
	return change{w.c.Step(i).To, i}, true
}

// note notes what was done, for Result.Steps.
func (w *worker) note(before, after symbolic.ID, rule, source string, cond symbolic.ID) {
	if !w.o.Steps {
		return
	}
	name := func(id symbolic.ID) symbolic.Expr { return w.s.Expr(w.s.Substitute(id, w.names)) }
	w.steps = append(w.steps, Step{name(before), name(after), rule, source, name(cond)})
}

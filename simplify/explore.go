package simplify

import (
	"slices"
	"strings"
	"sync"

	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// maxExplored bounds the length of expressions for which all rules are tried,
	// in all directions; longer ones have too many forms.
	maxExplored = 24
)

// exploration bounds one such search, some thousandths of a second. Nodes that
// the store has already do not count, so that their number must not decide.
var exploration = rewrite.Budget{Steps: 200, Work: 150_000, Iterations: 4}

// isKnownWell tells whether normal forms know all about a function.
func isKnownWell(feature string) bool {
	switch feature {
	case "exp", "sigmoid", "sin", "cos", "tan", "sinh", "cosh", "tanh", featurePower:
		return true
	}
	return false
}

// explore searches for a better form of a short expression by all rules about
// its functions, also those that make it longer at first.
func (w *worker) explore(root symbolic.ID) (z change, ok bool, err error) {
	if x := w.m.size(root); x.length > maxExplored || x.length < 3 || w.left.searches == 0 || !w.explored.Add(root) {
		return z, false, nil
	}
	features := w.features(root)
	isRoot := w.s.Kind(root) == symbolic.Power && !w.isArithmetic(root)
	if !isRoot && !slices.ContainsFunc(features, func(f string) bool { return !isKnownWell(f) }) {
		return z, false, nil
	}
	w.left.searches--
	g := rewrite.NewGraph(w.s, graphCost)
	if err := g.Add(root); err != nil {
		return z, false, err
	}
	if _, err := g.Saturate(searchFor(features), rewrite.Search{Guard: w.c.Holds, Budget: exploration}); err != nil {
		return z, false, err
	}
	to, err := g.Extract(root, nil)
	if err != nil || to == root || !w.isBetter(to, root) {
		return z, false, skip(err)
	}
	p, err := g.Explain(root, to)
	if err != nil {
		return z, false, err
	}
	if z, ok = w.replay(p); ok {
		w.noteProof(p)
	}
	return z, ok, nil
}

// noteProof notes the steps of a proof by rules.
func (w *worker) noteProof(p *rewrite.Proof) {
	for _, q := range p.Equations {
		if q.Reason == rewrite.ByRule && w.o.Steps {
			w.noteStep(q.Step)
		}
	}
}

// searches keeps the strategies of searches, by the features of expressions.
var searches struct {
	sync.Mutex
	by map[string]*rewrite.Strategy
}

// searchFor returns all rules about some features, given sorted, but for those
// of arithmetic that make expressions longer.
func searchFor(features []string) *rewrite.Strategy {
	key := strings.Join(features, " ")
	searches.Lock()
	defer searches.Unlock()
	if t, ok := searches.by[key]; ok {
		return t
	}
	has := func(f string) bool { return slices.Contains(features, f) }
	mayHave := func(f string) bool { return isKnown(f) || f == featurePower || has(f) }
	var patterns []*rewrite.Pattern
	for _, e := range catalog() {
		if containsAll(e.from, has) && containsAll(e.to, mayHave) && (e.rule.Topic != arithmetic || e.rule.Use == rules.Simplify) {
			patterns = append(patterns, e.compiled())
		}
	}
	t := rewrite.StrategyOf(patterns...)
	if len(searches.by) >= maxStrategies || searches.by == nil {
		searches.by = map[string]*rewrite.Strategy{}
	}
	searches.by[key] = t
	return t
}

// graphCost is about the weight of a node, from those of its parts.
func graphCost(s *symbolic.Store, id symbolic.ID, parts []int) int {
	total := 0
	for _, p := range parts {
		total = min(total+p, rewrite.MaxCost)
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return int(numberSize(s.Number(id)).weight)
	case symbolic.Sum:
		total += weightOperator * (len(parts) - 1)
		if ops[0] != symbolic.Zero {
			total += int(numberSize(s.Number(ops[0])).weight)
		}
	case symbolic.Product:
		if ops[0] == symbolic.One {
			return total + weightOperator*(len(parts)-1)
		}
		if total++; ops[0] != symbolic.NegOne {
			total += int(numberSize(s.Number(ops[0])).weight)
		}
	case symbolic.Power:
		if e := ops[1]; s.Kind(e) == symbolic.Number && s.Number(e).Sign() < 0 {
			total += weightDivision
		}
		total += weightOperator
	case symbolic.Apply:
		total += weightFunction
		if row := s.Function(id); row != nil {
			total += int(functionWeight(row)) - weightFunction
			if row.Name == "sigmoid" && isOpposite(s, ops[0]) {
				total += weightOpposite
			}
		}
	case symbolic.Symbol, symbolic.Constant, symbolic.Boolean:
		return weightLeaf
	default:
		return int(min(newMeasurer(s, nil).size(id).weight, rewrite.MaxCost))
	}
	return min(total, rewrite.MaxCost)
}

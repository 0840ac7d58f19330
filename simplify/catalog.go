package simplify

import (
	"slices"
	"strings"
	"sync"

	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// An entry is a rule of the tables, looked at as text until it is needed:
// to compile all of them takes longer than most requests.
type entry struct {
	rule     *rules.Rule
	from, to []string // functions that occur in the two texts
	lighter  bool     // the right text has not more names and numbers

	once    sync.Once
	pattern *rewrite.Pattern
	gain    int64 // by how much the right side weighs less; 0 if it may weigh more
}

// catalog lists the rules.
var catalog = sync.OnceValue(func() []*entry {
	all := rules.All()
	list := make([]entry, len(all))
	out := make([]*entry, len(all))
	for i, r := range all {
		e := &list[i]
		e.rule = r
		var leavesFrom, leavesTo int
		e.from, leavesFrom = scan(r.From)
		e.to, leavesTo = scan(r.To)
		e.lighter = leavesTo <= leavesFrom
		out[i] = e
	}
	return out
})

// scan returns the functions in the text of a formula, and the number of other
// names and of numbers.
func scan(text string) (functions []string, leaves int) {
	isWord := func(c byte) bool { return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
	for i := 0; i < len(text); {
		if !isWord(text[i]) {
			i++
			continue
		}
		j := i
		for j < len(text) && isWord(text[j]) {
			j++
		}
		word := text[i:j]
		i = j
		switch {
		case j == len(text) || text[j] != '(':
			leaves++
		case word != "sqrt" && word != "if" && !slices.Contains(functions, word): // what is written so is no function
			functions = append(functions, word)
		}
	}
	return functions, leaves
}

// compiled returns the pattern of the rule and its gain.
func (e *entry) compiled() (*rewrite.Pattern, int64) {
	e.once.Do(func() {
		p, err := rewrite.Compile(e.rule)
		if err != nil {
			panic(err)
		}
		e.pattern, e.gain = p, gainOf(e.rule.Forms())
	})
	return e.pattern, e.gain
}

// gainOf returns how much less the right side of a rule weighs than the left
// one, whatever the variables stand for; 0 where that is not certain.
func gainOf(f *rules.Forms) int64 {
	m := newMeasurer(f.Store, nil)
	from, to := f.From.ID(), f.To.ID()
	for _, x := range f.Symbols {
		if occurrences(f.Store, to, x) > occurrences(f.Store, from, x) {
			return 0
		}
	}
	l, r := m.size(from), m.size(to)
	if r.leaves > l.leaves {
		return 0
	}
	return max(l.weight-r.weight, 0)
}

// occurrences counts how often a symbol is written in a formula.
func occurrences(s *symbolic.Store, root, x symbolic.ID) int {
	count := map[symbolic.ID]int{}
	for _, id := range s.Postorder(root) {
		if id == x {
			count[id] = 1
			continue
		}
		for _, o := range s.Operands(id) {
			count[id] += count[o]
		}
	}
	return count[root]
}

// A directedKey names the functions that a formula has.
var directed sync.Map // functions, joined -> *rewrite.Strategy

// strategyFor returns the rules that make formulas with some functions simpler
// wherever they fire, those with the largest gain first. The functions are
// sorted.
func strategyFor(functions []string) *rewrite.Strategy {
	key := strings.Join(functions, " ")
	if t, ok := directed.Load(key); ok {
		return t.(*rewrite.Strategy)
	}
	have := map[string]bool{}
	for _, f := range functions {
		have[f] = true
	}
	has := func(f string) bool { return have[f] }
	all := catalog()
	taken := make([]bool, len(all))
	var list []*entry
	for again := true; again; {
		again = false
		for i, e := range all {
			if taken[i] || !e.lighter || !containsAll(e.from, has) || !containsAll(e.to, func(f string) bool { return have[f] || known[f] != 0 }) {
				continue
			}
			taken[i] = true
			if _, gain := e.compiled(); gain == 0 {
				continue
			}
			list = append(list, e)
			for _, f := range e.to {
				if !have[f] {
					have[f], again = true, true
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *entry) int { return int(b.gain - a.gain) })
	patterns := make([]*rewrite.Pattern, len(list))
	for i, e := range list {
		patterns[i] = e.pattern
	}
	t := rewrite.StrategyOf(patterns...)
	directed.Store(key, t)
	return t
}

func containsAll(list []string, has func(string) bool) bool {
	return !slices.ContainsFunc(list, func(f string) bool { return !has(f) })
}

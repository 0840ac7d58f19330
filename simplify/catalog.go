package simplify

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// An entry is a rule of the tables, looked at as text until it is needed:
// to compile all of them takes longer than most requests.
type entry struct {
	rule     *rules.Rule
	head     string   // of the left text
	from, to []string // features of the two texts
	lighter  bool     // the right text may weigh less

	once    sync.Once
	pattern *rewrite.Pattern
	grows   bool // a variable occurs more often on the right
}

// arithmetic is the topic of the rules about sums, products and fractions, all of
// which normal forms know.
const arithmetic = "algebra"

// A feature of a formula is the name of a function in it, or one of these.
const (
	featureIf    = "if"
	featurePower = "^"    // a power with an exponent that is no integer, and in rules no function
	featureBase  = "log," // a logarithm with any base
)

// catalog lists the rules.
var catalog = sync.OnceValue(func() []*entry {
	all := rules.All()
	list := make([]entry, len(all))
	out := make([]*entry, len(all))
	for i, r := range all {
		e := &list[i]
		e.rule, e.head = r, headOf(r.From)
		var from, to size
		e.from, from = scan(r.From)
		e.to, to = scan(r.To)
		e.lighter = to.length <= from.length && to.weight < from.weight+weightNested && r.Topic != arithmetic
		out[i] = e
	}
	return out
})

// scan returns the features in the text of a formula, and about its size.
func scan(text string) (features []string, z size) {
	power := false
	add := func(f string) {
		if !slices.Contains(features, f) {
			features = append(features, f)
		}
	}
	isWord := func(c byte) bool {
		return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && isWord(text[j]) {
			j++
		}
		word := text[i:j]
		switch {
		case word == "":
			switch text[j] {
			case '^':
				power = power || j+1 < len(text) && !('0' <= text[j+1] && text[j+1] <= '9')
				z.weight += weightOperator
			case '+', '-', '*', ',':
				z.weight += weightOperator
			case '/':
				z.weight += weightDivision
			}
			j++
		case j == len(text) || text[j] != '(':
			z.length++
			z.weight += weightLeaf
		case word == "sqrt": // is no function, but a power
			z.weight += weightRoot
			z.length++
			power = true
		case word == featureIf:
			z.weight += weightPiece
			add(featureIf)
		default:
			if word == "log" && hasComma(text[j:]) {
				word = featureBase
			}
			z.length++
			z.weight += weightFunction
			if r := featured()[word]; r != nil {
				z.weight += max(functionWeight(r)-weightFunction, 0)
			}
			add(word)
		}
		i = j
	}
	if power && len(features) == 0 { // of functions there are integer powers as well
		add(featurePower)
	}
	return features, z
}

// hasComma tells whether a call, of which the text begins with the bracket, has
// several arguments.
func hasComma(text string) bool {
	depth := 0
	for _, c := range text {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return false
			}
		case ',':
			if depth == 1 {
				return true
			}
		}
	}
	return false
}

// featureOf returns the feature that a function is.
func featureOf(row *function.Row) string {
	if row.Name == "log" && len(row.Params) == 2 {
		return featureBase
	}
	return row.Name
}

// compiled returns the pattern of the rule.
func (e *entry) compiled() *rewrite.Pattern {
	e.once.Do(func() {
		p, err := rewrite.Compile(e.rule)
		if err != nil {
			panic(err)
		}
		e.pattern = p
		f := e.rule.Forms()
		e.grows = slices.ContainsFunc(f.Symbols, func(x symbolic.ID) bool {
			return occurrences(f.Store, f.To.ID(), x) > occurrences(f.Store, f.From.ID(), x)
		})
	})
	return e.pattern
}

// gain returns how much less the right side of the rule weighs than the left
// one in a formula with some features, whatever the variables stand for; 0
// where that is not certain.
func (e *entry) gain(features []string) int64 {
	e.compiled()
	if e.grows {
		return 0
	}
	f := e.rule.Forms()
	m := newMeasurer(f.Store, features)
	from, to := m.size(f.From.ID()), m.size(f.To.ID())
	if to.length > from.length {
		return 0
	}
	return max(from.weight-to.weight, 0)
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

// directed keeps the strategies that were made, by the features.
var directed struct {
	sync.Mutex
	by map[string]*rewrite.Strategy
}

// maxStrategies bounds those that are kept.
const maxStrategies = 1000

// strategyFor returns the rules that make formulas with some features, given
// sorted, lighter wherever they fire: those with the largest gain first.
func strategyFor(features []string) *rewrite.Strategy {
	key := strings.Join(features, " ")
	directed.Lock()
	defer directed.Unlock()
	if t, ok := directed.by[key]; ok {
		return t
	}
	t := newStrategy(features)
	if len(directed.by) >= maxStrategies || directed.by == nil {
		directed.by = map[string]*rewrite.Strategy{}
	}
	directed.by[key] = t
	return t
}

func newStrategy(features []string) *rewrite.Strategy {
	type row struct {
		*entry
		gain int64
	}
	has := func(f string) bool { return slices.Contains(features, f) }
	mayHave := func(f string) bool { return isKnown(f) || f == featurePower || has(f) }
	var list []row
	for _, e := range catalog() {
		if !e.lighter || !containsAll(e.from, has) || !containsAll(e.to, mayHave) {
			continue
		}
		if gain := e.gain(features); gain > 0 {
			list = append(list, row{e, gain})
		}
	}
	slices.SortStableFunc(list, func(a, b row) int { return cmp.Compare(b.gain, a.gain) })
	patterns := make([]*rewrite.Pattern, len(list))
	for i, e := range list {
		patterns[i] = e.compiled()
	}
	return rewrite.StrategyOf(patterns...)
}

func containsAll(list []string, has func(string) bool) bool {
	return !slices.ContainsFunc(list, func(f string) bool { return !has(f) })
}

package simplify

import (
	"slices"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// What is seen of the text of a rule has to be so in what is read of it.
func TestTextsOfRulesAreSeenAsTheyAreRead(t *testing.T) {
	for _, e := range catalog() {
		f := e.rule.Forms()
		w := worker{s: f.Store}
		for _, side := range []struct {
			text     string
			features []string
			root     symbolic.ID
		}{{e.rule.From, e.from, f.From.ID()}, {e.rule.To, e.to, f.To.ID()}} {
			for _, name := range w.features(side.root) {
				if name != featurePower && !slices.Contains(side.features, name) {
					t.Errorf("%s: %s is not seen in %s", e.rule.Name, name, side.text)
				}
			}
		}
		switch from := f.From; from.Kind() {
		case symbolic.Apply:
			if e.head != from.Function().Name {
				t.Errorf("%s: the head of %s is taken for %q", e.rule.Name, e.rule.From, e.head)
			}
		case symbolic.Power:
			if x := from.Operand(1); (x.Kind() != symbolic.Number || !x.Number().IsInt()) && e.head != headPower {
				t.Errorf("%s: the head of %s is taken for %q", e.rule.Name, e.rule.From, e.head)
			}
		}
		if m := newMeasurer(f.Store, e.from); !e.lighter && e.rule.Topic != arithmetic && e.gain(e.from) > 0 {
			t.Errorf("%s is lighter: %v and %v", e.rule.Name, m.size(f.From.ID()), m.size(f.To.ID()))
		}
	}
}

// The conversions of all functions together are all rules of these strategies
// with a function or power at the head.
func TestEveryConversionIsFound(t *testing.T) {
	found := map[string]bool{}
	for _, row := range append(function.Default().All(), nil) {
		z := conversionsOf(row)
		for _, p := range slices.Concat(z.first, z.plain) {
			found[p.Rule().Name] = true
		}
	}
	for _, r := range rules.All() {
		from := r.Forms().From
		wanted := from.Kind() == symbolic.Apply || from.Kind() == symbolic.Power && (from.Operand(1).Kind() != symbolic.Number || !from.Operand(1).Number().IsInt())
		if wanted && r.Use != rules.Explore && !managed[r.Name] && !found[r.Name] {
			t.Errorf("%s is not found", r.Name)
		}
	}
}

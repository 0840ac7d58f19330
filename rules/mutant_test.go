package rules_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// A mutant is a claim that was changed so that it should be false.
type mutant struct {
	claim
	change string
}

// mutants breaks a rule on purpose, in one place each: a condition of the guard
// is left out, a sign or number of the right side changed, a function taken for
// its neighbour, branches exchanged.
func mutants(c claim) (all []mutant) {
	s := c.s
	if conds := parts(s, c.guard); len(conds) > 0 {
		for i, left := range conds {
			var rest []symbolic.ID
			rest = append(append(rest, conds[:i]...), conds[i+1:]...)
			m := c
			m.guard = s.And(rest...)
			all = append(all, mutant{m, fmt.Sprintf("without the condition %d of %d (%v)", i+1, len(conds), s.Kind(left))})
		}
	}
	add := func(change string, to symbolic.ID) {
		if to == c.to {
			return
		}
		for _, m := range all {
			if m.to == to {
				return
			}
		}
		m := c
		m.to = to
		all = append(all, mutant{m, change})
	}
	add("negated", s.Neg(c.to))
	add("plus one", s.Add(c.to, symbolic.One))
	for _, id := range s.Postorder(c.to) {
		for _, v := range variants(s, id) {
			add(fmt.Sprintf("%v changed", s.Kind(id)), replace(s, c.to, id, v))
		}
	}
	return all
}

// parts are the conditions that a guard joins.
func parts(s *symbolic.Store, guard symbolic.ID) []symbolic.ID {
	switch {
	case guard == symbolic.True:
		return nil
	case s.Kind(guard) == symbolic.And:
		return s.Operands(guard)
	}
	return []symbolic.ID{guard}
}

// replace exchanges all occurrences of a node.
func replace(s *symbolic.Store, root, old, by symbolic.ID) symbolic.ID {
	return s.Substitute(root, map[symbolic.ID]symbolic.ID{old: by})
}

// neighbours are functions that are easily taken for each other.
var neighbours = [][2]string{
	{"sin", "cos"}, {"tan", "cot"}, {"sec", "csc"}, {"sinh", "cosh"}, {"tanh", "sigmoid"}, {"asin", "atan"}, {"asinh", "atanh"},
	{"floor", "ceil"}, {"exp", "expm1"}, {"log", "log1p"}, {"max", "min"}, {"gamma", "factorial"}, {"erf", "erfc"},
	{"abs", "relu"}, {"sign", "step"}, {"sech", "csch"},
}

// variants are nodes that might be written for a node by mistake.
func variants(s *symbolic.Store, id symbolic.ID) (out []symbolic.ID) {
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			out = append(out, s.Sub(id, s.Scale(ops[i], s.Number(ops[i+1]).Mul(rational.Int(2)))))
		}
		out = append(out, s.Add(id, symbolic.One))
	case symbolic.Product:
		out = append(out, s.Neg(id), s.Scale(id, rational.Int(2)))
	case symbolic.Power:
		out = append(out, s.Pow(ops[0], s.Add(ops[1], symbolic.One)), ops[0])
	case symbolic.If:
		out = append(out, s.If(ops[0], ops[2], ops[1]))
	case symbolic.Apply:
		row := s.Function(id)
		for _, pair := range neighbours {
			for i, name := range pair {
				if name != row.Name {
					continue
				}
				other, err := read.Default().Table().Lookup(pair[1-i], len(ops))
				if err == nil {
					out = append(out, s.Apply(s.Func(other), ops...))
				}
			}
		}
		if len(ops) == 1 {
			out = append(out, ops[0])
		}
	case symbolic.Constant:
		out = append(out, s.Scale(id, rational.Int(2)))
	}
	return out
}

// A test that passes everything proves nothing: it has to see broken rules. Of
// what it does not see, most is no breach: the guards of angle reductions, signs
// below even functions.
func TestBrokenRulesAreSeen(t *testing.T) {
	var mu sync.Mutex
	total, seen := 0, 0
	t.Run("mutants", func(t *testing.T) {
		for _, r := range rules.All() {
			t.Run(r.Name, func(t *testing.T) {
				t.Parallel()
				c := mustClaim(t, r)
				for _, m := range mutants(c) {
					counts, broken := m.survey(r.Name, 400, 4000)
					mu.Lock()
					total++
					if broken != nil {
						seen++
					}
					mu.Unlock()
					if broken == nil {
						t.Logf("not seen at %d points: %s -> %s: %s", counts[holds], r.From, r.To, m.change)
					}
				}
			})
		}
	})
	if total == 0 || seen*100 < total*98 {
		t.Errorf("%d of %d broken rules were seen", seen, total)
	}
	t.Logf("%d of %d broken rules were seen", seen, total)
}

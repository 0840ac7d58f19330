package rules_test

import (
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// weight is the size of an expression as a person sees it: 1 for a number or
// name, 1 for a sign and for each addition, multiplication, relation and
// connective, 2 for a power, 4 for a function and for branches, 8 for one of the
// gamma family.
func weight(s *symbolic.Store, id symbolic.ID) int {
	coefficient := func(c rational.Rat) (w int) {
		if c.Sign() < 0 {
			w++
		}
		if !c.Abs().IsOne() {
			w += 2
		}
		return w
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		if s.Number(id).Sign() < 0 {
			return 2
		}
		return 1
	case symbolic.Symbol, symbolic.Constant, symbolic.Boolean:
		return 1
	case symbolic.Sum:
		w := -1
		if ops[0] != symbolic.Zero {
			w += 2
		}
		for i := 1; i < len(ops); i += 2 {
			w += 1 + weight(s, ops[i]) + coefficient(s.Number(ops[i+1]))
		}
		return w
	case symbolic.Product:
		w := -1 + coefficient(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			w += 1 + weight(s, ops[i])
			if ops[i+1] != symbolic.One {
				w += 2 + weight(s, ops[i+1])
			}
		}
		return w
	}
	w := 1
	switch s.Kind(id) {
	case symbolic.Power:
		w = 2
	case symbolic.If:
		w = 4
	case symbolic.Apply:
		w = 4
		if s.Function(id).Family == "gamma" {
			w = 8
		}
	case symbolic.And, symbolic.Or:
		w = len(ops) - 1
	}
	for _, o := range ops {
		w += weight(s, o)
	}
	return w
}

// occurrences counts how often a symbol is written.
func occurrences(s *symbolic.Store, id, symbol symbolic.ID) (n int) {
	if id == symbol {
		return 1
	}
	for _, o := range s.Operands(id) {
		n += occurrences(s, o, symbol)
	}
	return n
}

// A rule that lowers the weight and repeats no variable lowers the weight of
// every term that it is applied to.
func TestSimplifyRulesMakeExpressionsLighter(t *testing.T) {
	for _, r := range rules.All() {
		if r.Use != rules.Simplify {
			continue
		}
		f := r.Forms()
		before, after := weight(f.Store, f.From.ID()), weight(f.Store, f.To.ID())
		if after >= before {
			t.Errorf("%s: %s => %s: weight from %d to %d", r.Name, r.From, r.To, before, after)
		}
		for i, x := range f.Symbols {
			if a, b := occurrences(f.Store, f.From.ID(), x), occurrences(f.Store, f.To.ID(), x); b > a {
				t.Errorf("%s: %s => %s: %s is written %d times instead of %d", r.Name, r.From, r.To, f.Variables[i], b, a)
			}
		}
	}
}

package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// free are guards that are stronger than soundness asks for, or are needed at
// points only that the sampler does not draw.
var free = map[string]string{
	"sign-of-power-exponent": "an irrational m or n, such as sqrt(2)^2",
}

// narrowed tells whether a rule about an angle a*pi holds for every a, and its
// guard says where the angle gets smaller.
func narrowed(r *rules.Rule) bool {
	return r.Topic == "shift" && strings.Contains(r.From, "(a*pi)")
}

// A guard that asks for too much keeps a rule from firing: without one of its
// conditions, or with <= in place of <, a rule has to be wrong somewhere.
func TestGuardsAskForNoMoreThanIsNeeded(t *testing.T) {
	for _, r := range rules.All() {
		if free[r.Name] != "" || narrowed(r) {
			continue
		}
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			c := mustClaim(t, r)
			conds := parts(c.s, c.guard)
			for i, cond := range conds {
				weaker := map[string]symbolic.ID{"left out": symbolic.True}
				if c.s.Kind(cond) == symbolic.Relation && c.s.Rel(cond) == symbolic.Less {
					ops := c.s.Operands(cond)
					weaker["with equality"] = c.s.Relate(symbolic.LessEqual, ops[0], ops[1])
				}
				for change, w := range weaker {
					m := c
					others := slices.Clone(conds)
					others[i] = w
					m.guard = c.s.And(others...)
					if _, broken := m.survey(fmt.Sprint(r.Name, change), 3000, 20000); broken == nil {
						t.Errorf("%s -> %s when %s: condition %d can be %s", r.From, r.To, r.When, i+1, change)
					}
				}
			}
		})
	}
}

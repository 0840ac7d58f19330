package claim_test

import (
	"testing"

	"github.com/symgrad/symgrad/claim"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// TestDefinitionsKeepTheirDomains decides claims with names of which v and w
// have values for x > 0 only, and d for x != 0.
func TestDefinitionsKeepTheirDomains(t *testing.T) {
	for _, c := range []struct{ claim, verdict string }{
		{"v = log(x)", "proved"},
		{"0*v = 0", "conditional"},
		{"w-w = 0", "conditional"},
		{"f(x) = 0", "conditional"},
		{"if(x > 0, v, 0) = if(x > 0, log(x), 0)", "proved"},
		{"if(x > 0, v, 5) = if(x > 0, log(x), 7)", "refuted"},
		{"if(x > 0, 0*v, 5) = if(x > 0, 0, 5)", "proved"},
		{"d = sign(x)", "conditional"},
		{"0*d = 0", "undecided"},
		{"z*d = 0", "undecided"},
	} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		for _, text := range []string{"v = log(x)", "w = v+1", "d = diff(abs(x), x)", "z = 0", "f(u) = 0*w*u"} {
			if err := scope.Let(text); err != nil {
				t.Fatal(err)
			}
		}
		list, err := scope.Claim(c.claim)
		if err != nil {
			t.Fatal(err)
		}
		v, err := claim.Prove(scope, list[0].Left, list[0].Rel, list[0].Right)
		if err != nil {
			t.Fatal(err)
		}
		if string(v.Kind) != c.verdict {
			t.Errorf("%s is %s, want %s", c.claim, v.Kind, c.verdict)
		}
	}
}

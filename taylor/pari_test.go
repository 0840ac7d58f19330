package taylor_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// testdata/pari.txt has series up to high orders, computed by PARI/GP with
// testdata/pari.gp.
func TestHighOrdersAgreeWithPARI(t *testing.T) {
	data, err := os.ReadFile("testdata/pari.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		p := parseProblem(t, lines[i])
		z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
		if err != nil {
			t.Errorf("%s: %v", lines[i], err)
			continue
		}
		got := map[int64]rational.Rat{}
		for _, term := range z.Series[0].Terms {
			n, ok := term.Power.Number().Int64()
			if !ok || term.Coef.Kind() != symbolic.Number {
				t.Errorf("%s: a term is no rational power", lines[i])
				continue
			}
			got[n] = term.Coef.Number()
		}
		fields := strings.Fields(lines[i+1])
		first, err := strconv.Atoi(fields[0])
		if err != nil || len(z.Series) != 1 {
			t.Fatalf("%s: %v, %d series", lines[i], err, len(z.Series))
		}
		for j, want := range fields[1:] {
			n := int64(first + j)
			if got[n].String() != want {
				t.Errorf("%s: coefficient %d is %v, PARI/GP says %s", lines[i], n, got[n], want)
				break
			}
			delete(got, n)
		}
		if len(got) > 0 {
			t.Errorf("%s: there are more terms: %v", lines[i], got)
		}
	}
}

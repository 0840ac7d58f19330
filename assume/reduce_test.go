package assume_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/internal/evaluate"
)

var update = flag.Bool("update", false, "rewrite the golden file")

const golden = "testdata/reduce.txt"

// TestReduced reduces the conditions of the golden file, "condition where
// facts", and compares each with what became of it at the points of a grid.
func TestReduced(t *testing.T) {
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	e := newEvaluator()
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "\t") {
			continue
		}
		b.WriteString(line + "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		text, facts, _ := strings.Cut(line, " where ")
		c, cond := scope(t, text, facts, true)
		reduced := assume.New(c).Reduce(cond)
		b.WriteString("\t" + written(t, reduced) + "\n")
		compared := 0
		grid(c, cond, func(at evaluate.Point[float64]) {
			if compare(t, c, e, cond, reduced, at) {
				compared++
			}
		})
		if compared == 0 {
			t.Errorf("%s was not compared anywhere", line)
		}
		if again := assume.New(c).Reduce(reduced); again != reduced {
			t.Errorf("%s reduces to %s, and that to %s", line, written(t, reduced), written(t, again))
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(data), b.String()); d != "" {
		t.Errorf("-golden +written (run with -update if it is meant)\n%s", d)
	}
}

func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		cond, facts string
		want        assume.Answer
	}{
		{"x > 0", "", assume.Unknown},
		{"x > 0", "x:positive", assume.Yes},
		{"x >= 0", "x:negative", assume.No},
		{"x != 0", "x:nonzero", assume.Yes},
		{"x > 0", "x:nonnegative", assume.Unknown},
		{"2*x > 1", "x >= 1/2", assume.Unknown},
		{"2*x >= 1", "x >= 1/2", assume.Yes},
		{"x*y < 0", "x > 2, y < -1", assume.Yes},
		{"x*y < -2", "x > 2, y < -1", assume.Yes},
		{"x*y < -3", "x > 2, y < -1", assume.Unknown},
		{"x == floor(x)", "x:integer", assume.Yes},
		{"x == floor(x)", "x == floor(x)", assume.Yes},
		{"2*n^2-3*n*m+1 == floor(2*n^2-3*n*m+1)", "n:integer, m:integer", assume.Yes},
		{"n/2 == floor(n/2)", "n:integer", assume.Unknown},
		{"n+1/2 != floor(n+1/2)", "n:integer", assume.Unknown},
		{"1/n == floor(1/n)", "n:integer", assume.Unknown},
		{"x > 1 or x < 2", "", assume.Yes},
		{"x > 2 and x < 1", "", assume.No},
		{"x > y", "x-y > 0", assume.Yes},
		{"2*y < 2*x", "x-y > 0", assume.Yes},
		{"x+1 > x", "", assume.Yes},
		{"x-x/2-x/2 == 1", "", assume.No},
		{"abs(x) >= 0", "", assume.Yes},
		{"sin(x)*cos(y) <= 1", "", assume.Yes},
		{"sin(x)*cos(y) < 1", "", assume.Unknown},
		{"pi > 3", "", assume.Yes},
		{"pi == 22/7", "", assume.No},
		{"pi < 355/113", "", assume.Unknown},
		{"x^2 == 2", "", assume.Unknown},
		{"x^2 == -2", "", assume.No},
		{"x^4+x^2+1 > 0", "", assume.Yes},
		{"exp(y)/x > 0", "x > 0", assume.Yes},
		{"exp(y)/x >= 0", "x < 0", assume.No},
		{"y/x > 0", "x < 0, y < 0", assume.Yes},
		{"x > 1", "log(x) > 2", assume.Yes},
		{"x != 0", "abs(x) == 1", assume.Yes},
		{"x < 0", "sinh(x) <= -1", assume.Yes},
		{"x > 0", "sinh(x) > -1", assume.Unknown},
		{"log(x) > 0", "x > 1", assume.Yes},
		{"log(x) > 0", "x >= 1", assume.Unknown},
		{"0 != log(2)", "", assume.Yes},
		{"log(x) > 1", "x > 1", assume.Unknown},
		{"x^n != 0", "x != 0", assume.Yes},
		{"x^n == 0", "x < -1", assume.No},
		{"x^n != 0", "", assume.Unknown},
		{"y*x^n != 0", "x > 0, y > 0", assume.Yes},
		{"y*x^n != 0", "x > 0", assume.Unknown},
		{"3/n == 0", "", assume.No},
		{"n == 0", "", assume.Unknown},
		{"(n+1)/n == 0", "", assume.Unknown},
		{"f(x) > 0", "f:function", assume.Unknown},
		{"sum(i, 1, 3, i*x) > 0", "x > 0", assume.Unknown},
		{"if(x > 0, 1, 2) > 0", "", assume.Yes},
		{"if(x > 0, 1, -1) > 0", "", assume.Unknown},
	} {
		s, cond := scope(t, c.cond, c.facts, true)
		if got := assume.New(s).Holds(cond); got != c.want {
			t.Errorf("%s, given %q: %v, want %v", c.cond, c.facts, got, c.want)
		}
	}
}

// Facts that no point satisfies are seen to be such.
func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		facts string
		want  bool
	}{
		{"3/n == 0", true}, {"x^n == 0, x > 1", true}, {"(n+1)/n == 0", false}, {"n == 0", false},
		{"relu(x) < 0", true}, {"leaky_relu(x) <= 0, x > 1", true}, {"relu(x) == 0", false}, {"abs(x) > 2, x > -1, x < 1", true},
	} {
		s, cond := scope(t, c.facts, "", true)
		if got := assume.New(s).With(cond).Contradictory(); got != c.want {
			t.Errorf("%s: contradictory: %v", c.facts, got)
		}
	}
}

// TestContradictoryFactsAreLeftOut: they make no panic and no new facts of
// their own.
func TestContradictoryFactsAreLeftOut(t *testing.T) {
	for _, facts := range []string{
		"x > 1, x < 0", "x:positive, x < 0", "x == 1, x == 2", "x != x", "0 > 1", "x^2 < 0",
		"x > 0, x <= 0, x != 0", "sin(x) > 2", "y > 0, y < 0, x-y > 1, x-y < 0", "1/0 > 0", "hardtanh(x, 1, -1) > 0",
	} {
		for _, text := range []string{
			"x > 0", "x < 0 or x > 0", "1/x != 0", "x*y > 0", "x^2 > 0 and x^3 < 0", "sqrt(x) >= 0, x^2 < 4", "sin(x) > 2",
			"hardtanh(x, 1, -1)^2 > 1", "1/hardtanh(x, 3, 2) < 0",
		} {
			c, cond := scope(t, text, facts, true)
			f := assume.New(c)
			f.Holds(cond)
			f.Reduce(cond)
			for _, id := range c.Store.Postorder(cond.ID()) {
				if !c.Store.IsCondition(id) {
					_ = f.Range(id).String()
				}
			}
		}
	}
}

// TestNoCondition: a formula that is no condition is returned.
func TestNoCondition(t *testing.T) {
	c, x := scope(t, "x+1", "x > 0", false)
	f := assume.New(c)
	if f.Reduce(x) != x || f.Holds(x) != assume.Unknown {
		t.Error("x+1 is taken for a condition")
	}
}

package diff_test

import (
	"errors"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const textbook = "testdata/textbook.txt"

// A lesson is one formula of the golden file, "formula where assumptions".
type lesson struct {
	scope *read.Scope
	f     read.Formula
	wrt   []symbolic.Expr
	names []string // as they are written: x, a[1]
	d     diff.Result
	conds symbolic.Expr // without what is plain
}

func newLesson(t *testing.T, line string) *lesson {
	text, assumptions, _ := strings.Cut(line, " where ")
	var list []string
	if assumptions != "" {
		list = []string{assumptions}
	}
	c, f := formula(t, text, list...)
	l := &lesson{scope: c, f: f}
	for _, x := range f.Expr.FreeSymbols() {
		l.add(x)
	}
	var err error
	if l.d, err = diff.Gradient(f, l.wrt, diff.Options{}); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	l.conds = assume.New(c).Reduce(l.d.Conditions)
	return l
}

// add adds a variable; of an array its first entry.
func (l *lesson) add(x symbolic.Expr) {
	s := l.scope.Store
	for _, id := range s.Postorder(l.f.Expr.ID()) {
		if s.Kind(id) == symbolic.Index && s.Operands(id)[0] == x.ID() {
			l.wrt = append(l.wrt, s.Expr(s.Index(x.ID(), symbolic.One)))
			l.names = append(l.names, x.Name()+"[1]")
			return
		}
	}
	l.wrt, l.names = append(l.wrt, x), append(l.names, x.Name())
}

// write gives the gradient and its conditions, a line each.
func (l *lesson) write(t *testing.T) string {
	var b strings.Builder
	p := present.NewPrinter(present.Options{})
	text := func(e symbolic.Expr) string {
		z, err := p.String(e, present.AsText)
		if err != nil {
			t.Fatal(err)
		}
		back := l.scope.Condition
		if !l.scope.Store.IsCondition(e.ID()) {
			back = func(z string) (symbolic.Expr, error) {
				f, err := l.scope.Formula(z)
				return f.Expr, err
			}
		}
		if again, err := back(z); err != nil || again != e {
			t.Errorf("%s does not read back: %v", z, err)
		}
		return z
	}
	for i, name := range l.names {
		b.WriteString("\t" + name + ": " + text(l.d.Partials[i]) + "\n")
	}
	if l.conds.ID() != symbolic.True {
		b.WriteString("\tif " + text(l.conds) + "\n")
	}
	return b.String()
}

// point draws values for all variables, most of them positive.
func (l *lesson) point(rng *rand.Rand) point {
	p := point{}
	for _, name := range l.names {
		array, _, isEntry := strings.Cut(name, "[")
		x := 0.1 + math.Abs(rng.NormFloat64())
		if rng.IntN(6) == 0 {
			x = -x
		}
		p[name] = x
		if isEntry {
			p[array+"[2]"], p[array+"[3]"] = rng.NormFloat64(), rng.NormFloat64()
		}
	}
	return p
}

// assumed tells whether the assumptions hold at a point.
func (l *lesson) assumed(o *oracle, p point) bool {
	for _, r := range l.scope.Relations {
		if !o.holds(r.Expr, p) {
			return false
		}
	}
	return true
}

// verify compares the gradient with hyperdual numbers at 20 points.
func (l *lesson) verify(t *testing.T, line string) {
	rng, o := rand.New(rand.NewPCG(1, 2)), newOracle()
	compared := 0
	for try := 0; try < 5000 && compared < 20; try++ {
		p := l.point(rng)
		if !l.assumed(o, p) {
			continue
		}
		in := o.holds(l.d.Conditions, p)
		if short := o.holds(l.conds, p); in != short {
			t.Errorf("%s at %v: the conditions hold: %v, the shorter ones: %v", line, p, in, short)
		}
		if !in {
			continue
		}
		for i, name := range l.names {
			want, err := o.tangents(l.f.Expr, p, name, "")
			if errors.Is(err, evaluate.ErrOverflow) {
				break
			}
			if err != nil {
				t.Errorf("%s at %v: the conditions hold, and %v", line, p, err)
				break
			}
			got, err := evaluate.Float(l.d.Partials[i], p)
			if err != nil || math.Abs(got-want.E1mag) > 1e-8*max(1, math.Abs(want.E1mag))+200*evaluate.Noise(l.d.Partials[i], p) {
				t.Errorf("%s by %s at %v: %v (%v), want %v", line, name, p, got, err, want.E1mag)
			}
		}
		compared++
	}
	if compared < 20 {
		t.Errorf("%s: the conditions held at %d points", line, compared)
	}
}

// TestDerivativesOfTextbookFormulas writes gradients as a textbook would have
// them. They can not be wrong: each is compared with hyperdual numbers.
func TestDerivativesOfTextbookFormulas(t *testing.T) {
	data, err := os.ReadFile(textbook)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	formulas := 0
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line == "" || line[0] == '\t' {
			continue
		}
		b.WriteString(line + "\n")
		if line[0] != '#' {
			formulas++
			l := newLesson(t, line)
			b.WriteString(l.write(t))
			l.verify(t, line)
		}
	}
	if formulas < 60 {
		t.Errorf("only %d formulas", formulas)
	}
	if *update {
		if err := os.WriteFile(textbook, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(data), b.String()); d != "" {
		t.Errorf("-golden +written (run with -update if it is meant)\n%s", d)
	}
}

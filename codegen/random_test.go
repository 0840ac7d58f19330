package codegen_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Random formulas, with branches inside branches and all functions, in C.
func TestRandomFormulasInC(t *testing.T) {
	gcc := tool(t, "gcc")
	// Without functions that jump, where one rounding makes a difference, and without
	// u-tanh(u), of which C has fewer digits near 0.
	var rows []*function.Row
	for _, r := range function.Default().All() {
		if !slices.Contains([]string{"floor", "ceil", "binomial", "tanhshrink"}, r.Name) {
			rows = append(rows, r)
		}
	}
	g := exprgen.New(12, exprgen.Options{Size: 14, Functions: rows})
	rng := rand.New(rand.NewPCG(3, 4))
	var list []*subject
	var main strings.Builder
	main.WriteString("#include <stdio.h>\n#include <stdlib.h>\n")
	for len(list) < 80 {
		text := g.Real().String()
		s, ok := randomSubject(t, fmt.Sprintf("random%d", len(list)), text, rng)
		if !ok {
			continue
		}
		code, err := codegen.Generate("c", s.source)
		if err != nil {
			continue // a function that C lacks, a sum that is not written out
		}
		list = append(list, s)
		main.Write(code)
		fmt.Fprintf(&main, "static void run_%[1]s(void) {\n  for (int k = 0; k < %[2]d; k++) {\n    double x[%[3]d], g[%[3]d], v;\n    if (fread(x, sizeof x, 1, stdin) != 1) exit(2);\n"+
			"    v = %[1]s_grad(%[4]s, g);\n    fwrite(&v, sizeof v, 1, stdout);\n    fwrite(g, sizeof g, 1, stdout);\n  }\n}\n",
			s.name, len(s.points), len(s.source.Vars), places(len(s.source.Vars), "x[%d]"))
	}
	main.WriteString("int main(void) {\n")
	for _, s := range list {
		fmt.Fprintf(&main, "  run_%s();\n", s.name)
	}
	main.WriteString("  return 0;\n}\n")
	dir := t.TempDir()
	write(t, dir, "main.c", main.String())
	bin := filepath.Join(dir, "main")
	if out, err := exec.Command(gcc, "-std=c99", "-o", bin, filepath.Join(dir, "main.c"), "-lm").CombinedOutput(); err != nil {
		t.Fatalf("gcc: %v\n%.3000s", err, out)
	}
	exchange(t, list, exec.Command(bin))
}

// randomSubject is a formula with points at which it is well-conditioned: where the
// variables change in the last digits, the results do not change more than that. It is
// false where there are too few.
func randomSubject(t *testing.T, name, text string, rng *rand.Rand) (*subject, bool) {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	vars := scope.Variables(f)
	s := &subject{name: name, text: text, source: codegen.Source{Formula: f.Expr, Vars: vars, Wrt: vars, Text: "f", Func: name}}
	p, err := numeric.Compile(vars, f.Expr)
	if err != nil || len(vars) == 0 {
		return nil, false
	}
	if p, err = p.Gradient(); err != nil {
		return nil, false
	}
	for range 40 {
		x := make([]float64, len(vars))
		for i := range x {
			x[i] = rng.NormFloat64() * 2
		}
		z := make([]float64, 1+len(vars))
		if err := p.Eval(z, x); err != nil {
			t.Fatal(err)
		}
		if steady(t, p, x, z) {
			s.points, s.want = append(s.points, x), append(s.want, z)
		}
	}
	return s, len(s.points) > 3
}

func steady(t *testing.T, p *numeric.Program, x, z []float64) bool {
	t.Helper()
	near := make([]float64, len(z))
	for i := range x {
		for _, d := range []float64{1 - 1e-12, 1 + 1e-12} {
			y := append([]float64{}, x...)
			y[i] *= d
			if err := p.Eval(near, y); err != nil {
				t.Fatal(err)
			}
			for j := range z {
				if !(math.Abs(near[j]-z[j]) <= 1e-9*math.Abs(z[j])+1e-14) {
					return false
				}
			}
		}
	}
	return true
}

package present

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/symgrad/symgrad/symbolic"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// goldenInputs reads the formulas of a golden file: the lines without indent.
func goldenInputs(t testing.TB, file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var inputs []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && line[0] != '\t' {
			inputs = append(inputs, line)
		}
	}
	return inputs
}

// TestGolden writes each formula in every format. The infix text must read
// back to the same expression.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		var b strings.Builder
		for _, input := range goldenInputs(t, file) {
			b.WriteString(input + "\n")
			if input[0] == '#' {
				continue
			}
			s := symbolic.NewStore()
			e := readExpr(t, s, input)
			p := NewPrinter(Options{})
			for f := range formats {
				z, err := p.String(e, f)
				if err != nil {
					t.Fatal(err)
				}
				if f == AsText {
					if readExpr(t, s, z) != e {
						t.Errorf("%s: %s is written %s, which is another expression", file, input, z)
					}
				}
				if f == AsMathML {
					z = strings.TrimSuffix(strings.TrimPrefix(z, `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">`), "</math>")
				}
				b.WriteString("\t" + z + "\n")
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), b.String()); d != "" {
			t.Errorf("%s: -golden +written (run with -update if it is meant)\n%s", file, d)
		}
	}
}

// TestLaTeXCompiles sets all golden formulas and all functions with a plain amsmath preamble.
func TestLaTeXCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("runs pdflatex")
	}
	pdflatex, err := exec.LookPath("pdflatex")
	if err != nil {
		t.Skip("pdflatex is not installed (Debian: texlive-latex-base)")
	}
	var b strings.Builder
	b.WriteString("\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n")
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		for _, input := range goldenInputs(t, file) {
			if input[0] == '#' {
				continue
			}
			z, err := LaTeX(readExpr(t, symbolic.NewStore(), input))
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString("\\[ " + z + " \\]\n$" + z + "$\n\n")
		}
	}
	for _, e := range tableCalls(symbolic.NewStore()) {
		z, err := LaTeX(e)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("\\[ " + z + " \\]\n")
	}
	b.WriteString("\\end{document}\n")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "formulas.tex"), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(pdflatex, "-interaction=nonstopmode", "-halt-on-error", "formulas.tex")
	c.Dir = dir
	if out, err := c.CombinedOutput(); err != nil {
		lines := strings.Split(string(out), "\n")
		t.Fatalf("pdflatex: %v\n%s", err, strings.Join(lines[max(0, len(lines)-20):], "\n"))
	}
}

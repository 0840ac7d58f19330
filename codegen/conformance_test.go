package codegen_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/codegen"
)

// generated is the code of the subjects that a language can express; the others are
// refused with the name of a function.
func generated(t *testing.T, lang string) (list []*subject, code []string) {
	t.Helper()
	for _, s := range subjects(t) {
		b, err := codegen.Generate(lang, s.source)
		var e *codegen.Error
		switch {
		case errors.As(err, &e):
			if !strings.Contains(e.Message, " has no function ") {
				t.Errorf("%s: %v", s.text, err)
			}
		case err != nil:
			t.Errorf("%s: %v", s.text, err)
		default:
			list = append(list, s)
			code = append(code, string(b))
		}
	}
	return list, code
}

// tool returns the path of a program, and skips the test where it is not there.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

func write(t testing.TB, dir, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// exchange runs a program that reads the points of all subjects as doubles from
// standard input and writes the results, and compares them.
func exchange(t *testing.T, list []*subject, cmd *exec.Cmd) {
	t.Helper()
	var in, out, problems bytes.Buffer
	for _, s := range list {
		for _, x := range s.points {
			if err := binary.Write(&in, binary.LittleEndian, x); err != nil {
				t.Fatal(err)
			}
		}
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &problems
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, problems.String())
	}
	for _, s := range list {
		got := make([][]float64, len(s.points))
		for k := range got {
			got[k] = make([]float64, 1+len(s.source.Wrt))
			if err := binary.Read(&out, binary.LittleEndian, got[k]); err != nil {
				t.Fatal(err)
			}
		}
		s.compare(t, got)
	}
	if out.Len() > 0 {
		t.Errorf("%d bytes too many", out.Len())
	}
}

// many tells whether the parameters of a subject are an array.
func (s *subject) many() bool { return len(s.source.Vars) > 12 }

func places(list int, format string) string {
	var b []string
	for i := range list {
		b = append(b, fmt.Sprintf(format, i))
	}
	return strings.Join(b, ", ")
}

func TestGoComputesWhatNumericDoes(t *testing.T) {
	list, code := generated(t, "go")
	dir := t.TempDir()
	write(t, dir, "go.mod", "module generated\n\ngo 1.26\n")
	var main strings.Builder
	main.WriteString("package main\n\nimport (\n\t\"bufio\"\n\t\"encoding/binary\"\n\t\"io\"\n\t\"os\"\n)\n\nfunc main() {\n" +
		"\tin, out := bufio.NewReader(os.Stdin), bufio.NewWriter(os.Stdout)\n\tdefer out.Flush()\n")
	for i, s := range list {
		name := "F" + s.name
		write(t, dir, s.name+".go", strings.ReplaceAll(strings.Replace(code[i], "package "+s.name, "package main", 1), s.name, name))
		n, m := len(s.source.Vars), len(s.source.Wrt)
		fmt.Fprintf(&main, "\tfor range %d {\n\t\tvar x [%d]float64\n\t\tvar z [%d]float64\n\t\tread(in, x[:])\n", points, n, 1+m)
		if s.many() {
			fmt.Fprintf(&main, "\t\tvar g [%d]float64\n\t\tz[0] = %sGrad(&x, &g)\n\t\tcopy(z[1:], g[:])\n\t\tcheck(z[0], %s(&x))\n", m, name, name)
		} else {
			fmt.Fprintf(&main, "\t\t%s = %sGrad(%s)\n\t\tcheck(z[0], %s(%s))\n", places(1+m, "z[%d]"), name, places(n, "x[%d]"), name, places(n, "x[%d]"))
		}
		main.WriteString("\t\tbinary.Write(out, binary.LittleEndian, z[:])\n\t}\n")
	}
	main.WriteString("}\n\nfunc read(in io.Reader, x []float64) {\n\tif err := binary.Read(in, binary.LittleEndian, x); err != nil {\n\t\tpanic(err)\n\t}\n}\n\n" +
		"func check(x, y float64) {\n\tif x != y && x == x && (x-y)*(x-y) > 1e-24*x*x {\n\t\tpanic(\"the functions differ\")\n\t}\n}\n")
	write(t, dir, "main.go", main.String())
	vet := exec.Command(tool(t, "go"), "vet", ".")
	vet.Dir = dir
	if out, err := vet.CombinedOutput(); err != nil {
		t.Fatalf("go vet: %v\n%s", err, out)
	}
	if out, err := exec.Command(tool(t, "gofmt"), "-l", dir).CombinedOutput(); err != nil || strings.Contains(string(out), "row") || strings.Contains(string(out), "formula") {
		t.Errorf("gofmt: %v\n%s", err, out)
	}
	run := exec.Command(tool(t, "go"), "run", ".")
	run.Dir = dir
	exchange(t, list, run)
}

func TestCComputesWhatNumericDoes(t *testing.T) {
	gcc := tool(t, "gcc")
	list, code := generated(t, "c")
	dir := t.TempDir()
	var main strings.Builder
	main.WriteString("#include <stdio.h>\n#include <stdlib.h>\n")
	for i, s := range list {
		main.WriteString(code[i])
		n, m := len(s.source.Vars), len(s.source.Wrt)
		arguments := places(n, "x[%d]")
		if s.many() {
			arguments = "x"
		}
		fmt.Fprintf(&main, "static void run_%s(void) {\n  for (int k = 0; k < %d; k++) {\n    double x[%d], g[%d], v;\n    if (fread(x, sizeof x, 1, stdin) != 1) exit(2);\n"+
			"    v = %s_grad(%s, g);\n    const double w = %s(%s);\n    if (fabs(v - w) > 1e-12 * fabs(w)) exit(3);\n    fwrite(&v, sizeof v, 1, stdout);\n    fwrite(g, sizeof g, 1, stdout);\n  }\n}\n",
			s.name, points, n, m, s.name, arguments, s.name, arguments)
	}
	main.WriteString("int main(void) {\n")
	for _, s := range list {
		fmt.Fprintf(&main, "  run_%s();\n", s.name)
	}
	main.WriteString("  return 0;\n}\n")
	write(t, dir, "main.c", main.String())
	bin := filepath.Join(dir, "main")
	out, err := exec.Command(gcc, "-std=c99", "-Wall", "-Wextra", "-Werror", "-pedantic", "-o", bin, filepath.Join(dir, "main.c"), "-lm").CombinedOutput()
	if err != nil {
		t.Fatalf("gcc: %v\n%.3000s", err, out)
	}
	exchange(t, list, exec.Command(bin))
}

// python returns an interpreter that has the modules.
func python(t *testing.T, modules ...string) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		path, err := exec.LookPath(name)
		if err == nil && exec.Command(path, "-c", "import "+strings.Join(modules, ", ")).Run() == nil {
			return path
		}
	}
	t.Skipf("no python3 has %s", strings.Join(modules, " and "))
	return ""
}

// The Python libraries compute all points at once. JAX is not to be had for the
// test: NumPy stands in for it.
func TestPythonComputesWhatNumericDoes(t *testing.T) {
	for _, c := range []struct{ lang, module, convert, back string }{
		{"numpy", "numpy", "x", "np.asarray(z)"},
		{"jax", "numpy", "x", "np.asarray(z)"},
		{"torch", "torch", "torch.from_numpy(x.copy())", "(z if torch.is_tensor(z) else torch.tensor(z, dtype=torch.float64)).numpy()"},
	} {
		t.Run(c.lang, func(t *testing.T) {
			if c.lang != "numpy" && os.Getenv("SYMGRAD_PYTHON") == "" {
				t.Skip("SYMGRAD_PYTHON is not set; importing PyTorch takes 10 seconds")
			}
			python := python(t, "numpy", c.module)
			special := exec.Command(python, "-c", "import scipy.special").Run() == nil
			list, code := generated(t, c.lang)
			dir := t.TempDir()
			if c.lang == "jax" {
				write(t, dir, "jax/__init__.py", "from . import nn\n")
				write(t, dir, "jax/numpy.py", "from numpy import *\nfrom numpy import abs\n")
				write(t, dir, "jax/nn.py", "import numpy as np\nsigmoid = lambda u: 1 / (1 + np.exp(-u))\nrelu = lambda u: np.maximum(u, 0)\nlog_sigmoid = lambda u: -np.logaddexp(0, -u)\n")
				write(t, dir, "jax/scipy/__init__.py", "")
				write(t, dir, "jax/scipy/special.py", "from scipy.special import *\n")
			}
			var main strings.Builder
			fmt.Fprintf(&main, "import sys\nimport warnings\nimport numpy as np\nimport %s\nwarnings.simplefilter('ignore')\nnp.seterr(all='ignore')\ndata = np.frombuffer(sys.stdin.buffer.read())\nat = 0\nout = []\n", c.module)
			kept := list[:0]
			for i, s := range list {
				if strings.Contains(code[i], "special") && !special && c.lang != "torch" ||
					strings.Contains(code[i], "int(n)") { // one order for all points
					continue
				}
				kept = append(kept, s)
				write(t, dir, s.name+".py", code[i])
				n := len(s.source.Vars)
				fmt.Fprintf(&main, "import %s\nx = data[at:at + %d].reshape(%d, %d)\nat += %d\nx = [%s for x in x.T]\n", s.name, n*points, points, n, n*points, c.convert)
				arguments := "*x"
				if s.many() {
					arguments = "x"
				}
				fmt.Fprintf(&main, "v, g = %s.%s_grad(%s)\nw = %s.%s(%s)\nz = [v, *g]\nz = [np.broadcast_to(%s, (%d,)) for z in z]\n", s.name, s.name, arguments, s.name, s.name, arguments, c.back, points)
				fmt.Fprintf(&main, "z0 = np.broadcast_to([%s for z in [w]][0], (%d,))\nassert np.allclose(z[0], z0, rtol=1e-12, atol=0, equal_nan=True), '%s'\n", c.back, points, s.name)
				fmt.Fprintf(&main, "assert all(z.dtype == np.float64 for z in z), '%s: ' + str([z.dtype for z in z])\nout.append(np.stack(z).T.ravel())\n", s.name)
			}
			main.WriteString("sys.stdout.buffer.write(np.concatenate(out).astype('<f8').tobytes())\n")
			write(t, dir, "main.py", main.String())
			cmd := exec.Command(python, "-X", "pycache_prefix="+dir, filepath.Join(dir, "main.py"))
			cmd.Env = append(os.Environ(), "PYTHONPATH="+dir)
			exchange(t, kept, cmd)
			t.Logf("%d of %d formulas", len(kept), len(list))
		})
	}
}

// sqlScript is a script that makes tables and runs the queries; rows come out in
// order as lines of values.
func sqlScript(t *testing.T, list []*subject, code []string) string {
	var b strings.Builder
	for i, s := range list {
		table := s.name
		columns, err := codegen.Columns(s.source)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "CREATE TABLE %s (row_number_ INTEGER, %s DOUBLE PRECISION);\n", table, strings.Join(columns, " DOUBLE PRECISION, "))
		for k, x := range s.points {
			if k%100 == 0 {
				fmt.Fprintf(&b, "INSERT INTO %s VALUES ", table)
			} else {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "(%d", k)
			for _, v := range x {
				fmt.Fprintf(&b, ", %s", sqlNumber(v))
			}
			b.WriteString(")")
			if k%100 == 99 || k == len(s.points)-1 {
				b.WriteString(";\n")
			}
		}
		b.WriteString(code[i] + ";\n")
	}
	return b.String()
}

func sqlNumber(x float64) string {
	if x != x {
		return "NULL"
	}
	s := fmt.Sprintf("%.17g", x)
	if !strings.Contains(s, "e") {
		s += "e0"
	}
	return s
}

// readRows reads lines of values; an empty one is NULL.
func (s *subject) readRows(t *testing.T, lines []string) [][]float64 {
	t.Helper()
	var got [][]float64
	for _, line := range lines {
		fields := strings.Split(line, "|")[len(s.source.Vars):]
		z := make([]float64, len(fields))
		for i, f := range fields {
			z[i] = math.NaN()
			if f != "" {
				if _, err := fmt.Sscan(f, &z[i]); err != nil {
					t.Fatalf("%q: %v", line, err)
				}
			}
		}
		got = append(got, z)
	}
	return got
}

// The same text runs on SQLite; on PostgreSQL where SYMGRAD_POSTGRES says how psql
// reaches a database in which tables may be made; and on DuckDB where SYMGRAD_DUCKDB is
// set to a binary of testdata/sql, a module of its own.
func TestSQLComputesWhatNumericDoes(t *testing.T) {
	for _, c := range []struct {
		name string
		args func(t *testing.T) []string
	}{
		{"SQLite", func(t *testing.T) []string {
			path := tool(t, "sqlite3")
			if exec.Command(path, ":memory:", "SELECT exp(1.0)").Run() != nil {
				t.Skip("this sqlite3 has no mathematical functions")
			}
			return []string{path, "-bail", ":memory:"}
		}},
		{"DuckDB", func(t *testing.T) []string {
			path := os.Getenv("SYMGRAD_DUCKDB")
			if path == "" {
				t.Skip("SYMGRAD_DUCKDB is not set; (cd testdata/sql && go build -o /tmp/sql) makes the binary")
			}
			return []string{path, "duckdb"}
		}},
		{"PostgreSQL", func(t *testing.T) []string {
			where := os.Getenv("SYMGRAD_POSTGRES")
			if where == "" {
				t.Skip("SYMGRAD_POSTGRES is not set")
			}
			return []string{tool(t, "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", where}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := c.args(t)
			list, code := generated(t, "sql")
			if c.name == "PostgreSQL" { // it stops where a power or product overflows
				for i := range list {
					list[i] = list[i].within(10)
				}
			}
			var in, out, problems bytes.Buffer
			if c.name == "PostgreSQL" {
				in.WriteString("BEGIN;\n")
			}
			in.WriteString(sqlScript(t, list, code))
			cmd := exec.Command(args[0], args[1:]...)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &problems
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v\n%.2000s", err, problems.String())
			}
			lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
			for _, s := range list {
				n := min(len(s.points), len(lines))
				s.compare(t, s.readRows(t, lines[:n]))
				lines = lines[n:]
			}
			if len(lines) > 0 {
				t.Errorf("%d rows too many", len(lines))
			}
		})
	}
}

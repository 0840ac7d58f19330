package codegen_test

import (
	"bytes"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// nullable has formulas of x and y beside the functions of the table.
var nullable = []string{
	"if(log(x) > 0, 1, 2)",
	"if(log(x) > 0, 1, 1)",
	"if(y > 0, log(x), sqrt(-y)+x)",
	"if(y > 0 and log(x) > 0, 1, 2)",
	"if(log(x) > 0 and y > 0, 1, 2)",
	"if(y > 0 or log(x) > 0, 1, 2)",
	"if(log(x) > 0 or y > 0, 1, 2)",
	"if(not (log(x) > 0 and y > 0) or x*y < 1 and sqrt(y) < 1, x, y)",
	"step(x)*log(y)",
	"log(x)*step(y)",
	"step(x)/y",
	"max(x, log(y), y)",
	"max(log(x), y)-min(y, sqrt(x))",
	"relu(log(x))*y+softplus(1/y)",
	"log(exp(log(x))+exp(y))",
	"x^y+y^x",
	"log(x)+y-y",
	"x/x+y",
	"sqrt(x)^2*y",
	"x*y+y",
}

// nullSubjects are the formulas, and the functions of the table, of variables and of
// arguments that are undefined somewhere, that SQL has.
func nullSubjects(t *testing.T) (list []*subject, code []string) {
	t.Helper()
	texts := nullable
	lost := map[string]bool{"if(log(x) > 0, 1, 1)": true, "log(x)+y-y": true, "x/x+y": true, "sqrt(x)^2*y": true}
	for _, row := range function.Default().All() {
		for _, inner := range [][]string{{"x", "y", "y+3"}, {"log(x)", "y", "y+3"}, {"y", "sqrt(x)", "sqrt(x)+1"}, {"1/x", "1/y", "2"}} {
			texts = append(texts, row.Name+"("+strings.Join(inner[:len(row.Params)], ", ")+")")
		}
	}
	for i, text := range texts {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		vars := scope.Variables(f)
		s := &subject{name: fmt.Sprintf("t%d", i), text: text, source: codegen.Source{Formula: f.Expr, Vars: vars, Wrt: vars, Text: "f", Func: fmt.Sprintf("t%d", i)}, domain: f.Domain}
		if lost[text] { // the expression does not know its domain
			s.source.Defined = f.Domain
		}
		b, err := codegen.Generate("sql", s.source)
		if err != nil {
			if !strings.Contains(err.Error(), "SQL has no function") && !strings.Contains(text, "polygamma") {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		list, code = append(list, s), append(code, string(b))
	}
	if len(list) < 200 {
		t.Errorf("only %d formulas have code", len(list))
	}
	return list, code
}

// onSQLite runs queries at the points of their subjects, of which NaN is NULL.
func onSQLite(t *testing.T, list []*subject, code []string) [][][]float64 {
	t.Helper()
	path := tool(t, "sqlite3")
	if exec.Command(path, ":memory:", "SELECT exp(1.0)").Run() != nil {
		t.Skip("this sqlite3 has no mathematical functions")
	}
	cmd := exec.Command(path, "-bail", ":memory:")
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(sqlScript(t, list, code)), &out, &problems
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%.2000s", err, problems.String())
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	var all [][][]float64
	for _, s := range list {
		all = append(all, s.readRows(t, lines[:len(s.points)]))
		lines = lines[len(s.points):]
	}
	return all
}

// A function of NaN is NaN in NumPy.
func TestNaNGivesNaNInNumPy(t *testing.T) {
	python := python(t, "numpy")
	dir := t.TempDir()
	var main strings.Builder
	main.WriteString("import warnings\nimport numpy as np\nwarnings.simplefilter('ignore')\nx, y, z = np.array([np.nan]), np.array([1.0]), np.array([2.0])\n")
	tested := 0
	for i, row := range function.Default().All() {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(row.Name + "(" + strings.Join([]string{"x", "y", "z"}[:len(row.Params)], ", ") + ")")
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("f%d", i)
		code, err := codegen.Generate("numpy", codegen.Source{Formula: f.Expr, Vars: scope.Variables(f), Text: row.Name, Func: name})
		if err != nil || strings.Contains(string(code), "special") {
			continue
		}
		tested++
		write(t, dir, name+".py", string(code))
		fmt.Fprintf(&main, "import %s\nif not np.isnan(%s.%s(%s)).all(): print('%s')\n", name, name, name, strings.Join([]string{"x", "y", "z"}[:len(row.Params)], ", "), row.Name)
	}
	write(t, dir, "main.py", main.String())
	out, err := exec.Command(python, "-B", dir+"/main.py").CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%v; of NaN no NaN: %s", err, out)
	}
	if tested < 40 {
		t.Errorf("only %d functions", tested)
	}
}

// Where the formula has no value all columns are NULL, and where it has one the column is
// not.
func TestUndefinedIsNullInSQL(t *testing.T) {
	list, code := nullSubjects(t)
	for _, s := range list {
		p, err := numeric.Compile(s.source.Vars, s.source.Formula, s.domain)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []float64{-2, -1, -0.3, 0, 0.4, 1, 2.5} {
			for _, y := range []float64{-2, -0.3, 0, 0.4, 1, 3} {
				at := []float64{x, y}[:len(s.source.Vars)]
				var z [2]float64
				if err := p.Eval(z[:], at); err != nil {
					t.Fatal(err)
				}
				if z[1] != 1 {
					z[0] = math.NaN()
				}
				s.points, s.want = append(s.points, at), append(s.want, z[:1])
			}
		}
	}
	undefined := 0
	for i, rows := range onSQLite(t, list, code) {
		s := list[i]
		for k, got := range rows {
			want := s.want[k][0]
			if want-want == 0 {
				if math.Abs(got[0]-want) > 1e-9*math.Abs(want)+1e-12 || got[0] != got[0] {
					t.Errorf("%s at %v is %v, want %v", s.text, s.points[k], got[0], want)
					break
				}
				continue
			}
			undefined++
			for j, g := range got {
				if g == g {
					t.Errorf("%s at %v: result %d is %v, want NULL", s.text, s.points[k], j, g)
				}
			}
		}
	}
	if undefined < 1000 {
		t.Errorf("only %d values are undefined", undefined)
	}
}

// A function of a column that is NULL is NULL, and so are its derivatives.
func TestNullGivesNullInSQL(t *testing.T) {
	all, codes := nullSubjects(t)
	var list []*subject
	var code []string
	for i, s := range all {
		if strings.HasPrefix(s.text, "if(") || s.text == "log(x)+y-y" { // what is not used may be NULL
			continue
		}
		for _, x := range []float64{-2, -0.3, 0, 1, 2} {
			for j := range s.source.Vars {
				at := []float64{x, x, x}[:len(s.source.Vars):len(s.source.Vars)]
				at = append([]float64{}, at...)
				at[j] = math.NaN()
				s.points = append(s.points, at)
			}
		}
		list, code = append(list, s), append(code, codes[i])
	}
	for i, rows := range onSQLite(t, list, code) {
		for k, got := range rows {
			for j, g := range got {
				if g == g {
					t.Errorf("%s at %v: result %d is %v, want NULL", list[i].text, list[i].points[k], j, g)
				}
			}
		}
	}
}

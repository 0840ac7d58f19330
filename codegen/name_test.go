package codegen_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// product is the product of variables with any names, and its gradient.
func product(names ...string) codegen.Source {
	s := symbolic.NewStore()
	e := s.Expr(symbolic.One)
	var z codegen.Source
	for _, n := range names {
		e = e.Mul(s.Symbol(n))
		z.Vars = append(z.Vars, s.Symbol(n))
	}
	z.Formula, z.Wrt = e, z.Vars
	return z
}

func TestWordsOfALanguageAreNoNames(t *testing.T) {
	for _, c := range []struct{ lang, name, want string }{
		{"go", "func", "func F(func_ "},
		{"go", "math", "func F(math_ "},
		{"go", "float64", "func F(float64_ "},
		{"go", "max", "func F(max_ "},
		{"c", "int", "double f(double int_)"},
		{"c", "exp", "double f(double exp_)"},
		{"c", "g", "double f(double g)"},
		{"numpy", "lambda", "def f(lambda_):"},
		{"numpy", "in", "def f(in_):"},
		{"numpy", "np", "def f(np_):"},
		{"torch", "torch", "def f(torch_):"},
		{"jax", "None", "def f(None_):"},
		{"julia", "end", "function f(end_)"},
		{"julia", "lambda", "function f(lambda)"},
		{"sql", "select", "select_ * 1.0e0 AS select_"},
		{"sql", "Order", "Order_ * 1.0e0 AS Order_"},
		{"go", "F", "func F(F_ "},
		{"numpy", "f", "def f(f_):"},
		{"go", "λ", "func F(lambda "},
		{"go", "value", "func FGrad(value float64) (value_, dvalue float64)"},
		{"go", "t1", "func F(t1 "},
		{"go", "_x", "func F(x_x "},
	} {
		code, err := codegen.Generate(c.lang, product(c.name))
		if err != nil {
			t.Errorf("%s in %s: %v", c.name, c.lang, err)
			continue
		}
		if !strings.Contains(string(code), c.want) {
			t.Errorf("%s in %s: %q is not in\n%s", c.name, c.lang, c.want, code)
		}
	}
}

func TestNamesStayDifferent(t *testing.T) {
	for _, c := range []struct {
		lang  string
		names []string
		want  string
	}{
		{"go", []string{"σ", "sigma", "sigma_"}, "func F(sigma, sigma_, sigma__ float64)"},
		{"go", []string{"W", "w"}, "func F(W, w float64)"},
		{"sql", []string{"W", "w"}, "w_ * 1.0e0 AS w_"},
		{"numpy", []string{"x", "dx"}, "return value, (dx_, ddx)"},
	} {
		code, err := codegen.Generate(c.lang, product(c.names...))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(code), c.want) {
			t.Errorf("%s: %q is not in\n%s", c.lang, c.want, code)
		}
	}
}

func TestTheCommentSaysWhatWasRenamed(t *testing.T) {
	code, err := codegen.Generate("numpy", product("lambda", "x"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(code), "Names: lambda_ is lambda.") {
		t.Errorf("the comment does not say what lambda_ is:\n%s", code)
	}
}

// hostile are names and texts that try to get out of where they are written.
var hostile = []string{
	"x */ system(\"rm\") /*",
	"x\"\"\"\nimport os\n\"\"\"",
	"x'''\nimport os",
	"x\nimport \"os\"",
	"x\r\nfunc init() { panic(1) }",
	"x; DROP TABLE points; --",
	"x -- \n; DROP TABLE points",
	"$(rm)",
	"x\\\ny",
	"x\u2028y",
	"\u202ex",
	"@eval(1)",
	"#= x",
}

func TestNothingGetsOutOfNamesAndComments(t *testing.T) {
	for _, lang := range codegen.Languages() {
		for _, text := range hostile {
			s := product(text, "y")
			s.Text, s.Where, s.Domain, s.Conditions = text, []string{text}, []string{text}, []string{text}
			s.Parts = []codegen.Part{{Name: text, Expr: s.Formula}}
			got, err := codegen.Generate(lang, s)
			if err != nil {
				t.Errorf("%s: %q: %v", lang, text, err)
				continue
			}
			// With all that is not a letter made alike, the code is that of a harmless name.
			s = product("x_", "y")
			s.Text, s.Where, s.Domain, s.Conditions = "x", []string{"x"}, []string{"x"}, []string{"x"}
			s.Parts = []codegen.Part{{Name: "part", Expr: s.Formula}}
			want, err := codegen.Generate(lang, s)
			if err != nil {
				t.Fatal(err)
			}
			if g, w := statements(string(got), lang), statements(string(want), lang); len(g) != len(w) {
				t.Errorf("%s: %q makes other statements:\n%s\n\nwant\n%s", lang, text, strings.Join(g, "\n"), strings.Join(w, "\n"))
			}
			if lang == "go" {
				onlyFunctions(t, string(got))
			}
		}
	}
}

// statements are the lines that are no comments.
func statements(code, lang string) (list []string) {
	inside := false
	for line := range strings.Lines(code) {
		line = strings.TrimSpace(line)
		if lang != "sql" && lang != "go" && lang != "c" {
			if strings.HasSuffix(line, `"""`) {
				inside = !inside
				list = append(list, "doc")
				continue
			}
		}
		mark := map[string]string{"go": "//", "c": "//", "sql": "--"}[lang]
		if inside || line == "" || mark != "" && strings.HasPrefix(line, mark) {
			continue
		}
		list = append(list, line)
	}
	return list
}

// onlyFunctions checks that a file has the functions F and FGrad and imports math at most.
func onlyFunctions(t *testing.T, code string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "", code, 0)
	if err != nil {
		t.Errorf("%v\n%s", err, code)
		return
	}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && (fn.Name.Name == "F" || fn.Name.Name == "FGrad") {
			continue
		}
		t.Errorf("a declaration that is neither F nor FGrad:\n%s", code)
	}
}

func TestNamesThatCannotBeUsedAreRefused(t *testing.T) {
	for _, c := range []struct{ lang, function, pkg, want string }{
		{"go", "func", "", `"func" cannot be the name of a function in Go; a name has letters, digits and _, and means nothing else`},
		{"go", "F; import", "", `"F; import" cannot be the name of a function in Go; a name has letters, digits and _, and means nothing else`},
		{"numpy", "λ", "", `"λ" cannot be the name of a function in NumPy; a name has letters, digits and _, and means nothing else`},
		{"sql", "points; DROP", "", `"points; DROP" cannot be the name of a function in SQL; a name has letters, digits and _, and means nothing else`},
		{"c", "2x", "", `"2x" cannot be the name of a function in C; a name has letters, digits and _, and means nothing else`},
		{"go", "F", "a b", `"a b" cannot be the name of a package`},
		{"c", "f", "p", "a package is for Go alone, not for C"},
		{"cobol", "f", "", `there is no language "cobol"; the languages are go, c, numpy, jax, torch, julia, sql`},
	} {
		s := product("x")
		s.Func, s.Package = c.function, c.pkg
		_, err := codegen.Generate(c.lang, s)
		var e *codegen.Error
		if !errors.As(err, &e) || e.Message != c.want {
			t.Errorf("%s %q %q: error %v, want %q", c.lang, c.function, c.pkg, err, c.want)
		}
	}
}

func TestWhatHasNoCodeIsNamed(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"sql", "erf(x)", "SQL has no function erf"},
		{"sql", "gelu(x)", "SQL has no function erfc"},
		{"go", "gamma(x)", "Go has no function digamma"},
		{"torch", "gamma(x)", "PyTorch has no function gamma"},
		{"c", "sum(j,1,n,x^j)", "a sum or product up to a variable, or with more than 1000 terms, has no code; write it out"},
		{"sql", "pi/2", "a query needs a variable, which is a column; the formula has none"},
		{"c", "1/0*x", "the formula has no value"},
		{"c", "10^400*x", "a number in the formula is beyond the largest one of 64 bits"},
	} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		vars := scope.Variables(f)
		_, err = codegen.Generate(c.lang, codegen.Source{Formula: f.Expr, Vars: vars, Wrt: vars})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s in %s: error %v, want %s", c.text, c.lang, err, c.want)
		}
	}
}

// A function of the caller's own is written out by its definition, or is not to be had.
func TestOwnFunctionsAreWrittenOut(t *testing.T) {
	sine := func(a []float64) float64 { return math.Sin(a[0]) }
	cosine := []function.Partial{func(a []float64, _ float64) float64 { return math.Cos(a[0]) }}
	row := function.Row{Name: "wave", Params: []function.Param{{Name: "u"}}, Deriv: []string{"cos(u)"}, Definition: "sin(u)",
		Float: sine, Slope: cosine, LaTeX: `\operatorname{wave}`, Source: "definition"}
	opaque := row
	opaque.Name, opaque.Definition = "opaque", ""
	table, err := function.NewTable(nil, row, opaque)
	if err != nil {
		t.Fatal(err)
	}
	library := read.NewLibrary(table)
	for text, want := range map[string]string{"wave(x)": "", "opaque(x)": "Go has no function opaque"} {
		scope := read.NewScope(symbolic.NewStore(), library)
		f, err := scope.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		vars := scope.Variables(f)
		code, err := codegen.Generate("go", codegen.Source{Formula: f.Expr, Vars: vars, Wrt: vars, Library: library})
		switch {
		case want != "":
			if err == nil || err.Error() != want {
				t.Errorf("%s: error %v, want %s", text, err, want)
			}
		case err != nil:
			t.Errorf("%s: %v", text, err)
		case !strings.Contains(string(code), "math.Sin(x)") || !strings.Contains(string(code), "math.Cos(x)"):
			t.Errorf("%s: sine or cosine is not in\n%s", text, code)
		}
	}
}

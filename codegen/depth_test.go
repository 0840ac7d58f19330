package codegen_test

import (
	"strings"
	"testing"
	"time"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// Deep and long formulas end in code or in an error, in time that is in proportion to
// their parts.
func TestDeepAndLongFormulas(t *testing.T) {
	s := symbolic.NewStore()
	x := s.Symbol("x")
	sin, err := read.Default().Table().Lookup("sin", 1)
	if err != nil {
		t.Fatal(err)
	}
	nested, branches, shared, signs := x, x, x, x
	sum := s.NewSum()
	for i := range int64(400) {
		n := s.Expr(s.Int(i))
		nested = s.Call(sin, nested)
		if i < 50 {
			branches = s.Expr(s.If(s.Relate(symbolic.Less, n.ID(), x.ID()), branches.Mul(x).ID(), n.Add(x).ID()))
		}
		signs = signs.Mul(s.Expr(s.If(s.Relate(symbolic.Less, n.ID(), x.ID()), symbolic.One, s.Int(-1))))
		shared = s.Call(sin, shared.Mul(shared).Add(n))
		sum.Add(s.Call(sin, x.Mul(n)).ID())
	}
	for name, e := range map[string]symbolic.Expr{"calls": nested, "branches": branches, "squares": shared, "signs": signs, "terms": s.Expr(sum.Sum())} {
		for _, lang := range codegen.Languages() {
			start := time.Now()
			code, err := codegen.Generate(lang, codegen.Source{Formula: e, Vars: []symbolic.Expr{x}, Wrt: []symbolic.Expr{x}, Text: "x"})
			if err != nil {
				t.Errorf("%s in %s: %v", name, lang, err)
			}
			if n := len(code); n < 400 || n > 1_000_000 {
				t.Errorf("%s in %s: %d bytes", name, lang, n)
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("%s in %s: %v", name, lang, d)
			}
		}
	}
}

// Choices by one condition are made together, unless one needs another.
func TestChoicesByOneConditionAreMadeTogether(t *testing.T) {
	for _, c := range []struct {
		text string
		ifs  int // in the value and the gradient
	}{
		{"if(x > 0, x*y, y^2)", 2},
		{"if(x > 0, log(x), x)*if(x > 0, y, sin(y))", 2},
		{"if(x > 0, log(x), x)+if(x <= 0, y, sin(y))", 2},
		// The outer one needs the inner one.
		{"if(x > 0, sin(if(x > 0, y, y^2)+z), z)", 4},
		{"if(x > 0, y, exp(y))*if(z > 0, x, sin(x))", 5},
	} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		vars := scope.Variables(f)
		code, err := codegen.Generate("go", codegen.Source{Formula: f.Expr, Vars: vars, Wrt: vars, Text: "f"})
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(code), "if "); n != c.ifs {
			t.Errorf("%s: %d ifs, want %d:\n%s", c.text, n, c.ifs, code)
		}
	}
}

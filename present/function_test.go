package present

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/symbolic"
)

// tableCalls returns a call of every function of the table, applied to names
// and to a quotient.
func tableCalls(s *symbolic.Store) []symbolic.Expr {
	var calls []symbolic.Expr
	x := s.Symbol("x")
	for _, row := range function.Default().All() {
		if row.Expand != "" {
			continue
		}
		for _, first := range []symbolic.Expr{x, x.Div(s.Symbol("z"))} {
			args := []symbolic.Expr{first}
			for i := 1; i < len(row.Params); i++ {
				args = append(args, s.Symbol([]string{"y", "n", "k"}[i-1]))
			}
			if row.Variadic {
				args = append(args, s.Expr(s.Int(2)))
			}
			e := s.Call(row, args...)
			calls = append(calls, e, e.Mul(x).Mul(e))
		}
	}
	return calls
}

func TestEveryFunctionOfTheTable(t *testing.T) {
	s := symbolic.NewStore()
	p := NewPrinter(Options{})
	for _, e := range tableCalls(s) {
		text, err := p.String(e, AsText)
		if err != nil {
			t.Fatal(err)
		}
		latex, _ := p.String(e, AsLaTeX)
		if strings.Contains(latex, "#") {
			t.Errorf("%s: %s", text, latex)
		}
		unicode, _ := p.String(e, AsUnicode)
		if strings.ContainsAny(unicode, `\{}#`) {
			t.Errorf("%s: %s", text, unicode)
		}
		mathML, _ := p.String(e, AsMathML)
		if strings.ContainsAny(mathML, `\{}`) || strings.Contains(mathML, "<mi></mi>") {
			t.Errorf("%s: %s", text, mathML)
		}
		checkElements(t, text, mathML)
	}
}

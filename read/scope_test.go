package read_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A variable may be declared more than once: all that was said holds.
func TestTypesAddUp(t *testing.T) {
	for _, c := range []struct {
		assume    string
		kind      read.Type
		relations int
	}{
		{"x:integer, x:positive", read.Integer, 1},
		{"x:positive, x:integer", read.Integer, 1},
		{"x:positive, x:negative", read.Positive, 1},
		{"x:positive, x:real", read.Positive, 0},
		{"x:real, x:positive", read.Positive, 0},
		{"x:real, x:integer", read.Integer, 0},
		{"x:nonzero, x:nonzero", read.Nonzero, 0},
		{"x:nonzero, x:nonnegative, x:integer", read.Integer, 2},
	} {
		s := read.NewScope(symbolic.NewStore(), read.Default())
		if err := s.Assume(c.assume); err != nil {
			t.Fatal(err)
		}
		if s.Types["x"] != c.kind || len(s.Relations) != c.relations {
			t.Errorf("%s: type %s and %d relations", c.assume, s.Types["x"], len(s.Relations))
		}
	}
}

// A variable that a defined function uses is never taken for a parameter or an
// index of the same name.
func TestDefinedFunctionsKeepTheirVariables(t *testing.T) {
	for _, c := range []struct{ lets, text, message string }{
		{"f(x)=x+a; g(a)=f(a)", "", "uses the variable a, which is a parameter here"},
		{"f(x)=x+a", "sum(a, 1, 3, f(1))", "uses the variable a, which is an index here"},
		{"f(x)=x+a", "prod(k, 1, 3, sum(a, 1, k, 2*f'(1)))", "uses the variable a, which is an index here"},
		{"f(x)=x+a", "f(1)+sum(a, 1, 3, a)", ""},
		{"f(x)=x+a; g(b)=f(b)", "g(a)", ""},
		{"f(x)=sum(a, 1, 3, a*x); g(a)=f(a)", "g(a)", ""},
		{"f(x)=x+a; g(b)=f(b)", "sum(a, 1, 3, g(1))", "g uses the variable a"},
	} {
		s := read.NewScope(symbolic.NewStore(), read.Default())
		var err error
		for _, text := range strings.Split(c.lets, ";") {
			if err == nil {
				err = s.Let(strings.TrimSpace(text))
			}
		}
		if err == nil && c.text != "" {
			_, err = s.Formula(c.text)
		}
		if c.message == "" && err != nil || c.message != "" && (err == nil || !strings.Contains(err.Error(), c.message)) {
			t.Errorf("%s, %s: %v", c.lets, c.text, err)
		}
	}
}

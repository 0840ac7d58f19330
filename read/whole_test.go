package read_test

import (
	"testing"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func conditionText(t *testing.T, e symbolic.Expr) string {
	t.Helper()
	text, err := present.NewPrinter(present.Options{}).String(e, present.AsText)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestWholeDomain reads formulas for claims: what has cancelled in the
// expression keeps its domain, and a derivative that has cancelled is told.
func TestWholeDomain(t *testing.T) {
	for _, c := range []struct {
		text   string
		domain string
		lost   bool
	}{
		{"x+1", "0 == 0", false},
		{"0*v", "x > 0", false},
		{"v-v", "x > 0", false},
		{"if(x > 1, v, 0)", "x <= 1 or x > 0", false},
		{"0*w", "x > 0", false},
		{"0*f(y)", "x > 0, y != 0", false},
		{"0*sum(k, 1, n, k)", "n == floor(n)", false},
		{"sum(k, 1, 3, a[k])", "0 == 0", false},
		{"0*a[n]", "n == floor(n), n >= 1", false},
		{"sum(v, 1, 3, v)", "0 == 0", false},
		{"diff(x^2, x)", "0 == 0", false},
		{"0*diff(abs(x), x)", "0 == 0", true},
		{"0*abs'(x)", "0 == 0", true},
		{"diff(x, x)-diff(x, x)", "0 == 0", true},
		{"if(x > 0, diff(abs(x), x), 1)", "0 == 0", false},
		{"if(x > 0, 0*diff(abs(x), x), 1)", "0 == 0", true},
		{"if(x > 1, 0*diff(x^2, x), 0)+if(x > 2, diff(x^2, x), 0)", "0 == 0", true},
		{"if(diff(abs(x), x) > 0, 1, 1)", "0 == 0", true},
		{"diff(diff(x^3, x), x)", "0 == 0", false},
		{"diff(0*diff(abs(x), x), x)", "0 == 0", true},
		{"sum(k, 1, 3, diff(x^k, x))", "0 == 0", false},
		{"sum(k, 1, 3, 0*diff(x^k, x))", "0 == 0", true},
		{"d", "0 == 0", false},
		{"0*d", "0 == 0", true},
		{"g(y)", "0 == 0", false},
		{"0*g(y)", "0 == 0", true},
		{"0*h'(x)", "0 == 0", false},
	} {
		s := read.NewScope(symbolic.NewStore(), read.Default())
		for _, text := range []string{"v = log(x)", "w = v+1", "f(u) = v/u", "d = diff(abs(x), x)", "g(u) = u*diff(abs(x), x)"} {
			if err := s.Let(text); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Assume("h:function"); err != nil {
			t.Fatal(err)
		}
		f, err := s.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := s.Whole(f)
		if err != nil {
			t.Fatal(err)
		}
		want, err := s.Condition(c.domain)
		if err != nil {
			t.Fatal(err)
		}
		if got.Domain != want {
			t.Errorf("%s has another domain than %s: %s", c.text, c.domain, conditionText(t, got.Domain))
		}
		if got.Lost != c.lost {
			t.Errorf("%s has lost a derivative: %v, want %v", c.text, got.Lost, c.lost)
		}
		if got.Expr != f.Expr {
			t.Errorf("%s is another expression for claims", c.text)
		}
	}
}

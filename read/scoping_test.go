package read_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// scopeWith returns a scope with definitions, or the first error.
func scopeWith(lets []string) (*read.Scope, error) {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range lets {
		if err := scope.Let(text); err != nil {
			return nil, err
		}
	}
	return scope, nil
}

// What is differentiated goes through the definitions that depend on the variable; one of
// the variable itself is cut off. A prime differentiates by the parameter only.
func TestDerivativesGoThroughDefinitions(t *testing.T) {
	net := []string{"v = w*x+b", "y = sigmoid(v)", "J = 1/2*(y-z)^2"}
	for _, c := range []struct {
		lets       []string
		text, want string
	}{
		{net, "diff(J, w)", "diff(1/2*(sigmoid(w*x+b)-z)^2, w)"},
		{net, "diff(J, y)", "diff(1/2*(y-z)^2, y)"},
		{net, "diff(J, v)", "diff(1/2*(sigmoid(v)-z)^2, v)"},
		{net, "diff(J*w, q)", "diff(w*J, q)"},
		{[]string{"v = x^2", "u = v+x"}, "diff(u*v, v)", "diff(v*(x+v), v)"},
		{[]string{"f(x) = a^2*x"}, "f'(b)", "diff(a^2*b, b)"},
		{[]string{"f(x) = a^2*x"}, "f'(a)", "diff(a^2*t, t, 1, a)"},
		{[]string{"f(x) = t*x"}, "f'(2*x)", "diff(t*t_1, t_1, 1, 2*x)"},
		{[]string{"v = c*t", "f(x) = v*x"}, "f'(c)", "diff(v*t_1, t_1, 1, c)"},
	} {
		scope, err := scopeWith(c.lets)
		if err != nil {
			t.Fatal(err)
		}
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatalf("%s: %v", c.text, err)
		}
		if got, _ := present.Text(f.Expr); got != c.want {
			t.Errorf("%s is %s, want %s", c.text, got, c.want)
		}
	}
}

// A definition means what it means where it stands: a place where an index or a parameter
// has the name of one of its variables is refused.
func TestDefinitionsAreNotShadowed(t *testing.T) {
	for _, c := range []struct {
		lets []string
		text string
		bad  string // what the message begins with
	}{
		{[]string{"v = 1/i"}, "sum(i, 1, 3, 0*v)", "v uses the variable i, which is an index here"},
		{[]string{"u = 1/i", "v = u+1"}, "sum(i, 1, 3, v)", "v uses the variable i, which is an index here"},
		{[]string{"v = 1/i"}, "v+sum(i, 1, 3, i)", ""},
		{[]string{"v = 1/i"}, "sum(v, 1, 3, v)", ""},
		{[]string{"v = 1/i"}, "sum(k, 1, 3, v*k)", ""},
		{[]string{"v = log(x)", "f(x) = 0*v"}, "f(2)", "v uses the variable x, which is a parameter here"},
		{[]string{"v = log(x)", "f(v) = v+1"}, "f(2)", ""},
		{[]string{"v = log(x)", "f(t) = v*t"}, "f(x)", ""},
		{[]string{"v = log(k)", "f(t) = v*t"}, "sum(k, 1, 3, f(k))", "f uses the variable k, which is an index here"},
	} {
		scope, err := scopeWith(c.lets)
		if err == nil {
			_, err = scope.Formula(c.text)
		}
		switch {
		case err == nil && c.bad != "":
			t.Errorf("%v, %s was read", c.lets, c.text)
		case err != nil && (c.bad == "" || !strings.Contains(err.Error(), c.bad)):
			t.Errorf("%v, %s: %v, want %q", c.lets, c.text, err, c.bad)
		}
	}
}

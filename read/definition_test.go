package read

import (
	"testing"

	"github.com/symgrad/symgrad/symbolic"
)

// No argument of a variadic function is lost.
func TestDefinitions(t *testing.T) {
	c := NewScope(symbolic.NewStore(), Default())
	s := c.Store
	id := func(text string) symbolic.ID {
		f, err := c.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		return f.Expr.ID()
	}
	for _, test := range [][2]string{
		{"relu(x)", "if(x > 0, x, 0)"},
		{"tan(x)", "sin(x)/cos(x)"},
		{"elu(x, a)", "if(x > 0, x, a*(exp(x)-1))"},
	} {
		if z, ok := c.Library.Definition(s, id(test[0])); !ok || z != id(test[1]) {
			t.Errorf("%s is %v", test[0], s.Kind(z))
		}
	}
	for _, text := range []string{"max(a, b)", "min(a, b, c)", "max(a, b, c, d, f)"} {
		node := id(text)
		z, ok := c.Library.Definition(s, node)
		if !ok || s.Kind(z) != symbolic.If {
			t.Fatalf("%s is %v", text, s.Kind(z))
		}
		branches := s.Operands(z)[1:]
		if y := s.Apply(s.FuncOf(node), branches...); y != node {
			t.Errorf("%s has other arguments than its branches", text)
		}
	}
	for _, text := range []string{"exp(x)", "x", "x+1"} {
		if z, ok := c.Library.Definition(s, id(text)); ok {
			t.Errorf("%s is %v", text, s.Kind(z))
		}
	}
}

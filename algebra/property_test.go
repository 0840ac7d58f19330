package algebra_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// small budgets keep random formulas quick; where one ends, nothing is said.
func small() *poly.Budget { return &poly.Budget{Steps: 3_000_000, Terms: 3000, Bits: 3000} }

// forms are the operations on a formula with the variables x and y.
var forms = map[string]func(s *symbolic.Store, id, x, y symbolic.ID) (algebra.Form, error){
	"expand": func(s *symbolic.Store, id, _, _ symbolic.ID) (algebra.Form, error) {
		z, err := algebra.Expand(s, id, small())
		return algebra.Form{Node: z}, err
	},
	"factor": func(s *symbolic.Store, id, _, _ symbolic.ID) (algebra.Form, error) {
		return algebra.Factorize(s, id, algebra.Options{Budget: small()})
	},
	"together": func(s *symbolic.Store, id, _, _ symbolic.ID) (algebra.Form, error) {
		return algebra.Together(s, id, algebra.Options{Budget: small()})
	},
	"collect": func(s *symbolic.Store, id, x, y symbolic.ID) (algebra.Form, error) {
		return algebra.Collect(s, id, []symbolic.ID{x, y}, algebra.Options{Budget: small()})
	},
	"apart": func(s *symbolic.Store, id, x, _ symbolic.ID) (algebra.Form, error) {
		return algebra.Apart(s, id, x, algebra.Options{Budget: small()})
	},
}

// rows are the functions that random formulas have.
func rows() (list []*function.Row) {
	for _, r := range function.Default().All() {
		if slices.Contains([]string{"sin", "exp", "abs", "sqrt", "log", "max", "relu", "cbrt", "tan"}, r.Name) {
			list = append(list, r)
		}
	}
	return list
}

// randomText is a formula of any kind, or one rich in fractions and powers.
func randomText(seed uint64) string {
	if seed%2 == 0 {
		return exprgen.New(seed, exprgen.Options{Size: 4 + int(seed/2%12), Variables: []string{"x", "y", "a"}, Functions: rows()}).Real().String()
	}
	g := school{rand.New(rand.NewPCG(seed, 9))}
	left, right := g.pair(1 + g.IntN(4))
	return bin(left, g.pick("+", "*", "-", "/"), right)
}

// checkForms judges all operations on one random formula: each has a value
// wherever the formula as it was written has one, and the same one.
func checkForms(t *testing.T, text string) (changed int) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := c.Formula(text)
	if err != nil {
		return 0
	}
	s := c.Store
	id := f.Expr.ID()
	x, y := s.Symbol("x").ID(), s.Symbol("y").ID()
	for name, form := range forms {
		z, err := form(s, id, x, y)
		var l *poly.LimitError
		if errors.As(err, &l) || errors.Is(err, algebra.ErrExponent) {
			continue
		}
		if err != nil {
			t.Errorf("%s: %s: %v", name, text, err)
			continue
		}
		if z.Node != id {
			changed++
		}
		conds := []symbolic.ID{f.Domain.ID()}
		for _, d := range z.NonZero {
			conds = append(conds, s.Relate(symbolic.NotEqual, d, symbolic.Zero))
		}
		if d := differ(c.Library, s, id, z.Node, s.And(conds...), 60, rand.New(rand.NewPCG(1, 2))); d != nil {
			t.Errorf("%s: %s: %s at%s: %s and %s", name, text, d.reason, describe(s, d.at), d.left, d.right)
		}
		checkOrder(t, s, name, text, z)
		if name != "expand" {
			continue
		}
		if again, err := algebra.Expand(s, z.Node, small()); err == nil && again != z.Node {
			t.Errorf("expand is not idempotent: %s: %s, then %s", text, write(s, z.Node), write(s, again))
		}
	}
	return changed
}

// checkOrder demands that terms in the order of reading are the form.
func checkOrder(t *testing.T, s *symbolic.Store, name, text string, z algebra.Form) {
	var value func(p algebra.Part) symbolic.ID
	value = func(p algebra.Part) symbolic.ID {
		if p.Parts == nil {
			return p.Node
		}
		b := s.NewSum()
		for _, q := range p.Parts {
			b.Add(value(q))
		}
		sum := b.Sum()
		if p.Factor != symbolic.One {
			sum = s.Mul(p.Factor, sum)
		}
		return sum
	}
	for _, p := range z.Order {
		if v := value(p); v != z.Node {
			t.Errorf("%s: %s: the terms are %s, the form is %s", name, text, write(s, v), write(s, z.Node))
		}
	}
}

func TestFormsHaveTheSameValues(t *testing.T) {
	changed := 0
	const n = 100
	for seed := range uint64(n) {
		changed += checkForms(t, randomText(seed))
	}
	if changed < n {
		t.Errorf("%d formulas were changed in %d tries", changed, n)
	}
}

func FuzzForms(f *testing.F) {
	for _, text := range []string{"(x+1)^2/(y*(a+1))", "1/((x-a)*(x-y))", "if(x>0, 1/(x^2-x), (x+1)^3)", "sqrt(x+1)^3*(sqrt(x)+1)", "x^(n+1)*(x^n-1)", "sum(j,1,n,(j+x)^2)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 200 {
			checkForms(t, text)
		}
	})
}

// drawPolynomial draws a polynomial in x, y and a as a text.
func drawPolynomial(t *rapid.T, label string, terms int) string {
	text := "0"
	for range rapid.IntRange(1, terms).Draw(t, label) {
		text += rapid.SampledFrom([]string{"+", "-"}).Draw(t, "sign") + rapid.SampledFrom([]string{"1", "2", "3", "5/2", "7", "1/3"}).Draw(t, "coefficient")
		for _, v := range []string{"x", "y", "a"} {
			text += "*" + v + "^" + rapid.SampledFrom([]string{"0", "0", "1", "2", "3"}).Draw(t, "exponent")
		}
	}
	return "(" + text + ")"
}

func TestExpandingUndoesFactoringAndCollecting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		s := c.Store
		f, err := c.Formula(drawPolynomial(t, "p", 3) + "*" + drawPolynomial(t, "q", 3) + "+" + drawPolynomial(t, "r", 2))
		if err != nil {
			t.Fatal(err)
		}
		want, err := algebra.Expand(s, f.Expr.ID(), nil)
		if err != nil {
			t.Fatal(err)
		}
		x, y := s.Symbol("x").ID(), s.Symbol("y").ID()
		for name, form := range forms {
			z, err := form(s, f.Expr.ID(), x, y)
			if err != nil || z.Limit != "" {
				t.Fatal(name, err, z.Limit)
			}
			back, err := algebra.Expand(s, z.Node, nil)
			if err != nil || back != want {
				t.Fatalf("%s of %s: %s, expanded %s, not %s, %v", name, write(s, f.Expr.ID()), write(s, z.Node), write(s, back), write(s, want), err)
			}
		}
	})
}

func TestFractionsAreTheSameInEveryForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		s := c.Store
		p, q := drawPolynomial(t, "p", 3), drawPolynomial(t, "q", 2)
		r := drawPolynomial(t, "r", 2)
		f, err := c.Formula(p + "/" + q + "+" + r + "/" + q + "^2")
		if err != nil {
			t.Fatal(err)
		}
		id := f.Expr.ID()
		x, y := s.Symbol("x").ID(), s.Symbol("y").ID()
		for name, form := range forms {
			z, err := form(s, id, x, y)
			if err != nil {
				t.Fatal(name, err)
			}
			for _, point := range samples {
				if v, w := at(s, id, point), at(s, z.Node, point); v != nil && (w == nil || v.Cmp(w) != 0) {
					t.Fatalf("%s of %s: %s has the value %v, not %v", name, write(s, id), write(s, z.Node), w, v)
				}
			}
			field, err := algebra.New(s, algebra.Options{}, id, z.Node)
			if err != nil {
				t.Fatal(err)
			}
			if same, err := field.Equal(id, z.Node); !same && !errors.Is(err, algebra.ErrZeroDivisor) {
				t.Fatalf("%s of %s: %s is not equal, %v", name, write(s, id), write(s, z.Node), err)
			}
		}
	})
}

func write(s *symbolic.Store, id symbolic.ID) string {
	z, err := present.Text(s.Expr(id))
	if err != nil {
		return err.Error()
	}
	return z
}

package algebra_test

import (
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// bench runs a form of a formula that is read anew each time, and reports the
// number of nodes of the result.
func bench(b *testing.B, text string, form func(s *symbolic.Store, id, x, y symbolic.ID) (algebra.Form, error)) {
	var nodes int
	for b.Loop() {
		c := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := c.Formula(text)
		if err != nil {
			b.Fatal(err)
		}
		z, err := form(c.Store, f.Expr.ID(), c.Store.Symbol("x").ID(), c.Store.Symbol("y").ID())
		if err != nil || z.Limit != "" {
			b.Fatal(err, z.Limit)
		}
		nodes = len(c.Store.Postorder(z.Node))
	}
	b.ReportMetric(float64(nodes), "nodes")
}

// The workload W3 of computer algebra systems: 12341 terms, 1785, 6272.
func BenchmarkExpand(b *testing.B) {
	for _, text := range []string{"(1+x+y+z)^20*((1+x+y+z)^20+1)", "(x+y+z+w)^15*(x+y+z+w+1)", "(x+y+z+w)^15*((x+y+z+w)^15+w)"} {
		b.Run(text, func(b *testing.B) {
			bench(b, text, func(s *symbolic.Store, id, _, _ symbolic.ID) (algebra.Form, error) {
				z, err := algebra.Expand(s, id, nil)
				return algebra.Form{Node: z}, err
			})
		})
	}
}

func BenchmarkForms(b *testing.B) {
	for name, text := range map[string]string{
		"factor":   "x^60-y^60",
		"together": "1/(x-1)+1/(x-2)+1/(x-3)+1/(x-4)+1/(x^2-1)+1/(x^2-4)+y/(x+y)",
		"collect":  "(a*x+b*y+c)^12",
		"apart":    "(x+a)/((x^3+a*x+b)^2*(x^2+b*x+c))",
	} {
		b.Run(name, func(b *testing.B) { bench(b, text, forms[name]) })
	}
}

func BenchmarkEqual(b *testing.B) {
	for b.Loop() {
		c, f := parse(b, "1/(sqrt(x)-1)-1/(sqrt(x)+1)+(exp(x)+1)^8")
		g := formula(b, c, "2/(x-1)+(exp(x)+1)^4*(exp(x)^2+2*exp(x)+1)^2")
		field, err := algebra.New(c.Store, algebra.Options{}, f.Expr.ID(), g)
		if err != nil {
			b.Fatal(err)
		}
		if same, err := field.Equal(f.Expr.ID(), g); !same || err != nil {
			b.Fatal(same, err)
		}
	}
}

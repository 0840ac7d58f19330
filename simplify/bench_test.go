package simplify_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// nested is eight sigmoid units one in the other.
func nested() string {
	e := "x"
	for range 8 {
		e = "sigmoid(w*" + e + "+b)"
	}
	return e
}

// BenchmarkNested simplifies the first and second derivative of eight nested
// sigmoid units.
func BenchmarkNested(b *testing.B) {
	for order := 1; order <= 2; order++ {
		b.Run(fmt.Sprint("order", order), func(b *testing.B) {
			for b.Loop() {
				scope := read.NewScope(symbolic.NewStore(), read.Default())
				f, err := scope.Formula(nested())
				if err != nil {
					b.Fatal(err)
				}
				g, err := diff.Derivative(f, scope.Store.Symbol("x"), order, diff.Options{})
				if err != nil {
					b.Fatal(err)
				}
				z, err := simplify.Several(scope, g.Conditions, simplify.Options{}, g.Partials...)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(simplify.Leaves(z.Exprs[0])), "leaves")
			}
		})
	}
}

// BenchmarkFormulas simplifies formulas of many kinds, as people have them.
func BenchmarkFormulas(b *testing.B) {
	formulas := []string{
		"exp(-x)/(1+exp(-x))^2-1/(1+exp(-x))*(1-1/(1+exp(-x)))",
		"(1/(1+exp(-(w*x+b)))-z)*exp(-(w*x+b))/(1+exp(-(w*x+b)))^2*x",
		"1-tanh(x)^2-4/(exp(x)+exp(-x))^2",
		"exp(a)/(exp(a)+exp(b))-exp(a)*exp(a)/(exp(a)+exp(b))^2",
		"1/(1+exp(-x))+x*exp(-x)/(1+exp(-x))^2",
		"sin(x)^4-cos(x)^4+cos(2*x)",
		"(1-cos(x))/sin(x)-sin(x)/(1+cos(x))",
		"(log(4)+log(9))/log(6)",
		"(x^3-1)/(x-1)-x^2-x",
		"1/(x*(x+1))+1/((x+1)*(x+2))+1/((x+2)*(x+3))-3/(x*(x+3))",
		"sqrt(3+2*sqrt(2))-1-sqrt(2)",
		"1/(sqrt(x+1)-sqrt(x))-sqrt(x+1)-sqrt(x)",
		"atan(x)+atan(1/x)",
		"log(x*y)-log(x)-log(y)",
	}
	for b.Loop() {
		for _, text := range formulas {
			scope := read.NewScope(symbolic.NewStore(), read.Default())
			f, err := scope.Formula(text)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := simplify.Simplify(scope, f, simplify.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkGradient simplifies the gradient of a sum of squares of two layers,
// which has so many thousand distinct nodes.
func BenchmarkGradient(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var text strings.Builder
			for i := range n {
				if i > 0 {
					text.WriteByte('+')
				}
				fmt.Fprintf(&text, "(sigmoid(w%[1]d*sigmoid(u%[1]d*x%[1]d+c%[1]d)+b%[1]d)-y%[1]d)^2", i)
			}
			for b.Loop() {
				scope := read.NewScope(symbolic.NewStore(), read.Default())
				f, err := scope.Formula(text.String())
				if err != nil {
					b.Fatal(err)
				}
				g, err := diff.Gradient(f, scope.Variables(f), diff.Options{})
				if err != nil {
					b.Fatal(err)
				}
				before := scope.Store.Size()
				if _, err := simplify.Several(scope, g.Conditions, simplify.Options{}, g.Partials...); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(before), "nodes")
			}
		})
	}
}

package rewrite_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/rewrite"
	"github.com/symgrad/symgrad/rules"
	"github.com/symgrad/symgrad/symbolic"
)

// gradient is the sum of the partial derivatives of a network with n units,
// about 20 nodes a unit.
func gradient(t testing.TB, n int) (*desk, symbolic.ID) {
	d := newDesk(t)
	var terms []string
	for i := range n {
		terms = append(terms, fmt.Sprintf("v_%d*tanh(w_%d*x_%d+b_%d)*exp(log(u_%d))+sin(w_%d)^2*x_%d", i, i, i%10, i, i%7, i%11, i%13))
	}
	f, err := d.scope.Formula("log(1+(" + strings.Join(terms, "+") + ")^2)")
	if err != nil {
		t.Fatal(err)
	}
	z, err := diff.Gradient(f, f.Expr.FreeSymbols(), diff.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := d.s.NewSum()
	for i, p := range z.Partials {
		b.Add(d.s.Mul(p.ID(), d.s.Sym(fmt.Sprintf("c_%d", i))))
	}
	return d, b.Sum()
}

func BenchmarkRun(b *testing.B) {
	rows := append([]string(nil), tidy...)
	for i := range 200 { // as many rules that do not match, with heads that occur
		rows = append(rows, fmt.Sprintf("tanh(a)^%d+sin(b*%d) => tanh(a)", i+3, i+2), fmt.Sprintf("tanh(%d+gamma(a)) => a", i))
	}
	z := strategy(b, rows...)
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				d, id := gradient(b, n)
				nodes := len(d.s.Postorder(id))
				b.StartTimer()
				out := d.run(z, id, rewrite.Region{}, rewrite.Budget{})
				b.ReportMetric(float64(nodes), "nodes")
				b.ReportMetric(float64(len(out.Steps)), "steps")
			}
		})
	}
}

// The same with the rows of the tables that simplify.
func BenchmarkRunTables(b *testing.B) {
	z := table(b, rules.Simplify)
	for b.Loop() {
		b.StopTimer()
		d, id := gradient(b, 10_000)
		nodes, guard := len(d.s.Postorder(id)), d.guard()
		b.StartTimer()
		out := d.run(z, id, rewrite.Region{Guard: guard}, rewrite.Budget{})
		b.ReportMetric(float64(nodes), "nodes")
		b.ReportMetric(float64(len(out.Steps)), "steps")
	}
}

func BenchmarkSaturate(b *testing.B) {
	z := strategy(b, explore...)
	for b.Loop() {
		b.StopTimer()
		d := newDesk(b)
		g := rewrite.NewGraph(d.s, nil)
		if err := g.Add(d.read("exp(x+log(y))*(x+y)^2-(sin(2*x)+cosh(y))*tan(x)*(x+1)^3")); err != nil {
			b.Fatal(err)
		}
		guard := d.guard()
		b.StartTimer()
		r := d.saturate(g, z, rewrite.Search{Guard: guard, Budget: rewrite.Budget{Nodes: 20_000}})
		b.ReportMetric(float64(g.Len()), "nodes")
		b.ReportMetric(float64(r.Steps), "steps")
		b.ReportMetric(float64(r.Iterations), "iterations")
	}
}

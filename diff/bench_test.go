package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// network writes the loss 1/2*(y-z)^2 of a network with one output and so many
// hidden layers of tanh units of a given width, as definitions and a formula.
func network(layers, width int) (lets []string, loss string, weights []string) {
	inputs := make([]string, width)
	for i := range inputs {
		inputs[i] = fmt.Sprintf("x%d", i+1)
	}
	weight := func(format string, args ...any) string {
		w := fmt.Sprintf(format, args...)
		weights = append(weights, w)
		return w
	}
	for l := range layers {
		units := make([]string, width)
		for j := range units {
			var terms []string
			for i, x := range inputs {
				terms = append(terms, weight("w%dk%dk%d", l+1, j+1, i+1)+"*"+x)
			}
			units[j] = fmt.Sprintf("a%dk%d", l+1, j+1)
			lets = append(lets, fmt.Sprintf("%s=tanh(%s+%s)", units[j], strings.Join(terms, "+"), weight("b%dk%d", l+1, j+1)))
		}
		inputs = units
	}
	var terms []string
	for i, x := range inputs {
		terms = append(terms, weight("v%d", i+1)+"*"+x)
	}
	return append(lets, "y=1/(1+exp(-("+strings.Join(terms, "+")+")))"), "1/2*(y-z)^2", weights
}

func readNetwork(tb testing.TB, layers, width int) (read.Formula, []symbolic.Expr, diff.Options) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	lets, loss, weights := network(layers, width)
	for _, l := range lets {
		if err := c.Let(l); err != nil {
			tb.Fatal(err)
		}
	}
	f, err := c.Formula(loss)
	if err != nil {
		tb.Fatal(err)
	}
	var wrt []symbolic.Expr
	for _, w := range weights {
		wrt = append(wrt, c.Store.Symbol(w))
	}
	return f, wrt, diff.Options{Definitions: c.Definitions}
}

// distinct counts the nodes of a gradient.
func distinct(partials []symbolic.Expr) int {
	ids := make([]symbolic.ID, len(partials))
	for i, e := range partials {
		ids[i] = e.ID()
	}
	return len(partials[0].Store().Postorder(ids...))
}

// BenchmarkNetworkGradient is W1: all partials of a network's loss, reported
// with the distinct nodes a weight.
func BenchmarkNetworkGradient(b *testing.B) {
	for _, n := range []struct {
		name          string
		layers, width int
	}{{"s4", 1, 4}, {"s8", 1, 8}, {"s16", 1, 16}, {"s32", 1, 32}, {"d4", 3, 4}, {"d8", 3, 8}, {"d16", 3, 16}, {"d32", 3, 32}} {
		b.Run(n.name, func(b *testing.B) {
			var nodes, weights int
			for b.Loop() {
				b.StopTimer()
				f, wrt, o := readNetwork(b, n.layers, n.width)
				b.StartTimer()
				g, err := diff.Gradient(f, wrt, o)
				if err != nil {
					b.Fatal(err)
				}
				nodes, weights = distinct(g.Partials), len(wrt)
			}
			b.ReportMetric(float64(nodes)/float64(weights), "nodes/weight")
		})
	}
}

// BenchmarkOrder is W2: derivatives of high order.
func BenchmarkOrder(b *testing.B) {
	for _, c := range []struct {
		name, formula string
		order         int
	}{
		{"expsin6", "exp(x^2)*sin(x)/(1+x^2)", 6}, {"expsin8", "exp(x^2)*sin(x)/(1+x^2)", 8}, {"expsin10", "exp(x^2)*sin(x)/(1+x^2)", 10},
		{"tanh10", "tanh(x)", 10}, {"tanh15", "tanh(x)", 15}, {"tanh20", "tanh(x)", 20},
		{"sigmoid10", "1/(1+exp(-x))", 10}, {"sigmoid15", "1/(1+exp(-x))", 15}, {"sigmoid20", "1/(1+exp(-x))", 20},
	} {
		b.Run(c.name, func(b *testing.B) {
			nodes := 0
			for b.Loop() {
				b.StopTimer()
				s := read.NewScope(symbolic.NewStore(), read.Default())
				f, err := s.Formula(c.formula)
				if err != nil {
					b.Fatal(err)
				}
				x := s.Store.Symbol("x")
				b.StartTimer()
				d, err := diff.Derivative(f, x, c.order, diff.Options{})
				if err != nil {
					b.Fatal(err)
				}
				nodes = distinct(d.Partials)
			}
			b.ReportMetric(float64(nodes), "nodes")
		})
	}
}

// A gradient costs in proportion to the number of weights, in nodes.
func TestGradientSizeGrowsWithTheWeights(t *testing.T) {
	for _, layers := range []int{1, 3} {
		for _, width := range []int{4, 16, 32} {
			f, wrt, o := readNetwork(t, layers, width)
			g, err := diff.Gradient(f, wrt, o)
			if err != nil {
				t.Fatal(err)
			}
			if n := distinct(g.Partials); n > 8*len(wrt) {
				t.Errorf("%d layers of %d: %d nodes for %d weights", layers, width, n, len(wrt))
			}
		}
	}
}

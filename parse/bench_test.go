package parse_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/parse"
)

// BenchmarkExpr reads formulas of several sizes and shapes; MB/s counts bytes
// of formula.
func BenchmarkExpr(b *testing.B) {
	const neuron = "1/2*(sigmoid(w*x+b)-z)^2"
	layer := func(n int) string {
		return strings.TrimSuffix(strings.Repeat("v_1*tanh(w_11*x_1+w_12*x_2+b_1)+", n), "+")
	}
	for _, c := range []struct{ name, formula string }{
		{"neuron", neuron},
		{"layer-1kB", layer(32)},
		{"layer-100kB", layer(3200)},
		{"layer-1MB", layer(32000)},
		{"product-100kB", strings.Repeat("(x_1+2.5)*", 10000) + "x"},
		{"nested-100kB", strings.Repeat("sin(x+", 9999) + "x" + strings.Repeat(")", 9999)},
		{"sum-1e5-terms", "x" + strings.Repeat("+x", 100_000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.formula)))
			b.ReportAllocs()
			nodes := 0
			for b.Loop() {
				tree, err := parse.Expr(c.formula, parse.Limits{})
				if err != nil {
					b.Fatal(err)
				}
				nodes = len(tree.Nodes)
			}
			b.ReportMetric(float64(nodes), "nodes")
		})
	}
}

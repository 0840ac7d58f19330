package taylor_test

import (
	"fmt"
	"testing"

	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// The workloads of peers; the formula is read and the store made outside of what
// is timed, as it is for them.
func BenchmarkExpand(b *testing.B) {
	for _, w := range []struct {
		text   string
		orders []int
	}{
		{"sin(tanh(x))*exp(x)", []int{20, 40, 80, 160, 320}},
		{"log(1+exp(x))", []int{40}},
		{"1/(1+exp(-x))", []int{60}},
		{"sigmoid(a*x+b)", []int{10}},
		{"1/sin(x)", []int{40}},
	} {
		for _, n := range w.orders {
			b.Run(fmt.Sprintf("%s/%d", w.text, n), func(b *testing.B) {
				b.ReportAllocs()
				nodes := 0
				for b.Loop() {
					b.StopTimer()
					scope := read.NewScope(symbolic.NewStore(), read.Default())
					f, err := scope.Formula(w.text)
					if err != nil {
						b.Fatal(err)
					}
					x := scope.Store.Symbol("x")
					before := scope.Store.Size()
					b.StartTimer()
					if _, err := taylor.Expand(scope, f, x, n, taylor.Options{}); err != nil {
						b.Fatal(err)
					}
					nodes = scope.Store.Size() - before
				}
				b.ReportMetric(float64(nodes), "nodes")
			})
		}
	}
}

package numeric_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A network with one layer of width units, a sigmoid on top and a quadratic
// loss; the inputs are x, the weights with biases row by row, the upper weights
// and the target.
const width = 16

const netInputs = width + width*(width+1) + width + 1

func network(tb testing.TB) (vars []symbolic.Expr, wrt []int, loss symbolic.Expr) {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	names, text := exprgen.Network(width)
	for _, n := range names {
		vars = append(vars, s.Symbol(n))
	}
	for i := width; i < len(vars); i++ {
		wrt = append(wrt, i)
	}
	f, err := scope.Formula(text)
	if err != nil {
		tb.Fatal(err)
	}
	return vars, wrt, f.Expr
}

func netPoints(n int) (points [][]float64, columns [][]float64) {
	rng := rand.New(rand.NewPCG(7, 7))
	columns = make([][]float64, netInputs)
	for i := range columns {
		columns[i] = make([]float64, n)
	}
	for k := range n {
		p := make([]float64, netInputs)
		for i := range p {
			p[i] = rng.Float64()*1.8 - 0.9
			if i >= width && i < netInputs-1 {
				p[i] *= 6. / 16
			}
			columns[i][k] = p[i]
		}
		points = append(points, p)
	}
	return points, columns
}

// byHand is the network written by hand; g may be nil.
func byHand(p, g []float64) float64 {
	x, w, v, z := p[:width], p[width:width+width*(width+1)], p[width+width*(width+1):netInputs-1], p[netInputs-1]
	var a [width]float64
	s := 0.0
	for j := range a {
		row := w[j*(width+1) : (j+1)*(width+1)]
		u := row[width]
		for i, xi := range x {
			u += row[i] * xi
		}
		a[j] = math.Tanh(u)
		s += v[j] * a[j]
	}
	y := 1 / (1 + math.Exp(-s))
	e := y - z
	if g == nil {
		return 0.5 * e * e
	}
	d := e * y * (1 - y)
	for j := range a {
		q := d * v[j] * (1 - a[j]*a[j])
		g[width*(width+1)+j] = d * a[j]
		row := g[j*(width+1) : (j+1)*(width+1)]
		for i, xi := range x {
			row[i] = q * xi
		}
		row[width] = q
	}
	return 0.5 * e * e
}

const netBatch = 256

// perPoint reports the shortest of all runs, which other work on the machine
// disturbs least.
func perPoint(b *testing.B, points int, run func()) {
	least := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		run()
		least = min(least, time.Since(start))
	}
	b.ReportMetric(float64(least.Nanoseconds())/float64(points), "ns/point")
}

func BenchmarkByHand(b *testing.B) {
	points, _ := netPoints(netBatch)
	g := make([]float64, netInputs)
	for _, grad := range []bool{false, true} {
		b.Run(fmt.Sprintf("gradient=%v", grad), func(b *testing.B) {
			perPoint(b, netBatch, func() {
				for _, p := range points {
					if grad {
						byHand(p, g)
					} else {
						byHand(p, nil)
					}
				}
			})
		})
	}
}

func netPrograms(tb testing.TB) []*numeric.Program {
	vars, wrt, loss := network(tb)
	p, err := numeric.Compile(vars, loss)
	if err != nil {
		tb.Fatal(err)
	}
	g, err := p.Gradient(wrt...)
	if err != nil {
		tb.Fatal(err)
	}
	return []*numeric.Program{p, g}
}

// BenchmarkBatch has the 256 points of the benchmark by hand, and so many that two
// cores have enough to do; compare workers=2 with workers=1 of one size.
func BenchmarkBatch(b *testing.B) {
	for _, rows := range []int{netBatch, 4000} {
		_, columns := netPoints(rows)
		for i, p := range netPrograms(b) {
			z := make([][]float64, p.Outputs())
			for j := range z {
				z[j] = make([]float64, rows)
			}
			for _, workers := range []int{1, 2} {
				b.Run(fmt.Sprintf("points=%d/gradient=%v/workers=%d", rows, i == 1, workers), func(b *testing.B) {
					perPoint(b, rows, func() {
						if err := p.EvalBatch(context.Background(), z, columns, numeric.BatchOptions{Workers: workers}); err != nil {
							b.Fatal(err)
						}
					})
				})
			}
		}
	}
}

func BenchmarkEval(b *testing.B) {
	points, _ := netPoints(netBatch)
	for i, p := range netPrograms(b) {
		z := make([]float64, p.Outputs())
		b.Run(fmt.Sprintf("gradient=%v", i == 1), func(b *testing.B) {
			perPoint(b, netBatch, func() {
				for _, x := range points {
					p.Eval(z, x)
				}
			})
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	vars, wrt, loss := network(b)
	for b.Loop() {
		p, err := numeric.Compile(vars, loss)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := p.Gradient(wrt...); err != nil {
			b.Fatal(err)
		}
	}
}

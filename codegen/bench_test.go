package codegen_test

import (
	"fmt"
	"os/exec"
	"testing"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// width is the number of inputs and of inner neurons of the network.
const width = 16

// networkSource is a layer of tanh neurons, a sigmoid on top and a quadratic loss. The
// variables are inputs, weights row by row with biases, upper weights, target.
func networkSource(tb testing.TB) codegen.Source {
	tb.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	z := codegen.Source{Func: "Net", Package: "main"}
	names, text := exprgen.Network(width)
	for _, n := range names {
		z.Vars = append(z.Vars, scope.Store.Symbol(n))
	}
	z.Text = text
	f, err := scope.Formula(z.Text)
	if err != nil {
		tb.Fatal(err)
	}
	z.Formula, z.Wrt = f.Expr, z.Vars[width:len(z.Vars)-1]
	return z
}

// byHand is the network written by hand, and a loop that times both: the shortest of many
// runs over 256 points.
const byHand = `package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"
)

const n, inputs = 16, 16 + 16*17 + 16 + 1

//go:noinline
func hand(p *[inputs]float64, g *[inputs - n - 1]float64) float64 {
	x, w, v := p[:n], p[n:n+n*(n+1)], p[n+n*(n+1):]
	var a [n]float64
	s := 0.0
	for j := range a {
		row := w[j*(n+1) : (j+1)*(n+1)]
		u := row[n]
		for i, xi := range x {
			u += row[i] * xi
		}
		a[j] = math.Tanh(u)
		s += v[j] * a[j]
	}
	y := 1 / (1 + math.Exp(-s))
	e := y - p[inputs-1]
	if g == nil {
		return 0.5 * e * e
	}
	d := e * y * (1 - y)
	for j := range a {
		q := d * v[j] * (1 - a[j]*a[j])
		g[n*(n+1)+j] = d * a[j]
		row := g[j*(n+1) : (j+1)*(n+1)]
		for i, xi := range x {
			row[i] = q * xi
		}
		row[n] = q
	}
	return 0.5 * e * e
}

func main() {
	var points [256][inputs]float64
	rng := rand.New(rand.NewPCG(7, 7))
	for k := range points {
		for i := range points[k] {
			points[k][i] = rng.Float64()*1.8 - 0.9
			if i >= n && i < inputs-1 {
				points[k][i] *= 6. / 16
			}
		}
	}
	var g [inputs - n - 1]float64
	sink := 0.0
	for _, f := range []func(p *[inputs]float64) float64{
		func(p *[inputs]float64) float64 { return hand(p, nil) },
		func(p *[inputs]float64) float64 { return Net(p) },
		func(p *[inputs]float64) float64 { return hand(p, &g) },
		func(p *[inputs]float64) float64 { return NetGrad(p, &g) },
	} {
		least := time.Duration(math.MaxInt64)
		for range 300 {
			start := time.Now()
			for k := range points {
				sink += f(&points[k])
			}
			least = min(least, time.Since(start))
		}
		fmt.Println(float64(least.Nanoseconds()) / float64(len(points)))
	}
	_ = sink
}
`

// The code for a network of 288 weights against the same by hand, in ns a point.
func BenchmarkGeneratedGo(b *testing.B) {
	s := networkSource(b)
	var code []byte
	for b.Loop() {
		var err error
		if code, err = codegen.Generate("go", s); err != nil {
			b.Fatal(err)
		}
	}
	dir := b.TempDir()
	for name, text := range map[string]string{"go.mod": "module network\n\ngo 1.26\n", "net.go": string(code), "main.go": byHand} {
		write(b, dir, name, text)
	}
	run := exec.Command("go", "run", ".")
	run.Dir = dir
	out, err := run.CombinedOutput()
	if err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	var t [4]float64
	if _, err := fmt.Sscan(string(out), &t[0], &t[1], &t[2], &t[3]); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for i, unit := range []string{"hand-value-ns", "value-ns", "hand-gradient-ns", "gradient-ns"} {
		b.ReportMetric(t[i], unit)
	}
}

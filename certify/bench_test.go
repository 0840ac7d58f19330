package certify

import (
	"testing"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
)

// benchFormulas are of the sizes that claims have.
var benchFormulas = []struct{ name, text string }{
	{"polynomial", "(x+y)^3 - x^3 - 3*x^2*y - 3*x*y^2 - y^3 + 2*x*y - x/3 + y/7"},
	{"sigmoid", "sigmoid(x)*(1-sigmoid(x)) - exp(-x)/(1+exp(-x))^2"},
	{"trigonometric", "sin(x+y) - sin(x)*cos(y) - cos(x)*sin(y)"},
	{"gelu", "gelu(x) - x/2*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))"},
	{"condition", "x > 0 and (y < 1 or log(x) < y) and if(x < y, x^2, y^2) < 3"},
}

func BenchmarkFloat(b *testing.B) {
	for _, f := range benchFormulas {
		_, p := program(b, f.text)
		args := make([]interval.Float, len(p.Inputs()))
		for i := range args {
			args[i] = interval.FloatPoint(0.3 + float64(i)/7)
		}
		b.Run(f.name, func(b *testing.B) {
			var sc Scratch
			b.ReportAllocs()
			for b.Loop() {
				p.Float(args, &sc)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(p.Len()), "ns/instruction")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	for _, f := range benchFormulas {
		s, ids := formulas(b, f.text)
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compile(read.Default(), s, ids...)
			}
		})
	}
}

func BenchmarkBig(b *testing.B) {
	_, p := program(b, "sigmoid(x)*(1-sigmoid(x)) - exp(-x)/(1+exp(-x))^2 + sin(x)^2")
	for _, prec := range []uint{128, 512, 2048, 8192} {
		args := []interval.Interval{interval.FromFloats(0.3, 0.3)}
		b.Run(map[uint]string{128: "128", 512: "512", 2048: "2048", 8192: "8192"}[prec], func(b *testing.B) {
			for b.Loop() {
				p.Big(prec, args)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	s, p := program(b, "exp(x)", "1+x+x^2/2")
	at := point(b, s, map[string]string{"x": "1/10"})
	near := point(b, s, map[string]string{"x": "1e-30"})
	b.Run("float", func(b *testing.B) {
		for b.Loop() {
			p.Compare(0, 1, at, Options{})
		}
	})
	b.Run("close", func(b *testing.B) {
		for b.Loop() {
			p.Compare(0, 1, near, Options{})
		}
	})
}

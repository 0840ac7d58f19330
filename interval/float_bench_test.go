package interval

import "testing"

var sinkFloat Float

func BenchmarkFloatArithmetic(b *testing.B) {
	x, y := NewFloat(1.1, 1.2), NewFloat(2.7, 2.8)
	m := NewFloat(-1.1, 1.2)
	for _, c := range []struct {
		name string
		f    func() Float
	}{
		{"add", func() Float { return x.Add(y) }},
		{"mul", func() Float { return x.Mul(y) }},
		{"mul-mixed", func() Float { return x.Mul(m) }},
		{"quo", func() Float { return x.Quo(y) }},
		{"sqr", func() Float { return x.Sqr() }},
		{"cube", func() Float { return x.PowInt(3) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkFloat = c.f()
			}
		})
	}
}

func BenchmarkFloatKernels(b *testing.B) {
	for _, name := range []string{"exp", "expm1", "log", "log1p", "sqrt", "cbrt", "sin", "cos", "tan", "atan", "asin", "acos",
		"sinh", "tanh", "asinh", "sigmoid", "softplus", "erf", "erfc", "erfi", "gamma", "lgamma", "digamma", "floor", "abs"} {
		k, _ := LookupFloat(name, 1)
		for _, c := range []struct {
			name string
			x    Float
		}{{"point", FloatPoint(0.7)}, {"box", NewFloat(0.7, 0.71)}} {
			args := []Float{c.x}
			b.Run(name+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					sinkFloat = k(args)
				}
			})
		}
	}
}

func BenchmarkFloatFallback(b *testing.B) {
	for _, c := range []struct {
		name string
		x    float64
	}{{"sin", 1e20}, {"sin", 1e300}, {"gamma", -200.5}, {"lgamma", -3.5}, {"lgamma", 1.00001}, {"digamma", -0.3}, {"erfi", 5}} {
		k, _ := LookupFloat(c.name, 1)
		args := []Float{FloatPoint(c.x)}
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				sinkFloat = k(args)
			}
		})
	}
}

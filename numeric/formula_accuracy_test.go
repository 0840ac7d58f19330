package numeric_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
)

// wholeFormulas are formulas of the kind that collections of numerical problems
// have (Hamming's Numerical Methods for Scientists and Engineers, chapter 3;
// FPBench), with the ranges of their variables in the order of their first use.
var wholeFormulas = []struct {
	text   string
	ranges [][2]float64
}{
	{"sqrt(x+1)-sqrt(x)", [][2]float64{{0, 1e15}}},
	{"1/sqrt(x)-1/sqrt(x+1)", [][2]float64{{1, 1e10}}},
	{"(1-cos(x))/x^2", [][2]float64{{1e-12, 3}}},
	{"(1-cos(x))/sin(x)", [][2]float64{{1e-12, 1}}},
	{"(exp(x)-1)/x", [][2]float64{{1e-15, 1}}},
	{"exp(x)-1", [][2]float64{{-1, 1}}},
	{"log(1+x)", [][2]float64{{-0.5, 1e-3}}},
	{"log((1-x)/(1+x))", [][2]float64{{-0.5, 0.5}}},
	{"exp(x)-exp(-x)", [][2]float64{{-1, 1}}},
	{"exp(x)-2+exp(-x)", [][2]float64{{0.5, 3}}},
	{"log(1+exp(x))", [][2]float64{{-800, 800}}},
	{"exp(x)/(1+exp(x))", [][2]float64{{-700, 800}}},
	{"1/(1+exp(-x))", [][2]float64{{-700, 700}}},
	{"x^2-y^2", [][2]float64{{1, 2}, {1, 2}}},
	{"sqrt(x^2+y^2)", [][2]float64{{1e200, 1e300}, {1e200, 1e300}}},
	{"log(exp(x)+exp(y))", [][2]float64{{-1000, 1000}, {-1000, 1000}}},
	{"exp(x)/(exp(x)+exp(y)+exp(z))", [][2]float64{{-500, 500}, {-500, 500}, {-100, 100}}},
	{"1-tanh(x)^2", [][2]float64{{-20, 20}}},
	{"1-sigmoid(x)", [][2]float64{{-40, 40}}},
	{"log(sigmoid(x))", [][2]float64{{-1000, 1000}}},
	{"log(1-exp(-x))", [][2]float64{{1e-15, 50}}},
	{"tanh(x)-1", [][2]float64{{-3, 0.2}}},
	{"x/(x^2+1)", [][2]float64{{-1e10, 1e10}}},
	{"2/(exp(x)+exp(-x))", [][2]float64{{-300, 300}}},
	{"(exp(x)-1)/(exp(x)+1)", [][2]float64{{-30, 30}}},
	{"x*log(x)", [][2]float64{{1.5, 1e10}}},
	{"atan(x)/x", [][2]float64{{1e-10, 1e10}}},
	{"sin(x)/x", [][2]float64{{1e-10, 3}}},
	{"(-b+sqrt(b^2-4*a*c))/(2*a)", [][2]float64{{-10, -1}, {0.1, 1}, {0.1, 0.25}}},
	{"331.4+0.6*t", [][2]float64{{-30, 50}}},
	{"-u*v/((331.4+0.6*t+u)*(331.4+0.6*t+u))", [][2]float64{{-30, 50}, {20, 20000}, {-30, 50}}},
	{"3+2/r^2-0.125*(3-2*v)*w^2*r^2/(1-v)-4.5", [][2]float64{{3.8, 7.8}, {-4.5, -0.3}, {0.4, 0.9}}},
	{"0.954929658551372*x-0.12900613773279798*x^3", [][2]float64{{0.1, 2}}},
	{"4*x/(1+x/1.11)", [][2]float64{{0.1, 0.3}}},
	{"4*x^2/(1+(x/1.11)^2)", [][2]float64{{0.1, 0.3}}},
	{"x-x^3/6+x^5/120-x^7/5040", [][2]float64{{-1.57, 1.57}}},
	{"1+0.5*x-0.125*x^2+0.0625*x^3-0.0390625*x^4", [][2]float64{{0, 1}}},
	{"sqrt(a*(a+1)*(a+b))", [][2]float64{{0.01, 10}, {0.01, 10}}},
	{"a*exp(-b*t)*cos(w*t)", [][2]float64{{-5, 5}, {0, 3}, {0, 2}, {0.1, 0.6}}},
	{"1/2*(sigmoid(w*x+b)-z)^2", [][2]float64{{-2, 2}, {-2, 2}, {-2, 2}, {1, 2}}},
	{"-z*log(sigmoid(v))-(1-z)*log(1-sigmoid(v))", [][2]float64{{0, 1}, {-60, 60}}},
	{"exp(-(x-m)^2/(2*s^2))/(s*sqrt(2*pi))", [][2]float64{{-3, 3}, {-3, 3}, {0.5, 2}}},
	{"gelu(x)+x*sigmoid(1.702*x)", [][2]float64{{0.1, 5}}},
	{"cbrt(x)*x^(2/3)", [][2]float64{{1e-300, 1e200}}},
	{"x^10*exp(-x)/factorial(10)", [][2]float64{{0, 100}}},
	{"log(x+sqrt(x^2+1))", [][2]float64{{0.1, 1e10}}},
	{"tan(x)-sin(x)", [][2]float64{{0.2, 1.5}}},
	{"log(x+1)-log(x)", [][2]float64{{1, 100}}},
	{"1/(x+1)-1/x", [][2]float64{{0.01, 10}}},
	{"atan(x+1)-atan(x)", [][2]float64{{0, 10}}},
}

// ulpsApart is |got - want| in units of the last place of want.
func ulpsApart(got float64, want *big.Float) float64 {
	d := new(big.Float).SetPrec(200).Sub(new(big.Float).SetFloat64(got), want)
	d.SetMantExp(d, -max(want.MantExp(nil)-53, -1074))
	x, _ := d.Float64()
	return math.Abs(x)
}

// exactValue is the value at a point up to 2^-100 of it, nil where there is none or it
// is no double.
func exactValue(p *certify.Program, x []float64) *big.Float {
	box := make([]interval.Interval, len(x))
	for i, v := range x {
		box[i] = interval.FromFloats(v, v)
	}
	for prec := uint(256); prec <= 4096; prec *= 2 {
		v := p.Big(prec, box)[0].Real
		if !v.IsBounded() || v.IsEmpty() {
			continue
		}
		lo, hi := v.Lower(), v.Upper()
		if w := new(big.Float).Sub(hi, lo); w.Sign() == 0 || lo.Sign() == hi.Sign() && w.MantExp(nil) < lo.MantExp(nil)-100 {
			if f, _ := lo.Float64(); math.IsInf(f, 0) || math.Abs(f) < 0x1p-1000 {
				return nil
			}
			return lo
		}
	}
	return nil
}

// TestWholeFormulas measures how far programs are from exact values: 90 of 100
// are within 64 ulp. SYMGRAD_RANDOM sets the number of points.
func TestWholeFormulas(t *testing.T) {
	points := 40
	if os.Getenv("SYMGRAD_RANDOM") != "" {
		points = randomFormulas()
	}
	within, all := 0, 0
	for _, c := range wholeFormulas {
		f := formula(t, c.text)
		s := f.Expr.Store()
		vars := read.NewScope(s, read.Default()).Variables(f)
		if len(vars) != len(c.ranges) {
			t.Fatalf("%s has the variables %v", c.text, vars)
		}
		p, err := numeric.Compile(vars, f.Expr)
		if err != nil {
			t.Fatal(err)
		}
		sure := certify.Compile(read.Default(), s, f.Expr.ID())
		rng := rand.New(rand.NewPCG(8, 8))
		here, compared, largest := 0, 0, 0.0
		for range points {
			x := make([]float64, len(vars))
			named := map[string]float64{}
			for i, r := range c.ranges {
				x[i] = r[0] + (r[1]-r[0])*rng.Float64()
				if r[0] > 0 && r[1]/r[0] > 100 { // of all sizes
					x[i] = math.Exp(math.Log(r[0]) + rng.Float64()*(math.Log(r[1])-math.Log(r[0])))
				}
				named[vars[i].Name()] = x[i]
			}
			ordered := make([]float64, len(x))
			for i, id := range sure.Inputs() {
				ordered[i] = named[s.Name(id)]
			}
			want := exactValue(sure, ordered)
			if want == nil {
				continue
			}
			compared++
			u := ulpsApart(eval(p, x...)[0], want)
			if largest = max(largest, u); u <= 64 {
				here++
			}
		}
		within, all = within+here, all+compared
		t.Logf("%-50s %3d of %d within 64 ulp, largest error %.3g", c.text, here, compared, largest)
	}
	if share := float64(within) / float64(all); share < 0.9 {
		t.Errorf("%.1f %% of the values are within 64 ulp", 100*share)
	} else {
		t.Logf("%.1f %% of %d values are within 64 ulp", 100*share, all)
	}
}

package numeric_test

import (
	"math"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
)

// ulps is the largest error of a formula of x at points, in units of the last place.
func ulps(t *testing.T, text string, points ...float64) (largest, at float64) {
	t.Helper()
	f := formula(t, text)
	p, err := numeric.Compile(variables(t, f, "x"), f.Expr)
	if err != nil {
		t.Fatal(err)
	}
	sure := certify.Compile(read.Default(), f.Expr.Store(), f.Expr.ID())
	for _, x := range points {
		want := exactValue(sure, []float64{x}[:len(sure.Inputs())])
		if want == nil {
			t.Fatalf("%s has no value at %v", text, x)
		}
		if u := ulpsApart(eval(p, x)[0], want); !(u <= largest) {
			largest, at = u, x
		}
	}
	return largest, at
}

// Stable forms have all digits where the plain form has few or none, and at the places at
// which one form takes over from another.
func TestStableFormsHaveAllDigits(t *testing.T) {
	for _, c := range []struct {
		text   string
		points []float64
	}{
		{"log(1+x)", []float64{1e-20, -1e-9, 0.5, 1e10}},
		{"log(1+exp(x))", []float64{-600, -40, -1, 0, 1, 40, 800}},
		{"log(1-exp(x))", []float64{-1e-10, -0.1, -0.69, -0.7, -1, -2, -5, -6.8, -7, -40, -600}},
		{"log(sigmoid(x))", []float64{-800, -1, 0, 1, 40, 600}},
		{"log(1-sigmoid(x))", []float64{-600, -40, 0, 1, 800}},
		{"log(cosh(x))", []float64{1e-9, -1e-3, 0.5, -0.999, 1, -1.001, 5, -40, 710, -711}},
		{"exp(x)-1", []float64{1e-20, -1e-9, 1, -40}},
		{"1-exp(x)", []float64{1e-20, -1e-9, 1, -40}},
		{"1-sigmoid(x)", []float64{-40, 0, 1, 40, 600}},
		{"1-tanh(x)", []float64{-20, 0.1, 1, 20, 300}},
		{"tanh(x)-1", []float64{-20, 0.1, 1, 20, 300}},
		{"3+3*tanh(x)", []float64{-300, -20, -1, 0.1, 20}},
		{"1-tanh(x)^2", []float64{-300, -20, 0.1, 20}},
		{"1-erf(x)", []float64{-5, 0.1, 1, 5, 20}},
		{"erf(x)-1", []float64{-5, 0.1, 1, 5, 20}},
		{"1+erf(x)", []float64{-20, -5, 0.1, 5}},
		{"1-erfc(x)", []float64{1e-9, 0.1, -1e-5, 5}},
		{"2-2*cos(x)", []float64{1e-9, 1, -3}},
		{"exp(x)/(exp(x)+exp(2*x))^3", []float64{-100, -1, 0, 1, 100}},
	} {
		if u, x := ulps(t, c.text, c.points...); !(u <= 12) {
			t.Errorf("%s at %v is %.3g ulp off", c.text, x, u)
		}
	}
}

// Quotients of exponentials lose no more than what the exponents are off, and are neither 0
// nor infinite before the value is.
func TestQuotientsOfExponentials(t *testing.T) {
	for _, c := range []struct {
		text   string
		points []float64
	}{
		{"exp(x)^3/(exp(x)+exp(2*x))", []float64{-300, -1, 0, 1, 500}},
		{"exp(x)^2/(exp(x)+exp(2*x)+exp(3*x))", []float64{-600, -1, 0, 1, 600}},
		{"exp(x)^3/(exp(x)+exp(2*x)+exp(3*x))^2", []float64{-600, -1, 0, 1, 200}},
		{"exp(2*x)^3/(1+exp(2*x))", []float64{-100, -1, 0, 1, 150}},
	} {
		largest := 0.0
		for _, x := range c.points {
			largest = max(largest, math.Abs(x))
		}
		if u, x := ulps(t, c.text, c.points...); !(u <= 4*largest) {
			t.Errorf("%s at %v is %.3g ulp off", c.text, x, u)
		}
		// The derivative is that of the formula.
		f := formula(t, c.text)
		p, err := numeric.Compile(variables(t, f, "x"), f.Expr)
		if err != nil {
			t.Fatal(err)
		}
		d, err := p.Gradient()
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []float64{-2, 0.3, 1.5} {
			const h = 1e-6
			want := (eval(p, x+h)[0] - eval(p, x-h)[0]) / (2 * h)
			if got := eval(d, x)[1]; math.Abs(got-want) > 1e-7*math.Abs(want) {
				t.Errorf("d %s at %v is %v, want %v", c.text, x, got, want)
			}
		}
	}
}

// Exponents and bases that are no doubles are made good: their rounding errors are as many
// times larger as the exponent is.
func TestPowersOfRoundedNumbers(t *testing.T) {
	for _, c := range []struct {
		text   string
		points []float64
	}{
		{"x^(1/10)", []float64{1e-300, 1e-5, 2, 1e300}},
		{"x^(-71/10)", []float64{1e-40, 1e-5, 2, 1e40}},
		{"(1/10)^x", []float64{-300, -200.5, 0.5, 250}},
		{"pi^x", []float64{-600, -100.25, 3, 600}},
	} {
		if u, x := ulps(t, c.text, c.points...); !(u <= 4) {
			t.Errorf("%s at %v is %.3g ulp off", c.text, x, u)
		}
	}
	f := formula(t, "x^(1/10)")
	p, err := numeric.Compile(variables(t, f, "x"), f.Expr)
	if err != nil {
		t.Fatal(err)
	}
	if z := eval(p, 0)[0]; z != 0 {
		t.Errorf("0^(1/10) is %v", z)
	}
	if z := eval(p, -1)[0]; z == z {
		t.Errorf("(-1)^(1/10) is %v", z)
	}
}

// A constant is the double nearest to it, however much cancels in it.
func TestConstantsAreRoundedOnce(t *testing.T) {
	for text, want := range map[string]float64{
		"pi":                                       math.Pi,
		"pi-3.14159265358979":                      3.23846264338327950288e-15,
		"pi-3.1415926535897932384626":              4.338327950288419716939937511e-23,
		"exp(pi*sqrt(163))-262537412640768744":     -7.4992740280181431112064614366622348652078136136e-13,
		"sin(10^22)":                               -0.8522008497671888,
		"sqrt(2)*sqrt(3)-sqrt(6)*(1+10^(-30))":     -2.449489742783178098197284074705891391966e-30,
		"1000000*(sqrt(10^12+1)-10^6)-1/2+10^(-3)": 0.000999999999875000000000125,
	} {
		f := formula(t, text+"+0*x")
		p, err := numeric.Compile(variables(t, f, "x"), f.Expr)
		if err != nil {
			t.Fatal(err)
		}
		if z := eval(p, 0)[0]; z != want {
			t.Errorf("%s is %v, want %v", text, z, want)
		}
	}
}

// The derivative of an entry at a subscript that is computed is 1 by that entry, and 0 by
// the others.
func TestGradientOfAnEntry(t *testing.T) {
	f := formula(t, "x*a[k]")
	p, err := numeric.Compile(variables(t, f, "a[1]", "a[2]", "a[3]", "k", "x"), f.Expr)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.Gradient(0, 1, 2, 4); err != nil {
		t.Fatal(err)
	}
	for k := range 3 {
		want := []float64{7 * float64(10+k), 0, 0, 0, float64(10 + k)}
		want[1+k] = 7
		for i, z := range eval(p, 10, 11, 12, float64(1+k), 7) {
			if z != want[i] {
				t.Errorf("result %d at k = %d is %v, want %v", i, 1+k, z, want[i])
			}
		}
	}
}

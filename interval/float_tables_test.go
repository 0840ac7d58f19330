package interval

import (
	"math"
	"math/big"
	"testing"
)

// sumOf returns the exact sum of float64 numbers.
func sumOf(parts ...float64) Interval {
	z := new(big.Float).SetPrec(2200)
	for _, p := range parts {
		z.Add(z, big.NewFloat(p))
	}
	return Point(z)
}

// near fails unless x and y, both narrow, differ by less than 2^bits.
func near(t *testing.T, what string, x, y Interval, bits int) {
	t.Helper()
	d := Abs(Sub(200, x, y))
	if d.hi.Cmp(new(big.Float).SetMantExp(oneFloat, bits)) >= 0 {
		t.Errorf("%s is off by %v, more than 2^%d", what, d, bits)
	}
}

func pointOf(x float64) Interval { return Point(big.NewFloat(x)) }

// The numbers in the tables of the float64 kernels are what their comments and
// the error bounds of the kernels say.
func TestFloatTables(t *testing.T) {
	const prec = 300
	log2 := ln2(prec)
	near(t, "log(2)/32", sumOf(expStep1, expStep2), scaleBy(log2, -5), -98)
	near(t, "log 2", sumOf(ln2High, ln2Low), log2, -95)
	near(t, "π/2", sumOf(halfPi1, halfPi2, halfPi3), scaleBy(Pi(prec), -1), -119)
	near(t, "π/2, two parts", sumOf(math.Pi/2, halfPiLow), scaleBy(Pi(prec), -1), -106)
	for _, c := range []struct {
		name  string
		value float64
		bits  uint
	}{{"expStep1", expStep1, 36}, {"halfPi1", halfPi1, 33}, {"halfPi2", halfPi2, 33}} {
		if n := big.NewFloat(c.value).MinPrec(); n > c.bits {
			t.Errorf("%s has %d bits, more than %d", c.name, n, c.bits)
		}
	}
	multiple := func(what string, x float64) {
		if v := x * 0x1p42; v != math.Trunc(v) {
			t.Errorf("%s is no multiple of 2^-42", what)
		}
	}
	multiple("ln2High", ln2High)
	for j, row := range expTable {
		near(t, "expTable", sumOf(row[0], row[1]), Exp(prec, scaleBy(Mul(prec, Int(int64(j)), log2), -5)), -106)
	}
	for i, row := range logTable {
		near(t, "logTable", sumOf(row[1], row[2]), Neg(Log(prec, pointOf(row[0]))), -95)
		multiple("logTable", row[1])
		// |m·c - 1| is at most 2^-8, and c = 1 around 1, with at most 2^-7.
		from, to := math.Float64frombits(0x3FE6<<48+uint64(i)<<45), math.Float64frombits(0x3FE6<<48+uint64(i+1)<<45)
		r := max(math.Abs(from*row[0]-1), math.Abs(to*row[0]-1))
		if from < 1-0x1p-8 || from > 1 {
			if r > 0x1.0001p-8 {
				t.Errorf("logTable[%d]: |r| = %g", i, r)
			}
		} else if row != [3]float64{1, 0, 0} || r > 0x1p-7 {
			t.Errorf("logTable[%d]: c = %g around 1", i, row[0])
		}
	}
	for i, row := range atanTable {
		near(t, "atanTable", sumOf(row[0], row[1]), Atan(prec, pointOf(float64(i)/64)), -106)
	}
	two := twoOverSqrtPi(prec)
	for k, c := range erfSeries64 {
		f := Mul(prec, fromBigInt(prec, new(big.Int).MulRange(1, int64(k))), Int(int64(1-2*(k%2))*int64(2*k+1)))
		v := Quo(prec, two, f)
		near(t, "erfSeries64", pointOf(c), v, exponent(Abs(v).hi)-53)
	}
}

// scaledErfc returns the first n Taylor coefficients of exp(x²)·erfc(x) at c.
func scaledErfc(c float64, n int) []Interval {
	const prec = 400
	x := pointOf(c)
	a := []Interval{Mul(prec, Exp(prec, Sqr(prec, x)), Erfc(prec, x))}
	for k := range n - 1 {
		t := Mul(prec, scaleBy(x, 1), a[k])
		if k == 0 {
			t = Sub(prec, t, twoOverSqrtPi(prec))
		} else {
			t = Add(prec, t, scaleBy(a[k-1], 1))
		}
		a = append(a, Quo(prec, t, Int(int64(k+1))))
	}
	return a
}

// What the polynomials of erfcAt leave out, and how fast their terms fall.
func TestErfcTable(t *testing.T) {
	for i, row := range erfcTable {
		c := float64(2*i+5) / 8
		exact := scaledErfc(c, len(row))
		for k, v := range exact {
			near(t, "erfcTable", pointOf(row[k]), v, exponent(Abs(v).hi)-53)
			if s, ok := v.Sign(); !ok || s != 1-2*(k%2) {
				t.Errorf("coefficient %d at %g: %v does not alternate", k, c, v)
			}
		}
		// The term of degree 15 at the left end, relative to the value there.
		left := scaledErfc(c-0.125, 16)
		rest := Quo(53, Abs(left[15]), left[0]).hi
		if e := exponent(rest) - 15*3; e > -56 {
			t.Errorf("at %g the polynomial leaves out 2^%d", c, e)
		}
		for k := range 14 {
			if row[k+1]*-0.125 > row[k]/4 && k%2 == 0 || row[k+1]*-0.125 < row[k]/4 && k%2 == 1 {
				t.Errorf("at %g term %d is more than a quarter of the one before", c, k+1)
			}
		}
	}
}

// The endpoints of constants are neighbouring float64 numbers around them.
func TestFloatConstants(t *testing.T) {
	for _, c := range []struct {
		name string
		x    Float
		v    Interval
		ulps float64
	}{
		{"π", piFloat, Pi(200), 1},
		{"π/2", halfPiFloat, scaleBy(Pi(200), -1), 1},
		{"log 2", ln2Float, ln2(200), 1},
		{"log 10", ln10Float, Log(200, Int(10)), 2},
		{"sqrt π", sqrtPiFloat, Sqrt(200, Pi(250)), 3},
		{"log(2π)/2", halfLogTwoPi, scaleBy(Log(200, scaleBy(Pi(250), 1)), -1), 8},
		{"least Γ", Float{gammaLeast, 0.8856031944108888, 0, Continuous}, Gamma(100, Point(gammaTurn)), 1e3},
		{"least log Γ", Float{logGammaLeast, -0.1214862905358496, 0, Continuous}, LogGamma(100, Point(gammaTurn)), 1e3},
		{"turn of Γ", NewFloat(gammaTurnLow, gammaTurnHigh), Point(gammaTurn), 1e13},
	} {
		if !c.x.Interval().ContainsInterval(c.v) {
			t.Errorf("%s: %v does not contain %v", c.name, c.x, c.v)
		}
		if c.x.ulps() > c.ulps {
			t.Errorf("%s: %v is %g units wide", c.name, c.x, c.x.ulps())
		}
	}
	if Digamma(100, pointOf(gammaTurnLow)).hi.Sign() >= 0 || Digamma(100, pointOf(gammaTurnHigh)).lo.Sign() <= 0 {
		t.Error("the minimum of Γ is elsewhere")
	}
}

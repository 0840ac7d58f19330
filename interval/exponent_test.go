package interval

import (
	"math/big"
	"testing"

	"github.com/symgrad/symgrad/rational"
)

func exactRat(x *big.Float) rational.Rat {
	r, _ := x.Rat(nil)
	return rational.FromBig(r)
}

// checkPower compares u^r of both kinds, at u and around it, with the oracle.
func checkPower(t *testing.T, r rational.Rat, u *big.Float, c oracleCase) {
	t.Helper()
	e := NewExponent(r)
	w := new(big.Float).SetPrec(200).SetMantExp(new(big.Float).Abs(u), -10)
	below, above := new(big.Float).SetPrec(200).Sub(u, w), new(big.Float).SetPrec(200).Add(u, w)
	for _, x := range []Interval{Point(u), New(below, u), New(u, above), New(minusInf, u), New(u, plusInf)} {
		for i, z := range []Interval{e.Pow(53, x), e.Pow(100, x), e.PowFloat(x.Float()).Interval()} {
			switch {
			case c.lo == nil && (z.Decoration() >= Defined || x.IsPoint() && z.Decoration() != Nowhere):
				t.Errorf("%v^%v: %v %v, but undefined at %v", x, r, z, z.dec, u)
			case c.lo != nil && !c.holds(z):
				t.Errorf("%v^%v: %v does not contain %.25g at %v", x, r, z, c.lo, u)
			case c.lo != nil && x.IsPoint() && z.Decoration() < Defined:
				t.Errorf("%v^%v: %v", x, r, z.dec)
			case c.lo != nil && x.IsPoint() && i < 2 && z.accuracy() < 45:
				t.Errorf("%v^%v: %v is wide", x, r, z)
			}
		}
	}
}

func TestExponentAgainstOracle(t *testing.T) {
	oracle := readOracle(t)
	for _, c := range oracle[oracleKey{"pow", 2}] {
		checkPower(t, exactRat(c.args[1]), c.args[0], c)
	}
	for _, c := range oracle[oracleKey{"cbrt", 1}] {
		if c.args[0].Sign() < 0 {
			c.lo = nil // as a power it is undefined
		}
		checkPower(t, rational.New(1, 3), c.args[0], c)
	}
	for _, c := range oracle[oracleKey{"sqrt", 1}] {
		checkPower(t, rational.Half, c.args[0], c)
	}
}

func TestExponentDecorationsAtZero(t *testing.T) {
	huge, _ := rational.Int(10).Pow(30, 1000)
	zero, right, both := FloatPoint(0), NewFloat(0, 2), NewFloat(-1, 2)
	for _, c := range []struct {
		r                 rational.Rat
		zero, right, both Decoration
	}{
		{rational.Int(0), Continuous, Continuous, Continuous},
		{rational.Int(3), Continuous, Continuous, Continuous},
		{rational.Int(-3), Nowhere, Maybe, Maybe},
		{rational.Int(5000), Continuous, Continuous, Continuous},
		{rational.Int(-5001), Nowhere, Maybe, Maybe},
		{huge, Continuous, Continuous, Continuous},
		{huge.Neg(), Nowhere, Maybe, Maybe},
		{huge.Add(rational.One), Continuous, Continuous, Continuous},
		{rational.New(1, 2), Continuous, Continuous, Maybe},
		{rational.New(-1, 2), Nowhere, Maybe, Maybe},
		{rational.New(2, 3), Continuous, Continuous, Maybe},
		{rational.New(-2, 3), Nowhere, Maybe, Maybe},
		{rational.New(5, 7), Continuous, Continuous, Maybe},
		{rational.New(-5, 7), Nowhere, Maybe, Maybe},
		// Not an integer, but no float64 tells it from 1.
		{rational.One.Add(huge.Inv()), Continuous, Continuous, Maybe},
	} {
		e := NewExponent(c.r)
		for _, k := range []struct {
			x    Float
			want Decoration
		}{{zero, c.zero}, {right, c.right}, {both, c.both}} {
			if got := e.PowFloat(k.x).Decoration(); got != k.want {
				t.Errorf("Float %v^%v: %v, want %v", k.x, c.r, got, k.want)
			}
			if got := e.Pow(64, k.x.Interval()).Decoration(); got != k.want {
				t.Errorf("Interval %v^%v: %v, want %v", k.x, c.r, got, k.want)
			}
		}
	}
	almostOne := NewExponent(rational.One.Add(huge.Inv()))
	if z := almostOne.PowFloat(FloatPoint(-2)); !z.IsEmpty() {
		t.Errorf("(-2)^(1+10^-30) = %v, want undefined", z)
	}
}

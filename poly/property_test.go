package poly_test

import (
	"errors"
	"testing"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"pgregory.net/rapid"
)

// A shape is what random polynomials are made of.
type shape struct {
	terms, degree int
	coef          int64
}

// draw makes a polynomial in r from random terms of up to that degree and coefficients of that size.
func draw(t *rapid.T, r *poly.Ring, s shape, name string) poly.Poly {
	n := rapid.IntRange(0, s.terms).Draw(t, name+" terms")
	list := make([]poly.Term, n)
	for i := range list {
		den := rapid.SampledFrom([]int64{1, 1, 1, 2, 3, 12}).Draw(t, "den")
		c := rational.New(rapid.Int64Range(-s.coef, s.coef).Draw(t, "num"), den)
		e := make([]int64, r.NumVars())
		for v := range e {
			e[v] = int64(rapid.IntRange(0, s.degree).Draw(t, "exponent"))
		}
		list[i] = poly.Term{Coef: c, Exps: e}
	}
	p, err := r.FromTerms(list)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func ok[T any](t *rapid.T) func(T, error) T {
	return func(x T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

var shapes = []shape{{6, 3, 9}, {5, 200, 1 << 62}, {4, 1 << 20, 1 << 40}, {12, 2, 5}}

// rings of different numbers of words a monomial; the largest has keys that do
// not fit in one word.
var rings = []*poly.Ring{
	poly.NewRing("x"), poly.NewRing("x", "y", "z"),
	poly.NewRing("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t"),
}

func TestRingAxioms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(rings).Draw(t, "ring")
		s := rapid.SampledFrom(shapes).Draw(t, "shape")
		x, y, z := draw(t, r, s, "x"), draw(t, r, s, "y"), draw(t, r, s, "z")
		must := ok[poly.Poly](t)
		mul := func(x, y poly.Poly) poly.Poly { return must(x.Mul(y, nil)) }
		same := func(law string, a, b poly.Poly) {
			t.Helper()
			if !a.Equal(b) {
				t.Fatalf("%s: %v is not %v", law, a, b)
			}
		}
		same("commutative sum", x.Add(y), y.Add(x))
		same("associative sum", x.Add(y).Add(z), x.Add(y.Add(z)))
		same("difference", x.Add(y).Sub(y), x)
		same("zero", x.Sub(x), r.Zero())
		same("one", mul(x, r.One()), x)
		same("commutative product", mul(x, y), mul(y, x))
		same("associative product", mul(mul(x, y), z), mul(x, mul(y, z)))
		same("distributive", mul(x, y.Add(z)), mul(x, y).Add(mul(x, z)))
		same("square", must(x.Pow(2, nil)), mul(x, x))
		same("cube", must(x.Pow(3, nil)), mul(x, mul(x, x)))
		v := rapid.IntRange(0, r.NumVars()-1).Draw(t, "v")
		same("product rule", mul(x, y).Derivative(v), mul(x.Derivative(v), y).Add(mul(x, y.Derivative(v))))
		if !y.IsZero() {
			q, exact, err := mul(x, y).Divide(y, nil)
			if err != nil || !exact {
				t.Fatal("x·y is not divisible by y: ", err)
			}
			same("quotient", q, x)
			if _, exact, _ := mul(x, y).Add(r.One()).Divide(y, nil); exact && len(y.Vars()) > 0 {
				t.Fatalf("%v divides x·y + 1", y)
			}
		}
		sum := r.Zero()
		list, exps := x.Coefficients(v)
		for i, c := range list {
			sum = sum.Add(mul(c, must(r.Var(v).Pow(exps[i], nil))))
		}
		same("coefficients", sum, x)
	})
}

func TestEvaluationIsAHomomorphism(t *testing.T) {
	r := rings[1]
	rapid.Check(t, func(t *rapid.T) {
		s := shape{6, 5, 1 << 50}
		x, y := draw(t, r, s, "x"), draw(t, r, s, "y")
		at := make([]rational.Rat, r.NumVars())
		for v := range at {
			at[v] = rational.New(rapid.Int64Range(-9, 9).Draw(t, "num"), rapid.Int64Range(1, 5).Draw(t, "den"))
		}
		eval := func(p poly.Poly) rational.Rat { return ok[rational.Rat](t)(p.Eval(at, nil)) }
		if !eval(x.Add(y)).Equal(eval(x).Add(eval(y))) {
			t.Fatal("sum")
		}
		if !eval(ok[poly.Poly](t)(x.Mul(y, nil))).Equal(eval(x).Mul(eval(y))) {
			t.Fatal("product")
		}
		z := ok[poly.Poly](t)(x.Substitute(1, y, nil))
		inner := append([]rational.Rat(nil), at...)
		inner[1] = eval(y)
		if want := ok[rational.Rat](t)(x.Eval(inner, nil)); !eval(z).Equal(want) {
			t.Fatal("substitution")
		}
	})
}

func TestDivRemIsDivisionWithRemainder(t *testing.T) {
	r := rings[0]
	rapid.Check(t, func(t *rapid.T) {
		s := shape{8, 12, 1 << 40}
		x, y := draw(t, r, s, "x"), draw(t, r, s, "y")
		q, rem, err := x.DivRem(y, 0, nil)
		if y.IsZero() {
			if !errors.Is(err, poly.ErrZeroDivisor) {
				t.Fatal(err)
			}
			return
		}
		if err != nil || !ok[poly.Poly](t)(q.Mul(y, nil)).Add(rem).Equal(x) || rem.Degree(0) >= max(y.Degree(0), 1) && y.Degree(0) > 0 {
			t.Fatal(q, rem, err)
		}
	})
}

func TestReduceIsDivisionWithRemainder(t *testing.T) {
	r := rings[len(rings)-1]
	rapid.Check(t, func(t *rapid.T) {
		s := shape{6, 4, 1 << 40}
		x, y := draw(t, r, s, "x"), draw(t, r, s, "y")
		q, rem, err := x.Reduce(y, nil)
		if y.IsZero() {
			if !errors.Is(err, poly.ErrZeroDivisor) {
				t.Fatal(err)
			}
			return
		}
		if err != nil || !ok[poly.Poly](t)(q.Mul(y, nil)).Add(rem).Equal(x) {
			t.Fatal(q, rem, err)
		}
		lead := y.Term(0)
		for i := range rem.Len() {
			divisible := true
			for v, e := range rem.Term(i).Exps {
				divisible = divisible && e >= lead.Exps[v]
			}
			if divisible {
				t.Fatalf("(%v) mod (%v) is %v", x, y, rem)
			}
		}
	})
}

func TestCommonFactorDividesGCD(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(rings).Draw(t, "ring")
		s := rapid.SampledFrom([]shape{{4, 2, 9}, {5, 4, 1 << 40}}).Draw(t, "shape")
		x, y, g := draw(t, r, s, "x"), draw(t, r, s, "y"), draw(t, r, s, "g")
		a, b := ok[poly.Poly](t)(x.Mul(g, nil)), ok[poly.Poly](t)(y.Mul(g, nil))
		d := ok[poly.Poly](t)(a.GCD(b, nil))
		if a.IsZero() && b.IsZero() {
			if !d.IsZero() {
				t.Fatal(d)
			}
			return
		}
		xd, ok1, err1 := a.Divide(d, nil)
		yd, ok2, err2 := b.Divide(d, nil)
		_, ok3, err3 := d.Divide(g, nil)
		if !ok1 || !ok2 || !ok3 || err1 != nil || err2 != nil || err3 != nil {
			t.Fatalf("gcd(%v, %v) = %v", a, b, d)
		}
		if rest := ok[poly.Poly](t)(xd.GCD(yd, nil)); !rest.IsOne() {
			t.Fatalf("the cofactors of %v have the common factor %v", d, rest)
		}
	})
}

func TestFactorsMultiplyBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(rings[:2]).Draw(t, "ring")
		s := rapid.SampledFrom([]shape{{4, 2, 4}, {3, 3, 30}}).Draw(t, "shape")
		p := r.One()
		for range rapid.IntRange(1, 3).Draw(t, "factors") {
			p = ok[poly.Poly](t)(p.Mul(draw(t, r, s, "factor"), nil))
		}
		for _, f := range []poly.Factorization{
			ok[poly.Factorization](t)(p.SquareFree(nil)), ok[poly.Factorization](t)(p.Factor(nil)),
		} {
			if !ok[poly.Poly](t)(f.Expand(r, nil)).Equal(p) {
				t.Fatalf("the factors %v do not multiply to %v", f, p)
			}
			for i, x := range f.Factors {
				for _, y := range f.Factors[:i] {
					if !ok[poly.Poly](t)(x.Poly.GCD(y.Poly, nil)).IsOne() {
						t.Fatalf("%v and %v are not coprime", x, y)
					}
				}
				// A multiple factor divides all derivatives.
				g := x.Poly
				for _, v := range x.Poly.Vars() {
					g = ok[poly.Poly](t)(g.GCD(x.Poly.Derivative(v), nil))
				}
				if !g.IsOne() {
					t.Fatalf("%v is not square-free", x)
				}
			}
		}
	})
}

func TestFractionsAreAField(t *testing.T) {
	r := rings[1]
	rapid.Check(t, func(t *rapid.T) {
		s := shape{3, 2, 5}
		must := ok[poly.Fraction](t)
		make := func(name string) poly.Fraction {
			den := draw(t, r, s, name)
			if den.IsZero() {
				den = r.One()
			}
			return must(poly.NewFraction(draw(t, r, s, name), den, nil))
		}
		x, y := make("x"), make("y")
		same := func(law string, a, b poly.Fraction) {
			t.Helper()
			if !a.Equal(b) {
				t.Fatalf("%s: %v is not %v", law, a, b)
			}
			if g := ok[poly.Poly](t)(a.Num().GCD(a.Den(), nil)); !g.IsOne() || !a.Den().Content().IsOne() {
				t.Fatalf("%v is not in lowest terms", a)
			}
		}
		add := func(x, y poly.Fraction) poly.Fraction { return must(x.Add(y, nil)) }
		mul := func(x, y poly.Fraction) poly.Fraction { return must(x.Mul(y, nil)) }
		same("sum", must(add(x, y).Sub(y, nil)), x)
		same("commutative", mul(x, y), mul(y, x))
		same("distributive", mul(x, add(x, y)), add(mul(x, x), mul(x, y)))
		same("square", must(x.Pow(2, nil)), mul(x, x))
		d := func(x poly.Fraction) poly.Fraction { return must(x.Derivative(0, nil)) }
		same("product rule", d(mul(x, y)), add(mul(d(x), y), mul(x, d(y))))
		if !y.IsZero() {
			same("quotient", must(mul(x, y).Div(y, nil)), x)
			same("negative power", must(y.Pow(-1, nil)), must(y.Inv()))
		}
	})
}

package poly_test

import (
	"errors"
	"testing"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
)

// limit returns the name of the limit that err is about.
func limit(err error) string {
	var e *poly.LimitError
	if errors.As(err, &e) {
		return e.Limit
	}
	return "no limit"
}

func TestSizesAreEstimatedBeforeBuilding(t *testing.T) {
	r := poly.NewRing("a", "b", "c", "d")
	sum := must(r, "a+b+c+d")
	for _, c := range []struct {
		name string
		do   func(b *poly.Budget) error
		want string
	}{
		{"dense power", func(b *poly.Budget) error { _, err := sum.Pow(1000, b); return err }, "terms"},
		{"huge power", func(b *poly.Budget) error { _, err := sum.Pow(1<<62, b); return err }, "terms"},
		{"binomial", func(b *poly.Budget) error { _, err := must(r, "a+1").Pow(1<<40, b); return err }, "terms"},
		{"wide binomial", func(b *poly.Budget) error { _, err := must(r, "a+1").Pow(200_000, b); return err }, "words"},
		{"number", func(b *poly.Budget) error { _, err := must(r, "3*a").Pow(1<<40, b); return err }, "bits"},
		{"exponent of a power", func(b *poly.Budget) error { _, err := must(r, "a^4").Pow(1<<62, b); return err }, "exponent"},
		{"exponent of a product", func(b *poly.Budget) error {
			x := must(r, "a^9223372036854775807+1")
			_, err := x.Mul(must(r, "a+1"), b)
			return err
		}, "exponent"},
		{"value", func(b *poly.Budget) error {
			_, err := must(r, "a^1000000000").Eval(make2(4), b)
			return err
		}, "bits"},
		{"quotient", func(b *poly.Budget) error {
			_, _, err := must(r, "a^1000000000-1").Divide(must(r, "a-1"), b)
			return err
		}, "terms"},
		{"remainder", func(b *poly.Budget) error {
			_, _, err := must(r, "a^1000000000-1").DivRem(must(r, "a-1"), 0, b)
			return err
		}, "degree"},
		{"factors", func(b *poly.Budget) error { _, err := must(r, "a^1000000000-1").Factor(b); return err }, "degree"},
	} {
		var b poly.Budget
		err := c.do(&b)
		if got := limit(err); got != c.want || b.Used() > 50_000_000 {
			t.Errorf("%s: %v after %d steps, want %s", c.name, err, b.Used(), c.want)
		}
	}
}

// make2 returns a point with all coordinates 2.
func make2(n int) []rational.Rat {
	out := make([]rational.Rat, n)
	for i := range out {
		out[i] = rational.Int(2)
	}
	return out
}

func TestHugeExponentsAreSparse(t *testing.T) {
	r := poly.NewRing("x", "y", "z")
	p := must(r, "x^1000000000-1")
	q, err := p.Mul(must(r, "x^1000000000+1"), nil)
	if err != nil || !q.Equal(must(r, "x^2000000000-1")) {
		t.Fatal(q, err)
	}
	if g, err := p.GCD(q, nil); err != nil || !g.Equal(p) {
		t.Fatal(g, err)
	}
	if f, err := p.SquareFree(nil); err != nil || len(f.Factors) != 1 {
		t.Fatal(f, err)
	}
	// Three exponents of 63 bits: keys of several words.
	a := must(r, "x^4000000000000000000*y^4000000000000000000-z^4000000000000000000")
	b := must(r, "x^4000000000000000000*y^4000000000000000000+z^4000000000000000000")
	c, err := a.Mul(b, nil)
	if err != nil || !c.Equal(must(r, "x^8000000000000000000*y^8000000000000000000-z^8000000000000000000")) {
		t.Fatal(c, err)
	}
	if d, ok, err := c.Divide(b, nil); err != nil || !ok || !d.Equal(a) {
		t.Fatal(d, ok, err)
	}
	if _, ok, err := c.Add(r.One()).Divide(b, nil); err != nil || ok {
		t.Fatal(ok, err)
	}
}

func TestEveryLimitIsNamed(t *testing.T) {
	r := poly.NewRing("x", "y")
	p := must(r, "(x^2+3*x*y-7)^6*(x-y^3+1)^5")
	q := must(r, "(x^2+3*x*y-7)^3*(x+y^3+2)^4")
	for _, c := range []struct {
		b    poly.Budget
		want string
	}{
		{poly.Budget{Terms: 10}, "terms"}, {poly.Budget{Bits: 10}, "bits"}, {poly.Budget{Steps: 100}, "steps"},
	} {
		b := c.b
		if _, err := p.Mul(q, &b); limit(err) != c.want {
			t.Errorf("product: %v, want %s", err, c.want)
		}
	}
	for steps := int64(1); ; steps *= 3 {
		b := poly.Budget{Steps: steps}
		g, err := p.GCD(q, &b)
		if err == nil {
			if !g.Equal(must(r, "(x^2+3*x*y-7)^3")) {
				t.Fatal(g)
			}
			break
		}
		if limit(err) != "steps" || b.Used() > steps {
			t.Fatal(err, b.Used())
		}
	}
}

func TestUnfinishedFactorisationIsStillAProduct(t *testing.T) {
	r := poly.NewRing("x", "y", "z")
	for _, text := range []string{"x^12-1", "(x^2+y^2-1)*(x+y+3)^2*z^5", "x^8-40*x^6+352*x^4-960*x^2+576", "(x^3+y*z+1)*(x^2*z-y+3)*(x-1)"} {
		p := must(r, text)
		complete := 0
		for steps := int64(1); complete < 2; steps = steps*3/2 + 1 {
			f, err := p.Factor(&poly.Budget{Steps: steps})
			checkFactors(t, p, f)
			proved := true
			for _, x := range f.Factors {
				proved = proved && x.Irreducible
			}
			if proved != (err == nil) || err != nil && limit(err) != "steps" {
				t.Fatalf("%s with %d steps: %v, %v", text, steps, f, err)
			}
			if err == nil {
				complete++
			}
		}
	}
}

func TestManyCombinationsEndInALimit(t *testing.T) {
	// The square roots of 2, 3, 5, 7, 11, 13: degree 64, and 32 factors or
	// more modulo every prime, so that 2^31 combinations would have to be tried.
	r := poly.NewRing("x", "y")
	p := must(r, "x")
	for _, n := range []int64{2, 3, 5, 7, 11, 13} {
		// p(x + √n)·p(x - √n) = u² - n·v² with p(x + y) = u + y·v where y² = n.
		q, err := p.Substitute(0, must(r, "x+y"), nil)
		if err != nil {
			t.Fatal(err)
		}
		u, v := r.Zero(), r.Zero()
		list, exps := q.Coefficients(1)
		for i, c := range list {
			k, _ := rational.Int(n).Pow(exps[i]/2, 1000)
			if exps[i]%2 == 0 {
				u = u.Add(c.Scale(k))
			} else {
				v = v.Add(c.Scale(k))
			}
		}
		u2, err1 := u.Pow(2, nil)
		v2, err2 := v.Pow(2, nil)
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		p = u2.Sub(v2.Scale(rational.Int(n)))
		if p.Degree(0) < 64 {
			f, err := p.Factor(nil)
			if err != nil || len(f.Factors) != 1 || !f.Factors[0].Irreducible {
				t.Fatal(p, f, err)
			}
		}
	}
	b := poly.Budget{Steps: 200_000_000}
	f, err := p.Factor(&b)
	if limit(err) != "steps" || len(f.Factors) != 1 || f.Factors[0].Irreducible {
		t.Fatal(f, err)
	}
}

package poly_test

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/poly"
)

// cases calls f with the fields of each line of testdata/cases.txt, which
// PARI/GP made (testdata/make.gp), that has one of the operations.
func cases(t *testing.T, ops string, f func(r *poly.Ring, op string, args []string)) {
	t.Helper()
	file, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := poly.NewRing("x", "y", "z")
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	n := 0
	for lines.Scan() {
		args := strings.Split(lines.Text(), "|")
		if strings.Contains(" "+ops+" ", " "+args[0]+" ") {
			n++
			f(r, args[0], args[1:])
		}
	}
	if lines.Err() != nil || n < 60 {
		t.Fatal(n, lines.Err())
	}
}

func TestArithmeticAgreesWithPARI(t *testing.T) {
	cases(t, "mul add rem quo", func(r *poly.Ring, op string, args []string) {
		a, b, want := must(r, args[0]), must(r, args[1]), must(r, args[2])
		var got poly.Poly
		var err error
		switch op {
		case "mul":
			got, err = a.Mul(b, nil)
		case "add":
			got = a.Add(b)
		case "quo":
			got, _, err = a.DivRem(b, 0, nil)
		case "rem":
			_, got, err = a.DivRem(b, 0, nil)
		}
		if err != nil || !got.Equal(want) {
			t.Errorf("%s of %s and %s: %v, %v, want %v", op, a, b, got, err, want)
		}
		if op == "mul" && !b.IsZero() {
			q, ok, err := want.Divide(b, nil)
			if err != nil || !ok || !q.Equal(a) {
				t.Errorf("%s by %s: %v %v %v", want, b, q, ok, err)
			}
		}
	})
}

func TestGCDAgreesWithPARI(t *testing.T) {
	cases(t, "gcd", func(r *poly.Ring, op string, args []string) {
		a, b, want := must(r, args[0]), must(r, args[1]), must(r, args[2])
		got, err := a.GCD(b, nil)
		if err != nil || !got.Equal(want.Primitive()) {
			t.Errorf("gcd of %s and %s: %v, %v, want %v", a, b, got, err, want)
		}
	})
}

func TestFactorAgreesWithPARI(t *testing.T) {
	cases(t, "factor", func(r *poly.Ring, op string, args []string) {
		p := must(r, args[0])
		f, err := p.Factor(nil)
		if err != nil {
			t.Errorf("factor %s: %v", p, err)
			return
		}
		checkFactors(t, p, f)
		want := map[string]string{}
		for i := 1; i < len(args); i += 2 {
			want[must(r, args[i]).Primitive().String()] = args[i+1]
		}
		if len(want) != len(f.Factors) {
			t.Errorf("factor %s: %v, want %v", p, f, want)
		}
		for _, x := range f.Factors {
			if want[x.Poly.String()] != strconv.FormatInt(x.Multiplicity, 10) || !x.Irreducible {
				t.Errorf("factor %s: %v, want %v", p, f, want)
			}
		}
	})
}

// checkFactors checks that the factors multiply to p.
func checkFactors(t *testing.T, p poly.Poly, f poly.Factorization) {
	t.Helper()
	back, err := f.Expand(p.Ring(), nil)
	if err != nil || !back.Equal(p) {
		t.Errorf("the factors of %s multiply to %v, %v", p, back, err)
	}
}

package algebra_test

import (
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/symbolic"
)

// A question is an input of testdata/*.txt with what SymPy says of it (see
// testdata/oracle.py).
type question struct {
	text  string
	lines []string
}

func questions(t testing.TB, name string) (list []question) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if line, ok := strings.CutPrefix(l, "\t"); ok {
			q := &list[len(list)-1]
			q.lines = append(q.lines, line)
		} else {
			list = append(list, question{text: l})
		}
	}
	if len(list) < 100 {
		t.Fatalf("%s has %d questions", name, len(list))
	}
	return list
}

// sample is a point at which no factor of a question vanishes by accident.
type sample map[string]*big.Rat

var samples = []sample{
	{"x": big.NewRat(17, 5), "y": big.NewRat(-23, 7), "z": big.NewRat(31, 3), "a": big.NewRat(41, 11), "b": big.NewRat(-59, 13), "c": big.NewRat(67, 17)},
	{"x": big.NewRat(-101, 19), "y": big.NewRat(211, 23), "z": big.NewRat(-307, 29), "a": big.NewRat(401, 31), "b": big.NewRat(503, 37), "c": big.NewRat(-601, 41)},
	{"x": big.NewRat(1009, 43), "y": big.NewRat(1013, 47), "z": big.NewRat(1019, 53), "a": big.NewRat(-1021, 59), "b": big.NewRat(1031, 61), "c": big.NewRat(1033, 67)},
}

// at computes a rational function exactly; nil stands for a division by zero.
func at(s *symbolic.Store, id symbolic.ID, p sample) *big.Rat {
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return new(big.Rat).Set(s.Number(id).Big())
	case symbolic.Symbol:
		return p[s.Name(id)]
	case symbolic.Sum:
		z := new(big.Rat).Set(s.Number(ops[0]).Big())
		for i := 1; i < len(ops); i += 2 {
			x := at(s, ops[i], p)
			if x == nil {
				return nil
			}
			z.Add(z, new(big.Rat).Mul(x, s.Number(ops[i+1]).Big()))
		}
		return z
	case symbolic.Product:
		z := new(big.Rat).Set(s.Number(ops[0]).Big())
		for i := 1; i < len(ops); i += 2 {
			x := atPower(s, ops[i], ops[i+1], p)
			if x == nil {
				return nil
			}
			z.Mul(z, x)
		}
		return z
	case symbolic.Power:
		return atPower(s, ops[0], ops[1], p)
	}
	panic("no rational function")
}

func atPower(s *symbolic.Store, base, exponent symbolic.ID, p sample) *big.Rat {
	x := at(s, base, p)
	n, ok := s.Number(exponent).Int64()
	if !ok {
		panic("no rational function")
	}
	z := big.NewRat(1, 1)
	for range max(n, -n) {
		z.Mul(z, x)
	}
	if n < 0 {
		if z.Sign() == 0 {
			return nil
		}
		z.Inv(z)
	}
	return z
}

// same tells whether two rational functions have the same values.
func same(s *symbolic.Store, a, b symbolic.ID) bool {
	for _, p := range samples {
		x, y := at(s, a, p), at(s, b, p)
		if x == nil || y == nil || x.Cmp(y) != 0 {
			return false
		}
	}
	return true
}

// proportional tells whether two rational functions differ by a number only.
func proportional(s *symbolic.Store, a, b symbolic.ID) bool {
	var k *big.Rat
	for _, p := range samples {
		x, y := at(s, a, p), at(s, b, p)
		if x == nil || y == nil || y.Sign() == 0 {
			return false
		}
		q := new(big.Rat).Quo(x, y)
		if k != nil && k.Cmp(q) != 0 {
			return false
		}
		k = q
	}
	return true
}

// factorsOf lists base and exponent of a product.
func factorsOf(s *symbolic.Store, id symbolic.ID) (bases []symbolic.ID, exps []int64) {
	ops := s.Operands(id)
	add := func(b, e symbolic.ID) {
		n, _ := s.Number(e).Int64()
		bases, exps = append(bases, b), append(exps, n)
	}
	switch s.Kind(id) {
	case symbolic.Number:
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			add(ops[i], ops[i+1])
		}
	case symbolic.Power:
		add(ops[0], ops[1])
	default:
		add(id, symbolic.One)
	}
	return bases, exps
}

func TestFactorsAreThoseOfSymPy(t *testing.T) {
	for _, q := range questions(t, "factor.txt") {
		c, f := parse(t, q.text)
		s := c.Store
		z, err := algebra.Factorize(s, f.Expr.ID(), algebra.Options{})
		if err != nil || z.Limit != "" {
			t.Fatalf("%s: %v %s", q.text, err, z.Limit)
		}
		if !same(s, z.Node, f.Expr.ID()) {
			t.Errorf("%s = %s is wrong", q.text, write(s, z.Node))
		}
		bases, exps := factorsOf(s, z.Node)
		if len(bases) != len(q.lines)-1 {
			t.Errorf("%s = %s has %d factors, not %d", q.text, write(s, z.Node), len(bases), len(q.lines)-1)
			continue
		}
		for _, l := range q.lines[1:] {
			n, want, _ := strings.Cut(l, ";")
			id := formula(t, c, want)
			if !slices.ContainsFunc(bases, func(b symbolic.ID) bool {
				return proportional(s, b, id) && strconv.FormatInt(exps[slices.Index(bases, b)], 10) == n
			}) {
				t.Errorf("%s = %s has no factor (%s)^%s", q.text, write(s, z.Node), want, n)
			}
		}
	}
}

// halves returns numerator and denominator of a product.
func halves(s *symbolic.Store, id symbolic.ID) (num, den symbolic.ID) {
	n, d := s.NewProduct(), s.NewProduct()
	bases, exps := factorsOf(s, id)
	for i, b := range bases {
		if exps[i] > 0 {
			n.MulPow(b, s.Int(exps[i]))
		} else {
			d.MulPow(b, s.Int(-exps[i]))
		}
	}
	if s.Kind(id) == symbolic.Number {
		n.MulNumber(s.Number(id))
	}
	return n.Product(), d.Product()
}

func TestTogetherIsInLowestTerms(t *testing.T) {
	for _, q := range questions(t, "together.txt") {
		c, f := parse(t, q.text)
		s := c.Store
		z, err := algebra.Together(s, f.Expr.ID(), algebra.Options{})
		if err != nil || z.Limit != "" {
			t.Fatalf("%s: %v %s", q.text, err, z.Limit)
		}
		num, den := formula(t, c, q.lines[0]), formula(t, c, q.lines[1])
		if !same(s, z.Node, s.Div(num, den)) {
			t.Errorf("%s = %s, but SymPy has (%s)/(%s)", q.text, write(s, z.Node), q.lines[0], q.lines[1])
		}
		if n, d := halves(s, z.Node); num != symbolic.Zero && (!proportional(s, n, num) || !proportional(s, d, den)) {
			t.Errorf("%s = %s is not in lowest terms (%s)/(%s)", q.text, write(s, z.Node), q.lines[0], q.lines[1])
		}
	}
}

func TestCollectedCoefficientsAreThoseOfSymPy(t *testing.T) {
	for _, q := range questions(t, "collect.txt") {
		c, f := parse(t, q.text)
		s := c.Store
		x := formula(t, c, "x")
		z, err := algebra.Collect(s, f.Expr.ID(), []symbolic.ID{x}, algebra.Options{})
		if err != nil || z.Limit != "" {
			t.Fatalf("%s: %v %s", q.text, err, z.Limit)
		}
		parts := []symbolic.ID{z.Node}
		if z.Order != nil {
			parts = parts[:0]
			for _, p := range z.Order[0].Parts {
				parts = append(parts, p.Node)
			}
		}
		for i, l := range q.lines {
			n, want, _ := strings.Cut(l, ";")
			if i >= len(parts) {
				t.Errorf("%s = %s has no term of power %s", q.text, write(s, z.Node), n)
				break
			}
			got := parts[i]
			if n == "0" { // written as several terms where it is a sum
				got = s.Add(parts[i:]...)
				parts = parts[:i+1]
			}
			if !same(s, got, formula(t, c, "("+want+")*x^"+n)) {
				t.Errorf("%s: the coefficient of x^%s is %s, not %s", q.text, n, write(s, got), want)
			}
		}
		if len(parts) != len(q.lines) {
			t.Errorf("%s = %s has %d powers, not %d", q.text, write(s, z.Node), len(parts), len(q.lines))
		}
		if z.Order != nil && s.Add(parts...) != z.Node && len(parts) == len(z.Order[0].Parts) {
			t.Errorf("%s: the terms do not add to %s", q.text, write(s, z.Node))
		}
	}
}

func TestPartialFractionsAreThoseOfSymPy(t *testing.T) {
	for _, q := range questions(t, "apart.txt") {
		c, f := parse(t, q.text)
		s := c.Store
		x := formula(t, c, "x")
		z, err := algebra.Apart(s, f.Expr.ID(), x, algebra.Options{})
		if err != nil || z.Limit != "" {
			t.Fatalf("%s: %v %s", q.text, err, z.Limit)
		}
		if !same(s, z.Node, f.Expr.ID()) {
			t.Errorf("%s = %s is wrong", q.text, write(s, z.Node))
		}
		parts := []symbolic.ID{z.Node}
		if z.Order != nil {
			parts = parts[:0]
			for _, p := range z.Order[0].Parts {
				parts = append(parts, p.Node)
			}
		}
		// Polynomials may be written with more or fewer terms.
		whole, rest := s.NewSum(), []symbolic.ID{}
		for _, p := range parts {
			if _, d := halves(s, p); s.Depends(d, x) {
				rest = append(rest, p)
			} else {
				whole.Add(p)
			}
		}
		found := 0
		for _, l := range q.lines {
			id := formula(t, c, l)
			if _, d := halves(s, id); !s.Depends(d, x) {
				whole.AddScaled(id, s.Number(symbolic.NegOne))
				continue
			}
			found++
			if !slices.ContainsFunc(rest, func(p symbolic.ID) bool { return same(s, p, id) }) {
				t.Errorf("%s = %s has no fraction %s", q.text, write(s, z.Node), l)
			}
		}
		if found != len(rest) {
			t.Errorf("%s = %s has %d fractions, not %d", q.text, write(s, z.Node), len(rest), found)
		}
		if w := whole.Sum(); !same(s, w, symbolic.Zero) {
			t.Errorf("%s = %s: the polynomial differs by %s", q.text, write(s, z.Node), write(s, w))
		}
	}
}

func TestExpansionsAreThoseOfSymPy(t *testing.T) {
	for _, q := range questions(t, "expand.txt") {
		c, f := parse(t, q.text)
		s := c.Store
		z, err := algebra.Expand(s, f.Expr.ID(), nil)
		if err != nil {
			t.Fatalf("%s: %v", q.text, err)
		}
		if want := formula(t, c, strings.Join(q.lines, " + ")); z != want {
			t.Errorf("%s = %s, not %s", q.text, write(s, z), write(s, want))
		}
	}
}

// What a small budget gives is true, though not complete, and says so.
func TestFactorsOfASmallBudgetAreTrue(t *testing.T) {
	limited := 0
	for _, q := range questions(t, "factor.txt") {
		for _, steps := range []int64{1, 200, 5_000, 50_000} {
			c, f := parse(t, q.text)
			z, err := algebra.Factorize(c.Store, f.Expr.ID(), algebra.Options{Budget: &poly.Budget{Steps: steps}})
			if err != nil || !same(c.Store, z.Node, f.Expr.ID()) {
				t.Fatalf("%s with %d steps: %s, %v", q.text, steps, write(c.Store, z.Node), err)
			}
			if z.Limit != "" {
				limited++
			}
		}
	}
	if limited == 0 {
		t.Error("no budget ended")
	}
}

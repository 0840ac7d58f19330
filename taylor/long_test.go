package taylor_test

import (
	"errors"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// Long expansions by programs and large integers begin like short ones, which are
// computed by recurrences in rational numbers.
func TestLongExpansionsBeginLikeShortOnes(t *testing.T) {
	for _, line := range []string{
		"1/sin(x) | order 60",
		"x/(exp(x)-1)^2 | order 50",
		"sqrt(sin(x)) | order 40 | side right",
		"log(sin(x)/x) | order 45",
		"exp(exp(x)) | order 40",
		"tan(x) | order 50 | at pi/4",
		"1/tanh(x)+log(x) | side right | order 40",
		"sin(sqrt(x)/(1-x)) | side right | order 20",
		"x*tanh(1/x) | at inf | order 40",
		"cot(x)^3 | order 36",
		"tanh(x/sin(x)-1) | order 40",
		"(1+x+sin(x)/9)^(1/3)/x | order 40",
		"exp(1/x)*x^2 | at inf | order 40",
		"sin(exp(x)-1)/x^2 | order 40",
		"sigmoid(a*x+b) | order 34",
		"exp(x)/x | order 40 | at 1",
		"exp(x)*sin(x)/(1+x) | order 40 | at 2",
		"1/(a+sin(x)) | order 24",
		"log(a+exp(b*x)) | order 24 | assume a>0",
		"sqrt(a+tan(b+x)) | order 24 | assume a>5, b>0, b<1",
		"tan(x)*exp(x) | order 33 | at 1",
	} {
		long, short := parseProblem(t, line), parseProblem(t, line)
		short.order = 8
		want, got := short.terms(t), long.terms(t)
		if len(want) == 0 || len(got) < 2*len(want) {
			t.Errorf("%s: %d terms, and %d to order %d", line, len(got), len(want), short.order)
			continue
		}
		for i, x := range want {
			if x != got[i] {
				t.Errorf("%s: term %d is %s in the long expansion, %s in the short one", line, i, got[i], x)
			}
		}
	}
}

// terms returns those of the expansion.
func (p problem) terms(t *testing.T) (list []string) {
	t.Helper()
	z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range z.Series {
		for _, term := range s.Terms {
			list = append(list, text(term.Expr()))
		}
	}
	return list
}

// What is allocated grows by less than 8 when the order is doubled, so that it is
// less than its cube. The coefficients together have about n^2·log(n) digits.
func TestWorkGrowsSlowlyWithTheOrder(t *testing.T) {
	for _, c := range []struct {
		line         string
		order        int
		once, double float64 // megabytes to the order and to twice the order
	}{
		{"sin(tanh(x))*exp(x)", 250, 1, 3},
		{"sigmoid(x)", 250, 1, 2},
		{"log(1+exp(x))", 250, 1, 2},
		{"tan(x) | at pi/4", 250, 1, 3},
		{"1/sin(x)", 250, 13, 62},
		{"exp(exp(x))", 125, 4, 16},
		{"exp(x)/x | at 1", 250, 5, 18},
		{"sigmoid(a*x+b)", 25, 2, 7},
	} {
		for i, megabytes := range []float64{c.once, c.double} {
			p := parseProblem(t, c.line)
			p.order = c.order << i
			effort.Bounded(t, megabytes, func() {
				if _, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options); err != nil {
					t.Errorf("%s: %v", c.line, err)
				}
			})
		}
	}
}

// The same holds for random formulas; SYMGRAD_TAYLOR_CASES says for how many.
func TestRandomLongExpansionsBeginLikeShortOnes(t *testing.T) {
	formulas := 30
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_TAYLOR_CASES")); err == nil {
		formulas = n
	}
	g := exprgen.New(19, exprgen.Options{Variables: []string{"x"}, Size: 6, NoBinders: true})
	points := []string{"0", "0", "inf"}
	compared := 0
	for i := range formulas {
		line := g.Real().String() + " | long and short | at " + points[i%len(points)]
		short, err := tryProblem(line)
		if err != nil {
			continue
		}
		long, err := tryProblem(line)
		if err != nil {
			t.Fatal(err)
		}
		short.order, long.order = 5, 34
		want, err := short.shortTerms()
		if err != nil {
			continue
		}
		got, err := long.shortTerms()
		var limit *symbolic.LimitError
		if errors.As(err, &limit) {
			continue
		}
		if d := cmp.Diff(want, got); err != nil || d != "" {
			t.Errorf("%s: %v (-short +long):\n%s", line, err, d)
		}
		compared++
	}
	if compared < formulas/3 {
		t.Errorf("only %d of %d formulas were compared", compared, formulas)
	}
}

// shortTerms returns the terms of order 5 and less from each side, but for those with
// symbolic exponents, which have no order.
func (p problem) shortTerms() (list []string, err error) {
	z, err := taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
	if err != nil {
		return nil, err
	}
	for _, s := range z.Series {
		for _, term := range s.Terms {
			if term.Power.Kind() != symbolic.Number {
				continue
			}
			e := term.Power.Number()
			if z.At.Infinity != 0 {
				e = e.Neg()
			}
			if e.Cmp(rational.Int(5)) <= 0 {
				list = append(list, s.Side.String()+" "+text(term.Expr()))
			}
		}
	}
	return list, nil
}

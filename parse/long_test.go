package parse_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/parse"
)

// Whatever stands round a long sum, the tree must be the one that a short name
// in its place gives, with the sum for the name.
func TestLongSumsInEveryPlace(t *testing.T) {
	const terms = 6000
	sum := "-α" + strings.Repeat(" + 2*x_1^2 − (y)", terms)
	want := strings.Repeat("(- (+ ", terms) + "(neg α)" + strings.Repeat(" (* 2 (^ x_1 2))) y)", terms)
	for _, place := range []string{
		"S", "(S)", "-(S)", "2*(S)", "(S)*2", "S + 1", "1 + (S)", "a*b + c - (S)*d", "((S))^2", "(S)[1]", "(S).T",
		"f(S)", "f(S, a)", "f(a, S, b + 1)", "f(a, b + (S))", "[S, S]", "x[S]", "S < a", "a < S", "a <= S = b + c", "S = S = S",
		"c ? S : a", "c ? a : S", "S > 0 ? S : S", "if(S > 0, S, S)", "a and S < b", "S < b or a", "not (S == a)",
		"f(S)+g(S)*h(1, S)", "((S) + (S))*((S) - 1) + 1", strings.Repeat(" ", 200) + "S" + strings.Repeat(" ", 200) + "+ y",
	} {
		short := read(t, place)
		long := read(t, strings.ReplaceAll(place, "S", sum))
		expected := strings.ReplaceAll(short.String(), "S", want)
		if got := long.String(); got != expected {
			t.Errorf("%s: the tree differs", place)
		}
	}
}

func TestSumsOfLongSums(t *testing.T) {
	inner := "(a" + strings.Repeat("+b", 20_000) + ")"
	want := strings.Repeat("(+ ", 20_000) + "a" + strings.Repeat(" b)", 20_000)
	formula := inner + strings.Repeat("-"+inner, 20)
	if got := read(t, formula).String(); got != strings.Repeat("(- ", 20)+want+strings.Repeat(" "+want+")", 20) {
		t.Error("the tree differs")
	}
}

func TestLongProductsInEveryPlace(t *testing.T) {
	const factors = 10_000
	product := "-α" + strings.Repeat("*x^-(y) /2", factors)
	want := strings.Repeat("(/ (* ", factors) + "(neg α)" + strings.Repeat(" (^ x (neg y))) 2)", factors)
	for _, place := range []string{
		"S", "(S)", "S + 1", "1 - (S)*a", "a - S*b", "S*a - S", "f(S, S)", "S < a", "a < S*2", "c ? S : S", "[S][1]", "(S)^2*(S)", "-(S)", "a/(S)",
	} {
		short := read(t, place)
		expected := strings.ReplaceAll(short.String(), "S", want)
		if got := read(t, strings.ReplaceAll(place, "S", product)).String(); got != expected {
			t.Errorf("%s: the tree differs", place)
		}
	}
}

func TestErrorsBehindLongSumsKeepTheirPlace(t *testing.T) {
	many := strings.Repeat("α+x[1]+", 20_000)
	for _, formula := range []string{many + "x[0]", many + "x[0]+" + many + "y"} {
		_, err := parse.Expr(formula, parse.Limits{})
		if err == nil || !strings.HasPrefix(err.Error(), "line 1, column 140003: an index is at least 1") {
			t.Errorf("error %v", err)
		}
	}
}

package oracle_test

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/oracle"
)

// wrong are verdicts that break what they promise, each in another way.
var wrong = []struct {
	claim     string // left | relation | right | assumptions
	answer    oracle.Answer
	complaint string
}{
	{"sqrt(x^2) | = | x |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"sqrt(x^2) | = | x |", oracle.Answer{Verdict: "conditional"}, "the relation fails"},
	{"x/x | = | 1 |", oracle.Answer{Verdict: "proved"}, "one side has a value"},
	{"x | = | if(x == 3, 7, x) |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"x+y | = | x+y+0^abs(x-2*y+1) |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"x | = | x+floor(sin(x)^2) |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"x | = | x+delta(x^2, 2) |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"sign(x)^2 | = | 1 | x:nonnegative", oracle.Answer{Verdict: "conditional"}, "the relation fails"},
	{"diff(abs(x)*x, x) | = | if(x == 0, 7, 2*abs(x)) |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"diff(sqrt(x^2), x) | = | sign(x) |", oracle.Answer{Verdict: "proved"}, "one side has a value"},
	{"diff(x^3, x) | = | 3*x^2+1e-15 |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"x^2 | < | x^2+y^2 |", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"floor(n/2) | != | n/2 | n:integer", oracle.Answer{Verdict: "proved"}, "the relation fails"},
	{"log(x^2) | = | 2*log(x) |", oracle.Answer{Verdict: "conditional", Conditions: []string{"x != 0"}}, "the conditions hold"},
	{"diff(sqrt(x)^2, x) | = | 1 |", oracle.Answer{Verdict: "conditional", Conditions: []string{"x >= 0"}}, "the conditions hold"},
	{"x^2 | = | x |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "1"}}, "the relation holds"},
	{"sqrt(x) | = | x |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "-1"}}, "a side has no value"},
	{"sqrt(x) | = | x | x < 2", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "4"}}, "an assumption fails"},
	{"n | = | n^2 | n:integer", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"n": "1/2"}}, "is not integer"},
	{"diff(abs(x), x) | = | 1 |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "0"}}, "a side has no value"},
	{"sin(x) | = | cos(x) |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "pi/4"}}, "the relation holds"},
	{"abs(x) | = | x |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "-1"}, HoldsIf: []string{"x <= 0"}}, "holds_if"},
}

func judge(t *testing.T, text string, a oracle.Answer, truth oracle.Truth) string {
	t.Helper()
	p := strings.Split(text, "|")
	c := oracle.Claim{Left: strings.TrimSpace(p[0]), Rel: strings.TrimSpace(p[1]), Right: strings.TrimSpace(p[2]), Truth: truth}
	if g := strings.TrimSpace(p[3]); g != "" {
		c.Assume = []string{g}
	}
	r, err := oracle.Judge(c, a, 1)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(r.Wrong, "; ")
}

func TestWrongVerdictsAreSeen(t *testing.T) {
	for _, c := range wrong {
		got := judge(t, c.claim, c.answer, oracle.Open)
		if !strings.Contains(got, c.complaint) {
			t.Errorf("%s %v: complaint %q, want %q", c.claim, c.answer, got, c.complaint)
		}
	}
	for _, c := range []struct {
		truth   oracle.Truth
		verdict string
	}{{oracle.True, "refuted"}, {oracle.False, "proved"}, {oracle.False, "conditional"}, {oracle.Empty, "refuted"}, {oracle.Empty, "proved"}} {
		if judge(t, "x | = | x |", oracle.Answer{Verdict: c.verdict}, c.truth) == "" {
			t.Errorf("nothing is said about %s of a claim that is %s", c.verdict, c.truth)
		}
	}
}

func TestRightVerdictsPass(t *testing.T) {
	for _, c := range []struct {
		claim  string
		answer oracle.Answer
	}{
		{"sqrt(x^2) | = | abs(x) |", oracle.Answer{Verdict: "proved"}},
		{"x/x | = | 1 |", oracle.Answer{Verdict: "conditional", Conditions: []string{"x != 0"}}},
		{"diff(abs(x)*x, x) | = | 2*abs(x) |", oracle.Answer{Verdict: "proved"}},
		{"diff(x^x, x) | = | x^x*(1+log(x)) |", oracle.Answer{Verdict: "proved"}},
		{"diff(2*sin(x*exp(x^2))*cos(x*exp(x^2)), x) | = | 2*cos(2*x*exp(x^2))*(1+2*x^2)*exp(x^2) | x == -835/37", oracle.Answer{Verdict: "proved"}},
		{"digamma(tanh(x))+1/tanh(x) | = | digamma(tanh(x)+1) | x == -571/37", oracle.Answer{Verdict: "conditional", Conditions: []string{"tanh(x) != -1"}}},
		{"diff(sin(10^80*x)/10^80, x) | = | cos(10^80*x) |", oracle.Answer{Verdict: "proved"}},
		{"sin(x) | < | 2 |", oracle.Answer{Verdict: "proved"}},
		{"abs(x) | = | x |", oracle.Answer{Verdict: "refuted", Witness: map[string]string{"x": "-1"}, HoldsIf: []string{"x >= 0"}}},
		{"floor(x+n) | = | floor(x)+n | n:integer", oracle.Answer{Verdict: "proved"}},
		{"tan(x) | = | sin(x)/cos(x) |", oracle.Answer{Verdict: "proved"}},
	} {
		if got := judge(t, c.claim, c.answer, oracle.Open); got != "" {
			t.Errorf("%s: %s", c.claim, got)
		}
	}
}

package protocol

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/certify"
)

// answerTo returns what people read, or the error.
func answerTo(t *testing.T, req Request) string {
	t.Helper()
	a := Do(req, Options{})
	var b strings.Builder
	if err := a.Text(&b); err != nil {
		return "error: " + err.Error()
	}
	return strings.TrimSpace(b.String())
}

// What intervals of no precision decide is decided by proofs, and what has no value has
// none, whatever doubles say.
func TestEvalAtZerosThatAreProved(t *testing.T) {
	at := func(list ...string) map[string]string {
		m := map[string]string{}
		for i := 0; i < len(list); i += 2 {
			m[list[i]] = list[i+1]
		}
		return m
	}
	for _, c := range []struct {
		expr string
		at   map[string]string
		want string
	}{
		{"tan(pi*x)", at("x", "5/2"), "error: the formula has no value: cos(pi*x) != 0 does not hold"},
		{"1/sin(x)", at("x", "10^20*pi"), "error: the formula has no value"},
		{"1/(sin(x)^2+cos(x)^2-1)", at("x", "3"), "error: the formula has no value"},
		{"gamma(x)", at("x", "sin(1)^2+cos(1)^2-1"), "error: the formula has no value"},
		{"diff(abs(sin(x)), x)", at("x", "10^20*pi"), "error: the formula has no value"},
		{"sqrt(2*log(y)-log(x))", at("x", "5", "y", "sqrt(5)"), "0"},
		{"if(gamma(1/2)^2 == pi, 1, 0)", nil, "1"},
		{"if(x^2 != 2, 0, pi)", at("x", "sqrt(2)"), "3.141592653589793"},
		{"if(x^2 < 2 or x > 2, 1, 5)", at("x", "sqrt(2)"), "5"},
		{"if(log(gamma(1/2)^2-pi) > 0 or x == 1, 1, 0)", at("x", "1"), "error: "}, // the first part has no value
		{"sqrt(x^2-2)", at("x", "sqrt(2)"), "0"},
	} {
		if got := answerTo(t, Request{Op: "eval", Expr: c.expr, At: c.at}); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s at %v is %q, want %q", c.expr, c.at, got, c.want)
		}
	}
}

// Chains are judged as a whole.
func TestChains(t *testing.T) {
	for _, c := range []struct{ expr, want, not string }{
		{"sqrt(x^2)=x=x+1", "refuted", "if x >= 0"},
		{"x=x=sqrt(x^2)", "x >= 0", "undecided"},
		{"log(x)*0=0=0*log(-x)", "undecided", "where"},
		{"log(x)*0=0=0*log(x-1)", "x > 1", "undecided"},
	} {
		if got := answerTo(t, Request{Op: "prove", Expr: c.expr}); !strings.Contains(got, c.want) || strings.Contains(got, c.not) {
			t.Errorf("%s: %s, want %s and not %s", c.expr, got, c.want, c.not)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	for _, c := range []struct {
		req  Request
		want string
	}{
		{Request{Op: "subs", Expr: "sum(i,1,n,a[i])", At: map[string]string{"n": "1/2"}}, "error: a bound of a sum or product is no integer there"},
		{Request{Op: "subs", Expr: "v*x", Let: []string{"v=x^2"}, At: map[string]string{"x": "2"}}, "8"},
		{Request{Op: "simplify", Expr: "f(1/2)", Let: []string{"f(n)=sum(i,1,n,x)"}}, "error: a bound of a sum or product is a number, but no integer"},
		{Request{Op: "prove", LHS: "x", RHS: "x", Rel: "=1+"}, "error: the relations are"},
		{Request{Op: "prove", LHS: "x", RHS: "x", Rel: "<=-"}, "error: the relations are"},
		{Request{Op: "prove", Expr: "pi > 3", Assume: []string{"pi:integer"}}, "error: assume: pi is a number"},
		{Request{Op: "limit", Expr: "x^2", Wrt: []string{"x"}, At: map[string]string{"x": "sqrt(a)"}, Assume: []string{"a<0"}}, "error: at: the point has no value where the assumptions hold"},
		{Request{Op: "limit", Expr: "x", Wrt: []string{"x"}, At: map[string]string{"x": "a/a"}}, "1\nwhere a != 0"},
		{Request{Op: "taylor", Expr: "exp(x)", Wrt: []string{"x"}, At: map[string]string{"x": "log(a)"}}, "a+a*(x-log(a))"},
		{Request{Op: "activation", Expr: "relu(x-c)"}, "relu(x-c)\n  near 0     value relu(-c), slope step(-c); smooth (analytic)\n  where      c != 0"},
		{Request{Op: "activation", Expr: "sigmoid", Wrt: []string{"v"}}, "sigmoid\n  near 0     value 1/2, slope 1/4"},
	} {
		if got := answerTo(t, c.req); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s %s: %q, want %q", c.req.Op, c.req.Expr, got, c.want)
		}
	}
}

// An alternative that holds says nothing where one before it may have no value.
func TestAlternativesFromLeftToRight(t *testing.T) {
	s := newSession(Request{}, Options{})
	v := &evaluation{s: s, st: s.scope.Store}
	for text, want := range map[string]certify.Truth{
		"gamma(1/2)^2 == pi or log(gamma(1/2)^2-pi) > 0":  certify.Yes,
		"log(gamma(1/2)^2-pi) > 0 or gamma(1/2)^2 == pi":  certify.Unknown,
		"log(gamma(1/2)^2-pi) > 0 and gamma(1/2)^2 != pi": certify.Unknown,
		"gamma(1/2)^2 != pi and log(gamma(1/2)^2-pi) > 0": certify.No,
	} {
		cond, err := s.scope.Condition(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := v.byProof(cond.ID()); got != want {
			t.Errorf("%s is %v, want %v", text, got, want)
		}
	}
}

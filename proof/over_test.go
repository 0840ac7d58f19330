package proof_test

import (
	"slices"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A proof about the body of a sum says what its index is; nothing else may be known of
// the symbol, nor may steps be missing.
func TestBodiesFromFilesAreChecked(t *testing.T) {
	r := newRoom(t, "log(x-5)+log(y)+sum(k, 1, n, abs(k-3)+abs(k))")
	sum := r.node("sum(k, 1, n, abs(k-3)+abs(k))")
	step := func(index string, from, to string) proof.Step {
		return proof.Step{Kind: proof.ByBody, From: sum, To: r.node("sum(k, 1, n, " + to + ")"), Bind: []symbolic.ID{r.node(index), r.node(replaced(to, index))}, Cases: []proof.Case{{
			Cond:  r.cond("1 <= " + index + " and " + index + " <= n and floor(" + index + ") == " + index),
			Steps: []proof.Step{{Kind: proof.ByRule, Name: "absolute-of-nonnegative", From: r.node("abs(" + replaced(from, index) + ")"), To: r.node(replaced(from, index)), Bind: r.nodes(replaced(from, index))}},
		}}}
	}
	ring := func(st proof.Step) proof.Step { // of the body
		k := &st.Cases[0]
		in := r.s.Substitute(r.node("abs(k-3)+abs(k)"), map[symbolic.ID]symbolic.ID{r.node("k"): st.Bind[0]})
		k.Steps = append(slices.Clone(k.Steps), proof.Step{Kind: proof.ByRing, From: in, To: st.Bind[1], Uses: []int{0}})
		return st
	}
	good := ring(step("j", "k", "abs(k-3)+k"))
	if _, err := r.c.Accept(good); err != nil {
		t.Fatal(err)
	}
	if err := r.scope.Shape("b=h"); err != nil {
		t.Fatal(err)
	}
	for what, st := range map[string]proof.Step{
		"the name of a size":                 ring(step("h", "k", "abs(k-3)+k")),
		"a variable of which more is known":  ring(step("x", "k-3", "k-3+abs(k)")),
		"what does not hold for every index": ring(step("j", "k-3", "k-3+abs(k)")),
		"a body without a proof":             step("j", "k", "abs(k-3)+k"),
		"another condition": func() proof.Step {
			st := ring(step("j", "k", "abs(k-3)+k"))
			st.Cases[0].Cond = r.cond("j > 3")
			return st
		}(),
		"another result": func() proof.Step {
			st := ring(step("j", "k", "abs(k-3)+k"))
			st.To = r.node("sum(k, 1, n, k)")
			return st
		}(),
		"no case": func() proof.Step { st := ring(step("j", "k", "abs(k-3)+k")); st.Cases = nil; return st }(),
		"no sum":  func() proof.Step { st := ring(step("j", "k", "abs(k-3)+k")); st.From = r.node("x"); return st }(),
	} {
		if _, err := r.c.Accept(st); err == nil {
			t.Errorf("%s was accepted", what)
		}
	}
}

// replaced has another name for k.
func replaced(text, index string) string {
	out := ""
	for _, c := range text {
		if c == 'k' {
			out += index
		} else {
			out += string(c)
		}
	}
	return out
}

// Of a formula that was made nobody knows where its parts had values as they were written:
// of t-t+sqrt(t)^2 only t is left.
func TestDerivativesOfWhatWasMade(t *testing.T) {
	r := &room{T: t, s: symbolic.NewStore()}
	r.scope = read.NewScope(r.s, read.Default())
	x, u := r.node("x"), r.node("u")
	made := func(point symbolic.ID) read.Formula {
		return read.Formula{Expr: r.s.Expr(r.s.Derivative(x, x, symbolic.One, point)), Domain: r.s.Expr(symbolic.True)}
	}
	one := read.Formula{Expr: r.s.Expr(symbolic.One), Domain: r.s.Expr(symbolic.True)}
	if !proof.NewClaim(r.scope, made(r.s.Add(u, u)), symbolic.Equal, one).Lost() {
		t.Error("a derivative at another point is not open")
	}
	if proof.NewClaim(r.scope, made(x), symbolic.Equal, one).Lost() {
		t.Error("a derivative at its variable is open")
	}
}

// What comes before a sum has to have a value where the sum is empty, too.
func TestLinearityKeepsTheDomain(t *testing.T) {
	for _, c := range []struct {
		formula, sum string
		ok           bool
	}{
		{"sum(i, 1, n, y*a[i]+z)", "sum(i, 1, n, y*a[i]+z)", true},
		{"sum(i, 1, n, a[i]/y)", "sum(i, 1, n, a[i]/y)", false},
		{"1/y+sum(i, 1, n, a[i]/y)", "sum(i, 1, n, a[i]/y)", true},
		{"sum(i, 1, n, a[r]*a[i])", "sum(i, 1, n, a[r]*a[i])", false}, // where r is no integer there is no entry
		{"log(r-1)+sum(i, 1, n, a[r]*a[i])", "sum(i, 1, n, a[r]*a[i])", false},
		{"sum(i, 1, n, a[3]*a[i])", "sum(i, 1, n, a[3]*a[i])", true},
		{"prod(i, 1, n, y*a[i])", "prod(i, 1, n, y*a[i])", false},
	} {
		r := newRoom(t, c.formula)
		sum := r.node(c.sum)
		to, _ := r.s.SumsOfTerms(sum)
		if to == sum {
			t.Errorf("%s is not taken apart", c.sum)
		}
		if _, err := r.c.Accept(proof.Step{Kind: proof.ByLinearity, From: sum, To: to}); (err == nil) != c.ok {
			t.Errorf("%s in %s: %v", c.sum, c.formula, err)
		}
	}
}

package simplify_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// equation reads a claim and assumptions.
func equation(t testing.TB, left, right string, assume ...string) proof.Claim {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, a := range assume {
		if err := scope.Assume(a); err != nil {
			t.Fatal(err)
		}
	}
	l, err := scope.Formula(left)
	if err != nil {
		t.Fatal(err)
	}
	r, err := scope.Formula(right)
	if err != nil {
		t.Fatal(err)
	}
	return proof.NewClaim(scope, l, symbolic.Equal, r)
}

// prove tells whether a prover finds a proof.
func prove(t testing.TB, c proof.Claim) bool {
	t.Helper()
	p := simplify.NewProver(c.Checker(), c.Scope.Library)
	ok, err := p.Equal(c.Left.Expr.ID(), c.Right.Expr.ID())
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

// equations has for each means of the prover some that need it, and for each
// of them a neighbour that is not true, or not everywhere.
var equations = []struct {
	means, left, right, near string
	assume                   []string
}{
	{means: "canonical form", left: "x+x", right: "2*x", near: "3*x"},
	{means: "normal form", left: "(x+1)^3-(x-1)^3", right: "6*x^2+2", near: "6*x^2+3"},
	{means: "normal form", left: "1/(x-1)-1/(x+1)", right: "2/(x^2-1)", near: "2/(x^2+1)"},
	{means: "normal form", left: "sqrt(x+1)^3", right: "(x+1)*sqrt(x+1)", near: "x*sqrt(x+1)"},
	{means: "exponents", left: "x^(n+1)/x", right: "x^n", near: "x^(n+1)", assume: []string{"x:positive"}},
	{means: "exponents", left: "(x^2+1)^(1/(x^2+1))/(x^2+1)", right: "(x^2+1)^(-x^2/(x^2+1))", near: "(x^2+1)^(x^2/(x^2+1))"},
	{means: "exponents", left: "4^n", right: "2^n*2^n", near: "2^n*2^(n+1)"},
	{means: "definitions", left: "tanh(x)", right: "1-2/(exp(2*x)+1)", near: "1-2/(exp(x)+1)"},
	{means: "definitions", left: "sigmoid(x)+sigmoid(-x)", right: "1", near: "2"},
	{means: "terms", left: "sum(i, 1, 3, x^i)", right: "x+x^2+x^3", near: "x+x^2+x^4"},
	{means: "index", left: "sum(i, 1, n, a[i])", right: "sum(k, 1, n, a[k])", near: "sum(k, 1, n, a[n])"},
	{means: "index", left: "prod(i, 1, n, sum(j, 1, i, a[j]))", right: "prod(j, 1, n, sum(i, 1, j, a[i]))", near: "prod(j, 1, n, sum(i, 1, n, a[i]))"},
	{means: "linearity", left: "sum(i, 1, n, x*a[i]+1)", right: "x*sum(i, 1, n, a[i])+sum(i, 1, n, 1)", near: "x*sum(i, 1, n, a[i])+1"},
	{means: "body", left: "sum(i, 1, n, (a[i]+x)^2)", right: "sum(k, 1, n, a[k]^2)+2*x*sum(k, 1, n, a[k])+x^2*sum(k, 1, n, 1)", near: "sum(k, 1, n, a[k]^2)+x^2*sum(k, 1, n, 1)"},
	{means: "body", left: "sum(i, 1, n, sum(k, 1, n, a[i]*a[k]))", right: "sum(i, 1, n, a[i])^2", near: "sum(i, 1, n, a[i]^2)"},
	{means: "terms", left: "prod(i, 2, 4, i*x)", right: "24*x^3", near: "12*x^3"},
	{means: "terms", left: "sum(i, 1, 3, sum(j, 1, i, x*j))", right: "10*x", near: "9*x"},
	{means: "terms", left: "diff(sum(i, 1, n, (w*x[i]-y[i])^2), w)", right: "2*sum(i, 1, n, x[i]*(w*x[i]-y[i]))", near: "sum(i, 1, n, x[i]*(w*x[i]-y[i]))"},
	{means: "terms", left: "diff(sum(i, 1, 2, sin(i*x)), x)", right: "cos(x)+2*cos(2*x)", near: "cos(x)+cos(2*x)"},
	{means: "angles", left: "sin(3*x)", right: "3*sin(x)-4*sin(x)^3", near: "3*sin(x)-4*cos(x)^3"},
	{means: "angles", left: "cos(x+y)*cos(x-y)", right: "cos(x)^2-sin(y)^2", near: "cos(x)^2-cos(y)^2"},
	{means: "angles", left: "tan(x/2)", right: "sin(x)/(1+cos(x))", near: "sin(x)/(1-cos(x))"},
	{means: "constants", left: "cos(pi/7)*cos(2*pi/7)*cos(3*pi/7)", right: "1/8", near: "1/9"},
	{means: "radicals", left: "sqrt(x^2)", right: "abs(x)", near: "x"},
	{means: "radicals", left: "sqrt(3+2*sqrt(2))", right: "1+sqrt(2)", near: "2+sqrt(2)"},
	{means: "radicals", left: "sqrt(x*y)", right: "sqrt(x)*sqrt(y)", near: "sqrt(x)+sqrt(y)", assume: []string{"x>=0", "y>=0"}},
	{means: "logarithms", left: "log(6)", right: "log(2)+log(3)", near: "log(2)*log(3)"},
	{means: "logarithms", left: "log(x^2)", right: "2*log(abs(x))", near: "log(abs(x))"},
	{means: "logarithms", left: "exp(2*log(x)+y)", right: "x^2*exp(y)", near: "x*exp(y)"},
	{means: "constants", left: "sqrt(2)+sqrt(3)", right: "sqrt(5+2*sqrt(6))", near: "sqrt(5+2*sqrt(7))"},
	{means: "cases", left: "abs(x)", right: "if(x>0,x,-x)", near: "if(x>1,x,-x)"},
	{means: "cases", left: "max(x,y)+min(x,y)", right: "x+y", near: "x-y"},
	{means: "cases", left: "abs(x-1)+abs(x+1)", right: "if(x<-1,-2*x,if(x>1,2*x,2))", near: "if(x<-1,-2*x,if(x>1,2*x,3))"},
	{means: "slope", left: "atan(x)+atan(1/x)", right: "pi/2", near: "-pi/2", assume: []string{"x>0"}},
	{means: "slope", left: "asin(x)+acos(x)", right: "pi/2", near: "pi/3"},
	{means: "derivatives", left: "diff(x^3*exp(x),x)", right: "(3*x^2+x^3)*exp(x)", near: "(2*x^2+x^3)*exp(x)"},
	{means: "derivatives", left: "diff(log(x+sqrt(x^2+1)),x)", right: "1/sqrt(x^2+1)", near: "1/sqrt(x^2-1)"},
	{means: "special values", left: "gamma(5)", right: "24", near: "120"},
}

func TestProverFindsProofs(t *testing.T) {
	for _, e := range equations {
		t.Run(e.means, func(t *testing.T) {
			c := equation(t, e.left, e.right, e.assume...)
			if !prove(t, c) {
				t.Errorf("%s = %s is not proved", e.left, e.right)
			}
			if prove(t, equation(t, e.left, e.near, e.assume...)) {
				t.Errorf("%s = %s is proved", e.left, e.near)
			}
		})
	}
}

// A proof stands whatever is added to both sides, but for bounds of constants.
func TestProverFindsProofsOfSums(t *testing.T) {
	for i, e := range equations {
		next := equations[(i+1)%len(equations)]
		if e.means == "constants" || next.means == "constants" {
			continue
		}
		c := equation(t, e.left+"+("+next.left+")", e.right+"+("+next.right+")", append(e.assume[:len(e.assume):len(e.assume)], next.assume...)...)
		if !prove(t, c) {
			t.Errorf("%s = %s is not proved with %s = %s", e.left, e.right, next.left, next.right)
		}
	}
}

func TestNormalizeIsAStep(t *testing.T) {
	c := equation(t, "(x^2-1)/(x-1)", "0")
	checker := c.Checker()
	z, err := simplify.NewProver(checker, c.Scope.Library).Normalize(c.Left.Expr.ID())
	if err != nil || c.Scope.Store.Expr(z) != formula(t, c, "x+1") {
		t.Fatal(c.Scope.Store.Expr(z), err)
	}
	if !checker.Concludes(c.Left.Expr.ID(), z) {
		t.Error("the checker has no such step")
	}
}

func formula(t testing.TB, c proof.Claim, text string) symbolic.Expr {
	f, err := c.Scope.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	return f.Expr
}

func BenchmarkProve(b *testing.B) {
	for i, e := range equations {
		if i > 0 && equations[i-1].means == e.means {
			continue
		}
		b.Run(e.means, func(b *testing.B) {
			for b.Loop() {
				prove(b, equation(b, e.left, e.right, e.assume...))
			}
		})
	}
}

func ExampleProver_Equal() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	left, _ := scope.Formula("diff(log(cosh(x)), x)")
	right, _ := scope.Formula("tanh(x)")
	claim := proof.NewClaim(scope, left, symbolic.Equal, right)
	checker := claim.Checker()
	ok, _ := simplify.NewProver(checker, scope.Library).Equal(left.Expr.ID(), right.Expr.ID())
	fmt.Println(ok)
	for _, st := range checker.Steps() {
		fmt.Println(strings.TrimSpace(fmt.Sprint(st.Kind, " ", st.Name)))
	}
	// Output:
	// true
	// derivative
	// rule hyperbolic-tangent
	// rule hyperbolic-sine
	// rule hyperbolic-cosine
	// rule exponential-of-multiple
	// ring
}

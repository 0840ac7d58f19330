package taylor_test

import (
	"errors"
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// fuzzOrder is that of the expansions which are compared with derivatives.
const fuzzOrder = 3

// FuzzTaylor reads any text and expands it at a rational point, or at infinity if
// the denominator is 0. Nothing panics. Expansions are approached by values near
// the point. Where package diff finds that the formula is smooth, there is one
// expansion, and its coefficients are those of Taylor's formula.
func FuzzTaylor(f *testing.F) {
	for i, seed := range []string{
		"sin(x)/x", "x^x", "sqrt(x)*exp(x)", "log(1+exp(x))", "abs(x)^3", "selu(x)", "floor(x)*x", "if(x>0,exp(-1/x),0)",
		"gamma(x)", "1/(exp(x)-1)", "(1+1/x)^x", "atan2(x,1)", "max(x,x^2,1)", "sum(j,1,3,sin(j*x))", "diff(sin(t)*x,t,1,x)",
		"x^2*sin(1/x)", "erf(x)/x", "hypot(x,1)", "log(log(x))", "acosh(1+x^2)", "(x^2)^(1/2)", "0^x", "cbrt(x)^3", "polygamma(1,x)",
		"prod(j,1,3,x-j)", "exp(exp(1/x))", "delta(x,0)", "hardshrink(x)", "asin(1-x)", "2^(1/x)",
	} {
		f.Add(seed, int64(i%5-2), int64(i%3))
	}
	g := exprgen.New(11, exprgen.Options{Variables: []string{"x"}, Size: 8})
	for i := range 20 {
		f.Add(g.Real().String(), int64(i%7-3), int64(1+i%3))
	}
	f.Fuzz(func(t *testing.T, text string, num, den int64) {
		if len(text) > 200 || num < -1000 || num > 1000 || den < 0 || den > 1000 {
			return
		}
		scope := read.NewScope(symbolic.NewStoreLimits(symbolic.Limits{Nodes: 100_000, NumberBits: 1 << 12}), read.Default())
		formula, err := scope.Formula(text)
		if err != nil {
			return
		}
		s := scope.Store
		p := problem{scope: scope, formula: formula, variables: []symbolic.Expr{s.Symbol("x")}, order: fuzzOrder}
		if den == 0 {
			p.options.At.Infinity = 1 - 2*int(num&1)
		} else {
			p.options.At.Value = s.Rational(rational.New(num, den))
		}
		z, err := taylor.Expand(scope, formula, p.variables[0], fuzzOrder, p.options)
		if !expandable(err) {
			t.Fatal(err)
		}
		if err == nil && onlyOf(s, formula, p.variables[0].ID()) {
			testApproach(t, text, p, z)
		}
		if den == 0 {
			return
		}
		if _, err := agrees(p); errors.Is(err, errDisagrees) {
			t.Errorf("%s at %d/%d: %v", text, num, den, err)
		}
	})
}

// onlyOf tells whether a formula has no other symbols.
func onlyOf(s *symbolic.Store, f read.Formula, x symbolic.ID) bool {
	for _, id := range []symbolic.ID{f.Expr.ID(), f.Domain.ID()} {
		for _, y := range s.FreeSymbols(id) {
			if x != y {
				return false
			}
		}
	}
	return true
}

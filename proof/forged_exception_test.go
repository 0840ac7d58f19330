package proof_test

import (
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// failing are claims that fail at one point or on an interval, and hold elsewhere.
var failing = []string{
	"diff(x*abs(x), x) = if(x == 0, 1, 2*abs(x))",
	"diff(x*abs(x), x) = 2*abs(x)+0^abs(x)",
	"diff(x*abs(x), x) = if(x > 0, 2*abs(x), 5)+0*sqrt(x)",
	"diff(x*abs(x), x) = if(x < 0, 2*abs(x), 5)+0*sqrt(-x)",
	"diff(x*abs(x), x) = if(x > 0, 2*abs(x), 5)+0*log(x+1)+0*asin(x)",
	"diff(x*abs(x), x) = if(x > 0, 2*x, if(x < 0, -2*x, 3))",
	"diff(x^3, x) = if(x > 1, 3*x^2, 7)",
	"diff(x^3, x) = if(x > 1 or x < 0, 3*x^2, 7)",
	"diff(x^2*sqrt(x), x) = if(x > 1, 5/2*x*sqrt(x), 7)",
	"diff(sqrt(x^4), x) = 2*x+0^(x^2)",
	"diff(sqrt(x^4), x) = if(x > 0, 2*x, 1)+0*sqrt(x)",
	"diff(max(x, 0)^2, x) = if(x <= 0, if(x < 0, 0, 1), 2*x)",
	"diff(max(x, 0)^2, x) = 2*max(x, 0)+1-abs(sign(x))",
	"diff(abs(x-1)*(x-1), x) = if(x == 1, 1, 2*abs(x-1))",
	"diff(abs(x-1)*(x-1), x) = if(x > 1, 2*x-2, 1)+0*sqrt(x-1)",
	"diff((x*(x-1))^2*sign(x), x) = if(x == 0, 1, 2*x*(x-1)*(2*x-1)*sign(x))",
	"diff((x^2)^(3/2), x) = if(x > 0, 3*x*abs(x), 1)+0*sqrt(x)*sqrt(1-x)",
	"diff(if(x > 0, x^2, 0), x) = if(x > 0, 2*x, 0)+0^abs(x)",
	"diff(if(x > 0, x^2, 0), x) = if(x > 0, 2*x, 0)+1-sign(x)^2",
	"diff(relu(relu(x))*x, x) = 2*relu(x)+0^abs(x)",
	"diff(max(0, min(x, 1))*x*(x-1), x) = if(x > 1, 2*x-1, if(x > 0, 3*x^2-2*x, 0))+0^abs(x)",
	"diff(abs(relu(x))^3, x) = if(x >= 0, 3*x^2, 1)",
	"diff((1+cos(x))^(3/2), x) = -3/2*sin(x)*sqrt(1+cos(x))+0^(1+cos(x))",
}

// parts are what the conditions of forged exceptions are made of: they vanish, end or
// jump at 0 and at 1.
var parts = []string{
	"x", "x-1", "-x", "x^2", "x*(x-1)", "abs(x)", "sqrt(x)", "x*sqrt(x)", "x+x*sqrt(x)", "x-x*sqrt(x)", "sqrt(x-1)", "sqrt(-x)", "sqrt(1-x)", "log(x)", "log(x+1)", "1/x", "1/x-1",
	"asin(x)", "asin(x+1)-pi/2", "acosh(x+1)", "exp(x)-1", "sin(x)", "sin(x)*sqrt(x)", "if(x > 0, x, 1)", "if(x > 0, x, -x)", "floor(x)", "sign(x)", "step(x)", "x^3", "x^(1/3)", "cbrt(x)",
	"x*log(x)", "sqrt(x)-x", "1+cos(x)", "x^x-1", "sqrt(x^2)", "x+sqrt(x^2)", "x*floor(x)", "atan(1/x)", "max(x, 0)",
}

func TestForgedExceptionsAreRejected(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	some := func(list []string) string { return list[rng.IntN(len(list))] }
	relations := []string{" != 0", " > 0", " < 0", " >= 0"}
	forge := func() string {
		z := some(parts) + some(relations)
		switch rng.IntN(4) {
		case 0:
			z += " or " + some(parts) + some(relations)
		case 1:
			z += " and " + some(parts) + some(relations)
		}
		return z
	}
	tried := 0
	for _, line := range failing {
		for range 120 {
			claims, err := statement(t, line).Claims(read.NewScope(symbolic.NewStore(), read.Default()))
			if err != nil {
				t.Fatal(err)
			}
			claim := claims[0]
			text := forge()
			cond, err := claim.Scope.Condition(text)
			if err != nil {
				t.Fatal(err)
			}
			p := &proof.Proof{Except: []symbolic.ID{cond.ID()}}
			if rng.IntN(2) == 0 { // with the conditions of the rules
				_, conds, err := proof.Conditions(claim.Scope.Library, claim.Scope.Store, claim.Left.Expr.ID())
				if err != nil {
					t.Fatal(err)
				}
				p.Except = append(p.Except, conds...)
			}
			checker := claim.Checker(p.Except...)
			if found, err := simplify.NewProver(checker, claim.Scope.Library).Equal(claim.Left.Expr.ID(), claim.Right.Expr.ID()); !found || err != nil {
				continue
			}
			p.Steps = checker.Steps()
			points := sample(claim, p.Except, 3).points
			for _, p.Point = range points {
				tried++
				if _, err := proof.Check(claim, p); err == nil {
					t.Errorf("%s, but %s: accepted", line, text)
				}
			}
		}
		if line == failing[0] && tried == 0 {
			t.Fatal("no forged exception has a proof")
		}
	}
	if tried < 500 {
		t.Errorf("%d proofs with forged exceptions were tried", tried)
	}
}

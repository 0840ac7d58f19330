package proof_test

import (
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// Each equation has a proof wherever the rules of differentiation apply. At the
// points where they do not, half of them fail.
func TestExceptionsAtWhichAClaimFailsAreRejected(t *testing.T) {
	for _, c := range []struct {
		line, except string
		holds        bool
	}{
		{"diff(x*abs(x), x) = 2*abs(x)", "x != 0", true},
		{"diff(x*abs(x), x) = if(x == 0, 1, 2*abs(x))", "x != 0", false},
		{"diff((x-a)*abs(x-a), x) = 2*abs(x-a)", "x-a != 0", true},
		{"diff((x-a)*abs(x-a), x) = if(x == a, 1, 2*abs(x-a))", "x-a != 0", false},
		{"diff(x^2*sign(x), x) = if(x == 0, 1, 2*x*sign(x))", "x != 0", false},
		{"diff(max(x, 0)^2, x) = 2*max(x, 0)", "x != 0", true},
		{"diff(max(x, 0)^2, x) = 2*max(x, 0)+1-abs(sign(x))", "x != 0", false},
		{"diff(a*abs(x), x) = if(x == 0, 1, a*sign(x))", "x != 0", false}, // it fails at a = 0
		{"diff(sin(x)*abs(sin(x)), x) = 2*abs(sin(x))*cos(x)", "sin(x) != 0", true},
		{"diff(x*abs(x), x) = if(x > 1, 7, 2*abs(x))", "x < 1, x != 0", false},              // no isolated points
		{"diff(x*abs(x), x) = if(x < 1/2, 1, 2*abs(x)) | x == 0 or x > 1", "x != 0", false}, // 0 is alone in the region
		// What assumptions and vanished parts say of one side of 0 is not so on the other.
		{"diff(x*abs(x)+abs(x-1/2), x) = 2*abs(x)+sign(x-1/2)+1-sign(x)^2 | x*(x-1) >= 0", "x != 0", false},
		{"diff(x*abs(x)+abs(x-1/2), x) = 2*abs(x)-1 | x < 1/2", "x != 0", true},
		{"diff(if(x < 0, x^2, 0), x) = 1-step(x) | x >= 0", "x > 0", false},
		{"diff(if(-x > 0, -x, 0)+if(x >= 0, 0, x), x) = 1-step(x) | x >= 0", "x > 0", false},
		{"diff(x*abs(x), x)+0*sqrt(x^2*(x-1)) = 2*abs(x)+min(0, x-1)", "x != 0", false},
		// Conditions that say more where they have values: on the left of 0 they have none.
		{"diff(x*abs(x), x) = if(x > 0, 2*abs(x), 5)+0*sqrt(x)", "sqrt(x) != 0", false},
		{"diff(x*abs(x), x) = if(x > 0, 2*abs(x), 5)+0*sqrt(x)", "x*sqrt(x) > 0", false},
		// Zeros by norms, and of what is 0 on an interval.
		{"diff((x-sqrt(x+1))*abs(x-sqrt(x+1)), x) = 2*abs(x-sqrt(x+1))*(1-1/(2*sqrt(x+1)))", "x-sqrt(x+1) != 0", true},
		{"diff((x-sqrt(x+1))*abs(x-sqrt(x+1)), x) = if(x == sqrt(x+1), 1, 2*abs(x-sqrt(x+1))*(1-1/(2*sqrt(x+1))))", "x-sqrt(x+1) != 0", false},
		{"diff((x+sqrt(x^2))*abs(x+sqrt(x^2)), x) = if(x+sqrt(x^2) == 0, 1, 2*abs(x+sqrt(x^2))*(1+x/sqrt(x^2)))", "x+sqrt(x^2) != 0", false},
		// One of several relations at whose edges the rules fail.
		{"diff(acsc(1+x^4), x) = -4*x/((1+x^4)*sqrt(x^4+2))", "x^4+1 < -1 or x^4+1 > 1", true},
		{"diff(acsc(1+x^4), x) = if(x == 0, 1, -4*x/((1+x^4)*sqrt(x^4+2)))", "x^4+1 < -1 or x^4+1 > 1", false},
		{"diff(x^3, x) = if(x > 1 or x > a, 3*x^2, 7)", "x > 1 or x > a", false},
		// One after the other: the zeros of the second are isolated where x is not 0.
		{"diff((x+x^(n+1))*abs(x+x^(n+1)), x) = 2*abs(x+x^(n+1))*(1+(n+1)*x^n) | n > 1", "x != 0, x+x^(n+1) != 0", true},
		{"diff((x+x^(n+1))*abs(x+x^(n+1)), x) = 2*abs(x+x^(n+1))*(1+(n+1)*x^n)+0^abs(x+x^(n+1)) | n > 1", "x != 0, x+x^(n+1) != 0", false},
	} {
		claims, err := statement(t, c.line).Claims(read.NewScope(symbolic.NewStore(), read.Default()))
		if err != nil {
			t.Fatal(err)
		}
		claim := claims[0]
		except, err := claim.Scope.Condition(c.except)
		if err != nil {
			t.Fatal(err)
		}
		p := &proof.Proof{Except: []symbolic.ID{except.ID()}}
		checker := claim.Checker(p.Except...)
		found, err := simplify.NewProver(checker, claim.Scope.Library).Equal(claim.Left.Expr.ID(), claim.Right.Expr.ID())
		if err != nil || !found {
			t.Errorf("%s: no proof apart from the exceptions: %v", c.line, err)
			continue
		}
		p.Steps = checker.Steps()
		points := sample(claim, p.Except, 1)
		if len(points.points) == 0 {
			t.Errorf("%s: no point", c.line)
			continue
		}
		p.Point = points.points[0]
		if _, err := proof.Check(claim, p); (err == nil) != c.holds {
			t.Errorf("%s, but %s: %v", c.line, c.except, err)
		}
	}
}

// A claim in which a derivative cancelled has no proof, not even of what its
// expressions say.
func TestLostDerivativesHaveNoProof(t *testing.T) {
	for _, c := range []struct {
		left string
		ok   bool
	}{{"0*x", true}, {"0*diff(abs(x), x)", false}} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		sides, err := scope.Formulas("[" + c.left + ", 0]")
		if err != nil {
			t.Fatal(err)
		}
		claim := proof.NewClaim(scope, sides[0], symbolic.Equal, sides[1])
		if _, err := proof.Check(claim, &proof.Proof{}); (err == nil) != c.ok {
			t.Errorf("%s = 0: %v", c.left, err)
		}
	}
}

// Sums are differentiated term by term where their bounds stay, and the variable
// is not the index.
func TestDerivativesOfSums(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"diff(sum(i, 1, n, i*x), x)", true},
		{"diff(sum(i, 1, floor(x), i*y), x)", false},
		{"diff(sum(i, floor(x), 3, i*y), x)", false},
		{"diff(sum(x, 1, 3, x^2), x)", false},
	} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := proof.Conditions(scope.Library, scope.Store, f.Expr.ID()); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

// 0^u is 1 where u is 0: a power jumps there, also if its exponent is a branch.
func TestPowersThatJumpAtExceptions(t *testing.T) {
	for _, c := range []struct {
		line string
		ok   bool
	}{
		{"diff(x*abs(x), x) = 2*abs(x)", true},
		{"diff(x*abs(x), x) = 2*abs(x)+2^abs(x)-2^hardshrink(abs(x), -1)", true},
		{"diff(x*abs(x)+0*0^abs(x), x) = 2*abs(x)+0^abs(x)", false},
		{"diff(x*abs(x)+0*0^hardshrink(abs(x), -1), x) = 2*abs(x)+0^hardshrink(abs(x), -1)", false},
		{"diff(x*abs(x)+0*step(y)^if(x > 0, x, -x), x) = 2*abs(x)+step(y)^if(x > 0, x, -x)-step(y)", false},
	} {
		claims, err := statement(t, c.line).Claims(read.NewScope(symbolic.NewStore(), read.Default()))
		if err != nil {
			t.Fatal(err)
		}
		cond, err := claims[0].Scope.Condition("x != 0")
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := claims[0].Zeros([]symbolic.ID{cond.ID()}); ok != c.ok {
			t.Errorf("%s: an exception at 0 can be made: %v", c.line, ok)
		}
	}
}

// sin(log(x)) has zeros next to 0 at every distance, also where a branch gives it a value at 0.
func TestZerosThatAccumulateAreNotIsolated(t *testing.T) {
	for _, c := range []struct {
		line, except string
		ok           bool
	}{
		{"diff(x*abs(sin(if(x > 0, exp(x)-1, x))), x) = 2*x", "sin(if(x > 0, exp(x)-1, x)) != 0", true},
		{"diff(x*abs(sin(if(x > 0, log(x), x))), x) = 2*x", "sin(if(x > 0, log(x), x)) != 0", false},
	} {
		claims, err := statement(t, c.line).Claims(read.NewScope(symbolic.NewStore(), read.Default()))
		if err != nil {
			t.Fatal(err)
		}
		cond, err := claims[0].Scope.Condition(c.except)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := claims[0].Zeros([]symbolic.ID{cond.ID()}); ok != c.ok {
			t.Errorf("%s, but %s: %v", c.line, c.except, ok)
		}
	}
}

// A second derivative needs the first one all around: that of leaky_relu(y, 1+x) by x has a
// rule at y = 0 where 1+x is 1 only.
func TestConditionsOfHigherDerivativesAreOpen(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{{"diff(leaky_relu(y, 1+x), x)", true}, {"diff(leaky_relu(y, 1+x), x, 2)", false}, {"diff(diff(leaky_relu(y, 1+x), y), x)", false}} {
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		f, err := scope.Formula(c.text)
		if err != nil {
			t.Fatal(err)
		}
		s := scope.Store
		_, conds, err := proof.Conditions(scope.Library, s, f.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		there := s.Substitute(s.And(conds...), map[symbolic.ID]symbolic.ID{s.Sym("x"): symbolic.Zero, s.Sym("y"): symbolic.Zero})
		if (there == symbolic.True) != c.ok {
			t.Errorf("%s has a rule at x = 0, y = 0: %v", c.text, there == symbolic.True)
		}
	}
}

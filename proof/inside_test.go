package proof_test

import (
	"testing"

	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A room is a checker for the region of one formula.
type room struct {
	*testing.T
	scope *read.Scope
	s     *symbolic.Store
	c     *proof.Checker
	root  symbolic.ID
}

func newRoom(t *testing.T, text string) *room {
	r := &room{T: t, s: symbolic.NewStore()}
	r.scope = read.NewScope(r.s, read.Default())
	f, err := r.scope.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	r.root = f.Expr.ID()
	r.c = proof.NewChecker(r.scope, f.Domain, f.Expr)
	return r
}

func (r *room) node(text string) symbolic.ID {
	r.Helper()
	f, err := r.scope.Formula(text)
	if err != nil {
		r.Fatal(err)
	}
	return f.Expr.ID()
}

func (r *room) cond(text string) symbolic.ID {
	r.Helper()
	e, err := r.scope.Condition(text)
	if err != nil {
		r.Fatal(err)
	}
	return e.ID()
}

func (r *room) nodes(texts ...string) (list []symbolic.ID) {
	for _, text := range texts {
		list = append(list, r.node(text))
	}
	return list
}

// step makes a step by a rule.
func (r *room) step(c *proof.Checker, name, from, to string, bind ...string) {
	r.Helper()
	st := proof.Step{Kind: proof.ByRule, Name: name, From: r.node(from), To: r.node(to), Bind: r.nodes(bind...)}
	if _, err := c.Accept(st); err != nil {
		r.Fatal(err)
	}
}

func TestRegionOfAFormulaIsWhereItHasAValue(t *testing.T) {
	r := newRoom(t, "log(x)+1/y")
	for text, want := range map[string]bool{"x > 0": true, "y != 0": true, "x >= 1": false, "y > 0": false} {
		if got := r.c.Holds(r.cond(text)); got != want {
			t.Errorf("%s holds: %v, want %v", text, got, want)
		}
	}
	if !newRoom(t, "sqrt(-1-x^2)").c.Empty() {
		t.Error("the region of a formula without a value is not empty")
	}
}

func TestBranchesAreReplacedWhereTheyAreTaken(t *testing.T) {
	r := newRoom(t, "if(x > 0, abs(x), log(-x))")
	yes, no := r.c.Branches(r.root)
	r.step(yes, "absolute-of-nonnegative", "abs(x)", "x", "x")
	if !no.Holds(r.cond("x < 0")) {
		t.Error("the second branch has a value, and so its argument is positive")
	}
	if _, err := r.c.Branch(r.root, r.node("x+1"), r.node("log(-x)"), yes, no); err == nil {
		t.Error("another branch was accepted")
	}
	if _, err := r.c.Branch(r.root, r.node("x"), r.node("log(-x)"), no, yes); err == nil {
		t.Error("the parts were taken for each other")
	}
	if _, err := r.c.Branch(r.root, r.node("x"), r.node("log(-x)"), r.c.Within(r.cond("x > 0")), no); err == nil {
		t.Error("a part without a proof was accepted")
	}
	i, err := r.c.Branch(r.root, r.node("x"), r.node("log(-x)"), yes, no)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.c.Step(i).To; got != r.node("if(x > 0, x, log(-x))") {
		t.Error("the branches are others")
	}
}

func TestBodiesAreReplacedForAllValuesOfTheIndex(t *testing.T) {
	r := newRoom(t, "x+sum(x, 1, n, abs(x))")
	sum := r.node("sum(x, 1, n, abs(x))")
	in := r.c.Inside(sum)
	if !in.Holds(r.s.Relate(symbolic.LessEqual, symbolic.One, in.Index)) {
		t.Error("the index is at least its lower bound")
	}
	if in.Holds(r.cond("x >= 1")) {
		t.Error("the variable is taken for the index")
	}
	st := proof.Step{Kind: proof.ByRule, Name: "absolute-of-nonnegative", From: in.Body, To: in.Index, Bind: []symbolic.ID{in.Index}}
	if _, err := in.Accept(st); err != nil {
		t.Fatal(err)
	}
	if _, err := r.c.Over(in, symbolic.One); err == nil {
		t.Error("another body was accepted")
	}
	i, err := r.c.Over(in, in.Index)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.c.Step(i).To; got != r.node("sum(x, 1, n, x)") {
		t.Error("the body is another one")
	}
}

func TestIndexCatchesNoVariable(t *testing.T) {
	r := &room{T: t, s: symbolic.NewStore()}
	r.scope = read.NewScope(r.s, read.Default())
	sum, given := r.node("sum(x, 1, n, y)"), r.cond("y == x")
	if err := r.scope.Assume("y == x"); err != nil {
		t.Fatal(err)
	}
	c := proof.NewChecker(r.scope, r.s.Expr(symbolic.True), r.s.Expr(sum))
	in := c.Inside(sum)
	x, y := r.node("x"), r.node("y")
	if _, err := in.Accept(proof.Step{Kind: proof.ByGiven, From: y, To: x, Bind: []symbolic.ID{r.given(y, given), given}}); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Over(in, x); err == nil {
		t.Error("the variable outside was caught by the index")
	}
}

// given returns the number by which an equation is multiplied that has a node
// on one side.
func (r *room) given(left, equation symbolic.ID) symbolic.ID {
	if r.s.Operands(equation)[0] == left {
		return symbolic.One
	}
	return symbolic.NegOne
}

func TestSignsAreCarriedAlongAnEquation(t *testing.T) {
	ring := func(r *room, from, to string) int {
		i, err := r.c.Accept(proof.Step{Kind: proof.ByRing, From: r.node(from), To: r.node(to)})
		if err != nil {
			r.Fatal(err)
		}
		return i
	}
	r := newRoom(t, "1/(x^3-x*y^2)")
	r.c.Carry(ring(r, "x^3-x*y^2", "x*(x-y)*(x+y)"))
	for text, want := range map[string]bool{"x-y != 0": true, "x != 0": true, "x > 0": false, "y != 0": false} {
		if got := r.c.Holds(r.cond(text)); got != want {
			t.Errorf("%s holds: %v, want %v", text, got, want)
		}
	}
	r = newRoom(t, "x^2-y^2")
	r.c.Carry(ring(r, "x^2-y^2", "(x-y)*(x+y)"))
	for _, text := range []string{"x-y != 0", "(x-y)*(x+y) != 0", "(x-y)*(x+y) > 0", "(x-y)*(x+y) < 0"} {
		if r.c.Holds(r.cond(text)) {
			t.Errorf("%s holds", text)
		}
	}
}

func TestCommonFactorsAreMultipliedOutAgain(t *testing.T) {
	for _, c := range []struct {
		from, to    string
		left, right []string
		ok          bool
	}{
		{"a*b+a*c+d", "a*(b+c)+d", nil, []string{"a*(b+c)", "b+c"}, true},
		{"a*b+a*c", "a*(b+c)", nil, []string{"a*(b+c)", "b+c"}, true},
		{"6*a*b+4*a*c+d", "2*a*(3*b+2*c)+d", nil, []string{"a*(3*b+2*c)", "3*b+2*c"}, true},
		{"a*b/c+a*d/c", "a/c*(b+d)", nil, []string{"a/c*(b+d)", "b+d"}, true},
		{"(1-s)^2*a-s*(1-s)*a", "a*(1-s)*(1-2*s)", []string{"(1-s)^2*a", "1-s"}, []string{"a*(1-s)*(1-2*s)", "1-2*s"}, true},
		{"a*b+a*c+d", "a*(b+c)", nil, []string{"a*(b+c)", "b+c"}, false},
		{"a*b+a*c+d", "a*(b-c)+d", nil, []string{"a*(b-c)", "b-c"}, false},
		{"a*b+a*c", "2*a*(b+c)", nil, []string{"a*(b+c)", "b+c"}, false},
		{"a*b+a*c", "a^2*(b+c)", nil, []string{"a^2*(b+c)", "b+c"}, false},
		{"a*b+a*c", "a*(b+c)", nil, nil, false},
		{"a*b+b", "a*(b+b/a)", nil, []string{"a*(b+b/a)", "b+b/a"}, false}, // has no value at a = 0
	} {
		r := newRoom(t, c.from)
		_, err := r.c.Factored(r.root, r.node(c.to), r.nodes(c.left...), r.nodes(c.right...))
		if (err == nil) != c.ok {
			t.Errorf("%s = %s: %v", c.from, c.to, err)
		}
	}
}

// That the variable i is above 0 says nothing of an index i.
func TestDerivativesInsideSumsDoNotUseVariablesOfTheSameName(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"diff(x*sum(i, -1, 1, diff(abs(y*i), y)), x)", false},
		{"diff(x*sum(k, -1, 1, diff(sin(y*k), y)), x)", true},
	} {
		r := newRoom(t, "log(i)+log(y)+"+c.text)
		from := r.node(c.text)
		value, _, err := proof.Conditions(r.scope.Library, r.s, from)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.c.Accept(proof.Step{Kind: proof.ByDerivative, From: from, To: value}); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.text, err)
		}
	}
}

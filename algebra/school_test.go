package algebra_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A school writes pairs of formulas of which the second comes from the first
// by rules as they are taught, without their conditions: sqrt(u^2) = u,
// (u*v)^r = u^r*v^r, u^(m+n) = u^m*u^n. Many pairs are equal, and many only
// nearly so.
type school struct{ *rand.Rand }

func (g school) pick(list ...string) string { return list[g.IntN(len(list))] }

func (g school) leaf() string {
	return g.pick("x", "x", "y", "y", "1", "2", "-1", "3", "-2", "1/2", "(-x)", "(-y)", "(x-y)", "(y-x)", "sin(x)", "abs(x)")
}

func (g school) exponent() string {
	return g.pick("n", "m", "2*n", "n/2", "n+1", "n-1", "n+m", "1/2", "1/3", "2/3", "-1/2", "3/2", "-n", "n*m", "n/(n+1)")
}

// pair returns two formulas.
func (g school) pair(depth int) (string, string) {
	if depth <= 0 {
		u := g.leaf()
		return u, u
	}
	a, b := g.pair(depth - 1)
	c, d := g.pair(depth - 2)
	p, q := g.exponent(), g.exponent()
	k := g.pick("2", "3", "-1", "-2")
	switch g.IntN(30) {
	case 0, 1:
		return bin(a, "+", c), bin(d, "+", b)
	case 2, 3:
		return bin(a, "*", c), bin(d, "*", b)
	case 4:
		return bin(a, "-", c), bin(b, "-", d)
	case 5:
		return bin(a, "/", c), bin(b, "*", bin("1", "/", d))
	case 6:
		e, f := g.pair(depth - 2)
		return bin(a, "*", bin(c, "+", e)), bin(bin(b, "*", d), "+", bin(b, "*", f))
	case 7:
		return bin(a, "^", "2"), bin(b, "*", b)
	case 8:
		return bin(bin(a, "^", "2"), "^", "(1/2)"), b
	case 9:
		return bin(bin(a, "*", c), "^", "("+p+")"), bin(bin(b, "^", "("+p+")"), "*", bin(d, "^", "("+p+")"))
	case 10:
		return bin(bin(a, "/", c), "^", "("+p+")"), bin(bin(b, "^", "("+p+")"), "/", bin(d, "^", "("+p+")"))
	case 11:
		return bin(bin(a, "^", "("+p+")"), "^", "("+q+")"), bin(b, "^", "(("+p+")*("+q+"))")
	case 12, 13:
		return bin(a, "^", "("+p+"+"+q+")"), bin(bin(b, "^", "("+p+")"), "*", bin(b, "^", "("+q+")"))
	case 14:
		return bin(a, "^", "("+k+"*("+p+"))"), bin(bin(b, "^", "("+p+")"), "^", "("+k+")")
	case 15:
		return bin(a, "^", "(-("+p+"))"), bin("1", "/", bin(b, "^", "("+p+")"))
	case 16:
		return bin(bin(a, "^", "2"), "-", bin(c, "^", "2")), bin(bin(b, "-", d), "*", bin(b, "+", d))
	case 17:
		return bin("1", "/", bin("1", "/", a)), b
	case 18:
		return bin(bin(a, "^", "2"), "-", "1") + "/" + bin(a, "-", "1"), bin(b, "+", "1")
	case 19:
		// The rest of a product cancels.
		return bin(bin(a, "*", c), "/", c), b
	case 20:
		return bin(bin(a, "^", "("+p+")"), "+", bin(a, "^", "("+q+")")), bin(bin(b, "^", "("+p+")"), "*", bin("1", "+", bin(b, "^", "(("+q+")-("+p+"))")))
	case 21:
		return bin(a, "^", "0"), "1"
	case 22:
		return bin(bin("2", "^", "("+p+")"), "*", a), bin(bin("4", "^", "(("+p+")/2)"), "*", b)
	case 23:
		return bin(bin("(-2)", "^", "("+p+")"), "*", a), bin(bin("4", "^", "(("+p+")/2)"), "*", b)
	case 24:
		return bin(a, "+", bin(c, "^", "(1/2)")) + "*" + bin(a, "-", bin(c, "^", "(1/2)")), bin(bin(b, "^", "2"), "-", d)
	case 25:
		return bin(bin("1", "/", bin(a, "*", c)), "^", "("+p+")"), bin("1", "/", bin(bin(b, "*", d), "^", "("+p+")"))
	case 26:
		return bin(bin(a, "-", c), "^", "("+p+")"), bin(bin(d, "-", b), "^", "("+p+")")
	case 28:
		return bin(bin("1", "/", bin(a, "*", c)), "^", "("+p+")"), bin(bin(b, "*", d), "^", "("+g.pick(p, "-("+p+")")+")")
	case 27:
		return bin(bin(bin(a, "*", c), "^", k), "^", "("+p+")"), bin(bin(b, "*", d), "^", "("+k+"*("+p+"))")
	default:
		return bin("0", "^", "("+p+")") + "+" + a, b
	}
}

func bin(a, op, b string) string { return "((" + a + ")" + op + "(" + b + "))" }

// lesson is one pair of a seed, with assumptions.
func lesson(seed uint64) (left, right string, facts []string) {
	g := school{rand.New(rand.NewPCG(seed, 7))}
	left, right = g.pair(1 + g.IntN(4))
	if g.IntN(2) == 0 {
		facts = append(facts, g.pick("x>0", "x>=0", "x!=0", "x<0", "n:integer", "n>0"))
	}
	return left, right, facts
}

// checkLesson judges a pair and tells whether the field took it for equal.
func checkLesson(t testing.TB, seed uint64) bool {
	left, right, facts := lesson(seed)
	c := read.NewScope(symbolic.NewStore(), read.Default())
	for _, a := range facts {
		if err := c.Assume(a); err != nil {
			t.Fatal(err)
		}
	}
	f, err := c.Formula(left)
	if err != nil {
		t.Fatal(left, err)
	}
	h, err := c.Formula(right)
	if err != nil {
		t.Fatal(right, err)
	}
	known := assume.New(c)
	holds := func(cond symbolic.ID) bool { return known.Holds(c.Store.Expr(cond)) == assume.Yes }
	field, err := algebra.New(c.Store, algebra.Options{Holds: holds}, f.Expr.ID(), h.Expr.ID())
	if err != nil {
		return false
	}
	same, err := field.Equal(f.Expr.ID(), h.Expr.ID())
	if err != nil || !same {
		return false
	}
	conds := []symbolic.ID{f.Domain.ID(), h.Domain.ID()}
	for _, r := range c.Relations {
		conds = append(conds, r.Expr.ID())
	}
	if len(facts) > 0 && facts[0] == "n:integer" {
		n, _ := c.Store.HasSym("n")
		conds = append(conds, c.Library.IsInteger(c.Store, n))
	}
	rng := rand.New(rand.NewPCG(seed, 8))
	if d := differ(c.Library, c.Store, f.Expr.ID(), h.Expr.ID(), c.Store.And(conds...), 120, rng); d != nil {
		t.Errorf("seed %d: %s = %s %v: %s at%s: %s and %s", seed, left, right, facts, d.reason, describe(c.Store, d.at), d.left, d.right)
	}
	return true
}

func TestSchoolRulesAreUsedOnlyWhereTheyHold(t *testing.T) {
	equal := 0
	const n = 400
	for seed := range uint64(n) {
		if checkLesson(t, seed) {
			equal++
		}
	}
	if equal < n/10 || equal > n*9/10 {
		t.Errorf("%d of %d pairs are taken for equal: they test little", equal, n)
	}
}

func FuzzEqual(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { checkLesson(t, seed) })
}

func ExampleField_Equal() {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	x, _ := c.Formula("1/(sqrt(x)-1)-1/(sqrt(x)+1)")
	y, _ := c.Formula("2/(x-1)")
	f, _ := algebra.New(c.Store, algebra.Options{}, x.Expr.ID(), y.Expr.ID())
	fmt.Println(f.Equal(x.Expr.ID(), y.Expr.ID()))
	// Output: true <nil>
}

package algebra_test

import (
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// writings are the ways in which a normal form is written as an expression.
var writings = map[string]func(f *algebra.Field, s *symbolic.Store, id symbolic.ID) (symbolic.ID, error){
	"Factored": func(f *algebra.Field, _ *symbolic.Store, id symbolic.ID) (symbolic.ID, error) { return f.Factored(id) },
	"Terms": func(f *algebra.Field, s *symbolic.Store, id symbolic.ID) (symbolic.ID, error) {
		return added(s)(f.Terms(id))
	},
	"ProperTerms": func(f *algebra.Field, s *symbolic.Store, id symbolic.ID) (symbolic.ID, error) {
		return added(s)(f.ProperTerms(id))
	},
	"Factors": func(f *algebra.Field, s *symbolic.Store, id symbolic.ID) (symbolic.ID, error) {
		c, list, err := f.Factors(id)
		b := s.NewProduct()
		b.MulNumber(c)
		for _, x := range list {
			b.MulPow(x.Base, s.Int(x.Exp))
		}
		return b.Product(), err
	},
}

func added(s *symbolic.Store) func(list []algebra.Term, err error) (symbolic.ID, error) {
	return func(list []algebra.Term, err error) (symbolic.ID, error) {
		b := s.NewSum()
		for _, t := range list {
			b.AddScaled(t.Node, t.Coef)
		}
		return b.Sum(), err
	}
}

func TestNormalFormsAreWrittenWithTheSameValues(t *testing.T) {
	written := 0
	for seed := range uint64(80) {
		text := randomText(1000 + seed)
		c := read.NewScope(symbolic.NewStore(), read.Default())
		g, err := c.Formula(text)
		if err != nil {
			continue
		}
		s, id := c.Store, g.Expr.ID()
		for name, write := range writings {
			f, err := algebra.New(s, algebra.Options{Budget: small()}, id)
			if err != nil {
				continue
			}
			z, err := write(f, s, id)
			if err != nil {
				continue
			}
			written++
			if d := differ(c.Library, s, id, z, g.Domain.ID(), 40, rand.New(rand.NewPCG(1, 2))); d != nil {
				t.Errorf("%s: %s: %s at%s: %s and %s", name, text, d.reason, describe(s, d.at), d.left, d.right)
			}
		}
	}
	if written < 150 {
		t.Errorf("%d normal forms were written", written)
	}
}

// Where an expression is 0, so is one of the factors of its numerator, and one of the
// norms of these.
func TestZerosAreZerosOfTheNumerator(t *testing.T) {
	zeros := 0
	for _, c := range []struct {
		text  string
		roots bool // only norms have one generator
	}{
		{"(x^2-1)/(x+2)", false}, {"x*(x-1)/(x+1)^2", false}, {"sqrt(x)-1", false}, {"x/sqrt(x+2)-1/sqrt(x+2)", false}, {"(x^3-x)*exp(x)", false}, {"abs(x)-1", false},
		{"abs(x)*(abs(x)-2)", false}, {"sin(x)^2+sin(x)", false}, {"1/x-1", false}, {"1/(x-1)+1/(x+1)", false}, {"(a*x-a)/(a^2+1)", false}, {"x^2-2*x+1", false}, {"x-x", false},
		{"2*(x-1)^3/x", false}, {"(x*y-y)^2", false}, {"x^(1/3)*(x-1)", false}, {"1-2/sqrt(x)+1/x", false}, {"x+sqrt(x)-2", false}, {"x-x^(1/3)", false},
		{"x-sqrt(x+2)", true}, {"x+sqrt(x^2)", true}, {"x+sqrt(x^2+a)", true}, {"sqrt(x)-sqrt(x+1)+1", true}, {"a*x-sqrt(x+2)", true}, {"(x-sqrt(x+2))*(x-1)", true},
		{"x-2+sqrt(x)-sqrt(x+3)", true}, {"1-sqrt(1-sqrt(x))", true}, {"x+y-sqrt(x^2+y^2)", true}, {"1/x+sqrt(1/x^2)", true}, {"sqrt(x)*sqrt(x+1)-x", true},
	} {
		for _, norms := range []bool{false, true} {
			if norms || !c.roots {
				zeros += zerosAgree(t, c.text, norms)
			}
		}
	}
	if zeros < 150 {
		t.Errorf("%d zeros were looked at", zeros)
	}
}

// zerosAgree looks at zeros of a formula and returns how many there were.
func zerosAgree(t *testing.T, text string, norms bool) (zeros int) {
	c, g := parse(t, text)
	s, id := c.Store, g.Expr.ID()
	x := s.Symbol("x").ID()
	d := algebra.Dependence{On: func(n symbolic.ID) bool { return s.Depends(n, x) }}
	z, ok, err := algebra.Numerator(s, id, d)
	list := z.Numerator
	if norms {
		list, ok, err = algebra.Zeros(s, id, d)
	}
	if err != nil || !ok {
		t.Errorf("%s: %v %v", text, ok, err)
		return 0
	}
	roots := []symbolic.ID{id}
	for _, p := range list {
		b := s.NewSum()
		for k, coef := range p.Coefs {
			b.Add(s.Mul(coef, s.Pow(p.Generator, s.Int(int64(len(p.Coefs)-1-k)))))
		}
		roots = append(roots, b.Sum())
	}
	program := certify.Compile(c.Library, s, roots...)
	for _, at := range points(program, s, 60, rand.New(rand.NewPCG(3, 4))) {
		if program.Compare(0, certify.Zero, at, cheap).Order != certify.Equal {
			continue
		}
		zeros++
		zero := false
		for i := range list {
			o := program.Compare(i+1, certify.Zero, at, cheap).Order
			zero = zero || o == certify.Equal || o == certify.Undecided
		}
		if !zero {
			t.Errorf("%s is 0 at%s, its polynomials are not (norms: %v)", text, describe(s, at), norms)
		}
	}
	return zeros
}

// Expanding and factoring what is shared costs what the parts cost.
func TestSharedPartsAreExpandedOnce(t *testing.T) {
	c := read.NewScope(symbolic.NewStore(), read.Default())
	text := "x"
	for range 40 {
		text = "sin(" + text + ")"
	}
	s := c.Store
	id := formula(t, c, text)
	for range 60 { // a tree of 2^60 leaves
		id = s.Apply(s.FuncOf(formula(t, c, "cos(x)")), s.Mul(s.Add(id, symbolic.One), s.Add(id, s.Int(2))))
	}
	z, err := algebra.Expand(s, id, &poly.Budget{Steps: 100_000})
	if err != nil || z == id {
		t.Error(err)
	}
}

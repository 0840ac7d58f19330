package present

import (
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"pgregory.net/rapid"
)

// randomExpr builds an expression with the kernel's constructors.
func randomExpr(t *rapid.T, s *symbolic.Store, depth int) symbolic.ID {
	kind := rapid.IntRange(0, 13).Draw(t, "kind")
	if depth == 0 {
		kind %= 4
	}
	sub := func() symbolic.ID { return randomExpr(t, s, depth-1) }
	switch kind {
	case 0:
		return s.Num(rational.New(rapid.Int64Range(-9, 9).Draw(t, "num"), rapid.Int64Range(1, 4).Draw(t, "den")))
	case 1:
		return s.Index(s.Sym("a"), s.Sym("j"))
	case 2, 3:
		return s.Sym(rapid.SampledFrom([]string{"x", "y", "z", "sigma", "w_1", "n"}).Draw(t, "name"))
	case 4, 5:
		return s.Add(sub(), sub(), sub())
	case 6:
		return s.Sub(sub(), sub())
	case 7, 8:
		return s.Mul(sub(), sub(), sub())
	case 9:
		return s.Div(sub(), sub())
	case 10:
		return s.Pow(sub(), s.Num(rational.New(rapid.Int64Range(-3, 3).Draw(t, "power"), rapid.Int64Range(1, 2).Draw(t, "root"))))
	case 11:
		return s.Pow(sub(), sub())
	case 12:
		return s.If(s.Relate(symbolic.Less, sub(), sub()), sub(), sub())
	}
	return s.Apply(s.Func(rows[rapid.SampledFrom([]string{"sin", "exp", "abs", "sigmoid"}).Draw(t, "function")]), sub())
}

// dividesByZero reports whether an expression contains 1/0. The kernel keeps
// several of them in a sum, as 2/0, but absorbs factors: 2*(1/0) is 1/0.
func dividesByZero(s *symbolic.Store, id symbolic.ID) bool {
	for _, x := range s.Postorder(id) {
		if k := s.Kind(x); k != symbolic.Power && k != symbolic.Product {
			continue
		}
		for _, o := range s.Operands(x) {
			if o == symbolic.Zero {
				return true
			}
		}
	}
	return false
}

func TestTextReadsBack(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := symbolic.NewStore()
		e := s.Expr(randomExpr(r, s, 4))
		if dividesByZero(s, e.ID()) {
			r.Skip("a sum of terms without a value")
		}
		text := write(t, e, AsText, Options{})
		if back := readExpr(t, s, text); back != e {
			r.Fatalf("%s reads back as %s", text, write(t, back, AsText, Options{}))
		}
	})
}

func TestEveryFormatOfRandomExpressions(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := symbolic.NewStore()
		e := s.Expr(randomExpr(r, s, 3))
		write(t, e, AsUnicode, Options{AbsorbSigns: true})
		write(t, e, AsLaTeX, Options{AbsorbSigns: true})
		checkElements(t, write(t, e, AsText, Options{}), write(t, e, AsMathML, Options{AbsorbSigns: true}))
	})
}

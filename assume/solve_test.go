package assume

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"pgregory.net/rapid"
)

// factorOf is a factor of a rational function, as text and in numbers.
type factorOf struct {
	text string
	at   func(x *big.Rat) *big.Rat
}

func linearFactor(root int64) factorOf {
	return factorOf{fmt.Sprintf("(T-(%d))", root), func(x *big.Rat) *big.Rat {
		return new(big.Rat).Sub(x, new(big.Rat).SetInt64(root))
	}}
}

var positiveFactor = factorOf{"(T^2+1)", func(x *big.Rat) *big.Rat {
	return new(big.Rat).Add(new(big.Rat).Mul(x, x), big.NewRat(1, 1))
}}

var relations = map[string]func(sign int) bool{
	"<": func(sign int) bool { return sign < 0 }, "<=": func(sign int) bool { return sign <= 0 },
	">": func(sign int) bool { return sign > 0 }, ">=": func(sign int) bool { return sign >= 0 },
	"==": func(sign int) bool { return sign == 0 }, "!=": func(sign int) bool { return sign != 0 },
}

// The set of a solved relation has the numbers at which it holds, and no
// poles, whether the term is a symbol, a product or a function.
func TestSolvedRelationsHoldOnTheirSets(t *testing.T) {
	solvedOnes := 0
	rapid.Check(t, func(t *rapid.T) {
		term := rapid.SampledFrom([]string{"x", "a*x", "exp(x)", "sin(a*x)"}).Draw(t, "term")
		rel := rapid.SampledFrom([]string{"<", "<=", ">", ">=", "==", "!="}).Draw(t, "rel")
		scale := rapid.SampledFrom([]int64{1, -3}).Draw(t, "scale")
		text := fmt.Sprint("(", scale, ")")
		type power struct {
			factorOf
			exp int
		}
		var list []power
		for range rapid.IntRange(1, 4).Draw(t, "factors") {
			x := positiveFactor
			if rapid.IntRange(0, 4).Draw(t, "kind") > 0 {
				x = linearFactor(rapid.Int64Range(-3, 3).Draw(t, "root"))
			}
			e := rapid.SampledFrom([]int{1, 2, -1, -2, 3}).Draw(t, "exp")
			list = append(list, power{x, e})
			text += fmt.Sprintf("*%s^(%d)", x.text, e)
		}
		scope := read.NewScope(symbolic.NewStore(), read.Default())
		text = strings.ReplaceAll(text, "T", "("+term+")")
		cond, err := scope.Formula("if(" + text + rel + "0,1,2)")
		if err != nil {
			t.Skip()
		}
		s := scope.Store
		if s.Kind(cond.Expr.ID()) != symbolic.If {
			t.Skip()
		}
		node := s.Operands(cond.Expr.ID())[0]
		if s.Kind(node) != symbolic.Relation {
			t.Skip()
		}
		a, ok := New(scope).solved(node)
		if whole, err := scope.Formula(term); !ok || err != nil || whole.Expr.ID() != a.term {
			return // it is not solved, or for a power of the term
		}
		solvedOnes++
		for n := int64(-9); n <= 9; n++ {
			x := big.NewRat(n, 2)
			value, pole := big.NewRat(scale, 1), false
			exps := map[string]int{}
			for _, p := range list {
				exps[p.text] += p.exp
			}
			for _, p := range list {
				v := p.at(x)
				switch {
				case v.Sign() != 0:
					if p.exp%2 != 0 && v.Sign() < 0 {
						value.Neg(value)
					}
				case exps[p.text] < 0:
					pole = true
				case exps[p.text] > 0:
					value.SetInt64(0)
				}
			}
			want := !pole && relations[rel](value.Sign())
			if got := len(a.in.intersect(set{point(rational.New(n, 2))})) > 0; got != want {
				t.Fatalf("%s %s 0 at %v: in the set: %v, holds: %v (pole: %v)", text, rel, x, got, want, pole)
			}
		}
	})
	if solvedOnes < 20 {
		t.Errorf("%d relations were solved", solvedOnes)
	}
}

package symbolic_test

import (
	"testing"

	"github.com/symgrad/symgrad/symbolic"
)

// sums has what the tests below are about.
type sums struct {
	s             *symbolic.Store
	a, b, n, x, y symbolic.ID
	i, j, k       symbolic.ID
}

func newSums() sums {
	s := symbolic.NewStore()
	return sums{s, s.Sym("a"), s.Sym("b"), s.Sym("n"), s.Sym("x"), s.Sym("y"), s.Sym("i"), s.Sym("j"), s.Sym("k")}
}

func (z sums) over(index, body symbolic.ID) symbolic.ID {
	return z.s.SumOver(index, symbolic.One, z.n, body)
}

func TestSumsOfTerms(t *testing.T) {
	z := newSums()
	s := z.s
	ai, bi := s.Index(z.a, z.i), s.Index(z.b, z.i)
	square := s.Pow(ai, s.Int(2))
	for _, c := range []struct {
		name       string
		body, want symbolic.ID
	}{
		{"terms", s.Add(ai, bi), s.Add(z.over(z.i, ai), z.over(z.i, bi))},
		{"a number", s.Add(ai, s.Int(3)), s.Add(z.over(z.i, ai), s.Mul(s.Int(3), z.over(z.i, symbolic.One)))},
		{"factors", s.Mul(z.x, z.y, ai, bi), s.Mul(z.x, z.y, z.over(z.i, s.Mul(ai, bi)))},
		{"powers", s.Div(square, s.Pow(z.x, s.Int(3))), s.Mul(s.Pow(z.x, s.Int(-3)), z.over(z.i, square))},
		{"an exponent", s.Mul(z.x, s.Pow(z.y, z.i)), s.Mul(z.x, z.over(z.i, s.Pow(z.y, z.i)))},
		{"nothing with the index", z.x, s.Mul(z.x, z.over(z.i, symbolic.One))},
		{"the other index inside", z.over(z.i, ai), s.Mul(z.over(z.i, ai), z.over(z.i, symbolic.One))},
		{"coefficients", s.Sub(s.Mul(s.Int(2), z.x, ai), bi), s.Sub(s.Mul(s.Int(2), z.x, z.over(z.i, ai)), z.over(z.i, bi))},
	} {
		if got, factors := s.SumsOfTerms(z.over(z.i, c.body)); got != c.want || len(factors) == 0 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestSameButIndices(t *testing.T) {
	z := newSums()
	s := z.s
	at := func(ids ...symbolic.ID) symbolic.ID { return s.Index(z.a, ids...) }
	for _, c := range []struct {
		name string
		x, y symbolic.ID
		same bool
	}{
		{"one index", z.over(z.i, at(z.i)), z.over(z.j, at(z.j)), true},
		{"a variable is no index", z.over(z.i, at(z.k)), z.over(z.k, at(z.k)), false},
		{"another variable", z.over(z.i, s.Mul(z.x, at(z.i))), z.over(z.j, s.Mul(z.y, at(z.j))), false},
		{"exchanged", z.over(z.i, z.over(z.j, at(z.i, z.j))), z.over(z.j, z.over(z.i, at(z.j, z.i))), true},
		{"transposed", z.over(z.i, z.over(z.j, at(z.i, z.j))), z.over(z.i, z.over(z.j, at(z.j, z.i))), false},
		{"hidden", z.over(z.i, z.over(z.i, at(z.i))), z.over(z.i, z.over(z.j, at(z.j))), true},
		{"not hidden", z.over(z.i, z.over(z.j, at(z.i))), z.over(z.i, z.over(z.j, at(z.j))), false},
		{"in bounds", z.over(z.i, s.SumOver(z.j, symbolic.One, z.i, at(z.j))), z.over(z.k, s.SumOver(z.i, symbolic.One, z.k, at(z.i))), true},
		{"other bounds", z.over(z.i, s.SumOver(z.j, symbolic.One, z.i, at(z.j))), z.over(z.i, s.SumOver(z.j, symbolic.One, z.n, at(z.j))), false},
		{"sum and product", z.over(z.i, at(z.i)), s.ProductOver(z.i, symbolic.One, z.n, at(z.i)), false},
		{"beside each other", s.Sub(z.over(z.i, at(z.i)), s.Mul(z.x, z.over(z.j, at(z.j)))), s.Sub(z.over(z.k, at(z.k)), s.Mul(z.x, z.over(z.i, at(z.i)))), true},
		{"free and bound", s.Mul(z.i, z.over(z.i, at(z.i))), s.Mul(z.i, z.over(z.j, at(z.j))), true},
		{"free ones stay", s.Mul(z.i, z.over(z.i, at(z.i))), s.Mul(z.j, z.over(z.j, at(z.j))), false},
	} {
		if got := s.SameButIndices(c.x, c.y); got != c.same {
			t.Errorf("%s: %v", c.name, got)
		}
		if got := s.SameButIndices(c.y, c.x); got != c.same {
			t.Errorf("%s, exchanged: %v", c.name, got)
		}
	}
}

func TestRenameIndicesCountsFromInside(t *testing.T) {
	z := newSums()
	s := z.s
	name := func(height int) symbolic.ID { return []symbolic.ID{s.Sym("one"), s.Sym("two")}[height-1] }
	in := z.over(z.i, s.Mul(s.Index(z.b, z.i), z.over(z.j, s.Index(z.a, z.i, z.j))))
	want := z.over(s.Sym("two"), s.Mul(s.Index(z.b, s.Sym("two")), z.over(s.Sym("one"), s.Index(z.a, s.Sym("two"), s.Sym("one")))))
	if got := s.RenameIndices(in, name); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

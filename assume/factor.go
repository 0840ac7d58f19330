package assume

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// factorBudget bounds the polynomials of a sign by factors, and factorSize the
// nodes of an expression that is looked at so: those of people are small.
const (
	factorBudget = 200_000
	factorSize   = 60
)

// A possible is which signs a number may have.
type possible struct{ negative, zero, positive bool }

var anySign = possible{true, true, true}

func signOf(x rational.Rat) possible {
	return possible{x.Sign() < 0, x.Sign() == 0, x.Sign() > 0}
}

// times returns the signs of products.
func (p possible) times(q possible) possible {
	return possible{
		negative: p.negative && q.positive || p.positive && q.negative,
		zero:     p.zero || q.zero,
		positive: p.positive && q.positive || p.negative && q.negative,
	}
}

func (p possible) and(q possible) possible {
	return possible{p.negative && q.negative, p.zero && q.zero, p.positive && q.positive}
}

// byFactors decides a relation between expressions whose difference is a
// product: by the signs of its irreducible factors. It returns false where
// they do not decide it.
func (f *Facts) byFactors(cond symbolic.ID) (symbolic.ID, bool) {
	s := f.s
	ops := s.Operands(cond)
	d := s.Sub(ops[0], ops[1])
	if k := s.Kind(d); k != symbolic.Sum && k != symbolic.Product || len(s.Postorder(d)) > factorSize {
		return 0, false
	}
	z := f.factored(d)
	if !z.ok {
		return 0, false
	}
	if z.product != d {
		if a, ok := f.atom(s.Relate(s.Rel(cond), z.product, symbolic.Zero)); ok {
			if y, decided := f.decide(a); decided {
				return y, true
			}
		}
	}
	sign := f.signOfProduct(z, maxSquares)
	var can, cannot bool
	switch s.Rel(cond) {
	case symbolic.Equal:
		can, cannot = sign.zero, sign.negative || sign.positive
	case symbolic.NotEqual:
		can, cannot = sign.negative || sign.positive, sign.zero
	case symbolic.Less:
		can, cannot = sign.negative, sign.zero || sign.positive
	case symbolic.LessEqual:
		can, cannot = sign.negative || sign.zero, sign.positive
	}
	if can == cannot { // it may hold and fail, or there is no point
		return 0, false
	}
	return s.Bool(can), true
}

// signOfProduct returns the signs that a product may have.
func (f *Facts) signOfProduct(p factored, squares int) possible {
	sign := signOf(p.c)
	for _, x := range p.factors {
		z := f.signOfFactor(x, squares)
		if x.Exp%2 == 0 {
			z = z.times(z)
			z.negative = false
		}
		if x.Exp < 0 {
			z.zero = false
		}
		if sign = sign.times(z); sign == anySign {
			break
		}
	}
	return sign
}

// A factored expression is a number times irreducible factors.
type factored struct {
	c       rational.Rat
	factors []algebra.Factor
	product symbolic.ID
	ok      bool
}

// factored returns the factors of an expression.
func (f *Facts) factored(id symbolic.ID) (z factored) {
	if old, ok := f.always.products[id]; ok {
		return old
	}
	field, err := algebra.New(f.s, algebra.Options{Equations: f.definitions(id), Budget: &poly.Budget{Steps: factorBudget}}, id)
	if err == nil {
		z.c, z.factors, err = field.Factors(id)
	}
	if z.ok = err == nil; z.ok {
		b := f.s.NewProduct()
		b.MulNumber(z.c)
		for _, x := range z.factors {
			b.MulPow(x.Base, f.s.Int(x.Exp))
		}
		z.product = b.Product()
	}
	f.always.products[id] = z
	return z
}

// maxDefinitions bounds the functions that are written by their definitions.
const maxDefinitions = 40

// definitions returns equations for the functions in an expression: by their
// definitions where these have no branches, as tan(u) = sin(u)/cos(u), and
// sin(u)^2 = 1-cos(u)^2.
func (f *Facts) definitions(root symbolic.ID) map[symbolic.ID]symbolic.ID {
	s := f.s
	z := map[symbolic.ID]symbolic.ID{}
	for todo := []symbolic.ID{root}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, x := range s.PostorderWithin([]symbolic.ID{id}, func(x symbolic.ID) bool { return s.Kind(x) != symbolic.If && s.Kind(x) != symbolic.Apply }) {
			if s.Kind(x) != symbolic.Apply || s.Function(x) == nil || len(z) >= maxDefinitions {
				continue
			}
			if _, done := z[x]; done {
				continue
			}
			row, args := s.Function(x), s.Operands(x)
			switch forms := f.lib.Forms(row); {
			case row.Name == sine:
				z[s.Pow(x, s.Int(2))] = s.Sub(symbolic.One, s.Pow(f.cosine(args[0]), s.Int(2)))
			case forms.Definition != nil && len(args) == len(row.Params) && !forms.Definition.Has(symbolic.If) && row.Family == definable(row.Family):
				z[x] = forms.Definition.Build(s, append(slices.Clone(args), x)...)
				todo = append(todo, z[x])
			}
		}
	}
	return z
}

// The names of the functions of Pythagoras' equation.
const sine, cosine = "sin", "cos"

func (f *Facts) cosine(u symbolic.ID) symbolic.ID {
	row, err := f.lib.Table().Lookup(cosine, 1)
	if err != nil {
		panic(err)
	}
	return f.s.Apply(f.s.Func(row), u)
}

// definable returns a family whose functions are quotients of few others.
func definable(family string) string {
	switch family {
	case "trigonometric", "hyperbolic":
		return family
	}
	return ""
}

// signOfFactor returns the signs of an irreducible factor: from the facts about
// it, or if it is a polynomial in one generator from its roots in the range of
// that, or of a sum with a square root by that of a difference of squares.
func (f *Facts) signOfFactor(x algebra.Factor, squares int) possible {
	z := f.signs(x.Base)
	if !z.negative || !z.positive {
		return z
	}
	if x.Generator != 0 && x.Poly.Degree(x.Var) > 1 {
		if sign, ok := f.signByRoots(x); ok {
			return sign
		}
	}
	if squares > 0 {
		return z.and(f.signBySquares(x.Base, squares-1))
	}
	return z
}

// maxSquares bounds the square roots within each other that are squared away.
const maxSquares = 2

// signBySquares returns the signs of a sum u + k·sqrt(v), where k is a number:
// those of k where k^2·v > u^2, and those of u where u^2 > k^2·v.
func (f *Facts) signBySquares(d symbolic.ID, squares int) possible {
	s := f.s
	if s.Kind(d) != symbolic.Sum {
		return anySign
	}
	ops := s.Operands(d)
	for i := 1; i < len(ops); i += 2 {
		root := ops[i]
		if s.Kind(root) != symbolic.Power || s.Operands(root)[1] != s.Num(rational.New(1, 2)) {
			continue
		}
		k := s.Number(ops[i+1])
		u, v := s.Sub(d, s.Scale(root, k)), s.Operands(root)[0]
		difference := s.Sub(s.Scale(v, k.Mul(k)), s.Pow(u, s.Int(2)))
		if len(s.Postorder(difference)) > factorSize {
			continue
		}
		p := f.factored(difference)
		if !p.ok {
			continue
		}
		z := anySign
		switch sign := f.signOfProduct(p, squares); {
		case !sign.negative: // the root is not less than |u|
			z = signOf(k)
			z.zero = sign.zero
		case !sign.positive:
			z = f.signs(u)
			z.zero = z.zero || sign.zero
		}
		if z != anySign {
			return z
		}
	}
	return anySign
}

// signs returns the signs of an expression, from its range and the facts
// about it.
func (f *Facts) signs(id symbolic.ID) possible {
	s := f.s
	can := func(rel symbolic.Rel, x, y symbolic.ID) bool {
		cond := s.Relate(rel, x, y)
		if f.given.Has(s.Not(cond)) {
			return false
		}
		a, ok := f.atom(cond)
		if !ok {
			return cond != symbolic.False
		}
		z, decided := f.decide(a)
		return !decided || z == symbolic.True
	}
	zero := symbolic.Zero
	return possible{can(symbolic.Less, id, zero), can(symbolic.Equal, id, zero), can(symbolic.Less, zero, id)}
}

// signByRoots returns the sign of a polynomial that has no root in the range
// of its generator.
func (f *Facts) signByRoots(x algebra.Factor) (possible, bool) {
	r := f.Range(x.Generator)
	end := func(b bound) poly.End {
		if b.inf != 0 {
			return poly.End{Inf: b.inf}
		}
		return poly.End{Value: b.value}
	}
	lo, hi := end(r.lo), end(r.hi)
	n, err := x.Poly.Roots(x.Var, lo, hi, &poly.Budget{Steps: factorBudget})
	if err != nil || n > 0 {
		return anySign, false
	}
	// There is no root in (lo, hi]; an irreducible polynomial of degree 2 or more
	// has no rational root, so that lo is none.
	at := rational.Rat{}
	switch {
	case r.lo.inf == 0:
		at = r.lo.value
	case r.hi.inf == 0:
		at = r.hi.value
	}
	point := make([]rational.Rat, x.Poly.Ring().NumVars())
	point[x.Var] = at
	value, err := x.Poly.Eval(point, nil)
	return signOf(value), err == nil
}

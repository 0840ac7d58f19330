package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A spelling is a way to write a normal form.
type spelling struct {
	node symbolic.ID
	name string
}

const (
	factored      = "factors"
	multipliedOut = "multiplied out"
	collected     = "terms collected"
	withoutRoots  = "denominator without roots"
)

// maxTerms bounds the terms of what is written multiplied out.
const maxTerms = 60

// written returns the ways to write the normal form of a node: in irreducible
// factors, multiplied out, and between these.
func (w *worker) written(f *algebra.Field, node symbolic.ID) ([]spelling, error) {
	c, factors, err := f.Factors(node)
	if err != nil {
		return nil, err
	}
	if c.IsZero() || len(factors) == 0 {
		return []spelling{{w.s.Num(c), factored}}, nil
	}
	c, factors = w.signs(c, factors)
	first := w.product(c, factors)
	out := []spelling{{first, factored}}
	if joined, ok := w.join(factors); ok {
		c, joined = w.signs(c, joined)
		out = append(out, spelling{w.product(c, joined), collected})
	}
	if n, ok := w.rationalized(c, factors); ok {
		out = append(out, spelling{n, withoutRoots})
	}
	terms, err := f.Terms(node)
	if err != nil || len(terms) > maxTerms {
		return out, nil
	}
	sum := w.sum(terms)
	out = append(out, spelling{sum, multipliedOut})
	if g := w.group(sum); g != sum {
		out = append(out, spelling{g, collected})
	}
	if n, ok := w.numerator(c, factors); ok {
		out = append(out, spelling{n, collected})
	}
	return out, nil
}

func (w *worker) sum(terms []algebra.Term) symbolic.ID {
	b := w.s.NewSum()
	for _, t := range terms {
		b.AddScaled(t.Node, t.Coef)
	}
	return b.Sum()
}

// product multiplies factors, each written as short as possible.
func (w *worker) product(c rational.Rat, factors []algebra.Factor) symbolic.ID {
	b := w.s.NewProduct()
	b.MulNumber(c)
	for _, x := range factors {
		b.MulPow(w.group(x.Base), w.s.Int(x.Exp))
	}
	return b.Product()
}

// signs chooses the signs of factors that are sums: positive ones where that is
// known, else so that as few minus signs as possible are written.
func (w *worker) signs(c rational.Rat, factors []algebra.Factor) (rational.Rat, []algebra.Factor) {
	s := w.s
	factors = slices.Clone(factors)
	flip := func(i int) {
		factors[i].Base = w.negated(factors[i].Base)
		if factors[i].Exp%2 != 0 {
			c = c.Neg()
		}
	}
	for i, x := range factors {
		if s.Kind(x.Base) == symbolic.Sum && w.c.Holds(s.Relate(symbolic.LessEqual, x.Base, symbolic.Zero)) {
			flip(i)
		}
	}
	if c.Sign() < 0 {
		best := -1
		for i, x := range factors {
			if s.Kind(x.Base) != symbolic.Sum || x.Exp%2 == 0 || w.c.Holds(s.Relate(symbolic.LessEqual, symbolic.Zero, x.Base)) {
				continue
			}
			if w.minuses(x.Base) > 0 && (best < 0 || w.minuses(x.Base) > w.minuses(factors[best].Base)) {
				best = i
			}
		}
		if best >= 0 {
			flip(best)
		}
	}
	return c, factors
}

// minuses counts the negative terms of a sum.
func (w *worker) minuses(sum symbolic.ID) int {
	ops := w.s.Operands(sum)
	n := 0
	if w.s.Number(ops[0]).Sign() < 0 {
		n++
	}
	for i := 2; i < len(ops); i += 2 {
		if w.s.Number(ops[i]).Sign() < 0 {
			n++
		}
	}
	return n
}

// negated returns minus a sum as a sum.
func (w *worker) negated(sum symbolic.ID) symbolic.ID {
	b := w.s.NewSum()
	b.AddScaled(sum, rational.NegOne)
	return b.Sum()
}

// maxJoined bounds the factors that are tried to be multiplied with each other.
const maxJoined = 6

// join multiplies factors with the same exponent where the product is written
// shorter: (x-1)*(x+1) as x^2-1.
func (w *worker) join(factors []algebra.Factor) (out []algebra.Factor, ok bool) {
	s := w.s
	out = slices.Clone(factors)
	for again := true; again; {
		again = false
		for i := range out {
			for j := i + 1; j < len(out) && j < maxJoined; j++ {
				x, y := out[i], out[j]
				if x.Exp != y.Exp || s.Kind(x.Base) != symbolic.Sum && s.Kind(y.Base) != symbolic.Sum {
					continue
				}
				both := s.Mul(x.Base, y.Base)
				z, err := w.multiplied(both)
				if err != nil || w.m.size(z).weight >= w.m.size(both).weight {
					continue
				}
				out[i].Base = z
				out = slices.Delete(out, j, j+1)
				again, ok = true, true
				break
			}
			if again {
				break
			}
		}
	}
	return out, ok
}

// multiplied returns a node multiplied out.
func (w *worker) multiplied(node symbolic.ID) (symbolic.ID, error) {
	f, err := w.field(nil, node)
	if err != nil {
		return 0, err
	}
	terms, err := f.Terms(node)
	if err != nil || len(terms) > maxTerms {
		return node, err
	}
	return w.sum(terms), nil
}

// numerator writes a fraction with the numerator multiplied out.
func (w *worker) numerator(c rational.Rat, factors []algebra.Factor) (symbolic.ID, bool) {
	above, below, sums := w.split(factors)
	if sums == 0 || below == symbolic.One {
		return 0, false
	}
	n, err := w.multiplied(above)
	if err != nil {
		return 0, false
	}
	return w.s.Scale(w.s.Mul(w.group(n), below), c), true
}

// rationalized writes a fraction without square roots in the denominator: times
// (p-q)/(p-q) where p+q is a denominator and q has a root.
func (w *worker) rationalized(c rational.Rat, factors []algebra.Factor) (symbolic.ID, bool) {
	s := w.s
	some := false
	above, below := s.NewProduct(), s.NewProduct()
	for _, x := range factors {
		opposite, ok := w.conjugate(x.Base)
		if !ok || x.Exp != -1 {
			above.MulPow(x.Base, s.Int(x.Exp))
			continue
		}
		d, err := w.multiplied(s.Mul(x.Base, opposite))
		if err != nil {
			return 0, false
		}
		some = true
		above.Mul(opposite)
		below.Mul(d)
	}
	n := above.Product()
	d := below.Product()
	if !some || d == symbolic.Zero {
		return 0, false
	}
	return s.Scale(s.Div(n, d), c), true
}

// conjugate returns a sum with the opposite signs of the terms that have the
// first of the square roots in it.
func (w *worker) conjugate(sum symbolic.ID) (symbolic.ID, bool) {
	s := w.s
	if s.Kind(sum) != symbolic.Sum {
		return 0, false
	}
	half := s.Num(rational.Half)
	var root symbolic.ID
	b := s.NewSum()
	for _, t := range w.termsOf(sum) {
		for _, x := range t.base {
			if root == 0 && s.Kind(x) == symbolic.Power && s.Operands(x)[1] == half {
				root = x
			}
		}
		if root != 0 && t.exponent(root)%2 != 0 {
			t.c = t.c.Neg()
		}
		b.Add(w.nodeOf(t))
	}
	return b.Sum(), root != 0
}

// split returns the factors with positive and those with negative exponents as
// products, and the number of sums among the former.
func (w *worker) split(factors []algebra.Factor) (above, below symbolic.ID, sums int) {
	s := w.s
	n, d := s.NewProduct(), s.NewProduct()
	for _, x := range factors {
		if x.Exp < 0 {
			d.MulPow(w.group(x.Base), s.Int(x.Exp))
			continue
		}
		n.MulPow(x.Base, s.Int(x.Exp))
		if s.Kind(x.Base) == symbolic.Sum {
			sums++
		}
	}
	return n.Product(), d.Product(), sums
}

// fraction returns the normal form of a node with numerator and denominator
// multiplied out: generators may be replaced in it.
func (w *worker) fraction(f *algebra.Field, node symbolic.ID) (symbolic.ID, error) {
	c, factors, err := f.Factors(node)
	if err != nil {
		return 0, err
	}
	above, below, _ := w.split(factors)
	n, err := w.multiplied(above)
	if err != nil {
		return 0, err
	}
	d, err := w.multiplied(w.s.Pow(below, symbolic.NegOne))
	if err != nil {
		return 0, err
	}
	return w.s.Scale(w.s.Div(n, d), c), nil
}

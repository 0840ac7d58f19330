package simplify

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// group writes a sum with common factors of its terms taken out, where that is
// shorter: a*b+a*c+d as a*(b+c)+d. Nodes that are no sums stay.
func (w *worker) group(id symbolic.ID) symbolic.ID {
	if w.s.Kind(id) != symbolic.Sum || len(w.s.Operands(id)) > 2*maxTerms {
		return id
	}
	z := w.grouped(w.termsOf(id))
	if w.m.size(z).weight < w.m.size(id).weight {
		return z
	}
	return id
}

// A grouping is a term of a sum: a number times powers of bases.
type grouping struct {
	c    rational.Rat
	base []symbolic.ID
	exp  []int64
}

func (t *grouping) exponent(base symbolic.ID) int64 {
	if i := slices.Index(t.base, base); i >= 0 {
		return t.exp[i]
	}
	return 0
}

// without returns the term divided by base^e.
func (t *grouping) without(base symbolic.ID, e int64) grouping {
	i := slices.Index(t.base, base)
	z := grouping{t.c, slices.Clone(t.base), slices.Clone(t.exp)}
	if z.exp[i] -= e; z.exp[i] == 0 {
		z.base, z.exp = slices.Delete(z.base, i, i+1), slices.Delete(z.exp, i, i+1)
	}
	return z
}

func (w *worker) termsOf(sum symbolic.ID) []grouping {
	s := w.s
	ops := s.Operands(sum)
	var list []grouping
	if c := s.Number(ops[0]); !c.IsZero() {
		list = append(list, grouping{c: c})
	}
	for i := 1; i < len(ops); i += 2 {
		list = append(list, w.termOf(ops[i], s.Number(ops[i+1])))
	}
	return list
}

func (w *worker) termOf(id symbolic.ID, c rational.Rat) grouping {
	s := w.s
	t := grouping{c: c}
	add := func(base, exponent symbolic.ID) {
		e, ok := int64(1), true
		if s.Kind(exponent) == symbolic.Number {
			e, ok = s.Number(exponent).Int64()
		} else {
			ok = false
		}
		if !ok {
			base, e = s.Pow(base, exponent), 1
		}
		t.base, t.exp = append(t.base, base), append(t.exp, e)
	}
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			add(ops[i], ops[i+1])
		}
	case symbolic.Power:
		add(ops[0], ops[1])
	default:
		add(id, symbolic.One)
	}
	return t
}

// node returns a term as a node.
func (w *worker) nodeOf(t grouping) symbolic.ID {
	b := w.s.NewProduct()
	b.MulNumber(t.c)
	for i, x := range t.base {
		b.MulPow(x, w.s.Int(t.exp[i]))
	}
	return b.Product()
}

// grouped takes out the factor that is in most terms, and then does the same
// with the terms that have it and with those that do not. It recurses at most
// as often as there are terms.
func (w *worker) grouped(terms []grouping) symbolic.ID {
	s := w.s
	if len(terms) == 1 {
		return w.nodeOf(terms[0])
	}
	base, low := w.commonest(terms)
	if base == 0 {
		return w.withContent(terms)
	}
	var with, rest []grouping
	for _, t := range terms {
		if e := t.exponent(base); e > 0 == (low > 0) && e != 0 {
			with = append(with, t.without(base, low))
		} else {
			rest = append(rest, t)
		}
	}
	z := s.Mul(s.Pow(base, s.Int(low)), w.grouped(with))
	if len(rest) == 0 {
		return z
	}
	return s.Add(z, w.grouped(rest))
}

// A common base is in several terms of a sum, with exponents of one sign.
type common struct {
	base  symbolic.ID
	count int   // terms that have it
	low   int64 // the power that all of these have
	mixed bool  // some have a higher power
}

// commonest returns the base that saves most if it is taken out of the terms
// that have it, with the power that all of these have; 0 is none. x^2+4*x+2
// is not written x*(x+4)+2.
func (w *worker) commonest(terms []grouping) (symbolic.ID, int64) {
	var list []common
	for _, t := range terms {
		for i, x := range t.base {
			e := t.exp[i]
			k := slices.IndexFunc(list, func(c common) bool { return c.base == x && c.low > 0 == (e > 0) })
			if k < 0 {
				list = append(list, common{base: x, count: 1, low: e})
				continue
			}
			c := &list[k]
			c.count++
			c.mixed = c.mixed || e != c.low
			if e > 0 {
				c.low = min(c.low, e)
			} else {
				c.low = max(c.low, e)
			}
		}
	}
	list = slices.DeleteFunc(list, func(c common) bool { return c.count < 2 || c.mixed && c.count < len(terms) })
	if len(list) == 0 {
		return 0, 0
	}
	saved := func(c common) int64 {
		return int64(c.count-1) * w.m.size(w.s.Pow(c.base, w.s.Int(c.low))).weight
	}
	best := slices.MaxFunc(list, func(a, b common) int {
		return cmp.Or(cmp.Compare(saved(a), saved(b)), w.s.Compare(b.base, a.base))
	})
	return best.base, best.low
}

// withContent adds terms that have no base in common, with a common number taken
// out: 2*x+4*y as 2*(x+2*y).
func (w *worker) withContent(terms []grouping) symbolic.ID {
	s := w.s
	b := s.NewSum()
	g := rational.Rat{}
	for _, t := range terms {
		b.Add(w.nodeOf(t))
		g = gcdOf(g, t.c)
	}
	sum := b.Sum()
	if g.IsOne() || g.IsZero() || s.Kind(sum) != symbolic.Sum {
		return sum
	}
	b = s.NewSum()
	for _, t := range terms {
		t.c = t.c.Div(g)
		b.Add(w.nodeOf(t))
	}
	z := s.Scale(b.Sum(), g)
	if w.m.size(z).weight < w.m.size(sum).weight {
		return z
	}
	return sum
}

// gcdOf returns the greatest common divisor of two numbers, by which both are
// integers without a common divisor; it is positive.
func gcdOf(x, y rational.Rat) rational.Rat {
	x, y = x.Abs(), y.Abs()
	for !y.IsZero() {
		x, y = y, x.Sub(y.Mul(x.Div(y).Floor()))
	}
	return x
}

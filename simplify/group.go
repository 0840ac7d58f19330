package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// group writes a sum with common factors of its terms taken out, where that is
// shorter: a*b+a*c+d as a*(b+c)+d. Nodes that are no sums stay.
func (w *worker) group(id symbolic.ID) symbolic.ID {
	if w.s.Kind(id) != symbolic.Sum || len(w.s.Operands(id)) > 2*maxGrouped {
		return id
	}
	g := grouper{worker: w}
	z := g.grouped(w.termsOf(id), 0)
	if w.m.size(z).weight < w.m.size(id).weight {
		return z
	}
	return id
}

const (
	// maxGrouped bounds the terms of sums that are grouped, the cost of which may
	// be quadratic.
	maxGrouped = 1000
	// maxGroups bounds sums within sums.
	maxGroups = 32

	commonFactors = "common factors taken out"
)

// gather groups the terms of a sum that is too long for normal forms.
func (w *worker) gather(id symbolic.ID) (z change, ok bool) {
	if w.s.Kind(id) != symbolic.Sum || len(w.s.Operands(id)) > 2*maxGrouped || !w.tried.Add(id) {
		return z, false
	}
	g := grouper{worker: w}
	to := g.grouped(w.termsOf(id), 0)
	if !w.isBetter(to, id) {
		return z, false
	}
	i, err := w.c.Factored(id, to, g.opened, g.products)
	if err != nil {
		return z, false
	}
	w.note(id, to, commonFactors, "", symbolic.True)
	return change{to, i}, true
}

// A grouper takes out common factors.
type grouper struct {
	*worker
	products []symbolic.ID // with a sum that is left of terms, each followed by that sum
	opened   []symbolic.ID // terms of which a sum is left, which becomes a part of another sum, each followed by that sum
}

// A grouping is a term of a sum, or what is left of it: a number times powers of
// bases.
type grouping struct {
	c    rational.Rat
	base []symbolic.ID
	exp  []int64
	term symbolic.ID // that it comes from, without its number
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
	z := grouping{t.c, slices.Clone(t.base), slices.Clone(t.exp), t.term}
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
		list = append(list, grouping{c: c, term: symbolic.One})
	}
	for i := 1; i < len(ops); i += 2 {
		list = append(list, w.termOf(ops[i], s.Number(ops[i+1])))
	}
	return list
}

func (w *worker) termOf(id symbolic.ID, c rational.Rat) grouping {
	s := w.s
	t := grouping{c: c, term: id}
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

// grouped takes out the factor that saves most, and then does the same with the
// terms that have it and with those that do not.
func (g *grouper) grouped(terms []grouping, depth int) symbolic.ID {
	z, _ := g.taken(terms, depth)
	return z
}

// taken is grouped; it also returns the factor of the result, if that is a
// product, that is a sum left of terms.
func (g *grouper) taken(terms []grouping, depth int) (z, inner symbolic.ID) {
	s := g.s
	b := s.NewSum()
	for len(terms) > 1 {
		base, low := symbolic.ID(0), int64(0)
		if depth < maxGroups {
			base, low = g.commonest(terms)
		}
		if base == 0 {
			break
		}
		var with, rest []grouping
		for _, t := range terms {
			if e := t.exponent(base); e != 0 && e > 0 == (low > 0) {
				with = append(with, t.without(base, low))
			} else {
				rest = append(rest, t)
			}
		}
		z, sum := g.taken(with, depth+1)
		if sum == 0 {
			sum = z
		}
		product := s.Mul(s.Pow(base, s.Int(low)), z)
		if s.Kind(product) == symbolic.Product {
			g.products = append(g.products, s.Scale(product, s.Number(s.Operands(product)[0]).Inv()), sum)
		}
		b.Add(product)
		inner = sum
		terms = rest
	}
	if len(terms) > 0 {
		for _, t := range terms {
			if len(t.base) == 1 && t.exp[0] == 1 && s.Kind(t.base[0]) == symbolic.Sum {
				g.opened = append(g.opened, t.term, t.base[0])
			}
		}
		rest, sum := g.withContent(terms)
		b.Add(rest)
		inner = sum
	}
	z = b.Sum()
	if s.Kind(z) == symbolic.Sum {
		inner = 0
	}
	return z, inner
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
func (g *grouper) commonest(terms []grouping) (symbolic.ID, int64) {
	type key struct {
		base     symbolic.ID
		positive bool
	}
	at := map[key]int{}
	var list []common
	for _, t := range terms {
		for i, x := range t.base {
			e := t.exp[i]
			k, ok := at[key{x, e > 0}]
			if !ok {
				at[key{x, e > 0}] = len(list)
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
	best, saved := common{}, int64(0)
	for _, c := range list {
		if c.count < 2 || c.mixed && c.count < len(terms) {
			continue
		}
		v := int64(c.count-1) * g.m.size(g.s.Pow(c.base, g.s.Int(c.low))).weight
		if v > saved || v == saved && g.s.Compare(c.base, best.base) < 0 {
			best, saved = c, v
		}
	}
	return best.base, best.low
}

// withContent adds terms that have no base in common, with a common number taken
// out, 2*x+4*y as 2*(x+2*y), and returns the sum that is left then.
func (g *grouper) withContent(terms []grouping) (z, inner symbolic.ID) {
	s := g.s
	b := s.NewSum()
	k := rational.Rat{}
	for _, t := range terms {
		b.Add(g.nodeOf(t))
		k = gcdOf(k, t.c)
	}
	sum := b.Sum()
	if k.IsOne() || k.IsZero() || s.Kind(sum) != symbolic.Sum {
		return sum, 0
	}
	b = s.NewSum()
	for _, t := range terms {
		t.c = t.c.Div(k)
		b.Add(g.nodeOf(t))
	}
	inner = b.Sum()
	z = s.Scale(inner, k)
	if g.m.size(z).weight >= g.m.size(sum).weight {
		return sum, 0
	}
	return z, inner
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

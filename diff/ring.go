package diff

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Higher derivatives by one variable are sums of very many products of few
// different factors: x, exp(x^2), sin(x), cos(x), 1+x^2. A ring takes these as
// generators. The derivative of a generator is a number times a product of
// generators, where a sum such as 1-tanh(x)^2 becomes a generator itself, so
// that differentiating a product
//
//	(c·Π g_i^e_i)' = Σ_i c·e_i · Π g_j^e_j · g_i'/g_i
//
// is one addition of exponent vectors a factor, and nothing is built in the
// store before the last order. The result has the same terms as repeated use
// of the product rule.
type ring struct {
	r    *rules
	t    *forward
	gens []generator
	at   map[symbolic.ID]int // node -> index in gens
}

// maxGenerators is the number of exponents in a vector. Where more are needed,
// or where exponents could grow beyond their 16 bits, the derivative is taken
// in the store.
const (
	maxGenerators  = 16
	maxRingOrder   = 500
	maxRingStep    = 15   // largest change of an exponent by one derivative
	maxRingInitial = 1000 // largest exponent at the start
)

type generator struct {
	node  symbolic.ID
	known bool
	c     rational.Rat // derivative: c times the generators' powers
	delta exponents    // exponents of the derivative, less 1 for the generator
}

// exponents is a vector of 16-bit fields, four to a word. Vectors of terms
// have bias added to every field; vectors of changes are plain sums of
// e_i·2^(16·i), so that adding them as integers adds the fields.
type exponents [maxGenerators / 4]uint64

const bias = 1 << 14

var biased = func() (e exponents) {
	for i := range maxGenerators {
		e.add(i, bias)
	}
	return e
}()

func (e *exponents) add(i int, n int64) { e[i/4] += uint64(n) << (16 * (i % 4)) }

func (e *exponents) of(i int) int64 { return int64(e[i/4]>>(16*(i%4))&0xFFFF) - bias }

func (e exponents) plus(d *exponents) exponents {
	for i := range e {
		e[i] += d[i]
	}
	return e
}

func (e *exponents) hash() uint32 {
	h := uint64(0)
	for _, w := range e {
		h = (h ^ w) * 0x9E3779B97F4A7C15
		h ^= h >> 32
	}
	return uint32(h)
}

type ringTerm struct {
	e exponents
	c rational.Rat
}

// terms is a sum of products, each vector of exponents once, in the order in
// which they first came.
type terms struct {
	list  []ringTerm
	slots []int32 // open addressing: index in list, plus 1
}

func (t *terms) reset() {
	t.list = t.list[:0]
	clear(t.slots)
}

func (t *terms) add(e exponents, c rational.Rat) {
	if 2*(len(t.list)+1) > len(t.slots) {
		t.slots = make([]int32, max(64, 4*len(t.slots)))
		for i := range t.list {
			t.slots[t.find(&t.list[i].e)] = int32(i) + 1
		}
	}
	s := t.find(&e)
	if i := t.slots[s]; i > 0 {
		t.list[i-1].c = t.list[i-1].c.Add(c)
		return
	}
	t.list = append(t.list, ringTerm{e, c})
	t.slots[s] = int32(len(t.list))
}

// find returns the slot of a vector, or the empty slot where it belongs.
func (t *terms) find(e *exponents) uint32 {
	mask := uint32(len(t.slots) - 1)
	for s := e.hash() & mask; ; s = (s + 1) & mask {
		if i := t.slots[s]; i == 0 || t.list[i-1].e == *e {
			return s
		}
	}
}

func newRing(r *rules, t *forward) *ring {
	return &ring{r: r, t: t, at: map[symbolic.ID]int{}}
}

// derivative returns the derivative of the given order, or false where the
// ring does not suffice.
func (g *ring) derivative(root symbolic.ID, order int) (symbolic.ID, bool) {
	s := g.r.s
	if order > maxRingOrder {
		return 0, false
	}
	var now, next terms
	if s.Kind(root) == symbolic.Sum {
		ops := s.Operands(root)
		for i := 1; i < len(ops); i += 2 {
			if !g.start(&now, ops[i], s.Number(ops[i+1])) {
				return 0, false
			}
		}
	} else if !g.start(&now, root, rational.One) {
		return 0, false
	}
	for range order {
		s.CheckStopped()
		next.reset()
		for i := range now.list {
			if !g.differentiate(&now.list[i], &next) {
				return 0, false
			}
		}
		now, next = next, now
	}
	return g.sum(&now), true
}

func (g *ring) start(t *terms, id symbolic.ID, k rational.Rat) bool {
	c, e, ok := g.monomial(id, maxRingInitial)
	if ok {
		t.add(e.plus(&biased), c.Mul(k))
	}
	return ok
}

// monomial writes a node as a number times powers of generators.
func (g *ring) monomial(id symbolic.ID, limit int64) (c rational.Rat, e exponents, ok bool) {
	s := g.r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return s.Number(id), e, true
	case symbolic.Power:
		return rational.One, e, g.power(&e, ops[0], ops[1], limit)
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if !g.power(&e, ops[i], ops[i+1], limit) {
				return c, e, false
			}
		}
		return s.Number(ops[0]), e, true
	}
	return rational.One, e, g.power(&e, id, symbolic.One, limit)
}

// power multiplies by base^exponent. Other powers than small integers are
// generators themselves.
func (g *ring) power(e *exponents, base, exponent symbolic.ID, limit int64) bool {
	s := g.r.s
	n, small := int64(1), false
	if s.Kind(exponent) == symbolic.Number {
		n, small = s.Number(exponent).Int64()
	}
	switch {
	case !small:
		base, n = s.Pow(base, exponent), 1
	case n > limit || n < -limit:
		return false
	}
	i, ok := g.at[base]
	if !ok {
		if i = len(g.gens); i == maxGenerators {
			return false
		}
		g.gens = append(g.gens, generator{node: base})
		g.at[base] = i
	}
	e.add(i, n)
	return true
}

// know finds the derivative of generator i.
func (g *ring) know(i int) bool {
	d := g.t.run(g.gens[i].node)
	c, e, ok := g.monomial(d, maxRingStep-1)
	if !ok {
		return false
	}
	e.add(i, -1)
	x := &g.gens[i]
	x.known, x.c, x.delta = true, c, e
	return true
}

func (g *ring) differentiate(t *ringTerm, to *terms) bool {
	if t.c.IsZero() {
		return true
	}
	for i := 0; i < len(g.gens); i++ {
		n := t.e.of(i)
		if n == 0 {
			continue
		}
		if !g.gens[i].known && !g.know(i) {
			return false
		}
		if x := &g.gens[i]; !x.c.IsZero() {
			to.add(t.e.plus(&x.delta), t.c.Mul(x.c.Mul(rational.Int(n))))
		}
	}
	return true
}

// sum builds the terms in the store.
func (g *ring) sum(t *terms) symbolic.ID {
	s := g.r.s
	b := s.NewSum()
	for _, x := range t.list {
		if x.c.IsZero() {
			continue
		}
		p := s.NewProduct()
		p.MulNumber(x.c)
		for i := range g.gens {
			if n := x.e.of(i); n != 0 {
				p.MulPow(g.gens[i].node, s.Int(n))
			}
		}
		c, rest := p.Split()
		b.AddScaled(rest, c)
	}
	return b.Sum()
}

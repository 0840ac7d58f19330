package symbolic

import "github.com/symgrad/symgrad/rational"

// A SumBuilder gathers the terms of one sum and sorts them once, whatever
// their number.
type SumBuilder struct {
	s     *Store
	c     rational.Rat
	large []partial // what c was whenever it became large
	pairs []pair
}

// A partial is the sum of about 2^level large numbers.
type partial struct {
	sum   rational.Rat
	level int
}

// NewSum returns an empty builder.
func (s *Store) NewSum() SumBuilder { return SumBuilder{s: s, pairs: s.takePairs()} }

// Add adds a node.
func (b *SumBuilder) Add(id ID) { b.AddScaled(id, rational.One) }

// AddScaled adds k times a node. Sums are flattened, and the numeric
// coefficient of a product is split off.
func (b *SumBuilder) AddScaled(id ID, k rational.Rat) {
	if k.IsZero() {
		return
	}
	s := b.s
	r := s.rec(id)
	switch r.kind {
	case Number:
		b.AddNumber(k.Mul(s.Number(id)))
	case Sum:
		ops := s.operands.slice(r.off, r.n)
		if k.IsOne() {
			b.AddNumber(s.Number(ops[0]))
			for i := 1; i < len(ops); i += 2 {
				b.pairs = append(b.pairs, s.pairOf(ops[i], ops[i+1]))
			}
			return
		}
		b.AddNumber(k.Mul(s.Number(ops[0])))
		for i := 1; i < len(ops); i += 2 {
			b.pairs = append(b.pairs, s.pairOf(ops[i], s.Num(k.Mul(s.Number(ops[i+1])))))
		}
	case Product:
		ops := s.operands.slice(r.off, r.n)
		if ops[0] == One {
			b.pairs = append(b.pairs, s.pairOf(id, s.Num(k)))
			return
		}
		rest := s.withoutCoefficient(ops)
		if s.rec(rest).kind == Sum { // 2·(x+y) inside a sum is distributed: a term is never a sum
			b.AddScaled(rest, k.Mul(s.Number(ops[0])))
			return
		}
		b.pairs = append(b.pairs, s.pairOf(rest, s.Num(k.Mul(s.Number(ops[0])))))
	default:
		b.pairs = append(b.pairs, s.pairOf(id, s.Num(k)))
	}
}

// AddNumber adds an exact number. Large numbers are added to others of about the
// same size first: that of n fractions takes n·log²n steps and not n².
func (b *SumBuilder) AddNumber(x rational.Rat) {
	b.c = b.c.Add(x)
	if _, _, small := b.c.Small(); small {
		return
	}
	z := partial{b.c, 0}
	b.c = rational.Rat{}
	for n := len(b.large); n > 0 && b.large[n-1].level == z.level; n-- {
		z = partial{b.large[n-1].sum.Add(z.sum), z.level + 1}
		b.large = b.large[:n-1]
	}
	b.large = append(b.large, z)
}

// number is the sum of all numbers.
func (b *SumBuilder) number() rational.Rat {
	c := b.c
	for i := len(b.large) - 1; i >= 0; i-- {
		c = c.Add(b.large[i].sum)
	}
	return c
}

// Sum returns the sum. The builder is used up.
func (b *SumBuilder) Sum() ID {
	s, p := b.s, b.pairs
	s.sortPairs(p)
	n := 0
	for i := 0; i < len(p); {
		x := p[i]
		for i++; i < len(p) && p[i].id == x.id; i++ {
			x.k = s.addNumbers(x.k, p[i].k)
		}
		if x.k != Zero {
			if x.k != One && s.isUndefined(x.id) { // 2·(1/0) is 1/0
				x.k = One
			}
			p[n] = x
			n++
		}
	}
	p = p[:n]
	c := b.number()
	var id ID
	switch {
	case n == 0:
		id = s.Num(c)
	case n == 1 && c.IsZero():
		id = s.Scale(p[0].id, s.Number(p[0].k))
	default:
		id = s.internPairs(Sum, c, p)
	}
	s.givePairs(p)
	return id
}

func (s *Store) addNumbers(a, b ID) ID { return s.Num(s.Number(a).Add(s.Number(b))) }

// Add returns the sum of the nodes.
func (s *Store) Add(ids ...ID) ID {
	b := s.NewSum()
	for _, id := range ids {
		b.Add(id)
	}
	return b.Sum()
}

// Sub returns a - b.
func (s *Store) Sub(x, y ID) ID {
	b := s.NewSum()
	b.Add(x)
	b.AddScaled(y, rational.NegOne)
	return b.Sum()
}

package symbolic

import "github.com/symgrad/symgrad/rational"

// A ProductBuilder gathers the factors of one product and sorts them once.
type ProductBuilder struct {
	s        *Store
	c        rational.Rat
	pairs    []pair
	radicals int // pairs with a numeric base
}

// NewProduct returns an empty builder.
func (s *Store) NewProduct() ProductBuilder {
	return ProductBuilder{s: s, c: rational.One, pairs: s.takePairs()}
}

// MulNumber multiplies by an exact number.
func (b *ProductBuilder) MulNumber(x rational.Rat) { b.c = b.c.Mul(x) }

// Mul multiplies by a node.
func (b *ProductBuilder) Mul(id ID) {
	s := b.s
	r := s.rec(id)
	switch r.kind {
	case Number:
		b.c = b.c.Mul(s.Number(id))
	case Product:
		ops := s.operands.slice(r.off, r.n)
		b.c = b.c.Mul(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			b.pair(ops[i], ops[i+1])
		}
	case Power:
		ops := s.operands.slice(r.off, r.n)
		b.pair(ops[0], ops[1])
	default:
		b.pairs = append(b.pairs, s.pairOf(id, One))
	}
}

// MulPow multiplies by base^exponent.
func (b *ProductBuilder) MulPow(base, exponent ID) {
	switch exponent {
	case Zero: // 0^0 is 1
		return
	case One:
		b.Mul(base)
		return
	}
	switch b.s.rec(base).kind {
	case Number, Product, Power:
		b.Mul(b.s.Pow(base, exponent))
	default:
		b.pairs = append(b.pairs, b.s.pairOf(base, exponent))
	}
}

// pair adds a base and exponent taken from a canonical node.
func (b *ProductBuilder) pair(base, exponent ID) {
	p := b.s.pairOf(base, exponent)
	if b.s.isNumber(base) {
		b.radicals++
	}
	b.pairs = append(b.pairs, p)
}

// Product returns the product. The builder is used up.
func (b *ProductBuilder) Product() ID {
	c, rest := b.Split()
	return b.s.Scale(rest, c)
}

// Split returns the product as a numeric coefficient and a node without one,
// which is what a sum wants. The builder is used up.
func (b *ProductBuilder) Split() (rational.Rat, ID) {
	s := b.s
	for b.merge() {
	}
	p := b.pairs
	rest := One
	for _, x := range p {
		if s.undefined(x.id, x.k) {
			s.givePairs(p)
			return rational.One, s.rawPower(x.id, x.k)
		}
	}
	switch {
	case b.c.IsZero():
	case len(p) == 1 && p[0].k == One:
		rest = p[0].id
	case len(p) == 1:
		rest = s.rawPower(p[0].id, p[0].k)
	case len(p) > 1:
		rest = s.internPairs(Product, rational.One, p)
	}
	s.givePairs(p)
	return b.c, rest
}

// undefined tells whether base^exponent is a division by zero, which has no
// value anywhere and absorbs every factor.
func (s *Store) undefined(base, exponent ID) bool { return base == Zero && s.isNumber(exponent) }

func (s *Store) isUndefined(id ID) bool {
	if s.rec(id).kind != Power {
		return false
	}
	ops := s.Operands(id)
	return s.undefined(ops[0], ops[1])
}

// merge sorts the factors and adds the exponents of equal bases. It returns
// true where that changed a factor into something with factors of its own, so
// that another round is due.
func (b *ProductBuilder) merge() bool {
	s, p := b.s, b.pairs
	s.sortPairs(p)
	n := 0
	var extra []ID // powers that became something else
	for i := 0; i < len(p); {
		x := p[i]
		merged := false
		for i++; i < len(p) && p[i].id == x.id; i++ {
			x.k, merged = s.addExponents(x.k, p[i].k), true
		}
		if merged {
			if x.k == Zero {
				continue
			}
			switch s.rec(x.id).kind {
			case Number, Product, Power:
				if y := s.Pow(x.id, x.k); x.k == One || y != s.rawPower(x.id, x.k) {
					extra = append(extra, y)
					continue
				}
			}
		}
		p[n] = x
		n++
	}
	b.pairs = p[:n]
	if len(extra) > 0 {
		for _, y := range extra {
			b.Mul(y)
		}
		return true
	}
	return b.radicals > 1 && b.mergeRadicals()
}

func (s *Store) addExponents(a, b ID) ID {
	if s.isNumber(a) && s.isNumber(b) {
		return s.addNumbers(a, b)
	}
	return s.Add(a, b)
}

// Mul returns the product of the nodes.
func (s *Store) Mul(ids ...ID) ID {
	b := s.NewProduct()
	for _, id := range ids {
		b.Mul(id)
	}
	return b.Product()
}

// Scale returns c times a node. A sum is not distributed: 2·(x+y) stays a
// product, as it was written.
func (s *Store) Scale(id ID, c rational.Rat) ID {
	if c.IsOne() {
		return id
	}
	r := s.rec(id)
	switch r.kind {
	case Number:
		return s.Num(c.Mul(s.Number(id)))
	case Product:
		ops := s.operands.slice(r.off, r.n)
		c = c.Mul(s.Number(ops[0]))
		if c.IsOne() {
			return s.withoutCoefficient(ops)
		}
		return s.replaceCoefficient(ops, s.Num(c))
	case Power:
		ops := s.operands.slice(r.off, r.n)
		if s.undefined(ops[0], ops[1]) {
			return id
		}
		if c.IsZero() {
			return Zero
		}
		return s.intern(Product, 0, []ID{s.Num(c), ops[0], ops[1]})
	}
	if c.IsZero() {
		return Zero
	}
	return s.intern(Product, 0, []ID{s.Num(c), id, One})
}

// replaceCoefficient interns a product with another coefficient (not 1).
func (s *Store) replaceCoefficient(ops []ID, c ID) ID {
	if c == Zero {
		return Zero
	}
	buf := append(s.scratch.ids[:0], c)
	buf = append(buf, ops[1:]...)
	id := s.intern(Product, 0, buf)
	s.scratch.ids = buf[:0]
	return id
}

// withoutCoefficient returns the product with the coefficient replaced by 1.
func (s *Store) withoutCoefficient(ops []ID) ID {
	switch {
	case len(ops) > 3:
		return s.replaceCoefficient(ops, One)
	case ops[2] == One:
		return ops[1]
	}
	return s.rawPower(ops[1], ops[2])
}

// Neg returns -x.
func (s *Store) Neg(x ID) ID { return s.Scale(x, rational.NegOne) }

// Div returns x/y.
func (s *Store) Div(x, y ID) ID {
	b := s.NewProduct()
	b.Mul(x)
	b.MulPow(y, NegOne)
	return b.Product()
}

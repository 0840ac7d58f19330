package algebra

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxLetters bounds the variables of one ring, since each term has room for
// the exponents of all; products with more are distributed term by term.
const maxLetters = 256

// product adds a product or power that has something to multiply out.
func (z *expansion) product(id symbolic.ID) error {
	x := z.x
	r := &laurentRing{s: x.s, budget: x.budget, atoms: map[symbolic.ID]int{}, bases: map[symbolic.ID]int{},
		values: map[symbolic.ID]laurent{}, powers: map[powerOf]laurent{}}
	plan, err := r.collect(id)
	if err != nil {
		return err
	}
	if plan == nil {
		return z.distribute(id)
	}
	for _, n := range plan {
		x.s.CheckStopped()
		if r.values[n], err = r.compute(n); err != nil {
			return err
		}
	}
	return z.addAll(r, r.values[id])
}

// collect finds the generators below a node, and returns the nodes whose
// values are needed, parts first. It returns nil if there are too many.
func (r *laurentRing) collect(root symbolic.ID) (plan []symbolic.ID, err error) {
	type frame struct {
		id    symbolic.ID
		parts []symbolic.ID
	}
	seen := map[symbolic.ID]bool{root: true}
	parts, err := r.parts(root)
	stack := []frame{{root, parts}}
	for err == nil && len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.parts) == 0 {
			plan = append(plan, top.id)
			stack = stack[:len(stack)-1]
			continue
		}
		p := top.parts[0]
		top.parts = top.parts[1:]
		if seen[p] {
			continue
		}
		seen[p] = true
		if parts, err = r.parts(p); len(r.gens) > maxLetters {
			return nil, err
		}
		stack = append(stack, frame{p, parts})
	}
	// The order of the input makes results that do not depend on hashes.
	slices.SortFunc(r.gens, func(x, y letter) int { return cmp.Or(cmp.Compare(x.node, y.node), cmp.Compare(x.order, y.order)) })
	clear(r.atoms)
	clear(r.bases)
	for i, g := range r.gens {
		if g.order == 0 {
			r.atoms[g.node] = i
		} else {
			r.bases[g.node] = i
			r.roots = append(r.roots, i)
		}
	}
	r.ring = poly.NewRing(make([]string, len(r.gens))...)
	return plan, err
}

// parts notes the generators of a node and returns the nodes that it is
// computed from.
func (r *laurentRing) parts(id symbolic.ID) (list []symbolic.ID, err error) {
	s := r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
	case symbolic.Sum:
		for i := 1; i < len(ops); i += 2 {
			list = append(list, ops[i])
		}
	case symbolic.Product:
		for i := 1; i < len(ops) && err == nil; i += 2 {
			list, err = r.powerParts(list, ops[i], ops[i+1])
		}
	case symbolic.Power:
		list, err = r.powerParts(nil, ops[0], ops[1])
	default:
		r.atom(id)
	}
	return list, err
}

func (r *laurentRing) powerParts(list []symbolic.ID, base, exponent symbolic.ID) ([]symbolic.ID, error) {
	s := r.s
	if r.isAtom(base, exponent) {
		r.atom(s.Pow(base, exponent))
		return list, nil
	}
	if n, ok := integer(s, exponent); ok {
		if s.Kind(base) == symbolic.Sum && n > 0 {
			return append(list, base), nil
		}
		r.atom(base)
		return list, nil
	}
	q, ok := s.Number(exponent).Denom().Int64()
	if !ok || q > maxOrder {
		return nil, ErrExponent
	}
	i, ok := r.bases[base]
	if !ok {
		i = len(r.gens)
		r.bases[base] = i
		r.gens = append(r.gens, letter{base, 1})
	}
	g := &r.gens[i]
	if g.order = lcm(g.order, q); g.order > maxOrder {
		return nil, ErrExponent
	}
	return append(list, base), nil
}

// isAtom tells whether a power is taken as it is: its exponent is symbolic or
// too large, or it has no value.
func (r *laurentRing) isAtom(base, exponent symbolic.ID) bool {
	s := r.s
	if s.Kind(exponent) != symbolic.Number {
		return true
	}
	e := s.Number(exponent)
	if s.Kind(base) == symbolic.Number {
		return e.IsInt() || s.Number(base).Sign() <= 0
	}
	_, ok := e.Num().Int64()
	return !ok
}

func (r *laurentRing) atom(id symbolic.ID) {
	if _, ok := r.atoms[id]; !ok {
		r.atoms[id] = len(r.gens)
		r.gens = append(r.gens, letter{node: id})
	}
}

// compute returns the value of a node from those of its parts.
func (r *laurentRing) compute(id symbolic.ID) (laurent, error) {
	s := r.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return laurent{p: r.ring.Const(s.Number(id))}, nil
	case symbolic.Sum:
		list := make([]laurent, 0, len(ops)/2+1)
		list = append(list, laurent{p: r.ring.Const(s.Number(ops[0]))})
		for i := 1; i < len(ops); i += 2 {
			v := r.values[ops[i]]
			list = append(list, laurent{v.p.Scale(s.Number(ops[i+1])), v.low})
		}
		return r.add(list)
	case symbolic.Power:
		return r.power(ops[0], ops[1])
	case symbolic.Product:
		list := []laurent{{p: r.ring.Const(s.Number(ops[0]))}}
		for i := 1; i < len(ops); i += 2 {
			v, err := r.power(ops[i], ops[i+1])
			if err != nil {
				return laurent{}, err
			}
			list = append(list, v)
		}
		return r.productOf(list)
	}
	return r.monomial(r.atoms[id], 1)
}

func (r *laurentRing) power(base, exponent symbolic.ID) (z laurent, err error) {
	s := r.s
	if r.isAtom(base, exponent) {
		return r.monomial(r.atoms[s.Pow(base, exponent)], 1)
	}
	n, ok := integer(s, exponent)
	switch {
	case ok && s.Kind(base) == symbolic.Sum && n > 0:
		key := powerOf{base, n}
		if z, ok = r.powers[key]; !ok {
			if z, err = r.pow(r.values[base], n); err == nil {
				r.powers[key] = z
			}
		}
		return z, err
	case ok:
		return r.monomial(r.atoms[base], n)
	}
	e := s.Number(exponent)
	i := r.bases[base]
	n, ok = e.Mul(rational.Int(r.gens[i].order)).Int64()
	if !ok {
		return z, ErrExponent
	}
	if z, err = r.monomial(i, n); err != nil {
		return z, err
	}
	return r.settle(z)
}

// addAll adds the terms of a value.
func (z *expansion) addAll(r *laurentRing, v laurent) (err error) {
	s := z.x.s
	symbolicExponents := slices.ContainsFunc(r.gens, func(g letter) bool { return g.order == 0 && s.Kind(g.node) == symbolic.Power })
	sums := make([]bool, len(r.gens)) // generators that are sums
	for i, g := range r.gens {
		sums[i] = s.Kind(g.node) == symbolic.Sum
	}
	for i := range v.p.Len() {
		if i%4096 == 0 {
			s.CheckStopped()
		}
		t := v.p.Term(i)
		b := s.NewProduct()
		below := false
		for g, e := range t.Exps {
			if v.low != nil {
				e += v.low[g]
			}
			if e == 0 {
				continue
			}
			r.gens[g].mulPow(s, &b, e)
			below = below || e < 0 && sums[g]
		}
		c, node := b.Split()
		if c.IsOne() {
			c = t.Coef
		} else {
			c = c.Mul(t.Coef)
		}
		switch {
		case symbolicExponents && !z.x.isTerm(node):
			// (x+1)^n·(x+1)^(2-n) became a power with a number.
			err = z.product(s.Scale(node, c))
		case below:
			err = z.add(c, node)
		default:
			z.b.AddScaled(node, c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// mulPow multiplies by a power of a generator. Exponents are multiplied out:
// (x^(n+1))^2 is x^(2·n+2).
func (g letter) mulPow(s *symbolic.Store, b *symbolic.ProductBuilder, e int64) {
	switch {
	case g.order > 0:
		b.MulPow(g.node, s.Num(rational.New(e, g.order)))
	case s.Kind(g.node) == symbolic.Power:
		ops := s.Operands(g.node)
		k := s.NewSum()
		k.AddScaled(ops[1], rational.Int(e))
		b.MulPow(ops[0], k.Sum())
	default:
		b.MulPow(g.node, s.Int(e))
	}
}

// distribute adds a product of sums with very many symbols: each term of the
// first sum times the rest, in turn.
func (z *expansion) distribute(id symbolic.ID) error {
	s, x := z.x.s, z.x
	work := []symbolic.ID{id}
	for steps := int64(0); len(work) > 0; steps++ {
		if steps > maxDistributed {
			return &poly.LimitError{Limit: "terms", Max: maxDistributed}
		}
		t := work[len(work)-1]
		work = work[:len(work)-1]
		if s.Kind(t) != symbolic.Sum && x.isTerm(t) {
			if err := z.add(rational.One, t); err != nil {
				return err
			}
			continue
		}
		rest := s.NewProduct()
		factor := t
		if s.Kind(t) != symbolic.Sum {
			c := rational.One
			if s.Kind(t) == symbolic.Product {
				c = s.Number(s.Operands(t)[0])
			}
			rest.MulNumber(c)
			found := false
			x.eachFactor(t, func(base, exponent symbolic.ID) {
				if found || !x.multiplies(base, exponent) {
					rest.MulPow(base, exponent)
					return
				}
				found, factor = true, base
				rest.MulPow(base, s.Num(s.Number(exponent).Sub(rational.One)))
			})
		}
		by := rest.Product()
		if s.Kind(factor) != symbolic.Sum {
			work = append(work, s.Mul(by, factor))
			continue
		}
		ops := s.Operands(factor)
		if c := s.Number(ops[0]); !c.IsZero() {
			work = append(work, s.Scale(by, c))
		}
		for i := 1; i < len(ops); i += 2 {
			work = append(work, s.Scale(s.Mul(by, ops[i]), s.Number(ops[i+1])))
		}
	}
	return nil
}

// maxDistributed bounds the products that distribution makes, which are nodes.
const maxDistributed = 1_000_000

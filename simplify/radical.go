package simplify

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A radicand is the base of roots of order q: c·Π factor^exponent.
type radicand struct {
	base    symbolic.ID
	q       int64
	c       rational.Rat
	factors []algebra.Factor
}

// radicals makes equations for roots that depend on others: where the product
// of radicands is a q-th power, the root of one is that of the others times an
// absolute value.
func (p *Prover) radicals(roots ...symbolic.ID) error {
	list := p.radicands(roots...)
	slices.SortStableFunc(list, func(x, y radicand) int { return cmp.Compare(p.nesting(x), p.nesting(y)) })
	if len(list) == 0 {
		return nil
	}
	bases := make([]symbolic.ID, len(list))
	for i, r := range list {
		bases[i] = r.base
	}
	f, err := p.field(bases...)
	if err != nil {
		return skip(err)
	}
	for i := range list {
		if list[i].c, list[i].factors, err = f.Factors(list[i].base); err != nil {
			return skip(err)
		}
	}
	var rows []row
	for i, r := range list {
		if r.c.IsZero() || len(r.factors) == 0 || p.nestedRoot(r, list[:i]) {
			continue
		}
		others, h, ok := reduceMod(r, list[:i], &rows, i)
		if ok {
			p.rootOf(r, others, h)
		}
	}
	return nil
}

// radicands returns the bases of roots below the given nodes, with the orders.
func (p *Prover) radicands(roots ...symbolic.ID) (list []radicand) {
	s := p.s
	type key struct {
		base symbolic.ID
		q    int64
	}
	seen := map[key]bool{}
	for _, id := range p.below(roots...) {
		if s.Kind(id) != symbolic.Power {
			continue
		}
		ops := s.Operands(id)
		if s.Kind(ops[1]) != symbolic.Number || s.Kind(ops[0]) == symbolic.Number || s.Number(ops[1]).IsInt() {
			continue
		}
		q, ok := s.Number(ops[1]).Denom().Int64()
		_, done := p.equation[s.Pow(ops[0], s.Num(rational.New(1, max(q, 1))))]
		if k := (key{ops[0], q}); ok && !done && !seen[k] {
			seen[k] = true
			list = append(list, radicand{base: ops[0], q: q})
		}
	}
	return list
}

// A row is a radicand of square roots reduced by those before it, modulo
// squares: the factors with odd exponents, and which radicands it is made of.
type row struct {
	odd   map[symbolic.ID]bool
	parts map[int]bool
}

// negative stands for the factor -1 in a row; no factor is the node 0.
const negative = symbolic.Zero

// reduceMod finds radicands that make r·Π others^-1 a q-th power times a
// positive number, and the root of that power as factors. For square roots it
// is elimination modulo 2; for others up to two radicands of the same order are tried.
func reduceMod(r radicand, before []radicand, rows *[]row, at int) (others []radicand, h []algebra.Factor, ok bool) {
	if r.q != 2 {
		others, h, ok = reduceByFew(r, before)
		return others, h, ok
	}
	x := row{map[symbolic.ID]bool{}, map[int]bool{at: true}}
	if r.c.Sign() < 0 {
		x.odd[negative] = true
	}
	for _, f := range r.factors {
		if f.Exp%2 != 0 {
			x.odd[f.Base] = true
		}
	}
	for _, y := range *rows {
		if x.odd[y.pivot()] {
			x.add(y)
		}
	}
	if len(x.odd) > 0 {
		*rows = append(*rows, x)
		return nil, nil, false
	}
	for k := range before {
		if x.parts[k] {
			others = append(others, before[k])
		}
	}
	h, ok = quotientRoot(r, others)
	return others, h, ok
}

func reduceByFew(r radicand, before []radicand) (others []radicand, h []algebra.Factor, ok bool) {
	before = slices.DeleteFunc(slices.Clone(before), func(x radicand) bool { return x.q != r.q })
	before = before[:min(len(before), maxPairs)]
	if h, ok = quotientRoot(r, nil); ok {
		return nil, h, true
	}
	for i, x := range before {
		if h, ok = quotientRoot(r, []radicand{x}); ok {
			return []radicand{x}, h, true
		}
		for _, y := range before[:i] {
			if h, ok = quotientRoot(r, []radicand{x, y}); ok {
				return []radicand{x, y}, h, true
			}
		}
	}
	return nil, nil, false
}

// pivot returns a factor of the row, the same at every call.
func (x row) pivot() symbolic.ID {
	first, found := symbolic.ID(0), false
	for f := range x.odd {
		if !found || f < first {
			first, found = f, true
		}
	}
	return first
}

func (x row) add(y row) {
	flip := func(m map[symbolic.ID]bool, k symbolic.ID) {
		if m[k] {
			delete(m, k)
		} else {
			m[k] = true
		}
	}
	for f := range y.odd {
		flip(x.odd, f)
	}
	for k := range y.parts {
		if x.parts[k] {
			delete(x.parts, k)
		} else {
			x.parts[k] = true
		}
	}
}

// quotientRoot returns the q-th root of r.base/Π others, without its number.
func quotientRoot(r radicand, others []radicand) ([]algebra.Factor, bool) {
	exps := map[symbolic.ID]int64{}
	var order []symbolic.ID
	add := func(list []algebra.Factor, k int64) {
		for _, f := range list {
			if _, ok := exps[f.Base]; !ok {
				order = append(order, f.Base)
			}
			exps[f.Base] += k * f.Exp
		}
	}
	add(r.factors, 1)
	sign := r.c.Sign()
	for _, o := range others {
		add(o.factors, -1)
		sign *= o.c.Sign()
	}
	var h []algebra.Factor
	for _, f := range order {
		switch e := exps[f]; {
		case e%r.q != 0:
			return nil, false
		case e != 0:
			h = append(h, algebra.Factor{Base: f, Exp: e / r.q})
		}
	}
	return h, sign > 0
}

// rootOf makes the equation
//
//	base^(1/q) = c^(1/q)·|h|·Π others^(1/q)/Π below^(1/q)
//
// from that of the q-th powers; both sides are at least 0.
func (p *Prover) rootOf(r radicand, others []radicand, h []algebra.Factor, below ...radicand) bool {
	s := p.s
	exponent := s.Num(rational.New(1, r.q))
	b := s.NewProduct()
	c := r.c
	for _, o := range others {
		b.MulPow(o.base, exponent)
		c = c.Div(o.c)
	}
	for _, o := range below {
		b.MulPow(o.base, s.Neg(exponent))
	}
	b.Mul(s.Pow(s.Num(c), exponent))
	whole := s.NewProduct()
	for _, f := range h {
		whole.MulPow(f.Base, s.Int(f.Exp))
	}
	if w := whole.Product(); p.c.Holds(s.Relate(symbolic.LessEqual, symbolic.Zero, w)) {
		b.Mul(w)
	} else {
		for _, f := range h {
			b.MulPow(p.absolute(f.Base), s.Int(f.Exp))
		}
	}
	return p.rootIs(r, b.Product())
}

// rootIs makes an equation for a root from that of even powers; both sides are
// at least 0.
func (p *Prover) rootIs(r radicand, to symbolic.ID) bool {
	s := p.s
	from := s.Pow(r.base, s.Num(rational.New(1, r.q)))
	if p.refers(to, from) {
		return false
	}
	power := s.Int(r.q * (1 + r.q%2))
	x, y := s.Pow(from, power), s.Pow(to, power)
	if x != y && !p.c.Defined(y) {
		return false
	}
	i, ok := p.accept(proof.Step{Kind: proof.ByRing, From: x, To: y, Uses: p.uses(x, y)})
	if !ok {
		return false
	}
	i, ok = p.accept(proof.Step{Kind: proof.ByRoot, From: from, To: to, Bind: []symbolic.ID{power}, Uses: []int{i}})
	if ok {
		p.equation[from] = i
	}
	return ok
}

// absolute returns a node that is |x|: without bars where the sign is known,
// else with a relation for the square.
func (p *Prover) absolute(x symbolic.ID) symbolic.ID {
	s := p.s
	switch {
	case p.c.Holds(s.Relate(symbolic.LessEqual, symbolic.Zero, x)):
		return x
	case p.c.Holds(s.Relate(symbolic.LessEqual, x, symbolic.Zero)):
		return s.Neg(x)
	}
	row, err := p.lib.Table().Lookup("abs", 1)
	if err != nil {
		panic(err)
	}
	id := s.Apply(s.Func(row), x)
	if s.Kind(id) == symbolic.Apply && s.Function(id) == row {
		p.relation(id, evenPowerOfAbsolute, s.Operands(id)[0], s.Int(2))
	}
	return id
}

package algebra

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// Collect returns a node as a polynomial in the first variable, whose
// coefficients are polynomials in the next one, and so on:
//
//	a·x^2+b·x^2+c·x = (a+b)·x^2 + c·x
//
// A fraction is brought into lowest terms first. The last coefficients are
// factored where that is not longer. Where the variable is in the denominator,
// but for powers of it, numerator and denominator are collected each. Roots
// and powers with symbolic exponents of a variable count as powers of it.
func Collect(s *symbolic.Store, id symbolic.ID, vars []symbolic.ID, o Options) (Form, error) {
	return rewritten(s, id, o, func(f *Field) (Form, error) {
		q, err := f.quotient(id)
		if err == nil {
			err = q.reduce()
		}
		if err != nil {
			return Form{}, err
		}
		part, err := q.collect(vars)
		if err != nil {
			return Form{}, err
		}
		z := Form{Node: part.Node}
		if part.Parts != nil {
			z.Order = []Part{part}
		}
		return z, nil
	})
}

// collect writes a quotient as a polynomial in the variables.
func (q *quotient) collect(vars []symbolic.ID) (Part, error) {
	f := q.f
	if len(vars) == 0 {
		return q.shorter()
	}
	inside := func(x piece) bool { // a sum below the line that depends on the variable
		return x.exp < 0 && !x.isGenerator() && f.depends(x.p, vars[0])
	}
	if slices.ContainsFunc(q.list, inside) {
		return q.collectBoth(vars)
	}
	p, err := q.multiplied(func(x piece) bool { return x.exp > 0 })
	if err != nil {
		return Part{}, err
	}
	below := &quotient{f: f, c: rational.One, signs: q.signs}
	shift := make([]int64, len(f.gens))
	var main []int // the generators that are powers of the variable
	for i := range f.gens {
		if f.gens[i].node == vars[0] {
			main = append(main, i)
		}
	}
	for _, x := range q.list {
		switch {
		case x.exp > 0:
		case x.isGenerator() && slices.Contains(main, x.p.Vars()[0]):
			shift[x.p.Vars()[0]] = x.exp
		default:
			below.list = append(below.list, x)
		}
	}
	rows, err := f.byPowers(p.Scale(q.c), main, shift)
	if err != nil {
		return Part{}, err
	}
	var z Part
	sum := f.s.NewSum()
	for _, row := range rows {
		c := &quotient{f: f, c: rational.One, signs: q.signs, list: slices.Clone(below.list)}
		if err := c.mul(row.p); err != nil {
			return Part{}, err
		}
		if err := c.reduce(); err != nil {
			return Part{}, err
		}
		coef, err := c.collect(vars[1:])
		if err != nil {
			return Part{}, err
		}
		power := f.monomial(main, row.exps)
		t := Part{Node: f.s.Mul(power, coef.Node)}
		sum.Add(t.Node)
		switch {
		case power != symbolic.One:
			if coef.Parts != nil {
				t.Factor, t.Parts = power, coef.Parts
			}
			z.Parts = append(z.Parts, t)
		case coef.Parts != nil:
			z.Parts = append(z.Parts, coef.Parts...)
		case isScaledSum(f.s, coef.Node):
			p, err := c.multiplied(func(piece) bool { return true }) // all are above the line
			if err != nil {
				return Part{}, err
			}
			z.Parts = append(z.Parts, f.termsInOrder(p.Scale(c.c))...)
		default:
			z.Parts = append(z.Parts, t)
		}
	}
	z.Factor, z.Node = symbolic.One, sum.Sum()
	if len(z.Parts) == 1 {
		return z.Parts[0], nil
	}
	return z, nil
}

// collectBoth collects the factors of a fraction one by one.
func (q *quotient) collectBoth(vars []symbolic.ID) (Part, error) {
	f := q.f
	p, err := q.multiplied(func(x piece) bool { return x.exp > 0 })
	if err != nil {
		return Part{}, err
	}
	above := &quotient{f: f, c: q.c, signs: q.signs}
	if err := above.mul(p); err != nil {
		return Part{}, err
	}
	b := f.s.NewProduct()
	part, err := above.collect(vars)
	if err != nil {
		return Part{}, err
	}
	b.Mul(part.Node)
	for _, x := range q.list {
		if x.exp > 0 {
			continue
		}
		one := &quotient{f: f, c: rational.One, signs: q.signs, list: []piece{{x.p, 1}}}
		if q.sign(x.p) < 0 {
			one.c = rational.NegOne
			if x.exp%2 != 0 {
				b.MulNumber(rational.NegOne)
			}
		}
		if part, err = one.collect(vars); err != nil {
			return Part{}, err
		}
		b.MulPow(part.Node, f.s.Int(x.exp))
	}
	return Part{Node: b.Product()}, nil
}

// mul multiplies by a polynomial: its content, its monomial, and the rest.
func (q *quotient) mul(p poly.Poly) error {
	q.c = q.c.Mul(p.Content())
	if p.IsZero() {
		q.list = nil
		return nil
	}
	lowest := p.LowestDegrees()
	m, err := q.f.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: lowest}})
	if err != nil {
		return err
	}
	rest, _, err := p.Primitive().Divide(m, q.f.budget)
	if err != nil {
		return err
	}
	for v, e := range lowest {
		if e > 0 {
			q.add(q.f.ring.Var(v), e)
		}
	}
	q.add(rest, 1)
	return nil
}

// shorter returns the quotient with its numerator factored, or multiplied out
// where that has fewer leaves.
func (q *quotient) shorter() (Part, error) {
	f := q.f
	factored := &quotient{f: f, c: q.c, signs: q.signs, list: slices.Clone(q.list)}
	if err := factored.factor(&poly.Budget{Steps: factorSteps}); err != nil {
		if _, ok := limitOf(err); !ok {
			return Part{}, err
		}
	}
	p, err := q.multiplied(func(x piece) bool { return x.exp > 0 })
	if err != nil {
		return Part{}, err
	}
	size := int64(0)
	for _, x := range factored.list {
		if x.exp > 0 {
			size = size + leaves(x.p)
			if x.exp > 1 {
				size++
			}
		}
	}
	if size <= leaves(p) {
		return Part{Node: factored.node()}, nil
	}
	below := slices.DeleteFunc(slices.Clone(q.list), func(x piece) bool { return x.exp > 0 })
	written := &quotient{f: f, c: q.c, signs: q.signs, list: below}
	written.add(p, 1)
	return Part{Node: written.node()}, nil
}

// isScaledSum tells whether a node is a number times a sum, which is
// distributed within sums.
func isScaledSum(s *symbolic.Store, id symbolic.ID) bool {
	ops := s.Operands(id)
	return s.Kind(id) == symbolic.Sum || s.Kind(id) == symbolic.Product && len(ops) == 3 && ops[2] == symbolic.One && s.Kind(ops[1]) == symbolic.Sum
}

// termsInOrder returns the terms of a polynomial as they are read.
func (f *Field) termsInOrder(p poly.Poly) (list []Part) {
	for _, t := range f.inReadingOrder(p) {
		list = append(list, Part{Node: f.s.Scale(f.monomial(f.all(), t.Exps), t.Coef)})
	}
	return list
}

// all are the generators.
func (f *Field) all() []int {
	list := make([]int, len(f.gens))
	for i := range list {
		list[i] = i
	}
	return list
}

// leaves counts the numbers and generators of a polynomial as it is written.
func leaves(p poly.Poly) (n int64) {
	for i := range p.Len() {
		t := p.Term(i)
		start := n
		for _, e := range t.Exps {
			if e > 0 {
				n++
			}
			if e > 1 {
				n++
			}
		}
		if n == start || !t.Coef.Abs().IsOne() {
			n++
		}
	}
	return n
}

// A row is a coefficient of a polynomial in several generators, with their
// exponents.
type row struct {
	exps []int64
	p    poly.Poly
}

// byPowers takes a polynomial apart by the exponents of some generators, to
// which others are added. The rows stand by falling degree.
func (f *Field) byPowers(p poly.Poly, main []int, shift []int64) ([]row, error) {
	var rows []row
	at := map[string]int{}
	terms := [][]poly.Term{}
	for i := range p.Len() {
		t := p.Term(i)
		exps := make([]int64, len(main))
		key := ""
		for j, v := range main {
			exps[j] = t.Exps[v] + shift[v]
			t.Exps[v] = 0
			key += rational.Int(exps[j]).String() + " "
		}
		k, ok := at[key]
		if !ok {
			k = len(rows)
			at[key] = k
			rows, terms = append(rows, row{exps: exps}), append(terms, nil)
		}
		terms[k] = append(terms[k], t)
	}
	for k := range rows {
		var err error
		if rows[k].p, err = f.ring.FromTerms(terms[k]); err != nil {
			return nil, err
		}
	}
	slices.SortStableFunc(rows, func(x, y row) int {
		a, b := f.totalDegree(main, x.exps), f.totalDegree(main, y.exps)
		return cmp.Or(cmp.Compare(b.symbolic, a.symbolic), b.number.Cmp(a.number), slices.Compare(y.exps, x.exps))
	})
	return rows, nil
}

// A totalDegree is the exponent of the variable of which some generators are
// powers; symbolic exponents count before numbers.
type totalDegree struct {
	symbolic int64
	number   rational.Rat
}

func (f *Field) totalDegree(main []int, exps []int64) (d totalDegree) {
	for j, v := range main {
		switch g := &f.gens[v]; g.kind {
		case root:
			d.number = d.number.Add(rational.New(exps[j], g.order))
		case exponential:
			d.symbolic += exps[j]
		default:
			d.number = d.number.Add(rational.Int(exps[j]))
		}
	}
	return d
}

// monomial is the expression of a product of powers of generators.
func (f *Field) monomial(main []int, exps []int64) symbolic.ID {
	b := f.s.NewProduct()
	for j, v := range main {
		b.Mul(f.generatorPower(v, exps[j]))
	}
	return b.Product()
}

// depends tells whether a generator of a polynomial depends on a symbol.
func (f *Field) depends(p poly.Poly, symbol symbolic.ID) bool {
	return slices.ContainsFunc(p.Vars(), func(v int) bool { return f.dependsOn(v, symbol) })
}

// dependsOn tells whether a generator depends on a symbol or entry.
func (f *Field) dependsOn(v int, x symbolic.ID) bool {
	return occurs(f.s, f.generatorPower(v, 1), x)
}

// occurs tells whether a symbol or entry x occurs in a node. What is bound
// counts as well, which is never wrong.
func occurs(s *symbolic.Store, id, x symbolic.ID) bool {
	return slices.Contains(s.Postorder(id), x)
}

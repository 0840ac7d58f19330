package present

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A class ranks factors: numbers before symbols before everything that needs
// brackets; signs that take what follows them come last.
type class uint8

const (
	classConstant class = iota
	classSymbol
	classIndex
	classOther
	classTotal
)

// A term is one term of a sum, with its key in Printer.atoms.
type term struct {
	ref        Ref
	degree     float64
	first, end uint32
}

// An atom is one factor of a term as the order of terms sees it.
type atom struct {
	id       symbolic.ID
	exponent float64
}

// sum presents a Sum, or its negative.
//
// Terms stand by falling degree, then in the lexicographic order of their
// atoms, which are ordered as in the input. A sum that would start with a
// minus is turned round (1-x^2), or its first positive term goes to the front.
func (p *Printer) sum(ops []symbolic.ID, negate bool) form {
	s := p.store
	z := form{class: classOther}
	p.terms, p.atoms = p.terms[:0], p.atoms[:0]
	for i := 1; i < len(ops); i += 2 {
		k := s.Number(ops[i+1])
		x := p.scaled(ops[i], k)
		z.join(&x)
		z.degree = max(z.degree, x.degree)
		t := term{ref: x.ref, degree: x.degree, first: uint32(len(p.atoms))}
		p.gatherAtoms(ops[i])
		t.end = uint32(len(p.atoms))
		p.terms = append(p.terms, t)
	}
	if c := s.Number(ops[0]); !c.IsZero() {
		end := uint32(len(p.atoms))
		p.terms = append(p.terms, term{ref: p.number(c).ref, first: end, end: end})
	}
	slices.SortFunc(p.terms, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.degree, a.degree), p.compareAtoms(a, b))
	})
	z.flip = flips(p.terms)
	if negate {
		for i := range p.terms {
			p.terms[i].ref = p.terms[i].ref.Negated()
		}
	}
	leadPositive(p.terms)
	refs := make([]Ref, len(p.terms))
	for i, t := range p.terms {
		refs[i] = t.ref
	}
	z.ref = p.Add(Sum, "", refs...)
	if z.only == noSymbol {
		z.class = classConstant
	}
	return z
}

// leadPositive moves a positive term to the front, if there is one.
func leadPositive(terms []term) {
	if !terms[0].ref.negative() {
		return
	}
	if !terms[len(terms)-1].ref.negative() {
		slices.SortStableFunc(terms, func(a, b term) int { return cmp.Compare(a.degree, b.degree) })
	}
	for i, t := range terms {
		if !t.ref.negative() {
			copy(terms[1:i+1], terms[:i])
			terms[0] = t
			return
		}
	}
}

// flips reports whether the negative of a sum reads as well as the sum: all
// its terms are negative, or it has two of different signs, or its negative
// starts with a plus in one of the two orders. The terms are in falling order.
func flips(terms []term) bool {
	negative := 0
	for _, t := range terms {
		if t.ref.negative() {
			negative++
		}
	}
	n := len(terms)
	switch {
	case negative == 0:
		return false
	case negative == n || n == 2 || terms[0].ref.negative():
		return true
	}
	lowest := n - 1
	for lowest > 0 && terms[lowest-1].degree == terms[n-1].degree {
		lowest--
	}
	return terms[n-1].ref.negative() && terms[lowest].ref.negative()
}

// gatherAtoms appends the atoms of a term, in the order of the input.
func (p *Printer) gatherAtoms(id symbolic.ID) {
	s := p.store
	start := len(p.atoms)
	_, named := p.options.Define[id]
	switch ops := s.Operands(id); {
	case named:
		p.atoms = append(p.atoms, atom{id, 1})
	case s.Kind(id) == symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			p.gatherAtom(ops[i], ops[i+1])
		}
	case s.Kind(id) == symbolic.Power:
		p.gatherAtom(ops[0], ops[1])
	default:
		p.atoms = append(p.atoms, atom{id, 1})
	}
	if len(p.atoms) > start+1 {
		slices.SortFunc(p.atoms[start:], func(a, b atom) int { return cmp.Compare(a.id, b.id) })
	}
}

func (p *Printer) gatherAtom(base, exponent symbolic.ID) {
	a := atom{base, 1}
	if p.store.Kind(exponent) == symbolic.Number {
		a.exponent = p.store.Number(exponent).Float64()
	}
	if k := p.store.Kind(base); k != symbolic.Number && k != symbolic.Constant {
		p.atoms = append(p.atoms, a)
	}
}

// compareAtoms orders terms of equal degree lexicographically: the term that
// has the first atom in which they differ goes first, or the higher power of
// it.
func (p *Printer) compareAtoms(a, b term) int {
	x, y := p.atoms[a.first:a.end], p.atoms[b.first:b.end]
	for i := 0; i < len(x) || i < len(y); i++ {
		switch {
		case i == len(y) || i < len(x) && x[i].id < y[i].id:
			return -1
		case i == len(x) || x[i].id > y[i].id:
			return 1
		case x[i].exponent != y[i].exponent:
			return cmp.Compare(y[i].exponent, x[i].exponent)
		}
	}
	return 0
}

// A factor is one factor of a product; sort fields come from the base.
type factor struct {
	base, exponent symbolic.ID
	key            symbolic.ID // place in the order of the input
	ref            Ref
	class          class
	level          int32
	under          bool // in the denominator
	flip           bool
}

// wide is the number of factors above which a product with a coefficient
// shares the factors of the product without it instead of copying them.
const wide = 64

// inlined reports whether k times a term is written factor by factor, with a
// coefficient, so that the term alone needs no presentation.
func (p *Printer) inlined(id symbolic.ID, k rational.Rat) bool {
	if k.IsOne() || k.Equal(rational.NegOne) && !p.options.AbsorbSigns {
		return false
	}
	if _, named := p.options.Define[id]; named {
		return false
	}
	switch p.store.Kind(id) {
	case symbolic.Product:
		return len(p.store.Operands(id)) <= 2*wide
	case symbolic.Power:
		return true
	}
	return false
}

// scaled presents k times a term of a sum.
func (p *Printer) scaled(id symbolic.ID, k rational.Rat) form {
	p.factors = p.factors[:0]
	if p.inlined(id, k) {
		ops := p.store.Operands(id)
		if p.store.Kind(id) == symbolic.Power {
			p.factors = append(p.factors, factor{base: ops[0], exponent: ops[1]})
			return p.product(k)
		}
		for i := 1; i < len(ops); i += 2 {
			p.factors = append(p.factors, factor{base: ops[i], exponent: ops[i+1]})
		}
		return p.product(k)
	}
	x := p.form(id)
	sign := x.ref & minus
	switch c := p.number(k); {
	case k.IsOne():
	case k.Equal(rational.NegOne):
		x.ref = x.ref.Negated()
	case sign != 0 || p.store.Kind(id) == symbolic.Product:
		x.ref = p.Add(Product, "", c.ref&^minus, x.ref&^minus) | sign ^ c.ref&minus
	default:
		p.factors = append(p.factors, factor{base: id, exponent: symbolic.One})
		return p.product(k)
	}
	return x
}

// product presents c times the factors in p.factors.
//
// Numbers stand first, then factors with symbols of higher levels, then
// symbols, entries, all others, each in the order of the input; factors with
// negative exponents go under a bar, and then the coefficient is split, too.
func (p *Printer) product(c rational.Rat) form {
	z := form{class: classOther}
	var above, below float64
	for i := range p.factors {
		f := &p.factors[i]
		x := p.form(f.base)
		f.class, f.level, f.flip, f.key = x.class, x.level, x.flip && f.exponent == symbolic.One, f.base
		switch p.store.Kind(f.base) {
		case symbolic.Number:
			f.key = 0 // sqrt(2) before pi
		case symbolic.Symbol:
			if p.options.Input != nil && p.options.Input(p.store.Expr(f.base)) {
				f.level = 0
			}
		}
		degree := x.degree
		if p.store.Kind(f.exponent) == symbolic.Number {
			e := p.store.Number(f.exponent)
			f.under = e.Sign() < 0 && (f.base != symbolic.Zero || e.Equal(rational.NegOne))
			if !f.under {
				f.ref = p.power(x.ref, e)
			} else {
				f.ref = p.power(x.ref, e.Abs())
			}
			degree *= e.Abs().Float64()
		} else {
			e := p.form(f.exponent)
			f.ref = p.Add(Power, "", p.unsigned(x.ref), p.unsigned(e.ref))
			if f.level, degree = max(f.level, e.level), 0; e.only != noSymbol || x.only != noSymbol {
				degree = 1
			}
			if x.join(&e); e.only != noSymbol { // n*x^(n-1), and 2^x behind the numbers
				f.class = max(f.class, classOther)
				f.key = max(f.base, f.exponent)
			}
		}
		if z.join(&x); f.under {
			below += degree
		} else {
			above += degree
		}
	}
	if z.degree = above; above == 0 {
		z.degree = -below
	}
	if z.only == noSymbol {
		z.class = classConstant
	} else if len(p.factors) == 1 && c.IsOne() && !p.factors[0].under {
		z.class = p.factors[0].class
	}
	slices.SortFunc(p.factors, compareFactors)
	negative := c.Sign() < 0
	if negative && p.options.AbsorbSigns {
		negative = !p.absorbSign()
	}
	z.ref = p.assemble(c.Abs())
	if negative {
		z.ref = z.ref.Negated()
	}
	return z
}

func compareFactors(a, b factor) int {
	if a.class == classConstant || b.class == classConstant {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(a.key, b.key), cmp.Compare(a.base, b.base))
	}
	return cmp.Or(cmp.Compare(b.level, a.level), cmp.Compare(a.class, b.class), cmp.Compare(a.key, b.key))
}

// power presents base^e. Only the undefined powers of 0 have e < 0 here.
func (p *Printer) power(base Ref, e rational.Rat) Ref {
	switch {
	case e.IsOne():
		return p.unsigned(base)
	case e.Equal(half):
		return p.Add(Call, "sqrt", p.unsigned(base))
	}
	return p.Add(Power, "", p.unsigned(base), p.unsigned(p.number(e).ref))
}

var half = rational.New(1, 2)

// assemble makes the node of the sorted factors with a coefficient c > 0.
func (p *Printer) assemble(c rational.Rat) Ref {
	var above, below []Ref
	for _, f := range p.factors {
		if f.under {
			below = append(below, f.ref)
		} else {
			above = append(above, f.ref)
		}
	}
	if len(below) == 0 {
		return p.times(c, above)
	}
	return p.Add(Quotient, "", p.times(c.Num(), above), p.times(c.Denom(), below))
}

func (p *Printer) times(c rational.Rat, factors []Ref) Ref {
	if !c.IsOne() || len(factors) == 0 {
		factors = slices.Insert(factors, 0, p.number(c).ref)
	}
	if len(factors) == 1 {
		return factors[0]
	}
	return p.Add(Product, "", factors...)
}

// absorbSign turns the sign of one factor that reads well either way, and
// reports whether there was one.
func (p *Printer) absorbSign() bool {
	for i := range p.factors {
		f := &p.factors[i]
		if !f.flip {
			continue
		}
		z, ok := p.flipped[f.base]
		if !ok {
			// The terms and factors in progress must survive a nested sum.
			terms, atoms, factors := p.terms, p.atoms, p.factors
			p.terms, p.atoms, p.factors = nil, nil, nil
			z = p.sum(p.store.Operands(f.base), true).ref
			p.terms, p.atoms, p.factors = terms, atoms, factors
			if p.flipped == nil {
				p.flipped = make(map[symbolic.ID]Ref)
			}
			p.flipped[f.base] = z
		}
		f.ref = z
		return true
	}
	return false
}

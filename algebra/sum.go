package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
)

// A term is a polynomial times factors.
type term struct {
	p   poly.Poly
	fac []factor
}

// sum adds values: it takes out the factors that all have in common, and the
// denominators, and multiplies out what is left.
func (f *Field) sum(list []value) (value, error) {
	terms := make([]term, 0, len(list))
	for _, v := range list {
		if !v.isZero() {
			terms = append(terms, term{f.ring.Const(v.c), v.fac})
		}
	}
	if len(terms) == 1 {
		return value{terms[0].p.Content(), terms[0].fac}, nil
	}
	return f.add(terms)
}

func (f *Field) add(terms []term) (value, error) {
	for {
		if len(terms) == 0 {
			return value{}, nil
		}
		common := commonFactors(terms)
		parts := make([]poly.Poly, len(terms))
		for i, t := range terms {
			p, err := f.multiplyOut(t, common)
			if err != nil {
				return value{}, err
			}
			parts[i] = p
		}
		// Adding neighbours in pairs costs n·log n in all.
		for len(parts) > 1 {
			for i := 0; i+1 < len(parts); i += 2 {
				parts[i/2] = parts[i].Add(parts[i+1])
			}
			if n := len(parts); n%2 == 1 {
				parts[n/2] = parts[n-1]
			}
			parts = parts[:(len(parts)+1)/2]
		}
		num := parts[0]
		if num.IsZero() {
			return value{}, nil
		}
		g := f.reducible(num)
		if g < 0 {
			return f.factored(num, common)
		}
		var err error
		if terms, err = f.reduce(num, common, g); err != nil {
			return value{}, err
		}
	}
}

// commonFactors returns each factor with the smallest exponent that it has in
// a term; it is 0 where it does not occur.
func commonFactors(terms []term) []factor {
	var common []factor
	count := map[int]int{}
	low := map[int]int64{}
	var order []int
	for _, t := range terms {
		for _, x := range t.fac {
			if count[x.index]++; count[x.index] == 1 {
				order = append(order, x.index)
				low[x.index] = x.exp
			}
			low[x.index] = min(low[x.index], x.exp)
		}
	}
	slices.Sort(order)
	for _, i := range order {
		e := low[i]
		if count[i] < len(terms) {
			e = min(e, 0)
		}
		if e != 0 {
			common = append(common, factor{i, e})
		}
	}
	return common
}

// multiplyOut returns a term over the common factors as a polynomial.
func (f *Field) multiplyOut(t term, common []factor) (poly.Poly, error) {
	fac, err := merge(t.fac, common, -1)
	if err != nil {
		return poly.Poly{}, err
	}
	exps := make([]int64, len(f.gens))
	p := t.p
	monomial := false
	for _, x := range fac {
		if x.index < len(f.gens) {
			exps[x.index] = x.exp
			monomial = true
			continue
		}
		q, err := f.polys[x.index-len(f.gens)].p.Pow(x.exp, f.budget)
		if err != nil {
			return poly.Poly{}, err
		}
		if p, err = p.Mul(q, f.budget); err != nil {
			return poly.Poly{}, err
		}
	}
	if monomial {
		m, err := f.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: exps}})
		if err != nil {
			return poly.Poly{}, err
		}
		if p, err = p.Mul(m, f.budget); err != nil {
			return poly.Poly{}, err
		}
	}
	return p, nil
}

// reducible returns a generator of which a polynomial has a power that a
// relation replaces, or -1. Generators are numbered from the outside inwards,
// and relations lead inwards.
func (f *Field) reducible(p poly.Poly) int {
	degrees := p.Degrees()
	for i, d := range degrees {
		if g := &f.gens[i]; g.order > 0 && d >= g.order {
			return i
		}
	}
	return -1
}

// reduce replaces the powers of a generator by its relation.
func (f *Field) reduce(num poly.Poly, common []factor, i int) ([]term, error) {
	g := &f.gens[i]
	coefs, exps := num.Coefficients(i)
	byPower := map[int64]poly.Poly{}
	var powers []int64
	for j, c := range coefs {
		k, e := exps[j]/g.order, exps[j]%g.order
		if e > 0 {
			m := make([]int64, len(f.gens))
			m[i] = e
			x, err := f.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: m}})
			if err != nil {
				return nil, err
			}
			if c, err = c.Mul(x, f.budget); err != nil {
				return nil, err
			}
		}
		if old, ok := byPower[k]; ok {
			c = old.Add(c)
		} else {
			powers = append(powers, k)
		}
		byPower[k] = c
	}
	var terms []term
	for _, k := range powers {
		if byPower[k].IsZero() {
			continue
		}
		v, err := f.mul(number(rational.One), g.power, k)
		if err != nil {
			return nil, err
		}
		if v.isZero() {
			continue
		}
		fac, err := merge(common, v.fac, 1)
		if err != nil {
			return nil, err
		}
		terms = append(terms, term{byPower[k].Scale(v.c), fac})
	}
	return terms, nil
}

// trialSteps bounds a trial division, which saves work only while it is cheap,
// and allTrialSteps those of a field together.
const (
	trialSteps    = 200_000
	allTrialSteps = 100_000_000
)

// factored returns num·Π common as a value: what num has in common with known
// factors is taken out, and the rest becomes one.
func (f *Field) factored(num poly.Poly, common []factor) (value, error) {
	z := value{num.Content(), common}
	num = num.Primitive()
	var own []factor
	take := func(index int, e int64) { own = append(own, factor{index, e}) }
	lowest := num.LowestDegrees()
	for v, e := range lowest {
		if e > 0 {
			take(v, e)
		}
	}
	if len(own) > 0 {
		m, err := f.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: lowest}})
		if err != nil {
			return value{}, err
		}
		if num, _, err = num.Divide(m, f.budget); err != nil {
			return value{}, err
		}
	}
	degrees := num.Degrees()
	for i := 0; i < len(f.polys) && num.Len() > 1; i++ {
		e := int64(0)
		for f.trials < allTrialSteps && divides(f.polys[i].degrees, degrees) {
			b := &poly.Budget{Steps: trialSteps, Terms: f.budget.Terms, Bits: f.budget.Bits}
			q, ok, err := num.Divide(f.polys[i].p, b)
			f.trials += b.Used() + int64(num.Len())
			if err != nil || !ok {
				break
			}
			num, degrees = q, q.Degrees()
			e++
		}
		if e > 0 {
			take(len(f.gens)+i, e)
		}
	}
	if num.Len() > 1 {
		f.polys = append(f.polys, known{num, degrees})
		take(len(f.gens)+len(f.polys)-1, 1)
	}
	var err error
	if z.fac, err = merge(z.fac, own, 1); err != nil {
		return value{}, err
	}
	return f.settle(z)
}

// divides tells whether degrees allow a polynomial to divide another.
func divides(d, of []int64) bool {
	some := false
	for v, e := range d {
		if e > of[v] {
			return false
		}
		some = some || e > 0
	}
	return some
}

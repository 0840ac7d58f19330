package algebra

import (
	"cmp"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A power is b^e with a symbolic exponent as a product of powers of
// generators, which are such powers, and of b itself.
type power struct {
	gens  []share
	shift int64 // exponent of b
}

// A share is a power of a generator. The exponent is a number of units, in
// which the generator may have a denominator.
type share struct {
	gen int
	k   rational.Rat
}

// An exponent is that of a power of a base, as a sum of terms. A power of a
// number has one for each prime factor.
type exponent struct {
	id    symbolic.ID
	terms []Term
}

// splitPowers chooses generators for the powers with symbolic exponents. Those
// of one base b are expressed by few of them:
//
//	b^(n+k) = b^n·b^k   b^(k·n) = (b^n)^k   b^(m+n) = b^m·b^n
//
// for integers k, and where b > 0 for rational ones. Where b may be negative or
// 0, k of the first equation and negative exponents need b != 0: then b^n has a
// value where b^(n+k) has one. The exponents m and n of the others are such as
// occur, so that the powers have values: where b < 0 they are integers, and
// 0^m·0^n is 0^(m+n) if m, n >= 0.
func (f *Field) splitPowers() error {
	s := f.s
	groups := map[symbolic.ID][]exponent{}
	var bases []symbolic.ID
	add := func(base symbolic.ID, x exponent) {
		if groups[base] == nil {
			bases = append(bases, base)
		}
		groups[base] = append(groups[base], x)
	}
	for _, id := range f.symbolic {
		base, e := s.Operands(id)[0], s.Operands(id)[1]
		terms, err := f.linear(e)
		if err != nil {
			return err
		}
		if s.Kind(base) != symbolic.Number {
			add(base, exponent{id, terms})
			continue
		}
		for _, p := range numberFactors(s.Number(base)) {
			scaled := slices.Clone(terms)
			for i := range scaled {
				scaled[i].Coef = scaled[i].Coef.Mul(rational.Int(p.exp))
			}
			add(s.Num(p.base), exponent{id, scaled})
		}
	}
	for _, b := range bases {
		if err := f.splitBase(b, groups[b]); err != nil {
			return err
		}
	}
	return nil
}

// linear returns an exponent as a sum of terms.
func (f *Field) linear(e symbolic.ID) ([]Term, error) {
	g, err := New(f.s, Options{}, e)
	if err != nil {
		return nil, err
	}
	return g.ProperTerms(e)
}

func (f *Field) holds(rel symbolic.Rel, x, y symbolic.ID) bool {
	cond := f.s.Relate(rel, x, y)
	return cond == symbolic.True || f.o.Holds != nil && f.o.Holds(cond)
}

// splitBase expresses the powers of one base.
func (f *Field) splitBase(base symbolic.ID, list []exponent) error {
	positive := f.holds(symbolic.Less, symbolic.Zero, base)
	nonzero := positive || f.holds(symbolic.NotEqual, base, symbolic.Zero)
	for i := range list {
		if nonzero {
			if err := f.takeNumber(base, &list[i], positive); err != nil {
				return err
			}
		}
	}
	slices.SortStableFunc(list, func(x, y exponent) int {
		return cmp.Or(cmp.Compare(len(x.terms), len(y.terms)), height(x.terms).Cmp(height(y.terms)))
	})
	var units [][]Term
	var gens []int
	for _, x := range list {
		if len(x.terms) == 0 {
			continue
		}
		ks, ok := solve(units, x.terms)
		fits := !slices.ContainsFunc(ks, func(k rational.Rat) bool {
			return !positive && !k.IsInt() || !nonzero && k.Sign() < 0
		})
		if !ok || !fits {
			gens = append(gens, f.powerGenerator(base, x.terms))
			ks = append(make([]rational.Rat, len(gens)-1), rational.One)
			if !ok {
				units = append(units, x.terms)
			} else { // it depends on the others in a way that cannot be used
				units = append(units, nil)
			}
		}
		p := f.powers[x.id]
		for j, k := range ks {
			if k.IsZero() {
				continue
			}
			p.gens = append(p.gens, share{gens[j], k})
			q, ok := k.Denom().Int64()
			if !ok || q > maxOrder {
				return ErrExponent
			}
			g := &f.gens[gens[j]]
			if g.den = lcm(g.den, q); g.den > maxOrder {
				return ErrExponent
			}
		}
		f.powers[x.id] = p
	}
	return nil
}

// powerGenerator adds the generator base^(Σ terms).
func (f *Field) powerGenerator(base symbolic.ID, terms []Term) int {
	b := f.s.NewSum()
	for _, t := range terms {
		b.AddScaled(t.Node, t.Coef)
	}
	f.gens = append(f.gens, generator{node: base, kind: exponential, exponent: b.Sum(), den: 1})
	return len(f.gens) - 1
}

// takeNumber takes a number out of an exponent: an integer, or from that of a
// prime number any.
func (f *Field) takeNumber(base symbolic.ID, x *exponent, positive bool) error {
	i := slices.IndexFunc(x.terms, func(t Term) bool { return t.Node == symbolic.One })
	if i < 0 {
		return nil
	}
	c := x.terms[i].Coef
	p := f.powers[x.id]
	if f.s.Kind(base) == symbolic.Number {
		q, ok := c.Denom().Int64()
		if !ok || q > maxOrder {
			return ErrExponent
		}
		if err := f.surd(f.s.Number(base), q); err != nil {
			return err
		}
		p.gens = append(p.gens, share{f.primes[f.s.Number(base).String()], c})
		x.terms = slices.Delete(slices.Clone(x.terms), i, i+1)
	} else {
		n, ok := c.Floor().Int64()
		if !ok {
			return ErrExponent
		}
		p.shift += n
		x.terms = slices.Clone(x.terms)
		if x.terms[i].Coef = c.Sub(c.Floor()); x.terms[i].Coef.IsZero() {
			x.terms = slices.Delete(x.terms, i, i+1)
		}
	}
	f.powers[x.id] = p
	return nil
}

// symbolicPower returns the value of a power from its shares.
func (f *Field) symbolicPower(p power, base value) (value, error) {
	z := number(rational.One)
	var err error
	if p.shift != 0 {
		if z, err = f.mul(z, base, p.shift); err != nil {
			return value{}, err
		}
	}
	for _, x := range p.gens {
		g := &f.gens[x.gen]
		unit := g.den
		if g.kind == prime {
			g.power = number(f.s.Number(g.node))
			unit = g.order
		}
		n, ok := x.k.Mul(rational.Int(unit)).Int64()
		if !ok {
			return value{}, ErrExponent
		}
		if z, err = f.mul(z, generatorValue(x.gen, n), 1); err != nil {
			return value{}, err
		}
	}
	return z, nil
}

// height orders exponents: n comes before 2n.
func height(terms []Term) rational.Rat {
	z := rational.Rat{}
	for _, t := range terms {
		z = z.Add(t.Coef.Abs())
	}
	return z
}

func coefOf(terms []Term, node symbolic.ID) rational.Rat {
	for _, t := range terms {
		if t.Node == node {
			return t.Coef
		}
	}
	return rational.Rat{}
}

// solve returns the numbers k with v = Σ k·unit, or false if there are none.
// The units are independent, or nil.
func solve(units [][]Term, v []Term) ([]rational.Rat, bool) {
	// Gaussian elimination: a row for each term of v and the units.
	var nodes []symbolic.ID
	for _, terms := range append(slices.Clone(units), v) {
		for _, t := range terms {
			if !slices.Contains(nodes, t.Node) {
				nodes = append(nodes, t.Node)
			}
		}
	}
	n := len(units)
	rows := make([][]rational.Rat, len(nodes))
	for i, node := range nodes {
		rows[i] = make([]rational.Rat, n+1)
		for j, u := range units {
			rows[i][j] = coefOf(u, node)
		}
		rows[i][n] = coefOf(v, node)
	}
	ks := make([]rational.Rat, n)
	pivots := make([]int, 0, n)
	top := 0
	for j := range n {
		at := slices.IndexFunc(rows[top:], func(r []rational.Rat) bool { return !r[j].IsZero() })
		if at < 0 {
			pivots = append(pivots, -1)
			continue
		}
		rows[top], rows[top+at] = rows[top+at], rows[top]
		for i, r := range rows {
			if i == top || r[j].IsZero() {
				continue
			}
			k := r[j].Div(rows[top][j])
			for c := j; c <= n; c++ {
				r[c] = r[c].Sub(k.Mul(rows[top][c]))
			}
		}
		pivots = append(pivots, top)
		top++
	}
	for _, r := range rows[top:] {
		if !r[n].IsZero() {
			return nil, false
		}
	}
	for j, i := range pivots {
		if i >= 0 {
			ks[j] = rows[i][n].Div(rows[i][j])
		}
	}
	return ks, true
}

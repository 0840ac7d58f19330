package poly

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/rational"
)

// A Factor is a factor of a polynomial with its multiplicity.
type Factor struct {
	Poly         Poly // primitive, with positive leading coefficient
	Multiplicity int64
	// Irreducible tells that the factor is proved to be irreducible over Q. If
	// not, the budget ended before that, and nothing is known.
	Irreducible bool
}

// A Factorization is a product: Unit times the factors to their
// multiplicities. The factors are pairwise coprime and not constant. They are
// ordered by number of terms, then by leading terms.
type Factorization struct {
	Unit    rational.Rat
	Factors []Factor
}

// Expand multiplies the factors. It gives back the polynomial that was
// factored.
func (f Factorization) Expand(r *Ring, b *Budget) (Poly, error) {
	b = b.orNew()
	z := r.Const(f.Unit)
	for _, x := range f.Factors {
		p, err := x.Poly.Pow(x.Multiplicity, b)
		if err != nil {
			return Poly{}, err
		}
		if z, err = z.Mul(p, b); err != nil {
			return Poly{}, err
		}
	}
	return z, nil
}

// SquareFree returns the square-free decomposition of p, which is not 0: the
// factors have no multiple factors themselves; several may have one
// multiplicity. Whether they are irreducible is not looked at. If the budget
// ends before, it fails with a *LimitError. Source: von zur Gathen and
// Gerhard, Modern Computer Algebra, 14.6; Musser (1971).
func (p Poly) SquareFree(b *Budget) (Factorization, error) {
	if p.IsZero() {
		return Factorization{}, nil
	}
	list, err := squareFree(p.t, b.orNew())
	if err != nil {
		return Factorization{}, err
	}
	return p.factorization(list), nil
}

// Factor returns the factorisation of p over Q; that of 0 has the unit 0 and no
// factors. If the budget ends early the error is a *LimitError, and the
// factorisation returned with it is still a true one, with at least one factor
// that is not proved irreducible; it may be as coarse as p itself.
//
// The square-free parts are factored modulo a small prime by Cantor and
// Zassenhaus, the factors lifted after Hensel and combined; polynomials in
// several variables are factored at a point and lifted from there. Every
// factor is found by exact division, and irreducible means that all
// combinations were tried. The cost can be exponential in the number of
// factors modulo the prime. Source: von zur Gathen and Gerhard, ch. 14, 15;
// Wang, "An improved multivariate polynomial factoring algorithm" (1978).
func (p Poly) Factor(b *Budget) (Factorization, error) {
	if p.IsZero() {
		return Factorization{}, nil
	}
	b = b.orNew()
	parts, err := squareFree(p.t, b)
	if err != nil {
		return p.factorization([]power{{t: p.t, n: 1}}), err
	}
	var list []power
	for i, s := range parts {
		found, err := factorSquareFree(s.t, b)
		for _, f := range found {
			list = append(list, power{f.t, s.n, f.irreducible})
		}
		if err != nil {
			return p.factorization(append(list, parts[i+1:]...)), err
		}
	}
	return p.factorization(list), nil
}

// A power is a factor in the making.
type power struct {
	t           terms
	n           int64
	irreducible bool
}

// factorization orders the factors of p, of which constants are left out.
func (p Poly) factorization(list []power) Factorization {
	f := Factorization{Unit: p.scale}
	for _, x := range list {
		if !x.t.isConst() {
			f.Factors = append(f.Factors, Factor{Poly{p.ring, rational.One, x.t}, x.n, x.irreducible})
		}
	}
	slices.SortFunc(f.Factors, func(x, y Factor) int { return compareTerms(x.Poly.t, y.Poly.t) })
	return f
}

// compareTerms orders primitive polynomials: shorter ones first, then by
// monomials, then by coefficients.
func compareTerms(x, y terms) int {
	if c := cmp.Compare(x.len(), y.len()); c != 0 {
		return c
	}
	w := max(x.lay.width, y.lay.width)
	x, y = x.repack(w), y.repack(w)
	for i := range x.len() {
		if c := compareWords(x.mono(i), y.mono(i)); c != 0 {
			return c
		}
	}
	for i := range x.len() {
		if c := x.c.at(i).Cmp(y.c.at(i)); c != 0 {
			return c
		}
	}
	return 0
}

// squareFree returns coprime square-free primitive factors of a primitive t
// with multiplicities; the product is t.
func squareFree(t terms, b *Budget) ([]power, error) {
	var out []power
	low := t.lowest()
	for v, e := range low {
		if e > 0 {
			lay := layoutOf(t.lay.n, 8)
			exps := make([]uint64, lay.nw)
			lay.put(exps, v, 1)
			out = append(out, power{terms{lay, exps, coeffs{small: []int64{1}}}, int64(e), true})
		}
	}
	for work := []terms{t.lowered(low)}; len(work) > 0; {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f.isConst() {
			continue
		}
		v := smallestDegree(f)
		content, f, err := f.primitiveIn(v, b)
		if err != nil {
			return nil, err
		}
		work = append(work, content)
		_, d := f.derivative(v).primitive()
		// c collects what is left of multiple factors, w is the product of all
		// factors with multiplicity at least n.
		c, err := gcdTerms(f, d, b)
		if err != nil {
			return nil, err
		}
		w, err := mustDivide(f, c, b)
		if err != nil {
			return nil, err
		}
		for n := int64(1); !w.isConst(); n++ {
			y, err := gcdTerms(w, c, b)
			if err != nil {
				return nil, err
			}
			simple, err := mustDivide(w, y, b)
			if err != nil {
				return nil, err
			}
			if !simple.isConst() {
				out = append(out, power{simple, n, false})
			}
			if c, err = mustDivide(c, y, b); err != nil {
				return nil, err
			}
			w = y
		}
	}
	return out, nil
}

// mustDivide returns x/y where y is known to divide x.
func mustDivide(x, y terms, b *Budget) (terms, error) {
	q, ok, err := divideTerms(x, y, b)
	if err == nil && !ok {
		panic("poly: a divisor does not divide")
	}
	return q, err
}

// smallestDegree returns the variable of t, which is not constant, with the
// smallest positive degree, the one with the shortest leading coefficient
// among several.
func smallestDegree(t terms) int {
	best, size := -1, 0
	deg := t.degrees()
	for v, d := range deg {
		if d == 0 || best >= 0 && d > deg[best] {
			continue
		}
		c, _ := t.leading(v)
		if best < 0 || d < deg[best] || c.len() < size {
			best, size = v, c.len()
		}
	}
	return best
}

// factorSquareFree factors a square-free primitive t. With an error it returns
// what was found; the product is always t.
//
// A polynomial in x^k is factored as one in x first, and then for one prime
// factor of k after the other, x^l is put for x in the factors: x^360-1 has 100
// factors modulo a prime, too many to combine, but the steps have few.
func factorSquareFree(t terms, b *Budget) ([]power, error) {
	stride := strides(t, t)
	for v, k := range stride {
		if k > maxStride {
			stride[v] = 1
		}
	}
	list, failed := factorAsItIs(t.deflated(stride), b)
	for v, k := range stride {
		for _, l := range primeFactors(k) {
			var next []power
			for _, f := range list {
				g := f.t.mapExps(func(e []uint64) { e[v] *= l })
				if !f.irreducible { // its budget has ended
					next = append(next, power{t: g})
					continue
				}
				found, err := factorAsItIs(g, b)
				if next = append(next, found...); err != nil {
					failed = err
				}
			}
			list = next
		}
	}
	return list, failed
}

// maxStride bounds the powers x^k that are looked for, so that the prime
// factors of k are found at once; beyond it no factorisation is feasible.
const maxStride = 1 << 20

// primeFactors returns the prime factors of n, the smallest first, each as
// often as it divides n.
func primeFactors(n uint64) (list []uint64) {
	for p := uint64(2); p*p <= n; p++ {
		for n%p == 0 {
			list = append(list, p)
			n /= p
		}
	}
	if n > 1 {
		list = append(list, n)
	}
	return list
}

// factorAsItIs is factorSquareFree for one step.
func factorAsItIs(t terms, b *Budget) (out []power, err error) {
	for work := []terms{t}; len(work) > 0; {
		f := work[len(work)-1]
		work = work[:len(work)-1]
		if f.isConst() {
			continue
		}
		var found []power
		found, work, err = factorStep(f, work, b)
		out = append(out, found...)
		if err != nil {
			for _, f := range work {
				out = append(out, power{t: f})
			}
			return out, err
		}
	}
	return out, nil
}

// factorStep factors f or puts two factors of it on the list of work.
func factorStep(f terms, work []terms, b *Budget) ([]power, []terms, error) {
	v := smallestDegree(f)
	if len(f.vars()) == 1 {
		found, err := factorUnivariate(f, v, b)
		return found, work, err
	}
	content, part, err := f.primitiveIn(v, b)
	if err != nil {
		return []power{{t: f}}, work, err
	}
	switch {
	case !content.isConst():
		return nil, append(work, content, part), nil
	case part.degree(v) == 1: // a factor of degree 0 would divide the content
		return []power{{t: part, irreducible: true}}, work, nil
	}
	found, err := factorMultivariate(part, v, b)
	return found, work, err
}

// A chooser enumerates the subsets of size k of 0..n-1 in lexicographic order.
type chooser struct {
	n  int
	at []int
}

func newChooser(n, k int) *chooser {
	c := &chooser{n: n, at: make([]int, k)}
	for i := range c.at {
		c.at[i] = i
	}
	return c
}

// next goes to the next subset and returns false after the last.
func (c *chooser) next() bool {
	k := len(c.at)
	for i := k - 1; i >= 0; i-- {
		if c.at[i] < c.n-k+i {
			c.at[i]++
			for j := i + 1; j < k; j++ {
				c.at[j] = c.at[j-1] + 1
			}
			return true
		}
	}
	return false
}

// without returns list without the elements at the given places.
func without[T any](list []T, at []int) []T {
	var out []T
	for i, x := range list {
		if !slices.Contains(at, i) {
			out = append(out, x)
		}
	}
	return out
}

// one is the constant 1 of big numbers.
func bigOne() *big.Int { return big.NewInt(1) }

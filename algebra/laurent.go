package algebra

import (
	"slices"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A laurent is a polynomial times a monomial with negative exponents: x^low·p.
type laurent struct {
	p   poly.Poly
	low []int64 // at most 0; nil for all 0
}

// A laurentRing computes with the generators below one node.
type laurentRing struct {
	s      *symbolic.Store
	budget *poly.Budget
	ring   *poly.Ring
	gens   []letter
	roots  []int                   // the generators that are roots
	atoms  map[symbolic.ID]int     // node -> generator
	bases  map[symbolic.ID]int     // base of roots -> generator
	values map[symbolic.ID]laurent // node -> value
	powers map[powerOf]laurent     // of sums
}

// A letter is a generator: a node, or the order-th root of one.
type letter struct {
	node  symbolic.ID
	order int64 // 0 for the node itself
}

type powerOf struct {
	sum symbolic.ID
	n   int64
}

// mul returns v·w.
func (r *laurentRing) mul(v, w laurent) (z laurent, err error) {
	if z.p, err = v.p.Mul(w.p, r.budget); err != nil {
		return z, err
	}
	if z.low, err = addLow(v.low, w.low, 1); err != nil {
		return z, err
	}
	return r.settle(z)
}

// productOf multiplies. Factors without common generators come last: then the
// number of terms is the product of theirs, and is asked for before.
func (r *laurentRing) productOf(list []laurent) (z laurent, err error) {
	owner := make([]int, len(r.gens)) // generator -> group, counted from 1
	var groups []laurent
	for _, v := range list {
		var joins []int
		for _, i := range v.p.Vars() {
			if g := owner[i]; g > 0 && !slices.Contains(joins, g) {
				joins = append(joins, g)
			}
		}
		for _, g := range joins {
			if v, err = r.mul(v, groups[g-1]); err != nil {
				return z, err
			}
			groups[g-1] = laurent{p: r.ring.One()}
		}
		groups = append(groups, v)
		for i := range owner {
			if owner[i] > 0 && slices.Contains(joins, owner[i]) || v.p.Degree(i) > 0 {
				owner[i] = len(groups)
			}
		}
	}
	terms := int64(1)
	limit := r.budget.Terms
	if limit == 0 {
		limit = maxTerms
	}
	for _, v := range groups {
		if terms *= int64(v.p.Len()); terms > limit {
			return z, &poly.LimitError{Limit: "terms", Max: limit}
		}
	}
	z = laurent{p: r.ring.One()}
	for _, v := range groups {
		if z, err = r.mul(z, v); err != nil {
			return z, err
		}
	}
	return z, nil
}

// maxTerms bounds the terms of a product; it is the default of package poly.
const maxTerms = 1_000_000

// pow returns v^n for n >= 0.
func (r *laurentRing) pow(v laurent, n int64) (z laurent, err error) {
	if z.p, err = v.p.Pow(n, r.budget); err != nil {
		return z, err
	}
	if z.low, err = addLow(nil, v.low, n); err != nil {
		return z, err
	}
	return r.settle(z)
}

// monomial returns a power of a generator.
func (r *laurentRing) monomial(i int, e int64) (laurent, error) {
	exps := make([]int64, len(r.gens))
	if exps[i] = e; e < 0 {
		return laurent{r.ring.One(), exps}, nil
	}
	p, err := r.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: exps}})
	return laurent{p: p}, err
}

// addLow returns x + k·y.
func addLow(x, y []int64, k int64) ([]int64, error) {
	if x == nil && y == nil {
		return nil, nil
	}
	z := make([]int64, max(len(x), len(y)))
	copy(z, x)
	for i, e := range y {
		m, ok := mulExp(k, e)
		if z[i], ok = addOK(z[i], m, ok); !ok {
			return nil, ErrExponent
		}
	}
	return z, nil
}

func addOK(a, b int64, ok bool) (int64, bool) {
	z, fits := addExp(a, b)
	return z, ok && fits
}

// add returns the sum of the values; neighbours are added in pairs, which
// costs n·log n in all.
func (r *laurentRing) add(list []laurent) (laurent, error) {
	if len(list) == 0 {
		return laurent{p: r.ring.Zero()}, nil
	}
	var low []int64
	for _, v := range list {
		for i, e := range v.low {
			if low == nil {
				low = make([]int64, len(r.gens))
			}
			low[i] = min(low[i], e)
		}
	}
	parts := make([]poly.Poly, len(list))
	for j, v := range list {
		parts[j] = v.p
		if low == nil || v.p.IsZero() || slices.Equal(low, v.low) {
			continue
		}
		up := make([]int64, len(low))
		copy(up, v.low)
		for i := range up {
			up[i] -= low[i]
		}
		m, err := r.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: up}})
		if err != nil {
			return laurent{}, err
		}
		if parts[j], err = m.Mul(v.p, r.budget); err != nil {
			return laurent{}, err
		}
	}
	return laurent{addInPairs(parts), low}, nil
}

// addInPairs adds polynomials, of which there is one at least.
func addInPairs(parts []poly.Poly) poly.Poly {
	for len(parts) > 1 {
		for i := 0; i+1 < len(parts); i += 2 {
			parts[i/2] = parts[i].Add(parts[i+1])
		}
		if n := len(parts); n%2 == 1 {
			parts[n/2] = parts[n-1]
		}
		parts = parts[:(len(parts)+1)/2]
	}
	return parts[0]
}

// settle replaces r^q by what stands below the q-th root r.
func (r *laurentRing) settle(v laurent) (laurent, error) {
	for again := true; again; {
		again = false
		for _, i := range r.roots {
			shift := int64(0)
			if v.low != nil {
				shift = v.low[i]
			}
			if v.p.Degree(i)+shift < r.gens[i].order {
				continue
			}
			var err error
			if v, err = r.unroot(v, i, shift); err != nil {
				return laurent{}, err
			}
			again = true
		}
	}
	return v, nil
}

// unroot does so for one root.
func (r *laurentRing) unroot(v laurent, i int, shift int64) (laurent, error) {
	g := r.gens[i]
	coefs, exps := v.p.Coefficients(i)
	byPower := map[int64][]laurent{}
	var powers []int64
	for j, c := range coefs {
		e := exps[j] + shift
		k := max(0, e/g.order)
		t := laurent{p: c, low: slices.Clone(v.low)}
		if e -= k * g.order; e < 0 || t.low != nil {
			if t.low == nil {
				t.low = make([]int64, len(r.gens))
			}
			t.low[i] = min(e, 0)
		}
		if e > 0 {
			m := make([]int64, len(r.gens))
			m[i] = e
			x, err := r.ring.FromTerms([]poly.Term{{Coef: rational.One, Exps: m}})
			if err != nil {
				return laurent{}, err
			}
			if t.p, err = c.Mul(x, r.budget); err != nil {
				return laurent{}, err
			}
		}
		if _, ok := byPower[k]; !ok {
			powers = append(powers, k)
		}
		byPower[k] = append(byPower[k], t)
	}
	var list []laurent
	for _, k := range powers {
		z, err := r.add(byPower[k])
		if err != nil {
			return laurent{}, err
		}
		if k > 0 {
			b := r.values[g.node]
			w, err := b.p.Pow(k, r.budget)
			if err != nil {
				return laurent{}, err
			}
			if z.p, err = z.p.Mul(w, r.budget); err != nil {
				return laurent{}, err
			}
			if z.low, err = addLow(z.low, b.low, k); err != nil {
				return laurent{}, err
			}
		}
		list = append(list, z)
	}
	return r.add(list)
}

package poly

import (
	"encoding/binary"
	"math/big"
)

// mersenne are exponents n for which 2^n-1 is prime; one of these primes is
// the modulus of a lift.
var mersenne = []uint{61, 127, 521, 1279, 2203, 4253, 9689, 19937}

// A lift is what all lifts of one polynomial share: f times its leading
// coefficient in v, so that the leading coefficients of both factors are
// known. Polynomials are split by their total degree in the other variables,
// and into monomials in these, with coefficients in v.
type lift struct {
	v      int
	others []int
	lay    layout
	limit  []uint64 // degrees in the others
	f      []slice
	lead   []slice
	bits   uint // of the coefficients of the factors
}

// A slice is the part of one total degree: univariate coefficients of
// monomials in the other variables, with the order in which they came.
type slice struct {
	keys []string
	at   map[string]ints
}

func (s *slice) put(key string, x ints) {
	if s.at == nil {
		s.at = map[string]ints{}
	}
	if _, ok := s.at[key]; !ok {
		s.keys = append(s.keys, key)
	}
	s.at[key] = x
}

// keyOf writes exponents as a key, and exponentsOf reads it.
func keyOf(e []uint64) string {
	key := make([]byte, 0, 8*len(e))
	for _, x := range e {
		key = binary.BigEndian.AppendUint64(key, x)
	}
	return string(key)
}

func exponentsOf(key string) []uint64 {
	e := make([]uint64, len(key)/8)
	for i := range e {
		e[i] = binary.BigEndian.Uint64([]byte(key[8*i:]))
	}
	return e
}

func addKeys(x, y string) string {
	e := exponentsOf(x)
	for i, k := range exponentsOf(y) {
		e[i] += k
	}
	return keyOf(e)
}

// prepare multiplies f by its leading coefficient and splits the product.
func (l *lifter) prepare() (*lift, error) {
	lead, _ := l.f.leading(l.v)
	f, err := mulTerms(l.f, lead, l.b)
	if err != nil {
		return nil, err
	}
	s := &lift{v: l.v, others: l.others, lay: f.lay}
	// Gelfond: the product of the largest coefficients of the factors is at
	// most e^(sum of the degrees) times that of f.
	var sum, total uint64
	for v, d := range f.degrees() {
		sum = addSat(sum, d)
		if v != l.v {
			total = addSat(total, d)
		}
	}
	if err := l.b.degree(sum); err != nil {
		return nil, err
	}
	for _, w := range l.others {
		s.limit = append(s.limit, f.degree(w))
	}
	s.bits = uint(f.c.bits()) + uint(sum*3/2) + 2
	if s.f, err = s.split(f, l.b); err != nil {
		return nil, err
	}
	s.lead, err = s.split(lead, l.b)
	return s, err
}

// split returns the parts of t of total degree 0, 1, ... in the others.
func (s *lift) split(t terms, b *Budget) ([]slice, error) {
	list, monos := t.groups(s.others)
	var out []slice
	for i, c := range list {
		var d uint64
		for _, e := range monos[i] {
			d += e
		}
		for uint64(len(out)) <= d {
			out = append(out, slice{})
		}
		x, err := c.toInts(s.v, b)
		if err != nil {
			return nil, err
		}
		out[d].put(keyOf(monos[i]), x)
	}
	return out, nil
}

// lift lifts the coprime factors g and h of the image, and returns the factor
// that belongs to g, times a polynomial without v, if there can be one.
func (s *lift) lift(g, h terms, b *Budget) (terms, bool, error) {
	for _, n := range mersenne {
		if n <= s.bits {
			continue
		}
		r := modulus{new(big.Int).Sub(new(big.Int).Lsh(bigOne(), n), bigOne())}
		origin := r.reduce(s.lead[0].at[keyOf(make([]uint64, len(s.others)))])
		if len(origin) == 0 {
			continue
		}
		var pair [2][]slice
		var start [2]ints
		for i, t := range []terms{g, h} {
			x, err := t.toInts(s.v, b)
			if err != nil {
				return terms{}, false, err
			}
			start[i] = r.scale(r.monic(r.reduce(x)), origin[0])
			pair[i] = s.start(start[i], r)
		}
		words := uint64(len(r.m.Bits()))
		if err := b.spend(mulSat(uint64(len(start[0])*len(start[1])), 8*words*words+200)); err != nil {
			return terms{}, false, err
		}
		sp, tp, ok := r.bezout(start[0], start[1])
		if !ok {
			continue
		}
		for d := 1; d < len(s.f); d++ {
			if ok, err := s.step(d, &pair, start, sp, tp, r, b); err != nil || !ok {
				return terms{}, false, err
			}
		}
		return s.join(pair[0], r), true, nil
	}
	return terms{}, false, &LimitError{"bits of a modulus", int64(mersenne[len(mersenne)-1])}
}

// start returns the parts of a factor as far as they are known: that of degree
// 0, and the leading coefficient.
func (s *lift) start(x ints, r modulus) []slice {
	out := make([]slice, len(s.f))
	out[0].put(keyOf(make([]uint64, len(s.others))), x)
	for d := 1; d < len(s.lead); d++ {
		for _, key := range s.lead[d].keys {
			c := make(ints, len(x))
			for i := range c {
				c[i] = new(big.Int)
			}
			c[len(x)-1].Mod(s.lead[d].at[key][0], r.m)
			out[d].put(key, c.trim())
		}
	}
	return out
}

// step finds the parts of total degree d: for each monomial the coefficient c
// of f less the product so far is solved as c = x·h + y·g with g and h of
// degree 0, and x, y are added to the factors. It returns false if the degrees
// become too large for a factorisation.
func (s *lift) step(d int, pair *[2][]slice, start [2]ints, sp, tp ints, r modulus, b *Budget) (bool, error) {
	var e slice
	for _, key := range s.f[d].keys {
		e.put(key, r.reduce(s.f[d].at[key]))
	}
	words := uint64(len(r.m.Bits()))
	for i := 0; i <= d; i++ {
		for _, kg := range pair[0][i].keys {
			for _, kh := range pair[1][d-i].keys {
				x, y := pair[0][i].at[kg], pair[1][d-i].at[kh]
				if err := b.spend(mulSat(uint64(len(x)*len(y)+4), words*words+8)); err != nil {
					return false, err
				}
				key := addKeys(kg, kh)
				e.put(key, r.sub(e.at[key], r.mul(x, y)))
			}
		}
	}
	for _, key := range e.keys {
		c := e.at[key]
		if len(c) == 0 {
			continue
		}
		if err := b.spend(mulSat(uint64(4*len(c)*len(c)), words*words+8)); err != nil {
			return false, err
		}
		// sp·g + tp·h = 1
		_, x := r.divRem(r.mul(c, tp), start[0])
		y, _ := r.divRem(r.sub(c, r.mul(x, start[1])), start[0])
		pair[0][d].put(key, r.add(pair[0][d].at[key], x))
		pair[1][d].put(key, r.add(pair[1][d].at[key], y))
	}
	return s.plausible(pair, d), nil
}

// plausible tells whether the degrees of the factors, up to total degree d,
// add up to no more than those of f.
func (s *lift) plausible(pair *[2][]slice, d int) bool {
	sum := make([]uint64, len(s.others))
	total := 0
	for i := range pair {
		top := make([]uint64, len(sum))
		high := 0
		for k := 0; k <= d; k++ {
			for _, key := range pair[i][k].keys {
				if len(pair[i][k].at[key]) == 0 {
					continue
				}
				high = k
				for j, e := range exponentsOf(key) {
					top[j] = max(top[j], e)
				}
			}
		}
		total += high
		for j := range sum {
			sum[j] += top[j]
		}
	}
	for j := range sum {
		if sum[j] > s.limit[j] {
			return false
		}
	}
	return total < len(s.f)
}

// join returns the polynomial with the parts, with coefficients of least
// magnitude.
func (s *lift) join(parts []slice, r modulus) terms {
	var top uint64
	for _, d := range s.limit {
		top = max(top, d)
	}
	for _, p := range parts {
		for _, key := range p.keys {
			top = max(top, uint64(len(p.at[key])))
		}
	}
	lay := layoutOf(s.lay.n, widthFor(top))
	var exps []uint64
	var c []*big.Int
	e := make([]uint64, s.lay.n)
	for _, p := range parts {
		for _, key := range p.keys {
			for k, x := range exponentsOf(key) {
				e[s.others[k]] = x
			}
			for i, x := range r.symmetric(p.at[key]) {
				if x.Sign() != 0 {
					e[s.v] = uint64(i)
					exps = lay.pack(exps, e)
					c = append(c, x)
				}
			}
		}
	}
	return fromUnsorted(lay, exps, c)
}

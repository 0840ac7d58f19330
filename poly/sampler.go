package poly

import "math/big"

// A sampler gives images of the gcd in one variable, at the points whose first
// k other variables are the 1st, 2nd, ... powers of those of a point. The
// value of each term goes from one image to the next with one multiplication.
type sampler struct {
	z           *zippel
	x, y, gamma progression
}

// A progression is a polynomial with the current value of each of its terms
// and its ratio to the next one.
type progression struct {
	exps  []int // in the main variable
	value []uint64
	ratio []uint64
	deg   int
}

func newSampler(z *zippel, k int, point []uint64) *sampler {
	free := make([]bool, z.x.lay.n)
	for _, w := range z.others[:k] {
		free[w] = true
	}
	track := func(t terms) progression {
		p := progression{value: z.f.fromCoeffs(t.c), ratio: make([]uint64, t.len()), exps: make([]int, t.len())}
		e := make([]uint64, t.lay.n)
		for i := range p.value {
			t.lay.unpack(t.mono(i), e)
			r, c := z.f.one, p.value[i]
			for w, n := range e {
				switch {
				case n == 0 || w == z.v:
				case free[w]:
					r = z.f.mul(r, z.f.pow(point[w], n))
				default:
					c = z.f.mul(c, z.f.pow(point[w], n))
				}
			}
			p.ratio[i], p.value[i] = r, z.f.mul(c, r)
			p.exps[i] = int(e[z.v])
			p.deg = max(p.deg, p.exps[i])
		}
		return p
	}
	return &sampler{z, track(z.x), track(z.y), track(z.gamma)}
}

// next returns the image at the current point and goes on to the next.
func (p *progression) next(f field) dense {
	out := make(dense, p.deg+1)
	for i, v := range p.value {
		out[p.exps[i]] = f.add(out[p.exps[i]], v)
		p.value[i] = f.mul(v, p.ratio[i])
	}
	return out
}

// next returns the next image of the gcd, with the leading coefficient gamma
// has there.
func (s *sampler) next() (dense, outcome, error) {
	z := s.z
	work := uint64(2*(len(s.x.value)+len(s.y.value))) + mulSat(uint64(s.x.deg+1), uint64(s.y.deg+1))
	if err := z.b.spend(work); err != nil {
		return nil, unlucky, err
	}
	x, y, gamma := s.x.next(z.f), s.y.next(z.f), s.gamma.next(z.f)
	if x[s.x.deg] == 0 || y[s.y.deg] == 0 || gamma[0] == 0 {
		return nil, unlucky, nil
	}
	g := z.f.gcdDense(x, y)
	switch {
	case g.deg() > z.degree:
		return nil, unlucky, nil
	case g.deg() < z.degree:
		z.degree = g.deg()
		return nil, lower, nil
	}
	return z.f.scaleDense(g, gamma[0]), good, nil
}

// differences returns the inverses of xs[i]-xs[j] for j < i, for interpolate.
func (f field) differences(xs []uint64) [][]uint64 {
	inv := make([][]uint64, len(xs))
	for i := range xs {
		inv[i] = make([]uint64, i)
		for j := range i {
			inv[i][j] = f.inv(f.sub(xs[i], xs[j]))
		}
	}
	return inv
}

// interpolate returns the polynomial of degree below len(xs) with the values
// ys at xs, by Newton's divided differences; inv is differences(xs).
func (f field) interpolate(xs, ys []uint64, inv [][]uint64) []uint64 {
	n := len(xs)
	c := append([]uint64(nil), ys...)
	for k := 1; k < n; k++ {
		for i := n - 1; i >= k; i-- {
			c[i] = f.mul(f.sub(c[i], c[i-1]), inv[i][i-k])
		}
	}
	out := make([]uint64, n)
	for i := n - 1; i >= 0; i-- {
		for j := n - 1; j > 0; j-- {
			out[j] = f.sub(out[j-1], f.mul(xs[i], out[j]))
		}
		out[0] = f.sub(c[i], f.mul(xs[i], out[0]))
	}
	return out
}

// vandermonde solves
//
//	sum over l of c[l]·nodes[l]^(j+1) = right[j]
//
// and returns false if two nodes are equal. The cost is quadratic.
func (f field) vandermonde(nodes, right []uint64) ([]uint64, bool) {
	n := len(nodes)
	master := dense{f.one}
	for _, w := range nodes {
		master = f.mulDense(master, dense{f.sub(0, w), f.one})
	}
	out := make([]uint64, n)
	q := make([]uint64, n)
	for l, w := range nodes {
		var carry, sum uint64
		for i := n - 1; i >= 0; i-- {
			carry = f.add(master[i+1], f.mul(carry, w))
			q[i] = carry
			sum = f.add(sum, f.mul(carry, right[i]))
		}
		at := f.mul(f.evalDense(q, w), w)
		if at == 0 {
			return nil, false
		}
		out[l] = f.mul(sum, f.inv(at))
	}
	return out, true
}

// A crt collects residues of a list of integers modulo several primes by the
// Chinese remainder theorem.
type crt struct {
	modulus *big.Int
	values  []*big.Int // symmetric: at most half the modulus in magnitude
}

func newCRT(f field, residues []uint64) *crt {
	c := &crt{modulus: big.NewInt(1), values: make([]*big.Int, len(residues))}
	for i := range c.values {
		c.values[i] = new(big.Int)
	}
	c.add(f, residues)
	return c
}

// add takes in the residues modulo the prime of f and tells whether no value
// changed.
func (c *crt) add(f field, residues []uint64) bool {
	inv := f.inv(f.fromBig(c.modulus))
	next := new(big.Int).Mul(c.modulus, new(big.Int).SetUint64(f.p))
	same := true
	for i, r := range residues {
		// The new value is the old one plus modulus·k, |k| < p/2.
		k := f.value(f.mul(f.sub(f.from(r), f.fromBig(c.values[i])), inv))
		if k == 0 {
			continue
		}
		same = false
		kb := new(big.Int).SetUint64(k)
		if k > f.p/2 {
			kb.Sub(kb, new(big.Int).SetUint64(f.p))
		}
		c.values[i] = kb.Mul(kb, c.modulus).Add(kb, c.values[i])
	}
	c.modulus = next
	return same
}

// bits returns the largest bit length of the values.
func (c *crt) bits() int { return coeffs{big: c.values}.bits() }

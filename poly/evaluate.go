package poly

import (
	"github.com/symgrad/symgrad/rational"
)

// Eval returns the value of p at a point with a number for each variable. It
// fails with a *LimitError if a power has more bits than the budget allows. The
// cost is one power for each exponent of each term.
func (p Poly) Eval(point []rational.Rat, b *Budget) (rational.Rat, error) {
	b = b.orNew()
	limit := b.Bits
	if limit == 0 {
		limit = defaultBits
	}
	sum := rational.Rat{}
	e := make([]uint64, p.t.lay.n)
	for i := range p.t.len() {
		if err := b.spend(uint64(len(e) + sum.BitLen()/64 + 1)); err != nil {
			return rational.Rat{}, err
		}
		p.t.lay.unpack(p.t.mono(i), e)
		x := rational.FromBigInt(p.t.c.at(i))
		for v, n := range e {
			if n == 0 {
				continue
			}
			y, ok := point[v].Pow(int64(n), int(limit))
			if !ok {
				return rational.Rat{}, &LimitError{"bits", limit}
			}
			if err := b.spend(uint64(x.BitLen()/64+1) * uint64(y.BitLen()/64+1)); err != nil {
				return rational.Rat{}, err
			}
			x = x.Mul(y)
		}
		sum = sum.Add(x)
		if err := b.bits(uint64(sum.BitLen())); err != nil {
			return rational.Rat{}, err
		}
	}
	return sum.Mul(p.scale), nil
}

// Substitute returns p with q for variable v; q may contain that variable. It
// fails with a *LimitError if the budget does not allow the result.
func (p Poly) Substitute(v int, q Poly, b *Budget) (Poly, error) {
	p.same(q)
	b = b.orNew()
	list, exps := p.Coefficients(v)
	sum := p.ring.Zero()
	if len(list) == 0 {
		return sum, nil
	}
	// Horner's rule over the exponents that occur.
	for i, c := range list {
		sum = sum.Add(c)
		below := int64(0)
		if i+1 < len(list) {
			below = exps[i+1]
		}
		if exps[i] == below {
			continue
		}
		step, err := q.Pow(exps[i]-below, b)
		if err != nil {
			return Poly{}, err
		}
		if sum, err = sum.Mul(step, b); err != nil {
			return Poly{}, err
		}
		if err := b.terms(uint64(sum.Len())); err != nil {
			return Poly{}, err
		}
	}
	return sum, nil
}

package poly

import (
	"errors"
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// ErrNotUnivariate says that an operation for polynomials in one variable was
// asked of others.
var ErrNotUnivariate = errors.New("poly: the polynomials are not in one variable")

// ErrZeroDivisor says that a divisor is 0.
var ErrZeroDivisor = errors.New("poly: division by 0")

// DivRem returns quotient and remainder of polynomials in the single variable
// v over Q:
//
//	p = quo·q + rem, deg rem < deg q
//
// Errors: ErrZeroDivisor if q is 0, ErrNotUnivariate if another variable
// occurs, a *LimitError if the degree or the coefficients exceed the budget.
// The cost is the product of the degrees of q and quo. Source: Knuth, The Art
// of Computer Programming 2, 4.6.1, algorithm R (pseudo-division).
func (p Poly) DivRem(q Poly, v int, b *Budget) (quo, rem Poly, err error) {
	p.same(q)
	b = b.orNew()
	if q.IsZero() {
		return Poly{}, Poly{}, ErrZeroDivisor
	}
	for _, t := range []terms{p.t, q.t} {
		if vars := t.vars(); len(vars) > 1 || len(vars) == 1 && vars[0] != v {
			return Poly{}, Poly{}, ErrNotUnivariate
		}
	}
	if p.Degree(v) < q.Degree(v) {
		return p.ring.Zero(), p, nil
	}
	x, err := p.t.toInts(v, b)
	if err != nil {
		return Poly{}, Poly{}, err
	}
	y, err := q.t.toInts(v, b)
	if err != nil {
		return Poly{}, Poly{}, err
	}
	z, steps, err := pseudoDivide(x, y, b)
	if err != nil {
		return Poly{}, Poly{}, err
	}
	// lead^steps·x = z·y + x, with the new x.
	lead := new(big.Int).Exp(y[len(y)-1], big.NewInt(int64(steps)), nil)
	inv := p.scale.Div(rational.FromBigInt(lead))
	quo = p.ring.make(inv.Div(q.scale), fromInts(p.t.lay.n, v, z))
	rem = p.ring.make(inv, fromInts(p.t.lay.n, v, x[:len(y)-1]))
	return quo, rem, nil
}

// pseudoDivide divides x by y in place and returns the quotient and the power
// of the leading coefficient of y that x was multiplied with.
func pseudoDivide(x, y []*big.Int, b *Budget) (quo []*big.Int, steps int, err error) {
	n := len(y) - 1
	lead := y[n]
	monic := lead.IsInt64() && lead.Int64() == 1
	quo = make([]*big.Int, len(x)-n)
	for i := range quo {
		quo[i] = new(big.Int)
	}
	var tmp big.Int
	for i := len(x) - 1; i >= n; i-- {
		if x[i].Sign() == 0 {
			continue
		}
		if err := b.bits(uint64(x[i].BitLen() + lead.BitLen())); err != nil {
			return nil, 0, err
		}
		if err := b.spend(uint64(len(x)+len(y)) * uint64(len(x[i].Bits())+4)); err != nil {
			return nil, 0, err
		}
		c := new(big.Int).Set(x[i])
		if !monic {
			steps++
			for _, k := range x[:i] {
				k.Mul(k, lead)
			}
			for _, k := range quo {
				k.Mul(k, lead)
			}
		}
		quo[i-n].Set(c)
		for j := range n {
			tmp.Mul(c, y[j])
			x[i-n+j].Sub(x[i-n+j], &tmp)
		}
		x[i].SetInt64(0)
	}
	return quo, steps, nil
}

// toInts returns the coefficients of t in variable v alone, from the constant
// one up; they may be written to.
func (t terms) toInts(v int, b *Budget) ([]*big.Int, error) {
	d := t.degree(v)
	if err := b.degree(d); err != nil {
		return nil, err
	}
	out := make([]*big.Int, d+1)
	block := make([]big.Int, d+1)
	for i := range out {
		out[i] = &block[i]
	}
	for i := range t.len() {
		out[t.lay.get(t.mono(i), v)].Set(t.c.at(i))
	}
	return out, nil
}

// fromInts is the reverse of toInts, for a ring of n variables.
func fromInts(n, v int, c []*big.Int) terms {
	lay := layoutOf(n, widthFor(uint64(len(c))))
	var exps []uint64
	var list []*big.Int
	for i := len(c) - 1; i >= 0; i-- {
		if c[i].Sign() != 0 {
			at := len(exps)
			for range lay.nw {
				exps = append(exps, 0)
			}
			lay.put(exps[at:], v, uint64(i))
			list = append(list, c[i])
		}
	}
	return terms{lay, exps, shrink(list)}.fit()
}

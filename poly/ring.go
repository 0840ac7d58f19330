package poly

import (
	"fmt"
	"math/big"

	"github.com/symgrad/symgrad/rational"
)

// A Ring is Q[x0, x1, ...] with named variables in a fixed order, the first
// one largest. Polynomials of different rings do not mix. A Ring is immutable.
type Ring struct {
	names []string
}

// NewRing returns the polynomial ring over Q in the named variables. The names
// serve printing only.
func NewRing(names ...string) *Ring {
	return &Ring{names: append([]string(nil), names...)}
}

// NumVars returns the number of variables.
func (r *Ring) NumVars() int { return len(r.names) }

// Name returns the name of variable v.
func (r *Ring) Name(v int) string { return r.names[v] }

// Zero returns 0.
func (r *Ring) Zero() Poly { return Poly{ring: r, t: terms{lay: layoutOf(len(r.names), 8)}} }

// One returns 1.
func (r *Ring) One() Poly { return r.Const(rational.One) }

// Const returns the constant c.
func (r *Ring) Const(c rational.Rat) Poly {
	if c.IsZero() {
		return r.Zero()
	}
	return Poly{r, c, constTerms(len(r.names), big.NewInt(1))}
}

// Var returns variable v, counted from 0.
func (r *Ring) Var(v int) Poly { return r.power(v, 1) }

// power returns x_v^e, with e at most maxExponent.
func (r *Ring) power(v int, e uint64) Poly {
	lay := layoutOf(len(r.names), widthFor(e))
	exps := make([]uint64, lay.nw)
	lay.put(exps, v, e)
	return Poly{r, rational.One, terms{lay, exps, coeffs{small: []int64{1}}}}
}

// A Term is a coefficient and an exponent for each variable of the ring.
type Term struct {
	Coef rational.Rat
	Exps []int64
}

// FromTerms returns the sum of the terms, in any order and with repetitions.
// An exponent that is negative, or a number of exponents other than that of
// the variables, is an error.
func (r *Ring) FromTerms(list []Term) (Poly, error) {
	var top uint64
	den := big.NewInt(1)
	for _, t := range list {
		if len(t.Exps) != len(r.names) {
			return Poly{}, fmt.Errorf("poly: %d exponents for %d variables", len(t.Exps), len(r.names))
		}
		for _, e := range t.Exps {
			if e < 0 {
				return Poly{}, fmt.Errorf("poly: negative exponent %d", e)
			}
			top = max(top, uint64(e))
		}
		_, d := parts(t.Coef)
		den.Div(new(big.Int).Mul(den, d), new(big.Int).GCD(nil, nil, den, d))
	}
	lay := layoutOf(len(r.names), widthFor(top))
	exps := make([]uint64, 0, len(list)*lay.nw)
	c := make([]*big.Int, len(list))
	e := make([]uint64, len(r.names))
	for i, t := range list {
		for v, x := range t.Exps {
			e[v] = uint64(x)
		}
		exps = lay.pack(exps, e)
		n, d := parts(t.Coef)
		c[i] = new(big.Int).Mul(n, new(big.Int).Quo(den, d))
	}
	return r.make(rational.One.Div(rational.FromBigInt(den)), fromUnsorted(lay, exps, c)), nil
}

// make returns scale·t, whatever the content of t.
func (r *Ring) make(scale rational.Rat, t terms) Poly {
	if t.len() == 0 || scale.IsZero() {
		return r.Zero()
	}
	content, t := t.primitive()
	return Poly{r, scale.Mul(rational.FromBigInt(content)), t}
}

// parts returns numerator and denominator; they must not be written to.
func parts(x rational.Rat) (num, den *big.Int) {
	if n, d, ok := x.Small(); ok {
		return big.NewInt(n), big.NewInt(d)
	}
	b := x.Big()
	return b.Num(), b.Denom()
}

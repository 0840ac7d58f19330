package poly

import (
	"github.com/symgrad/symgrad/rational"
)

// An End is an end of an interval: a number, or an infinity.
type End struct {
	Value rational.Rat
	Inf   int // -1 or 1; 0 for a number
}

// Roots returns the number of different real roots of p in the interval
// (lo, hi], where p is a square-free polynomial in variable v alone.
//
// It counts the changes of sign in a Sturm sequence at both ends. Errors:
// ErrNotUnivariate, or a *LimitError. The cost is cubic in the degree. Source:
// Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, theorem 2.62.
func (p Poly) Roots(v int, lo, hi End, b *Budget) (int, error) {
	b = b.orNew()
	if p.IsZero() {
		return 0, ErrZeroDivisor
	}
	chain := []Poly{p.Primitive()}
	for q := chain[0].Derivative(v); !q.IsZero(); {
		q = q.Primitive().Scale(rational.Int(int64(q.Content().Sign())))
		chain = append(chain, q)
		_, rem, err := chain[len(chain)-2].DivRem(q, v, b)
		if err != nil {
			return 0, err
		}
		q = rem.Neg()
	}
	below, err := changes(chain, v, lo, b)
	if err != nil {
		return 0, err
	}
	above, err := changes(chain, v, hi, b)
	return below - above, err
}

// changes returns the number of changes of sign in a sequence at an end.
func changes(chain []Poly, v int, at End, b *Budget) (n int, err error) {
	last := 0
	for _, p := range chain {
		s, err := p.signAt(v, at, b)
		if err != nil {
			return 0, err
		}
		if s != 0 && last != 0 && s != last {
			n++
		}
		if s != 0 {
			last = s
		}
	}
	return n, nil
}

// signAt returns the sign of a polynomial in variable v at an end.
func (p Poly) signAt(v int, at End, b *Budget) (int, error) {
	if at.Inf != 0 {
		s := p.Content().Sign() // the leading coefficient of the primitive part is positive
		if at.Inf < 0 && p.Degree(v)%2 == 1 {
			s = -s
		}
		return s, nil
	}
	point := make([]rational.Rat, p.ring.NumVars())
	point[v] = at.Value
	z, err := p.Eval(point, b)
	return z.Sign(), err
}

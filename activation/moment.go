package activation

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// A Power is a term Coef·sigma^Power of an asymptotic series.
type Power struct {
	Coef  symbolic.Expr
	Power int
}

// An Asymptotic is a series in sigma for sigma -> 0: a sum of terms and a rest
// O(sigma^Rest), or none where it is exact.
type Asymptotic struct {
	Terms []Power
	Rest  int
	Exact bool
}

// A half is a polynomial that approximates a function on one side of 0, with an
// error O(x^(order+1)).
type half []symbolic.ID

// halves returns the coefficients of the expansions from the left and the right,
// both in powers of x; ok is false where they have others than integers from 0 on.
func (l *line) halves(left, right taylor.Series, order int) (a, b half, ok bool) {
	if a, ok = l.half(left, order); !ok {
		return nil, nil, false
	}
	b, ok = l.half(right, order)
	return a, b, ok
}

func (l *line) half(part taylor.Series, order int) (half, bool) {
	return l.halfAt(part, order, symbolic.Zero)
}

// halfAt returns the coefficients of an expansion at a point.
func (l *line) halfAt(part taylor.Series, order int, at symbolic.ID) (half, bool) {
	s := l.s
	base := s.Sub(l.x, at)
	z := make(half, order+1)
	for i := range z {
		z[i] = symbolic.Zero
	}
	for _, t := range part.Terms {
		if t.Log > 0 || t.Power.Kind() != symbolic.Number {
			return nil, false
		}
		n, ok := t.Power.Number().Int64()
		if !ok || n < 0 || n > int64(order) {
			return nil, false
		}
		c := t.Coef.ID()
		switch opposite := s.Sub(at, l.x); {
		case t.Base.ID() == opposite && n%2 != 0:
			c = s.Neg(c)
		case t.Base.ID() != base && t.Base.ID() != opposite:
			return nil, false
		}
		z[n] = s.Add(z[n], c)
	}
	return z, true
}

// expectation returns the mean of a function of X ~ N(0, σ²) from its halves:
//
//	E X^k = (k-1)!!·σ^k for even k,   E |X|^k = (k-1)!!·sqrt(2/pi)·σ^k for odd k
//
// of which each half has half.
func (l *line) expectation(a, b half) []symbolic.ID {
	s := l.s
	root := l.root(s.Div(s.Int(2), s.Pi()))
	z := make([]symbolic.ID, len(b))
	factorial := [2]rational.Rat{rational.One, rational.One} // (k-1)!! for the last even and odd k
	for k := range z {
		if k > 1 {
			factorial[k%2] = factorial[k%2].Mul(rational.Int(int64(k - 1)))
		}
		half := factorial[k%2].Mul(rational.New(1, 2))
		if k%2 == 0 {
			z[k] = s.Scale(s.Add(b[k], a[k]), half)
		} else {
			z[k] = s.Mul(s.Scale(s.Sub(b[k], a[k]), half), root)
		}
	}
	return z
}

// product returns the product of two series up to an order.
func (l *line) product(a, b []symbolic.ID, order int) []symbolic.ID {
	z := make([]symbolic.ID, order+1)
	for k := range z {
		sum := l.s.NewSum()
		for i := 0; i <= k && i < len(a); i++ {
			if k-i < len(b) {
				sum.Add(l.s.Mul(a[i], b[k-i]))
			}
		}
		z[k] = sum.Sum()
	}
	return z
}

// meanAndVariance returns those of a function with the given halves, known up to an
// order; even tells that both are one expansion, so that odd powers vanish.
func (l *line) meanAndVariance(a, b half, order int, even, exact bool) (mean, variance Asymptotic, err error) {
	if mean, err = l.asymptotic(l.expectation(a, b), order, even, exact); err != nil {
		return mean, variance, err
	}
	// A constant does not change the variance. Without one the square is known to
	// one more order.
	a, b = append(half{}, a...), append(half{}, b...)
	if order >= 0 && a[0] == b[0] {
		a[0], b[0] = symbolic.Zero, symbolic.Zero
		order++
	}
	degree := order
	if exact {
		degree = 2 * (len(a) - 1)
	}
	square := l.expectation(l.product(a, a, degree), l.product(b, b, degree))
	m := l.expectation(a, b)
	for k, c := range l.product(m, m, degree) {
		square[k] = l.s.Sub(square[k], c)
	}
	variance, err = l.asymptotic(square, order, even, exact)
	return mean, variance, err
}

func (l *line) asymptotic(c []symbolic.ID, order int, even, exact bool) (z Asymptotic, err error) {
	for k, id := range c {
		if id, err = l.simpler(id); err != nil {
			return z, err
		}
		if id != symbolic.Zero {
			z.Terms = append(z.Terms, Power{l.s.Expr(id), k})
		}
	}
	z.Exact, z.Rest = exact, order+1
	if even && z.Rest%2 != 0 {
		z.Rest++
	}
	return z, nil
}

// slopes returns the halves of the derivative.
func (l *line) slopes(a half) half {
	z := make(half, max(1, len(a)-1))
	z[0] = symbolic.Zero
	for k := 1; k < len(a); k++ {
		z[k-1] = l.s.Mul(l.s.Int(int64(k)), a[k])
	}
	return z
}

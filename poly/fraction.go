package poly

import "github.com/symgrad/symgrad/rational"

// A Fraction is a rational function in lowest terms: a numerator and a
// coprime denominator, which is primitive with integer coefficients and
// positive leading coefficient. Equal rational functions have equal
// representations; they are equal as functions wherever both are defined.
// Fractions are immutable.
type Fraction struct{ num, den Poly }

// NewFraction returns num/den in lowest terms. Errors: ErrZeroDivisor, or a
// *LimitError if the budget does not suffice for the greatest common divisor.
func NewFraction(num, den Poly, b *Budget) (Fraction, error) {
	num.same(den)
	if den.IsZero() {
		return Fraction{}, ErrZeroDivisor
	}
	b = b.orNew()
	num, den, err := cancel(num, den, b)
	if err != nil {
		return Fraction{}, err
	}
	return normal(num, den), nil
}

// Fraction returns p as a rational function.
func (p Poly) Fraction() Fraction { return Fraction{p, p.ring.One()} }

// normal returns num/den, which are coprime, with the scale in the numerator.
func normal(num, den Poly) Fraction {
	if num.IsZero() {
		return num.Fraction()
	}
	return Fraction{num.Scale(den.scale.Inv()), den.Primitive()}
}

// cancel divides both by their greatest common divisor.
func cancel(x, y Poly, b *Budget) (Poly, Poly, error) {
	g, err := x.GCD(y, b)
	if err != nil {
		return Poly{}, Poly{}, err
	}
	if x, err = x.exact(g, b); err != nil {
		return Poly{}, Poly{}, err
	}
	y, err = y.exact(g, b)
	return x, y, err
}

// exact returns p/q where q is known to divide p.
func (p Poly) exact(q Poly, b *Budget) (Poly, error) {
	if q.IsOne() {
		return p, nil
	}
	z, ok, err := p.Divide(q, b)
	if err == nil && !ok {
		panic("poly: a divisor does not divide")
	}
	return z, err
}

// Num returns the numerator.
func (x Fraction) Num() Poly { return x.num }

// Den returns the denominator, primitive with positive leading coefficient.
func (x Fraction) Den() Poly { return x.den }

// IsZero tells whether x is 0.
func (x Fraction) IsZero() bool { return x.num.IsZero() }

// Equal tells whether x and y are the same rational function.
func (x Fraction) Equal(y Fraction) bool { return x.num.Equal(y.num) && x.den.Equal(y.den) }

// String writes the numerator, or (numerator)/(denominator).
func (x Fraction) String() string {
	if x.den.IsOne() {
		return x.num.String()
	}
	return "(" + x.num.String() + ")/(" + x.den.String() + ")"
}

// Neg returns -x.
func (x Fraction) Neg() Fraction { return Fraction{x.num.Neg(), x.den} }

// Add returns x + y. It fails with a *LimitError if the budget does not
// suffice. Common factors are removed before multiplying. Source: Henrici;
// Knuth, The Art of Computer Programming 2, 4.5.1.
func (x Fraction) Add(y Fraction, b *Budget) (Fraction, error) {
	b = b.orNew()
	// With g = gcd(x.den, y.den), a common factor of the sum's numerator and
	// denominator divides g.
	g, err := x.den.GCD(y.den, b)
	if err != nil {
		return Fraction{}, err
	}
	xd, err := x.den.exact(g, b)
	if err != nil {
		return Fraction{}, err
	}
	yd, err := y.den.exact(g, b)
	if err != nil {
		return Fraction{}, err
	}
	s, err := x.num.Mul(yd, b)
	if err != nil {
		return Fraction{}, err
	}
	t, err := y.num.Mul(xd, b)
	if err != nil {
		return Fraction{}, err
	}
	num, g, err := cancel(s.Add(t), g, b)
	if err != nil {
		return Fraction{}, err
	}
	den, err := product(b, xd, yd, g)
	if err != nil {
		return Fraction{}, err
	}
	return normal(num, den), nil
}

// product multiplies several polynomials.
func product(b *Budget, x Poly, more ...Poly) (Poly, error) {
	var err error
	for _, y := range more {
		if x, err = x.Mul(y, b); err != nil {
			return Poly{}, err
		}
	}
	return x, nil
}

// Sub returns x - y; see Add.
func (x Fraction) Sub(y Fraction, b *Budget) (Fraction, error) { return x.Add(y.Neg(), b) }

// Mul returns x·y. It fails with a *LimitError if the budget does not suffice.
// Common factors are removed before multiplying.
func (x Fraction) Mul(y Fraction, b *Budget) (Fraction, error) {
	b = b.orNew()
	xn, yd, err := cancel(x.num, y.den, b)
	if err != nil {
		return Fraction{}, err
	}
	yn, xd, err := cancel(y.num, x.den, b)
	if err != nil {
		return Fraction{}, err
	}
	num, err := xn.Mul(yn, b)
	if err != nil {
		return Fraction{}, err
	}
	den, err := xd.Mul(yd, b)
	if err != nil {
		return Fraction{}, err
	}
	return normal(num, den), nil
}

// Inv returns 1/x, or ErrZeroDivisor.
func (x Fraction) Inv() (Fraction, error) {
	if x.IsZero() {
		return Fraction{}, ErrZeroDivisor
	}
	return normal(x.den, x.num), nil
}

// Div returns x/y. Errors: ErrZeroDivisor, or a *LimitError.
func (x Fraction) Div(y Fraction, b *Budget) (Fraction, error) {
	inv, err := y.Inv()
	if err != nil {
		return Fraction{}, err
	}
	return x.Mul(inv, b)
}

// Pow returns x^n; 0^0 is 1. Errors: ErrZeroDivisor for a negative power of 0,
// or a *LimitError. A power of coprime polynomials needs no divisor.
func (x Fraction) Pow(n int64, b *Budget) (Fraction, error) {
	b = b.orNew()
	if n < 0 {
		inv, err := x.Inv()
		if err != nil {
			return Fraction{}, err
		}
		if n = -n; n < 0 {
			return Fraction{}, &LimitError{"exponent", maxExponent}
		}
		x = inv
	}
	num, err := x.num.Pow(n, b)
	if err != nil {
		return Fraction{}, err
	}
	den, err := x.den.Pow(n, b)
	if err != nil {
		return Fraction{}, err
	}
	return normal(num, den), nil
}

// Derivative returns the derivative with respect to variable v:
//
//	(p/q)' = (p'·(q/g) - p·(q'/g)) / (q·(q/g)), g = gcd(q, q')
func (x Fraction) Derivative(v int, b *Budget) (Fraction, error) {
	b = b.orNew()
	dq := x.den.Derivative(v)
	q, dq, err := cancel(x.den, dq, b)
	if err != nil {
		return Fraction{}, err
	}
	s, err := x.num.Derivative(v).Mul(q, b)
	if err != nil {
		return Fraction{}, err
	}
	t, err := x.num.Mul(dq, b)
	if err != nil {
		return Fraction{}, err
	}
	den, err := x.den.Mul(q, b)
	if err != nil {
		return Fraction{}, err
	}
	return NewFraction(s.Sub(t), den, b)
}

// Eval returns the value at a point with a number for each variable, and false
// if the denominator is 0 there. It fails with a *LimitError if the budget does
// not suffice.
func (x Fraction) Eval(point []rational.Rat, b *Budget) (rational.Rat, bool, error) {
	b = b.orNew()
	den, err := x.den.Eval(point, b)
	if err != nil || den.IsZero() {
		return rational.Rat{}, false, err
	}
	num, err := x.num.Eval(point, b)
	if err != nil {
		return rational.Rat{}, false, err
	}
	return num.Div(den), true, nil
}

package activation

import (
	"slices"

	"github.com/symgrad/symgrad/algebra"
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/symbolic"
)

// roots returns the real zeros of an expression that is a polynomial in x of
// degree 2 or less; ok is false where it is no such polynomial, or where it could
// not be decided which zeros there are.
func (l *line) roots(d symbolic.ID) (list []symbolic.ID, ok bool, err error) {
	c, ok := l.coefficients(d)
	if !ok {
		return nil, false, nil
	}
	for _, id := range c {
		if _, err := l.constant(id); err != nil {
			return nil, false, err
		}
	}
	return l.quadratic(c)
}

// quadratic returns the zeros of c0 + c1·x + c2·x², in increasing order.
func (l *line) quadratic(c []symbolic.ID) (list []symbolic.ID, ok bool, err error) {
	s := l.s
	for len(c) > 0 {
		if order, ok := l.compare(c[len(c)-1], symbolic.Zero); !ok {
			return nil, false, nil
		} else if order != 0 {
			break
		}
		c = c[:len(c)-1]
	}
	switch len(c) {
	case 0:
		return nil, false, nil // 0 everywhere
	case 1:
		return nil, true, nil
	case 2:
		list = []symbolic.ID{s.Div(s.Neg(c[0]), c[1])}
	case 3:
		half := s.Div(s.Neg(c[1]), s.Mul(s.Int(2), c[2]))
		d := s.Sub(s.Mul(half, half), s.Div(c[0], c[2]))
		switch sign, ok := l.compare(d, symbolic.Zero); {
		case !ok:
			return nil, false, nil
		case sign < 0:
			return nil, true, nil
		case sign == 0:
			list = []symbolic.ID{half}
		default:
			root := l.root(d)
			list = []symbolic.ID{s.Sub(half, root), s.Add(half, root)}
		}
	default:
		return nil, false, nil
	}
	for i, id := range list {
		if list[i], err = l.simpler(id); err != nil {
			return nil, false, err
		}
	}
	return list, true, nil
}

// coefficients returns those of an expression that is written as a polynomial in
// x of degree 2 or less.
func (l *line) coefficients(root symbolic.ID) ([]symbolic.ID, bool) {
	s := l.s
	const degree = 2
	done := map[symbolic.ID][]symbolic.ID{}
	one := []symbolic.ID{symbolic.One}
	mul := func(a, b []symbolic.ID) ([]symbolic.ID, bool) {
		z := slices.Repeat([]symbolic.ID{symbolic.Zero}, len(a)+len(b)-1)
		for i := range a {
			for j := range b {
				z[i+j] = s.Add(z[i+j], s.Mul(a[i], b[j]))
			}
		}
		return z, len(z) <= degree+1
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return s.Depends(id, l.x) }) {
		ops := s.Operands(id)
		ok := true
		var z []symbolic.ID
		switch k := s.Kind(id); {
		case id == l.x:
			z = []symbolic.ID{symbolic.Zero, symbolic.One}
		case !s.Depends(id, l.x):
			z = []symbolic.ID{id}
		case k == symbolic.Sum:
			z = []symbolic.ID{ops[0]}
			for i := 1; i < len(ops); i += 2 {
				for j, c := range done[ops[i]] {
					if j == len(z) {
						z = append(z, symbolic.Zero)
					}
					z[j] = s.Add(z[j], s.Mul(c, ops[i+1]))
				}
			}
		case k == symbolic.Product || k == symbolic.Power:
			z = one
			pairs := ops
			if k == symbolic.Product {
				z, pairs = []symbolic.ID{ops[0]}, ops[1:]
			}
			for i := 0; i < len(pairs) && ok; i += 2 {
				f := []symbolic.ID{s.Pow(pairs[i], pairs[i+1])}
				n := int64(1)
				if s.Depends(f[0], l.x) {
					f = done[pairs[i]]
					if n, ok = integer(s, pairs[i+1]); !ok || n < 1 || n > degree {
						return nil, false
					}
				}
				for ; n > 0 && ok; n-- {
					z, ok = mul(z, f)
				}
			}
		default:
			return nil, false
		}
		if !ok {
			return nil, false
		}
		done[id] = z
	}
	return done[root], true
}

func integer(s *symbolic.Store, id symbolic.ID) (int64, bool) {
	if s.Kind(id) != symbolic.Number {
		return 0, false
	}
	return s.Number(id).Int64()
}

// zeros returns all zeros of an expression inside a piece, where it is smooth; ok
// is false where not all of them were found.
func (l *line) zeros(p piece, id symbolic.ID) (list []end, ok bool, err error) {
	factors, ok, err := algebra.Numerator(l.s, id, func(id symbolic.ID) bool { return l.s.Depends(id, l.x) })
	if err != nil || !ok {
		return nil, false, err
	}
	facts := l.facts.With(l.inside(p)...)
	for _, f := range factors {
		found, ok, err := l.factorZeros(p, facts, f)
		if err != nil || !ok {
			return nil, false, err
		}
		list = append(list, found...)
	}
	return list, true, nil
}

// inside returns the conditions that x is inside a piece.
func (l *line) inside(p piece) (list []symbolic.Expr) {
	if p.left.infinity == 0 {
		list = append(list, l.s.Expr(l.s.Relate(symbolic.Less, p.left.at, l.x)))
	}
	if p.right.infinity == 0 {
		list = append(list, l.s.Expr(l.s.Relate(symbolic.Less, l.x, p.right.at)))
	}
	return list
}

// factorZeros returns the zeros of a polynomial in something that depends on x:
// in x itself, or in a function that is known to take each value once at most.
func (l *line) factorZeros(p piece, facts *assume.Facts, f algebra.Polynomial) (list []end, ok bool, err error) {
	y := f.Generator
	if y == symbolic.One || len(f.Coefs) < 2 {
		return nil, len(f.Coefs) > 0 && f.Coefs[0] != symbolic.Zero, nil
	}
	if len(f.Coefs) == 2 && f.Coefs[1] == symbolic.Zero && l.never(facts, y, symbolic.Zero) {
		return nil, true, nil
	}
	c := slices.Clone(f.Coefs)
	slices.Reverse(c)
	values, ok, err := l.quadratic(c)
	if err != nil || !ok {
		return nil, ok, err
	}
	for _, v := range values {
		var at []symbolic.ID
		switch {
		case y == l.x:
			at = []symbolic.ID{v}
		case l.never(facts, y, v):
		default:
			x, ok, err := l.inverse(facts, y, v)
			if err != nil || !ok {
				return nil, false, err
			}
			at = []symbolic.ID{x}
		}
		for _, x := range at {
			e, err := l.end(x)
			if err != nil {
				return nil, false, err
			}
			in, err := l.within(p, e)
			if err != nil {
				return nil, false, err
			}
			if in {
				list = append(list, e)
			}
		}
	}
	return list, true, nil
}

// never tells whether an expression certainly has not a value.
func (l *line) never(facts *assume.Facts, y, v symbolic.ID) bool {
	d := l.s.Sub(y, v)
	for _, c := range []symbolic.ID{l.s.Relate(symbolic.NotEqual, d, symbolic.Zero), l.s.Relate(symbolic.NotEqual, y, v),
		l.s.Relate(symbolic.Less, y, v), l.s.Relate(symbolic.Less, v, y)} {
		if facts.Holds(l.s.Expr(c)) == assume.Yes {
			return true
		}
	}
	return false
}

// inverse returns the one place at which a strictly monotone expression has a
// value, if it is a simple one.
func (l *line) inverse(facts *assume.Facts, y, v symbolic.ID) (symbolic.ID, bool, error) {
	d, err := l.derivative(y)
	if err != nil {
		return 0, false, err
	}
	if !l.never(facts, d, symbolic.Zero) {
		return 0, false, nil
	}
	for _, n := range []int64{0, 1, -1} {
		x := l.s.Int(n)
		if order, ok := l.compare(l.put(y, x), v); ok && order == 0 {
			return x, true, nil
		}
	}
	return 0, false, nil
}

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
	y, c, ok := l.polynomial(d)
	if !ok || y != l.x {
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

// polynomial returns the coefficients of an expression that is written as a
// polynomial of degree 2 or less in one part that depends on x, and that part.
func (l *line) polynomial(root symbolic.ID) (y symbolic.ID, c []symbolic.ID, ok bool) {
	s := l.s
	const degree = 2
	y, ok = l.atom(root)
	if !ok {
		return y, nil, false
	}
	done := map[symbolic.ID][]symbolic.ID{y: {symbolic.Zero, symbolic.One}}
	mul := func(a, b []symbolic.ID) []symbolic.ID {
		z := slices.Repeat([]symbolic.ID{symbolic.Zero}, len(a)+len(b)-1)
		for i := range a {
			for j := range b {
				z[i+j] = s.Add(z[i+j], s.Mul(a[i], b[j]))
			}
		}
		return z
	}
	for _, id := range s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return l.isInner(id) && id != y }) {
		if _, ok := done[id]; ok || !s.Depends(id, l.x) {
			continue
		}
		ops := s.Operands(id)
		z := []symbolic.ID{symbolic.Zero}
		switch s.Kind(id) {
		case symbolic.Sum:
			z[0] = ops[0]
			for i := 1; i < len(ops); i += 2 {
				part, ok := done[ops[i]]
				if !ok {
					part = []symbolic.ID{ops[i]}
				}
				for j, x := range part {
					if j == len(z) {
						z = append(z, symbolic.Zero)
					}
					z[j] = s.Add(z[j], s.Mul(x, ops[i+1]))
				}
			}
		default: // Product or Power
			z[0] = symbolic.One
			if s.Kind(id) == symbolic.Product {
				z[0], ops = ops[0], ops[1:]
			}
			for i := 0; i < len(ops); i += 2 {
				part, ok := done[ops[i]]
				n, _ := integer(s, ops[i+1])
				if !ok {
					part, n = []symbolic.ID{s.Pow(ops[i], ops[i+1])}, 1
				}
				for ; n > 0 && len(z) <= degree+1; n-- {
					z = mul(z, part)
				}
			}
		}
		if len(z) > degree+1 {
			return y, nil, false
		}
		done[id] = z
	}
	return y, done[root], true
}

// isInner tells whether a node that depends on x is built by sums, products and
// positive integer powers from others, so that a polynomial may be.
func (l *line) isInner(id symbolic.ID) bool {
	s := l.s
	ops := s.Operands(id)
	positive := func(base, exponent symbolic.ID) bool {
		n, ok := integer(s, exponent)
		return !s.Depends(base, l.x) && !s.Depends(exponent, l.x) || ok && n > 0
	}
	switch s.Kind(id) {
	case symbolic.Sum:
		return s.Depends(id, l.x)
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			if !positive(ops[i], ops[i+1]) {
				return false
			}
		}
		return s.Depends(id, l.x)
	case symbolic.Power:
		return s.Depends(id, l.x) && positive(ops[0], ops[1])
	}
	return false
}

// atom returns the one part that depends on x of which an expression may be a
// polynomial.
func (l *line) atom(root symbolic.ID) (y symbolic.ID, ok bool) {
	s := l.s
	todo, seen := []symbolic.ID{root}, map[symbolic.ID]bool{}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		switch {
		case seen[id] || !s.Depends(id, l.x):
		case !l.isInner(id):
			if ok && y != id {
				return y, false
			}
			y, ok = id, true
		default:
			seen[id] = true
			todo = append(todo, s.Operands(id)...)
		}
	}
	return y, ok
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
	s := l.s
	form, err := algebra.Factorize(s, id, algebra.Options{})
	if err != nil {
		return nil, false, err
	}
	id = form.Node
	factors := []symbolic.ID{id}
	if s.Kind(id) == symbolic.Product {
		factors = nil
		for ops := s.Operands(id)[1:]; len(ops) > 0; ops = ops[2:] {
			// What is in a denominator has no zero where there is a value.
			if n, ok := integer(s, ops[1]); !ok || n > 0 {
				factors = append(factors, s.Pow(ops[0], ops[1]))
			}
		}
	}
	facts := l.facts.With(l.inside(p)...)
	for _, c := range form.NonZero {
		if !l.never(facts, c, symbolic.Zero) {
			return nil, false, nil
		}
	}
	for _, f := range factors {
		if s.Kind(f) == symbolic.Power && l.isInner(f) {
			f = s.Operands(f)[0]
		}
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
func (l *line) factorZeros(p piece, facts *assume.Facts, f symbolic.ID) (list []end, ok bool, err error) {
	if !l.s.Depends(f, l.x) {
		return nil, f != symbolic.Zero, nil
	}
	if l.never(facts, f, symbolic.Zero) {
		return nil, true, nil
	}
	y, c, ok := l.polynomial(f)
	if !ok {
		return nil, false, nil
	}
	values, ok, err := l.quadratic(c)
	if err != nil || !ok {
		return nil, false, err
	}
	for _, v := range values {
		x := v
		switch {
		case y == l.x:
		case l.never(facts, y, v):
			continue
		default:
			if x, ok, err = l.inverse(facts, y, v); err != nil || !ok {
				return nil, false, err
			}
		}
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

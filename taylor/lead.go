package taylor

import (
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// leadSum returns a + k·b.
func (g *germ) leadSum(a, b lead, k rational.Rat) (z lead) {
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].exponent < b[0].exponent:
			z, a = append(z, a[0]), a[1:]
		case len(a) == 0 || b[0].exponent < a[0].exponent:
			z, b = append(z, leadTerm{b[0].exponent, g.scale(b[0].c, k)}), b[1:]
		default:
			z = g.joined(z, leadTerm{a[0].exponent, g.add(a[0].c, g.scale(b[0].c, k))})
			a, b = a[1:], b[1:]
		}
	}
	return z
}

// joined appends a term to a lead unless it is 0. One of which that could not be
// decided stays, and whoever asks how the lead grows gets the error.
func (g *germ) joined(z lead, t leadTerm) lead {
	if zero, err := g.isIdentity(t.c); err == nil && zero {
		return z
	}
	return append(z, t)
}

// leadSign tells whether a lead goes to plus or minus infinity.
func (g *germ) leadSign(l lead) (int, error) {
	for _, t := range l {
		zero, err := g.isZero(t.c)
		if err != nil {
			return 0, err
		}
		if !zero {
			return g.sign(t.c)
		}
	}
	return 0, fail(Undecided, "it could not be decided how an exponential grows")
}

// reduced takes rational multiples of log(t) out of a lead, which are powers of τ.
func (g *germ) reduced(l lead) (z lead, shift int, err error) {
	if len(l) == 0 || l[len(l)-1].exponent != 0 {
		return l, 0, nil
	}
	last := l[len(l)-1].c
	z = l[: len(l)-1 : len(l)-1]
	var rest coef
	for _, t := range last {
		if t.node != g.log {
			rest = append(rest, t)
			continue
		}
		e := t.k.Mul(rational.Int(int64(g.roots)))
		if !e.IsInt() {
			n, ok := e.Denom().Int64()
			if !ok {
				return nil, 0, tooManyRoots()
			}
			return nil, 0, &restart{roots: n}
		}
		n, ok := e.Int64()
		if !ok || n > maxExponent || n < -maxExponent {
			return nil, 0, fail(Unsupported, "an exponent is too large")
		}
		shift = int(n)
	}
	if len(rest) > 0 {
		z = append(z, leadTerm{0, rest})
	}
	return z, shift, nil
}

// maxExponent bounds exponents of τ.
const maxExponent = 1 << 20

func tooManyRoots() error { return fail(Unsupported, "the exponents have no small common denominator") }

// isFlat tells whether e^l is smaller than any power of t.
func (g *germ) isFlat(l lead) (bool, error) {
	sign, err := g.leadSign(l)
	if err != nil {
		return false, err
	}
	return sign < 0 && !g.isPower(l), nil
}

// isPower tells whether e^l is no more than a power of t: l is a constant times
// log(t).
func (g *germ) isPower(l lead) bool {
	if l[0].exponent != 0 {
		return false
	}
	for _, t := range l[0].c {
		if n, ok := g.logPower(t.node); !ok || n != 1 {
			return false
		}
	}
	return true
}

// splitLog splits a coefficient into what contains log(t) and what does not.
func (g *germ) splitLog(c coef) (with, without coef) {
	for _, t := range c {
		if g.log != 0 && g.s.Depends(t.node, g.log) {
			with = append(with, t)
		} else {
			without = append(without, t)
		}
	}
	return with, without
}

// logPower returns the power of log(t) in a node, and false if log(t) occurs in
// another way than as an integer power from 0.
func (g *germ) logPower(node symbolic.ID) (int64, bool) {
	n, _, ok := g.takeLog(node)
	return n, ok
}

// takeLog splits a node into a power of log(t) and the rest.
func (g *germ) takeLog(node symbolic.ID) (n int64, rest symbolic.ID, ok bool) {
	s := g.s
	if g.log == 0 || !s.Depends(node, g.log) {
		return 0, node, true
	}
	ops := s.Operands(node)
	switch s.Kind(node) {
	case symbolic.Symbol:
		return 1, symbolic.One, true
	case symbolic.Product:
		ops = ops[1:]
	case symbolic.Power:
	default:
		return 0, 0, false
	}
	b := s.NewProduct()
	for i := 0; i < len(ops); i += 2 {
		if ops[i] == g.log && s.Kind(ops[i+1]) == symbolic.Number {
			if k, isInt := s.Number(ops[i+1]).Int64(); isInt && k > 0 {
				n += k
				continue
			}
		}
		b.MulPow(ops[i], ops[i+1])
	}
	rest = b.Product()
	return n, rest, !s.Depends(rest, g.log)
}

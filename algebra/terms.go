package algebra

import (
	"math/big"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// An expansion gathers the terms of what is multiplied out.
type expansion struct {
	x         *expander
	b         symbolic.SumBuilder
	fractions bool // there are denominators that are sums
}

// add adds c times a term, and makes one primitive sum of its denominator.
func (z *expansion) add(c rational.Rat, t symbolic.ID) error {
	x, s := z.x, z.x.s
	below, alone := x.denominator(t)
	if !below {
		z.b.AddScaled(t, c)
		return nil
	}
	z.fractions = true
	if s.Kind(t) == symbolic.Product {
		c = c.Mul(s.Number(s.Operands(t)[0]))
	}
	num, den := s.NewProduct(), s.NewProduct()
	x.eachFactor(t, func(base, exponent symbolic.ID) {
		switch {
		case !negative(s, exponent):
			num.MulPow(base, exponent)
		case exponent == symbolic.NegOne:
			den.Mul(base)
		default:
			den.MulPow(base, s.Scale(exponent, rational.NegOne))
		}
	})
	d := den.Product()
	if !alone {
		if x.depth++; x.depth > maxDepth {
			return &poly.LimitError{Limit: "fractions within denominators", Max: maxDepth}
		}
		var err error
		if d, err = x.multiplyOut(d); err != nil {
			return err
		}
		x.depth--
	}
	content := rational.One
	if s.Kind(d) == symbolic.Sum {
		content, d = primitive(s, d)
	}
	num.MulPow(d, symbolic.NegOne)
	k, rest := num.Split()
	z.b.AddScaled(rest, c.Mul(k).Div(content))
	return nil
}

// denominator tells whether a term has a sum in its denominator, and whether
// that is all there is in it.
func (x *expander) denominator(t symbolic.ID) (below, alone bool) {
	s := x.s
	count, powers := 0, false
	x.eachFactor(t, func(base, exponent symbolic.ID) {
		if !negative(s, exponent) {
			return
		}
		count++
		if s.Kind(base) == symbolic.Sum && s.Number(exponent).Cmp(rational.NegOne) <= 0 {
			below = true
			powers = powers || exponent != symbolic.NegOne
		}
	})
	return below, count == 1 && !powers
}

// negative tells whether an exponent is a negative number.
func negative(s *symbolic.Store, exponent symbolic.ID) bool {
	return s.Kind(exponent) == symbolic.Number && s.Number(exponent).Sign() < 0
}

// eachFactor visits base and exponent of the factors of a term.
func (x *expander) eachFactor(t symbolic.ID, visit func(base, exponent symbolic.ID)) {
	ops := x.s.Operands(t)
	switch x.s.Kind(t) {
	case symbolic.Power:
		visit(ops[0], ops[1])
	case symbolic.Product:
		for i := 1; i < len(ops); i += 2 {
			visit(ops[i], ops[i+1])
		}
	default:
		visit(t, symbolic.One)
	}
}

// primitive returns the positive content of a sum and the sum without it.
func primitive(s *symbolic.Store, id symbolic.ID) (rational.Rat, symbolic.ID) {
	ops := s.Operands(id)
	content := s.Number(ops[0]).Abs()
	for i := 2; i < len(ops); i += 2 {
		content = commonDivisor(content, s.Number(ops[i]))
	}
	if content.IsOne() {
		return content, id
	}
	b := s.NewSum()
	b.AddScaled(id, content.Inv())
	return content, b.Sum()
}

// commonDivisor returns the largest number of which both are multiples.
func commonDivisor(x, y rational.Rat) rational.Rat {
	n := new(big.Int).GCD(nil, nil, x.Big().Num(), new(big.Int).Abs(y.Big().Num()))
	d, e := x.Big().Denom(), y.Big().Denom()
	lcm := new(big.Int).Mul(d, new(big.Int).Quo(e, new(big.Int).GCD(nil, nil, d, e)))
	return rational.FromBig(new(big.Rat).SetFrac(n, lcm))
}

// written returns the sum. Numeric denominators go into those that are sums:
// 1/2·1/(x+1) is 1/(2·x+2).
func (z *expansion) written() symbolic.ID {
	s := z.x.s
	id := z.b.Sum()
	if !z.fractions {
		return id
	}
	if s.Kind(id) != symbolic.Sum {
		return z.x.joined(rational.One, id)
	}
	ops := s.Operands(id)
	b := s.NewSum()
	b.AddNumber(s.Number(ops[0]))
	for i := 1; i < len(ops); i += 2 {
		b.Add(z.x.joined(s.Number(ops[i+1]), ops[i]))
	}
	return b.Sum()
}

// joined returns c times a term.
func (x *expander) joined(c rational.Rat, t symbolic.ID) symbolic.ID {
	s := x.s
	b := s.NewProduct()
	b.MulNumber(c)
	b.Mul(t)
	c, t = b.Split()
	if c.IsInt() {
		return s.Scale(t, c)
	}
	b, done := s.NewProduct(), false
	x.eachFactor(t, func(base, exponent symbolic.ID) {
		if s.Kind(base) == symbolic.Sum && exponent == symbolic.NegOne {
			d := s.NewSum()
			d.AddScaled(base, c.Denom())
			base, done = d.Sum(), true
		}
		b.MulPow(base, exponent)
	})
	if !done {
		return s.Scale(t, c)
	}
	b.MulNumber(c.Num())
	return b.Product()
}

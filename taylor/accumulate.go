package taylor

import (
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A polynomial is a coefficient as a polynomial in few nodes, the generators of a
// ring, such as a and sigmoid(b): integers over a common denominator, each with the
// exponents of its generators, packed into a number.
type polynomial struct {
	exponents []uint64
	k         []*big.Int
	den       *big.Int
}

// maxGenerators bounds the generators; an exponent has exponentBits, of which
// products need one more than factors.
const maxGenerators, exponentBits, maxGeneratorPower = 4, 16, 1 << 14

// manyProducts is from how many products of terms on sums of products are added up
// as polynomials. These count as a fraction of products of rationals.
const manyProducts, productsPerStep = 256, 4

// sumOfProducts returns the sum of a[i]·b[i].
func (r *ring) sumOfProducts(a, b []coef) coef {
	n := 0
	for i, x := range a {
		n += len(x) * len(b[i])
	}
	if n >= manyProducts {
		if z, ok := r.sumOfPolynomials(a, b, n); ok {
			return z
		}
	}
	var z adder
	for i, x := range a {
		z.mul(r, x, b[i], rational.One)
	}
	return z.sum()
}

// sumOfPolynomials is sumOfProducts for n products of terms, if all coefficients are
// polynomials in few generators.
func (r *ring) sumOfPolynomials(a, b []coef, n int) (coef, bool) {
	type pair struct {
		x, y *polynomial
		den  *big.Int
	}
	var pairs []pair
	den := big.NewInt(1) // a common denominator of all products
	var rest, factor big.Int
	for i := len(a) - 1; i >= 0; i-- {
		if len(a[i]) == 0 || len(b[i]) == 0 {
			continue
		}
		x, y := r.polynomialOf(a[i]), r.polynomialOf(b[i])
		if x == nil || y == nil {
			return nil, false
		}
		p := pair{x, y, new(big.Int).Mul(x.den, y.den)}
		if factor.Rem(den, p.den).Sign() != 0 {
			den.Mul(den, rest.Quo(p.den, factor.GCD(nil, nil, den, p.den)))
		}
		pairs = append(pairs, p)
	}
	r.spend(n / productsPerStep)
	sums := map[uint64]*big.Int{}
	var scaled, product big.Int
	for _, p := range pairs {
		p.den.Quo(den, p.den)
		for i, e := range p.x.exponents {
			scaled.Mul(p.x.k[i], p.den)
			for j, f := range p.y.exponents {
				product.Mul(&scaled, p.y.k[j])
				if sum := sums[e+f]; sum != nil {
					sum.Add(sum, &product)
				} else {
					sums[e+f] = new(big.Int).Set(&product)
				}
			}
		}
	}
	exponents := make([]uint64, 0, len(sums))
	for e := range sums {
		exponents = append(exponents, e)
	}
	slices.Sort(exponents)
	var z adder
	for _, e := range exponents {
		if sums[e].Sign() != 0 {
			z.add(r.monomial(e), rational.FromBig(new(big.Rat).SetFrac(sums[e], den)))
		}
	}
	return z.sum(), true
}

// polynomialOf returns a coefficient that is not 0 as a polynomial, or nil.
func (r *ring) polynomialOf(c coef) *polynomial {
	if z, done := r.polynomials[&c[0]]; done {
		return z
	}
	z := &polynomial{}
	x := make(numbers, len(c))
	for i, t := range c {
		e, ok := r.exponentsOf(t.node)
		if !ok {
			z = nil
			break
		}
		x[i], z.exponents = t.k, append(z.exponents, e)
	}
	if z != nil {
		z.k, z.den = x.integers()
	}
	r.polynomials[&c[0]] = z
	return z
}

// exponentsOf returns a node as a product of powers of generators.
func (r *ring) exponentsOf(node symbolic.ID) (z uint64, ok bool) {
	s := r.s
	if node == symbolic.One {
		return 0, true
	}
	ops := []symbolic.ID{node, symbolic.One}
	switch s.Kind(node) {
	case symbolic.Product:
		ops = s.Operands(node)[1:]
	case symbolic.Power:
		ops = s.Operands(node)
	}
	for i := 0; i < len(ops); i += 2 {
		if k := s.Kind(ops[i]); k != symbolic.Symbol && k != symbolic.Apply || s.Kind(ops[i+1]) != symbolic.Number {
			return 0, false
		}
		n, isInt := s.Number(ops[i+1]).Int64()
		if !isInt || n < 1 || n > maxGeneratorPower {
			return 0, false
		}
		at := slices.Index(r.generators, ops[i])
		if at < 0 {
			if at = len(r.generators); at == maxGenerators {
				return 0, false
			}
			r.generators = append(r.generators, ops[i])
		}
		z += uint64(n) << (at * exponentBits)
	}
	return z, true
}

// monomial returns a product of powers of generators as a coefficient.
func (r *ring) monomial(exponents uint64) coef {
	b := r.s.NewProduct()
	for i, g := range r.generators {
		if n := exponents >> (i * exponentBits) & (1<<exponentBits - 1); n > 0 {
			b.MulPow(g, r.s.Int(int64(n)))
		}
	}
	return r.of(b.Product())
}

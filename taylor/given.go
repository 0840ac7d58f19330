package taylor

import (
	"math/big"
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A givenSeries is a series with rational coefficients that a program starts from.
type givenSeries struct {
	c      []rational.Rat
	degree int // as a polynomial
	scale  scale
}

func (z *givenSeries) at(i int) rational.Rat {
	if i < len(z.c) {
		return z.c[i]
	}
	return rational.Rat{}
}

// longSeries is from how many terms on series are computed by programs and large
// integers, which take some time to set up.
const longSeries = 32

// newGiven returns a series without negative powers for a program, up to order n.
func newGiven(z *series, n int) (*givenSeries, bool) {
	if len(z.c) > 0 && z.val < 0 || len(z.lead) > 0 {
		return nil, false
	}
	y := &givenSeries{degree: noPolynomial}
	if z.prec == exact {
		y.degree = max(0, z.end()-1)
	}
	for i := range min(n+1, z.end()) {
		x, ok := z.at(i).rational()
		if !ok {
			return nil, false
		}
		y.c = append(y.c, x)
	}
	return y, y.findScale()
}

// maxFactor bounds the primes in the number s of a scale that is looked for.
const maxFactor = 47

// findScale finds the denominators, as far as they have small factors beyond those
// of factorials.
func (z *givenSeries) findScale() bool {
	z.scale = scale{1, 1}
	allowed, n := big.NewInt(1), new(big.Int) // k!·s^k·e
	var rest, factor big.Int
	for k, x := range z.c {
		if k > 0 {
			allowed.Mul(allowed, n.SetUint64(uint64(k)*z.scale.s))
		}
		if x.IsInt() {
			continue
		}
		den := x.Big().Denom()
		rest.Quo(den, factor.GCD(nil, nil, den, allowed))
		if rest.IsUint64() && rest.Uint64() == 1 {
			continue
		}
		if k == 0 {
			if !rest.IsUint64() || rest.Uint64() > maxScale {
				return false
			}
			z.scale.e = rest.Uint64()
			allowed.Set(&rest)
			continue
		}
		// The factors that are left, a k-th part of each for s.
		for p := uint64(2); p <= maxFactor; p++ {
			count := 0
			for n.SetUint64(p); factor.Rem(&rest, n).Sign() == 0; count++ {
				rest.Quo(&rest, n)
			}
			for ; count > 0; count -= k {
				s, ok := multiply(z.scale.s, p)
				if !ok {
					return false
				}
				z.scale.s = s
				allowed.Mul(allowed, factor.Exp(n, factor.SetUint64(uint64(k)), nil))
			}
		}
		if !rest.IsUint64() || rest.Uint64() != 1 {
			return false
		}
	}
	return true
}

// byProgram expands a function of series with rational coefficients, or returns nil.
func (g *germ) byProgram(id symbolic.ID) *series {
	s := g.s
	cut, flat := g.cut, false
	for _, a := range s.Operands(id) {
		z := g.series(a)
		cut, flat = min(cut, z.prec), flat || z.flat
	}
	if cut < longSeries || cut > MaxOrder+1 {
		return nil
	}
	p := newProgram(g.values, g.x, symbolic.Zero)
	args, taken := slices.Clone(s.Operands(id)), s.FreeSymbols(id)
	for i, a := range args {
		if !g.isActive(a) {
			continue
		}
		given, ok := newGiven(g.series(a), cut-1)
		if !ok {
			return nil
		}
		// A symbol of its own, as no constructor may take an argument apart.
		args[i] = s.FreshDummy("u", taken...)
		taken = append(taken, args[i])
		p.place[args[i]] = p.emit(instruction{op: opGiven, value: given.at(0), given: given})
		p.active[args[i]] = true
	}
	root, err := p.compile(s.Apply(s.FuncOf(id), args...))
	if err != nil || p.code[root].op == opConstant {
		return nil
	}
	list, err := p.coefficients(root, cut-1)
	if err != nil {
		return nil
	}
	z := numbers(list).seriesOf(cut, flat)
	z.c[0] = g.add(z.c[0], g.of(p.code[root].offset))
	return z.trimmed(g.cut)
}

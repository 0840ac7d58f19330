package proof

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// A size bounds an algebraic number that is a quotient of algebraic integers:
// the logarithms to base 2, rounded up, of bounds of all conjugates of the
// numerator and of the denominator.
type size struct{ num, den float64 }

const (
	// maxBits bounds the precision to which constants are computed, and
	// maxDegree the degree of the field that they are in.
	maxBits   = 20_000
	maxDegree = 4096
)

// constant compares two algebraic constants. Their difference E is U/L with
// algebraic integers U and L in a field of degree D, where no conjugate of U
// is larger than u, and none of L larger than l. If E is not 0, the norm of U
// is an integer that is not 0, so that |U| >= u^(1-D) and
//
//	|E| >= 1/(u^(D-1)·l).
//
// A smaller enclosure shows that E is 0. Source: Burnikel, Funke, Mehlhorn,
// Schirra, Schmitt, "A separation bound for real algebraic expressions",
// Algorithmica 55 (2009), theorem 1.
func (c *Checker) constant(st *Step) (string, error) {
	s := c.r.s
	if !c.r.isDefined(st.To) {
		return "the right side may have no value", nil
	}
	e := s.Sub(st.From, st.To)
	if s.Kind(e) == symbolic.Number {
		if e == symbolic.Zero {
			return "", nil
		}
		return "the constants differ", nil
	}
	b := bounds{s: s, degree: 1, roots: map[symbolic.ID]bool{}, sizes: map[symbolic.ID]size{}}
	z, ok := b.of(e)
	if !ok {
		return "it is no algebraic constant of a small degree", nil
	}
	bits := z.num*float64(b.degree-1) + z.den
	whole := math.Max(0, z.num)   // bits before the point
	if !(bits+whole <= maxBits) { // or it is no number
		return "it is too large to be told from 0", nil
	}
	prec := uint(bits+whole) + 64
	v := certify.Compile(c.r.lib, s, e).At(nil, prec)[0].Real
	limit := new(big.Float).SetMantExp(big.NewFloat(1), -int(bits)-3)
	if v.Decoration() < interval.Defined || v.Upper().Cmp(limit) >= 0 || v.Lower().Cmp(limit.Neg(limit)) <= 0 {
		return "the constants may differ", nil
	}
	return "", nil
}

// bounds computes sizes, and the degree of the field that all roots generate.
type bounds struct {
	s      *symbolic.Store
	degree int64
	roots  map[symbolic.ID]bool // roots b^(1/q), as nodes
	angle  int64                // all angles are multiples of π/angle; 0 where there are none
	sizes  map[symbolic.ID]size
}

func (b *bounds) of(root symbolic.ID) (size, bool) {
	isAngle := func(id symbolic.ID) bool { return b.s.Kind(id) == symbolic.Apply }
	for _, id := range b.s.PostorderWithin([]symbolic.ID{root}, func(id symbolic.ID) bool { return !isAngle(id) }) {
		z, ok := b.node(id)
		if !ok {
			return z, false
		}
		b.sizes[id] = z
	}
	degree := b.degree
	if b.angle > 0 { // 2cos(π k/n) and 2sin(π k/n) are in the real part of the field of roots of unity of order 4n
		degree *= 2 * b.angle
	}
	b.degree = degree
	return b.sizes[root], degree <= maxDegree
}

func (b *bounds) node(id symbolic.ID) (size, bool) {
	s := b.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return numberSize(s.Number(id)), true
	case symbolic.Sum:
		z := numberSize(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			z = z.add(b.sizes[ops[i]].mul(numberSize(s.Number(ops[i+1]))))
		}
		return z, true
	case symbolic.Product:
		z := numberSize(s.Number(ops[0]))
		for i := 1; i < len(ops); i += 2 {
			p, ok := b.power(ops[i], ops[i+1])
			if !ok {
				return z, false
			}
			z = z.mul(p)
		}
		return z, true
	case symbolic.Power:
		return b.power(ops[0], ops[1])
	case symbolic.Apply:
		return size{1, 1}, b.trigonometric(id) // 2cos/2
	}
	return size{}, false
}

// power is base^(p/q): the p-th power of a root. The root of U/L is
// (U·L^(q-1))^(1/q)/L.
func (b *bounds) power(base, exponent symbolic.ID) (size, bool) {
	s := b.s
	if s.Kind(exponent) != symbolic.Number {
		return size{}, false
	}
	p, ok1 := s.Number(exponent).Num().Int64()
	q, ok2 := s.Number(exponent).Denom().Int64()
	if !ok1 || !ok2 || p > 1<<20 || p < -1<<20 || q > maxDegree {
		return size{}, false
	}
	z := b.sizes[base]
	if q > 1 {
		r := s.Pow(base, s.Num(rational.New(1, q)))
		if !b.roots[r] {
			b.roots[r] = true
			if b.degree *= q; b.degree > maxDegree {
				return size{}, false
			}
		}
		z.num = (z.num + float64(q-1)*z.den) / float64(q)
	}
	if p < 0 {
		z.num, z.den, p = z.den, z.num, -p
	}
	return size{z.num * float64(p), z.den * float64(p)}, true
}

// trigonometric notes the angle of sin and cos of a rational multiple of π.
func (b *bounds) trigonometric(id symbolic.ID) bool {
	s := b.s
	if name := s.Name(id); s.Function(id) == nil || name != "sin" && name != "cos" {
		return false
	}
	k, rest := linear(s, s.Operands(id)[0], s.Pi())
	n, ok := k.Denom().Int64()
	if rest != symbolic.Zero || !ok || n > maxDegree {
		return false
	}
	b.angle = max(b.angle, 1)
	g := new(big.Int).GCD(nil, nil, big.NewInt(b.angle), big.NewInt(n)).Int64()
	b.angle = b.angle / g * n
	return b.angle <= maxDegree
}

func numberSize(x rational.Rat) size {
	return size{float64(x.Num().BitLen()), float64(x.Denom().BitLen())}
}

// slack keeps the bounds above the rounding errors of computing with them.
const slack = 1 + 0x1p-30

func (x size) mul(y size) size { return size{(x.num + y.num) * slack, (x.den + y.den) * slack} }

// add is the size of a sum: u₁l₂ + u₂l₁ over l₁l₂.
func (x size) add(y size) size {
	return size{(max(x.num+y.den, y.num+x.den) + 1) * slack, (x.den + y.den) * slack}
}

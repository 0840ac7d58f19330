package taylor

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
)

// A series is
//
//	exp(lead) · (c[0]·τ^val + c[1]·τ^(val+1) + ... + O(τ^prec))
//
// where τ is t^(1/roots) of the germ. One with prec = exact has no other terms.
// Series are immutable.
type series struct {
	val  int
	c    []coef
	prec int
	// flat says that the series was taken from something that differs from it
	// by less than any power of t.
	flat bool
	lead lead
}

// exact is the precision of polynomials.
const exact = 1 << 40

// A lead is a sum of terms that goes to infinity where t goes to 0, in the order
// of its exponents: at most 0, and then with a logarithm.
type lead []leadTerm

type leadTerm struct {
	exponent int // of τ
	c        coef
}

// zero tells whether the series is exactly 0.
func (z *series) zero() bool { return len(z.c) == 0 && z.prec == exact && !z.flat }

// at returns the coefficient of τ^i.
func (z *series) at(i int) coef {
	if i -= z.val; i >= 0 && i < len(z.c) {
		return z.c[i]
	}
	return nil
}

// terms returns the number of coefficients that are not 0.
func (z *series) terms() (n int) {
	for _, c := range z.c {
		if len(c) > 0 {
			n++
		}
	}
	return n
}

// end is the exponent behind the last one of a coefficient.
func (z *series) end() int { return z.val + len(z.c) }

// constant returns a coefficient as a series.
func constant(c coef) *series {
	if len(c) == 0 {
		return &series{prec: exact}
	}
	return &series{c: []coef{c}, prec: exact}
}

// monomial returns c·τ^n.
func monomial(c coef, n int) *series { return &series{val: n, c: []coef{c}, prec: exact} }

// trimmed drops what is beyond a precision, and zeros at both ends.
func (z *series) trimmed(cut int) *series {
	if z.prec > cut && z.end() > cut {
		z.prec = cut
	}
	if n := z.prec - z.val; len(z.c) > n {
		z.c = z.c[:max(n, 0)]
	}
	for len(z.c) > 0 && len(z.c[len(z.c)-1]) == 0 {
		z.c = z.c[:len(z.c)-1]
	}
	for len(z.c) > 0 && len(z.c[0]) == 0 {
		z.c, z.val = z.c[1:], z.val+1
	}
	if len(z.c) == 0 {
		z.val = 0
	}
	z.c = slices.Clip(z.c) // others may have the rest
	return z
}

// shifted returns z·τ^n.
func (z *series) shifted(n int) *series {
	y := *z
	if y.val += n; y.prec != exact {
		y.prec += n
	}
	return &y
}

// scaled returns z times a coefficient.
func (g *germ) scaled(z *series, k coef) *series {
	if len(k) == 0 {
		return constant(nil)
	}
	y := *z
	y.c = make([]coef, len(z.c))
	for i, c := range z.c {
		y.c[i] = g.mul(c, k)
	}
	return &y
}

// plus returns x + k·y.
func (g *germ) plus(x, y *series, k rational.Rat) (*series, error) {
	if x.zero() {
		return g.scaled(y, number(k)), nil
	}
	if y.zero() {
		return x, nil
	}
	if len(x.lead)+len(y.lead) > 0 {
		smaller, err := g.dominated(x, y, k)
		if smaller != nil || err != nil {
			return smaller, err
		}
	}
	z := &series{prec: min(x.prec, y.prec), flat: x.flat || y.flat, lead: x.lead}
	z.val = min(x.val, y.val)
	if len(x.c) == 0 {
		z.val = y.val
	} else if len(y.c) == 0 {
		z.val = x.val
	}
	n := min(max(x.end(), y.end()), z.prec) - z.val
	for i := range max(n, 0) {
		z.c = append(z.c, g.add(x.at(z.val+i), g.scale(y.at(z.val+i), k)))
	}
	return z.trimmed(g.cut), nil
}

// dominated returns the sum of two series with different leads, of which the
// smaller one is smaller than any power of t times the larger one; nil where the
// leads are the same.
func (g *germ) dominated(x, y *series, k rational.Rat) (*series, error) {
	d := g.leadSum(x.lead, y.lead, rational.NegOne)
	if len(d) == 0 {
		return nil, nil
	}
	sign, err := g.leadSign(d)
	if err != nil {
		return nil, err
	}
	if d[0].exponent == 0 && g.isPower(d) {
		return nil, fail(NoExpansion, "powers of the variable whose exponents do not differ by a number have no common expansion")
	}
	z := *x
	if sign < 0 {
		z = *g.scaled(y, number(k))
	}
	if len(z.c) == 0 {
		return nil, &restart{terms: 1}
	}
	z.flat = true
	return &z, nil
}

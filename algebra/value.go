package algebra

import (
	"slices"
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/poly"
	"github.com/symgrad/symgrad/rational"
)

// A value is c·Π factor^exponent. The value 0 has c = 0 and no factors.
type value struct {
	c   rational.Rat
	fac []factor
}

// A factor is a generator (index below the number of generators) or one of the
// polynomials met so far, with an exponent that is not 0.
type factor struct {
	index int
	exp   int64
}

// A known polynomial is a factor: primitive, with positive leading coefficient
// and no generator as a factor.
type known struct {
	p       poly.Poly
	degrees []int64
}

func number(c rational.Rat) value { return value{c: c} }

func (v value) isZero() bool { return v.c.IsZero() }

func (v value) scale(c rational.Rat) value {
	if c.IsZero() {
		return value{}
	}
	return value{v.c.Mul(c), v.fac}
}

// key tells bases of roots apart.
func (v value) key() string {
	var b strings.Builder
	b.WriteString(v.c.String())
	for _, x := range v.fac {
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(x.index))
		b.WriteByte('^')
		b.WriteString(strconv.FormatInt(x.exp, 10))
	}
	return b.String()
}

// merge adds the exponents of two lists of factors, the second times k.
func merge(x, y []factor, k int64) ([]factor, error) {
	out := make([]factor, 0, len(x)+len(y))
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].index < y[0].index:
			out, x = append(out, x[0]), x[1:]
		default:
			e, ok := mulExp(y[0].exp, k)
			if len(x) > 0 && x[0].index == y[0].index {
				var fits bool
				e, fits = addExp(e, x[0].exp)
				ok = ok && fits
				x = x[1:]
			}
			if !ok {
				return nil, ErrExponent
			}
			if e != 0 {
				out = append(out, factor{y[0].index, e})
			}
			y = y[1:]
		}
	}
	return out, nil
}

// maxExponent keeps sums of exponents far from overflow.
const maxExponent = 1 << 60

func mulExp(a, b int64) (int64, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	z := a * b
	return z, z/b == a && -maxExponent < z && z < maxExponent
}

func addExp(a, b int64) (int64, bool) {
	z := a + b
	return z, -maxExponent < z && z < maxExponent
}

// mul returns x·y^k.
func (f *Field) mul(x, y value, k int64) (value, error) {
	if y.isZero() && k < 0 {
		return value{}, ErrZeroDivisor
	}
	if x.isZero() || y.isZero() && k > 0 {
		return value{}, nil
	}
	c, ok := y.c.Pow(k, f.bits())
	if !ok {
		return value{}, &poly.LimitError{Limit: "bits", Max: int64(f.bits())}
	}
	fac, err := merge(x.fac, y.fac, k)
	if err != nil {
		return value{}, err
	}
	return f.settle(value{x.c.Mul(c), fac})
}

func (f *Field) bits() int {
	if f.budget.Bits > 0 {
		return int(f.budget.Bits)
	}
	return 1 << 20
}

// settle brings the exponents of roots between 0 and their order: x^(3/2) is
// x·x^(1/2), and x^(-1/2) is x^(1/2)/x.
func (f *Field) settle(v value) (value, error) {
	for i := 0; i < len(v.fac); i++ {
		x := v.fac[i]
		if x.index >= len(f.gens) {
			break
		}
		g := &f.gens[x.index]
		if g.kind != root && g.kind != prime || 0 <= x.exp && x.exp < g.order {
			continue
		}
		k := floorDiv(x.exp, g.order)
		rest := slices.Clone(v.fac)
		if e := x.exp - k*g.order; e != 0 {
			rest[i].exp = e
		} else {
			rest = slices.Delete(rest, i, i+1)
		}
		var err error
		if v, err = f.mul(value{v.c, rest}, g.power, k); err != nil {
			return value{}, err
		}
		i = -1 // the base of a root may have roots
	}
	return v, nil
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

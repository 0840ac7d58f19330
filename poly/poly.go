package poly

import (
	"strconv"
	"strings"

	"github.com/symgrad/symgrad/rational"
)

// A Poly is a polynomial over Q: scale times a primitive polynomial with
// integer coefficients and positive leading coefficient. The scale of 0 is 0.
// Polys are immutable and safe to share between goroutines; compare them with
// Equal. The zero value is not a polynomial: start from a Ring. Methods with
// two polynomials panic if their rings differ.
type Poly struct {
	ring  *Ring
	scale rational.Rat
	t     terms
}

// Ring returns the ring of p.
func (p Poly) Ring() *Ring { return p.ring }

// IsZero tells whether p is 0.
func (p Poly) IsZero() bool { return p.t.len() == 0 }

// IsOne tells whether p is 1.
func (p Poly) IsOne() bool { return p.t.isUnit() && p.scale.IsOne() }

// Constant returns p as a number where it has no variables.
func (p Poly) Constant() (rational.Rat, bool) { return p.scale, p.t.isConst() }

// Len returns the number of terms.
func (p Poly) Len() int { return p.t.len() }

// Term returns the i-th term in descending order.
func (p Poly) Term(i int) Term {
	e := make([]int64, p.t.lay.n)
	for v := range e {
		e[v] = int64(p.t.lay.get(p.t.mono(i), v))
	}
	return Term{p.coefficient(i), e}
}

// coefficient returns that of the i-th term.
func (p Poly) coefficient(i int) rational.Rat {
	var c rational.Rat
	if p.t.c.big == nil {
		c = rational.Int(p.t.c.small[i])
	} else {
		c = rational.FromBigInt(p.t.c.big[i])
	}
	if p.scale.IsOne() {
		return c
	}
	return p.scale.Mul(c)
}

// Degree returns the degree in variable v, or -1 for the zero polynomial.
func (p Poly) Degree(v int) int64 {
	if p.IsZero() {
		return -1
	}
	return int64(p.t.degree(v))
}

// Vars returns the variables that occur in p, in order.
func (p Poly) Vars() []int { return p.t.vars() }

// vars returns the variables that occur in t.
func (t terms) vars() []int {
	var out []int
	for v, d := range t.degrees() {
		if d > 0 {
			out = append(out, v)
		}
	}
	return out
}

// Content returns the scale of p, its content with the sign of the leading
// coefficient: p is Content times Primitive.
func (p Poly) Content() rational.Rat { return p.scale }

// Primitive returns the primitive part of p, with integer coefficients whose
// greatest common divisor is 1, the leading one positive. That of 0 is 0.
func (p Poly) Primitive() Poly {
	if p.IsZero() {
		return p
	}
	return Poly{p.ring, rational.One, p.t}
}

// Equal tells whether p and q are the same polynomial of one ring.
func (p Poly) Equal(q Poly) bool {
	return p.ring == q.ring && p.scale.Equal(q.scale) && p.t.equal(q.t)
}

// same panics unless p and q are of one ring.
func (p Poly) same(q Poly) {
	if p.ring != q.ring {
		panic("poly: polynomials of different rings")
	}
}

// String writes p as a sum of terms in descending order, in infix notation.
func (p Poly) String() string {
	if p.IsZero() {
		return "0"
	}
	var b strings.Builder
	for i := range p.Len() {
		t := p.Term(i)
		c := t.Coef
		switch {
		case c.Sign() < 0 && i == 0:
			b.WriteString("-")
		case c.Sign() < 0:
			b.WriteString(" - ")
		case i > 0:
			b.WriteString(" + ")
		}
		c = c.Abs()
		wrote := false
		if !c.IsOne() {
			b.WriteString(c.String())
			wrote = true
		}
		for v, e := range t.Exps {
			if e == 0 {
				continue
			}
			if wrote {
				b.WriteString("*")
			}
			wrote = true
			b.WriteString(p.ring.names[v])
			if e > 1 {
				b.WriteString("^" + strconv.FormatInt(e, 10))
			}
		}
		if !wrote {
			b.WriteString("1")
		}
	}
	return b.String()
}

// Degrees returns the degree in each variable; all are 0 for the zero
// polynomial.
func (p Poly) Degrees() []int64 { return signed(p.t.degrees()) }

// LowestDegrees returns the exponents of the largest monomial that divides p;
// all are 0 for the zero polynomial.
func (p Poly) LowestDegrees() []int64 { return signed(p.t.lowest()) }

func signed(list []uint64) []int64 {
	out := make([]int64, len(list))
	for i, x := range list {
		out[i] = int64(x)
	}
	return out
}

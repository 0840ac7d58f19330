package simplify

import (
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/proof"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

const (
	// constantBits is the precision to which constants are computed to see which
	// simple number they may be.
	constantBits = 192
	// simpleBits bounds the numerators and denominators of simple numbers. With
	// this much less than constantBits a number that is not simple is hardly
	// taken for one; if it is, the checker rejects it.
	simpleBits = 24

	isConstant = "equal algebraic numbers"
)

// constants returns the simple rational that an expression without variables
// seems to be.
func (w *worker) constants(root symbolic.ID) []form {
	x, ok := w.simpleValue(root)
	if !ok {
		return nil
	}
	to := w.s.Num(x)
	return []form{{node: to, name: isConstant, steps: []proof.Step{{Kind: proof.ByConstant, From: root, To: to}}}}
}

// simpleValue returns the simplest rational in an enclosure of a constant, if it
// is simple enough to be suspected.
func (w *worker) simpleValue(id symbolic.ID) (rational.Rat, bool) {
	v := certify.Compile(w.lib, w.s, id).At(nil, constantBits)[0].Real
	if v.Decoration() < interval.Defined {
		return rational.Rat{}, false
	}
	lo, hi, ok := v.Rats()
	if !ok {
		return rational.Rat{}, false
	}
	return simplestBetween(lo, hi)
}

// simplestBetween returns the rational with the smallest denominator in
// [lo, hi], if it is simple: the continued fractions of both as far as they
// agree.
func simplestBetween(lo, hi rational.Rat) (z rational.Rat, ok bool) {
	if lo.Sign() <= 0 && hi.Sign() >= 0 {
		return z, true
	}
	if hi.Sign() < 0 {
		z, ok = simplestBetween(hi.Neg(), lo.Neg())
		return z.Neg(), ok
	}
	var whole []rational.Rat
	bits := 0
	for bits <= simpleBits {
		n := lo.Floor()
		done := n.Equal(lo)
		if !done && n.Cmp(hi.Floor()) < 0 {
			n, done = n.Add(rational.One), true
		}
		bits += n.BitLen()
		whole = append(whole, n)
		if done {
			z = n
			for i := len(whole) - 2; i >= 0; i-- {
				z = whole[i].Add(z.Inv())
			}
			return z, z.BitLen() <= simpleBits
		}
		lo, hi = hi.Sub(n).Inv(), lo.Sub(n).Inv()
	}
	return z, false
}

// The rules for nested square roots.
const (
	nestedRootOfSum        = "nested-root-of-sum"
	nestedRootOfDifference = "nested-root-of-difference"
)

// denest writes a root of a+c·√b without a root in a root, where that is
// shorter.
func (w *worker) denest(id symbolic.ID) (z change, ok bool) {
	s := w.s
	if s.Kind(id) != symbolic.Power || s.Kind(s.Operands(id)[1]) != symbolic.Number {
		return z, false
	}
	a, c, b, ok := quadratic(s, s.Operands(id)[0])
	if !ok {
		return z, false
	}
	e := s.Number(s.Operands(id)[1])
	q, ok := e.Denom().Int64()
	if !ok || q < 2 || !e.Num().IsOne() {
		return z, false
	}
	if q == 2 {
		i, ok := NewProver(w.c, w.lib).denest(a, c, b)
		if !ok || w.c.Step(i).From != id || !w.isBetter(w.c.Step(i).To, id) {
			return z, false
		}
		w.noteRule(i)
		return change{w.c.Step(i).To, i}, true
	}
	to, ok := w.rootOfQuadratic(a, c, b, q)
	if !ok || !w.isBetter(to, id) {
		return z, false
	}
	i, ok := w.accept(proof.Step{Kind: proof.ByConstant, From: id, To: to})
	if ok {
		w.note(id, to, isConstant, "", symbolic.True)
	}
	return change{to, i}, ok
}

// denest makes a step about the square root of a+c·√b.
func (p *Prover) denest(a, c, b rational.Rat) (int, bool) {
	name := nestedRootOfSum
	if c.Sign() < 0 {
		name, c = nestedRootOfDifference, c.Neg()
	}
	return p.rule(name, p.s.Num(a), p.s.Num(c), p.s.Num(b))
}

// quadratic returns a, c and b of a node a+c·√b.
func quadratic(s *symbolic.Store, id symbolic.ID) (a, c, b rational.Rat, ok bool) {
	ops := s.Operands(id)
	if s.Kind(id) != symbolic.Sum || len(ops) != 3 || s.Kind(ops[1]) != symbolic.Power {
		return a, c, b, false
	}
	p := s.Operands(ops[1])
	if s.Kind(p[0]) != symbolic.Number || s.Kind(p[1]) != symbolic.Number || !s.Number(p[1]).Equal(rational.Half) {
		return a, c, b, false
	}
	return s.Number(ops[0]), s.Number(ops[2]), s.Number(p[0]), true
}

// rootOfQuadratic returns what the q-th root of a+c·√b is if it is itself a sum
// of a rational and a square root: with the root of a-c·√b it has the sum t and
// the product n, so that it is (t+√(t²-4n))/2 or (t-√(t²-4n))/2.
func (w *worker) rootOfQuadratic(a, c, b rational.Rat, q int64) (symbolic.ID, bool) {
	s := w.s
	norm := a.Mul(a).Sub(c.Mul(c).Mul(b))
	n, ok := norm.Abs().Root(q)
	if !ok || norm.Sign() < 0 && q%2 == 0 {
		return 0, false
	}
	if norm.Sign() < 0 {
		n = n.Neg()
	}
	// The conjugate root is n over this one.
	half := s.Num(rational.Half)
	r := s.Pow(s.Add(s.Num(a), s.Scale(s.Pow(s.Num(b), half), c)), s.Num(rational.New(1, q)))
	t, ok := w.simpleValue(s.Add(r, s.Scale(s.Pow(r, symbolic.NegOne), n)))
	if !ok {
		return 0, false
	}
	d := t.Mul(t).Sub(n.Mul(rational.Int(4)))
	if d.Sign() < 0 {
		return 0, false
	}
	root := s.Pow(s.Num(d), half)
	for _, sign := range []rational.Rat{rational.Half, rational.Half.Neg()} {
		to := s.Add(s.Num(t.Mul(rational.Half)), s.Scale(root, sign))
		if x, ok := w.simpleValue(s.Sub(r, to)); ok && x.IsZero() {
			return to, true
		}
	}
	return 0, false
}

package oracle

import (
	"math"
	"math/big"

	"github.com/symgrad/symgrad/syntax"
)

// Digits returns the precision that derivatives nested so deep need.
func Digits(depth int) uint {
	switch depth {
	case 0:
		return 128
	case 1:
		return 360
	}
	return 900
}

// steps are the two steps of difference quotients. Those of a derivative with
// derivatives inside are long against theirs.
func steps(depth int) (h1, h2 int) {
	switch depth {
	case 0:
		return 100, 200
	case 1:
		return 20, 36
	}
	return 0, 0
}

// derivative is the derivative at the value of a variable, from difference
// quotients on both sides with two steps: where they agree, and agree better
// with the shorter step, there is one; where they keep apart or grow, or where
// the body has no value nearby, there is none.
func (r run) derivative(body syntax.ID, name string, order int) (Value, error) {
	x, ok := r.at[name]
	switch {
	case !ok || order < 0 || order > 2:
		return Value{}, ErrUnknown
	case order == 0:
		return r.value(body)
	}
	depth := derivatives(r.t, body) + order - 1
	if r.prec < Digits(depth+1) {
		r.prec = Digits(depth + 1)
	}
	f := func(v Value) (Value, error) {
		in := r // inside of a sum over this name it is still the index that moves
		in.at, in.free = r.at.with(name, v), r.free.with(name, v)
		if order == 2 {
			return in.derivative(body, name, 1)
		}
		return in.value(body)
	}
	e1, e2 := steps(depth)
	if e1 == 0 {
		return Value{}, ErrUnknown
	}
	f0, err := f(x)
	if err != nil {
		return f0, err
	}
	near, err := r.quotients(f, x, f0, e2)
	if err != nil {
		return Value{}, err
	}
	far, err := r.quotients(f, x, f0, e1)
	if err != nil {
		return Value{}, ErrUnknown
	}
	z, err := r.judgeQuotients(near, far, e2-e1)
	if err != ErrUndefined {
		return z, err
	}
	// What changes a lot within the longer step looks like a steep place. With a
	// still shorter one it does not.
	nearer, err := r.quotients(f, x, f0, e2+shorter)
	if err != nil {
		return Value{}, ErrUnknown
	}
	return r.judgeQuotients(nearer, near, shorter)
}

// shorter is by how many bits the third step is shorter than the second.
const shorter = 12

// A pair is the difference quotients on both sides.
type pair struct{ left, right Value }

func (r run) quotients(f func(Value) (Value, error), x, f0 Value, bits int) (p pair, err error) {
	h := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), uint(bits)))
	inv := Rational(new(big.Rat).Inv(h))
	side := func(h Value) (Value, error) {
		at, err := r.add(x, h)
		if err != nil {
			return at, err
		}
		return f(at)
	}
	right, err1 := side(Rational(h))
	left, err2 := side(Rational(new(big.Rat).Neg(h)))
	switch {
	case err1 == ErrUndefined || err2 == ErrUndefined:
		return p, ErrUndefined
	case err1 != nil || err2 != nil:
		return p, ErrUnknown
	}
	if p.right, err = r.sub(right, f0); err == nil {
		p.right, err = r.mul(p.right, inv)
	}
	if err != nil {
		return p, err
	}
	if p.left, err = r.sub(f0, left); err == nil {
		p.left, err = r.mul(p.left, inv)
	}
	return p, err
}

// judgeQuotients finds the derivative from quotients of which the near ones have a
// step that is shorter by so many bits.
func (r run) judgeQuotients(near, far pair, bits int) (Value, error) {
	center := func(p pair) (z Value, gap float64, ok bool) {
		a, b := r.ball(p.left), r.ball(p.right)
		d := new(big.Float).Sub(a.mid, b.mid)
		m := r.float().Add(a.mid, b.mid)
		m.SetMantExp(m, -1)
		return Value{mid: m, rad: a.rad + b.rad}, magnitude(d), a.rad+b.rad < 0x1p-40*(1+magnitude(m))
	}
	c1, gap1, ok1 := center(far)
	c2, gap2, ok2 := center(near)
	if !ok1 || !ok2 {
		return Value{}, ErrUnknown
	}
	scale := 1 + magnitude(c2.mid)
	change := magnitude(new(big.Float).Sub(c1.mid, c2.mid))
	switch {
	case math.IsInf(scale, 0):
		return Value{}, ErrUnknown
	case gap2 <= 0x1p-14*scale && change <= 0x1p-14*scale && magnitude(c2.mid) > 4*magnitude(c1.mid):
		// The quotients grow as the steps get shorter, though they are small:
		// something oscillates within the steps.
		return Value{}, ErrUnknown
	case gap2 <= 0x1p-14*scale && gap2 >= gap1/2 && gap2 > 4*c2.rad:
		// The sides keep apart, if only by little: a kink of exp(max(x-5, 2*x)).
		return Value{}, ErrUnknown
	case gap2 <= 0x1p-14*scale && change <= 0x1p-14*scale:
		if z, ok := r.exactSlope(near, far); ok {
			return z, nil
		}
		// The shorter step errs by less than the two differ.
		return r.round(c2.mid, c2.rad+2*change+gap2)
	case !r.settles(near.left, far.left, bits) || !r.settles(near.right, far.right, bits):
		return Value{}, ErrUnknown
	case gap2 >= 0x1p-8*scale && gap2 >= gap1/2:
		return Value{}, ErrUndefined
	case magnitude(c2.mid) > 4*magnitude(c1.mid) && magnitude(c2.mid) > 0x1p20:
		return Value{}, ErrUndefined
	}
	return Value{}, ErrUnknown
}

// settles tells whether the change of the function on one side becomes much smaller
// with the step, much larger, or stays: else something oscillates within the steps, of
// which quotients say nothing.
func (r run) settles(near, far Value, bits int) bool {
	a, b := r.ball(near).mid, r.float().SetMantExp(r.ball(far).mid, bits) // in units of the shorter step
	x, y, d := magnitude(a), magnitude(b), magnitude(r.float().Sub(a, b))
	much := math.Ldexp(1, max(2, bits/16))
	return x*much <= y || y*much <= x || d <= 0x1p-10*y
}

// exactSlope returns the slope of a straight line.
func (r run) exactSlope(near, far pair) (Value, bool) {
	first := near.left
	for _, x := range []Value{near.left, near.right, far.left, far.right} {
		if !x.rational() || x.q.Cmp(first.q) != 0 {
			return Value{}, false
		}
	}
	return first, true
}

package taylor

import (
	"errors"
	"math/big"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// A Range is an interval of the variable, with endpoints that are constants.
type Range struct{ Lower, Upper symbolic.Expr }

// A bounding encloses the remainder r(x) = f(x) - Σ terms of a series on an
// interval. It is divided into pieces, on which two enclosures are at hand:
//
//	r(x) ∈ (x-a)^(n+1)·(c_(n+1) + ... + c_(N-1)·(x-a)^(N-2-n) + C·(x-a)^(N-1-n))
//
// where C encloses the coefficient of order N at all points between a and the
// piece (Taylor's formula with Lagrange's remainder), and, away from a,
//
//	r(x) ∈ r(c) + r'(c)·(x-c) + R·(x-c)^2
//
// for the middle c of the piece. Pieces are divided further until the largest and
// the smallest value of r are known well enough, or the budget is spent.
type bounding struct {
	p     *plan
	g     *germ // that made the series
	order int
	plain bool // the series has whole powers from 0 on
	side  Side
	terms symbolic.ID // their sum
	rest  symbolic.ID // r
	prec  uint
	at    interval.Interval
	value *certify.Program // of r and the domain
	near  *jet             // of f as it is near the point, nil where there is none
	root  int
	first []interval.Interval // coefficients of f at the point
	tests []obligation
	spent int // products of intervals
}

// extraOrders are the coefficients between the order of the expansion and the
// one that is enclosed on an interval.
const extraOrders = 4

// remainder returns an enclosure of the remainder of a series on a range, as far
// as it lies on the side of the series; false if it does not.
func (p *plan) remainder(h part, order int, r Range) (z interval.Interval, ok bool, err error) {
	b, lower, upper, err := p.bounding(h, order, r)
	if err != nil || lower == nil {
		return z, false, err
	}
	z, err = b.search(lower, upper)
	return z, true, err
}

// bounding returns what it takes to enclose the remainder of a series, and the
// part of a range on its side, if there is one.
func (p *plan) bounding(h part, order int, r Range) (b *bounding, lower, upper *big.Float, err error) {
	s := p.s
	if p.at.Infinity != 0 {
		return nil, nil, nil, fail(Unsupported, "a remainder is bounded near a point, not at infinity")
	}
	terms := s.NewSum()
	b = &bounding{p: p, g: h.g, order: order, plain: len(h.y.lead) == 0, side: h.series.Side}
	for _, t := range h.series.Terms {
		terms.Add(t.Expr().ID())
		n, isInt := int64(0), false
		if t.Power.Kind() == symbolic.Number {
			n, isInt = t.Power.Number().Int64()
		}
		b.plain = b.plain && isInt && n >= 0 && t.Log == 0
	}
	b.terms = terms.Sum()
	b.rest = s.Sub(p.root, b.terms)
	for _, id := range []symbolic.ID{p.root, b.terms, p.domain, p.at.Value.ID()} {
		for _, x := range s.FreeSymbols(id) {
			if x != p.x {
				return nil, nil, nil, fail(Unsupported, "the remainder depends on %s, which has no value", h.g.text(x))
			}
		}
	}
	if lower, upper, err = b.limits(r); err != nil {
		return nil, nil, nil, err
	}
	if c := lower.Cmp(upper); c > 0 || c == 0 && b.side != Both {
		return nil, nil, nil, nil
	}
	b.value = certify.Compile(p.scope.Library, s, b.rest, p.domain)
	b.prepare()
	return b, lower, upper, nil
}

// limits returns the ends of the interval, on the side of the series, and sets the
// precision: differences of the size of the remainder have to have digits.
func (b *bounding) limits(r Range) (lower, upper *big.Float, err error) {
	s := b.p.s
	program := certify.Compile(b.p.scope.Library, s, r.Lower.ID(), r.Upper.ID(), b.p.at.Value.ID())
	ends := program.At(nil, 128)
	for _, v := range ends {
		if !v.Real.IsBounded() || v.Real.IsEmpty() || v.Real.Decoration() < interval.Defined {
			return nil, nil, fail(NoValue, "an end of the interval has no value")
		}
	}
	far := interval.Hull(interval.Abs(interval.Sub(128, ends[0].Real, ends[2].Real)), interval.Abs(interval.Sub(128, ends[1].Real, ends[2].Real)))
	bits := 0
	if e := far.Upper().MantExp(nil); e < 0 {
		bits = -e
	}
	b.prec = uint(min(128+(b.order+2)*(bits+1), 1<<14))
	ends = program.At(nil, b.prec)
	lower, upper, b.at = ends[0].Real.Lower(), ends[1].Real.Upper(), ends[2].Real
	if lower.Cmp(upper) > 0 {
		return nil, nil, fail(Unsupported, "the interval has its ends in the wrong order")
	}
	if b.side == Left && b.at.Upper().Cmp(upper) < 0 {
		upper = b.at.Upper()
	}
	if b.side == Right && b.at.Lower().Cmp(lower) > 0 {
		lower = b.at.Lower()
	}
	return lower, upper, nil
}

// prepare compiles what is known near the point.
func (b *bounding) prepare() {
	if !b.plain {
		return
	}
	s := b.p.s
	j, root, err := newJet(b.p.scope.Library, s, b.p.x, b.p.root, b.order+1+extraOrders, b.standNear)
	if err != nil {
		return
	}
	if first, err := j.run(root, b.prec, b.at); err == nil {
		b.near, b.root, b.first = j, root, first
	}
}

// enclose returns an enclosure of r on a piece; it is unbounded where nothing is
// known.
func (b *bounding) enclose(box interval.Interval) (interval.Interval, error) {
	v := onBox(b.value, b.prec, box)
	if v[1].Truth == certify.No || v[1].Truth == certify.Undefined {
		return v[0].Real, fail(NoValue, "it has no value in a part of the interval, near %s = %.6g", b.g.text(b.p.variable), about(box.Lower(), box.Upper()))
	}
	z := interval.Entire(interval.Maybe)
	if v[1].Truth == certify.Yes && !v[0].Real.IsEmpty() && v[0].Real.Decoration() >= interval.Defined {
		z = v[0].Real
	}
	if y, err := b.fromPoint(box); err == nil {
		z = interval.Intersect(y.WithDecoration(interval.Continuous), z)
	}
	if y, err := b.fromMiddle(box); err == nil {
		z = interval.Intersect(y.WithDecoration(interval.Continuous), z)
	}
	if z.IsEmpty() {
		return z, errors.New("taylor: two enclosures of a remainder have no point in common")
	}
	return z, nil
}

// fromPoint is the enclosure by the expansion itself.
func (b *bounding) fromPoint(box interval.Interval) (z interval.Interval, err error) {
	if b.near == nil {
		return z, errNoJet
	}
	hull := spanned(box, b.at)
	for _, t := range b.tests {
		if !b.met(t, hull) {
			return z, errNoJet
		}
	}
	b.spend(b.near)
	c, err := b.near.run(b.root, b.prec, hull)
	if err != nil {
		return z, err
	}
	d := interval.Sub(b.prec, box, b.at)
	z = c[len(c)-1]
	for k := len(c) - 2; k > b.order; k-- {
		z = interval.Add(b.prec, b.first[k], interval.Mul(b.prec, z, d))
	}
	return interval.Mul(b.prec, z, interval.PowInt(b.prec, d, int64(b.order+1))), nil
}

// spanned returns all points of two intervals and between them. It is not
// interval.Hull, which leaves out 0 where both do: Taylor's formula needs the
// derivatives at every point on the way.
func spanned(x, y interval.Interval) interval.Interval {
	lower, upper := x.Lower(), x.Upper()
	if l := y.Lower(); l.Cmp(lower) < 0 {
		lower = l
	}
	if u := y.Upper(); u.Cmp(upper) > 0 {
		upper = u
	}
	return interval.New(lower, upper)
}

// fromMiddle is the enclosure by an expansion of r at the middle.
func (b *bounding) fromMiddle(box interval.Interval) (z interval.Interval, err error) {
	j, root, err := b.jetOn(box)
	if err != nil {
		return z, err
	}
	b.spend(j)
	wide, err := j.run(root, b.prec, box)
	if err != nil {
		return z, err
	}
	m := interval.Point(middle(box.Lower(), box.Upper()))
	center, err := j.run(root, b.prec, m)
	if err != nil {
		return z, err
	}
	d := interval.Sub(b.prec, box, m)
	z = interval.Add(b.prec, center[0], interval.Mul(b.prec, center[1], d))
	return interval.Add(b.prec, z, interval.Mul(b.prec, wide[2], interval.Sqr(b.prec, d))), nil
}

// spend counts the products of a run.
func (b *bounding) spend(j *jet) {
	for _, r := range j.code {
		b.spent += (r.order + 1) * (r.order + 2) / 2
	}
	b.p.s.CheckStopped()
}

// zeroOrder bounds the order of a zero of a difference whose sign is asked for.
const zeroOrder = 6

// An obligation is a condition that has to hold, or fail, between the point and a
// piece, since a branch was taken by it.
type obligation struct {
	cond  symbolic.ID
	holds bool
}

// standNear returns what stands for a node near the point, as the germ found.
func (b *bounding) standNear(id symbolic.ID) (symbolic.ID, error) {
	s := b.p.s
	to, ok := b.g.alias[id]
	switch {
	case !ok && s.Kind(id) == symbolic.If && s.Depends(id, b.p.x):
		return 0, errNoJet
	case !ok:
		return id, nil
	case s.Kind(id) == symbolic.If:
		ops := s.Operands(id)
		b.tests = append(b.tests, obligation{ops[0], to == ops[1]})
	case s.Kind(id) == symbolic.Derivative:
		return 0, errNoJet
	}
	return to, nil
}

// met tells whether an obligation is met everywhere between the point and a piece,
// perhaps but for the point itself.
func (b *bounding) met(o obligation, hull interval.Interval) bool {
	s := b.p.s
	program := certify.Compile(b.p.scope.Library, s, o.cond)
	switch onBox(program, b.prec, hull)[0].Truth {
	case certify.Yes:
		return o.holds
	case certify.No:
		return !o.holds
	}
	switch k := s.Kind(o.cond); k {
	case symbolic.And, symbolic.Or:
		met := 0
		for _, c := range s.Operands(o.cond) {
			if s.Kind(c) == symbolic.Relation && b.met(obligation{c, o.holds}, hull) {
				met++
			}
		}
		if (k == symbolic.And) == o.holds {
			return met == len(s.Operands(o.cond))
		}
		return met > 0
	case symbolic.Relation:
		return b.relation(o, hull)
	}
	return false
}

// relation is met for a relation: the sign of the difference of its sides is that
// of its first Taylor coefficient which is not 0 at the point, on all of the
// interval.
func (b *bounding) relation(o obligation, hull interval.Interval) bool {
	s := b.p.s
	if b.side == Both {
		return false
	}
	ops := s.Operands(o.cond)
	d := s.Sub(ops[0], ops[1])
	j, root, err := newJet(b.p.scope.Library, s, b.p.x, d, zeroOrder, func(id symbolic.ID) (symbolic.ID, error) {
		if s.Kind(id) == symbolic.If {
			return 0, errNoJet
		}
		return id, nil
	})
	if err != nil {
		return false
	}
	b.spend(j)
	y, ok := b.g.memo[d]
	if !ok || len(y.lead) > 0 || len(y.c) == 0 || y.val < 0 || y.val%b.g.roots != 0 || y.val/b.g.roots > zeroOrder {
		return false
	}
	n := y.val / b.g.roots // d has a zero of this order at least
	c, err := j.run(root, b.prec, hull)
	if err != nil {
		return false
	}
	sign, apart := c[n].Sign()
	if !apart || sign == 0 {
		return false
	}
	if b.side == Left && n%2 != 0 {
		sign = -sign
	}
	holds := s.Rel(o.cond) == symbolic.NotEqual || s.Rel(o.cond) != symbolic.Equal && sign < 0
	return holds == o.holds
}

// jetOn returns a jet of r on an interval, on which conditions are decided.
func (b *bounding) jetOn(box interval.Interval) (*jet, int, error) {
	s := b.p.s
	return newJet(b.p.scope.Library, s, b.p.x, b.rest, 2, func(id symbolic.ID) (symbolic.ID, error) {
		if s.Kind(id) != symbolic.If {
			return id, nil
		}
		ops := s.Operands(id)
		switch onBox(certify.Compile(b.p.scope.Library, s, ops[0]), b.prec, box)[0].Truth {
		case certify.Yes:
			return ops[1], nil
		case certify.No:
			return ops[2], nil
		}
		return 0, errNoJet
	})
}

package simplify

import (
	"slices"

	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// maxSlopes bounds the nesting of proofs by derivatives, in which expressions
// grow.
const maxSlopes = 2

// slopePoints are the values of a variable at which sides are compared: most
// functions have simple values at some of them.
var slopePoints = []rational.Rat{{}, rational.One, rational.NegOne, rational.Int(2), rational.Half, rational.Int(-2)}

// bySlope proves that the derivatives of both sides by a variable are equal,
// and the sides at a point. It splits a region that has gaps.
func (p *Prover) bySlope(x, y symbolic.ID) (bool, error) {
	s := p.s
	if p.slopes >= maxSlopes || !p.isTranscendental(x, y) {
		return false, nil
	}
	for _, v := range s.FreeSymbols(x, y) {
		if ok, err := p.slopeBy(x, y, v, p.depth); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

// isTranscendental tells whether a function is among the parts: for others
// normal forms would have done it.
func (p *Prover) isTranscendental(roots ...symbolic.ID) bool {
	return slices.ContainsFunc(p.inside(roots...), func(id symbolic.ID) bool {
		return p.s.Kind(id) == symbolic.Apply && p.s.Function(id) != nil && len(p.s.FreeSymbols(id)) > 0
	})
}

func (p *Prover) slopeBy(x, y, v symbolic.ID, depth int) (bool, error) {
	s := p.s
	inner, dx, dy, reason := p.c.Slopes(x, y, v)
	if reason != "" {
		if conds := p.gap(v); conds != nil && p.depth < depth+2 {
			return p.split(x, y, conds, func(q *Prover, x, y symbolic.ID) (bool, error) { return q.slopeBy(x, y, v, depth) })
		}
		return false, nil
	}
	q := p.within(inner)
	q.slopes++
	if ok, err := q.Equal(dx, dy); !ok || err != nil {
		return false, err
	}
	for _, k := range slopePoints {
		at, fx, fy, reason := p.c.At(x, y, v, s.Num(k))
		if reason != "" {
			continue
		}
		q := p.within(at)
		q.slopes++
		ok, err := q.Equal(fx, fy)
		if err != nil {
			return false, err
		}
		if ok {
			_, err := p.c.Slope(x, y, v, s.Num(k), inner, at)
			return err == nil, nil
		}
	}
	return false, nil
}

// gap returns conditions that split a region where a variable leaves something
// out: u != 0, or one of several alternatives. Nil is none.
func (p *Prover) gap(v symbolic.ID) []symbolic.ID {
	s := p.s
	for _, cond := range p.c.Conditions() {
		if !s.Depends(cond, v) {
			continue
		}
		ops := s.Operands(cond)
		switch {
		case s.Kind(cond) == symbolic.Relation && s.Rel(cond) == symbolic.NotEqual:
			return []symbolic.ID{s.Relate(symbolic.Less, ops[0], ops[1]), s.Relate(symbolic.Less, ops[1], ops[0])}
		case s.Kind(cond) == symbolic.Or:
			return ops
		}
	}
	return nil
}

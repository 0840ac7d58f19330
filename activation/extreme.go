package activation

import (
	"errors"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

// An Extreme is the supremum or infimum of a function: infinite, an exact constant,
// or a number in an interval.
type Extreme struct {
	Infinity int           // 1 or -1
	Exact    symbolic.Expr // the constant; without a store it is not known
	Within   interval.Float
	Attained bool // whether the function is known to have the value
	at       symbolic.ID
	known    bool
}

// IsExact tells whether the extreme is known exactly; infinite ones are.
func (e Extreme) IsExact() bool { return e.Infinity != 0 || e.known }

func (l *line) exact(id symbolic.ID, attained bool) (Extreme, error) {
	v, err := l.constant(id)
	return Extreme{Exact: l.s.Expr(id), Within: v, Attained: attained, at: id, known: true}, err
}

// larger returns the larger one of two extremes.
func (l *line) larger(a, b Extreme) Extreme {
	switch {
	case a.Infinity > 0 || b.Infinity < 0:
		return a
	case b.Infinity > 0 || a.Infinity < 0:
		return b
	case a.known && b.known:
		switch order, ok := l.compare(a.at, b.at); {
		case ok && order == 0:
			a.Attained = a.Attained || b.Attained
			return a
		case ok && order > 0:
			return a
		case ok:
			return b
		}
	case a.known && b.Within.Upper() <= a.Within.Lower():
		return a
	case b.known && a.Within.Upper() <= b.Within.Lower():
		return b
	}
	if a.Within.Lower() > b.Within.Upper() {
		return a
	}
	if b.Within.Lower() > a.Within.Upper() {
		return b
	}
	return Extreme{Within: interval.NewFloat(max(a.Within.Lower(), b.Within.Lower()), max(a.Within.Upper(), b.Within.Upper())),
		Attained: a.Attained && b.Attained}
}

// negative returns the extreme of -f.
func (l *line) negative(a Extreme) Extreme {
	a.Infinity = -a.Infinity
	a.Within = a.Within.Neg()
	if a.known {
		a.at = l.s.Neg(a.at)
		a.Exact = l.s.Expr(a.at)
	}
	return a
}

// A span is the infimum and the supremum of a function on a piece.
type span struct{ low, high Extreme }

func (l *line) hull(a, b span) span {
	return span{l.negative(l.larger(l.negative(a.low), l.negative(b.low))), l.larger(a.high, b.high)}
}

// span finds the infimum and supremum on a piece of an expression h, the function
// or its derivative: by the zeros of its derivative, and if these are not all found
// by bisection.
func (l *line) span(p piece, q *program, order int, h symbolic.ID) (span, error) {
	if !l.s.Depends(h, l.x) {
		z, err := l.exact(h, true)
		return span{z, z}, err
	}
	z, ok, err := l.spanOfZeros(p, q, order, h)
	if err != nil || ok {
		return z, err
	}
	return l.bisect(p, q, order, h)
}

// spanOfZeros compares the values at all zeros of the derivative and at the ends.
func (l *line) spanOfZeros(p piece, q *program, order int, h symbolic.ID) (z span, ok bool, err error) {
	// An expression may be taken to have values where it has none, as x·exp(1/x) at 0.
	for _, e := range []end{p.left, p.right} {
		if e.infinity == 0 && !sound(q.run(e.value, order)[order]) {
			return z, false, nil
		}
	}
	d, err := l.derivative(h)
	if err != nil {
		return z, false, ignore(err)
	}
	// Without a derivative somewhere the extreme may be there, as that of sqrt(x^2).
	if l.s.Depends(d, l.x) && !l.isContinuous(p, d) {
		return z, false, nil
	}
	places, ok, err := l.zeros(p, d)
	if err != nil || !ok {
		return z, false, ignore(err)
	}
	var list []Extreme
	for _, e := range places {
		id, err := l.simpler(l.put(h, e.at))
		if err != nil {
			return z, false, err
		}
		v, err := l.exact(id, true)
		if err != nil {
			return z, false, ignore(err)
		}
		list = append(list, v)
	}
	for _, e := range []end{p.left, p.right} {
		v, ok, err := l.atEnd(h, e)
		if err != nil || !ok {
			return z, false, ignore(err)
		}
		list = append(list, v)
	}
	z = span{list[0], list[0]}
	for _, v := range list[1:] {
		z = l.hull(z, span{v, v})
	}
	return z, z.low.IsExact() && z.high.IsExact(), nil
}

// atEnd returns the limit of a smooth expression at the end of a piece; ok is false
// where it was not found.
func (l *line) atEnd(h symbolic.ID, e end) (v Extreme, ok bool, err error) {
	if e.infinity == 0 {
		at := l.put(h, e.at)
		if v, err = l.exact(at, false); err != nil || !sound(v.Within) {
			return v, false, err
		}
		if at, err = l.simpler(at); err != nil {
			return v, false, err
		}
		v, err = l.exact(at, false)
		return v, err == nil, err
	}
	id, infinity, ok, err := l.limit(h, e.infinity)
	if err != nil || !ok {
		return v, false, err
	}
	if infinity != 0 {
		return Extreme{Infinity: infinity}, true, nil
	}
	v, err = l.exact(id, false)
	return v, err == nil, err
}

// limit returns the limit of a smooth expression at infinity, a constant or
// infinite; ok is false where it was not found.
func (l *line) limit(h symbolic.ID, sign int) (id symbolic.ID, infinity int, ok bool, err error) {
	f := read.Formula{Expr: l.s.Expr(h), Domain: l.s.Expr(symbolic.True)}
	z, err := taylor.Limit(l.scope, f, l.s.Expr(l.x), taylor.Options{At: taylor.Point{Infinity: sign}})
	if err != nil {
		return 0, 0, false, ignore(err)
	}
	if z.Value == nil || z.Value.Err != nil || len(z.Value.Conditions) > 0 {
		id, ok = l.tailLimit(h, sign)
		return id, 0, ok, nil
	}
	if z.Value.Infinity != 0 {
		return 0, z.Value.Infinity, true, nil
	}
	id, err = l.simpler(z.Value.Expr.ID())
	return id, 0, err == nil, err
}

// tailLimit returns the limit at infinity that the tail of an expression shows: an
// exact constant besides what decays.
func (l *line) tailLimit(h symbolic.ID, sign int) (symbolic.ID, bool) {
	if sign < 0 {
		h = l.put(h, l.s.Neg(l.x))
	}
	t := tail{l, interval.FloatPoint(lastTail)}
	terms, err := t.expand(h)
	if err != nil {
		return 0, false
	}
	if len(terms) == 0 {
		return symbolic.Zero, true
	}
	switch grows, err := t.growth(terms[0].monomial); {
	case err != nil || grows > 0 || grows == 0 && !terms[0].known:
		return 0, false
	case grows < 0:
		return symbolic.Zero, true
	}
	return terms[0].exact, true
}

// ignore keeps limits of the store alone: any other reason why a way does not lead
// on is one to take another.
func ignore(err error) error {
	var limit *symbolic.LimitError
	if errors.As(err, &limit) {
		return err
	}
	return nil
}

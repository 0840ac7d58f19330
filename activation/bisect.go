package activation

import (
	"container/heap"
	"math"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// maxBoxes bounds a bisection; it ends before, where the maximum is known to the
// relative width sharp, or the width least.
const (
	maxBoxes   = 4000
	sharp      = 1e-13
	least      = 1e-18
	firstBoxes = 64
)

// A search maximizes sign·f^(order) of a program, for the order 0 or 1.
type search struct {
	p     *program
	order int
	sign  float64
}

// values encloses what is maximized on a box, and its derivative.
func (q search) values(box interval.Float) (h, slope interval.Float) {
	z := q.p.run(box, q.order+1)
	h, slope = z[q.order], z[q.order+1]
	if q.order == 1 {
		slope = slope.Add(slope)
	}
	if q.sign < 0 {
		return h.Neg(), slope.Neg()
	}
	return h, slope
}

// A box has an upper bound of what is maximized. It is final if bisection would not
// make it better.
type box struct {
	x     interval.Float
	upper float64
	final bool
}

// bounded bounds the values on a box: by themselves, by the mean value theorem, and
// at the ends where the slope has a sign. Lower is a value that is exceeded or
// taken somewhere on the box.
func (q search) bounded(x interval.Float) (z box, lower float64, ok bool) {
	at := interval.FloatPoint(x.Lower()/2 + x.Upper()/2)
	h, slope := q.values(x)
	middle, _ := q.values(at)
	if !sound(middle) || h.Decoration() < interval.Defined {
		return z, 0, false
	}
	if slope.Decoration() >= interval.Defined {
		if sign, ok := slope.Sign(); ok && sign != 0 {
			end := interval.FloatPoint(x.Upper())
			if sign < 0 {
				end = interval.FloatPoint(x.Lower())
			}
			if v, _ := q.values(end); sound(v) {
				return box{x, v.Upper(), true}, v.Lower(), true
			}
		}
		h = h.Intersect(middle.Add(slope.Mul(x.Sub(at))))
	}
	return box{x, h.Upper(), false}, middle.Lower(), h.IsBounded() && !h.IsEmpty()
}

// boxes is a heap with the largest bound on top.
type boxes []box

func (b boxes) Len() int           { return len(b) }
func (b boxes) Less(i, j int) bool { return b[i].upper > b[j].upper }
func (b boxes) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }
func (b *boxes) Push(x any)        { *b = append(*b, x.(box)) }
func (b *boxes) Pop() any {
	last := (*b)[len(*b)-1]
	*b = (*b)[:len(*b)-1]
	return last
}

// maximum encloses the maximum on an interval.
func (q search) maximum(core interval.Float) (interval.Float, error) {
	var queue boxes
	best := math.Inf(-1)
	push := func(a, b float64) bool {
		z, lower, ok := q.bounded(interval.NewFloat(a, b))
		if ok {
			best = max(best, lower)
			heap.Push(&queue, z)
		}
		return ok
	}
	for i := range firstBoxes {
		step := (core.Upper() - core.Lower()) / firstBoxes
		a, b := core.Lower()+step*float64(i), core.Lower()+step*float64(i+1)
		if i == firstBoxes-1 {
			b = core.Upper()
		}
		if !push(a, max(a, b)) {
			return zero, errValues
		}
	}
	for range maxBoxes {
		top := queue[0]
		middle := top.x.Lower()/2 + top.x.Upper()/2
		if top.final || top.upper-best <= sharp*math.Abs(best)+least || !(top.x.Lower() < middle && middle < top.x.Upper()) {
			break
		}
		heap.Pop(&queue)
		if !push(top.x.Lower(), middle) || !push(middle, top.x.Upper()) {
			return zero, errValues
		}
	}
	return interval.NewFloat(best, max(best, queue[0].upper)), nil
}

var errValues = unsupported("its values on an interval could not be enclosed")

// bisect encloses the infimum and the supremum of h on a piece.
func (l *line) bisect(p piece, q *program, order int, h symbolic.ID) (z span, err error) {
	core, tails, err := l.tails(p, h)
	if err != nil {
		return z, err
	}
	high, err := search{q, order, 1}.maximum(core)
	if err != nil {
		return z, err
	}
	low, err := search{q, order, -1}.maximum(core)
	if err != nil {
		return z, err
	}
	z = span{Extreme{Within: low.Neg()}, Extreme{Within: high}}
	if order == 0 { // of a closed interval in the piece, but for its ends
		z.low.Attained, z.high.Attained = true, true
	}
	for _, t := range tails {
		z = l.hull(z, t)
	}
	return z, nil
}

// firstTail and lastTail are where the tails of the line begin, at first and after
// all doublings.
const (
	firstTail = 8
	lastTail  = 256
)

// tails divides a piece into a bounded core and tails, and bounds the values of h
// on these: where its derivative has a sign they are between one of the core and
// the limit, and else by an enclosure.
func (l *line) tails(p piece, h symbolic.ID) (core interval.Float, list []span, err error) {
	lower, upper := p.left.value.Lower(), p.right.value.Upper()
	if p.left.infinity != 0 {
		from, s, err := l.tail(h, -1, -p.right.value.Lower())
		if err != nil {
			return zero, nil, err
		}
		lower, list = -from, append(list, s)
	}
	if p.right.infinity != 0 {
		from, s, err := l.tail(h, 1, p.left.value.Upper())
		if err != nil {
			return zero, nil, err
		}
		upper, list = from, append(list, s)
	}
	return interval.NewFloat(lower, upper), list, nil
}

// tail bounds the values of h beyond a place that is at least from.
func (l *line) tail(h symbolic.ID, sign int, from float64) (at float64, z span, err error) {
	d, err := l.derivative(h)
	if err != nil {
		return 0, z, err
	}
	if sign < 0 {
		minus := l.s.Neg(l.x)
		h, d = l.put(h, minus), l.put(d, minus)
	}
	end, found, err := l.atEnd(h, end{infinity: 1})
	if err != nil {
		return 0, z, err
	}
	for at = firstTail; at < from; at *= 2 {
	}
	for last := max(at, lastTail); at <= last; at *= 2 {
		t := tail{l, interval.FloatPoint(at)}
		if found {
			if terms, err := t.expand(d); err == nil {
				if s, err := t.sign(terms); err == nil && s != 0 {
					return at, span{end, end}, nil
				}
			}
		}
		if at < last {
			continue
		}
		if terms, err := t.expand(h); err == nil {
			if v, err := t.enclose(terms); err == nil && sound(v) {
				return at, span{Extreme{Within: v}, Extreme{Within: v}}, nil
			}
		}
	}
	return 0, z, unsupported("its values far from 0 could not be bounded")
}

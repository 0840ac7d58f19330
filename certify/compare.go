package certify

import (
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/symbolic"
)

// Zero stands for the number 0 among the roots that Compare takes.
const Zero = -1

// Options bound the effort of Compare and Holds. The zero value has the
// defaults.
type Options struct {
	// MaxPrec is the highest precision in bits: 8192 by default. It is reached
	// in steps of a factor 4 from 128 on, after a try in float64.
	MaxPrec uint
	// Budget is the number of steps: 2^24 by default, ten seconds at most. An
	// instruction costs one step in float64 and (prec/64)² steps in big.Float,
	// a call of Γ and its relatives 32 times as much; the instructions of
	// constants among the coordinates of the point count, too. A precision
	// that the rest of the budget does not suffice for is not tried.
	Budget int64
}

func (o Options) withDefaults() Options {
	if o.MaxPrec == 0 {
		o.MaxPrec = 8192
	}
	if o.Budget == 0 {
		o.Budget = 1 << 24
	}
	return o
}

// An Effort says what an answer took.
type Effort struct {
	Prec  uint   // the last precision, in bits; 53 for float64
	Steps int64  // of the budget
	Limit string // why there is no answer: "precision" or "budget"
}

// An Order is how two values at a point compare.
type Order uint8

const (
	// Undecided: the limits did not suffice.
	Undecided Order = iota
	// Less: left < right.
	Less
	// Equal: exact values are the same.
	Equal
	// Greater: left > right.
	Greater
	// NoValue: one of the two certainly has no value.
	NoValue
)

// String returns the name of o in lower case.
func (o Order) String() string {
	return [...]string{"undecided", "less", "equal", "greater", "no value"}[o]
}

// A Comparison is the order of two real roots at a point. Both are certainly
// defined where it is Less, Equal or Greater.
type Comparison struct {
	Order       Order
	Left, Right interval.Interval // enclosures of the two values
	Effort      Effort
}

// Sides writes both enclosures as [lo, hi], rounded outward, with as many digits
// as it takes to see that they are disjoint, at least 10.
func (c Comparison) Sides() (left, right string) { return disjointTexts(c.Left, c.Right) }

// Compare compares two real roots, given by their positions, at a point; Zero
// stands for 0. Precision rises until both are certainly defined and either
// their enclosures have no point in common or their exact values are the
// same, or until a limit is reached. Equality is only ever found between exact
// values. It panics as At does.
func (p *Program) Compare(left, right int, at Point, o Options) Comparison {
	var c Comparison
	c.Effort = p.climb(at, o, func(v *view) bool {
		l, r := v.real(left), v.real(right)
		order := v.order(left, right, l, r)
		if c.Order == Undecided {
			c.Order, c.Left, c.Right = order, l, r
			return order == NoValue || order != Undecided && readable(l, r)
		}
		// It is decided; this is only to show sharper enclosures.
		if order == c.Order {
			c.Left, c.Right = l, r
		}
		return true
	})
	if c.Order != Undecided {
		c.Effort.Limit = ""
	}
	return c
}

// Holds decides whether a condition, the root at the given position, holds at a
// point. The answer is Unknown where a limit is reached; Undefined where the
// condition certainly has no truth value. It panics as At does.
func (p *Program) Holds(root int, at Point, o Options) (Truth, Effort) {
	if !p.store.IsCondition(p.roots[root]) {
		panic("certify: Holds needs a condition")
	}
	t := Unknown
	effort := p.climb(at, o, func(v *view) bool {
		t = v.truth(root)
		return t != Unknown
	})
	return t, effort
}

// weight returns the number of steps in float64.
func (p *Program) weight() int64 {
	n := int64(len(p.code))
	for i := range p.code {
		if in := &p.code[i]; in.op == opCall && p.row(in).Family == "gamma" {
			n += 31
		}
	}
	return n
}

// A view is one evaluation of a climb.
type view struct {
	p     *Program
	float []FloatValue
	wide  *wide
	exact *exactly
}

// climb evaluates the program at a point with rising precision until done says
// so or a limit is reached.
func (p *Program) climb(at Point, o Options, done func(v *view) bool) Effort {
	o = o.withDefaults()
	l := p.place(at)
	instructions := l.p.weight()
	for _, c := range l.constants {
		if c != nil {
			instructions += c.weight()
		}
	}
	effort := Effort{Prec: 53, Steps: instructions}
	if instructions > o.Budget {
		return Effort{Limit: "budget"}
	}
	if done(&view{p: l.p, float: l.float(new(Scratch))}) {
		return effort
	}
	for prec := uint(128); ; prec *= 4 {
		prec = min(prec, o.MaxPrec)
		units := int64((prec + 63) / 64)
		switch {
		case prec <= effort.Prec:
			effort.Limit = "precision"
			return effort
		case instructions > (o.Budget-effort.Steps)/(units*units):
			effort.Limit = "budget"
			return effort
		}
		l.p.store.CheckStopped()
		effort.Prec, effort.Steps = prec, effort.Steps+instructions*units*units
		w, e := l.wide(prec)
		if done(&view{p: l.p, wide: w, exact: e}) {
			return effort
		}
	}
}

// real returns the enclosure of a root.
func (v *view) real(root int) interval.Interval {
	switch {
	case root == Zero:
		return interval.Int(0)
	case v.p.store.IsCondition(v.p.roots[root]):
		panic("certify: Compare needs real expressions")
	case v.wide == nil:
		return v.float[root].Real.Interval()
	}
	return v.wide.r[v.p.results[root]]
}

func (v *view) truth(root int) Truth {
	if v.wide == nil {
		return v.float[root].Truth
	}
	return v.wide.truth[v.p.results[root]].truth()
}

// order compares two roots with the given enclosures.
func (v *view) order(left, right int, l, r interval.Interval) Order {
	switch {
	case l.IsEmpty() || r.IsEmpty():
		return NoValue
	case min(l.Decoration(), r.Decoration()) < interval.Defined:
		return Undecided
	case interval.Less(l, r):
		return Less
	case interval.Less(r, l):
		return Greater
	case interval.Equal(l, r):
		return Equal
	case v.exact == nil:
		return Undecided
	}
	if sign, ok := v.exact.compare(v.value(left), v.value(right)); ok {
		return [...]Order{Less, Equal, Greater}[sign+1]
	}
	return Undecided
}

// value returns the exact value of a root, or none.
func (v *view) value(root int) symbolic.ID {
	if root == Zero {
		return symbolic.Zero
	}
	return v.exact.value[v.p.results[root]]
}

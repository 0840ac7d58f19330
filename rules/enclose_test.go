package rules_test

import (
	"fmt"
	"math/big"
	"sync"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// The evaluator of this file decides at a point whether a side of a rule has a
// value, and encloses the value. Beside the interval it carries an exact value
// r + p·π where it knows one, since rules break at exact points: at the pole
// π/2 of tan, which no float is, and at 1 - tan(π/4)·tan(π/4) = 0.

// A state says whether a value exists.
type state uint8

const (
	undefined state = iota
	unclear
	defined
)

// A value is an enclosure of type T, and the exact value where it is known.
type value[T any] struct {
	state state
	box   T
	exact bool
	r, p  rational.Rat // r + p·π
}

// bottom is the value of a variable that stands for a term without one.
func bottom[T any]() value[T] { return value[T]{} }

// arithmetic are the operations on one type of intervals.
type arithmetic[T any] struct {
	number     func(rational.Rat) T
	pi         T
	add, mul   func(x, y T) T
	power      func(x, y T) T
	root       func(x T, e rational.Rat) T
	kernel     func(name string, args int) (func([]T) T, bool)
	less       func(x, y T) bool
	lessEqual  func(x, y T) bool
	equal      func(x, y T) bool
	separated  func(x, y T) bool
	narrow     func(x T) bool
	decoration func(T) interval.Decoration
	hull       func(x, y T) T
}

// floats is quick and decides most points.
var floats = &arithmetic[interval.Float]{
	number: interval.FromRatFloat,
	pi:     interval.PiFloat(),
	add:    interval.Float.Add,
	mul:    interval.Float.Mul,
	power:  interval.Float.Pow,
	root: func(x interval.Float, e rational.Rat) interval.Float {
		q := interval.NewExponent(e)
		return q.PowFloat(x)
	},
	less:      interval.Float.Less,
	lessEqual: interval.Float.LessEqual,
	equal:     interval.Float.Equal,
	separated: interval.Float.Separated,
	narrow: func(x interval.Float) bool {
		return x.IsBounded() && x.Upper()-x.Lower() <= 0x1p-20*max(1, x.Upper(), -x.Lower())
	},
	decoration: interval.Float.Decoration,
	hull:       interval.Float.Hull,
	kernel: func(name string, args int) (func([]interval.Float) interval.Float, bool) {
		return interval.LookupFloat(name, args)
	},
}

// bigs has prec bits.
func bigs(prec uint) *arithmetic[interval.Interval] {
	type box = interval.Interval
	return &arithmetic[box]{
		number:    func(x rational.Rat) box { return interval.FromRat(prec, x) },
		pi:        interval.Pi(prec),
		add:       func(x, y box) box { return interval.Add(prec, x, y) },
		mul:       func(x, y box) box { return interval.Mul(prec, x, y) },
		power:     func(x, y box) box { return interval.Pow(prec, x, y) },
		root:      func(x box, e rational.Rat) box { q := interval.NewExponent(e); return q.Pow(prec, x) },
		less:      interval.Less,
		lessEqual: interval.LessEqual,
		equal:     interval.Equal,
		separated: interval.Separated,
		narrow: func(x box) bool {
			if !x.IsBounded() || x.IsEmpty() {
				return false
			}
			size := new(big.Float).Abs(x.Upper())
			if low := new(big.Float).Abs(x.Lower()); low.Cmp(size) > 0 {
				size = low
			}
			if one := big.NewFloat(1); size.Cmp(one) < 0 {
				size = one
			}
			return x.Width(64).Cmp(size.Mul(size, big.NewFloat(0x1p-20))) <= 0
		},
		decoration: box.Decoration,
		hull:       interval.Hull,
		kernel: func(name string, args int) (func([]box) box, bool) {
			f, ok := interval.Lookup(name, args)
			return func(a []box) box { return f(prec, a) }, ok
		},
	}
}

// float is the type of the quick enclosures.
type float = interval.Float

// An environment gives values to the symbols of a store.
type environment[T any] map[symbolic.ID]value[T]

// An evaluation is of one store at one point.
type evaluation[T any] struct {
	*arithmetic[T]
	s    *symbolic.Store
	env  environment[T]
	memo map[symbolic.ID]value[T] // of functions, where parts may be repeated often; nil elsewhere
}

func (e evaluation[T]) known(r, p rational.Rat) value[T] {
	v := value[T]{state: defined, exact: true, r: r, p: p}
	switch {
	case p.IsZero():
		v.box = e.number(r)
	case r.IsZero():
		v.box = e.mul(e.number(p), e.pi)
	default:
		v.box = e.add(e.number(r), e.mul(e.number(p), e.pi))
	}
	return v
}

func (e evaluation[T]) rational(r rational.Rat) value[T] { return e.known(r, rational.Rat{}) }
func (e evaluation[T]) int(n int64) value[T]             { return e.rational(rational.Int(n)) }

// from is the value of an operation on arguments, of which a box is known.
func (e evaluation[T]) from(box T, args ...value[T]) value[T] {
	v := value[T]{state: defined, box: box}
	switch d := e.decoration(box); {
	case d == interval.Nowhere:
		return bottom[T]()
	case d == interval.Maybe:
		v.state = unclear
	}
	for _, a := range args {
		v.state = min(v.state, a.state)
	}
	return v
}

// isRational tells whether a value is exactly rational.
func (v value[T]) isRational() bool { return v.exact && v.p.IsZero() }

func (v value[T]) isZero() bool { return v.isRational() && v.r.IsZero() }

// sign returns the certain sign of a value.
func (e evaluation[T]) sign(v value[T]) (int, bool) {
	zero := e.number(rational.Rat{})
	switch {
	case v.isRational():
		return v.r.Sign(), true
	case e.less(zero, v.box):
		return 1, true
	case e.less(v.box, zero):
		return -1, true
	}
	return 0, false
}

func (e evaluation[T]) sum(x, y value[T]) value[T] {
	if x.state == undefined || y.state == undefined {
		return bottom[T]()
	}
	if x.exact && y.exact {
		z := e.known(x.r.Add(y.r), x.p.Add(y.p))
		z.state = min(x.state, y.state)
		return z
	}
	return e.from(e.add(x.box, y.box), x, y)
}

func (e evaluation[T]) product(x, y value[T]) value[T] {
	if x.state == undefined || y.state == undefined {
		return bottom[T]()
	}
	state := min(x.state, y.state)
	var z value[T]
	switch {
	case x.isZero() || y.isZero():
		z = e.int(0)
	case x.exact && y.isRational():
		z = e.known(x.r.Mul(y.r), x.p.Mul(y.r))
	case y.exact && x.isRational():
		z = e.known(y.r.Mul(x.r), y.p.Mul(x.r))
	default:
		return e.from(e.mul(x.box, y.box), x, y)
	}
	z.state = state
	return z
}

// raise is x^y: the repeated product if y is an integer, else defined for
// x > 0, and for x = 0 with y > 0.
func (e evaluation[T]) raise(x, y value[T]) value[T] {
	if x.state == undefined || y.state == undefined {
		return bottom[T]()
	}
	z, ok := e.exactPower(x, y)
	if ok {
		z.state = min(z.state, x.state, y.state)
		return z
	}
	if y.isRational() {
		return e.from(e.root(x.box, y.r), x, y)
	}
	return e.from(e.power(x.box, y.box), x, y)
}

func (e evaluation[T]) exactPower(x, y value[T]) (value[T], bool) {
	sx, okx := e.sign(x)
	sy, oky := e.sign(y)
	isInt := y.isRational() && y.r.IsInt()
	notInt := y.exact && !isInt
	switch {
	case y.isZero():
		return e.int(1), true
	case y.isRational() && y.r.IsOne():
		return x, true
	case x.isZero() && oky && sy > 0:
		return e.int(0), true
	case x.isZero() && oky, okx && sx < 0 && notInt:
		return bottom[T](), true
	case !x.isRational() || !y.isRational():
		return value[T]{}, false
	}
	base, exponent := x.r, y.r
	if den, ok := exponent.Denom().Int64(); ok && den != 1 {
		root, exact := base.Root(den)
		if !exact {
			return value[T]{}, false
		}
		base, exponent = root, exponent.Num()
	}
	if n, ok := exponent.Int64(); ok && -64 <= n && n <= 64 {
		if z, ok := base.Pow(n, 4096); ok {
			return e.rational(z), true
		}
	}
	return value[T]{}, false
}

// truth is the answer to a condition.
type truth uint8

const (
	no truth = iota
	yes
	cannotSay
	without // a part has no value
)

// value evaluates a real expression. It recurses: the sides of rules are small.
func (e evaluation[T]) value(id symbolic.ID) value[T] {
	s := e.s
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		return e.rational(s.Number(id))
	case symbolic.Constant:
		return e.known(rational.Rat{}, rational.One)
	case symbolic.Symbol:
		v, ok := e.env[id]
		if !ok {
			panic("no value for " + s.Name(id))
		}
		return v
	case symbolic.Sum:
		z := e.value(ops[0])
		for i := 1; i < len(ops); i += 2 {
			z = e.sum(z, e.product(e.value(ops[i+1]), e.value(ops[i])))
		}
		return z
	case symbolic.Product:
		z := e.value(ops[0])
		for i := 1; i < len(ops); i += 2 {
			z = e.product(z, e.raise(e.value(ops[i]), e.value(ops[i+1])))
		}
		return z
	case symbolic.Power:
		return e.raise(e.value(ops[0]), e.value(ops[1]))
	case symbolic.Apply:
		if v, ok := e.memo[id]; ok {
			return v
		}
		args := make([]value[T], len(ops))
		for i, o := range ops {
			if args[i] = e.value(o); args[i].state == undefined {
				return bottom[T]()
			}
		}
		v := e.apply(s.Function(id), args)
		if e.memo != nil {
			e.memo[id] = v
		}
		return v
	case symbolic.If:
		switch e.truth(ops[0]) {
		case yes:
			return e.value(ops[1])
		case no:
			return e.value(ops[2])
		case without:
			return bottom[T]()
		}
		return value[T]{state: unclear, box: e.hull(e.value(ops[1]).box, e.value(ops[2]).box)}
	}
	panic("no values of a " + s.Kind(id).String())
}

// compare tells how two values are related: certain answers only.
func (e evaluation[T]) compare(rel symbolic.Rel, x, y value[T]) truth {
	if x.state == undefined || y.state == undefined {
		return without
	}
	if x.state == unclear || y.state == unclear {
		return cannotSay
	}
	is := func(b bool) truth {
		if b {
			return yes
		}
		return no
	}
	if x.exact && y.exact && x.p.Equal(y.p) {
		c := x.r.Cmp(y.r)
		return is([...]bool{c == 0, c != 0, c < 0, c <= 0}[rel])
	}
	switch {
	case e.less(x.box, y.box):
		return is(rel != symbolic.Equal)
	case e.less(y.box, x.box):
		return is(rel == symbolic.NotEqual)
	case e.equal(x.box, y.box):
		return is(rel == symbolic.Equal || rel == symbolic.LessEqual)
	case e.separated(x.box, y.box) && rel <= symbolic.NotEqual:
		return is(rel == symbolic.NotEqual)
	case e.lessEqual(x.box, y.box) && rel == symbolic.LessEqual:
		return yes
	}
	return cannotSay
}

// truth evaluates a condition from left to right.
func (e evaluation[T]) truth(id symbolic.ID) truth {
	ops := e.s.Operands(id)
	switch e.s.Kind(id) {
	case symbolic.Boolean:
		if id == symbolic.True {
			return yes
		}
		return no
	case symbolic.Relation:
		return e.compare(e.s.Rel(id), e.value(ops[0]), e.value(ops[1]))
	case symbolic.And, symbolic.Or:
		stop, answer := no, yes
		if e.s.Kind(id) == symbolic.Or {
			stop, answer = yes, no
		}
		for _, o := range ops {
			t := e.truth(o)
			if t == stop || t == without && answer != cannotSay {
				return t
			}
			if t != yes && t != no {
				answer = cannotSay
			}
		}
		return answer
	}
	panic("no truth of a " + e.s.Kind(id).String())
}

// guard evaluates a guard as it is answered: at every point at which its parts
// have values. Where one has none, nothing is known of the point.
func (e evaluation[T]) guard(id symbolic.ID) truth {
	answer := yes
	switch e.s.Kind(id) {
	case symbolic.And:
		for _, o := range e.s.Operands(id) {
			switch e.guard(o) {
			case no:
				return no
			case cannotSay:
				answer = cannotSay
			}
		}
		return answer
	case symbolic.Or:
		answer = no
		for _, o := range e.s.Operands(id) {
			switch e.guard(o) {
			case yes:
				return yes
			case cannotSay:
				answer = cannotSay
			}
		}
		return answer
	}
	if t := e.truth(id); t != without {
		return t
	}
	return yes
}

// apply applies a function of the table to arguments with values.
func (e evaluation[T]) apply(row *function.Row, args []value[T]) value[T] {
	if z, ok := e.exactCall(row, args); ok {
		for _, a := range args {
			z.state = min(z.state, a.state)
		}
		return z
	}
	boxes := make([]T, len(args))
	for i, a := range args {
		boxes[i] = a.box
	}
	if row.Variadic {
		z := args[0]
		f, _ := e.kernel(row.Name, 2)
		for _, a := range args[1:] {
			z = e.from(f([]T{z.box, a.box}), z, a)
		}
		return z
	}
	if f, ok := e.kernel(row.Name, len(args)); ok {
		return e.from(f(boxes), args...)
	}
	d := definitionOf(row)
	env := environment[T]{}
	for i, x := range d.params {
		env[x] = args[i]
	}
	in := evaluation[T]{e.arithmetic, d.s, env, nil}
	if d.domain != symbolic.True {
		switch in.truth(d.domain) {
		case no, without:
			return bottom[T]()
		case cannotSay:
			z := in.value(d.root)
			z.state = min(z.state, unclear)
			return z
		}
	}
	return in.value(d.root)
}

// A definition is a row's text in a store of its own.
type definition struct {
	s            *symbolic.Store
	root, domain symbolic.ID
	params       []symbolic.ID
}

var definitions sync.Map // *function.Row -> *definition

func definitionOf(row *function.Row) *definition {
	if d, ok := definitions.Load(row); ok {
		return d.(*definition)
	}
	c := read.NewScope(symbolic.NewStore(), read.Default())
	d := &definition{s: c.Store, domain: symbolic.True}
	for _, p := range row.Params {
		d.params = append(d.params, c.Store.Sym(p.Name))
	}
	f, err := c.Formula(row.Definition)
	if err != nil {
		panic(fmt.Errorf("definition of %s: %w", row.Name, err))
	}
	d.root = f.Expr.ID()
	if row.Domain != "" {
		cond, err := c.Condition(row.Domain)
		if err != nil {
			panic(err)
		}
		d.domain = cond.ID()
	}
	definitions.Store(row, d)
	return d
}

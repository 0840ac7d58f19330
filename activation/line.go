package activation

import (
	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/simplify"
	"github.com/symgrad/symgrad/symbolic"
)

// A line is the variable of a function with what is known about constants.
type line struct {
	scope  *read.Scope
	s      *symbolic.Store
	lib    *read.Library
	x      symbolic.ID
	facts  *assume.Facts
	values map[symbolic.ID]interval.Interval // of constants
	simple map[symbolic.ID]symbolic.ID       // simplified expressions
	known  map[symbolic.ID]symbolic.ID       // derivatives
}

func newLine(scope *read.Scope, x symbolic.ID) *line {
	return &line{scope: scope, s: scope.Store, lib: scope.Library, x: x, facts: assume.New(scope),
		values: map[symbolic.ID]interval.Interval{}, simple: map[symbolic.ID]symbolic.ID{}, known: map[symbolic.ID]symbolic.ID{}}
}

// constantBits is the precision of constants.
const constantBits = 160

// value encloses an expression without variables.
func (l *line) value(id symbolic.ID) (interval.Interval, error) {
	if v, ok := l.values[id]; ok {
		return v, nil
	}
	if free := l.s.FreeSymbols(id); len(free) > 0 {
		return interval.Interval{}, unsupported("it needs a number for %s", l.s.Name(free[0]))
	}
	v := certify.Compile(l.lib, l.s, id).Big(constantBits, nil)[0].Real
	if v.Decoration() < interval.Defined {
		return v, unsupported("a constant in it may have no value")
	}
	l.values[id] = v
	return v, nil
}

// constant is value in float64.
func (l *line) constant(id symbolic.ID) (interval.Float, error) {
	if l.s.Kind(id) == symbolic.Number {
		return interval.FromRatFloat(l.s.Number(id)), nil
	}
	v, err := l.value(id)
	return v.Float(), err
}

// compare returns how two constants compare: -1, 0 or 1; ok is false where that
// could not be decided. That they are equal, as max(1, pi) and pi are, may take rules.
func (l *line) compare(a, b symbolic.ID) (order int, ok bool) {
	if a == b {
		return 0, true
	}
	switch certify.Compile(l.lib, l.s, a, b).Compare(0, 1, certify.Point{}, certify.Options{MaxPrec: 2048}).Order {
	case certify.Less:
		return -1, true
	case certify.Equal:
		return 0, true
	case certify.Greater:
		return 1, true
	}
	d, err := l.simpler(l.s.Sub(a, b))
	return 0, err == nil && d == symbolic.Zero
}

// row returns a function of one argument that the table is known to have.
func (l *line) row(name string) *function.Row {
	row, err := l.lib.Table().Lookup(name, 1)
	if err != nil {
		panic(err)
	}
	return row
}

// put replaces the variable.
func (l *line) put(id, at symbolic.ID) symbolic.ID {
	return l.s.Substitute(id, map[symbolic.ID]symbolic.ID{l.x: at})
}

// simpler simplifies an expression that has a value wherever it is used.
func (l *line) simpler(id symbolic.ID) (symbolic.ID, error) {
	if l.s.Kind(id) == symbolic.Number {
		return id, nil
	}
	if z, ok := l.simple[id]; ok {
		return z, nil
	}
	z, err := simplify.Several(l.scope, l.s.Expr(symbolic.True), simplify.Options{}, l.s.Expr(id))
	if err != nil {
		return 0, err
	}
	l.simple[id] = z.Exprs[0].ID()
	return l.simple[id], nil
}

// derivative returns the simplified derivative of a smooth expression.
func (l *line) derivative(id symbolic.ID) (symbolic.ID, error) {
	if d, ok := l.known[id]; ok {
		return d, nil
	}
	z, err := diff.Derivative(read.Formula{Expr: l.s.Expr(id), Domain: l.s.Expr(symbolic.True)}, l.s.Expr(l.x), 1, diff.Options{Library: l.lib})
	if err != nil {
		return 0, err
	}
	d, err := l.simpler(z.Partials[0].ID())
	l.known[id] = d
	return d, err
}

// root returns the square root of an expression.
func (l *line) root(id symbolic.ID) symbolic.ID { return l.s.Pow(id, l.s.Num(rational.New(1, 2))) }

// Package evaluate computes expressions at points, for tests and for package
// gradcheck: in float64 by the kernels of the function table, and in complex and
// hyperdual numbers, of which the small parts are derivatives that no code of
// package diff has touched.
//
// Evaluation follows the semantics of formulas: an expression is a partial
// function, and if, and, or evaluate only what is reached.
package evaluate

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

// The reasons why there is no value; errors wrap one of them.
var (
	ErrUndefined   = errors.New("undefined")                  // the value does not exist
	ErrOverflow    = errors.New("beyond the range of floats") // it exists and is no float
	ErrUncertain   = errors.New("uncertain")                  // a relation is within the margin of rounding errors
	ErrUnsupported = errors.New("unsupported")                // these numbers do not have the function
	ErrUnbound     = errors.New("without a value")            // a variable has no value at the point
)

// An Arithmetic computes with one kind of numbers.
type Arithmetic[T any] interface {
	Number(x rational.Rat) T
	Pi() T
	// Real is the number as a real: what relations compare and domains restrict.
	Real(x T) float64
	Add(x, y T) T
	Mul(x, y T) T
	// Power is x^y where Real(x)^Real(y) is defined.
	Power(x, y T) (T, error)
	// Call applies a function of the table inside its domain. It returns
	// false for functions that are to be evaluated by their definition.
	Call(row *function.Row, args []T) (T, bool, error)
}

// A Point gives values to the free symbols of an expression.
type Point[T any] struct {
	Values map[string]T // "x", and "W[1][2]" for entries of arrays
	// Functions are what unspecified functions stand for: the partial
	// derivative of the given orders.
	Functions map[string]func(orders []int, args []T) T
}

// An Evaluator evaluates with one kind of numbers. It remembers definitions
// that it has read, so that one evaluator for many points is faster than one
// for each; it is not safe for concurrent use.
type Evaluator[T any] struct {
	Arithmetic Arithmetic[T]
	// Margin is the relative distance of the sides of a relation below which
	// it is uncertain, unless the sides are equal; 0 trusts all relations.
	Margin float64
	// Limit is the magnitude beyond which values count as overflow; 0 is
	// that of floats. Among large intermediate values small changes of the
	// variables are lost, and differences mean nothing.
	Limit float64

	definitions map[*function.Row]definition
}

// New returns an evaluator without a margin.
func New[T any](a Arithmetic[T]) *Evaluator[T] {
	return &Evaluator[T]{Arithmetic: a, definitions: map[*function.Row]definition{}}
}

// Value evaluates a real expression.
func (e *Evaluator[T]) Value(x symbolic.Expr, p Point[T]) (T, error) {
	r := e.newRun(x.Store(), p)
	z, err := r.eval(x.ID())
	return z.number, err
}

// Holds evaluates a condition.
func (e *Evaluator[T]) Holds(cond symbolic.Expr, p Point[T]) (bool, error) {
	r := e.newRun(cond.Store(), p)
	z, err := r.eval(cond.ID())
	return z.truth, err
}

// Float evaluates a real expression in float64.
func Float(x symbolic.Expr, values map[string]float64) (float64, error) {
	return New(Floats{}).Value(x, Point[float64]{Values: values})
}

// Holds evaluates a condition in float64.
func Holds(cond symbolic.Expr, values map[string]float64) (bool, error) {
	return New(Floats{}).Holds(cond, Point[float64]{Values: values})
}

// value is a number or a truth value.
type value[T any] struct {
	number T
	truth  bool
}

// A run evaluates the nodes of one store at one point. Bodies of sums and
// derivatives have runs of their own, in which the dummy has a value; runs
// nest as deep as binders do.
type run[T any] struct {
	e       *Evaluator[T]
	s       *symbolic.Store
	p       Point[T]
	dummies map[symbolic.ID]T
	orders  map[symbolic.ID]int // variables of derivatives around an unspecified function
	memo    map[symbolic.ID]value[T]
}

func (e *Evaluator[T]) newRun(s *symbolic.Store, p Point[T]) *run[T] {
	return &run[T]{e: e, s: s, p: p, memo: map[symbolic.ID]value[T]{}}
}

// with returns a run in which a dummy has a value.
func (r *run[T]) with(dummy symbolic.ID, x T) *run[T] {
	in := &run[T]{e: r.e, s: r.s, p: r.p, dummies: map[symbolic.ID]T{}, orders: map[symbolic.ID]int{}, memo: map[symbolic.ID]value[T]{}}
	for k, v := range r.dummies {
		in.dummies[k] = v
	}
	for k, v := range r.orders {
		in.orders[k] = v
	}
	in.dummies[dummy] = x
	delete(in.orders, dummy)
	return in
}

// eval evaluates a node with a stack of its own: formulas may be nested deep.
func (r *run[T]) eval(root symbolic.ID) (value[T], error) {
	stack := []symbolic.ID{root}
	for len(stack) > 0 {
		id := stack[len(stack)-1]
		if _, done := r.memo[id]; done {
			stack = stack[:len(stack)-1]
			continue
		}
		missing := len(stack)
		stack = r.needs(stack, id)
		if len(stack) > missing {
			continue
		}
		z, err := r.node(id)
		if err != nil {
			return value[T]{}, err
		}
		r.memo[id] = z
		stack = stack[:len(stack)-1]
	}
	return r.memo[root], nil
}

// needs pushes the operands of a node that have to be evaluated next.
func (r *run[T]) needs(stack []symbolic.ID, id symbolic.ID) []symbolic.ID {
	ops := r.s.Operands(id)
	switch r.s.Kind(id) {
	case symbolic.If:
		cond, ok := r.memo[ops[0]]
		switch {
		case !ok:
			return append(stack, ops[0])
		case cond.truth:
			ops = ops[1:2]
		default:
			ops = ops[2:3]
		}
	case symbolic.And, symbolic.Or:
		stops := r.s.Kind(id) == symbolic.Or
		for _, o := range ops {
			z, ok := r.memo[o]
			if !ok {
				return append(stack, o)
			}
			if z.truth == stops {
				return stack
			}
		}
		return stack
	case symbolic.SumOver, symbolic.ProductOver:
		ops = ops[1:3]
	case symbolic.Derivative:
		ops = ops[3:4]
	case symbolic.Index:
		ops = ops[1:]
	}
	for i := len(ops) - 1; i >= 0; i-- {
		if _, ok := r.memo[ops[i]]; !ok {
			stack = append(stack, ops[i])
		}
	}
	return stack
}

func (r *run[T]) number(id symbolic.ID) T { return r.memo[id].number }

// node evaluates a node of which the operands that are reached have values.
func (r *run[T]) node(id symbolic.ID) (z value[T], err error) {
	s, a := r.s, r.e.Arithmetic
	ops := s.Operands(id)
	switch s.Kind(id) {
	case symbolic.Number:
		z.number = a.Number(s.Number(id))
	case symbolic.Constant:
		z.number = a.Pi()
	case symbolic.Boolean:
		z.truth = id == symbolic.True
	case symbolic.Symbol:
		z.number, err = r.symbol(id)
	case symbolic.Sum:
		z.number = r.number(ops[0])
		for i := 1; i < len(ops); i += 2 {
			z.number = a.Add(z.number, a.Mul(r.number(ops[i+1]), r.number(ops[i])))
		}
	case symbolic.Product:
		z.number = r.number(ops[0])
		for i := 1; i < len(ops) && err == nil; i += 2 {
			var factor T
			if factor, err = r.power(r.number(ops[i]), r.number(ops[i+1])); err == nil {
				err = finite(a.Real(factor)) // 0·∞ is not undefined
			}
			z.number = a.Mul(z.number, factor)
		}
	case symbolic.Power:
		z.number, err = r.power(r.number(ops[0]), r.number(ops[1]))
	case symbolic.Apply:
		z.number, err = r.apply(id, ops)
	case symbolic.If:
		taken := ops[2]
		if r.memo[ops[0]].truth {
			taken = ops[1]
		}
		z.number = r.number(taken)
	case symbolic.Relation:
		z.truth, err = r.relation(id, ops)
	case symbolic.And, symbolic.Or:
		z.truth = s.Kind(id) == symbolic.And
		for _, o := range ops {
			if r.memo[o].truth != z.truth {
				z.truth = !z.truth
				break
			}
		}
	case symbolic.Index:
		z.number, err = r.entry(ops)
	case symbolic.SumOver, symbolic.ProductOver:
		z.number, err = r.over(id, ops)
	case symbolic.Derivative:
		z.number, err = r.derivative(ops)
	}
	if err == nil && !s.IsCondition(id) {
		x := a.Real(z.number)
		if err = finite(x); err == nil && r.e.Limit > 0 && math.Abs(x) > r.e.Limit {
			err = ErrOverflow
		}
	}
	return z, err
}

// finite is the error of a result that is no float.
func finite(x float64) error {
	switch {
	case math.IsNaN(x):
		return ErrUndefined
	case math.IsInf(x, 0):
		return ErrOverflow
	}
	return nil
}

func (r *run[T]) symbol(id symbolic.ID) (T, error) {
	if x, ok := r.dummies[id]; ok {
		return x, nil
	}
	x, ok := r.p.Values[r.s.Name(id)]
	if !ok {
		return x, fmt.Errorf("%w: %s", ErrUnbound, r.s.Name(id))
	}
	return x, nil
}

func (r *run[T]) entry(ops []symbolic.ID) (z T, err error) {
	var b strings.Builder
	b.WriteString(r.s.Name(ops[0]))
	for _, o := range ops[1:] {
		k := r.e.Arithmetic.Real(r.number(o))
		if k < 1 || k != math.Floor(k) {
			return z, fmt.Errorf("%w: subscript %v of %s", ErrUndefined, k, r.s.Name(ops[0]))
		}
		fmt.Fprintf(&b, "[%d]", int(k))
	}
	z, ok := r.p.Values[b.String()]
	if !ok {
		return z, fmt.Errorf("%w: %s", ErrUnbound, b.String())
	}
	return z, nil
}

func (r *run[T]) relation(id symbolic.ID, ops []symbolic.ID) (bool, error) {
	a := r.e.Arithmetic
	x, y := a.Real(r.number(ops[0])), a.Real(r.number(ops[1]))
	if d := math.Abs(x - y); d != 0 && d <= r.e.Margin*max(1, math.Abs(x), math.Abs(y)) {
		return false, fmt.Errorf("%w: %v against %v", ErrUncertain, x, y)
	}
	switch r.s.Rel(id) {
	case symbolic.Equal:
		return x == y, nil
	case symbolic.NotEqual:
		return x != y, nil
	case symbolic.Less:
		return x < y, nil
	}
	return x <= y, nil
}

// power refuses what has no value.
func (r *run[T]) power(x, y T) (z T, err error) {
	a := r.e.Arithmetic
	if u, v := a.Real(x), a.Real(y); !powerDefined(u, v) {
		return z, fmt.Errorf("%w: (%v)^(%v)", ErrUndefined, u, v)
	}
	return a.Power(x, y)
}

// powerDefined: x^y exists for integers y unless it divides by 0, for x > 0,
// and for x = 0 with y > 0.
func powerDefined(x, y float64) bool {
	return x > 0 || x == 0 && y >= 0 || x < 0 && y == math.Floor(y)
}

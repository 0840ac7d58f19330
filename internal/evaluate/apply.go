package evaluate

import (
	"fmt"
	"math"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// maxTerms bounds the terms of one sum: more is no test.
const maxTerms = 1 << 20

// apply applies a function. Where the table's kernel has no value, there is
// none in any kind of number.
func (r *run[T]) apply(id symbolic.ID, ops []symbolic.ID) (z T, err error) {
	args := make([]T, len(ops))
	for i, o := range ops {
		args[i] = r.number(o)
	}
	row := r.s.Function(id)
	if row == nil {
		return r.unspecified(r.s.Name(id), ops, args)
	}
	return r.e.call(row, args)
}

func (e *Evaluator[T]) call(row *function.Row, args []T) (z T, err error) {
	a := e.Arithmetic
	reals := make([]float64, len(args))
	for i, x := range args {
		reals[i] = a.Real(x)
	}
	if e.Margin > 0 && nearStep(row, reals, e.Margin) {
		return z, fmt.Errorf("%w: %s%v", ErrUncertain, row.Name, reals)
	}
	if err := finite(row.Float(reals)); err != nil {
		return z, fmt.Errorf("%w: %s%v", err, row.Name, reals)
	}
	z, known, err := a.Call(row, args)
	if known || err != nil {
		return z, err
	}
	if row.Variadic {
		return e.fold(row, args, reals), nil
	}
	if row.Definition == "" {
		return z, fmt.Errorf("%w: %s", ErrUnsupported, row.Name)
	}
	d := e.definition(row)
	p := Point[T]{Values: map[string]T{}}
	for i, param := range row.Params {
		p.Values[param.Name] = args[i]
	}
	return e.Value(d.expr, p)
}

// fold is max or min: the argument with the value of the whole.
func (e *Evaluator[T]) fold(row *function.Row, args []T, reals []float64) T {
	best := row.Float(reals)
	for i, x := range reals {
		if x == best {
			return args[i]
		}
	}
	panic("evaluate: " + row.Name + " is none of its arguments")
}

// nearStep tells whether the argument of a function that jumps between
// integers is near a jump and not on it.
func nearStep(row *function.Row, args []float64, margin float64) bool {
	u := args[0]
	switch row.Name {
	case "floor", "ceil":
		d := math.Abs(u - math.Round(u))
		return d != 0 && d <= margin*max(1, math.Abs(u))
	case "sign", "step":
		return u != 0 && math.Abs(u) <= margin
	}
	return false
}

type definition struct{ expr symbolic.Expr }

// definition reads the definition of a row into a store of its own.
func (e *Evaluator[T]) definition(row *function.Row) definition {
	d, ok := e.definitions[row]
	if !ok {
		f, err := read.NewScope(symbolic.NewStore(), read.Default()).Formula(row.Definition)
		if err != nil {
			panic(fmt.Sprintf("evaluate: definition of %s: %v", row.Name, err))
		}
		d = definition{f.Expr}
		e.definitions[row] = d
	}
	return d
}

// over is a sum or product over the integers from lower to upper.
func (r *run[T]) over(id symbolic.ID, ops []symbolic.ID) (z T, err error) {
	a := r.e.Arithmetic
	lower, upper := a.Real(r.number(ops[1])), a.Real(r.number(ops[2]))
	if lower != math.Floor(lower) || upper != math.Floor(upper) {
		return z, fmt.Errorf("%w: bounds %v and %v", ErrUndefined, lower, upper)
	}
	if upper-lower > maxTerms {
		return z, fmt.Errorf("%w: %v terms", ErrUnsupported, upper-lower)
	}
	product := r.s.Kind(id) == symbolic.ProductOver
	if product {
		z = a.Number(rational.One)
	} else {
		z = a.Number(rational.Rat{})
	}
	for k := lower; k <= upper; k++ {
		in := r.with(ops[0], a.Number(rational.Int(int64(k))))
		x, err := in.eval(ops[3])
		if err != nil {
			return z, err
		}
		if product {
			z = a.Mul(z, x.number)
		} else {
			z = a.Add(z, x.number)
		}
	}
	return z, nil
}

// derivative evaluates derivatives of unspecified functions: the variable is
// one of the function's arguments.
func (r *run[T]) derivative(ops []symbolic.ID) (z T, err error) {
	body, variable := ops[0], ops[1]
	order, ok := int64(0), r.s.Kind(ops[2]) == symbolic.Number
	if ok {
		order, ok = r.s.Number(ops[2]).Int64()
	}
	for x := range r.orders {
		ok = ok && !r.s.Depends(ops[3], x)
	}
	inner := r.s.Kind(body) == symbolic.Derivative || r.s.Kind(body) == symbolic.Apply && r.s.Function(body) == nil
	if !ok || !inner {
		return z, fmt.Errorf("%w: a derivative that was not carried out", ErrUnsupported)
	}
	in := r.with(variable, r.number(ops[3]))
	in.orders[variable] = int(order)
	x, err := in.eval(body)
	return x.number, err
}

func (r *run[T]) unspecified(name string, ops []symbolic.ID, args []T) (z T, err error) {
	f, ok := r.p.Functions[name]
	if !ok {
		return z, fmt.Errorf("%w: function %s", ErrUnbound, name)
	}
	orders := make([]int, len(args))
	for x, n := range r.orders {
		for i, o := range ops {
			if o == x {
				orders[i], n = n, 0
			} else if r.s.Depends(o, x) {
				return z, fmt.Errorf("%w: a derivative of %s by a part of an argument", ErrUnsupported, name)
			}
		}
	}
	return f(orders, args), nil
}

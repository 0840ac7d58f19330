// Package optimise gives formulas to the optimisers of gonum: functions with exact
// gradients and Hessians instead of finite differences.
//
// An *objective* is a sum over data,
//
//	F(w) = Σ_k f(w, row k)
//
// of a formula f in *weights* w, which are sought, and *features*, which have a value in
// each row. Gonum *minimises* it. It is a leaf: nothing else of the program knows gonum.
package optimise

import (
	"fmt"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"

	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/symbolic"
)

// Data are the values of variables that are not sought.
type Data struct {
	// Features are symbols or entries such as x[1].
	Features []symbolic.Expr
	// Rows have a value for each feature. The objective is the sum over them.
	Rows [][]float64
}

// A DataError says that a row has not one value for each feature.
type DataError struct{ Row, Got, Want int }

func (e *DataError) Error() string {
	return fmt.Sprintf("row %d of the data has %d values, want %d", e.Row, e.Got, e.Want)
}

// Problem returns the problem of minimising a formula in the weights, with
//
//	Func  F(w)
//	Grad  ∂F/∂w[i]
//	Hess  ∂²F/∂w[i]∂w[j], where the functions of the formula have second derivatives
//
// by reverse mode on the compiled formula. Without rows of data the objective is the
// formula itself. The problem is safe for concurrent use if the data do not change.
//
// Where F has no value it is NaN, and so are its derivatives; the optimisers end with an
// error or step back then. At a kink the derivatives are those of the function table.
//
// Errors: a *[DataError] for a row of another length, and those of numeric.Compile: a
// variable that is neither weight nor feature, functions about which nothing is known.
// The cost of each call is a small multiple of that of the value, and for Hess of n
// weights of n values, for each row.
func Problem(f symbolic.Expr, weights []symbolic.Expr, data Data) (optimize.Problem, error) {
	for k, row := range data.Rows {
		if len(row) != len(data.Features) {
			return optimize.Problem{}, &DataError{k, len(row), len(data.Features)}
		}
	}
	vars := append(append([]symbolic.Expr{}, weights...), data.Features...)
	value, err := numeric.Compile(vars, f)
	if err != nil {
		return optimize.Problem{}, err
	}
	wrt := make([]int, len(weights))
	for i := range wrt {
		wrt[i] = i
	}
	gradient, err := value.Gradient(wrt...)
	if err != nil {
		return optimize.Problem{}, err
	}
	o := &objective{value: value, gradient: gradient, weights: len(weights), rows: data.Rows}
	if len(data.Features) == 0 && len(data.Rows) == 0 {
		o.rows = [][]float64{nil}
	}
	p := optimize.Problem{Func: o.sum, Grad: o.gradientSum}
	if o.hessian, err = value.Hessian(wrt...); err == nil {
		p.Hess = o.hessianSum
	}
	return p, nil
}

// An objective is the sum of a program over rows.
type objective struct {
	value    *numeric.Program
	gradient *numeric.Program
	hessian  *numeric.Hessian
	weights  int
	rows     [][]float64
}

// each calls a function with the inputs for each row.
func (o *objective) each(w []float64, f func(x []float64)) {
	if len(w) != o.weights {
		panic(fmt.Sprintf("optimise: %d weights, want %d", len(w), o.weights))
	}
	x := make([]float64, o.value.Inputs())
	copy(x, w)
	for _, row := range o.rows {
		copy(x[len(w):], row)
		f(x)
	}
}

// evaluated takes the error of an evaluation, which says that a length is not that of the
// program: each has it by construction.
func evaluated(err error) {
	if err != nil {
		panic(err)
	}
}

func (o *objective) sum(w []float64) (total float64) {
	z := make([]float64, 1)
	o.each(w, func(x []float64) {
		evaluated(o.value.Eval(z, x))
		total += z[0]
	})
	return total
}

func (o *objective) gradientSum(grad, w []float64) {
	clear(grad)
	z := make([]float64, 1+len(w))
	o.each(w, func(x []float64) {
		evaluated(o.gradient.Eval(z, x))
		for i := range grad {
			grad[i] += z[1+i]
		}
	})
}

func (o *objective) hessianSum(hess *mat.SymDense, w []float64) {
	n := len(w)
	g, h, total := make([]float64, n), make([]float64, n*n), make([]float64, n*n)
	o.each(w, func(x []float64) {
		_, err := o.hessian.Eval(g, h, x)
		evaluated(err)
		for i, v := range h {
			total[i] += v
		}
	})
	for i := range n {
		for j := i; j < n; j++ {
			hess.SetSym(i, j, total[i*n+j])
		}
	}
}

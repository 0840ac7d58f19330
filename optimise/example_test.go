package optimise_test

import (
	"fmt"

	"gonum.org/v1/gonum/optimize"

	"github.com/symgrad/symgrad/optimise"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// variables are symbols of a store.
func variables(s *symbolic.Store, names ...string) (list []symbolic.Expr) {
	for _, n := range names {
		list = append(list, s.Symbol(n))
	}
	return list
}

// Hours of study and whether the exam was passed: the loss of logistic regression, by
// Newton's method with the exact Hessian and by BFGS with the exact gradient.
func ExampleProblem() {
	s := symbolic.NewStore()
	loss, err := read.NewScope(s, read.Default()).Formula("log(1+exp(w*x+b)) - z*(w*x+b)")
	if err != nil {
		fmt.Println(err)
		return
	}
	data := optimise.Data{Features: variables(s, "x", "z"), Rows: [][]float64{
		{0.5, 0}, {0.75, 0}, {1, 0}, {1.25, 0}, {1.5, 0}, {1.75, 0}, {1.75, 1}, {2, 0}, {2.25, 1}, {2.5, 0},
		{2.75, 1}, {3, 0}, {3.25, 1}, {3.5, 0}, {4, 1}, {4.25, 1}, {4.5, 1}, {4.75, 1}, {5, 1}, {5.5, 1},
	}}
	p, err := optimise.Problem(loss.Expr, variables(s, "w", "b"), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, method := range []optimize.Method{&optimize.Newton{}, &optimize.BFGS{}} {
		r, err := optimize.Minimize(p, []float64{0, 0}, &optimize.Settings{GradientThreshold: 1e-9}, method)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%-15T w = %.4f, b = %.4f, loss %.4f\n", method, r.X[0], r.X[1], r.F)
	}
	// Output:
	// *optimize.Newton w = 1.5046, b = -4.0777, loss 8.0299
	// *optimize.BFGS  w = 1.5046, b = -4.0777, loss 8.0299
}

// A sigmoid neuron is fitted to the points of a curve that it can reach.
func ExampleProblem_neuron() {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	loss, err := scope.Formula("1/2*(sigmoid(w*x+b)-z)^2")
	if err != nil {
		fmt.Println(err)
		return
	}
	data := optimise.Data{Features: variables(s, "x", "z"), Rows: [][]float64{
		{-2, 0.0024726231566347743}, {-1, 0.01798620996209156}, {0, 0.11920292202211755}, {1, 0.5}, {2, 0.8807970779778823}, {3, 0.9820137900379085},
	}}
	p, err := optimise.Problem(loss.Expr, variables(s, "w", "b"), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := optimize.Minimize(p, []float64{0, 0}, &optimize.Settings{GradientThreshold: 1e-12}, &optimize.BFGS{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("w = %.5f, b = %.5f\n", r.X[0], r.X[1])
	// Output: w = 2.00000, b = -2.00000
}

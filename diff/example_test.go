package diff_test

import (
	"fmt"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// text writes a short expression.
func text(e symbolic.Expr) string {
	s, err := present.Text(e)
	if err != nil {
		return err.Error()
	}
	return s
}

// show prints expressions, one a line.
func show(list ...symbolic.Expr) {
	for _, e := range list {
		fmt.Println(text(e))
	}
}

func ExampleGradient() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("log(x)/y")
	if err != nil {
		fmt.Println(err)
		return
	}
	x, y := scope.Store.Symbol("x"), scope.Store.Symbol("y")
	g, err := diff.Gradient(f, []symbolic.Expr{x, y}, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, partial := range g.Partials {
		fmt.Println(present.LaTeX(partial))
	}
	fmt.Println(present.Text(assume.New(scope).Reduce(g.Conditions)))
	// Output:
	// \frac{1}{x y} <nil>
	// -\frac{\log(x)}{y^{2}} <nil>
	// x > 0 and y != 0 <nil>
}

// With definitions the derivative goes through them; the derivative by a
// defined name is its adjoint.
func ExampleGradient_definitions() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	for _, text := range []string{"v = w*x+b", "y = sigmoid(v)"} {
		if err := scope.Let(text); err != nil {
			fmt.Println(err)
			return
		}
	}
	f, err := scope.Formula("1/2*(y-z)^2")
	if err != nil {
		fmt.Println(err)
		return
	}
	wrt := []symbolic.Expr{scope.Store.Symbol("w"), scope.Store.Symbol("y")}
	g, err := diff.Gradient(f, wrt, diff.Options{Definitions: scope.Definitions})
	if err != nil {
		fmt.Println(err)
		return
	}
	show(g.Partials...)
	// Output:
	// x*y*(y-z)*(1-y)
	// y-z
}

func ExampleDerivative() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("x^2*exp(x)")
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := diff.Derivative(f, scope.Store.Symbol("x"), 2, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	show(d.Partials...)
	// Output: x^2*exp(x)+4*x*exp(x)+2*exp(x)
}

func ExampleJacobian() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formulas("[r*cos(t), r*sin(t)]")
	if err != nil {
		fmt.Println(err)
		return
	}
	wrt := []symbolic.Expr{scope.Store.Symbol("r"), scope.Store.Symbol("t")}
	j, err := diff.Jacobian(f, wrt, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range j.Rows {
		show(row...)
	}
	// Output:
	// cos(t)
	// -r*sin(t)
	// sin(t)
	// r*cos(t)
}

func ExampleHessian() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("x^2*y+y^3")
	if err != nil {
		fmt.Println(err)
		return
	}
	wrt := []symbolic.Expr{scope.Store.Symbol("x"), scope.Store.Symbol("y")}
	h, err := diff.Hessian(f, wrt, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range h.Rows {
		show(row...)
	}
	// Output:
	// 2*y
	// 2*x
	// 2*x
	// 6*y
}

func ExampleDirectional() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("x^2*y")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := scope.Store
	d, err := diff.Directional(f,
		[]symbolic.Expr{s.Symbol("x"), s.Symbol("y")},
		[]symbolic.Expr{s.Symbol("p"), s.Symbol("q")}, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	show(d.Partials...)
	// Output: x^2*q+2*x*y*p
}

// The links of the chain rule, each with the rules that it needs.
func ExampleExplain() {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula("sin(x^2)")
	if err != nil {
		fmt.Println(err)
		return
	}
	steps, err := diff.Explain(f, []symbolic.Expr{scope.Store.Symbol("x")}, diff.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range steps.Definitions {
		fmt.Println(text(q.Name), "=", text(q.Body))
	}
	for _, l := range steps.Locals {
		fmt.Printf("d%s/d%s = %s %q\n", text(l.Of), text(l.By), text(l.Value), l.Rules)
	}
	show(steps.Partials...)
	// Output:
	// u1 = x^2
	// f = sin(u1)
	// df/du1 = cos(u1) ["derivative of sin"]
	// du1/dx = 2*x ["power rule"]
	// 2*x*cos(x^2)
}

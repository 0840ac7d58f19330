package numeric_test

import (
	"context"
	"fmt"

	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// program compiles formulas of the variables x and y.
func program(texts ...string) *numeric.Program {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	var exprs []symbolic.Expr
	for _, text := range texts {
		f, err := scope.Formula(text)
		if err != nil {
			panic(err)
		}
		exprs = append(exprs, f.Expr)
	}
	p, err := numeric.Compile([]symbolic.Expr{s.Symbol("x"), s.Symbol("y")}, exprs...)
	if err != nil {
		panic(err)
	}
	return p
}

// must is for examples, in which nothing fails.
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

func run(p *numeric.Program, x ...float64) []float64 {
	z := make([]float64, p.Outputs())
	if err := p.Eval(z, x); err != nil {
		panic(err)
	}
	return z
}

// Several formulas are one program, in which equal parts are computed once. A
// condition is 1 or 0.
func ExampleCompile() {
	s := symbolic.NewStore()
	scope := read.NewScope(s, read.Default())
	f, _ := scope.Formula("sigmoid(w*x)*(1-sigmoid(w*x))")
	domain, _ := scope.Condition("w*x != 0")
	p, err := numeric.Compile([]symbolic.Expr{s.Symbol("w"), s.Symbol("x")}, f.Expr, domain)
	if err != nil {
		panic(err)
	}
	fmt.Println(p.Inputs(), p.Outputs(), run(p, 2, 0))
	// Output: 2 2 [0.25 0]
}

// What has no value is NaN, unless it is not reached.
func ExampleProgram_Eval() {
	p := program("log(x)/y", "if(x > 0, log(x), y)", "log(1+exp(x))")
	z := make([]float64, 3)
	for _, x := range [][]float64{{1, 2}, {-1, 2}, {800, 1}} {
		if err := p.Eval(z, x); err != nil {
			panic(err)
		}
		fmt.Println(z)
	}
	fmt.Println(p.Eval(z, []float64{1}))
	// Output:
	// [0 0 1.3132616875182228]
	// [NaN 2 0.31326168751822286]
	// [6.684611727667927 6.684611727667927 800]
	// 1 inputs, want 2
}

func ExampleProgram_EvalBatch() {
	p := program("x*y", "x-y")
	x := [][]float64{{1, 2, 3}, {4, 5, 6}} // a column for each input
	z := [][]float64{make([]float64, 3), make([]float64, 3)}
	if err := p.EvalBatch(context.Background(), z, x, numeric.BatchOptions{Workers: 2}); err != nil {
		panic(err)
	}
	fmt.Println(z)
	// Output: [[4 10 18] [-3 -3 -3]]
}

// The value, and its derivatives by x and y.
func ExampleProgram_Gradient() {
	p := must(program("x^2*y").Gradient())
	fmt.Println(run(p, 3, 2))
	p = must(program("x^2*y").Gradient(1)) // by y alone
	fmt.Println(run(p, 3, 2))
	// Output:
	// [18 12 9]
	// [18 9]
}

// Two values, then the rows of the matrix.
func ExampleProgram_Jacobian() {
	p := must(program("x*y", "x+y^2").Jacobian())
	fmt.Println(run(p, 3, 2))
	// Output: [6 7 2 3 1 4]
}

// The derivatives of 10·xy + (x+y²) without the matrix.
func ExampleProgram_Pullback() {
	p := must(program("x*y", "x+y^2").Pullback())
	fmt.Println(run(p, 3, 2, 10, 1))
	// Output: [6 7 21 34]
}

// How the values change in the direction (1, -1).
func ExampleProgram_Pushforward() {
	p := must(program("x*y", "x+y^2").Pushforward())
	fmt.Println(run(p, 3, 2, 1, -1))
	// Output: [6 7 -1 -3]
}

func ExampleProgram_HessianVector() {
	p := must(program("x^2*y").HessianVector())
	fmt.Println(run(p, 3, 2, 1, 0)) // value, gradient, first column
	// Output: [18 12 9 4 6]
}

func ExampleProgram_Hessian() {
	h := must(program("x^2*y").Hessian())
	n := h.Size()
	gradient, hessian := make([]float64, n), make([]float64, n*n)
	fmt.Println(must(h.Eval(gradient, hessian, []float64{3, 2})), gradient, hessian)
	// Output: 18 [12 9] [4 6 6 0]
}

package activation_test

import (
	"fmt"

	"github.com/symgrad/symgrad/activation"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/present"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// analyse analyses a formula in x for sigma = 1/10.
func analyse(text string, depth int) activation.Report {
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		panic(err)
	}
	x, sigma := scope.Store.Symbol("x"), scope.Store.Expr(scope.Store.Div(scope.Store.Int(1), scope.Store.Int(10)))
	z, err := activation.Analyze(scope, f, x, activation.Options{Order: 5, Sigma: sigma, Depth: depth})
	if err != nil {
		panic(err)
	}
	return z
}

func text(e symbolic.Expr) string {
	s, err := present.Text(e)
	if err != nil {
		panic(err)
	}
	return s
}

func ExampleAnalyze() {
	for _, formula := range []string{"sigmoid(x)", "tanh(x)", "relu(x)"} {
		z := analyse(formula, 0)
		fmt.Println(formula, "is", z.Parity, "with the slope", text(z.SlopeRight.Expr), "at 0, at most", text(z.MaxSlope.Exact))
		fmt.Println("\tlinear:", z.Verdict.IsLinear(), "because", z.Verdict.Reason)
		fmt.Println("\tvariance:", activation.Digits(z.Moments[1].Within, 10))
	}
	// Output:
	// sigmoid(x) is odd about its value at 0 with the slope 1/4 at 0, at most 1/4
	// 	linear: false because affine with bias 1/2: s(x) = 1/2 + 1/4*x, and the bias goes through every layer
	// 	variance: 0.0006218969358...
	// tanh(x) is odd with the slope 1 at 0, at most 1
	// 	linear: true because s(x) = x + ..., and the first term left out, -1/3*x^3, is small against it for small inputs
	// 	variance: 0.009805468755...
	// relu(x) is neither with the slope 1 at 0, at most 1
	// 	linear: false because piecewise linear with different slopes 0 (x < 0) and 1 (x > 0): a kink, however small the inputs are
	// 	variance: 0.003408450569...
}

// An infimum that is no simple constant is enclosed.
func ExampleExtreme_IsExact() {
	z := analyse("silu(x)", 0)
	fmt.Println(z.Range.Low.IsExact(), activation.Digits(z.Range.Low.Within, 11), z.Range.High.Infinity)
	z = analyse("hardswish(x)", 0)
	fmt.Println(z.Range.Low.IsExact(), text(z.Range.Low.Exact))
	// Output:
	// false -0.27846454276... 1
	// true -3/8
}

// The cubic term grows with the depth.
func ExampleReport_Number() {
	z := analyse("tanh(x)", 3)
	for _, l := range z.Depth {
		cubic := l.Right.Coefs[3]
		x, ok := z.Number(cubic)
		fmt.Println(l.Depth, text(cubic), activation.Digits(x, 5), ok)
	}
	// Output:
	// 1 -1/3 -0.33333... true
	// 2 -2/3 -0.66666... true
	// 3 -1 -1 true
}

func ExampleReport_Picture() {
	z := analyse("tanh(x)", 0)
	p, ok := z.Picture()
	fmt.Println(ok, len(p.X), p.X[0], p.X[len(p.X)-1])
	for _, s := range p.Series {
		fmt.Println(s.Name)
	}
	// Output:
	// true 321 -4 4
	// order 1
	// order 3
	// order 5
}

func ExampleVerdict_IsLinear() {
	fmt.Println(analyse("elu(x)", 0).Verdict.IsLinear(), analyse("selu(x)", 0).Verdict.IsLinear())
	// Output: true false
}

func ExampleDigits() {
	fmt.Println(activation.Digits(interval.NewFloat(3.14159, 3.14160), 10))
	fmt.Println(activation.Digits(interval.NewFloat(-0.01, 0.02), 10))
	// Output:
	// 3.1415...
	// [-0.011, 0.021]
}

func ExampleBracket() {
	fmt.Println(activation.Bracket(interval.NewFloat(0.33333, 0.33334)))
	// Output: [0.333330, 0.333341]
}

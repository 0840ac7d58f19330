package activation

import (
	"testing"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// names are the activation functions of the table.
var names = []string{"sigmoid", "logsigmoid", "softplus", "tanh", "relu", "leaky_relu", "elu", "selu", "celu", "gelu", "gelu_tanh",
	"silu", "mish", "softsign", "tanhshrink", "softshrink", "hardshrink", "hardtanh", "hardsigmoid", "hardswish", "relu6"}

// formulas are others, with kinks, jumps, and several kinds of growth.
var formulas = []string{"x", "x^2", "x^3+x+2", "abs(x)", "x+abs(x)", "step(x)", "sign(x)", "exp(x)", "x*exp(x)", "x*exp(-x)", "exp(-x^2)",
	"exp(x^2)", "1/(1+x^2)", "x/(1+x^2)", "atan(x)", "asinh(x)", "erf(x)", "sin(x)", "cos(x)", "sqrt(1+x^2)", "tanh(x)^2", "relu(x^2-1)",
	"relu(x)^2", "log(1+exp(x))", "max(x, 2*x-1)", "if(x < -1/3, x+1, if(x < sqrt(2), x^2, 2))", "elu(x, 2)", "leaky_relu(x, 1/5)",
	"if(x>0, 1.0507*x, 1.75814*(exp(x)-1))", "x*sigmoid(2*x)", "hardtanh(x)*x", "abs(abs(x)-1)", "min(exp(x), 1)", "max(tanh(x), 0)", "sqrt(x^2)", "sqrt((x-1)^2)+x/2"}

func scopeOf(t testing.TB, text string) (*read.Scope, read.Formula, symbolic.Expr) {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	x, err := scope.Formula("x")
	if err != nil {
		t.Fatal(err)
	}
	return scope, f, x.Expr
}

// An analysed report is kept for other tests, with its scope.
type analysed struct {
	z     Report
	scope *read.Scope
}

var reports = map[string]analysed{}

// report analyses a formula in x for sigma, to the order 5.
func report(t *testing.T, text, sigma string) (Report, *read.Scope) {
	t.Helper()
	key := sigma + " " + text
	r, ok := reports[key]
	if !ok {
		r.z, r.scope = analyse(t, text, sigma, Options{})
		reports[key] = r
	}
	return r.z, r.scope
}

// analyse analyses a formula in x, with numbers for sigma if it is given.
func analyse(t testing.TB, text, sigma string, o Options) (Report, *read.Scope) {
	t.Helper()
	scope, f, x := scopeOf(t, text)
	if sigma != "" {
		s, err := scope.Formula(sigma)
		if err != nil {
			t.Fatal(err)
		}
		o.Sigma = s.Expr
	}
	if o.Order == 0 {
		o.Order = 5
	}
	z, err := Analyze(scope, f, x, o)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return z, scope
}

// bounds are what an extreme says for certain, lower and upper.
func bounds(e Extreme) (lower, upper float64) {
	if e.Infinity != 0 {
		return inf * float64(e.Infinity), inf * float64(e.Infinity)
	}
	return e.Within.Lower(), e.Within.Upper()
}

func point(x float64) interval.Float { return interval.FloatPoint(x) }

package protocol

import (
	"strings"
	"testing"
)

// Derivatives in formulas with definitions, and of defined functions at points.
func TestDerivativesOfDefinitions(t *testing.T) {
	net := []string{"v=w*x+b", "y=sigmoid(v)", "J=1/2*(y-z)^2"}
	step := []string{"f(t)=t+0*sqrt(floor(t)-2)"}
	for _, c := range []struct {
		req  Request
		want string // in the answer
	}{
		{Request{Op: "simplify", Expr: "diff(J,w)", Let: []string{"J=w^2"}}, "2*w"},
		{Request{Op: "simplify", Expr: "diff(v*x,x)", Let: []string{"v=x^2"}}, "3*x^2"},
		{Request{Op: "equal", LHS: "diff(J,y)*diff(y,v)*diff(v,w)", RHS: "diff(J,w)", Let: net}, `"verdict":"proved"`},
		{Request{Op: "equal", LHS: "diff(J,y)", RHS: "diff(J,v)", Let: net}, `"verdict":"refuted"`},
		{Request{Op: "diff", Expr: "diff(v,x)", Wrt: []string{"x"}, Let: []string{"v=x^3"}}, `"6*x"`},
		{Request{Op: "diff", Expr: "diff(J,y)", Wrt: []string{"y"}, Let: net}, `"1"`},
		{Request{Op: "eval", Expr: "diff(v^2,v)", At: map[string]string{"x": "2"}, Let: []string{"v=x^2"}}, "8"},
		{Request{Op: "eval", Expr: "diff(J,y)", At: map[string]string{"w": "1", "x": "1", "b": "0", "z": "0"}, Let: net}, "0.731058578630004"},
		{Request{Op: "diff", Expr: "sum(i,1,3,i*x)", Wrt: []string{"x"}, Let: []string{"i=x^2"}}, `"6"`},
		{Request{Op: "equal", LHS: "f'(a)", RHS: "3*a^2", Let: []string{"f(x)=a^2*x"}}, `"verdict":"refuted"`},
		{Request{Op: "equal", LHS: "f'(a)", RHS: "a^2", Let: []string{"f(x)=a^2*x"}}, `"verdict":"proved"`},
		{Request{Op: "eval", Expr: "f'(y)", At: map[string]string{"y": "3"}, Let: []string{"f(x)=x*y"}}, "3"},
		{Request{Op: "limit", Expr: "f'(z)", Wrt: []string{"z"}, At: map[string]string{"z": "1"}, Let: []string{"f(t)=t^2*z"}}, `a derivative at another point than its variable cannot be expanded`},
		{Request{Op: "simplify", Expr: "f'(2*x)", Let: []string{"f(x)=x*t"}}, `"result":"t"`},
		{Request{Op: "equal", LHS: "f'(2)", RHS: "1/2", Let: []string{"f(t)=log(t)"}}, `"verdict":"undecided"`},
		{Request{Op: "equal", LHS: "f'(2)", RHS: "1", Let: step}, `"verdict":"undecided"`}, // there is no derivative at 2
		{Request{Op: "equal", LHS: "f'(x)", RHS: "1", Let: step}, `"conditions":["floor(x)-2 > 0","floor(x) != x"]`},
		{Request{Op: "simplify", Expr: "f'(x)", Let: step}, `"floor(x) != x"`},
		{Request{Op: "simplify", Expr: "f'(x^2)", Let: []string{"f(t)=t^3"}}, `"3*x^4"`},
		{Request{Op: "equal", LHS: "f'(2*u)+if(u==0,1,0)", RHS: "f'(2*u)", Let: []string{"f(x)=sqrt(x^2)^2"}}, `"verdict":"undecided"`},
		{Request{Op: "equal", LHS: "h(x)", RHS: "3/2*sqrt(x)", Let: []string{"h(x)=diff(x*sqrt(x),x)"}}, `"conditions":["x > 0"]`},
		{Request{Op: "equal", LHS: "diff(z*sqrt(z),x)", RHS: "3/2*sqrt(x-5)", Let: []string{"z=x-5"}}, `"conditions":["x > 5"]`},
		{Request{Op: "equal", LHS: "diff(z,y)", RHS: "0", Let: []string{"y=0", "z=y*sqrt(y)"}}, `"verdict":"undecided"`},
		{Request{Op: "equal", LHS: "f'(y)", RHS: "3/2*abs(x)", Let: []string{"y=x^2", "f(t)=t*sqrt(t)"}}, `"verdict":"undecided"`},
		{Request{Op: "equal", LHS: "sum(j,0,3,diff(sqrt(j)^2,j))", RHS: "4"}, `"verdict":"undecided"`},
		{Request{Op: "equal", LHS: "diff(0*y+x,x,1,u)", RHS: "1", Let: []string{"z=x-5", "y=log(z)"}}, `"conditions":["u > 5"]`},
		{Request{Op: "equal", LHS: "sum(y,1,3,diff(y*x,x))", RHS: "6", Let: []string{"y=x^2"}}, `"verdict":"proved"`},
		{Request{Op: "equal", LHS: "f(3)", RHS: "3", Let: []string{"y=x^2", "f(y)=diff(y*x,x)"}}, `"verdict":"proved"`},
		{Request{Op: "eval", Expr: "f'(2*u)", Let: []string{"f(x)=x*abs(x)"}, At: map[string]string{"u": "1"}}, `"value":"4"`},
	} {
		a := Do(c.req, Options{})
		b, err := a.JSON()
		if err != nil {
			t.Errorf("%s %s%s: %v", c.req.Op, c.req.Expr, c.req.LHS, err)
		} else if !strings.Contains(string(b), c.want) {
			t.Errorf("%s %s%s: %s, want %s", c.req.Op, c.req.Expr, c.req.LHS, b, c.want)
		}
	}
}

// Where derivatives may not exist there is no value.
func TestDerivativesThatMayNotExist(t *testing.T) {
	for _, c := range []struct {
		expr string
		let  []string
		at   string
	}{
		{"1+diff(sqrt(x)^2, x)", nil, "x=0"},
		{"y+1", []string{"y=diff(x*sqrt(x), x)"}, "x=0"},
		{"f'(2*u)", []string{"f(x)=x*abs(x)"}, "u=0"},
		{"diff(x*abs(x), x, 1, 0)", nil, "x=1"},
		{"h(0)", []string{"h(x)=diff(x*sqrt(x), x)"}, "x=1"},
		{"diff(sqrt(z)^2, x, 1, 0)", []string{"z=x-5"}, "x=7"},
	} {
		name, value, _ := strings.Cut(c.at, "=")
		if got := answerTo(t, Request{Op: "eval", Expr: c.expr, Let: c.let, At: map[string]string{name: value}}); !strings.HasPrefix(got, "error: ") {
			t.Errorf("%s at %s is %s", c.expr, c.at, got)
		}
	}
}

// What is left of two bodies may be the same where their domains are not.
func TestInsideOfWhatWasWritten(t *testing.T) {
	for _, c := range []struct{ left, right, assume, want string }{
		{"diff(exp(x^2)+0*log(floor(x)-1), x)", "diff(exp(x^2), x)", "x >= 2", "conditional"},
		{"diff(y+0*sqrt(x^2*(x-2)), x)", "diff(y, x)", "x >= 2", "conditional"},
		{"diff(y+0*sqrt(x^2*(x-2)), x)", "diff(y, x)", "x > 2", "proved"},
		{"diff(sqrt(x)+1, x)", "diff(1+sqrt(x), x)", "", "proved"},
	} {
		req := Request{Op: "equal", LHS: c.left, RHS: c.right}
		if c.assume != "" {
			req.Assume = []string{c.assume}
		}
		a := Do(req, Options{})
		b, err := a.JSON()
		if err != nil || !strings.Contains(string(b), `"verdict":"`+c.want+`"`) {
			t.Errorf("%s = %s: %s %v, want %s", c.left, c.right, b, err, c.want)
		}
	}
}

package certify

import (
	"testing"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// formulas reads real expressions and conditions; a text with a relation in it
// is a condition.
func formulas(t testing.TB, texts ...string) (*symbolic.Store, []symbolic.ID) {
	t.Helper()
	s := symbolic.NewStore()
	sc := read.NewScope(s, read.Default())
	if err := sc.Assume("f:function, g:function"); err != nil {
		t.Fatal(err)
	}
	var ids []symbolic.ID
	for _, text := range texts {
		if f, err := sc.Formula(text); err == nil {
			ids = append(ids, f.Expr.ID())
			continue
		}
		c, err := sc.Condition(text)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID())
	}
	return s, ids
}

func program(t testing.TB, texts ...string) (*symbolic.Store, *Program) {
	s, ids := formulas(t, texts...)
	return s, Compile(read.Default(), s, ids...)
}

// point reads "x = 1/3" and the like.
func point(t testing.TB, s *symbolic.Store, values map[string]string) Point {
	t.Helper()
	sc := read.NewScope(s, read.Default())
	p := Point{}
	for name, text := range values {
		x, err := sc.Formula(name)
		if err != nil {
			t.Fatal(err)
		}
		v, err := sc.Formula(text)
		if err != nil {
			t.Fatal(err)
		}
		p[x.Expr.ID()] = v.Expr.ID()
	}
	return p
}

// hardZero is 0 at y = 2, which no precision shows.
const hardZero = "(1+sqrt(y))^2-1-y-2*sqrt(y)"

func TestCompareDecides(t *testing.T) {
	for _, c := range []struct {
		left, right string
		at          map[string]string
		want        Order
	}{
		{"x^2", "2", map[string]string{"x": "3/2"}, Greater},
		{"x^2", "9/4", map[string]string{"x": "3/2"}, Equal},
		{"sin(x)", "0", map[string]string{"x": "pi"}, Equal},
		{"sin(x)^2", "1/4", map[string]string{"x": "pi/6"}, Equal},
		{"exp(x)", "x+1", map[string]string{"x": "1e-30"}, Greater},
		{"exp(x)", "x+1", map[string]string{"x": "0"}, Equal},
		{"sqrt(x^2)", "x", map[string]string{"x": "-1"}, Greater},
		{"log(x)", "0", map[string]string{"x": "-1"}, NoValue},
		{"tanh(x)", "1", map[string]string{"x": "100"}, Less},
		{"tanh(x)", "1", map[string]string{"x": "10^6"}, Less},
		{"sigmoid(x)", "0", map[string]string{"x": "-10^6"}, Greater},
		{"sin(x)", "-645251285/10^9", map[string]string{"x": "10^20"}, Less},
		{"exp(-exp(x))", "0", map[string]string{"x": "100"}, Greater},
		{"exp(x)-exp(x-1e-40)", "0", map[string]string{"x": "2"}, Greater},
		// Equal, but not by what the constructors fold.
		{"(1+sqrt(x))^2", "1+x+2*sqrt(x)", map[string]string{"x": "2"}, Undecided},
		{"log(x*y)", "log(x)+log(y)", map[string]string{"x": "2", "y": "3"}, Undecided},
		{"floor(x)", "3", map[string]string{"x": "3"}, Equal},
		{"floor(x)", "3", map[string]string{"x": "4-1e-50"}, Equal},
		{"ceil(x)", "4", map[string]string{"x": "3+1e-400"}, Equal},
		{"x^(1/3)", "2", map[string]string{"x": "8"}, Equal},
		{"x^(1/3)", "-2", map[string]string{"x": "-8"}, NoValue},
		{"cbrt(x)", "-2", map[string]string{"x": "-8"}, Equal},
		{"0^x", "1", map[string]string{"x": "0"}, Equal},
		{"y^x", "0", map[string]string{"x": "-2", "y": "0"}, NoValue},
		{"gelu(x)", "x*(1+erf(x/sqrt(2)))/2", map[string]string{"x": "1"}, Equal},
		{"gelu(x)", "gelu_tanh(x)", map[string]string{"x": "1"}, Greater},
		{"sum(k,1,n,k^2)", "n*(n+1)*(2*n+1)/6", map[string]string{"n": "20"}, Equal},
		{"sum(k,1,n,k*x^k)", "100", map[string]string{"n": "20", "x": "1/2"}, Less},
		{"prod(k,1,n,k)", "factorial(n)", map[string]string{"n": "6"}, Equal},
		{"sum(k,1,3,a[k])", "6", map[string]string{"a[1]": "1", "a[2]": "2", "a[3]": "3"}, Equal},
		{"sum(k,1,n/2,x)", "6", map[string]string{"n": "4", "x": "3"}, Equal},
		{"sum(k,1,n/2,x)", "6", map[string]string{"n": "3", "x": "3"}, NoValue},
		{"sum(k,1,n,x)", "6", map[string]string{"x": "3"}, Undecided},
		{"sum(i,1,n,sum(j,1,i,a[j]))", "3", map[string]string{"n": "2", "a[1]": "1", "a[2]": "1"}, Equal},
		{"f(x)", "0", map[string]string{"x": "1"}, Undecided},
		{"x^2+y^2", "-1", map[string]string{"x": "1"}, Greater}, // for every y
		// A factor 0 does not hide what has no value.
		{"(x-1)*log(y)", "5", map[string]string{"x": "1", "y": "-1"}, NoValue},
		{"sum(k,1,1,x^((k-1)*log(y)))", "5", map[string]string{"x": "2", "y": "-1"}, NoValue},
		// Whether the root exists is not known at any precision.
		{"(x-1)*sqrt(" + hardZero + ")", "5", map[string]string{"x": "1", "y": "2"}, Undecided},
		{"10+sqrt(" + hardZero + ")", "5", map[string]string{"y": "2"}, Undecided},
		{"1/3+x", "1/3", map[string]string{"x": "1e-1000"}, Greater},
		{"1/3-x", "1/3", map[string]string{"x": "1e-1000"}, Less},
		{"if(x > 0, log(x), 0)", "0", map[string]string{"x": "-1"}, Equal},
		{"if(x > 0, log(x), 0)", "0", map[string]string{"x": "2"}, Greater},
		{"tan(x)", "0", map[string]string{"x": "pi/2"}, NoValue},
		{"sqrt(sin(x))", "0", map[string]string{"x": "pi"}, Equal},
		{"softshrink(x, y)", "0", map[string]string{"x": "1", "y": "-1"}, NoValue},
		{"relu(log(x))", "0", map[string]string{"x": "-1"}, NoValue},
		{"max(x, log(y))", "0", map[string]string{"x": "1", "y": "-1"}, NoValue},
		{"leaky_relu(x, log(y))", "1", map[string]string{"x": "1", "y": "-1"}, NoValue},
	} {
		s, p := program(t, c.left, c.right)
		got := p.Compare(0, 1, point(t, s, c.at), Options{MaxPrec: 2048})
		l, r := got.Sides()
		if got.Order != c.want {
			t.Errorf("%s against %s at %v: %v, want %v; %s and %s, %+v", c.left, c.right, c.at, got.Order, c.want, l, r, got.Effort)
		}
		t.Logf("%s against %s at %v: %v; %s and %s, %+v", c.left, c.right, c.at, got.Order, l, r, got.Effort)
	}
}

func TestHoldsDecides(t *testing.T) {
	for _, c := range []struct {
		cond string
		at   map[string]string
		want Truth
	}{
		{"x == 1", map[string]string{"x": "1"}, Yes},
		{"x == 1/3", map[string]string{"x": "1/3"}, Yes},
		{"x != 1/3", map[string]string{"x": "1/3+1e-100"}, Yes},
		{"x < 1/3", map[string]string{"x": "1/3"}, No},
		{"sin(x) == 1/2", map[string]string{"x": "pi/6"}, Yes},
		{"log(x) > 0", map[string]string{"x": "0"}, Undefined},
		{"x <= 0 or log(x) > 0", map[string]string{"x": "0"}, Yes},
		{"x > 0 and log(x) > 0", map[string]string{"x": "0"}, No},
		{"log(x) > 0 or x <= 0", map[string]string{"x": "0"}, Undefined},
		{"x == floor(x)", map[string]string{"x": "7"}, Yes},
		{"x == floor(x)", map[string]string{"x": "7/2"}, No},
		{"exp(x) == 1+x", map[string]string{"x": "1e-9"}, No},
		{"sqrt(x)*sqrt(y) == sqrt(x*y)", map[string]string{"x": "2", "y": "3"}, Yes},
		{"(1+sqrt(x))^2 == 1+x+2*sqrt(x)", map[string]string{"x": "2"}, Unknown},
		{"cos(x) != 0", map[string]string{"x": "pi/2"}, No},
	} {
		s, p := program(t, c.cond)
		got, effort := p.Holds(0, point(t, s, c.at), Options{MaxPrec: 512})
		if got != c.want {
			t.Errorf("%s at %v: %v, want %v; %+v", c.cond, c.at, got, c.want, effort)
		}
	}
}

func TestFloatOnBoxes(t *testing.T) {
	inf := interval.EntireFloat(interval.Continuous)
	for _, c := range []struct {
		text string
		args []interval.Float
		want string
		dec  interval.Decoration
	}{
		{"x^2", []interval.Float{interval.NewFloat(-1, 2)}, "[0, 4]", interval.Continuous},
		{"x*y", []interval.Float{interval.NewFloat(-1, 2), interval.NewFloat(3, 4)}, "[-4, 8]", interval.Continuous},
		{"1/x", []interval.Float{interval.NewFloat(-1, 2)}, "(-Inf, +Inf)", interval.Maybe},
		{"if(x > 0, 1, 2)", []interval.Float{interval.NewFloat(-1, 2)}, "[1, 2]", interval.Defined},
		{"if(x > 0, 1, 2)", []interval.Float{interval.NewFloat(1, 2)}, "[1, 1]", interval.Continuous},
		{"if(x > 0, log(x), x)", []interval.Float{interval.NewFloat(-2, -1)}, "[-2, -1]", interval.Continuous},
		{"if(log(x) < 5, 1, 2)", []interval.Float{interval.NewFloat(-1, 2)}, "[1, 1]", interval.Maybe},
		{"if(log(x) < 5, 1, 2)", []interval.Float{interval.NewFloat(-2, -1)}, "[]", interval.Nowhere},
		{"if(x > 0 or log(x) < 5, 1, 2)", []interval.Float{interval.NewFloat(-1, 2)}, "[1, 1]", interval.Maybe},
		{"relu(x)", []interval.Float{interval.NewFloat(-1, 2)}, "[0, 2]", interval.Continuous},
		{"hardtanh(x, -1, 1)", []interval.Float{interval.NewFloat(-5, 0.5)}, "[-5, 0.5]", interval.Continuous},
		{"hardshrink(x, 1/2)", []interval.Float{interval.NewFloat(0, 2)}, "[0, 2]", interval.Defined},
		{"tanh(x)", []interval.Float{inf}, "(-1, 1)", interval.Continuous},
		{"f(x)", []interval.Float{inf}, "(-Inf, +Inf)", interval.Maybe},
		{"sum(k,1,n,k)", []interval.Float{inf}, "(-Inf, +Inf)", interval.Maybe},
		{"sum(k,1,4,k*x)", []interval.Float{interval.NewFloat(1, 2)}, "[10, 20]", interval.Continuous},
		{"sum(k,3,1,k*x)", []interval.Float{}, "[0, 0]", interval.Continuous},
		{"sum(i,1,2,sum(j,1,i,x^i*j))", []interval.Float{interval.NewFloat(1, 2)}, "[4, 14]", interval.Continuous},
		{"max(x, y, 0)", []interval.Float{interval.NewFloat(-1, 2), interval.NewFloat(-3, 1)}, "[0, 2]", interval.Continuous},
		{"sqrt(x)", []interval.Float{interval.NewFloat(-1, 4)}, "[0, 2]", interval.Maybe},
		{"a[1]+a[2]", []interval.Float{interval.NewFloat(1, 2), interval.NewFloat(3, 4)}, "[4, 6]", interval.Continuous},
		{"diff(f(x), x)", []interval.Float{inf}, "(-Inf, +Inf)", interval.Maybe},
	} {
		_, p := program(t, c.text)
		if n := len(p.Inputs()); n != len(c.args) {
			t.Errorf("%s has %d inputs", c.text, n)
			continue
		}
		got := p.Float(c.args, new(Scratch))[0].Real
		if got.String() != c.want || got.Decoration() != c.dec {
			t.Errorf("%s on %v: %v %v, want %s %v", c.text, c.args, got, got.Decoration(), c.want, c.dec)
		}
		var args []interval.Interval
		for _, x := range c.args {
			args = append(args, x.Interval())
		}
		wide := p.Big(100, args)[0].Real
		if wide.String() != c.want || wide.Decoration() != c.dec {
			t.Errorf("%s on %v: Big gives %v %v, want %s %v", c.text, c.args, wide, wide.Decoration(), c.want, c.dec)
		}
	}
}

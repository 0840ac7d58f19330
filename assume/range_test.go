package assume_test

import (
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/assume"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func TestRanges(t *testing.T) {
	for _, c := range []struct{ text, facts, want string }{
		{"5/3", "", "[5/3, 5/3]"},
		{"pi", "", "(223/71, 22/7)"},
		{"x", "", "(-inf, inf)"},
		{"x", "x >= 1, x < 3", "[1, 3)"},
		{"x", "x != 1", "(-inf, inf)"},
		{"x", "x > 0, x <= 2, x != 1", "(0, 2]"},
		{"x", "x > 0 and x < 1/3", "(0, 1/3)"},
		{"x", "x > 0 or y > 0", "(-inf, inf)"},
		{"x", "x == 3/4", "[3/4, 3/4]"},
		{"2*x-y+1", "x >= 1, x < 3, y > 0, y <= 1", "[2, 7)"},
		{"x*y", "-1 <= x, x <= 2, -3 < y, y < 1", "(-6, 3)"},
		{"x*y", "-1 <= x, x <= 2, -3 <= y, y < 1", "[-6, 3]"},
		{"x*y", "x:positive, y:negative", "(-inf, 0)"},
		{"x*y", "x:nonnegative, y:negative", "(-inf, 0]"},
		{"x*y", "x*y > 5", "(5, inf)"},
		{"x^2", "-1 <= x, x < 2", "[0, 4)"},
		{"x^3", "-1 <= x, x < 2", "[-1, 8)"},
		{"1/x", "x > 2", "(0, 1/2)"},
		{"1/x", "x <= -2", "[-1/2, 0)"},
		{"1/x", "x > 0", "(0, inf)"},
		{"1/x", "x >= 0", "(0, inf)"},
		{"1/x", "", "(-inf, inf)"},
		{"x^(-2)", "", "(0, inf)"},
		{"1/(x*y)", "x*y > 2", "(0, 1/2)"},
		{"-3/(x*y)", "x*y < -1", "(0, 3)"},
		{"1/(x*y)", "x*y > -1", "(-inf, inf)"},
		{"x^(-2)", "x >= 2", "(0, 1/4]"},
		{"x^(-3)", "x <= -2", "[-1/8, 0)"},
		{"0^(-2)+x", "", "(-inf, inf)"},
		{"sqrt(x)", "", "[0, inf)"},
		{"sqrt(x)", "x > 0", "(0, inf)"},
		{"1/sqrt(x)", "", "(0, inf)"},
		{"0^x", "", "[0, 1]"},
		{"0^x", "x >= 0", "[0, 1]"},
		{"0^x", "x > 0", "[0, 0]"},
		{"x", "0^x > 0", "[0, 0]"},
		{"x^y", "x > 0", "(0, inf)"},
		{"x^y", "x >= 0", "[0, inf)"},
		{"x^y", "", "(-inf, inf)"},
		{"2^x", "", "(0, inf)"},
		{"exp(x)+1", "", "(1, inf)"},
		{"1-tanh(x)^2", "", "(0, 1]"},
		{"asin(x)", "", "(-11/7, 11/7)"},
		{"acos(x)", "", "[0, 22/7)"},
		{"atan(x)", "", "(-11/7, 11/7)"},
		{"floor(x)", "x > 2, x <= 4", "[2, 4]"},
		{"ceil(x)", "x > 2, x <= 4", "(2, 4]"},
		{"log(x)", "x > 1", "(0, inf)"},
		{"log(x)", "x >= 1", "[0, inf)"},
		{"log(x)", "x < 1", "(-inf, 0)"},
		{"log(log(x)+1)", "x > 1", "(0, inf)"},
		{"log(2)", "", "[11629079/16777216, 1453635/2097152]"},
		{"exp(x)", "x < 0", "(0, 1)"},
		{"exp(-1000)", "", "(0, 1/68719476736]"},
		{"exp(-30)", "", "(0, 1/68719476736]"},
		{"expm1(-exp(-30))", "", "[-1/68719476736, 0)"},
		{"sigmoid(x)", "x > 0", "(1/2, 1)"},
		{"acos(x)", "x > 0", "[0, 13176795/8388608]"},
		{"erfc(x)", "x > 0", "(0, 1)"},
		{"erfc(x)", "x <= 0", "[1, 2)"},
		{"abs(tanh(x))", "", "[0, 1)"},
		{"relu(x)", "x < 3", "[0, 3)"},
		{"softshrink(x)", "x < 3", "(-inf, 7/2)"},
		{"cos(x)", "0 < x, x < 1/2", "[230053/262144, 1]"},
		{"sqrt(x)", "x > 4", "(2, inf)"},
		{"sqrt(x)", "x < 4", "[0, 2)"},
		{"sqrt(x+1)-1", "x > 0", "(0, inf)"},
		{"x^(-1/2)", "x > 4, x <= 9", "[5592405/16777216, 1/2)"},
		{"cbrt(x)", "x < -8", "(-inf, -2)"},
		{"gamma(x)", "2 <= x, x <= 3", "[1, 2]"},
		{"max(x, y)", "x > 2, y < 3", "(2, inf)"},
		{"max(x, y)", "x < 2, y < 3", "(-inf, 3)"},
		{"max(x, y, z)", "x < 2, y < 3, z >= 1", "[1, inf)"},
		{"max(x, 0)", "x < 1", "[0, 1)"},
		{"min(x, y, 5)", "x > 2, y > 3", "(2, 5]"},
		{"hardtanh(x)", "", "[-1, 1]"},
		{"hardtanh(x, a, b)", "a > 2, b <= 7", "(2, 7]"},
		{"if(x > y, 2, exp(z))", "", "(0, inf)"},
		{"if(x > y, 2, 3)", "", "[2, 3]"},
		{"a[1]", "a[1] > 2", "(2, inf)"},
		{"sum(i, 1, 3, exp(i*x))", "", "(-inf, inf)"},
		{"diff(f(x), x)", "f:function", "(-inf, inf)"},
	} {
		s, e := scope(t, c.text, c.facts, false)
		if got := assume.New(s).Range(e.ID()); got.String() != c.want {
			t.Errorf("%s, given %q: %v, want %s", c.text, c.facts, got, c.want)
		}
	}
}

// TestRangeDoesNotDependOnEarlierQuestions asks about a part and the whole in
// both orders.
func TestRangeDoesNotDependOnEarlierQuestions(t *testing.T) {
	for _, text := range []string{"floor(x-y)", "max(x-y, 1)", "ceil(x*y)^2", "hardtanh(x, x-y, x*y)"} {
		ask := func(wholeFirst bool) (list []string) {
			s, e := scope(t, text, "x-y > 2, x*y > 3, x > 0", false)
			f := assume.New(s)
			ids := s.Store.Postorder(e.ID())
			if wholeFirst {
				f.Range(e.ID())
			}
			for _, id := range ids {
				list = append(list, f.Range(id).String())
			}
			return list
		}
		if a, b := strings.Join(ask(false), " "), strings.Join(ask(true), " "); a != b {
			t.Errorf("%s: %s, but asked about the whole first %s", text, a, b)
		}
	}
}

var arguments = []float64{-30, -3, -2, -1.5, -1, -0.5, -0.25, 0, 0.25, 0.5, 1, 1.5, 2, 3, 7, 30}

// argumentFacts restrict the arguments, by position, and tell what they say.
var argumentFacts = []struct {
	text  string
	holds func(args []float64) bool
}{
	{"", func([]float64) bool { return true }},
	{"#1 > 0", func(a []float64) bool { return a[0] > 0 }},
	{"#1 >= 1", func(a []float64) bool { return a[0] >= 1 }},
	{"#1 <= -1/2", func(a []float64) bool { return a[0] <= -0.5 }},
	{"#1 > -1, #1 < 1", func(a []float64) bool { return -1 < a[0] && a[0] < 1 }},
	{"#1 == 2", func(a []float64) bool { return a[0] == 2 }},
	{"#2 > 0", func(a []float64) bool { return len(a) > 1 && a[1] > 0 }},
	{"#1 < 0, #2 <= 1/2", func(a []float64) bool { return len(a) > 1 && a[0] < 0 && a[1] <= 0.5 }},
	{"#2 < #1", func(a []float64) bool { return len(a) > 1 && a[1] < a[0] }},
	{"#1 >= -1, #3 < 5", func(a []float64) bool { return len(a) > 2 && a[0] >= -1 && a[2] < 5 }},
}

// TestEveryRowIsInItsRange: the values of every function are in the range of
// a call, whatever is known about the arguments. Floats near an end may have
// been rounded to it.
func TestEveryRowIsInItsRange(t *testing.T) {
	for _, row := range function.Default().All() {
		if row.Expand != "" {
			continue
		}
		n := len(row.Params)
		if row.Variadic {
			n = 3
		}
		names := []string{"u_1", "u_2", "u_3"}[:n]
		for _, facts := range argumentFacts {
			text := facts.text
			if strings.Contains(text, "#3") && n < 3 || strings.Contains(text, "#2") && n < 2 {
				continue
			}
			for i, name := range names {
				text = strings.ReplaceAll(text, "#"+string(rune('1'+i)), name)
			}
			for k := range 1 + 2*(n-1) { // all arguments free, and the last ones numbers
				checkRow(t, row, names, text, facts.holds, k)
			}
		}
	}
}

// checkRow asks about a call of which the arguments after the first are names
// (k = 0), or the last of them numbers.
func checkRow(t *testing.T, row *function.Row, names []string, facts string, holds func([]float64) bool, k int) {
	t.Helper()
	numbers := []float64{1, 2, -2, 0.5}
	args := make([]string, len(names))
	fixed := make([]float64, len(names))
	copy(args, names)
	for i := range fixed {
		fixed[i] = math.NaN()
	}
	if k > 0 {
		last := len(names) - 1
		fixed[last] = numbers[k%len(numbers)]
		args[last] = map[float64]string{1: "1", 2: "2", -2: "-2", 0.5: "1/2"}[fixed[last]]
	}
	call := row.Name + "(" + strings.Join(args, ", ") + ")"
	s, e := scope(t, call, facts, false)
	got := assume.New(s).Range(e.ID())
	forArguments(fixed, func(values []float64) {
		if !holds(values) {
			return
		}
		y := row.Float(values)
		if math.IsNaN(y) || math.IsInf(y, 0) {
			return
		}
		if !near(got, y, 1e-13) {
			t.Errorf("%s, given %q, is in %v, but at %v it is %v", call, facts, got, values, y)
		}
	})
}

// forArguments yields all arguments whose fixed ones are as given.
func forArguments(fixed []float64, yield func(values []float64)) {
	total := 1
	for range fixed {
		total *= len(arguments)
	}
	values := make([]float64, len(fixed))
	for k := 0; k < total; k++ {
		rest, skip := k, false
		for i, x := range fixed {
			values[i] = arguments[rest%len(arguments)]
			if !math.IsNaN(x) {
				skip = skip || rest%len(arguments) != 0
				values[i] = x
			}
			rest /= len(arguments)
		}
		if !skip {
			yield(values)
		}
	}
}

// near tells whether an interval contains a number, or one that differs from
// it by rounding.
func near(i assume.Interval, y, slack float64) bool {
	d := slack * max(1, math.Abs(y))
	return i.Meets(exact(y-d), exact(y+d))
}

// TestOwnRowsMayBoundTheirArguments: an equation or a relation between
// arguments in the column Range says nothing about the value.
func TestOwnRowsMayBoundTheirArguments(t *testing.T) {
	table, err := function.NewTable(nil, function.Row{
		Name: "own", Family: "own", Source: "definition", LaTeX: `\operatorname{own}`,
		Params: []function.Param{{Name: "n"}, {Name: "u"}}, Deriv: []string{"", "1"},
		Range: "n == floor(n), y > n, n <= u, y != 7",
		Float: func(a []float64) float64 { return a[1] + a[0] + 1 },
	})
	if err != nil {
		t.Fatal(err)
	}
	c := read.NewScope(symbolic.NewStore(), read.NewLibrary(table))
	if err := c.Assume("n >= 2"); err != nil {
		t.Fatal(err)
	}
	f, err := c.Formula("own(n, x)")
	if err != nil {
		t.Fatal(err)
	}
	if got := assume.New(c).Range(f.Expr.ID()).String(); got != "(2, inf)" {
		t.Errorf("%s", got)
	}
}

package evaluate_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/gonum/num/hyperdual"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

func formula(t *testing.T, text string, assume string) read.Formula {
	t.Helper()
	c := read.NewScope(symbolic.NewStore(), read.Default())
	if err := c.Assume(assume); assume != "" && err != nil {
		t.Fatal(err)
	}
	f, err := c.Formula(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return f
}

func TestValues(t *testing.T) {
	at := map[string]float64{"x": 2, "y": -3, "a[1]": 5, "a[2]": 7, "W[1][2]": 11, "n": 2}
	for _, c := range []struct {
		text string
		want float64
	}{
		{"x^2+3*y-1/4", -5.25},
		{"x^y*2^x", 0.5},
		{"if(x > 0, x, log(y))", 2},
		{"if(x > 0 or log(y) > 0, 1, 0)", 1},
		{"if(x < 0 and log(y) > 0, 1, 0)", 0},
		{"sum(i, 1, n, a[i]*x)", 24},
		{"prod(i, 1, 3, i+y)", 0},
		{"prod(i, 3, 2, i)", 1},
		{"sum(i, 1, 3, prod(j, 1, i, j))", 9},
		{"W[1][n]", 11},
		{"max(x, y, 1)-min(x, y)", 5},
		{"polygamma(1, 1)", math.Pi * math.Pi / 6},
	} {
		got, err := evaluate.Float(formula(t, c.text, "").Expr, at)
		if err != nil || math.Abs(got-c.want) > 1e-14*math.Abs(c.want) {
			t.Errorf("%s = %v, %v; want %v", c.text, got, err, c.want)
		}
	}
}

func TestReasonsForNoValue(t *testing.T) {
	for _, c := range []struct {
		text string
		want error
	}{
		{"1/x", evaluate.ErrUndefined},
		{"log(y)", evaluate.ErrUndefined},
		{"y^(1/3)", evaluate.ErrUndefined},
		{"a[x]", evaluate.ErrUndefined},
		{"sum(i, 1, 1/2+x, i*y)", nil},
		{"exp(1000+x)", evaluate.ErrOverflow},
		{"x*exp(y)^(-1000)", evaluate.ErrOverflow}, // not 0·∞
		{"x*(y-1)^2000*exp(y)", evaluate.ErrOverflow},
		{"z", evaluate.ErrUnbound},
	} {
		_, err := evaluate.Float(formula(t, c.text, "").Expr, map[string]float64{"x": 0, "y": -1})
		if c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.text, err, c.want)
		}
		if c.want == nil && !errors.Is(err, evaluate.ErrUndefined) {
			t.Errorf("%s: %v, want an undefined bound", c.text, err)
		}
	}
}

func TestMarginMakesRelationsUncertain(t *testing.T) {
	f := formula(t, "if(x+y < 1, 1, 0)+floor(x)", "")
	e := evaluate.New(evaluate.Floats{})
	e.Margin = 1e-9
	for _, c := range []struct {
		x, y float64
		want error
	}{
		{0.5, 0.5, nil}, {0.5, 0.5 + 1e-12, evaluate.ErrUncertain}, {1 - 1e-13, 3, evaluate.ErrUncertain}, {1, 3, nil},
	} {
		_, err := e.Value(f.Expr, evaluate.Point[float64]{Values: map[string]float64{"x": c.x, "y": c.y}})
		if !errors.Is(err, c.want) {
			t.Errorf("x=%v, y=%v: %v, want %v", c.x, c.y, err, c.want)
		}
	}
}

func TestMarginAndLimitAreOfBothSigns(t *testing.T) {
	e := evaluate.New(evaluate.Floats{})
	e.Margin, e.Limit = 1e-9, 1e3
	for _, c := range []struct {
		text string
		x    float64
		want error
	}{
		{"sign(x)", 1e-12, evaluate.ErrUncertain}, {"sign(x)", -1e-12, evaluate.ErrUncertain}, {"sign(x)", 0, nil}, {"sign(x)", -1e-3, nil},
		{"step(x)", 1e-12, evaluate.ErrUncertain}, {"step(x)", -1e-12, evaluate.ErrUncertain}, {"step(x)", 0, nil},
		{"ceil(x)", 1 + 1e-12, evaluate.ErrUncertain}, {"ceil(x)", 1 - 1e-12, evaluate.ErrUncertain}, {"ceil(x)", 1, nil},
		{"2*x", 600, evaluate.ErrOverflow}, {"2*x", -600, evaluate.ErrOverflow}, {"x", -1001, evaluate.ErrOverflow}, {"x", -999, nil},
	} {
		if _, err := e.Value(formula(t, c.text, "").Expr, evaluate.Point[float64]{Values: map[string]float64{"x": c.x}}); !errors.Is(err, c.want) {
			t.Errorf("%s at %v: %v, want %v", c.text, c.x, err, c.want)
		}
	}
}

// The dummy of a sum is another variable than that of a derivative around it.
func TestDummiesHideVariablesOfDerivatives(t *testing.T) {
	p := evaluate.Point[float64]{
		Values: map[string]float64{"y": 3},
		Functions: map[string]func([]int, []float64) float64{
			"f": func(orders []int, args []float64) float64 { // y·z
				return [2]float64{args[0], 1}[orders[0]] * [2]float64{args[1], 1}[orders[1]]
			},
			"g": func(orders []int, args []float64) float64 { return [2]float64{args[0] * args[0], 1000}[orders[0]] },
		},
	}
	got, err := evaluate.New(evaluate.Floats{}).Value(formula(t, "diff(f(y, sum(y, 1, 2, g(y))), y)", "f:function, g:function").Expr, p)
	if err != nil || got != 5 {
		t.Errorf("%v, %v; want g(1)+g(2) = 5", got, err)
	}
}

func TestUnspecifiedFunctionsAndTheirDerivatives(t *testing.T) {
	// f(x, y) = x²·y³
	f := func(orders []int, args []float64) float64 {
		power := func(x float64, n, d int) float64 {
			z := 1.0
			for ; d > 0; d-- {
				z *= float64(n)
				n--
			}
			return z * math.Pow(x, float64(n))
		}
		return power(args[0], 2, orders[0]) * power(args[1], 3, orders[1])
	}
	p := evaluate.Point[float64]{
		Values:    map[string]float64{"x": 2, "y": 3},
		Functions: map[string]func([]int, []float64) float64{"f": f},
	}
	for _, c := range []struct {
		text string
		want float64
	}{
		{"f(x, y)", 108},
		{"diff(f(x, y), x)", 108},
		{"diff(f(x, y), y, 2)", 72},
		{"diff(diff(f(x, y), y), x, 2)", 54},
		{"diff(f(t, y), t, 1, x+1)", 162},
		{"diff(diff(f(t, u), t, 1, x+1), u, 1, x)", 72},
	} {
		got, err := evaluate.New(evaluate.Floats{}).Value(formula(t, c.text, "f:function").Expr, p)
		if err != nil || got != c.want {
			t.Errorf("%s = %v, %v; want %v", c.text, got, err, c.want)
		}
	}
}

func TestNestingIsNotLimitedByTheStack(t *testing.T) {
	text := strings.Repeat("sin(x+", 5000) + "x" + strings.Repeat(")", 5000)
	if _, err := evaluate.Float(formula(t, text, "").Expr, map[string]float64{"x": 0.5}); err != nil {
		t.Error(err)
	}
}

// TestArithmeticsAgree compares the values of every function in hyperdual and
// complex numbers, which come from its definition, with its kernel.
func TestArithmeticsAgree(t *testing.T) {
	points := []float64{-3.5, -2.25, -1.5, -0.75, -0.5, -0.1, 0, 0.25, 0.5, 0.9, 1, 1.5, 2, 3.25, 6.5}
	compared := map[string]int{}
	for _, row := range function.Default().All() {
		if row.Expand != "" {
			continue
		}
		var names []string
		for _, p := range row.Params {
			names = append(names, p.Name)
		}
		f := formula(t, fmt.Sprintf("%s(%s)", row.Name, strings.Join(names, ",")), "")
		for i, x := range points {
			at := map[string]float64{}
			hyper, cplx := map[string]hyperdual.Number{}, map[string]complex128{}
			for j, n := range names {
				v := x
				if j > 0 {
					v = points[(i+5*j)%len(points)]
				}
				at[n] = v
				hyper[n], cplx[n] = hyperdual.Number{Real: v, E1mag: 1, E2mag: 1}, complex(v, 1e-30)
			}
			want, err := evaluate.Float(f.Expr, at)
			if err != nil {
				continue
			}
			if z, err := evaluate.New(evaluate.Hyperduals{}).Value(f.Expr, evaluate.Point[hyperdual.Number]{Values: hyper}); err == nil {
				compared[row.Signature()]++
				if math.Abs(z.Real-want) > 1e-10*max(1, math.Abs(want)) {
					t.Errorf("%s at %v: hyperdual %v, kernel %v", row.Signature(), at, z.Real, want)
				}
			}
			if z, err := evaluate.New(evaluate.Complexes{}).Value(f.Expr, evaluate.Point[complex128]{Values: cplx}); err == nil {
				if math.Abs(real(z)-want) > 1e-10*max(1, math.Abs(want)) {
					t.Errorf("%s at %v: complex %v, kernel %v", row.Signature(), at, z, want)
				}
			}
		}
		if n := compared[row.Signature()]; n < 3 && row.Name != "polygamma" {
			t.Errorf("%s was compared at %d points", row.Signature(), n)
		}
	}
}

func TestDifferencesAreAccurate(t *testing.T) {
	for _, x := range []float64{-2, 0, 0.3, 5} {
		if z, e := evaluate.Derivative(math.Sin, x, 0.1); math.Abs(z-math.Cos(x)) > 1e-11 || e > 1e-9 {
			t.Errorf("sin'(%v) = %v ± %v", x, z, e)
		}
		if z, e := evaluate.OneSided(math.Sin, x, -0.1); math.Abs(z-math.Cos(x)) > 1e-8 || e > 1e-6 {
			t.Errorf("sin'(%v) from the left = %v ± %v", x, z, e)
		}
	}
	if z, _ := evaluate.OneSided(math.Abs, 0, -0.1); z != -1 {
		t.Errorf("abs'(0) from the left = %v", z)
	}
}

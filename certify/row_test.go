package certify

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// specials are arguments where functions have kinks, poles and ends of their
// domains.
var specials = []float64{0, 1, -1, 2, -2, 3, -3, 6, -6, 0.5, -0.5, 0.25, 1e-9, -1e-9, 10, -10, 40, -40, 700, -700,
	1e15, -1e15, 1e-300, 5e-324, 0.9999999999999999, 1.0000000000000002, -0.9999999999999999, -1.0000000000000002,
	math.Pi, math.Pi / 2, -math.Pi, 1.5, -1.5, 2.5, -2.5}

// arguments are the points at which a row is tested.
func arguments(row *function.Row, rng *rand.Rand) (points [][]float64) {
	n := len(row.Params)
	for range 400 {
		var p []float64
		for i := range n {
			x := specials[rng.IntN(len(specials))]
			switch {
			case row.Name == "polygamma" && i == 0:
				x = []float64{0, 1, 2, 3, 4, 5, -1, 0.5}[rng.IntN(8)]
			case rng.IntN(3) == 0:
				x = rng.NormFloat64() * 3
			}
			p = append(p, x)
		}
		points = append(points, p)
	}
	if n == 1 {
		for _, x := range specials {
			points = append(points, []float64{x})
		}
	}
	return points
}

// call returns the expression name(x0, x1, ...) and its domain.
func call(t *testing.T, row *function.Row) (s *symbolic.Store, value, domain symbolic.ID, names []string) {
	t.Helper()
	s = symbolic.NewStore()
	for i := range row.Params {
		names = append(names, fmt.Sprint("x", i))
		s.Sym(names[i])
	}
	f, err := read.NewScope(s, read.Default()).Formula(row.Name + "(" + strings.Join(names, ", ") + ")")
	if err != nil {
		t.Fatal(err)
	}
	return s, f.Expr.ID(), f.Domain.ID(), names
}

// tolerance is the error of the table's float64 kernels, as package function
// states it.
func tolerance(row *function.Row, v float64) float64 {
	switch {
	case row.Family == "gamma":
		return 1e-12*math.Abs(v) + 1e-12
	case row.Name == "softplus" || row.Name == "celu":
		// Their kernels are less precise than stated: exp(u) of a rounded u.
		return 1e-12*math.Abs(v) + 0x1p-1022
	}
	return 1e-14*math.Abs(v) + 0x1p-1022
}

// floatsFail tells whether the float64 kernel or the Domain column, computed in
// float64, is no oracle at a point.
func floatsFail(row *function.Row, x []float64) bool {
	switch row.Name {
	case "binomial": // n-k is rounded, to a pole perhaps; wrong digits near poles
		d := x[0] - x[1]
		near := func(v float64) bool { r := math.Round(v); return r < 0 && v != r && math.Abs(v-r) < 1e-3 }
		return d+x[1] != x[0] || x[0]-d != x[1] || near(x[0]) || near(x[1]) || near(d)
	case "lgamma": // math.Lgamma of subnormal numbers is wrong
		return math.Abs(x[0]) < 0x1p-1022
	case "erfi": // the sign of the overflow is wrong
		return math.Abs(x[0]) > 1e8
	}
	return false
}

// Every row of the table: the enclosure at a point holds the value of the
// float64 kernel, up to its error, and it is defined where the Domain column
// says so.
func TestRows(t *testing.T) {
	for _, row := range function.Default().All() {
		t.Run(row.Signature(), func(t *testing.T) {
			s, value, domain, names := call(t, row)
			p := Compile(read.Default(), s, value)
			rng := rand.New(rand.NewPCG(1, 2))
			var sc Scratch
			decided := 0
			for _, x := range arguments(row, rng) {
				if floatsFail(row, x) {
					continue
				}
				values := map[string]float64{}
				var floats []interval.Float
				var wides []interval.Interval
				for i, v := range x {
					values[names[i]] = v
				}
				for _, in := range p.Inputs() {
					v := interval.FloatPoint(values[s.Name(in)])
					floats, wides = append(floats, v), append(wides, v.Interval())
				}
				inside, err := evaluate.Holds(s.Expr(domain), values)
				if err != nil && domain != symbolic.True {
					inside = false
				}
				kernel := row.Float(x)
				for _, z := range []interval.Interval{p.Float(floats, &sc)[0].Real.Interval(), p.Big(90, wides)[0].Real} {
					d := z.Decoration()
					if d == interval.Maybe && row.Name != "binomial" {
						t.Errorf("%v: maybe", x)
					}
					if inside && d == interval.Nowhere || !inside && d >= interval.Defined {
						t.Errorf("%v: %v, but the Domain column says %v", x, d, inside)
						continue
					}
					if d < interval.Defined {
						continue
					}
					decided++
					if math.IsNaN(kernel) {
						t.Errorf("%v: %v, but the float64 kernel has no value", x, z)
						continue
					}
					checkKernel(t, row, x, kernel, z)
				}
			}
			if decided < 20 {
				t.Errorf("only %d points inside the domain", decided)
			}
		})
	}
}

// checkKernel compares an enclosure with the value of the float64 kernel.
func checkKernel(t *testing.T, row *function.Row, x []float64, kernel float64, z interval.Interval) {
	t.Helper()
	f := z.Float()
	switch {
	case math.IsInf(kernel, 0):
		if kernel > 0 && f.Upper() < 1.79e308 || kernel < 0 && f.Lower() > -1.79e308 {
			t.Errorf("%v: %v, but the float64 kernel overflows", x, z)
		}
		return
	}
	e := tolerance(row, kernel)
	if f.Lower() > kernel+e || f.Upper() < kernel-e {
		t.Errorf("%v: %v is away from the float64 kernel's %g", x, z, kernel)
	}
}

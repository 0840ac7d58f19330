package activation

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// randomFormula returns a function that is defined everywhere and does not grow faster than a
// small power.
func randomFormula(r *rand.Rand, depth int) string {
	number := func() string { return fmt.Sprintf("(%d/%d)", r.IntN(9)-4, 1+r.IntN(4)) }
	if depth == 0 {
		return []string{"x", number() + "*x", "(x+" + number() + ")"}[r.IntN(3)]
	}
	a := func() string { return randomFormula(r, depth-1-r.IntN(depth)) }
	switch r.IntN(15) {
	case 0:
		return "(" + a() + "+" + a() + ")"
	case 1:
		return "(" + a() + "-" + number() + "*" + a() + ")"
	case 2:
		return "tanh(" + a() + ")"
	case 3:
		return "sigmoid(" + a() + ")"
	case 4:
		return "relu(" + randomFormula(r, 0) + ")"
	case 5:
		return "abs(" + randomFormula(r, 0) + ")"
	case 6:
		return "exp(-(" + randomFormula(r, 0) + ")^2)"
	case 7:
		return "sin(" + a() + ")"
	case 8:
		return "softplus(" + randomFormula(r, 0) + ")"
	case 9:
		return "if(x > " + number() + ", " + a() + ", " + a() + ")"
	case 10:
		return "1/(1+(" + randomFormula(r, 0) + ")^2)"
	case 11:
		return "(" + randomFormula(r, 0) + ")*sigmoid(" + randomFormula(r, 0) + ")"
	case 12:
		return "erf(" + randomFormula(r, 0) + ")"
	case 13:
		return []string{"max", "min"}[r.IntN(2)] + "(" + randomFormula(r, 0) + "," + randomFormula(r, 0) + "," + number() + ")"
	}
	return "(" + randomFormula(r, 0) + ")^2"
}

// Extremes, slopes and moments of random formulas against values at many points.
// SYMGRAD_RANDOM is the number of formulas.
func TestRandomFormulas(t *testing.T) {
	count := 25
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_RANDOM")); err == nil {
		count = n
	}
	r := rand.New(rand.NewPCG(13, uint64(count)))
	ranges, exact, numbers := 0, 0, 0
	for range count {
		text := randomFormula(r, 2)
		z, scope := analyse(t, text, "1", Options{Order: 3})
		f := evaluator(scope.Library, scope.Store, z.Expr.ID())
		const n = 4000
		var ys [n + 1]float64
		at := func(k int) float64 { return 20 * (float64(k)/n - 0.5) }
		for k := range ys {
			v := f(at(k))
			ys[k] = v.Lower()/2 + v.Upper()/2
		}
		if z.Unknown == "" {
			ranges++
			low, _ := bounds(z.Range.Low)
			_, high := bounds(z.Range.High)
			if z.Range.Low.IsExact() && z.Range.High.IsExact() {
				exact++
			}
			for k, y := range ys {
				if slack := 1e-12 * (1 + math.Abs(y)); y < low-slack || y > high+slack {
					t.Errorf("%s at %v is %v, outside of [%v, %v]", text, at(k), y, low, high)
					break
				}
			}
		}
		if _, most := bounds(z.Lipschitz); z.NoSlope == "" && z.Unknown == "" {
			for k := 1; k <= n; k++ {
				if s := math.Abs(ys[k]-ys[k-1]) / (at(k) - at(k-1)); s > most+1e-9*(1+most) {
					t.Errorf("%s near %v has the slope %v, more than %v", text, at(k), s, most)
					break
				}
			}
		}
		if z.NoNumber != "" {
			continue
		}
		numbers++
		mean, square := 0.0, 0.0
		for k, y := range ys {
			w := math.Exp(-at(k)*at(k)/2) / math.Sqrt(2*math.Pi) * 20 / n
			mean, square = mean+w*y, square+w*y*y
		}
		// Jumps are worth the step, kinks its square.
		slack := 1e-4 * (1 + square)
		if z.Range.Gaps || z.Unknown != "" {
			slack = 2e-2 * (1 + square)
		}
		for i, v := range []float64{mean, square - mean*mean} {
			if m := z.Moments[i]; v < m.Within.Lower()-slack || v > m.Within.Upper()+slack {
				t.Errorf("%s: %s is in %v, and the sum over points is %v", text, m.Name, m.Within, v)
			}
		}
	}
	if ranges < count/2 || exact < count/5 || numbers < count/2 {
		t.Errorf("of %d formulas %d have a range, %d an exact one, %d have numbers", count, ranges, exact, numbers)
	}
	t.Logf("of %d formulas %d have a range, %d an exact one, %d have numbers", count, ranges, exact, numbers)
}

package function_test

import (
	"flag"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/diff"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

var (
	accuracyPoints = flag.Int("accuracy-points", 100, "points per function at which the accuracy of kernels is measured")
)

// goals are the largest errors, in ulp, that kernels may have.
func goal(r *function.Row) float64 {
	switch {
	case r.Family == "gamma":
		return 32
	case r.Definition != "" && (r.Family == "activation" || r.Family == "rectifier"):
		return 8
	}
	return 2
}

// arguments draws points of every size: huge, tiny, moderate, near integers,
// where poles, kinks and zeros are.
func arguments(r *function.Row, rng *rand.Rand) []float64 {
	args := make([]float64, len(r.Params))
	for i := range args {
		x := 0.0
		switch k := rng.IntN(10); {
		case k == 0:
			x = math.Float64frombits(rng.Uint64())
			for math.IsNaN(x) || math.IsInf(x, 0) {
				x = math.Float64frombits(rng.Uint64())
			}
		case k == 1:
			x = float64(rng.IntN(13)-6) / 2
			x += math.Ldexp(rng.Float64()-0.5, -rng.IntN(53))
		case k == 2:
			x = 1500 * (rng.Float64() - 0.5)
		case k <= 6:
			x = math.Ldexp(rng.Float64()*2-1, rng.IntN(24)-16)
		default:
			x = 3 * rng.NormFloat64()
		}
		switch {
		case r.Name == "polygamma" && i == 0:
			x = float64(rng.IntN(7))
		case r.Family == "gamma" && math.Abs(x) > 200:
			x = 200 * (rng.Float64()*2 - 1)
		case i > 0 && rng.IntN(4) == 0:
			x = args[0] * (1 + math.Ldexp(rng.Float64()-0.5, -rng.IntN(53)))
		}
		args[i] = x
	}
	return args
}

// A subject is a kernel and the expression that it computes.
type subject struct {
	name   string
	row    *function.Row
	goal   float64
	kernel func(a []float64) float64
	store  *symbolic.Store
	expr   symbolic.ID
}

// subjects are a row's kernel and its derivatives. The oracle of a slope is
// the text in column Deriv, that of a second derivative the derivative of the
// text.
func subjects(t testing.TB, r *function.Row) (list []subject) {
	s := symbolic.NewStore()
	var names []string
	var args []symbolic.ID
	for i := range r.Params {
		names = append(names, fmt.Sprint("x", i))
		args = append(args, s.Sym(names[i]))
	}
	f, err := read.NewScope(s, read.Default()).Formula(r.Name + "(" + strings.Join(names, ", ") + ")")
	if err != nil {
		t.Fatal(err)
	}
	list = append(list, subject{r.Signature(), r, goal(r), r.Float, s, f.Expr.ID()})
	k := 0
	for i, d := range read.Default().Forms(r).Deriv {
		for j := i; j < len(r.Params); j++ {
			if curve := r.Curve[k]; curve != nil {
				first := s.Expr(d.Build(s, args...))
				second, err := diff.Derivative(read.Formula{Expr: first, Domain: s.Expr(symbolic.True)}, s.Symbol(names[j]), 1, diff.Options{})
				if err != nil {
					t.Fatal(err)
				}
				list = append(list, subject{fmt.Sprintf("%s %d%d", r.Name, i, j), r, 64, func(a []float64) float64 { return curve(a, r.Float(a)) }, s, second.Partials[0].ID()})
			}
			k++
		}
		if slope := r.Slope[i]; slope != nil {
			list = append(list, subject{fmt.Sprintf("%s %d", r.Name, i), r, 64, func(a []float64) float64 { return slope(a, r.Float(a)) }, s, d.Build(s, args...)})
		}
	}
	return list
}

// A measure is the largest error of a kernel and where it is.
type measure struct {
	points, beyond int // compared; outside the goal
	ulps           float64
	at             []float64
	got, want      float64
	wrong          string // a value where there is none, or none where there is one
}

// ulpsOff is |got - v| in units of the last place of v.
func ulpsOff(got float64, v *big.Float) float64 {
	exp := max(v.MantExp(nil)-53, -1074)
	d := new(big.Float).SetPrec(200).Sub(new(big.Float).SetFloat64(got), v)
	d.SetMantExp(d, -exp)
	f, _ := d.Float64()
	return math.Abs(f)
}

// excluded tells whether a point lies in a neighbourhood of a zero that is
// documented, where the error is absolute.
func nearZero(r *function.Row, v float64) bool {
	switch r.Name {
	case "lgamma", "digamma", "polygamma":
		return math.Abs(v) < 0.25
	}
	return false
}

func (sub *subject) measure(points int) (m measure) {
	r, s := sub.row, sub.store
	p := certify.Compile(read.Default(), s, sub.expr)
	rng := rand.New(rand.NewPCG(1, uint64(len(r.Name))))
	box := make([]interval.Interval, len(p.Inputs()))
	for n := 0; m.points < points && n < 20*points; n++ {
		args := arguments(r, rng)
		for i, in := range p.Inputs() {
			k, _ := strconv.Atoi(s.Name(in)[1:])
			box[i] = interval.Point(big.NewFloat(args[k]))
		}
		var v interval.Interval
		var prec uint
		for prec = 128; prec <= 4096; prec *= 2 {
			v = p.Big(prec, box)[0].Real
			if v.IsEmpty() {
				break
			}
			if v.IsBounded() && v.Decoration() >= interval.Defined {
				lo, hi := v.Lower(), v.Upper()
				w := new(big.Float).Sub(hi, lo)
				if w.Sign() == 0 || lo.Sign() == hi.Sign() && (w.MantExp(nil) < lo.MantExp(nil)-70 || hi.MantExp(nil) < -1200) {
					break
				}
			}
		}
		got := sub.kernel(args)
		if v.IsEmpty() {
			if !math.IsNaN(got) && m.wrong == "" {
				m.wrong = fmt.Sprintf("%v at %v, undefined", got, args)
			}
			continue
		}
		if prec > 4096 {
			continue
		}
		m.points++
		mid := v.Lower()
		want, _ := mid.Float64()
		if math.IsNaN(got) {
			m.wrong = fmt.Sprintf("NaN at %v, want %v", args, want)
			continue
		}
		if math.IsInf(got, 0) || math.IsInf(want, 0) {
			if got != want && m.wrong == "" && math.Abs(got) < math.MaxFloat64*(1-1e-15) != (math.Abs(want) < math.MaxFloat64*(1-1e-15)) {
				m.wrong = fmt.Sprintf("%v at %v, want %v", got, args, want)
			}
			continue
		}
		if nearZero(r, want) {
			continue
		}
		u := ulpsOff(got, mid)
		if u > sub.goal {
			m.beyond++
		}
		if u > m.ulps {
			m.ulps, m.at, m.got, m.want = u, args, got, want
		}
	}
	return m
}

func TestAccuracy(t *testing.T) {
	for _, r := range function.Default().All() {
		for _, sub := range subjects(t, r) {
			t.Run(strings.ReplaceAll(sub.name, " ", ""), func(t *testing.T) {
				t.Parallel()
				m := sub.measure(*accuracyPoints)
				t.Logf("%-34s %8.2f  goal %2.0f  %6d points %5d beyond  at %v = %v want %v  %s\n", sub.name, m.ulps, sub.goal, m.points, m.beyond, m.at, m.got, m.want, m.wrong)
			})
		}
	}
}

package function_test

import (
	"flag"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

var (
	accuracyPoints = flag.Int("accuracy-points", 100, "points per function at which the accuracy of kernels is measured")
	accuracyTable  = flag.Bool("accuracy-table", false, "write ACCURACY.md")
)

// goal is the largest error, in ulp, that a kernel may have.
func goal(r *function.Row) float64 {
	switch {
	case r.Family == "gamma":
		return 32
	case r.Name == "erfc":
		return 3 // that of package math
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
	row    *function.Row
	kernel func(a []float64) float64
	store  *symbolic.Store
	expr   symbolic.ID
}

// subjects are a row's kernel, then its derivatives by the parameters. The oracle
// of a derivative is the text in the column Deriv.
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
	list = append(list, subject{r, r.Float, s, f.Expr.ID()})
	for i, d := range read.Default().Forms(r).Deriv {
		if slope := r.Slope[i]; slope != nil {
			within := d.Build(s, args...)
			if domain := read.Default().Forms(r).Domain; domain != nil { // outside it nothing is compared
				within = s.If(domain.Build(s, args...), within, f.Expr.ID())
			}
			list = append(list, subject{r, func(a []float64) float64 { return slope(a, r.Float(a)) }, s, within})
		}
	}
	return list
}

// A measure is the largest error of a kernel and where it is.
type measure struct {
	points    int
	ulps      float64
	at        []float64
	got, want float64
	wrong     string // a value where there is none, or none where there is one
}

// ulpsOff is |got - v| in units of the last place of v.
func ulpsOff(got float64, v *big.Float) float64 {
	exp := max(v.MantExp(nil)-53, -1074)
	d := new(big.Float).SetPrec(200).Sub(new(big.Float).SetFloat64(got), v)
	d.SetMantExp(d, -exp)
	f, _ := d.Float64()
	return math.Abs(f)
}

// nearZero tells whether a point lies in a neighbourhood of a zero where only the
// absolute error is small. They are listed in ACCURACY.md.
func nearZero(r *function.Row, args []float64, v float64) bool {
	switch r.Name {
	case "lgamma", "digamma":
		return math.Abs(v) < 0.5
	case "polygamma":
		if args[0] == 0 { // digamma
			return math.Abs(v) < 0.5
		}
		u := args[1] // the two nearest poles nearly cancel
		return u < 0 && math.Mod(args[0], 2) == 0 && math.Abs(u-math.Floor(u)-0.5) < 0.125
	}
	return false
}

// exactly returns the value at a point as narrow as the oracle can, false where it
// is not sure that there is one.
func exactly(p *certify.Program, box []interval.Interval) (v interval.Interval, sure bool) {
	for prec := uint(128); prec <= 4096; prec *= 2 {
		v = p.Big(prec, box)[0].Real
		if v.IsEmpty() {
			return v, true
		}
		if !v.IsBounded() || v.Decoration() < interval.Defined {
			continue
		}
		lo, hi := v.Lower(), v.Upper()
		w := new(big.Float).Sub(hi, lo)
		if w.Sign() == 0 || lo.Sign() == hi.Sign() && (w.MantExp(nil) < lo.MantExp(nil)-70 || hi.MantExp(nil) < -1200) {
			return v, true
		}
	}
	return v, false
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
		v, sure := exactly(p, box)
		if sure {
			m.compare(r, args, sub.kernel(args), v)
		}
	}
	return m
}

// compare takes one more value into the measure.
func (m *measure) compare(r *function.Row, args []float64, got float64, v interval.Interval) {
	if v.IsEmpty() {
		if !math.IsNaN(got) {
			m.wrong = fmt.Sprintf("%v at %v, where there is no value", got, args)
		}
		return
	}
	m.points++
	mid := v.Lower()
	want, _ := mid.Float64()
	huge := func(x float64) bool { return math.Abs(x) >= math.MaxFloat64*(1-1e-15) }
	switch {
	case math.IsNaN(got), huge(got) != huge(want):
		m.wrong = fmt.Sprintf("%v at %v, want %v", got, args, want)
	case huge(want), nearZero(r, args, want):
	default:
		if u := ulpsOff(got, mid); u > m.ulps {
			m.ulps, m.at, m.got, m.want = u, args, got, want
		}
	}
}

// published reads the errors in ACCURACY.md by signature.
func published(t *testing.T) map[string]float64 {
	b, err := os.ReadFile("ACCURACY.md")
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]float64{}
	for line := range strings.Lines(string(b)) {
		if cells := strings.Split(line, "|"); len(cells) == 7 {
			if x, err := strconv.ParseFloat(strings.TrimSpace(cells[2]), 64); err == nil {
				list[strings.Trim(cells[1], " `")] = x
			}
		}
	}
	return list
}

// TestAccuracy measures the error of every kernel against intervals of 128 bits
// and more: it is within the goal of its family, and within what ACCURACY.md says.
func TestAccuracy(t *testing.T) {
	rows := function.Default().All()
	lines := make([]string, len(rows))
	known := published(t)
	t.Run("rows", func(t *testing.T) {
		for i, r := range rows {
			t.Run(r.Name, func(t *testing.T) {
				t.Parallel()
				list := subjects(t, r)
				m := list[0].measure(*accuracyPoints)
				if m.wrong != "" {
					t.Errorf("%s: %s", r.Signature(), m.wrong)
				}
				if m.ulps > goal(r) {
					t.Errorf("%s is %v at %v, want %v: off by %.1f ulp, the goal is %v", r.Signature(), m.got, m.at, m.want, m.ulps, goal(r))
				}
				said, ok := known[r.Signature()]
				if !*accuracyTable && (!ok || m.ulps > said+0.005) {
					t.Errorf("%s is off by %.2f ulp at %v, ACCURACY.md says %v; write it anew with scripts/accuracy.sh", r.Signature(), m.ulps, m.at, said)
				}
				if !*accuracyTable {
					return
				}
				slopes := []string{}
				for _, sub := range list[1:] {
					slopes = append(slopes, fmt.Sprintf("%.3g", sub.measure(*accuracyPoints/20).ulps))
				}
				lines[i] = fmt.Sprintf("| `%s` | %.2f | %v | %s | %s |\n", r.Signature(), m.ulps, goal(r), place(m.at), strings.Join(slopes, ", "))
			})
		}
	})
	if *accuracyTable && !t.Failed() {
		text := fmt.Sprintf(accuracyHead, *accuracyPoints, *accuracyPoints/20) + strings.Join(lines, "")
		if err := os.WriteFile("ACCURACY.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func place(at []float64) string {
	if at == nil {
		return "exact"
	}
	list := make([]string, len(at))
	for i, x := range at {
		list[i] = fmt.Sprintf("%.6g", x)
	}
	return strings.Join(list, ", ")
}

const accuracyHead = `# Accuracy of the kernels

Largest error of every function in float64, in units in the last place of the exact
value, measured at %d points of every size: huge, tiny, moderate, near integers,
poles and kinks. The oracle is package interval at 128 bits or more. The last column
has the largest errors of the derivatives by the parameters at %d points; they
have no goal, and are large next to their zeros and where they nearly cancel.

Written by scripts/accuracy.sh; TestAccuracy compares it with fewer points in every
run. On the same processor architecture the figures are the same everywhere.

Goals: 2 ulp for elementary functions, 8 for composite ones, 32 for the gamma family;
erfc is that of Go's package math for most arguments, which is off by up to 3.
Left out are neighbourhoods of zeros in which the absolute error is small and the
relative one is not: of lgamma, digamma where the value is below 1/2, and of polygamma
of even order at negative numbers less than 1/8 away from the middle of two poles.
Arguments of the gamma family are at most 200 in size here.

| function | largest error | goal | at | derivatives |
|---|---|---|---|---|
`

package activation

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// evaluator evaluates an expression in x by package certify, which has code of its
// own for values and branches.
func evaluator(lib *read.Library, s *symbolic.Store, id symbolic.ID) func(x float64) interval.Float {
	p := certify.Compile(lib, s, id)
	return func(x float64) interval.Float {
		var args []interval.Float
		if len(p.Inputs()) > 0 {
			args = []interval.Float{point(x)}
		}
		return p.Float(args, new(certify.Scratch))[0].Real
	}
}

// samples are places of all sizes.
func samples(r *rand.Rand, n int) (list []float64) {
	for range n {
		list = append(list, (r.Float64()-0.5)*math.Pow(10, 4*r.Float64()-1))
	}
	return append(list, 0, 1, -1, 0.5, -0.5, 3, -3, 6)
}

// all are the table's functions and others, as formulas.
func all() (list []string) {
	for _, n := range names {
		list = append(list, n+"(x)")
	}
	return append(list, formulas...)
}

func TestValuesAreInTheRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, text := range all() {
		z, scope := report(t, text, "1")
		if z.Unknown != "" {
			t.Errorf("%s: %s", text, z.Unknown)
			continue
		}
		f := evaluator(scope.Library, scope.Store, z.Expr.ID())
		low, _ := bounds(z.Range.Low)
		_, high := bounds(z.Range.High)
		steep, lipschitz := bounds(z.Lipschitz)
		xs := samples(r, 60)
		for i, x := range xs {
			v := f(x)
			if v.Upper() < low || v.Lower() > high {
				t.Errorf("%s at %v is %v, outside of [%v, %v]", text, x, v, low, high)
			}
			y := xs[(i+1)%len(xs)]
			if y == x || math.IsInf(lipschitz, 0) {
				continue
			}
			if d := v.Sub(f(y)).Abs().Quo(point(x).Sub(point(y)).Abs()); d.Lower() > lipschitz {
				t.Errorf("%s from %v to %v has the slope %v, more than %v", text, x, y, d, steep)
			}
		}
	}
}

// Where an extreme is exact and attained or a limit, there are values near it.
func TestExtremesAreApproached(t *testing.T) {
	for _, text := range all() {
		z, scope := report(t, text, "1")
		if z.Unknown != "" {
			continue
		}
		f := evaluator(scope.Library, scope.Store, z.Expr.ID())
		least, most := inf, -inf
		for k := -4000; k <= 4000; k++ {
			for _, x := range []float64{float64(k) / 256, float64(k) * 8} {
				v := f(x)
				least, most = min(least, v.Upper()), max(most, v.Lower())
			}
		}
		if low, _ := bounds(z.Range.Low); !(least <= low+1e-3 || math.IsInf(low, 0) && least < -3) {
			t.Errorf("%s: infimum %v, but no value is below %v", text, low, least)
		}
		if _, high := bounds(z.Range.High); !(most >= high-1e-3 || math.IsInf(high, 0) && most > 3) {
			t.Errorf("%s: supremum %v, but no value is above %v", text, high, most)
		}
	}
}

func TestPiecesAreTheFunction(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, text := range all() {
		scope, f, x := scopeOf(t, text)
		l := newLine(scope, x.ID())
		list, err := l.pieces(f.Expr.ID())
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		whole := evaluator(scope.Library, scope.Store, f.Expr.ID())
		for _, p := range list {
			part := evaluator(scope.Library, scope.Store, p.expr)
			for _, u := range samples(r, 40) {
				if p.left.infinity == 0 && u <= p.left.value.Upper() || p.right.infinity == 0 && u >= p.right.value.Lower() {
					continue
				}
				if a, b := whole(u), part(u); a.Separated(b) {
					t.Errorf("%s at %v is %v, its piece %v", text, u, a, b)
				}
			}
		}
	}
}

// Coefficients on a box contain those at points in it, and sums of those at a point
// are values nearby.
func TestCoefficientsContainValues(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const order = 8
	for _, text := range all() {
		scope, f, x := scopeOf(t, text)
		l := newLine(scope, x.ID())
		list, err := l.pieces(f.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range list {
			q, err := l.compile(p.expr)
			if err != nil {
				t.Errorf("%s: %v", text, err)
				continue
			}
			value := evaluator(scope.Library, scope.Store, p.expr)
			for range 20 {
				c := (r.Float64() - 0.5) * 6
				h := (r.Float64() - 0.5) / 4
				near := append([]interval.Float{}, q.run(point(c), order)...)
				box := interval.NewFloat(min(c, c+h), max(c, c+h))
				over := q.run(box, order)
				for k := range over {
					if near[k].Separated(over[k]) {
						t.Errorf("%s: coefficient %d at %v is %v, and on %v in %v", text, k, c, near[k], box, over[k])
					}
				}
				sum := over[order]
				d := point(c + h).Sub(point(c))
				for k := order - 1; k >= 0; k-- {
					sum = sum.Mul(d).Add(near[k])
				}
				if v := value(c + h); v.Separated(sum) {
					t.Errorf("%s at %v+%v is %v and not in %v", text, c, h, v, sum)
				}
			}
		}
	}
}

func TestTailsContainValues(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	expanded := 0
	for _, text := range all() {
		scope, f, x := scopeOf(t, text)
		l := newLine(scope, x.ID())
		list, err := l.pieces(f.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		last := list[len(list)-1].expr
		slope, err := l.derivative(last)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []symbolic.ID{last, slope} {
			for _, from := range []float64{2, 8, 32} {
				if p := list[len(list)-1]; p.left.infinity == 0 && from < p.left.value.Upper() {
					continue
				}
				u := tail{l, point(from)}
				terms, err := u.expand(id)
				if err != nil {
					continue
				}
				expanded++
				v, err := u.enclose(terms)
				if err != nil {
					continue
				}
				sign, _ := u.sign(terms)
				value := evaluator(scope.Library, scope.Store, id)
				for range 30 {
					at := from + math.Pow(10, 3*r.Float64()-1)
					w := value(at)
					if !sound(w) {
						continue
					}
					if v.Separated(w) {
						t.Errorf("%s from %v on: %v at %v is not in %v", l.text(scope.Store.Expr(id)), from, w, at, v)
					}
					if s, ok := w.Sign(); ok && s != 0 && sign != 0 && s != sign {
						t.Errorf("%s from %v on: sign %d, and %v at %v", l.text(scope.Store.Expr(id)), from, sign, w, at)
					}
				}
			}
		}
	}
	if expanded < 200 {
		t.Errorf("only %d tails were expanded", expanded)
	}
}

// The series and the numbers agree for small sigma.
func TestSeriesAgreeWithNumbers(t *testing.T) {
	const sigma = 1.0 / 64
	for _, text := range all() {
		z, scope := report(t, text, "1/64")
		if z.NoSeries != "" || z.NoNumber != "" {
			continue
		}
		for _, m := range z.Moments {
			sum := 0.0
			for _, p := range m.Series.Terms {
				c := evaluator(scope.Library, scope.Store, p.Coef.ID())(0)
				sum += c.Upper() * math.Pow(sigma, float64(p.Power))
			}
			rest := 1e-12
			if !m.Series.Exact {
				rest += 1e7 * math.Pow(sigma, float64(m.Series.Rest))
			}
			if sum < m.Within.Lower()-rest || sum > m.Within.Upper()+rest {
				t.Errorf("%s: %s is in %v, and the series is %v", text, m.Name, m.Within, sum)
			}
		}
	}
}

func TestParityAtPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	want := map[string]Parity{"tanh(x)": Odd, "sigmoid(x)": OddAboutBias, "abs(x)": Even, "hardsigmoid(x)": OddAboutBias, "relu(x)": NoParity,
		"softsign(x)": Odd, "exp(-x^2)": Even, "abs(abs(x)-1)": Even, "gelu(x)": NoParity, "step(x)": NoParity, "sign(x)": Odd}
	for _, text := range all() {
		z, scope := report(t, text, "1")
		if p, ok := want[text]; ok && p != z.Parity {
			t.Errorf("%s is %v", text, z.Parity)
		}
		f := evaluator(scope.Library, scope.Store, z.Expr.ID())
		odd, even := true, true
		for _, x := range samples(r, 30) {
			twice := f(0).Add(f(0))
			odd = odd && !f(x).Add(f(-x)).Separated(twice)
			even = even && !f(x).Separated(f(-x))
		}
		if (z.Parity == Odd || z.Parity == OddAboutBias) && !odd || z.Parity == Even && !even || z.Parity == NoParity && (odd || even) {
			t.Errorf("%s is %v, and points say odd %v, even %v", text, z.Parity, odd, even)
		}
	}
}

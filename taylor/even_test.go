package taylor_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/taylor"
)

// What an expansion in several variables leaves out goes to 0 as fast as it says, in
// all directions in which the formula has values.
func TestEvenRootsApproach(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, line := range []string{
		"cos(sqrt(x^2+y^2)) | order 2 | wrt x,y",
		"cos(sqrt(x*y))*exp(x) | order 2 | wrt x,y",
		"cos(sqrt(x+y^2)) | order 1 | wrt x,y",
		"sqrt(x^2+y^2)*sin(2*sqrt(x^2+y^2)) | order 3 | wrt x,y",
		"cos(sqrt(x))*cosh(sqrt(y)) | order 1 | wrt x,y",
		"exp(abs(x)*tanh(abs(x)))+y | order 3 | wrt x,y",
		"abs(x*y)*sin(abs(x*y)) | order 3 | wrt x,y",
		"cos(sqrt(x^2+y^2)^3) | order 3 | wrt x,y",
		"sqrt(x^2+y^2)^7+exp(y) | order 2 | wrt x,y",
		"1/(1+y-cosh(sqrt(sin(x)))/2) | order 2 | wrt x,y",
	} {
		p := parseProblem(t, line)
		z, err := taylor.ExpandAll(p.scope, p.formula, p.variables, p.order, nil)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		s := p.scope.Store
		sum := s.NewSum()
		for _, m := range z.Terms {
			b := m.Coef
			for i, n := range m.Powers {
				b = b.Mul(p.variables[i].Pow(s.Expr(s.Int(int64(n)))))
			}
			sum.Add(b.ID())
		}
		rest := certify.Compile(p.scope.Library, s, s.Sub(p.formula.Expr.ID(), sum.Sum()), p.formula.Domain.ID())
		at := func(x, y float64) (float64, bool) {
			args := make([]interval.Interval, len(rest.Inputs()))
			for i, id := range rest.Inputs() {
				args[i] = interval.FromFloats(x, x)
				if id == p.variables[1].ID() {
					args[i] = interval.FromFloats(y, y)
				}
			}
			v := rest.Big(400, args)
			if v[1].Truth != certify.Yes || v[0].Real.IsEmpty() {
				return 0, false
			}
			size, _ := interval.Abs(v[0].Real).Upper().Float64()
			return size, true
		}
		tried := 0
		for range 40 {
			angle := random.Float64() * 2 * math.Pi
			h, k := math.Cos(angle), math.Sin(angle)
			far, ok := at(h/64, k/64)
			near, same := at(h/4096, k/4096)
			if !ok || !same {
				continue
			}
			tried++
			if bound := (far + math.Pow(64, -float64(p.order+1))) * math.Pow(64, -float64(p.order+1)) * 16; near > bound {
				t.Errorf("%s: in the direction (%v, %v) the rest is %v and then %v", line, h, k, far, near)
			}
		}
		if tried < 5 {
			t.Errorf("%s: %d directions", line, tried)
		}
	}
}

// A formula that is not even in a root, or whose roots are of what has no expansion
// itself, has none by this way.
func TestRootsThatAreNotEven(t *testing.T) {
	for _, line := range []string{
		"sqrt(x^2+y^2) | wrt x,y",
		"cos(sqrt(x^2+y^2)+x) | wrt x,y",
		"sqrt(x*y)^3 | wrt x,y",
		"cos(sqrt(x))*sin(sqrt(y)) | wrt x,y",
		"cos(sqrt(cbrt(x)))+y | wrt x,y",
		"cos(sqrt(relu(x)))+y | wrt x,y",
		// 3+y-x/240+..., of which the powers of sqrt(cbrt(x)) up to 5 show 3+y.
		"cos(sqrt(cbrt(x)))+2*cosh(sqrt(cbrt(x))*sqrt(3)/2)*cos(sqrt(cbrt(x))/2)+y | wrt x,y | order 2",
	} {
		p := parseProblem(t, line)
		if z, err := taylor.ExpandAll(p.scope, p.formula, p.variables, p.order, nil); err == nil {
			for _, m := range z.Terms {
				t.Errorf("%s: %v %s", line, m.Powers, text(m.Coef))
			}
		}
	}
}

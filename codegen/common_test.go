package codegen_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/codegen"
	"github.com/symgrad/symgrad/function"
	"github.com/symgrad/symgrad/numeric"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// A subject is a formula with a gradient that is generated, run and compared with
// package numeric.
type subject struct {
	name   string
	text   string
	source codegen.Source
	domain symbolic.Expr
	points [][]float64
	want   [][]float64 // value and derivatives at each point
	gamma  bool        // of the gamma family
}

// formulas are subjects besides the functions of the table.
var formulas = []string{
	"sigmoid(w*x+b)",
	"1/2*(sigmoid(w*x+b)-z)^2",
	"log(1+exp(w*x+b))-z*(w*x+b)",
	"log(exp(x)+exp(y)+exp(z))",
	"exp(x)/(exp(x)+exp(y)+exp(z))",
	"if(x > 0, y*log(x)+relu(y), x^3*cos(x))",
	"if(x > 0 and y > 0, sqrt(x*y), if(x < -1 or y == 0, atan(x), x*y))",
	"if(x^2+y^2 < 1, acos(x), if(x >= y, log(x^2+y^2), sqrt(y-x)))",
	"if(not (x > y or x < -y), asin(x/(abs(x)+1)), exp(-x^2))",
	"sqrt(x^2+y^2)*atan2(y,x)",
	"polygamma(2,x)*y",
	"x^7-3*x^5+x^2/4-12",
	"(x^2-y^2)/(x^2+y^2)",
	"x^y",
	"x^(-5/2)+y^(1/3)",
	"2^x*pi",
	"max(x,y,z)*min(x,2)",
	"sum(j,1,4,x^j/j)*prod(i,1,3,y+i)",
	"tanh(a[1]*x+a[2])*a[3]",
	"x/y/z-x*y*z",
	"-(x-y)-(-z)",
	"1/(1/x+1/y)",
	"exp(-x^2/2)/sqrt(2*pi)",
	"softplus(x,3)+elu(y,2)+leaky_relu(z)",
	"floor(x)*ceil(y)+delta(x,y)",
	"log(cosh(x))+log(cosh(1000*y))+1-tanh(x)",
	"step(x)*sign(y)+hardshrink(z)+softshrink(x)*hardswish(y)",
	"atan2(x*y,z)", // of -0 as well
	"x1*x2+x3*x4+x5*x6+x7*x8+x9*x10+x11*x12+tanh(x13*x14+x15)",
}

const points = 1000

var made []*subject

// subjects are the functions of the table and the formulas.
func subjects(t *testing.T) (list []*subject) {
	t.Helper()
	if made != nil {
		return made
	}
	defer func() { made = list }()
	for i, row := range function.Default().All() {
		var names []string
		for _, p := range row.Params {
			names = append(names, p.Name)
		}
		text := row.Name + "(" + strings.Join(names, ",") + ")"
		s := newSubject(t, fmt.Sprintf("row%d_%s", i, row.Name), text)
		s.gamma = row.Family == "gamma"
		list = append(list, s)
	}
	for i, text := range formulas {
		list = append(list, newSubject(t, fmt.Sprintf("formula%d", i), text))
	}
	return list
}

func newSubject(t *testing.T, name, text string) *subject {
	t.Helper()
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	f, err := scope.Formula(text)
	if err != nil {
		t.Fatal(err)
	}
	s := &subject{name: name, text: text, source: codegen.Source{Formula: f.Expr, Vars: scope.Variables(f), Text: text}}
	s.source.Func = name
	var wrt []int
	for i, v := range s.source.Vars {
		// The order of polygamma has no derivative.
		if !strings.HasPrefix(text, "polygamma") || i > 0 {
			s.source.Wrt = append(s.source.Wrt, v)
			wrt = append(wrt, i)
		}
	}
	p, err := numeric.Compile(s.source.Vars, f.Expr)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.Gradient(wrt...); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, uint64(len(name))))
	for range points {
		x := make([]float64, len(s.source.Vars))
		for i := range x {
			x[i] = coordinate(rng)
			if strings.HasPrefix(text, "binomial") { // it is written with gamma, which overflows
				x[i] = math.Mod(x[i], 20)
			}
		}
		if strings.HasPrefix(text, "polygamma") {
			x[0] = float64(rng.IntN(4))
		}
		z := make([]float64, 1+len(wrt))
		p.Eval(z, x)
		s.points = append(s.points, x)
		s.want = append(s.want, z)
	}
	return s
}

// coordinate is a number as functions meet it: small, large, special.
func coordinate(rng *rand.Rand) float64 {
	switch rng.IntN(8) {
	case 0:
		return []float64{0, 1, -1, 0.5, -0.5, 2, -2, 3, 6, 1e-9, -1e-9, 30, -30}[rng.IntN(13)]
	case 1:
		return rng.NormFloat64() * 20
	case 2:
		return rng.Float64()*2 - 1
	case 3:
		return math.Exp(rng.NormFloat64() * 5)
	}
	return rng.NormFloat64() * 2
}

// within returns a subject with the points of which no coordinate is larger than a
// bound, or smaller than one by it and not 0.
func (s *subject) within(bound float64) *subject {
	z := *s
	z.points, z.want = nil, nil
	for k, x := range s.points {
		if !slices.ContainsFunc(x, func(v float64) bool { v = math.Abs(v); return v > bound || v < 1/bound && v != 0 }) {
			z.points, z.want = append(z.points, x), append(z.want, s.want[k])
		}
	}
	return &z
}

// compare checks what code has computed: for each point the value, then the
// derivatives. Where package numeric knows no value nothing is expected.
func (s *subject) compare(t *testing.T, got [][]float64) {
	t.Helper()
	if len(got) != len(s.points) {
		t.Errorf("%s: %d results for %d points", s.text, len(got), len(s.points))
		return
	}
	compared := 0
	for k, want := range s.want {
		for i, w := range want {
			if w-w != 0 || want[0]-want[0] != 0 {
				continue
			}
			compared++
			if g := got[k][i]; !s.near(g, w, s.points[k]) {
				t.Errorf("%s at %v: result %d is %v, want %v", s.text, s.points[k], i, g, w)
				return
			}
		}
	}
	if compared == 0 {
		t.Errorf("%s: there was nothing to compare", s.text)
	}
}

// near allows the errors of some operations in a value, and in its parts, which are as
// large as the variables. The libraries know the gamma family to fewer digits.
func (s *subject) near(got, want float64, at []float64) bool {
	scale := 1.0
	for _, x := range at {
		scale = math.Max(scale, math.Abs(x))
	}
	relative := 1e-11
	if s.gamma {
		relative = 1e-6
	}
	return math.Abs(got-want) <= 1e-12*scale+relative*math.Abs(want)
}

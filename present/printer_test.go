package present

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/effort"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
)

func write(t testing.TB, e symbolic.Expr, f Format, o Options) string {
	t.Helper()
	z, err := NewPrinter(o).String(e, f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestInputsKeepTheirOrder(t *testing.T) {
	s := symbolic.NewStore()
	levels := map[string]int{"x": 0, "v": 1, "y": 2}
	o := Options{Level: func(e symbolic.Expr) int { return levels[e.Name()] }, Input: func(e symbolic.Expr) bool { return e.Name() != "v" }}
	e := readExpr(t, s, "x*y*v*(y+x)")
	if got, want := write(t, e, AsText, o), "(x+y)*v*x*y"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestHigherLevelsStandFirst(t *testing.T) {
	s := symbolic.NewStore()
	levels := map[string]int{"v": 1, "y": 2, "z": 3}
	o := Options{Level: func(e symbolic.Expr) int { return levels[e.Name()] }}
	e := readExpr(t, s, "x*(1-y)*y*(y-z)*2")
	if got, want := write(t, e, AsText, o), "2*(y-z)*y*(1-y)*x"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAbsorbSigns(t *testing.T) {
	for _, c := range [][2]string{
		{"-y*(y-1)", "y*(1-y)"},
		{"-(x-1)", "1-x"},
		{"-2*z*(-x-y)", "2*z*(x+y)"},
		{"a-y*(y-1)", "y*(1-y)+a"},
		{"-z*(x^2+x-1)", "z*(1-x-x^2)"},
		{"-z*(x^2-3*x+1)", "-z*(x^2-3*x+1)"},
		{"-z*(x+y)", "-z*(x+y)"},
		{"-z*(x-1)^2", "-z*(x-1)^2"},
		{"-a*(1-b*(c-1))*(x-1)", "a*(b*(1-c)+1)*(1-x)"},
	} {
		s := symbolic.NewStore()
		if got := write(t, readExpr(t, s, c[0]), AsText, Options{AbsorbSigns: true}); got != c[1] {
			t.Errorf("%s: got %s, want %s", c[0], got, c[1])
		}
	}
}

func TestDefinitionsWriteSharedPartsOnce(t *testing.T) {
	for _, c := range []struct {
		roots []string
		want  string
	}{
		{[]string{"sigmoid(w*x+b)*(1-sigmoid(w*x+b))"}, "t1 = sigmoid(w*x+b); t1*(1-t1)"},
		{[]string{"x^2+y", "x^2+z"}, "x^2+y; x^2+z"},
		{[]string{"t1*sin(x*y+z)", "cos(sin(x*y+z))"}, "t2 = sin(x*y+z); t1*t2; cos(t2)"},
		{[]string{"sum(j,1,n,exp(a[j]+b[j])^2+1/exp(a[j]+b[j]))"}, "sum(j, 1, n, exp(a[j]+b[j])^2+1/exp(a[j]+b[j]))"},
		{[]string{"sum(j,1,n,exp(a[j]))*x+1/sum(j,1,n,exp(a[j]))"}, "t1 = sum(j, 1, n, exp(a[j])); t1*x+1/t1"},
		{[]string{"f'(sin(x*u+z))*exp(sin(x*u+z))"}, "t1 = sin(x*u+z); f'(t1)*exp(t1)"},
		{[]string{"sin(x+y)", "sin(x+y)", "sin(x+y)"}, "t1 = sin(x+y); t1; t1; t1"},
	} {
		s := symbolic.NewStore()
		var roots []symbolic.Expr
		for _, r := range c.roots {
			roots = append(roots, readExpr(t, s, r))
		}
		definitions := Definitions("t", roots...)
		p := NewPrinter(Options{Define: DefinitionNames(definitions)})
		var out []string
		for _, d := range definitions {
			z, err := p.Body(d.Expr, AsText)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, d.Name+" = "+z)
		}
		for _, e := range roots {
			z, err := p.String(e, AsText)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, z)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.roots, got, c.want)
		}
	}
}

// doubling returns n rounds of x := x^2 + sin(x), whose tree has 2^n leaves.
func doubling(t testing.TB, s *symbolic.Store, n int) symbolic.Expr {
	e := s.Symbol("x")
	for range n {
		e = e.Mul(e).Add(s.Expr(s.Apply(s.Func(rows["sin"]), e.ID())))
	}
	return e
}

func TestTooLongIsRefusedEarly(t *testing.T) {
	s := symbolic.NewStore()
	e := doubling(t, s, 1000)
	if got := Leaves(e); got != math.MaxUint64 {
		t.Errorf("Leaves = %d, not saturated", got)
	}
	for f := range formats {
		_, err := NewPrinter(Options{}).String(e, f)
		var long *TooLongError
		if !errors.As(err, &long) || long.Limit != DefaultMaxBytes {
			t.Errorf("%v: error %v", f, err)
		}
	}
	definitions := Definitions("t", e)
	p := NewPrinter(Options{Define: DefinitionNames(definitions)})
	total := 0
	for _, d := range definitions {
		z, err := p.Body(d.Expr, AsText)
		if err != nil {
			t.Fatal(err)
		}
		total += len(z)
	}
	if total > 30_000 {
		t.Errorf("%d bytes of definitions", total)
	}
}

func TestMaxBytesIsExact(t *testing.T) {
	s := symbolic.NewStore()
	e := readExpr(t, s, "x+y+z")
	if _, err := NewPrinter(Options{MaxBytes: 5}).String(e, AsText); err != nil {
		t.Error(err)
	}
	if _, err := NewPrinter(Options{MaxBytes: 4}).String(e, AsText); err == nil {
		t.Error("5 bytes written with a limit of 4")
	}
}

func TestLeaves(t *testing.T) {
	for text, want := range map[string]uint64{"x": 1, "-x": 1, "1/2*x": 2, "x^2": 2, "sqrt(x)": 1, "3*x/(4*y)": 4, "1/2*(y-z)^2": 4} {
		if got := Leaves(readExpr(t, symbolic.NewStore(), text)); got != want {
			t.Errorf("%s has %d leaves, want %d", text, got, want)
		}
	}
}

func TestDeepNesting(t *testing.T) {
	const depth = 10_000
	s := symbolic.NewStore()
	one := s.Expr(symbolic.One)
	x := s.Symbol("x")
	for name, step := range map[string]func(e symbolic.Expr) symbolic.Expr{
		"calls":     func(e symbolic.Expr) symbolic.Expr { return s.Call(rows["sin"], e) },
		"exp":       func(e symbolic.Expr) symbolic.Expr { return s.Call(rows["exp"], e) },
		"quotients": func(e symbolic.Expr) symbolic.Expr { return one.Div(e.Add(one)) },
		"products":  func(e symbolic.Expr) symbolic.Expr { return e.Add(one).Mul(x).Neg() },
		"exponents": func(e symbolic.Expr) symbolic.Expr { return x.Pow(e) },
		"ifs": func(e symbolic.Expr) symbolic.Expr {
			return s.Expr(s.If(s.Relate(symbolic.Less, x.ID(), s.Int(int64(s.Size()))), symbolic.One, e.ID()))
		},
		"sums": func(e symbolic.Expr) symbolic.Expr {
			return s.Expr(s.SumOver(x.ID(), symbolic.One, s.Sym("n"), e.Mul(x).ID()))
		},
	} {
		e := x
		for range depth {
			e = step(e)
		}
		for f := range formats {
			if z := write(t, e, f, Options{AbsorbSigns: true, MaxBytes: 1 << 30}); len(z) < depth {
				t.Errorf("%s as %v: %d bytes", name, f, len(z))
			}
		}
	}
}

// longSum has n terms with coefficients and two factors each.
func longSum(s *symbolic.Store, n int) symbolic.Expr {
	b := s.NewSum()
	y := s.Sym("y")
	for i := range n {
		b.AddScaled(s.Mul(s.Sym("x"+strconv.Itoa(i)), y), rational.Int(int64(i%7-3)))
	}
	return s.Expr(b.Sum())
}

func TestLongSumsNeedLittleWork(t *testing.T) {
	s := symbolic.NewStore()
	e := longSum(s, 100_000)
	effort.Bounded(t, 1000, func() { write(t, e, AsText, Options{}) })
}

func TestFormats(t *testing.T) {
	for f := range formats {
		if g, err := ParseFormat(f.String()); err != nil || g != f {
			t.Errorf("%v reads as %v, %v", f, g, err)
		}
	}
	if _, err := ParseFormat("html"); err == nil {
		t.Error("html is a format")
	}
}

// TestTree writes trees that no expression gives, as the steps of a
// derivation do.
func TestTree(t *testing.T) {
	var tree Tree
	name := func(s string) Ref { return tree.Add(Name, s) }
	d := func(a, b string) Ref { return tree.Add(Derivative, "∂", name(a), name(b), tree.Add(Number, "1")) }
	r := tree.Add(Relation, "=", d("J", "w"), tree.Add(Product, "", d("J", "y"), d("y", "w")))
	for f, want := range map[Format]string{
		AsText:    "diff(J, w) == diff(J, y)*diff(y, w)",
		AsUnicode: "∂J/∂w = ∂J/∂y·∂y/∂w",
		AsLaTeX:   `\frac{\partial J}{\partial w} = \frac{\partial J}{\partial y} \frac{\partial y}{\partial w}`,
	} {
		var b strings.Builder
		if err := tree.Write(&b, r, f, 0); err != nil || b.String() != want {
			t.Errorf("got %s, want %s, %v", b.String(), want, err)
		}
	}
}

func BenchmarkText(b *testing.B) {
	s := symbolic.NewStore()
	e := longSum(s, 100_000)
	for _, f := range []Format{AsText, AsLaTeX, AsMathML} {
		b.Run(f.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				write(b, e, f, Options{})
			}
		})
	}
}

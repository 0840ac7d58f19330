package certify

import (
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/read"
	"github.com/symgrad/symgrad/symbolic"
)

// reached returns the names of the kernels that an evaluation calls.
func reached(p *Program, args ...interval.Float) string {
	var names []string
	for i := range p.kernels {
		k := &p.kernels[i]
		name, call := p.store.FuncName(k.id), k.float
		k.float = func(a []interval.Float) interval.Float {
			names = append(names, name)
			return call(a)
		}
	}
	p.Float(args, new(Scratch))
	return strings.Join(names, " ")
}

func TestOnlyWhatIsReachedIsEvaluated(t *testing.T) {
	neg, pos, both := interval.FloatPoint(-2), interval.FloatPoint(2), interval.NewFloat(-2, 2)
	for _, c := range []struct {
		text string
		x    interval.Float
		want string
	}{
		{"if(x > 0, sin(x), cos(x))", pos, "sin"},
		{"if(x > 0, sin(x), cos(x))", neg, "cos"},
		{"if(x > 0, sin(x), cos(x))", both, "sin cos"},
		{"if(x > 0, sin(x), cos(x)) + sin(x)", neg, "sin cos"}, // shared
		{"if(x > 0, if(x > 1, sin(x), exp(x)), cos(x))", pos, "sin"},
		{"if(x > 0, if(x > 1, sin(x), exp(x)), cos(x))", neg, "cos"},
		{"x > 0 and sin(x) > 0 and cos(x) > 0", neg, ""},
		{"x > 0 and sin(x) < 0 and cos(x) > 0", pos, "sin"},
		{"x > 0 and sin(x) > 0 and cos(x) > 0", pos, "sin cos"},
		{"x > 0 or sin(x) > 0", pos, ""},
		{"x > 0 or sin(x) > 0", neg, "sin"},
		{"if(x > 0 and sin(x) > 5, exp(x), cos(x))", neg, "cos"},
		{"if(sin(x) > 5, exp(x), 1)", pos, "sin"},
		{"if(x > 0, sin(x), 0) + if(x > 0, 0, sin(x))", pos, "sin"},
		{"if(x > 0, silu(x), 0)", pos, "sigmoid"},
		{"if(x > 0, silu(x), 0)", neg, ""},
		// 1/0 is not reached.
		{"if(x > 0, 1, exp(1/0))", pos, ""},
	} {
		_, p := program(t, c.text)
		if got := reached(p, c.x); got != c.want {
			t.Errorf("%s on %v evaluates %q, want %q", c.text, c.x, got, c.want)
		}
	}
}

// Formulas of any depth and length are compiled and evaluated without
// recursion, and in linear time.
func TestDeepFormulas(t *testing.T) {
	const depth = 20000
	s := symbolic.NewStore()
	x := s.Sym("x")
	row, err := read.Default().Table().Lookup("sin", 1)
	if err != nil {
		t.Fatal(err)
	}
	nested, choice, sum := x, x, s.NewSum()
	cond := symbolic.True
	for i := range depth {
		nested = s.Apply(s.Func(row), nested)
		choice = s.If(s.Relate(symbolic.Less, x, s.Int(int64(i))), s.Int(int64(i)), choice)
		sum.Add(s.Pow(x, s.Int(int64(i%50+2))))
		cond = s.And(s.Or(cond, s.Relate(symbolic.Less, s.Int(int64(i)), x)), s.Relate(symbolic.Less, x, s.Int(int64(i))))
	}
	p := Compile(read.Default(), s, nested, choice, sum.Sum(), cond)
	v := p.Float([]interval.Float{interval.FloatPoint(0.5)}, new(Scratch))
	if z := v[0].Real; !(z.Lower() > 0.01 && z.Upper() < 0.02) {
		t.Errorf("sin of sin of …: %v", z)
	}
	if z := v[1].Real; !z.Equal(interval.FloatPoint(depth - 1)) {
		t.Errorf("nested choice: %v", z)
	}
	if z := v[2].Real; z.Decoration() != interval.Continuous {
		t.Errorf("long sum: %v", z)
	}
}

func TestLongSumsAreLeftOut(t *testing.T) {
	for _, c := range []struct {
		text string
		want interval.Decoration
	}{
		{"sum(k,1,1000,x)", interval.Continuous},
		{"sum(k,1,1001,x)", interval.Maybe},
		{"sum(k,1,10^30,x)", interval.Maybe},
		{"sum(i,1,100,sum(j,1,100,x^i))", interval.Continuous},
		{"sum(i,1,1000,sum(j,1,1000,i*j*x))", interval.Maybe},
		{"prod(k,5,1,log(x-10))", interval.Continuous},
	} {
		s, ids := formulas(t, c.text)
		p := Compile(read.Default(), s, ids...)
		args := make([]interval.Float, len(p.Inputs()))
		for i := range args {
			args[i] = interval.FloatPoint(0.5)
		}
		if z := p.Float(args, new(Scratch))[0].Real; z.Decoration() != c.want {
			t.Errorf("%s: %v %v, want %v", c.text, z, z.Decoration(), c.want)
		}
		if n := p.Len(); n > maxNodes {
			t.Errorf("%s has %d instructions", c.text, n)
		}
	}
}

func TestInnerIndexHidesOuterOne(t *testing.T) {
	s := symbolic.NewStore()
	i := s.Sym("i")
	inner := s.SumOver(i, symbolic.One, i, i) // the bound is the outer i
	p := Compile(read.Default(), s, s.SumOver(i, symbolic.One, s.Int(2), inner))
	if z := p.Float(nil, new(Scratch))[0].Real; !z.Equal(interval.FloatPoint(4)) {
		t.Errorf("1 + (1+2) is %v", z)
	}
	entries := s.SumOver(i, symbolic.One, s.Int(2), s.SumOver(i, symbolic.One, i, s.Index(s.Sym("a"), i)))
	p = Compile(read.Default(), s, entries)
	args := []interval.Float{interval.FloatPoint(1), interval.FloatPoint(10)}
	if z := p.Float(args, new(Scratch))[0].Real; !z.Equal(interval.FloatPoint(12)) {
		t.Errorf("a[1] + (a[1]+a[2]) is %v", z)
	}
}

// A guard is opened when the condition that it stands for is known, also before what
// is needed early, by a part that is left out.
func TestGuardsOpenAfterTheirConditions(t *testing.T) {
	check := func(p *Program, text string) {
		computed := make([]bool, p.registers)
		for _, in := range p.code {
			if in.op == opGuard && !computed[p.guards[in.a].condition] {
				t.Errorf("%s: a guard is opened before its condition is known", text)
			}
			if in.dst >= 0 {
				computed[in.dst] = true
			}
		}
	}
	for _, text := range []string{
		"x+if(x <= 1, 0, sum(j, 1, n, y))",
		"sum(j, 1, n, y)+if(x > 0, 0*sqrt(y), 0)",
		"if(x*(x-1) <= 1, x-y, x/(x-1)-prod(j, -1, n+1, sqrt(x-j)))",
		"if(x > 0, if(y > 0, sum(j, 1, n, z), sum(j, 1, m, z^2)), z)",
		"if(x > 0 and sum(j, 1, n, y) > 0, sin(y), if(y > 1, n, 2))",
	} {
		_, p := program(t, text)
		check(p, text)
	}
	scope := read.NewScope(symbolic.NewStore(), read.Default())
	if err := scope.Assume("f:function"); err != nil {
		t.Fatal(err)
	}
	f, err := scope.Formula("x+if(x <= 1, 0, f(y^2-z))")
	if err != nil {
		t.Fatal(err)
	}
	check(Compile(read.Default(), scope.Store, f.Expr.ID()), "f")
	eachSample(t, 400, func(_ *testing.T, _ uint64, _ *exprgen.Generator, real, cond sample) {
		check(real.p, real.tree.String())
		check(cond.p, cond.tree.String())
	})
}

// Evaluation allocates nothing once the scratch is there, for one program after
// the other.
func TestFloatDoesNotAllocate(t *testing.T) {
	var programs []*Program
	var args [][]interval.Float
	for _, f := range benchFormulas {
		_, p := program(t, f.text)
		box := make([]interval.Float, len(p.Inputs()))
		for i := range box {
			box[i] = interval.NewFloat(0.25, 0.5)
		}
		programs, args = append(programs, p), append(args, box)
	}
	var sc Scratch
	for i, p := range programs {
		p.Float(args[i], &sc)
	}
	n := testing.AllocsPerRun(20, func() {
		for i, p := range programs {
			p.Float(args[i], &sc)
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A scratch that held another program gives the same results as a new one.
func TestScratchIsReused(t *testing.T) {
	var sc Scratch
	_, large := program(t, "if(x > 0, sin(x), cos(x)) + exp(x) + log(x+3)*x^2")
	_, small := program(t, "if(x > 0, 2*x, 3*x)")
	large.Float([]interval.Float{interval.FloatPoint(-1)}, &sc)
	got := small.Float([]interval.Float{interval.FloatPoint(1)}, &sc)[0].Real
	if !got.Equal(interval.FloatPoint(2)) {
		t.Error(got)
	}
}

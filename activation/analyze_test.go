package activation

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/symbolic"
	"github.com/symgrad/symgrad/taylor"
)

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		text string
		kind VerdictKind
		part string // of the reason
	}{
		{"sigmoid(x)", Affine, "bias 1/2"},
		{"softplus(x)", Affine, "bias log(2)"},
		{"tanh(x)", NearlyLinear, "-1/3*x^3"},
		{"hardtanh(x)", NearlyLinear, "exactly"},
		{"3*x", Linear, "3*x for all x"},
		{"relu(x)", Kinked, "slopes 0 (x < 0) and 1 (x > 0)"},
		{"selu(x)", Kinked, "1.7580993408... (x < 0) and 1.0507009873... (x > 0)"},
		{"if(x>0, 1.0507*x, 1.75814*(exp(x)-1))", Kinked, "87907/50000 (x < 0) and 10507/10000 (x > 0)"},
		{"if(x>0, lambda*x, alpha*(exp(x)-1))", Undecided, "unless lambda == alpha"},
		{"elu(x)", NearlyLinear, "1/2*x^2"},
		{"tanhshrink(x)", Dying, "1/3*x^3"},
		{"softshrink(x)", Dying, "constant"},
		{"x^2+1", Dying, "about 1"},
		{"step(x)", Jumping, "from 0 to 1"},
		{"cbrt(x)", Steep, "infinite"},
		{"sign(x)*sqrt(abs(x))", Steep, "infinite"},
		{"tanh(x)+c", Undecided, "vanishes: c == 0"},
		{"a*tanh(x)", Undecided, "vanishes: a == 0"},
	} {
		z, _ := analyse(t, c.text, "", Options{Order: 3})
		if z.Verdict.Kind != c.kind || !strings.Contains(z.Verdict.Reason, c.part) {
			t.Errorf("%s: %v: %s", c.text, z.Verdict.Kind, z.Verdict.Reason)
		}
		if linear := c.kind == Linear || c.kind == NearlyLinear; z.Verdict.IsLinear() != linear {
			t.Errorf("%s: linear %v", c.text, z.Verdict.IsLinear())
		}
	}
}

func TestAssumptionsDecide(t *testing.T) {
	scope, f, x := scopeOf(t, "if(x>0, lambda*x, alpha*(exp(x)-1))")
	if err := scope.Assume("lambda > alpha"); err != nil {
		t.Fatal(err)
	}
	z, err := Analyze(scope, f, x, Options{Order: 2})
	if err != nil || z.Verdict.Kind != Kinked {
		t.Errorf("%v: %v, %v", z.Verdict.Kind, z.Verdict.Reason, err)
	}
}

// What is assumed about the variable itself would make statements about the whole
// line wrong, in whatever way it is said.
func TestNothingIsAssumedAboutTheVariable(t *testing.T) {
	for _, c := range []struct{ text, let, assume, part string }{
		{"tanh(abs(x))", "", "x > 0", "x > 0"},
		{"relu(x)", "", "x:positive", "x:positive"},
		{"abs(x)", "", "x:integer", "x:integer"},
		{"a*x", "", "x < a", "x < a"},
		{"a*x", "", "log(x) > a", "log(x) > a"},
		{"relu(x)", "v=x+1", "v > 0", "v > 0"},
	} {
		scope, f, x := scopeOf(t, c.text)
		if c.let != "" {
			if err := scope.Let(c.let); err != nil {
				t.Fatal(err)
			}
		}
		if err := scope.Assume(c.assume); err != nil {
			t.Fatal(err)
		}
		_, err := Analyze(scope, f, x, Options{Order: 3})
		var e *Error
		if !errors.As(err, &e) || !strings.HasSuffix(e.Reason, "leave out "+c.part) {
			t.Errorf("%s with %s: %v", c.text, c.assume, err)
		}
	}
	for _, assume := range []string{"a > 0", "x:real"} {
		scope, f, x := scopeOf(t, "a*x")
		if err := scope.Assume(assume); err != nil {
			t.Fatal(err)
		}
		if _, err := Analyze(scope, f, x, Options{Order: 3}); err != nil {
			t.Errorf("%s: %v", assume, err)
		}
	}
}

// Nested and flat max and min of many arguments are those of all of them.
func TestClippedUnits(t *testing.T) {
	for _, c := range []struct{ text, pieces string }{
		{"max(x,x/10,-1)", "if(x<-10,-1,if(x<0,x/10,x))"},
		{"max(max(x,x/10),-1)", "if(x<-10,-1,if(x<0,x/10,x))"},
		{"min(x,x/10,7)", "if(x<0,x,if(x<70,x/10,7))"},
		{"min(relu(x),1,2*x)", "if(x<0,2*x,if(x<1,x,1))"},
		{"max(min(x,1,x/2+2),-1,x-3)", "if(x<-1,-1,if(x<1,x,if(x<4,1,x-3)))"},
		{"hardtanh(x*exp(1))", "if(x<-exp(-1),-1,if(x<exp(-1),exp(1)*x,1))"},
		{"max(x,-pi,x/2)", "if(x<-2*pi,-pi,if(x<0,x/2,x))"},
		{"max(-x-3,-1,x/3,x-1,2*x-4)", "if(x<-9/4,-x-3,if(x<3/2,x/3,if(x<3,x-1,2*x-4)))"},
	} {
		z, _ := analyse(t, c.text, "3", Options{})
		y, _ := analyse(t, c.pieces, "3", Options{})
		if z.Unknown != "" || y.Unknown != "" {
			t.Errorf("%s: %s%s", c.text, z.Unknown, y.Unknown)
			continue
		}
		for _, e := range [][2]Extreme{{z.Range.Low, y.Range.Low}, {z.Range.High, y.Range.High}, {z.Slope.Low, y.Slope.Low}, {z.Slope.High, y.Slope.High}} {
			if extremeText(t, e[0]) != extremeText(t, e[1]) {
				t.Errorf("%s has the extreme %s, and %s has %s", c.text, extremeText(t, e[0]), c.pieces, extremeText(t, e[1]))
			}
		}
		for i, m := range z.Moments {
			if w := y.Moments[i]; m.Within.Separated(w.Within) || !m.Within.IsBounded() {
				t.Errorf("%s: %s is in %v, and that of %s in %v", c.text, m.Name, m.Within, c.pieces, w.Within)
			}
		}
	}
}

func TestFunctionsWithoutValueAtZero(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{"log(x)", "no value at 0: x > 0"},
		{"1/x", "no value at 0: x != 0"},
		{"sin(x)/x", "no value at 0: x != 0"},
		{"x/a", "depends on a != 0"},
		{"sqrt(x)", "no expansion from the left"},
	} {
		scope, f, x := scopeOf(t, c.text)
		_, err := Analyze(scope, f, x, Options{Order: 3})
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Reason, c.reason) {
			t.Errorf("%s: %v", c.text, err)
		}
	}
	scope, f, x := scopeOf(t, "if(x == 0, 0, sin(1/x))")
	_, err := Analyze(scope, f, x, Options{Order: 3})
	var e *taylor.Error
	if !errors.As(err, &e) {
		t.Errorf("sin(1/x): %v", err)
	}
}

// What is not found is said, and the rest of the report is there.
func TestWhatIsNotFoundIsSaid(t *testing.T) {
	for _, c := range []struct{ text, unknown, slope, number string }{
		{"if(x>0, lambda*x, alpha*(exp(x)-1))", "a number for alpha", "a number for alpha", "a number for alpha"},
		{"floor(x)", "infinitely often", "infinitely often", "infinitely often"},
		{"gamma(x+1)", "only where", "only where", "only where"},
		{"max(tanh(x), x/4)", "where a condition", "where a condition", "where a condition"},
		{"x*tanh(exp(x))", "far from 0", "far from 0", "how fast it grows"},
		{"(x^2)^(1/3)", "", "could not be enclosed", "could not be enclosed"},
		{"if(x == 1, 0, (x-1)*tanh(1/(x-1)))", "a place at which it changes", "a place at which it changes", "a place"},
		{"cbrt(x)", "", "could not be enclosed", "could not be enclosed"},
		{"asinh(x)", "", "", "how fast it grows"},
		{"if(x>0, x*exp(1-1/x), 0)", "a place at which it changes", "a place at which it changes", "a place"},
		{"exp(exp(x))", "far from 0", "far from 0", "the integrals"},
		{"exp(x^2)", "", "", "too fast"},
	} {
		scope, f, x := scopeOf(t, c.text)
		sigma, err := scope.Formula("1")
		if err != nil {
			t.Fatal(err)
		}
		z, err := Analyze(scope, f, x, Options{Order: 2, Sigma: sigma.Expr})
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		for _, p := range [][2]string{{z.Unknown, c.unknown}, {z.NoSlope, c.slope}, {z.NoNumber, c.number}} {
			if !strings.Contains(p[0], p[1]) || p[1] == "" && p[0] != "" {
				t.Errorf("%s: %q and not %q", c.text, p[0], p[1])
			}
		}
	}
}

// A tail that begins too early is no end of the report: it may begin farther outside,
// and what is still not found is left out.
func TestTailsBeginWhereTheyCan(t *testing.T) {
	for _, text := range []string{"silu(leaky_relu(x))", "mish(leaky_relu(x))", "gelu_tanh(x/50)", "sigmoid(x/200)", "silu(x/30)"} {
		z, _ := analyse(t, text, "3/2", Options{Order: 2})
		if z.Unknown != "" || z.NoNumber != "" {
			t.Errorf("%s: %s, %s", text, z.Unknown, z.NoNumber)
		}
	}
	// The farther outside, the better: near the middle of sigmoid(x+40) its slopes are
	// bounded by exp(x+40) only.
	if z, _ := analyse(t, "sigmoid(x+40)", "1/2", Options{Order: 2}); !(z.Moments[3].Within.Upper() < 1e-30) {
		t.Errorf("sigmoid(x+40): %v", z.Moments[3].Within)
	}
	if _, err := reason(errTail); err != nil {
		t.Error("a tail that is not found ends the report")
	}
}

// A bound of an integral over a tail holds for a density that decays there as fast as
// where the tail begins; one that may decay more slowly later has none.
func TestIntegralsOverTails(t *testing.T) {
	scope, _, x := scopeOf(t, "x")
	l := newLine(scope, x.ID())
	n, err := l.normal(symbolic.One)
	if err != nil {
		t.Fatal(err)
	}
	u := tail{l, point(1)}
	for _, power := range []int64{-100, -1, 0} {
		terms := []term{u.number(symbolic.One, monomial{power: rational.Int(power)})}
		b, err := n.outer(u, terms)
		if power == -100 { // 100/x+x is 101 at 1, and 20 at 10
			if err == nil {
				t.Errorf("x^%d: %v", power, b)
			}
			continue
		}
		sum := 0.0 // of the least values on boxes
		for k := range 1000 {
			at := 1 + float64(k+1)/100
			sum += math.Pow(at, float64(power)) * math.Exp(-at*at/2) / math.Sqrt(2*math.Pi) / 100
		}
		if err != nil || b < sum {
			t.Errorf("x^%d: %v, %v, and the integral is more than %v", power, b, err, sum)
		}
	}
}

// A function without values for some inputs has no mean, and no series of one.
func TestNoMeanWithoutValues(t *testing.T) {
	for _, c := range []struct {
		text string
		has  bool
	}{
		{"log(1+x)", false}, {"sqrt(1+x)", false}, {"asin(x)", false}, {"log(2+x)*relu(x)", false}, {"sqrt(x+100)", false}, {"1/(x-1)", true}, {"tanh(x)", true}, {"log(1+x^2)", true},
	} {
		z, _ := analyse(t, c.text, "1", Options{Order: 2})
		if has := len(z.Moments) > 0; has != c.has || !has && !strings.Contains(z.NoSeries, "no mean") {
			t.Errorf("%s: %d moments, %s", c.text, len(z.Moments), z.NoSeries)
		}
	}
}

// Where it jumps, what it tends to from one side is no value.
func TestLimitsAtJumpsAreNotAttained(t *testing.T) {
	for _, c := range []struct {
		text      string
		low, high bool
	}{
		{"if(x<1, x*exp(x)+atan(x), -9)", true, false},
		{"if(x<=1, 0, 2+cos(x)/x)", true, false},
		{"if(x<=0, 9, 3-tanh(x)-sin(x)/3)", false, true},
		{"if(x<1, tanh(x)/(1-x/2), -9)", true, false},
	} {
		z, _ := analyse(t, c.text, "", Options{Order: 2})
		if z.Unknown != "" || !z.Range.Gaps || z.Range.High.Attained && !c.high || z.Range.Low.Attained && !c.low {
			t.Errorf("%s: %+v %s", c.text, z.Range, z.Unknown)
		}
	}
}

// The values at the ends of pieces belong to a symmetry as well.
func TestParityAtEnds(t *testing.T) {
	for text, want := range map[string]Parity{
		"if(x>=1, 1, if(x<-1, 1, 0))":  NoParity,
		"if(x>=1, 1, if(x<=-1, 1, 0))": Even,
		"if(x>1, 1, if(x<=-1, -1, 0))": NoParity,
		"if(x>1, 1, if(x<-1, -1, 0))":  Odd,
		"if(x==0, 1, sign(x))":         NoParity,
	} {
		if z, _ := analyse(t, text, "", Options{Order: 2}); z.Parity != want {
			t.Errorf("%s: %v and not %v", text, z.Parity, want)
		}
	}
}

// Zeros of a derivative say nothing where it does not exist everywhere.
func TestExtremesNeedADerivative(t *testing.T) {
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"((x^2+x)^2)^(1/3)", false},
		{"((x^2+x)^2+1)^(1/3)", true},
	} {
		scope, f, x := scopeOf(t, c.text)
		l := newLine(scope, x.ID())
		q, err := l.compile(f.Expr.ID())
		if err != nil {
			t.Fatal(err)
		}
		p := piece{end{infinity: -1}, end{infinity: 1}, f.Expr.ID()}
		if z, ok, err := l.spanOfZeros(p, q, 0, f.Expr.ID()); ok != c.ok || err != nil {
			t.Errorf("%s: %+v, %v, %v", c.text, z, ok, err)
		}
	}
}

// The series say nothing about terms that follow where the sides differ later.
func TestOddPowersMayFollow(t *testing.T) {
	z, _ := analyse(t, "relu(x)^5", "", Options{Order: 4})
	if got := z.Moments[0].Series; len(got.Terms) != 0 || got.Rest > 5 {
		t.Errorf("relu(x)^5: %v", got)
	}
}

func TestCompositions(t *testing.T) {
	z, _ := analyse(t, "tanh(x)", "", Options{Order: 5, Depth: 4})
	for i, l := range z.Depth {
		want := -float64(i+1) / 3
		if c := l.Right.Values; l.Depth != i+1 || !c[1].Contains(1) || !c[3].Add(point(1e-15)).Hull(c[3].Sub(point(1e-15))).Contains(want) {
			t.Errorf("depth %d: %v", l.Depth, c)
		}
	}
	z, _ = analyse(t, "sigmoid(x)", "", Options{Order: 3, Depth: 3})
	if b := z.Depth[2].Right.Values[0]; b.Lower() < 0.6507776782147002 || b.Upper() > 0.6507776782147005 {
		t.Errorf("sigmoid(sigmoid(sigmoid(0))) is %v", b)
	}
	z, _ = analyse(t, "if(x > 0, 2*x, x/2)", "", Options{Order: 3, Depth: 3})
	if l := z.Depth[2]; l.Smooth || !l.Left.Values[1].Contains(0.125) || !l.Right.Values[1].Contains(8) {
		t.Errorf("depth 3: %v %v", l.Left.Values, l.Right.Values)
	}
}

// Compositions are expansions of nested formulas.
func TestCompositionsAreNestedExpansions(t *testing.T) {
	for _, c := range [][2]string{{"tanh(x)", "tanh(tanh(tanh(x)))"}, {"gelu(x)", "gelu(gelu(gelu(x)))"}, {"elu(x)", "elu(elu(elu(x)))"},
		{"sigmoid(x)", "sigmoid(sigmoid(sigmoid(x)))"}, {"softplus(x)", "softplus(softplus(softplus(x)))"}, {"abs(x)-1", "abs(abs(abs(x)-1)-1)-1"},
		{"selu(-x)", "selu(-selu(-selu(-x)))"}} {
		z, _ := analyse(t, c[0], "", Options{Order: 3, Depth: 3})
		scope, f, x := scopeOf(t, c[1])
		e, err := taylor.Expand(scope, f, x, 3, taylor.Options{})
		if err != nil || len(z.Depth) != 3 || z.Depth[2].Reason != "" {
			t.Errorf("%s: %v, %v", c[1], err, z.Depth)
			continue
		}
		l := newLine(scope, x.ID())
		left, right, _ := l.halves(e.Series[0], e.Series[len(e.Series)-1], 3)
		for i, want := range []half{left, right} {
			got := []Side{z.Depth[2].Left, z.Depth[2].Right}[i].Values
			for k, v := range l.constants(t, want) {
				if d := v.Sub(got[k]); d.Lower() > 1e-14 || d.Upper() < -1e-14 {
					t.Errorf("%s: coefficient %d is %v, not %v", c[1], k, got[k], v)
				}
			}
		}
	}
}

func (l *line) constants(t *testing.T, c half) (list []interval.Float) {
	t.Helper()
	for _, id := range c {
		v, err := l.constant(id)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

func TestPictures(t *testing.T) {
	for _, text := range all() {
		z, scope := report(t, text, "1")
		p, ok := z.Picture()
		if !ok {
			t.Errorf("%s has no picture", text)
			continue
		}
		f := evaluator(scope.Library, scope.Store, z.Expr.ID())
		for k, x := range p.X {
			v := f(x)
			if y := p.Function[k]; y == y && (y < v.Lower()-1e-300 || y > v.Upper()+1e-300) {
				t.Errorf("%s at %v is drawn at %v", text, x, y)
			}
			if p.Low != nil && p.Low[k] == p.Low[k] && (v.Upper() < p.Low[k]-1e-12 || v.Lower() > p.High[k]+1e-12) {
				t.Errorf("%s at %v is %v, outside of its band [%v, %v]", text, x, v, p.Low[k], p.High[k])
			}
		}
	}
	z, _ := analyse(t, "a*x", "", Options{Order: 1})
	if _, ok := z.Picture(); ok {
		t.Error("a*x was drawn")
	}
}

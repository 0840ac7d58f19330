package taylor_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/certify"
	"github.com/symgrad/symgrad/interval"
	"github.com/symgrad/symgrad/rational"
	"github.com/symgrad/symgrad/taylor"
)

// bounded returns the expansion of a problem with bounds of the remainder on an
// interval.
func (p problem) bounded(lower, upper rational.Rat) (taylor.Expansion, error) {
	s := p.scope.Store
	p.options.Remainder = &taylor.Range{Lower: s.Rational(lower), Upper: s.Rational(upper)}
	return taylor.Expand(p.scope, p.formula, p.variables[0], p.order, p.options)
}

func fraction(t *testing.T, text string) rational.Rat {
	t.Helper()
	z, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no fraction", text)
	}
	return rational.FromBig(z)
}

// testdata/remainder.txt has the largest remainders of activation functions at
// many points, computed by PARI/GP with testdata/remainder.gp. Bounds are not less,
// and less than twice as large. All lines are tested if SYMGRAD_TAYLOR_POINTS is set.
func TestRemaindersAgreeWithPARI(t *testing.T) {
	data, err := os.ReadFile("testdata/remainder.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		if n++; n%7 != 1 && os.Getenv("SYMGRAD_TAYLOR_POINTS") == "" {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), " | ")
		p := parseProblem(t, fields[0]+" | "+fields[1])
		ends := strings.Split(strings.Trim(strings.TrimPrefix(fields[2], "on "), "[]"), ", ")
		lower, upper := fraction(t, ends[0]), fraction(t, ends[1])
		want, _, err := big.ParseFloat(strings.ReplaceAll(fields[3], " ", ""), 10, 120, big.ToNearestEven)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		z, err := p.bounded(lower, upper)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		r := z.Series[0].Remainder
		bound := interval.Abs(*r).Upper()
		if bound.Cmp(want) < 0 && want.Sub(want, bound).MantExp(nil) > bound.MantExp(nil)-90 {
			t.Errorf("%s: the bound is %.20g", line, bound)
		} else if bound.Cmp(want.Add(want, want)) > 0 {
			t.Errorf("%s: the bound %.6g is more than twice as large", line, bound)
		}
	}
}

// remainders are formulas at points, and intervals.
var remainders = []struct{ line, lower, upper string }{
	{"sigmoid(x) | order 3", "-1/10", "1/10"},
	{"sigmoid(x) | order 9", "-5", "5"},
	{"gelu(x) | order 4", "-2", "3"},
	{"mish(x) | order 1", "-5", "5"},
	{"selu(x) | order 2", "-3", "1"},
	{"elu(x) | order 5", "-1", "1/9"},
	{"hardtanh(x) | order 3", "-2", "2"},
	{"hardswish(x) | order 2", "-5", "5"},
	{"relu6(x) | order 1", "-2", "10"},
	{"softshrink(x) | order 3", "-2", "2"},
	{"hardshrink(x) | order 3", "-2", "2"},
	{"softsign(x) | order 4", "-2", "2"},
	{"log(1+x) | order 3", "-1/2", "1/2"},
	{"sin(x) | order 7", "-10", "10"},
	{"sin(x) | at pi/4 | order 3", "0", "2"},
	{"sqrt(x) | at 1 | order 3", "0", "2"},
	{"sqrt(x)*exp(x) | order 3", "0", "1/10"},
	{"x*log(x)+sin(x) | order 3", "1/1000", "1"},
	{"gamma(x) | at 1 | order 3", "1/2", "2"},
	{"exp(x) | order 3", "2", "3"},
	{"(1+x)^(1/3) | order 5", "-1/2", "1/2"},
	{"x^x | at 1 | order 2", "1/2", "3/2"},
	{"if(x^3-x>0,exp(x),0) | order 3", "-1/2", "1/2"},
	{"if(x>0 and x<2,sin(x),x) | order 3", "-1", "1"},
	{"max(x,x^2) | at 1 | order 3", "0", "2"},
	{"tanh(sin(3*x))*relu(x) | order 3", "-1/2", "1/2"},
	{"sum(j,1,5,sin(j*x)) | order 3", "-1/5", "1/5"},
	{"floor(x)+x^2 | at 1/2 | order 1", "-1", "2"},
	{"atan(x)*abs(x-1) | order 4", "-1", "2"},
	// A condition of which one part alone is known to hold, or to fail.
	{"if(x>0 and x<1/2,exp(x),5) | side right | order 2", "0", "1"},
	{"if(x<=0 or x>=1/2,5,exp(x)) | side right | order 2", "0", "1"},
	{"if(x<=0 or x>=1/2,5,exp(x)) | order 2", "-1/4", "1"},
	{"if(x>0 and x-x^2<1/8,cos(x),x) | order 3", "-1", "1"},
	// A kink or a pole at 0 between the point and the interval.
	{"abs(x)+(x+1)^2/10 | at -1 | order 1", "1/100", "1/2"},
	{"relu(x)+(x+1)^2/10 | at -1 | order 1", "1/100", "1/2"},
	{"abs(x) | at -1 | order 1", "-1/2", "1/3"},
	{"sign(x)*x^2+exp(x) | at 1 | order 2", "-2", "-1/10"},
	{"1/x | at -1 | order 1", "1/3", "1/2"},
	{"acot(x) | at 1/2 | order 3", "-3", "-1/4"},
}

// No value of the formula is outside of the bounds. SYMGRAD_TAYLOR_POINTS is how
// many points are tried in all.
func TestRemaindersHoldAtPoints(t *testing.T) {
	points := 600
	if n, err := strconv.Atoi(os.Getenv("SYMGRAD_TAYLOR_POINTS")); err == nil {
		points = n
	}
	random := rand.New(rand.NewPCG(1, 2))
	tried := 0
	for _, test := range remainders {
		p := parseProblem(t, test.line)
		lower, upper := fraction(t, test.lower), fraction(t, test.upper)
		z, err := p.bounded(lower, upper)
		if err != nil {
			t.Errorf("%s: %v", test.line, err)
			continue
		}
		for _, s := range z.Series {
			if s.Remainder == nil {
				t.Errorf("%s: no bounds, side %v", test.line, s.Side)
				continue
			}
			for range points / len(remainders) / len(z.Series) {
				x := lower.Add(upper.Sub(lower).Mul(rational.New(random.Int64N(1<<40), 1<<40)))
				switch random.IntN(8) { // ends, and what is near the point
				case 0:
					x = lower
				case 1:
					x = upper
				case 2:
					if y := upper.Mul(rational.New(random.Int64N(1<<40), 1<<50)); lower.Cmp(y) <= 0 && y.Cmp(upper) <= 0 {
						x = y
					}
				}
				inside, err := within(p, z, s, x)
				if err != nil {
					t.Fatalf("%s, side %v: %v", test.line, s.Side, err)
				}
				if inside {
					tried++
				}
			}
		}
	}
	t.Logf("%d points", tried)
	if tried < points/3 {
		t.Errorf("only %d points were tried", tried)
	}
}

// within tells whether the formula has a value at a point on the side of a series;
// the error, that the remainder there is outside of the bounds.
func within(p problem, z taylor.Expansion, s taylor.Series, x rational.Rat) (bool, error) {
	st := p.scope.Store
	b := st.NewSum()
	for _, t := range s.Terms {
		b.Add(t.Expr().ID())
	}
	at := certify.Point{z.Variable.ID(): st.Num(x)}
	program := certify.Compile(p.scope.Library, st, st.Sub(z.Variable.ID(), z.At.Value.ID()), p.formula.Expr.ID(), b.Sum())
	side := program.Compare(0, certify.Zero, at, certify.Options{}).Order
	if s.Side == taylor.Left && side != certify.Less || s.Side == taylor.Right && side != certify.Greater {
		return false, nil
	}
	const prec = 512
	v := program.At(at, prec)
	f, sum := v[1].Real, v[2].Real
	if f.Decoration() < interval.Defined || f.IsEmpty() || !f.IsBounded() {
		return false, nil
	}
	if d := interval.Sub(prec, f, sum); interval.Separated(d, *s.Remainder) {
		return true, fmt.Errorf("at %v the remainder is %v, the bounds are %v", x, d, s.Remainder)
	}
	return true, nil
}

func TestRemaindersThatHaveNoBounds(t *testing.T) {
	for _, test := range []struct {
		line, lower, upper string
		kind               taylor.Kind
		reason             string
	}{
		{"log(1+x)", "-2", "1", taylor.NoValue, "it has no value in a part of the interval"},
		{"log(1+x)", "-1", "1", taylor.Undecided, "no bounds of the remainder were found near x = -1"},
		{"tan(x)", "0", "2", taylor.Undecided, "no bounds of the remainder were found near x = 1.57"},
		{"exp(x)*a | order 0", "0", "2", taylor.Unsupported, "the remainder depends on a"},
		{"exp(x) | order 0", "1", "0", taylor.Unsupported, "ends in the wrong order"},
		{"1/x | at inf", "1", "2", taylor.Unsupported, "not at infinity"},
	} {
		p := parseProblem(t, test.line)
		_, err := p.bounded(fraction(t, test.lower), fraction(t, test.upper))
		var e *taylor.Error
		if !errors.As(err, &e) || e.Kind != test.kind || !strings.Contains(e.Reason, test.reason) {
			t.Errorf("%s on [%s, %s]: %v", test.line, test.lower, test.upper, err)
		}
	}
}

// Where the expansion is equal to the formula, the remainder is 0.
func TestRemaindersOfPolynomialsVanish(t *testing.T) {
	for _, line := range []string{"x^3-2*x | order 3", "(x+1)^4 | at 1/3", "relu(x)", "hardswish(x+3)"} {
		z, err := parseProblem(t, line).bounded(rational.New(-5, 2), rational.New(-1, 4))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		for _, s := range z.Series {
			if s.Remainder != nil && interval.Abs(*s.Remainder).Upper().Sign() != 0 {
				t.Errorf("%s: the remainder is in %v", line, s.Remainder)
			}
		}
	}
}

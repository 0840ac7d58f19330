package oracle_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/symgrad/symgrad/internal/evaluate"
	"github.com/symgrad/symgrad/internal/exprgen"
	"github.com/symgrad/symgrad/internal/oracle"
	"github.com/symgrad/symgrad/symbolic"
)

func point(t *testing.T, text string) oracle.Point {
	t.Helper()
	p := oracle.Point{}
	for part := range strings.SplitSeq(text, ",") {
		name, x, ok := strings.Cut(part, "=")
		if !ok {
			continue
		}
		f, err := oracle.Read(x)
		if err != nil {
			t.Fatal(err)
		}
		if p[strings.TrimSpace(name)], err = f.Value(nil, 900, false); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// The values are those of the page that says what formulas mean, and of
// mpmath with 40 digits.
var values = []struct{ text, at, want string }{
	{"x/x", "x=0", "undefined"},
	{"x^0 + 0^x", "x=0", "2"},
	{"0^x", "x=-1", "undefined"},
	{"x^(1/3)", "x=-8", "undefined"},
	{"cbrt(x)", "x=-8", "-2"},
	{"x^(2/3)", "x=8", "4"},
	{"(-1)^x", "x=1/2", "undefined"},
	{"(-1)^x", "x=-3", "-1"},
	{"x^y", "x=0,y=1/2", "0"},
	{"sqrt(-x^2)", "x=0", "0"},
	{"sqrt(-x^2)", "x=1/100", "undefined"},
	{"tan(x)", "x=pi/2", "undefined"},
	{"tan(x)", "x=3*pi/4", "-1"},
	{"cot(x)", "x=pi/2", "0"},
	{"sin(x)", "x=1/2*pi", "1"},
	{"acot(x)", "x=0", "undefined"},
	{"atan2(x, y)", "x=0,y=-1", "0 + 1*pi"},
	{"atan2(x, y)", "x=0,y=0", "undefined"},
	{"floor(x)", "x=-1/2", "-1"},
	{"floor(x)", "x=pi", "3"},
	{"ceil(-x)", "x=pi", "-3"},
	{"log(x, 2)", "x=8", "3"},
	{"log(8, x)", "x=1", "undefined"},
	{"if(x > 0, 1/x, 3)", "x=0", "3"},
	{"if(x > 0 or 1/x > 0, 1, 2)", "x=1", "1"},
	{"if(x > 0 and 1/x > 0, 1, 2)", "x=0", "2"},
	{"if(1/x > 0 and x > 0, 1, 2)", "x=0", "undefined"},
	{"gamma(x)", "x=-1", "undefined"},
	{"gamma(x)", "x=5", "24"},
	{"sum(j, 1, x, j^2)", "x=3", "14"},
	{"sum(j, 1, x, j^2)", "x=0", "0"},
	{"prod(j, 1, x, j)", "x=1/2", "undefined"},
	{"acosh(cos(x))", "x=0", "0"},
	{"acosh(cos(x))", "x=1", "undefined"},
	{"sigmoid(x)", "x=0", "1/2"},
	{"softplus(x)", "x=100", "100.000000000000000000000000000"},
	{"exp(x)", "x=1", "2.71828182845904523536028747135"},
	{"exp(x)", "x=-41/2", "1.25015286638674262893755311923e-09"},
	{"log(x)", "x=1e-30", "-69.0775527898213705205397436405"},
	{"log(x)", "x=10", "2.30258509299404568401799145468"},
	{"sin(x)", "x=10^20", "-0.645251285265780844205811711313"},
	{"cos(x)", "x=2", "-0.416146836547142386997568229501"},
	{"tan(x)", "x=2", "-2.18503986326151899164330610231"},
	{"atan(x)", "x=3", "1.2490457723982544258299170773"},
	{"atan(x)", "x=-1/7", "-0.141897054604163922812851617103"},
	{"asin(x)", "x=9/10", "1.11976951499863418668667705585"},
	{"acosh(x)", "x=3", "1.76274717403908605046521864996"},
	{"asinh(x)", "x=-5", "-2.31243834127275262025356234136"},
	{"tanh(x)", "x=-1/3", "-0.321512737531634344719406222425"},
	{"x^pi", "x=2", "8.82497782707628762385642960421"},
	{"diff(x^3, x)", "x=2", "12.0000000000000000000000000000"},
	{"diff(abs(x), x)", "x=0", "undefined"},
	{"diff(abs(x)*x, x)", "x=0", "0.00000000000000000000000000000"},
	{"diff(sqrt(x), x)", "x=0", "undefined"},
	{"diff(cbrt(x), x)", "x=0", "undefined"},
	{"diff(x*cbrt(x), x)", "x=0", "0"},
	{"diff(floor(x), x)", "x=1", "undefined"},
	{"diff(floor(x), x)", "x=3/2", "0"},
	{"diff(asin(x), x)", "x=1", "undefined"},
	{"diff(if(x == 0, 5, x^2), x)", "x=0", "undefined"},
	{"diff(if(x == 0, 0, 1/x), x)", "x=0", "undefined"},
	{"diff(x^3, x, 2)", "x=2", "12"},
	{"diff(diff(x*abs(x), x), x)", "x=0", "undefined"},
	{"diff(diff(sin(x*y), x), y)", "x=0,y=1", "1"},
	{"diff(log(abs(x)), x)", "x=0", "undefined"},
	{"diff(exp(max(x-5, 2*x))+2*x, x)", "x=-5", oracle.ErrUnknown.Error()},
	{"diff(exp(max(x-5, 2*x))+2*x, x)", "x=-4", "2.00067092525580502370794448423"},
}

func TestValues(t *testing.T) {
	for _, c := range values {
		f, err := oracle.Read(c.text)
		if err != nil {
			t.Fatal(err)
		}
		at := point(t, c.at)
		z, err := f.Value(at, oracle.Digits(f.Derivatives()), false)
		var got string
		if err != nil {
			got = err.Error()
		} else {
			got = z.String()
		}
		if got == c.want {
			continue
		}
		want, ok := new(big.Float).SetPrec(200).SetString(c.want)
		have, ok2 := new(big.Float).SetPrec(200).SetString(got)
		if ok && ok2 {
			d, _ := new(big.Float).Sub(want, have).Float64()
			w, _ := want.Float64()
			if math.Abs(d) < 1e-10 && strings.Contains(c.text, "diff") || math.Abs(d) <= 2e-29*max(math.Abs(w), 1e-9) {
				continue
			}
		}
		t.Errorf("%s at %s is %s, want %s", c.text, c.at, got, c.want)
	}
}

// TestAgreesWithFloats compares the oracle with the evaluator of the engine's
// tests, which walks expressions and takes kernels from the function table:
// they share no code.
func TestAgreesWithFloats(t *testing.T) {
	g := exprgen.New(11, exprgen.Options{Size: 9})
	both, apart := 0, 0
	for range 4000 {
		tree := g.Real()
		f, err := oracle.Read(tree.String())
		if err != nil {
			t.Fatal(err)
		}
		at := g.Point(true)
		p := oracle.Point{}
		for k, v := range at {
			p[k] = oracle.Rational(new(big.Rat).SetFloat64(v))
		}
		z, err := f.Value(p, 128, false)
		if errors.Is(err, oracle.ErrUnknown) {
			continue
		}
		e := evaluate.New(evaluate.Floats{})
		e.Margin, e.Limit = 1e-9, 1e12
		y, ferr := e.Value(tree.Build(symbolic.NewStore()), evaluate.Point[float64]{Values: at})
		switch {
		case errors.Is(ferr, evaluate.ErrUndefined) && err == nil, ferr == nil && err == nil && math.Abs(y-z.Float()) > 1e-6*(1+math.Abs(y)):
			apart++
			if apart < 30 {
				t.Errorf("%s at %v: %v %v, floats %v %v", tree, at, z, err, y, ferr)
			}
		case ferr == nil && err == nil:
			both++
		}
	}
	if both < 2500 {
		t.Errorf("only %d of 4000 values could be compared", both)
	}
}
